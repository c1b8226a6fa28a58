"""The board: its rows say what the record says, whoever is not supervised is not on it, and nothing is left out."""

from datetime import timedelta

from flask import Flask

from tests.conftest import PASSWORD
from tracker import clock, db
from tracker.domain.access import Actor
from tracker.domain.findings import Tier
from tracker.domain.repair import Returned
from tracker.models import Client, User
from tracker.services import board_rows, demo, records
from tracker.services.actors import actor_of
from tracker.services.flag_views import FlagView


def told_by_records(clinician: Actor, ids: list[object]) -> dict[object, FlagView]:
    with db.reading() as reading:
        found = [records.record(reading, clinician, i, now=clock.now()) for i in ids]
    return {flag.flag.id: flag for record in found for flag in record.flags}


def compared(flag: FlagView) -> dict[str, object]:
    """What a row of the board says of a flag, from the record's view of it."""
    found = flag.recovery
    decided = found is not None and found.state is not Returned.NOT_YET
    return {
        "finding": flag.finding,
        "measure": flag.measure,
        "letter": flag.letter,
        "stage": flag.stage,
        "addressed": flag.addressed,
        "answer": flag.last_answer.answer if flag.last_answer else None,
        "noted": bool(flag.last_answer and flag.last_answer.note),
        "held_on": flag.slot.held_on,
        "returned": found.state if decided else None,
        "returned_on": found.at.held_on if decided else None,
    }


def test_every_row_says_what_the_record_says(app: Flask) -> None:
    now = clock.now()
    with db.transaction() as writing:
        demo.make(writing, lambda text: text, PASSWORD, now=now)
    with db.reading() as reading:
        people = {user.email.split("@")[0]: actor_of(user) for user in reading.query(User)}
        clinicians = (people["clinician"], people["outsider"])
        clients = {
            c.id: [x.id for x in reading.query(Client).filter_by(clinician_id=c.id)]
            for c in clinicians
        }
        rows = board_rows.board_rows(
            reading,
            people["supervisor"].id,
            clients,
            today=now.date() + timedelta(days=0),
            zone="UTC",
        )
    views = {}
    for clinician in clinicians:
        views |= told_by_records(clinician, clients[clinician.id])
    assert len(rows) > 15
    for row in rows:
        expected = compared(views[row.flag_id])
        assert {name: getattr(row, name) for name in expected} == expected
    recent = [
        flag
        for flag in views.values()
        if flag.tier is not Tier.NOTE and flag.slot.held_on >= now.date() - timedelta(weeks=8)
    ]
    asking = [flag for flag in views.values() if flag.needs_answer]
    assert {f.flag.id for f in [*recent, *asking]} == {row.flag_id for row in rows}
    assert {row.returned for row in rows} >= {Returned.BACK, None}
