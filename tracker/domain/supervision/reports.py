"""What a report counts, and the two numbers in it that are worked out: the days to an answer and the effect size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from statistics import median

from tracker.domain.measures.measure import Better
from tracker.domain.rules.change import rci
from tracker.domain.supervision.small_cells import Cell, Tally, TellableCells, share

STOPPED = timedelta(
    weeks=4
)  # design default: this long without a session after one that did not take place
EFFECT_FROM = 10  # clients; design default: of fewer an effect size says more about chance than about anything else
LONGEST = timedelta(days=731)  # design default: a report covers two years at most


class ReportPart(StrEnum):
    """The parts of a report, in their order."""

    SESSIONS = "sessions"
    FLAGS = "flags"
    STRENGTH = "strength"
    ANSWERS = "answers"
    OBJECTIVES = "objectives"
    OUTCOMES = "outcomes"
    ENDED = "ended"
    STOPPED = "stopped"


@dataclass(frozen=True)
class ReportRow:
    """One line: a count, a count of a whole, or a number that was worked out, with what it rests on.

    `key` names it; `about` is what it is about where a key has several lines (a kind, a strength, a measure).
    """

    part: ReportPart
    key: str
    n: Cell
    of: Cell | None = None
    value: Fraction | None = None
    about: str = ""


def nested(n: Tally, of: Tally, whole: Tally, telling: TellableCells) -> tuple[Cell, Cell]:
    """A part of a part: `n` of `of`, where `whole` is told elsewhere. Both are hidden where what is left of the whole
    is a small number that could be worked out."""
    return (Cell(None), Cell(None)) if telling.small(whole - of) else share(n, of, telling)


def middle(days: Sequence[int]) -> Fraction | None:
    """The median of some days; None of none."""
    return Fraction(median(days)) if days else None


def effect(first: Sequence[Fraction], last: Sequence[Fraction], better: Better) -> Fraction | None:
    """The mean gain in standard deviations of the first scores (sample SD), to two decimals, above 0 for better; None
    for fewer than ten clients or first scores without a spread. Uncontrolled: without treatment people change as well.
    """
    count = len(first)
    if count < EFFECT_FROM:
        return None
    mean = sum(first, Fraction(0)) / count
    variance = sum(((score - mean) ** 2 for score in first), Fraction(0)) / (count - 1)
    if not variance:
        return None
    change = sum(last, Fraction(0)) / count - mean
    return rci(change if better is Better.HIGHER else -change, variance, digits=2)
