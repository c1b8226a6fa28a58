"""What all tables share: names of constraints, time in UTC, opaque ids."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, SafeUUID, uuid4

from sqlalchemy import CheckConstraint, DateTime, MetaData, String, TypeDecorator, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcTime(TypeDecorator[datetime]):
    """A moment. Goes in with any zone, is kept in UTC, comes out with UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC; a moment without zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC: SQLite keeps no zone, and a server gives it in its own."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# The slots of a class that lets nobody set them otherwise.
_set_int, _set_safe = (vars(UUID)[slot].__set__ for slot in ("int", "is_safe"))
UNKNOWN = SafeUUID.unknown  # looked up once: a member of an enum takes as long as the rest of an id


def id_of(text: str | None) -> UUID | None:
    """The id that 32 hexadecimal digits stand for, None for None; ValueError where they are no number."""
    if text is None:
        return None
    made = object.__new__(UUID)
    _set_int(made, int(text, 16))
    _set_safe(made, UNKNOWN)
    return made


class Id(Uuid[UUID]):
    """An id. Where the database keeps it as text, it is made from that text without a look at all the ways in which
    people write one: a page reads thousands."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """What makes an id of a stored value; None where the driver does."""
        return None if dialect.supports_native_uuid else id_of


class Base(DeclarativeBase):
    """Of all tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: UtcTime, UUID: Id}  # noqa: RUF012  (SQLAlchemy reads it from the class)


class Identified:
    """A row with an opaque id."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, doc="random, says nothing")


def word(length: int = 24) -> Any:
    """The column type of an enumeration's values."""
    return String(length)


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """The constraint that a column holds one of the values. Every upgrade renews it: see `migrations/enum_checks`."""
    known = list(map(str, values))
    rule = f"{column} IN ({', '.join(map(repr, known))})"
    return CheckConstraint(rule, name=column, info={"column": column, "values": frozenset(known)})
