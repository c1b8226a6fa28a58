"""Who may do what: every route × every role × own, foreign and absent records. A route without a row fails."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.conftest import Browser, Cast, log, weeks
from tracker import clock, db
from tracker.domain.repair_work import Act, Work
from tracker.domain.schedule import Plan
from tracker.domain.sessions import Status
from tracker.models import SignIn, SupervisionLink
from tracker.services import records, repairs, schedule, sign_ins
from tracker.services.practice import today

ROLES = ("clinician", "supervisor", "administrator", "outsider")
OPEN = frozenset({"anyone"})


@dataclass(frozen=True)
class Ids:
    """The ids of one client's things."""

    client: UUID
    session: UUID
    flag: UUID
    clinician: UUID
    link: UUID
    sign_in: UUID
    repair: UUID
    entry: UUID
    missed: UUID
    scheduled: UUID


@dataclass(frozen=True)
class Row:
    """A route: its path, who gets through to which of the clinician's things, and what a form brings."""

    path: Callable[[Ids], str]
    allowed: frozenset[str]
    works: int = 200
    form: tuple[tuple[str, str], ...] = ()


READERS, OWN = frozenset({"clinician", "supervisor"}), frozenset({"clinician"})
CLINICIANS = frozenset({"clinician", "outsider"})
EVERYONE, ADMINISTRATORS = frozenset(ROLES), frozenset({"administrator"})

