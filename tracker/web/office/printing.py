"""What a print button asks before it prints."""

from flask import Blueprint, g
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from tracker import clock, db
from tracker.domain.people.access import Permission
from tracker.services.reports import printing
from tracker.services.reports.printing import Printed
from tracker.web.door.forms import Form, as_uuid
from tracker.web.door.guard import requires

bp = Blueprint("printing", __name__)


class PrintForm(Form):
    """What is to be printed."""

    what = HiddenField()
    of = HiddenField()


@bp.post("/printed")
@requires(Permission.READ_RECORD)
def note() -> ResponseReturnValue:
    """Nothing, when the print is in the audit trail."""
    form = PrintForm()
    what = Printed(form.what.data) if form.what.data in set(Printed) else None
    with db.transaction() as writing:
        printing.note_print(writing, g.user, what, as_uuid(form.of.data), now=clock.now())
    return "", 204
