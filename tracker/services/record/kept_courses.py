"""What is kept of each client's course, so that a list of clients need not work it out again: decision 0040.

The database counts every row of a course that is written (`clients.changes`); what is kept carries that count, and a
digest of all else that it was made with. A page takes it where both are as they are now, and works it out where not. A
page never stores: whoever writes to a client does, in the same transaction, and `tracker database rebuild`.
"""

import hashlib
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, event, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.util import identity_key

from tracker import clock
from tracker.models import (
    Base,
    Client,
    ClientMeasure,
    Flag,
    FlagAnswer,
    FlagFinding,
    FlagReview,
    KeptCourse,
    Participant,
    PracticeEstimate,
    Rating,
    Reengagement,
    Repair,
    RepairEntry,
    TherapySession,
    User,
)
from tracker.reference.loader import Known
from tracker.services.installation import NAME, defined, installation
from tracker.services.office.practice import practice
from tracker.services.record import boards, kept_lines, kept_rows
from tracker.services.record.boards import ClientBoard, MadeBoard, board_of
from tracker.services.record.client_lines import ClientLine, line_of
from tracker.services.record.course import REMEMBERED
from tracker.services.record.kept_rows import KeptThing
from tracker.services.record.locks import lock_clients
from tracker.services.record.records import Record, RecordPart, records_of, these_clients
from tracker.services.record.reviews import reviews_of

log = logging.getLogger("tracker")

READ = RecordPart.FLAGS | RecordPart.REPAIRS | RecordPart.ESTIMATES
# Design default: clients whose courses one transaction keeps; those of more are kept by `tracker database rebuild`.
AT_ONCE = 100
TOUCHED = "touched clients"
CODE = Path(__file__).parents[2]
MADE_BY = (
    "domain",
    "models",
    "reference",
    "services/record",
)  # the code that decides what a line says

# Whose row it is: by the client's id, or by the id of a row that has it.
OF_CLIENT: dict[type[Base], str] = {
    Client: "id",
    TherapySession: "client_id",
    Flag: "client_id",
    Repair: "client_id",
    Participant: "client_id",
    ClientMeasure: "client_id",
}
THROUGH: dict[type[Base], tuple[str, type[Any]]] = {
    Rating: ("session_id", TherapySession),
    Reengagement: ("session_id", TherapySession),
    FlagFinding: ("flag_id", Flag),
    FlagAnswer: ("flag_id", Flag),
    FlagReview: ("flag_id", Flag),
    RepairEntry: ("repair_id", Repair),
}

PARENTS = (TherapySession, Flag, Repair)
LINE = KeptCourse.__table__.c.line
BOARD_ROWS = KeptCourse.__table__.c.board_rows


def lines_of(db: Session, client_ids: Sequence[UUID], *, now: datetime) -> dict[UUID, ClientLine]:
    """The lines of these clients, as far as they are kept; what is not is worked out, and not stored."""
    known = defined(db)
    texts = kept_texts(db, client_ids, LINE)
    kept = {client_id: kept_lines.read(text, known) for client_id, text in texts.items()}
    missing = [client_id for client_id in client_ids if client_id not in kept]
    return kept | fresh_lines(db, missing, now=now)


def kept_texts(
    db: Session, client_ids: Sequence[UUID], column: ColumnElement[Any]
) -> dict[UUID, bytes]:
    """What is kept of these clients in that column, as far as it counts now, as it is kept; in two queries."""
    of = KeptCourse.__table__.c
    clients = Client.__table__
    query = (
        select(of.client_id, column)
        .join_from(KeptCourse.__table__, clients)
        .where(of.client_id.in_(client_ids), of.changes == clients.c.changes)
        .where(of.made_with == made_with(db))
    )
    return {row[0]: row[1] for row in db.connection().execute(query)}


def fresh_lines(
    db: Session, client_ids: Sequence[UUID], *, now: datetime
) -> dict[UUID, ClientLine]:
    """The lines of these clients, worked out from what is stored of them."""
    return {record.client.id: line_of(record) for record in _records(db, client_ids, READ, now)}


