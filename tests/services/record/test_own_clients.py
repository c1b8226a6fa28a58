"""For whom a clinician can use an objective: their own clients, and those of whom they stand in for."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.conftest import Cast
from tracker import clock, db
from tracker.domain.errors import NotPermitted
from tracker.domain.people.access import Actor
from tracker.services.office.practice import today
from tracker.services.people import covers
from tracker.services.supervision.caseload import own_clients


def ids(actor: Actor) -> list[object]:
    with db.reading() as reading:
        return [client.id for client in own_clients(reading, actor, now=clock.now())]


def test_ones_own_and_those_of_whom_one_stands_in_for(app: Flask, cast: Cast) -> None:
    assert ids(cast.clinician) == [cast.client_id]
    with db.transaction() as writing:
        day = today(writing, clock.now())
        until = day + timedelta(days=3)
        away, instead = cast.outsider, cast.clinician.id
        covers.arrange(writing, away, away.id, instead, (day, until), "Leave", now=clock.now())
    assert set(ids(cast.clinician)) == {cast.client_id, cast.other_client_id}


def test_nobody_who_plans_no_care_has_any(app: Flask, cast: Cast) -> None:
    for actor in (cast.supervisor, cast.administrator):
        with pytest.raises(NotPermitted):
            ids(actor)
