"""What a check-in about scores takes with it, and what the client said beside the marks."""

from dataclasses import replace

import pytest

from tests.domain.courses import slot, trajectory
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.domain.rules.drop_rules import scores_ask
from tracker.domain.rules.findings import Context, Finding, FlagKind
from tracker.domain.rules.flags import RULES
from tracker.reference.loader import measures

OWN = measures()["session-check"]
NINES = [[9, 9, 9, 9]]
A_LITTLE = StrainAnswer(StrainSeen.A_LITTLE)
NONE = StrainAnswer(StrainSeen.NONE)
UNSETTLED = StrainAnswer(StrainSeen.YES, StrainSettled.NOT)
SETTLED = StrainAnswer(StrainSeen.YES, StrainSettled.SETTLED)

# A course for each kind that scores raise: it is raised by the last rating.
COURSES = {
    FlagKind.DROP: trajectory(OWN, *NINES * 6, [5, 9, 9, 9]),
    FlagKind.UNUSUAL: trajectory(OWN, *NINES * 8, [8, 8, 8, 8], [7, 8, 7, 7]),
    FlagKind.SLIDE: trajectory(OWN, *NINES * 6, [8, 9, 8, 8], *[[8, 8, 8, 8]] * 3, [8, 8, 8, 8]),
    FlagKind.LONG_SLIDE: trajectory(OWN, *([mark, 9, 9, 9] for mark in (9, 9, 9, 9, 8, 7))),
}
OWN_RATINGS = {
    FlagKind.DROP: 6,
    FlagKind.UNUSUAL: 9,
    FlagKind.SLIDE: 10,
    FlagKind.LONG_SLIDE: 5,
}


def saying(course: Trajectory, held_back: int | None, strain: StrainAnswer | None) -> Trajectory:
    """The course with what the client said in its last rating."""
    *before, last = course.points
    answers = replace(last.answers, held_back=held_back, strain=strain)
    return replace(course, points=(*before, replace(last, answers=answers)))


def found_last(kind: FlagKind, course: Trajectory) -> Finding | None:
    return RULES[kind](course, course.points[-1], Context())


def last_of(kind: FlagKind, course: Trajectory) -> Finding:
    """The finding of that kind at the last rating, where there has to be one."""
    finding = found_last(kind, course)
    assert finding is not None, kind
    return finding


@pytest.mark.parametrize("kind", COURSES)
def test_a_finding_says_with_how_many_ratings_of_the_client_it_was_compared(
    kind: FlagKind,
) -> None:
    assert last_of(kind, COURSES[kind]).own_ratings == OWN_RATINGS[kind]


@pytest.mark.parametrize("kind", [FlagKind.DROP, FlagKind.UNUSUAL, FlagKind.LONG_SLIDE])
def test_a_check_in_about_scores_takes_what_the_client_said_with_it(kind: FlagKind) -> None:
    """It is one check-in: what was said beside the marks must not be lost in it."""
    both = last_of(kind, saying(COURSES[kind], 2, A_LITTLE))
    assert (both.held_back, both.strain) == (2, A_LITTLE)
    for held_back in (None, 0):
        silent = last_of(kind, saying(COURSES[kind], held_back, NONE))
        assert (silent.held_back, silent.strain) == (None, None)
    unasked = last_of(kind, saying(COURSES[kind], None, None))
    assert (unasked.held_back, unasked.strain) == (None, None)


def test_a_slide_that_is_only_reviewed_takes_nothing_said_with_it() -> None:
    finding = last_of(FlagKind.SLIDE, saying(COURSES[FlagKind.SLIDE], 2, A_LITTLE))
    assert (finding.held_back, finding.strain) == (None, None)


@pytest.mark.parametrize("kind", COURSES)
def test_who_wants_to_talk_is_asked_about_once(kind: FlagKind) -> None:
    """Not beside a check-in about scores; a slide that is only reviewed is none."""
    course = saying(COURSES[kind], 1, None)
    asked = found_last(FlagKind.WANTS_TO_TALK, course)
    assert (asked is None) == (kind is not FlagKind.SLIDE)
    assert scores_ask(course, course.points[-1], Context()) is (kind is not FlagKind.SLIDE)


@pytest.mark.parametrize(
    ("strain", "asks"), [(None, True), (NONE, True), (SETTLED, True), (UNSETTLED, False)]
)
def test_tension_that_is_not_settled_is_asked_about_before_what_was_held_back(
    strain: StrainAnswer | None, asks: bool
) -> None:
    course = saying(trajectory(OWN, *NINES * 2), 1, strain)
    assert bool(found_last(FlagKind.WANTS_TO_TALK, course)) is asks


def test_only_a_client_wants_to_talk() -> None:
    for rater in Rater:
        course = saying(trajectory(OWN, *NINES * 2, rater=rater), 1, None)
        assert bool(found_last(FlagKind.WANTS_TO_TALK, course)) is (rater is Rater.CLIENT)


def test_a_therapists_drop_needs_a_rule_and_a_fall() -> None:
    fell = trajectory(OWN, *NINES, [7, 9, 9, 9], rater=Rater.THERAPIST)
    assert [f.key for f in last_of(FlagKind.THERAPIST_DROP, fell).falls] == ["bond"]
    assert found_last(FlagKind.THERAPIST_DROP, replace(fell, rater=Rater.CLIENT)) is None
    without = replace(fell, measure=replace(OWN, drop=None))
    assert found_last(FlagKind.THERAPIST_DROP, without) is None
    level = trajectory(OWN, *NINES * 2, rater=Rater.THERAPIST)
    assert found_last(FlagKind.THERAPIST_DROP, level) is None


def test_a_finding_names_the_session_and_the_rating_it_is_about() -> None:
    for kind, course in COURSES.items():
        finding = last_of(kind, course)
        last = course.points[-1]
        assert finding.kind is kind
        assert (finding.session_id, finding.rating_id) == (last.slot.session_id, last.rating_id)
        assert finding.session_id == slot(len(course.slots)).session_id
