"""How the client is doing: worse than at intake, or no better after six sessions."""

from dataclasses import replace
from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import given

from tests.domain.courses import NOBODY_ASKED, SOMEONE_ELSE, all_findings, kinds, slot, trajectory
from tracker.domain.course.sessions import Status
from tracker.domain.measures.measure import Basis, Better, Rater, ReliableChange
from tracker.domain.measures.numbers import show
from tracker.domain.rules.change import gain_since_first
from tracker.domain.rules.findings import Compared, Context, FlagKind
from tracker.domain.rules.gains import AROUND, sudden
from tracker.domain.rules.outcome_rules import COMPLIANCE
from tracker.reference.loader import measures

ORS, WELL, PHQ, K10 = (measures()[key] for key in ("ors", "wellbeing-check", "phq-9", "k10"))
OWN = ReliableChange(Fraction(4), "own ratings", Basis.PRACTICE, Fraction("1.4"), 30)
UNJUDGED = replace(WELL, reliable_change=None)
WORSE, STUCK = FlagKind.OUTCOME_WORSE, FlagKind.NO_IMPROVEMENT
LOSS = FlagKind.SUDDEN_LOSS
LOW, IMPROVED = FlagKind.NEAR_WORST, FlagKind.IMPROVED
GAIN, RECOVERED = FlagKind.SUDDEN_GAIN, FlagKind.RECOVERED


def test_worse_by_the_reliable_change_or_more_is_found_where_it_begins() -> None:
    assert kinds(trajectory(ORS, "25", "19")) == {WORSE: [2]}
    assert kinds(trajectory(ORS, "25", "19.1")) == {}
    assert kinds(trajectory(ORS, "25", "19", "18", "25", "19")) == {WORSE: [2, 5]}
    ((_, found),) = all_findings(trajectory(ORS, "25", "18"))
    since = slot(1).session_id
    assert found.compared == (Compared("total", Fraction(18), Fraction(25), since),)


def test_nothing_is_said_without_a_reliable_change_or_of_another_rater() -> None:
    assert kinds(trajectory(UNJUDGED, (9,) * 4, (0,) * 4)) == {}
    assert kinds(trajectory(ORS, "25", "10", rater=Rater.THERAPIST)) == {}
    places = [slot(1), slot(2, clinician=SOMEONE_ELSE)]
    assert kinds(trajectory(ORS, "25", "10", slots=places)) == {}


def test_no_reliable_improvement_is_said_at_the_sixth_attended_session_once() -> None:
    assert kinds(trajectory(ORS, *["20"] * 8)) == {STUCK: [6]}
    improved = kinds(trajectory(ORS, *["20"] * 5, "26", "26"))
    assert STUCK not in improved  # by six exactly
    assert kinds(trajectory(ORS, *["20"] * 5, "25.9")) == {STUCK: [6]}


def test_no_reliable_improvement_says_what_it_is_held_against() -> None:
    ((_, found),) = all_findings(trajectory(ORS, "20", *["21"] * 5))
    since = slot(1).session_id
    assert found.compared == (Compared("total", Fraction(21), Fraction(20), since),)


def test_only_attended_sessions_count_and_the_rating_may_come_later() -> None:
    places = [slot(n, status=Status.MISSED if n == 3 else Status.ATTENDED) for n in range(1, 8)]
    marks = ["20", "20", None, "20", "20", "20", "20"]
    assert kinds(trajectory(ORS, *marks, slots=places)) == {STUCK: [7]}
    assert kinds(trajectory(ORS, "20", *[None] * 6, "21")) == {STUCK: [8]}
    assert kinds(trajectory(ORS, None, None, *["20"] * 6)) == {STUCK: [8]}  # six since intake


def test_who_is_worse_is_not_called_unimproved_as_well() -> None:
    assert kinds(trajectory(ORS, "30", *["24"] * 7)) == {WORSE: [2]}


