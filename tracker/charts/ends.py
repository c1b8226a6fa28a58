"""What stands at the right end of a panel: the name and the last value of each line, what the band is, the cut-off and
the reliable change. Each keeps its height as far as the others leave it. There is no legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.charts.figure import Figure, Line, Panel, Who
from tracker.charts.lettering import END_FONT, FONT, ROW, text_width
from tracker.charts.sheet import Frame
from tracker.domain.measures.numbers import show

BESIDE = 8  # px between the plot and the words
SHORT = 10  # letters of a line on narrow paper, about
BAND = "ups and downs"
TOKEN = {Who.CLIENT: "d-client", Who.THERAPIST: "ink", Who.OUTCOME: "d-outcome"}


@dataclass(frozen=True)
class End:
    """A few words at the end of a panel, `y` down to the middle of its first line."""

    lines: tuple[str, ...]
    token: str
    strong: bool
    y: float

    @property
    def height(self) -> float:
        """All lines, in px."""
        return ROW * len(self.lines)


def margin(figure: Figure, *, narrow: bool) -> float:
    """The room that these words need, in px."""
    ends = [end for panel in figure.panels for end in _unplaced(panel, narrow=narrow)]
    sizes = [
        text_width(line, END_FONT if end.strong else FONT, bold=end.strong)
        for end in ends
        for line in end.lines
    ]
    return max(sizes, default=0.0) + 2 * BESIDE


def ends(frame: Frame, *, narrow: bool) -> tuple[End, ...]:
    """The words of a panel with their places, from the top down."""
    words = sorted(_unplaced(frame.panel, narrow=narrow, frame=frame), key=lambda end: end.y)
    tops = _pushed_apart(words, frame.plot_bottom)
    return tuple(
        End(end.lines, end.token, end.strong, top + ROW / 2)
        for end, top in zip(words, tops, strict=True)
    )


def _unplaced(panel: Panel, *, narrow: bool, frame: Frame | None = None) -> list[End]:
    """The words of a panel, each at the height of what it names; at 0 where no frame says how high that is."""
    y = frame.y if frame else lambda _: 0.0
    made = [
        End(_named(line, narrow=narrow), TOKEN[line.who], True, y(line.dots[-1].value))
        for line in panel.lines
        if line.dots
    ]
    if panel.cutoff:
        cutoff = _lines(panel.cutoff.text, narrow=narrow)
        made.append(End(cutoff, "ink", False, y(panel.cutoff.value)))
    for band in [band for band in panel.bands if band.last is None]:
        text = f"{show(band.low, 1)} to {show(band.high, 1)}"
        lines = _lines(BAND, narrow=narrow) if narrow else (BAND, text)
        made.append(End(lines, "muted", False, y(band.high)))
    if not narrow:
        made += [
            End((limit.text,), "muted", False, y(limit.value))
            for limit in panel.limits
            if limit.last is None
        ]
    return made


def _named(line: Line, *, narrow: bool) -> tuple[str, ...]:
    last = line.dots[-1]
    value = last.words if line.named else show(last.value, 1)
    return _lines(f"{line.label} {value}", narrow=narrow)


def _lines(text: str, *, narrow: bool) -> tuple[str, ...]:
    """One line on wide paper; on narrow paper short ones, broken at a space."""
    if not narrow or len(text) <= SHORT:
        return (text,)
    before, _, last = text.rpartition(" ")
    return (before, last)


def _pushed_apart(words: Sequence[End], bottom: float) -> list[float]:
    """The tops of the words, in their order and without touching; none ends below `bottom` if there is the room."""
    tops = [end.y - ROW / 2 for end in words]
    for upper, lower in pairwise(range(len(tops))):
        tops[lower] = max(tops[lower], tops[upper] + words[upper].height)
    edge = bottom + ROW / 2
    for n in reversed(range(len(tops))):
        tops[n] = min(tops[n], edge - words[n].height)
        edge = tops[n]
    return tops
