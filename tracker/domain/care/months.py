"""Calendar months of an objective's days."""

from calendar import monthrange
from datetime import date, timedelta

from tracker.domain.care.objectives import Window

LEAST_DAYS = (
    15  # design default: a month of which fewer days belong to an objective is not asked about
)


def months_of(window: Window) -> list[tuple[date, date]]:
    """For each calendar month to which enough of the days belong: its first day, and its last one or the due date,
    whichever comes first. Of a window too short for any, every month it touches."""
    touched = []
    first = window.start.replace(day=1)
    while first <= window.due:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        touched.append((first, min(last, window.due)))
        first = last + timedelta(days=1)
    whole = [m for m in touched if (m[1] - max(m[0], window.start)).days + 1 >= LEAST_DAYS]
    return whole or touched
