"""The questions of supervision: each count against clients made for it."""

from datetime import UTC, date, datetime, time
from fractions import Fraction
from uuid import UUID

import pytest
from flask import Flask

from bench.measuring import queries
from tests.conftest import START, Cast, entry, log, marks, new_client, weeks
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.care.goals import GoalAct, GoalNote
from tracker.domain.course.adaptations import AdaptationKind
from tracker.domain.course.sessions import NoRating, Observation
from tracker.domain.errors import NotPermitted
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.supervision.questions import SupervisionQuestion
from tracker.services.care import adaptations, flag_answers, goals, sessions
from tracker.services.care.adaptations import AdaptationDetails
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.record import clients, records
from tracker.services.record.ratings import RatingsEntry
from tracker.services.supervision.questions import Answered, answer_question


def asked(cast: Cast, question: SupervisionQuestion, name: str = "clinician") -> Answered:
    with db.reading() as reading:
        who = cast.named(name)
        return answer_question(reading, who, cast.clinician.id, question, now=clock.now())


def values(found: Answered, client_id: UUID) -> dict[str, object]:
    (line,) = [line for line in found.lines if line.client.id == client_id]
    return dict(line.values)


def listed(found: Answered) -> list[UUID]:
    return [line.client.id for line in found.lines]


def another(cast: Cast, *measures: str) -> UUID:
    with db.transaction() as writing:
        asked_of = new_client(*(measures or ("session-check", "wellbeing-check")))
        return clients.add_client(writing, cast.clinician, asked_of, now=clock.now()).id


def session(
    cast: Cast, client_id: UUID, week: int, entered: RatingsEntry, **details: object
) -> UUID:
    with db.transaction() as writing:
        said = SessionDetails(weeks(week), **details)
        return sessions.log_session(
            writing, cast.clinician, client_id, said, entered, now=clock.now()
        ).id


def test_whose_rating_names_those_whom_only_the_therapist_rates_first(cast: Cast) -> None:
    mine = another(cast)
    own = entry(None, marks(8, 8, 8, 8))
    session(cast, mine, 0, own, no_rating=NoRating.NOT_ASKED)
    for week, theirs, own in ((0, 6, 9), (1, 7, 9), (2, 6, 9)):
        both = entry(marks(*[theirs] * 4), marks(*[own] * 4))
        session(cast, cast.client_id, week, both)
    found = asked(cast, SupervisionQuestion.WHOSE_RATING)
    assert found.counts == {"alone": (1, 2), "apart": (1, 1)}
    assert listed(found) == [mine, cast.client_id]
    gap = values(found, cast.client_id)
    assert (gap["by_client"], gap["by_therapist"], gap["both"]) == (3, 3, 3)
    assert gap["gap"] == Fraction(-3)


def test_pleasantness_looks_at_tops_at_unmoved_outcomes_and_at_nothing_voiced(cast: Cast) -> None:
    quiet = dict.fromkeys(Observation, False)
    for week in range(3):
        session(cast, cast.client_id, week, entry(marks(10, 10, 10, 10)), observed=quiet)
    stuck = another(cast, "session-check", "phq-9")
    for week in range(2):
        log(cast.clinician, stuck, weeks(week), 9, 9, 8, 9)
        _phq(cast, stuck, week + 10, 15)
    found = asked(cast, SupervisionQuestion.PLEASANT)
    assert found.counts == {"ceiling": (1, 2), "unchanged": (1, 1), "quiet": (1, 1)}
    assert values(found, stuck) == {"ceiling": 0, "unchanged": True, "quiet": 0}
    assert values(found, cast.client_id)["ceiling"] == 1


def _phq(cast: Cast, client_id: UUID, week: int, total: int) -> None:
    rated = {("phq-9", Rater.CLIENT): Entered(total=Fraction(total))}
    session(cast, client_id, week, RatingsEntry({**entry(marks(9, 9, 8, 9)).ratings, **rated}))


def test_co_written_counts_goals_without_the_client_and_marks_below_the_bond(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 9, 6, 9, 8)
    other = another(cast)
    with db.transaction() as writing:
        now, day = clock.now(), clock.now().date()
        made = goals.set_goal(writing, cast.clinician, other, "Sleep", START, now=now)
        note = GoalNote(GoalAct.ENDORSED, day, line="aloud")
        goals.add_to_goal(writing, cast.clinician, made.id, note, seen=1, now=now)
    log(cast.clinician, other, weeks(0), 9, 8, 8, 8)
    found = asked(cast, SupervisionQuestion.CO_WRITTEN)
    assert found.counts == {"without": (1, 2), "low": (1, 2)}
    assert listed(found) == [cast.client_id]
    assert values(found, cast.client_id)["goals_mark"] == 6


def test_addressed_counts_drops_as_they_were_answered_and_went_on(cast: Cast) -> None:
    for week, bond in enumerate((8, 5, 8, 8, 5)):
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8)
    with db.reading() as reading:
        flags = records.record(reading, cast.clinician, cast.client_id, now=clock.now()).flags
        first = min((f for f in flags if f.finding.falls), key=lambda f: f.slot.number)
    with db.transaction() as writing:
        reply = Reply(Answer.TALKED)
        flag_answers.answer_flag(writing, cast.clinician, first.flag.id, reply, now=clock.now())
    another(cast)
    found = asked(cast, SupervisionQuestion.ADDRESSED)
    assert found.counts == {"in_session": (1, 2), "back": (1, 1)}
    line = values(found, cast.client_id)
    assert (line["drops"], line["in_session"], line["open"], line["back"]) == (2, 1, 1, 1)


