"""The progress of one goal, 0 to 10 by session: one of several small charts on the same scale and the same sessions."""

from collections.abc import Sequence

from tracker.charts import elements as svg
from tracker.charts.elements import group
from tracker.charts.theme import LIGHT

WIDTH = 220
HEIGHT = 92
LEFT = 26
RIGHT = 10
TOP = 10
BOTTOM = 22
HIGHEST = 10
FONT = 12


def render(values: Sequence[int | None]) -> str:
    """The values by session as a small chart of 220 × 92 px: a gap at each None, and the number of the first and the
    last session below."""
    rules = [
        group("d-grid", svg.line(LEFT, y, WIDTH - RIGHT, y, stroke="currentColor", stroke_width=1))
        for y in map(_y, (0, HIGHEST // 2, HIGHEST))
    ]
    ticks = [
        svg.text(LEFT - 6, _y(mark) + 4, str(mark), fill="currentColor", text_anchor="end")
        for mark in (0, HIGHEST)
    ]
    ends = sorted({1, len(values)})
    ticks += [
        svg.text(_x(n, len(values)), HEIGHT - 4, str(n), fill="currentColor", text_anchor="middle")
        for n in ends
    ]
    labels = group("muted", *ticks, font_size=FONT)
    return svg.drawing("progress", WIDTH, HEIGHT, *rules, labels, group("d-client", *_runs(values)))


def _x(number: int, sessions: int) -> float:
    return LEFT + 8 + (number - 1) / max(sessions - 1, 1) * (WIDTH - LEFT - RIGHT - 16)


def _y(value: int) -> float:
    return TOP + (HIGHEST - value) / HIGHEST * (HEIGHT - TOP - BOTTOM)


def _runs(values: Sequence[int | None]) -> list[str]:
    """A line through values of sessions that follow each other with a value, and a dot on each: a goal is asked about
    now and then, so the line goes over sessions without one."""
    places = [
        (_x(number, len(values)), _y(value))
        for number, value in enumerate(values, start=1)
        if value is not None
    ]
    points = " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in places)
    line = svg.element(
        "polyline", points=points, fill="none", stroke="currentColor", stroke_width=2
    )
    dots = [svg.element("circle", cx=x, cy=y, r=4, fill="currentColor") for x, y in places]
    return [line, *dots] if len(places) > 1 else dots


LINE_WIDTH = 116
LINE_HEIGHT = 16
ASIDE = 6


def line(start: int, now: int) -> str:
    """From where a goal began to where it stands, 0 to 10 from left to right, for a row: a ring, a line, a dot."""

    def x(value: int) -> float:
        return ASIDE + value / HIGHEST * (LINE_WIDTH - 2 * ASIDE)

    middle = LINE_HEIGHT / 2
    ground = svg.line(x(0), middle, x(HIGHEST), middle, stroke="currentColor", stroke_width=1)
    ends = [
        svg.line(x(v), middle - 3, x(v), middle + 3, stroke="currentColor", stroke_width=1)
        for v in (0, HIGHEST)
    ]
    way = svg.line(x(start), middle, x(now), middle, stroke="currentColor", stroke_width=2.5)
    began = svg.element(
        "circle",
        cx=x(start),
        cy=middle,
        r=3,
        stroke="currentColor",
        stroke_width=2,
        fill=LIGHT["surface"],
        class_="on-surface",
    )
    stands = svg.element("circle", cx=x(now), cy=middle, r=4.5, fill="currentColor")
    return svg.drawing(
        "goal-line",
        LINE_WIDTH,
        LINE_HEIGHT,
        group("d-grid", ground, *ends),
        group("d-client", way, began, stands),
    )
