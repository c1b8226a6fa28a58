"""Counts as horizontal bars, one under the other, on one scale; what is hidden has no bar and says so."""

from dataclasses import dataclass

from tracker.charts import elements as svg
from tracker.charts.elements import group
from tracker.charts.figure import ChartTable

WIDE = 640
NARROW = 280  # px
ROW = 44
BAR = 16
FONT = 14
RIGHT = 90  # px for the words behind the longest bar
COLUMNS = ("What", "Number")


@dataclass(frozen=True)
class Bar:
    """One count with its label and the words behind it: "7 of 9". None: it is hidden, and not known here."""

    label: str
    count: int | None
    words: str


@dataclass(frozen=True)
class BarSeries:
    """Bars that belong together, such as those of one measure; without a name where there are no others."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class BarFigure:
    """A whole chart of counts. `summary`: what they are of."""

    title: str
    series: tuple[BarSeries, ...]
    summary: str

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, from the top down."""
        return tuple(bar for series in self.series for bar in series.bars)

    @property
    def most(self) -> int:
        """The longest of them: the scale of all; 1 where there is no bar."""
        return max((bar.count for bar in self.bars if bar.count), default=1)

    @property
    def table(self) -> ChartTable:
        """The same in words."""
        return ChartTable(self.title, COLUMNS, tuple((bar.label, bar.words) for bar in self.bars))


def render(figure: BarFigure, *, width: int = WIDE) -> str:
    """The bars as one <svg> element: the label above its bar, the words behind it. A hidden count has no bar."""
    parts: list[str] = []
    for place, bar in enumerate(figure.bars):
        top = place * ROW
        length = (width - RIGHT) * (bar.count or 0) / figure.most
        parts.append(group("ink", svg.text(0, top + 16, bar.label, fill="currentColor")))
        if bar.count:
            place_of = {"x": 0.0, "y": top + 22.0, "width": length, "height": float(BAR)}
            parts.append(group("d-client", svg.element("rect", fill="currentColor", **place_of)))
        behind = svg.text(length + 6, top + 35, bar.words, fill="currentColor")
        parts.append(group("muted", behind))
    height = max(len(figure.bars), 1) * ROW
    return svg.drawing("chart-svg bars", width, height, *parts, font_size=FONT)