def test_a_strong_alliance_beside_it_is_said() -> None:
    course = trajectory(ORS, *["20"] * 6)
    ((_, plain),) = all_findings(course)
    ((_, beside),) = all_findings(course, Context(strong_at=frozenset({6})))
    assert (plain.reason, beside.reason) == ("", COMPLIANCE)


@given(st.lists(st.one_of(st.none(), st.integers(0, 400)), max_size=12))
def test_worse_and_unimproved_never_hold_together_and_worse_is_worse(
    tenths: list[int | None],
) -> None:
    marks = [None if t is None else show(Fraction(t, 10), 1) for t in tenths]
    course = trajectory(ORS, *marks)
    for number, finding in all_findings(course):
        if finding.kind not in (WORSE, STUCK):
            continue
        (point,) = [p for p in course.points if p.slot.number == number]
        gain = gain_since_first(course, point)
        assert gain is not None
        assert gain <= -6 if finding.kind is WORSE else -6 < gain < 6


def test_recovered_is_said_where_it_begins_and_again_after_it_ceased() -> None:
    assert kinds(trajectory(ORS, "20", "26", "27")) == {RECOVERED: [2]}
    assert kinds(trajectory(ORS, "20", "26", "25", "26.5")) == {RECOVERED: [2, 4]}
    ((_, found),) = all_findings(trajectory(ORS, "20", "26"))
    since = slot(1).session_id
    assert found.compared == (Compared("total", Fraction(26), Fraction(20), since),)


def test_recovered_takes_a_clinical_start_a_functional_end_and_a_reliable_change() -> None:
    assert kinds(trajectory(ORS, "19", "25")) == {}  # at the cut-off is not beyond it
    assert kinds(trajectory(ORS, "25", "31")) == {}  # nor below it
    assert kinds(trajectory(ORS, "20.1", "26")) == {}
    no_cutoff = kinds(trajectory(ORS, "20", "26"), Context(age_band="child"))
    assert no_cutoff == {IMPROVED: [2]}
    assert kinds(trajectory(PHQ, "10", "4")) == {RECOVERED: [2]}  # 10 lies in the clinical range
    assert kinds(trajectory(PHQ, "16", "10")) == {}


def test_a_sudden_gain_is_said_once_its_three_sessions_could_be_rated() -> None:
    course = ["10", "10", "18", "18", "18", "18"]
    assert kinds(trajectory(ORS, *course[:4])).get(GAIN) is None
    assert kinds(trajectory(ORS, *course))[GAIN] == [5]
    found = next(f for _, f in all_findings(trajectory(ORS, *course)) if f.kind is GAIN)
    since = slot(2).session_id
    assert found.compared == (Compared("total", Fraction(18), Fraction(10), since),)
    assert kinds(trajectory(ORS, *course[:4], None, None, "18"))[GAIN] == [7]


def test_a_sudden_gain_takes_the_reliable_change_and_looks_at_one_series() -> None:
    assert kinds(trajectory(ORS, "10", "10", "15.9", *["16"] * 3)).get(GAIN) is None
    assert kinds(trajectory(ORS, "10", "10", "16", *["16"] * 3))[GAIN] == [5]
    places = [slot(n, clinician=SOMEONE_ELSE) if n > 2 else slot(n) for n in range(1, 7)]
    assert GAIN not in kinds(trajectory(ORS, "10", "10", *["18"] * 4, slots=places))
    assert kinds(trajectory(PHQ, "20", "20", *["10"] * 4))[GAIN] == [5]  # lower is better
    assert GAIN not in kinds(trajectory(UNJUDGED, *[(2,) * 4] * 2, *[(9,) * 4] * 4))


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 40).map(lambda n: 10 * n)), max_size=14),
)
def test_every_gain_whose_sessions_passed_is_said_once_and_no_other(tenths) -> None:
    """Against all intervals of the whole course at once, as the command judges them."""
    marks = [None if t is None else show(Fraction(t, 10), 1) for t in tenths]
    course = trajectory(ORS, *marks)
    scores = {p.slot.number: p.scores.total for p in course.points}
    last = max(scores, default=0)
    whole = sudden(scores, last, cutoff=Fraction(6), better=ORS.better)
    expected = [i.before for i in whole if i.gain.all and i.before + AROUND <= last]
    numbers = {place.session_id: place.number for place in course.slots}
    said = [numbers[c.since] for _, f in all_findings(course) if f.kind is GAIN for c in f.compared]
    assert said == expected


