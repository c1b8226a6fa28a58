"""Courses as the rules read them, from made-up marks."""

import math
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Point, Series, Slot, Trajectory
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Better, Measure, Rater
from tracker.domain.measures.priors import Spread
from tracker.simulation.generators import ClientNoise, marked
from tracker.simulation.planted import Planted

NOBODY = UUID(int=0)
START = date(
    2000, 1, 1
)  # any day: sessions are weekly, so that no rating is too old to compare with


def can_simulate(measure: Measure) -> bool:
    """True for an alliance measure with a drop rule whose items are rated one by one."""
    return measure.checks_in and bool(measure.scored_items)


def misjudged(measure: Measure, variances: float) -> Measure:
    """The measure with both variances of its prior, within and between clients, so many times as large: what is assumed
    of clients is wrong, and their marks are not."""
    times = math.sqrt(variances)

    def spread(usual: Spread) -> Spread:
        within = Fraction(round(float(usual.within) * times, 6)).limit_denominator(10**6)
        between = Fraction(round(float(usual.between) * times, 6)).limit_denominator(10**6)
        return replace(usual, within=within, between=between)

    prior = measure.prior
    return replace(
        measure, prior=replace(prior, item=spread(prior.item), total=spread(prior.total))
    )


def slots(sessions: int) -> tuple[Slot, ...]:
    """Weekly sessions with one clinician."""
    return tuple(
        Slot(UUID(int=n), n, START + timedelta(weeks=n), Status.ATTENDED, NOBODY)
        for n in range(1, sessions + 1)
    )


def course(measure: Measure, noise: ClientNoise, change: Planted) -> Trajectory:
    """The client's ratings with the change in them, in as many sessions as the change leaves."""
    places = slots(change.last)
    points = []
    for slot, row in zip(places, noise.marks, strict=False):  # a change may end the course
        entry = _entered(
            measure, [mark - change.lost(slot.number, n) for n, mark in enumerate(row)]
        )
        answers = measure.store(entry)
        series = Series(NOBODY, measure.version, "", measure.mode_of(answers))
        points.append(Point(slot.session_id, slot, series, measure, answers))
    return Trajectory(measure, Rater.CLIENT, places, tuple(points))


def _entered(measure: Measure, marks: list[float]) -> Entered:
    values = {}
    for item, mark in zip(measure.scored_items, marks, strict=True):
        steps = int((item.high - item.low) / item.step)
        better_high = (measure.better is Better.HIGHER) != item.reverse
        up = marked(mark, steps)
        values[item.key] = item.low + item.step * (up if better_high else steps - up)
    return Entered(values)