class ClientOfBoard(NamedTuple):
    """A client on a board, with who treats them, whether their therapy has ended or until when it is paused, and what a
    board counts of them; with its rows, where these were worked out with it."""

    client_id: UUID
    code: str
    initials: str
    starts_on: date
    ended_on: date | None
    paused_until: date | None
    clinician_id: UUID
    clinician: str
    board: ClientBoard
    rows: tuple[KeptThing, ...] | None


def boards_of(
    db: Session, clinicians: Collection[UUID], since: date, *, now: datetime
) -> list[ClientOfBoard]:
    """The clients of these clinicians of whom anything can be on a board on a day from `since` on, in no order, and
    those who are paused longer. What is not kept is worked out, and not stored."""
    kept = KeptCourse.__table__.c
    counts = (kept.changes == Client.changes) & (kept.made_with == made_with(db))
    rows = (
        select(
            *(Client.id, Client.code, Client.initials, Client.starts_on),
            *(Client.ended_on, Client.paused_until),
            *(Client.clinician_id, User.name, kept.board),
        )
        .join(User, User.id == Client.clinician_id)
        .outerjoin(KeptCourse.__table__, (kept.client_id == Client.id) & counts)
        .where(Client.clinician_id.in_(clinicians))
        .where(
            kept.client_id.is_(None) | (kept.board_until >= since) | (Client.paused_until >= since)
        )
    )
    clients = list(db.connection().execute(rows))
    missing = [row.id for row in clients if row.board is None]
    anew = fresh_boards(db, missing, now=now)

    def board(row: Any) -> tuple[ClientBoard, tuple[KeptThing, ...] | None]:
        return anew[row.id] if row.board is None else (boards.read(row.board), None)

    return [ClientOfBoard._make((*row[:-1], *board(row))) for row in clients]


def rows_of(
    db: Session, clients: Iterable[ClientOfBoard], *, now: datetime
) -> dict[UUID, KeptThing]:
    """What the rows of these clients' boards say, by the flag that leads; what is not kept is worked out, as it is of a
    client to whom somebody has written since their board was read."""
    told = list(clients)
    ids = sorted({of.client_id for of in told if of.rows is None})
    texts = kept_texts(db, ids, BOARD_ROWS) if ids else {}
    anew = fresh_boards(db, [each for each in ids if each not in texts], now=now)
    rows = [of.rows for of in told if of.rows is not None]
    rows += [kept_rows.read(text) for text in texts.values()]
    rows += [made.rows for made in anew.values()]
    return {thing.leads: thing for some in rows for thing in some}


def fresh_boards(
    db: Session, client_ids: Sequence[UUID], *, now: datetime
) -> dict[UUID, MadeBoard]:
    """What a board counts of these clients, and what its rows say, likewise."""
    records = _records(db, client_ids, RecordPart.FLAGS, now)
    reviews = reviews_of(db, client_ids)
    return {record.client.id: board_of(record, reviews) for record in records}


def _records(
    db: Session, client_ids: Sequence[UUID], parts: RecordPart, now: datetime
) -> list[Record]:
    return records_of(db, these_clients(db, client_ids), parts, now=now) if client_ids else []


def made_anew(
    db: Session, client_ids: Sequence[UUID], *, now: datetime
) -> dict[UUID, dict[str, Any]]:
    """What is kept of these clients, as it would be kept now, by column."""
    records = _records(db, client_ids, READ, now)
    reviews = reviews_of(db, [record.client.id for record in records if record.flags])
    made = made_with(db, [row.id for record in records[:1] for row in record.own.rows])
    return {
        record.client.id: {"made_with": made, **_columns(record, reviews)} for record in records
    }


def _columns(record: Record, reviews: Mapping[UUID, Sequence[FlagReview]]) -> dict[str, Any]:
    board, rows = board_of(record, reviews)
    return {
        "changes": record.client.changes,
        "line": kept_lines.written(line_of(record)),
        "board": boards.written(board),
        "board_until": board.until,
        "board_rows": kept_rows.written(rows),
    }


def made_with(db: Session, own: Collection[UUID] | None = None) -> str:
    """A digest of what a line is made with beside the client's own rows: code, measures, time zone, and the practice's
    estimates, whose ids are `own` where they were read already."""
    made = installation(db).made
    if "kept with" not in made:
        made["kept with"] = _digest(_code(), measures_digest(defined(db)))
    if own is None:
        own = list(db.scalars(select(PracticeEstimate.id)))
    return _digest(made["kept with"], practice(db).time_zone, *sorted(map(str, own)))


