"""The work on a strain: every stage is reached, nothing leads past the table, and corrections keep their place."""

from datetime import date, timedelta
from itertools import product
from uuid import UUID

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tests.domain.courses import slot
from tracker.domain.care.answers import Move, Rupture
from tracker.domain.care.repair_work import (
    BY_ANSWER,
    BY_CLINICIAN,
    ON_STEPS,
    POSSIBLE,
    WITH_REASON,
    Act,
    RecordedRepairEntry,
    RepairStage,
    Undoing,
    Work,
    open_steps,
    problems,
    stage,
    taken_back,
    undoing,
)
from tracker.domain.rules.findings import Recovery, Returned
from tracker.domain.superseding import first_of, in_force

DAY = date(2026, 5, 12)
BACK, NOT_BACK, NOT_YET = (
    Recovery(Returned.BACK, 2, slot(4)),
    Recovery(Returned.NOT_BACK, 5, slot(7)),
    Recovery(Returned.NOT_YET, 1),
)


def told(
    number: int, act: Act, note: str = "", *, step: int = 0, supersedes: int = 0
) -> RecordedRepairEntry:
    """The entry of that number."""
    work = Work(act, note=note, step=UUID(int=step) if step else None)
    return RecordedRepairEntry(UUID(int=number), work, UUID(int=supersedes) if supersedes else None)


@pytest.mark.parametrize(
    ("acts", "recovery", "expected"),
    [
        ([], None, RepairStage.OPEN),
        ([], NOT_YET, RepairStage.OPEN),
        ([], BACK, RepairStage.CAME_BACK),
        ([], NOT_BACK, RepairStage.NOT_BACK),
        ([Act.TALKED, Act.PLANNED], BACK, RepairStage.CAME_BACK),
        ([Act.REPAIRED], NOT_BACK, RepairStage.REPAIRED),
        ([Act.LEFT], BACK, RepairStage.LEFT),
        ([Act.REOPENED], BACK, RepairStage.OPEN),  # the clinician sees it otherwise
        ([Act.REPAIRED, Act.REOPENED], None, RepairStage.OPEN),
        ([Act.REOPENED, Act.LEFT], NOT_YET, RepairStage.LEFT),
    ],
)
def test_the_clinician_decides_where_they_say_so_and_else_the_ratings(
    acts: list[Act], recovery: Recovery | None, expected: RepairStage
) -> None:
    entries = [told(n, act) for n, act in enumerate([Act.OPENED, *acts], start=1)]
    assert stage(entries, recovery) is expected


def test_every_stage_is_reached_by_what_is_possible_and_nothing_else_changes_one() -> None:
    reached, waiting = (
        set(),
        [(recovery, (Act.OPENED,)) for recovery in (None, NOT_YET, BACK, NOT_BACK)],
    )
    for recovery, acts in waiting:
        entries = [told(n, act) for n, act in enumerate(acts, start=1)]
        now = stage(entries, recovery)
        reached |= {now, stage(entries, recovery, ended=True)}
        assert POSSIBLE[now], "there is always a way on"
        if len(acts) < 4:
            waiting += [(recovery, (*acts, act)) for act in POSSIBLE[now]]
    assert reached == set(RepairStage) == set(POSSIBLE)
    for at, act in product(RepairStage, BY_CLINICIAN):
        assert not (BY_CLINICIAN[act] is at and act in POSSIBLE[at]), "that would change nothing"
    assert not any(BY_ANSWER & acts for acts in POSSIBLE.values())


def test_a_step_is_open_until_it_is_done_or_let_go_and_reads_as_it_was_corrected() -> None:
    entries = [
        told(1, Act.OPENED),
        told(2, Act.PLANNED, "ask about homework"),
        told(3, Act.PLANNED, "name the pattern"),
        told(4, Act.PLANNED, "ask about the homework", supersedes=2),
        told(5, Act.PLANNED, "ask how the homework was", supersedes=4),
    ]
    assert [e.work.note for e in open_steps(entries)] == [
        "ask how the homework was",
        "name the pattern",
    ]
    assert [e.id.int for e in in_force(entries)] == [1, 5, 3]
    assert [first_of(entries, UUID(int=n)).int for n in (2, 4, 5, 3)] == [2, 2, 2, 3]
    for step in (2, 4, 5):  # by whichever of its versions
        done = [*entries, told(6, Act.DONE, step=step)]
        assert [e.work.note for e in open_steps(done)] == ["name the pattern"]
    assert open_steps([*entries, told(6, Act.DONE, step=5), told(7, Act.LET_GO, step=3)]) == []


