"""The caseload in words: whom the page is about, and what stands in a row."""

from datetime import date

from tracker.domain.care.answers import Stage
from tracker.domain.care.caseload import Need
from tracker.domain.measures.measure import Better, Measure
from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import Tier
from tracker.services.record.client_lines import OutcomeLine
from tracker.services.record.flag_views import FlagThing
from tracker.services.supervision.caseload import Caseload, CaseloadRow
from tracker.web.words import flags
from tracker.web.words.writing import ago

NEEDS_ME = (Need.RISK, Need.CHECK_IN)
LATER = (Need.COME_BACK, Need.REVIEW, Need.NO_RATING_LATELY)
IN_WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def heading(caseload: Caseload, *, own: bool) -> str:
    """What the page has found: "Three clients need you", "Two clients to look at again", "Open: 1 repair". `own`: the
    reader's own caseload, which needs no name."""
    of = "" if own else f" of {caseload.clinician.name}"
    if not caseload.rows and caseload.ended:
        return f"No client{of} in therapy now"
    if not caseload.rows:
        return f"No clients{'' if own else f' with {caseload.clinician.name}'} yet"
    waiting = caseload.count(*NEEDS_ME)
    if waiting:
        need = "needs" if waiting == 1 else "need"
        whom = "you" if caseload.treats else "an answer"
        return f"{_clients(waiting)}{of} {need} {whom}"
    later = caseload.count(*LATER)
    if later:
        return f"{_clients(later)}{of} to look at again"
    return f"{caseload.open_work.sentence().rstrip('.')}{f', for the clients{of}' if of else ''}"


def _clients(count: int) -> str:
    number = IN_WORDS[count] if count < len(IN_WORDS) else str(count)
    return f"{number} {'client' if count == 1 else 'clients'}"


def groups(rows: list[CaseloadRow]) -> list[tuple[str, list[CaseloadRow]]]:
    """The rows by how they lie on the page: those who need an answer ("need"), those to come back to or to review
    ("later"), the rest (""); in their order, and no group that is empty."""
    by: dict[str, list[CaseloadRow]] = {"need": [], "later": [], "": []}
    for row in rows:
        by["need" if row.need in NEEDS_ME else "later" if row.need in LATER else ""].append(row)
    return [(name, some) for name, some in by.items() if some]


def chip(thing: FlagThing) -> str:
    """The chip of a thing to answer, in a row: its tier while it is open, else where it stands."""
    leader = thing.leader
    return (
        flags.TIER[leader.tier]
        if thing.asks and leader.stage is Stage.OPEN
        else flags.stage(leader)
    )


def what(thing: FlagThing) -> str:
    """What was found, in a row: "Bond 8 → 5"; of a risk item its course over the sessions."""
    line = thing.lines[0]
    if line[0].tier is Tier.RISK and len(line) > 1:
        return flags.risk_course_in_short(line)
    if flags.KINDS[line[0].finding.kind].not_yet:
        return f"{flags.short(line[0])} by session {line[0].slot.number}"
    return flags.short(line[0])


def age(row: CaseloadRow) -> str:
    """For how long the first thing has waited: "today", "3 days", "still unanswered, 8 days" after the next session."""
    if row.thing is None or row.age_days is None:
        return ""
    still = any(flag.climbed for flag in row.thing.flags)
    return f"{'still unanswered, ' if still else ''}{ago(row.age_days).lower()}"


def next_on(row: CaseloadRow, today: date) -> str:
    """The day of the next session: "today", "6 Dec", with its year where that is another; "" where none is planned."""
    if row.next_on is None:
        return ""
    if row.next_on == today:
        return "today"
    return f"{row.next_on.day} {row.next_on:%b}{f' {row.next_on.year}' if row.next_on.year != today.year else ''}"


def more(row: CaseloadRow) -> str:
    """What else of the client asks for something, or stands beside the first: "and 2 more flags"; "" for nothing."""
    beside = len(row.thing.lines) - 1 if row.thing else 0
    count = beside + row.more
    return f"and {count} more flag{'s' if count != 1 else ''}" if count else ""


def act(row: CaseloadRow) -> str:
    """The one thing to do in a row."""
    if row.thing is None:
        return "Log"
    return {Need.RISK: "Ask now", Need.REVIEW: "Review", Need.NO_RATING_LATELY: "Review"}.get(
        row.need, "Answer"
    )


def top(measure: Measure) -> str:
    """The end of a measure beside a score: "/10"."""
    return f"/{show(measure.high)}"


def better(measure: Measure) -> str:
    """Which way is better, for whoever cannot see the line."""
    return "higher is better" if measure.better is Better.HIGHER else "lower is better"


def since_the_start(line: OutcomeLine) -> str:
    """How the outcome changed where the change is reliable: "better by 5"; "" where it is not."""
    if line.gain is None:
        return ""
    way = "better" if line.gain > 0 else "worse"
    return f"{way} by {show(abs(line.gain), 1)}"
