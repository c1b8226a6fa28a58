"""No page looks through a table that grows with the practice: each of its statements finds its rows by an index."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, text

from bench.measuring import queries
from tests.conftest import Browser, Cast, weeks
from tests.durability.practice import form_for
from tests.web.clients import answer_all, handed_code, handed_tablet, phone, post, token
from tests.web.matrix import CLIENT, MATRIX, OPEN
from tests.web.things import ids_of
from tracker import clock, db
from tracker.services.handover import handovers

pytestmark = pytest.mark.both_databases(
    reason="each database plans the statements by itself, and a practice uses either"
)

# What grows with the people of a practice, its library or its settings, and not with what is recorded of clients. Wrong
# codes are those of the last minutes.
SMALL = {
    "audit_head",
    "code_guesses",
    "emergency_accesses",
    "exports",
    "library_checks",
    "library_reviews",
    "library_revisions",
    "one_time_codes",
    "practice",
    "practice_estimates",
    "roles",
    "rule_settings",
    "suggestion_steps",
    "suggestions",
    "supervision_links",
    "useful_marks",
    "user_roles",
    "users",
}
# Pages about the whole practice, for whoever runs it.
WHOLE = {
    "accounts": "how many clients each person has",
    "supervision": "likewise",
    "reports": "counts of a caseload or of the practice",
    "practice": "what a threshold would have found among all ratings",
    "estimates": "what the practice's own ratings say",
}


def looks_through(connection: Connection, statement: str, parameters: Any) -> set[str]:
    """The tables of which a statement reads every row there is, embedded also every entry of an index. With a few rows a
    server reads a whole index as gladly as a part of it, so there it is asked whether it has an index to use at all."""
    if isinstance(parameters, list):  # done once for each of them
        parameters = parameters[0]
    if connection.dialect.name == "sqlite":
        steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return set(_scanned_by_sqlite(connection, [str(row[-1]) for row in steps]))
    (plan,) = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters).one()
    return set(_scanned_by_postgresql(plan[0]["Plan"]))


def _scanned_by_sqlite(connection: Connection, steps: list[str]) -> Iterator[str]:
    tables = set(connection.execute(text("SELECT name FROM sqlite_master")).scalars())
    for step in steps:
        said = re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?", step)
        if said:
            name = re.sub(r"_\d+$", "", said[1])  # of an alias, the table
            if name in tables and not _partial(connection, said[2]):
                yield name


def _partial(connection: Connection, index: str | None) -> bool:
    """Whether an index is over some rows alone, so that all of it is a few."""
    made = text("SELECT sql FROM sqlite_master WHERE name = :name")
    return " WHERE " in str(connection.execute(made, {"name": index}).scalar())


def _scanned_by_postgresql(node: dict[str, Any]) -> Iterator[str]:
    if node["Node Type"] == "Seq Scan":
        yield str(node["Relation Name"])
    for below in node.get("Plans", ()):
        yield from _scanned_by_postgresql(below)


@pytest.fixture
def planning(app: Flask) -> Iterator[Connection]:
    """A connection that says how a statement would be done; a server looks through a table only where it has to."""
    with app.app_context(), db.engine().connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET enable_seqscan = off")
        yield connection


def tables_of(connection: Connection, sent: list[tuple[str, object]]) -> dict[str, str]:
    """The tables that grow and are looked through, each with a statement that does."""
    of = {}
    for statement, parameters in sent:
        if statement.startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            for table in looks_through(connection, statement, parameters) - SMALL:
                of[table] = statement
    return of


BUSIEST = (
    "caseload.home",
    "clients.show",
    "record.sessions",
    "sessions.new",
    "sessions.saved",
    "flags.show",
    "handovers.show",
    "handovers.status",
    "board.show",
    "meetings.show",
)


def wrong_on(app: Flask, cast: Cast, planning: Connection, which: Iterable[tuple[str, str]]) -> Any:
    """By route, the tables that its page looks through although they grow, each with a statement that does."""
    ids = ids_of(cast, "clinician")
    wrong: dict[str, dict[str, str]] = {}
    planned: set[str] = set()
    for endpoint, method in which:
        if endpoint.partition(".")[0] in WHOLE:
            continue
        row = MATRIX[endpoint, method]
        page = Browser(app.test_client())
        if row.allowed == OPEN:
            sent_with = token(page.client.get("/sign-in"))
        else:
            role = "clinician" if "clinician" in row.allowed else min(row.allowed)
            sent_with = page.sign_in_as(cast.named(role)).token()
        form = {"csrf_token": sent_with, "form_key": str(uuid4()), **dict(row.form)}
        with queries(app) as sent:
            page.client.open(row.path(ids), method=method, data=form if method == "POST" else None)
        found = tables_of(planning, [each for each in sent if each[0] not in planned])
        planned |= {statement for statement, _ in sent}
        if found:
            wrong[f"{method} {endpoint}"] = found
    return wrong


def test_the_busiest_pages_look_through_no_table_that_grows(
    app: Flask, cast: Cast, planning: Connection
) -> None:
    assert wrong_on(app, cast, planning, [(endpoint, "GET") for endpoint in BUSIEST]) == {}


@pytest.mark.long
def test_no_page_looks_through_a_table_that_grows(
    app: Flask, cast: Cast, planning: Connection
) -> None:
    not_by_clients = [key for key, row in MATRIX.items() if row.allowed - CLIENT]
    assert wrong_on(app, cast, planning, not_by_clients) == {}


def test_no_save_looks_through_a_table_that_grows(
    app: Flask, cast: Cast, planning: Connection
) -> None:
    page = Browser(app.test_client()).sign_in_as(cast.clinician)
    url = f"/clients/{cast.client_id}/sessions/new"
    sent: list[tuple[str, object]] = []
    for week, mark in enumerate((8, 5)):
        form = form_for(weeks(week), mark, page.token())
        with queries(app) as these:
            assert page.client.post(url, data=form).status_code == 303
        sent += these
    assert any("INSERT INTO flags" in statement for statement, _ in sent)
    assert tables_of(planning, sent) == {}


def test_a_clients_own_rating_looks_through_no_table_that_grows(
    app: Flask, cast: Cast, planning: Connection
) -> None:
    marks = {"bond": "5", "goals": "8", "tasks": "8", "overall": "8"}
    with queries(app) as sent:
        client = phone(app, handed_code(cast))
        for path in ("/c", "/c/questions/1", "/c/check"):
            client.get(path)
        answer_all(client, marks)
        assert post(client, "/c/send", "/c/check").location == "/c"
        client.get("/c")
        tablet = handed_tablet(app, cast)
        assert post(tablet, "/c/questions/1", **marks, held_back="2", go="on").location == "/c"
        for path in ("/c", "/c/own", "/c/return"):
            tablet.get(path)
    assert any("INSERT INTO ratings" in statement for statement, _ in sent)
    assert tables_of(planning, sent) == {}


def test_what_is_done_every_hour_looks_through_no_table_that_grows(
    app: Flask, cast: Cast, planning: Connection
) -> None:
    ids_of(cast, "clinician")
    with queries(app) as sent, db.transaction() as writing:
        handovers.end_overdue(writing, now=clock.now())
        handovers.settle_waiting(writing, now=clock.now())
    assert any("FROM handovers" in statement for statement, _ in sent)
    assert tables_of(planning, sent) == {}


def test_a_look_through_all_ratings_is_seen(planning: Connection) -> None:
    assert looks_through(planning, "SELECT * FROM ratings", ()) == {"ratings"}
    by_index = "SELECT * FROM ratings WHERE session_id = '00000000000000000000000000000000'"
    assert looks_through(planning, by_index, ()) == set()
    if planning.dialect.name == "sqlite":
        whole_index = "SELECT client_id FROM therapy_sessions ORDER BY client_id, held_on"
        assert looks_through(planning, whole_index, ()) == {"therapy_sessions"}
