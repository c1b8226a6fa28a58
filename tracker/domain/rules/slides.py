"""A slide: a score that comes down step by step, told where it begins and again while it goes on.

9  ●--●           begins: two points below the start and lower than usual, or lower than expected again and again
7      `-●--●     told
6            `-●
5               `-●    told again: two points further down, or a third rating on and still lower
                       once two points below the start it asks for a check-in
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from tracker.domain.rules.standing import SeenRating

THIRD = 3  # design default: a slide that still falls is told again with each third rating


@dataclass(frozen=True)
class Slide:
    """A slide that has been told.

    start  from where each score came
    told   where each stood when it was told last
    ago    how many ratings ago that was
    far    it was told that a score is two points below its start
    """

    start: Mapping[str, Fraction]
    told: Mapping[str, Fraction]
    ago: int = 0
    far: bool = False


def begun(standing: SeenRating, below: Mapping[str, Fraction]) -> Slide:
    """A slide of these scores, by where they came from, that is told at this rating."""
    now = {key: standing.now(key) for key in below}
    return Slide(below, now, far=is_far(standing, below))


def is_far(standing: SeenRating, start: Mapping[str, Fraction]) -> bool:
    """True when one of the scores is two points below its start, or what stands for two points on its range."""
    return any(
        standing.loss(start[key], key) >= standing.scores[key].points
        for key in start
        if key in standing.z
    )


def has_ended(slide: Slide, standing: SeenRating) -> bool:
    """True when each of the scores has made up half of what counts as far (design default)."""
    return all(
        2 * standing.loss(slide.start[key], key) < standing.scores[key].points
        for key in slide.start
        if key in standing.z
    )


def went_on(
    slide: Slide, standing: SeenRating, below: Mapping[str, Fraction]
) -> tuple[Slide, bool]:
    """The slide after this rating, and whether it is told again. Other scores that begin to slide belong to it."""
    start = {**below, **slide.start}
    told = {**{key: standing.now(key) for key in below}, **slide.told}
    lost = {key: standing.loss(told[key], key) for key in told if key in standing.z}
    ago = slide.ago + 1
    further = any(loss >= standing.scores[key].points for key, loss in lost.items())
    third = ago >= THIRD and any(loss > 0 for loss in lost.values())
    far = is_far(standing, start)
    if further or third or (far and not slide.far):
        return Slide(start, {**told, **_now(standing, told)}, far=far), True
    return replace(slide, start=start, told=told, ago=ago), False


def told_by_a_fall(slide: Slide, standing: SeenRating) -> Slide:
    """The slide after a rating whose fall was told: it goes on from there."""
    return replace(slide, told={**slide.told, **_now(standing, slide.told)}, ago=0)


def _now(standing: SeenRating, scores: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {key: standing.now(key) for key in scores if key in standing.z}
