"""The supervision board in words: its heading, the cells of a row, and what stands behind a row."""

from datetime import date
from fractions import Fraction

from tracker.charts import sparkline
from tracker.domain.care.answers import Addressed
from tracker.domain.care.flag_stage import can_come_back
from tracker.domain.measures.measure import Kind
from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import Returned, Tier
from tracker.domain.supervision.sign_off import BoardState, Signed
from tracker.services.supervision.board import Board, BoardCounts, NeverRated, PausedClient
from tracker.services.supervision.board_filter import NotMeasured
from tracker.services.supervision.board_rows import BoardRow, LineBehind
from tracker.web.words import flags as flag_words
from tracker.web.words import general as words
from tracker.web.words import reviews as review_words
from tracker.web.words import writing

MOST_FALLS = 2  # design default: of more, a row says the first, and how many more there are
SAME_SESSION = {
    Addressed.YES: "yes",
    Addressed.RECORDED_LATER: "recorded later",
    Addressed.LATER: "on a later day",
    Addressed.PLANNED: "planned",
    Addressed.NO: "no",
    Addressed.RATED_AFTER: "rated after",
}
NOT_MEASURED = {
    NotMeasured.LATELY: "Not rated lately",
    NotMeasured.NEVER: "Never rated",
    NotMeasured.PAUSED: "Paused",
    NotMeasured.ENDED: flag_words.ENDED_UNANSWERED,
}
SCORE = {Returned.BACK: "yes", Returned.NOT_BACK: "no"}
IN_A_ROW = {BoardState.SETTLED: "Settled", BoardState.CORRECTED: "Corrected"}
PAPERS = {
    Kind.ALLIANCE: sparkline.Paper(272, 48, "d-client"),
    Kind.OUTCOME: sparkline.Paper(272, 48, "d-outcome"),
}


def heading(board: Board) -> str:
    """The heading: a risk item that has waited for a day leads it; else how many flags wait."""
    late = board.late_risk
    for_days = writing.plural(late.days, "day")
    if late.items == 1:
        return f"1 risk item unanswered for {for_days}"
    if late.items:
        return f"{late.items} risk items unanswered, the oldest for {for_days}"
    return _waiting(board.counts)


def _waiting(counts: BoardCounts) -> str:
    things = counts.open.things
    if not things:
        return "No answer is owed"
    return "1 flag waits for an answer" if things == 1 else f"{things} flags wait for an answer"


def beside_the_heading(board: Board) -> list[str]:
    """What stands beside it: how many wait where the heading is about risk; how many are grave, old, or void."""
    counts = board.counts
    late = board.late_risk.items
    risk = counts.open.risk
    parts = (
        (late, writing.plural(counts.open.things, "flag waits", "flags wait")),
        (risk if risk != late else 0, writing.plural(risk, "risk item")),
        (counts.open_long, f"{counts.open_long} older than a week"),
        (counts.void, f"{writing.plural(counts.void, 'sign-off')} void"),
    )
    return [text for number, text in parts if number]


def is_late(row: BoardRow, today: date) -> bool:
    """True for a risk item that has waited for a day or longer."""
    return row.tier is Tier.RISK and row.waits and row.since < today


def what(row: BoardRow) -> str:
    """What was found, as short as a row asks for: "Bond 8 → 5"; of a risk item over sessions its course."""
    line = row.thing.lines[0] if row.thing else (row,)
    if len(line) > 1 and row.tier is Tier.RISK:
        return flag_words.risk_course_in_short(line)  # type: ignore[arg-type]  # it reads what a row has too
    falls = row.finding.falls
    if not row.by_client or len(falls) <= MOST_FALLS:
        return flag_words.short(row)  # type: ignore[arg-type]  # likewise
    first = falls[0]
    whose = f"{row.letter}: " if row.letter else ""
    step = f"{row.measure.label_of(first.key)} {_points(row, first.previous)} → {_points(row, first.now)}"
    return f"{whose}{step} and {len(falls) - 1} more"


