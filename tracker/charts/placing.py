"""Words inside a panel, put where they touch nothing: "−3" at a ring, "no rating", "did not come".

A word has several possible places, best first. It never covers another word; it may cover a line, hardly ever a dot.
Where no place is left it is not written: the table has it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import hypot

from tracker.charts import stories
from tracker.charts.figure import Dot, Missing, Ring
from tracker.charts.lettering import ROW, text_width
from tracker.charts.sheet import Frame, Sheet

CLEAR = 13  # px from the middle of a ring to the words
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
    """A text with its middle `dx`, `dy` px from a session and a value. `kind` is flag or missing."""

    kind: str
    text: str
    number: float
    value: Fraction
    dx: float = 0.0
    dy: float = 0.0

    @property
    def width(self) -> float:
        """About how wide it is, in px."""
        return text_width(self.text, bold=self.kind == "flag")


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
        if not sheet.narrow and stories.inside(frame.panel, frame.y):
            self.words += list(_stories(sheet, frame))
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

    def cost(self, box: Box, word: Word) -> float | None:
        """What it would cost to write there; None where it cannot be."""
        outside = box.left < self.sheet.left or box.right > self.sheet.right
        if outside or box.top < self.frame.plot_top - 10 or box.bottom > self.frame.plot_bottom:
            return None
        if any(box.touches(other) for other in self.words) or self._reads_as_another(box, word):
            return None
        return sum(cost for other, cost in self.costly if box.touches(other))

    def _reads_as_another(self, box: Box, word: Word) -> bool:
        """True where another ring is nearer to the word than the one it belongs to."""
        away = {number: box.distance(x, y) for number, (x, y) in self.rings.items()}
        own = away.pop(int(word.number), None)
        if word.kind != "flag" or own is None:
            return False
        return min(away.values(), default=own + 1) < own

    def _at(self, mark: Ring | Dot) -> tuple[float, float]:
        return self.sheet.x(mark.number), self.frame.y(mark.value)

    def put(self, word: Word, places: Sequence[tuple[float, float]], most: float) -> Iterator[Word]:
        """The word at the cheapest of the places (dx, dy of its middle), or none."""
        x = self.sheet.x(word.number)
        y = self.frame.y(word.value)
        tried: list[tuple[float, Box]] = []
        for rank, (dx, dy) in enumerate(places):
            half = word.width / 2
            middle = min(max(x + dx, self.sheet.left + half), self.sheet.right - half)
            top = y + dy - ROW / 2
            box = Box(middle - half, top, middle + half, top + ROW)
            cost = self.cost(box, word)
            if cost is not None and cost + rank * LATER_PLACE <= most:
                tried.append((cost + rank * LATER_PLACE, box))
        if tried:
            _, box = min(tried, key=lambda place: place[0])
            self.words.append(box)
            dx = (box.left + box.right) / 2 - x
            yield replace(word, dx=dx, dy=(box.top + box.bottom) / 2 - y)


def _stories(sheet: Sheet, frame: Frame) -> Iterator[Box]:
    """What the stories take of the plot."""
    for each in stories.placed(frame.panel, sheet.x, frame.y, frame.plot_bottom, sheet.right):
        half = stories.width(each.story) / 2
        bottom = each.top + stories.height(frame.panel)
        yield Box(each.middle - half, each.top, each.middle + half, bottom)


def words_in(sheet: Sheet, frame: Frame) -> tuple[Word, ...]:
    """The words of a panel: those of its rings first, the newest before older ones, then why sessions have no mark.
    Where the stories are told, these name what fell."""
    panel = frame.panel
    if not panel.rings and not panel.missing:
        return ()
    taken = Occupied(sheet, frame)
    words: list[Word] = []
    if sheet.narrow or not panel.stories:
        for ring in _worst(panel.rings):
            words += _ring_word(taken, ring)
    for text, numbers in _together(panel.missing):
        words += _missing_word(taken, text, (numbers[0] + numbers[-1]) / 2)
    return tuple(words)


def _worst(rings: Sequence[Ring]) -> list[Ring]:
    """Of each session the first ring, the newest session first: a ring is named where it fell most, if at all."""
    return list({ring.number: ring for ring in reversed(rings)}.values())


def _ring_word(taken: Occupied, ring: Ring) -> Iterator[Word]:
    panel = taken.frame.panel
    near_bottom = ring.value < panel.low + NEAR_BOTTOM * (panel.high - panel.low)
    word = Word("flag", ring.text, ring.number, ring.value)
    return taken.put(word, _around_a_ring(word, first_above=near_bottom), MOST)


def _around_a_ring(word: Word, *, first_above: bool) -> list[tuple[float, float]]:
    down = CLEAR + ROW / 2
    side = CLEAR + 2 + word.width / 2
    near = [(0.0, down), (0.0, -down)]
    away = [(-side / 2, down), (side / 2, down), (-side, 0.0), (side, 0.0)]
    corners = [(-side / 2, -down), (side / 2, -down)]
    return [*(reversed(near) if first_above else near), *away, *corners]


def _missing_word(taken: Occupied, text: str, number: float) -> Iterator[Word]:
    panel = taken.frame.panel
    word = Word("missing", text, number, panel.low)
    height = taken.frame.y(panel.low) - taken.frame.y(panel.high)
    places = [(0.0, -ROW / 2 - 2 - height * n / 8) for n in range(7)]
    return taken.put(word, places, TOO_MUCH)


def _together(sessions: Sequence[Missing]) -> list[tuple[str, list[int]]]:
    """Neighbouring sessions without a mark for the same reason, in one group."""
    groups: list[tuple[str, list[int]]] = []
    for each in sessions:
        if groups and groups[-1][0] == each.text and each.number == groups[-1][1][-1] + 1:
            groups[-1][1].append(each.number)
        else:
            groups.append((each.text, [each.number]))
    return groups
