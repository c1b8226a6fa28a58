"""Sudden gains and losses for every client of a table: tracker/domain/rules/gains.py over whole arrays.

Scores stand in one array of clients by sessions; each criterion is one comparison of arrays. The third compares a
difference of means with t * sqrt(pooled variance): floats decide it where they are far enough apart, and the domain's
exact numbers where they are not, or where a table's units are so small that no float holds their sums.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import atan, pi, sqrt

import numpy as np
import numpy.typing as npt
import pandas as pd

from tracker.analysis.exact import Flags, Units, units
from tracker.analysis.reading import CLIENT
from tracker.analysis.tables import DATE, SESSION, CourseTable, cells
from tracker.domain.measures.measure import Better
from tracker.domain.rules.gains import AROUND, FEWEST, PERCENT, T_05, sudden

HEADER = "client,session_before,session_after,gain_c1,gain_c2,gain_c3,gain_all,loss_c1,loss_c2,loss_c3,loss_all"
CLIENTS_AT_ONCE = 2_000
NO = 0
YES = 1
UNKNOWN = 2
CLOSE = 1e-9  # relative: nearer than this, floats are not trusted
Verdicts = npt.NDArray[np.int8]


@dataclass(frozen=True)
class Rules:
    """What makes a gain: the step in points, its share of the score before, t by degrees of freedom, the direction."""

    cutoff: Fraction
    better: Better
    percent: Fraction = PERCENT
    t: Mapping[int, Fraction] = field(default_factory=lambda: T_05)


def quantiles(alpha: float) -> dict[int, Fraction]:
    """Student's two-sided quantile for 2, 3 and 4 degrees of freedom, by bisection of the distributions written out."""
    distribution: dict[int, Callable[[float], float]] = {
        2: lambda t: t / sqrt(2 + t * t) / 2,
        3: lambda t: (t / sqrt(3) / (1 + t * t / 3) + atan(t / sqrt(3))) / pi,
        4: lambda t: 3 / 8 * t / sqrt(1 + t * t / 4) * (1 - t * t / (1 + t * t / 4) / 12),
    }
    by_freedom = {}
    for freedom, half in distribution.items():  # the share between 0 and t
        low = 0.0
        high = 1e9
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if half(middle) < (1 - alpha) / 2 else (low, middle)
        by_freedom[freedom] = Fraction(low).limit_denominator(10**12)
    return by_freedom


def gains(table: CourseTable, rules: Rules) -> Iterator[str]:
    """One line for each judged interval of each client: from the second to the last but one of sessions 1 to the
    highest in the table. 1 holds, 0 does not, empty is unknown."""
    codes, clients = pd.factorize(table.rows[CLIENT], sort=True)
    names = cells(pd.Series(clients))
    session = table.rows[SESSION].to_numpy()
    last = int(session.max())
    scores = table.rows[_score(table)].to_numpy(float)
    there = ~np.isnan(scores)
    if last < 4:  # too few sessions for an interval to be judged
        return
    at = [f",{n},{n + 1}," for n in range(2, last - 1)]
    for first in range(0, len(names), CLIENTS_AT_ONCE):
        some = names[first : first + CLIENTS_AT_ONCE]
        mine = there & (codes >= first) & (codes < first + len(some))
        grid = np.zeros((len(some), last), dtype=object if table.scale.large else np.int64)
        known = np.zeros((len(some), last), dtype=bool)
        where = codes[mine] - first, session[mine] - 1
        grid[where] = units(scores[mine], table.scale)
        known[where] = True
        words = _words(_judged(grid, known, rules, table))
        for name, row in zip(some, words, strict=True):
            yield from (name + place + word for place, word in zip(at, row, strict=True))


def _score(table: CourseTable) -> str:
    return str(next(c for c in table.rows.columns if c not in (CLIENT, SESSION, DATE)))


def _judged(grid: Units, known: Flags, rules: Rules, table: CourseTable) -> Verdicts:
    """The six verdicts of every interval, gain before loss: an array of clients x intervals x 6."""
    fall, rise = (_direction(grid, known, rules, table, sign) for sign in (1, -1))
    both = (fall, rise) if rules.better is Better.LOWER else (rise, fall)
    return np.concatenate(both, axis=2)


