"""A client's own ratings over time, to be looked at with them."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.course.handover import HandoverStage, Way, languages
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.measure import Item, Measure, Rater
from tracker.models import Client, Handover
from tracker.services.office.practice import practice
from tracker.services.record.clients import measures_of, participant_a
from tracker.services.record.course import Course, course

Marks = tuple[Fraction | None, ...]


@dataclass(frozen=True)
class Marked:
    """One question as it was marked in each of the rated sessions, with the day of each; `beside` as the therapist
    marked it. `reworded`: the days from which on it was put in other words."""

    measure: Measure
    item: Item
    days: tuple[date, ...]
    values: Marks
    beside: Marks
    reworded: tuple[date, ...]


def own_ratings(client: Client, of: Course, whose: UUID | None = None) -> list[Marked]:
    """Every question of the measures in use that a person can be shown, where there is a mark of theirs on it; of
    participant A where nobody is named."""
    marked = []
    person = whose or participant_a(client).id
    for measure in measures_of(client, of.known):
        line = of.trajectory(measure.key, Rater.CLIENT, person)
        if line is None or not languages(measure):
            continue
        theirs = of.trajectory(measure.key, Rater.THERAPIST, None)
        marked += [_marked(measure, item, line, theirs) for item in measure.items]
    return [each for each in marked if any(value is not None for value in each.values)]


def _marked(measure: Measure, item: Item, line: Trajectory, theirs: Trajectory | None) -> Marked:
    """Numbered by what the client rated: a session without a rating is none of theirs."""
    beside = {p.slot.number: p.scores.of(item.key) for p in theirs.points} if theirs else {}
    return Marked(
        measure,
        item,
        tuple(point.slot.held_on for point in line.points),
        tuple(point.scores.of(item.key) for point in line.points),
        tuple(beside.get(point.slot.number) for point in line.points),
        tuple(
            point.slot.held_on
            for point in line.points
            if (before := line.reworded(point)) and _other_words(before, point.measure, item.key)
        ),
    )


def _other_words(before: Measure, now: Measure, key: str) -> bool:
    """True when a question that both versions have is put in other words."""
    return key in {item.key for item in before.items} and (
        before.item(key).words() != now.item(key).words()
    )


def may_look(db: Session, row: Handover) -> bool:
    """True when the practice shows clients their own ratings after they have rated on a phone of their own."""
    shown = practice(db).own_ratings_shown
    return bool(shown and row.way != Way.TABLET and row.state == HandoverStage.SENT)


def of_handover(db: Session, row: Handover) -> list[Marked]:
    """The own ratings of whoever answered that hand-over."""
    client = db.get_one(Client, row.client_id)
    return own_ratings(client, course(db, client.id), row.participant_id)
