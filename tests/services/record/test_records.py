"""A client's record: every part in a fixed number of queries, each client's own, and nothing that was not asked for."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session

from bench.measuring import queries
from tests.conftest import Cast, log, new_client, weeks
from tests.services.care import test_adaptations, test_goals, test_objectives, test_repairs
from tests.services.care.test_usual_range import set_start
from tracker import clock, db
from tracker.domain.care.objectives import Endorsed
from tracker.models import Client, User
from tracker.reference.loader import measures
from tracker.services.record import clients
from tracker.services.record.records import (
    EVERYTHING,
    NOTHING_MORE,
    PartNotRead,
    Record,
    RecordPart,
    clients_of,
    record,
    records_of,
)

BASE = 3  # the practice's time zone, the sessions, the ratings
COSTS = {
    NOTHING_MORE: 0,
    RecordPart.FLAGS: 2,
    RecordPart.REPAIRS: 3,  # with the flags
    RecordPart.GOALS: 1,
    RecordPart.PROGRESS: 2,  # with the goals
    RecordPart.ADAPTATIONS: 1,
    RecordPart.OBJECTIVES: 5,  # with flags, goals and adaptations
    RecordPart.RANGE_STARTS: 1,
    RecordPart.CLINICIAN: 1,
    RecordPart.ESTIMATES: 1,
    EVERYTHING: 10,
}
LOOKS: dict[RecordPart, Callable[[Record], object]] = {
    RecordPart.FLAGS: lambda found: [flag.flag.id for flag in found.flags],
    RecordPart.REPAIRS: lambda found: [
        (view.repair.id, view.stage, view.flag.flag.id if view.flag else None)
        for view in found.repairs
    ],
    RecordPart.GOALS: lambda found: [view.goal.id for view in found.goals],
    RecordPart.PROGRESS: lambda found: [
        [(entry.id, entry.value) for entry in view.progress.values()] for view in found.goals
    ],
    RecordPart.ADAPTATIONS: lambda found: [row.id for row in found.adaptations],
    RecordPart.OBJECTIVES: lambda found: [
        (view.objective.id, view.judgement) for view in found.objectives
    ],
    RecordPart.RANGE_STARTS: lambda found: found.anew,
    RecordPart.CLINICIAN: lambda found: found.clinician.name,
    RecordPart.ESTIMATES: lambda found: found.reliable_change(measures()["wellbeing-check"]),
}


def fill(cast: Cast) -> Cast:
    """One of each part for the cast's client: a fall with its repair, a goal with its progress, and so on."""
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    goal = test_goals.put(cast, "Sleep through", endorsed="aloud")
    log(cast.clinician, cast.client_id, weeks(1), 8, 8, 8, 8, progress={goal: 3})
    fell = log(cast.clinician, cast.client_id, weeks(2), 5, 8, 8, 8)
    test_repairs.open_repair(cast, fell, step="Ask about it")
    test_adaptations.put(cast)
    test_objectives.put(cast, Endorsed(1, 4))
    set_start(cast, fell)
    return cast


def another(cast: Cast) -> Cast:
    """The cast with one more client of the clinician."""
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
    return replace(cast, client_id=made.id)


def chosen(reading: Session, ids: list[UUID]) -> list[Client]:
    """These clients, as a caseload reads them."""
    everyone = clients_of(reading, reading.scalars(select(User.id)))
    return [client for client_id in ids for client in everyone if client.id == client_id]


def look(ids: list[UUID], parts: RecordPart) -> dict[UUID, list[object]]:
    """What the records of these clients say in the parts that are asked for."""
    with db.reading() as reading:
        found = records_of(reading, chosen(reading, ids), parts, now=clock.now())
    return {
        each.client.id: [see(each) for part, see in LOOKS.items() if part in parts]
        for each in found
    }


def cost(app: Flask, ids: list[UUID], parts: RecordPart) -> int:
    """How many queries the parts take, without those for the clients themselves."""
    with db.reading() as reading:
        whose = chosen(reading, ids)
        with queries(app) as made:
            for each in records_of(reading, whose, parts, now=clock.now()):
                for part, see in LOOKS.items():
                    if part in parts:
                        see(each)
    return len(made)


