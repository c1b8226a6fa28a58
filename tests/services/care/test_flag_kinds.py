"""Flags of every tier through the services, on both databases: raised, settled by themselves, withdrawn."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.conftest import Cast, entry, log, marks, weeks
from tests.services.recording import by_rules, check_ins, correct, record
from tracker import clock, db
from tracker.domain.care.answers import Answer, Stage
from tracker.domain.care.caseload import Need
from tracker.domain.course.sessions import NoRating, Status
from tracker.domain.measures.entries import TOTAL, Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import StrainAnswer, StrainSeen
from tracker.domain.rules.findings import RULES_VERSION, FlagKind, Returned, Tier
from tracker.models import Client, ClientMeasure, Flag
from tracker.reference.loader import measures
from tracker.services.care import flag_answers, sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.record.clients import participant_a
from tracker.services.record.flag_views import FlagView
from tracker.services.record.ratings import RatingsEntry
from tracker.services.supervision.caseload import CaseloadRow, caseload

SRS = measures()["srs"]
NOW = datetime(2026, 1, 12, 15, tzinfo=UTC)
LAST = weeks(10)  # of a course that came down step by step


def of_kind(cast: Cast, kind: FlagKind) -> FlagView:
    """The one flag of that kind."""
    (view,) = [flag for flag in record(cast).flags if flag.finding.kind is kind]
    return view


def bonds(cast: Cast, *numbers: int, first_week: int = 0) -> list[object]:
    """Sessions in which only the bond moves; their ids."""
    return [
        log(cast.clinician, cast.client_id, weeks(first_week + n), mark, 8, 8, 8)
        for n, mark in enumerate(numbers)
    ]


def step_by_step(cast: Cast, *last: int) -> UUID:
    """Eleven sessions, the last of which is a slide of less than two points unless told otherwise; its id."""
    for week in range(10):
        marks_given = (9, 9, 9, 9) if week < 6 else (8, 8, 8, 8)
        log(cast.clinician, cast.client_id, weeks(week), *marks_given)
    return log(cast.clinician, cast.client_id, LAST, *(last or (8, 8, 8, 8)))


def row(cast: Cast) -> CaseloadRow:
    with db.reading() as reading:
        (found,) = caseload(reading, cast.clinician, cast.clinician.id, now=clock.now()).rows
    return found


def reply(cast: Cast, view: FlagView, answer: Answer) -> None:
    with db.transaction() as writing:
        flag_answers.answer_flag(
            writing, cast.clinician, view.flag.id, Reply(answer), now=clock.now()
        )


def test_a_slide_is_up_for_review_until_it_is_answered(cast: Cast) -> None:
    step_by_step(cast)
    view = of_kind(cast, FlagKind.SLIDE)
    assert (view.tier, view.need, view.needs_answer) == (Tier.REVIEW, Need.REVIEW, True)
    shown = row(cast)
    assert (shown.need, shown.flag and shown.flag.flag.id) == (Need.REVIEW, view.flag.id)
    assert shown.alliance
    assert shown.alliance.flagged == frozenset()  # a ring is for what fell at once
    reply(cast, view, Answer.CHANGED)
    assert of_kind(cast, FlagKind.SLIDE).stage is Stage.ADDRESSED
    assert row(cast).need is Need.NONE


def test_a_correction_withdraws_a_review_as_it_does_a_check_in(cast: Cast) -> None:
    last = step_by_step(cast)
    correct(cast, last, LAST, entry(marks(9, 9, 9, 9)))
    assert of_kind(cast, FlagKind.SLIDE).stage is Stage.WITHDRAWN
    correct(cast, last, LAST, entry(marks(8, 8, 8, 8)))
    view = of_kind(cast, FlagKind.SLIDE)
    assert (view.stage, len(view.earlier)) == (Stage.OPEN, 1)


def test_a_note_asks_nothing_and_is_stored_with_its_rules_version(cast: Cast) -> None:
    for week in range(3):
        log(cast.clinician, cast.client_id, weeks(week), 10, 10, 10, 10)
    view = of_kind(cast, FlagKind.CEILING)
    assert (view.tier, view.need, view.needs_answer, view.offered) == (Tier.NOTE, None, False, ())
    assert [note.flag.id for note in record(cast).notes] == [view.flag.id]
    assert view.rules_version == RULES_VERSION
    assert row(cast).need is Need.NONE


def test_a_therapists_rating_raises_a_flag_about_the_participant(cast: Cast) -> None:
    for week, mark in ((0, 8), (1, 5)):
        with db.transaction() as writing:
            sessions.log_session(
                writing,
                cast.clinician,
                cast.client_id,
                SessionDetails(weeks(week)),
                entry(marks(8, 8, 8, 8), marks(mark, 8, 8, 8)),
                now=NOW,
            )
    view = of_kind(cast, FlagKind.THERAPIST_DROP)
    assert (view.flag.rater, view.flag.participant_id) == (
        "therapist",
        participant_a(record(cast).client).id,
    )
    assert [f.finding.kind for f in record(cast).notes] == [FlagKind.CLIENT_ABOVE]


def test_sessions_without_a_rating_are_a_need_until_the_client_rates_again(cast: Cast) -> None:
    bonds(cast, 8)
    for week in (1, 2, 3, 4):
        log(cast.clinician, cast.client_id, weeks(week), no_rating=NoRating.NOT_ASKED)
    view = of_kind(cast, FlagKind.NO_RATING_LATELY)
    assert (view.slot.number, view.need) == (4, Need.NO_RATING_LATELY)
    assert row(cast).need is Need.NO_RATING_LATELY
    bonds(cast, 8, first_week=5)
    assert of_kind(cast, FlagKind.NO_RATING_LATELY).stage is Stage.SETTLED
    assert row(cast).need is Need.NONE


def test_an_answer_to_it_holds_until_the_run_begins_anew(cast: Cast) -> None:
    for week in (0, 1, 2):
        log(cast.clinician, cast.client_id, weeks(week), no_rating=NoRating.DECLINED)
    reply(cast, of_kind(cast, FlagKind.NO_RATING_LATELY), Answer.REVIEWED)
    log(cast.clinician, cast.client_id, weeks(3), no_rating=NoRating.DECLINED)
    assert row(cast).need is Need.NONE
    assert of_kind(cast, FlagKind.DECLINED).slot.number == 2


def test_a_small_drop_nobody_answered_closes_itself_when_it_came_back(cast: Cast) -> None:
    bonds(cast, 8, 6)
    assert check_ins(cast)[0].stage is Stage.OPEN
    bonds(cast, 8, first_week=2)
    assert check_ins(cast)[0].stage is Stage.OPEN  # one alone proves nothing
    bonds(cast, 8, first_week=3)
    (view,) = check_ins(cast)
    assert (view.stage, view.need, view.answers) == (Stage.SETTLED, None, ())
    assert view.recovery
    assert view.recovery.state is Returned.BACK
    assert of_kind(cast, FlagKind.CAME_BACK).slot.number == 4


def test_a_drop_is_followed_by_the_rules_that_raised_it(cast: Cast) -> None:
    with by_rules("2026.7"):
        bonds(cast, 8, 6)
    bonds(cast, 7, 7, first_week=2)
    (view,) = check_ins(cast)
    assert (view.stage, view.rules_version) == (Stage.SETTLED, "2026.7")
    assert of_kind(cast, FlagKind.CAME_BACK).rules_version == RULES_VERSION
    bonds(cast, 4, 7, 7, first_week=4)
    newer = next(view for view in check_ins(cast) if view.rules_version == RULES_VERSION)
    assert newer.recovery
    assert newer.recovery.state is Returned.BACK  # the base is 7 by now
    assert {view.recovery.state for view in check_ins(cast) if view.recovery} == {Returned.BACK}


def test_a_total_that_is_typed_after_answers_is_compared_with_them(cast: Cast) -> None:
    rate_srs(cast, 0, Entered({item.key: Fraction(9) for item in SRS.items}))
    rate_srs(cast, 1, Entered(total=Fraction(28)))
    (view,) = check_ins(cast)
    assert view.finding.strength == 2
    assert [(f.key, f.previous, f.now) for f in view.finding.falls] == [(TOTAL, 36, 28)]
    assert of_kind(cast, FlagKind.INPUT_CHANGED).slot.number == 2
    assert of_kind(cast, FlagKind.FIRST_CROSSING).slot.number == 2


def rate_srs(cast: Cast, week: int, entered: Entered) -> None:
    """Log a session with the client's rating on the SRS."""
    rated = RatingsEntry(
        {("srs", Rater.CLIENT): entered, ("session-check", Rater.CLIENT): marks(8, 8, 8, 8)}
    )
    with db.transaction() as writing:
        client = writing.get_one(Client, cast.client_id)
        if week == 0:
            client.measures.append(ClientMeasure(measure_key="srs", position=1))
        details = SessionDetails(weeks(week))
        sessions.log_session(writing, cast.clinician, client.id, details, rated, now=clock.now())


