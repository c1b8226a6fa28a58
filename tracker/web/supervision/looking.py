"""Looking together: the client's own ratings over time, on a plain page that both can read."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.domain.course.clients import FIRST_PARTICIPANT
from tracker.domain.people.access import Permission
from tracker.services.access import permissions
from tracker.services.record import own_ratings
from tracker.services.record.clients import letters_of
from tracker.services.record.course import course
from tracker.services.record.own_ratings import Marked
from tracker.web.door.guard import for_client, requires
from tracker.web.door.sending import note_read
from tracker.web.words import looking as words

bp = Blueprint("looking", __name__)


def _shown(
    all_marked: Sequence[Marked], language: str, *, therapist: bool = False
) -> dict[str, Any]:
    """What the page shows, and what can be shown instead; nothing where nothing was marked."""
    chosen = words.chosen_of(all_marked, request.args.get("show", ""))
    if chosen is None:
        return {"picture": None}
    return {
        "chosen": chosen,
        "picture": words.picture(chosen, language, therapist=therapist),
        "choices": words.choices(all_marked, chosen, language),
    }


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
        marked = own_ratings.own_ratings(client, course(reading, client.id), whose)
    note_read("client.read", client_id, client_id)
    g.client_language = client.language
    beside = request.args.get("therapist") == "1"
    return render_template(
        "handover/client/own.html",
        **_shown(marked, client.language, therapist=beside),
        client_id=client_id,
        letters=letters_of(client).values(),
        who=wanted if whose else FIRST_PARTICIPANT,
        beside=beside,
        can_be_beside=any(value is not None for each in marked for value in each.beside),
    )


@bp.get("/c/own")
@for_client
def alone() -> ResponseReturnValue:
    """The same for a client who has rated on a phone, where the practice shows it."""
    with db.reading() as reading:
        shown = own_ratings.may_look(reading, g.held.row)
        marked = own_ratings.of_handover(reading, g.held.row) if shown else []
    if not shown:
        return redirect(url_for("handed_over.show"), 303)
    return render_template(
        "handover/client/own.html", held=g.held, **_shown(marked, g.held.row.language)
    )
