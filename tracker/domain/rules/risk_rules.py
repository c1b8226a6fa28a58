"""Risk items: answered at all, or left blank. Never tuned, never silenced; a 0 is never shown as "no risk"."""

from fractions import Fraction

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.measure import InputMode, Rater
from tracker.domain.rules.findings import Compared, Context, Finding, FlagKind, RatingRule, about

NEW = "new"
RISEN = "risen"
BLANK = "blank"
LOWER = "lower"
UNCHANGED = "unchanged"
PRESSING = (NEW, RISEN, BLANK, LOWER, UNCHANGED)  # the first of these that holds of an item is said


def risk_item(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """A risk item answered at the measure's threshold or above, or left blank beside other answers.

    The reason says what is most pressing among the items: new, risen, blank, lower or unchanged. Beside typed sums the
    items that are given are looked at; where none is, nothing is found, and pages say that it is not available.
    """
    risk = trajectory.measure.risk
    if risk is None or trajectory.rater is not Rater.CLIENT:
        return None
    said: dict[str, tuple[str, Compared]] = {}
    for key in risk.items:
        now = _entered(trajectory, point, key)
        if (now is None and not sums(point)) or (now is not None and now >= risk.least):
            said[key] = _held_against_last(trajectory, point, key)
    if not said:
        return None
    reason = min((word for word, _ in said.values()), key=PRESSING.index)
    shown = (compared for _, compared in said.values())
    return about(FlagKind.RISK_ITEM, trajectory, point, *shown, reason=reason)


def sums(point: Point) -> bool:
    """True for a rating of which sums were typed: a total or the scales. Some items may stand beside them."""
    return point.series.mode in (InputMode.TOTAL, InputMode.COMPONENTS)


def not_available(point: Point) -> bool:
    """True for sums of a measure with risk items of which none is given: it says nothing about risk."""
    risk = point.measure.risk
    return risk is not None and sums(point) and not set(risk.items) & point.answers.items.keys()


def _held_against_last(trajectory: Trajectory, point: Point, key: str) -> tuple[str, Compared]:
    """How the item stands to its last answer, by whichever therapist: what was there before is not new."""
    earlier = [
        p
        for p in trajectory.points
        if p.slot.number < point.slot.number and p.scores.of(key) is not None
    ]
    now = _entered(trajectory, point, key)
    before = _entered(trajectory, earlier[-1], key) if earlier else None
    since = earlier[-1].slot.session_id if earlier else None
    compared = Compared(key, now, before, since)
    risk = trajectory.measure.risk
    assert risk is not None
    if now is None:
        return BLANK, compared
    if before is None or before < risk.least:
        return NEW, compared
    if now > before:
        return RISEN, compared
    return (UNCHANGED if now == before else LOWER), compared


def _entered(trajectory: Trajectory, point: Point, key: str) -> Fraction | None:
    """The answer as it was given, before a reversed item is turned round."""
    value = point.scores.of(key)
    item = trajectory.measure.item(key)
    return item.low + item.high - value if value is not None and item.reverse else value


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.RISK_ITEM: risk_item,
}
