"""Tension that the client noticed: a check-in, a review, or a note."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.courses import ME, SOMEONE_ELSE, all_findings, kinds, point, slot
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.reference.loader import measures

OWN = measures()["session-check"]
EIGHTS = (8, 8, 8, 8)
NONE = StrainAnswer(StrainSeen.NONE)
LITTLE = StrainAnswer(StrainSeen.A_LITTLE)
SETTLED = StrainAnswer(StrainSeen.YES, StrainSettled.SETTLED)
PARTLY = StrainAnswer(StrainSeen.YES, StrainSettled.PARTLY)
OF_STRAIN = (FlagKind.TENSION, FlagKind.TENSION_AGAIN, FlagKind.TENSION_NOTED)


def course(
    *answers: StrainAnswer | None,
    marks: Sequence[int] = EIGHTS,
    rater: Rater = Rater.CLIENT,
    changes_at: int = 99,
) -> Trajectory:
    """The same marks each time with these answers; from session `changes_at` on with another therapist."""
    points = []
    for number, answer in enumerate(answers, start=1):
        place = slot(number, clinician=ME if number < changes_at else SOMEONE_ELSE)
        rated = point(OWN, place, marks)
        points.append(replace(rated, answers=replace(rated.answers, strain=answer)))
    return Trajectory(OWN, rater, tuple(p.slot for p in points), tuple(points))


def raised(of: Trajectory) -> dict[FlagKind, list[int]]:
    return {kind: sessions for kind, sessions in kinds(of).items() if kind in OF_STRAIN}


@pytest.mark.parametrize(
    ("answer", "kind", "tier"),
    [
        (PARTLY, FlagKind.TENSION, Tier.CHECK_IN),
        (StrainAnswer(StrainSeen.YES, StrainSettled.NOT), FlagKind.TENSION, Tier.CHECK_IN),
        (StrainAnswer(StrainSeen.YES), FlagKind.TENSION, Tier.CHECK_IN),
        (SETTLED, FlagKind.TENSION_NOTED, Tier.NOTE),
        (LITTLE, FlagKind.TENSION_NOTED, Tier.NOTE),
    ],
)
def test_what_an_answer_raises(answer: StrainAnswer, kind: FlagKind, tier: Tier) -> None:
    ((number, finding),) = all_findings(course(NONE, answer))
    assert (number, finding.kind, finding.tier, finding.strength) == (2, kind, tier, None)
    assert finding.strain == answer


def test_a_little_twice_running_is_a_review_and_again_with_each_further_two() -> None:
    of = course(LITTLE, LITTLE, LITTLE, LITTLE, NONE, LITTLE)
    assert raised(of) == {FlagKind.TENSION_AGAIN: [2, 4], FlagKind.TENSION_NOTED: [1, 3, 6]}
    assert raised(course(LITTLE, SETTLED, LITTLE)) == {FlagKind.TENSION_NOTED: [1, 2, 3]}
    assert raised(course(LITTLE, None, LITTLE))[FlagKind.TENSION_AGAIN] == [3]
    assert FlagKind.TENSION_AGAIN not in raised(course(LITTLE, LITTLE, changes_at=2))
    (again,) = [f for _, f in all_findings(course(NONE, LITTLE, LITTLE)) if f.tier is Tier.REVIEW]
    assert (again.kind, again.strain) == (FlagKind.TENSION_AGAIN, LITTLE)


def test_a_drop_takes_it_along() -> None:
    fallen = [point(OWN, slot(1), EIGHTS), point(OWN, slot(2), (5, 8, 8, 8), held_back=1)]
    for answer in (PARTLY, LITTLE):
        fallen[1] = replace(fallen[1], answers=replace(fallen[1].answers, strain=answer))
        of = Trajectory(OWN, Rater.CLIENT, (slot(1), slot(2)), tuple(fallen))
        ((_, finding),) = all_findings(of)
        assert (finding.kind, finding.strain, finding.held_back) == (FlagKind.DROP, answer, 1)


def test_the_wish_to_talk_goes_along_with_tension() -> None:
    rated = point(OWN, slot(1), EIGHTS, held_back=2)
    both = replace(rated, answers=replace(rated.answers, strain=PARTLY))
    ((_, finding),) = all_findings(Trajectory(OWN, Rater.CLIENT, (slot(1),), (both,)))
    assert (finding.kind, finding.held_back) == (FlagKind.TENSION, 2)
    settled = replace(rated, answers=replace(rated.answers, strain=SETTLED))
    of = Trajectory(OWN, Rater.CLIENT, (slot(1),), (settled,))
    assert {finding.kind for _, finding in all_findings(of)} == {
        FlagKind.WANTS_TO_TALK,
        FlagKind.TENSION_NOTED,
    }


@given(st.lists(st.sampled_from([None, NONE, LITTLE, SETTLED, PARTLY]), min_size=1, max_size=8))
def test_each_answer_is_told_once_and_the_therapists_never(
    answers: list[StrainAnswer | None],
) -> None:
    noticed = [n for n, answer in enumerate(answers, start=1) if answer and answer.there]
    told = sorted(number for sessions in raised(course(*answers)).values() for number in sessions)
    assert told == noticed
    assert raised(course(*answers, rater=Rater.THERAPIST)) == {}
