"""Small cells: nothing under 5 is told, nor can it be worked out from what is."""

from collections import Counter
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.supervision.reports import nested
from tracker.domain.supervision.small_cells import (
    HIDING,
    LEAST,
    OPEN,
    Cell,
    Tally,
    TellableCells,
    parts,
    quarter,
    share,
    whole_or_nothing,
)

COUNTS = st.lists(st.integers(0, 30), max_size=8)


def one_each(count: int) -> Tally:
    """So many clients with one each: always the same ones first."""
    return Counter(range(count))


def numbers(cells: list[Cell]) -> list[int | None]:
    return [cell.count for cell in cells]


@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ([9, 3, 2], [9, None, None], None),
        ([9, 7], [9, 7], 16),
        ([9, 0], [9, 0], 9),
        ([0, 0], [0, 0], 0),
        ([4], [None], None),
        ([1, 1, 1, 1], [None] * 4, None),
        ([], [], 0),
    ],
)
def test_parts_of_a_whole(counts: list[int], shown: list[int | None], total: int | None) -> None:
    cells, whole = parts([one_each(count) for count in counts])
    assert (numbers(cells), whole.count) == (shown, total)


def solutions(cells: list[Cell], whole: Cell) -> list[tuple[int, ...]]:
    """Everything that the parts could be, from what is told: a hidden one is 1 to 4."""
    possible = [range(1, LEAST) if cell.hidden else (cell.count,) for cell in cells]
    found = product(*possible)
    return [each for each in found if whole.count in (None, sum(each))]


@given(st.lists(st.integers(0, 12), max_size=5))
def test_no_hidden_part_can_be_worked_out(counts: list[int]) -> None:
    """By brute force: whatever is hidden could still be any number from 1 to 4."""
    cells, whole = parts([one_each(count) for count in counts])
    could = solutions(cells, whole)
    for place, cell in enumerate(cells):
        if cell.hidden:
            assert {each[place] for each in could} == set(range(1, LEAST))
        else:
            assert cell.count == 0 or cell.count >= LEAST


@given(COUNTS)
def test_parts_of_a_total_that_is_known_are_told_all_or_none(counts: list[int]) -> None:
    cells = whole_or_nothing([one_each(count) for count in counts])
    assert all(cell.hidden for cell in cells) or numbers(cells) == counts
    if any(0 < count < LEAST for count in counts):
        assert all(cell.hidden for cell in cells)


@given(COUNTS)
def test_what_is_told_is_true(counts: list[int]) -> None:
    cells, whole = parts([one_each(count) for count in counts])
    assert whole.count in (None, sum(counts))
    assert all(cell.count in (None, count) for cell, count in zip(cells, counts, strict=True))


@pytest.mark.parametrize(
    ("n", "of", "shown"),
    [
        (7, 14, (7, 14)),
        (7, 9, (None, 9)),
        (2, 14, (None, 14)),
        (0, 14, (0, 14)),
        (14, 14, (14, 14)),
        (3, 4, (None, None)),
        (0, 0, (None, None)),
    ],
)
def test_a_share(n: int, of: int, shown: tuple[int | None, int | None]) -> None:
    part, whole = share(one_each(n), one_each(of))
    assert (part.count, whole.count) == shown


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_share_tells_neither_a_small_part_nor_a_small_rest(n: int, rest: int) -> None:
    part, whole = share(one_each(n), one_each(n + rest))
    if part.count is not None:
        assert whole.count is not None
        for told in (part.count, whole.count - part.count):
            assert told == 0 or told >= LEAST


@pytest.mark.parametrize(
    ("n", "of", "whole", "shown"),
    [
        (7, 12, 12, (7, 12)),
        (7, 12, 14, (None, None)),
        (7, 12, 17, (7, 12)),
        (2, 12, 17, (None, 12)),
    ],
)
def test_a_part_of_a_part(
    n: int, of: int, whole: int, shown: tuple[int | None, int | None]
) -> None:
    """What is left of the whole is a small number as well."""
    tallies = one_each(n), one_each(of), one_each(whole)
    found = nested(*tallies, HIDING)
    assert (found[0].count, found[1].count) == shown
    assert [cell.count for cell in nested(*tallies, OPEN)] == [n, of]


def test_what_is_counted_are_clients() -> None:
    """Six flags of one client are a cell of one."""
    one, many = Counter({"a": 6}), Counter("abcde")
    assert HIDING.small(one)
    assert parts([one])[1].hidden
    assert share(many, many + one) == (Cell(None), Cell(11)), "what is left is of one client"
    assert parts([one], OPEN)[1] == Cell(6)


def test_nothing_is_small_without_the_clients_of_a_reader() -> None:
    """Of eight, a reader treats six: the other two could be worked out."""
    telling = TellableCells((frozenset(), frozenset("abcdef")))
    assert parts([Counter("abcdefgh")], telling)[1].hidden
    assert parts([Counter("abcdef")], telling)[1] == Cell(6), "nobody is left"
    assert parts([Counter("abcdefvwxyz")], telling)[1] == Cell(11)
    assert share(Counter("vwxyz"), Counter("abcdefvwxyz"), telling) == (Cell(5), Cell(11))
    assert not telling.enough(Counter("abcdefgh"))


def test_a_client_with_none_of_it_is_not_counted() -> None:
    assert not HIDING.small(Counter({"a": 0}))
    assert not HIDING.enough(Counter({"a": 0}))
    assert OPEN.enough(Counter("a"))
    assert not OPEN.enough(Counter())


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_quarters_follow_each_other_without_overlap(day: date) -> None:
    first, last = quarter(day)
    assert first <= day <= last
    assert (first.day, (first.month - 1) % 3) == (1, 0)
    assert quarter(first) == quarter(last) == (first, last)
    assert quarter(last + timedelta(days=1))[0] == last + timedelta(days=1)
