"""The learning path: its concepts, and cases to try oneself on. Each page is the reader's own."""

from uuid import UUID

from flask import Blueprint, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, StringField

from tracker import clock, db
from tracker.domain.errors import NotPermitted
from tracker.domain.library.learning import AGAIN, PASS, PathStep
from tracker.domain.library.texts import SentenceCounts
from tracker.domain.people.access import Permission
from tracker.services.library import learning
from tracker.services.library.learning import TryView, fits
from tracker.services.library.useful import useful
from tracker.services.office.practice import today
from tracker.web.door.forms import Form
from tracker.web.door.guard import requires
from tracker.web.door.sending import once
from tracker.web.library.pages import overdue
from tracker.web.words import library_cards

bp = Blueprint("learning", __name__)


class AnswerForm(Form):
    """An answer to a case. Radios are drawn by the template, nothing is chosen."""

    case = HiddenField()
    answer = StringField("What do you do?")


@bp.get("/library/path")
@requires(Permission.SIGNED_IN)
def index() -> ResponseReturnValue:
    """The eight concepts, and where the reader stands."""
    with db.reading() as reading:
        own = learning.path(reading, g.user, now=clock.now())
    share = f"{PASS.numerator * 100 // PASS.denominator} %"
    return render_template("library/library/path.html", path=own, again=AGAIN, share=share)


@bp.get("/library/path/<key>")
@requires(Permission.SIGNED_IN)
def concept(key: str) -> ResponseReturnValue:
    """A concept in short, what to read, and the way to its cases; open to anyone, whatever is passed."""
    stands = library_cards.shelf()
    with db.reading() as reading:
        own = learning.path(reading, g.user, now=clock.now(), stands=stands)
        marks = useful(reading, g.user, f"path/{key}")
        day = today(reading, clock.now())
    step = _step(own, key)
    reads = [(href, _title(href)) for href in step.concept.reads]
    return render_template(
        "library/library/concept.html",
        step=step,
        text=step.concept.text,
        address=f"path/{key}",
        counts=SentenceCounts.of(step.concept.text.sentences),
        reads=reads,
        begun=key in own.open_tries,
        useful=marks,
        overdue=overdue(step.concept.text, day),
        number=own.steps.index(step) + 1,
        of=len(own.steps),
        keeps=g.user.may(Permission.KEEP_LIBRARY),
        button=lambda: Form(formdata=None),
    )


def _step(path: learning.Path, key: str) -> PathStep:
    step = next((step for step in path.steps if step.concept.key == key), None)
    if step is None:
        raise NotPermitted
    return step


def _title(href: str) -> str:
    """The title of a page of the library, by its address."""
    address, _, section = href.removeprefix("/library/").partition("#")
    text = library_cards.shelf().library.texts.get(address)
    part = text.section(section) if text and section else None
    if text is None:
        return "Objectives" if address == "objectives" else address
    return f"{text.title}: {part.title}" if part else text.title


@bp.post("/library/path/<key>/cases")
@requires(Permission.SIGNED_IN)
def begin(key: str) -> ResponseReturnValue:
    """On to the cases of the concept, in an order of their own."""
    now = clock.now()
    made = once(Form(), lambda db: learning.begin(db, g.user, key, now=now).id)
    return redirect(url_for("learning.tried", try_id=made), 303)


def _page(view: TryView, form: AnswerForm) -> str:
    return render_template(
        "library/library/try.html",
        view=view,
        form=form,
        fits=fits,
        step=_own_step(view),
    )


def _own_step(view: TryView) -> PathStep:
    stands = library_cards.shelf()
    with db.reading() as reading:
        own = learning.path(reading, g.user, now=clock.now(), stands=stands)
    return _step(own, view.concept.key)


@bp.get("/library/cases/<uuid:try_id>")
@requires(Permission.SIGNED_IN)
def tried(try_id: UUID) -> ResponseReturnValue:
    """The cases answered so far with why, and the next one."""
    return _page(_view(try_id), AnswerForm(formdata=None))


def _view(try_id: UUID) -> TryView:
    stands = library_cards.shelf()
    with db.reading() as reading:
        return learning.try_view(reading, g.user, try_id, stands=stands)


@bp.post("/library/cases/<uuid:try_id>")
@requires(Permission.SIGNED_IN)
def answer(try_id: UUID) -> ResponseReturnValue:
    """The same with the answer and why it fits or does not."""
    form = AnswerForm()
    now = clock.now()
    place = form.answer.data or ""
    if not place.isdecimal() or len(place) > 2:
        form.show_problems({"answer": "Select one of the answers"})
        return _page(_view(try_id), form), 422
    with db.transaction() as writing:
        learning.answer(writing, g.user, try_id, form.case.data or "", int(place), now=now)
    return redirect(url_for("learning.tried", try_id=try_id) + f"#{form.case.data}", 303)
