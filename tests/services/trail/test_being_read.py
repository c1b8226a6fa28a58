"""Who is told that somebody reads their clients: by cover and supervision that others arranged."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.conftest import START, Cast
from tests.services.standing import cover, today, told
from tracker import clock, db
from tracker.domain.people.access import Actor
from tracker.models import NoticeKind
from tracker.services.access import notices, supervision
from tracker.services.people import covers


def link(cast: Cast, by: Actor | None, last: date | None = None, first: date | None = None) -> UUID:
    with db.transaction() as writing:
        return supervision.link_supervision(
            writing,
            by,
            supervisor=cast.supervisor.id,
            clinician=cast.outsider.id,
            starts_on=first or START,
            ends_on=last,
            now=clock.now(),
        ).id


def test_cover_that_somebody_else_arranged_is_told_to_whose_clients_they_are(cast: Cast) -> None:
    made = cover(cast, by=cast.administrator)
    (found,) = told(cast.clinician)
    assert (found.notice.kind, found.reader, found.by) == ("covered", "Outsider", "Administrator")
    assert (found.notice.since, found.notice.until) == (today(), today() + timedelta(days=7))
    assert found.notice.text == "Parental leave"
    with db.transaction() as writing:
        covers.end_cover(writing, cast.administrator, made, now=clock.now())
    assert told(cast.outsider) == []
    with db.reading() as reading:
        later = notices.notices_of(reading, cast.clinician, today() + timedelta(days=99))
    assert [each.notice.id for each in later] == [found.notice.id], "it is told when it is over too"
    with db.transaction() as writing:
        notices.put_away(writing, cast.clinician, found.notice.id, now=clock.now())
    assert told(cast.clinician) == []


def test_cover_that_one_arranged_oneself_is_not_told(cast: Cast) -> None:
    cover(cast)
    assert told(cast.clinician) == []
    assert [each.notice.kind for each in told(cast.outsider)] == ["covering"]


@pytest.mark.parametrize("machine", [False, True])
def test_a_supervision_link_is_told_to_whose_caseload_is_read(cast: Cast, machine: bool) -> None:
    last = today() + timedelta(days=30)
    link(cast, None if machine else cast.administrator, last)
    (found,) = told(cast.outsider)
    assert (found.notice.kind, found.reader) == (NoticeKind.SUPERVISED, "Supervisor")
    assert found.by == (None if machine else "Administrator")
    assert (found.notice.since, found.notice.until) == (START, last)
    assert told(cast.supervisor) == []


def test_what_changes_a_link_is_told_and_what_does_not_is_not(cast: Cast) -> None:
    boss, last = cast.administrator, today() + timedelta(days=30)
    link(cast, boss, last)
    link(cast, boss, last)
    assert len(told(cast.outsider)) == 1
    link(cast, boss)
    newest = told(cast.outsider)[0].notice
    assert (len(told(cast.outsider)), newest.since, newest.until) == (2, START, None)


def test_whoever_puts_themselves_under_supervision_is_not_told(cast: Cast) -> None:
    both = Actor(cast.outsider.id, "Both", cast.outsider.roles | cast.administrator.roles)
    link(cast, both)
    assert told(cast.outsider) == []
