"""A word-sized line for a table: no frame, no axis, always on the measure's own range, so that rows compare."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from tracker.charts import elements as svg
from tracker.charts.elements import group
from tracker.charts.figure import Dot, runs_of
from tracker.charts.words import count
from tracker.domain.measures.numbers import show

WIDTH = 112
HEIGHT = 40
EDGE = 8  # px: half a ring and its line
LAST = 3.5
RING = 5.5


def render(
    values: Sequence[Fraction | None],
    low: Fraction,
    high: Fraction,
    flagged: Collection[int],
) -> str:
    """The values as a line of 112 × 40 px: a gap at each None, a ring at each flagged index, a dot on the last."""
    dots = [None if v is None else Dot(index, v, "") for index, v in enumerate(values)]
    runs = runs_of(dots, [False] * len(dots))
    places = [[_at(dot, low, high, len(values)) for dot in run] for run in runs]
    middle = HEIGHT / 2
    hairline = svg.line(0, middle, WIDTH, middle, stroke="currentColor", stroke_width=1)
    parts = [group("rule", hairline), group("d-client", *map(_run, places))] if places else []
    rings = [
        svg.element(
            "circle", cx=x, cy=y, r=RING, fill="none", stroke="currentColor", stroke_width=2
        )
        for run, at in zip(runs, places, strict=True)
        for dot, (x, y) in zip(run, at, strict=True)
        if dot.number in flagged
    ]
    if places:
        x, y = places[-1][-1]
        end = svg.element("circle", cx=x, cy=y, r=LAST, fill="currentColor", class_="last")
        parts.append(group("d-client", end))
    if rings:
        parts.append(group("d-flag", *rings))
    return svg.drawing("sparkline", WIDTH, HEIGHT, *(parts or [group("rule", hairline)]))


def _at(dot: Dot, low: Fraction, high: Fraction, slots: int) -> tuple[float, float]:
    x = EDGE + dot.number / max(slots - 1, 1) * (WIDTH - 2 * EDGE)
    y = HEIGHT - EDGE - float((dot.value - low) / (high - low)) * (HEIGHT - 2 * EDGE)
    return x, y


def _run(places: Sequence[tuple[float, float]]) -> str:
    if len(places) == 1:
        (x, y) = places[0]
        return svg.element("circle", cx=x, cy=y, r=2, fill="currentColor")
    points = " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in places)
    return svg.element(
        "polyline", points=points, fill="none", stroke="currentColor", stroke_width=2
    )


def words(values: Sequence[Fraction | None], measure_digits: int) -> str:
    """The same for a reader who does not see it: "from 8 to 5, lowest 5, one missing"."""
    rated = [value for value in values if value is not None]
    if not rated:
        return "no ratings"
    shown = [show(value, measure_digits) for value in (rated[0], rated[-1], min(rated))]
    text = f"one rating, {shown[0]}"
    if len(rated) > 1:
        text = f"from {shown[0]} to {shown[1]}, lowest {shown[2]}"
    missing = len(values) - len(rated)
    return f"{text}, {count(missing)} missing" if missing else text
