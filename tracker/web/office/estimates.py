"""What the practice's own ratings say of its measures, beside what is in force."""

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import HiddenField, TextAreaField

from tracker import clock, db
from tracker.domain.errors import Incomplete
from tracker.domain.people.access import Permission
from tracker.domain.rules import own_estimates as takes
from tracker.models import PracticeEstimate
from tracker.services.office.practice import practice
from tracker.services.record.estimates import own_estimates
from tracker.services.reports import own_estimates as estimating
from tracker.web.door.forms import Form
from tracker.web.door.guard import requires
from tracker.web.door.installed import installed
from tracker.web.door.sending import note_read, once
from tracker.web.words import estimates as estimate_words

bp = Blueprint("estimates", __name__)

ADOPT = "adopt"
GIVE_UP = "give_up"


class EstimateForm(Form):
    """Why an estimate is adopted or given up; `seen` are the numbers that were looked at."""

    reason = TextAreaField("Reason")
    seen = HiddenField()
    act = HiddenField()


@bp.get("/practice/own-ratings")
@requires(Permission.MANAGE_PRACTICE)
def index() -> ResponseReturnValue:
    """Every measure of which own ratings can say something, with what is in force."""
    with db.reading() as reading:
        measures = estimating.estimable(reading)
    return render_template(
        "office/estimates/index.html",
        measures=measures,
        say=estimate_words,
        least=(takes.OWN_CLIENTS, takes.OWN_RATINGS),
    )


def _page(key: str, form: EstimateForm) -> str:
    """One measure. Its estimate rests on ratings, so that they were looked at is written first."""
    with db.reading() as reading:
        measure = estimating.estimable_measure(reading, key)
        estimated = estimating.from_own_ratings(reading, g.user, measure, now=clock.now())
        now = estimating.in_force(own_estimates(reading), measure)
        history = estimating.history(reading, measure)
        zone = practice(reading).time_zone
    note_read("estimate.read", g.user.id, measure=key)
    form.seen.data = estimated.seen
    return render_template(
        "office/estimates/show.html",
        measure=measure,
        form=form,
        estimated=estimated,
        now=now,
        history=history,
        time_zone=zone,
        say=estimate_words,
    )


@bp.get("/practice/own-ratings/<key>")
@requires(Permission.MANAGE_PRACTICE)
def show(key: str) -> ResponseReturnValue:
    """What is in force on one measure, what its own ratings say, and the history."""
    return _page(key, EstimateForm())


@bp.post("/practice/own-ratings/<key>")
@requires(Permission.MANAGE_PRACTICE)
def update(key: str) -> ResponseReturnValue:
    """The estimate as adopted or given up, or the page as it is now with what stands in the way."""
    form = EstimateForm()
    now = clock.now()
    reason = form.reason.data or ""
    give_up = form.act.data == GIVE_UP
    if form.act.data not in (ADOPT, GIVE_UP):
        form.show_problems({"act": "Choose one of the steps"})
        return _page(key, form), 422
    with db.reading() as reading:  # many ratings: nobody who writes waits for them
        measure = estimating.estimable_measure(reading, key)
        estimated = estimating.from_own_ratings(reading, g.user, measure, now=now)

    def act(writing: Session) -> PracticeEstimate:
        if give_up:
            return estimating.give_up(writing, g.user, measure, reason, now=now)
        seen = form.seen.data or ""
        return estimating.adopt(writing, g.user, estimated, reason, seen=seen, now=now)

    try:
        once(form, lambda writing: act(writing).id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(key, form), 409 if "seen" in error.problems else 422
    name = installed().measures.current[key].name
    done = "Back to the measure's own numbers of" if give_up else "Estimate adopted for"
    flash(f"{done} {name}. It holds for ratings entered from now on.")
    return redirect(url_for("estimates.show", key=key), 303)
