"""Signing in and out: Flask-Security checks the password, our own rows say which sign-ins hold."""

import re
from datetime import timedelta
from typing import Any

from flask import Flask, render_template, request, session
from flask_login import login_user, user_logged_out
from flask_security import Security, UserMixin, user_authenticated
from flask_security.datastore import FSQLALiteUserDatastore
from flask_security.forms import LoginForm
from flask_wtf import CSRFProtect
from wtforms import EmailField, PasswordField, SubmitField
from wtforms.validators import DataRequired

from tracker import clock, db
from tracker.models import RoleRow, User
from tracker.services.access import sign_ins

WRONG = "Enter your e-mail address and password. One of them does not match"
csrf = CSRFProtect()

SETTINGS: dict[str, Any] = {
    "SECURITY_LOGIN_URL": "/sign-in",
    "SECURITY_LOGOUT_URL": "/sign-out",
    "SECURITY_LOGOUT_METHODS": ["POST"],
    "SECURITY_LOGOUT_CSRF": True,
    "SECURITY_POST_LOGIN_VIEW": "/",
    "SECURITY_POST_LOGOUT_VIEW": "/sign-in",
    "SECURITY_LOGIN_USER_TEMPLATE": "office/accounts/sign_in.html",
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    "SECURITY_DEPRECATED_PASSWORD_SCHEMES": [],
    "SECURITY_PASSWORD_LENGTH_MIN": 12,
    "SECURITY_API_ENABLED_METHODS": ["session"],
    "SECURITY_FLASH_MESSAGES": False,
    "SECURITY_CACHE_CONTROL": {"private": None, "no-store": None},
    "SECURITY_STATIC_FOLDER": None,
    "SECURITY_FRESHNESS": timedelta(
        minutes=-1
    ),  # a page that needs the password asks for it itself
    "SECURITY_SEND_REGISTER_EMAIL": False,
    "SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS": False,
    "WTF_CSRF_CHECK_DEFAULT": True,
}


class Account(User, UserMixin):  # type: ignore[misc]  # an id of another type
    """A row of an account, as Flask-Security asks for it. The row itself knows nothing of that library, so that whoever
    opens a database without pages does not load it."""


class SignInForm(LoginForm):
    """E-mail and password. Says the same for an unknown address and a wrong password; too many tries have to wait."""

    email = EmailField("E-mail address", validators=[DataRequired("Enter your e-mail address")])
    password = PasswordField("Password", validators=[DataRequired("Enter your password")])
    submit = SubmitField("Sign in")
    remember = None  # type: ignore[assignment]  # no cookie that outlives the browser

    def validate(self, **kwargs: Any) -> bool:
        """True when this person may come in now. The slow password check holds no lock on the database."""
        email = self.email.data or ""
        with db.reading() as reading:
            wait = sign_ins.minutes_to_wait(reading, email, now=clock.now())
        if wait:
            minutes = "1 minute" if wait == 1 else f"{wait} minutes"
            self.form_errors = [f"Too many tries. Wait {minutes}, then try again"]
            return False
        if not re.fullmatch(r"/[\w/-]*", self.next.data or ""):
            self.next.data = (
                ""  # never to another host, and never a reason to refuse a right password
            )
        if super().validate(**kwargs):
            return True
        if self.email.data and self.password.data and not self.user_authenticated:
            with db.transaction() as writing:
                sign_ins.note_failure(writing, email, now=clock.now())
        if self.email.data and self.password.data:  # also of a disabled account: the same words
            self.email.errors = []
            self.password.errors = []
            self.form_errors = [WRONG]
        return False


def _render(template: str, **context: Any) -> Any:
    """A page of Flask-Security's, with 422 where its form came back with errors."""
    return render_template(template, **context), 422 if request.method == "POST" else 200


def init_app(app: Flask) -> None:
    """Set up signing in, and the rows that say which sign-ins hold."""
    for key, value in SETTINGS.items():
        app.config.setdefault(key, value)
    csrf.init_app(app)
    datastore = FSQLALiteUserDatastore(db.ForLibraries(), Account, RoleRow)  # type: ignore[arg-type]  # needs no mixin
    Security(app, datastore, login_form=SignInForm, render_template=_render)
    # Only the session cookie signs anyone in: no token in a header, no address in a URL.
    app.login_manager.request_loader(lambda _: None)  # type: ignore[attr-defined]
    user_authenticated.connect(_opened, app)
    user_logged_out.connect(_closed, app)


def _opened(app: Flask, user: Account, **_: Any) -> None:
    old = session.pop("sign_in", None)
    with db.transaction() as writing:
        if old:
            sign_ins.end_sign_in(writing, old, reason="replaced", now=clock.now())
        session["sign_in"] = sign_ins.open_sign_in(
            writing, user.id, user_agent=request.user_agent.string, now=clock.now()
        )


def _closed(app: Flask, **_: Any) -> None:
    token = session.pop("sign_in", None)
    if token:
        with db.transaction() as writing:
            sign_ins.end_sign_in(writing, token, reason="signed_out", now=clock.now())


def back_again(user: User) -> None:
    """Say who is signed in here again, so that signing out finds somebody; what holds is our own token."""
    login_user(db.ForLibraries().session.get_one(Account, user.id))
