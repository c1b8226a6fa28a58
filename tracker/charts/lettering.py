"""How large the words of a chart are, and about how much room they take: a server has no font to measure."""

FONT = 12  # px; never smaller at natural size
END_FONT = 13
TITLE_FONT = 14
ROW = 16  # px from one line to the next
WIDTH_OF_LETTER = 0.57  # of the size, of a rather wide font
BOLDER = 1.12


def text_width(text: str, size: float = FONT, *, bold: bool = False) -> float:
    """About how wide the text is, in px."""
    return len(text) * size * WIDTH_OF_LETTER * (BOLDER if bold else 1)
