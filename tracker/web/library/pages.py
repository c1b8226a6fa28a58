"""The library: its home, its texts, what a flag leads to, and search."""

from datetime import date
from itertools import chain
from uuid import UUID

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import SearchField

from tracker import clock, db
from tracker.domain.errors import NotPermitted
from tracker.domain.library.texts import SentenceCounts, Text, TextKind
from tracker.domain.people.access import Permission
from tracker.domain.rules.findings import TIER
from tracker.domain.supervision.questions import SupervisionQuestion
from tracker.reference.objectives import templates
from tracker.services.access import permissions
from tracker.services.library import learning, suggestions, useful
from tracker.services.library import search as library_search
from tracker.services.library.search import SearchEntry
from tracker.services.office.practice import today
from tracker.services.record.reaching import flag_for
from tracker.services.supervision.caseload import own_clients
from tracker.services.supervision.meetings import people
from tracker.web.door.forms import Form
from tracker.web.door.guard import requires
from tracker.web.door.installed import installed
from tracker.web.door.sending import note_read
from tracker.web.words import flags as flag_words
from tracker.web.words import library as library_words
from tracker.web.words import library_cards
from tracker.web.words import questions as question_words

bp = Blueprint("library", __name__)
RECENT = 5  # changes on the home page; design default
# Where a card that was opened from a flag leads back to.
BACK = ("saved", "marks", "flag")


class SearchForm(Form):
    """What is looked for."""

    typed = SearchField("Search the library")


@bp.get("/library")
@requires(Permission.SIGNED_IN)
def home() -> ResponseReturnValue:
    """The map, the situations, what was changed lately, one's own path."""
    stands = library_cards.shelf()
    now = clock.now()
    with db.reading() as reading:
        own_path = learning.path(reading, g.user, now=now, stands=stands)
        waiting = suggestions.waiting(reading, g.user, stands)
        day = today(reading, now)
        most_useful = useful.most_useful(reading)
    texts = stands.library.texts
    keeps = g.user.may(Permission.KEEP_LIBRARY)
    return render_template(
        "library/library/home.html",
        shelf=stands,
        cards=stands.library.cards,
        by_corner={
            corner: [card for card in stands.library.cards if corner in card.components]
            for corner in library_words.CORNER
        },
        path=own_path,
        waiting=waiting,
        overdue=[text for text in texts.values() if keeps and overdue(text, day)],
        recent=stands.changes[: -RECENT - 1 : -1],
        useful=most_useful,
        counts=SentenceCounts.of(chain.from_iterable(text.sentences for text in texts.values())),
        keeps=keeps,
    )


def overdue(text: Text, day: date) -> bool:
    """True when a text is due for review on that day."""
    due = text.provenance.next_review
    return due is not None and due <= day


@bp.get("/library/<any(article, glossary, misconceptions, questions):address>")
@requires(Permission.SIGNED_IN)
def single(address: str) -> ResponseReturnValue:
    """A text that stands alone."""
    return show_text(address)


@bp.get("/library/cards/<key>")
@requires(Permission.SIGNED_IN)
def card(key: str) -> ResponseReturnValue:
    """A card for a situation."""
    return show_text(f"cards/{key}")


def show_text(address: str, **more: object) -> str:
    """A text with its marks, its sources and what can be done with it; NotPermitted where there is none."""
    stands = library_cards.shelf()
    text = stands.text(address)
    with db.reading() as reading:
        day = today(reading, clock.now())
        marks = useful.useful(reading, g.user, address)
        asked = text.kind is TextKind.QUESTIONS
        caseloads = {}
        if asked:
            whom = permissions.clinicians_for(reading, g.user, Permission.SUPERVISE, day)
            caseloads = people(reading, set(whom))
    if text.kind is TextKind.CONCEPT:
        raise NotPermitted  # read on the path
    return render_template(
        f"library/library/{'card' if text.kind is TextKind.CARD else 'text'}.html",
        address=address,
        text=text,
        shelf=stands,
        counts=SentenceCounts.of(text.sentences),
        useful=marks,
        overdue=overdue(text, day),
        keeps=g.user.may(Permission.KEEP_LIBRARY),
        clinician=g.user.may(Permission.PLAN_CARE),
        caseloads=caseloads,
        only_checked=request.args.get("show") == "checked",
        templates=templates(),
        questions=list(zip(SupervisionQuestion, question_words.TITLE.values(), strict=True)),
        button=lambda: Form(formdata=None),
        **more,
    )


