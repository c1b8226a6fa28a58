"""What sessions without a rating say, and the case as a whole."""

from dataclasses import replace
from fractions import Fraction
from uuid import UUID, uuid4

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tests.domain.courses import ME, SOMEONE_ELSE, Marks, slot, trajectory
from tracker.domain.course.sessions import NoRating, Status
from tracker.domain.course.trajectory import Slot, Trajectory
from tracker.domain.measures.measure import Basis, Better, Measure, Rater, ReliableChange
from tracker.domain.measures.scoring import is_strong
from tracker.domain.rules.findings import TIER, FlagKind
from tracker.domain.rules.flags import BY_SESSION, RULES, CaseFacts, evaluate, explained
from tracker.domain.rules.outcome_rules import COMPLIANCE
from tracker.domain.rules.session_rules import unrated_run
from tracker.reference.loader import measures

OWN, SRS, ORS, WELL = (measures()[k] for k in ("session-check", "srs", "ors", "wellbeing-check"))
WORDS = {
    "r": (Status.ATTENDED, None),
    "n": (Status.ATTENDED, NoRating.NOT_ASKED),
    "d": (Status.ATTENDED, NoRating.DECLINED),
    "a": (Status.ATTENDED, NoRating.ASKED),
    "g": (Status.ATTENDED, NoRating.NOT_GIVEN),
    "m": (Status.MISSED, None),
}
NO_RATING, DECLINED = FlagKind.NO_RATING_LATELY, FlagKind.DECLINED


def case(course: str) -> CaseFacts:
    """A case by letters: rated, not asked, declined, missed."""
    places = [slot_of(number, letter) for number, letter in enumerate(course, start=1)]
    marks = [(8, 8, 8, 8) if letter == "r" else None for letter in course]
    return CaseFacts(
        tuple(places),
        (trajectory(OWN, *marks, slots=places),),
        primary=OWN.key,
        participant=uuid4(),
    )


def slot_of(number: int, letter: str) -> Slot:
    status, no_rating = WORDS[letter]
    return replace(slot(number, status=status), no_rating=no_rating)


def found(course: str, since: int = 1) -> dict[FlagKind, list[int]]:
    of = case(course)
    numbers = {s.session_id: s.number for s in of.slots}
    sessions: dict[FlagKind, list[int]] = {}
    for finding in evaluate(of, since=since):
        if finding.kind in (NO_RATING, DECLINED):
            sessions.setdefault(finding.kind, []).append(numbers[finding.session_id])
    return sessions


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ("rnn", {}),
        ("rnna", {}),  # the client is being asked
        ("rnnan", {NO_RATING: [5]}),
        ("rnng", {NO_RATING: [4]}),
        ("rnngn", {NO_RATING: [4]}),
        ("rnnn", {NO_RATING: [4]}),
        ("rnnnnn", {NO_RATING: [4]}),  # once in a run
        ("nnn", {NO_RATING: [3]}),
        ("rnmnmn", {NO_RATING: [6]}),  # missed sessions are skipped
        ("rnnm", {}),
        ("rnnnrnnn", {NO_RATING: [4, 8]}),
        ("rd", {}),
        ("rdd", {DECLINED: [3]}),
        ("rddd", {DECLINED: [3], NO_RATING: [4]}),
        ("rdmd", {DECLINED: [4]}),
        ("rdnd", {NO_RATING: [4]}),
        ("ddrdd", {DECLINED: [2, 5]}),
        ("rddm", {DECLINED: [3]}),  # a missed session adds nothing
        ("mdd", {DECLINED: [3]}),
        ("rrddd", {DECLINED: [4], NO_RATING: [5]}),  # once in a run, wherever it begins
    ],
)
def test_sessions_without_a_rating(course: str, expected: dict[FlagKind, list[int]]) -> None:
    assert found(course) == expected


def test_only_what_is_asked_for_is_evaluated_and_nothing_without_a_measure_to_expect() -> None:
    assert found("rnnnrnnn", since=5) == {NO_RATING: [8]}
    assert evaluate(replace(case("rnnn"), primary=None)) == []