MATRIX: dict[tuple[str, str], Row] = {
    ("static", "GET"): Row(lambda _: "/static/css/base.css", OPEN),
    ("assets.plotly", "GET"): Row(lambda _: "/assets/plotly-0.0.0.js", OPEN, 404),
    ("about.health", "GET"): Row(lambda _: "/health", OPEN),
    ("security.login", "GET"): Row(lambda _: "/sign-in", OPEN),
    ("security.login", "POST"): Row(lambda _: "/sign-in", OPEN, 422),
    ("security.logout", "POST"): Row(lambda _: "/sign-out", OPEN, 302),
    ("about.show", "GET"): Row(lambda _: "/help", EVERYONE),
    ("about.rules", "GET"): Row(lambda _: "/help/rules", EVERYONE),
    ("measures.index", "GET"): Row(lambda _: "/measures", EVERYONE),
    ("measures.show", "GET"): Row(lambda _: "/measures/srs", EVERYONE),
    ("audit.show", "GET"): Row(lambda _: "/audit", ADMINISTRATORS),
    ("audit.export", "GET"): Row(lambda _: "/audit/export", ADMINISTRATORS),
    ("caseload.home", "GET"): Row(lambda _: "/", EVERYONE),
    ("caseload.supervision", "GET"): Row(lambda _: "/supervision", READERS | CLINICIANS),
    ("caseload.show", "GET"): Row(lambda ids: f"/caseloads/{ids.clinician}", READERS),
    ("clients.new", "GET"): Row(lambda _: "/clients/new", CLINICIANS),
    ("clients.create", "POST"): Row(lambda _: "/clients/new", CLINICIANS, 422),
    ("clients.show", "GET"): Row(lambda ids: f"/clients/{ids.client}", READERS),
    ("clients.edit", "GET"): Row(lambda ids: f"/clients/{ids.client}/details", OWN),
    ("clients.update", "POST"): Row(lambda ids: f"/clients/{ids.client}/details", OWN, 422),
    ("repairs.new", "GET"): Row(lambda ids: f"/clients/{ids.client}/repairs/new", OWN),
    ("repairs.create", "POST"): Row(lambda ids: f"/clients/{ids.client}/repairs/new", OWN, 422),
    ("repairs.show", "GET"): Row(lambda ids: f"/repairs/{ids.repair}", READERS),
    ("repairs.add", "POST"): Row(lambda ids: f"/repairs/{ids.repair}", OWN, 422),
    ("repairs.edit", "GET"): Row(lambda ids: f"/repairs/{ids.repair}/entries/{ids.entry}", OWN),
    ("repairs.correct", "POST"): Row(
        lambda ids: f"/repairs/{ids.repair}/entries/{ids.entry}", OWN, 409
    ),
    ("schedule.show", "GET"): Row(lambda ids: f"/clients/{ids.client}/schedule", OWN),
    ("schedule.create", "POST"): Row(lambda ids: f"/clients/{ids.client}/schedule", OWN, 422),
    ("schedule.became", "GET"): Row(lambda ids: f"/scheduled/{ids.scheduled}", OWN),
    ("schedule.settle", "POST"): Row(lambda ids: f"/scheduled/{ids.scheduled}", OWN, 422),
    ("reengagement.show", "GET"): Row(lambda ids: f"/sessions/{ids.missed}/coming-back", READERS),
    ("reengagement.record", "POST"): Row(
        lambda ids: f"/sessions/{ids.missed}/coming-back", OWN, 422
    ),
    ("usual_range.show", "GET"): Row(
        lambda ids: f"/clients/{ids.client}/usual-range/session-check", READERS
    ),
    ("usual_range.change", "POST"): Row(
        lambda ids: f"/clients/{ids.client}/usual-range/session-check", OWN, 422
    ),
    ("sessions.new", "GET"): Row(lambda ids: f"/clients/{ids.client}/sessions/new", OWN),
    ("sessions.create", "POST"): Row(lambda ids: f"/clients/{ids.client}/sessions/new", OWN, 422),
    ("sessions.saved", "GET"): Row(lambda ids: f"/sessions/{ids.session}/saved", OWN),
    ("sessions.show", "GET"): Row(lambda ids: f"/sessions/{ids.session}", READERS),
    ("sessions.edit", "GET"): Row(lambda ids: f"/sessions/{ids.session}/correct", OWN),
    ("sessions.correct", "POST"): Row(lambda ids: f"/sessions/{ids.session}/correct", OWN, 422),
    ("flags.show", "GET"): Row(lambda ids: f"/flags/{ids.flag}", READERS),
    ("flags.undo", "POST"): Row(lambda ids: f"/flags/{ids.flag}/undo", OWN, 409),
    ("flags.answer", "POST"): Row(lambda ids: f"/flags/{ids.flag}", OWN, 422),
    ("about.accessibility", "GET"): Row(lambda _: "/accessibility", OPEN),
    ("about.privacy", "GET"): Row(lambda _: "/privacy", OPEN),
    ("passwords.reset_form", "GET"): Row(lambda _: "/reset", OPEN),
    ("passwords.reset", "POST"): Row(lambda _: "/reset", OPEN, 422),
    ("accounts.index", "GET"): Row(lambda _: "/people", ADMINISTRATORS),
    ("accounts.new", "GET"): Row(lambda _: "/people/new", ADMINISTRATORS),
    ("accounts.create", "POST"): Row(lambda _: "/people/new", ADMINISTRATORS, 422),
    ("accounts.show", "GET"): Row(lambda ids: f"/people/{ids.clinician}", ADMINISTRATORS),
    ("accounts.update", "POST"): Row(lambda ids: f"/people/{ids.clinician}", ADMINISTRATORS, 409),
    ("accounts.code", "POST"): Row(lambda ids: f"/people/{ids.clinician}/code", ADMINISTRATORS),
    ("accounts.disable", "POST"): Row(
        lambda ids: f"/people/{ids.clinician}/disable", ADMINISTRATORS, 409
    ),
    ("accounts.enable", "POST"): Row(
        lambda ids: f"/people/{ids.clinician}/enable", ADMINISTRATORS, 303
    ),
    ("accounts.reassign_form", "GET"): Row(
        lambda ids: f"/people/{ids.clinician}/reassign", ADMINISTRATORS
    ),
    ("accounts.reassign", "POST"): Row(
        lambda ids: f"/people/{ids.clinician}/reassign", ADMINISTRATORS, 422
    ),
    ("supervision.show", "GET"): Row(
        lambda ids: f"/people/{ids.clinician}/supervision", ADMINISTRATORS
    ),
    ("supervision.link", "POST"): Row(
        lambda ids: f"/people/{ids.clinician}/supervision", ADMINISTRATORS, 422
    ),
    ("supervision.end", "POST"): Row(
        lambda ids: f"/supervision-links/{ids.link}/end", ADMINISTRATORS, 303
    ),
    ("practice.show", "GET"): Row(lambda _: "/practice", ADMINISTRATORS),
    ("practice.update", "POST"): Row(lambda _: "/practice", ADMINISTRATORS, 409),
    ("practice.index", "GET"): Row(lambda _: "/practice/thresholds", ADMINISTRATORS),
    ("practice.threshold", "GET"): Row(lambda _: "/practice/thresholds/srs", ADMINISTRATORS),
    ("practice.set_threshold", "POST"): Row(
        lambda _: "/practice/thresholds/srs", ADMINISTRATORS, 422
    ),
    ("my_settings.show", "GET"): Row(lambda _: "/settings", EVERYONE),
    ("my_settings.update", "POST"): Row(lambda _: "/settings", EVERYONE, 422),
    ("my_settings.password_form", "GET"): Row(lambda _: "/settings/password", EVERYONE),
    ("my_settings.password", "POST"): Row(lambda _: "/settings/password", EVERYONE, 422),
    ("my_settings.pin_form", "GET"): Row(lambda _: "/settings/pin", EVERYONE),
    ("my_settings.pin", "POST"): Row(lambda _: "/settings/pin", EVERYONE, 422),
    ("my_settings.where", "GET"): Row(lambda _: "/settings/sign-ins", EVERYONE),
    ("my_settings.end", "POST"): Row(lambda ids: f"/settings/sign-ins/{ids.sign_in}/end", OWN, 303),
    ("my_settings.end_others", "POST"): Row(
        lambda _: "/settings/sign-ins/end-others", EVERYONE, 303
    ),
}


