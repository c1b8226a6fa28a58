"""Whoever stands in for a clinician: what the tests of cover, emergencies and transfers share."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from tests.conftest import Cast
from tracker import clock, db
from tracker.domain.errors import Incomplete, NotNow
from tracker.domain.people.access import Actor
from tracker.models import AuditEntry, Client
from tracker.services.access import notices
from tracker.services.access.notices import NoticeView
from tracker.services.people import covers
from tracker.services.record import records


def today() -> date:
    return clock.now().date()


def code(client_id: UUID) -> str:
    with db.reading() as reading:
        return reading.get_one(Client, client_id).code


def read(actor: Actor, client_id: UUID, minutes: int = 0) -> records.Record:
    with db.reading() as reading:
        now = clock.now() + timedelta(minutes=minutes)
        return records.record(reading, actor, client_id, now=now)


def told(actor: Actor) -> list[NoticeView]:
    with db.reading() as reading:
        return notices.notices_of(reading, actor, today())


def events() -> list[str]:
    with db.reading() as reading:
        return list(reading.scalars(select(AuditEntry.event).order_by(AuditEntry.seq)))


def entries(event: str) -> list[AuditEntry]:
    """The entries of one event, in order."""
    with db.reading() as reading:
        rows = select(AuditEntry).where(AuditEntry.event == event).order_by(AuditEntry.seq)
        return list(reading.scalars(rows))


def cover(
    cast: Cast, first: int = 0, last: int = 7, by: Actor | None = None, who: UUID | None = None
) -> UUID:
    days = (today() + timedelta(days=first), today() + timedelta(days=last))
    with db.transaction() as writing:
        return covers.arrange(
            writing,
            by or cast.clinician,
            cast.clinician.id,
            who or cast.outsider.id,
            days,
            " Parental leave ",
            now=clock.now(),
        ).id


def at_once(app: Flask, act: Callable[[], object], times: int = 12) -> list[object]:
    """What each of so many copies of an act comes to, which begin together."""
    begin = Barrier(times)

    def one(_: int) -> object:
        with app.app_context():
            begin.wait()
            try:
                return act()
            except (Incomplete, NotNow) as error:
                return type(error)

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))
