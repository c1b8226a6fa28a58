"""Goals: how one stands is folded from its entries, and the table of what is possible holds."""

import itertools
from datetime import date, timedelta
from uuid import UUID

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tracker.domain.care.goals import (
    ENDS,
    POSSIBLE,
    EndorsedSpan,
    GoalAct,
    GoalNote,
    GoalStage,
    GoalState,
    RecordedGoalEntry,
    fold,
    problems,
)

DAY = date(2026, 1, 5)
WORDING = "Sleep through most nights"


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def goal(*notes: tuple[GoalAct, int] | tuple[GoalAct, int, str]) -> list[RecordedGoalEntry]:
    """Entries by act, day and line; the first one sets the goal on day 0."""
    made = [GoalNote(GoalAct.SET, DAY, wording=WORDING, place=1)]
    for act, on, *line in notes:
        place = 2 if act is GoalAct.PLACED else None
        wording = "Fall asleep within the hour" if act is GoalAct.REWORDED else ""
        made.append(GoalNote(act, day(on), wording, *line, place=place))
    return [RecordedGoalEntry(UUID(int=n), note) for n, note in enumerate(made, start=1)]


def state(entries: list[RecordedGoalEntry]) -> GoalState:
    found = fold(entries)
    assert found
    return found


def test_a_new_goal_stands_and_is_not_endorsed() -> None:
    found = state(goal())
    assert (found.wording, found.set_on, found.place) == (WORDING, DAY, 1)
    assert (found.stage, found.endorsed, found.spans) == (GoalStage.STANDS, None, ())


def test_the_endorsement_is_of_the_wording_it_was_given_to() -> None:
    entries = goal((GoalAct.ENDORSED, 3), (GoalAct.REWORDED, 10))
    found = state(entries)
    assert (found.wording, found.endorsed) == ("Fall asleep within the hour", None)
    assert found.spans == (EndorsedSpan(day(3), day(10)),)
    anew = state(goal((GoalAct.ENDORSED, 3), (GoalAct.REWORDED, 10), (GoalAct.ENDORSED, 12)))
    assert anew.endorsed
    assert anew.endorsed.on == day(12)
    assert anew.spans == (EndorsedSpan(day(3), day(10)), EndorsedSpan(day(12)))


def test_what_was_dropped_counts_until_then_and_again_when_it_is_taken_up() -> None:
    dropped = [(GoalAct.ENDORSED, 1), (GoalAct.DROPPED, 5, "moved away")]
    found = state(goal(*dropped))
    assert (found.stage, found.spans) == (GoalStage.DROPPED, (EndorsedSpan(day(1), day(5)),))
    assert found.ended
    again = state(goal(*dropped, (GoalAct.TAKEN_UP, 9, "back")))
    assert (again.stage, again.ended) == (GoalStage.STANDS, None)
    assert again.spans == (EndorsedSpan(day(1), day(5)), EndorsedSpan(day(9)))


def test_what_was_achieved_was_on_the_list_and_stays_counted() -> None:
    found = state(goal((GoalAct.ENDORSED, 1), (GoalAct.ACHIEVED, 5)))
    assert (found.stage, found.spans) == (GoalStage.ACHIEVED, (EndorsedSpan(day(1)),))
    assert found.spans[0].holds(day(1))
    assert not found.spans[0].holds(day(0))
    assert not EndorsedSpan(day(1), day(5)).holds(day(5))


def test_the_last_review_and_the_last_place_count() -> None:
    found = state(goal((GoalAct.REVIEWED, 8), (GoalAct.REVIEWED, 4), (GoalAct.PLACED, 5)))
    assert (found.reviewed_on, found.place) == (day(8), 2)


def test_a_correction_stands_in_its_entrys_place_and_can_take_it_back() -> None:
    entries = goal((GoalAct.ENDORSED, 3))
    note = GoalNote(GoalAct.ENDORSED, day(2), line="aloud", reason="wrong day")
    corrected = [*entries, RecordedGoalEntry(UUID(int=9), note, UUID(int=2))]
    assert state(corrected).spans == (EndorsedSpan(day(2)),)
    back = RecordedGoalEntry(
        UUID(int=10), GoalNote(GoalAct.TAKEN_BACK, DAY, reason="slip"), UUID(int=9)
    )
    assert state([*corrected, back]).endorsed is None
    gone = RecordedGoalEntry(
        UUID(int=11), GoalNote(GoalAct.TAKEN_BACK, DAY, reason="slip"), UUID(int=1)
    )
    assert fold([*corrected, gone]) is None


def test_every_stage_is_reached_and_nothing_leads_past_the_table() -> None:
    reached = {GoalStage.STANDS}
    for _ in GoalStage:
        reached |= {ENDS[act] for stage in reached for act in POSSIBLE[stage] if act in ENDS}
    assert reached == set(GoalStage) == set(POSSIBLE)
    assert GoalAct.SET not in frozenset().union(*POSSIBLE.values())
    for stage, possible in POSSIBLE.items():
        assert stage not in {ENDS[act] for act in possible & ENDS.keys()}


ACTS = st.sampled_from([act for act in GoalAct if act not in (GoalAct.SET, GoalAct.TAKEN_BACK)])


@given(st.lists(st.tuples(ACTS, st.integers(0, 30)), max_size=8))
def test_spans_follow_each_other_and_the_last_is_open_while_it_is_endorsed(
    notes: list[tuple[GoalAct, int]],
) -> None:
    found = state(goal(*notes))
    spans = found.spans
    assert all(a.until is not None and a.until <= b.since for a, b in itertools.pairwise(spans))
    holds = bool(found.endorsed) and found.stage is not GoalStage.DROPPED
    assert (bool(spans) and spans[-1].until is None) == holds


@pytest.mark.parametrize(
    ("note", "field"),
    [
        (GoalNote(GoalAct.REVIEWED, day(-1)), "on"),
        (GoalNote(GoalAct.REVIEWED, day(9)), "on"),
        (GoalNote(GoalAct.SET, DAY, " "), "wording"),
        (GoalNote(GoalAct.SET, DAY, "x" * 201), "wording"),
        (GoalNote(GoalAct.ENDORSED, DAY), "line"),
        (GoalNote(GoalAct.DROPPED, DAY), "line"),
        (GoalNote(GoalAct.REVIEWED, DAY, line="x" * 201), "line"),
    ],
)
def test_what_cannot_be_stored(note: GoalNote, field: str) -> None:
    assert list(problems(note, since=DAY, today=day(8))) == [field]


def test_what_can_be_stored() -> None:
    for note in (
        GoalNote(GoalAct.REVIEWED, day(8)),
        GoalNote(GoalAct.SET, DAY, "x" * 200),
        GoalNote(GoalAct.ENDORSED, DAY, line="aloud"),
    ):
        assert problems(note, since=DAY, today=day(8)) == {}
