"""Emergencies: who opens a record, for how long, and who is told."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Cast
from tests.services.standing import at_once, code, entries, events, read, told
from tracker import clock, db
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.people import emergency
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, EmergencyAccess
from tracker.services.access import notices, permissions
from tracker.services.people import emergencies


def break_glass(
    actor: Actor, typed: str, reason: str = "Called in crisis"
) -> tuple[UUID, bool] | None:
    with db.transaction() as writing:
        return emergencies.open_record(writing, actor, typed, reason, now=clock.now())


@pytest.mark.parametrize("name", ["outsider", "supervisor"])
def test_a_record_is_read_in_an_emergency_for_an_hour_and_nothing_is_changed(
    cast: Cast, name: str
) -> None:
    actor = cast.named(name)
    theirs = cast.client_id if name == "outsider" else cast.other_client_id
    with pytest.raises(NotPermitted):
        read(actor, theirs)
    assert break_glass(actor, f" {code(theirs).lower()} ") == (theirs, True)
    assert read(actor, theirs).client.id == theirs
    assert read(actor, theirs, minutes=59)
    with pytest.raises(NotPermitted):
        read(actor, theirs, minutes=61)
    with db.reading() as reading:
        for permission in set(Permission) - {Permission.READ_RECORD}:
            client = reading.get_one(Client, theirs)
            assert not permissions.decision_on(reading, actor, client, permission, now=clock.now())
    assert events()[-1] == "emergency.opened"


def test_its_clinician_and_the_administrators_are_told_and_nobody_else(cast: Cast) -> None:
    break_glass(cast.outsider, code(cast.client_id), "Called in crisis")
    for name in ("clinician", "administrator"):
        (found,) = told(cast.named(name))
        assert (found.by, found.notice.text) == ("Outsider", "Called in crisis")
    assert told(cast.outsider) == told(cast.supervisor) == []
    (found,) = told(cast.clinician)
    with pytest.raises(NotPermitted), db.transaction() as writing:
        notices.put_away(writing, cast.outsider, found.notice.id, now=clock.now())
    for _ in range(2):
        with db.transaction() as writing:
            notices.put_away(writing, cast.clinician, found.notice.id, now=clock.now())
    assert told(cast.clinician) == []
    assert events().count("notice.seen") == 1
    assert len(told(cast.administrator)) == 1


def test_it_can_be_closed_before_its_time_by_whoever_opened_it(cast: Cast) -> None:
    break_glass(cast.outsider, code(cast.client_id))
    with db.reading() as reading:
        access_id = reading.scalar(select(EmergencyAccess.id))
    for actor, what in ((cast.clinician, access_id), (cast.outsider, uuid4())):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            emergencies.close(writing, actor, what, now=clock.now())
    for _ in range(2):
        with db.transaction() as writing:
            emergencies.close(writing, cast.outsider, access_id, now=clock.now())
    with pytest.raises(NotPermitted):
        read(cast.outsider, cast.client_id)
    assert events().count("emergency.closed") == 1


def test_the_audit_says_who_opened_and_closed_whose_record_and_by_which_emergency(
    cast: Cast,
) -> None:
    break_glass(cast.outsider, code(cast.client_id))
    with db.transaction() as writing:
        access_id = writing.scalar(select(EmergencyAccess.id))
        emergencies.close(writing, cast.outsider, access_id, now=clock.now())
    for event in ("emergency.opened", "emergency.closed"):
        (entry,) = entries(event)
        said = (entry.actor_id, entry.object_id, entry.client_id)
        assert said == (cast.outsider.id, access_id, cast.client_id)


def test_one_opens_ones_own_clients_without_an_emergency(cast: Cast) -> None:
    assert break_glass(cast.clinician, code(cast.client_id)) == (cast.client_id, False)
    assert break_glass(cast.supervisor, code(cast.client_id)) == (cast.client_id, False)
    assert told(cast.administrator) == []


@pytest.mark.parametrize(
    ("typed", "reason", "field"),
    [
        ("", "why", "code"),
        (" ", "why", "code"),
        ("K", "", "reason"),
        ("K", "x" * 301, "reason"),
        ("K", "K-014 called in crisis", "reason"),
    ],
)
def test_what_it_needs(cast: Cast, typed: str, reason: str, field: str) -> None:
    with pytest.raises(Incomplete) as refused:
        break_glass(cast.outsider, typed, reason)
    assert refused.value.problems.keys() == {field}


def test_codes_cannot_be_tried_one_after_the_other(cast: Cast) -> None:
    for _ in range(emergency.TRIES):
        assert break_glass(cast.outsider, "Z-999") is None
    assert events().count("emergency.code_wrong") == emergency.TRIES
    with pytest.raises(NotNow) as refused:
        break_glass(cast.outsider, code(cast.client_id))
    assert "Wait 15 minutes, or ask the client's clinician" in refused.value.message
    soon = clock.now() + emergency.WITHIN - timedelta(seconds=40)
    with pytest.raises(NotNow, match="Wait 1 minute, or"), db.transaction() as writing:
        emergencies.open_record(writing, cast.outsider, code(cast.client_id), "why", now=soon)
    later = clock.now() + emergency.WITHIN + timedelta(minutes=1)
    with db.transaction() as writing:
        opened = emergencies.open_record(
            writing, cast.outsider, code(cast.client_id), "why", now=later
        )
    assert opened == (cast.client_id, True)


def test_codes_cannot_be_tried_all_at_once(app: Flask, cast: Cast) -> None:
    found = at_once(app, lambda: break_glass(cast.outsider, "Z-999"))
    assert found.count(None) == emergency.TRIES
    assert found.count(NotNow) == 12 - emergency.TRIES
    assert events().count("emergency.code_wrong") == emergency.TRIES


def test_two_tabs_open_one_emergency(app: Flask, cast: Cast) -> None:
    typed = code(cast.client_id)
    found = at_once(app, lambda: break_glass(cast.outsider, typed))
    assert found.count((cast.client_id, True)) == 1
    assert found.count((cast.client_id, False)) == 11
    assert len(told(cast.clinician)) == 1


def test_administrators_report_who_and_why_and_nobody_else_does(cast: Cast) -> None:
    break_glass(cast.outsider, code(cast.client_id))
    with db.reading() as reading:
        (found,) = emergencies.report(reading, cast.administrator)
        assert (found.by, found.clinician) == ("Outsider", "Clinician")
        for actor in (cast.clinician, cast.supervisor):
            with pytest.raises(NotPermitted):
                emergencies.report(reading, actor)
    with pytest.raises(NotPermitted):
        break_glass(cast.administrator, code(cast.client_id))
