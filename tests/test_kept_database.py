"""The database of 0.1.0, kept with awkward data, is brought to the newest version on both databases and loses nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import Table, insert, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from tests import kept
from tests.conftest import Browser, make_app
from tests.instances import database_on, run
from tools.kept.contents import contents
from tracker import db, migrations
from tracker.config import Settings
from tracker.domain.care.treatment import EndedHow, TreatmentAct
from tracker.domain.course.removals import RemovalAct
from tracker.domain.rules.own_estimates import EstimateKind
from tracker.migrations import enum_checks
from tracker.models import (
    Base,
    ClientMeasure,
    PracticeEstimate,
    Rating,
    SessionRemoval,
    TherapySession,
    TreatmentEntry,
    User,
)
from tracker.services.office.actors import actor_of

# The tables that a migration since 0.1.0 changes, with what it changes: of these the rows are counted alone.
CHANGED_SINCE: dict[str, str] = {
    "client_measures": "the version that a client stays on",
    "clients": "how often their course was changed, and whether the therapy ended or is paused",
    "flag_answers": "the answer it was given with",
    "ratings": "the answers about tension, the rules that looked at it first, how the answers lay",
    "therapy_sessions": "what the therapist saw of a strain, the marks at the start, whether it counts",
    "practice": "whether a mark at the start is asked for",
    "handovers": "whether it is asked in this one, and how its answers lie",
    "repair_entries": "what the therapist saw of a strain, and the answer it came with",
}
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
    "practice_estimates",
    "practice_reports",
    "ratings",
    "reassignments",
    "reengagements",
    "repair_entries",
    "rule_settings",
    "session_changes",
    "session_removals",
    "usual_range_starts",
    "suggestion_steps",
    "suggestions",
    "treatment_entries",
}
AWKWARD = (
    "therapy_sessions WHERE held_on = '2024-02-29'",
    "therapy_sessions WHERE note LIKE '%👩🏽‍⚕️%' AND length(note) = 500",
    "ratings WHERE supersedes_id IS NOT NULL",
    "flags WHERE withdrawn_at IS NOT NULL",
    "flag_answers WHERE undoes_id IS NOT NULL",
    "supervision_links WHERE ends_on IS NOT NULL",
    "users WHERE NOT active",
    "handovers WHERE state = 'open'",
    "learning_tries WHERE ended_on IS NULL",
)
GUARDED_ON_SQLITE = (
    "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_no_update'"
)
GUARDED_ON_POSTGRESQL = (
    "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "WHERE tgname LIKE '%_no_update'"
)


@dataclass(frozen=True)
class Upgraded:
    """The app on the kept database after its upgrade, and what it held before anything was done with it."""

    app: Flask
    settings: Settings
    tables: dict[str, dict[str, Any]]
    awkward: dict[str, int]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def upgraded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Upgraded]:
    """The kept database on each of the two, brought to the newest version once; what tests write only adds to it."""
    settings = Settings(instance=tmp_path_factory.mktemp("kept") / "instance")
    if request.param == "postgresql":
        server = request.getfixturevalue("postgresql")
        settings = replace(settings, database_url=database_on(server, "kept_0_1_0"))
    kept.load(settings)
    app = make_app(settings)
    with app.app_context():
        assert migrations.current(db.engine()) == kept.holds().version
        migrations.check(db.engine())
        migrations.upgrade(db.engine())
        with db.engine().connect() as connection:
            tables = contents(connection)
            awkward = {
                each: connection.execute(text(f"SELECT count(*) FROM {each}")).scalar_one()
                for each in AWKWARD
            }
        with db.transaction() as writing:
            writing.add_all(_since_then())
    yield Upgraded(app, settings, tables, awkward)
    with app.app_context():
        db.engine().dispose()


@pytest.fixture
def in_app(upgraded: Upgraded) -> Iterator[Upgraded]:
    """The same, inside of the app."""
    with upgraded.app.app_context():
        yield upgraded


def test_it_is_of_the_newest_version(in_app: Upgraded) -> None:
    assert migrations.current(db.engine()) == migrations.head()
    assert not migrations.outdated(db.engine())


def test_its_tables_are_those_of_the_models(in_app: Upgraded) -> None:
    """Whoever changed the first migration instead of adding one would have changed nothing here."""
    with db.engine().connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_nothing_is_lost(upgraded: Upgraded) -> None:
    then = kept.holds().tables
    now = upgraded.tables
    assert {name: now[name]["rows"] for name in then} == {
        name: table["rows"] for name, table in then.items()
    }
    for name in then.keys() - CHANGED_SINCE.keys():
        assert now[name]["sha256"] == then[name]["sha256"], name


def test_every_table_of_then_has_a_row_and_the_awkward_is_there(upgraded: Upgraded) -> None:
    assert [name for name, table in kept.holds().tables.items() if not table["rows"]] == []
    assert [question for question, count in upgraded.awkward.items() if not count] == []


def test_its_audit_trail_is_whole(upgraded: Upgraded) -> None:
    url = upgraded.settings.database_url
    given = {"TRACKER_DATABASE_URL": url} if url else {}
    result = run(upgraded.settings.instance, "audit", "verify", **given)
    assert result.exit_code == 0, result.output


PAGES = {
    "clinician": (
        "/", "/clients/{alone}", "/clients/{couple}", "/clients/{child}", "/clients/{alone}/goals",
        "/clients/{alone}/objectives", "/clients/{alone}/adaptations", "/clients/{couple}/details",
        "/clients/{alone}/handoff", "/clients/{alone}/usual-range/session-check", "/flags/{flag}",
        "/clients/{alone}/measures/session-check",
        "/sessions/{alone 2}", "/sessions/{alone 7}/correct", "/meetings", "/library/cards/bond-fell",
    ),
    "supervisor": ("/supervision", "/clients/{alone}", "/flags/{flag}", "/library/suggestions"),
    "administrator": ("/people", "/audit", "/audit/exports", "/practice", "/practice/report", "/emergencies"),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_its_pages_open(in_app: Upgraded, name: str) -> None:
    held = kept.holds()
    with db.reading() as reading:
        actor = actor_of(reading.get_one(User, held.people[name]))
    browser = Browser(in_app.app.test_client()).sign_in_as(actor)
    for page in PAGES[name]:
        assert browser.client.get(page.format(**held.ids)).status_code == 200, page


def test_its_clients_stay_on_the_wording_they_were_rated_on(in_app: Upgraded) -> None:
    of = select(TherapySession.client_id, Rating.measure_key)
    with db.reading() as reading:
        rated = {tuple(row) for row in reading.execute(of.join(Rating))}
        in_use = list(reading.scalars(select(ClientMeasure)))
        actor = actor_of(reading.get_one(User, kept.holds().people["clinician"]))
    assert {row.measure_version for row in in_use} == {1, None}
    for row in in_use:
        assert (row.measure_version == 1) == ((row.client_id, row.measure_key) in rated)
    browser = Browser(in_app.app.test_client()).sign_in_as(actor)
    form = browser.client.get("/clients/{alone}/sessions/new".format(**kept.holds().ids)).text
    assert "I felt understood in this hour." in form


def test_every_table_that_is_written_once_is_guarded(in_app: Upgraded) -> None:
    with db.reading() as reading:
        embedded = reading.get_bind().dialect.name == "sqlite"
        found = reading.scalars(text(GUARDED_ON_SQLITE if embedded else GUARDED_ON_POSTGRESQL))
        assert set(found) == ONCE
    for table in ONCE:
        (key,) = (column.name for column in Base.metadata.tables[table].primary_key)
        with pytest.raises(DatabaseError, match=f"{table}: rows are written once"):
            _try(f"UPDATE {table} SET {key} = {key}")
    with pytest.raises(DatabaseError, match="audit_entries: rows are written once"):
        _try("DELETE FROM audit_entries")


def _try(statement: str) -> None:
    with db.reading() as reading:  # which keeps nothing, should it be let through
        reading.execute(text(statement))


def test_a_value_that_no_enumeration_knows_is_refused(in_app: Upgraded) -> None:
    for name, check in enum_checks.of_models().items():
        table = Base.metadata.tables[check.table]
        with db.reading() as reading:
            rows = [dict(row._mapping) for row in reading.execute(select(table))]
        assert any(name in _refusal(table, {**row, check.column: "another"}) for row in rows), name


def _since_then() -> list[Base]:
    """A row of each table that came after 0.1.0: what a table refuses shows on a row alone."""
    given_up = PracticeEstimate(
        measure_key="k10",
        scored_as=1,
        kind=EstimateKind.CHANGE,
        numbers={},
        source="",
        clients=0,
        ratings=0,
        reason="back to its own",
        set_at=datetime(2026, 5, 12, tzinfo=UTC),
    )
    ended = TreatmentEntry(
        client_id=UUID(str(kept.holds().ids["alone"])),
        sequence=1,
        act=TreatmentAct.ENDED,
        on=date(2026, 5, 12),
        how=EndedHow.PLANNED,
        recorded_at=datetime(2026, 5, 12, tzinfo=UTC),
        recorded_by_id=kept.holds().people["clinician"],
    )
    taken_back = SessionRemoval(
        session_id=UUID(str(kept.holds().ids["alone 2"])),
        sequence=1,
        act=RemovalAct.TAKEN_BACK,
        reason="A slip",
        recorded_at=datetime(2026, 5, 12, tzinfo=UTC),
        recorded_by_id=kept.holds().people["clinician"],
    )
    return [given_up, ended, taken_back]


def _refusal(table: Table, row: dict[str, Any]) -> str:
    """Why the database does not take that row: of several checks it names the first, so that not every row will do."""
    with db.reading() as reading, pytest.raises(IntegrityError) as refused:
        reading.execute(insert(table), row)
    return str(refused.value.orig)


def test_an_instance_of_it_is_made_ready(tmp_path: Path) -> None:
    settings = Settings(instance=tmp_path / "instance")
    kept.load(settings)
    assert run(settings.instance, "database", "upgrade").exit_code == 0
    result = run(settings.instance, "database", "backup")
    assert result.exit_code == 0, result.output
    assert run(settings.instance, "audit", "verify").exit_code == 0
