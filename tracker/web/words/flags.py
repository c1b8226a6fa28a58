"""Flags in words: what was found, in a sentence and in short, where it stands, and why it is shown."""

from collections.abc import Callable
from inspect import getdoc
from uuid import UUID

from tracker.domain.care.answers import Answer, Stage
from tracker.domain.course.sessions import long_date
from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import Compared, Fall, FlagKind, Tier
from tracker.domain.rules.flags import explained
from tracker.domain.rules.repair import Returned
from tracker.domain.rules.risk_rules import BLANK, LOWER, NEW, RISEN, UNCHANGED
from tracker.services.record.flag_views import FlagView
from tracker.web.words import general as words

KIND = {
    FlagKind.RISK_ITEM: "Risk item",
    FlagKind.DROP: "Drop",
    FlagKind.WANTS_TO_TALK: "Wants to talk",
    FlagKind.SLIDE: "Slow slide",
    FlagKind.EARLY_LEVEL: "First rating below the level",
    FlagKind.FIRST_CROSSING: "Below the level for the first time",
    FlagKind.LOW_ITEM: "Low twice running",
    FlagKind.OUTCOME_WORSE: "Outcome worse than at intake",
    FlagKind.NO_IMPROVEMENT: "No reliable improvement",
    FlagKind.THERAPIST_DROP: "Therapist's rating fell",
    FlagKind.THERAPIST_ABOVE: "Therapist above client twice",
    FlagKind.NO_RATING_LATELY: "No rating lately",
    FlagKind.NOT_BACK: "Not back",
    FlagKind.CAME_BACK: "Came back",
    FlagKind.CEILING: "At the top throughout",
    FlagKind.FLAT: "The same answer throughout",
    FlagKind.CLIENT_ABOVE: "Client above therapist",
    FlagKind.PARTNERS_APART: "Partners apart",
    FlagKind.DECLINED: "Preferred not to rate twice",
    FlagKind.INPUT_CHANGED: "Input changed",
    FlagKind.SUDDEN_GAIN: "Sudden gain",
    FlagKind.RECOVERED: "Recovered",
    FlagKind.MISSED: "Missed session",
    FlagKind.LATE_AGAIN: "Late twice",
    FlagKind.TASKS_NOT_DONE: "Agreed tasks not done twice",
    FlagKind.NOTHING_VOICED: "Nothing voiced twice",
}
TIER = {
    Tier.RISK: "Ask now",
    Tier.CHECK_IN: "Check in",
    Tier.REVIEW: "Review",
    Tier.NOTE: "Note",
}
ADDRESSED_AS = {Tier.RISK: "Acknowledged", Tier.REVIEW: "Reviewed"}
RISK_WORDS = {
    NEW: "new",
    RISEN: "risen",
    BLANK: "left blank",
    LOWER: "lower than last time",
    UNCHANGED: "unchanged",
}
NO_RISK_ITEM = "Risk item not available: only sums were entered"


def label(flag: FlagView, key: str) -> str:
    """The name of a score of the flag's measure."""
    return flag.measure.label_of(key)


def _shown(flag: FlagView, value: object) -> str:
    return "no answer" if value is None else show(value, flag.measure.digits)  # type: ignore[arg-type]  # a Fraction


def fell(flag: FlagView, fall: Fall) -> str:
    """One score that fell, as a sentence without its full stop."""
    since = flag.since[fall.since].number
    return (
        f"{label(flag, fall.key)} went from {_shown(flag, fall.previous)} to {_shown(flag, fall.now)} "
        f"since session {since}"
    )


def _listed(flag: FlagView, each: Callable[[Compared], str]) -> str:
    return "; ".join(each(compared) for compared in flag.finding.compared)


def _session(flag: FlagView, compared: Compared) -> str:
    return f"session {flag.since[compared.since].number}" if compared.since else ""


def _risk(flag: FlagView) -> str:
    def each(c: Compared) -> str:
        if c.now is None:
            return f"{label(flag, c.key)} was left blank"
        before = f", {_shown(flag, c.reference)} in {_session(flag, c)}" if c.since else ""
        return f"{label(flag, c.key)} was answered {_shown(flag, c.now)}{before}"

    return f"{flag.measure.short}: {_listed(flag, each)} ({RISK_WORDS[flag.finding.reason]})"


