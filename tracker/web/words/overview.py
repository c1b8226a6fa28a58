"""A record's first page: what is open in a sentence, the marks of the last rated session, and how the goals stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from tracker.charts import progress, sparkline
from tracker.charts.panels import scale_of
from tracker.charts.trajectory import panel_keys
from tracker.domain.care.answers import Stage
from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.measure import Kind, Rater
from tracker.domain.measures.numbers import show, show_change
from tracker.domain.rules.change import since_first
from tracker.domain.rules.findings import Returned, Tier
from tracker.models import Participant
from tracker.services.record.flag_views import FlagThing, FlagView
from tracker.services.record.records import Record
from tracker.web.words import flags as flag_words
from tracker.web.words import start_mark as start_words
from tracker.web.words.drawings import marks, outcomes_of
from tracker.web.words.writing import ago, day

SHOWN = 14  # sessions of a small line
PAPER = sparkline.Paper(100, 24, "d-client")
MOST_WORDS = 22  # of the sentence about what is open
IN_A_GLANCE = 12  # words of a finding; where it has more it is said in short


@dataclass(frozen=True)
class MarkRow:
    """One score of the last rated session: its course as a small line, the client's mark with its change and whether it
    raised a check-in, the therapist's mark; "" for what there is not."""

    label: str
    line: str
    client: str
    change: str
    fell: bool
    therapist: str


@dataclass(frozen=True)
class Marks:
    """The marks of the last rated session on the alliance measure in use."""

    heading: str
    ends: str
    session_id: UUID
    rows: tuple[MarkRow, ...]


@dataclass(frozen=True)
class GoalLine:
    """A goal that stands: where it began and where it is, drawn and in words; no drawing where nobody said."""

    id: UUID
    wording: str
    line: str
    now: str
    words: str


def open_sentence(record: Record, thing: FlagThing | None) -> tuple[str, str]:
    """What is open and since when; and what else matters, as far as twenty-two words reach. Beside an open risk nothing
    else is said."""
    if thing and (better := _better_by_now(record, thing)):
        return better, f"No reliable improvement yet in session {thing.leader.slot.number}."
    first = f"{_open(record, thing)}." if thing else record.open_work.sentence()
    beside: list[str] = []
    if thing is None or thing.leader.tier is not Tier.RISK:
        course = [_earlier(record, thing), _outcome(record, thing)]
        if thing and thing.leader.measure.kind is Kind.OUTCOME:
            course.reverse()
        parts = [*(_with_it(thing) if thing else []), *course]
        for part in parts:
            words = len(" ".join([first, *beside, part]).split())
            if part and words <= MOST_WORDS:
                beside.append(part)
    return first, " ".join(beside)


def _better_by_now(record: Record, thing: FlagThing) -> str:
    """That an outcome which had not improved has improved by now; "" where it has not, or what is open is another."""
    if not flag_words.KINDS[thing.leader.finding.kind].not_yet or len(thing.flags) > 1:
        return ""
    said = _outcome(record, None)
    better = f"{thing.leader.measure.short} is better "
    return said.replace("since the start", "by now") if said.startswith(better) else ""


def _open(record: Record, thing: FlagThing) -> str:
    """The finding of the flag that leads, and when: "Bond fell from 8 to 5 today"."""
    line = thing.lines[0]
    leader = thing.leader
    if leader.tier is Tier.RISK and len(line) > 1:
        return f"{flag_words.course(line)}, {flag_words.states(line)}"
    days = (record.today - leader.slot.held_on).days
    when = " today" if days == 0 else f", session {leader.slot.number}, {ago(days)} ago"
    said = flag_words.finding(leader)
    short = len(said.split()) <= IN_A_GLANCE
    return f"{said if short else _named(leader, flag_words.short(leader))}{when}"


def _named(flag: FlagView, said: str) -> str:
    """What is said of a flag in short, with the outcome it is about."""
    if flag.measure.kind is Kind.OUTCOME and flag.measure.short not in said:
        return f"{flag.measure.short}: {said[0].lower()}{said[1:]}"
    return said


def _with_it(thing: FlagThing) -> list[str]:
    """What fell beside the first score, and what else the answer is about, a sentence each."""
    leader = thing.leader
    digits = leader.measure.digits
    falls = leader.finding.falls[1:] if leader.finding.by_threshold else ()
    fell = [
        f"{leader.measure.label_of(f.key)} {show(f.previous, digits)} to {show(f.now, digits)}."
        for f in falls
    ]
    start = [f"{start_words.in_short(leader).capitalize()}."] if leader.start else []
    others = [_named(line[0], flag_words.course_in_short(line)) for line in thing.lines[1:]]
    return fell + start + [f"{text}." for text in others]


