"""Suggestions for revising the library: submitted by anyone, read by their submitter and by whoever keeps it.

Then drafted by who keeps the library, approved by who submitted it, and published. Steps are added, never changed.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.library.private_words import private_words
from tracker.domain.library.private_words import problem as private_problem
from tracker.domain.library.suggestions import (
    NEEDS_A_REASON,
    OVER,
    About,
    Credit,
    SuggestionAct,
    SuggestionStage,
    awaited,
    possible,
    stage,
)
from tracker.domain.library.texts import SourceTier, Text
from tracker.domain.people.access import Actor, Permission
from tracker.models import LibraryRevision, NoticeKind, Suggestion, SuggestionStep, User
from tracker.reference import revisions
from tracker.services.access import notices
from tracker.services.library.texts import Shelf, revision_of, shelf
from tracker.services.office.actors import allowed
from tracker.services.trail import audit

WISH_LENGTH = 1000
SOURCE_LENGTH = 500
SAID_LENGTH = 1000  # of a sentence in its words, as far as it is kept


@dataclass(frozen=True)
class SuggestionText:
    """What somebody suggests. `sentence` is the digest of the one it is about, or None for the text as a whole."""

    about: About | None
    wish: str
    source: str
    credit: Credit | None
    sentence: str | None = None


@dataclass(frozen=True)
class StepTaken:
    """A step with the name of who took it."""

    step: SuggestionStep
    by: str


@dataclass(frozen=True)
class SuggestionView:
    """A suggestion as its submitter and whoever keeps the library see it. `published` is its revision's number."""

    suggestion: Suggestion
    by: str
    steps: tuple[StepTaken, ...]
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


def submit(
    db: Session, actor: Actor, address: str, wanted: SuggestionText, *, now: datetime
) -> Suggestion:
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


def _problems(wanted: SuggestionText) -> dict[str, str]:
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
    views = _views(db, actor, list(rows), stands or shelf(db))
    over = [view for view in views if view.stage in OVER]
    return [*(view for view in views if view.stage not in OVER), *reversed(over)]


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
    steps: dict[UUID, list[StepTaken]] = {each: [] for each in ids}
    taken = db.execute(
        select(SuggestionStep, User.name)
        .join(User, User.id == SuggestionStep.recorded_by_id)
        .where(SuggestionStep.suggestion_id.in_(ids))
        .order_by(SuggestionStep.sequence)
    )
    for step, name in taken:
        steps[step.suggestion_id].append(StepTaken(step, name))
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
    views = []
    for row in rows:
        at = stage([SuggestionAct(step.step.act) for step in steps[row.id]])
        can = possible(at, keeps=keeps, submitted=row.submitted_by_id == actor.id)
        each = tuple(steps[row.id])
        name = names[row.submitted_by_id]
        number = published.get(row.id)
        views.append(SuggestionView(row, name, each, at, can, stands, number))
    return views


_ADDRESS = re.compile(r"https://[\w.-]+(/[^\s\"'<>]*)?")
NOTE_LENGTH = 500
DRAFT_LENGTH = 2000
LINK_LENGTH = 300


@dataclass(frozen=True)
class Draft:
    """A step with a draft: the sentence that gives way, the new ones, and the new source where one comes with it. One
    that is taken out has neither: whatever stands in `draft` then is left alone."""

    sentence: str
    draft: str
    citation: str = ""
    link: str = ""
    tier: SourceTier | None = None
    takes_out: bool = False


def take_step(
    db: Session,
    actor: Actor,
    suggestion_id: UUID,
    act: SuggestionAct,
    note: str = "",
    draft: Draft | None = None,
    *,
    seen: int,
    now: datetime,
) -> SuggestionStep:
    """The stored step. Stale when another step was taken since the form was shown; NotPermitted for an act that is not
    the actor's at this point."""
    view = suggestion(db, actor, suggestion_id)
    if view.seen != seen:
        raise Stale("Something was done with this suggestion meanwhile. Look at it again")
    if act not in view.possible:
        raise NotPermitted
    if problems := _step_problems(view, act, note, draft):
        raise Incomplete(problems)
    step = SuggestionStep(
        id=uuid4(),
        suggestion_id=suggestion_id,
        sequence=view.seen + 1,
        act=act,
        note=note.strip(),
        recorded_at=now,
        recorded_by_id=actor.id,
        **(_drafted(view, draft) if draft and act is SuggestionAct.DRAFTED else {}),
    )
    db.add(step)
    db.flush()
    if act is SuggestionAct.PUBLISHED:
        _publish(db, actor, view, now)
    _tell(db, actor, view, act, now=now)
    audit.record(
        db, "suggestion.step", actor=actor.id, object_id=suggestion_id, now=now, act=act.value
    )
    return step


