"""Where things lie on the paper, in px.

+------------------------------------------------------+
| Alliance  Session check, mean · higher is better ↑    |  header: as many rows as its words need
|                    6 weeks                            |  what divides the sessions, over the first panel
| 10 |·····●···●······:·······                          |
|  5 |.........|......:...●..    Client 5               |  plot, and the names at the ends of the lines
|  0 |.........|......:......                           |
|           bond −3                                     |  what became of each check-in: in the plot where its lower
|         talked about                                  |  part is empty, else below it
| Outcome ...                                           |
|      1       6             12     next                |  ticks, under the last panel
|    3 Mar                 2 Jun   9 Jun                |
+------------------------------------------------------+
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from tracker.charts import stories
from tracker.charts.figure import Figure, Panel, Size
from tracker.charts.lettering import ROW, TITLE_FONT, text_width
from tracker.domain.course.trajectory import Slot

HEADER_ROW = 20
ROOM = Fraction(6, 100)  # of the range, above and below
HEADER_GAP = 10
# px of a plot on wide and on narrow paper
HEIGHT = {Size.TALL: (226.0, 150.0), Size.LOW: (126.0, 104.0), Size.PART: (126.0, 104.0)}
UNDER_AXIS = 40
UNDER_PLOT = 16
BESIDE_TICKS = 8  # px between the plot and the numbers of its axis
NEXT = "next"


@dataclass(frozen=True)
class Header:
    """What stands over a panel, row by row: its title in the first, and what is drawn."""

    title: str
    rows: tuple[tuple[str, ...], ...]


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
    header: Header
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
class Edges:
    """How the sessions lie from left to right: the paper's width, the plot's ends, and the session numbers at them."""

    width: float
    left: float
    right: float
    span: tuple[float, float]

    def x(self, number: float) -> float:
        """How far right the session lies."""
        first, last = self.span
        return self.left + (number - first) / (last - first) * (self.right - self.left)


@dataclass(frozen=True)
class Sheet:
    """The whole paper."""

    edges: Edges
    height: float
    narrow: bool
    frames: tuple[Frame, ...]
    strips: tuple[Strip, ...]
    strip_top: float
    ticks: tuple[Tick, ...]
    axis: float

    @property
    def width(self) -> float:
        """The paper's width."""
        return self.edges.width

    @property
    def left(self) -> float:
        """Where the plots begin."""
        return self.edges.left

    @property
    def right(self) -> float:
        """Where they end."""
        return self.edges.right

    def x(self, number: float) -> float:
        """How far right the session lies."""
        return self.edges.x(number)

    def stretch(self, first: int, last: int | None) -> tuple[float, float]:
        """The px between which these sessions lie; None: to the end of the plot."""
        return self.x(first - 0.5), self.right if last is None else self.x(last + 0.5)


def sheet(figure: Figure, width: float, right_margin: float, *, narrow: bool) -> Sheet:
    """The figure laid out on paper of that width, with that much room for the names at the right."""
    numbers = [slot.number for slot in figure.slots] or [1]
    beyond = 1 if figure.next_on and not narrow else 0
    span = (numbers[0] - 0.5, numbers[-1] + 0.5 + beyond)
    edges = Edges(width, _left(figure, narrow=narrow), width - right_margin, span)
    strips = _strips(figure, edges)
    strip_rows = 1 + max((strip.row for strip in strips), default=-1)
    frames = _frames(figure, edges, strip_rows, narrow=narrow)
    bottom = frames[-1].plot_bottom if frames else 0.0
    if frames and not narrow:
        bottom += stories.room_below(frames[-1].panel, frames[-1].y)
    strip_top = frames[0].plot_top - 6 - strip_rows * ROW if frames else 0.0
    return Sheet(
        edges=edges,
        height=bottom + UNDER_AXIS,
        narrow=narrow,
        frames=frames,
        strips=strips,
        strip_top=strip_top,
        ticks=_ticks(figure, edges, every=not narrow),
        axis=bottom,
    )


def _left(figure: Figure, *, narrow: bool) -> float:
    """The room for the numbers of the axes, and on wide paper for the names of their levels."""
    numbers = [text_width(text) for panel in figure.panels for _, text in panel.ticks]
    names = [text_width(text) for panel in figure.panels for _, text in panel.levels]
    wide = max(numbers, default=0.0) + BESIDE_TICKS
    return wide + (max(names) + BESIDE_TICKS if names and not narrow else 0)


