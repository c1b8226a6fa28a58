"""What a caseload in which nothing changes asks of its clinician: answers owed a week, by the kind that leads.

Each client rates as `generators` makes them up. What no noise brings is drawn beside it, each at its own rate: what is
said of tension and held back, risk, an outcome up for review, sessions missed. Every session asks for one answer at
most, which the clinician is taken to give at once; risk has its own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from random import Random

from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.domain.rules.findings import TIER, Finding, FlagKind, Tier
from tracker.domain.rules.flags import CaseFacts, evaluate
from tracker.simulation.counting import Experiment
from tracker.simulation.planted import stable

OUTCOME = FlagKind.OUTCOME_WORSE  # stands for whatever is up for review of an outcome
ORDER = list(TIER)
TIERS = list(Tier)


@dataclass(frozen=True)
class Rates:
    """Shares of sessions; all are design defaults, as nothing is known of them for this wording.

    unsettled  the client says that there was tension, and not that it is settled
    settled    there was, and it is settled
    a_little   there was a little
    held_back  something held back, or to talk about
    outcome    an outcome that is low or worse, up for review
    missed     the client does not come
    risk       an answer to a risk item that asks
    """

    unsettled: float = 0.03
    settled: float = 0.04
    a_little: float = 0.10
    held_back: float = 0.05
    outcome: float = 0.02
    missed: float = 0.07
    risk: float = 0.03


@dataclass
class Burden:
    """Sessions counted, those that end with an answer owed by the kind that leads, and those with a risk item."""

    sessions: int = 0
    owed: Counter[FlagKind] = field(default_factory=Counter)
    risk: int = 0

    @property
    def without(self) -> float:
        """The share of sessions that end without an answer owed, risk apart."""
        return 1 - sum(self.owed.values()) / self.sessions

    def a_week(self, count: int, sessions: int) -> float:
        """How many of these there are in a week of so many sessions."""
        return sessions * count / self.sessions


def burden(experiment: Experiment, rates: Rates) -> Burden:
    """What the rules in force ask of stable clients, over all their sessions."""
    counted = Burden()
    for client, (course,) in enumerate(experiment.courses([stable(experiment.sessions)])):
        random = Random(f"{experiment.seed}/{experiment.generator.name}/{client}/burden")  # noqa: S311 - no secret
        said = _with_all_that_is_said(course, rates, random)
        case = CaseFacts(said.slots, (said,), primary=experiment.measure.key)
        findings = evaluate(case)
        for slot in said.slots:
            here = [finding for finding in findings if finding.session_id == slot.session_id]
            if random.random() < rates.outcome:
                here.append(Finding(OUTCOME, slot.session_id, experiment.measure.key))
            counted.sessions += 1
            counted.risk += random.random() < rates.risk
            if leads := leading(here):
                counted.owed[leads] += 1
    return counted


def leading(findings: Iterable[Finding]) -> FlagKind | None:
    """The kind that leads what a session asks for; None where that is nothing. A drop of strength 1 is offered."""
    asks = [
        finding
        for finding in findings
        if finding.tier in (Tier.CHECK_IN, Tier.REVIEW) and finding.strength != 1
    ]
    if not asks:
        return None
    gravest = min(
        asks, key=lambda f: (TIERS.index(f.tier), -(f.strength or 0), ORDER.index(f.kind))
    )
    return gravest.kind


def _with_all_that_is_said(course: Trajectory, rates: Rates, random: Random) -> Trajectory:
    """The course with what the client says beside the marks, and without the sessions that were missed."""
    slots: list[Slot] = []
    points: list[Point] = []
    for point in course.points:
        missed = random.random() < rates.missed
        slot = replace(point.slot, status=Status.MISSED if missed else Status.ATTENDED)
        slots.append(slot)
        answers = replace(
            point.answers,
            held_back=2 if random.random() < rates.held_back else 0,
            strain=_strain(rates, random),
        )
        if not missed:
            points.append(replace(point, slot=slot, answers=answers))
    return replace(course, slots=tuple(slots), points=tuple(points))


def _strain(rates: Rates, random: Random) -> StrainAnswer:
    chance = random.random()
    for share, answer in (
        (rates.unsettled, StrainAnswer(StrainSeen.YES, StrainSettled.NOT)),
        (rates.settled, StrainAnswer(StrainSeen.YES, StrainSettled.SETTLED)),
        (rates.a_little, StrainAnswer(StrainSeen.A_LITTLE)),
    ):
        if chance < share:
            return answer
        chance -= share
    return StrainAnswer(StrainSeen.NONE)


def lines(counted: Burden, sessions: int) -> Iterator[str]:
    """What is owed in a week of so many sessions, as lines of text."""
    owed = sum(counted.owed.values())
    yield f"answers owed a week: {counted.a_week(owed, sessions):.1f}"
    for kind in ORDER:
        if counted.owed[kind]:
            yield f"  {kind.value:<20}{counted.a_week(counted.owed[kind], sessions):5.1f}"
    yield f"sessions that end without one: {100 * counted.without:.0f} %"
    yield f"risk items a week, each with its own answer: {counted.a_week(counted.risk, sessions):.1f}"
