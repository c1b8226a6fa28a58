"""From the first form of the database to people and settings, with what is there, on both databases."""

from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, create_engine, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from tests.conftest import make_app
from tracker import clock, db, migrations
from tracker.config import Settings
from tracker.models import Client, Reassignment, RuleSetting, SignIn, User, UserPreferences
from tracker.services.office.practice import practice


def _rows_of_the_first_form(connection: Connection) -> None:
    """A person, a sign-in and a threshold, as the first form of the database keeps them."""
    me, zone = "a" * 32, "+00:00" if connection.dialect.name == "postgresql" else ""
    now = f"2026-05-12 09:00:00{zone}"
    for statement in (
        "INSERT INTO users (id, email, name, password, active, fs_uniquifier, created_at, version) "
        f"VALUES ('{me}', 'a@b.example', 'Ada', 'hash', true, 'x', '{now}', 1)",
        f"INSERT INTO user_roles (user_id, role_id) VALUES ('{me}', 3)",
        "INSERT INTO sign_ins (id, user_id, token_hash, state, created_at, seen_at) "
        f"VALUES ('{'b' * 32}', '{me}', 'token', 'active', '{now}', '{now}')",
        "INSERT INTO rule_settings (id, measure_key, points, reason, set_at, set_by_id) "
        f"VALUES ('{'c' * 32}', 'srs', '3', 'a study', '{now}', '{me}')",
        "UPDATE practice SET name = 'Harbour', crisis_text = 'Call 112.'",
    ):
        connection.exec_driver_sql(statement)


def _brought_up() -> None:
    migrations.upgrade(db.engine(), "0001")
    with db.engine().connect() as connection:
        connection.execution_options(immediate=True)
        with connection.begin():
            _rows_of_the_first_form(connection)
    migrations.upgrade(db.engine())
    with db.reading() as reading:
        sign_in = reading.scalars(select(SignIn)).one()
        setting = reading.scalars(select(RuleSetting)).one()
        assert (sign_in.device, sign_in.user.name) == ("", "Ada")
        assert [role.name for role in sign_in.user.roles] == ["administrator"]
        assert (setting.points, setting.set_by_id) == ("3", sign_in.user_id)
        assert practice(reading).measures is None
        assert practice(reading).crisis_text == "Call 112."
        assert reading.scalars(select(UserPreferences)).all() == []
    for table in ("rule_settings", "reassignments"):
        with db.reading() as reading:
            _reassigned(reading)
            with pytest.raises(DatabaseError, match="written once"):
                reading.execute(text(f"UPDATE {table} SET reason = 'another'"))


def _reassigned(reading: Session) -> None:
    """A client who went to somebody else; thrown away with the reading."""
    ada = reading.scalars(select(User)).one()
    now = clock.now()
    made = User(id=uuid4(), email="b", name="B", password="", fs_uniquifier="y", created_at=now)
    client = Client(
        id=uuid4(),
        code="K-1",
        age_band="adult",
        format="individual",
        usual_setting="in_person",
        starts_on=now.date(),
        clinician_id=ada.id,
        created_at=now,
        created_by_id=ada.id,
    )
    reading.add_all([made, client])
    reading.flush()
    people = {"from_id": ada.id, "to_id": made.id}
    reading.add(
        Reassignment(id=uuid4(), client_id=client.id, reason="leave", made_at=now, **people)
    )
    reading.flush()


def test_people_and_settings_are_brought_up_with_what_is_there(embedded: Flask) -> None:
    with embedded.app_context():
        _brought_up()


def test_people_and_settings_are_brought_up_on_the_server_too(
    tmp_path: Path, postgresql: str
) -> None:
    engine = create_engine(postgresql, isolation_level="AUTOCOMMIT")
    with engine.connect() as server:
        server.execute(text("CREATE DATABASE older"))
    engine.dispose()
    url = postgresql.replace("/postgres?", "/older?")
    with make_app(Settings(instance=tmp_path / "older", database_url=url)).app_context():
        _brought_up()
        db.engine().dispose()
