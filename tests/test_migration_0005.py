"""To usual ranges that begin anew and two more kinds of notes, with what is there, on both databases."""

from fractions import Fraction
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import create_engine, select, text
from sqlalchemy.exc import DatabaseError

from tests.conftest import entry, make_app, marks, new_client, weeks
from tests.older import copy_into, filled
from tracker import clock, db, migrations
from tracker.config import Settings
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Actor, Role
from tracker.models import Base, Client, User
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.office.actors import actor_of
from tracker.services.people import accounts
from tracker.services.record import clients
from tracker.services.record.ratings import RatingsEntry

ONCE = {
    "adaptations",
    "audit_entries",
    "client_reviews",
    "flag_answers",
    "flag_findings",
    "flag_reviews",
    "goal_entries",
    "goal_progress",
    "library_reviews",
    "library_revisions",
    "objective_versions",
    "practice_reports",
    "ratings",
    "reassignments",
    "reengagements",
    "repair_entries",
    "rule_settings",
    "session_changes",
    "usual_range_starts",
    "suggestion_steps",
    "suggestions",
}
ON_SQLITE = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_no_update'"
ON_POSTGRESQL = (
    "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "WHERE tgname LIKE '%_no_update'"
)


def guarded() -> set[str]:
    """The tables whose rows the database refuses to change."""
    with db.reading() as reading:
        embedded = reading.get_bind().dialect.name == "sqlite"
        return set(reading.scalars(text(ON_SQLITE if embedded else ON_POSTGRESQL)))


def test_every_table_that_is_written_once_is_guarded(app: Flask) -> None:
    assert guarded() == ONCE
    assert set(Base.metadata.tables) >= ONCE


def _findings() -> list[tuple[str, str, str]]:
    with db.reading() as reading:
        rows = reading.execute(text("SELECT id, kind, detail FROM flag_findings ORDER BY id"))
        return [(str(row.id), row.kind, str(row.detail)) for row in rows]


def _two_sessions() -> None:
    now = clock.now()
    with db.transaction() as writing:
        user = accounts.add_account(
            writing,
            None,
            email="ada@b.example",
            name="Ada",
            roles=frozenset({Role.CLINICIAN}),
            password_hash="hash",
            now=now,
        )
        client = clients.add_client(
            writing, actor_of(user), new_client("session-check", "ors"), now=now
        )
    _log(0, entry(marks(8, 8, 8, 8)), actor_of(user), client.id)
    _log(1, entry(marks(5, 8, 8, 8)), actor_of(user), client.id)


def _log(number: int, what: RatingsEntry, who: Actor, client_id: UUID) -> None:
    with db.transaction() as writing:
        sessions.log_session(
            writing, who, client_id, SessionDetails(weeks(number)), what, now=clock.now()
        )


def _brought_up(folder: Path) -> None:
    copy_into(db.engine(), "0004", filled(folder, _two_sessions))
    before = _findings()
    assert [kind for _, kind, _ in before] == ["drop"]
    migrations.upgrade(db.engine())
    assert _findings() == before
    assert "flag_findings" in guarded()
    with pytest.raises(DatabaseError, match="written once"), db.transaction() as writing:
        writing.execute(text("UPDATE flag_findings SET kind = 'slide'"))
    with db.reading() as reading:
        user, client = reading.scalars(select(User)).one(), reading.scalars(select(Client)).one()
        ada = actor_of(user)
    for number, total in ((2, "20"), (3, "26")):
        rated = {"session-check": marks(5, 8, 8, 8), "ors": Entered(total=Fraction(total))}
        found = {(key, Rater.CLIENT): entered for key, entered in rated.items()}
        _log(number, RatingsEntry(found), ada, client.id)
    assert {kind for _, kind, _ in _findings()} == {"drop", "low_item", "recovered"}


def test_findings_are_brought_up_with_what_is_there(embedded: Flask, tmp_path: Path) -> None:
    with embedded.app_context():
        _brought_up(tmp_path / "now")


def test_findings_are_brought_up_on_the_server_too(tmp_path: Path, postgresql: str) -> None:
    engine = create_engine(postgresql, isolation_level="AUTOCOMMIT")
    with engine.connect() as server:
        server.execute(text("CREATE DATABASE fourth"))
    engine.dispose()
    url = postgresql.replace("/postgres?", "/fourth?")
    with make_app(Settings(instance=tmp_path / "fourth", database_url=url)).app_context():
        _brought_up(tmp_path / "now")
        db.engine().dispose()
