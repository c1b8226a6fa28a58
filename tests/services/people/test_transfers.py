"""A client handed to another clinician: with the summary, for good, and whoever takes over is told."""

import pytest
from sqlalchemy import select

from tests.conftest import Cast
from tests.services.standing import code, cover, events, read, told
from tracker import clock, db
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.models import Reassignment
from tracker.services.people import accounts, reassigning


def test_a_client_is_handed_to_another_clinician_with_the_summary(cast: Cast) -> None:
    with db.transaction() as writing:
        reassigning.transfer(
            writing, cast.clinician, cast.client_id, cast.outsider.id, " Moved ", now=clock.now()
        )
    with pytest.raises(NotPermitted):
        read(cast.clinician, cast.client_id)
    assert read(cast.outsider, cast.client_id)
    (found,) = told(cast.outsider)
    assert (found.code, found.by, found.notice.text) == (code(cast.client_id), "Clinician", "Moved")
    with db.reading() as reading:
        row = reading.scalars(select(Reassignment)).one()
        assert (row.from_id, row.to_id, row.made_by_id) == (
            cast.clinician.id,
            cast.outsider.id,
            cast.clinician.id,
        )
    assert events()[-1] == "client.reassigned"


def test_a_transfer_is_refused_without_taker_or_reason_and_to_others(cast: Cast) -> None:
    for taker, reason, field in (
        (cast.clinician.id, "x", "taker"),
        (cast.supervisor.id, "x", "taker"),
        (cast.outsider.id, " ", "reason"),
    ):
        with pytest.raises(Incomplete) as refused, db.transaction() as writing:
            reassigning.transfer(
                writing, cast.clinician, cast.client_id, taker, reason, now=clock.now()
            )
        assert refused.value.problems.keys() == {field}
    for actor in (cast.outsider, cast.supervisor, cast.administrator):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            reassigning.transfer(
                writing, actor, cast.client_id, cast.outsider.id, "x", now=clock.now()
            )


def test_whoever_covers_does_not_hand_clients_on(cast: Cast) -> None:
    cover(cast)
    assert read(cast.outsider, cast.client_id)
    with pytest.raises(NotPermitted), db.transaction() as writing:
        to = cast.outsider.id
        reassigning.transfer(writing, cast.outsider, cast.client_id, to, "x", now=clock.now())


def test_a_clinician_with_clients_is_not_disabled_until_they_are_handed_over(cast: Cast) -> None:
    with pytest.raises(NotNow), db.transaction() as writing:
        accounts.disable(writing, None, cast.clinician.id, now=clock.now())
    with db.transaction() as writing:
        reassigning.transfer(
            writing, cast.clinician, cast.client_id, cast.outsider.id, "Leaves", now=clock.now()
        )
        accounts.disable(writing, None, cast.clinician.id, now=clock.now())
