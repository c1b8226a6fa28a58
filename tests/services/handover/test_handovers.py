"""Handing over: what is stored of it, what the answers become, and how it ends."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.conftest import Cast, entry, log, marks, new_client, weeks
from tests.services.handing import (
    HIGH,
    LOW,
    OWN,
    WELLBEING,
    answer,
    flags_of,
    handed,
    ratings_of,
    send,
    session,
    session_today,
    state,
)
from tests.services.standing import cover, entries
from tracker import clock, db
from tracker.domain.course.handover import HandoverStage, Moment, Way
from tracker.domain.course.sessions import NoRating, Status
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.models import AuditEntry, Handover, SignIn
from tracker.services.care import corrections
from tracker.services.care import sessions as services
from tracker.services.care.corrections import CorrectionReason
from tracker.services.care.sessions import SessionDetails
from tracker.services.handover import answering, handovers
from tracker.services.handover.handovers import HandoverWish
from tracker.services.record import clients
from tracker.services.record.ratings import RatingsEntry


def last_event() -> AuditEntry:
    with db.reading() as reading:
        return reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()


def test_a_rating_from_the_tablet(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    today = session_today(cast)
    assert session(today).no_rating == NoRating.ASKED
    row = handed(cast.clinician, today)
    assert (row.state, row.way, row.code_hash, row.secret_hash) == ("open", "tablet", None, None)
    with db.reading() as reading:
        assert reading.get_one(SignIn, row.sign_in_id).state == "suspended"
    answer(row, LOW)
    answer(row, {"held_back": "1"})
    with db.transaction() as writing:
        answering.begin(writing, row.id, device_class="tablet", one_by_one=False, now=clock.now())
    send(row)
    rating = ratings_of(cast, today)[OWN, "client"]
    assert rating.answers == {"bond": 5, "goals": 8, "tasks": 8, "overall": 8}
    assert (rating.channel, rating.device_class, rating.input_mode, rating.given) == (
        "tablet",
        "tablet",
        "numbers",
        "in_session",
    )
    assert (rating.held_back, rating.blind, rating.recorded_by_id) == (1, True, cast.clinician.id)
    assert session(today).no_rating is None
    ended = state(row)
    assert (ended.state, ended.answers) == ("sent", {})
    assert set(flags_of(cast, today)) == {"drop"}
    assert last_event().event == "handover.sent"
    assert last_event().detail == {"ratings": [str(rating.id)]}


def test_sent_twice_it_is_one_rating(cast: Cast) -> None:
    today = session_today(cast)
    row = handed(cast.clinician, today)
    answer(row, HIGH)
    send(row)
    answer(row, LOW)
    send(row)
    assert ratings_of(cast, today)[OWN, "client"].answers["bond"] == 8
    with db.reading() as reading:
        assert len(reading.scalars(select(Handover)).all()) == 1


def test_nothing_is_sent_while_a_question_is_open(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    answer(row, {"bond": "5", "goals": "11", "nonsense": "5"})
    with pytest.raises(Incomplete) as found:
        send(row)
    assert set(found.value.problems) == {"goals", "tasks", "overall"}
    assert state(row).answers == {OWN: {"bond": "5"}}


def test_wanting_to_talk_is_a_check_in_without_a_number(cast: Cast) -> None:
    today = session_today(cast)
    row = handed(cast.clinician, today)
    answer(row, dict.fromkeys(HIGH, "none") | {"held_back": "2"})
    send(row)
    assert set(flags_of(cast, today)) == {"wants_to_talk"}


def test_everything_left_out_counts_as_declined(cast: Cast) -> None:
    today = session_today(cast)
    row = handed(cast.clinician, today)
    answer(row, dict.fromkeys(HIGH, "none"))
    send(row)
    assert (session(today).no_rating, ratings_of(cast, today)) == (NoRating.DECLINED, {})


def test_declining_is_a_full_answer(cast: Cast) -> None:
    today = session_today(cast)
    row = handed(cast.clinician, today)
    answer(row, LOW)
    with db.transaction() as writing:
        answering.decline(writing, row.id, now=clock.now())
    assert (session(today).no_rating, ratings_of(cast, today)) == (NoRating.DECLINED, {})
    assert (state(row).state, state(row).answers) == ("declined", {})
    with db.transaction() as writing:  # once more changes nothing
        answering.decline(writing, row.id, now=clock.now())


def test_the_therapists_own_rating_given_before_stays_blind(cast: Cast) -> None:
    details = SessionDetails(weeks(0), no_rating=NoRating.ASKED)
    with db.transaction() as writing:
        mine = entry(None, marks(9, 9, 9, 9))
        made = services.log_session(
            writing, cast.clinician, cast.client_id, details, mine, now=clock.now()
        )
    row = handed(cast.clinician, made.id)
    answer(row, HIGH)
    send(row)
    found = ratings_of(cast, made.id)
    assert (found[OWN, "therapist"].blind, found[OWN, "client"].blind) == (True, True)


@pytest.mark.parametrize(
    ("answers", "stage", "why", "rated"),
    [
        ({"bond": "5"}, HandoverStage.PARTIAL, None, True),
        ({}, HandoverStage.UNANSWERED, NoRating.NOT_GIVEN, False),
    ],
)
def test_an_idle_tablet_ends_with_what_was_answered(
    cast: Cast,
    answers: Mapping[str, str],
    stage: HandoverStage,
    why: NoRating | None,
    rated: bool,
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    today = session_today(cast)
    row = handed(cast.clinician, today)
    answer(row, answers)
    with db.transaction() as writing:
        almost = clock.now() + timedelta(minutes=12)
        assert handovers.end_overdue(writing, now=almost) == 0
        assert handovers.end_overdue(writing, now=almost + timedelta(minutes=2)) == 1
        assert handovers.end_overdue(writing, now=almost + timedelta(minutes=3)) == 0
    assert (state(row).state, session(today).no_rating) == (stage, why)
    assert ((OWN, "client") in ratings_of(cast, today)) is rated
    assert ("drop" in flags_of(cast, today)) is rated


def test_who_leaves_a_page_does_not_keep_the_tablet_awake(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    later = clock.now() + timedelta(minutes=3)
    answer(row, {"bond": "5"}, leaving=True, now=later)
    assert state(row).touched_at < later
    answer(row, {"bond": "6"}, now=later)
    assert state(row).touched_at == later


def test_while_somebody_is_there_it_goes_on(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    now = clock.now()
    for minutes, there in ((0, True), (5, False), (5, True), (17, True), (31, True)):
        with db.transaction() as writing:
            at = now + timedelta(minutes=minutes)
            answering.look(writing, row.id, still_there=there, now=at)
    assert state(row).state == "unanswered"  # 5 and 12 are within 13 minutes, 17 and 31 are not


def test_a_cancelled_one_asks_nothing_more_and_loses_nothing(cast: Cast) -> None:
    today = session_today(cast)
    row = handed(cast.clinician, today)
    with db.transaction() as writing:
        assert handovers.cancel(writing, cast.clinician, row.id, now=clock.now()) == today
    assert (state(row).state, session(today).no_rating) == ("cancelled", NoRating.NOT_ASKED)
    row = handed(cast.clinician, today)
    answer(row, {"bond": "5"})
    with db.transaction() as writing:
        handovers.cancel(writing, cast.clinician, row.id, now=clock.now())
    assert (state(row).state, session(today).no_rating) == ("partial", None)
    with pytest.raises(NotPermitted), db.transaction() as writing:
        handovers.cancel(writing, cast.outsider, row.id, now=clock.now())


def test_the_audit_says_who_cancelled_it_also_where_a_colleague_stands_in(cast: Cast) -> None:
    today = session_today(cast)
    cover(cast)
    for given, event in (({}, "handover.cancelled"), ({"bond": "5"}, "handover.partial")):
        row = handed(cast.clinician, today)
        answer(row, given)
        with db.transaction() as writing:
            handovers.cancel(writing, cast.outsider, row.id, now=clock.now())
        (found,) = entries(event)
        assert (found.actor_id, found.object_id) == (cast.outsider.id, row.id)


def test_outcome_first_and_alliance_at_the_end(cast: Cast) -> None:
    with db.reading() as reading:
        of = (reading, cast.clinician, cast.client_id)
        ends = handovers.offer_today(*of, now=clock.now())
        offer = handovers.offer_today(*of, at=Moment.START, now=clock.now())
    assert (ends.due, ends.both) == ({OWN}, True)  # never the outcome alone unless it is chosen
    assert (offer.session, offer.number, offer.due) == (None, 1, {WELLBEING})
    assert (offer.risk, offer.own_view, offer.running) == (False, True, ())
    today = session_today(cast)
    row = handed(cast.clinician, today, WELLBEING)
    answer(row, {"feelings": "6", "day": "6", "people": "6", "reason": "6"}, WELLBEING)
    send(row)
    assert session(today).no_rating == NoRating.ASKED  # the alliance is asked at the end
    with db.reading() as reading:
        offer = handovers.offer_today(reading, cast.clinician, cast.client_id, now=clock.now())
    assert offer.session
    assert (offer.session.id, offer.due, [m.key for m in offer.askable]) == (today, {OWN}, [OWN])
    row = handed(cast.clinician, today)
    answer(row, HIGH)
    send(row)
    assert {key for key, _ in ratings_of(cast, today)} == {OWN, WELLBEING}
    assert session(today).no_rating is None


def test_what_was_typed_meanwhile_stands(cast: Cast) -> None:
    today = session_today(cast)
    row = handed(cast.clinician, today)
    answer(row, LOW)
    with db.transaction() as writing:
        why = CorrectionReason("typed from paper", session(today).version)
        details = SessionDetails(session(today).held_on)
        corrections.correct_session(
            writing, cast.clinician, today, details, entry(marks(9, 9, 9, 9)), why, now=clock.now()
        )
    send(row)
    assert ratings_of(cast, today)[OWN, "client"].answers["bond"] == 9


def test_a_session_that_the_client_is_answering_for_took_place(cast: Cast) -> None:
    today = session_today(cast)
    row = handed(cast.clinician, today)

    def missed() -> None:
        why = CorrectionReason("it was another day", session(today).version)
        details = SessionDetails(session(today).held_on, status=Status.MISSED)
        with db.transaction() as writing:
            corrections.correct_session(
                writing, cast.clinician, today, details, RatingsEntry(), why, now=clock.now()
            )

    with pytest.raises(Incomplete) as refused:
        missed()
    assert refused.value.problems == {"status": corrections.BEING_ANSWERED}
    with db.transaction() as writing:
        answering.stop(writing, row.id, now=clock.now())
    missed()
    assert session(today).status == Status.MISSED


def test_a_correction_begun_before_the_client_rated_is_stale(cast: Cast) -> None:
    today = session_today(cast)
    before = session(today).version
    row = handed(cast.clinician, today)
    answer(row, HIGH)
    send(row)
    assert session(today).version == before + 2


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (HandoverWish(Way.CODE, ()), "measures"),
        (HandoverWish(Way.CODE, ("srs",)), "measures"),
        (HandoverWish(Way.CODE, (OWN, "alliance-items")), "measures"),
        (HandoverWish(Way.LINK, (OWN,), reader="x" * 81), "reader"),
    ],
)
def test_what_cannot_be_asked(cast: Cast, wanted: HandoverWish, field: str) -> None:
    with db.transaction() as writing:
        measures = (OWN, "alliance-items", "srs")
        made = clients.add_client(writing, cast.clinician, new_client(*measures), now=clock.now())
    session_id = log(cast.clinician, made.id, weeks(0), no_rating=NoRating.NOT_ASKED)
    with pytest.raises(Incomplete) as found, db.transaction() as writing:
        handovers.hand_over(writing, cast.clinician, session_id, wanted, now=clock.now())
    assert set(found.value.problems) == {field}


def test_a_session_that_did_not_take_place_and_one_that_is_handed_over(cast: Cast) -> None:
    missed = log(cast.clinician, cast.client_id, weeks(0), status=Status.MISSED)
    with pytest.raises(NotNow, match="took place"):
        handed(cast.clinician, missed, way=Way.CODE)
    today = session_today(cast)
    first = handed(cast.clinician, today, way=Way.CODE)
    with pytest.raises(NotNow, match="open already"):
        handed(cast.clinician, today, way=Way.CODE)
    later = clock.now() + timedelta(minutes=16)  # the code is over, and a new one can be shown
    assert handed(cast.clinician, today, way=Way.CODE, now=later).state == "waiting"
    assert state(first).state == "unanswered"


def test_only_the_clinician_of_the_client_hands_over(cast: Cast) -> None:
    today = session_today(cast)
    for actor in (cast.outsider, cast.supervisor, cast.administrator):
        with pytest.raises(NotPermitted):
            handed(actor, today, way=Way.CODE)
