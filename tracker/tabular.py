"""Tables as CSV files that a spreadsheet can open without running anything in them."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

BOM = "\ufeff"  # or a spreadsheet takes it for another encoding
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def line(values: Iterable[object]) -> str:
    """One line of CSV. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stand
    as they are."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_safe(value) for value in values])
    return out.getvalue()


def cell(text: str) -> str:
    """One cell of CSV: quoted where it holds a comma, a quote or a line break, and never a formula."""
    if text.isalnum():  # as most are, and this is the quicker way
        return text
    return line([text]).removesuffix("\r\n")


def _safe(value: object) -> str:
    text = "" if value is None else str(value)
    if isinstance(value, int | float | Decimal):
        return text
    return f"'{text}" if text.lstrip(" \ufeff\u00a0").startswith(FORMULA) else text