def absent_ids() -> Ids:
    """Ids of nothing."""
    return Ids(*(uuid4() for _ in range(10)))


FOREIGN = [
    key
    for key, row in MATRIX.items()
    if row.allowed != ADMINISTRATORS and row.path(absent_ids()).count("-") >= 4
]


def routes(app: Flask) -> set[tuple[str, str]]:
    """Every route with its method."""
    return {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def ids_of(cast: Cast, name: str) -> Ids:
    """The things of the clinician's, or the outsider's, client."""
    actor = cast.named(name)
    client_id = cast.client_id if name == "clinician" else cast.other_client_id
    log(actor, client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(actor, client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = records.record(reading, actor, client_id, now=clock.now()).flags
        link_id = reading.scalar(select(SupervisionLink.id))
    with db.transaction() as writing:
        sign_ins.open_sign_in(writing, actor.id, now=clock.now())
        sign_in_id = writing.scalar(select(SignIn.id).where(SignIn.user_id == actor.id))
        opened = repairs.open_repair(
            writing, actor, client_id, session_id, Work(Act.OPENED), now=clock.now()
        )
        repair = (opened.id, opened.entries[0].id)
        plan = Plan(today(writing, clock.now()))
        (ahead,) = schedule.schedule(writing, actor, client_id, plan, now=clock.now())
    missed = log(actor, client_id, weeks(2), status=Status.MISSED)
    return Ids(
        client_id,
        session_id,
        flag.flag.id,
        actor.id,
        link_id,
        sign_in_id,
        *repair,
        missed,
        ahead.id,
    )


def ask(browser: Browser, method: str, path: str) -> TestResponse:
    if method == "GET":
        return browser.client.get(path)
    return browser.client.post(path, data={"csrf_token": browser.token(), "form_key": str(uuid4())})


def body(response: TestResponse) -> str:
    """The page without the token that is new each time."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", response.text)


def test_every_route_has_a_row_and_every_row_a_route(app: Flask) -> None:
    assert routes(app) == set(MATRIX)


@pytest.mark.parametrize("role", ROLES)
def test_who_gets_through_to_the_clinicians_things(app: Flask, cast: Cast, role: str) -> None:
    ids = ids_of(cast, "clinician")
    absent = absent_ids()
    for (endpoint, method), row in MATRIX.items():
        browser = Browser(app.test_client()).sign_in_as(cast.named(role))
        answer = ask(browser, method, row.path(ids))
        if row.allowed == OPEN or role in row.allowed:
            expected = (
                {row.works, 302, 303}
                if endpoint in ("caseload.home", "security.login")
                else {row.works}
            )
            assert answer.status_code in expected, (role, endpoint, method)
        else:
            assert answer.status_code == 404, (role, endpoint, method)
            assert body(answer) == body(ask(browser, method, row.path(absent))), (role, endpoint)


@pytest.mark.parametrize("role", ROLES)
def test_the_outsiders_things_do_not_exist_for_the_others(
    app: Flask, cast: Cast, role: str
) -> None:
    ids = ids_of(cast, "outsider")
    absent = absent_ids()
    browser = Browser(app.test_client()).sign_in_as(cast.named(role))
    for endpoint, method in FOREIGN:
        row = MATRIX[endpoint, method]
        foreign, nothing = (ask(browser, method, row.path(i)) for i in (ids, absent))
        if role == "outsider":
            assert foreign.status_code == row.works, (endpoint, method)
        else:
            assert (foreign.status_code, body(foreign)) == (404, body(nothing)), (role, endpoint)


def test_nobody_gets_in_without_signing_in(app: Flask, cast: Cast) -> None:
    ids = ids_of(cast, "clinician")
    for (endpoint, method), row in MATRIX.items():
        client = app.test_client()
        if row.allowed == OPEN:
            continue
        if method == "GET":
            answer = client.get(row.path(ids))
            assert (answer.status_code, answer.location.split("?")[0]) == (303, "/sign-in"), (
                endpoint
            )
        else:
            token = client.get("/sign-in").text.split('name="csrf_token" value="')[1].split('"')[0]
            answer = client.post(row.path(ids), data={"csrf_token": token})
            assert answer.status_code == 401, endpoint


def test_a_route_that_declares_nothing_is_closed(app: Flask, cast: Cast) -> None:
    from tracker.web.guard import declared

    assert declared(app, "nobody.knows") is None
    assert all(declared(app, endpoint) is not None for endpoint, _ in MATRIX)


def test_a_form_without_its_token_is_refused(app: Flask, cast: Cast) -> None:
    ids = ids_of(cast, "clinician")
    browser = Browser(app.test_client()).sign_in_as(cast.clinician)
    for (endpoint, method), row in MATRIX.items():
        if method == "POST":
            assert browser.client.post(row.path(ids)).status_code == 400, endpoint
