"""The learning path of one person: where they stand, and their goes at the cases. Nobody else's is ever read."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.errors import NotPermitted
from tracker.domain.library.learning import Concept, PathStep, Vignette, shuffled, steps
from tracker.domain.people.access import Actor
from tracker.models import LearningTry
from tracker.services.library.texts import Shelf, shelf
from tracker.services.office.practice import today


@dataclass(frozen=True)
class Path:
    """The concepts with where the reader stands; `open_try` is the one that was begun and not ended, by concept."""

    steps: tuple[PathStep, ...]
    open_tries: dict[str, UUID]

    @property
    def passed(self) -> int:
        """How many badges there are."""
        return sum(step.due is not None for step in self.steps)

    @property
    def next_due(self) -> date | None:
        """The earliest day on which one is due again."""
        return min((step.due for step in self.steps if step.due), default=None)


@dataclass(frozen=True)
class TryView:
    """A go at a concept: its cases in the order of this go, and the place of each answer given so far."""

    row: LearningTry
    concept: Concept
    cases: tuple[Vignette, ...]
    answers: dict[str, int]

    @property
    def next_case(self) -> Vignette | None:
        """The first case without an answer; None once all have one."""
        return next((case for case in self.cases if case.key not in self.answers), None)

    @property
    def fitting(self) -> int:
        """How many answers fit."""
        return sum(fits(case, self.answers.get(case.key)) for case in self.cases)


def fits(case: Vignette, place: int | None) -> bool:
    """True for the answer that fits the case."""
    return place is not None and case.options[place].fits


def path(db: Session, actor: Actor, *, now: datetime, stands: Shelf | None = None) -> Path:
    """The reader's own path."""
    concepts = (stands or shelf(db)).library.concepts
    passes: dict[str, list[date]] = defaultdict(list)
    begun = {}
    tries = select(LearningTry).where(LearningTry.user_id == actor.id)
    for row in db.scalars(tries.order_by(LearningTry.begun_at)):
        if row.passed and row.ended_on:
            passes[row.concept].append(row.ended_on)
        if row.ended_on is None:
            begun[row.concept] = row.id
    return Path(tuple(steps(concepts, passes, today(db, now))), begun)


def begin(db: Session, actor: Actor, key: str, *, now: datetime) -> LearningTry:
    """A new go at the concept, or the one that was begun and not ended."""
    _concept(shelf(db), key)
    row = db.scalar(
        select(LearningTry).where(
            LearningTry.user_id == actor.id,
            LearningTry.concept == key,
            LearningTry.ended_on.is_(None),
        )
    )
    if row is not None and try_view(db, actor, row.id).next_case is None:
        _end(try_view(db, actor, row.id), today(db, now))  # its last case is gone from the file
        db.flush()
        row = None
    if row is None:
        row = LearningTry(id=uuid4(), user_id=actor.id, concept=key, answers={}, begun_at=now)
        db.add(row)
        db.flush()
    return row


def _end(view: TryView, day: date) -> None:
    """The go is over."""
    view.row.ended_on = day
    view.row.passed = view.fitting >= view.concept.badge_at


def _concept(stands: Shelf, key: str) -> Concept:
    concept = next((each for each in stands.library.concepts if each.key == key), None)
    if concept is None:
        raise NotPermitted
    return concept


def try_view(
    db: Session, actor: Actor, try_id: UUID, *, lock: bool = False, stands: Shelf | None = None
) -> TryView:
    """A go of one's own; NotPermitted for anyone else's. `lock` keeps other writers of it waiting."""
    row = db.get(LearningTry, try_id, with_for_update=lock or None)
    if row is None or row.user_id != actor.id:
        raise NotPermitted
    concept = _concept(stands or shelf(db), row.concept)
    cases = [concept.case(key) for key in shuffled(concept, str(row.id))]
    there = tuple(case for case in cases if case)
    # A case that was rewritten meanwhile may have fewer answers: it is asked again.
    given = {
        case.key: row.answers[case.key]
        for case in there
        if 0 <= row.answers.get(case.key, -1) < len(case.options)
    }
    return TryView(row, concept, there, given)


def answer(
    db: Session, actor: Actor, try_id: UUID, case_key: str, place: int, *, now: datetime
) -> TryView:
    """The go with an answer to one case; the first answer to a case stands. The last one ends the go."""
    view = try_view(db, actor, try_id, lock=True)
    case = view.concept.case(case_key)
    if case is None or not 0 <= place < len(case.options):
        raise NotPermitted
    row = view.row
    if case_key not in view.answers and row.ended_on is None:
        row.answers = {**view.answers, case_key: place}
        view = try_view(db, actor, try_id)
        if view.next_case is None:
            _end(view, today(db, now))
        db.flush()
    return view
