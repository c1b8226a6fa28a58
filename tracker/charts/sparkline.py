"""A word-sized line for a row: no frame and no axis. The number beside it says where on its measure it stands.

What is shown of the measure's range is as high as the ratings ask for, but never less than 40 % of it (design default):
a wiggle stays a wiggle, and two clients whose marks fell by the same part of the range draw the same fall.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tracker.charts import elements as svg
from tracker.charts.elements import group
from tracker.charts.figure import Dot, runs_of
from tracker.charts.words import count
from tracker.domain.measures.numbers import show

LEAST_SHOWN = 0.4  # of the measure's range
ASIDE = 6.5  # px beside the line: half a ring and its line
ABOVE = (
    3  # px above and below it: half the last dot; a ring may stand out, and the style sheet lets it
)
LAST = 2.8
RING = 5.5


@dataclass(frozen=True)
class Paper:
    """The size of a line in px, and the colour of what is drawn on it, by its token."""

    width: float
    height: float
    token: str


ALLIANCE = Paper(104, 24, "d-client")
OUTCOME = Paper(88, 24, "d-outcome")
Place = tuple[float, float]


def render(
    values: Sequence[Fraction | None],
    low: Fraction,
    high: Fraction,
    flagged: Collection[int] = (),
    paper: Paper = ALLIANCE,
) -> str:
    """The values of a measure that goes from `low` to `high` as a line: a gap at each None, a ring at each flagged
    index, a dot on the last."""
    return _drawn(tuple(values), low, high, frozenset(flagged), paper)


@lru_cache(
    maxsize=4096
)  # about a kilobyte each; a list is opened again and again, and few of its lines have changed
def _drawn(
    values: tuple[Fraction | None, ...],
    low: Fraction,
    high: Fraction,
    flagged: frozenset[int],
    paper: Paper,
) -> str:
    dots = [None if value is None else Dot(n, value, "") for n, value in enumerate(values)]
    runs = runs_of(dots, [False] * len(dots))
    rated = [float(value) for value in values if value is not None]
    window = _window(rated, float(low), float(high))
    places = [[_at(dot, window, len(values), paper) for dot in run] for run in runs]
    parts = []
    if places:
        x, y = places[-1][-1]
        end = svg.element("circle", cx=x, cy=y, r=LAST, fill="currentColor", class_="last")
        parts.append(group(paper.token, *map(_run, places), end))
    if rings := [
        svg.element(
            "circle", cx=x, cy=y, r=RING, fill="none", stroke="currentColor", stroke_width=2
        )
        for run, at in zip(runs, places, strict=True)
        for dot, (x, y) in zip(run, at, strict=True)
        if dot.number in flagged
    ]:
        parts.append(group("d-flag", *rings))
    return svg.drawing("sparkline", paper.width, paper.height, *parts)


def _window(values: Sequence[float], low: float, high: float) -> tuple[float, float]:
    """From where to where the measure's range is shown: around the values, and within the range. A place on the screen
    is no score, and need not be exact."""
    if not values:
        return low, high
    size = max(max(values) - min(values), LEAST_SHOWN * (high - low))
    begin = (max(values) + min(values) - size) / 2
    begin = min(max(begin, low), high - size)
    return begin, begin + size


def _at(dot: Dot, window: tuple[float, float], slots: int, paper: Paper) -> Place:
    begin, end = window
    x = ASIDE + dot.number / max(slots - 1, 1) * (paper.width - 2 * ASIDE)
    part = (float(dot.value) - begin) / (end - begin)
    y = paper.height - ABOVE - part * (paper.height - 2 * ABOVE)
    return x, y


def _run(places: Sequence[Place]) -> str:
    if len(places) == 1:
        (x, y) = places[0]
        return svg.element("circle", cx=x, cy=y, r=2, fill="currentColor")
    points = " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in places)
    return svg.element(
        "polyline", points=points, fill="none", stroke="currentColor", stroke_width=1.75
    )


def words(values: Sequence[Fraction | None], measure_digits: int) -> str:
    """The same for a reader who does not see it: "from 8 to 5, lowest 5, one missing"."""
    return _said(tuple(values), measure_digits)


@lru_cache(maxsize=4096)  # as above
def _said(values: tuple[Fraction | None, ...], measure_digits: int) -> str:
    rated = [value for value in values if value is not None]
    if not rated:
        return "no ratings"
    shown = [show(value, measure_digits) for value in (rated[0], rated[-1], min(rated))]
    text = f"one rating, {shown[0]}"
    if len(rated) > 1:
        text = f"from {shown[0]} to {shown[1]}, lowest {shown[2]}"
    missing = len(values) - len(rated)
    return f"{text}, {count(missing)} missing" if missing else text
