"""What is said about a flag in supervision: comments by both, questions and sign-offs by the supervisor."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from tracker import clock
from tracker.domain.access import Permission
from tracker.domain.errors import Incomplete, NotNow, Stale
from tracker.services import flag_reviews
from tracker.web import review_words
from tracker.web.flag_page import show_flag
from tracker.web.guard import requires
from tracker.web.review_form import ReviewForm
from tracker.web.sending import once

bp = Blueprint("flag_reviews", __name__)


@bp.post("/flags/<uuid:flag_id>/review")
@requires(Permission.COMMENT_FLAG)
def add(flag_id: UUID) -> ResponseReturnValue:
    """Back to the flag with what was said about it, or with what stands in the way."""
    form = ReviewForm()
    try:
        said = form.review()
        once(
            form,
            lambda db: (
                flag_reviews.review_flag(
                    db, g.user, flag_id, said, seen=form.seen.data, now=clock.now()
                ).id
            ),
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return show_flag(flag_id, Permission.COMMENT_FLAG, review=form), 422
    except Stale:
        return show_flag(flag_id, Permission.COMMENT_FLAG, review=form, stale=True), 409
    except NotNow as error:
        form.show_problems({"act": error.message})
        return show_flag(flag_id, Permission.COMMENT_FLAG, review=form), 409
    assert said.act is not None
    flash(f"{review_words.SAID[said.act]}. Saved.")
    return redirect(url_for("flags.show", flag_id=flag_id) + "#supervision", 303)
