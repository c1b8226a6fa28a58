"""What stands in one cell of a table that somebody keeps: a name, a number, a day, or none of them."""

import re
import unicodedata
from datetime import date, datetime
from fractions import Fraction

from tracker.analysis.exact import plain
from tracker.domain.measures.numbers import MINUS

# What other programs write for a missing score; what a spreadsheet writes for a mistake (#N/A) is not among them.
EMPTY = frozenset({"", "NA", "<NA>", "NaN", "nan", "NULL", "null", "None"})
NOT_APPLICABLE = frozenset({"N/A", "n/a"})  # as an answer, where a measure has it
MISSING = EMPTY | NOT_APPLICABLE
MISTAKE = re.compile(
    r"#(N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)"
)
FORMULA = "="
_BLANKS = re.compile(r"[^\S\r\n]+")  # a no-break space and a tab look like the space they stand for
_NOTHING = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))  # characters without a width
_GROUPS = re.compile(r"(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))")  # 1 234 with no-break spaces
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_COMMA = re.compile(r"[+-]?\d*,\d+", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?\d{1,3},\d{3}", re.ASCII)


class Unread(str):
    """A cell of a spreadsheet that has no value: its formula, or the mistake that its formula made."""

    __slots__ = ()


def clean(text: str) -> str:
    """The text as people see it: blanks around it are gone, each blank inside is one space, and letters with accents
    have one spelling."""
    if text.isascii() and text.isalnum():
        return text
    seen = _BLANKS.sub(" ", text.translate(_NOTHING)).strip()
    return seen if seen.isascii() else unicodedata.normalize("NFC", seen)


def told(value: object) -> str:
    """The value of a cell as a text: a whole number without decimals."""
    if isinstance(value, float):
        return plain(Fraction(value), 6) if value.is_integer() else repr(float(value))
    return str(value)


def number(text: str, *, commas: bool = False) -> float | None:
    """The number that a text is, or None. A comma is a decimal point, except where it may stand for thousands
    ("1,234"); where `commas` are the rule of the file, there too."""
    plain_text = _GROUPS.sub("", text.translate(_NOTHING)).strip().replace(MINUS, "-")
    if _COMMA.fullmatch(plain_text) and (commas or not _THOUSANDS.fullmatch(plain_text)):
        plain_text = plain_text.replace(",", ".")
    return float(plain_text) if _NUMBER.fullmatch(plain_text) else None


def day(value: object) -> date | None:
    """The day of a cell, such as 2026-03-27; a time behind it is left out. None for anything else."""
    try:
        return datetime.fromisoformat(clean(str(value))).date()
    except ValueError:
        return None
