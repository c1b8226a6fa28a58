"""Drops and slides: the rules this product exists for.

    score
     10 |●---●
      8 |    `--●            base: median of up to five earlier ratings
      5 |        `--●  −3    two or more below the previous rating: a check-in

A client-rated alliance score that has fallen two or more points since the previous rating raises a check-in as it is
saved. No alliance measure has a validated drop threshold; the strengths are design defaults, set by the client's own
ups and downs (rules/watch.py), and what they cost in false prompts is simulated.
"""

from dataclasses import replace

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.measure import Kind, Rater
from tracker.domain.measures.strain import StrainAnswer
from tracker.domain.rules.falls import falls
from tracker.domain.rules.findings import (
    Context,
    Finding,
    FlagKind,
    RatingRule,
    RatingVerdict,
    about,
)
from tracker.domain.rules.watch import by_person, verdict_on

STRENGTH_WORDS = {
    1: "worth asking",
    2: "beyond the usual ups and downs",
    3: "well beyond, or seen twice",
}

# What makes a drop of strength 2 one of 3.
TWICE = "the rating before was such a drop as well"
OUTCOME_WORSE = "an outcome measure stands reliably worse than at intake"

# What the client said beside the marks, where it makes a small drop ask for an answer.
SAID_TENSION = "the client said as well that there was tension"
SAID_HELD_BACK = "the client would like to talk about something as well"


def client_alliance(trajectory: Trajectory) -> bool:
    """True for what the client says of the alliance, which these rules watch."""
    return trajectory.rater is Rater.CLIENT and trajectory.measure.kind is Kind.ALLIANCE


def _verdict(trajectory: Trajectory, point: Point, context: Context) -> RatingVerdict:
    return (
        verdict_on(trajectory, point, context) if client_alliance(trajectory) else RatingVerdict()
    )


def drop_since_previous(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """A client-rated alliance score two or more points below the previous rating (design default).

    Its strength says how far outside of this client's own ups and downs it lies. A fall of two fifths of the scale, or
    of one fifth that ends in its lower half, is of strength 2 at least. Strength 2 becomes 3 when the rating before was
    such a drop as well, or when an outcome measure stands reliably worse than at intake. Strength 1 becomes 2 when the
    client said in the same rating that there was tension that is not settled, or something held back.
    """
    verdict = _verdict(trajectory, point, context)
    if not verdict.strength:
        return None
    strength = verdict.strength
    reason = verdict.reason
    if strength == 2 and not point.scores.prorated:
        strength, reason = _raised(trajectory, point, context, reason)
    if strength == 1 and (said := _said_as_well(point)) and by_person(context.version_of(point)):
        strength = 2
        reason = said
    return replace(
        about(FlagKind.DROP, trajectory, point, reason=reason),
        strength=strength,
        falls=verdict.falls,
        held_back=point.held_back or None,
        strain=_tension(point),
        own_setting=point.rating_id in context.rules,
        own_ratings=verdict.own,
        own_clients=_own_clients(trajectory, point, context),
    )


def _own_clients(trajectory: Trajectory, point: Point, context: Context) -> int | None:
    """From how many of the practice's own clients that was estimated which a rating is held against beside the
    client's earlier ones; None for a design default, and by rules that compare with fixed points."""
    if not by_person(context.version_of(point)):
        return None
    return context.prior(trajectory, point).clients or None


def _said_as_well(point: Point) -> str:
    """What the client said beside the marks that asks for a check-in by itself; "" for nothing."""
    if point.strain and point.strain.unsettled:
        return SAID_TENSION
    return SAID_HELD_BACK if point.held_back else ""


def _tension(point: Point) -> StrainAnswer | None:
    return point.strain if point.strain and point.strain.there else None


def _raised(trajectory: Trajectory, point: Point, context: Context, reason: str) -> tuple[int, str]:
    before = trajectory.preceding(point)
    if before and _verdict(trajectory, before, context).strength >= 2:
        return 3, TWICE
    if point.slot.number in context.worse_at:
        return 3, OUTCOME_WORSE
    return 2, reason


def unusual(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """Without a drop since the previous rating, a client-rated alliance score that lies far outside of what this client
    usually gives, and more than one step below the mean of earlier ratings (design default)."""
    verdict = _verdict(trajectory, point, context)
    if not verdict.unusual:
        return None
    return replace(
        about(FlagKind.UNUSUAL, trajectory, point),
        falls=verdict.falls,
        held_back=point.held_back or None,
        strain=_tension(point),
        own_ratings=verdict.own,
        own_clients=_own_clients(trajectory, point, context),
    )


def fall_told(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The check-in about scores that fell at this rating, which are followed until they are back."""
    return drop_since_previous(trajectory, point, context) or unusual(trajectory, point, context)


def slide(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """A client-rated alliance score that comes down step by step, without a drop from the previous rating: a little
    lower than expected again and again. Told again with each third rating that is lower still (design defaults)."""
    verdict = _verdict(trajectory, point, context)
    if not verdict.slides or verdict.far:
        return None
    return replace(
        about(FlagKind.SLIDE, trajectory, point, *verdict.slides),
        own_ratings=verdict.own,
        own_clients=_own_clients(trajectory, point, context),
    )


def long_slide(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """A client-rated alliance score that came down step by step to two or more points below where it was: the middle of
    up to five earlier ratings, or of the first three. Told again with each further two points, and with each third
    rating that is lower still (design defaults)."""
    verdict = _verdict(trajectory, point, context)
    if not verdict.slides or not verdict.far:
        return None
    finding = about(FlagKind.LONG_SLIDE, trajectory, point, *verdict.slides)
    return replace(
        finding,
        held_back=point.held_back or None,
        strain=_tension(point),
        own_ratings=verdict.own,
        own_clients=_own_clients(trajectory, point, context),
    )


def scores_ask(trajectory: Trajectory, point: Point, context: Context) -> bool:
    """True when the scores of that rating ask for a check-in: what else the client said in it is part of that one."""
    verdict = _verdict(trajectory, point, context)
    return bool(verdict.strength or verdict.unusual or verdict.far)


def wants_to_talk(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The client held something back or wants to talk: a check-in without a number (part of another check-in where
    there is one)."""
    if trajectory.rater is not Rater.CLIENT or not point.held_back:
        return None
    if point.strain and point.strain.unsettled:
        return None
    if scores_ask(trajectory, point, context):
        return None
    return replace(about(FlagKind.WANTS_TO_TALK, trajectory, point), held_back=point.held_back)


def therapist_drop(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The therapist's own rating fell by as much as would raise a check-in for the client's (design default)."""
    rule = context.drop_rule(trajectory, point)
    if rule is None or trajectory.rater is not Rater.THERAPIST:
        return None
    fell = falls(trajectory, point, rule)
    finding = about(FlagKind.THERAPIST_DROP, trajectory, point)
    return (
        replace(finding, falls=fell, own_setting=point.rating_id in context.rules) if fell else None
    )


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.DROP: drop_since_previous,
    FlagKind.UNUSUAL: unusual,
    FlagKind.SLIDE: slide,
    FlagKind.LONG_SLIDE: long_slide,
    FlagKind.WANTS_TO_TALK: wants_to_talk,
    FlagKind.THERAPIST_DROP: therapist_drop,
}
