"""What was done, and how it went: counts from enough repairs on, in the order of the forms."""

from tracker.domain.care.answers import Move
from tracker.domain.care.moves_counted import ENOUGH, counted_moves
from tracker.domain.care.repair_work import RepairStage

BACK = (RepairStage.CAME_BACK, [Move.OWNED_PART, Move.OWNED_PART])
LEFT = (RepairStage.LEFT, [Move.OWNED_PART, Move.ASKED_DIFFERENT])
UNSAID = (RepairStage.REPAIRED, [])


def test_too_few_are_not_counted_and_one_without_a_move_is_none() -> None:
    few = counted_moves([BACK] * (ENOUGH - 1) + [UNSAID] * 5)
    assert (few.of, few.rows) == (ENOUGH - 1, ())


def test_each_repair_counts_once_for_each_move_in_the_order_of_the_forms() -> None:
    counted = counted_moves([BACK] * (ENOUGH - 3) + [LEFT] * 3 + [UNSAID])
    assert counted.of == ENOUGH
    assert [row.move for row in counted.rows] == list(Move)
    by_move = {row.move: row for row in counted.rows}
    assert by_move[Move.OWNED_PART].repairs == ENOUGH
    assert by_move[Move.OWNED_PART].at == {
        RepairStage.OPEN: 0,
        RepairStage.CAME_BACK: ENOUGH - 3,
        RepairStage.NOT_BACK: 0,
        RepairStage.REPAIRED: 0,
        RepairStage.LEFT: 3,
        RepairStage.ENDED: 0,
    }
    assert by_move[Move.ASKED_DIFFERENT].repairs == 3
    assert by_move[Move.NAMED_PATTERN].repairs == 0
