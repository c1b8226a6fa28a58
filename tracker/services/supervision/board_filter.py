"""What the supervision board is asked for, and how many of its rows each other choice would leave."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from tracker.domain.care.answers import Addressed
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.board import OnBoard
from tracker.domain.supervision.sign_off import BoardState
from tracker.services.record.boards import facts_of

OLD_DAYS = 7  # design default
ALL = "all"  # of a facet: whatever it narrows
FIRST = "first"  # of the states: what is shown before anybody filters
OFFERED = "offered"  # of the states: what nobody answered and nobody has to


class NotMeasured(StrEnum):
    """Who is not measured: whose flag says so and is unanswered, who has never rated at all, whose treatment is paused,
    and whose therapy ended before somebody answered a check-in."""

    LATELY = "lately"
    NEVER = "never"
    PAUSED = "paused"
    ENDED = "ended"


OF_CLIENTS = frozenset({NotMeasured.NEVER, NotMeasured.PAUSED})  # which have no flag


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


class BoardStanding(NamedTuple):
    """What the filter and the counts ask of a row, the same for many rows: whose it is, where its flags stand (as text,
    see `facts_of`), and whether it is older than a week."""

    clinician_id: UUID
    facts: str
    old: bool

    @property
    def flags(self) -> tuple[OnBoard, ...]:
        """Where its flags stand, the one that leads first."""
        return facts_of(self.facts)

    @property
    def waits(self) -> bool:
        """True while an answer is waited for by any of them."""
        return any(flag.unanswered for flag in self.flags)


def gravest(flags: Iterable[OnBoard]) -> int | None:
    """The strength of the strongest of these flags; None where none has a strength."""
    return max((flag.strength for flag in flags if flag.strength is not None), default=None)


def asked_for(row: BoardStanding, asked: BoardFilter) -> bool:
    """Whether rows that stand so are asked for: they are where any of their flags is."""
    return any(all(_fits(row, flag, asked)) and _narrowed(row, flag, asked) for flag in row.flags)


def facets(rows: Mapping[BoardStanding, int], asked: BoardFilter) -> Facets:
    """The counts of these rows, of which there are as many as it says; one with several flags counts once for each
    choice that any of them meets."""
    counts: dict[int, Counter[Hashable]] = defaultdict(Counter)
    for row, number in rows.items():
        met = {choice for flag in row.flags for choice in _choices(row, flag, asked)}
        for facet, value in met:
            counts[facet][value] += number
    return Facets(counts[0], counts[1], counts[2], counts[3])


def _choices(row: BoardStanding, flag: OnBoard, asked: BoardFilter) -> list[tuple[int, Hashable]]:
    """For each facet whose own choice is all that may leave the flag out, the choices that it meets."""
    fits = _fits(row, flag, asked)
    missed = [facet for facet, fit in enumerate(fits) if not fit]
    if len(missed) > 1 or not _narrowed(row, flag, asked):
        return []
    values: tuple[list[Hashable], ...] = (
        [row.clinician_id],
        [flag.tier],
        [_state(flag), FIRST] if flag.first else [_state(flag)],
        _not_measured(flag),
    )
    return [
        (facet, value) for facet in missed or range(len(values)) for value in (ALL, *values[facet])
    ]


def _fits(row: BoardStanding, flag: OnBoard, asked: BoardFilter) -> tuple[bool, bool, bool, bool]:
    """Whether a flag meets the choice of each facet: clinician, tier, state, who is not measured."""
    wanted = OFFERED if asked.offered else asked.state
    return (
        asked.clinician in (None, row.clinician_id),
        asked.tier in (None, flag.tier),
        flag.first if asked.only_first else asked.state is None or _state(flag) == wanted,
        asked.unmeasured is None or asked.unmeasured in _not_measured(flag),
    )


def _not_measured(flag: OnBoard) -> list[Hashable]:
    """What a flag says of who is not measured."""
    if flag.not_rated_lately:
        return [NotMeasured.LATELY]
    return [NotMeasured.ENDED] if flag.ended_unanswered else []


def _state(flag: OnBoard) -> str:
    """Where a flag stands, as the facet tells it."""
    return OFFERED if flag.state is BoardState.OPEN and flag.only_offered else flag.state


def _narrowed(row: BoardStanding, flag: OnBoard, asked: BoardFilter) -> bool:
    """Whether a flag meets what else was asked for of where it stands."""
    return (
        (asked.strength is None or (flag.strength or 0) >= asked.strength)
        and (not asked.old or (row.old and flag.unanswered))
        and (not asked.rated_after or flag.addressed is Addressed.RATED_AFTER)
    )
