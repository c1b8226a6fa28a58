"""Supervision in words: what is said about flags, where they stand on the board, and why a client is on an agenda."""

from collections.abc import Sequence
from datetime import date

from tracker.domain.care.to_answer import since
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.agenda import AgendaReason, Ended
from tracker.domain.supervision.sign_off import BoardState, ReviewAct, Signed
from tracker.models import FlagReview
from tracker.services.supervision.agenda import Reason
from tracker.services.supervision.board_rows import BoardRow
from tracker.services.supervision.flag_reviews import Thread
from tracker.web.words import flags as flag_words
from tracker.web.words import writing

ACT = {
    ReviewAct.ADDRESSED: "Sign off: addressed",
    ReviewAct.DISCUSS: "Discuss it in supervision, on a day",
    ReviewAct.NO_ACTION: "Sign off: no action needed, with a reason",
    ReviewAct.ASKED: "Ask the clinician for an answer",
    ReviewAct.COMMENT: "Comment only",
    ReviewAct.REOPENED: "Open it again, with a reason",
}
SAID = {
    ReviewAct.ADDRESSED: "Signed off: addressed",
    ReviewAct.DISCUSS: "To be discussed",
    ReviewAct.NO_ACTION: "Signed off: no action needed",
    ReviewAct.ASKED: "Asked for an answer",
    ReviewAct.COMMENT: "Comment",
    ReviewAct.REOPENED: "Opened again",
}
STATE = {
    BoardState.OPEN: "Unanswered",
    BoardState.ANSWERED: "Answered",
    BoardState.SETTLED: "Settled by itself",
    BoardState.ENDED: "Therapy ended",
    BoardState.IN_SUPERVISION: "In supervision",
    BoardState.SIGNED_OFF: "Signed off",
    BoardState.CORRECTED: "Rating corrected",
}
SIGNED = {
    Signed.NOT_SIGNED: "Not signed off yet.",
    Signed.SIGNED_OFF: "Signed off.",
    Signed.TO_DISCUSS: "To be discussed in supervision.",
    Signed.OPENED_AGAIN: "Opened again, and not signed off since.",
    Signed.VOID: (
        "The last sign-off does not hold any more: the rating was corrected, or the answer undone, after it was given."
    ),
}
ENDED = {Ended.DONE: "Done", Ended.NOT_NEEDED: "Not needed any more"}


def said(entry: FlagReview) -> str:
    """What an entry did, in a few words."""
    text = SAID[ReviewAct(entry.act)]
    return f"{text} on {writing.day(entry.discuss_on)}" if entry.discuss_on else text


def stands(thread: Thread) -> str:
    """Where the sign-off of a flag stands, as a sentence."""
    return SIGNED[thread.signed]


def courses(row: BoardRow) -> list[tuple[BoardRow, str]]:
    """What a row says in short, line by line, each with its newest flag: of a risk item over several sessions its
    course, of what is open for longer since when. One answer is to settle them all."""
    lines = row.thing.lines if row.thing else ((row,),)
    return [(line[0], _course(line)) for line in lines]


def _course(line: Sequence[BoardRow]) -> str:
    oldest = since(line)
    if oldest and line[0].tier is Tier.RISK:
        return flag_words.risk_course(line, lambda row: writing.day(row.held_on), "on", "on")
    text = flag_words.short(line[0])  # type: ignore[arg-type]  # it reads what a row has too
    return f"{text}, open since {writing.day(oldest.held_on)}" if oldest else text


def why(reason: Reason, today: date) -> str:
    """Why a flag is on an agenda."""
    assert reason.flag
    if reason.flag.opened_again:
        return "opened again"
    if reason.flag.signed is Signed.VOID:
        return "its sign-off is void"
    if reason.why is AgendaReason.TO_DISCUSS:
        on = reason.flag.discuss_on
        return f"to discuss on {writing.day(on)}" if on else "taken to supervision"
    days = (today - reason.since).days
    return f"unanswered for {writing.plural(days, 'day')}" if days else "unanswered, from today"


def not_seen(last: date | None) -> str:
    """That a client was not seen in supervision for long."""
    return f"Not seen since {writing.day(last)}." if last else "Not seen in supervision yet."
