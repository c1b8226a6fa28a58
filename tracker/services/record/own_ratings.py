"""A client's own ratings over time, to be looked at with them."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.course.handover import HandoverStage, Way, languages
from tracker.domain.course.trajectory import Slot, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Item, Kind, Measure, Rater
from tracker.models import Client, Handover
from tracker.services.office.practice import practice
from tracker.services.record.clients import measures_of, participant_a
from tracker.services.record.course import Course, course

Marks = tuple[Fraction | None, ...]


@dataclass(frozen=True)
class Marked:
    """One question, or the TOTAL of a measure, as it was marked in the sessions from the first rated one to the last;
    `beside` as the therapist marked it. `reworded`: the days from which on it was put in other words."""

    measure: Measure
    key: str
    slots: tuple[Slot, ...]
    values: Marks
    beside: Marks
    reworded: tuple[date, ...]

    @property
    def name(self) -> str:
        """What it is called in an address: "session-check.bond"."""
        return f"{self.measure.key}.{self.key}"

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions in it: one, or all of the measure."""
        measure = self.measure
        return measure.scored_items if self.key == TOTAL else (measure.item(self.key),)

    @property
    def days(self) -> tuple[date, ...]:
        """The day of each session."""
        return tuple(slot.held_on for slot in self.slots)

    @property
    def marks(self) -> tuple[Fraction, ...]:
        """The marks there are, in order."""
        return tuple(value for value in self.values if value is not None)


def own_ratings(client: Client, of: Course, whose: UUID | None = None) -> list[Marked]:
    """The measures in use that a person can be shown, the alliance first: of each its total and every question, where
    there is a mark of theirs on it; of participant A where nobody is named."""
    marked = []
    person = whose or participant_a(client).id
    in_use = sorted(measures_of(client, of.known), key=lambda m: m.kind is not Kind.ALLIANCE)
    for measure in in_use:
        line = of.trajectory(measure.key, Rater.CLIENT, person)
        if line is None or not languages(measure):
            continue
        theirs = of.trajectory(measure.key, Rater.THERAPIST, None)
        keys = [item.key for item in measure.items]
        whole = [TOTAL] if len(keys) > 1 else []
        marked += [_marked(measure, key, line, theirs) for key in (*whole, *keys)]
    return [each for each in marked if each.marks]


def _marked(measure: Measure, key: str, line: Trajectory, theirs: Trajectory | None) -> Marked:
    """A session in between that was not rated keeps its place."""
    mine = {p.slot.number: p.scores.of(key) for p in line.points}
    beside = {p.slot.number: p.scores.of(key) for p in theirs.points} if theirs else {}
    slots = tuple(slot for slot in line.slots if min(mine) <= slot.number <= max(mine))
    return Marked(
        measure,
        key,
        slots,
        tuple(mine.get(slot.number) for slot in slots),
        tuple(beside.get(slot.number) for slot in slots),
        tuple(
            point.slot.held_on
            for point in line.points
            if (before := line.reworded(point)) and _other_words(before, point.measure, key)
        ),
    )


def _other_words(before: Measure, now: Measure, key: str) -> bool:
    """True when a question that both versions have is put in other words; of the TOTAL, any of them."""
    both = {item.key for item in before.items} & {item.key for item in now.items}
    asked = both if key == TOTAL else both & {key}
    return any(before.item(each).words() != now.item(each).words() for each in asked)


def may_look(db: Session, row: Handover) -> bool:
    """True when the practice shows clients their own ratings after they have rated on a phone of their own."""
    shown = practice(db).own_ratings_shown
    return bool(shown and row.way != Way.TABLET and row.state == HandoverStage.SENT)


def of_handover(db: Session, row: Handover) -> list[Marked]:
    """The own ratings of whoever answered that hand-over."""
    client = db.get_one(Client, row.client_id)
    return own_ratings(client, course(db, client.id), row.participant_id)
