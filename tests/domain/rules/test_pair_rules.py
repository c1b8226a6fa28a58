"""Two views of one session."""

from dataclasses import replace
from uuid import UUID, uuid4

import hypothesis.strategies as st
from hypothesis import given

from tests.domain.courses import SOMEONE_ELSE, all_findings, kinds, slot, trajectory
from tracker.domain.course.trajectory import Slot
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.findings import Compared, Context, FlagKind
from tracker.domain.rules.flags import CaseFacts, evaluate
from tracker.reference.loader import measures

OWN = measures()["session-check"]
Row = tuple[int | None, ...] | None
HIGH, LOW = (8, 8, 8, 8), (6, 8, 8, 8)
BETWEEN = (7, 8, 8, 8)


def apart(
    client: list[Row], therapist: list[Row], slots: list[Slot] | None = None
) -> dict[FlagKind, list[int]]:
    """Where the two lie apart, by kind."""
    found = kinds(trajectory(OWN, *client, slots=slots), _beside(therapist, slots))
    pair = (FlagKind.THERAPIST_ABOVE, FlagKind.CLIENT_ABOVE)
    return {kind: found[kind] for kind in pair if kind in found}


def _beside(therapist: list[Row], slots: list[Slot] | None = None) -> Context:
    return Context(other=trajectory(OWN, *therapist, slots=slots, rater=Rater.THERAPIST))


def test_the_therapist_two_above_in_two_sessions_running_is_a_review_where_it_begins() -> None:
    assert apart([LOW], [HIGH]) == {}
    assert apart([LOW] * 3, [HIGH] * 3) == {FlagKind.THERAPIST_ABOVE: [2]}
    assert apart([LOW, HIGH, LOW], [HIGH] * 3) == {}
    assert apart([LOW] * 2, [(7, 8, 8, 8)] * 2) == {}


def test_the_therapist_above_is_judged_at_each_session_by_that_and_the_two_before() -> None:
    assert apart([HIGH, LOW, HIGH], [HIGH] * 3) == {}
    assert apart([HIGH, LOW, LOW], [HIGH] * 3) == {FlagKind.THERAPIST_ABOVE: [3]}
    assert apart([BETWEEN, LOW, LOW], [HIGH] * 3) == {FlagKind.THERAPIST_ABOVE: [3]}


def test_an_item_that_one_of_them_left_out_is_not_held_against_the_other() -> None:
    left_out = (None, 8, 8, 8)
    assert apart([left_out] * 2, [HIGH] * 2) == {}
    assert apart([HIGH] * 2, [left_out] * 2) == {}
    assert partners([left_out], [LOW]) == partners([LOW], [left_out]) == []


def test_a_fifth_of_the_scale_is_apart() -> None:
    """Of the five answers 1 to 5, neighbours are a fourth of the scale apart."""
    items = measures()["alliance-items"]
    threes, fours = (3, 3, 3, 3, 3), (4, 3, 3, 3, 3)
    beside = Context(other=trajectory(items, threes, rater=Rater.THERAPIST))
    assert kinds(trajectory(items, fours), beside) == {FlagKind.CLIENT_ABOVE: [1]}


def test_it_is_the_same_item_both_times() -> None:
    assert apart([(6, 8, 8, 8), (8, 6, 8, 8)], [HIGH] * 2) == {}


def test_a_session_that_only_one_of_them_rated_is_skipped() -> None:
    assert apart([LOW, LOW, LOW], [HIGH, None, HIGH]) == {FlagKind.THERAPIST_ABOVE: [3]}
    assert apart([LOW, None, LOW], [HIGH, HIGH, HIGH]) == {FlagKind.THERAPIST_ABOVE: [3]}


def test_a_session_that_the_therapist_did_not_rate_says_nothing_again() -> None:
    assert apart([LOW] * 3, [HIGH, HIGH, None]) == {FlagKind.THERAPIST_ABOVE: [2]}
    assert apart([HIGH] * 2, [LOW, None]) == {FlagKind.CLIENT_ABOVE: [1]}


def test_the_client_above_is_a_note_where_it_begins() -> None:
    assert apart([HIGH] * 3, [LOW] * 3) == {FlagKind.CLIENT_ABOVE: [1]}
    assert apart([HIGH] * 3, [LOW, HIGH, LOW]) == {FlagKind.CLIENT_ABOVE: [1, 3]}
    assert apart([HIGH] * 3, [LOW, HIGH, HIGH]) == {FlagKind.CLIENT_ABOVE: [1]}
    assert apart([HIGH], [BETWEEN]) == {}
    assert apart([HIGH] * 2, [BETWEEN, LOW]) == {FlagKind.CLIENT_ABOVE: [2]}


def test_the_client_above_names_both_marks() -> None:
    course = trajectory(OWN, HIGH)
    (found,) = [
        f for _, f in all_findings(course, _beside([LOW])) if f.kind is FlagKind.CLIENT_ABOVE
    ]
    assert found.compared == (Compared("bond", 8, 6, slot(1).session_id),)


