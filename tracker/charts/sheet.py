"""Where things lie on the paper, in px: the same sheet is drawn as SVG and handed to Plotly.

+--------------------------------------------+
| Bond   higher is better ↑   at top of scale |  header: as many rows as its words need
|                    6 weeks                  |  what divides the sessions, over the first panel
| 10 |·····●···●······:······                 |
|  5 |................:...●..   Client 5      |  plot, and on wide paper the end labels
|  0 |................:......                 |
| Goals ...                                   |
| Flags      ▼         ●                      |  lanes of flags, where the figure has them
|      1       6             12               |  ticks, under the last panel
|    3 Mar                 2 Jun              |
+--------------------------------------------+
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from tracker.charts.figure import Figure, Panel
from tracker.domain.course.trajectory import Slot

FONT = 13  # px; never smaller at natural size
CHARACTER = 7.4  # px, of a rather wide font
BOLDER = 1.15
ROW = 18
ROOM = Fraction(6, 100)  # of the range, above and below
CEILING_TEXT = "at top of scale"
CEILING_MARK = 14  # px of the small bar before the text
CEILING_UP = 9  # px from the mark up to its bar
AXIS_TEXT_DOWN = 53  # px from the plot down to the middle of the next line
AXIS_TEXT = "Session number and date"
HEADER_GAP = 12
LANE = 22  # px of a lane of flags; on narrow paper its words stand above it
TALL = (148.0, 132.0)
LOW = (92.0, 84.0)  # px of a plot on wide and narrow paper; low above lanes
UNDER_AXIS = 64
UNDER_PLOT = 14


@dataclass(frozen=True)
class Header:
    """A word over a panel. `kind` is title, direction or ceiling; `row` counts from the top."""

    kind: str
    text: str
    x: float
    row: int


@dataclass(frozen=True)
class Strip:
    """The words of a divide before that session, over the first panel, centred on x."""

    number: int
    text: str
    x: float
    row: int


@dataclass(frozen=True)
class Frame:
    """One panel's place: header from `top`, plot between `plot_top` and `plot_bottom`."""

    panel: Panel
    headers: tuple[Header, ...]
    top: float
    plot_top: float
    plot_bottom: float

    @cached_property
    def _scale(self) -> tuple[float, float]:
        """Where 0 lies, and the px of one point: floats, because this is where exact scores become a picture."""
        span = self.panel.high - self.panel.low
        point = (self.plot_bottom - self.plot_top) / float(span * (1 + 2 * ROOM))
        return self.plot_bottom + float(self.panel.low - ROOM * span) * point, point

    def y(self, value: Fraction) -> float:
        """How far down the value lies. The range is the measure's own, with a little room."""
        zero, point = self._scale
        return zero - float(value) * point


@dataclass(frozen=True)
class Tick:
    """A session's label under the axis: its number, and its date where there is room."""

    number: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The whole paper."""

    width: float
    height: float
    narrow: bool
    left: float
    right: float
    first: int
    last: int
    frames: tuple[Frame, ...]
    strips: tuple[Strip, ...]
    strip_top: float
    ticks: tuple[Tick, ...]
    lanes_top: float
    axis: float

    def lane(self, index: int) -> float:
        """The middle of a lane of flags, in px; its words stand in the row above it on narrow paper."""
        step = LANE + (ROW if self.narrow else 0)
        return self.lanes_top + ROW + step * (index + 1) - LANE / 2

    @property
    def span(self) -> tuple[float, float]:
        """The x axis from and to, in session numbers."""
        return self.first - 0.5, self.last + 0.9

    def x(self, number: float) -> float:
        """How far right the session lies."""
        return across(number, self.span, (self.left, self.right))

    def between(self, first: int, last: int | None) -> tuple[float, float]:
        """The stretch of the x axis that these sessions take up, in session numbers; None: to its end."""
        return first - 0.5, self.span[1] if last is None else last + 0.5

    def edges(self, first: int, last: int | None) -> tuple[float, float]:
        """The same stretch in px."""
        start, end = self.between(first, last)
        return self.x(start), self.x(end)


def across(number: float, span: tuple[float, float], edges: tuple[float, float]) -> float:
    """The px of a session number between two edges."""
    return edges[0] + (number - span[0]) / (span[1] - span[0]) * (edges[1] - edges[0])


def text_width(text: str, *, bold: bool = False) -> float:
    """About how wide the text is."""
    return len(text) * CHARACTER * (BOLDER if bold else 1)


def sheet(figure: Figure, width: float, *, narrow: bool) -> Sheet:
    """The figure laid out on paper of that width."""
    left, right = (30.0, width - 14) if narrow else (40.0, width - 100)
    numbers = [slot.number for slot in figure.slots] or [1]
    first = numbers[0]
    last = numbers[-1]
    span = (first - 0.5, last + 0.9)
    strips = _strips(figure, width, span, (left, right))
    strip_rows = 1 + max((strip.row for strip in strips), default=-1)
    frames = _frames(figure, width, strip_rows, (LOW if figure.lanes else TALL)[narrow])
    top = frames[-1].plot_bottom + UNDER_PLOT
    strip_top = frames[0].plot_top - 8 - strip_rows * ROW
    places = {slot.number: across(slot.number, span, (left, right)) for slot in figure.slots}
    ticks = _ticks(figure, places, width, every=not narrow)
    lanes = ROW + len(figure.lanes) * (LANE + (ROW if narrow else 0)) if figure.lanes else 0
    axis = top + lanes if lanes else frames[-1].plot_bottom
    return Sheet(
        width=width,
        height=axis + UNDER_AXIS,
        narrow=narrow,
        left=left,
        right=right,
        first=first,
        last=last,
        frames=frames,
        strips=strips,
        strip_top=strip_top,
        ticks=ticks,
        lanes_top=top,
        axis=axis,
    )


def _frames(figure: Figure, width: float, strip_rows: int, plot: float) -> tuple[Frame, ...]:
    """The panels one under the other, the first with room for the words of the divides."""
    frames: list[Frame] = []
    top = 4.0
    for index, panel in enumerate(figure.panels):
        headers = _headers(panel, width)
        rows = 1 + headers[-1].row + (strip_rows if index == 0 else 0)
        plot_top = top + rows * ROW + 8
        frames.append(Frame(panel, headers, top, plot_top, plot_top + plot))
        top = plot_top + plot + UNDER_PLOT
    return tuple(frames)


def _headers(panel: Panel, width: float) -> tuple[Header, ...]:
    """Title, direction and the ceiling's key one after the other, in a new row where they do not fit."""
    words = [("title", panel.title, 0.0), ("direction", panel.direction, 0.0)]
    if panel.ceiling:
        words.append(("ceiling", CEILING_TEXT, CEILING_MARK + 4.0))
    placed: list[Header] = []
    x = 0.0
    row = 0
    for kind, text, before in words:
        size = before + text_width(text, bold=kind == "title")
        if placed and x + size > width:
            x = 0.0
            row = row + 1
        placed.append(Header(kind, text, x, row))
        x += size + HEADER_GAP
    return tuple(placed)


