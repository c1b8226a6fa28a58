"""A note to paste after a session: three to seven lines, from what was recorded and nothing else.

alliance as rated · tension, as each side noticed it · work on it · scores with their change · flags and answers ·
objectives touched · framing
"""

from collections.abc import Iterator
from fractions import Fraction

from tracker.domain.care.answers import ADDRESSING, Answer, Move, Rupture, Stage
from tracker.domain.care.objectives import EvidenceRow
from tracker.domain.course.sessions import NoRating, Status, long_date
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Kind, Rater
from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import Tier
from tracker.services.record.flag_views import FlagView
from tracker.services.record.objective_views import ObjectiveView
from tracker.services.record.session_views import SessionView
from tracker.services.record.strain_views import strain_on
from tracker.web.words import figures
from tracker.web.words import flags as flag_words
from tracker.web.words import general as words
from tracker.web.words import measures as measure_words
from tracker.web.words import objectives as objective_words
from tracker.web.words import strains as strain_words
from tracker.web.words.figures import Snapshot


def note(view: SessionView) -> str:
    """The note of a session, one line for each thing."""
    shots = figures.of_session(view)
    lines = [
        _alliance(view, shots),
        _tension(view),
        _work(view),
        _scores(shots),
        _flags(view.flags),
        _objectives(view),
        _framing(view, shots),
    ]
    return "\n".join(line for line in lines if line)


def _alliance(view: SessionView, shots: list[Snapshot]) -> str:
    if view.session.status != Status.ATTENDED:
        late = view.slot.reengaged_on
        talked = f"; talked about on {long_date(late)}" if late else ""
        return f"Alliance: not rated, {words.STATUS[Status(view.session.status)].lower()}{talked}."
    rated = [s for s in shots if s.measure.kind is Kind.ALLIANCE and s.rater is Rater.CLIENT]
    if not rated:
        why = view.session.no_rating
        said = words.NO_RATING[NoRating(why)] if why else "no rating by the client"
        return f"Alliance: {said}."
    own = [s for s in shots if s.measure == rated[0].measure and s.rater is Rater.THERAPIST]
    beside = f" Therapist: {_total(own[0])}." if own else ""
    each = [f"{s.letter}: {_total(s)}" if s.letter else _total(s) for s in rated]
    said = "; ".join(each)
    named = rated[0].measure.short
    if not rated[0].measure.validated:
        named += ", not validated"
    return f"Alliance, rated by the client ({named}): {said}.{beside}"


def _tension(view: SessionView) -> str:
    """What each side said about tension, where either noticed any; nobody is blamed, and the client's own words on what
    they held back are no part of it."""
    strain = strain_on(view.record, view.slot)
    return (
        f"Tension, as each side noticed it: {strain_words.in_note(strain)}."
        if strain.noticed
        else ""
    )


def _total(shot: Snapshot) -> str:
    """The total of a snapshot: "mean 6.25 of 10, down 1.75 since session 8"; or why it has none."""
    line = shot.total
    if line is None:
        return shot.gaps or f"no {shot.measure.total_label.lower()}"
    text = f"{line.label.lower()} {show(line.now, line.digits)} of {show(shot.measure.high)}"
    if line.change is None:
        return text + (" (first rating)" if shot.first else "")
    return f"{text}, {_moved(line.change, line.digits)} since session {line.since}"


def _moved(change: Fraction, digits: int) -> str:
    if not change:
        return "unchanged"
    return f"{'up' if change > 0 else 'down'} {show(abs(change), digits)}"


def _work(view: SessionView) -> str:
    """What was done about the alliance in this session: conversations, strains, what the client said when asked."""
    said = [part for flag in view.flags for part in _talked(flag)]
    said += [
        f"a strain is followed up{_called(repair.rupture)}"
        for repair in view.record.repairs
        if repair.repair.session_id == view.session.id
    ]
    asked = [
        f"{label} “{answer}”"
        for name, label in words.QUESTION.items()
        if (answer := getattr(view.session, name))
    ]
    adapted = [
        f"adapted, {words.ADAPTATION[entry.kind].lower()}: {entry.note}"  # type: ignore[index]  # its value
        for entry in view.record.adaptations
        if entry.happened_on == view.session.held_on
    ]
    parts = [*dict.fromkeys(said), *adapted, *asked]
    return f"Work on it: {'; '.join(parts)}." if parts else ""


