"""The people pages as an administrator uses them, and as others try to."""

import re
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Browser, Cast
from tests.web.sending import rows
from tracker import clock, db
from tracker.domain.people.access import Role
from tracker.models import Client, OneTimeCode, SupervisionLink, User
from tracker.services.people import accounts


@pytest.fixture
def boss(browser: Browser, cast: Cast) -> Browser:
    """The administrator's browser."""
    return browser.sign_in_as(cast.administrator)


def user(user_id: UUID) -> User:
    with db.reading() as reading:
        return reading.get_one(User, user_id)


def details(name: str = "Ada", *roles: str, **more: object) -> dict[str, object]:
    """What the form of a person sends."""
    return {"name": name, "email": "ada@b.example", "roles": list(roles) or ["clinician"], **more}


def code_in(page: str) -> str:
    found = re.search(r'class="code">([A-Z0-9-]+)<', page)
    assert found
    return found[1]


def test_an_administrator_adds_a_person_and_gives_a_code(boss: Browser, cast: Cast) -> None:
    made = boss.send("/people/new", **details("Ada", "clinician", "supervisor"))
    assert made.status_code == 303
    page = boss.client.get(made.location).text
    assert "Account added. Give a one-time code" in page
    assert "never signed in" in page
    shown = boss.send(f"{made.location}/code")
    code = code_in(shown.text)
    assert (shown.status_code, len(code)) == (200, 19)
    assert shown.headers["Cache-Control"] == "no-store"
    assert code not in str(shown.headers)
    assert code not in boss.client.get(made.location).text
    assert "One-time code given" in boss.client.get("/people").text


def test_a_code_sent_twice_is_one_code_and_shown_once(boss: Browser, cast: Cast) -> None:
    path, key = f"/people/{cast.outsider.id}/code", str(uuid4())
    first, second = (boss.send(path, form_key=key) for _ in range(2))
    assert code_in(first.text)
    assert "This code was shown already" in second.text
    assert rows("one_time_codes") == 1


def test_the_list_shows_numbers_and_no_clinical_content(boss: Browser, cast: Cast) -> None:
    with db.reading() as reading:
        codes = reading.scalars(select(Client.code)).all()
    for path in (
        "/people",
        f"/people/{cast.clinician.id}",
        f"/people/{cast.clinician.id}/reassign",
    ):
        page = boss.client.get(path).text
        assert not any(code in page or str(cast.client_id) in page for code in codes)
    assert "1 client assigned" in boss.client.get(f"/people/{cast.clinician.id}").text


def test_a_stale_edit_shows_both_versions_and_loses_nothing(boss: Browser, cast: Cast) -> None:
    path = f"/people/{cast.outsider.id}"
    assert boss.send(path, **details("Ada", version="1")).status_code == 303
    stale = boss.send(path, **details("Eve", "supervisor", "clinician", version="1"))
    assert stale.status_code == 409
    assert "<title>Error: Person" in stale.text
    assert "Somebody else changed this account meanwhile" in stale.text
    assert '<td role="cell" data-label="Stored now">Ada</td>' in stale.text
    assert '<td role="cell" data-label="Your entry, not stored">Eve</td>' in stale.text
    assert 'name="name" value="Eve"' in stale.text
    assert 'value="supervisor" checked' in stale.text
    again = boss.send(path, **details("Eve", "supervisor", "clinician", version="2"))
    assert again.status_code == 303
    assert user(cast.outsider.id).name == "Eve"


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (details(""), "Enter the person&#39;s name"),
        (details(email="nowhere"), "Enter an e-mail address such as"),
        (details(email="Clinician@practice.example"), "already an account with this e-mail"),
        (details(roles=[]), "Choose at least one role"),
        (details(roles=["owner"]), "Choose from the roles in the list"),
    ],
)
def test_what_stands_in_the_way_of_a_new_person_is_said_twice(
    boss: Browser, cast: Cast, sent: dict[str, object], message: str
) -> None:
    answer = boss.send("/people/new", **sent)
    assert answer.status_code == 422
    assert answer.text.count(message) == 2
    assert rows("users") == 4


def test_disabling_is_refused_while_clients_are_assigned_and_says_how_to_go_on(
    boss: Browser, cast: Cast
) -> None:
    path = f"/people/{cast.clinician.id}"
    refused = boss.send(f"{path}/disable")
    assert refused.status_code == 409
    assert "1 client is assigned to Clinician. Reassign clients first" in refused.text
    assert f"{path}/reassign" in refused.text
    sent = {"taker": str(cast.outsider.id), "reason": "leave"}
    assert boss.send(f"{path}/reassign", **sent).location == path
    assert "1 client from Clinician to Outsider. Reason: leave" in boss.client.get(path).text
    assert boss.send(f"{path}/disable").status_code == 303
    page = boss.client.get(path).text
    assert "Enable this account" in page
    assert "Give a one-time code" not in page
    assert boss.send(f"{path}/code").status_code == 409
    assert boss.send(f"{path}/enable").status_code == 303
    assert user(cast.clinician.id).active


def test_the_last_administrator_is_told_so(boss: Browser, cast: Cast) -> None:
    path = f"/people/{cast.administrator.id}"
    assert "is the only active administrator" in boss.send(f"{path}/disable").text
    sent = details("Administrator", "clinician", version="1")
    assert boss.send(path, **sent).status_code == 422
    assert boss.client.get(path).status_code == 200


