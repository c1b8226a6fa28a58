"""Decimal numbers of a file as whole numbers of their last decimal, and back to text."""

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

import numpy as np
import numpy.typing as npt

from tracker.domain.measures.numbers import rounded

Units = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
MOST_DECIMALS = 6
LARGEST = 10**8  # units: squares and their sums still fit into 64 bits


@dataclass(frozen=True)
class TableScale:
    """How many units make one point: 10 where the file has tenths."""

    digits: int

    @property
    def units(self) -> int:
        """Units in a point."""
        return int(10**self.digits)

    def of(self, value: Fraction) -> Fraction:
        """A value in units; it need not be whole."""
        return value * self.units

    def texts(self, values: Units, digits: int | None = None) -> list[str]:
        """Each value as plain decimal text without trailing zeros, with an ASCII minus, as programs read it."""
        different, at = np.unique(values, return_inverse=True)
        words = [plain(Fraction(int(value), self.units), self.digits) for value in different]
        return np.array(words, dtype=object)[at].tolist() if words else []


def plain(value: Fraction, digits: int) -> str:
    """A value as plain decimal text with up to that many decimals: "7", "-0.5"."""
    near = rounded(value, digits)
    whole, part = divmod(abs(near.numerator) * 10**digits // near.denominator, 10**digits)
    text = f"{whole}.{part:0{digits}}".rstrip("0") if part else str(whole)
    return f"-{text}" if near < 0 else text


def decimals(values: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """How many decimals each value has, 0 to MOST_DECIMALS; one more where it has too many. NaN has none."""
    counts = np.full(len(values), MOST_DECIMALS + 1, dtype=np.int64)
    for digits in range(MOST_DECIMALS, -1, -1):
        scaled = values * 10**digits
        near = np.abs(scaled - np.round(scaled)) <= 1e-9 * np.maximum(1.0, np.abs(scaled))
        counts[near] = digits
    counts[np.isnan(values)] = 0
    return counts


def units(values: npt.NDArray[np.float64], scale: TableScale) -> Units:
    """Values as whole units; NaN becomes 0, so keep apart which are there."""
    return np.round(np.nan_to_num(values) * scale.units).astype(np.int64)


def above(values: Units, limit: Fraction) -> Flags:
    """Which values lie strictly above a limit in units, exactly."""
    flags: Flags = values > limit.numerator // limit.denominator
    return flags


def below(values: Units, limit: Fraction) -> Flags:
    """Which values lie strictly below a limit in units, exactly."""
    return above(-values, -limit)


def beyond(values: Units, square: Fraction) -> Flags:
    """Of which values the square is strictly more than this one, exactly."""
    return above(np.abs(values), Fraction(isqrt(square.numerator // square.denominator)))


def root(value: Fraction) -> Fraction:
    """The square root to twenty decimals."""
    return Fraction(isqrt(value.numerator * 10**40 // value.denominator), 10**20)