def _drop(flag: FlagView) -> str:
    return fell(flag, flag.finding.falls[0])


def _slide(flag: FlagView) -> str:
    def each(c: Compared) -> str:
        return (
            f"{label(flag, c.key)} slid to {_shown(flag, c.now)}, from {_shown(flag, c.reference)}"
        )

    return _listed(flag, each)


def _level(flag: FlagView) -> str:
    (c,) = flag.finding.compared
    first = "already " if flag.finding.kind is FlagKind.EARLY_LEVEL else "for the first time "
    value = _shown(flag, c.now)
    cutoff = _shown(flag, c.reference)
    return f"{flag.measure.short} stands {first}below its level, at {value} (level {cutoff})"


def _low(flag: FlagView) -> str:
    def each(c: Compared) -> str:
        now = _shown(flag, c.now)
        before = _shown(flag, c.reference)
        return f"{label(flag, c.key)} is {now}, after {before} in {_session(flag, c)}"

    return _listed(flag, each)


def _outcome(flag: FlagView) -> str:
    (c,) = flag.finding.compared
    worse = flag.finding.kind is FlagKind.OUTCOME_WORSE
    how = "is worse than at the start" if worse else "has not reliably improved"
    beside = f", {flag.finding.reason}" if flag.finding.reason else ""
    value = _shown(flag, c.now)
    first = _shown(flag, c.reference)
    return f"{flag.measure.short} {how}: {value} now, {first} in {_session(flag, c)}{beside}"


def _apart(flag: FlagView) -> str:
    def each(c: Compared) -> str:
        return f"{label(flag, c.key)}: client {_shown(flag, c.now)}, therapist {_shown(flag, c.reference)}"

    where = "higher in two sessions running" if flag.tier is Tier.REVIEW else "lower"
    return f"The therapist rates {where}. {_listed(flag, each)}"


def _partners(flag: FlagView) -> str:
    one = flag.letters.get(UUID(flag.finding.reason), "?")
    other = flag.letter

    def each(c: Compared) -> str:
        return f"{label(flag, c.key)}: {one} {_shown(flag, c.reference)}, {other} {_shown(flag, c.now)}"

    return f"{one} and {other} marked the session differently. {_listed(flag, each)}"


def _return(flag: FlagView) -> str:
    back = flag.finding.kind is FlagKind.CAME_BACK

    def each(c: Compared) -> str:
        how = "is back" if back else "is not back after five ratings"
        return (
            f"{label(flag, c.key)} {how}: {_shown(flag, c.now)} now, {_shown(flag, c.reference)} "
            f"before it fell in {_session(flag, c)}"
        )

    return _listed(flag, each)


def _sudden(flag: FlagView) -> str:
    def each(c: Compared) -> str:
        before = _shown(flag, c.reference)
        after = _shown(flag, c.now)
        return f"from {before} in {_session(flag, c)} to {after} in the next session"

    return f"{flag.measure.short} improved suddenly, {_listed(flag, each)}"


def _recovered(flag: FlagView) -> str:
    (c,) = flag.finding.compared
    now = _shown(flag, c.now)
    first = _shown(flag, c.reference)
    return f"{flag.measure.short} is reliably better and past its cut-off: {now} now, {first} in {_session(flag, c)}"


