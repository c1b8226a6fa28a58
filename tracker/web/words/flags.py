"""Flags in words: what was found, in a sentence and in short, where it stands, and why it is shown."""

from collections.abc import Callable, Sequence
from datetime import datetime
from inspect import getdoc
from typing import Protocol, TypeVar

from tracker.domain.care.answers import ADDRESSING, UNDO_WITHIN, Answer, Stage
from tracker.domain.care.to_answer import since
from tracker.domain.measures.measure import Measure
from tracker.domain.measures.numbers import show
from tracker.domain.rules.drop_rules import (
    OUTCOME_WORSE,
    SAID_HELD_BACK,
    SAID_TENSION,
    STRENGTH_WORDS,
    TWICE,
)
from tracker.domain.rules.findings import Fall, Finding, FlagKind, Returned, Tier
from tracker.domain.rules.flags import explained
from tracker.models import FlagAnswer
from tracker.services.record.flag_views import FlagThing, FlagView
from tracker.web.words import general as words
from tracker.web.words import removals
from tracker.web.words.fall_flags import base_of
from tracker.web.words.flag_kinds import KINDS, RISK_WORDS
from tracker.web.words.flag_numbers import fell
from tracker.web.words.measures import cost, named

__all__ = [
    "APPEARS",
    "ASKS",
    "IN_THE_ROOM",
    "KINDS",
    "NOT_YET",
    "NO_RISK_ITEM",
    "OFFERED",
    "TIER",
    "answer",
    "base_of",
    "beside_the_finding",
    "by_room",
    "cost",
    "course",
    "course_in_short",
    "fell",
    "finding",
    "headline",
    "how_strong",
    "how_sure",
    "open_since",
    "others",
    "recovered",
    "rests_on",
    "risk_course",
    "risk_course_in_short",
    "rule",
    "short",
    "stage",
    "stage_of_thing",
    "state",
    "states",
    "undo_until",
]

TIER = {
    Tier.RISK: "Ask now",
    Tier.CHECK_IN: "Check in",
    Tier.REVIEW: "Review",
    Tier.NOTE: "Note",
}
ADDRESSED_AS = {Tier.RISK: "Acknowledged", Tier.REVIEW: "Reviewed"}
RISK_ITEM = " (risk item)"  # behind the label of such an item, where nothing else says it
NO_RISK_ITEM = "Risk item not available: only sums were entered"
IN_THE_ROOM = "In the room"
NOT_YET = "Not yet"
STRONGEST = 3
FAR = "far beyond the usual ups and downs"
AND = {TWICE: "twice running", OUTCOME_WORSE: "and the outcome is worse"}
ENDED_UNANSWERED = "Ended unanswered"
OFFERED = "Offered"  # what nobody answered and nobody has to


class Told(Protocol):
    """What a flag's words need of it, be it of a record or of the board."""

    @property
    def finding(self) -> Finding:
        """What was found last."""

    @property
    def measure(self) -> Measure:
        """The measure that it rests on."""

    @property
    def letter(self) -> str:
        """Whose rating it rests on, where several people rate."""


Of = TypeVar("Of", bound=Told)


def headline(flag: FlagView) -> str:
    """What was found, as a sentence without its full stop; with the letter of who rated, where several do."""
    return f"{_whose(flag)}{KINDS[flag.finding.kind].sentence(flag)}"


def _whose(flag: Told) -> str:
    named = KINDS[flag.finding.kind].names_people
    return f"{flag.letter}: " if flag.letter and not named else ""


def short(flag: FlagView) -> str:
    """What was found, for a row: "Bond 8 → 5", or the kind."""
    return f"{_whose(flag)}{KINDS[flag.finding.kind].short(flag)}"


def course(line: Sequence[FlagView]) -> str:
    """What a line of a thing to answer says, its newest flag first: the sentence of that flag and since when it is
    open; of a risk item over several sessions its course: "PHQ-9: Item 9 (risk item) 1, 2, 2 in sessions 3, 4, 6
    (unchanged)", with what the last of them is to the one before."""
    return _course(line, headline(line[0]))


def course_in_short(line: Sequence[FlagView]) -> str:
    """The same for a row."""
    return _course(line, short(line[0]))


