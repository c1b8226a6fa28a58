"""What the supervision board is asked for, and how many of its rows each other choice would leave."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from tracker.domain.care.answers import Addressed
from tracker.domain.care.flag_stage import waits_for_a_rating
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.sign_off import BoardState
from tracker.services.supervision.board_rows import BoardRow

OLD_DAYS = 7  # design default
ALL = "all"  # of a facet: whatever it narrows
FIRST = "first"  # of the states: what is shown before anybody filters
OFFERED = "offered"  # of the states: what nobody answered and nobody has to


class NotMeasured(StrEnum):
    """Who is not measured: whose flag says so and is unanswered, and who has never rated at all."""

    LATELY = "lately"
    NEVER = "never"


@dataclass(frozen=True)
class BoardFilter:
    """What the board is asked for; None and False leave all in. `everything`: also what is not shown at first; `first`:
    only that, whatever else narrows the rows. `offered`: of what is unanswered, that which nobody has to answer."""

    everything: bool = False
    first: bool = False
    clinician: UUID | None = None
    tier: Tier | None = None
    strength: int | None = None
    state: BoardState | None = None
    offered: bool = False
    unmeasured: NotMeasured | None = None
    old: bool = False
    rated_after: bool = False
    unseen: bool = False
    client: UUID | None = None
    sort: str = "need"
    descending: bool = False

    @cached_property
    def only_first(self) -> bool:
        """True when only what is shown at first is asked for."""
        if self.state or self.everything:
            return False
        narrows = (self.tier, self.strength, self.unmeasured, self.rated_after, self.client)
        return self.first or not any(narrows)


@dataclass(frozen=True)
class Facets:
    """How many rows there are for each choice of a facet while the other facets stay as they are; ALL counts those for
    any choice, and FIRST those that are shown at first."""

    clinicians: Mapping[Hashable, int]
    tiers: Mapping[Hashable, int]
    states: Mapping[Hashable, int]
    unmeasured: Mapping[Hashable, int]


def asked_for(row: BoardRow, asked: BoardFilter) -> bool:
    """Whether a flag is asked for; a row is where any of its flags is."""
    return all(_fits(row, asked)) and _narrowed(row, asked)


def facets(rows: Iterable[BoardRow], asked: BoardFilter) -> Facets:
    """The counts of these rows; one with several flags counts once for each choice that any of them meets."""
    counts: dict[int, Counter[Hashable]] = defaultdict(Counter)
    for row in rows:
        met = [choice for flag in row.flags for choice in _choices(flag, asked)]
        for facet, value in set(met) if row.thing else met:
            counts[facet][value] += 1
    return Facets(counts[0], counts[1], counts[2], counts[3])


def _choices(flag: BoardRow, asked: BoardFilter) -> list[tuple[int, Hashable]]:
    """For each facet whose own choice is all that may leave the flag out, the choices that it meets."""
    fits = _fits(flag, asked)
    missed = [facet for facet, fit in enumerate(fits) if not fit]
    if len(missed) > 1 or not _narrowed(flag, asked):
        return []
    values: tuple[list[Hashable], ...] = (
        [flag.clinician_id],
        [flag.tier],
        [_state(flag), FIRST] if flag.first else [_state(flag)],
        [NotMeasured.LATELY] if _not_lately(flag) else [],
    )
    return [
        (facet, value) for facet in missed or range(len(values)) for value in (ALL, *values[facet])
    ]


def _fits(row: BoardRow, asked: BoardFilter) -> tuple[bool, bool, bool, bool]:
    """Whether a flag meets the choice of each facet: clinician, tier, state, who is not measured."""
    wanted = OFFERED if asked.offered else asked.state
    return (
        asked.clinician in (None, row.clinician_id),
        asked.tier in (None, row.tier),
        row.first if asked.only_first else asked.state is None or _state(row) == wanted,
        asked.unmeasured is None or (asked.unmeasured is NotMeasured.LATELY and _not_lately(row)),
    )


def _state(row: BoardRow) -> str:
    """Where a flag stands, as the facet tells it."""
    return OFFERED if row.state is BoardState.OPEN and row.only_offered else row.state


def _not_lately(row: BoardRow) -> bool:
    return row.state is BoardState.OPEN and waits_for_a_rating(row.kind)


def _narrowed(row: BoardRow, asked: BoardFilter) -> bool:
    """Whether a flag meets what else was asked for."""
    return (
        (asked.strength is None or (row.strength or 0) >= asked.strength)
        and (not asked.old or (row.age_days > OLD_DAYS and row.waits))
        and (not asked.rated_after or row.addressed is Addressed.RATED_AFTER)
        and (not asked.unseen or row.unseen)
        and asked.client in (None, row.client_id)
    )
