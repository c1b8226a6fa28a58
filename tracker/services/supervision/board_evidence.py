"""What stands behind the rows of a board that are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.measures.measure import Measure, Rater
from tracker.services.installation import defined
from tracker.services.record.client_lines import AllianceLine
from tracker.services.record.course import Course, courses
from tracker.services.record.kept_courses import kept_texts
from tracker.services.record.kept_lines import alliance_of
from tracker.services.supervision.board_rows import BoardRow

LAST = 8  # design default: how many sessions stand behind a row


@dataclass(frozen=True)
class LineBehind:
    """The client's totals on the measure of a flag in the last sessions, None where there is none, and which of them is
    the flag's own."""

    measure: Measure
    recent: tuple[Fraction | None, ...]
    flagged: frozenset[int]


def lines_behind(db: Session, rows: Sequence[BoardRow]) -> dict[UUID, LineBehind]:
    """The line behind each of these rows, by flag; none where the client has no total. What is kept of a client has
    that of participant A on the primary alliance measure; of others the ends of the courses are read, at once."""
    if not rows:
        return {}
    known = defined(db)
    texts = kept_texts(db, sorted({row.client_id for row in rows}))
    kept = {client_id: alliance_of(text, known) for client_id, text in texts}
    lines = {row.flag_id: _kept_line(row, *kept.get(row.client_id, (0, None))) for row in rows}
    others = [row for row in rows if lines[row.flag_id] is None]
    read = courses(db, sorted({row.client_id for row in others}), LAST) if others else {}
    lines |= {row.flag_id: _line(row, read[row.client_id]) for row in others}
    return {flag_id: line for flag_id, line in lines.items() if line}


def _kept_line(row: BoardRow, sessions: int, alliance: AllianceLine | None) -> LineBehind | None:
    """The line as it is kept of a client with so many sessions; None where it is not, or the row is about another."""
    if not alliance or row.letter not in ("", "A") or row.about[0] != alliance.measure.key:
        return None
    recent = alliance.recent[-LAST:]
    if not any(total is not None for total in recent):
        return None
    own = row.number - 1 - sessions + len(recent) if row.by_client and row.number else -1
    return LineBehind(alliance.measure, recent, frozenset([own] if own >= 0 else []))


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
