"""What is planted goes where it says, and into the marks as the rules read them."""

import pytest

from tracker.domain.measures.measure import Measure
from tracker.reference.loader import measures
from tracker.simulation.courses import can_simulate, course
from tracker.simulation.generators import GENERATORS, ClientNoise, client_noise
from tracker.simulation.planted import Planted, changes, stable

BY_KEY = {change.key: change for change in changes(12)}
OWN = measures()["session-check"]


@pytest.mark.parametrize(
    ("key", "lost"),
    [
        ("one-2", {7: 0.2}),
        ("one-2-stays", {7: 0.2, 8: 0.2, 9: 0.2, 10: 0.2, 11: 0.2, 12: 0.2}),
        ("one-2-late", {7: 0.2, 8: 0.2, 9: 0.2}),
        ("one-2-half", {7: 0.2, 8: 0.1, 9: 0.1, 10: 0.1, 11: 0.1, 12: 0.1}),
        ("one-slides", {5: 0.05, 6: 0.1, 7: 0.15, 8: 0.2, 9: 0.25, 10: 0.3, 11: 0.35, 12: 0.4}),
        ("drop-out", {7: 0.2, 8: 0.2}),
    ],
)
def test_how_a_change_goes_on(key: str, lost: dict[int, float]) -> None:
    change = BY_KEY[key]
    sessions = range(1, change.last + 1)
    assert {n: pytest.approx(change.lost(n, 0)) for n in sessions if change.lost(n, 0)} == lost
    assert not any(change.lost(n, 1) for n in sessions)


def test_a_change_of_all_items_is_one_of_each() -> None:
    change = BY_KEY["all-1.5"]
    assert [change.lost(7, item) for item in range(4)] == [0.15] * 4
    assert change.lost(8, 0) == 0


def bond(measure: Measure, change: Planted, mark: float = 0.8) -> list[int]:
    """The marks on the first item of a client who would always give the same."""
    noise = ClientNoise(((mark,) * len(measure.scored_items),) * 12)
    key = measure.scored_items[0].key
    values = [point.answers.items[key] for point in course(measure, noise, change).points]
    return [int(value) for value in values if value is not None]


def test_the_rules_read_what_was_planted() -> None:
    assert bond(OWN, stable(12)) == [8] * 12
    assert bond(OWN, BY_KEY["one-2"]) == [8, 8, 8, 8, 8, 8, 6, 8, 8, 8, 8, 8]
    assert bond(OWN, BY_KEY["drop-out"]) == [8, 8, 8, 8, 8, 8, 6, 6]
    assert min(bond(OWN, BY_KEY["one-slides"], mark=0.1)) == 0


@pytest.mark.parametrize("key", [key for key, m in measures().items() if can_simulate(m)])
def test_worse_is_worse_on_every_measure_that_can_be_simulated(key: str) -> None:
    measure = measures()[key]
    items = len(measure.scored_items)
    noise = client_noise(GENERATORS[0], seed=1, client=1, items=items, sessions=12)
    fallen = course(measure, noise, BY_KEY["all-2"]).points[6].scores.total
    steady = course(measure, noise, stable(12)).points[6].scores.total
    assert fallen is not None
    assert steady is not None
    assert measure.loss(steady, fallen) > 0
