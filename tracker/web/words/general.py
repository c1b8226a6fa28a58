"""The words of the interface for the values of the domain, in one place."""

from datetime import date

from tracker.domain.care.answers import Addressed, Answer, Move, Rupture, Stage
from tracker.domain.care.treatment import EndedHow
from tracker.domain.course.adaptations import AdaptationKind
from tracker.domain.course.clients import AgeBand, Format
from tracker.domain.course.markers import in_marker_order
from tracker.domain.course.schedule import Became
from tracker.domain.course.sessions import (
    AgreedTask,
    Channel,
    ClientQuestion,
    Given,
    NoRating,
    Observation,
    Setting,
    Status,
    long_date,
)
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Role
from tracker.domain.people.preferences import Density, Theme
from tracker.web.words import strains

STATUS = {
    Status.ATTENDED: "Took place",
    Status.MISSED: "Client did not come",
    Status.CANCELLED_BY_CLIENT: "Cancelled by the client",
    Status.CANCELLED_BY_CLINIC: "Cancelled by the practice",
    Status.SCHEDULED: "Scheduled",
}
SETTING = {
    Setting.IN_PERSON: "In the room",
    Setting.VIDEO: "Video call",
    Setting.PHONE: "Phone call",
    Setting.OUTSIDE: "Elsewhere, outside the room",
}
GIVEN = {Given.IN_SESSION: "given in the session", Given.AFTER_SESSION: "given after the session"}
NO_RATING = {
    NoRating.NOT_ASKED: "not asked",
    NoRating.DECLINED: "client preferred not to rate",
    NoRating.ASKED: "the client's own rating is still to come",
    NoRating.NOT_GIVEN: "asked, no answer came",
}
CHANNEL = {
    Channel.TYPED: "",
    Channel.TABLET: "by the client on the practice's tablet",
    Channel.PHONE: "by the client on their own phone",
}
TASK = {
    AgreedTask.DONE: "Done",
    AgreedTask.PARTLY: "Done in part",
    AgreedTask.NOT_DONE: "Not done",
    AgreedTask.NONE_AGREED: "None was agreed",
}
OBSERVATION = {
    Observation.ASKED: "The client asked something",
    Observation.DISAGREED: "The client disagreed with something",
    Observation.BROUGHT: "The client brought something unasked",
    Observation.SET_AGENDA: "The client set what we talked about",
}
QUESTION = {
    ClientQuestion.STILL_USEFUL: "Is this still useful to you?",
    ClientQuestion.RIGHT_THINGS: "Are we working on the right things?",
    ClientQuestion.NOT_WORKING: "What is not working?",
}
BECAME = {
    Became.MOVED: "Moved to another day",
    Became.CANCELLED_BY_CLIENT: "Cancelled by the client",
    Became.CANCELLED_BY_CLINIC: "Cancelled by the practice",
    Became.MISSED: "The client did not come",
    Became.MISTAKE: "Entered by mistake: take it off the plan",
}
BECAME_SAVED = {
    Became.CANCELLED_BY_CLIENT: "cancelled by the client",
    Became.CANCELLED_BY_CLINIC: "cancelled by the practice",
    Became.MISTAKE: "taken off the plan",
}
ADAPTATION = {
    AdaptationKind.PACING: "Pace",
    AdaptationKind.LANGUAGE: "Language",
    AdaptationKind.CULTURE: "Fit with culture and life",
    AdaptationKind.MODALITY: "Way of working",
    AdaptationKind.OTHER: "Something else",
}
ENDED_HOW = {
    EndedHow.PLANNED: "As planned",
    EndedHow.CLIENT_STOPPED: "The client stopped coming",
    EndedHow.TRANSFERRED: "The client goes on with somebody else",
    EndedHow.DIED: "The client died",
    EndedHow.OTHER: "In another way",
}
AGE_BAND = {
    AgeBand.CHILD: "Under 13",
    AgeBand.ADOLESCENT: "13 to 17",
    AgeBand.YOUNG_ADULT: "18 to 25",
    AgeBand.ADULT: "26 to 64",
    AgeBand.OLDER_ADULT: "65 or over",
}
FORMAT = {
    Format.INDIVIDUAL: "Individual",
    Format.COUPLE: "Couple",
    Format.FAMILY: "Family",
    Format.GROUP: "Group",
}
RATER = {Rater.CLIENT: "Client", Rater.THERAPIST: "Therapist", Rater.OBSERVER: "Observer"}
ROLE = {
    Role.CLINICIAN: "Clinician",
    Role.SUPERVISOR: "Supervisor",
    Role.ADMINISTRATOR: "Administrator",
}
THEME = {
    Theme.SYSTEM: "As this device is set",
    Theme.LIGHT: "Light",
    Theme.DARK: "Dark",
}
DENSITY = {Density.COMPACT: "Close for a mouse, wide for a finger", Density.COMFORTABLE: "Wide"}
ANSWER = {
    Answer.TALKED: "We talked about it in this session",
    Answer.EXPLAINED: "The client explained it: the day, a slip, something else",
    Answer.PREFERRED_NOT: "Asked; the client preferred not to say",
    Answer.NEXT_SESSION: "I will raise it next session",
    Answer.NOT_TODAY: "Not right today",
    Answer.ENTERED_WRONGLY: "The rating was entered wrongly",
    Answer.SUPERVISION: "Take it to supervision",
    Answer.RISK_ASKED: "I asked about it, and we agreed what to do",
    Answer.RISK_PLAN: "We made a safety plan, or went through the one there is",
    Answer.RISK_INVOLVED: "I brought in someone else (supervisor, doctor, crisis service)",
    Answer.RISK_UNCHANGED: "Unchanged; the plan was reviewed",
    Answer.REVIEWED: "Looked at it; we go on as planned",
    Answer.CHANGED: "Looked at it; something in the work changes",
}
# At a review the session that raised it is over.
ANSWER_AT_REVIEW = {Answer.TALKED: "I talked about it with the client"}
ANSWERED = {
    Answer.TALKED: "Talked about",
    Answer.EXPLAINED: "Explained by the client",
    Answer.PREFERRED_NOT: "Asked; the client preferred not to say",
    Answer.NEXT_SESSION: "To be raised at the start of the next session",
    Answer.NOT_TODAY: "Not right today",
    Answer.ENTERED_WRONGLY: "Entered wrongly; the correction is open",
    Answer.SUPERVISION: "Taken to supervision",
    Answer.RISK_ASKED: "Asked about it, and agreed what to do",
    Answer.RISK_PLAN: "Safety plan made or gone through",
    Answer.RISK_INVOLVED: "Brought in someone else",
    Answer.RISK_UNCHANGED: "Unchanged; plan reviewed",
    Answer.REVIEWED: "Looked at; going on as planned",
    Answer.CHANGED: "Looked at; something in the work changes",
    Answer.UNDONE: "Undone",
}
MOVE = {
    Move.ASKED_DIFFERENT: "asked what was different",
    Move.INVITED_VIEW: "invited the client's view",
    Move.OWNED_PART: "owned my part",
    Move.NAMED_PATTERN: "named the pattern",
    Move.RENEGOTIATED: "changed goals or tasks",
    Move.EXPLAINED_RATIONALE: "explained why we work this way",
}
RUPTURE = {
    Rupture.WITHDRAWAL: "A strain: the client drew back",
    Rupture.CONFRONTATION: "A strain: the client objected",
    Rupture.BOTH: "A strain: both",
    Rupture.NOT_A_RUPTURE: "Not a strain between us",
}
STAGE = {
    Stage.OPEN: "Check in",
    Stage.ADDRESSED: "Addressed",
    Stage.PLANNED: "Planned",
    Stage.SET_ASIDE: "Not today",
    Stage.CORRECTION: "To be corrected",
    Stage.IN_SUPERVISION: "In supervision",
    Stage.SETTLED: "Came back, not answered",
    Stage.ENDED: "Therapy ended",
    Stage.WITHDRAWN: "Withdrawn: rating corrected",
}
ADDRESSED = {
    Addressed.YES: "yes",
    Addressed.RECORDED_LATER: "yes, recorded later",
    Addressed.LATER: "talked about on a later day",
    Addressed.PLANNED: "planned",
    Addressed.NO: "not yet",
    Addressed.RATED_AFTER: "rated after the session",
}
# What one could say, by what fell. Never the number: that teaches tens.
TO_SAY = {
    "bond": "“Thank you for marking this honestly. Was it more about me, about the topic, or about the day?”",
    "goals": "“I would like to check where we are heading. Is what we work on still what you want?”",
    "tasks": "“How was the way we worked today for you? What would suit you better?”",
    "strain": "“You marked that there was some tension between us. How was that for you, and what would help now?”",
    "talk": "“You marked that there is something you may want to talk about. Would you like to say what it is?”",
    "": "“Thank you for marking this honestly. Was it more about me, about the topic, about the way we worked, "
    "or about the day?”",
}
FIELD = {
    "held_on": "Date",
    "status": "Attendance",
    "setting": "Setting",
    "minutes_late": "Minutes late",
    "no_rating": "Client's rating",
    "note": "Note",
    "task": "Task agreed last time",
    "markers": "What I saw of a strain",
    "start_marks": "Mark at the start",
    **{name.value: text for name, text in OBSERVATION.items()},
    **{name.value: text for name, text in QUESTION.items()},
}


def by(rater: Rater, letter: str = "") -> str:
    """Who rated: "Client", "Client B", "Therapist"."""
    return f"{RATER[rater]} {letter}" if letter else RATER[rater]


def shown(field: str, value: str) -> str:
    """A stored detail of a session as its page writes it."""
    if not value:
        return "nothing"
    if field == "held_on":
        return long_date(date.fromisoformat(value))
    if field == "markers":
        return strains.markers(in_marker_order(value.split(",")))
    named: dict[str, dict[str, str]] = {
        "status": {key.value: text for key, text in STATUS.items()},
        "setting": {key.value: text for key, text in SETTING.items()},
        "no_rating": {key.value: text for key, text in NO_RATING.items()},
        "task": {key.value: text for key, text in TASK.items()},
        **{name.value: {"True": "yes", "False": "no"} for name in Observation},
    }
    return named.get(field, {}).get(value, value)
