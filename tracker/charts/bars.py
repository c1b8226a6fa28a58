"""Counts as horizontal bars, one under the other, on one scale; what is hidden has no bar and says so."""

from collections.abc import Sequence

from tracker.charts import elements as svg
from tracker.charts.elements import group

WIDE = 640
NARROW = 280  # px
ROW = 44
BAR = 16
FONT = 14
RIGHT = 90  # px for the words behind the longest bar


def render(bars: Sequence[tuple[str, int | None, str]], *, width: int = WIDE) -> str:
    """The bars as (label, count, words): the label above its bar, the words behind it. A count of None has no bar."""
    most = max((count for _, count, _ in bars if count), default=1)
    parts: list[str] = []
    for place, (label, count, words) in enumerate(bars):
        top = place * ROW
        length = (width - RIGHT) * (count or 0) / most
        parts.append(group("ink", svg.text(0, top + 16, label, fill="currentColor")))
        if count:
            place_of = {"x": 0.0, "y": top + 22.0, "width": length, "height": float(BAR)}
            parts.append(group("d-client", svg.element("rect", fill="currentColor", **place_of)))
        behind = svg.text(length + 6, top + 35, words, fill="currentColor")
        parts.append(group("muted", behind))
    height = max(len(bars), 1) * ROW
    return svg.drawing("chart-svg bars", width, height, *parts, font_size=FONT)
