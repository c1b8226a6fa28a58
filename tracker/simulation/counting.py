"""What the rules say of made-up clients, counted: of stable ones, and of those into whom a change is planted."""

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.measure import Measure
from tracker.domain.rules.findings import RULES_VERSION, Context, Finding, FlagKind
from tracker.domain.rules.flags import RULES
from tracker.simulation.courses import course
from tracker.simulation.generators import ICC, Generator, client_noise
from tracker.simulation.planted import Planted, changes, stable

ANSWER = "needs an answer"  # a drop of strength 2 or more, a mark unusually low, or a slide
ASKS = (FlagKind.UNUSUAL, FlagKind.SLIDE, FlagKind.LONG_SLIDE)
WINDOWS = (
    1,
    3,
    4,
)  # sessions from the change on in which it counts as seen; beside them, until the end
Z = 1.959964  # 95 %, two-sided

VERSIONS = ("2026.7", RULES_VERSION)  # of the rules, that can be tried
WATCHED = (  # the kinds that rest on a client's ratings on one alliance measure alone
    FlagKind.DROP,
    FlagKind.UNUSUAL,
    FlagKind.SLIDE,
    FlagKind.LONG_SLIDE,
    FlagKind.LOW_ITEM,
    FlagKind.CAME_BACK,
    FlagKind.NOT_BACK,
)

NOISIEST = 5  # the clients whose own marks vary most: one of so many
LARGE_FALL = "one-3"  # the planted change that is looked for in them

Said = Mapping[int, list[Finding]]  # what was found, by the number of the session


