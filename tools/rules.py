"""docs/rules.md: every rule with what it finds, where it appears and what it asks for; the drop rule of each measure."""

from tools.tables import table
from tracker.domain.course.trajectory import (
    MIDDLE_RATINGS,
    STALE_DAYS,
    STALE_SESSIONS,
    USUAL_RATINGS,
)
from tracker.domain.measures.measure import Measure
from tracker.domain.rules.drop_rules import STRENGTH_WORDS
from tracker.domain.rules.findings import RULES_VERSION, Tier
from tracker.domain.rules.findings import TIER as TIER_OF
from tracker.domain.rules.repair import NEAR_ITEM, NEAR_MEAN, NEAR_SUM, RATINGS, RUNNING
from tracker.reference.loader import measures
from tracker.web.words.flags import APPEARS, ASKS, KINDS, TIER, rule
from tracker.web.words.measures import by_person, conditions, cost

HONEST = (
    "The rules inform a conversation; they do not diagnose. No alliance measure has a validated drop threshold. What is "
    "called a design default was chosen here and has no study behind it. Simulated without any true change, a fall of two "
    "points happens often (see each measure below), so every drop carries a strength and costs one tap to answer."
)
DEFINITIONS = (
    (
        "series",
        "client, participant, therapist, measure and version, rater and variant; nothing is compared across two of them. How "
        "it was entered does not matter: a total is one course, whether it was typed or worked out from answers",
    ),
    (
        "previous",
        "the last rating of the series in which that score is present; nothing is carried forward",
    ),
    (
        "base",
        f"the mean of up to {USUAL_RATINGS} ratings before this one, without falls of strength 2 or more and unusually low ones that stayed (design default)",
    ),
    ("middle", f"the median of up to {MIDDLE_RATINGS} ratings before this one (design default)"),
    (
        "stale",
        f"more than {STALE_DAYS} days, or more than {STALE_SESSIONS} sessions, since the previous value: the strength is 1 at "
        "most (design default)",
    ),
    (
        "back",
        f"the mean of {RUNNING} ratings running, among the next {RATINGS}, no further below the base, as it was when the score "
        f"fell, than {NEAR_ITEM} of an item's range, {NEAR_MEAN} of a mean's or {NEAR_SUM} of a sum's (design default): half a "
        "point of 0 to 10, an eighth of a mean of 1 to 5, half a point of a sum of 0 to 40",
    ),
)


def page() -> str:
    """The text of the page."""
    kinds = sorted(TIER_OF, key=lambda kind: (list(Tier).index(TIER_OF[kind]), kind))
    parts = [
        "# Rules",
        f"Rules version **{RULES_VERSION}**; each flag keeps the version that found it. {HONEST}",
        "## Words",
        table(("word", "meaning"), DEFINITIONS),
    ]
    for tier in Tier:
        parts += [f"## {TIER[tier]}", f"Appears {APPEARS[tier]}. Asks for {ASKS[tier]}."]
        rows = [
            (
                f"**{KINDS[kind].label}** `{kind.value}`",
                rule(kind),
                f"{KINDS[kind].meaning} {KINDS[kind].how_sure(kind)}".rstrip(),
            )
            for kind in kinds
            if TIER_OF[kind] is tier
        ]
        parts.append(table(("kind", "what is found", "what it may mean"), rows))
    parts += ["## The drop rule of each measure", _strength_words()]
    parts += [_drop(measure) for measure in measures().values() if measure.drop]
    return "\n\n".join(parts)


def _strength_words() -> str:
    return (
        "; ".join(f"strength {number}: “{words}”" for number, words in STRENGTH_WORDS.items())
        + f". Strength 2 and 3 of every measure: {by_person()}"
    )


def _drop(measure: Measure) -> str:
    assert measure.drop is not None
    first, second, third = (conditions(rules, measure) for rules in measure.drop.strengths)
    lines = [
        f"### {measure.name}",
        "",
        f"- Strength 1. {first}",
        f"- Of ratings that rules before 2026.9 looked at first: strength 2. {second}",
        f"- Of these: strength 3. {third}",
    ]
    return "\n".join([*lines, "", f"{measure.drop.source} {cost(measure)}".strip()])
