"""Looking together: the client's own ratings over time, on a plain page that both can read."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from tracker import clock, db
from tracker.charts import own
from tracker.domain.course.clients import FIRST_PARTICIPANT
from tracker.domain.course.handover import languages
from tracker.domain.people.access import Permission
from tracker.services.access import permissions
from tracker.services.record import own_ratings
from tracker.services.record.clients import letters_of
from tracker.services.record.course import course
from tracker.services.record.own_ratings import Marked
from tracker.web.door.guard import for_client, requires
from tracker.web.door.sending import note_read

bp = Blueprint("looking", __name__)


@dataclass(frozen=True)
class QuestionPicture:
    """One question with its chart, in words of the client's language."""

    marked: Marked
    words: Mapping[str, str]
    ends: tuple[str, str] | None
    wide: Markup
    narrow: Markup


def _pictures(
    questions: list[Marked], language: str, *, therapist: bool = False
) -> list[QuestionPicture]:
    return [
        QuestionPicture(
            each,
            each.item.wording[language if language in languages(each.measure) else "en"],
            each.item.ends.get(language),
            _drawn(each, own.WIDE, therapist=therapist),
            _drawn(each, own.NARROW, therapist=therapist),
        )
        for each in questions
    ]


def _drawn(marked: Marked, width: int, *, therapist: bool) -> Markup:
    beside = marked.beside if therapist else ()
    low = marked.item.low
    high = marked.item.high
    return Markup(own.render(marked.values, low, high, beside, width=width))  # noqa: S704  (of numbers)


@bp.get("/clients/<uuid:client_id>/together")
@requires(Permission.RECORD_SESSION)
def together(client_id: UUID) -> ResponseReturnValue:
    """The client's own ratings; the therapist's beside them where `?therapist=1` says so."""
    with db.reading() as reading:
        now = clock.now()
        permission = Permission.RECORD_SESSION
        client = permissions.client_for(reading, g.user, client_id, permission, now=now)
        wanted = request.args.get("who", "")
        whose = {p.letter: p.id for p in client.participants}.get(wanted)
        questions = own_ratings.own_ratings(client, course(reading, client.id), whose)
    note_read("client.read", client_id, client_id)
    g.client_language = client.language
    beside = request.args.get("therapist") == "1"
    return render_template(
        "handover/client/own.html",
        pictures=_pictures(questions, client.language, therapist=beside),
        client_id=client_id,
        letters=letters_of(client).values(),
        who=wanted if whose else FIRST_PARTICIPANT,
        beside=beside,
        can_be_beside=any(any(v is not None for v in each.beside) for each in questions),
    )


@bp.get("/c/own")
@for_client
def alone() -> ResponseReturnValue:
    """The same for a client who has rated on a phone, where the practice shows it."""
    with db.reading() as reading:
        shown = own_ratings.may_look(reading, g.held.row)
        questions = own_ratings.of_handover(reading, g.held.row) if shown else []
    if not shown:
        return redirect(url_for("handed_over.show"), 303)
    return render_template(
        "handover/client/own.html", held=g.held, pictures=_pictures(questions, g.held.row.language)
    )
