"""`tracker rules changes`, as typed."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import log, new_client, one_more
from tests.instances import copy_of, head, made, reading, run, secrets
from tests.services.recording import by_rules
from tracker import clock, db
from tracker.cli.instance import database_only
from tracker.config import Settings
from tracker.domain.people.access import Role
from tracker.models import AuditEntry, Client
from tracker.services.office.actors import actor_of
from tracker.services.record import clients

DIFFERENCE = "  session 2  session-check client  drop 2 -> drop 1"


def prepared(folder: Path) -> Settings:
    """An instance in which rules 2026.7 looked at a drop, two weeks ago."""
    settings = made(folder)
    now = clock.now()
    with database_only(secrets(settings), settings):
        with db.transaction() as writing:
            actor = actor_of(one_more(writing, "Ada", Role.CLINICIAN))
            client_id = clients.add_client(writing, actor, new_client(), now=now).id
        with by_rules("2026.7"):
            for bond, ago in ((9, 21), (6, 14)):
                log(actor, client_id, now.date() - timedelta(days=ago), bond, 9, 9, 9)
    return settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A copy of it."""
    return copy_of(prepared, tmp_path)


def code_of(settings: Settings) -> str:
    with reading(settings) as look:
        return look.query(Client).one().code


def test_counts_name_nobody_and_write_nothing(settings: Settings) -> None:
    before = head(settings)
    answer = run(settings.instance, "rules", "changes")
    assert answer.exit_code == 0, answer.output
    headings, *lines = answer.output.splitlines()
    assert " ".join(headings.split()) == "kind strength stored would be only stored only would be"
    counted = [line.split() for line in lines]
    assert ["drop", "1", "0", "1", "0", "1"] in counted
    assert ["drop", "2", "1", "0", "1", "0"] in counted
    assert "sessions since" in lines[-1]
    assert ": 2, clients: 1." in lines[-1]
    assert code_of(settings) not in answer.output
    assert head(settings) == before


def test_a_list_names_client_and_session_and_is_in_the_audit_trail(settings: Settings) -> None:
    code = code_of(settings)
    answer = run(settings.instance, "rules", "changes", "--list")
    assert answer.output.splitlines()[0] == code + DIFFERENCE
    with reading(settings) as look:
        last = look.query(AuditEntry).order_by(AuditEntry.seq.desc()).first()
        assert last
        assert last.event == "rule_changes.read"
        assert last.detail == {"clients": [str(look.query(Client).one().id)]}
    assert "rule_changes.read" in run(settings.instance, "audit", "who-read", code).output


def test_where_no_session_lies_in_the_days_it_says_so(settings: Settings, tmp_path: Path) -> None:
    before = head(settings)
    for instance in (settings.instance, made(tmp_path / "empty").instance):
        answer = run(instance, "rules", "changes", "--days", "7", "--list")
        assert answer.exit_code == 0
        assert answer.output.startswith("No session since ")
        assert answer.output.endswith(", so there is nothing to compare yet.\n")
    assert head(settings) == before


def test_looking_begins_no_practice(tmp_path: Path) -> None:
    answer = run(tmp_path / "none", "rules", "changes")
    assert (answer.exit_code, "Nothing was made" in answer.output) == (2, True)
    assert not (tmp_path / "none").exists()