ANSWER = UUID(int=77)
OPENED_BY_IT = RecordedRepairEntry(UUID(int=1), Work(Act.OPENED), answer_id=ANSWER)


@given(st.lists(st.sampled_from(sorted(set(Act) - BY_ANSWER)), min_size=1, max_size=3))
def test_a_repair_goes_with_the_answer_that_opened_it_until_something_is_built_on_it(
    acts: list[Act],
) -> None:
    assert undoing([OPENED_BY_IT], ANSWER) is Undoing.TAKES_BACK
    since = [told(n, act) for n, act in enumerate(acts, start=2)]
    assert undoing([OPENED_BY_IT, *since], ANSWER) is Undoing.STAYS
    assert not taken_back([OPENED_BY_IT, *since])
    for entries in ([], [OPENED_BY_IT, *since], [told(1, Act.OPENED), *since]):
        assert undoing(entries, UUID(int=78)) is Undoing.NOTHING


def test_a_correction_of_the_opening_is_built_on_it() -> None:
    corrected = told(2, Act.OPENED, "sharp words", supersedes=1)
    assert undoing([OPENED_BY_IT, corrected], ANSWER) is Undoing.STAYS


def test_a_repair_is_taken_back_until_it_is_opened_again() -> None:
    entries = [OPENED_BY_IT, told(2, Act.TAKEN_BACK)]
    assert taken_back(entries)
    assert undoing(entries, ANSWER) is Undoing.TAKES_BACK  # which it did
    again = RecordedRepairEntry(UUID(int=3), Work(Act.OPENED), answer_id=UUID(int=78))
    assert not taken_back([*entries, again])
    assert undoing([*entries, again], UUID(int=78)) is Undoing.TAKES_BACK
    assert stage([*entries, again], None) is RepairStage.OPEN
    assert not taken_back([])


@given(st.lists(st.integers(1, 6), max_size=6))
def test_a_correction_never_adds_or_loses_an_entry(corrected: list[int]) -> None:
    entries = [told(n, Act.PLANNED, str(n)) for n in range(1, 4)]
    for number in corrected:
        last = in_force(entries)[number % 3]
        entries.append(RecordedRepairEntry(UUID(int=len(entries) + 1), last.work, last.id))
    assert [e.work.note for e in in_force(entries)] == ["1", "2", "3"]
    assert len(open_steps(entries)) == 3


@pytest.mark.parametrize(
    ("work", "field"),
    [
        (Work(Act.TALKED), "moves"),
        (Work(Act.TALKED, note="x" * 301), "note"),
        (Work(Act.PLANNED, note="  "), "note"),
        (Work(Act.TALKED, note="said", on=DAY - timedelta(days=1)), "on"),
        (Work(Act.TALKED, note="said", on=DAY + timedelta(days=9)), "on"),
        (Work(Act.DONE), "step"),
        (Work(Act.DONE, step=UUID(int=9)), "step"),
        (Work(Act.LET_GO, step=UUID(int=2)), "reason"),
        (Work(Act.REPAIRED, reason=" "), "reason"),
        (Work(Act.LEFT, reason="x" * 201), "reason"),
        (Work(Act.REOPENED), "reason"),
    ],
)
def test_what_stands_in_the_way_of_an_entry(work: Work, field: str) -> None:
    today = DAY + timedelta(days=8)
    assert list(problems(work, held_on=DAY, today=today, steps={UUID(int=2)})) == [field]


def test_what_can_be_stored() -> None:
    fine = [
        Work(Act.OPENED, rupture=Rupture.WITHDRAWAL),
        Work(Act.TALKED, moves=(Move.OWNED_PART,)),
        Work(Act.TALKED, note="We went through it.", on=DAY + timedelta(days=8)),
        Work(Act.PLANNED, note="Ask about the homework"),
        Work(Act.DONE, step=UUID(int=2)),
        Work(Act.LET_GO, step=UUID(int=2), reason="It came up by itself"),
        *(Work(act, reason="The client says so") for act in WITH_REASON - ON_STEPS),
    ]
    today = DAY + timedelta(days=8)
    assert [problems(w, held_on=DAY, today=today, steps={UUID(int=2)}) for w in fine] == [{}] * len(
        fine
    )
