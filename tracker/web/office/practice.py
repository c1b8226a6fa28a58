"""The practice's settings and thresholds, and what every page says of the practice."""

from datetime import date
from typing import Any
from zoneinfo import available_timezones

from flask import Blueprint, Flask, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)

from tracker import clock, db
from tracker.clock import local_date
from tracker.domain.errors import Incomplete
from tracker.domain.measures.measure import Kind
from tracker.domain.people.access import Permission
from tracker.models import Practice
from tracker.services.office.practice import PracticeSettings, change_practice, offered, practice
from tracker.services.reports import thresholds
from tracker.services.reports.own_noise import own_noise
from tracker.web.door.forms import Form, options
from tracker.web.door.guard import requires
from tracker.web.door.installed import installed
from tracker.web.door.sending import note_read, once
from tracker.web.entry import conflicts
from tracker.web.words import noise as noise_words
from tracker.web.words.settings import BY_KEY

bp = Blueprint("practice", __name__)


def init_app(app: Flask) -> None:
    """Let every page say who the practice is and what to do in an emergency."""
    app.jinja_env.globals["practice_words"] = practice_words
    app.jinja_env.globals["practice_day"] = practice_day


def practice_day() -> date:
    """Today where the practice is, for somebody who is signed in."""
    return local_date(clock.now(), g.practice.time_zone)


def practice_words() -> tuple[str, str]:
    """The practice's name and its crisis text; two empty texts where the database does not answer.

    A page that says so must still be shown.
    """
    read_with_the_sign_in: Practice | None = g.get("practice")
    if read_with_the_sign_in:
        return read_with_the_sign_in.name, read_with_the_sign_in.crisis_text
    try:
        with db.reading() as reading:
            stored_practice = practice(reading)
            return stored_practice.name, stored_practice.crisis_text
    except SQLAlchemyError:
        return "", ""


class PracticeForm(Form):
    """What the practice is called, where it is, what to do in a crisis, and which measures it offers."""

    name = StringField(BY_KEY["name"].name)
    time_zone = SelectField(BY_KEY["time_zone"].name)
    crisis_text = TextAreaField(BY_KEY["crisis_text"].name)
    measures = SelectMultipleField(BY_KEY["measures"].name)
    own_ratings_shown = BooleanField(BY_KEY["own_ratings_shown"].name)
    start_mark = BooleanField(BY_KEY["start_mark"].name)
    version = HiddenField()

    def offer_choices(self) -> None:
        """Let every time zone and every measure that is known here be chosen."""
        zones = sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC")
        self.time_zone.choices = options({zone: zone.replace("_", " ") for zone in zones})
        self.measures.choices = options(
            {key: m.name for key, m in installed().measures.current.items()}
        )

    def value(self) -> PracticeSettings:
        """What was entered."""
        return PracticeSettings(
            self.name.data or "",
            self.time_zone.data or "",
            self.crisis_text.data or "",
            tuple(self.measures.data or ()),
            bool(self.own_ratings_shown.data),
            bool(self.start_mark.data),
        )


class ThresholdForm(Form):
    """A threshold, and where it comes from."""

    points = StringField("Points below the previous rating")
    reason = TextAreaField("Source or reason")


def _page(form: PracticeForm | None = None, *, stale: bool = False) -> str:
    with db.reading() as reading:
        now = practice(reading)
        offer = list(offered(reading))
    stored = PracticeForm(formdata=None, obj=now)
    stored.measures.data = offer
    form = form or stored
    for each in (stored, form):
        each.offer_choices()
    form.version.data = str(now.version)
    return render_template(
        "office/practice/show.html",
        form=form,
        stale=conflicts.of_forms(stored, form) if stale else None,
        measures=installed().measures.current,
        Kind=Kind,
    )


@bp.get("/practice")
@requires(Permission.MANAGE_PRACTICE)
def show() -> ResponseReturnValue:
    """The practice's settings as they are."""
    return _page()


@bp.post("/practice")
@requires(Permission.MANAGE_PRACTICE)
def update() -> ResponseReturnValue:
    """The practice as changed, or the form with what stands in the way, both versions when it was stale."""
    form = PracticeForm()
    version = form.version.data or ""
    try:
        wanted = form.value()
        now = clock.now()

        def act(writing: Session) -> Any:
            change_practice(writing, g.user, wanted, version=version, now=now)
            return g.user.id

        once(form, act)
    except Incomplete as error:
        form.show_problems(error.problems)
        stale = "version" in error.problems
        return _page(form, stale=stale), 409 if stale else 422
    flash("Practice settings saved.")
    return redirect(url_for("practice.show"), 303)


@bp.get("/practice/thresholds")
@requires(Permission.MANAGE_PRACTICE)
def index() -> ResponseReturnValue:
    """Every measure whose drops raise check-ins, with the threshold in force."""
    with db.reading() as reading:
        in_force = thresholds.with_threshold(reading)
    return render_template("office/practice/thresholds.html", in_force=in_force)


def _threshold_page(key: str, form: ThresholdForm) -> str:
    """One measure's threshold. Its counts rest on ratings, so that they were looked at is written first."""
    with db.reading() as reading:
        measure = thresholds.measure_with_threshold(reading, key)
        costs = thresholds.costs(reading, g.user, measure, now=clock.now())
        noise = own_noise(reading, g.user, measure, now=clock.now())
        history = thresholds.history(reading, measure)
        current = thresholds.in_force(reading, measure)
        zone = practice(reading).time_zone
    note_read("threshold.read", g.user.id, measure=key)
    return render_template(
        "office/practice/threshold.html",
        measure=measure,
        form=form,
        costs=costs,
        noise=noise,
        noise_words=noise_words,
        history=history,
        current=current,
        time_zone=zone,
    )


@bp.get("/practice/thresholds/<key>")
@requires(Permission.MANAGE_PRACTICE)
def threshold(key: str) -> ResponseReturnValue:
    """One measure's threshold: its own, the practice's, what others would have cost here, and the history."""
    return _threshold_page(key, ThresholdForm())


@bp.post("/practice/thresholds/<key>")
@requires(Permission.MANAGE_PRACTICE)
def set_threshold(key: str) -> ResponseReturnValue:
    """The threshold as set, or the form with what stands in the way."""
    form = ThresholdForm()
    now = clock.now()
    try:
        points = (form.points.data or "").strip() or "-"
        reason = form.reason.data or ""
        once(
            form,
            lambda db: thresholds.set_threshold(db, g.user, key, points, reason, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _threshold_page(key, form), 422
    name = installed().measures.current[key].name
    flash(f"Threshold of {name} saved. It holds for ratings entered from now on.")
    return redirect(url_for("practice.threshold", key=key), 303)