@pytest.fixture
def filled(cast: Cast) -> Cast:
    """The cast, whose client has one of each part."""
    return fill(cast)


def test_every_part_is_named_with_its_cost_and_looked_at_here() -> None:
    assert set(COSTS) == {NOTHING_MORE, EVERYTHING, *RecordPart}
    assert set(LOOKS) == set(RecordPart)


def test_a_part_costs_as_many_queries_for_many_clients_as_for_one(app: Flask, filled: Cast) -> None:
    one = {parts: cost(app, [filled.client_id], parts) for parts in COSTS}
    assert one == {parts: BASE + more for parts, more in COSTS.items()}
    of_another = replace(filled, clinician=filled.outsider, client_id=filled.other_client_id)
    ids = [filled.client_id, fill(of_another).client_id]
    ids += [fill(another(filled)).client_id for _ in range(3)]
    assert {parts: cost(app, ids, parts) for parts in COSTS} == one


def test_each_client_has_their_own_and_reads_the_same_alone(filled: Cast) -> None:
    other = fill(another(filled)).client_id
    empty = another(filled).client_id
    together = look([filled.client_id, empty, other], EVERYTHING)
    assert list(together) == [filled.client_id, empty, other]
    for client_id, seen in together.items():
        assert look([client_id], EVERYTHING)[client_id] == seen
        for place, part in enumerate(LOOKS):
            assert look([client_id], part)[client_id] == [seen[place]]
    first, nothing, second = together.values()
    assert all(first)
    assert nothing == [[], [], [], [], [], [], {}, *first[-2:]]
    assert all(a != b for a, b in zip(first[:2], second[:2], strict=True))


@pytest.mark.parametrize("part", RecordPart)
def test_what_was_not_asked_for_cannot_be_looked_at(filled: Cast, part: RecordPart) -> None:
    with pytest.raises((PartNotRead, InvalidRequestError)):
        LOOKS[part](_alone(filled.client_id, _without(part)))


def _without(part: RecordPart) -> RecordPart:
    """All parts but one and those that bring it with them."""
    brings = {
        RecordPart.FLAGS: RecordPart.REPAIRS | RecordPart.OBJECTIVES,
        RecordPart.GOALS: RecordPart.PROGRESS | RecordPart.OBJECTIVES,
        RecordPart.ADAPTATIONS: RecordPart.OBJECTIVES,
    }
    return EVERYTHING & ~part & ~brings.get(part, NOTHING_MORE)


def _alone(client_id: UUID, parts: RecordPart) -> Record:
    with db.reading() as reading:
        (found,) = records_of(reading, chosen(reading, [client_id]), parts, now=clock.now())
    return found


def test_of_a_client_without_objectives_nothing_is_read_for_them(app: Flask, cast: Cast) -> None:
    found = _alone(cast.client_id, RecordPart.OBJECTIVES)
    assert found.objectives == ()
    with pytest.raises(PartNotRead):
        assert found.goals
    assert cost(app, [cast.client_id], RecordPart.OBJECTIVES) == BASE + 2  # no answers either
    assert look([], EVERYTHING) == {}


def test_the_clients_of_several_clinicians_come_by_code(cast: Cast) -> None:
    another(cast)
    with db.reading() as reading:
        of_both = clients_of(reading, [cast.clinician.id, cast.outsider.id])
        assert [c.code for c in of_both] == sorted(c.code for c in of_both)
        assert len(of_both) == 3
        assert [c.id for c in clients_of(reading, [cast.outsider.id])] == [cast.other_client_id]


def test_the_whole_record_is_what_its_parts_are(filled: Cast) -> None:
    with db.reading() as reading:
        whole = record(reading, filled.clinician, filled.client_id, now=clock.now())
    seen = [see(whole) for see in LOOKS.values()]
    assert look([filled.client_id], EVERYTHING)[filled.client_id] == seen
    assert len(whole.planned_steps) == 1
    assert whole.attended == list(whole.course.slots)
    assert whole.primary
    assert whole.primary.key == "session-check"
