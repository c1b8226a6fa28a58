"""What must hold of the rule whatever is entered."""

import itertools
from dataclasses import replace
from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import given

from tests.domain.courses import check_ins, kinds, strengths, trajectory
from tracker.domain.measures.drops import Condition, DropRule
from tracker.domain.measures.measure import Better, Measure
from tracker.domain.rules.findings import FlagKind
from tracker.reference.loader import measures

OWN = measures()["session-check"]
mark = st.one_of(st.none(), st.integers(0, 10))
rating = st.one_of(st.none(), st.tuples(mark, mark, mark, mark))
course = st.lists(rating, max_size=12)


def mirrored(measure: Measure) -> Measure:
    """The same measure, read the other way round: 10 − x, lower is better."""
    assert measure.drop

    def turn(condition: Condition) -> Condition:
        def flip(value: Fraction | None) -> Fraction | None:
            return None if value is None else 10 - value

        return replace(
            condition, now_below=flip(condition.now_below), total_below=flip(condition.total_below)
        )

    strengths = tuple(tuple(turn(c) for c in level) for level in measure.drop.strengths)
    return replace(measure, better=Better.LOWER, drop=DropRule(strengths, measure.drop.source))


def turned(marks: tuple[int | None, ...] | None) -> tuple[int | None, ...] | None:
    return None if marks is None else tuple(None if m is None else 10 - m for m in marks)


@given(course)
def test_a_mirrored_measure_gives_the_same_findings(
    marks: list[tuple[int | None, ...] | None],
) -> None:
    rule = OWN.drop
    assert rule
    below = replace(rule.strengths[1][0], now_below=Fraction(9), total_below=Fraction(8))
    measure = replace(
        OWN, drop=replace(rule, strengths=(rule.strengths[0], (below,), rule.strengths[2]))
    )
    straight = check_ins(trajectory(measure, *marks))
    mirror = check_ins(trajectory(mirrored(measure), *map(turned, marks)))
    assert {n: (f.strength, [fall.key for fall in f.falls]) for n, f in straight.items()} == {
        n: (f.strength, [fall.key for fall in f.falls]) for n, f in mirror.items()
    }


@given(course)
def test_a_drop_is_found_exactly_where_an_item_fell_by_two(
    marks: list[tuple[int | None, ...] | None],
) -> None:
    expected = set()
    last: dict[int, int] = {}
    for number, row in enumerate(marks, start=1):
        for item, value in enumerate(row or ()):
            if value is not None:
                if last.get(item, value) - value >= 2:
                    expected.add(number)
                last[item] = value
    drops = kinds(trajectory(OWN, *marks)).get(FlagKind.DROP, [])
    assert set(drops) == expected


@given(course, st.integers(0, 12))
def test_later_ratings_never_change_an_earlier_finding(
    marks: list[tuple[int | None, ...] | None], until: int
) -> None:
    whole = strengths(trajectory(OWN, *marks))
    part = strengths(trajectory(OWN, *marks[:until]))
    assert part == {number: strength for number, strength in whole.items() if number <= until}


@given(course)
def test_the_order_of_entry_does_not_matter(marks: list[tuple[int | None, ...] | None]) -> None:
    straight = trajectory(OWN, *marks)
    shuffled = replace(straight, points=straight.points[::-1])
    in_order = replace(straight, points=tuple(sorted(shuffled.points, key=lambda p: p.slot.number)))
    assert check_ins(in_order) == check_ins(straight)


@given(st.lists(st.tuples(*[st.integers(0, 100)] * 4), min_size=2, max_size=6))
def test_tenths_are_compared_as_tenths(tenths: list[tuple[int, ...]]) -> None:
    srs = measures()["srs"]
    ratings = [tuple(f"{t // 10}.{t % 10}" for t in row) for row in tenths]
    expected = {
        number + 2
        for number, (before, after) in enumerate(itertools.pairwise(tenths))
        if any(b - a >= 20 for b, a in zip(before, after, strict=True))
        or sum(before) - sum(after) >= 20
    }
    course = trajectory(srs, *ratings)
    drops = kinds(course).get(FlagKind.DROP, [])
    assert set(drops) == expected
