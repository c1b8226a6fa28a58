"""Properties of every criterion: a rating that qualifies never makes it worse, the order of entry does not matter, what is
met stays met."""

import random
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import given

from tests.domain.histories import BOND, MEASURE, START, history, rank, window
from tracker.domain.care.criteria import judge
from tracker.domain.care.goals import EndorsedSpan
from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    Criterion,
    EachAddressed,
    Endorsed,
    History,
    Hour,
    ObjectiveState,
    Reached,
)

small = st.integers(1, 4)
criteria = st.one_of(
    st.builds(Endorsed, goals=small, sessions=small),
    st.builds(
        Reached,
        st.just(MEASURE),
        st.just(BOND),
        st.just(Fraction(15, 2)),
        times=small,
        running=st.booleans(),
        sessions=st.one_of(st.none(), st.integers(1, 6)),
    ),
    st.just(EachAddressed()),
    st.builds(Adapted, a_month=st.integers(1, 2)),
    st.integers(1, 4).flatmap(
        lambda k: st.builds(Attended, attend=st.just(k), of=st.integers(k, 6))
    ),
    st.builds(
        Complete, st.just(MEASURE), st.sampled_from([Fraction(n) for n in (50, 75, 90, 100)])
    ),
)
days = st.integers(0, 60)
spans = st.lists(
    st.builds(
        lambda first, length: (
            EndorsedSpan(
                START + timedelta(first), START + timedelta(first + length) if length else None
            ),
        ),
        days,
        st.integers(0, 20),
    ),
    max_size=4,
).map(tuple)
histories = st.builds(
    lambda course, after, goals, adapted: history(
        course, after=after, goals=goals, adaptations=tuple(START + timedelta(d) for d in adapted)
    ),
    st.text("helumtcxyrpof", max_size=8),
    st.integers(0, 30),
    spans,
    st.lists(days, max_size=4),
)


def rated_well(hour: Hour) -> Hour:
    """The session with a rating that qualifies: it came down from nowhere, complete, above every threshold."""
    scores = {(MEASURE, BOND): Fraction(10)}
    return replace(hour, rated=True, scores=scores, whole=frozenset({MEASURE}))


@given(criteria, histories, st.integers(2, 12), st.randoms(use_true_random=False))
def test_adding_a_rating_that_qualifies_never_makes_an_objective_worse(
    asked: Criterion, of: History, weeks: int, chance: random.Random
) -> None:
    bare = [i for i, hour in enumerate(of.hours) if hour.attended and not hour.rated]
    if not bare:
        return
    at = chance.choice(bare)
    better = replace(of, hours=(*of.hours[:at], rated_well(of.hours[at]), *of.hours[at + 1 :]))
    before, after = (judge(asked, window(weeks), h).state for h in (of, better))
    assert rank(after) >= rank(before)


@given(criteria, histories, st.integers(2, 12), st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(
    asked: Criterion, of: History, weeks: int, chance: random.Random
) -> None:
    goals, adapted = list(of.goals), list(of.adaptations)
    chance.shuffle(goals)
    chance.shuffle(adapted)
    other = replace(of, goals=tuple(goals), adaptations=tuple(adapted))
    assert judge(asked, window(weeks), other) == judge(asked, window(weeks), of)


@given(criteria, histories, st.integers(2, 12), st.text("helumtcxyrpof", max_size=4), days)
def test_what_is_decided_stays_decided_whatever_comes_later(
    asked: Criterion, of: History, weeks: int, later: str, more: int
) -> None:
    """Later sessions and days change neither a met objective nor one that can no longer be met: only a correction
    does, or what is entered afterwards for a day that is over."""
    before = judge(asked, window(weeks), of)
    if before.state not in (ObjectiveState.MET, ObjectiveState.MISSED):
        return
    first = max([hour.on for hour in of.hours] + [of.today]) + timedelta(1)
    added = [
        replace(hour, number=hour.number + len(of.hours), on=first + timedelta(weeks=n))
        for n, hour in enumerate(history(later).hours)
    ]
    talked = [replace(h, reengaged_on=h.on if h.reengaged_on else None) for h in added]
    today = max([hour.on for hour in added] + [of.today]) + timedelta(more)
    after = judge(asked, window(weeks), replace(of, hours=(*of.hours, *talked), today=today))
    assert (after.state, after.on) == (before.state, before.on)


@given(criteria, histories, st.integers(2, 12))
def test_the_numbers_fit_the_state(asked: Criterion, of: History, weeks: int) -> None:
    found = judge(asked, window(weeks), of)
    decided = found.state in (ObjectiveState.MET, ObjectiveState.MISSED)
    assert (found.on is not None) == decided
    assert found.n >= 0
    assert found.still >= 0
    assert not decided or found.still == 0
    if found.on:
        assert window(weeks).start <= found.on <= of.today
