"""Saving sessions through the pages of the app."""

from collections.abc import Callable
from datetime import timedelta

from bench.practice import TODAY, BenchPractice
from tests.durability.practice import form_for
from tracker import db
from tracker.models import Client


def saver(practice: BenchPractice) -> Callable[[], None]:
    """What saves a session with its rating, its flags and its audit entries; every second one falls."""
    client_id = practice.add_client(0)
    count = iter(range(10_000))
    token = practice.page.token()
    start = TODAY
    with practice.app.app_context(), db.transaction() as writing:
        writing.get_one(Client, client_id).starts_on = start - timedelta(days=400)

    def save() -> None:
        number = next(count)
        form = form_for(start - timedelta(days=300 - number), 8 if number % 2 == 0 else 5, token)
        answer = practice.page.client.post(f"/clients/{client_id}/sessions/new", data=form)
        assert answer.status_code == 303

    return save
