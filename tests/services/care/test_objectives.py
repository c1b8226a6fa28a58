"""Objectives on both databases: set, judged by the record as it stands, changed beside the old version, closed by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from tests.conftest import START, Cast, entry, log, marks, new_client, weeks
from tests.services.care.test_adaptations import put as adapt
from tests.services.care.test_goals import put as set_goal
from tests.services.care.test_taking_part import talk
from tests.services.recording import check_ins, correct, record
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    Criterion,
    EachAddressed,
    Endorsed,
    ObjectiveState,
    Reached,
    RowEffect,
    Window,
)
from tracker.domain.course.adaptations import AdaptationKind
from tracker.domain.course.sessions import Status
from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.measures.entries import TOTAL, Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import StrainAnswer, StrainSeen
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import FlagKind
from tracker.models import Kept
from tracker.services.care import adaptations, flag_answers, objectives, sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.objectives import ObjectiveWish
from tracker.services.care.sessions import SessionDetails
from tracker.services.office.practice import today
from tracker.services.record import clients
from tracker.services.record.flag_views import FlagView
from tracker.services.record.objective_views import ObjectiveView
from tracker.services.record.ratings import RatingsEntry

YEAR = Window(START, START + timedelta(days=700))
BOND = Reached("session-check", "bond", Fraction(15, 2), times=2, running=True, sessions=4)
HIGH, LOW = (8, 8, 8, 8), (7, 7, 7, 7)


def put(
    cast: Cast,
    asked: Criterion,
    window: Window = YEAR,
    who: Actor | None = None,
    client_id: UUID | None = None,
) -> UUID:
    wanted = ObjectiveWish(asked, window, "In our words", mechanism="It helps")
    with db.transaction() as writing:
        return objectives.set_objective(
            writing, who or cast.clinician, client_id or cast.client_id, wanted, now=clock.now()
        ).id


def view(cast: Cast, objective_id: UUID) -> ObjectiveView:
    found = [v for v in record(cast).objectives if v.objective.id == objective_id]
    return found[0]


def state(cast: Cast, objective_id: UUID) -> ObjectiveState:
    return view(cast, objective_id).judgement.state


def change(
    cast: Cast, objective_id: UUID, wanted: ObjectiveWish, reason: str = "too easy", seen: int = 0
) -> None:
    version = seen or view(cast, objective_id).objective.version
    with db.transaction() as writing:
        objectives.change_objective(
            writing, cast.clinician, objective_id, wanted, reason, seen=version, now=clock.now()
        )


def keep(cast: Cast, objective_id: UUID, kept: Kept, reason: str = "enough", seen: int = 1) -> None:
    with db.transaction() as writing:
        objectives.keep_objective(
            writing, cast.clinician, objective_id, kept, reason, seen=seen, now=clock.now()
        )


def test_it_is_judged_by_the_record_and_again_after_every_correction(cast: Cast) -> None:
    aim = put(cast, BOND)
    assert state(cast, aim) is ObjectiveState.ON_TRACK
    for week in (0, 1):
        held = log(cast.clinician, cast.client_id, weeks(week), *HIGH)
    found = view(cast, aim).judgement
    assert (found.state, found.n, found.on) == (ObjectiveState.MET, 2, weeks(1))
    assert [row.value for row in found.evidence] == [8, 8]
    correct(cast, held, weeks(1), entry(marks(*LOW)))
    assert state(cast, aim) is ObjectiveState.AT_RISK
    assert [row.counts for row in view(cast, aim).judgement.evidence] == [
        RowEffect.YES,
        RowEffect.NO,
    ]


def test_each_kind_looks_at_its_part_of_the_record(cast: Cast) -> None:
    client, day = cast.client_id, weeks(0)
    made: dict[str, Criterion] = {
        "goals": Endorsed(1, 3),
        "score": Reached("session-check", TOTAL, Fraction(8), times=1),
        "drops": EachAddressed(),
        "months": Adapted(1),
        "came": Attended(2, 3),
        "outcome": Complete("wellbeing-check", Fraction(50)),
    }
    aims = {name: put(cast, asked) for name, asked in made.items()}

    def n(name: str) -> int:
        return view(cast, aims[name]).judgement.n

    assert {name: n(name) for name in made} == dict.fromkeys(made, 0)
    set_goal(cast, "Sleep", "aloud")
    log(cast.clinician, client, day, *HIGH)
    adapt(cast, adaptations.AdaptationDetails(day, AdaptationKind.PACING, "Slower"))
    assert {name: n(name) for name in made} == {
        "goals": 1,
        "score": 1,
        "drops": 1,
        "months": 1,
        "came": 1,
        "outcome": 0,
    }
    missed = log(cast.clinician, client, weeks(1), status=Status.MISSED)
    assert view(cast, aims["came"]).judgement.state is ObjectiveState.AT_RISK
    talk(cast, missed, weeks(1))
    both = {
        ("session-check", Rater.CLIENT): marks(*LOW),
        ("wellbeing-check", Rater.CLIENT): marks(5, 5, 5, 5, measure="wellbeing-check"),
    }
    with db.transaction() as writing:
        sessions.log_session(
            writing,
            cast.clinician,
            client,
            SessionDetails(weeks(2)),
            RatingsEntry(both),
            now=clock.now(),
        )
    assert (n("outcome"), n("came")) == (1, 2)
    assert state(cast, aims["came"]) is ObjectiveState.MET


def test_a_drop_that_nobody_addressed_in_the_session_is_the_end_of_it(cast: Cast) -> None:
    aim = put(cast, EachAddressed())
    log(cast.clinician, cast.client_id, weeks(0), *HIGH)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    assert state(cast, aim) is ObjectiveState.MISSED
    (flag,) = check_ins(cast)
    with db.transaction() as writing:
        flag_answers.answer_flag(
            writing, cast.clinician, flag.flag.id, Reply(Answer.TALKED), now=clock.now()
        )
    found = view(cast, aim).judgement  # claimed afterwards, and counted so
    assert (found.state, found.evidence[1].observation) == (
        ObjectiveState.ON_TRACK,
        "recorded_later",
    )


def test_every_check_in_about_a_strain_counts_for_the_objective(cast: Cast) -> None:
    """A slide of two points and tension that is not settled count as a drop does; a wish to talk does not."""
    aim = put(cast, EachAddressed())
    logged_with(cast, 0, replace(marks(9, 9, 9, 9), held_back=2))
    assert [f.finding.kind for f in check_ins(cast)] == [FlagKind.WANTS_TO_TALK]
    for week, numbers in enumerate([(9, 9, 9, 9)] * 5 + [(8, 9, 8, 8), HIGH], start=1):
        log(cast.clinician, cast.client_id, weeks(week), *numbers)
    assert state(cast, aim) is ObjectiveState.ON_TRACK
    tension = replace(marks(8, 8, 8, 9), strain=StrainAnswer(StrainSeen.YES))
    for week, rated, kind in (
        (8, marks(7, 8, 8, 8), FlagKind.LONG_SLIDE),
        (9, tension, FlagKind.TENSION),
    ):
        logged_with(cast, week, rated)
        newest = check_ins(cast)[0]
        assert newest.finding.kind is kind
        assert state(cast, aim) is ObjectiveState.MISSED
        answer_talked(cast, newest)
        assert state(cast, aim) is ObjectiveState.ON_TRACK


def logged_with(cast: Cast, week: int, rated: Entered) -> None:
    with db.transaction() as writing:
        held = SessionDetails(weeks(week))
        sessions.log_session(
            writing, cast.clinician, cast.client_id, held, entry(rated), now=clock.now()
        )


def answer_talked(cast: Cast, flag: FlagView) -> None:
    with db.transaction() as writing:
        reply = Reply(Answer.TALKED)
        flag_answers.answer_flag(writing, cast.clinician, flag.flag.id, reply, now=clock.now())


def test_parameters_that_changed_show_both_versions_and_from_when(cast: Cast) -> None:
    aim = put(cast, BOND)
    wanted = ObjectiveWish(
        Reached("session-check", "bond", Fraction(9), 2, True, 4), YEAR, "Higher"
    )
    change(cast, aim, wanted)
    found = view(cast, aim)
    assert [v.parameters["at"] for v in found.versions] == ["15/2", "9"]
    assert [v.reason for v in found.versions] == ["", "too easy"]
    assert found.versions[0].recorded_at < found.versions[1].recorded_at
    log(cast.clinician, cast.client_id, weeks(0), *HIGH)
    assert view(cast, aim).judgement.n == 0
    with pytest.raises(Exception, match="written once"), db.transaction() as writing:
        writing.execute(text("UPDATE objective_versions SET wording = 'x'"))


def test_one_is_closed_by_hand_opened_again_and_taken_back(cast: Cast) -> None:
    aim = put(cast, BOND)
    keep(cast, aim, Kept.CLOSED)
    found = view(cast, aim)
    assert (found.open, found.now.reason) == (False, "enough")
    with pytest.raises(NotNow):
        keep(cast, aim, Kept.CLOSED, seen=2)
    with pytest.raises(NotNow):
        change(cast, aim, ObjectiveWish(Adapted(1), YEAR, "x"))
    keep(cast, aim, Kept.OPEN, "it goes on", seen=2)
    assert view(cast, aim).open
    keep(cast, aim, Kept.TAKEN_BACK, "other client", seen=3)
    assert record(cast).objectives == ()
    with pytest.raises(NotNow):
        keep(cast, aim, Kept.OPEN, seen=4)


def test_without_a_reason_or_from_a_stale_page_nothing_changes(cast: Cast) -> None:
    aim = put(cast, BOND)
    same = ObjectiveWish(BOND, YEAR, "In our words")
    other = ObjectiveWish(Adapted(1), YEAR, "x")
    for wanted, reason, field in ((other, " ", "reason"), (same, "x", "reason")):
        with pytest.raises(Incomplete) as found:
            change(cast, aim, wanted, reason)
        assert list(found.value.problems) == [field]
    with pytest.raises(Incomplete):
        keep(cast, aim, Kept.CLOSED, "x" * 201)
    with pytest.raises(Stale):
        change(cast, aim, other, seen=7)
    with pytest.raises(Stale):
        keep(cast, aim, Kept.CLOSED, seen=7)
    assert len(view(cast, aim).versions) == 1


@pytest.mark.parametrize(
    ("asked", "window", "field"),
    [
        (Reached("phq-9", TOTAL, Fraction(5), 1), YEAR, "measure"),
        (Reached("gone", TOTAL, Fraction(5), 1), YEAR, "measure"),
        (Reached("session-check", "height", Fraction(5), 1), YEAR, "measure"),
        (Reached("session-check", "bond", Fraction(11), 1), YEAR, "at"),
        (Reached("session-check", "bond", Fraction(-1), 1), YEAR, "at"),
        (Complete("phq-9", Fraction(90)), YEAR, "measure"),
        (Endorsed(0, 1), YEAR, "goals"),
        (Adapted(1), Window(START, START), "due"),
        (Adapted(1), Window(START - timedelta(1), YEAR.due), "start"),
    ],
)
def test_what_cannot_be_set(cast: Cast, asked: Criterion, window: Window, field: str) -> None:
    with pytest.raises(Incomplete) as found:
        put(cast, asked, window)
    assert list(found.value.problems) == [field]


def test_a_wording_is_not_endless(cast: Cast) -> None:
    with pytest.raises(Incomplete, match="300 characters"), db.transaction() as writing:
        objectives.set_objective(
            writing,
            cast.clinician,
            cast.client_id,
            ObjectiveWish(Adapted(1), YEAR, "x" * 301),
            now=clock.now(),
        )


def test_nobody_else_sets_changes_or_closes(cast: Cast) -> None:
    aim = put(cast, BOND)
    doings: list[Callable[[Actor], object]] = [
        lambda who: put(cast, BOND, who=who),
        lambda who: _reach(who, aim),
        lambda who: _reach(who, uuid4()),
    ]
    for who in (cast.outsider, cast.supervisor, cast.administrator):
        for act in doings:
            with pytest.raises(NotPermitted):
                act(who)


def _reach(who: Actor, objective_id: UUID) -> None:
    with db.reading() as reading:
        objectives.client_of(reading, who, objective_id, Permission.PLAN_CARE, now=clock.now())


def test_those_that_have_begun_are_counted(cast: Cast) -> None:
    assert record(cast).on_track == (0, 0)
    put(cast, BOND)  # on track
    put(cast, Adapted(1), Window(START, date(2026, 2, 28)))  # over, and nothing was there
    with db.reading() as reading:
        day = today(reading, clock.now())
    put(cast, Endorsed(1, 1), Window(day + timedelta(1), day + timedelta(90)))  # not begun
    closed = put(cast, EachAddressed())
    assert record(cast).on_track == (2, 3)
    keep(cast, closed, Kept.CLOSED)
    assert record(cast).on_track == (1, 2)


def test_another_clients_record_is_not_looked_at(cast: Cast) -> None:
    with db.transaction() as writing:
        other = clients.add_client(writing, cast.clinician, new_client(), now=clock.now()).id
    aim = put(cast, BOND)
    for week in (0, 1):
        log(cast.clinician, other, weeks(week), *HIGH)
    assert view(cast, aim).judgement.n == 0


def test_an_answer_that_was_left_out_is_no_score_and_its_measure_not_complete(cast: Cast) -> None:
    once = put(cast, Reached("session-check", "bond", Fraction(1), times=1))
    whole = put(cast, Complete("session-check", Fraction(50)))
    log(cast.clinician, cast.client_id, weeks(0), None, 8, 8, 8)
    assert view(cast, once).judgement.evidence[0].value is None
    assert [view(cast, aim).judgement.n for aim in (once, whole)] == [0, 0]
