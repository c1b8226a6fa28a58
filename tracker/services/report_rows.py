"""The rows of a report, from the clients that it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.clock import local_date
from tracker.domain.answers import Addressed, Answer, Stage
from tracker.domain.change import Category, Change, since_first
from tracker.domain.findings import FlagKind, Tier
from tracker.domain.measures import Measure, Rater
from tracker.domain.objectives import ObjectiveState
from tracker.domain.repair import Returned
from tracker.domain.reports import STOPPED, Part, Row, effect, middle, nested
from tracker.domain.sessions import Status
from tracker.domain.slow_rules import client_alliance
from tracker.domain.small_cells import LEAST, Cell, parts, share, whole_or_nothing
from tracker.domain.trajectory import Slot
from tracker.services.caseload_cases import Case
from tracker.services.flag_views import FlagView
from tracker.services.objective_views import ObjectiveView

IN_SESSION = (Addressed.YES, Addressed.RECORDED_LATER)
BURDEN = (Answer.EXPLAINED, Answer.ENTERED_WRONGLY)
STRENGTHS = (1, 2, 3)


@dataclass(frozen=True)
class Seen:
    """One client as a report looks at them: what lies in its days."""

    case: Case
    objectives: tuple[ObjectiveView, ...]
    since: date
    until: date
    today: date
    zone: str

    def _within(self, day: date) -> bool:
        return self.since <= day <= self.until

    @property
    def sessions(self) -> list[Slot]:
        """The sessions of these days, whatever became of them."""
        return [slot for slot in self.case.course.slots if self._within(slot.held_on)]

    @property
    def attended(self) -> list[Slot]:
        """Those that took place."""
        return [slot for slot in self.sessions if slot.status is Status.ATTENDED]

    @property
    def rated(self) -> int:
        """In how many of them the client rated the alliance."""
        lines = [line for _, line in self.case.course.lines() if client_alliance(line)]
        numbers = {point.slot.number for line in lines for point in line.points}
        return sum(slot.number in numbers for slot in self.attended)

    @property
    def flags(self) -> list[FlagView]:
        """The flags of these days that ask for something, withdrawn ones left out."""
        return [
            flag
            for flag in self.case.flags
            if flag.tier is not Tier.NOTE
            and flag.stage is not Stage.WITHDRAWN
            and self._within(flag.slot.held_on)
        ]

    @property
    def decided(self) -> list[ObjectiveState]:
        """Which of the objectives that were decided in these days were met, and which were missed."""
        found = [view.judgement for view in self.objectives if view.open]
        return [
            each.state
            for each in found
            if each.state in (ObjectiveState.MET, ObjectiveState.MISSED)
            if each.on is not None and self._within(each.on)
        ]

    @property
    def stopped(self) -> bool:
        """True for a client whose last session of these days did not take place because of the client, with none since
        for four weeks and none ahead (design default)."""
        slots, held = self.case.course.slots, self.sessions
        ahead = any(each.held_on >= self.today for each in self.case.course.scheduled)
        if not held or held[-1] is not slots[-1] or ahead:
            return False
        last = slots[-1]
        missing = last.status in (Status.MISSED, Status.CANCELLED_BY_CLIENT)
        return missing and last.held_on + STOPPED <= self.today

    def changes(self) -> Iterator[tuple[Measure, Change]]:
        """How each outcome of participant A stands at the last rating of these days, against its first ever."""
        for measure in self.case.outcomes:
            line = self.case.line(measure, Rater.CLIENT)
            within = [
                p
                for p in (line.points if line else ())
                if p.scores.total is not None and self._within(p.slot.held_on)
            ]
            if line and within:
                found = since_first(line, within[-1], self.case.client.age_band)
                if found:
                    yield measure, found


def rows_of(seen: Sequence[Seen], *, open_to_all: bool) -> list[Row]:
    """All rows. Unless everything may be told, small cells are hidden in them."""
    return [
        *_sessions(seen, open_to_all),
        *_flags(seen, open_to_all),
        *_answers(seen, open_to_all),
        *_objectives(seen, open_to_all),
        *_outcomes(seen, open_to_all),
        *_stopped(seen, open_to_all),
    ]


def _share(n: int, of: int, open_to_all: bool) -> tuple[Cell, Cell]:
    return (Cell(n), Cell(of)) if open_to_all else share(n, of)


def _parts(counts: Sequence[int], open_to_all: bool) -> tuple[list[Cell], Cell]:
    if open_to_all:
        return [Cell(count) for count in counts], Cell(sum(counts))
    return parts(counts)


def _enough(count: int, open_to_all: bool) -> bool:
    """True when so many are enough for a number that was worked out from them."""
    return count > 0 and (open_to_all or count >= LEAST)


def _sessions(seen: Sequence[Seen], open_to_all: bool) -> Iterator[Row]:
    attended = sum(len(each.attended) for each in seen)
    clients = sum(bool(each.sessions) for each in seen)
    yield Row(Part.SESSIONS, "clients", _parts([clients], open_to_all)[1])
    n, of = _share(sum(each.rated for each in seen), attended, open_to_all)
    yield Row(Part.SESSIONS, "rated", n, of)


def _flags(seen: Sequence[Seen], open_to_all: bool) -> Iterator[Row]:
    """By kind; and drops by strength, unless how many drops there are is hidden."""
    flags = [flag for each in seen for flag in each.flags]
    kinds = [kind for kind in FlagKind if any(f.finding.kind is kind for f in flags)]
    counts = [sum(f.finding.kind is kind for f in flags) for kind in kinds]
    cells, total = _parts(counts, open_to_all)
    for kind, cell in zip(kinds, cells, strict=True):
        yield Row(Part.FLAGS, "kind", cell, about=kind.value)
    yield Row(Part.FLAGS, "all", total)
    told = dict(zip(kinds, cells, strict=True)).get(FlagKind.DROP, Cell(0))
    if told.hidden:
        return
    drops = [flag for flag in flags if flag.finding.kind is FlagKind.DROP]
    counts = [sum(f.finding.strength == strength for f in drops) for strength in STRENGTHS]
    cells = [Cell(count) for count in counts] if open_to_all else whole_or_nothing(counts)
    for strength, cell in zip(STRENGTHS, cells, strict=True):
        yield Row(Part.STRENGTH, "strength", cell, about=str(strength))


def _answers(seen: Sequence[Seen], open_to_all: bool) -> Iterator[Row]:
    """What became of check-ins. Where small cells are hidden it is of drops alone, as many as the kinds tell; of
    nothing where these are hidden."""
    flags = [flag for each in seen for flag in each.flags if flag.tier is Tier.CHECK_IN]
    if not open_to_all:
        flags = [flag for flag in flags if flag.finding.kind is FlagKind.DROP]
        told = [row.n for row in _flags(seen, open_to_all) if row.about == FlagKind.DROP]
        if not told or told[0].hidden:
            return
    after = sum(flag.addressed is Addressed.RATED_AFTER for flag in flags)
    in_session = sum(flag.addressed in IN_SESSION for flag in flags)
    whole = len(flags)
    n, of = nested(in_session, whole - after, whole, open_to_all=open_to_all)
    yield Row(Part.ANSWERS, "in_session", n, of)
    if open_to_all:
        yield Row(Part.ANSWERS, "after", Cell(after))
    answered = [flag for flag in flags if flag.answers]
    burden = sum(Answer(flag.answers[-1].answer) in BURDEN for flag in answered)
    n, of = nested(burden, len(answered), whole, open_to_all=open_to_all)
    if not open_to_all and 0 < len(answered) - in_session < LEAST:
        n = of = Cell(None)  # those in the session are among the answered
    yield Row(Part.ANSWERS, "burden", n, of)
    yield _back(flags, open_to_all)
    yield from _worked_out(seen, answered, whole, open_to_all)


def _worked_out(
    seen: Sequence[Seen], answered: Sequence[FlagView], whole: int, open_to_all: bool
) -> Iterator[Row]:
    zone = seen[0].zone if seen else "UTC"
    days = [_days(flag, zone) for flag in answered]
    if _enough(len(days), open_to_all):
        count = Cell(len(days) if open_to_all else None)
        yield Row(Part.ANSWERS, "days", count, None, middle(days))
    sessions = sum(len(each.attended) for each in seen)
    if _enough(sessions, open_to_all):
        yield Row(Part.ANSWERS, "per_100", Cell(sessions), None, Fraction(100 * whole, sessions))


def _back(flags: Sequence[FlagView], open_to_all: bool) -> Row:
    states = [flag.recovery.state for flag in flags if flag.recovery]
    decided = [state for state in states if state is not Returned.NOT_YET]
    back = decided.count(Returned.BACK)
    n, of = nested(back, len(decided), len(states), open_to_all=open_to_all)
    return Row(Part.ANSWERS, "back", n, of)


def _days(flag: FlagView, zone: str) -> int:
    """From the session to the first answer that counts."""
    return max((local_date(flag.answers[0].recorded_at, zone) - flag.slot.held_on).days, 0)


def _objectives(seen: Sequence[Seen], open_to_all: bool) -> Iterator[Row]:
    states = [state for each in seen for state in each.decided]
    n, of = _share(states.count(ObjectiveState.MET), len(states), open_to_all)
    yield Row(Part.OBJECTIVES, "met", n, of)


def _outcomes(seen: Sequence[Seen], open_to_all: bool) -> Iterator[Row]:
    found: dict[str, tuple[Measure, list[Change]]] = {}
    for each in seen:
        for measure, change in each.changes():
            found.setdefault(measure.key, (measure, []))[1].append(change)
    clients = sum(bool(each.sessions) for each in seen)
    for measure, changes in found.values():
        judged = [change.category for change in changes if change.category]
        rest = (clients - len(judged), clients - len(changes), len(changes) - len(judged))
        if not open_to_all and any(0 < left < LEAST for left in rest):
            continue  # how many are left out could be worked out
        yield from _outcome(measure, changes, judged, open_to_all)


def _outcome(
    measure: Measure, changes: list[Change], judged: list[Category], open_to_all: bool
) -> Iterator[Row]:
    cells, total = _parts([judged.count(category) for category in Category], open_to_all)
    if judged:  # of a measure that publishes what it takes
        for category, cell in zip(Category, cells, strict=True):
            yield Row(Part.OUTCOMES, category.value, cell, total, about=measure.short)
    first = [c.first.scores.total for c in changes if c.first.scores.total is not None]
    last = [c.latest.scores.total for c in changes if c.latest.scores.total is not None]
    size = effect(first, last, measure.better)
    if size is not None and _enough(len(changes), open_to_all):
        told = Cell(len(changes)) if open_to_all or not total.hidden else Cell(None)
        yield Row(Part.OUTCOMES, "effect", told, None, size, measure.short)


def _stopped(seen: Sequence[Seen], open_to_all: bool) -> Iterator[Row]:
    clients = [each for each in seen if each.sessions]
    n, of = _share(sum(each.stopped for each in clients), len(clients), open_to_all)
    yield Row(Part.STOPPED, "stopped", n, of)
