"""What people do with a text of the library: check a sentence, review the text, find it useful."""

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, StringField

from tracker import clock, db
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.library.texts import Sentence, Text
from tracker.domain.people.access import Permission
from tracker.services.library import texts as library
from tracker.services.library.useful import mark_useful
from tracker.web.door.forms import Form
from tracker.web.door.guard import requires
from tracker.web.door.sending import once
from tracker.web.words import library as library_words

bp = Blueprint("library_acts", __name__)


class TextForm(Form):
    """Which text is meant. `back` says where the reader was."""

    text = HiddenField()


class CheckForm(TextForm):
    """A sentence that was compared with what it rests on."""

    sentence = HiddenField()
    act = HiddenField()
    passage = StringField("Where in the source (optional)")


def _place(text: Text, sentence: Sentence | None) -> str:
    anchor = f"#{sentence.id}" if sentence else ""
    return f"{library_words.href(text)}{anchor}"


def _page(form: CheckForm, address: str, digest: str) -> str:
    """The sentence with its sources, and the form; NotPermitted for a text or sentence that is not there."""
    with db.reading() as reading:
        stands = library.shelf(reading)
    text = stands.text(address)
    sentence = text.sentence(digest)
    if sentence is None:
        raise NotPermitted
    left = [other for other in text.sentences if other.check is None]
    form.text.data = address
    form.sentence.data = digest
    return render_template(
        "library/library/check.html",
        form=form,
        text=text,
        sentence=sentence,
        sources=stands.library.sources,
        left=len(left),
    )


@bp.get("/library/check")
@requires(Permission.KEEP_LIBRARY)
def check_form() -> ResponseReturnValue:
    """A sentence with what it rests on, to be compared."""
    address = request.args.get("text", "")
    digest = request.args.get("sentence", "")
    return _page(CheckForm(formdata=None), address, digest)


@bp.post("/library/check")
@requires(Permission.KEEP_LIBRARY)
def check() -> ResponseReturnValue:
    """On to the next sentence without a check, or back to the text after the last and after a check taken back."""
    form = CheckForm()
    now = clock.now()
    address = form.text.data or ""
    digest = form.sentence.data or ""
    if form.act.data == "undo":
        _undo(address, digest)
        return _after(address, digest, onward=False)
    try:
        passage = form.passage.data or ""
        once(
            form,
            lambda db: library.check_sentence(db, g.user, address, digest, passage, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(form, address, digest), 422
    except NotNow as error:
        flash(error.message, "problem")
        return _after(address, digest, onward=False)
    return _after(address, digest, onward=True)


def _undo(address: str, digest: str) -> None:
    try:
        with db.transaction() as writing:
            library.undo_check(writing, g.user, address, digest, now=clock.now())
        flash("The check is taken back. It stays readable in the audit log.")
    except NotNow as error:
        flash(error.message, "problem")


def _after(address: str, digest: str, *, onward: bool) -> ResponseReturnValue:
    """The next sentence of the text that waits for its check, after this one; the text where none does."""
    with db.reading() as reading:
        text = library.shelf(reading).text(address)
    sentences = list(text.sentences)
    at = next((i for i, other in enumerate(sentences) if other.digest == digest), 0)
    waiting = [s for s in (*sentences[at:], *sentences[:at]) if s.check is None]
    if not onward or not waiting:
        if onward:
            flash("Every sentence of this text is checked.")
        return redirect(_place(text, text.sentence(digest)), 303)
    flash("Checked. Here is the next sentence.")
    to = url_for("library_acts.check_form", text=address, sentence=waiting[0].digest)
    return redirect(to, 303)


@bp.post("/library/reviews")
@requires(Permission.KEEP_LIBRARY)
def review() -> ResponseReturnValue:
    """Back to the text, which was looked through today."""
    form = TextForm()
    now = clock.now()
    address = form.text.data or ""
    once(form, lambda db: library.review_text(db, g.user, address, now=now).id)
    flash("Noted: looked through today. It is due again in half a year.")
    return _back_to(address)


@bp.post("/library/useful")
@requires(Permission.SIGNED_IN)
def useful() -> ResponseReturnValue:
    """Back to the text, with the reader's useful mark set or taken away."""
    form = TextForm()
    address = form.text.data or ""
    wanted = request.form.get("useful") == "yes"
    now = clock.now()
    once(form, lambda db: mark_useful(db, g.user, address, wanted=wanted, now=now))
    return _back_to(address, "#useful")


def _back_to(address: str, anchor: str = "") -> ResponseReturnValue:
    with db.reading() as reading:
        text = library.shelf(reading).text(address)
    return redirect(library_words.href(text) + anchor, 303)
