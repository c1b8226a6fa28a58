"""A client's usual range on one measure: where it stands, and where its clinician lets it begin anew."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectField, TextAreaField

from tracker import clock, db
from tracker.charts.panels import scale_of
from tracker.charts.trajectory import panel_keys
from tracker.domain.course.sessions import long_date
from tracker.domain.course.trajectory import Slot, Trajectory
from tracker.domain.errors import Incomplete
from tracker.domain.people.access import Permission
from tracker.services.care import usual_range
from tracker.services.care.usual_range import RangeEntry, RangeStart
from tracker.services.record import records
from tracker.services.record.clients import participant_a
from tracker.web.door.forms import Form, as_uuid, options
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.door.treating import treats
from tracker.web.words import ranges as range_words

bp = Blueprint("usual_range", __name__)
BEGIN = "begin"
BACK = "back"


class RangeForm(Form):
    """From which session on the range is counted anew, or is not any more, and why."""

    session = SelectField("What to change")
    reason = TextAreaField("Reason")

    def offer(self, trajectory: Trajectory, begun: frozenset[int]) -> None:
        """Let every session be chosen at which a range can begin, and every one at which it does."""
        back = [slot for slot in trajectory.slots if slot.number in begun]
        choices = {"": "Choose"}
        choices |= {
            f"{BEGIN}:{slot.session_id}": f"Begin anew at {_named(slot)}"
            for slot in usual_range.beginnings(trajectory, begun)[::-1]
        }
        choices |= {f"{BACK}:{slot.session_id}": f"Do not begin at {_named(slot)}" for slot in back}
        self.session.choices = options(choices)

    def value(self) -> RangeStart:
        """What was chosen; a session of nothing where nothing was."""
        act, _, session_id = (self.session.data or "").partition(":")
        return RangeStart(as_uuid(session_id), act != BACK, self.reason.data or "")


def _named(slot: Slot) -> str:
    return f"session {slot.number}, {long_date(slot.held_on)}"


def _page(client_id: UUID, key: str, form: RangeForm) -> str:
    """The page. That the record was looked at is written first."""
    with db.reading() as reading:
        record = records.record(reading, g.user, client_id, now=clock.now())
        trajectory = usual_range.rated(record.course, key, participant_a(record.client).id)
        said = usual_range.history(reading, client_id, record.course, key)
    note_read("client.read", client_id, client_id)
    begun = record.anew.get(key, frozenset())
    form.offer(trajectory, begun)
    return render_template(
        "care/usual_range/show.html",
        record=record,
        measure=trajectory.measure,
        rows=_rows(trajectory, begun),
        form=form,
        said=said,
        own=treats(record.client.clinician_id),
        can_begin=len(form.session.choices or ()) > 1,
        undone=_undone(said),
    )


def _undone(said: list[RangeEntry]) -> set[UUID]:
    """The beginnings that a later row took back."""
    seen: set[UUID] = set()
    taken = set()
    for each in said:
        if each.row.begins and each.row.session_id in seen:
            taken.add(each.row.id)
        seen.add(each.row.session_id)
    return taken


def _rows(trajectory: Trajectory, begun: frozenset[int]) -> list[tuple[str, str, int, str]]:
    """Each score with its range, the ratings it rests on, and how far it is."""
    rows = []
    for key, stretch in range_words.latest(trajectory, panel_keys(trajectory, ()), begun).items():
        usual = stretch.usual
        label = scale_of(trajectory.measure, key).label
        if usual is None:
            rows.append((label, "none yet", stretch.count, "too few ratings"))
        else:
            shown = range_words.ends(trajectory, key, usual)
            rows.append((label, shown, usual.count, "fixed" if usual.fixed else "on trial"))
    return rows


@bp.get("/clients/<uuid:client_id>/usual-range/<key>")
@requires(Permission.READ_RECORD)
def show(client_id: UUID, key: str) -> ResponseReturnValue:
    """Where the range stands, and what was said of it; the form for the client's own clinician."""
    return _page(client_id, key, RangeForm())


@bp.post("/clients/<uuid:client_id>/usual-range/<key>")
@requires(Permission.CHANGE_CLIENT)
def change(client_id: UUID, key: str) -> ResponseReturnValue:
    """The record with the range as it is counted now, or the form with what stands in the way."""
    form = RangeForm()
    now = clock.now()
    wanted = form.value()
    try:
        once(
            form,
            lambda db: usual_range.set_start(db, g.user, client_id, key, wanted, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(client_id, key, form), 422
    flash(
        "Usual range begins anew."
        if wanted.begins
        else "Usual range does not begin there any more."
    )
    return redirect(url_for("usual_range.show", client_id=client_id, key=key), 303)
