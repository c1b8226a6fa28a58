"""Two views of one session: how far therapist and client lie apart, or two people of one record.

Clients usually rate higher than therapists, and in 700 treatments how well the two agreed did not go with the outcome
(Sinclair; see docs/rules.md). So only the unusual direction, twice, asks for a review; the usual one is a note.
"""

from collections.abc import Iterator
from fractions import Fraction

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.measure import Item
from tracker.domain.rules.drop_rules import client_alliance
from tracker.domain.rules.findings import Compared, Context, Finding, FlagKind, RatingRule, about

APART = Fraction(1, 5)  # design default: 2 points of 0 to 10, carried to other ranges linearly


def therapist_above(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The therapist rates an item two or more points above the client in two sessions running (design default)."""
    pairs = _pairs(trajectory, point, context)
    if len(pairs) < 2:
        return None
    now, before = (_apart(trajectory, *pair, sign=1) for pair in (pairs[-1], pairs[-2]))
    known = _apart(trajectory, *pairs[-3], sign=1).keys() if len(pairs) > 2 else frozenset()
    keys = [key for key in now if key in before and key not in known]
    shown = [now[key] for key in keys]
    return about(FlagKind.THERAPIST_ABOVE, trajectory, point, *shown) if shown else None


def client_above(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The client rates an item two or more points above the therapist: the usual direction, worth knowing only."""
    pairs = _pairs(trajectory, point, context)
    if not pairs:
        return None
    now = _apart(trajectory, *pairs[-1], sign=-1)
    known = _apart(trajectory, *pairs[-2], sign=-1).keys() if len(pairs) > 1 else frozenset()
    shown = [compared for key, compared in now.items() if key not in known]
    return about(FlagKind.CLIENT_ABOVE, trajectory, point, *shown) if shown else None


def partners_apart(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """Two people of one record mark an item two or more points apart in the same session (design default). Said of the
    later one, in comparison with the one who lies farthest, where it begins."""
    if not client_alliance(trajectory):
        return None
    shown: list[tuple[list[Compared], Trajectory]] = []
    for partner in context.partners:
        now = _between(trajectory, point, partner)
        before = trajectory.preceding(point)
        known = _between(trajectory, before, partner).keys() if before else frozenset()
        new = [compared for key, compared in now.items() if key not in known]
        if new:
            shown.append((new, partner))
    if not shown:
        return None
    compared, partner = max(shown, key=lambda pair: sum(map(_gap, pair[0])))
    return about(
        FlagKind.PARTNERS_APART, trajectory, point, *compared, reason=str(partner.participant)
    )


def _between(trajectory: Trajectory, point: Point, partner: Trajectory) -> dict[str, Compared]:
    """The items that lie apart, whoever is above, with both marks; none where the partner did not rate that session."""
    theirs = [p for p in partner.points if p.slot == point.slot and p.series == point.series]
    if not theirs:
        return {}
    above = _apart(trajectory, point, theirs[0], sign=-1)
    return above | _apart(trajectory, point, theirs[0], sign=1)


def _gap(compared: Compared) -> Fraction:
    assert compared.now is not None
    assert compared.reference is not None
    return abs(compared.now - compared.reference)


def _pairs(trajectory: Trajectory, point: Point, context: Context) -> list[tuple[Point, Point]]:
    """Client and therapist on each session that both rated, up to this one; empty where this one has not both."""
    if not client_alliance(trajectory) or context.other is None:
        return []
    theirs = {p.slot.number: p for p in context.other.points}
    pairs = [
        (mine, theirs[mine.slot.number])
        for mine in trajectory.points
        if mine.slot.number <= point.slot.number
        and mine.slot.number in theirs
        and mine.series == theirs[mine.slot.number].series == point.series
    ]
    return pairs if pairs and pairs[-1][0] == point else []


def _apart(trajectory: Trajectory, mine: Point, theirs: Point, *, sign: int) -> dict[str, Compared]:
    """The items that lie apart, the therapist above (sign 1) or the client (−1), with both marks."""
    return {
        c.key: c
        for item in trajectory.measure.items
        for c in _of(trajectory, item, mine, theirs, sign)
    }


def _of(
    trajectory: Trajectory, item: Item, mine: Point, theirs: Point, sign: int
) -> Iterator[Compared]:
    client = mine.scores.of(item.key)
    therapist = theirs.scores.of(item.key)
    if client is None or therapist is None:
        return
    if trajectory.measure.loss(therapist, client) * sign >= (item.high - item.low) * APART:
        yield Compared(item.key, client, therapist, mine.slot.session_id)


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.THERAPIST_ABOVE: therapist_above,
    FlagKind.CLIENT_ABOVE: client_above,
    FlagKind.PARTNERS_APART: partners_apart,
}