def _course(line: Sequence[FlagView], said: str) -> str:
    if len(line) > 1 and line[0].tier is Tier.RISK:
        return risk_course(line, lambda flag: str(flag.slot.number), "in session", "in sessions")
    return f"{said}{open_since(line)}"


def open_since(line: Sequence[FlagView]) -> str:
    """Since when a line is open, behind its sentence, and how strong it was where that was more than now; "" where its
    only flag says it."""
    oldest = since(line)
    if oldest is None:
        return ""
    strengths = [flag.finding.strength or 0 for flag in line]
    stronger = max(strengths) > strengths[0]
    worst = f" (strength {max(strengths)} before)" if stronger else ""
    return f", open since session {oldest.slot.number}{worst}"


def others(thing: FlagThing) -> list[tuple[FlagView, str]]:
    """What stands beside the line that leads, each with what it says: one answer settles it too."""
    return [(line[0], course(line)) for line in thing.lines[1:]]


def risk_course(line: Sequence[Of], at: Callable[[Of], str], one: str, many: str) -> str:
    """A risk item over several sessions, the newest of its flags first, as one course in the order of the sessions;
    `at` names a session, `one` and `many` stand before such names."""
    answers: dict[str, list[tuple[str, str]]] = {}
    for flag in reversed(line):
        for compared in flag.finding.compared:
            value = "blank" if compared.now is None else show(compared.now, flag.measure.digits)
            answers.setdefault(compared.key, []).append((value, at(flag)))
    newest = line[0]
    said = []
    for key, rated in answers.items():
        values = ", ".join(value for value, _ in rated)
        sessions = ", ".join(place for _, place in rated)
        label = newest.measure.label_of(key)
        said.append(f"{label} {values} {one if len(rated) == 1 else many} {sessions}")
    how = RISK_WORDS[newest.finding.reason]
    return f"{_whose(newest)}{named(newest.measure)}: {'; '.join(said)} ({how})"


def risk_course_in_short(line: Sequence[FlagView]) -> str:
    """The same for a row, without the sessions: "PHQ-9 item 9: 1, 1, 2, higher"."""
    newest = line[0]
    answers: dict[str, list[str]] = {}
    for flag in reversed(line):
        for compared in flag.finding.compared:
            value = "blank" if compared.now is None else show(compared.now, flag.measure.digits)
            answers.setdefault(compared.key, []).append(value)
    said = "; ".join(
        f"{newest.measure.label_of(key).removesuffix(RISK_ITEM).lower()}: {', '.join(values)}"
        for key, values in answers.items()
    )
    return f"{_whose(newest)}{named(newest.measure)} {said}, {RISK_WORDS[newest.finding.reason]}"


def state(flag: FlagView) -> str:
    """What became of a flag, within a sentence: "not answered yet", or its last answer."""
    last = flag.last_answer
    return words.ANSWERED[Answer(last.answer)].lower() if last else "not answered yet"


def states(line: Sequence[FlagView]) -> str:
    """The same of all flags of a line, once where they agree: "not answered yet", or session by session."""
    said = {flag.slot.number: state(flag) for flag in reversed(line)}
    alike = set(said.values())
    if len(alike) == 1:
        return alike.pop()
    return ", ".join(f"session {number} {text}" for number, text in said.items())


def rests_on(flag: FlagView) -> list[str]:
    """What the flag rests on beside its rule, a line each."""
    return [line for each in KINDS[flag.finding.kind].rests_on if (line := each(flag))]


def how_strong(finding: Finding) -> str:
    """The strength of a drop in words; what the client said beside it, where that made it ask for an answer."""
    if finding.reason in (SAID_TENSION, SAID_HELD_BACK):
        return finding.reason
    if finding.strength == STRONGEST:
        return f"{STRENGTH_WORDS[2]}, {AND[finding.reason]}" if finding.reason in AND else FAR
    return STRENGTH_WORDS[finding.strength or 1]


def how_sure(flag: FlagView) -> str:
    """How often the rule was right on real courses, as a sentence; empty where that is not known."""
    kind = flag.finding.kind
    return KINDS[kind].how_sure(kind)


