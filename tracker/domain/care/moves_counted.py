"""What was done about strains, and how it went on: counts, and no comparison of one move with another.

Whoever has a hard strain in front of them does other things than whoever has an easy one, so the counts do not say what
helps. They stand in the order of the forms, never by how often it went well, and only from ENOUGH repairs on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.care.answers import Move
from tracker.domain.care.repair_work import RepairStage

ENOUGH = 20  # design default: repairs with a move on, below which nothing is counted


@dataclass(frozen=True)
class MoveCount:
    """One move, and how many repairs with it stand at each stage."""

    move: Move
    repairs: int
    at: Mapping[RepairStage, int]


@dataclass(frozen=True)
class MovesCounted:
    """`of` repairs have a move on; `rows` are empty while these are too few."""

    of: int
    rows: tuple[MoveCount, ...]


def counted_moves(repairs: Iterable[tuple[RepairStage, Iterable[Move]]]) -> MovesCounted:
    """The counts over these repairs, each with its stage and every move of its conversations."""
    having = [(stage, frozenset(moves)) for stage, moves in repairs]
    having = [(stage, moves) for stage, moves in having if moves]
    if len(having) < ENOUGH:
        return MovesCounted(len(having), ())
    rows = [_count(move, [stage for stage, moves in having if move in moves]) for move in Move]
    return MovesCounted(len(having), tuple(rows))


def _count(move: Move, stages: Sequence[RepairStage]) -> MoveCount:
    return MoveCount(move, len(stages), {stage: stages.count(stage) for stage in RepairStage})
