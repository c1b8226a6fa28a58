"""A client's record as objectives look at it. Read once for all objectives of a client, and only what they ask for."""

from collections.abc import Collection, Iterable
from datetime import date
from fractions import Fraction
from uuid import UUID

from tracker.domain.care.answers import Addressed, Stage
from tracker.domain.care.goals import GoalState
from tracker.domain.care.objectives import Complete, Criterion, History, Hour, Reached
from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.measure import Better, Rater
from tracker.domain.rules.drop_rules import client_alliance
from tracker.models import Adaptation, Client
from tracker.services.record.clients import participant_a
from tracker.services.record.course import Course
from tracker.services.record.flag_views import FlagView

Scores = dict[tuple[str, str], Fraction]


def history_of(
    client: Client,
    of: Course,
    flags: Iterable[FlagView],
    goals: Iterable[GoalState],
    adaptations: Iterable[Adaptation],
    asked: Collection[Criterion],
    today: date,
) -> History:
    """What the criteria `asked` need of the record, as it stands today. Scores are those that participant A gave."""
    participant = participant_a(client).id
    lines = [t for line, t in of.lines() if line[1] == Rater.CLIENT and line[2] == participant]
    drops = _drops(flags)
    rated = {p.slot.session_id for _, t in of.lines() if client_alliance(t) for p in t.points}
    scores = _scores(lines, asked)
    whole = _whole(lines, asked)
    hours = tuple(
        Hour(
            slot.session_id,
            slot.number,
            slot.held_on,
            slot.status,
            slot.reengaged_on,
            slot.session_id in rated,
            tuple(drops.get(slot.session_id, ())),
            scores.get(slot.session_id, {}),
            frozenset(whole.get(slot.session_id, ())),
        )
        for slot in of.slots
    )
    spans = tuple(goal.spans for goal in goals)
    lower = frozenset(t.measure.key for t in lines if t.measure.better is Better.LOWER)
    return History(today, hours, spans, tuple(a.happened_on for a in adaptations), lower)


def _drops(flags: Iterable[FlagView]) -> dict[UUID, list[Addressed]]:
    """Of every check-in about a fall or about tension that stands, whether it was addressed, by session."""
    by_session: dict[UUID, list[Addressed]] = {}
    for flag in flags:
        if flag.finding.about_a_strain and flag.stage is not Stage.WITHDRAWN:
            by_session.setdefault(flag.slot.session_id, []).append(flag.addressed)
    return by_session


def _scores(lines: Iterable[Trajectory], asked: Collection[Criterion]) -> dict[UUID, Scores]:
    """The scores that are asked for, by session."""
    wanted: dict[str, set[str]] = {}
    for each in asked:
        if isinstance(each, Reached):
            wanted.setdefault(each.measure, set()).add(each.component)
    by_session: dict[UUID, Scores] = {}
    for line in lines:
        keys = wanted.get(line.measure.key, ())
        for point in line.points if keys else ():
            for key in keys:
                value = point.scores.of(key)
                if value is not None:
                    by_session.setdefault(point.slot.session_id, {})[line.measure.key, key] = value
    return by_session


def _whole(lines: Iterable[Trajectory], asked: Collection[Criterion]) -> dict[UUID, set[str]]:
    """The measures asked for that were completed, by session."""
    wanted = {each.measure for each in asked if isinstance(each, Complete)}
    by_session: dict[UUID, set[str]] = {}
    for line in lines:
        for point in line.points if line.measure.key in wanted else ():
            if _is_whole(point):
                by_session.setdefault(point.slot.session_id, set()).add(line.measure.key)
    return by_session


def _is_whole(point: Point) -> bool:
    return point.scores.total is not None and not point.scores.missing
