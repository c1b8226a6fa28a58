"""Cover, emergencies, transfers and the notices of them: who reaches what, from when to when, and who is told."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.conftest import Cast, log, weeks
from tracker import clock, db
from tracker.domain import emergency
from tracker.domain.access import Actor, Permission, Role
from tracker.domain.answers import Answer
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.models import AuditEntry, Client, EmergencyAccess, TherapySession
from tracker.services import (
    clients,
    covers,
    emergencies,
    flag_answers,
    notices,
    records,
    standing_in,
)
from tracker.services.caseload import caseload
from tracker.services.flag_answers import Reply
from tracker.services.notices import Told


def today() -> date:
    return clock.now().date()


def code(client_id: UUID) -> str:
    with db.reading() as reading:
        return reading.get_one(Client, client_id).code


def read(actor: Actor, client_id: UUID, minutes: int = 0) -> records.Record:
    with db.reading() as reading:
        now = clock.now() + timedelta(minutes=minutes)
        return records.record(reading, actor, client_id, now=now)


def told(actor: Actor) -> list[Told]:
    with db.reading() as reading:
        return notices.notices_of(reading, actor, today())


def break_glass(actor: Actor, typed: str, reason: str = "Called in crisis") -> tuple[UUID, bool]:
    with db.transaction() as writing:
        return emergencies.open_record(writing, actor, typed, reason, now=clock.now())


def events() -> list[str]:
    with db.reading() as reading:
        return list(reading.scalars(select(AuditEntry.event).order_by(AuditEntry.seq)))


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
            assert not clients.may_read(reading, actor, client, permission, now=clock.now())
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


def test_one_opens_ones_own_clients_without_an_emergency(cast: Cast) -> None:
    assert break_glass(cast.clinician, code(cast.client_id)) == (cast.client_id, False)
    assert break_glass(cast.supervisor, code(cast.client_id)) == (cast.client_id, False)
    assert told(cast.administrator) == []


@pytest.mark.parametrize(
    ("typed", "reason", "field"),
    [
        ("", "why", "code"),
        ("Z-999", "why", "code"),
        ("K", "", "reason"),
        ("K", "x" * 301, "reason"),
    ],
)
def test_what_it_needs(cast: Cast, typed: str, reason: str, field: str) -> None:
    with pytest.raises(Incomplete) as refused:
        break_glass(cast.outsider, typed, reason)
    assert refused.value.problems.keys() == {field}


def test_codes_cannot_be_tried_one_after_the_other(cast: Cast) -> None:
    for _ in range(emergency.TRIES):
        with db.transaction() as writing:
            emergencies.note_miss(writing, cast.outsider, now=clock.now())
    with pytest.raises(NotNow):
        break_glass(cast.outsider, code(cast.client_id))
    later = clock.now() + emergency.WITHIN + timedelta(minutes=1)
    with db.transaction() as writing:
        opened = emergencies.open_record(
            writing, cast.outsider, code(cast.client_id), "why", now=later
        )
    assert opened[1]


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


def test_whoever_covers_treats_the_clients_on_those_days(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    made = cover(cast)
    session_id = log(cast.outsider, cast.client_id, today(), 8, 8, 8, 8)
    with db.reading() as reading:
        assert reading.get_one(TherapySession, session_id).clinician_id == cast.outsider.id
        rows = caseload(reading, cast.outsider, cast.clinician.id, now=clock.now())
        assert (len(rows.rows), rows.treats) == (1, True)
    flag = read(cast.outsider, cast.client_id).flags[-1].flag.id
    with db.transaction() as writing:
        reply = Reply(Answer.NEXT_SESSION)
        flag_answers.answer_flag(writing, cast.outsider, flag, reply, now=clock.now())
    assert read(cast.clinician, cast.client_id)  # who is away loses nothing
    (found,) = told(cast.outsider)
    assert (found.by, found.notice.text) == ("Clinician", "Parental leave")
    with db.transaction() as writing:
        for _ in range(2):
            covers.end_cover(writing, cast.clinician, made, now=clock.now())
    assert told(cast.outsider) == []
    for act in (
        lambda: read(cast.outsider, cast.client_id),
        lambda: log(cast.outsider, cast.client_id, today(), 8, 8, 8, 8),
    ):
        with pytest.raises(NotPermitted):
            act()
    assert events().count("cover.ended") == 1


@pytest.mark.parametrize(("first", "last"), [(1, 7), (-7, 0)])
def test_cover_holds_from_its_first_to_its_last_day(cast: Cast, first: int, last: int) -> None:
    cover(cast, first, last)
    with db.reading() as reading:
        for day, holds in ((first - 1, False), (first, True), (last, True), (last + 1, False)):
            on = today() + timedelta(days=day)
            found = standing_in.covered(reading, cast.outsider, on)
            assert found == ({cast.clinician.id} if holds else set())
        assert standing_in.covered(reading, cast.supervisor, today()) == set()


def test_who_arranges_cover_and_for_whom(cast: Cast) -> None:
    made = cover(cast, by=cast.administrator)
    with db.reading() as reading:
        for actor in (cast.clinician, cast.administrator):
            (found,) = covers.covers_of(reading, actor, cast.clinician.id, now=clock.now())
            assert (found.clinician, found.by) == ("Clinician", "Outsider")
        for actor in (cast.outsider, cast.supervisor):
            with pytest.raises(NotPermitted):
                covers.covers_of(reading, actor, cast.clinician.id, now=clock.now())
    for actor in (cast.outsider, cast.supervisor):
        with pytest.raises(NotPermitted):
            cover(cast, by=actor)
        with pytest.raises(NotPermitted), db.transaction() as writing:
            covers.end_cover(writing, actor, made, now=clock.now())
    with pytest.raises(NotPermitted), db.transaction() as writing:
        covers.end_cover(writing, cast.administrator, uuid4(), now=clock.now())
    with pytest.raises(NotPermitted), db.transaction() as writing:
        nothing = (None, None)
        covers.arrange(writing, cast.administrator, uuid4(), None, nothing, "x", now=clock.now())


def test_what_a_cover_needs(cast: Cast) -> None:
    day = today()
    far = day + covers.LONGEST + timedelta(days=1)
    for who, days, reason, fields in (
        (None, (None, None), "", {"cover", "starts_on", "ends_on", "reason"}),
        (cast.supervisor.id, (day, day), "x", {"cover"}),
        (cast.clinician.id, (day, day), "x", {"cover"}),
        (cast.outsider.id, (day, day - timedelta(days=1)), "x", {"ends_on"}),
        (cast.outsider.id, (day + timedelta(days=2), day), "x", {"ends_on"}),
        (cast.outsider.id, (day, far), "x", {"ends_on"}),
        (cast.outsider.id, (day, day), "x" * 201, {"reason"}),
    ):
        with pytest.raises(Incomplete) as refused, db.transaction() as writing:
            by = cast.clinician
            covers.arrange(writing, by, by.id, who, days, reason, now=clock.now())
        assert refused.value.problems.keys() == fields


def test_whoever_has_two_roles_covers_as_a_clinician_only(cast: Cast) -> None:
    cover(cast)
    supervisor = Actor(cast.outsider.id, "Only", frozenset({Role.SUPERVISOR}))
    with pytest.raises(NotPermitted):
        read(supervisor, cast.client_id)
