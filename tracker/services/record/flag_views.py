"""Flags as pages show them: what was found, where it stands, what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from tracker.domain.care import answers
from tracker.domain.care.answers import Answer, Stage
from tracker.domain.care.caseload import Need, need_of
from tracker.domain.care.flag_stage import (
    FlagFacts,
    can_come_back,
    standing,
    waits_for_a_rating,
)
from tracker.domain.care.to_answer import Asking, ThingToAnswer
from tracker.domain.course.sessions import Given, Status
from tracker.domain.course.trajectory import Slot
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.people.access import Actor
from tracker.domain.rules.drop_rules import client_alliance
from tracker.domain.rules.findings import Finding, Recovery, Tier
from tracker.domain.rules.repair import recovery
from tracker.domain.rules.start_mark import StartBeside, beside
from tracker.models import Client, Flag, FlagAnswer
from tracker.services.record.clients import letters_of
from tracker.services.record.course import Course
from tracker.services.record.flag_rows import (
    counted,
    finding_of,
    first_looked_at,
    last_answer,
    place_of,
)


@dataclass(frozen=True)
class EarlierFinding:
    """What was found before a correction, and when."""

    found_at: datetime
    finding: Finding


@dataclass(frozen=True)
class FlagView:
    """A flag as pages show it: the row, what was found last, where it stands, and what was answered.

    `entries` are all answers and undoings in their order, `answers` those that count. `recovery` is how a drop went on.
    `climbed`: unanswered at the next session, so it is up for review. `start`: where a drop lies, as far as the mark at
    the start of its session tells.
    """

    flag: Flag
    finding: Finding
    rules_version: str
    measure: Measure
    slot: Slot
    since: Mapping[UUID, Slot]
    given: Given
    stage: Stage
    addressed: answers.Addressed
    entries: tuple[FlagAnswer, ...]
    answers: tuple[FlagAnswer, ...]
    earlier: tuple[EarlierFinding, ...]
    recovery: Recovery | None
    climbed: bool
    start: StartBeside | None
    letters: Mapping[UUID, str]  # of the people of the record, where there are several

    @property
    def by_client(self) -> bool:
        """True where it rests on a rating of the client's."""
        return self.flag.rater == Rater.CLIENT and self.finding.rating_id is not None

    @property
    def letter(self) -> str:
        """Whose rating it rests on; "" where one person rates, or nobody did."""
        return self.letters.get(self.flag.participant_id, "") if self.by_client else ""

    @property
    def tier(self) -> Tier:
        """Where it appears."""
        return self.finding.tier

    @property
    def need(self) -> Need | None:
        """What it asks of its clinician now."""
        return need_of(self.tier, self.finding.kind, self.stage, self.finding.strength)

    @property
    def asking(self) -> Asking:
        """What decides with which others it is answered."""
        finding = self.finding
        about = (self.flag.measure_key, self.flag.participant_id)
        return Asking(
            self.tier, finding.kind, finding.strength, self.stage, self.slot.number, about
        )

    @property
    def unanswered(self) -> bool:
        """True while nobody has answered it."""
        return self.stage in answers.NEEDS_AN_ANSWER and self.tier is not Tier.NOTE

    @property
    def only_offered(self) -> bool:
        """True while nobody has answered it and nobody has to."""
        return answers.only_offered(self.finding.strength, self.stage)

    @property
    def needs_answer(self) -> bool:
        """True while it waits for an answer."""
        return self.unanswered and not self.only_offered

    @property
    def ended_unanswered(self) -> bool:
        """True for a check-in that nobody talked about before the therapy ended."""
        finding = self.finding
        return answers.ended_unanswered(
            tier=finding.tier, strength=finding.strength, stage=self.stage
        )

    @property
    def ends_unanswered(self) -> bool:
        """True for what would be a check-in that ended unanswered, were the therapy to end now."""
        finding = self.finding
        stage = answers.after_the_end(self.stage, self.tier)
        return answers.ended_unanswered(tier=self.tier, strength=finding.strength, stage=stage)

    @property
    def to_come_back_to(self) -> bool:
        """True while something was put off: planned, not right that day, or taken to supervision."""
        return self.stage in answers.TO_COME_BACK_TO

    @property
    def offered(self) -> tuple[Answer, ...]:
        """What can be answered to it."""
        return answers.offered(self.tier, self.finding.kind, self.finding.reason)

    @property
    def last_answer(self) -> FlagAnswer | None:
        """What was answered last and not undone."""
        return self.answers[-1] if self.answers else None

    def undoable(self, actor: Actor, now: datetime) -> FlagAnswer | None:
        """The answer that the actor can still undo."""
        last = self.last_answer
        if last is None or last.recorded_by_id != actor.id:
            return None
        return last if answers.can_undo(last.recorded_at, now) else None