def test_an_answered_drop_and_a_large_one_do_not_close_themselves(cast: Cast) -> None:
    bonds(cast, 8, 5, 8, 8)
    (view,) = check_ins(cast)
    assert (view.finding.strength, view.stage) == (2, Stage.OPEN)
    reply(cast, view, Answer.TALKED)
    assert check_ins(cast)[0].stage is Stage.ADDRESSED


def test_a_settled_drop_can_still_be_answered(cast: Cast) -> None:
    bonds(cast, 8, 6, 8, 8)
    reply(cast, check_ins(cast)[0], Answer.EXPLAINED)
    assert check_ins(cast)[0].stage is Stage.ADDRESSED


def test_a_drop_of_strength_two_still_unanswered_at_the_next_session_climbs(cast: Cast) -> None:
    bonds(cast, 8, 5)
    assert not check_ins(cast)[0].climbed
    log(cast.clinician, cast.client_id, weeks(2), status=Status.MISSED)
    assert not check_ins(cast)[0].climbed
    bonds(cast, 5, first_week=3)
    (view,) = check_ins(cast)
    assert view.climbed
    assert row(cast).needs >= {Need.CHECK_IN, Need.REVIEW}
    reply(cast, view, Answer.EXPLAINED)
    assert not check_ins(cast)[0].climbed


