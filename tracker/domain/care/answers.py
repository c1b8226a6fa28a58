"""What can be answered to a flag, where it stands then, and whether that was in the same session.

open ──► addressed | planned | set aside | to be corrected | in supervision      a later answer is a new entry
  ├────► settled      by itself: a small drop that came back, a client who rated again, a missed session talked about
  ├────► ended        when the therapy ends before it was answered or come back to; open again when it is reopened
  └────► withdrawn    when a correction takes its reason away; never deleted

An answer can be undone for ten minutes: the flag then stands where it stood before it.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum

from tracker.domain.course.sessions import Given
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.domain.rules.risk_rules import LOWER, UNCHANGED

UNDO_WITHIN = timedelta(minutes=10)  # design default


class Answer(StrEnum):
    """What can be answered, in the order of the forms, and the undoing of an answer."""

    TALKED = "talked"
    EXPLAINED = "explained"
    PREFERRED_NOT = "preferred_not"
    NEXT_SESSION = "next_session"
    NOT_TODAY = "not_today"
    ENTERED_WRONGLY = "entered_wrongly"
    SUPERVISION = "supervision"
    RISK_ASKED = "risk_asked"
    RISK_PLAN = "risk_plan"
    RISK_INVOLVED = "risk_involved"
    RISK_UNCHANGED = "risk_unchanged"
    REVIEWED = "reviewed"
    CHANGED = "changed"
    UNDONE = "undone"


CHECK_IN = (
    Answer.TALKED,
    Answer.EXPLAINED,
    Answer.PREFERRED_NOT,
    Answer.NEXT_SESSION,
    Answer.NOT_TODAY,
    Answer.ENTERED_WRONGLY,
    Answer.SUPERVISION,
)
RISK = (Answer.RISK_ASKED, Answer.RISK_PLAN, Answer.RISK_INVOLVED, Answer.ENTERED_WRONGLY)
MISSED = (Answer.NEXT_SESSION, Answer.SUPERVISION, Answer.ENTERED_WRONGLY)
REVIEW = (
    Answer.REVIEWED,
    Answer.CHANGED,
    Answer.TALKED,
    Answer.NEXT_SESSION,
    Answer.SUPERVISION,
    Answer.ENTERED_WRONGLY,
)


def offered(tier: Tier, kind: FlagKind, reason: str) -> tuple[Answer, ...]:
    """The answers that a flag asks for, in the order of its form; none for a note.

    "Unchanged, plan reviewed" is one tap, offered first, and only where every risk item was answered before and none of
    them rose. Risk cannot be put off. A missed session is not answered by looking at it: it asks for a conversation.
    """
    if tier is Tier.RISK:
        known = reason in (UNCHANGED, LOWER)
        return (Answer.RISK_UNCHANGED, *RISK) if known else RISK
    if tier is Tier.CHECK_IN:
        return CHECK_IN
    if tier is Tier.NOTE:
        return ()
    if kind is FlagKind.MISSED:
        return MISSED
    return REVIEW[:-1] if kind is FlagKind.NO_RATING_LATELY else REVIEW


ADDRESSING = frozenset({Answer.TALKED, Answer.EXPLAINED, Answer.PREFERRED_NOT})


class Move(StrEnum):
    """What was done in the conversation: explore first, explain last."""

    ASKED_DIFFERENT = "asked_different"
    INVITED_VIEW = "invited_view"
    OWNED_PART = "owned_part"
    NAMED_PATTERN = "named_pattern"
    RENEGOTIATED = "renegotiated"
    EXPLAINED_RATIONALE = "explained_rationale"


class Rupture(StrEnum):
    """What the clinician calls it. Nothing calls a drop a rupture before they do."""

    WITHDRAWAL = "withdrawal"
    CONFRONTATION = "confrontation"
    BOTH = "both"
    NOT_A_RUPTURE = "not_a_rupture"


class Stage(StrEnum):
    OPEN = "open"
    ADDRESSED = "addressed"
    PLANNED = "planned"
    SET_ASIDE = "set_aside"
    CORRECTION = "correction"
    IN_SUPERVISION = "in_supervision"
    SETTLED = "settled"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


LEADS_TO: dict[Answer, Stage] = {
    Answer.TALKED: Stage.ADDRESSED,
    Answer.EXPLAINED: Stage.ADDRESSED,
    Answer.PREFERRED_NOT: Stage.ADDRESSED,
    Answer.NEXT_SESSION: Stage.PLANNED,
    Answer.NOT_TODAY: Stage.SET_ASIDE,
    Answer.ENTERED_WRONGLY: Stage.CORRECTION,
    Answer.SUPERVISION: Stage.IN_SUPERVISION,
    Answer.RISK_ASKED: Stage.ADDRESSED,
    Answer.RISK_PLAN: Stage.ADDRESSED,
    Answer.RISK_INVOLVED: Stage.ADDRESSED,
    Answer.RISK_UNCHANGED: Stage.ADDRESSED,
    Answer.REVIEWED: Stage.ADDRESSED,
    Answer.CHANGED: Stage.ADDRESSED,
}
NEEDS_AN_ANSWER = frozenset({Stage.OPEN, Stage.CORRECTION})
SMALL = 1  # the strength that is offered, and asks for no answer
TO_COME_BACK_TO = frozenset({Stage.PLANNED, Stage.SET_ASIDE, Stage.IN_SUPERVISION})
ENDS_WITH_THE_THERAPY = NEEDS_AN_ANSWER | {Stage.PLANNED, Stage.SET_ASIDE}


def stage(
    *, withdrawn: bool, last: Answer | None, risen: bool = False, settled: bool = False
) -> Stage:
    """Where a flag stands, from what is stored of it.

    `risen`: a correction made the drop stronger than what was answered, so it asks again. `settled`: nobody answered,
    and its reason has gone by itself.
    """
    if withdrawn:
        return Stage.WITHDRAWN
    if last and not risen:
        return LEADS_TO[last]
    return Stage.SETTLED if settled else Stage.OPEN


def after_the_end(stage: Stage, tier: Tier) -> Stage:
    """Where a flag stands that stood so when the therapy ended: nobody answers it any more, or comes back to it. Risk
    always asks, and what was taken to supervision is still talked about there."""
    if tier is Tier.RISK or stage not in ENDS_WITH_THE_THERAPY:
        return stage
    return Stage.ENDED


def ended_unanswered(*, tier: Tier, strength: int | None, stage: Stage) -> bool:
    """True for a check-in that was owed, and not talked about when the therapy ended; a drop of strength 1 is not."""
    return stage is Stage.ENDED and tier is Tier.CHECK_IN and strength != SMALL


def only_offered(strength: int | None, stage: Stage) -> bool:
    """True for what is offered as it is saved and does not wait for an answer: a drop of strength 1. Once the clinician
    planned to come back to it, or said that the rating is wrong, that waits like any other."""
    return stage is Stage.OPEN and strength == SMALL


def climbs(*, tier: Tier, strength: int | None, stage: Stage, sessions_since: int) -> bool:
    """True for a check-in that is owed and still unanswered at the next session, whether its kind has a strength or
    not: it goes to review."""
    owed = tier is Tier.CHECK_IN and stage is Stage.OPEN and not only_offered(strength, stage)
    return owed and sessions_since > 0


def can_undo(recorded_at: datetime, now: datetime) -> bool:
    """True while an answer can be taken back."""
    return recorded_at <= now <= recorded_at + UNDO_WITHIN


class Addressed(StrEnum):
    """Whether the drop was talked about in the same session; when it was said is kept apart from when it was done."""

    YES = "yes"
    RECORDED_LATER = "recorded_later"
    LATER = "later"
    PLANNED = "planned"
    NO = "no"
    RATED_AFTER = "rated_after"


def addressed(
    *,
    held_on: date,
    given: Given,
    answer: Answer | None,
    talked_on: date | None,
    recorded_on: date | None,
) -> Addressed:
    """Whether a check-in was addressed in the session that raised it.

    `talked_on` is None for "in the session". Yes only when it was talked about on the session's local date and recorded
    on that day. A rating given after the
    session could not be talked about in it and is counted apart.
    """
    if given is Given.AFTER_SESSION:
        return Addressed.RATED_AFTER
    if answer is Answer.NEXT_SESSION:
        return Addressed.PLANNED
    if answer not in ADDRESSING:
        return Addressed.NO
    if talked_on is not None and talked_on != held_on:
        return Addressed.LATER
    return Addressed.YES if recorded_on == held_on else Addressed.RECORDED_LATER
