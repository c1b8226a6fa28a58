"""What is counted of made-up clients, by hand."""

from fractions import Fraction

from tests.domain.courses import trajectory
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.rules.findings import RULES_VERSION, FlagKind
from tracker.reference.loader import measures
from tracker.simulation.counting import (
    ANSWER,
    ChangeCount,
    Experiment,
    NoiseCount,
    Share,
    StableCount,
    count,
    drop_label,
    labels,
    said_of,
)
from tracker.simulation.generators import GENERATORS
from tracker.simulation.planted import changes

OWN = measures()["session-check"]
ITEMS = [item.key for item in OWN.items]
NOW = RULES_VERSION


def bond(*marks: int) -> Trajectory:
    """A course in which only the bond moves."""
    return trajectory(OWN, *[(mark, 8, 8, 8) for mark in marks])


def test_the_interval_of_a_share_is_wilsons() -> None:
    low, high = Share(10, 100).interval()
    assert (round(low, 4), round(high, 4)) == (0.0552, 0.1744)
    assert Share(0, 0).interval() == (0, 1)


def test_a_drop_counts_for_every_strength_that_it_reaches() -> None:
    said = said_of(bond(8, 8, 8, 6, 8, 5), NOW)
    assert labels(said[4]) == {"drop", drop_label(1)}
    assert labels(said[6]) == {"drop", drop_label(1), drop_label(2), ANSWER}
    sliding = said_of(bond(8, 8, 8, 7, 7, 6), NOW)
    assert labels(sliding[6]) == {FlagKind.LONG_SLIDE.value, ANSWER}


def test_stable_clients_are_counted_by_session_and_by_client() -> None:
    steady = StableCount()
    steady.add(said_of(bond(8, 5, 8, 5), NOW), 4)
    steady.add(said_of(bond(8, 8, 8, 8), NOW), 4)
    assert (steady.sessions, steady.clients) == (6, 2)
    assert (steady.in_sessions[ANSWER], steady.ever[ANSWER]) == (2, 1)


def test_a_change_is_seen_from_its_first_session_on() -> None:
    stays = next(change for change in changes(12) if change.key == "one-2-stays")
    counted = ChangeCount(stays)
    assert counted.windows() == (1, 3, 4, 6)
    before = bond(8, 8, 8, 5, 8, 8, 8, 8, 8, 8, 8, 8)  # a drop, before anything was planted
    counted.add(said_of(before, NOW), ITEMS)
    later = bond(8, 8, 8, 8, 8, 8, 7, 7, 5, 5, 5, 5)
    counted.add(said_of(later, NOW), ITEMS)
    assert [counted.seen[ANSWER, window] for window in counted.windows()] == [0, 1, 1, 1]
    assert (counted.clients, counted.raised) == (2, 0)


def test_only_a_drop_of_what_was_changed_can_come_back() -> None:
    once = next(change for change in changes(12) if change.key == "one-2")
    counted = ChangeCount(once)
    counted.add(said_of(bond(*[8] * 6, 6, *[8] * 5), NOW), ITEMS)
    counted.add(said_of(bond(*[8] * 6, 6, *[6] * 5), NOW), ITEMS)
    elsewhere = trajectory(OWN, *[(8, 5 if n == 7 else 8, 8, 8) for n in range(1, 13)])
    counted.add(said_of(elsewhere, NOW), ITEMS)
    assert (counted.raised, counted.called_back) == (2, 1)


def test_the_rules_before_took_two_ratings_that_are_each_within_a_point() -> None:
    marks = (8, 5, 7, 7)
    old = said_of(bond(*marks), "2026.7")
    new = said_of(bond(*marks), NOW)
    assert labels(old[4]) == {FlagKind.CAME_BACK.value}
    assert 4 not in new
    assert [f.falls for f in old[2]] == [f.falls for f in new[2]]
    low = (8, 5, 7, 6, 7, 6, 7)
    assert labels(said_of(bond(*low), "2026.7")[7]) == {FlagKind.NOT_BACK.value}


def test_the_noisiest_are_those_whose_own_marks_vary_most() -> None:
    noise = NoiseCount()
    quiet, loud = bond(8, 8, 8, 8, 8, 8), bond(8, 5, 8, 8, 5, 8)
    fell = said_of(bond(8, 8, 8, 5), NOW)
    for _ in range(4):
        noise.add(quiet, said_of(quiet, NOW), fell, at=4)
    assert (noise.seen().of, noise.prompts().of) == (0, 0)  # of four clients no fifth can be taken
    noise.add(loud, said_of(loud, NOW), {}, at=4)
    noise.add(bond(8, 6, 8, 8, 8, 8), {2: fell[4]}, fell, at=4)
    assert (noise.prompts().hits, noise.prompts().of) == (2, 3)
    assert (noise.seen().hits, noise.seen().of) == (0, 1)


def test_more_is_seen_of_more() -> None:
    counted = count(Experiment(OWN, GENERATORS[0], clients=25, sessions=12, seed=3), NOW)
    steady = counted.steady
    by_key = {each.change.key: each for each in counted.changes}
    two = by_key["one-2"].seen[ANSWER, 1]
    three = by_key["one-3"].seen[ANSWER, 1]
    false = Fraction(steady.in_sessions[ANSWER], steady.sessions)
    assert 25 * false < two < three
    assert by_key["one-2"].called_back > by_key["one-2-stays"].called_back
    assert steady.in_sessions[drop_label(3)] <= steady.in_sessions[drop_label(2)]
    assert counted.noise.prompts().of == steady.in_sessions[ANSWER]
    assert counted.noise.seen().of == 5
