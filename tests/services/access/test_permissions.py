"""How somebody comes to a client, a flag or a meeting on a day, and why not."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.conftest import Cast
from tests.services.standing import cover, today
from tracker import clock, db
from tracker.domain.people.access import AccessRefused, Actor, Permission, Role, WhyNot
from tracker.models import SupervisionLink
from tracker.services.access import permissions
from tracker.services.supervision import meetings


def link(supervisor_id: UUID, clinician_id: UUID, first: int, last: int) -> None:
    """A link from one day to another, counted from today."""
    with db.transaction() as writing:
        writing.add(
            SupervisionLink(
                id=uuid4(),
                supervisor_id=supervisor_id,
                clinician_id=clinician_id,
                starts_on=today() + timedelta(days=first),
                ends_on=today() + timedelta(days=last),
            )
        )


def why_not(actor: Actor, client_id: UUID, right: Permission, days: int = 0) -> WhyNot | None:
    """Why the actor may not do this to the client, so many days from now; None when they may."""
    with db.reading() as reading:
        now = clock.now() + timedelta(days=days)
        try:
            permissions.client_for(reading, actor, client_id, right, now=now)
        except AccessRefused as refused:
            return refused.decision.why_not
    return None


def test_a_link_opens_from_its_first_day_to_its_last(cast: Cast) -> None:
    link(cast.supervisor.id, cast.outsider.id, 1, 3)
    found = [
        why_not(cast.supervisor, cast.other_client_id, Permission.READ_RECORD, day)
        for day in range(5)
    ]
    assert found == [WhyNot.REACH, None, None, None, WhyNot.REACH]


@pytest.mark.parametrize(
    ("name", "right", "why"),
    [
        ("clinician", Permission.READ_RECORD, None),
        ("outsider", Permission.READ_RECORD, WhyNot.REACH),
        ("supervisor", Permission.READ_RECORD, None),
        ("supervisor", Permission.RECORD_SESSION, WhyNot.ROLE),
        ("administrator", Permission.READ_RECORD, WhyNot.ROLE),
    ],
)
def test_a_refusal_says_whether_it_was_the_role_or_the_way(
    cast: Cast, name: str, right: Permission, why: WhyNot | None
) -> None:
    assert why_not(cast.named(name), cast.client_id, right) is why


def test_what_is_not_there_is_refused_as_absent(cast: Cast) -> None:
    assert why_not(cast.clinician, uuid4(), Permission.READ_RECORD) is WhyNot.ABSENT
    right = Permission.READ_RECORD
    now = clock.now()
    with db.reading() as reading:
        with pytest.raises(AccessRefused) as no_flag:
            permissions.client_of_flag(reading, cast.clinician, uuid4(), right, now=now)
        with pytest.raises(AccessRefused) as no_meeting:
            permissions.may_read_meeting(reading, cast.clinician, uuid4(), now=now)
    assert no_flag.value.decision.why_not is WhyNot.ABSENT
    assert no_meeting.value.decision.why_not is WhyNot.ABSENT


def test_a_meeting_is_closed_to_another_supervisor_of_the_same_clinician(cast: Cast) -> None:
    other = Actor(cast.outsider.id, cast.outsider.name, frozenset({Role.SUPERVISOR}))
    link(other.id, cast.clinician.id, 0, 7)
    assert why_not(other, cast.client_id, Permission.SUPERVISE) is None
    now = clock.now()
    with db.transaction() as writing:
        clinician = cast.clinician.id
        made = meetings.make_meeting(writing, cast.supervisor, clinician, today(), now=now).id
    with db.reading() as reading:
        assert permissions.may_hold_meeting(reading, cast.supervisor, made, now=now).id == made
        for verb in (permissions.may_read_meeting, permissions.may_hold_meeting):
            with pytest.raises(AccessRefused):
                verb(reading, other, made, now=now)


def test_a_meeting_is_closed_to_whoever_covers_for_its_clinician(cast: Cast) -> None:
    """They read the reviews of a client, and not what the two say to each other."""
    cover(cast)
    assert why_not(cast.outsider, cast.client_id, Permission.READ_REVIEWS) is None
    now = clock.now()
    with db.transaction() as writing:
        clinician = cast.clinician.id
        made = meetings.make_meeting(writing, cast.supervisor, clinician, today(), now=now).id
    with db.reading() as reading, pytest.raises(AccessRefused):
        permissions.may_read_meeting(reading, cast.outsider, made, now=now)
