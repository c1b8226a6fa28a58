"""The clients of a report: what of each lies in its days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.domain.care.answers import Stage
from tracker.domain.care.objectives import ObjectiveState
from tracker.domain.care.treatment import EndedHow
from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Slot
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.rules.change import Change, since_first
from tracker.domain.rules.drop_rules import client_alliance
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.reports import STOPPED
from tracker.services.record.flag_views import FlagView
from tracker.services.record.records import Record


@dataclass(frozen=True)
class Seen:
    """One client as a report looks at them: what lies in its days. `held_by` is whose sessions and flags are counted;
    None for anybody's."""

    record: Record
    since: date
    until: date
    held_by: UUID | None = None

    def _within(self, day: date) -> bool:
        return self.since <= day <= self.until

    def _counts(self, slot: Slot) -> bool:
        return self._within(slot.held_on) and self.held_by in (None, slot.clinician_id)

    @property
    def sessions(self) -> list[Slot]:
        """The sessions of these days, whatever became of them."""
        return [slot for slot in self.record.course.slots if self._counts(slot)]

    @property
    def attended(self) -> list[Slot]:
        """Those that took place."""
        return [slot for slot in self.sessions if slot.status is Status.ATTENDED]

    @property
    def rated(self) -> int:
        """In how many of them the client rated the alliance."""
        lines = [line for _, line in self.record.course.lines() if client_alliance(line)]
        numbers = {point.slot.number for line in lines for point in line.points}
        return sum(slot.number in numbers for slot in self.attended)

    @property
    def flags(self) -> list[FlagView]:
        """The flags of these days that ask for something, withdrawn ones left out."""
        return [
            flag
            for flag in self.record.flags
            if flag.tier is not Tier.NOTE
            and flag.stage is not Stage.WITHDRAWN
            and self._counts(flag.slot)
        ]

    @property
    def decided(self) -> list[ObjectiveState]:
        """Which of the objectives that were decided in these days were met, and which were missed."""
        if self.held_by and not self.sessions:
            return []  # somebody else's work so far
        judgements = [view.judgement for view in self.record.objectives if view.open]
        return [
            each.state
            for each in judgements
            if each.state in (ObjectiveState.MET, ObjectiveState.MISSED)
            if each.on is not None and self._within(each.on)
        ]

    @property
    def ended(self) -> EndedHow | None:
        """How the therapy ended, if it did in these days."""
        client = self.record.client
        within = client.ended_on is not None and self._within(client.ended_on)
        return EndedHow(client.ended_how) if within and client.ended_how and self.sessions else None

    @property
    def ended_unanswered(self) -> bool:
        """True for a client whose therapy ended in these days with a check-in that nobody had talked about, be it of
        an earlier day."""
        return bool(self.ended) and any(flag.ended_unanswered for flag in self.record.flags)

    @property
    def stopped(self) -> bool:
        """True for a client who ended the therapy in these days by not coming any more. While it goes on, for one whose
        last session of these days did not take place because of the client, with none since for four weeks and none
        ahead (design default)."""
        if self.record.ended:
            return self.ended is EndedHow.CLIENT_STOPPED
        slots = self.record.course.slots
        held = self.sessions
        ahead = any(each.held_on >= self.record.today for each in self.record.course.scheduled)
        if not held or held[-1] is not slots[-1] or ahead:
            return False
        last = slots[-1]
        missing = last.status in (Status.MISSED, Status.CANCELLED_BY_CLIENT)
        return missing and last.held_on + STOPPED <= self.record.today

    @property
    def _outcomes(self) -> list[Measure]:
        """The outcome measures that were rated, those in use first."""
        rated = [line.measure for line in self.record.course.trajectories.values()]
        measures = {m.key: m for m in (*self.record.measures, *rated) if m.kind is Kind.OUTCOME}
        return list(measures.values())

    def changes(self) -> Iterator[tuple[Measure, Change]]:
        """How each outcome of participant A stands at the last rating of these days, against its first ever."""
        for measure in self._outcomes:
            line = self.record.trajectory(measure, Rater.CLIENT)
            within = [
                p
                for p in (line.points if line else ())
                if p.scores.total is not None and self._counts(p.slot)
            ]
            if line and within:
                by = self.record.reliable_change(measure)
                change = since_first(line, within[-1], self.record.client.age_band, by)
                if change:
                    yield measure, change