def _earlier(record: Record, thing: FlagThing | None) -> str:
    """Of the earlier falls, how many came back; "" where there were none, or nobody can know yet."""
    now = {id(flag) for flag in thing.flags} if thing else set()
    fell = [f for f in record.flags if f.recovery and f.stage is not Stage.WITHDRAWN]
    earlier = [f for f in fell if id(f) not in now and f.recovery and f.recovery.seen]
    back = sum(f.recovery is not None and f.recovery.state is Returned.BACK for f in earlier)
    if not earlier or not back:
        return ""
    word = "earlier drop" if thing else "drop"
    if back == len(earlier):
        return {1: f"The {word} came back.", 2: f"Both {word}s came back."}.get(
            back, f"All {back} {word}s came back."
        )
    return f"{back} of {len(earlier)} {word}s came back."


def _outcome(record: Record, thing: FlagThing | None) -> str:
    """How the outcome rated last has changed, where the change is reliable; "by now" where what is open is about it,
    and was found earlier."""
    person = record.person(None)
    for measure in outcomes_of(record, person)[:1]:
        line = record.trajectory(measure, Rater.CLIENT, person.id)
        scored = [p for p in line.points if p.scores.total is not None] if line else []
        assert line
        by = record.reliable_change(measure)
        change = since_first(line, scored[-1], record.client.age_band, by)
        if change and change.reliable:
            way = "better" if change.gain > 0 else "worse"
            size = show(abs(change.gain), 1)
            about_it = thing is not None and thing.leader.measure.key == measure.key
            who = "By now it" if about_it else measure.short
            return f"{who} is {way} by {size} since the start."
    return ""


def marks_of(record: Record, person: Participant) -> Marks | None:
    """The marks that this person gave last, score by score; None where there are none."""
    measure = record.primary
    client = record.trajectory(measure, Rater.CLIENT, person.id) if measure else None
    if measure is None or client is None or not client.points:
        return None
    point = client.points[-1]
    therapist = record.trajectory(measure, Rater.THERAPIST)
    theirs = [p for p in therapist.points if p.slot == point.slot] if therapist else []
    fallen = fell(record, client)
    return Marks(
        heading=_heading(point.slot.held_on, record.today),
        ends=f"{show(measure.low)} to {show(measure.high)}",
        session_id=point.slot.session_id,
        rows=tuple(
            _row(client, point, key, theirs, fallen.get(key, set()))
            for key in panel_keys(client, [])
            if point.scores.of(key) is not None
        ),
    )


def _heading(on: date, today: date) -> str:
    return "Marks today" if on == today else f"Marks on {day(on)}"


def fell(record: Record, client: Trajectory) -> dict[str, set[UUID]]:
    """By score, the sessions in which it raised a check-in."""
    sessions: dict[str, set[UUID]] = {}
    for flag in record.flags:
        about = (flag.measure.key, flag.flag.participant_id)
        if about == (client.measure.key, client.participant) and _counts(flag):
            for mark in marks(flag):
                sessions.setdefault(mark.key, set()).add(mark.session_id)
    return sessions


def _counts(flag: FlagView) -> bool:
    return flag.tier is Tier.CHECK_IN and flag.stage is not Stage.WITHDRAWN


def _row(
    client: Trajectory, point: Point, key: str, theirs: Sequence[Point], fell: set[UUID]
) -> MarkRow:
    scale = scale_of(client.measure, key)
    now = point.scores.of(key)
    assert now is not None
    previous = client.previous(point, key)
    before = previous.scores.of(key) if previous else None
    slots = client.slots[-SHOWN:]
    given = {p.slot.session_id: p.scores.of(key) for p in client.points}
    values = [given.get(slot.session_id) for slot in slots]
    ringed = {n for n, slot in enumerate(slots) if slot.session_id in fell}
    their = theirs[0].scores.of(key) if theirs else None
    return MarkRow(
        label=scale.label,
        line=sparkline.render(values, scale.low, scale.high, ringed, PAPER),
        client=show(now, scale.digits),
        change=_change(now, before, scale.digits),
        fell=point.slot.session_id in fell,
        therapist="" if their is None else show(their, scale.digits),
    )


def _change(now: Fraction, before: Fraction | None, digits: int) -> str:
    return "" if before is None or before == now else show_change(now - before, digits)


def goal_lines(record: Record) -> list[GoalLine]:
    """The goals that stand, in the order of what matters most to the client."""
    lines = []
    for view in record.standing_goals:
        assert view.state
        given = [view.progress.get(slot.session_id) for slot in record.course.slots]
        values = [entry.value for entry in given if entry and entry.value is not None]
        drawn = progress.line(values[0], values[-1]) if values else ""
        now = str(values[-1]) if values else ""
        words = f"of 10, began at {values[0]}" if values else "not rated yet"
        lines.append(GoalLine(view.goal.id, view.state.wording, drawn, now, words))
    return lines
