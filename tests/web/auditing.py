"""What a request changes without any entry in the audit trail, in the same transaction; and entries that say too little."""

from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from flask import g, has_request_context
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

from tracker.models import AuditEntry

# Tables that may change alone, each with what is kept there.
QUIET = {
    "code_guesses": "that guesses are too old to count; a guess is an entry",
    "handovers": "where a client stands in a hand-over: what is sent, declined or ended is an entry",
    "kept_courses": "what pages read of a client: it follows from what was changed, which has its entry",
    "learning_tries": "one's own learning, which is private",
    "sent_forms": "that a form was sent, and changed nothing",
    "sign_ins": "when a sign-in was used last",
}


@contextmanager
def changes_without_an_entry() -> Iterator[list[set[str]]]:
    """The tables that each transaction of a request changed without an entry, filled until the block ends."""
    unaudited: list[set[str]] = []
    changed: WeakKeyDictionary[Session, set[str]] = WeakKeyDictionary()

    def flushed(session: Session, _: object) -> None:
        if has_request_context():
            touched = [*session.new, *session.deleted, *filter(session.is_modified, session.dirty)]
            tables = {row.__tablename__ for row in touched}
            changed.setdefault(session, set()).update(tables)

    def executed(state: ORMExecuteState) -> None:
        if has_request_context() and (state.is_insert or state.is_update or state.is_delete):
            table = state.bind_mapper.class_.__tablename__ if state.bind_mapper else "unmapped"
            changed.setdefault(state.session, set()).add(table)

    def committed(session: Session) -> None:
        tables = changed.pop(session, set())
        if tables - QUIET.keys() and "audit_entries" not in tables:
            unaudited.append(tables - QUIET.keys())

    def undone(session: Session) -> None:
        changed.pop(session, None)

    listeners = {
        "after_flush": flushed,
        "do_orm_execute": executed,
        "after_commit": committed,
        "after_rollback": undone,
    }
    for name, listener in listeners.items():
        event.listen(Session, name, listener)
    try:
        yield unaudited
    finally:
        for name, listener in listeners.items():
            event.remove(Session, name, listener)


# Entries that name somebody else than the person behind the request, each with who that is.
OF_OTHERS = {
    "handover.partial": "who handed over; its time was over when somebody looked",
    "handover.unanswered": "who handed over; its time was over when somebody looked",
    "sign_in.ended": "who was signed in; closing an account ends their sign-ins",
    "sign_in.failed": "nobody: a wrong password was typed by whoever sits there",
}
# Entries that are about no single thing.
ABOUT_NOTHING = {
    "audit.exported": "a stretch of the audit log",
    "audit.own_read": "what others did with one's clients",
    "audit.read": "a page of the audit log",
    "board.read": "a page of the board",
    "board.searched": "a code that may be nobody's",
    "clients.looked_for": "clients who fit, whom its detail names",
    "emergency.code_wrong": "a code that is nobody's",
    "emergency.reported": "all emergencies",
    "exports.read": "all exports",
    "meetings.read": "all of one's meetings",
    "notice.seen": "a notice that may be about many clients",
    "practice.changed": "the practice, of which there is one",
    "report.read": "the report of the practice",
    "session.scheduled": "one or several sessions, which its detail names",
}


@contextmanager
def entries_that_say_too_little() -> Iterator[list[str]]:
    """The events of entries that do not say who made the request, or what was done to; filled until the block ends."""
    found: list[str] = []

    def flushed(session: Session, _: object) -> None:
        who = g.get("user") if has_request_context() else None
        for row in session.new if who else ():
            if isinstance(row, AuditEntry):
                others = row.event in OF_OTHERS
                if (row.actor_id != who.id and not others) or (
                    row.object_id is None and row.event not in ABOUT_NOTHING
                ):
                    found.append(row.event)

    event.listen(Session, "after_flush", flushed)
    try:
        yield found
    finally:
        event.remove(Session, "after_flush", flushed)
