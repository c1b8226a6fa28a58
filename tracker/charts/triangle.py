"""Bond, goals and tasks of one session as a triangle (Bordin's three parts), and the plain triangle of the logo.

    Bond 5
      ●
     /|\\          three axes from the middle, marks at the half and the whole range;
    / | \\         an outline without a fill: an area would exaggerate
Goals 8 ── Tasks 9
"""

from collections.abc import Mapping
from fractions import Fraction
from math import cos, pi, sin

from tracker.charts import elements as svg
from tracker.charts.elements import group
from tracker.charts.figure import NO_RATING, Who
from tracker.charts.svg import marks
from tracker.charts.theme import LOOKS
from tracker.domain.measures.numbers import show

WIDTH = 160
HEIGHT = 140
CENTRE = (80.0, 76.0)
REACH = 50.0
FONT = 13
CORNERS = ("bond", "goals", "tasks")
ANGLES = {"bond": -pi / 2, "goals": 5 * pi / 6, "tasks": pi / 6}
LABELS = {"bond": (80.0, 14.0), "goals": (36.0, 119.0), "tasks": (124.0, 119.0)}


def render(
    client: Mapping[str, Fraction], therapist: Mapping[str, Fraction] | None, high: Fraction
) -> str:
    """One session as an SVG of 160 × 140 px, with the client's numbers; a missing score reads "no rating"."""
    parts = [*_axes(), *([_rater(Who.THERAPIST, therapist, high)] if therapist else [])]
    parts += [_rater(Who.CLIENT, client, high), *(_label(key, client) for key in CORNERS)]
    return svg.drawing(
        "triangle",
        WIDTH,
        HEIGHT,
        *parts,
        font_family="Source Sans 3, Segoe UI, system-ui, sans-serif",
        font_size=FONT,
    )


def logo() -> str:
    """The plain triangle, 28 × 28 px, in the colour of the text around it."""
    outline = svg.element(
        "polygon",
        points="14,4 25,23 3,23",
        fill="none",
        stroke="currentColor",
        stroke_width=2.5,
        stroke_linejoin="round",
    )
    return svg.drawing("logo", 28, 28, outline)


def _at(key: str, share: float) -> tuple[float, float]:
    angle = ANGLES[key]
    return CENTRE[0] + cos(angle) * REACH * share, CENTRE[1] + sin(angle) * REACH * share


def _points(places: list[tuple[float, float]]) -> str:
    return " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in places)


def _axes() -> list[str]:
    frames = [
        svg.element(
            "polygon",
            points=_points([_at(key, share) for key in CORNERS]),
            fill="none",
            stroke="currentColor",
            stroke_width=1,
        )
        for share in (0.5, 1.0)
    ]
    arms = [
        svg.line(*CENTRE, *_at(key, 1.0), stroke="currentColor", stroke_width=1) for key in CORNERS
    ]
    return [group("rule", *frames, *arms)]


def _rater(who: Who, scores: Mapping[str, Fraction], high: Fraction) -> str:
    look = LOOKS[who]
    rated = [key for key in CORNERS if key in scores]
    places = [_at(key, float(scores[key] / high)) for key in rated]
    shape = "polygon" if len(rated) == len(CORNERS) else "polyline"
    outline = svg.element(
        shape,
        points=_points(places),
        fill="none",
        stroke="currentColor",
        stroke_width=1.5,
        **({"stroke_dasharray": look.dash} if look.dash else {}),
    )
    return group(look.token, outline, marks(who, places))


def _label(key: str, client: Mapping[str, Fraction]) -> str:
    x, y = LABELS[key]
    name = key.capitalize()
    if key in client:
        lines = [f"{name} {show(client[key])}"]
    else:
        lines = [f"{name}: {NO_RATING}"] if key == "bond" else [name, NO_RATING]
    texts = [
        svg.text(x, y + row * (FONT + 2), line, fill="currentColor", text_anchor="middle")
        for row, line in enumerate(lines)
    ]
    return group("ink", *texts)
