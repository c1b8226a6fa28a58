"""Rows put together by what they have in common."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Grouped = TypeVar("Grouped")
Common = TypeVar("Common", bound=Hashable)


def grouped(
    rows: Iterable[Grouped], by: Callable[[Grouped], Common]
) -> dict[Common, list[Grouped]]:
    """The rows by what they have in common, each list in the order in which they came."""
    groups: dict[Common, list[Grouped]] = {}
    for row in rows:
        groups.setdefault(by(row), []).append(row)
    return groups
