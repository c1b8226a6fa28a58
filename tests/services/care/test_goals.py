"""Goals on both databases: set, endorsed, ordered, reworded, ended, corrected; progress at sessions."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from tests.conftest import START, Cast, entry, log, marks, weeks
from tests.services.recording import correct, record
from tracker import clock, db
from tracker.domain.care.goals import GoalAct, GoalNote, GoalStage
from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.models import AuditEntry
from tracker.services.care import goals
from tracker.services.record.goal_views import GoalView, goal_for

HERE = (8, 8, 8, 8)


def put(cast: Cast, wording: str, endorsed: str = "", who: Actor | None = None) -> UUID:
    with db.transaction() as writing:
        return goals.set_goal(
            writing,
            who or cast.clinician,
            cast.client_id,
            wording,
            START,
            endorsed=endorsed,
            now=clock.now(),
        ).id


def view(cast: Cast, goal_id: UUID) -> GoalView:
    with db.reading() as reading:
        found, _ = goal_for(reading, cast.clinician, goal_id, Permission.PLAN_CARE, now=clock.now())
    return found


def add(cast: Cast, goal_id: UUID, note: GoalNote, seen: int = 0, who: Actor | None = None) -> UUID:
    version = seen or view(cast, goal_id).goal.version
    with db.transaction() as writing:
        return goals.add_to_goal(
            writing, who or cast.clinician, goal_id, note, seen=version, now=clock.now()
        ).id


def fix(cast: Cast, goal_id: UUID, entry_id: UUID, note: GoalNote, seen: int = 0) -> UUID:
    version = seen or view(cast, goal_id).goal.version
    with db.transaction() as writing:
        return goals.correct_goal(
            writing, cast.clinician, goal_id, entry_id, note, seen=version, now=clock.now()
        ).id


def order(cast: Cast) -> list[tuple[str, int]]:
    return [(v.state.wording, v.state.place) for v in record(cast).standing_goals if v.state]


@pytest.fixture
def three(cast: Cast) -> list[UUID]:
    return [put(cast, wording) for wording in ("Sleep", "Work", "Friends")]


def test_goals_stand_in_the_order_in_which_they_were_set_until_they_are_placed(
    cast: Cast, three: list[UUID]
) -> None:
    assert order(cast) == [("Sleep", 1), ("Work", 2), ("Friends", 3)]
    add(cast, three[2], GoalNote(GoalAct.PLACED, START, place=1))
    assert order(cast) == [("Friends", 1), ("Sleep", 2), ("Work", 3)]
    add(cast, three[2], GoalNote(GoalAct.PLACED, START, place=99))
    assert order(cast) == [("Sleep", 1), ("Work", 2), ("Friends", 3)]


def test_an_ended_goal_makes_room_and_comes_back_where_it_was(
    cast: Cast, three: list[UUID]
) -> None:
    add(cast, three[0], GoalNote(GoalAct.DROPPED, weeks(1), line="solved itself"))
    assert order(cast) == [("Work", 1), ("Friends", 2)]
    first, *_, last = record(cast).goals
    assert last.state
    assert (first.goal.id, last.goal.id) == (three[1], three[0])
    assert last.state.stage is GoalStage.DROPPED
    with pytest.raises(NotNow):
        add(cast, three[0], GoalNote(GoalAct.REVIEWED, weeks(1)))
    add(cast, three[0], GoalNote(GoalAct.TAKEN_UP, weeks(2), line="it came back"))
    assert [wording for wording, _ in order(cast)] == ["Sleep", "Work", "Friends"]
    assert [place for _, place in order(cast)] == [1, 2, 3]


def test_the_client_endorses_a_goal_when_it_is_set_or_later(cast: Cast) -> None:
    at_once = put(cast, "Sleep", "read it aloud")
    later = put(cast, "Work")
    add(cast, later, GoalNote(GoalAct.ENDORSED, weeks(1), line="signed the sheet"))
    states = [view(cast, goal_id).state for goal_id in (at_once, later)]
    assert [s.endorsed.on for s in states if s and s.endorsed] == [START, weeks(1)]


def test_a_correction_supersedes_and_the_old_entry_stays(cast: Cast) -> None:
    goal_id = put(cast, "Sleap")
    (first,) = view(cast, goal_id).goal.entries
    note = GoalNote(GoalAct.SET, START, "Sleep", place=1, reason="spelling")
    fix(cast, goal_id, first.id, note)
    found = view(cast, goal_id)
    assert found.state
    assert (found.state.wording, [e.wording for e in found.goal.entries]) == (
        "Sleep",
        ["Sleap", "Sleep"],
    )
    with pytest.raises(NotPermitted):
        fix(cast, goal_id, first.id, note)
    with pytest.raises(Exception, match="written once"), db.transaction() as writing:
        writing.execute(text("UPDATE goal_entries SET wording = 'x'"))


def test_an_endorsement_and_a_whole_goal_can_be_taken_back(cast: Cast) -> None:
    goal_id = put(cast, "Sleep", "aloud")
    first, endorsed = view(cast, goal_id).goal.entries
    back = GoalNote(GoalAct.TAKEN_BACK, START, reason="wrong client")
    fix(cast, goal_id, endorsed.id, back)
    found = view(cast, goal_id)
    assert found.state
    assert found.state.endorsed is None
    fix(cast, goal_id, first.id, back)
    assert (view(cast, goal_id).state, record(cast).goals) == (None, ())
    with pytest.raises(NotNow):
        add(cast, goal_id, GoalNote(GoalAct.REVIEWED, START))
    with pytest.raises(NotPermitted):
        fix(cast, goal_id, view(cast, goal_id).goal.entries[-1].id, back)


@pytest.mark.parametrize(
    ("note", "field"),
    [
        (GoalNote(GoalAct.SET, START, "Sleep", place=1, reason="x"), "reason"),  # the same
        (GoalNote(GoalAct.SET, START, "Work", place=1), "reason"),
        (GoalNote(GoalAct.SET, START - timedelta(1), "Work", place=1, reason="x"), "on"),
        (GoalNote(GoalAct.SET, START, "", place=1, reason="x"), "wording"),
    ],
)
def test_what_is_no_correction(cast: Cast, note: GoalNote, field: str) -> None:
    goal_id = put(cast, "Sleep")
    (first,) = view(cast, goal_id).goal.entries
    with pytest.raises(Incomplete) as found:
        fix(cast, goal_id, first.id, note)
    assert list(found.value.problems) == [field]


def test_what_is_missing_or_overtaken_is_refused(cast: Cast) -> None:
    with pytest.raises(Incomplete):
        put(cast, " ")
    goal_id = put(cast, "Sleep")
    with pytest.raises(Incomplete):
        add(cast, goal_id, GoalNote(GoalAct.DROPPED, START))
    for seen in (7,):
        with pytest.raises(Stale):
            add(cast, goal_id, GoalNote(GoalAct.REVIEWED, START), seen=seen)
        with pytest.raises(Stale):
            fix(cast, goal_id, uuid4(), GoalNote(GoalAct.REVIEWED, START), seen=seen)


def test_nobody_else_reaches_a_goal(cast: Cast) -> None:
    goal_id = put(cast, "Sleep")
    for who in (cast.outsider, cast.supervisor, cast.administrator):
        with pytest.raises(NotPermitted):
            put(cast, "Work", who=who)
        with pytest.raises(NotPermitted):
            add(cast, goal_id, GoalNote(GoalAct.REVIEWED, START), who=who)
    with pytest.raises(NotPermitted), db.reading() as reading:
        goal_for(reading, cast.clinician, uuid4(), Permission.PLAN_CARE, now=clock.now())


def test_progress_is_given_at_a_session_and_corrected_with_it(cast: Cast) -> None:
    goal_id, other = put(cast, "Sleep"), put(cast, "Work")
    given = {goal_id: 3, other: None, uuid4(): 9}
    held = log(cast.clinician, cast.client_id, weeks(0), *HERE, progress=given)
    assert [entry.value for entry in view(cast, goal_id).progress.values()] == [3]
    assert dict(view(cast, other).progress) == {}
    correct(cast, held, weeks(0), entry(marks(*HERE)), progress={goal_id: 5})
    found = view(cast, goal_id)
    with db.reading() as reading:
        last = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert last
    assert (last.event, last.detail["fields"]) == ("session.corrected", ["progress"])
    assert (found.progress[held].value, found.progress[held].reason) == (5, "slip")
    assert [entry.value for entry in found.goal.progress] == [3, 5]
    correct(cast, held, weeks(0), entry(marks(*HERE)), progress={goal_id: None})
    assert view(cast, goal_id).progress[held].value is None
    with pytest.raises(Incomplete, match="Nothing was changed"):
        correct(cast, held, weeks(0), entry(marks(*HERE)), progress={goal_id: None})
    with pytest.raises(Incomplete, match="whole number from 0 to 10"):
        correct(cast, held, weeks(0), entry(marks(*HERE)), progress={goal_id: 11})
