"""A practice of any size, filled by plain SQL: as many sessions as years of use would leave."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import insert, select

from tests.conftest import new_client
from tests.durability.practice import browser_of, open_practice
from tracker import clock, db
from tracker.domain.care.objectives import Window
from tracker.models import Client, ClientMeasure, Rating, TherapySession
from tracker.reference.loader import measures
from tracker.reference.objectives import templates
from tracker.services.care import goals, objectives
from tracker.services.care.objectives import ObjectiveWish
from tracker.services.record import clients
from tracker.services.record.clients import participant_a

WEEK = timedelta(weeks=1)
TODAY = clock.now().date()
MORE = ("phq-9", "gad-7", "core-10", "ors")  # rated by their totals


class BenchPractice:
    """The app on an instance of its own, and one clinician with a browser."""

    def __init__(self, folder: Path) -> None:
        self.app, self.clinician = open_practice(folder)
        self.app.jinja_env.finalize = None  # the tests look at all that is printed; users do not
        self.page = browser_of(self.app, self.clinician)

    def add_client(self, weeks: int) -> UUID:
        """A client with a session and a rating in each of the last weeks, the last a week ago; the id."""
        start = TODAY - (weeks + 1) * WEEK
        with self.app.app_context(), db.transaction() as writing:
            asked = new_client("session-check", starts_on=start)
            client = clients.add_client(writing, self.clinician, asked, now=clock.now())
            participant = participant_a(client).id
            rows = list(sessions(client.id, self.clinician.id, start, weeks))
            if rows:
                writing.execute(insert(TherapySession), rows)
                writing.execute(
                    insert(Rating), [rating(row, participant, n) for n, row in enumerate(rows)]
                )
        return client.id

    def add_whole_record(self, weeks: int) -> UUID:
        """A client rated on five measures in each of the last weeks, with three goals and seven objectives; the id."""
        client_id = self.add_client(weeks)
        with self.app.app_context(), db.transaction() as writing:
            client = writing.get_one(Client, client_id)
            for position, key in enumerate(MORE, start=1):
                client.measures.append(ClientMeasure(measure_key=key, position=position))
            participant = participant_a(client).id
            sessions = writing.scalars(
                select(TherapySession).where(TherapySession.client_id == client_id)
            )
            rows = [
                rating(
                    {"id": s.id, "recorded_at": s.recorded_at, "recorded_by_id": self.clinician.id},
                    participant,
                    n,
                )
                | {
                    "id": uuid4(),
                    "measure_key": key,
                    "measure_version": measures()[key].version,
                    "answers": {},
                    "total": 12 + n % 9,
                }
                for n, s in enumerate(sessions)
                for key in MORE
            ]
            if rows:
                writing.execute(insert(Rating), rows)
        self._aims(client_id, weeks)
        return client_id

    def _aims(self, client_id: UUID, weeks: int) -> None:
        start = TODAY - (weeks + 1) * WEEK
        now = clock.now()
        window = Window(start, start + timedelta(days=700))
        with self.app.app_context(), db.transaction() as writing:
            for wording in ("Sleep", "Work", "Friends"):
                goals.set_goal(
                    writing, self.clinician, client_id, wording, start, endorsed="aloud", now=now
                )
            for template in templates().values():
                key = {None: None, "alliance": "session-check", "outcome": MORE[0]}
                of = key[template.measure_kind]
                asked = template.suggested(measures()[of] if of else None)
                wanted = ObjectiveWish(asked, window, template.title, template.key)
                objectives.set_objective(writing, self.clinician, client_id, wanted, now=now)

    def close(self) -> None:
        """Let go of the database."""
        with self.app.app_context():
            db.engine().dispose()


def sessions(
    client_id: UUID, clinician_id: UUID, start: date, weeks: int
) -> Iterator[dict[str, object]]:
    """The rows of a client's weekly sessions."""
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


def rating(session: dict[str, object], participant: UUID, number: int) -> dict[str, object]:
    """The row of the client's rating in a session, on the session check."""
    bond = (8, 7, 9, 8)[number % 4]
    return {
        "id": uuid4(),
        "session_id": session["id"],
        "participant_id": participant,
        "measure_key": "session-check",
        "measure_version": measures()["session-check"].version,
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
