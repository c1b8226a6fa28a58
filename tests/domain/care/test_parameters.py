"""What an objective asks for is stored as plain values and comes back the same; what makes no sense is refused."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given

from tests.domain.care.test_objective_properties import criteria
from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    Criterion,
    CriterionKind,
    Endorsed,
    Reached,
    Window,
)
from tracker.domain.care.parameters import OF_KIND, criterion, plain, problems, window_problems

REACHED = Reached("session-check", "bond", Fraction(15, 2), times=2, running=True, sessions=4)


@given(criteria)
def test_parameters_come_back_as_they_were(asked: Criterion) -> None:
    stored = plain(asked)
    assert criterion(asked.kind, stored) == asked
    assert all(isinstance(value, str | int | None) for value in stored.values())


def test_every_kind_has_its_criterion() -> None:
    assert set(OF_KIND) == set(CriterionKind)
    assert all(of.kind is kind for kind, of in OF_KIND.items())


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (Endorsed(0, 3), "goals"),
        (Endorsed(3, 101), "sessions"),
        (replace(REACHED, times=0), "times"),
        (replace(REACHED, times=5), "times"),
        (Attended(11, 10), "attend"),
        (Attended(0, 10), "attend"),
        (Adapted(0), "a_month"),
        (Complete("ors", Fraction(0)), "percent"),
        (Complete("ors", Fraction(201, 2)), "percent"),
    ],
)
def test_what_cannot_be_asked_for(asked: Criterion, field: str) -> None:
    assert list(problems(asked)) == [field]


def test_what_can() -> None:
    for asked in (
        REACHED,
        replace(REACHED, times=4),
        replace(REACHED, times=9, sessions=None),
        Attended(10, 10),
        Complete("ors", Fraction(100)),
    ):
        assert problems(asked) == {}


@pytest.mark.parametrize(
    ("start", "due", "field"),
    [(-1, 9, "start"), (2000, 2001, "start"), (0, 0, "due"), (5, 4, "due"), (0, 733, "due")],
)
def test_the_days_of_an_objective(start: int, due: int, field: str) -> None:
    first = date(2026, 1, 5)

    def found(start: int, due: int) -> list[str]:
        within = Window(first + timedelta(start), first + timedelta(due))
        return list(window_problems(within, starts_on=first, today=first))

    assert found(start, due) == [field]
    assert found(0, 1) == found(0, 732) == []