@dataclass(frozen=True)
class Share:
    """So many of so many. `alone`: they hang on nothing in common, as clients do, and the sessions of one do not."""

    hits: int
    of: int
    alone: bool = True

    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share of things that stand alone (Wilson 1927, 10.1080/01621459.1927.10502953);
        from 0 to 1 where it is of none."""
        if not self.of:
            return 0.0, 1.0
        share = self.hits / self.of
        spread = Z**2 / self.of
        middle = (share + spread / 2) / (1 + spread)
        half = math.sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread)
        return middle - half, middle + half


@dataclass(frozen=True)
class Experiment:
    """Whose courses are made up: on what, with which noise, how many, and how long. `icc`: the part of an item's
    variance that lies between clients."""

    measure: Measure
    generator: Generator
    clients: int
    sessions: int
    seed: int
    icc: float = ICC

    def courses(self, changed: Iterable[Planted]) -> Iterator[list[Trajectory]]:
        """For each client the course with each of the changes, all with the same noise."""
        planted = list(changed)
        for client in range(self.clients):
            noise = client_noise(
                self.generator,
                seed=self.seed,
                client=client,
                items=len(self.measure.scored_items),
                sessions=self.sessions,
                icc=self.icc,
            )
            yield [course(self.measure, noise, change) for change in planted]


@dataclass
class StableCount:
    """What is said where nothing changes, by label: in sessions after the first, and of clients ever."""

    sessions: int = 0
    clients: int = 0
    in_sessions: Counter[str] = field(default_factory=Counter)
    ever: Counter[str] = field(default_factory=Counter)

    def add(self, said: Said, sessions: int) -> None:
        """Count one client."""
        self.clients += 1
        self.sessions += sessions - 1
        by_session = [labels(findings) for findings in said.values()]
        for some in by_session:
            self.in_sessions.update(some)
        self.ever.update(frozenset[str]().union(*by_session))


@dataclass
class ChangeCount:
    """Of how many clients the change is seen within so many sessions, by label; of how many a drop of a score that was
    changed is raised in its first session, and of how many of these it is said that it came back."""

    change: Planted
    clients: int = 0
    seen: Counter[tuple[str, int]] = field(default_factory=Counter)
    raised: int = 0
    called_back: int = 0

    def windows(self) -> tuple[int, ...]:
        """In how many sessions from the change on; the last is until the end."""
        most = self.change.last - self.change.at + 1
        return (*(window for window in WINDOWS if window < most), most)

    def add(self, said: Said, items: Sequence[str]) -> None:
        """Count one client, who rates these items."""
        self.clients += 1
        at = self.change.at
        first = items[0] if self.change.first_alone else None
        for window in self.windows():
            within = [labels(said.get(n, [])) for n in range(at, at + window)]
            self.seen.update((label, window) for label in frozenset[str]().union(*within))
        drops = [f for f in said.get(at, []) if f.kind is FlagKind.DROP]
        if drops and (first is None or any(fall.key == first for fall in drops[0].falls)):
            self.raised += 1
            self.called_back += _is_called_back(said, drops[0])


@dataclass
class NoiseCount:
    """What is said of each client, beside how much the client's own marks vary where nothing changes: the standard
    deviation from session to session (the mean over the items, in parts of their range), in how many sessions an
    answer is asked for, and whether a large fall is seen in its own session."""

    clients: list[tuple[float, int, bool]] = field(default_factory=list)

    def add(self, steady: Trajectory, said: Said, fell: Said, at: int) -> None:
        """Count one client: the stable course, what is said of it, and of that with the fall in session `at`."""
        spreads = [
            statistics.stdev(float(mark) for mark in _marks(steady, item.key))
            / float(item.high - item.low)
            for item in steady.measure.scored_items
        ]
        asked = sum(ANSWER in labels(findings) for findings in said.values())
        seen = ANSWER in labels(fell.get(at, []))
        self.clients.append((statistics.fmean(spreads), asked, seen))

    def prompts(self) -> Share:
        """Of all prompts where nothing changes, how many the noisiest fifth of the clients gets."""
        asked = sum(asked for _, asked, _ in self.clients)
        return Share(sum(asked for _, asked, _ in self._noisiest()), asked, alone=False)

    def seen(self) -> Share:
        """Of the noisiest fifth, for how many the fall is seen."""
        noisiest = self._noisiest()
        return Share(sum(seen for *_, seen in noisiest), len(noisiest))

    def _noisiest(self) -> list[tuple[float, int, bool]]:
        by_spread = sorted(self.clients, key=lambda client: client[0], reverse=True)
        return by_spread[: len(by_spread) // NOISIEST]


@dataclass(frozen=True)
class Counted:
    """What the rules say: of stable clients, of every change, and of clients by how noisy they are."""

    steady: StableCount
    changes: tuple[ChangeCount, ...]
    noise: NoiseCount


def _marks(trajectory: Trajectory, key: str) -> Iterator[Fraction]:
    return (mark for p in trajectory.points if (mark := p.scores.of(key)) is not None)


def _is_called_back(said: Said, drop: Finding) -> bool:
    backs = (f for findings in said.values() for f in findings if f.kind is FlagKind.CAME_BACK)
    return any(c.since == drop.session_id for back in backs for c in back.compared)


def labels(findings: Iterable[Finding]) -> frozenset[str]:
    """What is counted of one session: each kind, a drop by every strength that it reaches, and whether an answer is
    asked for."""
    some = set()
    for finding in findings:
        some.add(finding.kind.value)
        some |= {drop_label(n) for n in range(1, (finding.strength or 0) + 1)}
        if finding.kind in ASKS or (finding.strength or 0) >= 2:
            some.add(ANSWER)
    return frozenset(some)


def drop_label(strength: int) -> str:
    """The label of a drop of that strength or more."""
    return f"drop {strength}+"


def said_of(trajectory: Trajectory, version: str) -> Said:
    """What the rules of a version find, session by session."""
    said: dict[int, list[Finding]] = {}
    context = Context(version=version)
    for point in trajectory.points:
        for kind in WATCHED:
            if finding := RULES[kind](trajectory, point, context):
                said.setdefault(point.slot.number, []).append(finding)
    return said


def count_stable(experiment: Experiment, version: str = RULES_VERSION) -> StableCount:
    """What the rules of a version say of stable clients alone."""
    steady = StableCount()
    for (trajectory,) in experiment.courses([stable(experiment.sessions)]):
        steady.add(said_of(trajectory, version), experiment.sessions)
    return steady


def count(experiment: Experiment, version: str) -> Counted:
    """What the rules of a version say of stable clients, and of every change."""
    steady = StableCount()
    noise = NoiseCount()
    counts = tuple(ChangeCount(change) for change in changes(experiment.sessions))
    items = [item.key for item in experiment.measure.scored_items]
    planted = [stable(experiment.sessions), *(each.change for each in counts)]
    for courses in experiment.courses(planted):
        said, *others = (said_of(course, version) for course in courses)
        steady.add(said, experiment.sessions)
        for each, other in zip(counts, others, strict=True):
            each.add(other, items)
            if each.change.key == LARGE_FALL:
                noise.add(courses[0], said, other, each.change.at)
    return Counted(steady, counts, noise)
