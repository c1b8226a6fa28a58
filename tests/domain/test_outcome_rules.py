"""How the client is doing: worse than at intake, or no better after six sessions."""

from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import given

from tests.domain.courses import SOMEONE_ELSE, all_found, kinds, slot, trajectory
from tracker.domain.change import gain_since_first
from tracker.domain.findings import Compared, Context, FlagKind
from tracker.domain.measures import Rater
from tracker.domain.numbers import show
from tracker.domain.outcome_rules import COMPLIANCE
from tracker.domain.sessions import Status
from tracker.reference.loader import measures

ORS, WELL = measures()["ors"], measures()["wellbeing-check"]
WORSE, STUCK = FlagKind.OUTCOME_WORSE, FlagKind.NO_IMPROVEMENT


def test_worse_by_the_reliable_change_or_more_is_found_where_it_begins() -> None:
    assert kinds(trajectory(ORS, "25", "19")) == {WORSE: [2]}
    assert kinds(trajectory(ORS, "25", "19.1")) == {}
    assert kinds(trajectory(ORS, "25", "19", "18", "25", "19")) == {WORSE: [2, 5]}
    ((_, found),) = all_found(trajectory(ORS, "25", "18"))
    since = slot(1).session_id
    assert found.compared == (Compared("total", Fraction(18), Fraction(25), since),)


def test_nothing_is_said_without_a_published_reliable_change_or_of_another_rater() -> None:
    assert kinds(trajectory(WELL, (9,) * 4, (0,) * 4)) == {}
    assert kinds(trajectory(ORS, "25", "10", rater=Rater.THERAPIST)) == {}
    places = [slot(1), slot(2, clinician=SOMEONE_ELSE)]
    assert kinds(trajectory(ORS, "25", "10", slots=places)) == {}


def test_no_reliable_improvement_is_said_at_the_sixth_attended_session_once() -> None:
    assert kinds(trajectory(ORS, *["20"] * 8)) == {STUCK: [6]}
    assert kinds(trajectory(ORS, *["20"] * 5, "26", "26")) == {}  # improved by six
    assert kinds(trajectory(ORS, *["20"] * 5, "25.9")) == {STUCK: [6]}


def test_only_attended_sessions_count_and_the_rating_may_come_later() -> None:
    places = [slot(n, status=Status.MISSED if n == 3 else Status.ATTENDED) for n in range(1, 8)]
    marks = ["20", "20", None, "20", "20", "20", "20"]
    assert kinds(trajectory(ORS, *marks, slots=places)) == {STUCK: [7]}
    assert kinds(trajectory(ORS, "20", *[None] * 6, "21")) == {STUCK: [8]}


def test_who_is_worse_is_not_called_unimproved_as_well() -> None:
    assert kinds(trajectory(ORS, "30", *["24"] * 7)) == {WORSE: [2]}


def test_a_strong_alliance_beside_it_is_said() -> None:
    course = trajectory(ORS, *["20"] * 6)
    ((_, plain),) = all_found(course)
    ((_, beside),) = all_found(course, Context(strong_at=frozenset({6})))
    assert (plain.reason, beside.reason) == ("", COMPLIANCE)


@given(st.lists(st.one_of(st.none(), st.integers(0, 400)), max_size=12))
def test_worse_and_unimproved_never_hold_together_and_worse_is_worse(
    tenths: list[int | None],
) -> None:
    marks = [None if t is None else show(Fraction(t, 10), 1) for t in tenths]
    course = trajectory(ORS, *marks)
    for number, finding in all_found(course):
        (point,) = [p for p in course.points if p.slot.number == number]
        gain = gain_since_first(course, point)
        assert gain is not None
        assert gain <= -6 if finding.kind is WORSE else -6 < gain < 6
