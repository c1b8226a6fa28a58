"""The net under the tests of pages: a change without its entry in the audit trail is noticed."""

from flask import Flask
from sqlalchemy import update

from tests.conftest import Cast
from tests.web.auditing import changes_without_an_entry
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
