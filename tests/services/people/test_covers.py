"""Cover: who treats whose clients, from which day to which, and who is told."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from flask import Flask

from tests.conftest import Cast, log, one_more, weeks
from tests.services.standing import at_once, cover, entries, events, read, today, told
from tests.services.supervising import review, shown
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.people.access import Actor, Role
from tracker.domain.supervision.sign_off import ReviewAct
from tracker.models import TherapySession, User
from tracker.services.access import standing_in
from tracker.services.care import flag_answers
from tracker.services.care.flag_answers import Reply
from tracker.services.people import accounts, covers, reassigning
from tracker.services.supervision.caseload import caseload


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


@pytest.mark.parametrize(("first", "last"), [(0, 7), (7, 9), (-2, 0), (3, 4)])
def test_nobody_covers_twice_on_the_same_days(cast: Cast, first: int, last: int) -> None:
    made = cover(cast)
    with pytest.raises(Incomplete) as refused:
        cover(cast, first, last)
    assert refused.value.problems.keys() == {"cover"}
    assert len(told(cast.outsider)) == 1
    cover(cast, 8, 9)
    with db.transaction() as writing:
        covers.end_cover(writing, cast.clinician, made, now=clock.now())
    assert cover(cast, 0, 7)


def test_two_tabs_arrange_one_cover(app: Flask, cast: Cast) -> None:
    found = at_once(app, lambda: cover(cast), 6)
    assert found.count(Incomplete) == 5
    assert len(told(cast.outsider)) == 1


def test_two_cover_on_the_same_days(cast: Cast) -> None:
    with db.transaction() as writing:
        other = one_more(writing, "Third", Role.CLINICIAN).id
    assert cover(cast) != cover(cast, who=other)


def test_whoever_has_two_roles_covers_as_a_clinician_only(cast: Cast) -> None:
    cover(cast)
    supervisor = Actor(cast.outsider.id, "Only", frozenset({Role.SUPERVISOR}))
    with pytest.raises(NotPermitted):
        read(supervisor, cast.client_id)


def test_cover_ends_with_the_account_or_the_role_and_does_not_come_back(cast: Cast) -> None:
    cover(cast)
    with db.transaction() as writing:
        now, who = clock.now(), cast.outsider.id
        reassigning.reassign(writing, None, who, cast.clinician.id, "Leaves", now=now)
        accounts.disable(writing, None, who, now=now)
        accounts.enable(writing, None, who, now=now)
    with pytest.raises(NotPermitted):
        read(cast.outsider, cast.client_id)
    cover(cast)
    with db.transaction() as writing:
        for roles in (frozenset({Role.SUPERVISOR}), frozenset({Role.CLINICIAN})):
            user = writing.get_one(User, cast.outsider.id)
            held = accounts.AccountDetails("o@practice.example", "Outsider", roles)
            accounts.edit_account(writing, None, user.id, held, str(user.version), now=clock.now())
    with pytest.raises(NotPermitted):
        read(cast.outsider, cast.client_id)
    assert told(cast.outsider) == []


def said_of_covers(event: str) -> list[tuple[object, object, object]]:
    """Who did it, whose clients they are, and who covers."""
    return [(e.actor_id, e.object_id, e.detail["cover"]) for e in entries(event)]


def test_the_audit_says_who_arranged_a_cover_and_who_ended_it(cast: Cast) -> None:
    made = cover(cast, by=cast.administrator)
    with db.transaction() as writing:
        covers.end_cover(writing, cast.clinician, made, now=clock.now())
    between = (cast.clinician.id, str(cast.outsider.id))
    assert said_of_covers("cover.arranged") == [(cast.administrator.id, *between)]
    assert said_of_covers("cover.ended") == [(cast.clinician.id, *between)]


@pytest.mark.parametrize("how", ["the account is closed", "the role is taken"])
def test_each_cover_that_ends_with_an_account_or_a_role_is_in_the_audit(
    cast: Cast, how: str
) -> None:
    cover(cast)
    cover(cast, 8, 9)
    by = cast.administrator
    with db.transaction() as writing:
        who = writing.get_one(User, cast.outsider.id)
        reassigning.reassign(writing, by, who.id, cast.clinician.id, "Leaves", now=clock.now())
        if how == "the account is closed":
            accounts.disable(writing, by, who.id, now=clock.now())
        else:
            held = accounts.AccountDetails(who.email, who.name, frozenset({Role.SUPERVISOR}))
            accounts.edit_account(writing, by, who.id, held, str(who.version), now=clock.now())
    ended = (by.id, cast.clinician.id, str(cast.outsider.id))
    assert said_of_covers("cover.ended") == [ended, ended]


def who_treats_too(cast: Cast) -> Actor:
    """The supervisor, who is a clinician as well from now on."""
    both = frozenset({Role.SUPERVISOR, Role.CLINICIAN})
    with db.transaction() as writing:
        user = writing.get_one(User, cast.supervisor.id)
        held = accounts.AccountDetails("s@practice.example", "Supervisor", both)
        accounts.edit_account(writing, None, user.id, held, str(user.version), now=clock.now())
    return Actor(cast.supervisor.id, "Supervisor", both)


def test_a_supervisor_who_covers_reads_the_caseload_as_the_one_who_treats(cast: Cast) -> None:
    supervisor = who_treats_too(cast)

    def treats() -> bool:
        with db.reading() as reading:
            return caseload(reading, supervisor, cast.clinician.id, now=clock.now()).treats

    assert not treats()
    made = cover(cast, who=supervisor.id)
    assert treats()
    with db.transaction() as writing:
        covers.end_cover(writing, cast.clinician, made, now=clock.now())
    assert not treats()


def test_a_supervisor_who_covers_does_not_sign_off_what_they_treat(cast: Cast) -> None:
    for week, bond in enumerate((8, 8, 5)):
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8)
    flag_id = read(cast.clinician, cast.client_id).flags[0].flag.id
    supervisor = who_treats_too(cast)
    assert not any(row.own for row in shown(cast).rows)
    cover(cast, who=supervisor.id)
    assert all(row.own for row in shown(cast).rows)
    with pytest.raises(NotNow):
        review(supervisor, flag_id, ReviewAct.ADDRESSED)


@pytest.mark.parametrize("year", [1, 9999])
def test_days_far_from_now_are_refused(cast: Cast, year: int) -> None:
    far = date(year, 12, 31)
    with pytest.raises(Incomplete), db.transaction() as writing:
        by, who = cast.clinician, cast.outsider.id
        covers.arrange(writing, by, by.id, who, (far, date(9999, 12, 31)), "x", now=clock.now())
