"""Entries that nobody edits: a correction is a later entry that names the one it supersedes.

first ◄── correction ◄── correction of it        the last one counts, in the place of the first
"""

from collections.abc import Sequence
from typing import Protocol, TypeVar
from uuid import UUID


class Superseding(Protocol):
    """Something with an id that may supersede another."""

    @property
    def id(self) -> UUID:
        """Its own id."""
        ...

    @property
    def supersedes_id(self) -> UUID | None:
        """The id of the entry that it corrects; None for one that was made first."""
        ...


T = TypeVar("T", bound=Superseding)


def in_force(entries: Sequence[T]) -> list[T]:
    """The entries that count, in the order in which they were first made; a correction stands in its entry's place."""
    later = {entry.supersedes_id: entry for entry in entries if entry.supersedes_id}
    counting = []
    for entry in entries:
        if entry.supersedes_id is None:
            while entry.id in later:
                entry = later[entry.id]  # noqa: PLW2901  (on to what it was corrected to)
            counting.append(entry)
    return counting


def first_of(entries: Sequence[T], entry_id: UUID) -> UUID:
    """The id of the entry that a correction, or a correction of a correction, goes back to."""
    before = {entry.id: entry.supersedes_id for entry in entries}
    while before_it := before[entry_id]:
        entry_id = before_it
    return entry_id
