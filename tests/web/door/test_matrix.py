"""Who may do what: every route × every role × own, foreign and absent records. A route without a row fails."""

import re
from uuid import uuid4

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import Browser, Cast
from tests.web.matrix import CLIENT, FOREIGN, MATRIX, OPEN, ROLES
from tests.web.things import absent_ids, ids_of
from tracker.domain.people.access import Actor, Permission, Role
from tracker.web.door.guard import declared

# It walks every route as everybody: what that runs is covered by the tests of each page.
pytestmark = pytest.mark.no_cover


def routes(app: Flask) -> set[tuple[str, str]]:
    """Every route with its method."""
    return {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def ask(browser: Browser, method: str, path: str) -> TestResponse:
    if method == "GET":
        return browser.client.get(path)
    return browser.client.post(path, data={"csrf_token": browser.token(), "form_key": str(uuid4())})


def token_of(page: TestResponse) -> str:
    """The token of the first form on a page."""
    return page.text.split('name="csrf_token" value="')[1].split('"')[0]


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
                if endpoint in ("caseload.home", "security.login", "handed_over.open_it")
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
        # To their own things the outsider is the clinician; administrators reach all that is not clinical.
        acts_as = {"outsider": "clinician", "administrator": "administrator"}.get(role)
        if acts_as in row.allowed:
            assert foreign.status_code == row.works, (endpoint, method)
        else:
            assert (foreign.status_code, body(foreign)) == (404, body(nothing)), (role, endpoint)


def test_nobody_gets_in_without_signing_in(app: Flask, cast: Cast) -> None:
    ids = ids_of(cast, "clinician")
    for (endpoint, method), row in MATRIX.items():
        client = app.test_client()
        if row.allowed == OPEN:
            continue
        if row.allowed == CLIENT:
            token = {"csrf_token": token_of(client.get("/sign-in"))} if method == "POST" else None
            answer = client.open(row.path(ids), method=method, data=token)
            assert (answer.status_code, answer.location) == (404, None), endpoint
        elif method == "GET":
            answer = client.get(row.path(ids))
            assert (answer.status_code, answer.location.split("?")[0]) == (303, "/sign-in"), (
                endpoint
            )
        else:
            token = token_of(client.get("/sign-in"))
            answer = client.post(row.path(ids), data={"csrf_token": token})
            assert answer.status_code == 401, endpoint


def test_a_route_that_declares_nothing_is_closed(app: Flask, cast: Cast) -> None:
    assert declared(app, "nobody.knows") is None
    assert all(declared(app, endpoint) is not None for endpoint, _ in MATRIX)


# Routes that let fewer through than have the right, each with who that is.
FEWER = {
    ("learning.answer", "POST"): "whose go it is",
    ("learning.tried", "GET"): "whose go it is",
    ("my_settings.end", "POST"): "whose sign-in it is",
    ("printing.note", "POST"): "nobody: what the table sends names no page",
    ("standing_in.close", "POST"): "who opened the record",
    ("standing_in.put_away", "POST"): "whose notice it is",
    ("suggestions.show", "GET"): "who submitted it, and who keeps the library",
    ("suggestions.step", "POST"): "who submitted it, and who keeps the library",
}


def test_no_route_declares_a_wider_right_than_lets_its_people_through(app: Flask) -> None:
    """Services refuse as well, so that a right which is too wide would not be seen by asking."""
    wider = set()
    for (endpoint, method), row in MATRIX.items():
        right = declared(app, endpoint)
        if isinstance(right, Permission):
            by_role = {role: Actor(uuid4(), "Somebody", frozenset({role})) for role in Role}
            having = {role.value for role, actor in by_role.items() if actor.may(right)}
            if having - row.allowed:
                wider.add((endpoint, method))
    assert wider == FEWER.keys()


def test_a_form_without_its_token_is_refused(app: Flask, cast: Cast) -> None:
    ids = ids_of(cast, "clinician")
    browser = Browser(app.test_client()).sign_in_as(cast.clinician)
    for (endpoint, method), row in MATRIX.items():
        if method == "POST":
            assert browser.client.post(row.path(ids)).status_code == 400, endpoint