def test_a_rating_on_any_alliance_measure_counts_and_the_flag_names_the_one_last_rated() -> None:
    places = tuple(slot_of(number, letter) for number, letter in enumerate("rrnnnrnnn", start=1))
    by_session = {1: (OWN, (8, 8, 8, 8)), 2: (OWN, (8, 8, 8, 8)), 6: (SRS, "36")}

    def rated(measure: Measure) -> Trajectory:
        given = [by_session.get(place.number, (None, None)) for place in places]
        marks = [mark if of is measure else None for of, mark in given]
        return trajectory(measure, *marks, slots=places)

    of = CaseFacts(places, (rated(OWN), rated(SRS)), primary=SRS.key, participant=uuid4())
    lately = [f for f in evaluate(of) if f.kind is NO_RATING]
    numbers = {place.session_id: place.number for place in places}
    assert [(numbers[f.session_id], f.measure_key) for f in lately] == [(5, OWN.key), (9, SRS.key)]


def test_a_finding_of_a_session_names_whom_it_is_about() -> None:
    of = case("nnn")
    (finding,) = evaluate(of)
    assert (finding.measure_key, finding.participant, finding.rating_id) == (
        OWN.key,
        of.participant,
        None,
    )
    assert finding.concern == "no_rating_lately"


@given(st.text("rnm", max_size=14))
def test_no_rating_lately_is_said_exactly_where_the_run_reaches_three(course: str) -> None:
    of, expected = case(course), []
    for number in range(1, len(course) + 1):
        attended = of.slots[number - 1].status is Status.ATTENDED
        if attended and unrated_run(of.slots[:number], of.rated) == 3:
            expected.append(number)
    assert found(course).get(NO_RATING, []) == expected


def test_every_kind_has_its_tier_and_a_rule_that_says_what_it_finds() -> None:
    assert set(TIER) == set(FlagKind) == {*RULES, *BY_SESSION}
    for kind in FlagKind:
        said = explained(kind).__doc__
        assert said
        assert said[0].isupper()


def test_an_outcome_that_is_worse_makes_a_drop_of_another_measure_stronger() -> None:
    alliance, outcome = trajectory(SRS, "34", "26"), trajectory(ORS, "25", "19")
    of = CaseFacts(alliance.slots, (alliance, outcome))
    assert of.worse_at() == {2}
    (drop,) = [f for f in evaluate(of) if f.kind is FlagKind.DROP]
    assert drop.strength == 3
    gaps = trajectory(ORS, None, "25", "19", None, "24", "19")
    assert CaseFacts(gaps.slots, (gaps,)).worse_at() == {3, 4, 6}


def test_a_strength_rests_on_the_practices_own_change_from_the_rating_on_that_had_it() -> None:
    outcome = trajectory(WELL, (6,) * 4, (3,) * 4, None, (3,) * 4)
    own = ReliableChange(Fraction(2), "own ratings", Basis.PRACTICE, Fraction("0.7"), 30)
    by_default = CaseFacts(outcome.slots, (outcome,))
    assert by_default.worse_at() == frozenset(), "a strength does not rest on an assumption"
    since_then = replace(by_default, changes={outcome.points[-1].rating_id: own})
    assert since_then.worse_at() == {4}


def test_the_alliance_is_strong_as_the_client_last_rated_it() -> None:
    alliance, outcome = trajectory(SRS, "36", None, "29", "30"), trajectory(ORS, "25")
    assert CaseFacts(alliance.slots, (alliance, outcome)).strong_at() == {1, 2, 4}
    assert not is_strong(SRS, None)
    assert is_strong(replace(SRS, better=ORS.better.LOWER), SRS.low)


def test_strong_is_four_of_five_and_the_same_part_of_the_way_elsewhere() -> None:
    items = measures()["alliance-items"]  # 1 to 5
    turned = replace(items, better=Better.LOWER)
    for tenths, strong in ((40, True), (39, False)):
        assert is_strong(items, Fraction(tenths, 10)) is strong
        assert is_strong(turned, 6 - Fraction(tenths, 10)) is strong