def measures_digest(known: Known) -> str:
    """A digest of the measures in all their versions, the same in every process."""
    return _digest(repr(sorted(known.versions.items(), key=lambda each: each[0])))


@cache
def _code() -> str:
    files = sorted(file for folder in MADE_BY for file in (CODE / folder).rglob("*.py"))
    return _digest(*(file.read_text(encoding="utf-8") for file in files))


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


@event.listens_for(Session, "after_flush")
def _note(db: Session, _: object) -> None:
    """Remember whose rows were written in this database session."""
    touched: set[tuple[type[Any], UUID]] = db.info.setdefault(TOUCHED, set())
    begun = {(type(row), row.id): row for row in db.new if isinstance(row, PARENTS)}
    for row in (*db.new, *db.dirty, *db.deleted):
        model = type(row)
        if model in OF_CLIENT:
            touched.add((Client, getattr(row, OF_CLIENT[model])))
        elif model in THROUGH:
            column, model = THROUGH[model]
            row_id = getattr(row, column)
            parent = begun.get((model, row_id)) or db.identity_map.get(identity_key(model, row_id))
            touched.add((Client, parent.client_id) if parent else (model, row_id))


def _touched(db: Session) -> set[UUID]:
    """The clients to whose courses this database session has written."""
    touched: set[tuple[type[Any], UUID]] = db.info.pop(TOUCHED, set())
    ids = {row_id for model, row_id in touched if model is Client}
    for model, row_id in touched:
        if model is not Client:
            ids.update(db.scalars(select(model.client_id).where(model.id == row_id)))
    return ids


def keep_touched(db: Session) -> None:
    """Keep the courses of those to whom this transaction has written. Where that fails, what was written is worth more:
    the course is worked out by whoever reads it."""
    db.flush()
    client_ids = sorted(_touched(db))
    if not client_ids or len(client_ids) > AT_ONCE:
        return
    try:
        with db.begin_nested():
            keep(db, client_ids, now=clock.now())
    except Exception as error:
        log.error("a course was not kept", extra={"error": type(error).__name__})


def keep(db: Session, client_ids: Sequence[UUID], *, now: datetime) -> None:
    """Store what is read of these clients, as it is in this transaction, which has their rows to itself."""
    # Rows that this session holds may not know of others that were written beside them.
    carried = {name: db.info[name] for name in (NAME, REMEMBERED) if name in db.info}
    carried["practice"] = practice(db)
    here = db.connection()
    with Session(here, info=carried, join_transaction_mode="rollback_only") as reading:
        anew = made_anew(reading, client_ids, now=now)
    for client_id, columns in anew.items():
        row = _insert(db)(KeptCourse).values(client_id=client_id, **columns)
        db.execute(row.on_conflict_do_update(index_elements=[KeptCourse.client_id], set_=columns))


def _insert(db: Session) -> Callable[..., Any]:
    """The insert of this database that can take the place of a row; what the other one needs is not loaded."""
    dialect = import_module(f"sqlalchemy.dialects.{db.connection().dialect.name}")
    made: Callable[..., Any] = dialect.insert
    return made


def outdated(db: Session) -> Select[UUID]:
    """The ids of the clients of whom nothing is kept that counts now."""
    counts = (KeptCourse.changes == Client.changes) & (KeptCourse.made_with == made_with(db))
    current = select(KeptCourse.client_id).where(KeptCourse.client_id == Client.id, counts)
    return select(Client.id).where(~current.exists()).order_by(Client.id)


def keep_some(
    db: Session, after: UUID | None, *, now: datetime, at_once: int = AT_ONCE
) -> list[UUID]:
    """Keep the courses of so many more of those clients, in a transaction of its own; their ids in order. Those up to
    `after` are left: it was their turn."""
    query = outdated(db).limit(at_once)
    client_ids = list(db.scalars(query.where(Client.id > after) if after else query))
    lock_clients(db, client_ids)
    keep(db, client_ids, now=now)
    return client_ids