SENTENCES: dict[FlagKind, Callable[[FlagView], str]] = {
    FlagKind.RISK_ITEM: _risk,
    FlagKind.DROP: _drop,
    FlagKind.WANTS_TO_TALK: lambda _: "The client would like to talk about something",
    FlagKind.SLIDE: _slide,
    FlagKind.EARLY_LEVEL: _level,
    FlagKind.FIRST_CROSSING: _level,
    FlagKind.LOW_ITEM: _low,
    FlagKind.OUTCOME_WORSE: _outcome,
    FlagKind.NO_IMPROVEMENT: _outcome,
    FlagKind.THERAPIST_DROP: lambda flag: f"The therapist's own {_lower_first(_drop(flag))}",
    FlagKind.THERAPIST_ABOVE: _apart,
    FlagKind.NO_RATING_LATELY: lambda _: "Three sessions without a rating by the client",
    FlagKind.NOT_BACK: _return,
    FlagKind.CAME_BACK: _return,
    FlagKind.CEILING: lambda _: "Three ratings running with every mark at the top",
    FlagKind.FLAT: lambda _: "Three ratings running with one answer on every item",
    FlagKind.CLIENT_ABOVE: _apart,
    FlagKind.PARTNERS_APART: _partners,
    FlagKind.DECLINED: lambda _: "The client preferred not to rate, twice running",
    FlagKind.INPUT_CHANGED: lambda _: "The form of the scale changed, so nothing is compared",
    FlagKind.SUDDEN_GAIN: _sudden,
    FlagKind.RECOVERED: _recovered,
    FlagKind.MISSED: lambda flag: (
        "The client did not come"
        + (
            f"; talked about on {long_date(flag.slot.reengaged_on)}"
            if flag.slot.reengaged_on
            else ""
        )
    ),
    FlagKind.LATE_AGAIN: lambda _: "Late by ten minutes or more in two of the last four sessions",
    FlagKind.TASKS_NOT_DONE: lambda _: "Agreed tasks were not done, twice running",
    FlagKind.NOTHING_VOICED: lambda _: (
        "In two observed sessions running the client asked, objected to, brought and set nothing"
    ),
}


def _lower_first(text: str) -> str:
    return text[0].lower() + text[1:]


def headline(flag: FlagView) -> str:
    """What was found, as a sentence without its full stop; with the letter of who rated, where several do."""
    return f"{_whose(flag)}{SENTENCES[flag.finding.kind](flag)}"


def _whose(flag: FlagView) -> str:
    named = flag.finding.kind is FlagKind.PARTNERS_APART
    return f"{flag.letter}: " if flag.letter and not named else ""


def short(flag: FlagView) -> str:
    """What was found, for a row: "Bond 8 → 5", or the kind."""
    if flag.finding.falls:
        steps = [
            f"{label(flag, f.key)} {_shown(flag, f.previous)} → {_shown(flag, f.now)}"
            for f in flag.finding.falls
        ]
        by_therapist = flag.finding.kind is FlagKind.THERAPIST_DROP
        return ("Therapist: " if by_therapist else _whose(flag)) + ", ".join(steps)
    if flag.finding.kind is FlagKind.RISK_ITEM:
        text = f"{flag.measure.short} risk item, {RISK_WORDS[flag.finding.reason]}"
        return f"{_whose(flag)}{text}"
    return f"{_whose(flag)}{KIND[flag.finding.kind]}"


def stage(flag: FlagView) -> str:
    """Where a flag stands, as its chip says it."""
    if flag.stage is Stage.OPEN:
        return TIER[flag.tier] + (", still unanswered" if flag.climbed else "")
    if flag.stage is Stage.ADDRESSED:
        return ADDRESSED_AS.get(flag.tier, words.STAGE[flag.stage])
    if flag.stage is Stage.SETTLED and flag.finding.kind is FlagKind.NO_RATING_LATELY:
        return "Rated again"
    if flag.stage is Stage.SETTLED and flag.finding.kind is FlagKind.MISSED:
        return "Talked about"
    return words.STAGE[flag.stage]


def answer(flag: FlagView, given: Answer) -> str:
    """An answer as the flag's form offers it."""
    at_review = words.ANSWER_AT_REVIEW if flag.tier is Tier.REVIEW else {}
    return at_review.get(given, words.ANSWER[given])


def recovered(flag: FlagView) -> str:
    """How it went on after a drop, as a sentence without its full stop; empty while nothing came after it."""
    found = flag.recovery
    if found is None or not found.seen:
        return ""
    if found.state is Returned.NOT_YET:
        ratings = "rating" if found.seen == 1 else "ratings"
        return f"Not back yet, {found.seen} {ratings} later"
    assert found.at is not None
    if found.state is Returned.BACK:
        return f"Came back at session {found.at.number}"
    return f"Not back after five ratings, at session {found.at.number}"


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

