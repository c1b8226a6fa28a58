"""Flags in words: what was found, in a sentence and in short, where it stands, and why it is shown."""

from collections.abc import Sequence
from inspect import getdoc

from tracker.domain.care.answers import Answer, Stage
from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.domain.rules.flags import explained
from tracker.domain.rules.repair import Returned
from tracker.services.record.flag_views import FlagView
from tracker.web.words import general as words
from tracker.web.words.flag_kinds import KINDS, RISK_WORDS
from tracker.web.words.flag_numbers import fell
from tracker.web.words.measures import named

__all__ = [
    "APPEARS",
    "ASKS",
    "KINDS",
    "NO_RISK_ITEM",
    "TIER",
    "answer",
    "course",
    "course_in_short",
    "fell",
    "headline",
    "how_sure",
    "recovered",
    "rests_on",
    "rule",
    "short",
    "stage",
    "state",
    "states",
]

TIER = {
    Tier.RISK: "Ask now",
    Tier.CHECK_IN: "Check in",
    Tier.REVIEW: "Review",
    Tier.NOTE: "Note",
}
ADDRESSED_AS = {Tier.RISK: "Acknowledged", Tier.REVIEW: "Reviewed"}
NO_RISK_ITEM = "Risk item not available: only sums were entered"


def headline(flag: FlagView) -> str:
    """What was found, as a sentence without its full stop; with the letter of who rated, where several do."""
    return f"{_whose(flag)}{KINDS[flag.finding.kind].sentence(flag)}"


def _whose(flag: FlagView) -> str:
    named = KINDS[flag.finding.kind].names_people
    return f"{flag.letter}: " if flag.letter and not named else ""


def short(flag: FlagView) -> str:
    """What was found, for a row: "Bond 8 → 5", or the kind."""
    return f"{_whose(flag)}{KINDS[flag.finding.kind].short(flag)}"


def course(line: Sequence[FlagView]) -> str:
    """What a line of flags says: of one flag its sentence, of a risk item over several sessions its course: "PHQ-9:
    Item 9 (risk item) 1, 2, 2 in sessions 3, 4, 6 (unchanged)", with what the last of them is to the one before."""
    if len(line) == 1:
        return headline(line[0])
    answers: dict[str, list[tuple[str, int]]] = {}
    for flag in line:
        for compared in flag.finding.compared:
            value = "blank" if compared.now is None else show(compared.now, flag.measure.digits)
            answers.setdefault(compared.key, []).append((value, flag.slot.number))
    said = [
        f"{line[0].measure.label_of(key)} {_in_sessions(rated)}" for key, rated in answers.items()
    ]
    return f"{_whose(line[0])}{named(line[0].measure)}: {'; '.join(said)} ({RISK_WORDS[line[-1].finding.reason]})"


def _in_sessions(rated: Sequence[tuple[str, int]]) -> str:
    values = ", ".join(value for value, _ in rated)
    numbers = ", ".join(str(number) for _, number in rated)
    return f"{values} in {'session' if len(rated) == 1 else 'sessions'} {numbers}"


def course_in_short(line: Sequence[FlagView]) -> str:
    """The same for a row."""
    return short(line[0]) if len(line) == 1 else course(line)


def state(flag: FlagView) -> str:
    """What became of a flag, within a sentence: "not answered yet", or its last answer."""
    last = flag.last_answer
    return words.ANSWERED[Answer(last.answer)].lower() if last else "not answered yet"


def states(line: Sequence[FlagView]) -> str:
    """The same of all flags of a line, once where they agree: "not answered yet", or session by session."""
    said = {flag.slot.number: state(flag) for flag in line}
    alike = set(said.values())
    if len(alike) == 1:
        return alike.pop()
    return ", ".join(f"session {number} {text}" for number, text in said.items())


def rests_on(flag: FlagView) -> list[str]:
    """What the flag rests on beside its rule, a line each."""
    return [line for each in KINDS[flag.finding.kind].rests_on if (line := each(flag))]


def how_sure(flag: FlagView) -> str:
    """How often the rule was right on real courses, as a sentence; empty where that is not known."""
    kind = flag.finding.kind
    return KINDS[kind].how_sure(kind)


def stage(flag: FlagView) -> str:
    """Where a flag stands, as its chip says it."""
    if flag.stage is Stage.OPEN:
        return TIER[flag.tier] + (", still unanswered" if flag.climbed else "")
    if flag.stage is Stage.ADDRESSED:
        return ADDRESSED_AS.get(flag.tier, words.STAGE[flag.stage])
    own = KINDS[flag.finding.kind].settled if flag.stage is Stage.SETTLED else ""
    return own or words.STAGE[flag.stage]


def answer(flag: FlagView, given: Answer) -> str:
    """An answer as the flag's form offers it."""
    at_review = words.ANSWER_AT_REVIEW if flag.tier is Tier.REVIEW else {}
    return at_review.get(given, words.ANSWER[given])


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
        return f"Came back at session {recovery.at.number}"
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
    Tier.CHECK_IN: "one answer",
    Tier.REVIEW: "an answer at the next review",
    Tier.NOTE: "nothing",
}
