"""Words inside a panel, put where they touch nothing: "! −3", "addressed", "no rating", "cut-off 25".

A word has several possible places, best first. It never covers another word; it may cover a line, hardly ever a dot.
Where no place is left it is not written: the table has it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import hypot

from tracker.charts.figure import NO_RATING, Dot, Ring
from tracker.charts.sheet import FONT, ROW, Frame, Sheet, text_width

CLEAR = 13  # px from the middle of a ring to the words
TICK_MARK = 16  # px of the moss tick before "addressed"
NEAR_BOTTOM = Fraction(2, 10)  # of the range: below it the words stand over the ring
SAMPLES = 6  # places looked at along a line between two dots
ON_A_RING = 6.0
ON_A_DOT = 4.0
ON_A_DIVIDE = 1.0
ON_A_LINE = 0.5
LATER_PLACE = 0.6
MOST = 99.0
TOO_MUCH = 4.0  # for words that can be left out


@dataclass(frozen=True)
class Box:
    """A rectangle in px."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        """True when the two overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def distance(self, x: float, y: float) -> float:
        """From the point to the nearest place in the box."""
        return hypot(max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.bottom))


@dataclass(frozen=True)
class Word:
    """One line of text with its middle `dx`, `dy` px from a session and a value.

    `kind` is flag, addressed, missing, cutoff or limit.
    """

    kind: str
    text: str
    number: float
    value: Fraction
    dx: float
    dy: float


@dataclass(frozen=True)
class Label:
    """One or two lines that are placed together, at a session and a value, with their size."""

    lines: tuple[tuple[str, str], ...]
    number: float
    value: Fraction

    @property
    def flag(self) -> bool:
        """True for the words of a ring."""
        return self.lines[0][0] == "flag"

    @property
    def width(self) -> float:
        """The wider line."""
        return max(_line_width(kind, text) for kind, text in self.lines)

    @property
    def height(self) -> float:
        """All lines."""
        return ROW * len(self.lines)


def _line_width(kind: str, text: str) -> float:
    return text_width(text, bold=kind == "flag") + (TICK_MARK if kind == "addressed" else 0)


class Occupied:
    """What already lies in a panel."""

    def __init__(self, sheet: Sheet, frame: Frame) -> None:
        self.sheet = sheet
        self.frame = frame
        self.words: list[Box] = []
        self.costly: list[tuple[Box, float]] = []
        for strip in sheet.strips:
            x = sheet.x(strip.number - 0.5)
            edge = Box(x - 2, frame.plot_top, x + 2, frame.plot_bottom)
            self.costly.append((edge, ON_A_DIVIDE))
        self.rings = {ring.number: self._at(ring) for ring in frame.panel.rings}
        for place in self.rings.values():
            self._add(place, 11, ON_A_RING)
        for line in frame.panel.lines:
            for run in line.runs:
                self._add_run([self._at(dot) for dot in run])

    def _add_run(self, places: list[tuple[float, float]]) -> None:
        """The dots of a run, and points along the lines between them."""
        for place in places:
            self._add(place, 6, ON_A_DOT)
        for (ax, ay), (bx, by) in pairwise(places):
            for n in range(1, SAMPLES):
                share = n / SAMPLES
                self._add((ax + (bx - ax) * share, ay + (by - ay) * share), 3, ON_A_LINE)

    def _add(self, place: tuple[float, float], half: float, cost: float) -> None:
        x, y = place
        self.costly.append((Box(x - half, y - half, x + half, y + half), cost))

    def cost(self, box: Box, block: Label) -> float | None:
        """What it would cost to write there; None where it cannot be."""
        outside = box.left < self.sheet.left or box.right > self.sheet.width
        if outside or box.top < self.frame.plot_top - 10 or box.bottom > self.frame.plot_bottom:
            return None
        if any(box.touches(word) for word in self.words) or self._reads_as_another(box, block):
            return None
        return sum(cost for other, cost in self.costly if box.touches(other))

    def _reads_as_another(self, box: Box, block: Label) -> bool:
        """True where another ring is nearer to the words than the one they belong to."""
        away = {number: box.distance(x, y) for number, (x, y) in self.rings.items()}
        own = away.pop(int(block.number), None)
        return block.flag and own is not None and min(away.values(), default=own + 1) < own

    def _at(self, mark: Ring | Dot) -> tuple[float, float]:
        return self.sheet.x(mark.number), self.frame.y(mark.value)

    def put(
        self, block: Label, places: Sequence[tuple[float, float]], most: float
    ) -> tuple[Word, ...]:
        """The words at the cheapest of the places (dx, dy of the block's middle), or none."""
        x = self.sheet.x(block.number)
        y = self.frame.y(block.value)
        tried: list[tuple[float, Box]] = []
        for rank, (dx, dy) in enumerate(places):
            half = block.width / 2
            middle = min(max(x + dx, self.sheet.left + half), self.sheet.width - half - 1)
            top = y + dy - block.height / 2
            box = Box(middle - half, top, middle + half, top + block.height)
            cost = self.cost(box, block)
            if cost is not None and cost + rank * LATER_PLACE <= most:
                tried.append((cost + rank * LATER_PLACE, box))
        if not tried:
            return ()
        _, box = min(tried, key=lambda place: place[0])
        self.words.append(box)
        middle = (box.left + box.right) / 2
        height = (box.top + box.bottom) / 2
        return tuple(_words_of(block, middle - x, height - y))


