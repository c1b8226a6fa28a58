"""What an objective asks for, as plain values to be stored, and what cannot be asked for."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta
from fractions import Fraction

from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    Criterion,
    CriterionKind,
    EachAddressed,
    Endorsed,
    Reached,
    Window,
)

Plain = Mapping[str, str | int | bool | None]
WORDING_LENGTH = 300
REASON_LENGTH = 200
LONGEST = timedelta(days=2 * 366)  # design default
MOST = 100  # of sessions, goals, times; design default
OF_KIND: Mapping[CriterionKind, type[Criterion]] = {
    CriterionKind.GOALS: Endorsed,
    CriterionKind.REACHED: Reached,
    CriterionKind.ADDRESSED: EachAddressed,
    CriterionKind.ADAPTED: Adapted,
    CriterionKind.ATTENDED: Attended,
    CriterionKind.COMPLETE: Complete,
}


def plain(asked: Criterion) -> dict[str, str | int | bool | None]:
    """The parameters as they are stored: fractions as exact text, the rest as it is."""
    parameters = asdict(asked)
    return {name: str(v) if isinstance(v, Fraction) else v for name, v in parameters.items()}


def criterion(kind: CriterionKind, stored: Plain) -> Criterion:
    """The criterion that `plain` gave these parameters of."""
    exact = {"at", "percent"}
    values = {name: Fraction(str(v)) if name in exact else v for name, v in stored.items()}
    return OF_KIND[kind](**values)  # type: ignore[arg-type]  # they came out of one of these


def problems(asked: Criterion) -> dict[str, str]:
    """What cannot be asked for, by the name of the parameter."""
    by_parameter: dict[str, str] = {}
    for name, value in asdict(asked).items():
        counted = isinstance(value, int) and not isinstance(value, bool)
        if counted and not 1 <= value <= MOST:
            by_parameter[name] = f"Enter a whole number from 1 to {MOST}"
    if isinstance(asked, Complete) and not 1 <= asked.percent <= 100:
        by_parameter["percent"] = "Enter a share from 1 to 100 percent"
    if by_parameter:
        return by_parameter
    if isinstance(asked, Reached) and asked.sessions is not None and asked.times > asked.sessions:
        return {"times": "It cannot be reached more often than there are sessions"}
    if isinstance(asked, Attended) and asked.attend > asked.of:
        return {"attend": "No more sessions can be attended than are scheduled"}
    return {}


def window_problems(window: Window, *, starts_on: date, today: date) -> dict[str, str]:
    """What is wrong with the days of an objective, by field. `starts_on`: the first day of care."""
    if window.start < starts_on:
        return {"start": "The start must be on or after the first day of care"}
    if window.start > today + LONGEST:
        return {"start": "The start is too far ahead"}
    if window.due <= window.start:
        return {"due": "The due date must be after the start"}
    if window.due > window.start + LONGEST:
        return {"due": "The due date must be within two years of the start"}
    return {}
