"""What is said about a flag in supervision: comments by both, questions and sign-offs by the supervisor."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from tracker import clock
from tracker.domain.errors import Incomplete, NotNow, Stale
from tracker.domain.people.access import Permission
from tracker.services.supervision import flag_reviews
from tracker.web.care.flags import show_flag
from tracker.web.door.guard import requires
from tracker.web.door.sending import once
from tracker.web.entry.reviews import ReviewForm
from tracker.web.words import reviews as review_words

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
