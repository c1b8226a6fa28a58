"""Sending a form once: the one place where a page's form meets its transaction."""

from collections.abc import Callable
from uuid import UUID

from flask import g
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tracker import clock, db
from tracker.services import forms
from tracker.web.forms import Form, body_hash


def once(form: Form, act: Callable[[Session], UUID]) -> UUID:
    """The id of what the act makes; of what it made before, when this very form was sent already.

    Two copies that arrive together: the second waits for the first, or fails on its key and then finds what it made.
    """
    try:
        return _once(form, act)
    except IntegrityError:
        return _once(form, act)


def _once(form: Form, act: Callable[[Session], UUID]) -> UUID:
    with db.transaction() as writing:
        made = forms.already_sent(writing, g.user, form.key, body_hash())
        if made is None:
            sent = forms.begin(writing, g.user, form.key, body_hash(), now=clock.now())
            sent.result_id = made = act(writing)
    return made


def note_read(
    event: str, object_id: UUID, client_id: UUID | None = None, **detail: str | list[str]
) -> None:
    """Write that the page was read, before it is answered. The page's own reading is over by now."""
    from tracker.services import audit

    with db.transaction() as writing:
        audit.record(
            writing,
            event,
            actor=g.user.id,
            now=clock.now(),
            object_id=object_id,
            client_id=client_id,
            **detail,
        )
