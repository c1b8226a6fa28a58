"""After a change of therapist: what the alliance was with the one before, and three ratings of closer watch.

    therapist   A     A   | B     B     B     B
    total     8.25  8.25  | 3.5   4     4     4       the first rating with B: a note with 8.25 and 3.5
                            '--- watched ---'         a score far below the last one with A: up for review, once

Ratings of two people are no course: nothing here is a fall, and base, drop and slide begin anew with B, as before.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.drops import DropRule
from tracker.domain.measures.entries import TOTAL
from tracker.domain.rules.drop_rules import client_alliance
from tracker.domain.rules.falls import falls
from tracker.domain.rules.findings import Compared, Context, Finding, FlagKind, RatingRule, about

WATCHED = 3  # design default: ratings with a new therapist that are held against those with the one before


def new_therapist(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The first alliance total with a new therapist, with the last one with the therapist before."""
    if not client_alliance(trajectory) or point.scores.total is None:
        return None
    if trajectory.earlier(point, TOTAL):
        return None
    if any(p.scores.total is not None for p in _with_this_therapist(trajectory, point)):
        return None
    before = _before(trajectory, point, TOTAL)
    return about(FlagKind.NEW_THERAPIST, trajectory, point, before) if before else None


def lower_than_before(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """One of the first three alliance ratings with a new therapist has a score far below the last one with the
    therapist before, by as much as would be a drop (design default). Said once, and not where a drop has said it."""
    if not client_alliance(trajectory) or len(trajectory.earlier(point, TOTAL)) >= WATCHED:
        return None
    watched = [*_with_this_therapist(trajectory, point), point]
    if len(watched) > WATCHED or not (below := _below(trajectory, point, context)):
        return None
    for each in watched:
        rule = context.drop_rule(trajectory, each)
        fell = rule is not None and falls(trajectory, each, rule)
        if fell or (each is not point and _below(trajectory, each, context)):
            return None
    finding = about(FlagKind.LOWER_THAN_BEFORE, trajectory, point, *below)
    return replace(finding, own_setting=point.rating_id in context.rules)


def _with_this_therapist(trajectory: Trajectory, point: Point) -> list[Point]:
    """The earlier ratings with the same therapist; one more than are watched are enough to know."""
    clinician = point.series.clinician_id
    before = takewhile(lambda each: each.slot.number < point.slot.number, trajectory.points)
    theirs = (each for each in before if each.series.clinician_id == clinician)
    return list(islice(theirs, WATCHED))


def _before(trajectory: Trajectory, point: Point, key: str) -> Compared | None:
    """A score beside the last one with another therapist, on the same version of the measure."""
    now = point.scores.of(key)
    for each in reversed(trajectory.points):
        if each.slot.number >= point.slot.number:
            continue
        elsewhere = each.series.clinician_id != point.series.clinician_id
        alike = replace(each.series, clinician_id=point.series.clinician_id) == point.series
        reference = each.scores.of(key)
        if elsewhere and alike and reference is not None and now is not None:
            return Compared(key, now, reference, each.slot.session_id)
    return None


def _below(trajectory: Trajectory, point: Point, context: Context) -> list[Compared]:
    """The watched scores that stand so far below the last ones with the therapist before."""
    rule = context.drop_rule(trajectory, point)
    return list(_each_below(trajectory, point, rule)) if rule else []


def _each_below(trajectory: Trajectory, point: Point, rule: DropRule) -> Iterator[Compared]:
    for condition in rule.strengths[0]:
        for key in trajectory.measure.watched(condition.on):
            before = _before(trajectory, point, key)
            if before is None or before.now is None or before.reference is None:
                continue
            if trajectory.measure.loss(before.reference, before.now) >= condition.points:
                yield before


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.LOWER_THAN_BEFORE: lower_than_before,
    FlagKind.NEW_THERAPIST: new_therapist,
}
