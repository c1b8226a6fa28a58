"""Every page that shows a client's data, and every act, writes into the audit trail: the whole table of routes is walked.

A route that shows nothing of a client and does nothing is named here with what it shows; a new route is not, and fails
until it writes an entry or is named.
"""

from uuid import uuid4

import pytest
from flask import Flask

from tests.conftest import Browser, Cast
from tests.web.matrix import CLIENT, MATRIX, OPEN
from tests.web.sending import rows
from tests.web.things import ids_of

pytestmark = [
    pytest.mark.both_databases(
        reason="it walks every route, so that each page is opened on both once"
    ),
    pytest.mark.no_cover,  # what that runs is covered by the tests of each page
]

SHOWS_NO_CLIENT = {
    "about.show": "help",
    "about.rules": "the rules",
    "measures.index": "measures",
    "measures.show": "a measure",
    "clients.new": "an empty form",
    "clients.create": "the empty form again",
    "accounts.index": "people, with clients as numbers",
    "accounts.new": "an empty form",
    "accounts.create": "the empty form again",
    "accounts.show": "a person",
    "accounts.update": "a person, and that somebody else changed them",
    "accounts.disable": "a person, who has clients",
    "accounts.reassign_form": "a person, with clients as a number",
    "accounts.reassign": "the form again",
    "accounts.enable": "nobody was disabled",
    "supervision.show": "links of a person",
    "supervision.link": "the form again",
    "practice.show": "settings",
    "practice.update": "settings, and that somebody else changed them",
    "practice.index": "measures with their thresholds",
    "practice.set_threshold": "the form again",
    "estimates.index": "measures with where their numbers are from",
    "my_settings.show": "one's own settings",
    "my_settings.update": "the form again",
    "my_settings.password_form": "an empty form",
    "my_settings.password": "the form again",
    "my_settings.pin_form": "an empty form",
    "my_settings.pin": "the form again",
    "my_settings.where": "one's own sign-ins",
    "my_settings.end_others": "there were none",
    "standing_in.emergency_form": "an empty form",
    "standing_in.open_record": "the form again",
    "standing_in.cover": "who covers, and when",
    "standing_in.arrange": "the form again",
    "library.home": "the library",
    "library.single": "a text of the library",
    "library.card": "a card",
    "library.sources": "sources",
    "library.objectives": "templates of objectives",
    "library.look_for": "what the library has, never what was looked for",
    "library.search": "what the library has",
    "library_acts.check_form": "a sentence of the library",
    "suggestions.index": "suggestions for the library, in which nothing of a client may stand",
    "suggestions.new": "an empty form",
    "learning.index": "one's own learning, which is private",
    "learning.concept": "one's own learning",
    "learning.begin": "one's own learning",
    "learning.tried": "one's own learning",
    "learning.answer": "one's own learning",
    "find.show": "an empty box",
    "find.look": "nobody, where nothing was typed",
    "handovers.back": "whether anything was answered, and nothing of anybody",
    "handovers.status": "one word, asked for every few seconds by a page that was read",
}
# A refusal that shows nothing but a sentence; what was refused is not there, or was done before.
REFUSED = {
    "flags.undo": "the answer is not the last one",
    "standing_in.close": "it was closed",
    "standing_in.end_cover": "it was over",
    "audit.export": "no reason was given",
    "library_acts.check": "no text was named",
    "library_acts.review": "no text was named",
    "library_acts.useful": "no text was named",
    "suggestions.create": "no text was named",
    "repairs.correct": "the entry was corrected",
}

OTHERS_HOME = {  # what is home for them has no client on it
    ("caseload.home", "supervisor"),
    ("caseload.home", "administrator"),
}


@pytest.mark.parametrize("role", ["clinician", "supervisor", "administrator"])
def test_every_route_leaves_an_entry_or_is_named(app: Flask, cast: Cast, role: str) -> None:
    ids, silent = ids_of(cast, "clinician"), set()
    for (endpoint, method), row in MATRIX.items():
        if row.allowed in (OPEN, CLIENT) or role not in row.allowed:
            continue
        browser = Browser(app.test_client()).sign_in_as(cast.named(role))
        form = (
            {"csrf_token": browser.token(), "form_key": str(uuid4())} if method == "POST" else None
        )
        before = rows("audit_entries")
        browser.client.open(row.path(ids), method=method, data=form)
        if rows("audit_entries") == before and (endpoint, role) not in OTHERS_HOME:
            silent.add(endpoint)
    assert silent <= SHOWS_NO_CLIENT.keys() | REFUSED.keys()


def test_the_names_are_those_of_routes() -> None:
    assert SHOWS_NO_CLIENT.keys() | REFUSED.keys() <= {endpoint for endpoint, _ in MATRIX}