def well(*totals: int, context: Context = NOBODY_ASKED) -> dict[FlagKind, list[int]]:
    """The sessions of each kind in a course of the well-being check with one mark on every question."""
    return kinds(trajectory(WELL, *[(total,) * 4 for total in totals]), context)


def test_a_design_default_judges_where_nothing_is_published_and_is_named_in_the_finding() -> None:
    assert well(2, 1, 0, 0) == {LOW: [1], WORSE: [3]}
    assert well(5, 3) == {WORSE: [2]}
    assert kinds(trajectory(WELL, (5, 5, 5, 5), (3, 3, 3, 4))) == {}
    assert well(5, 5, 5, 5, 5, 6) == {STUCK: [6]}
    assert well(2, 2, 9, 9, 9, 9)[GAIN] == [5]
    assert well(4, 6, 6) == {IMPROVED: [2]}
    assert kinds(trajectory(K10, "30", "19")) == {RECOVERED: [2]}  # its cut-off is published
    ((_, found),) = all_findings(trajectory(WELL, (5,) * 4, (3,) * 4))
    assert found.change == WELL.reliable_change
    assert found.change.basis is Basis.DEFAULT
    ((_, published),) = all_findings(trajectory(ORS, "25", "19"))
    assert published.change is None


def test_the_practices_own_change_gives_way_to_a_published_one_alone() -> None:
    context = since(1, OWN)
    assert well(5, 3, 1, context=context) == {WORSE: [3]}
    ((_, found),) = all_findings(trajectory(WELL, (5,) * 4, (1,) * 4), context)
    assert found.change == OWN
    assert kinds(trajectory(ORS, "25", "20"), context) == {}
    assert kinds(trajectory(UNJUDGED, (5,) * 4, (1,) * 4), context) == {WORSE: [2]}


def since(first: int, own: ReliableChange) -> Context:
    """What the practice adopted before that session: ratings before it keep the measure's own."""
    course = trajectory(WELL, *[(5,) * 4] * 12)
    return Context(changes={point.rating_id: own for point in course.points[first - 1 :]})


def test_a_rating_keeps_the_change_of_its_first_look_and_a_new_one_is_said_from_the_next_on() -> (
    None
):
    """By the measure's own change of 2 a loss of 1 says nothing; by one of 1 it does, but not of ratings before it."""
    finer = replace(OWN, points=Fraction(1))
    assert well(5, 4, 4, 4) == {}
    assert well(5, 4, 4, 4, context=since(3, finer)) == {WORSE: [3]}
    assert well(5, 3, 3, 3, context=since(3, finer)) == {WORSE: [2]}, "it was said"
    assert well(5, 3, 3, context=since(3, OWN)) == {WORSE: [2]}
    assert well(4, 5, 5, 5, context=since(3, finer)) == {IMPROVED: [3]}
    assert well(5, 5, 5, 5, 5, 4, 4)[STUCK] == [6]
    assert STUCK not in well(5, 5, 5, 5, 5, 4, 4, context=since(6, finer)), "it is worse"
    assert well(3, 3, 3, 3) == {}, "not within 2 of the end"
    assert well(3, 3, 3, 3, context=since(4, OWN)) == {LOW: [4]}
    assert well(2, 2, 2, 2, 2, context=since(4, finer)) == {LOW: [1]}
    assert well(2, 1, 1, 1, 1, context=since(5, finer)) == {LOW: [1], WORSE: [5]}
    none_before = replace(UNJUDGED, reliable_change=None)
    assert kinds(trajectory(none_before, *[(2,) * 4] * 4), since(4, OWN)) == {LOW: [4]}


