"""Indexes over some of the rows of a table, whatever kind of database it is in."""

from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex

WHERE = "where"


def unique_where(name: str, *columns: str, where: str) -> Index:
    """The index that lets a value stand once among those rows alone of which `where` holds."""
    return Index(name, *columns, unique=True, info={WHERE: where})


def index_where(name: str, *columns: str, where: str) -> Index:
    """The index over those rows alone of which `where` holds: what is searched for among many that do not matter."""
    return Index(name, *columns, info={WHERE: where})


@compiles(CreateIndex)
def _create_index(create: CreateIndex, compiler: Any, **more: Any) -> str:
    """The statement that makes an index. Which rows it is over is said here: said with the index itself, for each kind
    of database, it would load SQLAlchemy's modules for every kind of database."""
    if where := create.element.info.get(WHERE):
        create.element.dialect_options[compiler.dialect.name][WHERE] = text(where)
    statement: str = compiler.visit_create_index(create, **more)
    return statement
