"""What can be answered to a check-in, where it stands then, and whether that was in the same session.

open ──► addressed | planned | set aside | to be corrected | in supervision      a later answer is a new entry
  └────► withdrawn    when a correction takes its reason away; never deleted
"""

from datetime import date
from enum import StrEnum

from tracker.domain.sessions import Given


class Answer(StrEnum):
    """What can be answered to a check-in, in the order of the form."""

    TALKED = "talked"
    EXPLAINED = "explained"
    PREFERRED_NOT = "preferred_not"
    NEXT_SESSION = "next_session"
    NOT_TODAY = "not_today"
    ENTERED_WRONGLY = "entered_wrongly"
    SUPERVISION = "supervision"


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
    WITHDRAWN = "withdrawn"


LEADS_TO: dict[Answer, Stage] = {
    Answer.TALKED: Stage.ADDRESSED,
    Answer.EXPLAINED: Stage.ADDRESSED,
    Answer.PREFERRED_NOT: Stage.ADDRESSED,
    Answer.NEXT_SESSION: Stage.PLANNED,
    Answer.NOT_TODAY: Stage.SET_ASIDE,
    Answer.ENTERED_WRONGLY: Stage.CORRECTION,
    Answer.SUPERVISION: Stage.IN_SUPERVISION,
}
NEEDS_AN_ANSWER = frozenset({Stage.OPEN, Stage.CORRECTION})
TO_COME_BACK_TO = frozenset({Stage.PLANNED, Stage.SET_ASIDE, Stage.IN_SUPERVISION})


def stage(*, withdrawn: bool, last: Answer | None, risen: bool = False) -> Stage:
    """Where a flag stands, from what is stored of it.

    `risen`: a correction made the drop stronger than what was answered, so it asks again.
    """
    if withdrawn:
        return Stage.WITHDRAWN
    return LEADS_TO[last] if last and not risen else Stage.OPEN


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