def _tell(
    db: Session, actor: Actor, view: SuggestionView, act: SuggestionAct, *, now: datetime
) -> None:
    """Tell the submitter, on their home page, that a draft waits for them, until something else is done with it."""
    about = view.suggestion.id
    who = view.suggestion.submitted_by_id
    notices.end_about(db, about, now=now)
    if act is SuggestionAct.DRAFTED and who != actor.id:
        notices.tell(db, [who], NoticeKind.DRAFTED, "", by=actor.id, about=about, now=now)


def _step_problems(
    view: SuggestionView, act: SuggestionAct, note: str, draft: Draft | None
) -> dict[str, str]:
    needs = "Enter the reason" if act in NEEDS_A_REASON else ""
    problems = text_problems("note", note, needs, NOTE_LENGTH)
    if act is SuggestionAct.DRAFTED:
        problems |= _draft_problems(view, draft or Draft("", ""))
    if act is SuggestionAct.PUBLISHED and (stale := _publishing_problem(view)):
        problems["publish"] = stale
    return problems


def _drafted(view: SuggestionView, draft: Draft) -> dict[str, str | None]:
    gives_way = view.text.sentence(draft.sentence) if view.text else None
    return {
        "sentence": draft.sentence,
        "said": gives_way.text[:SAID_LENGTH] if gives_way else "",
        "draft": "" if draft.takes_out else " ".join(draft.draft.split()),
        "source_citation": draft.citation.strip() or None,
        "source_link": draft.link.strip() or None,
        "source_tier": draft.tier.value if draft.tier and draft.citation.strip() else None,
    }


def _draft_problems(view: SuggestionView, draft: Draft) -> dict[str, str]:
    """What stands in the way of a draft, by the field of its form."""
    asked = "Write the sentences that stand in its place, each with its marker"
    problems = {} if draft.takes_out else text_problems("draft", draft.draft, asked, DRAFT_LENGTH)
    problems |= text_problems("citation", draft.citation, "", SOURCE_LENGTH)
    if draft.takes_out and draft.citation.strip():
        problems["citation"] = "A sentence that is taken out brings no source. Empty this field"
    if draft.link.strip():
        problems |= _link_problems(draft)
    if draft.citation.strip() and draft.tier is None:
        problems["tier"] = "Choose what kind of source it is"
    if not problems and (bad := revisions.problem(view.shelf.library, _revision(view, draft))):
        problems["draft"] = bad
    return problems


def _link_problems(draft: Draft) -> dict[str, str]:
    """What is wrong with the address of a new source."""
    link = draft.link.strip()
    if not _ADDRESS.fullmatch(link) or len(link) > LINK_LENGTH:
        return {"link": "Enter an address that begins with https://"}
    if not draft.citation.strip():
        return {"citation": "Enter the source that the address leads to"}
    private = private_words(link)
    return {"link": f"Remove {private[0]} {private[1]} before sending"} if private else {}


def _revision(view: SuggestionView, draft: Draft) -> revisions.Revision:
    step = SuggestionStep(**_drafted(view, draft))
    return revision_of(view.suggestion.text, step, revisions.NEW)


def _publishing_problem(view: SuggestionView) -> str | None:
    assert view.draft is not None, "it was approved"
    revision = revision_of(view.suggestion.text, view.draft, revisions.NEW)
    problem = revisions.problem(view.shelf.library, revision)
    return f"It cannot be published as it is: {problem}. Draft it again" if problem else None


def _publish(db: Session, actor: Actor, view: SuggestionView, now: datetime) -> None:
    """The revision of an approved draft, with the next number of its text."""
    allowed(actor, Permission.KEEP_LIBRARY)
    assert view.draft is not None
    of = LibraryRevision.text == view.suggestion.text
    number = (db.scalar(select(func.max(LibraryRevision.number)).where(of)) or 0) + 1
    key = None
    if view.draft.source_citation is not None:
        keyed = select(func.count()).where(LibraryRevision.source_key.is_not(None))
        key = f"r{(db.scalar(keyed) or 0) + 1}"
    db.add(
        LibraryRevision(
            id=uuid4(),
            suggestion_id=view.suggestion.id,
            step_id=view.draft.id,
            text=view.suggestion.text,
            number=number,
            source_key=key,
            published_at=now,
            published_by_id=actor.id,
        )
    )
    db.flush()
