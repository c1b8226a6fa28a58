"""The nets under the tests of pages: a change without its entry in the audit trail is noticed, an entry that says too
little, and a form that is sent on by another code than 303."""

from flask import Flask, g, redirect, request_finished
from sqlalchemy import update

from tests.conftest import Cast
from tests.web.answering import forms_sent_on_otherwise
from tests.web.auditing import changes_without_an_entry, entries_that_say_too_little
from tracker import clock, db
from tracker.models import Client
from tracker.services.trail import audit


def test_a_change_without_an_entry_is_noticed(app: Flask, cast: Cast) -> None:
    with app.test_request_context(), changes_without_an_entry() as found:
        with db.transaction() as writing:
            writing.get_one(Client, cast.client_id).initials = "X"
        with db.transaction() as writing:
            writing.execute(update(Client).values(initials="Y"))
        assert found == [{"clients"}, {"clients"}]
        with db.transaction() as writing:
            writing.get_one(Client, cast.client_id).initials = "Z"
            who, what = cast.clinician.id, cast.client_id
            audit.record(writing, "client.changed", actor=who, client_id=what, now=clock.now())
        with db.transaction() as writing:
            writing.get_one(Client, cast.client_id)
        assert len(found) == 2


def test_an_entry_that_says_too_little_is_noticed(app: Flask, cast: Cast) -> None:
    who = cast.clinician.id
    what = cast.client_id
    with app.test_request_context(), entries_that_say_too_little() as found:
        for user in (None, cast.clinician):
            g.user = user
            with db.transaction() as writing:
                for said in ({}, {"object_id": what}, {"client_id": what}):
                    audit.record(writing, "client.changed", actor=who, now=clock.now(), **said)
                for actor in (None, cast.outsider.id):
                    audit.record(writing, "goal.set", actor=actor, object_id=what, now=clock.now())
                    audit.record(
                        writing, "sign_in.ended", actor=actor, object_id=what, now=clock.now()
                    )
            expected = ["client.changed", "client.changed", "goal.set", "goal.set"]
            assert found == ([] if user is None else expected)


def test_a_form_that_is_sent_on_by_another_code_is_noticed(app: Flask) -> None:
    with forms_sent_on_otherwise() as found:
        for method, path, code in (
            ("GET", "/clients/new", 302),
            ("POST", "/sign-in", 302),
            ("POST", "/clients/new", 303),
            ("POST", "/people/new", 302),
        ):
            with app.test_request_context(path, method=method):
                request_finished.send(app, response=redirect("/", code))
    assert found == [("/people/new", 302)]
