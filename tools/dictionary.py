"""docs/data-dictionary.md: every table with every column, from the models."""

from inspect import getdoc

from sqlalchemy import CheckConstraint, Column, Table

from tools.tables import table
from tracker.models import Base


def page() -> str:
    """The text of the page."""
    meanings = {
        mapper.local_table.name: mapper.class_
        for mapper in Base.registry.mappers
        if not mapper.inherits
    }
    parts = [
        "# Data dictionary",
        "Every table of the database. Ids are random and say nothing; times are in UTC; rows that are *written once* are "
        "refused any change by the database itself. No column holds a name, a date of birth or an address of a client.",
    ]
    for name, sql_table in sorted(Base.metadata.tables.items()):
        about = getdoc(meanings[name]) if name in meanings else "Which account has which role."
        parts += [f"## {name}", about or "", _columns(sql_table)]
        if checks := _checks(sql_table):
            parts.append(checks)
    return "\n\n".join(parts)


def _columns(sql_table: Table) -> str:
    rows = ((f"`{c.name}`", _type(c), c.doc or "", _more(c)) for c in sql_table.columns)
    return table(("column", "type", "what it holds", ""), rows)


def _type(column: Column[object]) -> str:
    return str(column.type).lower().replace("char(32)", "id")


def _more(column: Column[object]) -> str:
    notes = ["key"] if column.primary_key else []
    notes += [f"→ `{key.target_fullname}`" for key in column.foreign_keys]
    notes += ["may be empty"] if column.nullable else []
    notes += ["unique"] if column.unique else []
    return ", ".join(notes)


def _checks(sql_table: Table) -> str:
    checks = [c for c in sql_table.constraints if isinstance(c, CheckConstraint)]
    return "\n".join(f"- `{check.sqltext}`" for check in sorted(checks, key=lambda c: str(c.name)))
