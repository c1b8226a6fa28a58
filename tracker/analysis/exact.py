"""Numbers of a file as whole numbers of the smallest part of a point that the file knows, and back to text."""

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt, lcm
from typing import Any

import numpy as np
import numpy.typing as npt

from tracker.domain.measures.numbers import rounded

Units = npt.NDArray[
    Any
]  # 64-bit integers, or Python's own where those would not hold their squares
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
MOST_DECIMALS = 6  # a number with more is looked at as a fraction
MOST_PARTS = 1_000  # design default: means of so many items at most
CLOSE = (
    1e-13  # what sums and differences in a spreadsheet leave behind in the last of their 15 digits
)
LARGEST = 10**8  # points; also units: squares and their sums still fit into 64 bits


@dataclass(frozen=True)
class TableScale:
    """How many units make one point: 10 where the file has tenths, 12 where it has twelfths. A large scale counts in
    Python's integers."""

    units: int
    large: bool = False

    def of(self, value: Fraction) -> Fraction:
        """A value in units; it need not be whole."""
        return value * self.units

    def texts(self, values: Units) -> list[str]:
        """Each value as plain decimal text to six decimals, without trailing zeros and with an ASCII minus, as programs
        read it."""
        different, at = np.unique(values, return_inverse=True)
        words = [plain(Fraction(int(value), self.units), MOST_DECIMALS) for value in different]
        return np.array(words, dtype=object)[at].tolist() if words else []


def plain(value: Fraction, digits: int) -> str:
    """A value as plain decimal text with up to that many decimals: "7", "-0.5"."""
    near = rounded(value, digits)
    whole, part = divmod(abs(near.numerator) * 10**digits // near.denominator, 10**digits)
    text = f"{whole}.{part:0{digits}}".rstrip("0") if part else str(whole)
    return f"-{text}" if near < 0 else text


def scale_of(values: Floats) -> TableScale:
    """The scale that holds each of these values as whole units; NaN is none."""
    places = decimals(values)
    fine = places > MOST_DECIMALS
    per_point = 10 ** int(places[~fine].max(initial=0))
    for value in np.unique(values[fine]):
        per_point = lcm(per_point, fraction(float(value)).denominator)
    most = np.nanmax(np.abs(values), initial=0.0)
    return TableScale(per_point, large=int(most) * per_point > LARGEST)


def decimals(values: Floats) -> npt.NDArray[np.int64]:
    """How many decimals each value has, 0 to MOST_DECIMALS; one more where it has more. NaN has none."""
    counts = np.full(len(values), MOST_DECIMALS + 1, dtype=np.int64)
    tolerance = CLOSE * np.maximum(1.0, np.abs(values))
    for digits in range(MOST_DECIMALS, -1, -1):
        scaled = values * 10**digits
        near = np.abs(scaled - np.round(scaled)) <= tolerance * 10**digits
        counts[near] = digits
    counts[np.isnan(values)] = 0
    return counts


def fraction(value: float) -> Fraction:
    """What a number stands for, as far as 15 digits tell: a decimal with up to MOST_DECIMALS, or a fraction with a
    small denominator (3.41666666666667 is 41/12), otherwise those digits themselves."""
    exact = Fraction(value)
    tolerance = CLOSE * max(1.0, abs(value))
    for near in (rounded(exact, MOST_DECIMALS), exact.limit_denominator(MOST_PARTS)):
        if abs(near - exact) <= tolerance:
            return near
    return Fraction(format(value, ".15g"))


def units(values: Floats, scale: TableScale) -> Units:
    """Values as whole units; NaN becomes 0, so keep apart which are there."""
    there = np.nan_to_num(values)
    if not scale.large:
        return np.round(there * scale.units).astype(np.int64)
    different, at = np.unique(there, return_inverse=True)
    whole = [round(fraction(float(value)) * scale.units) for value in different]
    return np.array(whole, dtype=object)[at]


def above(values: Units, limit: Fraction) -> Flags:
    """Which values lie strictly above a limit in units, exactly."""
    return np.asarray(values > limit.numerator // limit.denominator, dtype=bool)


def below(values: Units, limit: Fraction) -> Flags:
    """Which values lie strictly below a limit in units, exactly."""
    return above(-values, -limit)


def beyond(values: Units, square: Fraction) -> Flags:
    """Of which values the square is strictly more than this one, exactly."""
    return above(np.abs(values), Fraction(isqrt(square.numerator // square.denominator)))


def root(value: Fraction) -> Fraction:
    """The square root to twenty decimals."""
    return Fraction(isqrt(value.numerator * 10**40 // value.denominator), 10**20)
