"""Which days can be scheduled."""

from datetime import date, timedelta

import pytest

from tracker.domain.course.schedule import AHEAD, MOST, Plan

TODAY, START = date(2026, 3, 2), date(2026, 1, 5)


def problems(plan: Plan, starts_on: date = START, taken: tuple[date, ...] = ()) -> dict[str, str]:
    return plan.problems(starts_on=starts_on, today=TODAY, taken=taken)


def test_the_days_of_a_plan() -> None:
    assert Plan(TODAY).days() == [TODAY]
    assert Plan(TODAY, 3, 2).days() == [TODAY, date(2026, 3, 16), date(2026, 3, 30)]
    assert problems(Plan(TODAY)) == problems(Plan(TODAY + AHEAD)) == {}
    assert problems(Plan(TODAY, MOST)) == {}


@pytest.mark.parametrize(
    ("plan", "field", "message"),
    [
        (Plan(TODAY - timedelta(1)), "first", "Enter today or a day to come"),
        (Plan(TODAY + AHEAD + timedelta(1)), "first", "twelve months"),
        (Plan(TODAY, 0), "count", "from 1 to 52"),
        (Plan(TODAY, MOST + 1), "count", "from 1 to 52"),
        (Plan(TODAY + timedelta(1), 2), "first", "a session on 10 March 2026 already"),
    ],
)
def test_what_cannot_be_scheduled(plan: Plan, field: str, message: str) -> None:
    found = problems(plan, taken=(date(2026, 3, 10),))
    assert list(found) == [field]
    assert message in found[field]


def test_nothing_is_scheduled_before_the_start() -> None:
    found = problems(Plan(TODAY), starts_on=TODAY + timedelta(1))
    assert "on or after the start, 3 March 2026" in found["first"]
