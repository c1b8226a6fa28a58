"""What a person sets for themselves: how pages look, password, PIN, and where they are signed in."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import BooleanField, PasswordField, SelectField, StringField

from tracker import clock, db, passwords
from tracker.domain.errors import Incomplete, SameFormOtherContent
from tracker.domain.people.access import Permission
from tracker.domain.people.credentials import pin_problem
from tracker.domain.people.preferences import Density, Preferences, Theme
from tracker.services.access import preferences, sign_ins
from tracker.services.access.passwords import change_password, kept
from tracker.services.office.practice import practice
from tracker.web.door.forms import Form, not_offered, options
from tracker.web.door.guard import requires
from tracker.web.door.sending import once, sent_before
from tracker.web.office.passwords import NewPassword
from tracker.web.words import general as words
from tracker.web.words.settings import BY_KEY

bp = Blueprint("my_settings", __name__)


class PreferencesForm(Form):
    """How pages look and behave."""

    theme = SelectField(BY_KEY["theme"].name, choices=options(words.THEME))
    density = SelectField(BY_KEY["density"].name, choices=options(words.DENSITY))
    own_rating = BooleanField(BY_KEY["own_rating"].name)
    shortcuts = BooleanField(BY_KEY["shortcuts"].name)

    def value(self) -> Preferences:
        """What was chosen; who has no own ratings keeps what they had of that."""
        problems = not_offered(self, ("theme", "density"))
        if problems:
            raise Incomplete(problems)
        rates = g.user.may(Permission.RECORD_SESSION)
        return Preferences(
            Theme(self.theme.data),
            Density(self.density.data),
            bool(self.own_rating.data) if rates else g.preferences.own_rating,
            bool(self.shortcuts.data),
        )


class PasswordForm(NewPassword):
    """The old password, and the new one twice."""

    password = PasswordField("Password you have now")


class PinForm(Form):
    """A PIN, or none, and the password that shows whose it is."""

    password = PasswordField("Your password")
    pin = StringField("New PIN")
    remove = BooleanField("Remove the PIN")


@bp.get("/settings")
@requires(Permission.SIGNED_IN)
def show() -> ResponseReturnValue:
    """The settings as they are."""
    form = PreferencesForm(formdata=None, obj=g.preferences)
    return render_template("office/settings/show.html", form=form)


@bp.post("/settings")
@requires(Permission.SIGNED_IN)
def update() -> ResponseReturnValue:
    """The settings as chosen."""
    form = PreferencesForm()
    now = clock.now()
    try:
        wanted = form.value()
        once(form, lambda db: preferences.change_preferences(db, g.user, wanted, now=now).user_id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return render_template("office/settings/show.html", form=form), 422
    flash("Settings saved.")
    return redirect(url_for("my_settings.show"), 303)


def _password_problem(email: str, typed: str, hashed: str) -> str:
    """Why this is not taken as the password, or "". Wrong ones count and wait as they do when signing in."""
    if not typed:
        return "Enter the password you have now"
    with db.reading() as reading:
        wait = sign_ins.minutes_to_wait(reading, email, now=clock.now())
    if wait:
        return f"Too many tries. Wait {wait} {'minute' if wait == 1 else 'minutes'}, then try again"
    if passwords.matches(typed, hashed):
        return ""
    with db.transaction() as writing:
        sign_ins.note_failure(writing, email, now=clock.now())
    return "This is not the password you have now"


@bp.get("/settings/password")
@requires(Permission.SIGNED_IN)
def password_form() -> ResponseReturnValue:
    """The empty form."""
    return render_template("office/settings/password.html", form=PasswordForm())


@bp.post("/settings/password")
@requires(Permission.SIGNED_IN)
def password() -> ResponseReturnValue:
    """The settings, with another password and every other sign-in ended, or the form with what stands in the way."""
    form = PasswordForm()
    with db.reading() as reading:
        email, hashed = kept(reading, g.user)
        name = practice(reading).name
    if not sent_before(form):
        problems = form.problems(email=email, practice=name)
        problem = "" if problems else _password_problem(email, form.password.data or "", hashed)
        if problem:
            problems = {"password": problem}
        if problems:
            form.show_problems(problems)
            return render_template("office/settings/password.html", form=form), 422
    _change_password(form)
    flash("Password changed. You are signed out everywhere else.")
    return redirect(url_for("my_settings.show"), 303)


def _change_password(form: PasswordForm) -> None:
    user_id = g.user.id
    text = form.new_password.data or ""
    changed = passwords.hashed(text)

    def act(writing: Session) -> None:
        whose = {"by": user_id, "keep": g.sign_in}
        change_password(writing, user_id, changed, now=clock.now(), **whose)

    _store(form, act, lambda db: passwords.matches(text, kept(db, g.user)[1]))


def _store(form: Form, act: Callable[[Session], None], stored: Callable[[Session], bool]) -> None:
    """Store a secret once. Nothing remembers which secret a form brought, so a second sending is held against what is
    stored: never say "saved" of something else."""
    ran: list[bool] = []

    def noted(writing: Session) -> UUID:
        act(writing)
        ran.append(True)
        user_id: UUID = g.user.id
        return user_id

    once(form, noted)
    if not ran:
        with db.reading() as reading:
            if not stored(reading):
                raise SameFormOtherContent(
                    "This page was already sent with other entries. What was sent first is stored."
                )


def _pin_page(form: PinForm) -> str:
    with db.reading() as reading:
        there = preferences.pin_hash(reading, g.user) is not None
    return render_template("office/settings/pin.html", form=form, there=there)


@bp.get("/settings/pin")
@requires(Permission.SIGNED_IN)
def pin_form() -> ResponseReturnValue:
    """Whether there is a PIN, and the form for another."""
    return _pin_page(PinForm())


@bp.post("/settings/pin")
@requires(Permission.SIGNED_IN)
def pin() -> ResponseReturnValue:
    """The settings, with another PIN or none, or the form with what stands in the way."""
    form = PinForm()
    typed = ""
    if not form.remove.data:
        typed = (form.pin.data or "").strip()
    problem = None if form.remove.data else pin_problem(typed)
    problems = {"pin": problem} if problem else {}
    if not problems:
        with db.reading() as reading:
            email, hashed = kept(reading, g.user)
        if wrong := _password_problem(email, form.password.data or "", hashed):
            problems = {"password": wrong}
    if problems:
        form.show_problems(problems)
        return _pin_page(form), 422
    _set_pin(form, typed)
    flash("PIN saved." if typed else "PIN removed.")
    return redirect(url_for("my_settings.show"), 303)


def _set_pin(form: PinForm, typed: str) -> None:
    hashed = passwords.hashed(typed) if typed else None

    def stored(reading: Session) -> bool:
        there = preferences.pin_hash(reading, g.user)
        return passwords.matches(typed, there) if typed and there else (there or "") == typed

    _store(form, lambda db: preferences.set_pin(db, g.user, hashed, now=clock.now()), stored)


@bp.get("/settings/sign-ins")
@requires(Permission.SIGNED_IN)
def where() -> ResponseReturnValue:
    """Where this person is signed in, this browser marked."""
    with db.reading() as reading:
        open_sign_ins = sign_ins.holding(reading, g.user.id, now=clock.now())
        zone = practice(reading).time_zone
    return render_template(
        "office/settings/sign_ins.html",
        open_sign_ins=open_sign_ins,
        here_id=g.sign_in,
        time_zone=zone,
        button=lambda: Form(formdata=None),
    )


@bp.post("/settings/sign-ins/<uuid:sign_in_id>/end")
@requires(Permission.SIGNED_IN)
def end(sign_in_id: UUID) -> ResponseReturnValue:
    """Where this person is signed in, without that one."""
    once(Form(), lambda db: sign_ins.end_own_sign_in(db, g.user, sign_in_id, now=clock.now()))
    flash("Ended. That browser is signed out.")
    return redirect(url_for("my_settings.where"), 303)


@bp.post("/settings/sign-ins/end-others")
@requires(Permission.SIGNED_IN)
def end_others() -> ResponseReturnValue:
    """Where this person is signed in: here alone."""
    user_id: UUID = g.user.id

    def act(writing: Session) -> UUID:
        reason = "ended_elsewhere"
        sign_ins.end_all_sign_ins(writing, user_id, reason=reason, now=clock.now(), but=g.sign_in)
        return user_id

    once(Form(), act)
    flash("Ended. You are signed in here alone.")
    return redirect(url_for("my_settings.where"), 303)
