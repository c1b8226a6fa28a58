"""The questions of supervision: each answered for a caseload, with the numbers and the clients behind them."""

from uuid import UUID

from flask import Blueprint, abort, g, render_template
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.domain.care.moves_counted import ENOUGH
from tracker.domain.people.access import Permission
from tracker.domain.supervision.questions import SupervisionQuestion
from tracker.models import User
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.supervision.questions import answer_question
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read
from tracker.web.words import questions as question_words

bp = Blueprint("questions", __name__)


@bp.get("/caseloads/<uuid:clinician_id>/questions")
@requires(Permission.READ_CASELOAD)
def index(clinician_id: UUID) -> ResponseReturnValue:
    """The questions that can be asked of this caseload."""
    with db.reading() as reading:
        day = today(reading, clock.now())
        own = permissions.may_read_caseload(reading, g.user, clinician_id, day).treats
        clinician = reading.get_one(User, clinician_id)
    note_read("caseload.read", clinician_id, clinician=str(clinician_id), clients=[])
    return render_template(
        "supervision/supervision/questions.html",
        clinician=clinician,
        own=own,
        question_words=question_words,
    )


@bp.get("/caseloads/<uuid:clinician_id>/questions/<question>")
@requires(Permission.READ_CASELOAD)
def show(clinician_id: UUID, question: str) -> ResponseReturnValue:
    """One question, with the numbers of this caseload."""
    if question not in set(SupervisionQuestion):
        abort(404)
    asked = SupervisionQuestion(question)
    with db.reading() as reading:
        answer = answer_question(reading, g.user, clinician_id, asked, now=clock.now())
    clients = [str(line.client.id) for line in answer.lines]
    note_read("caseload.read", clinician_id, clinician=str(clinician_id), clients=clients)
    return render_template(
        "supervision/supervision/question.html",
        answer=answer,
        question_words=question_words,
        enough=ENOUGH,
    )