def _direction(grid: Units, known: Flags, rules: Rules, table: CourseTable, sign: int) -> Verdicts:
    before = grid[:, 1:-2]
    after = grid[:, 2:-1]
    pair = known[:, 1:-2] & known[:, 2:-1]
    fallen = sign * (before - after)
    cutoff = table.scale.of(rules.cutoff)
    percent = rules.percent
    step = fallen * cutoff.denominator >= cutoff.numerator
    share = fallen * percent.denominator >= percent.numerator * before
    means = _means(grid, known, rules, sign)
    verdicts = [np.where(pair, verdict, UNKNOWN) for verdict in (step, share, means)]
    return np.stack(verdicts, axis=2).astype(np.int8)


def _means(grid: Units, known: Flags, rules: Rules, sign: int) -> Verdicts:
    """The third criterion of every interval, from sums over up to three sessions on each side."""
    if grid.dtype == object:
        return _means_exactly(grid, known, rules, sign)
    n1, s1, q1 = (part[:, :-1] for part in _windows(grid, known, before=True))
    n2, s2, q2 = (part[:, 1:] for part in _windows(grid, known, before=False))
    enough = (n1 >= FEWEST) & (n2 >= FEWEST)
    n1 = np.where(enough, n1, 2)
    n2 = np.where(enough, n2, 2)
    difference = sign * (s1 * n2 - s2 * n1) / (n1 * n2)
    pooled = ((q1 * n1 - s1 * s1) / n1 + (q2 * n2 - s2 * s2) / n2) / (n1 + n2 - 2)
    t = np.array([0.0, 0.0, *(float(rules.t[freedom]) for freedom in (2, 3, 4))])[n1 + n2 - 2]
    left = difference * difference
    right = t * t * pooled
    holds = (difference > 0) & (left > right)
    near = enough & (difference > 0) & (np.abs(left - right) <= CLOSE * np.maximum(left, right))
    near &= known[:, 1:-2] & known[:, 2:-1]  # otherwise nothing is judged
    for client, interval in zip(*np.nonzero(near), strict=True):
        holds[client, interval] = _exactly(grid[client], known[client], interval + 2, rules, sign)
    return np.where(enough, holds, UNKNOWN)


def _windows(grid: Units, known: Flags, *, before: bool) -> tuple[Units, Units, Units]:
    """Count, sum and sum of squares of the up to three sessions that end (or begin) at each session from 2 to the last
    but one."""
    sums = []
    for values in (known.astype(np.int64), grid, grid * grid):
        padded = np.pad(values, ((0, 0), (AROUND, AROUND)))
        shifted = [
            padded[:, AROUND + shift : padded.shape[1] - AROUND + shift]
            for shift in (range(1 - AROUND, 1) if before else range(AROUND))
        ]
        sums.append(np.add.reduce(shifted)[:, 1:-1])
    return sums[0], sums[1], sums[2]


def _exactly(row: Units, known: Flags, n: int, rules: Rules, sign: int) -> bool:
    """What the domain says of one interval."""
    return bool(_by_domain(row, known, rules, sign)[n])


def _means_exactly(grid: Units, known: Flags, rules: Rules, sign: int) -> Verdicts:
    """What the domain says of every interval of each client."""
    verdicts = {None: UNKNOWN, True: YES, False: NO}
    judged = (_by_domain(*client, rules, sign) for client in zip(grid, known, strict=True))
    return np.array([[verdicts[means] for means in each.values()] for each in judged], np.int8)


def _by_domain(row: Units, known: Flags, rules: Rules, sign: int) -> dict[int, bool | None]:
    """The third criterion of a client's intervals, by the session before; t and the units are the same on both sides of
    its comparison."""
    scores = {int(s) + 1: Fraction(int(row[s])) for s in np.nonzero(known)[0]}
    judged = sudden(scores, len(row), cutoff=Fraction(1), better=Better.LOWER, t=rules.t)
    return {each.before: (each.gain if sign == 1 else each.loss).means for each in judged}


def _words(verdicts: Verdicts) -> list[list[str]]:
    """The verdicts of each interval as the end of its line, each combination written once."""
    shape = verdicts.shape[:2]
    codes = verdicts.reshape(-1, 6) @ (3 ** np.arange(6))
    different, at = np.unique(codes, return_inverse=True)
    words = []
    for code in different:
        six = [int(code) // 3**place % 3 for place in range(6)]
        words.append(",".join(map(_four, (six[:3], six[3:]))))
    return np.array(words, dtype=object)[at].reshape(shape).tolist() if words else [[]] * shape[0]


def _four(three: list[int]) -> str:
    every = NO if NO in three else UNKNOWN if UNKNOWN in three else YES
    return ",".join(("0", "1", "")[verdict] for verdict in (*three, every))
