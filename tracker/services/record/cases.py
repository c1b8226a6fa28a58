"""A client's course as the rules look at it, with the thresholds that were in force."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.drops import DropRule
from tracker.domain.measures.measure import Measure
from tracker.domain.measures.numbers import parse
from tracker.domain.rules.findings import RULES_VERSION
from tracker.domain.rules.flags import CaseFacts
from tracker.models import RuleSetting
from tracker.services.record.clients import participant_a
from tracker.services.record.course import Course
from tracker.services.record.estimates import at_first_look
from tracker.services.record.records import Record
from tracker.services.record.rows import StoredRating

LAST_UNRECORDED = "2026.7"  # the rules of 0.1.0, which kept no version with a rating


def case_of(db: Session, record: Record, *, anew: bool = False) -> CaseFacts:
    """All that the rules need of one client, with the practice's own thresholds and estimates as they were when each
    rating was looked at first; one query, for the thresholds.

    `anew`: as if the rules in force were the first to look at each rating.
    """
    client = record.client
    of = record.course
    primary = record.primary
    people = [p.id for p in client.participants]
    own = at_first_look(record.own, of)

    def in_order(trajectory: Trajectory) -> int:
        """A before B; the therapist's after all."""
        whose = trajectory.participant
        return people.index(whose) if whose in people else len(people)

    return CaseFacts(
        slots=of.slots,
        trajectories=tuple(sorted((t for _, t in of.lines()), key=in_order)),
        thresholds=_thresholds(list(db.scalars(select(RuleSetting))), of),
        looked_at={} if anew else _looked_at(of),
        priors=own.priors,
        changes=own.changes,
        age_band=client.age_band,
        primary=primary.key if primary else None,
        participant=participant_a(client).id,
    )


def _looked_at(of: Course) -> dict[UUID, str]:
    """Under which rules each rating was first looked at, where it is not those in force: they decide it for good."""
    first = {
        chain[-1].id: chain[0].rules_version or LAST_UNRECORDED for chain in of.chains.values()
    }
    return {rating: version for rating, version in first.items() if version != RULES_VERSION}


def _thresholds(settings: list[RuleSetting], of: Course) -> dict[UUID, DropRule]:
    """The practice's rule for each rating that was first entered after it was set; a correction keeps it."""
    by_rating: dict[UUID, DropRule] = {}
    for place, chain in of.chains.items():
        measure = of.measure_at(place)
        rule = _in_force(settings, measure, chain[0]) if measure else None
        if rule:
            by_rating[chain[-1].id] = rule
    return by_rating


def _in_force(
    settings: list[RuleSetting], measure: Measure, rating: StoredRating
) -> DropRule | None:
    own = [s for s in settings if s.measure_key == measure.key and s.set_at <= rating.recorded_at]
    points = parse(max(own, key=lambda setting: setting.set_at).points) if own else None
    return measure.drop.with_points(points) if measure.drop and points else None
