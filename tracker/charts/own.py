"""How a client marked one question over time: large, for a client to read, without anything but the marks."""

from collections.abc import Sequence
from fractions import Fraction

from tracker.charts import elements as svg
from tracker.charts.elements import group
from tracker.charts.figure import Who
from tracker.charts.svg import marks

WIDE = 640
NARROW = 290
HEIGHT = 200  # px; the second fits on a phone, with text as large
LEFT = 44
RIGHT = 16
TOP = 16
BOTTOM = 36
FONT = 18
TICK = 60  # px between two numbers of sessions at least

Values = Sequence[Fraction | None]


def render(
    values: Values, low: Fraction, high: Fraction, beside: Values = (), *, width: int = WIDE
) -> str:
    """The marks by session as a chart 200 px high, a gap at each None; `beside` the therapist's, where they are to be
    shown. Numbers alone stand on it, so that it reads the same in every language."""
    return svg.drawing(
        "chart-svg own-svg",
        width,
        HEIGHT,
        *_ground(len(values), low, high, width),
        *(
            [group("d-therapist", *_runs(beside, low, high, Who.THERAPIST, width))]
            if beside
            else []
        ),
        group("d-client", *_runs(values, low, high, Who.CLIENT, width)),
    )


def _ground(count: int, low: Fraction, high: Fraction, width: int) -> tuple[str, str]:
    """Three levels with the numbers of the outer two, and the numbers of the sessions below."""
    levels = (low, (low + high) / 2, high)
    grid = [
        svg.line(LEFT, y, width - RIGHT, y, stroke="currentColor", stroke_width=1)
        for y in (_y(level, low, high) for level in levels)
    ]
    texts = [
        svg.text(
            LEFT - 12, _y(end, low, high) + 6, str(end), fill="currentColor", text_anchor="end"
        )
        for end in (low, high)
    ]
    every = -(-count // max(1, width // TICK))
    texts += [
        svg.text(_x(n, count, width), HEIGHT - 8, str(n), fill="currentColor", text_anchor="middle")
        for n in range(1, count + 1)
        if n == 1 or n % every == 0
    ]
    return group("d-grid", *grid), group("muted", *texts, font_size=FONT)


def _x(number: int, sessions: int, width: int) -> float:
    return LEFT + 14 + (number - 1) / max(sessions - 1, 1) * (width - LEFT - RIGHT - 28)


def _y(value: Fraction, low: Fraction, high: Fraction) -> float:
    return TOP + float((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM)


def _runs(values: Values, low: Fraction, high: Fraction, who: Who, width: int) -> list[str]:
    """A line through marks that follow each other, and the rater's mark on each."""
    runs: list[list[tuple[float, float]]] = [[]]
    for number, value in enumerate(values, start=1):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((_x(number, len(values), width), _y(value, low, high)))
    dash = {"stroke_dasharray": "8 6"} if who is Who.THERAPIST else {}
    lines = [
        svg.element(
            "polyline",
            points=" ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in run),
            fill="none",
            stroke="currentColor",
            stroke_width=3,
            **dash,
        )
        for run in runs
        if len(run) > 1
    ]
    return [*lines, marks(who, [place for run in runs for place in run])]
