"""The questions of supervision, answered with a caseload's own numbers, and the clients behind each of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from statistics import median
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.care.answers import Addressed, Stage
from tracker.domain.care.moves_counted import MovesCounted, counted_moves
from tracker.domain.care.open_work import OpenWork
from tracker.domain.course.sessions import NoRating
from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Kind, Rater
from tracker.domain.measures.scoring import is_strong
from tracker.domain.people.access import Actor
from tracker.domain.rules.change import Change, since_first
from tracker.domain.rules.findings import FlagKind, Returned
from tracker.domain.supervision.questions import (
    APART,
    DECLINES,
    ENOUGH,
    FEW,
    TENS,
    SupervisionQuestion,
)
from tracker.models import Client, User
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.record.records import Record, RecordPart, clients_of, records_of
from tracker.services.record.strain_views import strains_of

LOOKED_AT = (
    RecordPart.FLAGS
    | RecordPart.REPAIRS
    | RecordPart.GOALS
    | RecordPart.ADAPTATIONS
    | RecordPart.ESTIMATES
)


@dataclass(frozen=True)
class ClientAnswer:
    """One client behind an answer, with the numbers by name."""

    client: Client
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Answered:
    """A question with its answer: counts as "n of m" by name, and the clients behind them, those it is about first.

    `groups`: for what is compared between settings or formats, rows of (name, number of clients, median by component).
    """

    question: SupervisionQuestion
    clinician: User
    treats: bool
    counts: Mapping[str, tuple[int, int]]
    lines: tuple[ClientAnswer, ...]
    groups: tuple[tuple[str, int, Mapping[str, Fraction]], ...]
    open_flags: OpenWork  # things to answer of the whole caseload, whatever the question is about
    moves: MovesCounted | None  # what was done about strains, where the question asks for it


@dataclass(frozen=True)
class QuestionAnswer:
    """What one question makes of the records: the counts, and a line for each client it is about."""

    counts: Mapping[str, tuple[int, int]]
    lines: list[ClientAnswer] = field(default_factory=list)
    groups: tuple[Any, ...] = ()
    moves: MovesCounted | None = None


def answer_question(
    db: Session, actor: Actor, clinician_id: UUID, question: SupervisionQuestion, *, now: datetime
) -> Answered:
    """The answer, for the clinician themselves, whoever covers for them, or a supervisor of theirs."""
    day = today(db, now)
    own = permissions.may_read_caseload(db, actor, clinician_id, day).treats
    records = records_of(db, clients_of(db, [clinician_id]), LOOKED_AT, now=now)
    answer = ASKED[question](records, day)
    clinician = db.get_one(User, clinician_id)
    counts = MappingProxyType(dict(answer.counts))
    still_open = sum((record.open_flags for record in records), OpenWork())
    lines = tuple(answer.lines)
    groups = tuple(answer.groups)
    return Answered(question, clinician, own, counts, lines, groups, still_open, answer.moves)


def _whose_rating(records: list[Record], _: date) -> QuestionAnswer:
    lines = []
    alone = 0
    apart = 0
    both = 0
    for record in records:
        mine = _totals(record, Rater.THERAPIST)
        theirs = _totals(record, Rater.CLIENT)
        gaps = [theirs[number] - mine[number] for number in sorted(mine.keys() & theirs.keys())]
        strains = strains_of(record)
        if not (mine or theirs or strains):
            continue
        gap = Fraction(median(gaps)) if gaps else None
        alone += bool(mine) and not theirs
        both += bool(gaps)
        apart += gap is not None and abs(gap) >= APART
        values = {"by_client": len(theirs), "by_therapist": len(mine), "both": len(gaps)}
        shown = {"gap": gap, "digits": _digits(record), "strains": strains}
        lines.append(ClientAnswer(record.client, values | shown))
    lines.sort(key=lambda line: (line.values["by_client"] > 0, -abs(line.values["gap"] or 0)))
    rated = sum(bool(line.values["by_client"] or line.values["by_therapist"]) for line in lines)
    return QuestionAnswer({"alone": (alone, rated), "apart": (apart, both)}, lines)


def _rated(record: Record, rater: Rater) -> list[Point]:
    """The ratings on the primary alliance measure that come to a total, in order."""
    line = record.of_primary(rater)
    return [p for p in line.points if p.scores.total is not None] if line else []


def _outcome(record: Record) -> tuple[Trajectory, Change] | None:
    """The first outcome measure in use that publishes what it takes to judge a change, with that change."""
    for measure in record.measures:
        line = record.trajectory(measure, Rater.CLIENT) if measure.kind is Kind.OUTCOME else None
        scored = [p for p in line.points if p.scores.of(TOTAL) is not None] if line else []
        if line and scored:
            by = record.reliable_change(measure)
            change = since_first(line, scored[-1], record.client.age_band, by)
            if change and change.published:
                return line, change
    return None


def _totals(record: Record, rater: Rater) -> dict[int, Fraction]:
    """The totals of a rater by session number."""
    points = _rated(record, rater)
    return {p.slot.number: p.scores.total for p in points if p.scores.total is not None}


def _digits(record: Record) -> int:
    return record.primary.digits if record.primary else 0


def _flags(record: Record, *kinds: FlagKind) -> int:
    held = [f for f in record.flags if f.stage is not Stage.WITHDRAWN]
    return sum(flag.finding.kind in kinds for flag in held)


def _strong(record: Record) -> bool | None:
    """Whether the alliance, as the client last rated it, is strong; None without a rating."""
    totals = _rated(record, Rater.CLIENT)
    measure = record.primary
    return is_strong(measure, totals[-1].scores.total) if totals and measure else None


def _pleasant(records: list[Record], _: date) -> QuestionAnswer:
    lines = []
    top = [0, 0]
    unchanged = [0, 0]
    quiet = [0, 0]
    for record in records:
        ceiling = _flags(record, FlagKind.CEILING, FlagKind.FLAT)
        silent = _flags(record, FlagKind.NOTHING_VOICED)
        outcome = _outcome(record)
        strong = _strong(record)
        still = bool(strong and outcome and not outcome[1].reliable)
        observed = sum(bool(slot.observed) for slot in record.attended)
        for count, asked, said in (
            (top, len(_rated(record, Rater.CLIENT)) >= TENS, ceiling > 0),
            (unchanged, bool(strong and outcome), still),
            (quiet, observed > 1, silent > 0),
        ):
            count[0] += asked and said
            count[1] += asked
        if ceiling or still or silent:
            values = {"ceiling": ceiling, "unchanged": still, "quiet": silent}
            lines.append(ClientAnswer(record.client, values))
    counts = {"ceiling": top, "unchanged": unchanged, "quiet": quiet}
    return QuestionAnswer({name: (n, of) for name, (n, of) in counts.items()}, lines)


def _components(record: Record) -> dict[str, Fraction]:
    """The components of the last rating by the client, those that it has."""
    totals = _rated(record, Rater.CLIENT)
    measure = record.primary
    if not totals or not measure:
        return {}
    scores = totals[-1].scores
    return {p.key: value for p in measure.components if (value := scores.of(p.key)) is not None}


def _co_written(records: list[Record], _: date) -> QuestionAnswer:
    lines = []
    without = 0
    low = 0
    known = 0
    for record in records:
        standing = [view.state for view in record.standing_goals if view.state]
        endorsed = sum(goal.endorsed is not None for goal in standing)
        parts = _components(record)
        bond = parts.get("bond")
        others = [parts[key] for key in ("goals", "tasks") if key in parts]
        below = bond is not None and any(bond - other >= APART for other in others)
        without += endorsed == 0
        low += below
        known += bond is not None and bool(others)
        if endorsed == 0 or below:
            marks = {f"{key}_mark": parts.get(key) for key in ("bond", "goals", "tasks")}
            numbers = {"goals": len(standing), "endorsed": endorsed, "digits": _digits(record)}
            lines.append(ClientAnswer(record.client, numbers | marks))
    return QuestionAnswer({"without": (without, len(records)), "low": (low, known)}, lines)


def _addressed(records: list[Record], _: date) -> QuestionAnswer:
    lines = []
    total = dict.fromkeys(("drops", "in_session", "after", "back", "decided"), 0)
    for record in records:
        held = [f for f in record.flags if f.finding.kind is FlagKind.DROP]
        drops = [f for f in held if f.stage is not Stage.WITHDRAWN]
        if not drops:
            continue
        states = [f.recovery.state for f in drops if f.recovery]
        how = [flag.addressed for flag in drops]
        values = {
            "drops": len(drops),
            "in_session": sum(a in (Addressed.YES, Addressed.RECORDED_LATER) for a in how),
            "later": sum(a in (Addressed.LATER, Addressed.PLANNED) for a in how),
            "after": how.count(Addressed.RATED_AFTER),
            "open": sum(flag.unanswered for flag in drops),
            "back": states.count(Returned.BACK),
            "decided": states.count(Returned.BACK) + states.count(Returned.NOT_BACK),
        }
        for name in total:
            total[name] += values[name]
        lines.append(ClientAnswer(record.client, values))
    lines.sort(key=lambda line: -line.values["open"])
    in_session = (total["in_session"], total["drops"] - total["after"])
    counts = {"in_session": in_session, "back": (total["back"], total["decided"])}
    return QuestionAnswer(counts, lines, moves=_moves(records))


def _moves(records: list[Record]) -> MovesCounted:
    """What was done in the repairs of these clients, and where these stand."""
    return counted_moves(
        (repair.stage, [move for talk in repair.talks for move in talk.moves])
        for record in records
        for repair in record.repairs
    )


def _adapting(records: list[Record], day: date) -> QuestionAnswer:
    lines = []
    none = 0
    for record in records:
        values = {
            "adaptations": len(record.adaptations),
            "months": _months(record.client.starts_on, day),
            "last": max((a.happened_on for a in record.adaptations), default=None),
        }
        none += not record.adaptations
        lines.append(ClientAnswer(record.client, values))
    lines.sort(key=lambda line: line.values["adaptations"])
    return QuestionAnswer({"none": (none, len(records))}, lines, tuple(_groups(records)))


def _months(since: date, day: date) -> int:
    """How many months have begun since then."""
    return max((day.year - since.year) * 12 + day.month - since.month + 1, 1)


def _groups(records: list[Record]) -> list[tuple[str, int, Mapping[str, Fraction]]]:
    """The median of each component of the last ratings, by setting and by format, on one measure: the one that most of
    the clients have."""
    keys = [record.primary.key for record in records if record.primary]
    usual = max(set(keys), key=keys.count, default=None)
    same = [record for record in records if record.primary and record.primary.key == usual]
    groups: list[tuple[str, int, Mapping[str, Fraction]]] = []
    for name in ("usual_setting", "format"):
        for value in sorted({getattr(record.client, name) for record in same}):
            parts = [_components(c) for c in same if getattr(c.client, name) == value]
            rated = [each for each in parts if each]
            middle = {
                key: Fraction(median([each[key] for each in rated if key in each]))
                for key in dict.fromkeys(key for each in rated for key in each)
            }
            groups.append((value, len(rated), middle))
    return groups


def _silent(records: list[Record], _: date) -> QuestionAnswer:
    lines = []
    tens = 0
    few = 0
    declined = 0
    for record in records:
        attended = len(record.attended)
        points = _rated(record, Rater.CLIENT)
        rated = len({point.slot.number for point in points})
        said_no = sum(slot.no_rating is NoRating.DECLINED for slot in record.attended)
        at_top = len(points) >= TENS and _flags(record, FlagKind.CEILING) > 0
        seldom = attended >= ENOUGH and rated < FEW * attended
        tens = tens + at_top
        few = few + seldom
        declined = declined + (said_no >= DECLINES)
        if at_top or seldom or said_no >= DECLINES:
            values = {"attended": attended, "rated": rated, "declined": said_no, "top": at_top}
            lines.append(ClientAnswer(record.client, values))
    of = len(records)
    return QuestionAnswer({"top": (tens, of), "few": (few, of), "declined": (declined, of)}, lines)


def _both(records: list[Record], _: date) -> QuestionAnswer:
    lines = []
    judged = 0
    for record in records:
        outcome = _outcome(record)
        if not _strong(record) or outcome is None:
            continue
        line, change = outcome
        judged += 1
        if not change.reliable or change.gain < 0:
            totals = _rated(record, Rater.CLIENT)
            values = {
                "alliance": totals[-1].scores.total,
                "digits": _digits(record),
                "measure": line.measure.short,
                "first": change.first.scores.total,
                "now": change.latest.scores.total,
                "gain": change.gain,
                "outcome_digits": line.measure.digits,
            }
            lines.append(ClientAnswer(record.client, values))
    return QuestionAnswer({"still": (len(lines), judged)}, lines)


ASKED: dict[SupervisionQuestion, Callable[[list[Record], date], QuestionAnswer]] = {
    SupervisionQuestion.WHOSE_RATING: _whose_rating,
    SupervisionQuestion.PLEASANT: _pleasant,
    SupervisionQuestion.CO_WRITTEN: _co_written,
    SupervisionQuestion.ADDRESSED: _addressed,
    SupervisionQuestion.ADAPTING: _adapting,
    SupervisionQuestion.SILENT: _silent,
    SupervisionQuestion.BOTH: _both,
}