def stage(flag: FlagView) -> str:
    """Where a flag stands, as its chip says it."""
    if flag.only_offered:
        return OFFERED
    if flag.stage is Stage.OPEN:
        return TIER[flag.tier] + (", still unanswered" if flag.climbed else "")
    if flag.slot.removed:
        return removals.withdrawn(flag.slot)
    if flag.ended_unanswered:
        return ENDED_UNANSWERED
    if flag.stage is Stage.ADDRESSED:
        return ADDRESSED_AS.get(flag.tier, words.STAGE[flag.stage])
    own = KINDS[flag.finding.kind].settled if flag.stage is Stage.SETTLED else ""
    return own or words.STAGE[flag.stage]


def stage_of_thing(thing: FlagThing) -> str:
    """Where a thing to answer stands, as the chip of the flag that leads it says it; an earlier flag may be what asks,
    or what is still unanswered."""
    leader = thing.leader
    if leader.stage is not Stage.OPEN or not thing.asks:
        return stage(leader)
    climbed = any(flag.climbed for flag in thing.flags)
    return TIER[leader.tier] + (", still unanswered" if climbed else "")


def answer(flag: FlagView, given: Answer) -> str:
    """An answer as the flag's form offers it."""
    at_review = words.ANSWER_AT_REVIEW if flag.tier is Tier.REVIEW else {}
    return at_review.get(given, words.ANSWER[given])


def undo_until(answer: FlagAnswer) -> datetime:
    """Until when an answer can be undone."""
    return answer.recorded_at + UNDO_WITHIN


def finding(flag: FlagView) -> str:
    """What was found, as the heading of its panel: "Bond fell from 8 to 5"; else the whole sentence."""
    if not (flag.finding.falls and flag.finding.by_threshold):
        return headline(flag)
    first = flag.finding.falls[0]
    return f"{_whose(flag)}{flag.measure.label_of(first.key)} fell {_from_to(flag, first)}"


def beside_the_finding(flag: FlagView) -> str:
    """What stands below such a heading: what fell with it, since when, and how strong it is."""
    first, *others = flag.finding.falls
    also = [f"{flag.measure.label_of(fall.key)} {_from_to(flag, fall)}" for fall in others]
    since_when = f"since session {flag.since[first.since].number}"
    said = [f"{', '.join(also)}, {since_when}" if also else since_when.capitalize()]
    if (flag.finding.strength or 0) > 1:
        said.append(how_strong(flag.finding).capitalize())
    return f"{'. '.join(said)}. Only the client can say why."


def _from_to(flag: FlagView, fall: Fall) -> str:
    digits = flag.measure.digits
    return f"from {show(fall.previous, digits)} to {show(fall.now, digits)}"


def by_room(flag: FlagView) -> tuple[list[Answer], list[Answer]]:
    """The answers that a flag offers: those that say it was talked about, and the others; all in the second where its
    session is over whatever was done, as with a review."""
    if flag.tier is not Tier.CHECK_IN:
        return [], list(flag.offered)
    room = [each for each in flag.offered if each in ADDRESSING]
    return room, [each for each in flag.offered if each not in ADDRESSING]


def recovered(flag: FlagView) -> str:
    """How it went on after a drop, as a sentence without its full stop; empty while nothing came after it."""
    recovery = flag.recovery
    if recovery is None or not recovery.seen:
        return ""
    if recovery.state is Returned.NOT_YET:
        ratings = "rating" if recovery.seen == 1 else "ratings"
        return f"Not back yet, {recovery.seen} {ratings} later"
    assert recovery.at is not None
    if recovery.state is Returned.BACK:
        assert recovery.began is not None
        return f"Came back, sessions {recovery.began.number} and {recovery.at.number}"
    return f"Not back after five ratings, at session {recovery.at.number}"


def rule(kind: FlagKind) -> str:
    """What the rule of that kind finds, from its own docstring, as one line."""
    text = (getdoc(explained(kind)) or "").split("\n\n")[0]
    return " ".join(text.split())


APPEARS = {
    Tier.RISK: "on top of the saved page, the record and the caseload, at once",
    Tier.CHECK_IN: "on the saved page, the record and the caseload, at once",
    Tier.REVIEW: "on the caseload, and among the sessions of the record",
    Tier.NOTE: "on the record only, folded",
}
ASKS = {
    Tier.RISK: "an acknowledgement with what was done; it cannot be put off, tuned or silenced",
    Tier.CHECK_IN: "one answer for all that asks in the session; a drop of strength 1 is offered, and asks for nothing",
    Tier.REVIEW: "an answer at the next review, or that of the check-in of the same session",
    Tier.NOTE: "nothing",
}
