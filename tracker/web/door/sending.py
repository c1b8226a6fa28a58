"""Sending a form once: the one place where a page's form meets its transaction."""

import logging
from collections.abc import Callable
from uuid import UUID

from flask import current_app, g
from sqlalchemy.exc import IntegrityError, InternalError, OperationalError
from sqlalchemy.orm import Session

from tracker import clock, db
from tracker.services.office import forms
from tracker.services.trail.late_reads import Read, record_read
from tracker.web.door.forms import Form, body_hash

log = logging.getLogger("tracker")


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


def sent_before(form: Form) -> bool:
    """True when this very form was stored already: asked where a check would fail the second time, as an old password's
    does."""
    with db.reading() as reading:
        return forms.already_sent(reading, g.user, form.key, body_hash()) is not None


def note_read(
    event: str,
    object_id: UUID | None = None,
    client_id: UUID | None = None,
    **detail: str | int | list[str],
) -> None:
    """Write that the page was read, before it is answered. The page's own reading is over by now.

    While the database cannot be written, reading goes on: the entry waits, and the log has it meanwhile.
    """
    read = Read(event, g.user.id, clock.now(), object_id, client_id, detail)
    waiting = current_app.extensions["tracker.late_reads"]
    earlier = waiting.take()
    try:
        with db.transaction() as writing:
            for late in earlier:
                record_read(writing, late, now=clock.now(), late=True)
            record_read(writing, read, now=read.at)
    except (OperationalError, InternalError):
        waiting.keep([*earlier, read])
        log.warning("read noted later", extra=read.for_log())
    except BaseException:
        waiting.keep(earlier)  # what stops this one must not lose theirs
        raise