def _strips(
    figure: Figure, width: float, span: tuple[float, float], edges: tuple[float, float]
) -> tuple[Strip, ...]:
    placed: list[Strip] = []
    for divide in figure.divides:
        half = text_width(divide.text) / 2
        x = min(max(across(divide.number - 0.5, span, edges), half), width - half)
        taken = {s.row for s in placed if abs(s.x - x) < half + text_width(s.text) / 2 + 8}
        row = next(row for row in range(len(taken) + 1) if row not in taken)
        placed.append(Strip(divide.number, divide.text, x, row))
    return tuple(placed)


def _ticks(
    figure: Figure, places: dict[int, float], width: float, *, every: bool
) -> tuple[Tick, ...]:
    """Last, first, flagged and middle sessions, then on wide paper all others, as far as they do not touch."""
    slots = {slot.number: slot for slot in figure.slots}
    numbers = list(slots)
    if not numbers:
        return ()
    wanted = [numbers[-1], numbers[0], *reversed(figure.flagged), numbers[len(numbers) // 2]]
    if every:
        wanted += [*numbers[::4], *numbers[::2], *numbers]  # even steps before odd ones
    taken: list[tuple[float, float]] = []
    ticks = []
    for number in dict.fromkeys(wanted):
        for lines in _tick_texts(slots[number]):
            half = max(text_width(line) for line in lines) / 2
            edges = (places[number] - half - 3, places[number] + half + 3)
            fits = edges[0] > -3 and edges[1] < width + 3
            if fits and all(edges[1] <= low or edges[0] >= high for low, high in taken):
                taken.append(edges)
                ticks.append(Tick(number, lines))
                break
    return tuple(sorted(ticks, key=lambda tick: tick.number))


def _tick_texts(slot: Slot) -> tuple[tuple[str, ...], ...]:
    day = f"{slot.held_on.day} {slot.held_on:%b}"
    return (str(slot.number), day), (str(slot.number),)


def end_labels(sheet: Sheet, frame: Frame) -> tuple[tuple[str, float], ...]:
    """Each line's rater and last value for the right margin, pushed apart; none when narrow."""
    if sheet.narrow:
        return ()
    ends = sorted(
        (frame.y(line.dots[-1].value), f"{line.who.label} {line.dots[-1].words}")
        for line in frame.panel.lines
        if line.dots
    )
    heights = _pushed_apart([height for height, _ in ends], frame.plot_bottom)
    return tuple((text, y) for y, (_, text) in zip(heights, ends, strict=True))


def divide_tops(paper: Sheet, frame: Frame) -> Iterator[tuple[int, float]]:
    """For each divide, where its line begins: under its words in the first panel, at the plot in the others."""
    rows: dict[int, int] = {}
    for strip in paper.strips:
        rows[strip.number] = max(strip.row, rows.get(strip.number, 0))
    for number, row in rows.items():
        first = frame is paper.frames[0]
        yield number, paper.strip_top + (row + 1) * ROW if first else frame.plot_top


def _pushed_apart(heights: Sequence[float], bottom: float) -> list[float]:
    apart = list(heights)
    for upper, lower in pairwise(range(len(apart))):
        short = ROW - (apart[lower] - apart[upper])
        if short > 0:
            apart[upper] -= short / 2
            apart[lower] += short / 2
    over = max((height - bottom for height in apart), default=0.0)
    return [height - max(over, 0.0) for height in apart]