def _words_of(block: Label, dx: float, dy: float) -> Iterator[Word]:
    top = dy - block.height / 2
    for row, (kind, text) in enumerate(block.lines):
        yield Word(kind, text, block.number, block.value, dx, top + ROW * (row + 0.5))


def words_in(sheet: Sheet, frame: Frame) -> tuple[Word, ...]:
    """The words of a panel: flags first, the newest before older ones, then cut-off and reliable change, then "no
    rating"."""
    panel = frame.panel
    if not panel.rings and not panel.missing and panel.cutoff is None and not panel.limits:
        return ()
    taken = Occupied(sheet, frame)
    words: list[Word] = []
    for ring in reversed(frame.panel.rings):
        words += _ring_words(taken, ring)
    if panel.cutoff:
        words += _on_a_rule(taken, "cutoff", panel.cutoff.text, panel.cutoff.value)
    if panel.limit_text:
        words += _on_a_rule(taken, "limit", panel.limit_text, panel.limits[-1].value)
    for numbers in _together(frame.panel.missing):
        words += _missing_words(taken, (numbers[0] + numbers[-1]) / 2)
    return tuple(words)


def _ring_words(taken: Occupied, ring: Ring) -> tuple[Word, ...]:
    """The change with what came of it; where that is too long, the change alone."""
    panel = taken.frame.panel
    near_bottom = ring.value < panel.low + NEAR_BOTTOM * (panel.high - panel.low)
    change = (("flag", ring.text),)
    both = (*change, ("addressed", ring.addressed)) if ring.addressed else change
    for lines in dict.fromkeys((both, change)):
        block = Label(lines, ring.number, ring.value)
        most = MOST if lines == change else TOO_MUCH * 2
        if words := taken.put(block, _around_a_ring(block, first_above=near_bottom), most):
            return words
    return ()


def _around_a_ring(block: Label, *, first_above: bool) -> list[tuple[float, float]]:
    down = CLEAR + block.height / 2
    side = CLEAR + 2 + block.width / 2
    near = [(0.0, down), (0.0, -down)]
    away = [(-side / 2, down), (side / 2, down), (-side, 0.0), (side, 0.0)]
    corners = [(-side / 2, -down), (side / 2, -down)]
    return [*(reversed(near) if first_above else near), *away, *corners]


def _on_a_rule(taken: Occupied, kind: str, text: str, value: Fraction) -> tuple[Word, ...]:
    """The words of a straight line, over or under it, as far right as there is room."""
    sheet = taken.sheet
    block = Label(((kind, text),), sheet.span[1], value)
    left = -block.width / 2
    across = sheet.right - sheet.left
    off = FONT * 0.75
    places = [(left - across * n / 6, dy) for n in range(6) for dy in (off, -off)]
    return taken.put(block, places, MOST)


def _missing_words(taken: Occupied, number: float) -> tuple[Word, ...]:
    panel = taken.frame.panel
    block = Label((("missing", NO_RATING),), number, panel.low)
    height = taken.frame.y(panel.low) - taken.frame.y(panel.high)
    places = [(0.0, -2.0 - height * n / 8) for n in range(7)]
    return taken.put(block, places, TOO_MUCH)


def _together(numbers: Sequence[int]) -> list[list[int]]:
    """Neighbouring sessions in one group."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups
