"""One box that finds clients and texts of the library. What is typed is sent, and never part of an address."""

from flask import Blueprint, g, render_template, request
from flask.typing import ResponseReturnValue
from wtforms import StringField

from tracker import clock, db
from tracker.domain.people.access import Permission
from tracker.services.library import search as library_search
from tracker.services.library.search import Hit
from tracker.services.record import finding
from tracker.services.record.finding import ClientHits
from tracker.web.door.forms import Form
from tracker.web.door.guard import requires
from tracker.web.door.installed import installed
from tracker.web.library.pages import more_to_find
from tracker.web.words import library_cards

bp = Blueprint("find", __name__)
TEXTS = 5  # design default: of the library
WORDS = 2  # design default: letters from which on the library is looked through


class FindForm(Form):
    """A code, initials, a reference, or words of the library."""

    looked_for = StringField("Client's code, initials, reference; or a word")


@bp.get("/find")
@requires(Permission.SIGNED_IN)
def show() -> ResponseReturnValue:
    """The empty box."""
    return render_template("library/find/show.html", form=FindForm(formdata=None), looked=False)


@bp.post("/find")
@requires(Permission.SIGNED_IN)
def look() -> ResponseReturnValue:
    """What fits, as a page; or by itself, for the box that asks while somebody types."""
    form = FindForm()
    typed = (form.looked_for.data or "").strip()
    alone = request.headers.get("X-Part") == "results"
    return render_template(
        "library/find/_results.html" if alone else "library/find/show.html",
        form=form,
        looked=bool(typed),
        hits=_clients(typed),
        texts=_texts(typed),
    )


def _clients(typed: str) -> ClientHits:
    now = clock.now()
    with db.reading() as reading:
        hits = finding.find_clients(reading, g.user, typed, now=now)
    if hits.clients:
        with db.transaction() as writing:
            finding.note_hits(writing, g.user, hits, now=now)
    return hits


def _texts(typed: str) -> tuple[Hit, ...]:
    """Of the library; none for words that it does not have, since somebody may have looked for a client."""
    if len(typed) < WORDS:
        return ()
    results = library_search.search(installed(), library_cards.shelf(), typed, more_to_find())
    return () if results.near else results.hits[:TEXTS]
