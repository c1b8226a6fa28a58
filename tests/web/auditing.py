"""What a request changes without any entry in the audit trail, in the same transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from flask import has_request_context
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

# Tables that may change alone, each with what is kept there.
QUIET = {
    "code_guesses": "that guesses are too old to count; a guess is an entry",
    "handovers": "where a client stands in a hand-over: what is sent, declined or ended is an entry",
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
