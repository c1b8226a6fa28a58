"""The other pages of a record: its sessions, its repairs, what is known of the client, and its charts to look into."""

from uuid import UUID

from flask import Blueprint, abort, g, render_template, request
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.charts.plotly import Axis
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Permission
from tracker.models import Participant
from tracker.services.care.treatments import entries_of
from tracker.services.care.versions import newer_for
from tracker.services.record import records
from tracker.services.record.records import Record
from tracker.services.record.strain_views import strains_of
from tracker.web.care.heads import RecordHead, head_of
from tracker.web.door.guard import requires
from tracker.web.door.installed import installed
from tracker.web.door.sending import note_read
from tracker.web.words import drawings, session_rows

bp = Blueprint("record", __name__)
COURSE = "course"
EVERYTHING = "all"


def read(client_id: UUID) -> tuple[Record, RecordHead]:
    """The record for whoever may read it, with its head; the reading is noted."""
    with db.reading() as reading:
        record = records.record(reading, g.user, client_id, now=clock.now())
        head = head_of(reading, record)
    note_read("client.read", client_id, client_id)
    return record, head


def _page(name: str, record: Record, head: RecordHead, **shown: object) -> str:
    return render_template(
        f"care/clients/{name}.html", record=record, head=head, own=head.own, **shown
    )


@bp.get("/clients/<uuid:client_id>/sessions")
@requires(Permission.READ_RECORD)
def sessions(client_id: UUID) -> ResponseReturnValue:
    """Every session in a line with its marks, its flags and what became of them; all that is open above them."""
    record, head = read(client_id)
    person = record.person(request.args.get("who"))
    table = session_rows.table(record, person)
    return _page("sessions", record, head, person=person, table=table)


@bp.get("/clients/<uuid:client_id>/repairs")
@requires(Permission.READ_RECORD)
def repairs(client_id: UUID) -> ResponseReturnValue:
    """The repairs, and the sessions in which either side noticed tension."""
    record, head = read(client_id)
    return _page("repairs", record, head, noticed=strains_of(record))


@bp.get("/clients/<uuid:client_id>/about")
@requires(Permission.READ_RECORD)
def about(client_id: UUID) -> ResponseReturnValue:
    """What is known of the client, the measures in use, and the adaptations."""
    record, head = read(client_id)
    with db.reading() as reading:
        said = entries_of(reading, client_id)
    newer = newer_for(record.client, installed().measures) if head.own else []
    return _page("about", record, head, newer=newer, treatment=said)


@bp.get("/clients/<uuid:client_id>/explore")
@requires(Permission.READ_RECORD)
def explore(client_id: UUID) -> ResponseReturnValue:
    """One chart of the record to look into: by session or by day, series by series, with its numbers."""
    record, head = read(client_id)
    person = record.person(request.args.get("who"))
    which = request.args.get("chart", COURSE)
    axis = Axis.DATES if request.args.get("axis") == Axis.DATES else Axis.SESSIONS
    shown = _explored(record, person, which, axis)
    if shown is None:
        abort(404)
    choices = _charts(record, person)
    given = {"person": person, "which": which, "axis": axis}
    return _page("explore", record, head, shown=shown, charts_to_choose=choices, **given)


def _explored(
    record: Record, person: Participant, which: str, axis: Axis
) -> drawings.Explored | None:
    outcomes = drawings.outcomes_of(record, person)
    if which in (COURSE, EVERYTHING):
        below = outcomes if which == EVERYTHING else outcomes[:1]
        course = drawings.course_of(record, person, below)
        return drawings.explored_course(course, axis) if course else None
    measure = next((each for each in record.shown if each.key == which), None)
    return drawings.explored(record, measure, person, axis) if measure else None


def _charts(record: Record, person: Participant) -> list[tuple[str, str]]:
    """What can be looked into, by its name in the address, with its words."""
    rated = [m for m in record.shown if record.trajectory(m, Rater.CLIENT, person.id)]
    many = len(drawings.outcomes_of(record, person)) > 1
    everything = [(EVERYTHING, "All measures")] if many else []
    return [(COURSE, "Course"), *everything, *((m.key, m.short) for m in rated)]