def test_reassigning_asks_for_a_person_and_a_reason(boss: Browser, cast: Cast) -> None:
    path = f"/people/{cast.clinician.id}/reassign"
    for sent, message in (
        ({"reason": "leave"}, "Choose the clinician who takes the clients over"),
        ({"taker": str(cast.supervisor.id), "reason": "leave"}, "Choose an active clinician"),
        ({"taker": str(cast.outsider.id)}, "Enter a reason"),
    ):
        answer = boss.send(path, **sent)
        assert (answer.status_code, answer.text.count(message)) == (422, 2)
    with db.reading() as reading:
        assert reading.get_one(Client, cast.client_id).clinician_id == cast.clinician.id
    assert "No client is assigned" in boss.client.get(f"/people/{cast.supervisor.id}/reassign").text


def test_reassigning_twice_with_one_form_moves_nothing_more(boss: Browser, cast: Cast) -> None:
    sent = {"taker": str(cast.outsider.id), "reason": "leave", "form_key": str(uuid4())}
    path = f"/people/{cast.clinician.id}/reassign"
    assert {boss.send(path, **sent).status_code for _ in range(2)} == {303}
    assert rows("reassignments") == 1


def test_a_supervision_link_is_added_and_ended(boss: Browser, cast: Cast) -> None:
    path = f"/people/{cast.supervisor.id}/supervision"
    day = {"starts_on-day": "1", "starts_on-month": "may", "starts_on-year": "2026"}
    assert boss.send(path, clinician=str(cast.outsider.id), **day).location == path
    page = boss.client.get(path).text
    assert "Supervisor reads the caseload of Outsider, 1 May 2026 to no end" in page
    with db.reading() as reading:
        query = select(SupervisionLink.id).where(SupervisionLink.clinician_id == cast.outsider.id)
        link_id = reading.scalar(query)
    assert boss.send(f"/supervision-links/{link_id}/end").location == path
    assert "caseload of Outsider" not in boss.client.get(path).text
    assert "added on the page of its supervisor" in (
        boss.client.get(f"/people/{cast.clinician.id}/supervision").text
    )
    assert boss.client.get(f"/people/{uuid4()}/supervision").status_code == 404


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"starts_on-day": "31", "starts_on-month": "2"}, "The first day must be a real date"),
        (
            {"until-day": "31", "until-month": "2", "until-year": "26"},
            "The last day must be a real",
        ),
        ({"until-day": "1", "until-month": "4", "until-year": "26"}, "not be before the first"),
        ({"clinician": ""}, "Choose the clinician whose caseload is read"),
    ],
)
def test_what_stands_in_the_way_of_a_link_is_said_twice(
    boss: Browser, cast: Cast, sent: dict[str, str], message: str
) -> None:
    day = {"starts_on-day": "1", "starts_on-month": "may", "starts_on-year": "2026"}
    usual = {"clinician": str(cast.outsider.id), **day, "until-day": "", "until-month": ""}
    answer = boss.send(f"/people/{cast.supervisor.id}/supervision", **{**usual, **sent})
    assert (answer.status_code, answer.text.count(message)) == (422, 2)
    assert rows("supervision_links") == 1


def test_nobody_gives_themselves_a_role_by_adding_fields_to_a_form(app: Flask, cast: Cast) -> None:
    page = Browser(app.test_client()).sign_in_as(cast.clinician)
    extra = {"roles": ["administrator"], "name": "Root", "active": "y", "user_id": str(uuid4())}
    sent = {"theme": "dark", "density": "compact", **extra}
    assert page.send("/settings", **sent).status_code == 303
    assert (
        page.send(f"/people/{cast.clinician.id}", **details("Root", "administrator")).status_code
        == 404
    )
    found = user(cast.clinician.id)
    assert (found.name, [role.name for role in found.roles]) == ("Clinician", ["clinician"])


def test_a_role_that_was_taken_away_is_gone_at_the_next_request(app: Flask, cast: Cast) -> None:
    with db.transaction() as writing:
        wanted = accounts.AccountDetails("s@b.example", "S", frozenset(Role))
        accounts.edit_account(writing, None, cast.supervisor.id, wanted, "1", now=clock.now())
    second = Browser(app.test_client()).sign_in_as(cast.supervisor)
    assert second.client.get("/people").status_code == 200
    with db.transaction() as writing:
        wanted = accounts.AccountDetails("s@b.example", "S", frozenset({Role.SUPERVISOR}))
        accounts.edit_account(writing, None, cast.supervisor.id, wanted, "2", now=clock.now())
    assert second.client.get("/people").status_code == 404


def test_hostile_names_and_reasons_stay_text(boss: Browser, cast: Cast) -> None:
    hostile = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7 * 7 }}"
    path = f"/people/{cast.clinician.id}"
    boss.send(path, **details(hostile, version="1"))
    boss.send(f"{path}/reassign", taker=str(cast.outsider.id), reason=hostile)
    shown = "".join(
        boss.client.get(p).text
        for p in ("/people", path, f"{path}/supervision", f"{path}/reassign")
    )
    shown += boss.send(path, **details(hostile, version="1")).text
    assert "onerror=alert" in shown
    assert "<img src=x" not in shown
    assert "<script>alert" not in shown


def test_the_queries_of_the_people_pages_do_not_grow(boss: Browser, cast: Cast) -> None:
    from tests.web.door.test_reading import _queries

    paths = ("/people", f"/people/{cast.clinician.id}", f"/people/{cast.supervisor.id}/supervision")
    few = [_queries(boss, path) for path in paths]
    with db.transaction() as writing:
        for number in range(6):
            accounts.add_account(
                writing,
                None,
                email=f"n{number}@b.example",
                name="N",
                roles=frozenset(Role),
                password_hash="x",
                now=clock.now(),
            )
    assert [_queries(boss, path) for path in paths] == few
    with db.reading() as reading:
        assert reading.scalars(select(OneTimeCode)).all() == []
