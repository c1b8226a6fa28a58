"""The words for what the audit log holds."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tracker.services.reports.exports import ExportView
from tracker.services.trail.events import CLINICAL

EVENT = {
    "account.added": "Account added",
    "account.disabled": "Account disabled",
    "account.password_changed": "Password changed",
    "account.changed": "Account changed",
    "account.enabled": "Account enabled",
    "account.code_given": "One-time code given",
    "account.code_wrong": "One-time code did not match",
    "account.preferences_changed": "Own settings changed",
    "supervision.ended": "Supervision ended",
    "participant.added": "Person added who rates",
    "participant.asked": "Person asked again",
    "participant.not_asked": "Person not asked any more",
    "client.reassigned": "Client reassigned",
    "estimate.read": "Estimate from own ratings read",
    "estimate.adopted": "Estimate from own ratings adopted",
    "estimate.given_up": "Estimate from own ratings given up",
    "threshold.read": "Thresholds read",
    "threshold.set": "Threshold set",
    "supervision.linked": "Supervision linked",
    "sign_in.opened": "Signed in",
    "sign_in.failed": "Sign-in failed",
    "sign_in.ended": "Sign-in ended",
    "sign_in.suspended": "Sign-in suspended: the client has the tablet",
    "sign_in.resumed": "Sign-in resumed: the tablet is back",
    "handover.made": "Handed over to the client",
    "handover.opened": "Hand-over opened by the client",
    "handover.code_wrong": "Code of a hand-over did not match",
    "handover.sent": "Rating sent by the client",
    "handover.declined": "Rating declined by the client",
    "handover.partial": "Hand-over ended with part of the answers",
    "handover.unanswered": "Hand-over ended without an answer",
    "handover.cancelled": "Hand-over cancelled",
    "handover.taken_back": "Tablet taken back from the client",
    "caseload.read": "Caseload read",
    "client.added": "Client added",
    "clients.looked_for": "Client looked for by code, initials or reference",
    "client.changed": "Client's details changed",
    "client.ended": "Therapy ended",
    "client.reopened": "Therapy taken up again",
    "client.paused": "Therapy paused",
    "client.resumed": "Paused therapy goes on",
    "client.taken_back": "Client added by mistake taken back",
    "client.read": "Client's record read",
    "client.printed": "Client's record or a summary of it printed",
    "meeting.printed": "Agenda of a meeting printed",
    "emergency.opened": "Record opened in an emergency",
    "emergency.closed": "Record opened in an emergency closed again",
    "emergency.code_wrong": "Code for an emergency did not match",
    "emergency.reported": "Report on emergencies read",
    "notice.seen": "Notice put away",
    "cover.arranged": "Cover arranged",
    "cover.ended": "Cover ended",
    "session.scheduled": "Sessions scheduled",
    "session.moved": "Scheduled session moved",
    "session.taken_off": "Scheduled session taken off",
    "session.logged": "Session logged",
    "session.moved_here": "Session moved here from another record",
    "session.moved_away": "Session moved to another record",
    "session.taken_back": "Session taken back",
    "session.put_back": "Session put back where it was",
    "session.read": "Session read",
    "session.no_answer": "Session without the client's answer",
    "session.corrected": "Session corrected",
    "reengagement.recorded": "Conversation about coming back recorded",
    "reengagement.corrected": "Conversation about coming back corrected",
    "flag.raised": "Flag raised",
    "flag.found_again": "Flag found again",
    "flag.withdrawn": "Flag withdrawn",
    "flag.read": "Flag read",
    "flag.answered": "Flag answered",
    "flag.answer_undone": "Answer undone",
    "flag.reviewed": "Flag reviewed in supervision",
    "board.read": "Supervision board read",
    "board.searched": "Client looked for on the supervision board",
    "board.view_saved": "View of the board saved",
    "board.view_removed": "View of the board removed",
    "client.reviewed": "Client reviewed in supervision",
    "meeting.made": "Supervision meeting put down",
    "meeting.read": "Agenda of a meeting read",
    "meetings.read": "List of meetings read",
    "action.agreed": "Action agreed in supervision",
    "action.ended": "Action of supervision ended",
    "library.checked": "Sentence of the library checked",
    "library.check_undone": "Check of a sentence taken back",
    "library.reviewed": "Text of the library reviewed",
    "library.found_useful": "Text marked as useful",
    "library.not_useful": "Useful mark taken back",
    "suggestion.submitted": "Revision of the library suggested",
    "suggestion.read": "Suggestion read",
    "suggestion.step": "Step with a suggestion",
    "card.read": "Card of a flag opened",
    "repair.opened": "Repair opened",
    "repair.added": "Entry added to a repair",
    "repair.corrected": "Entry of a repair corrected",
    "repair.taken_back": "Repair taken back with the answer that opened it",
    "repair.read": "Repair read",
    "goal.set": "Goal set",
    "goal.added": "Entry added to a goal",
    "goal.corrected": "Entry of a goal corrected",
    "goal.read": "Goal read",
    "objective.set": "Objective set",
    "objective.changed": "Objective changed",
    "objective.kept": "Objective closed, opened again or taken back",
    "objective.read": "Objective read",
    "adaptation.recorded": "Adaptation recorded",
    "adaptation.corrected": "Adaptation corrected",
    "measure.switched": "Client switched to a new version of a measure",
    "usual_range.begun": "Usual range begun anew",
    "usual_range.taken_back": "Beginning of a usual range taken back",
    "practice.changed": "Practice's details changed",
    "rule_changes.read": "Flags that the rules in force would change listed",
    "database.upgraded": "Database brought to a new version",
    "database.restored": "Database restored from a backup",
    "anchors.begun": "File of signed heads begun",
    "keys.sheet_printed": "Key sheet printed",
    "keys.entered": "Keys typed in from a key sheet",
    "report.kept": "Report of the practice made for good",
    "report.read": "Report read",
    "report.exported": "Report or audit log taken as a file",
    "exports.read": "List of exports read",
    "audit.own_read": "Who looked at one's own clients was read",
    "audit.reported": "Report on the audit trail made",
    "audit.read": "Audit log read",
    "audit.exported": "Audit log exported",
}
DETAIL = {
    "from_seq": "back to entry",
    "from_hash": "whose hash is",
    "replaced_seq": "replacing up to entry",
    "replaced_hash": "whose hash was",
    "read_at": "read at",
    "first": "from entry",
    "last": "to entry",
}
NOBODY = "No one signed in"  # a command on the machine, or someone who did not get in
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")


def event(name: str) -> str:
    """What happened, in words; a name that has none yet is spelled out."""
    return EVENT.get(name) or name.replace(".", ": ").replace("_", " ").capitalize()


def detail(event: str, details: Mapping[str, Any], people: Mapping[UUID, str]) -> str:
    """What an entry says beyond who and what: names of fields, counts, ids, and nothing clinical; "" when it says
    nothing."""
    withheld = CLINICAL.get(event, frozenset())
    parts = [
        f"{DETAIL.get(key) or key.replace('_', ' ') + ':'} {_value(value, people)}"
        for key, value in details.items()
        if value not in ("", [], None) and key not in withheld
    ]
    return ", ".join(parts)


def _value(value: object, people: Mapping[UUID, str]) -> str:
    if isinstance(value, list):
        ids = value and all(_ID.fullmatch(str(each)) for each in value)
        return str(len(value)) if ids else " ".join(str(each).replace("_", " ") for each in value)
    text = str(value)
    if _ID.fullmatch(text):
        return people.get(UUID(text), text[:8])
    return text[:12] if _HASH.fullmatch(text) else text


def record(entry_id: UUID | None, people: Mapping[UUID, str]) -> str:
    """Which record: an account by its name, anything else by the beginning of its id."""
    if entry_id is None:
        return ""
    return people.get(entry_id, str(entry_id)[:8])


def export(taken: ExportView) -> str:
    """What a file holds: a report, and of whom, or the audit log."""
    if taken.export.what != "report":
        return "Audit log"
    return f"Report of {taken.of}" if taken.of else "Report of the practice"


def zone(name: str) -> str:
    """A time zone as people know it: "UTC" for "Etc/UTC", "America/New York"."""
    return name.removeprefix("Etc/").replace("_", " ")