def _frames(figure: Figure, edges: Edges, strip_rows: int, *, narrow: bool) -> tuple[Frame, ...]:
    """The panels one under the other, the first with room for the words of the divides."""
    frames: list[Frame] = []
    top = 0.0
    for index, panel in enumerate(figure.panels):
        header = _header(panel, edges.width, narrow=narrow)
        plot_top = top + len(header.rows) * HEADER_ROW + 4
        if index == 0 and strip_rows:
            plot_top += strip_rows * ROW + 4
        bottom = plot_top + HEIGHT[panel.size][narrow]
        frame = Frame(panel, header, top, plot_top, bottom)
        frames.append(frame)
        top = bottom + UNDER_PLOT + (0 if narrow else stories.room_below(panel, frame.y))
    return tuple(frames)


def _header(panel: Panel, width: float, *, narrow: bool) -> Header:
    """Title and what is drawn one after the other, in a new row where they do not fit."""
    title = panel.title if panel.titled else ""
    said = [panel.direction] if narrow else [panel.about, panel.direction]
    if not panel.titled:
        said = [*wrapped(panel.about, width), *wrapped(panel.direction, width)]
    if panel.limit_text:
        said += wrapped(panel.limit_text, width) if narrow else [panel.limit_text]
    rows: list[list[str]] = [[]]
    x = text_width(title, TITLE_FONT, bold=True)
    for text in said:
        size = text_width(text) + HEADER_GAP
        if x and x + size > width:
            rows.append([])
            x = 0.0
        rows[-1].append(text)
        x += size
    return Header(title, tuple(tuple(row) for row in rows))


def wrapped(text: str, width: float) -> list[str]:
    """The text in lines that fit, broken between words."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _strips(figure: Figure, edges: Edges) -> tuple[Strip, ...]:
    placed: list[Strip] = []
    for divide in figure.divides:
        half = text_width(divide.text) / 2
        x = min(max(edges.x(divide.number - 0.5), half), edges.width - half)
        taken = {s.row for s in placed if abs(s.x - x) < half + text_width(s.text) / 2 + 8}
        row = next(row for row in range(len(taken) + 1) if row not in taken)
        placed.append(Strip(divide.number, divide.text, x, row))
    return tuple(placed)


def _ticks(figure: Figure, edges: Edges, *, every: bool) -> tuple[Tick, ...]:
    """Last, first, next, flagged and middle sessions, then on wide paper all others, as far as they do not touch."""
    texts = {slot.number: _tick_texts(slot, figure.days) for slot in figure.slots}
    numbers = list(texts)
    if not numbers:
        return ()
    wanted = [numbers[-1], numbers[0]]
    if figure.next_on and every:
        texts[numbers[-1] + 1] = ((NEXT, short_day(figure.next_on)), (NEXT,))
        wanted.append(numbers[-1] + 1)
    wanted += [*reversed(figure.flagged), numbers[len(numbers) // 2]]
    if every:
        wanted += [*numbers[::4], *numbers[::2], *numbers]  # even steps before odd ones
    taken: list[tuple[float, float]] = []
    ticks = []
    for number in dict.fromkeys(wanted):
        for lines in texts[number]:
            half = max(text_width(line) for line in lines) / 2
            ends = (edges.x(number) - half - 3, edges.x(number) + half + 3)
            fits = ends[0] > -3 and ends[1] < edges.width + 3
            if fits and all(ends[1] <= low or ends[0] >= high for low, high in taken):
                taken.append(ends)
                ticks.append(Tick(number, lines))
                break
    return tuple(sorted(ticks, key=lambda tick: tick.number))


def _tick_texts(slot: Slot, days: Mapping[int, str]) -> tuple[tuple[str, ...], ...]:
    day = days.get(slot.number) or short_day(slot.held_on)
    return (str(slot.number), day), (str(slot.number),)


def short_day(day: date) -> str:
    """A day under the axis: "30 Aug"."""
    return f"{day.day} {day:%b}"


def divide_tops(paper: Sheet, frame: Frame) -> Iterator[tuple[int, float]]:
    """For each divide, where its line begins: under its words in the first panel, at the plot in the others."""
    rows: dict[int, int] = {}
    for strip in paper.strips:
        rows[strip.number] = max(strip.row, rows.get(strip.number, 0))
    for number, row in rows.items():
        first = frame is paper.frames[0]
        yield number, paper.strip_top + (row + 1) * ROW if first else frame.plot_top
