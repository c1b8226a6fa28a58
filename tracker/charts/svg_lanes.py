"""The lanes of flags under the panels: one for each tier, told apart by shape."""

from collections.abc import Iterator, Sequence

from tracker.charts import elements as svg
from tracker.charts.elements import group
from tracker.charts.figure import Aim, Lane
from tracker.charts.sheet import FONT, LANE, ROW, Sheet
from tracker.charts.theme import LIGHT
from tracker.domain.rules.findings import Tier

TITLE = "Flags"
WITH_OBJECTIVES = "Flags and objectives"
TOKEN: dict[Tier | Aim, str] = {
    Tier.RISK: "d-flag",
    Tier.CHECK_IN: "d-flag",
    Tier.REVIEW: "ink",
    Tier.NOTE: "muted",
    Aim.OBJECTIVE: "ink",
}
HALF = 6  # px from the middle of a mark to its edge


def lanes(paper: Sheet, shown: Sequence[Lane]) -> Iterator[str]:
    """Every lane with its words and its marks; nothing where there are none."""
    if not shown:
        return
    title = WITH_OBJECTIVES if any(lane.tier is Aim.OBJECTIVE for lane in shown) else TITLE
    bold = svg.text(0, paper.lanes_top + FONT, title, fill="currentColor", font_weight=700)
    yield group("ink", bold)
    for index, lane in enumerate(shown):
        y = paper.lane(index)
        rule = svg.line(paper.left, y, paper.right, y, stroke="currentColor", stroke_width=1)
        yield group("d-grid", rule)
        x, base = (0.0, y - LANE / 2 - ROW + FONT) if paper.narrow else (paper.right + 4, y + 4.5)
        yield group("muted", svg.text(x, base, lane.title, fill="currentColor"))
        marks = [
            mark(lane.tier, paper.x(number), y, filled=waiting) for number, waiting in lane.marks
        ]
        yield group(TOKEN[lane.tier], *marks)


def mark(tier: Tier | Aim, x: float, y: float, *, filled: bool) -> str:
    """The mark of a tier in the colour around it: a square, a triangle, a circle, a small dot, or a
    diamond for an objective."""
    if tier is Tier.NOTE:
        return svg.element("circle", cx=x, cy=y, r=3, fill="currentColor")
    look: dict[str, svg.Value] = {"stroke": "currentColor", "stroke_width": 2}
    look |= (
        {"fill": "currentColor"} if filled else {"fill": LIGHT["surface"], "class_": "on-surface"}
    )
    if tier is Tier.REVIEW:
        return svg.element("circle", cx=x, cy=y, r=HALF - 0.5, **look)
    left, right, top, bottom = (svg.number(n) for n in (x - HALF, x + HALF, y - HALF, y + HALF))
    if tier is Aim.OBJECTIVE:
        path = f"M{svg.number(x)},{top}L{right},{svg.number(y)}L{svg.number(x)},{bottom}L{left},{svg.number(y)}z"
    elif tier is Tier.RISK:
        path = f"M{left},{top}H{right}V{bottom}H{left}z"
    else:
        path = f"M{left},{top}H{right}L{svg.number(x)},{bottom}z"
    return svg.element("path", d=path, stroke_linejoin="round", **look)