def _points(row: BoardRow, value: Fraction | None) -> str:
    return "no answer" if value is None else show(value, row.measure.digits)


def unmeasured(client: NeverRated | PausedClient) -> str:
    """Why a client is not measured: "Never rated, 3 sessions since 2 Nov", "Paused until 6 Jan"."""
    if isinstance(client, NeverRated):
        sessions = writing.plural(client.sessions, "session")
        return f"Never rated, {sessions} since {writing.day(client.since)}"
    return f"Paused until {writing.day(client.until)}"


def in_full(row: BoardRow) -> str:
    """The same with all its numbers, and since when it is open where that is longer than a session."""
    return review_words.courses(row)[0][1]


def with_it(row: BoardRow) -> list[tuple[BoardRow, str]]:
    """What is answered with a row, line by line, each with its newest flag."""
    return review_words.courses(row)[1:]


def age(row: BoardRow, today: date) -> str:
    """For how long it has been there: "today", "13 d"."""
    days = (today - row.since).days
    return f"{days} d" if days else "today"


def same_session(row: BoardRow) -> str:
    """Whether it was talked about in the session that raised it; "" where nothing asks for that, or nobody answered."""
    unanswered = row.answer is None and row.addressed is Addressed.NO
    return "" if row.tier is not Tier.CHECK_IN or unanswered else SAME_SESSION[row.addressed]


def score(row: BoardRow) -> str:
    """Whether what fell is back; "" where nothing fell, and while neither that nor an answer is there."""
    if not can_come_back(row.kind):
        return ""
    return SCORE[row.returned] if row.returned else "not yet" if row.answer else ""


def state(row: BoardRow) -> str:
    """Where a row stands, and of a sign-off what became of it; what is only offered asks for no answer."""
    if row.void:
        return "Sign-off void"
    if row.opened_again:
        return "Opened again"
    if row.signed is Signed.TO_DISCUSS and row.discuss_on:
        return f"Discuss {row.discuss_on.day} {row.discuss_on:%b}"
    if any(flag.asked for flag in row.flags):
        return "Answer asked for"
    if row.ended_unanswered:
        return flag_words.ENDED_UNANSWERED
    offered = row.state is BoardState.OPEN and not row.waits
    return flag_words.OFFERED if offered else IN_A_ROW.get(row.state, review_words.STATE[row.state])


def numbers(row: BoardRow) -> list[tuple[str, str]]:
    """The scores that a finding holds against an earlier session: each by name, before and now."""
    finding = row.finding
    return [
        (
            row.measure.label_of(score.key),
            f"{_points(row, score.reference)} before, {_points(row, score.now)} now",
        )
        for score in finding.compared
        if score.since not in (None, finding.session_id) and score.reference is not None
    ]


def picture(line: LineBehind) -> str:
    """The line behind a row, as a drawing."""
    of = line.measure
    return sparkline.render(line.recent, of.low, of.high, line.flagged, PAPERS[of.kind])


def picture_in_words(line: LineBehind) -> str:
    """The same in words, with the last number and its top."""
    return f"{sparkline.words(line.recent, line.measure.digits)}, of {show(line.measure.high)}"


def answer(row: BoardRow, zone: str) -> str:
    """What was answered, what was done, and when that was recorded; "None yet" without an answer."""
    if row.answer is None or row.answered_at is None:
        return "None yet"
    done = [words.MOVE[move] for move in row.moves]
    said = [words.ANSWERED[row.answer], *done, "with another flag" if row.answered_with else ""]
    return f"{', '.join(filter(None, said))}; recorded {writing.moment(row.answered_at, zone)}"


def since_then(row: BoardRow) -> str:
    """How a score that fell went on, with the day on which that was decided; "" where nothing fell."""
    if not can_come_back(row.kind):
        return ""
    if row.returned is None or row.returned_on is None:
        return "Not back yet"
    how = "Came back" if row.returned is Returned.BACK else "Not back after five ratings"
    return f"{how}, {writing.day(row.returned_on)}"