def test_the_finding_names_both_marks() -> None:
    course = trajectory(OWN, LOW, LOW)
    found = [
        f
        for _, f in all_findings(course, _beside([HIGH] * 2))
        if f.kind is FlagKind.THERAPIST_ABOVE
    ]
    assert found[0].compared == (Compared("bond", 6, 8, slot(2).session_id),)


def test_another_therapists_view_is_not_held_against_it() -> None:
    places = [slot(1), slot(2, clinician=SOMEONE_ELSE)]
    assert apart([LOW] * 2, [HIGH] * 2, places) == {}


def test_the_therapists_own_course_says_nothing_of_the_kind() -> None:
    theirs = trajectory(OWN, HIGH, HIGH, rater=Rater.THERAPIST)
    assert kinds(theirs, _beside([LOW, LOW])) == {}


mark = st.integers(0, 10)
rows = st.lists(st.tuples(mark, mark, mark, mark), min_size=1, max_size=6)


@given(rows, rows)
def test_whoever_agrees_within_a_point_is_never_apart(client: list[Row], other: list[Row]) -> None:
    near = [tuple(min(10, m + 1) for m in row) for row in client if row]
    assert apart(client, near) == {}
    found = apart(client, other[: len(client)] + [None] * (len(client) - len(other)))
    assert all(n >= 2 for n in found.get(FlagKind.THERAPIST_ABOVE, []))


def partners(first: list[Row], second: list[Row]) -> list[tuple[int, list[Compared]]]:
    """Where the second of two people is said to lie apart from the first."""
    a, b = uuid4(), uuid4()
    courses = [
        replace(trajectory(OWN, *rows), participant=who) for rows, who in ((first, a), (second, b))
    ]
    of = CaseFacts(courses[0].slots, tuple(courses))
    numbers = {s.session_id: s.number for s in of.slots}
    found = [f for f in evaluate(of) if f.kind is FlagKind.PARTNERS_APART]
    assert all(f.participant == b and f.reason == str(a) for f in found)
    return [(numbers[f.session_id], list(f.compared)) for f in found]


def test_two_people_two_points_apart_are_a_note_where_it_begins() -> None:
    assert partners([HIGH] * 2, [BETWEEN] * 2) == []
    assert partners([BETWEEN] * 2, [HIGH] * 2) == []
    ((at, compared),) = partners([HIGH] * 3, [LOW] * 3)
    assert (at, compared) == (1, [Compared("bond", 6, 8, slot(1).session_id)])
    assert [at for at, _ in partners([LOW] * 2, [HIGH] * 2)] == [1]  # whoever is above
    assert [at for at, _ in partners([HIGH] * 4, [LOW, HIGH, LOW, LOW])] == [1, 3]


def test_a_session_that_one_of_them_did_not_rate_says_nothing() -> None:
    assert partners([HIGH, None, HIGH], [None, LOW, HIGH]) == []
    assert [at for at, _ in partners([HIGH, None, HIGH], [LOW, LOW, LOW])] == [1, 3]


def test_of_three_people_each_is_held_against_the_one_who_lies_farthest() -> None:
    assert farthest((9, 8, 8, 8), (7, 8, 8, 8), (3, 8, 8, 8)) == [(1, 0), (2, 0)]
    assert farthest((8, 8, 8, 8), (4, 8, 8, 8), (6, 8, 8, 8)) == [(1, 0), (2, 0)]
    assert farthest((9, 8, 8, 8), (0, 8, 8, 8), (5, 8, 8, 8)) == [(1, 0), (2, 1)]


def farthest(*rows: tuple[int, ...]) -> list[tuple[int, int]]:
    """Who of several people is said to lie apart, and from whom, by their places."""
    people = [uuid4() for _ in rows]
    courses = tuple(
        replace(trajectory(OWN, row), participant=who)
        for row, who in zip(rows, people, strict=True)
    )
    found = [
        f
        for f in evaluate(CaseFacts(courses[0].slots, courses))
        if f.kind is FlagKind.PARTNERS_APART
    ]
    return [(people.index(f.participant), people.index(UUID(f.reason))) for f in found]


def test_an_outcome_strengthens_the_drops_of_the_same_person_alone() -> None:
    srs, ors = measures()["srs"], measures()["ors"]
    a, b = uuid4(), uuid4()
    courses = tuple(
        replace(trajectory(measure, *totals), participant=who)
        for measure, totals, who in (
            (srs, ("34", "26"), a),
            (srs, ("34", "26"), b),
            (ors, ("25", "19"), b),
        )
    )
    found = evaluate(CaseFacts(courses[0].slots, courses))
    drops = {f.participant: f.strength for f in found if f.kind is FlagKind.DROP}
    assert drops == {a: 2, b: 3}


def test_an_outcome_measure_has_no_partners_apart() -> None:
    ors = measures()["ors"]
    courses = tuple(replace(trajectory(ors, total), participant=uuid4()) for total in ("35", "15"))
    assert not [
        f
        for f in evaluate(CaseFacts(courses[0].slots, courses))
        if f.kind is FlagKind.PARTNERS_APART
    ]