FlagThing = ThingToAnswer[FlagView]


def views(of: Course, client: Client, flags: list[Flag], zone: str) -> list[FlagView]:
    """The flags of one client as pages show them, newest session first, the most pressing of a session on top; days
    are those of the time zone."""
    shown = [
        _view(of, client, flag, measure, zone)
        for flag in flags
        if (measure := of.measure_at(place_of(flag)))
    ]
    order = list(Tier)
    return sorted(
        shown,
        key=lambda view: (
            -view.slot.number,
            order.index(view.tier),
            view.finding.kind,
            view.letter,
        ),
    )


def _view(of: Course, client: Client, flag: Flag, measure: Measure, zone: str) -> FlagView:
    slot = of.slot(flag.session_id)
    row = flag.findings[-1]
    finding = finding_of(flag, row)
    held = counted(flag.answers)
    earlier = (EarlierFinding(old.found_at, finding_of(flag, old)) for old in flag.findings[:-1])
    recovered = _recovery(of, flag, finding)
    facts = _facts(of, flag, finding, held[-1] if held else None, recovered, zone)
    stands = standing(replace(facts, ended=client.ended_on is not None))
    later = _attended_after(of, slot)
    return FlagView(
        flag=flag,
        finding=finding,
        rules_version=row.rules_version,
        measure=measure,
        slot=slot,
        since={other.session_id: other for other in of.slots},
        given=facts.given,
        stage=stands.stage,
        addressed=stands.addressed,
        entries=tuple(flag.answers),
        answers=held,
        earlier=tuple(earlier),
        recovery=recovered,
        start=_start(of, flag, finding, slot),
        letters=letters_of(client),
        climbed=answers.climbs(
            tier=finding.tier, strength=finding.strength, stage=stands.stage, sessions_since=later
        ),
    )


def _facts(
    of: Course,
    flag: Flag,
    finding: Finding,
    last: FlagAnswer | None,
    recovered: Recovery | None,
    zone: str,
) -> FlagFacts:
    slot = of.slot(flag.session_id)
    return FlagFacts(
        kind=finding.kind,
        strength=finding.strength,
        withdrawn=flag.withdrawn_at is not None,
        held_on=slot.held_on,
        given=_given(of, flag),
        answer=last_answer(flag.findings, last, zone) if last else None,
        returned=recovered.state if recovered else None,
        rated_since=waits_for_a_rating(finding.kind) and _rated_after(of, slot),
        reengaged=slot.reengaged_on is not None,
    )


def _given(of: Course, flag: Flag) -> Given:
    """When the rating was given; what a session without a rating says belongs to the session."""
    chain = of.chains.get(place_of(flag))
    return Given(chain[-1].given) if chain else Given.IN_SESSION


def _recovery(of: Course, flag: Flag, finding: Finding) -> Recovery | None:
    if not can_come_back(finding.kind):
        return None
    trajectory = of.trajectory(flag.measure_key, Rater.CLIENT, flag.participant_id)
    points = trajectory.points if trajectory else ()
    fell = [point for point in points if point.slot.session_id == flag.session_id]
    if trajectory is None or not fell:
        return None
    return recovery(trajectory, fell[0], finding.falls, first_looked_at(flag))


def _start(of: Course, flag: Flag, finding: Finding, slot: Slot) -> StartBeside | None:
    """Where a drop lies; None where the session has no mark at its start, or the flag is about anything else."""
    start = slot.start_marks.get(flag.participant_id) if flag.participant_id else None
    if start is None or finding.strength is None or flag.withdrawn_at is not None:
        return None
    line = of.trajectory(flag.measure_key, Rater.CLIENT, flag.participant_id)
    points = line.points if line else ()
    fell = [point for point in points if point.slot == slot]
    return beside(line, fell[0], start) if line and fell else None


def other_version(of: Course, view: FlagView) -> Measure | None:
    """The version on which some of the ratings were given that a flag holds its own against, where it is another than
    its own; None otherwise."""
    _, key, rater, participant = place_of(view.flag)
    compared = {fall.since for fall in view.finding.falls}
    compared |= {each.since for each in view.finding.compared if each.since}
    lines = (trajectory for line, trajectory in of.lines() if line == (key, rater, participant))
    rated = ((line, point) for line in lines for point in line.points if point.slot == view.slot)
    return next((line.other_version(point, compared) for line, point in rated), None)


def _rated_after(of: Course, slot: Slot) -> bool:
    theirs = [line for _, line in of.lines() if client_alliance(line)]
    return any(point.slot.number > slot.number for line in theirs for point in line.points)


def _attended_after(of: Course, slot: Slot) -> int:
    return sum(s.number > slot.number and s.status is Status.ATTENDED for s in of.slots)
