"""A small practice on an instance of its own, used through its pages as browsers would."""

import re
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import text
from werkzeug.test import TestResponse

from tests.conftest import Browser, make_app, new_client, password_hash
from tests.web.sending import rated
from tracker import clock, db, migrations
from tracker.cli.instance import new_heads
from tracker.config import Settings
from tracker.domain.people.access import Actor, Role
from tracker.services.office.actors import actor_of
from tracker.services.people import accounts
from tracker.services.record import clients

DAYS = 700  # the client began that long ago: one session a day


def open_practice(folder: Path) -> tuple[Flask, Actor]:
    """The app on a new instance in that folder, and a clinician."""
    app = make_app(Settings(instance=folder))
    with app.app_context():
        migrations.upgrade(db.engine())
        new_heads(Settings(instance=folder))
        with db.transaction() as writing:
            user = accounts.add_account(
                writing,
                None,
                email="clinician@practice.example",
                name="Clinician",
                roles=frozenset({Role.CLINICIAN}),
                password_hash=password_hash(app),
                now=clock.now(),
            )
            return app, actor_of(user)


def add_client(app: Flask, actor: Actor) -> UUID:
    """A client on the session check whose treatment began long ago; the id."""
    asked = new_client("session-check", starts_on=clock.now().date() - timedelta(days=DAYS))
    with app.app_context(), db.transaction() as writing:
        return clients.add_client(writing, actor, asked, now=clock.now()).id


def browser_of(app: Flask, actor: Actor) -> Browser:
    """A browser that is signed in."""
    with app.app_context():
        return Browser(app.test_client()).sign_in_as(actor)


def form_for(day: date, bond: int, token: str) -> dict[str, object]:
    """What the form of a session sends, with a key of its own."""
    return {"csrf_token": token, "form_key": str(uuid4()), **rated(bond, 8, 8, 8, day=day)}


def entries_of(answer: TestResponse) -> dict[str, str]:
    """What a page keeps of a form that was not stored, to be sent again."""
    return dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', answer.text))


def count(app: Flask, table: str) -> int:
    """How many rows a table has."""
    with app.app_context(), db.reading() as reading:
        return int(reading.execute(text(f"SELECT count(*) FROM {table}")).scalar() or 0)
