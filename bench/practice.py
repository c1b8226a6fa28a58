"""A practice of any size, filled by plain SQL: as many sessions as years of use would leave."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import insert

from tests.conftest import new_client
from tests.durability.practice import browser_of, open_practice
from tracker import clock, db
from tracker.models import Rating, TherapySession
from tracker.services import clients
from tracker.services.clients import participant_a

WEEK = timedelta(weeks=1)
TODAY = clock.now().date()


class Practice:
    """The app on an instance of its own, and one clinician with a browser."""

    def __init__(self, folder: Path) -> None:
        self.app, self.clinician = open_practice(folder)
        self.page = browser_of(self.app, self.clinician)

    def add_client(self, weeks: int) -> UUID:
        """A client with a session and a rating in each of the last weeks, the last a week ago; the id."""
        start = TODAY - (weeks + 1) * WEEK
        with self.app.app_context(), db.transaction() as writing:
            asked = new_client("session-check", starts_on=start)
            client = clients.add_client(writing, self.clinician, asked, now=clock.now())
            participant = participant_a(client).id
            rows = list(_sessions(client.id, self.clinician.id, start, weeks))
            if rows:
                writing.execute(insert(TherapySession), rows)
                writing.execute(
                    insert(Rating), [_rating(row, participant, n) for n, row in enumerate(rows)]
                )
        return client.id

    def close(self) -> None:
        """Let go of the database."""
        with self.app.app_context():
            db.engine().dispose()


def _sessions(
    client_id: UUID, clinician_id: UUID, start: date, weeks: int
) -> Iterator[dict[str, object]]:
    for week in range(weeks):
        day = start + week * WEEK
        yield {
            "id": uuid4(),
            "client_id": client_id,
            "clinician_id": clinician_id,
            "held_on": day,
            "status": "attended",
            "setting": "in_person",
            "note": "",
            "recorded_at": datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
            "recorded_by_id": clinician_id,
            "version": 1,
        }


def _rating(session: dict[str, object], participant: UUID, number: int) -> dict[str, object]:
    bond = (8, 7, 9, 8)[number % 4]
    return {
        "id": uuid4(),
        "session_id": session["id"],
        "participant_id": participant,
        "measure_key": "session-check",
        "measure_version": 1,
        "variant": "",
        "rater": "client",
        "blind": True,
        "given": "in_session",
        "input_mode": "numbers",
        "channel": "typed",
        "device_class": "desktop",
        "language": "en",
        "answers": {"bond": bond, "goals": 8, "tasks": 8, "overall": 8},
        "recorded_at": session["recorded_at"],
        "recorded_by_id": session["recorded_by_id"],
        "correction_reason": "",
    }
