"""Tension as it is stored with a session: whose answer it is, whether it was blind, and what a correction does to it."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.conftest import Cast, entry, marks, weeks
from tracker import db
from tracker.domain.course.markers import StrainMarker
from tracker.domain.errors import Incomplete
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.models import Rating, SessionChange, TherapySession
from tracker.services.care import corrections, sessions
from tracker.services.care.corrections import CorrectionReason
from tracker.services.care.sessions import SessionDetails
from tracker.services.record import records
from tracker.services.record.course import strain_of
from tracker.services.record.records import Record
from tracker.services.record.strain_views import StrainView, strains_of

pytestmark = pytest.mark.one_database(
    reason="what is stored of an answer is held by the test of the kept database, on both"
)
NOW = datetime(2026, 1, 12, 15, tzinfo=UTC)
YES = StrainAnswer(StrainSeen.YES, StrainSettled.NOT)
NONE = StrainAnswer(StrainSeen.NONE)
RATED = marks(8, 8, 8, 8)


def logged(cast: Cast, **ratings: Entered) -> UUID:
    """A session of 5 January with what each side said, by the names client and therapist."""
    with db.transaction() as writing:
        held = SessionDetails(weeks(0), markers=(StrainMarker.QUICK_YES,))
        return sessions.log_session(
            writing, cast.clinician, cast.client_id, held, entry(**ratings), now=NOW
        ).id


def corrected(cast: Cast, session_id: UUID, **ratings: Entered) -> None:
    with db.transaction() as writing:
        version = writing.get_one(TherapySession, session_id).version
        corrections.correct_session(
            writing,
            cast.clinician,
            session_id,
            SessionDetails(weeks(0), markers=(StrainMarker.PRESSED, StrainMarker.QUICK_YES)),
            entry(**ratings),
            CorrectionReason("slip of the finger", version),
            now=NOW,
        )


def record_of(cast: Cast) -> Record:
    with db.reading() as reading:
        return records.record(reading, cast.clinician, cast.client_id, now=NOW)


def only(cast: Cast) -> StrainView:
    (view,) = strains_of(record_of(cast))
    return view


def therapists() -> list[Rating]:
    """The therapist's rating, then what corrects it."""
    query = (
        select(Rating)
        .where(Rating.rater == Rater.THERAPIST)
        .order_by(Rating.supersedes_id.is_not(None))
    )
    with db.reading() as reading:
        return list(reading.scalars(query))


def test_the_clients_tension_is_a_check_in_and_the_therapists_is_none(cast: Cast) -> None:
    logged(cast, client=replace(RATED, strain=YES), therapist=Entered(strain=NONE))
    record = record_of(cast)
    (flag,) = (flag for flag in record.flags if flag.tier is Tier.CHECK_IN)
    assert (flag.finding.kind, flag.finding.strain) == (FlagKind.TENSION, YES)
    view = only(cast)
    assert (view.clients[0].answer, view.therapist) == (YES, NONE)
    assert (view.views_differ, view.offers_repair, view.markers) == (True, True, ("quick_yes",))
    (slot,) = record.course.slots
    assert [line.rater for _, line in record.points_on(slot.session_id)] == [Rater.CLIENT]


def test_the_therapists_own_yes_offers_a_repair_and_raises_nothing(cast: Cast) -> None:
    logged(cast, client=replace(RATED, strain=NONE), therapist=Entered(strain=YES))
    assert record_of(cast).flags == ()
    assert (only(cast).offers_repair, only(cast).views_differ) == (True, True)


def test_a_view_given_after_the_clients_is_not_blind(cast: Cast) -> None:
    session_id = logged(cast, client=replace(RATED, strain=YES))
    corrected(cast, session_id, client=replace(RATED, strain=YES), therapist=Entered(strain=NONE))
    view = only(cast)
    assert view.therapist == replace(NONE, blind=False)
    assert not view.views_differ
    assert view.markers == (StrainMarker.QUICK_YES, StrainMarker.PRESSED)
    with db.reading() as reading:
        (change,) = reading.scalars(select(SessionChange))
    assert (change.field, change.old, change.new) == ("markers", "quick_yes", "pressed,quick_yes")


def test_a_blind_view_stays_so_until_it_is_changed_or_said_otherwise(cast: Cast) -> None:
    session_id = logged(cast, therapist=Entered(strain=NONE), client=replace(RATED, strain=YES))
    fallen = replace(marks(5, 8, 8, 8), strain=YES)
    corrected(cast, session_id, client=fallen, therapist=Entered(strain=NONE))
    assert only(cast).therapist == NONE
    assert len(therapists()) == 1
    known = Entered(strain=replace(NONE, blind=False))
    corrected(cast, session_id, client=fallen, therapist=known)
    assert only(cast).therapist == replace(NONE, blind=False)
    with pytest.raises(Incomplete, match="Nothing was changed"):
        corrected(cast, session_id, client=fallen, therapist=Entered(strain=NONE))
    assert [strain_of(rating) for rating in therapists()] == [NONE, replace(NONE, blind=False)]


def test_numbers_that_come_later_are_not_blind_because_the_view_was(cast: Cast) -> None:
    session_id = logged(cast, therapist=Entered(strain=NONE), client=replace(RATED, strain=YES))
    corrected(
        cast, session_id, client=replace(RATED, strain=YES), therapist=replace(RATED, strain=NONE)
    )
    (first, second) = therapists()
    assert (first.answers, second.answers["bond"]) == ({}, 8)
    assert (first.blind, second.blind) == (True, False)
    assert strain_of(second) == NONE


def test_a_correction_takes_the_check_in_back(cast: Cast) -> None:
    session_id = logged(cast, client=replace(RATED, strain=YES))
    corrected(cast, session_id, client=replace(RATED, strain=NONE))
    (flag,) = record_of(cast).flags
    assert flag.stage == "withdrawn"
    corrected(cast, session_id, client=replace(RATED, strain=StrainAnswer(StrainSeen.A_LITTLE)))
    assert {f.finding.kind for f in record_of(cast).notes} == {FlagKind.TENSION_NOTED}
