"""What became of each check-in, written under its session: in the plot where the lower part of it is empty, else below.

Neighbours are pushed apart, and a line leads from the score that fell to its words. Wide paper alone has the room; on
narrow paper, and for whoever does not see the picture, the page says the same as a list.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.charts.figure import CheckInStory, Panel
from tracker.charts.lettering import ROW, text_width
from tracker.charts.theme import RING

MOST = 5  # the newest are told; older ones keep their ring
GAP = 10  # px between what is drawn and the words
BESIDE = 14  # px between two of them
LETTERS = 22  # of a line, about
Down = Callable[[Fraction], float]


@dataclass(frozen=True)
class PlacedStory:
    """A check-in with its words: their middle in px, the bottom of its ring, and the top of its first line."""

    story: CheckInStory
    x: float
    middle: float
    begins: float
    top: float


def told(panel: Panel) -> tuple[CheckInStory, ...]:
    """The check-ins that the picture tells: the newest five."""
    return panel.stories[-MOST:]


def lines(story: CheckInStory) -> tuple[list[str], list[str]]:
    """What it was about and what became of it, in short lines."""
    many = len(story.what) > 1
    what = filled(story.what, ", ") if many else filled(story.what[0].split(), " ")
    return what, [line for text in story.became for line in _in_lines(text)]


def _in_lines(text: str) -> list[str]:
    """The text in short lines, broken behind its comma if it has one, else between words."""
    if len(text) > LETTERS and ", " in text:
        first, _, rest = text.partition(", ")
        return [f"{first},", *filled(rest.split(), " ")]
    return filled(text.split(), " ")


def filled(parts: Sequence[str], between: str) -> list[str]:
    """The parts in as few short lines as hold them."""
    made: list[str] = []
    for part in parts:
        longer = f"{made[-1]}{between}{part}" if made else part
        if made and len(longer) <= LETTERS:
            made[-1] = longer
        else:
            made.append(part)
    return made


def height(panel: Panel) -> float:
    """What the longest of them takes, in px."""
    return ROW * max((sum(map(len, lines(story))) for story in told(panel)), default=0)


def lowest(panel: Panel, y: Down) -> float:
    """How far down anything is drawn; the top of the scale where nothing is."""
    values = [dot.value for line in panel.lines for dot in line.dots]
    values += [ring.value for ring in panel.rings]
    return max(y(value) for value in [panel.high, *values])


def inside(panel: Panel, y: Down) -> bool:
    """True where the lower part of the plot is empty enough for them."""
    return y(panel.low) - lowest(panel, y) - RING / 2 - 2 * GAP >= height(panel)


def room_below(panel: Panel, y: Down) -> float:
    """What they take below the plot, in px."""
    return 0 if not told(panel) or inside(panel, y) else height(panel) + GAP


def width(story: CheckInStory) -> float:
    """The widest line, in px."""
    return max(text_width(line, bold=True) for part in lines(story) for line in part)


def placed(
    panel: Panel, x: Callable[[float], float], y: Down, bottom: float, right: float
) -> tuple[PlacedStory, ...]:
    """Each with its place, `bottom` being that of the plot; from the left edge of the paper to `right`."""
    stories = told(panel)
    top = y(panel.low) - height(panel) - GAP / 2 if inside(panel, y) else bottom + GAP
    middles = _apart([x(story.number) for story in stories], [width(s) for s in stories], right)
    return tuple(
        PlacedStory(story, x(story.number), middle, _begins(panel, story, y), top)
        for story, middle in zip(stories, middles, strict=True)
    )


def _begins(panel: Panel, story: CheckInStory, y: Down) -> float:
    """Where the line to the words begins: under the lowest ring, or under the mark where nothing fell."""
    rings = [y(ring.value) for ring in panel.rings if ring.number == story.number]
    if rings:
        return max(rings) + RING / 2
    marks = [y(dot.value) for dot in panel.own.dots if dot.number == story.number]
    return marks[0] + GAP if marks else y(panel.high)


def _apart(wanted: Sequence[float], widths: Sequence[float], right: float) -> list[float]:
    """The middles, as near to where they are wanted as they can be without touching, between 0 and `right`."""
    middles: list[float] = []
    edge = 0.0
    for at, wide in zip(wanted, widths, strict=True):
        middle = max(at, edge + wide / 2)
        middles.append(middle)
        edge = middle + wide / 2 + BESIDE
    edge = right
    for n in reversed(range(len(middles))):
        middles[n] = min(middles[n], edge - widths[n] / 2)
        edge = middles[n] - widths[n] / 2 - BESIDE
    return middles
