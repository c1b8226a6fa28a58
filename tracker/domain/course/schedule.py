"""Sessions scheduled ahead: which days, and what can become of one.

scheduled ──► attended | missed | cancelled by the client | cancelled by the practice     it is a session from then on
    ├───►     scheduled for another day
    └───►     taken off, when it was entered by mistake
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.domain.course.sessions import Status, long_date

MOST = 52
AHEAD = timedelta(days=366)  # design default


@dataclass(frozen=True)
class Plan:
    """The first day, how many sessions, and the weeks between them."""

    first: date
    count: int = 1
    weeks_apart: int = 1

    def days(self) -> list[date]:
        """The days of the sessions, in order."""
        return [self.first + timedelta(weeks=n * self.weeks_apart) for n in range(self.count)]

    def problems(self, *, starts_on: date, today: date, taken: Collection[date]) -> dict[str, str]:
        """What stands in the way of scheduling, by field. `taken`: the days that have a session already."""
        if not 1 <= self.count <= MOST:
            return {"count": f"Enter how many sessions, from 1 to {MOST}"}
        problem = day_problem(self.first, starts_on=starts_on, today=today)
        if problem:
            return {"first": problem}
        twice = [day for day in self.days() if day in taken]
        if twice:
            return {"first": f"There is a session on {long_date(twice[0])} already"}
        return {}


def day_problem(day: date, *, starts_on: date, today: date) -> str | None:
    """Why a session cannot be scheduled for that day, as a sentence, or None."""
    if day < today:
        return "Enter today or a day to come. A session that took place is logged instead"
    if day < starts_on:
        return f"The day must be on or after the start, {long_date(starts_on)}"
    if day > today + AHEAD:
        return "Enter a day within the next twelve months"
    return None


class Became(StrEnum):
    """What became of a scheduled session that did not take place as planned."""

    MOVED = "moved"
    CANCELLED_BY_CLIENT = "cancelled_by_client"
    CANCELLED_BY_CLINIC = "cancelled_by_clinic"
    MISSED = "missed"
    MISTAKE = "mistake"


STATUS = {
    Became.CANCELLED_BY_CLIENT: Status.CANCELLED_BY_CLIENT,
    Became.CANCELLED_BY_CLINIC: Status.CANCELLED_BY_CLINIC,
    Became.MISSED: Status.MISSED,
}