def test_an_outcome_that_stays_near_the_worst_end_is_said_at_the_third_rating_once() -> None:
    assert well(3, 2, 2) == {}
    assert well(3, 2, 2, 2, 2) == {LOW: [4]}
    assert LOW not in well(3, 1, 2, 3)
    assert well(3, 2, 2, 2, 3, 2, 2, 2)[LOW] == [4, 8]
    assert well(4, 2, 2, 2) == {WORSE: [2]}  # which has been said
    found = all_findings(trajectory(WELL, (3,) * 4, *[(2,) * 4] * 3))[0][1]
    assert found.compared == (Compared("total", Fraction(2), Fraction(2), slot(2).session_id),)


def test_near_the_worst_end_the_last_of_three_is_held_against_the_first() -> None:
    def course(*rows: tuple[int, ...]) -> list[Compared]:
        found = all_findings(trajectory(WELL, (3,) * 4, *rows))
        return [compared for _, f in found if f.kind is LOW for compared in f.compared]

    two = (2,) * 4
    less = (2, 2, 2, 1)
    since = slot(2).session_id
    assert course(two, less, two) == [Compared("total", Fraction(2), Fraction(2), since)]
    assert course(two, two, less) == [Compared("total", Fraction(7, 4), Fraction(2), since)]
    assert course(less, two, two) == [], "a little better than the first of them"


def test_a_start_near_the_worst_end_is_said_at_once_and_once() -> None:
    assert well(2) == well(2, 1) == well(2, 1, 1, 2) == {LOW: [1]}
    assert well(3) == {}
    assert well(0, 1, 2, 2) == {LOW: [1], IMPROVED: [3]}
    assert well(1, 3, 2, 2, 2) == {LOW: [1, 5], IMPROVED: [2]}
    assert kinds(trajectory(PHQ, "22", "23", "22")) == {LOW: [1]}  # lower is better
    assert kinds(trajectory(PHQ, "20", "20", "20")) == {}
    ((_, found),) = all_findings(trajectory(WELL, (2,) * 4))
    assert found.compared == (Compared("total", Fraction(2)),)
    after_another = [slot(1), slot(2, clinician=SOMEONE_ELSE)]
    assert LOW not in kinds(trajectory(WELL, (5,) * 4, (2,) * 4, slots=after_another))


def test_a_sudden_loss_is_a_gain_the_other_way_round() -> None:
    course = ["28", "28", "18", "18", "18", "18"]
    assert kinds(trajectory(ORS, *course[:4])).get(LOSS) is None
    assert kinds(trajectory(ORS, *course))[LOSS] == [5]
    (found,) = [f for _, f in all_findings(trajectory(ORS, *course)) if f.kind is LOSS]
    since = slot(2).session_id
    assert found.compared == (Compared("total", Fraction(18), Fraction(28), since),)
    assert kinds(trajectory(PHQ, "5", "5", *["12"] * 4))[LOSS] == [5]  # lower is better
    assert well(9, 9, 6, 6, 6, 6)[LOSS] == [5]
    assert LOSS not in kinds(trajectory(ORS, "28", "28", "22.1", *["22"] * 3))  # by less than six
    assert LOSS not in kinds(trajectory(ORS, "28", "28", "18", "28", "18", "28"))


@given(st.lists(st.integers(0, 10), max_size=10))
def test_a_mirrored_measure_finds_the_same_of_mirrored_marks(marks: list[int]) -> None:
    mirrored = replace(WELL, better=Better.LOWER)
    course = trajectory(WELL, *[(mark,) * 4 for mark in marks])
    other = trajectory(mirrored, *[(10 - mark,) * 4 for mark in marks])
    alike = {FlagKind.OUTCOME_WORSE, LOW, STUCK, IMPROVED}
    said = [(n, f.kind) for n, f in all_findings(course) if f.kind in alike]
    assert said == [(n, f.kind) for n, f in all_findings(other) if f.kind in alike]
