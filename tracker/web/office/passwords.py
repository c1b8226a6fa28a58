"""Choosing a new password with a one-time code. Open to anyone; whoever holds no code learns nothing."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import EmailField, PasswordField, StringField

from tracker import clock, db, passwords
from tracker.domain.people.credentials import password_problem
from tracker.services.access.passwords import redeem
from tracker.services.office.practice import practice
from tracker.web.door.forms import Form
from tracker.web.door.guard import public

bp = Blueprint("passwords", __name__)
WRONG = (
    "E-mail address and code do not match, or the code has ended: it holds for 24 hours and for one use. "
    "If you have just used it, sign in. Otherwise ask your administrator for a new one"
)


class NewPassword(Form):
    """A new password, twice, because nobody sees what is typed."""

    new_password = PasswordField("New password")
    again = PasswordField("New password again")

    def problems(self, *, email: str, practice: str) -> dict[str, str]:
        """What stands in the way of the new password, as sentences by field."""
        text = self.new_password.data or ""
        problem = password_problem(text, email=email, practice=practice)
        if problem:
            return {"new_password": problem}
        if text != self.again.data:
            return {"again": "Enter the same new password twice"}
        return {}


class ResetForm(NewPassword):
    """Whose password it is, and the code that shows it."""

    email = EmailField("E-mail address")
    code = StringField("One-time code")


@bp.get("/reset")
@public
def reset_form() -> ResponseReturnValue:
    """The empty form."""
    return render_template("office/accounts/reset.html", form=ResetForm())


@bp.post("/reset")
@public
def reset() -> ResponseReturnValue:
    """To sign in with the new password, or the form with what stands in the way.

    The code itself sees to it that this happens once. The slow hash is made first, whatever was typed, outside of the
    transaction.
    """
    form = ResetForm()
    email = form.email.data or ""
    code = form.code.data or ""
    with db.reading() as reading:
        name = practice(reading).name
    problems = form.problems(email=email, practice=name)
    if not email.strip():
        problems["email"] = "Enter your e-mail address"
    if not code.strip():
        problems["code"] = "Enter the one-time code that your administrator gave you"
    if not problems:
        hashed = passwords.hashed(form.new_password.data or "")
        with db.transaction() as writing:
            done = redeem(writing, email, code, hashed, now=clock.now())
        if done:
            flash("Password saved. Sign in with it.")
            return redirect(url_for("security.login"), 303)
        problems["code"] = WRONG
    form.show_problems(problems)
    return render_template("office/accounts/reset.html", form=form), 422
