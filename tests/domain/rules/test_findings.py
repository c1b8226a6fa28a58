"""What a finding is about."""

from dataclasses import replace
from fractions import Fraction
from uuid import uuid5

import pytest

from tests.domain.courses import NAMES, slot, trajectory
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import StrainAnswer, StrainSeen
from tracker.domain.rules.findings import (
    TIER,
    Compared,
    Fall,
    Finding,
    FlagKind,
    Tier,
    about,
)
from tracker.reference.loader import measures

OWN = measures()["session-check"]
EIGHTS = (8, 8, 8, 8)
FALL = Fall("bond", Fraction(8), Fraction(8), Fraction(5), slot(1).session_id, False, Fraction(2))
COMPARED = Compared("bond", Fraction(5), Fraction(8))
SAID = StrainAnswer(StrainSeen.YES)


def finding(kind: FlagKind) -> Finding:
    return Finding(kind, slot(2).session_id, OWN.key)


def test_a_finding_says_of_whose_rating_it_is() -> None:
    for rater in Rater:
        course = replace(trajectory(OWN, EIGHTS, rater=rater), participant=uuid5(NAMES, "client"))
        point = course.points[0]
        made = about(FlagKind.FLAT, course, point, COMPARED, reason="made up")
        assert made == Finding(
            FlagKind.FLAT,
            point.slot.session_id,
            "session-check",
            rater,
            uuid5(NAMES, "client"),
            point.rating_id,
            compared=(COMPARED,),
            reason="made up",
        )


def test_only_what_is_unusual_is_held_against_a_step_and_not_the_threshold() -> None:
    assert [kind for kind in FlagKind if not finding(kind).by_threshold] == [FlagKind.UNUSUAL]


@pytest.mark.parametrize("kind", FlagKind)
def test_a_check_in_about_scores_or_tension_is_about_a_strain(kind: FlagKind) -> None:
    asks = TIER[kind] is Tier.CHECK_IN
    plain = finding(kind)
    assert not plain.about_a_strain, "a wish to talk may be about anything"
    assert replace(plain, falls=(FALL,)).about_a_strain is asks
    assert replace(plain, compared=(COMPARED,)).about_a_strain is asks
    assert replace(plain, strain=SAID).about_a_strain is asks


@pytest.mark.parametrize("kind", FlagKind)
def test_all_that_asks_for_a_check_in_is_one_flag(kind: FlagKind) -> None:
    asks = TIER[kind] is Tier.CHECK_IN
    assert finding(kind).concern == ("check_in" if asks else kind.value)
