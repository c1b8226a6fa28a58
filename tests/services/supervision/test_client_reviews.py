"""Clients looked at in supervision, and what of supervision stands on a caseload."""

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DatabaseError

from tests.conftest import Cast, log, weeks
from tests.services.supervising import review, shown
from tracker import clock, db
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.people.access import Actor
from tracker.domain.supervision.sign_off import ReviewAct
from tracker.models import ClientReview
from tracker.services.supervision import client_reviews
from tracker.services.supervision.caseload import caseload


def test_a_review_is_kept_for_good_and_shows_on_the_caseload(cast: Cast) -> None:
    def row(actor: Actor) -> object:
        with db.reading() as reading:
            (found,) = caseload(reading, actor, cast.clinician.id, now=clock.now()).rows
            return found

    assert (row(cast.supervisor).last_reviewed, row(cast.supervisor).unseen) == (None, True)
    with db.transaction() as writing:
        client_reviews.review_client(
            writing, cast.supervisor, cast.client_id, " Going well ", now=clock.now()
        )
    assert (row(cast.supervisor).last_reviewed, row(cast.supervisor).unseen) == (
        clock.now().date(),
        False,
    )
    assert row(cast.clinician).last_reviewed is None  # it costs a query that a clinician needs not
    with db.reading() as reading:
        (found,) = client_reviews.reviews_of(reading, cast.client_id)
    assert (found.review.note, found.by) == ("Going well", "Supervisor")
    with pytest.raises(Incomplete), db.transaction() as writing:
        client_reviews.review_client(
            writing, cast.supervisor, cast.client_id, "x" * 501, now=clock.now()
        )
    for actor in (cast.clinician, cast.outsider, cast.administrator):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            client_reviews.review_client(writing, actor, cast.client_id, "", now=clock.now())
    with pytest.raises(DatabaseError), db.transaction() as writing:
        writing.execute(update(ClientReview).values(note="other"))


def test_what_supervision_asks_for_shows_on_the_clinicians_caseload(cast: Cast) -> None:
    for week, bond in enumerate((8, 8, 5)):
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8)
    flag_id = shown(cast).rows[0].flag_id
    review(cast.supervisor, flag_id, ReviewAct.ASKED, "What happened?")
    with db.reading() as reading:
        (row,) = caseload(reading, cast.clinician, cast.clinician.id, now=clock.now()).rows
    assert row.asked
