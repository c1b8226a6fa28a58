"""What migrations are written with: columns, tables, indexes, and guards of what is written once.

A migration says what it made then, so what these functions make must never change. One thing follows the models
instead: the check of an `enum_value` column (see `enum_checks`).
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from tracker.migrations.enum_checks import rule_of

POINTS_TO = "points to"
ENUM = "enum"


def key(name: str = "id") -> sa.Column[UUID]:
    """The column of an opaque id."""
    return sa.Column(name, sa.Uuid(), nullable=False)


def point(name: str, to: str, *, null: bool = False) -> sa.Column[UUID]:
    """A foreign key to the id of another table."""
    return sa.Column(name, sa.Uuid(), nullable=null, info={POINTS_TO: f"{to}.id"})


def loose_id(name: str, *, null: bool = False) -> sa.Column[UUID]:
    """The id of something, without a foreign key."""
    return sa.Column(name, sa.Uuid(), nullable=null)


def text(
    name: str, length: int, *, null: bool = False, default: str | None = None
) -> sa.Column[str]:
    """Text up to that length."""
    return sa.Column(name, sa.String(length), nullable=null, server_default=default)


def enum_value(name: str, *, length: int = 24, null: bool = False) -> sa.Column[str]:
    """One value of an enumeration; the database refuses what the models do not know."""
    return sa.Column(name, sa.String(length), nullable=null, info={ENUM: True})


def moment(name: str, *, null: bool = False) -> sa.Column[datetime]:
    """A point in time, in UTC."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def day(name: str, *, null: bool = False) -> sa.Column[date]:
    """A date of the calendar."""
    return sa.Column(name, sa.Date(), nullable=null)


def whole(name: str, *, null: bool = False, to: str = "", counted: bool = True) -> sa.Column[int]:
    """A whole number; a foreign key where `to` names a table. `counted`: a primary key that the database counts up."""
    info = {POINTS_TO: f"{to}.id"} if to else {}
    column = sa.Column(name, sa.Integer(), nullable=null, info=info)
    if not counted:
        column.autoincrement = False
    return column


def yes_no(name: str, *, null: bool = False, default: bool | None = None) -> sa.Column[bool]:
    """True or false."""
    said = None if default is None else sa.true() if default else sa.false()
    return sa.Column(name, sa.Boolean(), nullable=null, server_default=said)


def json(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[Any]:
    """A list or mapping as JSON."""
    return sa.Column(name, sa.JSON(), nullable=null, server_default=default)


def create_table(
    name: str,
    *columns: sa.Column[Any],
    primary: Iterable[str] = ("id",),
    unique: Iterable[tuple[str, ...]] = (),
    checks: Mapping[str, str] | None = None,
    indexed: Iterable[str] = (),
) -> None:
    """Make a table with its keys, its checks by name, and an index for each of the columns `indexed`."""
    op.create_table(
        name,
        *columns,
        *_foreign_keys(name, columns),
        *_enum_checks(name, columns),
        *(
            sa.CheckConstraint(rule, name=op.f(f"ck_{name}_{of}"))
            for of, rule in (checks or {}).items()
        ),
        *(sa.UniqueConstraint(*of, name=op.f(f"uq_{name}_{'_'.join(of)}")) for of in unique),
        sa.PrimaryKeyConstraint(*primary, name=op.f(f"pk_{name}")),
    )
    for column in indexed:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def add_point(table: str, name: str, to: str) -> None:
    """Add a column that points to the id of another table, empty in every row there is."""
    key_name = f"fk_{table}_{name}"
    if op.get_bind().dialect.name == "sqlite":  # which adds no constraint to a column that is there
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {name} CHAR(32) CONSTRAINT {key_name} REFERENCES {to} (id)"
        )
    else:
        op.add_column(table, point(name, to, null=True))
        op.create_foreign_key(op.f(key_name), table, to, [name], ["id"])


def add_columns(table: str, *columns: sa.Column[Any]) -> None:
    """Add columns to a table. One that is never empty needs a default, which the rows that are there get. The check of
    an `enum_value` is made by `enum_checks.renew`, with which every upgrade ends."""
    for column in columns:
        op.add_column(table, column)


def _foreign_keys(table: str, columns: Iterable[sa.Column[Any]]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint(
            [column.name], [column.info[POINTS_TO]], name=op.f(f"fk_{table}_{column.name}")
        )
        for column in columns
        if POINTS_TO in column.info
    ]


def _enum_checks(table: str, columns: Iterable[sa.Column[Any]]) -> list[sa.CheckConstraint]:
    rules = {column.name: rule_of(table, column.name) for column in columns if ENUM in column.info}
    return [
        sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{column}"))
        for column, rule in rules.items()
        if rule
    ]


def create_index(
    name: str, table: str, *columns: str, unique: bool = False, where: str | None = None
) -> None:
    """Make an index, over the rows for which `where` holds if it is given."""
    only = None if where is None else sa.text(where)
    op.create_index(
        name, table, list(columns), unique=unique, sqlite_where=only, postgresql_where=only
    )


def begin_guarding() -> None:
    """Make the function that PostgreSQL's guards call. SQLite's need none."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '%: rows are written once', TG_TABLE_NAME; END $$"
        )


def write_once(*tables: str) -> None:
    """Let the database refuse to change rows of these tables."""
    for table in tables:
        _guard(table, "UPDATE")


def never_delete(*tables: str) -> None:
    """Let the database refuse to delete rows of these tables."""
    for table in tables:
        _guard(table, "DELETE")


def _guard(table: str, act: str) -> None:
    trigger = f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table}"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"{trigger} BEGIN SELECT RAISE(ABORT, '{table}: rows are written once'); END")
    else:
        op.execute(f"{trigger} FOR EACH ROW EXECUTE FUNCTION refuse_change()")


def count_changes(table: str, column: str, *, through: str = "", columns: str = "") -> None:
    """Let the database count each row of a table that is written, or taken away, among the changes of its client, whom
    `column` names: by the client's id, or by that of a row in the table `through`. `columns`: only where one of these
    is updated."""
    acts = [f"UPDATE OF {columns}"] if columns else ["INSERT", "UPDATE", "DELETE"]
    for act in acts:
        row = "OLD" if act == "DELETE" else "NEW"
        client = f"{row}.{column}"
        if through:
            client = f"(SELECT client_id FROM {through} WHERE id = {client})"  # noqa: S608 - names of our own
        count = f"UPDATE clients SET changes = changes + 1 WHERE id = {client}"  # noqa: S608 - as above
        _after(table, act, count)


def count_no_more_updates(table: str) -> None:
    """Take away what counts the updates of a table, so that it can be made anew for other columns."""
    name = f"{table}_count_update"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {name}")
    else:
        op.execute(f"DROP TRIGGER {name} ON {table}")
        op.execute(f"DROP FUNCTION {name}()")


def _after(table: str, act: str, statement: str) -> None:
    name = f"{table}_count_{act.split(maxsplit=1)[0].lower()}"
    trigger = f"CREATE TRIGGER {name} AFTER {act} ON {table} FOR EACH ROW"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"{trigger} BEGIN {statement}; END")
    else:
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {statement}; RETURN NULL; END $$"
        )
        op.execute(f"{trigger} EXECUTE FUNCTION {name}()")


def insert(table: str, *rows: Mapping[str, Any]) -> None:
    """Write rows that every database begins with."""
    op.bulk_insert(
        sa.table(table, *(sa.column(name) for name in rows[0])), [dict(row) for row in rows]
    )
