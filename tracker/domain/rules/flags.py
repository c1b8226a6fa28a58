"""Flags: every rule, in order of how pressing it is, and the one function that asks them all.

The tables of the files of rules, joined; docs/rules.md is generated from them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from uuid import UUID

from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.measures.drops import DropRule
from tracker.domain.measures.measure import Basis, Kind, Rater, ReliableChange
from tracker.domain.measures.priors import Prior
from tracker.domain.measures.scoring import is_strong
from tracker.domain.rules import (
    best_rules,
    drop_rules,
    engagement_rules,
    outcome_rules,
    pair_rules,
    pattern_rules,
    repair,
    risk_rules,
    session_rules,
    slow_rules,
    strain_rules,
    transfer_rules,
)
from tracker.domain.rules.change import in_force, reliably_worse
from tracker.domain.rules.drop_rules import client_alliance
from tracker.domain.rules.findings import (
    TIER,
    Context,
    Finding,
    FlagKind,
    RatingRule,
    SessionRule,
)

_OF_RATINGS = {
    **risk_rules.RULES,
    **drop_rules.RULES,
    **strain_rules.RULES,
    **outcome_rules.RULES,
    **slow_rules.RULES,
    **repair.RULES,
    **transfer_rules.RULES,
    **best_rules.RULES,
    **pair_rules.RULES,
    **pattern_rules.RULES,
}
_OF_SESSIONS = {**session_rules.RULES, **engagement_rules.RULES}
RULES: dict[FlagKind, RatingRule] = {k: _OF_RATINGS[k] for k in TIER if k in _OF_RATINGS}
BY_SESSION: dict[FlagKind, SessionRule] = {k: _OF_SESSIONS[k] for k in TIER if k in _OF_SESSIONS}


@dataclass(frozen=True)
class CaseFacts:
    """All that the rules look at of one client.

    thresholds   the practice's drop rules in force, by rating
    primary      the alliance measure that the client is asked for in every session
    participant  who is asked
    looked_at    the version of the rules under which a rating was first looked at, where that is another one
    priors       what the practice's own clients usually give, by rating, where that was in force at its first look
    changes      the practice's own reliable changes, by rating likewise
    """

    slots: tuple[Slot, ...]
    trajectories: tuple[Trajectory, ...]
    thresholds: Mapping[UUID, DropRule] = field(default_factory=lambda: MappingProxyType({}))
    age_band: str = "adult"
    primary: str | None = None
    participant: UUID | None = None
    looked_at: Mapping[UUID, str] = field(default_factory=lambda: MappingProxyType({}))
    priors: Mapping[UUID, Prior] = field(default_factory=lambda: MappingProxyType({}))
    changes: Mapping[UUID, ReliableChange] = field(default_factory=lambda: MappingProxyType({}))

    def context(self, trajectory: Trajectory) -> Context:
        """What the rules need beside that trajectory."""
        other = [
            t
            for t in self.trajectories
            if (t.measure.key, t.rater) == (trajectory.measure.key, Rater.THERAPIST)
        ]
        whose = trajectory.participant
        return Context(
            rules=self.thresholds,
            looked_at=self.looked_at,
            priors=self.priors,
            changes=self.changes,
            worse_at=self.worse_at(whose),
            strong_at=self.strong_at(whose),
            age_band=self.age_band,
            other=other[0] if other and trajectory.rater is Rater.CLIENT else None,
            partners=self._partners(trajectory),
        )

    def _partners(self, trajectory: Trajectory) -> tuple[Trajectory, ...]:
        """The trajectories of the participants before this one, on the same measure."""
        if trajectory.participant is None:
            return ()
        place = next(n for n, t in enumerate(self.trajectories) if t is trajectory)
        return tuple(
            t
            for t in self.trajectories[:place]
            if (t.measure.key, t.rater) == (trajectory.measure.key, trajectory.rater)
            and t.participant != trajectory.participant
        )

    def _of(self, whose: UUID | None) -> list[Trajectory]:
        """What that participant rated; what any of them did, for a therapist's or an observer's rating."""
        theirs = [t for t in self.trajectories if t.rater is Rater.CLIENT]
        return [t for t in theirs if whose is None or t.participant == whose]

    def worse_at(self, whose: UUID | None = None) -> frozenset[int]:
        """The sessions at which an outcome measure of that participant stood reliably worse than at intake, by more
        than a design default: a strength does not rest on an assumption."""
        if whose not in self._worse:  # every line of a person asks for it
            outcomes = [t for t in self._of(whose) if t.measure.kind is Kind.OUTCOME]
            self._worse[whose] = frozenset(n for t in outcomes for n in self._worse_in(t))
        return self._worse[whose]

    def _worse_in(self, outcome: Trajectory) -> Iterator[int]:
        """The sessions up to which the last total of an outcome is reliably worse than the first."""
        scored = [p for p in outcome.points if p.scores.total is not None]
        ends = [*(point.slot.number for point in scored[1:]), len(self.slots) + 1]
        for point, end in zip(scored, ends, strict=False):
            if reliably_worse(outcome, point, self._sure(outcome, point)):
                yield from range(point.slot.number, end)

    def _sure(self, outcome: Trajectory, point: Point) -> ReliableChange | None:
        """The reliable change by which a rating of an outcome is judged, unless it is a design default."""
        change = in_force(outcome.measure, self.changes.get(point.rating_id))
        return None if change is None or change.basis is Basis.DEFAULT else change

    @cached_property
    def _worse(self) -> dict[UUID | None, frozenset[int]]:
        return {}

    def strong_at(self, whose: UUID | None = None) -> frozenset[int]:
        """The sessions at which the alliance, as that participant last rated it, is strong."""
        rated = sorted(
            (p.slot.number, is_strong(t.measure, p.scores.total))
            for t in self._of(whose)
            if client_alliance(t)
            for p in t.points
            if p.scores.total is not None
        )
        last = {
            slot.number: [strong for number, strong in rated if number <= slot.number][-1:]
            for slot in self.slots
        }
        return frozenset(number for number, strong in last.items() if strong == [True])

    @cached_property
    def rated(self) -> Mapping[int, str]:
        """The sessions in which the client rated the alliance, with the key of the measure: whichever was in use."""
        return {
            point.slot.number: t.measure.key
            for t in self.trajectories
            if client_alliance(t)
            for point in t.points
        }

    def asked_at(self, number: int) -> str | None:
        """The measure that a session without a rating lacks: the one last rated before it, or else the primary."""
        before = max((rated for rated in self.rated if rated < number), default=None)
        return self.primary if before is None else self.rated[before]


def of_trajectory(trajectory: Trajectory, context: Context, *, since: int = 1) -> list[Finding]:
    """What the rules find in the ratings of one trajectory from session number `since` on."""
    return [
        finding
        for point in trajectory.points
        if point.slot.number >= since
        for rule in RULES.values()
        if (finding := rule(trajectory, point, context))
    ]


def of_sessions(case: CaseFacts, *, since: int = 1) -> list[Finding]:
    """What sessions say beside their ratings, from session number `since` on."""
    if case.primary is None:
        return []
    findings = []
    for slot in case.slots:
        if slot.number < since:
            continue
        until = case.slots[: slot.number]
        findings += [
            Finding(kind, slot.session_id, key, participant=case.participant)
            for kind, holds in BY_SESSION.items()
            if holds(until, case.rated) and (key := case.asked_at(slot.number))
        ]
    return findings


def evaluate(case: CaseFacts, *, since: int = 1) -> list[Finding]:
    """Everything that the rules find from session number `since` on."""
    findings = of_sessions(case, since=since)
    for trajectory in case.trajectories:
        findings += of_trajectory(trajectory, case.context(trajectory), since=since)
    return findings


def explained(kind: FlagKind) -> Callable[..., object]:
    """The function that finds this kind; its docstring says what it finds and on what that rests."""
    return BY_SESSION[kind] if kind in BY_SESSION else RULES[kind]
