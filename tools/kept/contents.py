"""What a database holds: the number of rows of each table, and a hash of them that is the same on every database."""

import hashlib
import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, select

from tracker.models import Base


def contents(connection: Connection) -> dict[str, dict[str, Any]]:
    """Rows and hash by table, in the order of their names."""
    tables = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
    return {table.name: _of_table(connection, table) for table in tables}


def _of_table(connection: Connection, table: Table) -> dict[str, Any]:
    columns = sorted(table.columns, key=lambda column: column.name)
    rows = [
        json.dumps([_plain(value) for value in row], sort_keys=True)
        for row in connection.execute(select(*columns))
    ]
    digest = hashlib.sha256("\n".join(sorted(rows)).encode())
    return {"rows": len(rows), "sha256": digest.hexdigest()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