def test_adapting_names_those_without_any_first_and_groups_by_setting(cast: Cast) -> None:
    other = another(cast)
    log(cast.clinician, cast.client_id, weeks(0), 8, 6, 7, 8)
    log(cast.clinician, other, weeks(0), 6, 6, 7, 8)
    with db.transaction() as writing:
        what = AdaptationDetails(START, AdaptationKind.PACING, "Slower")
        adaptations.record_adaptation(writing, cast.clinician, other, what, now=clock.now())
    found = asked(cast, SupervisionQuestion.ADAPTING)
    assert found.counts == {"none": (1, 2)}
    assert listed(found) == [cast.client_id, other]
    assert values(found, other)["last"] == START
    assert [(name, count, middle["bond"]) for name, count, middle in found.groups] == [
        ("in_person", 2, 7),
        ("individual", 2, 7),
    ]


@pytest.mark.parametrize(
    ("on", "months"),
    [
        (date(2026, 1, 31), 1),
        (date(2026, 2, 1), 2),
        (date(2026, 12, 31), 12),
        (date(2027, 2, 28), 14),
    ],
)
def test_months_in_treatment_are_those_that_have_begun(cast: Cast, on: date, months: int) -> None:
    with db.reading() as reading:
        now = datetime.combine(on, time(12), tzinfo=UTC)
        who = cast.clinician
        found = answer_question(reading, who, who.id, SupervisionQuestion.ADAPTING, now=now)
    assert values(found, cast.client_id)["months"] == months


def test_silent_looks_at_tens_at_few_ratings_and_at_declines(cast: Cast) -> None:
    for week in range(3):
        log(cast.clinician, cast.client_id, weeks(week), 10, 10, 10, 10)
    seldom, declines = another(cast), another(cast)
    log(cast.clinician, seldom, weeks(0), 8, 8, 8, 8)
    for week in (1, 2):
        log(cast.clinician, seldom, weeks(week), no_rating=NoRating.NOT_ASKED)
        log(cast.clinician, declines, weeks(week), no_rating=NoRating.DECLINED)
    log(cast.clinician, another(cast), weeks(0), 8, 8, 8, 8)
    found = asked(cast, SupervisionQuestion.SILENT)
    assert found.counts == {"top": (1, 4), "few": (1, 4), "declined": (1, 4)}
    assert set(listed(found)) == {cast.client_id, seldom, declines}
    assert values(found, declines) == {"attended": 2, "rated": 0, "declined": 2, "top": False}


def test_both_lists_a_strong_alliance_without_reliable_improvement(cast: Cast) -> None:
    stuck, better = another(cast, "session-check", "phq-9"), another(cast, "session-check", "phq-9")
    for client_id, last in ((stuck, 15), (better, 3)):
        log(cast.clinician, client_id, weeks(0), 9, 9, 9, 9)
        _phq(cast, client_id, 1, 16)
        _phq(cast, client_id, 2, last)
    found = asked(cast, SupervisionQuestion.BOTH)
    assert found.counts == {"still": (1, 2)}
    assert listed(found) == [stuck]
    assert values(found, stuck)["now"] == 15


def test_an_outcome_that_publishes_no_reliable_change_is_passed_over(cast: Cast) -> None:
    """The well-being check comes first, and cannot be judged."""
    client_id = another(cast, "session-check", "wellbeing-check", "phq-9")
    for week, total in enumerate((16, 15)):
        rated = {
            ("wellbeing-check", Rater.CLIENT): marks(5, 5, 5, 5, measure="wellbeing-check"),
            ("phq-9", Rater.CLIENT): Entered(total=Fraction(total)),
        }
        session(cast, client_id, week, RatingsEntry({**entry(marks(9, 9, 9, 9)).ratings, **rated}))
    assert values(asked(cast, SupervisionQuestion.BOTH), client_id)["measure"] == "PHQ-9"


@pytest.mark.parametrize("question", SupervisionQuestion)
def test_an_empty_caseload_has_an_answer_too(cast: Cast, question: SupervisionQuestion) -> None:
    found = asked(cast, question)
    assert all(n in (0, 1) for n, _ in found.counts.values())
    assert asked(cast, question, "supervisor").counts == found.counts
    for name in ("outsider", "administrator"):
        with pytest.raises(NotPermitted):
            asked(cast, question, name)


@pytest.mark.parametrize("question", SupervisionQuestion)
def test_the_number_of_queries_does_not_grow(
    app: Flask, cast: Cast, question: SupervisionQuestion
) -> None:
    def count() -> int:
        with queries(app) as found:
            asked(cast, question)
        return len(found)

    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    few = count()
    for _ in range(3):
        log(cast.clinician, another(cast), weeks(0), 8, 8, 8, 8)
    assert count() == few
