"""Suggestions for revising the library: submitted by anyone, and read by their submitter and by whoever keeps it.

What is done with one is in `suggestion_steps`.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.library.private_words import problem as private_problem
from tracker.domain.library.suggestions import (
    OVER,
    About,
    Credit,
    SuggestionAct,
    SuggestionStage,
    awaited,
    possible,
    stage,
)
from tracker.domain.library.texts import Text
from tracker.domain.people.access import Actor, Permission
from tracker.models import LibraryRevision, Suggestion, SuggestionStep, User
from tracker.services.library.texts import Shelf, shelf
from tracker.services.trail import audit

WISH_LENGTH = 1000
SOURCE_LENGTH = 500
SAID_LENGTH = 1000  # of a sentence in its words, as far as it is kept


@dataclass(frozen=True)
class Wanted:
    """What somebody suggests. `sentence` is the digest of the one it is about, or None for the text as a whole."""

    about: About | None
    wish: str
    source: str
    credit: Credit | None
    sentence: str | None = None


@dataclass(frozen=True)
class Step:
    """A step with the name of who took it."""

    step: SuggestionStep
    by: str


@dataclass(frozen=True)
class SuggestionView:
    """A suggestion as its submitter and whoever keeps the library see it. `published` is its revision's number."""

    suggestion: Suggestion
    by: str
    steps: tuple[Step, ...]
    stage: SuggestionStage
    possible: frozenset[SuggestionAct]
    shelf: Shelf
    published: int | None

    @property
    def text(self) -> Text | None:
        """The text it is about; None where a practice's file is gone."""
        return self.shelf.library.texts.get(self.suggestion.text)

    @property
    def draft(self) -> SuggestionStep | None:
        """The last draft, if there is one."""
        drafts = [s.step for s in self.steps if s.step.act == SuggestionAct.DRAFTED]
        return drafts[-1] if drafts else None

    @property
    def lapsed(self) -> bool:
        """True for a published one that the files as they are now do not take."""
        return any(gone.suggestion_id == self.suggestion.id for gone in self.shelf.lapsed)

    @property
    def seen(self) -> int:
        """How many steps it has: what a form saw."""
        return len(self.steps)


def submit(db: Session, actor: Actor, address: str, wanted: Wanted, *, now: datetime) -> Suggestion:
    """The stored suggestion; Incomplete for what is missing, too long, or looks like a client's."""
    text = shelf(db).text(address)
    problems = _problems(wanted)
    sentence = text.sentence(wanted.sentence) if wanted.sentence else None
    if wanted.sentence and sentence is None:
        problems["sentence"] = "The sentence was changed meanwhile. Choose it again"
    if problems or wanted.about is None or wanted.credit is None:
        raise Incomplete(problems)
    row = Suggestion(
        id=uuid4(),
        text=address,
        sentence=wanted.sentence,
        said=sentence.text[:SAID_LENGTH] if sentence else "",
        about=wanted.about,
        wish=wanted.wish.strip(),
        source=wanted.source.strip(),
        credit=wanted.credit,
        submitted_at=now,
        submitted_by_id=actor.id,
    )
    db.add(row)
    db.flush()
    audit.record(
        db, "suggestion.submitted", actor=actor.id, object_id=row.id, now=now, text=address
    )
    return row


def _problems(wanted: Wanted) -> dict[str, str]:
    problems = {}
    if wanted.about is None:
        problems["about"] = "Choose what is amiss"
    if wanted.credit is None:
        problems["credit"] = "Choose whether you wish to be named"
    problems |= text_problems("wish", wanted.wish, "Write how it should read", WISH_LENGTH)
    asked = "Enter what it rests on: a publication, a guideline, or your own clinical experience"
    return problems | text_problems("source", wanted.source, asked, SOURCE_LENGTH)


def text_problems(name: str, text: str, asked: str, length: int) -> dict[str, str]:
    """What is wrong with a text, by the name of its field: nothing in it where something is `asked` for, too long, or
    what looks like a client's."""
    if asked and not text.strip():
        return {name: asked}
    if len(text.strip()) > length:
        return {name: f"The text must be {length} characters or fewer"}
    private = private_problem(text)
    return {name: private} if private else {}


def queue(db: Session, actor: Actor, stands: Shelf | None = None) -> list[SuggestionView]:
    """The suggestions that wait: all of them for who keeps the library, one's own for anyone else. Those that were
    submitted first come first; what is over stands at the end, the last first, as far as it is one's own."""
    own = Suggestion.submitted_by_id == actor.id
    ends = select(SuggestionStep.id).where(
        SuggestionStep.suggestion_id == Suggestion.id, SuggestionStep.act.in_(OVER)
    )
    whose = own | ~ends.exists() if actor.may(Permission.KEEP_LIBRARY) else own
    rows = db.scalars(select(Suggestion).where(whose).order_by(Suggestion.submitted_at))
    found = _views(db, actor, list(rows), stands or shelf(db))
    over = [view for view in found if view.stage in OVER]
    return [*(view for view in found if view.stage not in OVER), *reversed(over)]


def waiting(db: Session, actor: Actor, stands: Shelf | None = None) -> int:
    """How many suggestions wait for the actor, and not for somebody else."""
    return sum(awaited(view.stage, view.possible) for view in queue(db, actor, stands))


def suggestion(db: Session, actor: Actor, suggestion_id: UUID) -> SuggestionView:
    """One suggestion; NotPermitted but for its submitter and whoever keeps the library."""
    row = db.get(Suggestion, suggestion_id)
    if row is None or not (actor.may(Permission.KEEP_LIBRARY) or row.submitted_by_id == actor.id):
        raise NotPermitted
    return _views(db, actor, [row], shelf(db))[0]


def _views(
    db: Session, actor: Actor, rows: list[Suggestion], stands: Shelf
) -> list[SuggestionView]:
    ids = [row.id for row in rows]
    steps: dict[UUID, list[Step]] = {each: [] for each in ids}
    taken = db.execute(
        select(SuggestionStep, User.name)
        .join(User, User.id == SuggestionStep.recorded_by_id)
        .where(SuggestionStep.suggestion_id.in_(ids))
        .order_by(SuggestionStep.sequence)
    )
    for step, name in taken:
        steps[step.suggestion_id].append(Step(step, name))
    people = {row.submitted_by_id for row in rows}
    names = dict(db.execute(select(User.id, User.name).where(User.id.in_(people))).all())
    published = dict(
        db.execute(
            select(LibraryRevision.suggestion_id, LibraryRevision.number).where(
                LibraryRevision.suggestion_id.in_(ids)
            )
        ).all()
    )
    keeps = actor.may(Permission.KEEP_LIBRARY)
    found = []
    for row in rows:
        at = stage([SuggestionAct(step.step.act) for step in steps[row.id]])
        can = possible(at, keeps=keeps, submitted=row.submitted_by_id == actor.id)
        each = tuple(steps[row.id])
        name = names[row.submitted_by_id]
        number = published.get(row.id)
        found.append(SuggestionView(row, name, each, at, can, stands, number))
    return found
