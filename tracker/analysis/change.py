"""Reliable change and category for every client of a table: tracker/domain/rules/change.py over whole columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pandas as pd

from tracker.analysis.exact import Flags, Units, above, below, beyond, plain, root, units
from tracker.analysis.problems import BadTable
from tracker.analysis.reading import CLIENT
from tracker.analysis.tables import CourseTable, cells
from tracker.domain.measures.measure import Better
from tracker.domain.rules.change import Category, Cutoff, Group, Z, cutoff, difference_variance, rci

Words = npt.NDArray[np.object_]
PRE = "pre"
POST = "post"
# In the order in which they are asked for; what is none of them is harmed.
CATEGORIES = (Category.UNCHANGED, Category.RECOVERED, Category.IMPROVED, Category.DETERIORATED)
HEADER = "client,pre,post,change,rci,category"


@dataclass(frozen=True)
class Norms:
    """What a change is judged by: a reliability or a reliable change, and norms. Of these, what is None is computed
    from the complete pairs."""

    reliability: Fraction | None
    better: Better
    kind: Cutoff
    reliable_change: Fraction | None = None
    sd_pre: Fraction | None = None
    mean_clinical: Fraction | None = None
    sd_clinical: Fraction | None = None
    functional: Group | None = None


@dataclass(frozen=True)
class Judge:
    """Norms without gaps: the square of S, or the reliable change that was given; the cut-off in use, and all cut-offs
    that can be computed, in points."""

    variance: Fraction | None
    reliable_change: Fraction | None
    cutoff: Fraction
    cutoffs: dict[Cutoff, Fraction]
    better: Better
    pairs: int


@dataclass(frozen=True)
class Changes:
    """The lines of the answer, and how many of the complete pairs are in each category."""

    lines: Iterator[str]
    counts: dict[Category, int]


def judge(table: CourseTable, norms: Norms) -> Judge:
    """The norms with what was left out computed from the complete pairs. BadTable where there are too few of them, or
    no functional group for the cut-off."""
    whole = table.rows.dropna(subset=[PRE, POST])
    first = units(whole[PRE].to_numpy(float), table.scale)
    mean = norms.mean_clinical
    sd = norms.sd_clinical
    own_mean = None
    own_sd = None
    needed = [mean, sd] if norms.reliability is None else [norms.sd_pre, mean, sd]
    if None in needed:
        own_mean, own_sd = _moments(first, table.scale.units)
    clinical = Group(_given(mean, own_mean), _given(sd, own_sd))
    variance = None
    if norms.reliability is not None:
        variance = _variance(_given(norms.sd_pre, own_sd), norms.reliability)
    kinds = list(Cutoff) if norms.functional else [Cutoff.A]
    if norms.kind not in kinds:
        raise BadTable(f"Cut-off {norms.kind} needs the mean and the SD of a functional group")
    group = norms.functional or clinical
    limits = {kind: cutoff(kind, clinical, group, norms.better) for kind in kinds}
    change_by = norms.reliable_change
    return Judge(variance, change_by, limits[norms.kind], limits, norms.better, len(whole))


def _variance(sd: Fraction, reliability: Fraction) -> Fraction:
    try:
        return difference_variance(sd, reliability)
    except ValueError as error:
        raise BadTable(f"No reliable change: {error}") from error


def _given(value: Fraction | None, computed: Fraction | None) -> Fraction:
    chosen = computed if value is None else value
    assert chosen is not None
    return chosen


def _moments(values: Units, per_point: int) -> tuple[Fraction, Fraction]:
    """Mean and standard deviation (n - 1) in points, the deviation to twenty decimals."""
    numbers = values.tolist()  # Python's integers: their sums have no end
    if len(numbers) < 2:
        raise BadTable("At least two complete pairs are needed to compute what was left out")
    mean = Fraction(sum(numbers), len(numbers))
    squares = sum(number * number for number in numbers) - mean * sum(numbers)
    return mean / per_point, root(squares / (len(numbers) - 1)) / per_point


def change(table: CourseTable, by: Judge) -> Changes:
    """One line for each row of the table, in its order: pre, post, change, RCI to six decimals, category; empty what
    rests on a missing score, and the RCI where a reliable change was given."""
    rows = table.rows
    scale = table.scale
    known = {name: rows[name].notna().to_numpy() for name in (PRE, POST)}
    scores = {name: units(rows[name].to_numpy(float), scale) for name in (PRE, POST)}
    both = known[PRE] & known[POST]
    moved = scores[POST] - scores[PRE]
    categories = np.array(_categories(scores, by, scale.units), dtype=object)
    different, times = np.unique(categories[both].astype(str), return_counts=True)
    counted = dict(zip(different.tolist(), times.tolist(), strict=True))
    columns = (
        np.array(cells(rows[CLIENT]), dtype=object),
        *(_where(known[name], scale.texts(scores[name])) for name in (PRE, POST)),
        _where(both, scale.texts(moved)),
        _where(both, _indices(moved, by, scale.units)),
        np.where(both, categories, ""),
    )
    lines = map(",".join, zip(*(column.tolist() for column in columns), strict=True))
    return Changes(lines, {kind: counted.get(kind.value, 0) for kind in Category})


def _where(there: Flags, texts: list[str]) -> Words:
    return np.where(there, np.array(texts, dtype=object), "")


def _indices(moved: Units, by: Judge, per_point: int) -> list[str]:
    if by.variance is None:
        return [""] * len(moved)
    codes, different = pd.factorize(moved)
    words = [plain(rci(Fraction(int(m), per_point), by.variance), 6) for m in different]
    return np.array(words, dtype=object)[codes].tolist() if words else []


def _reliable(moved: Units, by: Judge, per_point: int) -> Flags:
    """Which changes are reliable: beyond the limit that is computed, or as large as the one that was given."""
    if by.variance is not None:
        return beyond(moved, Z * Z * by.variance * per_point**2)
    assert by.reliable_change is not None
    return ~below(np.abs(moved), by.reliable_change * per_point)


def _categories(scores: dict[str, Units], by: Judge, per_point: int) -> list[str]:
    """The category of each row; rows with a missing score hold one that means nothing."""
    sign = 1 if by.better is Better.HIGHER else -1
    limit = by.cutoff * per_point
    before, after = (sign * scores[name] for name in (PRE, POST))
    reliable = _reliable(after - before, by, per_point)
    clinical = below(before, sign * limit)
    functional = above(after, sign * limit)
    better = np.asarray(after > before, dtype=bool)
    chosen = np.select(
        [
            ~reliable,
            better & clinical & functional,
            better,
            clinical | functional,
        ],
        [kind.value for kind in CATEGORIES],
        Category.HARMED.value,
    )
    return list(chosen.tolist())
