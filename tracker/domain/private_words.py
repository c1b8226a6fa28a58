"""What must not stand in a text that all staff can read: what looks like a client's code, date of birth, e-mail address
or telephone number. A pattern finds these shapes and no names: the form says so before its box."""

import re
import unicodedata

# Of a publication, not of a person.
_DAY = r"(?:\d{1,2}\.?\s\w+\.?,?\s\d{4}|\w+\s\d{1,2},?\s\d{4}|\d{4}-\d\d-\d\d)"
_PUBLISHED = re.compile(
    r"https?://(?:dx\.)?doi\.org/\S+|https?://(?:\w+\.)*(?:pubmed|ncbi)\.\S+|\bdoi:?\s*10\.\S+|\b10\.\d{4,}/\S+"
    r"|\bPMC\d+|\b(?:ISBN|ISSN|ORCID)[\s\d:X-]+|\bpp?\.\s?\d+\s?-\s?\d+|\bICD(?:-\d+)?\s?[A-Z]\d+"
    r"|[;:,]\s?[eS]\d+|\b(?:group|item|table|section|NG|n)\s?[A-Z]?\s?[\d.]+\b"
    r"|\b(?:accessed|retrieved|published(?:\sonline)?|updated)[:,]?\s(?:on\s)?" + _DAY,
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zä]{0,6}\.?"  # English and German
_YEAR = r"(?:19|20)\d\d"
_DATES = (
    r"\d{1,2}\s?([./-])\s?\d{1,2}\s?\1\s?(?:" + _YEAR + r"|\d\d)(?!\d)",
    _YEAR + r"([./-])\d{1,2}\2\d{1,2}(?!\d)",
    r"(?:19|20)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])(?!\d)",
    r"\d{1,2}(?:st|nd|rd|th|\.)?[\s./-]?(?:of\s)?"
    + _MONTH
    + r",?[\s./-]?(?:"
    + _YEAR
    + r"|\d\d)(?!\d)",
    _MONTH + r"\s\d{1,2}(?:st|nd|rd|th)?,?\s" + _YEAR + r"(?!\d)",
    r"\b(?:born|geb|d\.?o\.?b)\b.{0,30}?" + _YEAR + r"(?!\d)",
)

PATTERNS = {
    "the client code": re.compile(
        r"(?<![\w:;-])(?:[A-Za-z]-|[A-Z]|[B-HJ-Z][ _./])\d{3}(?![\w-]*\w)|(?<=\d-)[A-Z]-\d{3}(?!\w)|\b[A-Z]-\d{3}-"
    ),
    "the e-mail address": re.compile(
        r"(?<![\w.+-])[\w.+-]{1,64}(?:\s?@\s?|\s?[(\[]\s?at\s?[)\]]\s?)[\w-]+"
        r"(?:\.|\s?[(\[]\s?dot\s?[)\]]\s?)[\w.-]*\w",
        re.IGNORECASE,
    ),
    "the date": re.compile(r"(?<!\d)(?<!\d[.,])(?:" + "|".join(_DATES) + r")", re.IGNORECASE),
    "the telephone number": re.compile(
        r"(?<!\d)(?<![\d\w][.,-])(?<![A-Za-z])"
        r"(?:\+\d?[\d()/ .-]{6,24}\d|\(?0\d?[\d()/ -]{6,24}\d|\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4})(?![\w])"
    ),
}
_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")


def _plain(text: str) -> str:
    """The text with one kind of dash and of space, without signs that cannot be seen, and without what belongs to a
    publication; addresses of other pages in their parts."""
    seen = (sign for sign in text if unicodedata.category(sign) != "Cf")
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", "".join(seen)))
    folded = re.sub(r"\s+", " ", folded)
    folded = re.sub(r"(?<=\d) ?- ?(?=\d)", "-", folded)
    left = _PUBLISHED.sub(" ", folded)
    return re.sub(r"https?://\S+", lambda page: re.sub(r"[/?&=]", " ", page[0]), left)


def private_words(text: str) -> tuple[str, str] | None:
    """The first thing of the kind in a text, as what it is and how it stands there; None where there is none.
    Addresses of publications are left out first: their digits are not a person's."""
    plain = _plain(text)
    for name, pattern in PATTERNS.items():
        if found := pattern.search(plain):
            return name, found[0].strip()
    return None


def problem(text: str) -> str | None:
    """The sentence that asks to take it out, or None."""
    found = private_words(text)
    return f"Remove {found[0]} {found[1]} before sending" if found else None