def _called(rupture: Rupture | None) -> str:
    return f" ({words.RUPTURE[rupture][0].lower()}{words.RUPTURE[rupture][1:]})" if rupture else ""


def _talked(flag: FlagView) -> Iterator[str]:
    for answer in flag.answers:
        if answer.answer in ADDRESSING and answer.talked_on in (None, flag.slot.held_on):
            moves = [words.MOVE[Move(move)] for move in answer.moves]
            yield ", ".join(moves) or words.ANSWERED[Answer(answer.answer)].lower()


def _scores(shots: list[Snapshot]) -> str:
    parts = []
    for shot in shots:
        if shot.rater is not Rater.CLIENT:
            continue
        alliance = shot.measure.kind is Kind.ALLIANCE
        whose = f"{shot.letter} " if shot.letter else ""
        for line in shot.lines:
            if (line.key == TOTAL) is not alliance:
                change = "" if line.change is None else f" ({_signed(line.change, line.digits)})"
                name = line.label if alliance else measure_words.named(shot.measure)
                parts.append(f"{whose}{name} {show(line.now, line.digits)}{change}")
        if shot.total is None and shot.gaps and not alliance:
            parts.append(f"{whose}{measure_words.named(shot.measure)} {shot.gaps}")
    if not parts:
        return ""
    told = [f"Scores, with the change since the rating before: {', '.join(parts)}."]
    told += [f"{shot.measure.short}: {shot.mark}." for shot in shots if shot.mark]
    return " ".join(told)


def _signed(change: Fraction, digits: int) -> str:
    text = show(abs(change), digits)
    return f"{'+' if change > 0 else '−' if change < 0 else '±'}{text}"


def _flags(flags: list[FlagView]) -> str:
    shown = [f for f in flags if f.tier is not Tier.NOTE and f.stage is not Stage.WITHDRAWN]
    parts = [f"{flag_words.headline(flag)} ({_answered(flag)})" for flag in shown]
    return f"Flagged: {'; '.join(parts)}." if parts else ""


def _answered(flag: FlagView) -> str:
    if flag.last_answer is None:
        return "not answered yet"
    text = words.ANSWERED[Answer(flag.last_answer.answer)].lower()
    return f"{text}: {flag.last_answer.note}" if flag.last_answer.note else text


def _objectives(view: SessionView) -> str:
    touched = [aim for aim in view.record.objectives if aim.open and _touches(aim, view)]
    parts = [
        f"{objective_words.title(aim)}, {objective_words.counted(aim)} "
        f"({objective_words.STATE[aim.judgement.state].lower()})"
        for aim in touched
    ]
    return f"Objectives: {'; '.join(parts)}." if parts else ""


def _touches(aim: ObjectiveView, view: SessionView) -> bool:
    """True when what an objective rests on has this session."""

    def here(row: EvidenceRow) -> bool:
        return row.session == view.slot.number

    return any(map(here, aim.judgement.evidence))


def _framing(view: SessionView, shots: list[Snapshot]) -> str:
    """Where the work on the alliance stood in the treatment: only what was done is said."""
    client = view.record.client
    therapy = f"{words.FORMAT[client.format].lower()} therapy"  # type: ignore[index]  # its value
    where = words.SETTING[view.session.setting].lower()  # type: ignore[index]  # its value
    day = f"Session {view.slot.number}, {long_date(view.session.held_on)}"
    if view.session.status != Status.ATTENDED:
        return f"{day}: {therapy}."
    asked = [s.measure.short for s in shots if s.rater is Rater.CLIENT]
    named = f", with the {' and the '.join(dict.fromkeys(asked))}" if asked else ""
    talked = any(True for flag in view.flags for _ in _talked(flag))
    use = (
        "asked about and talked about" if talked else "asked about" if asked else "part of the work"
    )
    return f"{day}: the alliance was {use}{named}, within {therapy} ({where})."