# What a finding may mean and what to do now. "May": only the client can say.
MEANING = {
    FlagKind.RISK_ITEM: (
        "Ask about it directly before the session ends, and do what your plan says. It may be "
        "new, old, or a slip of the finger; only the client can say. A lower mark, or a 0, would "
        "not mean that there is no risk."
    ),
    FlagKind.DROP: (
        "It may be a strain between you, a hard session, a bad day, or a slip of the finger. Only "
        "the client can say."
    ),
    FlagKind.WANTS_TO_TALK: "There may be something that no number shows. Only the client can say.",
    FlagKind.SLIDE: (
        "No single step was large enough for a check-in. Small steps add up: ask about the "
        "direction, not about the mark."
    ),
    FlagKind.EARLY_LEVEL: (
        "A low start does not say why. It is a chance to ask early what would "
        "make these hours more useful."
    ),
    FlagKind.FIRST_CROSSING: "The level is a guide for a conversation, not a verdict. Ask what is different.",
    FlagKind.LOW_ITEM: (
        "A mark that stays low may be about the work or about the person's way of marking. Ask "
        "what would have to change for it to be a little higher."
    ),
    FlagKind.OUTCOME_WORSE: (
        "The change is larger than the measure's own unreliability explains. It does not say why. "
        "Look at the plan, and at what happened outside the room."
    ),
    FlagKind.NO_IMPROVEMENT: (
        "Improvement takes its time with many people, and some measures do not show it. It is a "
        "moment to look at goals, tasks and dose together."
    ),
    FlagKind.THERAPIST_DROP: (
        "Your own view of the work fell. The client's rating predicts better; yours may have "
        "noticed something first."
    ),
    FlagKind.THERAPIST_ABOVE: (
        "Most clients rate higher than their therapists, so this direction is unusual. It may be "
        "nothing. How well the two agree did not go with the outcome in 700 treatments."
    ),
    FlagKind.NO_RATING_LATELY: (
        "Without ratings a strain stays unseen. Ask what gets in the way of rating, and whether "
        "it should be done otherwise."
    ),
    FlagKind.NOT_BACK: (
        "It may have settled at a new level, or the strain may still be there. Ask how the client "
        "sees it now."
    ),
    FlagKind.CAME_BACK: "Two ratings running are near where they were before the fall.",
    FlagKind.CEILING: (
        "High marks are common and often real. They can also be politeness, and a 10 cannot rise. "
        "One could ask what would have made the hour one point better."
    ),
    FlagKind.FLAT: "It may be how it is, or a way of getting the form done.",
    FlagKind.CLIENT_ABOVE: "That is the usual direction and no reason for concern by itself.",
    FlagKind.PARTNERS_APART: (
        "Two people can leave one hour differently, and neither mark is the wrong one. It may be "
        "worth asking each what it was like, without holding one against the other."
    ),
    FlagKind.DECLINED: "That is a full answer. It is respected, not chased.",
    FlagKind.INPUT_CHANGED: (
        "Marks on another form of the scale are another series: changes show again from the next "
        "rating."
    ),
    FlagKind.SUDDEN_GAIN: (
        "A large step between two sessions. It does not say what caused it, and some such steps are "
        "chance. One could ask what the client thinks made the difference."
    ),
    FlagKind.RECOVERED: (
        "That is the usual definition, by two numbers. One rating may be a good week: look whether "
        "it holds, and ask whether it is how the client sees it."
    ),
    FlagKind.MISSED: (
        "Not coming is often a sign about the alliance, and not a flaw of character. Get in touch, ask openly what "
        "made it hard to come, and agree together how to go on."
    ),
    FlagKind.LATE_AGAIN: (
        "It may be the bus. It may also be that coming is not easy at the moment. Only the client can say."
    ),
    FlagKind.TASKS_NOT_DONE: (
        "The task may have been too large, not theirs, or not clear. Ask what it was like to have it, and make the "
        "next one together."
    ),
    FlagKind.NOTHING_VOICED: (
        "It may be how this person talks. It can also be going along without being with you: compliance is not "
        "alliance. Leave room for a no."
    ),
}
