"""Suggestions for revising the library: the form, the queue, and what is done with one."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField

from tracker import clock, db
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.library.suggestions import About, Credit, SuggestionAct
from tracker.domain.library.texts import SourceTier
from tracker.domain.people.access import Permission
from tracker.reference.revisions import drafted
from tracker.reference.tables import BadFile
from tracker.services.library import suggestions
from tracker.services.library import texts as library
from tracker.services.library.suggestions import Draft, SuggestionText, SuggestionView
from tracker.services.office.practice import practice
from tracker.web.door.forms import Form, as_version
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.words import library as library_words

bp = Blueprint("suggestions", __name__)


class SuggestForm(Form):
    """What is to be revised. Radios are drawn by the template, nothing is chosen."""

    text = HiddenField()
    sentence = SelectField("Which sentence", validate_choice=False)
    about = StringField("What is amiss")
    wish = TextAreaField("How it should read, or what should be added")
    source = TextAreaField("Your source")
    credit = StringField("If it is published, name me")

    def wanted(self) -> SuggestionText:
        """What is suggested, as a value."""
        about = self.about.data
        credit = self.credit.data
        return SuggestionText(
            About(about) if about in set(About) else None,
            self.wish.data or "",
            self.source.data or "",
            Credit(credit) if credit in set(Credit) else None,
            self.sentence.data or None,
        )


class StepForm(Form):
    """A step with a suggestion: which, and what goes with it."""

    seen = HiddenField()
    act = StringField("What to do")
    note = TextAreaField("Reason or remark")
    sentence = SelectField("The sentence that gives way", validate_choice=False)
    draft = TextAreaField("The sentences in its place")
    takes_out = BooleanField("Take the sentence out: nothing stands in its place")
    citation = TextAreaField("A source that the library does not have yet (optional)")
    link = StringField("Its address (optional)")
    tier = SelectField("Its kind", validate_choice=False)

    def value(self) -> Draft:
        """The draft as a value."""
        tier = self.tier.data
        return Draft(
            self.sentence.data or "",
            self.draft.data or "",
            self.citation.data or "",
            self.link.data or "",
            SourceTier(tier) if tier in set(SourceTier) else None,
            bool(self.takes_out.data),
        )


def _new(form: SuggestForm, address: str) -> str:
    with db.reading() as reading:
        text = library.shelf(reading).text(address)
    form.text.data = address
    form.sentence.choices = [("", "The text as a whole")] + [
        (sentence.digest, sentence.text) for sentence in text.sentences
    ]
    return render_template("library/library/suggest.html", form=form, text=text, address=address)


@bp.get("/library/suggestions/new")
@requires(Permission.SIGNED_IN)
def new() -> ResponseReturnValue:
    """The form, for a text and, where the address names one, a sentence of it."""
    form = SuggestForm(formdata=None)
    form.sentence.data = request.args.get("sentence", "")
    return _new(form, request.args.get("text", ""))


@bp.post("/library/suggestions/new")
@requires(Permission.SIGNED_IN)
def create() -> ResponseReturnValue:
    """On to the suggestion, or the form again with what stands in the way."""
    form = SuggestForm()
    now = clock.now()
    address = form.text.data or ""
    try:
        wanted = form.wanted()
        made = once(form, lambda db: suggestions.submit(db, g.user, address, wanted, now=now).id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _new(form, address), 422
    flash("Thank you. Your suggestion is with those who keep the library.")
    return redirect(url_for("suggestions.show", suggestion_id=made), 303)


@bp.get("/library/suggestions")
@requires(Permission.SIGNED_IN)
def index() -> ResponseReturnValue:
    """What waits, and what became of one's own."""
    keeps = g.user.may(Permission.KEEP_LIBRARY)
    with db.reading() as reading:
        stands = library.shelf(reading)
        queue = suggestions.queue(reading, g.user, stands)
        zone = practice(reading).time_zone
    return render_template(
        "library/library/suggestions.html",
        suggestions=queue,
        lapsed=stands.lapsed if keeps else (),
        keeps=keeps,
        time_zone=zone,
    )


def _page(suggestion_id: UUID, form: StepForm | None = None) -> str:
    with db.reading() as reading:
        view = suggestions.suggestion(reading, g.user, suggestion_id)
        zone = practice(reading).time_zone
    note_read("suggestion.read", suggestion_id)
    form = _offered(form or _filled(view), view)
    return render_template(
        "library/library/suggestion.html",
        view=view,
        form=form,
        time_zone=zone,
        as_drafted=_as_drafted(view),
        own=view.suggestion.submitted_by_id == g.user.id,
    )


def _filled(view: SuggestionView) -> StepForm:
    """The form with the last draft, or with the sentence that is to be revised."""
    form = StepForm(formdata=None)
    draft = view.draft
    form.sentence.data = (draft.sentence if draft else view.suggestion.sentence) or ""
    said = view.text.sentence(form.sentence.data) if view.text else None
    form.draft.data = library_words.as_written(said) if said else ""
    if draft:
        form.takes_out.data = not draft.draft
        form.draft.data = draft.draft or form.draft.data
        form.citation.data = draft.source_citation
        form.link.data = draft.source_link
        form.tier.data = draft.source_tier
    return form


def _offered(form: StepForm, view: SuggestionView) -> StepForm:
    form.seen.data = str(view.seen)
    text = view.text
    form.sentence.choices = [("", "Choose")] + [
        (sentence.digest, sentence.text) for sentence in (text.sentences if text else ())
    ]
    form.tier.choices = [("", "Choose"), *library_words.TIER.items()]
    return form


def _as_drafted(view: SuggestionView) -> tuple[object, ...]:
    """The sentences of the last draft, as they would be read."""
    try:
        return drafted(view.draft.draft) if view.draft and view.draft.draft else ()
    except BadFile:
        return ()


@bp.get("/library/suggestions/<uuid:suggestion_id>")
@requires(Permission.SIGNED_IN)
def show(suggestion_id: UUID) -> ResponseReturnValue:
    """A suggestion with its steps, and what the reader can do with it now."""
    return _page(suggestion_id)


SAID = {
    SuggestionAct.DRAFTED: "The draft is with its submitter now.",
    SuggestionAct.APPROVED: "Approved. It waits to be published.",
    SuggestionAct.RETURNED: "Sent back with your remark.",
    SuggestionAct.PUBLISHED: "Published: the text reads so from now on.",
    SuggestionAct.DECLINED: "Declined; its submitter sees the reason.",
    SuggestionAct.WITHDRAWN: "Withdrawn.",
}


@bp.post("/library/suggestions/<uuid:suggestion_id>")
@requires(Permission.SIGNED_IN)
def step(suggestion_id: UUID) -> ResponseReturnValue:
    """The suggestion after the step, or with what stands in the way."""
    form = StepForm()
    now = clock.now()
    try:
        if form.act.data not in set(SuggestionAct):
            raise Incomplete({"act": "Choose one of the steps"})
        act = SuggestionAct(form.act.data)
        seen = as_version(form.seen.data)
        note = form.note.data or ""
        draft = form.value()
        once(
            form,
            lambda db: (
                suggestions.take_step(
                    db, g.user, suggestion_id, act, note, draft, seen=seen, now=now
                ).id
            ),
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(suggestion_id, form), 422
    except Stale as error:
        form.form_errors.append(error.message)
        return _page(suggestion_id, form), 409
    flash(SAID[act])
    return redirect(url_for("suggestions.show", suggestion_id=suggestion_id), 303)
