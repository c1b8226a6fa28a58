"""What thresholds ask and miss: the kept table is the command's, and holds in a sample of another seed."""

import math
import tomllib
from fractions import Fraction
from itertools import pairwise

import pytest
from click.testing import CliRunner

from tracker.cli import main
from tracker.domain.rules.findings import FlagKind
from tracker.domain.rules.thresholds import candidates, own_points, works_as
from tracker.reference.loader import measures
from tracker.reference.thresholds import simulated_thresholds
from tracker.simulation.counting import Experiment, count_stable
from tracker.simulation.courses import can_simulate
from tracker.simulation.generators import GENERATORS
from tracker.simulation.threshold_table import ICCS, SESSIONS, count_thresholds, table

CHECK = measures()["session-check"]
CLIENTS = 40
WIDE = 4  # standard errors: by chance one figure in ten thousand lies further off


def test_there_is_a_row_for_every_threshold_that_a_page_compares() -> None:
    kept = simulated_thresholds()
    assert [float(noise.icc) for noise in kept.noises] == list(ICCS)
    for noise in kept.noises:
        assert set(noise.rates) == {key for key, m in measures().items() if can_simulate(m)}
        for key, rates in noise.rates.items():
            measure = measures()[key]
            shown = candidates(measure, own_points(measure))
            assert set(rates) == {works_as(measure, points) for points in shown}
            in_order = [rates[points] for points in sorted(rates)]
            for lower, higher in pairwise(in_order):
                assert lower.asked >= higher.asked
                assert lower.two >= higher.two
                assert lower.three >= higher.three
            assert all(each.two <= each.three for each in in_order)


def test_the_nearest_noise_is_taken_and_of_two_as_near_the_noisier() -> None:
    kept = simulated_thresholds()
    for own, nearest in (("0", "0.39"), ("0.485", "0.39"), ("0.49", "0.58"), ("0.9", "0.71")):
        assert kept.nearest(Fraction(own)).icc == Fraction(nearest)


@pytest.mark.parametrize("icc", [0.39, 0.71])
def test_the_table_holds_in_a_sample_with_another_seed(icc: float) -> None:
    """The worst of three kinds of noise: so the sample is of all three, and the worst of them as well."""
    kept = next(n for n in simulated_thresholds().noises if float(n.icc) == icc)
    counts = [
        count_thresholds(Experiment(CHECK, each, CLIENTS, SESSIONS, seed=77, icc=icc))
        for each in GENERATORS
    ]
    seen = tomllib.loads("\n".join(table({icc: counts})))[f"{icc:g}"]
    for threshold, rates in kept.rates["session-check"].items():
        shares = seen[str(threshold)]
        for share, of in (
            ("asked", CLIENTS * (SESSIONS - 1) / 3),
            ("two", CLIENTS),
            ("three", CLIENTS),
        ):
            expected = float(getattr(rates, share))
            safe = min(max(expected, 0.02), 0.98)
            error = math.sqrt(safe * (1 - safe) / of)
            assert abs(float(shares[share]) - expected) < WIDE * error, (threshold, share)


def test_at_the_measures_own_threshold_it_counts_what_the_rules_find() -> None:
    experiment = Experiment(CHECK, GENERATORS[1], 10, SESSIONS, seed=3)
    counted = count_thresholds(experiment)
    found = count_stable(experiment)
    assert counted.asked[own_points(CHECK)] == found.in_sessions[FlagKind.DROP.value]
    assert counted.sessions == found.sessions == 10 * (SESSIONS - 1)


def test_the_command_writes_the_file_with_the_noise_in_its_head() -> None:
    result = CliRunner().invoke(main, ["simulate", "thresholds", "--clients", "1", "--seed", "4"])
    assert result.exit_code == 0, result.output
    made = tomllib.loads(result.output)
    assert (made["clients"], made["sessions"], made["seed"]) == (1, 12, 4)
    kept = {f"{float(n.icc):g}": f"{float(n.within):.4f}" for n in simulated_thresholds().noises}
    assert made["within"] == kept
    assert set(made["measures"]) == set(simulated_thresholds().noises[0].rates)
