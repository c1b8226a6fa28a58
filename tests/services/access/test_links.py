"""Links of supervision that share days, or do not."""

from datetime import timedelta

import pytest

from tests.conftest import Cast, one_more
from tests.services.people.test_people import NOW
from tracker import db
from tracker.domain.errors import Incomplete
from tracker.domain.people.access import Role
from tracker.services.access import supervision


def days(cast: Cast) -> list[tuple[int, int | None]]:
    """The days of the links to the outsider's caseload, counted from today."""
    with db.reading() as reading:
        links = supervision.links_of(reading, cast.supervisor.id, NOW.date() - timedelta(days=99))
        return [
            ((x.starts_on - NOW.date()).days, x.ends_on and (x.ends_on - NOW.date()).days)
            for x, _, clinician in links
            if clinician.id == cast.outsider.id
        ]


def link(cast: Cast, first: int, last: int | None) -> None:
    with db.transaction() as writing:
        supervision.link_supervision(
            writing,
            cast.administrator,
            supervisor=cast.supervisor.id,
            clinician=cast.outsider.id,
            starts_on=NOW.date() + timedelta(days=first),
            ends_on=None if last is None else NOW.date() + timedelta(days=last),
            now=NOW,
        )


def test_a_link_for_other_days_leaves_the_one_to_come_alone(cast: Cast) -> None:
    link(cast, 30, None)
    link(cast, 0, 7)
    assert days(cast) == [(0, 7), (30, None)]


def test_links_that_share_days_become_one(cast: Cast) -> None:
    link(cast, 10, None)
    link(cast, 5, 20)
    assert days(cast) == [(5, 20)]
    link(cast, 30, 40)
    link(cast, 0, None)
    assert days(cast) == [(0, None)]
    link(cast, 0, 3)
    assert days(cast) == [(0, 3)]


def test_a_link_leaves_that_of_another_supervisor_alone(cast: Cast) -> None:
    link(cast, 0, None)
    with db.transaction() as writing:
        other = one_more(writing, "Second", Role.SUPERVISOR).id
        supervision.link_supervision(
            writing,
            cast.administrator,
            supervisor=other,
            clinician=cast.outsider.id,
            starts_on=NOW.date(),
            ends_on=NOW.date() + timedelta(days=7),
            now=NOW,
        )
    assert days(cast) == [(0, None)]
    with db.reading() as reading:
        (found,) = supervision.links_of(reading, other, NOW.date())
    assert (found[0].starts_on, found[0].ends_on) == (NOW.date(), NOW.date() + timedelta(days=7))


def test_that_nobody_supervises_themselves_is_said_at_its_field(cast: Cast) -> None:
    with pytest.raises(Incomplete) as refused, db.transaction() as writing:
        supervision.link_supervision(
            writing,
            cast.administrator,
            supervisor=cast.supervisor.id,
            clinician=cast.supervisor.id,
            starts_on=NOW.date(),
            now=NOW,
        )
    assert refused.value.problems.keys() == {"clinician"}
