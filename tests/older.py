"""A database of an earlier version with data in it: written by the services of now, copied into the form of then."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Column, Engine, MetaData, Table, delete, insert, inspect, select

from tests.conftest import make_app
from tracker import db, migrations
from tracker.config import Settings
from tracker.models import Base


def copy_into(target: Engine, version: str, source: Engine) -> None:
    """Bring an empty database to that version and fill it with what the source holds in the columns there were."""
    migrations.upgrade(target, version)
    there = inspect(target)
    with source.connect() as old, target.begin() as new:
        for model in Base.metadata.sorted_tables:
            if not there.has_table(model.name):
                continue
            names = {column["name"] for column in there.get_columns(model.name)}
            kept = [column for column in model.columns if column.name in names]
            table = Table(model.name, MetaData(), *[Column(c.name, c.type) for c in kept])
            rows = [dict(row._mapping) for row in old.execute(select(*kept))]
            new.execute(delete(table))
            if rows:
                new.execute(insert(table), rows)


def filled(folder: Path, fill: Callable[[], None]) -> Engine:
    """A database of now in a file, with what `fill` writes."""
    app = make_app(Settings(instance=folder))
    with app.app_context():
        migrations.upgrade(db.engine())
        fill()
        return db.engine()
