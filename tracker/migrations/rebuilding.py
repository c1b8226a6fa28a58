"""Changing a constraint on SQLite, which cannot: the table is made again from its own description."""

import re
from collections.abc import Callable

from sqlalchemy import Connection

BESIDE = (
    "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') "
    "AND sql IS NOT NULL ORDER BY type, name"
)


def rebuild(connection: Connection, table: str, change: Callable[[str], str]) -> None:
    """Make a table again as `change` words its CREATE TABLE; rows, indexes and triggers are what they were.

    The columns must stay the same, and foreign keys must be off, as they are during an upgrade.
    """
    described = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
    before = connection.exec_driver_sql(described, (table,)).scalar_one()
    beside = connection.exec_driver_sql(BESIDE, (table,)).scalars().all()
    unfinished = f"{table}_again"
    head = re.compile(rf'^CREATE TABLE "?{table}"?(?=\W)')
    made, count = head.subn(f'CREATE TABLE "{unfinished}"', change(before))
    if count != 1:
        raise RuntimeError(f"the table {table} does not look as expected; nothing was changed")
    connection.exec_driver_sql(made)
    copy = f'INSERT INTO "{unfinished}" SELECT * FROM "{table}"'  # noqa: S608  (our own tables)
    connection.exec_driver_sql(copy)
    connection.exec_driver_sql(f'DROP TABLE "{table}"')
    # Triggers of other tables may name this one, which is not there for a moment: they are not looked at meanwhile.
    connection.exec_driver_sql("PRAGMA legacy_alter_table = ON")
    connection.exec_driver_sql(f'ALTER TABLE "{unfinished}" RENAME TO "{table}"')
    connection.exec_driver_sql("PRAGMA legacy_alter_table = OFF")
    for statement in beside:
        connection.exec_driver_sql(statement)
