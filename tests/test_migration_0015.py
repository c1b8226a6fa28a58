"""To notices of being read, with what is there, on both databases."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import insert, inspect, select, text
from sqlalchemy.exc import IntegrityError

from tests.conftest import PASSWORD, Cast, make_app
from tests.instances import database_on
from tests.older import copy_into, filled
from tracker import clock, db, migrations
from tracker.config import Settings
from tracker.models import Notice, NoticeKind, User
from tracker.services.access import notices
from tracker.services.demo import caseload as demo

OLD = ("emergency", "transferred", "covering")


def _fill() -> None:
    with db.transaction() as writing:
        demo.make(writing, lambda _: "hash", PASSWORD, now=clock.now())
        writing.execute(text("DELETE FROM notices"))
        who = writing.scalars(select(User.id)).first()
        for kind in OLD:
            notices.tell(writing, [who], NoticeKind(kind), "Why", by=who, now=clock.now())


def _brought_up(folder: Path) -> None:
    migrations.upgrade(db.engine(), "0014")
    copy_into(db.engine(), "0014", filled(folder, _fill))
    with db.engine().connect() as connection:
        before = connection.execute(text("SELECT * FROM notices ORDER BY id")).fetchall()
    assert len(before) == len(OLD)
    migrations.upgrade(db.engine())
    with db.engine().connect() as connection:
        assert connection.execute(text("SELECT * FROM notices ORDER BY id")).fetchall() == before
        assert {i["name"] for i in inspect(connection).get_indexes("notices")} == {
            "ix_notices_user_seen"
        }


def test_what_was_told_is_kept_on_the_embedded_database(tmp_path: Path, embedded: Flask) -> None:
    with embedded.app_context():
        _brought_up(tmp_path / "now")
        db.engine().dispose()


def test_what_was_told_is_kept_on_postgresql(tmp_path: Path, postgresql: str) -> None:
    url = database_on(postgresql, "from_0014")
    app = make_app(Settings(instance=tmp_path / "server", database_url=url))
    with app.app_context():
        _brought_up(tmp_path / "now")
        db.engine().dispose()


def test_both_kinds_can_be_told_and_no_other(cast: Cast) -> None:
    about = {"user_id": cast.clinician.id, "text": "", "made_at": clock.now()}
    with db.transaction() as writing:
        for kind in NoticeKind:
            writing.execute(insert(Notice).values(kind=kind, **about))
    with pytest.raises(IntegrityError), db.transaction() as writing:
        writing.execute(insert(Notice).values(kind="another", **about))
