"""When a slide begins, is told again and ends, to a tenth of a point."""

from fractions import Fraction

import pytest

from tests.domain.courses import trajectory
from tracker.domain.rules import slides
from tracker.domain.rules.slides import Slide
from tracker.domain.rules.standing import SeenRating
from tracker.domain.rules.watched import watched_scores
from tracker.reference.loader import measures

SRS = measures()["srs"]
KEY = "relationship"
OTHER = "goals"


def seen(mark: str, other: str = "8", *, recent: tuple[str, ...] = (KEY, OTHER)) -> SeenRating:
    """A rating after one of eights, with these marks; `recent`: the scores that have a recent value before."""
    assert SRS.drop
    course = trajectory(SRS, (8, 8, 8, 8), (mark, other, 8, 8))
    scores = watched_scores(SRS, SRS.drop, SRS.prior)
    z = dict.fromkeys(recent, 0)
    return SeenRating(course, course.points[-1], SRS.drop, scores, {}, z, {})


def slide(told: str = "6", *, ago: int = 0, far: bool = True) -> Slide:
    """A slide of one score from 8, that was told at that mark."""
    return Slide({KEY: Fraction(8)}, {KEY: Fraction(told)}, ago, far)


@pytest.mark.parametrize(("mark", "ended"), [("7.0", False), ("7.1", True), ("8", True)])
def test_a_slide_has_ended_when_half_of_two_points_is_made_up(mark: str, ended: bool) -> None:
    assert slides.has_ended(slide(), seen(mark)) is ended


def test_a_slide_has_ended_when_each_of_its_scores_has_made_it_up() -> None:
    both = Slide({KEY: Fraction(8), OTHER: Fraction(8)}, {KEY: Fraction(6), OTHER: Fraction(6)})
    assert not slides.has_ended(both, seen("8", "6"))
    assert slides.has_ended(both, seen("8", "7.1"))
    assert slides.has_ended(both, seen("8", "6", recent=(KEY,))), "what is not recent is not asked"


@pytest.mark.parametrize(("mark", "far"), [("6.0", True), ("6.1", False)])
def test_a_slide_that_begins_is_far_from_two_points_on(mark: str, far: bool) -> None:
    begun = slides.begun(seen(mark), {KEY: Fraction(8)})
    assert begun == Slide({KEY: Fraction(8)}, {KEY: Fraction(mark)}, 0, far)
    assert not slides.is_far(seen(mark, recent=(OTHER,)), {KEY: Fraction(8)})


@pytest.mark.parametrize(
    ("mark", "ago", "far", "told"),
    [
        ("4.1", 0, True, False),  # less than two points further down
        ("4.0", 0, True, True),
        ("5.9", 1, True, False),  # only the second rating since
        ("5.9", 2, True, True),  # the third, and lower still
        ("6.0", 2, True, False),  # the third, and no lower
        ("6.0", 0, False, True),  # two points below the start for the first time
        ("6.1", 0, False, False),
    ],
)
def test_when_a_slide_is_told_again(mark: str, ago: int, far: bool, told: bool) -> None:
    before = slide("6", ago=ago, far=far)
    after, again = slides.went_on(before, seen(mark), {})
    assert again is told
    if told:
        assert after == Slide(before.start, {KEY: Fraction(mark)}, 0, True)
    else:
        assert after == Slide(before.start, before.told, ago + 1, far)


def test_another_score_that_begins_to_slide_belongs_to_it() -> None:
    after, again = slides.went_on(slide("6"), seen("5.9", "6.5"), {OTHER: Fraction(8)})
    assert not again
    assert after.start == {KEY: 8, OTHER: 8}
    assert after.told == {KEY: 6, OTHER: Fraction("6.5")}
    known = slides.went_on(after, seen("5.9", "6.0"), {KEY: Fraction(9), OTHER: Fraction(9)})[0]
    assert (known.start, known.told) == (after.start, after.told), "it keeps where it came from"


def test_what_is_told_again_keeps_the_mark_of_a_score_that_is_not_recent() -> None:
    both = Slide({KEY: Fraction(8), OTHER: Fraction(8)}, {KEY: Fraction(6), OTHER: Fraction(6)})
    after, again = slides.went_on(both, seen("4", "4", recent=(KEY,)), {})
    assert again
    assert after.told == {KEY: 4, OTHER: 6}


def test_a_fall_that_is_told_is_where_the_slide_goes_on_from() -> None:
    after = slides.told_by_a_fall(slide("6", ago=2), seen("4.5"))
    assert after == Slide({KEY: Fraction(8)}, {KEY: Fraction("4.5")}, 0, True)
    later = slides.told_by_a_fall(slide("6", ago=2), seen("4.5", recent=(OTHER,)))
    assert later == slide("6")
