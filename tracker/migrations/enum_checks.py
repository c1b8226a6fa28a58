"""The checks of columns that hold one value of a list, such as the kind of a flag: they follow the models.

The lists stand in the domain alone. A migration names the column; the rule of its check comes from the models, and
every upgrade ends with `renew`, which makes each check what the models say now. So a new value needs no migration.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import CheckConstraint, Connection

from tracker.migrations.rebuilding import rebuild
from tracker.models import Base

ON_SQLITE = "SELECT sql FROM sqlite_master WHERE type = 'table'"
ON_POSTGRESQL = (
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE contype = 'c' AND connamespace = current_schema()::regnamespace"
)
CHECK = re.compile(r'CONSTRAINT "?(ck_\w+)"? CHECK \((\w+ IN \([^()]*\))\)')


@dataclass(frozen=True)
class EnumCheck:
    """The check of one column: its rule in SQL, and the values that it lets through."""

    table: str
    column: str
    rule: str
    values: frozenset[str]

    @property
    def name(self) -> str:
        """Its name in the database."""
        return f"ck_{self.table}_{self.column}"


def of_models() -> dict[str, EnumCheck]:
    """The checks that the models ask for, by their names in the database."""
    checks = [
        EnumCheck(table.name, check.info["column"], str(check.sqltext), check.info["values"])
        for table in Base.metadata.sorted_tables
        for check in table.constraints
        if isinstance(check, CheckConstraint) and "values" in check.info
    ]
    return {each.name: each for each in checks}


def rule_of(table: str, column: str) -> str | None:
    """The rule of a column's check; None when the models ask for none, or no longer have the column."""
    check = of_models().get(f"ck_{table}_{column}")
    return check.rule if check else None


def stored(connection: Connection) -> dict[str, frozenset[str]]:
    """The values that the database lets through, by the names of those checks that are there."""
    asked = of_models()
    return {
        name: frozenset(re.findall(r"'([^']*)'", rule))
        for name, rule in _rules(connection).items()
        if name in asked
    }


def _rules(connection: Connection) -> Mapping[str, str]:
    if connection.dialect.name == "sqlite":
        tables = connection.exec_driver_sql(ON_SQLITE).scalars()
        return dict(constraint for made in tables for constraint in CHECK.findall(made))
    checks = connection.exec_driver_sql(ON_POSTGRESQL).all()
    return {check.conname: check.pg_get_constraintdef for check in checks}


def outdated(connection: Connection) -> list[EnumCheck]:
    """The checks that the database lacks, or that let other values through than the models say."""
    there = stored(connection)
    return [check for name, check in of_models().items() if there.get(name) != check.values]


def unknown(connection: Connection) -> frozenset[str]:
    """The values that the database lets through and the models do not know."""
    asked = of_models()
    return frozenset(
        value
        for name, values in stored(connection).items()
        for value in values - asked[name].values
    )


def renew(connection: Connection) -> None:
    """Make each check what the models say now. An error when a row holds a value that they do not know."""
    there = stored(connection)
    for check in outdated(connection):
        if connection.dialect.name == "sqlite":
            _renew_embedded(connection, check)
            continue
        table = f'ALTER TABLE "{check.table}"'
        if check.name in there:
            connection.exec_driver_sql(f'{table} DROP CONSTRAINT "{check.name}"')
        connection.exec_driver_sql(f'{table} ADD CONSTRAINT "{check.name}" CHECK ({check.rule})')


def _renew_embedded(connection: Connection, check: EnumCheck) -> None:
    made = f"CONSTRAINT {check.name} CHECK ({check.rule})"

    def renewed(table: str) -> str:
        for match in CHECK.finditer(table):
            if match[1] == check.name:
                return table[: match.start()] + made + table[match.end() :]
        return f"{table.rstrip().removesuffix(')')}, \n\t{made}\n)"

    rebuild(connection, check.table, renewed)
