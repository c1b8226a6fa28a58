"""Where a hand-over stands, in words for the clinician."""

from zoneinfo import ZoneInfo

from tracker.domain.course.handover import HandoverStage, Way
from tracker.models import Handover

STAGE = {
    HandoverStage.WAITING: "Waiting for the client to open it",
    HandoverStage.OPEN: "The client has it",
    HandoverStage.SENT: "Answered",
    HandoverStage.DECLINED: "The client preferred not to rate today",
    HandoverStage.PARTIAL: "Ended before it was sent; what was answered is kept",
    HandoverStage.UNANSWERED: "Ended without an answer",
    HandoverStage.CANCELLED: "Cancelled",
}


WAY = {
    Way.TABLET: "Handed over on the tablet",
    Way.CODE: "Handed over by a code",
    Way.LINK: "Handed over by a link",
}


def line(row: Handover, zone: str) -> str:
    """One line of a session: how it was handed over, and what became of it."""
    said = stage(row, zone)
    whose = f" to {row.letter}" if row.letter else ""
    return f"{WAY[Way(row.way)].replace('over', 'over' + whose)}: {said[0].lower()}{said[1:]}"


def stage(row: Handover, zone: str) -> str:
    """Where it stands, and since when or when: "The client has it, since 14:31." or "Answered, 14:33."."""
    moment = row.ended_at or row.opened_at or row.made_at
    since = "" if row.ended_at else "since "
    at = f"{moment.astimezone(ZoneInfo(zone)):%H:%M}"
    return f"{STAGE[HandoverStage(row.state)]}, {since}{at}."
