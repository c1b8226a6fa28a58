"""Around the rule: settings, the wish to talk, breaks, and where an answer leads."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.domain.courses import (
    SOMEONE_ELSE,
    answers,
    check_ins,
    point,
    slot,
    strengths,
    trajectory,
)
from tracker.domain.care.answers import LEADS_TO, Addressed, Answer, Stage, addressed, stage
from tracker.domain.course.sessions import Given
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.entries import Answers
from tracker.domain.measures.measure import InputMode, Rater
from tracker.domain.measures.scoring import scored
from tracker.domain.rules.findings import Context, FlagKind
from tracker.reference.loader import measures

OWN, SRS, ITEMS, ORS = (measures()[k] for k in ("session-check", "srs", "alliance-items", "ors"))
EIGHTS = (8, 8, 8, 8)
DAY, NEXT_DAY = date(2026, 5, 12), date(2026, 5, 13)


def test_the_practices_threshold_counts_for_the_ratings_it_was_in_force_for() -> None:
    course = trajectory(OWN, EIGHTS, (6, 8, 8, 8))
    assert OWN.drop
    assert (
        strengths(course, Context({course.points[1].rating_id: OWN.drop.with_points(Fraction(3))}))
        == {}
    )
    assert strengths(
        course, Context({course.points[0].rating_id: OWN.drop.with_points(Fraction(3))})
    ) == {2: 1}


def test_a_threshold_changes_the_main_condition_and_leaves_the_mean_of_five_alone() -> None:
    assert ITEMS.drop
    changed = ITEMS.drop.with_points(Fraction(3))
    assert [c.points for c in changed.strengths[0]] == [3, Fraction(1, 2)]
    assert SRS.drop
    assert [c.points for c in SRS.drop.with_points(Fraction(3)).strengths[0]] == [3, 3]


def test_a_prorated_score_never_reaches_strength_three() -> None:
    course = trajectory(replace(OWN, may_miss=1), EIGHTS, (1, 8, 8, None))
    assert course.points[1].scores.prorated
    assert strengths(trajectory(OWN, EIGHTS, (1, 8, 8, 8))) == {2: 3}
    assert strengths(course) == {2: 2}
    assert strengths(course, Context({}, frozenset({2}))) == {2: 2}


def test_the_wish_to_talk_is_a_check_in_without_a_number() -> None:
    held = [point(OWN, slot(1), EIGHTS, held_back=0), point(OWN, slot(2), EIGHTS, held_back=1)]
    course = Trajectory(OWN, Rater.CLIENT, (slot(1), slot(2)), tuple(held))
    finding = check_ins(course)[2]
    assert (finding.kind, finding.strength, finding.held_back) == (FlagKind.WANTS_TO_TALK, None, 1)
    assert 1 not in check_ins(course)
    assert check_ins(replace(course, rater=Rater.THERAPIST)) == {}


def test_the_wish_to_talk_is_merged_into_a_drop() -> None:
    held = (point(OWN, slot(1), EIGHTS), point(OWN, slot(2), (5, 8, 8, 8), held_back=2))
    finding = check_ins(Trajectory(OWN, Rater.CLIENT, (slot(1), slot(2)), held))[2]
    assert (finding.kind, finding.held_back) == (FlagKind.DROP, 2)


def test_a_break_is_named() -> None:
    places = (slot(1), slot(2), slot(3, clinician=SOMEONE_ELSE))
    points = (
        point(OWN, places[0], EIGHTS),
        point(OWN, places[1], EIGHTS, mode=InputMode.LINE),
        point(OWN, places[2], EIGHTS, mode=InputMode.LINE),
    )
    course = Trajectory(OWN, Rater.CLIENT, places, points)
    assert [course.break_before(p) for p in points] == [None, None, "therapist"]
    newer = replace(points[1], series=replace(points[0].series, scored_as=7))
    assert replace(course, points=(points[0], newer)).break_before(newer) == "version"
    assert (
        trajectory(OWN, EIGHTS, EIGHTS).break_before(trajectory(OWN, EIGHTS, EIGHTS).points[1])
        is None
    )


def test_a_rating_that_was_taken_back_leaves_no_point() -> None:
    assert answers(OWN, (None,) * 4).items == {}


def test_every_answer_leads_somewhere_and_the_last_one_counts() -> None:
    assert LEADS_TO.keys() == set(Answer) - {Answer.UNDONE}
    assert stage(withdrawn=False, last=None) is Stage.OPEN
    assert stage(withdrawn=True, last=Answer.TALKED) is Stage.WITHDRAWN
    assert stage(withdrawn=False, last=Answer.TALKED, risen=True) is Stage.OPEN
    assert stage(withdrawn=False, last=Answer.NEXT_SESSION) is Stage.PLANNED


@pytest.mark.parametrize(
    ("answer", "talked_on", "recorded_on", "given", "expected"),
    [
        (Answer.TALKED, None, DAY, Given.IN_SESSION, Addressed.YES),
        (Answer.TALKED, DAY, DAY, Given.IN_SESSION, Addressed.YES),
        (Answer.EXPLAINED, DAY, DAY, Given.IN_SESSION, Addressed.YES),
        (Answer.PREFERRED_NOT, DAY, DAY, Given.IN_SESSION, Addressed.YES),
        (Answer.TALKED, DAY, NEXT_DAY, Given.IN_SESSION, Addressed.RECORDED_LATER),
        (Answer.TALKED, NEXT_DAY, NEXT_DAY, Given.IN_SESSION, Addressed.LATER),
        (Answer.NEXT_SESSION, None, DAY, Given.IN_SESSION, Addressed.PLANNED),
        (Answer.NOT_TODAY, None, DAY, Given.IN_SESSION, Addressed.NO),
        (None, None, None, Given.IN_SESSION, Addressed.NO),
        (Answer.TALKED, DAY, DAY, Given.AFTER_SESSION, Addressed.RATED_AFTER),
    ],
)
def test_when_it_was_talked_about_is_kept_apart_from_when_it_was_recorded(
    answer: Answer | None,
    talked_on: date | None,
    recorded_on: date | None,
    given: Given,
    expected: Addressed,
) -> None:
    assert (
        addressed(
            held_on=DAY, given=given, answer=answer, talked_on=talked_on, recorded_on=recorded_on
        )
        is expected
    )


def test_a_scale_that_was_made_up_for_is_marked_without_a_total() -> None:
    core = measures()["core-om"]
    part = replace(core.components[1], missing=1)
    alone = replace(part, key="item_1", items=("item_1",))
    form = replace(core, components=(alone, part), may_miss=0)
    for missing in (1, 0):
        values = {item.key: 1 for item in form.items if item.key not in part.items[:missing]}
        scores = scored(form, Answers(items=values))
        assert scores.of(part.key) is not None
        assert (scores.total is None) == scores.prorated == (missing == 1)
