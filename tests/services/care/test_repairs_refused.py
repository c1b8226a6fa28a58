"""What nobody may do to a repair, and what cannot be, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from tests.conftest import Cast, log, weeks
from tests.services.care.test_repairs import add, open_repair
from tracker import clock, db
from tracker.domain.care.answers import Move
from tracker.domain.care.repair_work import Act, Work
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.models import AuditEntry, RepairEntry
from tracker.services.care import repairs


def test_nobody_else_adds_and_the_audit_names_acts_and_never_words(cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    for who in (cast.supervisor, cast.administrator, cast.outsider):
        with pytest.raises(NotPermitted):
            open_repair(cast, session_id, who=who)
    open_repair(cast, session_id, Work(Act.OPENED, note="Sharp words"))
    for who in (cast.supervisor, cast.administrator, cast.outsider):
        with pytest.raises(NotPermitted):
            add(cast, Work(Act.TALKED, note="x"), who=who)
    add(cast, Work(Act.TALKED, note="We spoke of it", moves=(Move.INVITED_VIEW,)))
    with db.reading() as reading:
        rows = reading.scalars(
            select(AuditEntry).where(AuditEntry.event.like("repair.%")).order_by(AuditEntry.seq)
        ).all()
        assert [(row.event, row.detail) for row in rows] == [
            ("repair.opened", {}),
            ("repair.added", {"act": "talked"}),
        ]
    with pytest.raises(NotPermitted), db.transaction() as writing:
        repairs.add_entry(
            writing, cast.clinician, uuid4(), Work(Act.TALKED, note="x"), seen=1, now=clock.now()
        )
    with pytest.raises(DatabaseError, match="written once"), db.transaction() as writing:
        writing.execute(text("UPDATE repair_entries SET note = 'other'"))


def test_what_cannot_be_opened(cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    foreign = log(cast.outsider, cast.other_client_id, weeks(0), 8, 8, 8, 8)
    for wrong in (foreign, uuid4()):
        with pytest.raises(Incomplete) as refused:
            open_repair(cast, wrong)
        assert list(refused.value.problems) == ["session"]
    with pytest.raises(Incomplete) as refused:
        open_repair(cast, session_id, Work(Act.OPENED, note="x" * 301), step="y" * 301)
    assert set(refused.value.problems) == {"note", "step"}


def test_two_tabs_at_once_open_one_repair(app: Flask, cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)

    def press(_: int) -> str:
        with app.app_context():
            try:
                open_repair(cast, session_id)
            except Incomplete:
                return "there"
            return "opened"

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(press, range(2))) == ["opened", "there"]
    with db.reading() as reading:
        assert len(reading.scalars(select(RepairEntry)).all()) == 1
