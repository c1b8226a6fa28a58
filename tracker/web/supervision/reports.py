"""Reports for a period, on a page and as files: of one clinician, and of the practice for administrators."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, Response, abort, g, render_template, request
from flask.typing import ResponseReturnValue
from wtforms import SelectField, StringField

from tracker import clock, db
from tracker.charts import bars, plotly_bars
from tracker.charts.bars import BarFigure
from tracker.domain.errors import Incomplete
from tracker.domain.people.access import Permission
from tracker.domain.supervision.reports import ReportPart
from tracker.services.reports import counts, exports, practice_reports, reports
from tracker.services.reports.exports import FileFormat
from tracker.services.reports.reports import Report
from tracker.web.door.forms import DayField, Form, options
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read
from tracker.web.words import reports as report_words

bp = Blueprint("reports", __name__)
EXPLORE = "explore"
LARGEST_FIRST = "largest"
FORMATS = {FileFormat.CSV: "CSV", FileFormat.XLSX: "Excel (XLSX)"}
MIME = {
    FileFormat.CSV: "text/csv",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class PeriodForm(Form):
    """From one day to another; a quarter is that of the first."""

    since = DayField("From (optional)")
    until = DayField("To (optional)")

    def problems(self) -> dict[str, str]:
        """A sentence for each day that is none."""
        return {
            field.name: "Enter a day such as 27 3 2027"
            for field in (self.since, self.until)
            if not field.empty and field.data is None
        }


class ReportExportForm(Form):
    """As what, and what for."""

    kind = SelectField("File", choices=options(FORMATS), default=FileFormat.CSV.value)
    reason = StringField("What it is for")


@dataclass(frozen=True)
class ReportPicture:
    """The chart of a part, drawn for wide and for narrow pages."""

    figure: BarFigure
    wide: str
    narrow: str


@dataclass(frozen=True)
class ExploredReport:
    """The chart of a part to look into: its picture, and the same for Plotly."""

    picture: ReportPicture
    json: str


def _period() -> PeriodForm:
    form = PeriodForm(request.args, meta={"csrf": False})
    form.show_problems(form.problems())
    return form


def _made(clinician_id: UUID | None, form: PeriodForm) -> Report:
    """The report; where its days cannot be used the form says why, and it is of the usual ones."""
    days = (None, None) if form.summary() else (form.since.data, form.until.data)
    now = clock.now()
    if clinician_id is None:
        return _of_practice(days[0], now)
    with db.reading() as reading:
        try:
            return reports.clinician_report(reading, g.user, clinician_id, days, now=now)
        except Incomplete as error:
            form.show_problems(error.problems)
            usual = (None, None)
            return reports.clinician_report(reading, g.user, clinician_id, usual, now=now)


def _of_practice(day: date | None, now: datetime) -> Report:
    """As it was told first; one that is told now is kept before anybody reads it."""
    with db.reading() as reading:
        report = practice_reports.practice_report(reading, g.user, day, now=now)
    if not practice_reports.is_to_be_kept(report):
        return report
    with db.transaction() as writing:  # short: it was worked out above
        practice_reports.keep_report(writing, g.user, report, now=now)
    with db.reading() as reading:
        return practice_reports.practice_report(reading, g.user, day, now=now)


def _page(clinician_id: UUID | None, export: ReportExportForm | None = None) -> tuple[str, int]:
    form = _period()
    report = _made(clinician_id, form)
    note_read("report.read", clinician_id)
    if EXPLORE in request.args and export is None and not form.summary():
        return _explored(report), 200
    page = render_template(
        "supervision/reports/show.html",
        report=report,
        parts=report_words.parts(report),
        pictures=_pictures(report),
        form=form,
        export=export or ReportExportForm(formdata=None),
        asked=_asked(),
        at=_at,
        words=report_words,
    )
    return page, 422 if form.summary() or (export and export.summary()) else 200


def _explored(report: Report) -> str:
    """The page of one chart of the report: loaded there, and nowhere else, are pandas and Plotly."""
    offered = _pictures(report)
    which = next((part for part in offered if part == request.args[EXPLORE]), None)
    if which is None:
        abort(404)
    largest_first = request.args.get("order") == LARGEST_FIRST
    rows = dict(report_words.parts(report))[which]
    series = counts.looked_into(rows, largest_first=largest_first)
    figure = report_words.figure(which, series)
    return render_template(
        "supervision/reports/explore.html",
        report=report,
        which=which,
        offered=list(offered),
        largest_first=largest_first,
        shown=ExploredReport(_picture(figure), plotly_bars.to_json(figure)),
        at=_at,
        words=report_words,
    )


def _pictures(report: Report) -> dict[ReportPart, ReportPicture]:
    """The charts of the parts in which there is something to compare."""
    drawn = [(part, counts.in_series(rows)) for part, rows in report_words.parts(report)]
    return {part: _picture(report_words.figure(part, series)) for part, series in drawn if series}


def _picture(figure: BarFigure) -> ReportPicture:
    return ReportPicture(figure, bars.render(figure), bars.render(figure, width=bars.NARROW))


def _asked() -> dict[str, str]:
    """The days that the address asks for."""
    return {
        name: value
        for name, value in request.args.items()
        if value and name not in (EXPLORE, "order")
    }


def _at(part: str = "", order: str = "") -> str:
    """The address of this report of the same days, or of one of its charts."""
    wanted = {EXPLORE: part, "order": order}
    query = urlencode(_asked() | {name: value for name, value in wanted.items() if value})
    return f"{request.path}?{query}" if query else request.path


def _file(clinician_id: UUID | None) -> ResponseReturnValue:
    export = ReportExportForm()
    form = _period()
    report = _made(clinician_id, form)
    if form.summary():  # a file of other days than those asked for would not be noticed
        return _page(clinician_id, export)
    kind = FileFormat(export.kind.data) if export.kind.data in set(FileFormat) else FileFormat.CSV
    rows = [report_words.cells(row) for row in report.rows]
    file = exports.as_file(report_words.COLUMNS, rows, kind)
    try:
        with db.transaction() as writing:
            exports.note_export(
                writing,
                g.user,
                "report",
                export.reason.data or "",
                about=clinician_id,
                kind=kind,
                lines=len(rows),
                file=file,
                now=clock.now(),
            )
    except Incomplete as error:
        export.show_problems(error.problems)
        return _page(clinician_id, export)
    name = f"report-{report.since:%Y%m%d}-{report.until:%Y%m%d}.{kind.value}"
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(file, mimetype=MIME[kind], headers=headers)


@bp.get("/caseloads/<uuid:clinician_id>/report")
@requires(Permission.READ_CASELOAD)
def clinician(clinician_id: UUID) -> ResponseReturnValue:
    """The report of one clinician, for the days that the address asks for."""
    return _page(clinician_id)


@bp.post("/caseloads/<uuid:clinician_id>/report")
@requires(Permission.READ_CASELOAD)
def take_clinician(clinician_id: UUID) -> ResponseReturnValue:
    """The same as a file, or the page with what stands in the way."""
    return _file(clinician_id)


@bp.get("/practice/report")
@requires(Permission.READ_PRACTICE_REPORT)
def practice() -> ResponseReturnValue:
    """The report of the practice for one calendar quarter."""
    return _page(None)


@bp.post("/practice/report")
@requires(Permission.READ_PRACTICE_REPORT)
def take_practice() -> ResponseReturnValue:
    """The same as a file, or the page with what stands in the way."""
    return _file(None)
