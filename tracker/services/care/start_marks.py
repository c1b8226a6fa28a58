"""The mark at the start of a session: kept with the session, by participant, and corrected with it.

It is no rating: nothing that reads ratings meets it, and whether a client gave it says nothing of the session's rating.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.course.sessions import Status
from tracker.domain.rules import start_mark as rules
from tracker.models import Client, TherapySession
from tracker.services.office.practice import practice
from tracker.services.record.clients import letters_of, participant_a
from tracker.services.record.ratings import RatingsEntry

FIELD = "start_marks"
FORM_FIELD = "start_mark"
NOTHING = "nothing"


@dataclass(frozen=True)
class StartChange:
    """What became of a mark, as its page writes it: before and now; "" for none."""

    old: str
    new: str


def asked(db: Session) -> bool:
    """True when the practice asks for it."""
    return practice(db).start_mark


def problems(
    db: Session,
    client: Client,
    entry: RatingsEntry,
    status: Status,
    stored: Mapping[str, int],
) -> dict[str, str]:
    """What stands in the way of storing it, by the field. `stored`: the marks that the session has already."""
    whose = _whose(client, entry)
    mark = entry.start.mark if entry.start else stored.get(whose)
    others = [each for each in stored if each != whose]
    if status is not Status.ATTENDED and (mark is not None or others):
        return {
            "status": "A mark at the start means that the session took place. Remove it, or choose 'Took place'"
        }
    if entry.start is None or mark is None:
        return {}
    if not asked(db) and whose not in stored:
        return {FORM_FIELD: "This practice does not ask for a mark at the start"}
    problem = rules.problem(mark)
    return {FORM_FIELD: problem} if problem else {}


def store(client: Client, session: TherapySession, entry: RatingsEntry) -> StartChange | None:
    """Keep what the form says; None where that changes nothing, or nothing was asked."""
    if entry.start is None:
        return None
    whose = _whose(client, entry)
    before = session.start_marks.get(whose)
    if entry.start.mark == before:
        return None
    marks = {each: mark for each, mark in session.start_marks.items() if each != whose}
    session.start_marks = marks if entry.start.mark is None else {**marks, whose: entry.start.mark}
    letter = letters_of(client).get(UUID(whose), "")
    return StartChange(_said(before, letter), _said(entry.start.mark, letter))


def _whose(client: Client, entry: RatingsEntry) -> str:
    return str(entry.participant or participant_a(client).id)


def _said(mark: int | None, letter: str) -> str:
    if letter:
        return f"{letter}: {NOTHING if mark is None else mark}"
    return "" if mark is None else str(mark)