@bp.get("/flags/<uuid:flag_id>/card")
@requires(Permission.READ_RECORD)
def for_flag(flag_id: UUID) -> ResponseReturnValue:
    """The one card that a flag leads to, with the way back to where one came from."""
    with db.reading() as reading:
        flag, client = flag_for(reading, g.user, flag_id, Permission.READ_RECORD, now=clock.now())
    link = library_cards.card_of(flag)
    version = link.card.provenance.shown_version
    note_read("card.read", flag_id, client.id, card=link.card.key, version=version)
    back = request.args.get("back")
    back = back if back in BACK else "flag"
    return show_text(f"cards/{link.card.key}", flag=flag, client=client, link=link, back=back)


@bp.get("/library/sources")
@requires(Permission.SIGNED_IN)
def sources() -> ResponseReturnValue:
    """Every source, with its tier and where it is cited."""
    stands = library_cards.shelf()
    texts = stands.library.texts.values()
    cited = {key: [text for text in texts if key in text.sources] for key in stands.library.sources}
    return render_template(
        "library/library/sources.html", sources=stands.library.sources, cited=cited
    )


@bp.get("/library/objectives")
@requires(Permission.SIGNED_IN)
def objectives() -> ResponseReturnValue:
    """The seven objectives, each with its mechanism, its source and its way to a client."""
    return render_template(
        "library/library/objectives.html",
        templates=templates(),
        clinician=g.user.may(Permission.PLAN_CARE),
    )


@bp.get("/library/objectives/<key>/client")
@requires(Permission.PLAN_CARE)
def use(key: str) -> ResponseReturnValue:
    """The reader's clients, for one of whom the objective is to be set."""
    template = templates().get(key)
    if template is None:
        raise NotPermitted
    with db.reading() as reading:
        clients = own_clients(reading, g.user, now=clock.now())
    note_read(
        "caseload.read", g.user.id, clinician=str(g.user.id), clients=[str(c.id) for c in clients]
    )
    return render_template("library/library/use.html", template=template, clients=clients)


def more_to_find() -> tuple[SearchEntry, ...]:
    """What can be found beside the texts: the rules, in the words of the pages."""
    return tuple(
        SearchEntry(
            "Rule",
            flag_words.KINDS[kind].label,
            f"{flag_words.rule(kind)} {library_cards.card_of_kind(kind).when}.",
            f"/help/rules#{kind.value}",
        )
        for kind in TIER
    )


@bp.post("/library/search")
@requires(Permission.SIGNED_IN)
def look_for() -> ResponseReturnValue:
    """On to what was found. Only words of the library come into the address, never what was typed."""
    typed = (SearchForm().typed.data or "").strip()
    search_results = library_search.search(
        installed(), library_cards.shelf(), typed, more_to_find()
    )
    if not search_results.words:
        return render_template(
            "library/library/search.html", typed=typed[:100], search_results=None
        )
    near = "1" if search_results.near else None
    return redirect(url_for("library.search", q=" ".join(search_results.words), near=near), 303)


@bp.get("/library/search")
@requires(Permission.SIGNED_IN)
def search() -> ResponseReturnValue:
    """What the library has for these words, the best first."""
    typed = request.args.get("q", "").strip()
    search_results = library_search.search(
        installed(), library_cards.shelf(), typed, more_to_find()
    )
    near = search_results.near or request.args.get("near") == "1"
    return render_template(
        "library/library/search.html", typed=typed[:100], search_results=search_results, near=near
    )
