"""`tracker accounts` and `tracker practice`, as typed: the same rules as on the pages."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cli.test_commands import add, run
from tests.conftest import log, make_app, new_client, weeks
from tests.instances import copy_of
from tests.services.estimating import taking_less
from tracker import clock, db
from tracker.config import Settings
from tracker.services.access.passwords import redeem
from tracker.services.office.actors import actor_of
from tracker.services.people import accounts
from tracker.services.record import clients

OWN_RATINGS = ("practice", "own-ratings", "--measure", "session-check")


def prepared(folder: Path) -> Settings:
    """An instance with an administrator and two clinicians, of whom the first has a client."""
    add(folder, "--role", "administrator", email="boss@b.example")
    for name in ("c", "d"):
        add(folder, "--role", "clinician", email=f"{name}@b.example")
    with make_app(Settings(instance=folder)).app_context():
        with db.transaction() as writing:
            clinician = accounts.by_email(writing, "c@b.example")
            actor = actor_of(clinician)
            clients.add_client(writing, actor, new_client(), now=clock.now())
        db.engine().dispose()
    return Settings(instance=folder)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of it."""
    return copy_of(prepared, tmp_path).instance


def code_in(result: Result) -> str:
    found = re.search(r": ([A-Z0-9]{4}(-[A-Z0-9]{4}){3})\n", result.output)
    assert found, result.output
    return found[1]


def refused(result: Result, words: str) -> None:
    assert (result.exit_code, words in result.output) == (1, True), result.output


def test_disabling_waits_for_reassigning_and_enabling_undoes_it(house: Path) -> None:
    refused(run(house, "accounts", "disable", "c@b.example"), "1 client is assigned")
    refused(run(house, "accounts", "disable", "boss@b.example"), "only active administrator")
    words = ("accounts", "reassign", "c@b.example", "d@b.example", "--reason", "leave")
    assert run(house, *words).output == "Clients reassigned from c@b.example to d@b.example: 1.\n"
    refused(run(house, *words), "No client is assigned")
    assert run(house, "accounts", "disable", "c@b.example").exit_code == 0
    listed = run(house, "accounts", "list").output
    assert "c@b.example  Ada  clinician  (disabled)" in listed
    assert "d@b.example  Ada  clinician  clients: 1" in listed
    refused(run(house, "accounts", "reset-password", "c@b.example"), "Enable it first")
    assert run(house, "accounts", "enable", "c@b.example").output == "Enabled c@b.example.\n"
    assert "(disabled)" not in run(house, "accounts", "list").output


def test_a_code_is_printed_where_no_password_is_given(house: Path) -> None:
    printed = run(house, "accounts", "reset-password", "c@b.example")
    assert "holds for 24 hours" in printed.output
    words = ["accounts", "add", "--email", "n@b.example", "--name", "New", "--role", "supervisor"]
    added = run(house, *words, "--code")
    assert added.output.startswith("Added New, supervisor.\nOne-time code for n@b.example: ")
    with make_app(Settings(instance=house)).app_context():
        with db.transaction() as writing:
            for email, result in (("c@b.example", printed), ("n@b.example", added)):
                assert redeem(writing, email, code_in(result), "a hash", now=clock.now())
        db.engine().dispose()


def test_a_password_is_asked_for_or_given_and_must_be_good(house: Path) -> None:
    words = ["accounts", "add", "--email", "n@b.example", "--name", "New", "--role", "supervisor"]
    env, long = {"TRACKER_INSTANCE": str(house)}, "tall ships in the harbour"
    from tracker.cli import main

    asked = CliRunner().invoke(main, words, input=f"{long}\n{long}\n", env=env)
    assert "Added New, supervisor." in asked.output
    words = ["accounts", "reset-password", "n@b.example", "--password"]
    typed = CliRunner().invoke(main, words, input=f"{long}\n{long}\n", env=env)
    assert typed.output.endswith("Changed the password of n@b.example.\n")
    for bad, why in (("short", "12 characters or longer"), ("n@b.example12", "e-mail address")):
        refused(run(house, "accounts", "reset-password", "n@b.example", "--password", bad), why)


def test_the_practice_is_shown_and_set(house: Path) -> None:
    changed = run(house, "practice", "--name", "Harbour", "--crisis-text", "Call 112.")
    assert changed.output.startswith("Harbour, ")
    assert changed.output.endswith("\nCall 112.\n")
    refused(run(house, "practice", "--name", " "), "Enter the practice's name")
    assert "-        session-check" not in run(house, "practice", "measures").output
    chosen = run(house, "practice", "measures", "srs", "ors").output
    assert "offered  srs" in chosen
    assert "-        session-check" in chosen
    refused(run(house, "practice", "measures", "ors"), "at least one alliance measure")


def test_a_threshold_is_shown_set_and_set_back(house: Path) -> None:
    shown = run(house, "practice", "threshold", "srs")
    assert "2 points since the previous rating" in shown.output
    changed = run(house, "practice", "threshold", "srs", "2.5", "--reason", "our audit")
    assert "2.5 points since the previous rating" in changed.output
    assert "a command on the machine  our audit" in changed.output
    back = run(house, "practice", "threshold", "srs", "--own", "--reason", "as it was")
    assert "the measure's own  a command on the machine  as it was" in back.output
    refused(run(house, "practice", "threshold", "srs", "3"), "Enter the source or the reason")
    refused(run(house, "practice", "threshold", "ors", "3"), "No measure ors")


def test_own_ratings_are_shown_adopted_and_given_up(house: Path) -> None:
    with taking_less():
        _own_ratings(house)


def _own_ratings(house: Path) -> None:
    shown = run(house, "practice", "own-ratings")
    assert "session-check: 0 clients have 3 ratings or more: an estimate takes 5" in shown.output
    assert "wellbeing-check: 0 clients" in shown.output
    refused(run(house, *OWN_RATINGS, "--adopt", "--reason", "x"), "too few clients")
    with make_app(Settings(instance=house)).app_context():
        with db.reading() as reading:
            clinician = actor_of(accounts.by_email(reading, "c@b.example"))
        for number in range(5):
            with db.transaction() as writing:
                client = clients.add_client(writing, clinician, new_client(), now=clock.now())
            for week, up in enumerate((0, 1, 0)):
                log(clinician, client.id, weeks(week), *[5 + number % 4 + up] * 4)
        db.engine().dispose()
    seen = run(house, *OWN_RATINGS)
    assert seen.exit_code == 0, seen.output
    assert "so there is an estimate to compare." in seen.output
    assert "  An item: average: 8.2 -> 6.53" in seen.output
    assert "ups and downs of one client (standard deviation): 0.9 -> 0.82" in seen.output
    refused(run(house, *OWN_RATINGS, "--adopt"), "Enter the reason")
    adopted = run(house, *OWN_RATINGS, "--adopt", "--reason", "our own").output
    assert "now from 5 of this practice's own clients" in adopted
    assert "UTC  5 clients  a command on the machine  our own" in adopted
    refused(run(house, *OWN_RATINGS, "--adopt", "--reason", "x"), "in force already")
    back = run(house, *OWN_RATINGS, "--own", "--reason", "as it was").output
    assert "now design default" in back
    assert "the measure's own  a command on the machine  as it was" in back
    refused(run(house, *OWN_RATINGS[:3], "phq-9"), "No measure phq-9 on which own ratings decide")
    assert run(house, "practice", "own-ratings", "--adopt").exit_code == 2
    assert run(house, *OWN_RATINGS, "--adopt", "--own").exit_code == 2
