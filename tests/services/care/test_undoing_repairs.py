"""Undoing an answer takes back the repair that it opened, on both databases, unless something was built on it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Cast, log, weeks
from tests.services.care.test_repairs import add, open_repair, the_one
from tests.services.care.test_things import both, rate
from tests.services.recording import check_ins, record
from tracker import db
from tracker.domain.care.answers import Answer
from tracker.domain.care.repair_work import Act, Undoing, Work
from tracker.domain.errors import NotNow, NotPermitted, Stale
from tracker.domain.people.access import Actor
from tracker.models import AuditEntry, RepairEntry
from tracker.services.care import flag_answers, repairs
from tracker.services.care.flag_answers import Reply
from tracker.services.record.flag_views import FlagView
from tracker.services.record.repair_views import RepairView, TakenBack, taking_back

__all__ = ["both", "rate"]  # the fixture, and what it is made with
NOW = datetime(2026, 1, 12, 15, tzinfo=UTC)


@pytest.fixture
def fallen(cast: Cast) -> FlagView:
    """An open check-in of the session on 12 January 2026."""
    for week in range(2):
        log(cast.clinician, cast.client_id, weeks(week), 8 - 3 * week, 8, 8, 8, now=NOW)
    (flag,) = check_ins(cast)
    return flag


def answer(cast: Cast, flag: FlagView, *, repair: bool = True, now: datetime = NOW) -> UUID:
    with db.transaction() as writing:
        reply = Reply(Answer.NEXT_SESSION, repair=repair)
        row = flag_answers.answer_flag(writing, cast.clinician, flag.flag.id, reply, now=now)
    return row.id


def undo(
    cast: Cast, flag: FlagView, answer_id: UUID, *, now: datetime = NOW, who: Actor | None = None
) -> Undoing:
    """Undo it; what was said beforehand, and is said afterwards, of the repair."""
    whole = record(cast)
    given = next((a for f in whole.flags for a in f.answers if a.id == answer_id), None)
    with db.transaction() as writing:
        row = flag_answers.undo_answer(
            writing, who or cast.clinician, flag.flag.id, answer_id, now=now
        )
        said = flag_answers.undone(writing, cast.clinician, flag.flag.id, row.id, now=now)
    assert given
    assert flag_answers.undoing_answer(whole, given) is said
    return said


def every(cast: Cast) -> tuple[RepairView, ...]:
    return record(cast).every_repair


def test_the_repair_goes_with_the_answer_and_nothing_is_deleted(
    cast: Cast, fallen: FlagView
) -> None:
    given = answer(cast, fallen)
    assert record(cast).open_work.repairs == 1
    later = NOW + timedelta(minutes=10)
    assert undo(cast, fallen, given, now=later) is Undoing.TAKES_BACK
    after = record(cast)
    (view,) = after.every_repair
    assert (after.repairs, after.open_work.repairs, after.planned_steps) == ((), 0, [])
    assert [entry.act for entry in view.entries] == ["opened", "taken_back"]
    assert (view.taken_back, view.possible) == (True, frozenset())
    with db.reading() as reading:
        told = taking_back(reading, view)
        events = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq)).all()[-5:]
        rows = [(row.event, row.object_id) for row in events]
    assert told == TakenBack(later, cast.clinician.name)
    assert rows[-2:] == [
        ("flag.answer_undone", fallen.flag.id),
        ("repair.taken_back", view.repair.id),
    ]


def corrected(cast: Cast) -> None:
    view = the_one(cast)
    work = Work(Act.OPENED, note="sharp words", reason="more to say")
    place = (view.repair.id, view.entries[0].id, work)
    with db.transaction() as writing:
        repairs.correct_entry(writing, cast.clinician, *place, seen=1, now=NOW)


BUILT: dict[str, Callable[[Cast], object]] = {
    "a planned step that was done": lambda cast: [
        add(cast, Work(Act.PLANNED, note="ask")),
        add(cast, Work(Act.DONE, step=the_one(cast).steps[0].id)),
    ],
    "a correction": corrected,
}


@pytest.mark.parametrize("built", BUILT)
def test_a_repair_that_something_was_built_on_stays(
    cast: Cast, fallen: FlagView, built: str
) -> None:
    given = answer(cast, fallen)
    BUILT[built](cast)
    entries = len(the_one(cast).entries)
    assert undo(cast, fallen, given) is Undoing.STAYS
    view = the_one(cast)
    assert (view.taken_back, len(view.entries)) == (False, entries)


def test_answered_again_it_is_opened_again_and_can_be_taken_back_again(
    cast: Cast, fallen: FlagView
) -> None:
    for time in range(2):
        assert undo(cast, fallen, answer(cast, fallen)) is Undoing.TAKES_BACK, time
    answer(cast, fallen)
    view = the_one(cast)
    assert [e.act for e in view.entries] == ["opened", "taken_back"] * 2 + ["opened"]
    assert view.flag


def test_from_the_record_it_is_opened_again_with_its_words(cast: Cast, fallen: FlagView) -> None:
    undo(cast, fallen, answer(cast, fallen))
    (before,) = every(cast)
    opened = open_repair(cast, fallen.flag.session_id, Work(Act.OPENED, note="sharp words"))
    assert (the_one(cast).repair.id, opened) == (before.repair.id, before.repair.id)
    given = answer(cast, fallen)  # which opens nothing: there is one
    assert undo(cast, fallen, given) is Undoing.NOTHING
    assert not the_one(cast).taken_back


def test_an_answer_that_opened_nothing_takes_nothing_back(cast: Cast, fallen: FlagView) -> None:
    first = answer(cast, fallen)
    second = answer(cast, fallen)
    assert undo(cast, fallen, second) is Undoing.NOTHING
    assert len(the_one(cast).entries) == 1
    assert undo(cast, fallen, first) is Undoing.TAKES_BACK


def test_undoing_it_beside_another_flag_takes_the_repair_too(both: Cast) -> None:
    def thing() -> tuple[FlagView, FlagView]:
        (asked,) = record(both).asking
        return asked.leader, asked.others[0]

    def last_of(flag: FlagView) -> UUID:
        view = next(f for f in record(both).flags if f.flag.id == flag.flag.id)
        assert view.last_answer
        return view.last_answer.id

    leader, other = thing()
    answer(both, leader)
    assert undo(both, other, last_of(other)) is Undoing.TAKES_BACK
    assert record(both).repairs == ()
    answer(both, leader)
    answer(both, leader, repair=False)  # the first one is not undone any more with the other's
    assert undo(both, other, last_of(other)) is Undoing.NOTHING
    assert len(record(both).repairs) == 1


def test_what_cannot_be_undone_leaves_the_repair(cast: Cast, fallen: FlagView) -> None:
    given = answer(cast, fallen)
    for refused, answer_id, now, who in (
        (NotNow, given, NOW + timedelta(minutes=11), cast.clinician),
        (NotNow, uuid4(), NOW, cast.clinician),
        (NotPermitted, given, NOW, cast.supervisor),
        (NotPermitted, given, NOW, cast.outsider),
    ):
        with pytest.raises(refused):
            undo(cast, fallen, answer_id, now=now, who=who)
    assert not the_one(cast).taken_back
    undo(cast, fallen, given)
    with pytest.raises(NotNow, match="not the last"):
        undo(cast, fallen, given)
    assert len(every(cast)[0].entries) == 2


def test_nothing_is_added_to_a_repair_that_was_taken_back(cast: Cast, fallen: FlagView) -> None:
    given = answer(cast, fallen)
    seen = the_one(cast).repair.version
    undo(cast, fallen, given)
    (view,) = every(cast)

    def try_to_add(seen: int) -> None:
        with db.transaction() as writing:
            work = Work(Act.TALKED, note="x")
            repairs.add_entry(writing, cast.clinician, view.repair.id, work, seen=seen, now=NOW)

    with pytest.raises(Stale):
        try_to_add(seen)
    with pytest.raises(NotNow):
        try_to_add(view.repair.version)
    with pytest.raises(NotNow, match="taken back"):
        repairs.correctable(view, view.entries[0].id)


def test_undone_in_one_tab_while_the_other_builds_on_it(
    app: Flask, cast: Cast, fallen: FlagView
) -> None:
    given = answer(cast, fallen)
    view = the_one(cast)

    def press(which: int) -> None:
        with app.app_context(), suppress(Stale, NotNow), db.transaction() as writing:
            if which:
                flag_answers.undo_answer(writing, cast.clinician, fallen.flag.id, given, now=NOW)
                return
            work = Work(Act.PLANNED, note="ask")
            repairs.add_entry(writing, cast.clinician, view.repair.id, work, seen=1, now=NOW)

    with ThreadPoolExecutor(2) as tabs:
        list(tabs.map(press, range(2)))
    with db.reading() as reading:
        entries = reading.scalars(select(RepairEntry.act).order_by(RepairEntry.sequence)).all()
    assert entries in (["opened", "planned"], ["opened", "taken_back"])
