"""All that is known of a client, put together for the rules."""

from dataclasses import replace
from fractions import Fraction
from uuid import uuid5

from tests.domain.courses import NAMES, SOMEONE_ELSE, trajectory
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.measure import Basis, Rater, ReliableChange
from tracker.domain.measures.priors import DESIGN_DEFAULT
from tracker.domain.rules.findings import FlagKind
from tracker.domain.rules.flags import CaseFacts, evaluate
from tracker.reference.loader import measures

OWN, SRS, WELL = (measures()[key] for key in ("session-check", "srs", "wellbeing-check"))
EIGHTS = (8, 8, 8, 8)
FELL = trajectory(OWN, EIGHTS, (6, 8, 8, 8))
LAST = FELL.points[-1].rating_id


def case(*trajectories: Trajectory) -> CaseFacts:
    return CaseFacts(trajectories[0].slots, trajectories, primary=OWN.key)


def drops(facts: CaseFacts) -> list[int | None]:
    return [f.strength for f in evaluate(facts) if f.kind is FlagKind.DROP]


def test_what_a_practice_has_set_reaches_the_rules() -> None:
    assert OWN.drop
    assert drops(case(FELL)) == [1]
    of_three = {LAST: OWN.drop.with_points(Fraction(3))}
    assert drops(replace(case(FELL), thresholds=of_three)) == []


def test_the_version_the_prior_and_the_change_of_a_rating_reach_the_rules() -> None:
    plain = case(FELL).context(FELL)
    point = FELL.points[-1]
    assert plain.prior(FELL, point) == OWN.prior
    clients = replace(DESIGN_DEFAULT, clients=34)
    own = ReliableChange(Fraction(4), "own ratings", Basis.PRACTICE, Fraction("1.4"), 30)
    told = replace(
        case(FELL), looked_at={LAST: "2026.7"}, priors={LAST: clients}, changes={LAST: own}
    ).context(FELL)
    assert told.version_of(point) == "2026.7" != plain.version_of(point)
    assert told.prior(FELL, point) == clients
    assert told.reliable_change(FELL, point) == own


def test_a_client_is_held_against_the_first_who_rates_for_the_therapist() -> None:
    one, other = (replace(FELL, rater=Rater.THERAPIST) for _ in range(2))
    elsewhere = trajectory(SRS, EIGHTS, EIGHTS, rater=Rater.THERAPIST)
    facts = case(FELL, elsewhere, one, other)
    assert facts.context(FELL).other is one
    assert facts.context(one).other is None


def test_an_outcome_without_a_total_says_nothing_of_being_worse() -> None:
    blank = trajectory(WELL, (None, 5, 5, 5), (None, 1, 1, 1))
    assert all(p.scores.total is None for p in blank.points)
    assert case(blank).worse_at() == frozenset()


def test_a_session_lacks_the_measure_that_was_rated_before_it() -> None:
    first = trajectory(SRS, EIGHTS, None, None)
    then = trajectory(OWN, None, None, EIGHTS)
    facts = case(first, then)
    assert [facts.asked_at(number) for number in (1, 2, 3, 4)] == [
        OWN.key,
        SRS.key,
        SRS.key,
        OWN.key,
    ]


def test_partners_are_those_who_come_before_on_the_same_measure() -> None:
    who = [uuid5(NAMES, name) for name in ("a", "b", "c")]
    lines = [replace(FELL, participant=each) for each in who]
    other = replace(trajectory(SRS, EIGHTS, EIGHTS), participant=SOMEONE_ELSE)
    facts = case(lines[0], other, lines[1], lines[2])
    assert facts.context(lines[0]).partners == ()
    assert facts.context(lines[2]).partners == (lines[0], lines[1])
    assert facts.context(replace(FELL)).partners == ()
