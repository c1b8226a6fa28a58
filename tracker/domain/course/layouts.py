"""How the answers to a question lay on the screen when a rating was given: in one row, or in two on a narrow screen.

Whether that moves marks is not known, so it is kept beside each rating.
"""

from enum import StrEnum

NOT_KNOWN = ""


class ScaleLayout(StrEnum):
    ONE_ROW = "one_row"
    TWO_ROWS = "two_rows"


def layout_of(text: str) -> ScaleLayout | None:
    """The layout that a page says; None where it says none, or none that is known here."""
    return ScaleLayout(text) if text in set(ScaleLayout) else None


def together(before: str | None, said: str) -> str:
    """The layout of the pages of one measure so far, `before` None for the first of them. Where they differ it is not
    known, nor can it become so again."""
    now = layout_of(said) or NOT_KNOWN
    return now if before in (None, now) else NOT_KNOWN
