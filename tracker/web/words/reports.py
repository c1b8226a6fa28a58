"""Reports in words: the title of each part, each row, and what a number means."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from tracker.charts.bars import Bar, BarFigure, BarSeries
from tracker.domain.care.treatment import EndedHow
from tracker.domain.measures.numbers import rounded, show, show_change
from tracker.domain.rules.change import Category
from tracker.domain.rules.drop_rules import STRENGTH_WORDS
from tracker.domain.rules.findings import FlagKind
from tracker.domain.supervision.reports import ReportPart, ReportRow
from tracker.services.reports.counts import CountSeries
from tracker.services.reports.reports import Report
from tracker.web.words import flags as flag_words
from tracker.web.words import writing
from tracker.web.words.general import ENDED_HOW

TITLE = {
    ReportPart.SESSIONS: "Sessions and ratings",
    ReportPart.FLAGS: "Flags by kind",
    ReportPart.STRENGTH: "Drops by strength",
    ReportPart.ANSWERS: "What became of check-ins",
    ReportPart.OBJECTIVES: "Objectives",
    ReportPart.OUTCOMES: "Outcomes",
    ReportPart.ENDED: "Therapies that ended",
    ReportPart.STOPPED: "Clients who stopped coming",
}
MEANS = {
    ReportPart.SESSIONS: "Attended sessions in which the client rated the alliance.",
    ReportPart.FLAGS: "Flags of sessions in the period that ask for something; withdrawn ones are left out.",
    ReportPart.STRENGTH: "; ".join(f"{n}: {text}" for n, text in STRENGTH_WORDS.items()) + ".",
    ReportPart.ANSWERS: (
        "Burden: answered “the client explained it” or “entered wrongly”. If more than half are, look at the "
        "thresholds (design default). Came back: two ratings running on average near where it was, among the next five."
    ),
    ReportPart.OBJECTIVES: "Of the objectives that were decided in the period.",
    ReportPart.OUTCOMES: (
        "From the first rating with the same therapist and form of the scale to the last of the period, of one person "
        "a record, by what each measure publishes (Jacobson & Truax 1991). No published change: clients none of whose "
        "outcomes has a published reliable change; they are in no category. The effect size is given from ten clients "
        "on (design default) and has no control group: people change without treatment as well."
    ),
    ReportPart.ENDED: (
        "Of the clients with a session in the period. Ended unanswered: a check-in had not been talked about by then."
    ),
    ReportPart.STOPPED: (
        "Their therapy ended in the period because they stopped coming; or it goes on, the last session was missed or "
        "cancelled by the client four weeks or more ago, and none is ahead (design default)."
    ),
}
ROWS = {
    "clients": "Clients with a session",
    "rated": "Sessions rated by the client",
    "all": "All flags",
    "in_session": "Addressed in the same session",
    "after": "Rated after the session",
    "burden": "Answered as explained or entered wrongly",
    "days": "Middle of the days to the first answer",
    "back": "Scores that came back, of those decided",
    "per_100": "Per 100 sessions that took place",
    "met": "Objectives met",
    "ended": "Therapies that ended",
    "unanswered": "Ended unanswered, of those that ended",
    "stopped": "Clients who stopped coming",
    "unpublished": "No published change",
    "effect": "effect size",
    Category.RECOVERED: "recovered",
    Category.IMPROVED: "reliably better",
    Category.UNCHANGED: "no reliable change",
    Category.DETERIORATED: "reliably worse",
    Category.HARMED: "worse, in the clinical range",
}
HIDDEN = "hidden (few)"


def label(row: ReportRow) -> str:
    """What a row counts."""
    if row.key == "kind":
        return flag_words.KINDS[FlagKind(row.about)].label
    if row.key == "how":
        return ENDED_HOW[EndedHow(row.about)]
    if row.key == "strength":
        return f"Strength {row.about}"
    name = ROWS[row.key]
    return f"{row.about}: {name}" if row.about else name


def value(row: ReportRow) -> str:
    """The number of a row with what it is of: "7 of 9", "0.45, of 12 clients"."""
    if row.value is not None:
        return _worked_out(row)
    if row.n.hidden:
        return HIDDEN if row.of is None or row.of.hidden else f"{HIDDEN} of {row.of.count}"
    if row.of is None:
        return str(row.n.count)
    return f"{row.n.count} of {HIDDEN if row.of.hidden else row.of.count}"


def _worked_out(row: ReportRow) -> str:
    assert row.value is not None
    if row.key == "effect":
        of = HIDDEN if row.n.count is None else writing.plural(row.n.count, "client")
        return f"d = {show_change(row.value, 2)}, {of}"
    if row.key == "days":
        return f"{show(row.value, 1)}" + (f", of {row.n.count} answers" if row.n.count else "")
    return show(row.value, 1)


def parts(report: Report) -> list[tuple[ReportPart, list[ReportRow]]]:
    """The rows by part, empty parts left out."""
    by_part = [(part, [row for row in report.rows if row.part is part]) for part in ReportPart]
    return [(part, rows) for part, rows in by_part if rows]


def figure(part: ReportPart, series: Sequence[CountSeries]) -> BarFigure:
    """These counts as a chart."""
    return BarFigure(
        TITLE[part],
        tuple(
            BarSeries(each.name, tuple(Bar(label(r), r.n.count, value(r)) for r in each.rows))
            for each in series
        ),
        MEANS[part],
    )


def cells(row: ReportRow) -> list[object]:
    """A row as a line of a table: part, what, n, of, number (to two decimals); hidden ones as words."""
    n = HIDDEN if row.n.hidden else row.n.count
    of = "" if row.of is None else HIDDEN if row.of.hidden else row.of.count
    number = "" if row.value is None else _decimal(rounded(row.value, 2))
    return [TITLE[row.part], label(row), n, of, number]


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


COLUMNS = ("Part", "What", "n", "of", "Number")