@pytest.mark.parametrize(
    ("last", "kind"),
    [((7, 8, 8, 8), FlagKind.LONG_SLIDE), ((7, 7, 7, 7), FlagKind.UNUSUAL)],
)
def test_a_check_in_without_a_strength_climbs_like_a_drop(
    cast: Cast, last: tuple[int, ...], kind: FlagKind
) -> None:
    step_by_step(cast, *last)
    (view,) = check_ins(cast)
    assert (view.finding.kind, view.climbed) == (kind, False)
    log(cast.clinician, cast.client_id, weeks(11), no_rating=NoRating.NOT_ASKED)
    assert of_kind(cast, kind).climbed
    assert row(cast).needs >= {Need.CHECK_IN, Need.REVIEW}
    reply(cast, of_kind(cast, kind), Answer.TALKED)
    assert not of_kind(cast, kind).climbed


def test_what_a_client_said_without_a_number_climbs_too(cast: Cast) -> None:
    said = ({"strain": StrainAnswer(StrainSeen.YES)}, {"held_back": 2})
    for week, more in enumerate(said):
        with db.transaction() as writing:
            rated = entry(replace(marks(8, 8, 8, 8), **more))
            held = SessionDetails(weeks(week))
            sessions.log_session(writing, cast.clinician, cast.client_id, held, rated, now=NOW)
    climbed = {flag.finding.kind: flag.climbed for flag in check_ins(cast)}
    assert climbed == {FlagKind.TENSION: True, FlagKind.WANTS_TO_TALK: False}


def test_a_check_in_that_a_correction_makes_milder_keeps_its_answer(cast: Cast) -> None:
    held = step_by_step(cast, 7, 8, 8, 8)
    reply(cast, of_kind(cast, FlagKind.LONG_SLIDE), Answer.TALKED)
    correct(cast, held, LAST, entry(marks(8, 8, 8, 8)))
    slide = of_kind(cast, FlagKind.SLIDE)
    assert (slide.tier, slide.stage, len(slide.earlier)) == (Tier.REVIEW, Stage.ADDRESSED, 1)
    assert row(cast).needs == frozenset()
    correct(cast, held, LAST, entry(marks(7, 8, 8, 8)))  # and back
    again = of_kind(cast, FlagKind.LONG_SLIDE)
    assert (again.flag.id, again.stage) == (slide.flag.id, Stage.ADDRESSED)


def test_one_that_nobody_answered_asks_as_what_it_is_now(cast: Cast) -> None:
    held = step_by_step(cast, 7, 8, 8, 8)
    before = of_kind(cast, FlagKind.LONG_SLIDE)
    correct(cast, held, LAST, entry(marks(8, 8, 8, 8)))
    slide = of_kind(cast, FlagKind.SLIDE)
    assert (slide.stage, slide.flag.id != before.flag.id) == (Stage.OPEN, True)
    assert of_kind(cast, FlagKind.LONG_SLIDE).stage is Stage.WITHDRAWN
    reply(cast, slide, Answer.REVIEWED)  # less than a conversation: a check-in asks again
    correct(cast, held, LAST, entry(marks(7, 8, 8, 8)))
    assert of_kind(cast, FlagKind.LONG_SLIDE).stage is Stage.OPEN


def test_a_small_drop_never_climbs(cast: Cast) -> None:
    bonds(cast, 8, 6, 6)
    assert not check_ins(cast)[0].climbed


def test_one_place_has_one_flag_of_each_concern(cast: Cast) -> None:
    bonds(cast, 9, 9, 9, 8, 7, 5, 5)
    with db.reading() as reading:
        places = [(f.session_id, f.concern) for f in reading.scalars(select(Flag))]
    assert len(places) == len(set(places)) > 2
