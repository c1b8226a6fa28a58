"""The rows of a report, from the clients that it is about."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from fractions import Fraction
from uuid import UUID

from tracker.clock import local_date
from tracker.domain.care.answers import Addressed, Answer
from tracker.domain.care.objectives import ObjectiveState
from tracker.domain.care.treatment import EndedHow
from tracker.domain.measures.measure import Measure
from tracker.domain.rules.change import Category, Change
from tracker.domain.rules.findings import FlagKind, Returned, Tier
from tracker.domain.supervision.reports import ReportPart, ReportRow, effect, middle, nested
from tracker.domain.supervision.small_cells import (
    Cell,
    Tally,
    TellableCells,
    parts,
    share,
    whole_or_nothing,
)
from tracker.services.record.flag_views import FlagView
from tracker.services.reports.cases import Seen

IN_SESSION = (Addressed.YES, Addressed.RECORDED_LATER)
BURDEN = (Answer.EXPLAINED, Answer.ENTERED_WRONGLY)
STRENGTHS = (1, 2, 3)
OfClients = dict[UUID, Change]


def rows_of(seen: Sequence[Seen], telling: TellableCells) -> list[ReportRow]:
    """All rows, with what may not be told hidden in them."""
    return [
        *_sessions(seen, telling),
        *_flags(seen, telling),
        *_answers(seen, telling),
        *_objectives(seen, telling),
        *_outcomes(seen, telling),
        *_ended(seen, telling),
        *_stopped(seen, telling),
    ]


def _tally(seen: Sequence[Seen], count: Callable[[Seen], int]) -> Tally:
    """How many of it each client has."""
    return Counter({each.record.client.id: count(each) for each in seen})


def _of(flags: Sequence[FlagView]) -> Tally:
    return Counter(flag.flag.client_id for flag in flags)


def _sessions(seen: Sequence[Seen], telling: TellableCells) -> Iterator[ReportRow]:
    attended = _tally(seen, lambda each: len(each.attended))
    clients = _tally(seen, lambda each: bool(each.sessions))
    yield ReportRow(ReportPart.SESSIONS, "clients", parts([clients], telling)[1])
    n, of = share(_tally(seen, lambda each: each.rated), attended, telling)
    yield ReportRow(ReportPart.SESSIONS, "rated", n, of)


def _flags(seen: Sequence[Seen], telling: TellableCells) -> Iterator[ReportRow]:
    """By kind; and drops by strength, unless how many drops there are is hidden."""
    flags = [flag for each in seen for flag in each.flags]
    by_kind = {kind: [f for f in flags if f.finding.kind is kind] for kind in FlagKind}
    by_kind = {kind: of_kind for kind, of_kind in by_kind.items() if of_kind}
    cells, total = parts([_of(of_kind) for of_kind in by_kind.values()], telling)
    for kind, cell in zip(by_kind, cells, strict=True):
        yield ReportRow(ReportPart.FLAGS, "kind", cell, about=kind.value)
    yield ReportRow(ReportPart.FLAGS, "all", total)
    told = dict(zip(by_kind, cells, strict=True)).get(FlagKind.DROP, Cell(0))
    if told.hidden:
        return
    drops = by_kind.get(FlagKind.DROP, [])
    strong = [_of([f for f in drops if f.finding.strength == each]) for each in STRENGTHS]
    for strength, cell in zip(STRENGTHS, whole_or_nothing(strong, telling), strict=True):
        yield ReportRow(ReportPart.STRENGTH, "strength", cell, about=str(strength))


def _answers(seen: Sequence[Seen], telling: TellableCells) -> Iterator[ReportRow]:
    """What became of check-ins. Where small cells are hidden it is of drops alone, as many as the kinds tell; of
    nothing where these are hidden."""
    hides = bool(telling.apart)
    flags = [flag for each in seen for flag in each.flags if flag.tier is Tier.CHECK_IN]
    if hides:
        flags = [flag for flag in flags if flag.finding.kind is FlagKind.DROP]
        told = [row.n for row in _flags(seen, telling) if row.about == FlagKind.DROP]
        if not told or told[0].hidden:
            return
    after = [flag for flag in flags if flag.addressed is Addressed.RATED_AFTER]
    in_session = _of([flag for flag in flags if flag.addressed in IN_SESSION])
    whole = _of(flags)
    yield ReportRow(
        ReportPart.ANSWERS, "in_session", *nested(in_session, whole - _of(after), whole, telling)
    )
    if not hides:
        yield ReportRow(ReportPart.ANSWERS, "after", Cell(len(after)))
    answered = [flag for flag in flags if flag.answers]
    burden = _of([flag for flag in answered if Answer(flag.answers[-1].answer) in BURDEN])
    n, of = nested(burden, _of(answered), whole, telling)
    if telling.small(_of(answered) - in_session):
        n = of = Cell(None)  # those in the session are among the answered
    yield ReportRow(ReportPart.ANSWERS, "burden", n, of)
    yield _back(flags, telling)
    yield from _worked_out(seen, answered, len(flags), telling)


def _worked_out(
    seen: Sequence[Seen], answered: Sequence[FlagView], whole: int, telling: TellableCells
) -> Iterator[ReportRow]:
    zone = seen[0].record.time_zone if seen else "UTC"
    days = [_days(flag, zone) for flag in answered]
    if telling.enough(_of(answered)):
        count = Cell(None if telling.apart else len(days))
        yield ReportRow(ReportPart.ANSWERS, "days", count, None, middle(days))
    attended = _tally(seen, lambda each: len(each.attended))
    if telling.enough(attended):
        sessions = attended.total()
        yield ReportRow(
            ReportPart.ANSWERS, "per_100", Cell(sessions), None, Fraction(100 * whole, sessions)
        )


def _back(flags: Sequence[FlagView], telling: TellableCells) -> ReportRow:
    states = [(flag, flag.recovery.state) for flag in flags if flag.recovery]
    decided = [(flag, state) for flag, state in states if state is not Returned.NOT_YET]
    back = _of([flag for flag, state in decided if state is Returned.BACK])
    of = _of([flag for flag, _ in decided])
    whole = _of([flag for flag, _ in states])
    return ReportRow(ReportPart.ANSWERS, "back", *nested(back, of, whole, telling))


def _days(flag: FlagView, zone: str) -> int:
    """From the session to the first answer that counts."""
    return max((local_date(flag.answers[0].recorded_at, zone) - flag.slot.held_on).days, 0)


def _objectives(seen: Sequence[Seen], telling: TellableCells) -> Iterator[ReportRow]:
    met = _tally(seen, lambda each: each.decided.count(ObjectiveState.MET))
    decided = _tally(seen, lambda each: len(each.decided))
    yield ReportRow(ReportPart.OBJECTIVES, "met", *share(met, decided, telling))


def _outcomes(seen: Sequence[Seen], telling: TellableCells) -> Iterator[ReportRow]:
    by_measure: dict[tuple[str, int], tuple[Measure, OfClients]] = {}  # versions scored alike
    for each in seen:
        for measure, change in each.changes():
            place = (measure.key, each.record.course.known.scored_as(measure))
            by_measure.setdefault(place, (measure, {}))[1][each.record.client.id] = change
    keys = [key for key, _ in by_measure]
    clients = _tally(seen, lambda each: bool(each.sessions))
    yield from _unpublished(by_measure.values(), clients, telling)
    for measure, changes in by_measure.values():
        rated: Tally = Counter(changes.keys())
        judged: Tally = Counter(client for client, change in changes.items() if _told(change))
        if any(telling.small(rest) for rest in (clients - judged, clients - rated, rated - judged)):
            continue  # how many are left out could be worked out
        version = f", version {measure.version}" if keys.count(measure.key) > 1 else ""
        yield from _outcome(measure, measure.short + version, changes, telling)


def _unpublished(
    by_measure: Collection[tuple[Measure, OfClients]], clients: Tally, telling: TellableCells
) -> Iterator[ReportRow]:
    """How many of the clients with an outcome have none that a published reliable change judges; nothing where a small
    number could be worked out from it and the other rows."""
    rated: Tally = Counter({client: 1 for _, changes in by_measure for client in changes})
    judged: Tally = Counter(
        {c: 1 for _, changes in by_measure for c, change in changes.items() if change.published}
    )
    rest = [clients - rated, rated - judged, judged]
    for _, changes in by_measure:
        rest.append(rated - Counter(changes.keys()))
        rest.append(judged - Counter(c for c, change in changes.items() if _told(change)))
    if rated and not any(telling.small(each) for each in rest):
        yield ReportRow(ReportPart.OUTCOMES, "unpublished", *share(rated - judged, rated, telling))


def _told(change: Change) -> Category | None:
    """The category that a report tells: by a published reliable change alone."""
    return change.category if change.published else None


def _outcome(
    measure: Measure, name: str, changes: OfClients, telling: TellableCells
) -> Iterator[ReportRow]:
    by_category: list[Tally] = [
        Counter(client for client, change in changes.items() if _told(change) is category)
        for category in Category
    ]
    cells, total = parts(by_category, telling)
    if any(by_category):  # of a measure that publishes what it takes
        for category, cell in zip(Category, cells, strict=True):
            yield ReportRow(ReportPart.OUTCOMES, category.value, cell, total, about=name)
    of = list(changes.values())
    first = [c.first.scores.total for c in of if c.first.scores.total is not None]
    last = [c.latest.scores.total for c in of if c.latest.scores.total is not None]
    size = effect(first, last, measure.better)
    if size is not None and telling.enough(Counter(changes.keys())):
        told = Cell(None if telling.apart and total.hidden else len(of))
        yield ReportRow(ReportPart.OUTCOMES, "effect", told, None, size, name)


def _ended(seen: Sequence[Seen], telling: TellableCells) -> Iterator[ReportRow]:
    """How many therapies ended, and in how many of these a check-in was never talked about; how they ended where
    nothing is hidden."""
    clients = _tally(seen, lambda each: bool(each.sessions))
    ended = _tally(seen, lambda each: bool(each.ended))
    left = _tally(seen, lambda each: each.ended_unanswered)
    yield ReportRow(ReportPart.ENDED, "ended", *share(ended, clients, telling))
    if not telling.apart:
        how = Counter(each.ended for each in seen if each.ended)
        yield from (
            ReportRow(ReportPart.ENDED, "how", Cell(how[each]), about=each.value)
            for each in EndedHow
            if how[each]
        )
    yield ReportRow(ReportPart.ENDED, "unanswered", *nested(left, ended, clients, telling))


def _stopped(seen: Sequence[Seen], telling: TellableCells) -> Iterator[ReportRow]:
    clients = _tally(seen, lambda each: bool(each.sessions))
    stopped = _tally(seen, lambda each: bool(each.sessions) and each.stopped)
    yield ReportRow(ReportPart.STOPPED, "stopped", *share(stopped, clients, telling))
