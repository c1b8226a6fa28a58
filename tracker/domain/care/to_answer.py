"""What a client's flags ask of their clinician, made into things to answer: at most one for each session.

    session         4        5        6
    drop on bond    ●────────●                 one line: the newest stands for it, open since session 4
    slide                    ●                 another line of session 5; the gravest line leads, and
    outcome                           ●        one answer to the flag that leads settles all of that session
    risk item       ■────────■                 a line that is a thing by itself; each of its flags has its own answer

A drop of strength 1 that nobody answered is offered as the session is saved. It asks for nothing by itself: it brings
an open line of its kind up to date, or else goes with whatever is answered for its session.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tracker.domain.care.answers import TO_COME_BACK_TO, Answer, Stage, offered, only_offered
from tracker.domain.care.caseload import Need, need_of
from tracker.domain.rules.findings import TIER, FlagKind, Tier

T = TypeVar("T")
TIERS = list(Tier)
KINDS = list(TIER)
NOTHING_NEEDED = len(Need)  # sorts after every need


@dataclass(frozen=True)
class Asking:
    """What of a flag decides with which others it is answered.

    session  where its session stands among the client's: the later is the greater
    about    on which measure it is, and whose
    """

    tier: Tier
    kind: FlagKind
    strength: int | None
    stage: Stage
    session: Any
    about: Hashable

    @property
    def need(self) -> Need | None:
        """What it asks of its clinician now."""
        return need_of(self.tier, self.kind, self.stage, self.strength)

    @property
    def counts(self) -> bool:
        """True where it asks for something, or is offered."""
        return self.need is not None or only_offered(self.strength, self.stage)

    @property
    def put_off(self) -> bool:
        """True where it was answered with something to come back to: it is not open, and stands apart."""
        return self.stage in TO_COME_BACK_TO


@dataclass(frozen=True)
class ThingToAnswer(Generic[T]):
    """Flags that one answer settles, in lines: of each kind, measure and person those that are open, the newest first;
    the gravest line first. `need` is what it asks now, None where it is only offered. Of risk it is one line, and each
    of its flags has its own answer."""

    lines: tuple[tuple[T, ...], ...]
    need: Need | None

    @property
    def leader(self) -> T:
        """The flag that is answered: the newest of the gravest line."""
        return self.lines[0][0]

    @property
    def flags(self) -> tuple[T, ...]:
        """All its flags, line by line."""
        return tuple(flag for line in self.lines for flag in line)

    @property
    def others(self) -> tuple[T, ...]:
        """All but the one that leads."""
        return self.flags[1:]

    @property
    def asks(self) -> bool:
        """True where it counts as something to answer or to come back to."""
        return self.need is not None


Line = list[tuple[Asking, T]]


def things(flags: Iterable[T], of: Callable[[T], Asking]) -> list[ThingToAnswer[T]]:
    """The things to answer among the flags of one client, the most pressing first, the oldest of each on top; what is
    only offered comes last. What was answered, came back, or asks for nothing is in none."""
    by_line: dict[Hashable, Line[T]] = {}
    for flag in flags:
        asks = of(flag)
        if asks.counts:
            by_line.setdefault((asks.put_off, asks.kind, asks.about), []).append((asks, flag))
    by_session: dict[Hashable, list[Line[T]]] = {}
    for key, line in by_line.items():
        line.sort(key=lambda pair: pair[0].session, reverse=True)
        newest = _newest_that_asks(line)
        alone = newest.tier is Tier.RISK
        by_session.setdefault(key if alone else (newest.put_off, newest.session), []).append(line)
    placed = sorted(map(_placed, by_session.values()), key=lambda pair: pair[0])
    return [thing for _, thing in placed]


def _placed(lines: list[Line[T]]) -> tuple[tuple[int, Any], ThingToAnswer[T]]:
    """The thing that these lines make, with its place among the others."""
    lines.sort(key=_gravity)
    need = _need(lines[0])
    oldest = min(asks.session for line in lines for asks, _ in line)
    shown = tuple(tuple(flag for _, flag in line) for line in lines)
    return (NOTHING_NEEDED if need is None else need, oldest), ThingToAnswer(shown, need)


def _newest_that_asks(line: Line[T]) -> Asking:
    """Whose session a line belongs to: a small drop brings it up to date, and makes nothing more to answer of it."""
    return next((asks for asks, _ in line if asks.need is not None), line[0][0])


def _need(line: Line[T]) -> Need | None:
    """What a line asks for: what any of its flags does, be it an earlier one."""
    return min((asks.need for asks, _ in line if asks.need is not None), default=None)


def _gravity(line: Line[T]) -> tuple[int, int, int, int]:
    """Sorts the gravest line first: by what it asks for, then by tier, strength, and the order of the kinds."""
    need = _need(line)
    strength = max(asks.strength or 0 for asks, _ in line)
    newest = line[0][0]
    place = NOTHING_NEEDED if need is None else int(need)
    return place, TIERS.index(newest.tier), -strength, KINDS.index(newest.kind)


def settles(answer: Answer, tier: Tier, kind: FlagKind, reason: str) -> bool:
    """Whether an answer to the flag that leads a thing settles a line of that kind as well.

    It does, also where that kind's own form has other words for it: it is kept as given with the answer to the leader.
    Three answers reach no further than they say: a risk item has its own; "entered wrongly" is about one rating; and
    to look at something settles nothing that asks for a conversation, as a missed session does.
    """
    if tier is Tier.RISK or answer is Answer.ENTERED_WRONGLY:
        return False
    own = offered(tier, kind, reason)
    looked = answer in (Answer.REVIEWED, Answer.CHANGED)
    return not (looked and tier is Tier.REVIEW and answer not in own)


def thing_of(things: Iterable[ThingToAnswer[T]], flag: T) -> ThingToAnswer[T] | None:
    """The thing that a flag is in; None for a flag that is in none."""
    return next((thing for thing in things if any(each is flag for each in thing.flags)), None)


def since(line: Sequence[T]) -> T | None:
    """The oldest flag of a line, where it holds more than one."""
    return line[-1] if len(line) > 1 else None
