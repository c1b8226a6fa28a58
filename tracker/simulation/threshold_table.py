"""What a drop threshold costs and what it sees: how often it asks where nothing changes, and how many planted falls it
finds in their own session, by the part of the variance that lies between clients."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.drops import DropRule
from tracker.domain.measures.measure import Measure
from tracker.domain.measures.numbers import show
from tracker.domain.rules.falls import falls
from tracker.domain.rules.thresholds import candidates, own_points, works_as
from tracker.simulation.counting import Experiment
from tracker.simulation.generators import SD
from tracker.simulation.planted import Planted, changes, stable

ICCS = (0.39, 0.58, 0.71)  # design default: much, some and little noise within a client
SESSIONS = 12
FALLS = ("one-2", "one-3")  # of the planted changes: one item 2 and 3 of 10 lower


def thresholds_of(measure: Measure) -> tuple[Fraction, ...]:
    """The thresholds that the page of a measure compares, by what they come to on its scale, the lowest first."""
    own = own_points(measure)
    return tuple(sorted({works_as(measure, points) for points in candidates(measure, own)}))


@dataclass
class ThresholdCount:
    """What thresholds raise with one kind of noise: in `sessions` after the first in which nothing changes, and in the
    sessions of planted falls of so many `clients`."""

    thresholds: tuple[Fraction, ...]
    rules: tuple[DropRule, ...]
    sessions: int = 0
    clients: int = 0
    asked: Counter[Fraction] = field(default_factory=Counter)
    seen: Counter[tuple[str, Fraction]] = field(default_factory=Counter)

    def add(self, steady: Trajectory, changed: Iterable[tuple[Planted, Trajectory]]) -> None:
        """Count one client: the course without a change, and those with one."""
        self.clients += 1
        for point in steady.points[1:]:
            self.sessions += 1
            self.asked.update(self._reached(steady, point))
        for change, trajectory in changed:
            point = next(p for p in trajectory.points if p.slot.number == change.at)
            self.seen.update((change.key, at) for at in self._reached(trajectory, point))

    def _reached(self, trajectory: Trajectory, point: Point) -> Iterator[Fraction]:
        """The thresholds by which that rating raises a drop: whichever asks lets every lower one ask as well."""
        for threshold, rule in zip(self.thresholds, self.rules, strict=True):
            if not falls(trajectory, point, rule):
                return
            yield threshold


def count_thresholds(experiment: Experiment) -> ThresholdCount:
    """What each threshold of the measure raises with that noise."""
    rule = experiment.measure.drop
    assert rule is not None, "asked only of a measure with a drop rule"
    thresholds = thresholds_of(experiment.measure)
    counted = ThresholdCount(thresholds, tuple(rule.with_points(each) for each in thresholds))
    planted = [change for change in changes(experiment.sessions) if change.key in FALLS]
    for steady, *changed in experiment.courses([stable(experiment.sessions), *planted]):
        counted.add(steady, zip(planted, changed, strict=True))
    return counted


def head(clients: int, seed: int) -> Iterator[str]:
    """The beginning of the file: how it was made, and with which noise."""
    yield f"# Made by `tracker simulate thresholds --clients {clients} --seed {seed}`: by ICC and threshold, of"
    yield "# the sessions after the first of made-up clients in whom nothing changes the share with a drop (asked),"
    yield "# and the share of planted falls of one item by 2 and by 3 of 10 (two, three) that are found in their own"
    yield "# session; the worst of the three kinds of noise in docs/simulation.md. All assumptions are design defaults."
    yield ""
    yield f"clients = {clients}"
    yield f"sessions = {SESSIONS}"
    yield f"seed = {seed}"
    yield ""
    yield "# The standard deviation of an item within a client, in parts of its range, by ICC."
    yield "[within]"
    for icc in ICCS:
        yield f'"{icc:g}" = "{SD * math.sqrt(1 - icc):.4f}"'


def table(counted: Mapping[float, Iterable[ThresholdCount]]) -> Iterator[str]:
    """The shares by ICC and threshold as lines of TOML; of several kinds of noise the worst: the most prompts where
    nothing changes, the fewest falls found."""
    for icc, noises in counted.items():
        counts = list(noises)
        for threshold in counts[0].thresholds:
            asked = max(each.asked[threshold] / each.sessions for each in counts)
            two, three = (
                min(each.seen[fall, threshold] / each.clients for each in counts) for fall in FALLS
            )
            numbers = f'asked = "{asked:.4f}", two = "{two:.3f}", three = "{three:.3f}"'
            yield f'"{icc:g}"."{show(threshold, 6)}" = {{ {numbers} }}'
