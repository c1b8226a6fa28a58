"""How the kept database is filled: one act of a service after the other, each at its minute; and awkward texts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Any, TypeVar
from uuid import UUID

from tracker import db
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Actor
from tracker.reference.loader import measures
from tracker.services.record.ratings import RatingsEntry

Made = TypeVar("Made")
QUOTES = (
    """O'Brien said: "don't" \\ ; -- '' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>"""
)
UMLAUTS = "Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик"
SIGNS = "👩🏽‍⚕️🇩🇪 e\u0301 שלום \u202eright to left\u202c 漢字 \U00020000 ﷽ \u00a0\u2003 ½ ∞ −1"
LINES = "one\ttab\r\nanother line\n\n  and a gap"
OWN = "session-check"
WELLBEING = "wellbeing-check"
DEPRESSION = "phq-9"


def long(length: int) -> str:
    """A text of exactly that length, with every awkward sign that fits."""
    awkward = f"{QUOTES} {UMLAUTS} {SIGNS} "
    return (awkward * (length // len(awkward) + 1))[: length - 1] + "."


def marks(key: str, *numbers: str) -> Entered:
    """What a person entered on a measure, item by item in its order."""
    items = measures()[key].items
    return Entered(
        {item.key: Fraction(number) for item, number in zip(items, numbers, strict=True)}
    )


def rated(*numbers: str, therapist: tuple[str, ...] = (), **more: Any) -> RatingsEntry:
    """The client's marks on the session check, and the therapist's where there are any."""
    ratings = {(OWN, Rater.CLIENT): marks(OWN, *numbers)}
    if therapist:
        ratings[OWN, Rater.THERAPIST] = marks(OWN, *therapist)
    return RatingsEntry(ratings, **more)


@dataclass
class Telling:
    """The minute it is, and who and what there is already, by name."""

    now: datetime
    people: dict[str, Actor] = field(default_factory=dict)
    ids: dict[str, UUID] = field(default_factory=dict)

    def at(self, day: date, hour: int = 9) -> None:
        """Go on at that hour of that day, in UTC; never back."""
        moment = datetime.combine(day, time(hour), UTC)
        if moment < self.now:
            raise ValueError(f"{moment} is before {self.now}")
        self.now = moment

    def do(self, act: Callable[..., Made], *words: Any, **more: Any) -> Made:
        """What a service makes, in a transaction of its own; a minute passes."""
        with db.transaction() as writing:
            made = act(writing, *words, now=self.now, **more)
        self.now += timedelta(minutes=1)
        return made

    def look(self, act: Callable[..., Made], *words: Any, **more: Any) -> Made:
        """What a service reads now."""
        with db.reading() as reading:
            return act(reading, *words, **more)
