"""What drop thresholds ask and miss on made-up clients: thresholds.toml, made by `tracker simulate thresholds`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class ThresholdRates:
    """One threshold: the share of sessions in which it asks though nothing has changed, and the shares of falls of one
    item, by 2 and by 3 of 10, that it finds in their own session."""

    asked: Fraction
    two: Fraction
    three: Fraction


@dataclass(frozen=True)
class SimulatedNoise:
    """One noise: `icc` is the part of an item's variance that lies between clients, `within` the standard deviation
    within one, in parts of the range. `rates` by measure key and threshold."""

    icc: Fraction
    within: Fraction
    rates: Mapping[str, Mapping[Fraction, ThresholdRates]]


@dataclass(frozen=True)
class SimulatedThresholds:
    """What was simulated: with how many made-up clients of so many sessions each, and for which noises."""

    clients: int
    sessions: int
    noises: tuple[SimulatedNoise, ...]

    def nearest(self, icc: Fraction) -> SimulatedNoise:
        """The noise whose ICC lies nearest to that one; of two as near the noisier one."""
        return min(self.noises, key=lambda noise: (abs(noise.icc - icc), noise.icc))


@cache
def simulated_thresholds() -> SimulatedThresholds:
    """The kept table."""
    source = resources.files("tracker.reference").joinpath("thresholds.toml")
    kept = tomllib.loads(source.read_text(encoding="utf-8"))
    noises = tuple(
        SimulatedNoise(
            Fraction(icc),
            Fraction(within),
            {key: _rates(by_icc[icc]) for key, by_icc in kept["measures"].items()},
        )
        for icc, within in kept["within"].items()
    )
    return SimulatedThresholds(kept["clients"], kept["sessions"], noises)


def _rates(by_threshold: Mapping[str, Mapping[str, str]]) -> dict[Fraction, ThresholdRates]:
    return {
        Fraction(threshold): ThresholdRates(
            Fraction(shares["asked"]), Fraction(shares["two"]), Fraction(shares["three"])
        )
        for threshold, shares in by_threshold.items()
    }