def test_the_therapists_view_stands_beside_the_clients_and_not_beside_its_own() -> None:
    client = trajectory(OWN, (6, 8, 8, 8), (6, 8, 8, 8))
    therapist = trajectory(OWN, (8, 8, 8, 8), (8, 8, 8, 8), rater=Rater.THERAPIST)
    of = CaseFacts(client.slots, (client, therapist))
    assert [f.kind for f in evaluate(of)] == [FlagKind.THERAPIST_ABOVE]


def test_a_therapists_own_drop_is_a_review() -> None:
    therapist = trajectory(OWN, (8, 8, 8, 8), (5, 8, 8, 8), rater=Rater.THERAPIST)
    (finding,) = evaluate(CaseFacts(therapist.slots, (therapist,)))
    assert (finding.kind, finding.strength) == (FlagKind.THERAPIST_DROP, None)
    assert [fall.key for fall in finding.falls] == ["bond"]


def rated_by(
    person: UUID, measure: Measure, *marks: Marks, rater: Rater = Rater.CLIENT
) -> Trajectory:
    """A course of one person's ratings."""
    return replace(trajectory(measure, *marks, rater=rater), participant=person)


def test_each_person_is_held_against_what_that_person_rated() -> None:
    """A couple: one is content with the work and no better, the other neither."""
    stuck, content, low = ["20"] * 6, ["38"] * 6, ["20"] * 6
    courses = (
        rated_by(ME, ORS, *stuck),
        rated_by(ME, SRS, *content),
        rated_by(SOMEONE_ELSE, ORS, *stuck),
    )
    couple = CaseFacts(courses[0].slots, (*courses, rated_by(SOMEONE_ELSE, SRS, *low)))
    found = [f for f in evaluate(couple) if f.kind is FlagKind.NO_IMPROVEMENT]
    assert [(f.participant, f.reason) for f in found] == [(ME, COMPLIANCE), (SOMEONE_ELSE, "")]
    assert couple.context(courses[0]).strong_at == {1, 2, 3, 4, 5, 6}


def test_partners_are_held_against_each_other_on_one_measure_by_one_rater() -> None:
    eights = (8, 8, 8, 8)
    mine, theirs = rated_by(ME, OWN, eights), rated_by(SOMEONE_ELSE, OWN, eights)
    outcomes = rated_by(ME, ORS, "20"), rated_by(SOMEONE_ELSE, ORS, "20")
    therapist = trajectory(OWN, eights, rater=Rater.THERAPIST)
    couple = CaseFacts(mine.slots, (mine, outcomes[0], therapist, theirs, outcomes[1]))
    assert couple.context(theirs).partners == (mine,)
    assert couple.context(outcomes[1]).partners == (outcomes[0],)
    assert couple.context(mine).partners == couple.context(therapist).partners == ()
    assert couple.context(theirs).other is therapist
    assert couple.context(therapist).other is None


@pytest.mark.parametrize(
    ("age_band", "expected"), [("adult", [FlagKind.RECOVERED]), ("child", [FlagKind.IMPROVED])]
)
def test_the_age_of_the_client_decides_which_cutoff_holds(
    age_band: str, expected: list[FlagKind]
) -> None:
    course = trajectory(ORS, "20", "26")
    found = evaluate(CaseFacts(course.slots, (course,), age_band=age_band))
    assert [finding.kind for finding in found] == expected


@pytest.mark.parametrize("since", range(1, 7))
def test_what_is_found_from_a_session_on_is_the_rest_of_all_that_is_found(since: int) -> None:
    places = [slot_of(number, letter) for number, letter in enumerate("rrrmmr", start=1)]
    marks = [(9, 9, 9, 9), (7, 9, 9, 9), (5, 9, 9, 9), None, None, (3, 9, 9, 9)]
    course = trajectory(OWN, *marks, slots=places)
    whole = CaseFacts(tuple(places), (course,), primary=OWN.key, participant=ME)
    numbers = {place.session_id: place.number for place in places}
    everything = evaluate(whole)
    assert {numbers[finding.session_id] for finding in everything} >= {2, 3, 4, 5, 6}
    rest = [finding for finding in everything if numbers[finding.session_id] >= since]
    assert evaluate(whole, since=since) == rest
