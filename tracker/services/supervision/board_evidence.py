"""What stands behind the rows of a board that are shown, and the clients who have no flag because they never rated."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from sqlalchemy import Select, String, cast, func, or_, select
from sqlalchemy.orm import Session, aliased

from tracker.domain.course.sessions import Status
from tracker.domain.measures.measure import Measure, Rater
from tracker.models import Client, Rating, TherapySession, User
from tracker.services.record.course import Course, courses
from tracker.services.supervision.board_rows import BoardRow

LAST = 8  # design default: how many sessions stand behind a row


@dataclass(frozen=True)
class LineBehind:
    """The client's totals on the measure of a flag in the last sessions, None where there is none, and which of them is
    the flag's own."""

    measure: Measure
    recent: tuple[Fraction | None, ...]
    flagged: frozenset[int]


@dataclass(frozen=True)
class NeverRated:
    """A client who came, and of whom there is no rating; the first session was on the day `since`."""

    client_id: UUID
    code: str
    initials: str
    clinician_id: UUID
    clinician: str
    sessions: int
    since: date


def lines_behind(db: Session, rows: Sequence[BoardRow]) -> dict[UUID, LineBehind]:
    """The line behind each of these rows, by flag; none where the client has no total. The ends
    of the courses are read at once."""
    if not rows:
        return {}
    read = courses(db, sorted({row.client_id for row in rows}), LAST)
    lines = {row.flag_id: _line(row, read[row.client_id]) for row in rows}
    return {flag_id: line for flag_id, line in lines.items() if line}


def _line(row: BoardRow, course: Course) -> LineBehind | None:
    key, participant = row.about
    trajectory = course.trajectory(key, Rater.CLIENT, participant)
    slots = course.slots
    if trajectory is None:
        return None
    points = {point.slot.number: point for point in trajectory.points}
    rated = [points.get(slot.number) for slot in slots]
    totals = tuple(point.scores.total if point else None for point in rated)
    if not any(total is not None for total in totals):
        return None
    own = {n for n, slot in enumerate(slots) if slot.session_id == row.place[-1]}
    return LineBehind(trajectory.measure, totals, frozenset(own if row.by_client else ()))


def never_rated(db: Session, clinicians: Collection[UUID]) -> list[NeverRated]:
    """The clients of these clinicians who came at least once and have never rated, by code; in one query."""
    sessions = func.count(TherapySession.id)
    rows = (
        select(
            *(Client.id, Client.code, Client.initials, Client.clinician_id, User.name),
            *(sessions, func.min(TherapySession.held_on)),
        )
        .join(User, User.id == Client.clinician_id)
        .join(TherapySession, TherapySession.client_id == Client.id)
        .where(Client.clinician_id.in_(clinicians), TherapySession.status == Status.ATTENDED)
        .where(Client.id.not_in(_rated(clinicians)))
        .group_by(Client.id, Client.code, Client.initials, Client.clinician_id, User.name)
        .order_by(Client.code)
    )
    return [NeverRated(*row) for row in db.execute(rows)]


def _rated(clinicians: Collection[UUID]) -> Select[UUID]:
    """The clients with a rating that counts: the last of its place, and not taken back."""
    later = aliased(Rating)
    says_something = or_(
        cast(Rating.answers, String) != "{}",
        Rating.total.is_not(None),
        Rating.held_back.is_not(None),
        Rating.strain.is_not(None),
    )
    return (
        select(TherapySession.client_id)
        .join(Client, Client.id == TherapySession.client_id)
        .join(Rating, Rating.session_id == TherapySession.id)
        .outerjoin(later, later.supersedes_id == Rating.id)
        .where(Client.clinician_id.in_(clinicians), Rating.rater == Rater.CLIENT)
        .where(later.id.is_(None), says_something)
    )
