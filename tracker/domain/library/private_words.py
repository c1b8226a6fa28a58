"""What must not stand in a text that all staff can read: what looks like a client's code, date of birth, e-mail address
or telephone number. A pattern finds these shapes and no names: the form says so before its box."""

import re
import unicodedata

from tracker.domain.course.codes import CODE_LETTERS

_MONTH = r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zä]{0,6}\.?"  # English and German
_YEAR = r"(?:19|20)\d\d"
_DD = r"(?:0[1-9]|[12]\d|3[01])"
_MM = r"(?:0[1-9]|1[0-2])"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"

# Of a publication, not of a person. A page "e123" or "S123" is one only behind its volume or "pp.".
_PAGES = r"\s?[es]-?\d{1,6}(?:\s?-\s?[es]?-?\d{1,6})?"
_LATELY = rf"(?:\d{{1,2}}\.?\s{_MONTH},?\s20\d\d|{_MONTH}\s\d{{1,2}},?\s20\d\d|20\d\d-\d\d-\d\d)"
_PUBLISHED = re.compile(
    r"https?://(?:dx\.)?doi\.org/10\.\S+|https?://(?:\w+\.)*(?:pubmed|ncbi)\.\S+|\bdoi:?\s*10\.\S+|\b10\.\d{4,}/\S+"
    r"|\bPMC\d+|\bPMID:?\s?\d{1,8}\b|\bISSN:?\s?\d{4}-?\d{3}[\dX]\b|\bORCID:?\s?(?:\d{4}-){3}\d{3}[\dX]\b"
    r"|\bISBN(?:-1[03])?:?\s?(?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dX]\b|\bICD(?:-\d+)?\s?[A-Z]\d+"
    r"|\b(?:pp?|S)\.\s?(?:0\d{3}\s?-\s?0\d{3}|[1-9]\d{0,4}\s?-\s?\d{1,5})\b"
    rf"|\bpp?\.{_PAGES}\b|\d\s?\([\w\s.-]{{1,20}}\)\s?[:;,]{_PAGES}\b|\bsuppl(?:ement)?\.?\s?\d*\s?[:,]{_PAGES}\b"
    rf"|\b{_YEAR}[;:,]\s?\d{{1,4}}\s?:{_PAGES}\b|(?<!session )\b\d{{1,4}}:[es]-?\d{{1,6}}\b"
    r"|\b\d{1,4},\s?[es]\d{1,6}-[es]?\d{1,6}\b|/\d+/e\d+\b"
    r"|\bgroup\s[A-D]\s(?:-\s)?[1-9]\d*\b|\bn\s[1-9]\d*\b|\b(?:item|table|section)\s[1-3]?\d(?:\.[1-3]?\d)*(?![.\d]*\d)"
    rf"|\b(?:accessed|retrieved|published(?:\sonline)?|updated)[:,]?\s(?:on\s)?{_LATELY}",
    re.IGNORECASE,
)
_DATES = (
    r"\d{1,2}\s?([./-])\s?\d{1,2}\s?\1\s?(?:" + _YEAR + r"|\d\d)(?!\d)",
    _YEAR + r"([./-])\d{1,2}\2\d{1,2}(?!\d)",
    rf"(?:{_D}\s{_M}|{_M}\s{_D})\s{_YEAR}(?!\d)",
    rf"(?:{_DD}{_MM}|{_MM}{_DD}){_YEAR}(?!\d)",
    rf"{_YEAR}\s{_MM}\s{_DD}(?!\d)",
    rf"{_MM}/19\d\d(?!\d)",
    r"(?:19|20)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])(?!\d)",
    r"\d{1,2}(?:st|nd|rd|th|\.)?[\s./-]?(?:of\s)?"
    + _MONTH
    + r",?[\s./-]?(?:"
    + _YEAR
    + r"|\d\d)(?!\d)",
    _MONTH + r"\s\d{1,2}(?:st|nd|rd|th)?,?\s" + _YEAR + r"(?!\d)",
    r"\b(?:born|geb|d\.?o\.?b)\b.{0,30}?" + _YEAR + r"(?!\d)",
)


