"""A summary for the next clinician: one page, from what was recorded and nothing else."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from tracker.domain.care.answers import Move, Stage
from tracker.domain.care.goals import GoalStage
from tracker.domain.care.objectives import ObjectiveState
from tracker.domain.care.repair_work import RepairStage
from tracker.domain.course.clients import AgeBand, Format
from tracker.domain.course.sessions import Status, long_date
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.rules.findings import Tier
from tracker.services.record.flag_views import FlagView
from tracker.services.record.records import Record
from tracker.services.record.strain_views import strains_of
from tracker.web.words import change as change_words
from tracker.web.words import flags as flag_words
from tracker.web.words import general as words
from tracker.web.words import goals as goal_words
from tracker.web.words import measures as measure_words
from tracker.web.words import objectives as objective_words
from tracker.web.words import repairs as repair_words
from tracker.web.words import strains as strain_words
from tracker.web.words import treatment as treatment_words
from tracker.web.words import versions as version_words

LATEST = 8  # so many check-ins, sessions with tension and adaptations are named


@dataclass(frozen=True)
class HandoffPart:
    """A heading and its lines."""

    heading: str
    lines: tuple[str, ...]


def summary(record: Record, held_by: Sequence[tuple[str, int, int]]) -> tuple[HandoffPart, ...]:
    """Course, measures, the alliance with its repairs, what helps, what is open, goals, adaptations; a part without
    anything in it says so. `held_by` says who held which sessions."""
    parts = (
        ("Course", _course(record, held_by)),
        ("Measures", _measures(record)),
        ("Alliance, and what became of its strains", _alliance(record)),
        ("What helps", _helps(record)),
        ("What is open", _open(record)),
        ("Goals", _goals(record)),
        ("Objectives", _objectives(record)),
        ("Adaptations", _adaptations(record)),
    )
    return tuple(
        HandoffPart(heading, tuple(lines) or ("Nothing recorded.",)) for heading, lines in parts
    )


def closing(
    record: Record, held_by: Sequence[tuple[str, int, int]], last_words: str
) -> tuple[HandoffPart, ...]:
    """The summary of a therapy that has ended: its course, what changed, what became of strains, what helped, what was
    aimed at, and last words; a part without anything in it is left out."""
    parts = (
        ("Course", _course(record, held_by)),
        ("What changed", _measures(record)),
        ("Alliance, and what became of its strains", _alliance(record)),
        ("What helped", _helps(record)),
        ("Goals", _goals(record)),
        ("Objectives", _objectives(record)),
        ("Last words", [last_words] if last_words else []),
    )
    return tuple(HandoffPart(heading, tuple(lines)) for heading, lines in parts if lines)


def as_text(title: str, record: Record, parts: tuple[HandoffPart, ...]) -> str:
    """The same as plain text, to be pasted."""
    head = f"{title}, {record.client.code}, {long_date(record.today)}"
    blocks = [head] + ["\n".join((p.heading, *(f"- {line}" for line in p.lines))) for p in parts]
    return "\n\n".join(blocks)


def _with(record: Record, held_by: Sequence[tuple[str, int, int]]) -> str:
    """With whom: "with A", or "sessions 1 to 6 with A, session 7 with B; now with B"."""
    now = f"with {record.clinician.name}"
    if {name for name, _, _ in held_by} <= {record.clinician.name}:
        return now
    runs = [
        f"{f'session {first}' if first == last else f'sessions {first} to {last}'} with {name}"
        for name, first, last in held_by
    ]
    return f"{', '.join(runs)}; now {now}"


def _course(record: Record, held_by: Sequence[tuple[str, int, int]]) -> list[str]:
    client = record.client
    slots = record.course.slots
    form = words.FORMAT[Format(client.format)]
    age = words.AGE_BAND[AgeBand(client.age_band)]
    lines = [
        f"{form} therapy, age {age.lower()}, since {long_date(client.starts_on)}, {_with(record, held_by)}."
    ]
    counted = Counter(slot.status for slot in slots)
    said = [
        f"{words.STATUS[status].lower()} {counted[status]}" for status in Status if counted[status]
    ]
    if slots:
        lines.append(f"{objective_words.many(len(slots), 'session')}: {', '.join(said)}.")
    late = sum((slot.minutes_late or 0) > 0 for slot in slots)
    if late:
        lines.append(f"Late in {objective_words.many(late, 'session')}.")
    if ended := treatment_words.ended(client):
        lines.append(f"{ended}.")
    if record.course.scheduled:
        lines.append(f"Next scheduled for {long_date(record.course.scheduled[0].held_on)}.")
    return lines


def _measures(record: Record) -> list[str]:
    people = [(p.id, record.letter(p.id)) for p in record.client.participants]
    return [
        _measure(record, measure, whose, letter)
        for measure in record.shown
        for whose, letter in people
        if not letter or letter == "A" or record.trajectory(measure, Rater.CLIENT, whose)
    ]


def _measure(record: Record, measure: Measure, whose: UUID, letter: str) -> str:
    trajectory = record.trajectory(measure, Rater.CLIENT, whose)
    name = measure.name if measure.validated else f"{measure.name} (not validated)"
    name = f"{name}, {letter}" if letter else name
    rated = trajectory.points if trajectory else ()
    points = [point for point in rated if point.scores.total is not None]
    if not trajectory or not rated:
        return f"{name}: no score yet."
    if not points:
        last = rated[-1]
        return f"{name}: session {last.slot.number}: {measure_words.summary(measure, last.scores)}."
    first = points[0]
    last = points[-1]
    shown = [
        f"session {point.slot.number}: {measure_words.summary(measure, point.scores)}"
        for point in ([first] if first is last else [first, last])
    ]
    marks = [
        f"{mark} at session {point.slot.number}"
        for point in points
        if (mark := version_words.changed_at(trajectory, point))
    ]
    shown += marks
    changed = ""
    if measure.kind is Kind.OUTCOME:
        told = change_words.summary(
            trajectory, record.client.age_band, record.reliable_change(measure)
        )
        changed = f". {told.headline}" if told else ""
    return f"{name}: {'; '.join(shown)}{changed}."


def _alliance(record: Record) -> list[str]:
    check_ins = [
        flag
        for flag in record.flags
        if flag.tier is Tier.CHECK_IN and flag.stage is not Stage.WITHDRAWN
    ]
    lines = []
    if check_ins:
        addressed = sum(flag.stage is Stage.ADDRESSED for flag in check_ins)
        lines.append(f"{objective_words.many(len(check_ins), 'check-in')}, {addressed} addressed.")
    lines += map(_check_in, check_ins[:LATEST])
    noticed = strains_of(record)
    lines += [
        f"Session {view.slot.number}, tension as each side noticed it: {strain_words.in_note(view)}."
        for view in noticed[:LATEST]
    ]
    if len(noticed) > LATEST:
        lines.append(
            f"Tension was noticed before that as well, from session {noticed[-1].slot.number} on."
        )
    for view in record.repairs:
        steps = "; ".join(f"{step.title.lower()}: {step.text}" for step in repair_words.strip(view))
        lines.append(
            f"Repair of session {view.slot.number}, {repair_words.STAGE[view.stage].lower()}: {steps}."
        )
    return lines


def _check_in(flag: FlagView) -> str:
    back = flag_words.recovered(flag)
    said = f"; {back[0].lower()}{back[1:]}" if back else ""
    stands = words.STAGE[flag.stage].lower()
    if flag.stage is Stage.OPEN:
        stands = "not answered yet"
    elif flag.ended_unanswered:
        stands = flag_words.ENDED_UNANSWERED.lower()
    return f"Session {flag.slot.number}: {flag_words.short(flag)}, {stands}{said}."


def _helps(record: Record) -> list[str]:
    """What was done about strains that ended well, and what the client said when asked."""
    good = (RepairStage.CAME_BACK, RepairStage.REPAIRED)
    moves: Counter[Move] = Counter(
        move
        for view in record.repairs
        if view.stage in good
        for talk in view.talks
        for move in talk.moves
    )
    lines = []
    if moves:
        said = ", ".join(words.MOVE[move] for move in Move if moves[move])
        lines.append(f"In strains that came back or were repaired: {said}.")
    for session in record.course.sessions[::-1]:
        for name, label in words.QUESTION.items():
            if getattr(session, name):
                lines.append(f"{long_date(session.held_on)}, {label} “{getattr(session, name)}”")
    return lines[: LATEST + 1]


def _open(record: Record) -> list[str]:
    lines = [record.open_work.sentence()]
    for thing in record.asking:
        leading = thing.lines[0]
        leader = thing.leader
        course = leader.tier is Tier.RISK and len(leading) > 1
        where = "" if course else f"Session {leader.slot.number}: "
        stands = flag_words.states(leading) if course else flag_words.state(leader)
        beside = [text for _, text in flag_words.others(thing)]
        also = f"; with it: {'; '.join(beside)}" if beside else ""
        lines.append(f"{where}{flag_words.course(leading)} ({stands}){also}.")
    return lines


def _goals(record: Record) -> list[str]:
    lines = []
    for view in record.goals:
        assert view.state
        given = [view.progress.get(slot.session_id) for slot in record.course.slots]
        numbers = [entry.value for entry in given if entry and entry.value is not None]
        state = goal_words.STAGE[view.state.stage].lower()
        if view.state.stage is GoalStage.STANDS:
            state = "endorsed by the client" if view.state.endorsed else "not endorsed yet"
        progress = f", progress {numbers[0]} to {numbers[-1]} of 10" if numbers else ""
        lines.append(f"{view.state.wording} ({state}{progress}).")
    return lines


def _objectives(record: Record) -> list[str]:
    lines = []
    for aim in record.objectives:
        state = aim.judgement.state if aim.open else None
        named = objective_words.STATE[state] if state else "Closed by hand"
        rest = objective_words.needed(aim) if state not in (None, ObjectiveState.MET) else ""
        lines.append(f"{aim.now.wording} {named}: {objective_words.counted(aim)}. {rest}".strip())
    return lines


def _adaptations(record: Record) -> list[str]:
    kinds = {kind.value: word.lower() for kind, word in words.ADAPTATION.items()}
    return [
        f"{long_date(entry.happened_on)}, {kinds[entry.kind]}: {entry.note}"
        for entry in record.adaptations[:LATEST]
    ]
