"""Calendar months of an objective's days."""

from calendar import monthrange
from datetime import date, timedelta

from tracker.domain.objectives import Window


def months_of(window: Window) -> list[tuple[date, date]]:
    """For each calendar month that the days touch: its first day, and its last one or the due date, whichever comes
    first."""
    found, first = [], window.start.replace(day=1)
    while first <= window.due:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        found.append((first, min(last, window.due)))
        first = last + timedelta(days=1)
    return found