def _letters(but: str = "") -> str:
    """Those that a code can begin with, without some."""
    return "[" + "".join(letter for letter in CODE_LETTERS if letter not in but) + "]"


_UP = _letters()
_LOW = _letters().lower()
_ALONE = r"(?<![^\W_])(?<![^\W_]['’])"  # neither inside a word nor the end of "client's"
_ENDS = r"(?![^\W_])"
# What is no number of anything, and what could be one: "a 200", "n 120", "p 123", "e123", "x 100".
_CODES = (
    rf"{_ALONE}(?:{_UP}[ _./]?|{_LOW}[ _/]?|(?:{_UP}|{_LOW}) ?-{{1,2}} ?)0\d\d(?!\d)",
    rf"(?<![^\W_])(?:{_UP}-{{1,2}}|{_letters('A')} ?-{{1,2}} ?)\d{{3}}(?!\d)",
    rf"{_ALONE}(?:{_LOW}-{{1,2}}|{_letters('A').lower()} ?- ?)\d{{3}}(?!\d|-?[a-z])",
    rf"(?<![^\W_])(?:{_UP}[_./]?|{_letters('ENPS').lower()}|{_LOW}_)\d{{3}}{_ENDS}",
    rf"(?<![\w-])(?<![^\W_]['’])(?:{_letters('A')}|{_letters('AENPSX').lower()}) \d{{3}}(?![^\W_]|[.,]\d)",
    # The long ones. Behind a comma and before a blank it is rather the postcode of a publisher: "Washington, DC 20002".
    rf"{_ALONE}(?:{_UP}{{2}}(?: ?-{{1,2}} ?|[_./])?|{_LOW}{{2}}(?:-{{1,2}}|[_/])?)\d{{5}}(?!\d)",
    rf"{_ALONE}(?<!, ){_UP}{{2}} \d{{5}}(?!\d|-\d|[.,]\d)",
)
# Behind the word itself, it is one in any writing.
_OF_A_CLIENT = re.compile(
    rf"\b(?:client|patient)s?(?:\scode)?(?!['’]s)\W{{0,3}}((?!a ){_UP}[ _./-]{{0,3}}\d{{3}}|"
    rf"{_UP}{{2}}[ _./-]{{0,3}}\d{{5}}){_ENDS}",
    re.IGNORECASE,
)

PATTERNS = {
    "the client code": re.compile("|".join(_CODES)),
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


def _folded(text: str) -> str:
    """The text with one kind of dash and of space, and without signs that cannot be seen."""
    seen = (sign for sign in text if unicodedata.category(sign) != "Cf")
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", "".join(seen)))
    folded = re.sub(r"\s+", " ", folded)
    return re.sub(r"(?<=\d) ?- ?(?=\d)", "-", folded)


def _plain(folded: str) -> str:
    """The text without what belongs to a publication; addresses of other pages in their parts."""
    left = _PUBLISHED.sub(" ", folded)
    return re.sub(r"https?://\S+", lambda page: re.sub(r"[/?&=]", " ", page[0]), left)


def private_words(text: str) -> tuple[str, str] | None:
    """The first thing of the kind in a text, as what it is and how it stands there; None where there is none.
    Addresses of publications are left out first: their digits are not a person's."""
    folded = _folded(text)
    if named := _OF_A_CLIENT.search(folded):
        return "the client code", named[1]
    plain = _plain(folded)
    for name, pattern in PATTERNS.items():
        if match := pattern.search(plain):
            return name, match[0].strip()
    return None


def problem(text: str) -> str | None:
    """The sentence that asks to take it out, or None."""
    private = private_words(text)
    return f"Remove {private[0]} {private[1]} before sending" if private else None
