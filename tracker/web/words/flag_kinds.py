"""The words of each kind of flag, those of one kind together: a new kind has its entry here, and pages say no more."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from tracker.domain.course.sessions import long_date
from tracker.domain.measures.measure import MIDDLE
from tracker.domain.rules.findings import Compared, FlagKind, Tier
from tracker.domain.rules.risk_rules import BLANK, LOWER, NEW, RISEN, UNCHANGED
from tracker.services.record.flag_views import FlagView
from tracker.web.words.fall_flags import drop, rarity, slide, slide_in_short, unusual
from tracker.web.words.flag_numbers import label, listed, session, shown
from tracker.web.words.measures import named
from tracker.web.words.outcome_flags import (
    better,
    change_source,
    judged_by,
    near_worst,
    on_real_courses,
    outcome,
    sudden,
)
from tracker.web.words.strain_flags import strain, strain_asked, strain_studied

RISK_WORDS = {
    NEW: "new",
    RISEN: "risen",
    BLANK: "left blank",
    LOWER: "lower than last time",
    UNCHANGED: "unchanged",
}


def in_short(flag: FlagView) -> str:
    """What was found, for a row: "Bond 8 → 5", or the kind."""
    steps = [
        f"{label(flag, f.key)} {shown(flag, f.previous)} → {shown(flag, f.now)}"
        for f in flag.finding.falls
    ]
    return ", ".join(steps) or KINDS[flag.finding.kind].label + judged_by(flag)


@dataclass(frozen=True)
class KindWords:
    """What pages say of one kind of flag.

    label         its name
    sentence      what was found, without the full stop
    meaning       what it may mean and what to do now; "may", because only the client can say
    short         what was found, for a row
    settled       its chip once its reason has gone by itself; "" for the usual one
    not_yet       True where something was missing then that may be there by now
    names_people  True where the sentence says itself whose ratings it is about
    how_sure      how often its rule was right on real courses; "" where that is not known
    rests_on      what it rests on beside its rule, for "why am I seeing this"; a line is "" where the measure has none
    """

    label: str
    sentence: Callable[[FlagView], str]
    meaning: str
    short: Callable[[FlagView], str] = in_short
    settled: str = ""
    not_yet: bool = False
    names_people: bool = False
    how_sure: Callable[[FlagKind], str] = lambda _: ""
    rests_on: tuple[Callable[[FlagView], str], ...] = ()


def says(text: str) -> Callable[[FlagView], str]:
    """A sentence that is the same for every flag of its kind."""
    return lambda _: text


def _risk(flag: FlagView) -> str:
    def each(c: Compared) -> str:
        if c.now is None:
            return f"{label(flag, c.key)} was left blank"
        before = f", {shown(flag, c.reference)} in {session(flag, c)}" if c.since else ""
        return f"{label(flag, c.key)} was answered {shown(flag, c.now)}{before}"

    return f"{named(flag.measure)}: {listed(flag, each)} ({RISK_WORDS[flag.finding.reason]})"


def _risk_in_short(flag: FlagView) -> str:
    return f"{named(flag.measure)} risk item, {RISK_WORDS[flag.finding.reason]}"


def _missed(flag: FlagView) -> str:
    talked_on = flag.slot.reengaged_on
    return "The client did not come" + (
        f"; talked about on {long_date(talked_on)}" if talked_on else ""
    )


def _level(flag: FlagView) -> str:
    (c,) = flag.finding.compared
    first = "already " if flag.finding.kind is FlagKind.EARLY_LEVEL else "for the first time "
    value = shown(flag, c.now)
    cutoff = shown(flag, c.reference)
    place = "at" if c.now == c.reference else "below"
    return f"{named(flag.measure)} stands {first}{place} its level, at {value} (level {cutoff})"


def _low(flag: FlagView) -> str:
    def each(c: Compared) -> str:
        now = shown(flag, c.now)
        before = shown(flag, c.reference)
        return f"{label(flag, c.key)} is {now}, after {before} in {session(flag, c)}"

    return listed(flag, each)


def _apart(flag: FlagView) -> str:
    def each(c: Compared) -> str:
        return f"{label(flag, c.key)}: client {shown(flag, c.now)}, therapist {shown(flag, c.reference)}"

    where = "higher in two sessions running" if flag.tier is Tier.REVIEW else "lower"
    return f"The therapist rates {where}. {listed(flag, each)}"


def _partners(flag: FlagView) -> str:
    one = flag.letters.get(UUID(flag.finding.reason), "?")
    other = flag.letter

    def each(c: Compared) -> str:
        return (
            f"{label(flag, c.key)}: {one} {shown(flag, c.reference)}, {other} {shown(flag, c.now)}"
        )

    return f"{one} and {other} marked the session differently. {listed(flag, each)}"


def _away(flag: FlagView) -> str:
    (c,) = flag.finding.compared
    now = shown(flag, c.now)
    best = shown(flag, c.reference)
    return (
        f"{named(flag.measure)} is away from its best: {now} over the last two ratings, {best} at best, up to "
        f"{session(flag, c)}"
    )


def _since_transfer(flag: FlagView) -> str:
    def each(c: Compared) -> str:
        before = f"{shown(flag, c.reference)} with the therapist before ({session(flag, c)})"
        return f"{label(flag, c.key)} {before}, {shown(flag, c.now)} now"

    return listed(flag, each)


def _drop_source(flag: FlagView) -> str:
    """Where the points come from that are far below: the drop rule's, or the practice's own."""
    if flag.finding.own_setting:
        return "Setting: this practice's own threshold."
    return f"Points: {flag.measure.drop.source}" if flag.measure.drop else ""


def _return(flag: FlagView) -> str:
    back = flag.finding.kind is FlagKind.CAME_BACK

    def each(c: Compared) -> str:
        how = "is back" if back else "is not back after five ratings"
        return (
            f"{label(flag, c.key)} {how}: {shown(flag, c.now)} now, {shown(flag, c.reference)} "
            f"before it fell in {session(flag, c)}"
        )

    return listed(flag, each)


def _answered(flag: FlagView) -> str:
    question = flag.measure.question
    given = flag.finding.held_back
    if question is None or given is None:
        return ""
    said = question.choices["en"][given]
    return f"The client answered “{said}” to the last question of {flag.measure.name}."


def _level_source(flag: FlagView) -> str:
    level = flag.measure.level
    return f"Level: {level.source.rstrip('.')}." if level else ""


def _low_source(flag: FlagView) -> str:
    """What makes a total low: the published level, where that was what it was held against."""
    (c,) = flag.finding.compared
    level = flag.measure.level
    published = level is not None and c.reference in level.cutoffs.values()
    return _level_source(flag) if published else f"Level: {MIDDLE}."


def _risk_source(flag: FlagView) -> str:
    risk = flag.measure.risk
    return f"{risk.source.rstrip('.')}." if risk else ""


def _lower_first(text: str) -> str:
    return text[0].lower() + text[1:]


KINDS: dict[FlagKind, KindWords] = {
    FlagKind.RISK_ITEM: KindWords(
        label="Risk item",
        sentence=_risk,
        meaning=(
            "Ask about it directly before the session ends, and do what your plan says. It may be new, old, or a slip "
            "of the finger; only the client can say. A lower mark, or a 0, would not mean that there is no risk."
        ),
        short=_risk_in_short,
        rests_on=(_risk_source,),
    ),
    FlagKind.DROP: KindWords(
        label="Drop",
        sentence=drop,
        meaning=(
            "It may be a strain between you, a hard session, a bad day, or a slip of the finger. Only the client can "
            "say."
        ),
        rests_on=(rarity,),
    ),
    FlagKind.UNUSUAL: KindWords(
        label="Unusually low",
        sentence=unusual,
        meaning=(
            "It fell by less than two points, but this client hardly ever marks so low. Ask what was different today; "
            "only the client can say."
        ),
        rests_on=(rarity,),
    ),
    FlagKind.LONG_SLIDE: KindWords(
        label="Long slide",
        sentence=slide,
        short=slide_in_short,
        meaning=(
            "Step by step it has come down as far as a drop would in one. Ask about the direction, not about the mark."
        ),
        rests_on=(rarity,),
    ),
    FlagKind.TENSION: KindWords(
        label="Tension",
        sentence=strain,
        meaning=(
            "It is told so that it can be talked about: ask how it was, and what would help. What it was, only the "
            "client can say."
        ),
        rests_on=(strain_asked, strain_studied),
    ),
    FlagKind.WANTS_TO_TALK: KindWords(
        label="Wants to talk",
        sentence=says("The client would like to talk about something"),
        meaning="There may be something that no number shows. Only the client can say.",
        rests_on=(_answered,),
    ),
    FlagKind.SLIDE: KindWords(
        label="Slow slide",
        sentence=slide,
        short=slide_in_short,
        meaning=(
            "No single step was large enough for a check-in. Small steps add up: ask about the direction, not about "
            "the mark."
        ),
        rests_on=(rarity,),
    ),
    FlagKind.EARLY_LEVEL: KindWords(
        label="First rating below the level",
        sentence=_level,
        meaning="A low start does not say why. It is a chance to ask early what would make these hours more useful.",
        rests_on=(_low_source,),
    ),
    FlagKind.FIRST_CROSSING: KindWords(
        label="Below the level for the first time",
        sentence=_level,
        meaning="The level is a guide for a conversation, not a verdict. Ask what is different.",
        rests_on=(_low_source,),
    ),
    FlagKind.LOW_ITEM: KindWords(
        label="Low twice running",
        sentence=_low,
        meaning=(
            "A mark that stays low may be about the work or about the person's way of marking. Ask what would have to "
            "change for it to be a little higher."
        ),
    ),
    FlagKind.TENSION_AGAIN: KindWords(
        label="A little tension, twice running",
        sentence=says("The client noticed a little tension or a misunderstanding, twice running"),
        meaning=(
            "A little each time may be how work on hard things feels. It may also be one thing that stays unsaid: ask "
            "whether it was the same both times."
        ),
        rests_on=(strain_asked, strain_studied),
    ),
    FlagKind.OUTCOME_WORSE: KindWords(
        label="Outcome worse than at intake",
        sentence=outcome,
        meaning=(
            "The change is larger than chance usually explains, by the reliable change named below. It does not say "
            "why. Look at the plan, and at what happened outside the room."
        ),
        rests_on=(change_source,),
    ),
    FlagKind.NEAR_WORST: KindWords(
        label="Outcome near the worst end",
        sentence=near_worst,
        meaning=(
            "Low marks at the start are what people come with. So near the end the scale can hardly show that things "
            "get worse: do not wait for it. Ask how it is now, and look at the plan together."
        ),
        rests_on=(change_source,),
    ),
    FlagKind.NO_IMPROVEMENT: KindWords(
        label="No reliable improvement",
        not_yet=True,
        sentence=outcome,
        meaning="Improvement often takes time, and some measures do not show it. Look at goals and dose together.",
        how_sure=on_real_courses,
        rests_on=(change_source,),
    ),
    FlagKind.LOWER_THAN_BEFORE: KindWords(
        label="Lower than with the therapist before",
        sentence=_since_transfer,
        meaning=(
            "Two therapists are rated here, so it is no fall. A change of therapist can be hard in itself. Ask how it "
            "is for the client, and what was helpful before."
        ),
        rests_on=(_drop_source,),
    ),
    FlagKind.THERAPIST_DROP: KindWords(
        label="Therapist's rating fell",
        sentence=lambda flag: f"The therapist's own {_lower_first(drop(flag))}",
        meaning=(
            "Your own view of the work fell. The client's rating predicts better; yours may have noticed something "
            "first."
        ),
        short=lambda flag: f"Therapist: {in_short(flag)}",
    ),
    FlagKind.THERAPIST_ABOVE: KindWords(
        label="Therapist above client twice",
        sentence=_apart,
        meaning=(
            "Most clients rate higher than their therapists, so this direction is unusual. It may be nothing. How well "
            "the two agree did not go with the outcome in 700 treatments."
        ),
    ),
    FlagKind.NO_RATING_LATELY: KindWords(
        label="No rating lately",
        sentence=says("Three sessions without a rating by the client"),
        meaning=(
            "Without ratings a strain stays unseen. Ask what gets in the way of rating, and whether it should be done "
            "otherwise."
        ),
        settled="Rated again",
    ),
    FlagKind.NOT_BACK: KindWords(
        label="Not back",
        sentence=_return,
        meaning=(
            "It may have settled at a new level, or the strain may still be there. Ask how the client sees it now."
        ),
    ),
    FlagKind.CAME_BACK: KindWords(
        label="Came back",
        sentence=_return,
        meaning="Two ratings running are on average near where it was before the fall.",
    ),
    FlagKind.NEW_THERAPIST: KindWords(
        label="First rating with a new therapist",
        sentence=lambda flag: f"{named(flag.measure)}: {_since_transfer(flag)}",
        meaning=(
            "The two numbers are about two people, so it is no fall, and no flag compares them later. The first three "
            "ratings are watched: what stands far below the therapist before is up for review."
        ),
    ),
    FlagKind.AWAY_FROM_BEST: KindWords(
        label="Away from the best",
        sentence=_away,
        meaning=(
            "No step was large, and it may simply be usual again. The best of several ratings is a little better than "
            "the rest by chance alone. One could ask what was different when it was at its best."
        ),
    ),
    FlagKind.TENSION_NOTED: KindWords(
        label="Tension, noted",
        sentence=strain,
        meaning="The client said so, and nothing more is asked. It can be worth a word next time.",
        rests_on=(strain_asked,),
    ),
    FlagKind.CEILING: KindWords(
        label="At the top throughout",
        sentence=says("Three ratings running with every mark at the top"),
        meaning=(
            "High marks are common and often real. They can also be politeness, and a 10 cannot rise. One could ask "
            "what would have made the hour one point better."
        ),
    ),
    FlagKind.FLAT: KindWords(
        label="The same answer throughout",
        sentence=says("Three ratings running with one answer on every item"),
        meaning="It may be how it is, or a way of getting the form done.",
    ),
    FlagKind.CLIENT_ABOVE: KindWords(
        label="Client above therapist",
        sentence=_apart,
        meaning="That is the usual direction and no reason for concern by itself.",
    ),
    FlagKind.PARTNERS_APART: KindWords(
        label="Partners apart",
        sentence=_partners,
        meaning=(
            "Two people can leave one hour differently, and neither mark is the wrong one. It may be worth asking each "
            "what it was like, without holding one against the other."
        ),
        names_people=True,
    ),
    FlagKind.DECLINED: KindWords(
        label="Preferred not to rate twice",
        sentence=says("The client preferred not to rate, twice running"),
        meaning="That is a full answer. It is respected, not chased.",
    ),
    FlagKind.INPUT_CHANGED: KindWords(
        label="Entered in another way",
        sentence=says("Entered in another way than the rating before"),
        meaning=(
            "Totals are compared all the same. A single answer or a scale that only one of the two ratings has is "
            "compared with nothing."
        ),
    ),
    FlagKind.SUDDEN_GAIN: KindWords(
        label="Sudden gain",
        sentence=sudden,
        meaning=(
            "A large step between two sessions. It does not say what caused it, and some such steps are chance. One "
            "could ask what the client thinks made the difference."
        ),
        rests_on=(change_source,),
    ),
    FlagKind.SUDDEN_LOSS: KindWords(
        label="Sudden loss",
        sentence=sudden,
        meaning=(
            "A large step for the worse between two sessions. It does not say what caused it, and some such steps are "
            "chance. One could ask what happened in these days."
        ),
        rests_on=(change_source,),
    ),
    FlagKind.RECOVERED: KindWords(
        label="Recovered",
        sentence=better,
        meaning=(
            "That is the usual definition, by two numbers. One rating may be a good week: look whether it holds, and "
            "ask whether it is how the client sees it."
        ),
        rests_on=(_level_source, change_source),
    ),
    FlagKind.IMPROVED: KindWords(
        label="Reliably better",
        sentence=better,
        meaning=(
            "Without a published cut-off for this measure and age nobody can say “recovered”. One rating may be a good "
            "week: look whether it holds, and ask whether it is how the client sees it."
        ),
        rests_on=(change_source,),
    ),
    FlagKind.MISSED: KindWords(
        label="Missed session",
        sentence=_missed,
        meaning=(
            "Not coming is often a sign about the alliance, and not a flaw of character. Get in touch, ask openly what "
            "made it hard to come, and agree together how to go on."
        ),
        settled="Talked about",
    ),
    FlagKind.LATE_AGAIN: KindWords(
        label="Late twice",
        sentence=says("Late by ten minutes or more in two of the last four sessions"),
        meaning="It may be the bus. It may also be that coming is not easy at the moment. Only the client can say.",
    ),
    FlagKind.TASKS_NOT_DONE: KindWords(
        label="Agreed tasks not done twice",
        sentence=says("Agreed tasks were not done, twice running"),
        meaning=(
            "The task may have been too large, not theirs, or not clear. Ask what it was like to have it, and make the "
            "next one together."
        ),
    ),
    FlagKind.NOTHING_VOICED: KindWords(
        label="Nothing voiced twice",
        sentence=says(
            "In two observed sessions running the client asked, objected to, brought and set nothing"
        ),
        meaning=(
            "It may be how this person talks. It can also be going along without being with you: compliance is not "
            "alliance. Leave room for a no."
        ),
    ),
}
