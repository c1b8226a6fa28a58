"""The audit log, for administrators: who, what, when; to be filtered and taken along, never to be changed."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, g, render_template, request, stream_with_context
from flask.typing import ResponseReturnValue
from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs

from tracker import clock, db, tabular
from tracker.domain.people.access import Permission
from tracker.services.reports import audit_log, audit_report, exports
from tracker.services.reports.audit_log import LogFilter
from tracker.services.reports.exports import FileFormat
from tracker.services.trail.audit import EVENTS
from tracker.web.door.forms import DayField, Form, not_offered, options
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read
from tracker.web.words import audit as words

bp = Blueprint("audit", __name__)

COLUMNS = (
    "Entry",
    "Time (UTC)",
    "Who",
    "Id of who",
    "What",
    "Event",
    "Record",
    "Client record",
    "Detail",
)
LARGEST = 2**62  # more entries than any trail has
STRETCH = 2_000  # what the export reads at a time


class LogExportForm(Form):
    """What the file is for."""

    reason = StringField("What it is for")


def _number(name: str) -> int | None:
    """The number of an entry in the address; none for what is none."""
    number = request.args.get(name, type=int)
    return number if number is not None and 0 <= number < LARGEST else None


def _order() -> tuple[str, bool]:
    """The column to sort by and whether the last comes first, as it does for entries unless told otherwise."""
    asked = request.args.get("sort", "entry")
    direction = request.args.get("dir")
    sort = asked if asked in audit_log.SORTS else "entry"
    return sort, direction != "asc" if sort == "entry" else direction == "desc"


def _refused(form: "LogForm", export: LogExportForm) -> tuple[str, int]:
    """The page without entries, with what stands in the way."""
    shown = {"form": form, "export": export, "page": None, "words": words, "sort": "entry"}
    return render_template("office/audit/show.html", **shown), 422


def _reason() -> LogExportForm:
    return LogExportForm(formdata=None)


class LogForm(Form):
    """Who, what, and between which days; everything may be left open."""

    who = SelectField("Who", default="")
    what = SelectField("What", default="")
    since = DayField("From (optional)")
    until = DayField("Until (optional)")

    def problems(self) -> dict[str, str]:
        """A sentence for each field that cannot be used."""
        problems = not_offered(self, ("who", "what"))
        for name in ("since", "until"):
            if not self[name].empty and self[name].data is None:
                problems[name] = "Enter a day such as 27 3 2026"
        if (
            not problems
            and self.since.data
            and self.until.data
            and self.since.data > self.until.data
        ):
            problems["until"] = "The last day must not be before the first"
        return problems

    def asked(self) -> LogFilter:
        """The filter, as the service takes it."""
        who = UUID(self.who.data) if self.who.data else None
        return LogFilter(who, self.what.data or None, self.since.data, self.until.data)

    def address(self) -> dict[str, str]:
        """The filter, as it stands in an address; what is left open is left out."""
        names = [f"{day}-{part}" for day in ("since", "until") for part in ("day", "month", "year")]
        kept = {name: request.args.get(name, "") for name in ("who", "what", *names)}
        return {name: value for name, value in kept.items() if value}


def _form() -> LogForm:
    """The form as the address fills it in."""
    form = LogForm(request.args, meta={"csrf": False})
    with db.reading() as reading:
        people = audit_log.people(reading)
    form.who.choices = [
        SelectChoice("", "Anyone"),
        *options({str(k): v for k, v in people.items()}),
    ]
    events = sorted(((name, words.event(name)) for name in EVENTS), key=lambda pair: pair[1])
    form.what.choices = [SelectChoice("", "Anything"), *options(dict(events))]
    form.show_problems(form.problems())
    return form


@bp.get("/audit")
@requires(Permission.READ_AUDIT)
def show() -> ResponseReturnValue:
    """A page of the log, the newest entries first unless the address says otherwise."""
    form = _form()
    if form.summary():
        return _refused(form, _reason())
    sort, down = _order()
    before = _number("before")
    after = _number("after")
    with db.reading() as reading:
        page = audit_log.page(
            reading,
            g.user,
            form.asked(),
            before=before,
            after=after,
            sort=sort,
            descending=down,
            words=words.event,
        )
    seqs = [entry.seq for entry in page.entries]
    note_read("audit.read", first=min(seqs, default=0), last=max(seqs, default=0))
    view = {"form": form, "export": _reason(), "page": page, "words": words}
    order = {"before": before, "after": after, "sort": sort, "descending": down}
    return render_template("office/audit/show.html", **view, **order)


@bp.get("/audit/mine")
@requires(Permission.READ_OWN_TRAIL)
def mine() -> ResponseReturnValue:
    """What others did with one's own clients, the newest first."""
    before = _number("before")
    with db.reading() as reading:
        own_trail = audit_report.mine(reading, g.user, before=before)
    note_read("audit.own_read")
    return render_template(
        "office/audit/mine.html", own_trail=own_trail, before=before, words=words
    )


@bp.get("/audit/exports")
@requires(Permission.READ_AUDIT)
def taken() -> ResponseReturnValue:
    """What was taken out as files, by whom and what for, the newest first."""
    after = request.args.get("after", type=UUID)
    with db.reading() as reading:
        page = exports.taken(reading, g.user, after=after)
    note_read("exports.read")
    return render_template("office/audit/exports.html", page=page, after=after, words=words)


@bp.post("/audit/export")
@requires(Permission.READ_AUDIT)
def export() -> ResponseReturnValue:
    """The entries that the filter lets through, as a CSV file, the oldest first; the page where no reason is given."""
    form = _form()
    reason = LogExportForm()
    reason.show_problems(exports.reason_problems(reason.reason.data or ""))
    if form.summary() or reason.summary():
        return _refused(form, reason)
    with db.reading() as reading:
        low, high = audit_log.bounds(reading, form.asked())
        people = audit_log.people(reading)
        count = audit_log.count(reading, form.asked(), low, high)
    why = reason.reason.data or ""
    with db.transaction() as writing:
        exports.note_export(
            writing, g.user, "audit", why, kind=FileFormat.CSV, lines=count, now=clock.now()
        )
    note_read("audit.exported", first=low, last=high - 1)
    name = f"audit-{clock.now():%Y%m%d}.csv"
    return Response(
        stream_with_context(_lines(form.asked(), low, high, people)),
        mimetype="text/csv",
        headers={"Content-Disposition": f"attachment; filename={name}"},
    )


def _lines(asked: LogFilter, low: int, high: int, people: dict[UUID, str]) -> Iterator[str]:
    """The file line by line: however long the log is, little of it is in memory, and no reading stays open for long."""
    yield tabular.BOM + tabular.line(COLUMNS)
    for start in range(low, high, STRETCH):
        with db.reading() as reading:
            entries = audit_log.stretch(reading, g.user, asked, start, min(start + STRETCH, high))
        yield "".join(tabular.line(_cells(entry, people)) for entry in entries)


def _cells(entry: Any, people: dict[UUID, str]) -> list[object]:
    return [
        entry.seq,
        entry.at.isoformat(timespec="seconds"),
        people.get(entry.actor_id, "") if entry.actor_id else words.NOBODY,
        entry.actor_id,
        words.event(entry.event),
        entry.event,
        entry.object_id,
        entry.client_id,
        words.detail(entry.event, entry.detail, people),
    ]
