"""The library as it stands here: the texts of the files with the revisions, checks and reviews that people made."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.library.private_words import problem as private_problem
from tracker.domain.library.suggestions import Credit
from tracker.domain.library.texts import Sentence, SentenceCheck, Source, SourceTier, Text
from tracker.domain.people.access import Actor, Permission
from tracker.models import (
    LibraryCheck,
    LibraryReview,
    LibraryRevision,
    Suggestion,
    SuggestionStep,
    User,
)
from tracker.reference.library import Library
from tracker.reference.revisions import Revision, checked, revised
from tracker.services.installation import installation
from tracker.services.office.actors import allowed
from tracker.services.office.practice import practice, today
from tracker.services.trail import audit

PASSAGE_WORDS = 25
PASSAGE_LENGTH = 300
REVIEW_EVERY = timedelta(days=182)  # half a year; design default


@dataclass(frozen=True)
class PublishedRevision:
    """A revision that was published: which one of its text, when, and whose idea it was, if they wish to be named."""

    text: str
    number: int
    on: date
    suggestion_id: UUID
    credit: str | None
    revision: Revision


@dataclass(frozen=True)
class Shelf:
    """The library with what was changed in it here; `lapsed` are changes that the files as they are now do not take."""

    library: Library
    changes: tuple[PublishedRevision, ...]
    lapsed: tuple[PublishedRevision, ...]

    def text(self, address: str) -> Text:
        """The text at an address; NotPermitted, as for anything absent, where there is none."""
        text = self.library.texts.get(address)
        if text is None:
            raise NotPermitted
        return text

    @property
    def ready(self) -> frozenset[str]:
        """The keys of the cards that may be the first link from a check-in."""
        return frozenset(card.key for card in self.library.cards if card.ready)


def shelf(db: Session) -> Shelf:
    """The library as it stands now, in four queries whatever its size."""
    zone = practice(db).time_zone
    changes = _changes(db, zone)
    in_turn = sorted(changes, key=_turn)
    library, lapsed = revised(
        installation(db).library, tuple(change.revision for change in in_turn)
    )
    gone = {_turn(change) for change, left in zip(in_turn, lapsed, strict=True) if left}
    texts = dict(library.texts)
    for address, by_sentence in _checks(db, zone).items():
        if address in texts:
            texts[address] = checked(texts[address], by_sentence)
    for address, review in _reviews(db).items():
        if address in texts and review.reviewed_on >= texts[address].provenance.written:
            came = texts[address].provenance
            came = replace(came, reviewed=review.reviewed_on, next_review=review.next_on)
            texts[address] = replace(texts[address], provenance=came)
    return Shelf(
        replace(library, texts=texts),
        tuple(change for change in changes if _turn(change) not in gone),
        tuple(change for change in changes if _turn(change) in gone),
    )


def _turn(change: PublishedRevision) -> tuple[str, int]:
    """Where a change has its turn: one builds on another of its text, and a clock may have been set back between."""
    return change.text, change.number


def _changes(db: Session, zone: str) -> list[PublishedRevision]:
    """All that were published, the earliest first."""
    rows = db.execute(
        select(LibraryRevision, SuggestionStep, Suggestion.credit, User.name)
        .join(SuggestionStep, SuggestionStep.id == LibraryRevision.step_id)
        .join(Suggestion, Suggestion.id == LibraryRevision.suggestion_id)
        .join(User, User.id == Suggestion.submitted_by_id)
        .order_by(LibraryRevision.published_at, LibraryRevision.text, LibraryRevision.number)
    )
    return [
        PublishedRevision(
            row.text,
            row.number,
            local_date(row.published_at, zone),
            row.suggestion_id,
            name if credit == Credit.NAMED else None,
            revision_of(row.text, step, row.source_key or ""),
        )
        for row, step, credit, name in rows
    ]


def revision_of(text: str, step: SuggestionStep, key: str) -> Revision:
    """What a draft does to a text, its new source under that key."""
    source = None
    if step.source_citation is not None:
        tier = SourceTier(step.source_tier or SourceTier.T3)
        source = Source(key, step.source_citation, tier, step.source_link or None, own=True)
    return Revision(text, step.sentence or "", step.draft or "", source)


def _checks(db: Session, zone: str) -> dict[str, dict[str, SentenceCheck]]:
    """The checks that stand, by text and sentence; of several the first."""
    rows = db.execute(
        select(LibraryCheck, User.name)
        .join(User, User.id == LibraryCheck.checked_by_id)
        .where(LibraryCheck.undone_at.is_(None))
        .order_by(LibraryCheck.checked_at.desc())
    )
    checks: dict[str, dict[str, SentenceCheck]] = defaultdict(dict)
    for row, name in rows:
        checks[row.text][row.sentence] = SentenceCheck(
            name, local_date(row.checked_at, zone), row.passage
        )
    return checks


def _reviews(db: Session) -> dict[str, LibraryReview]:
    """The last review of each text."""
    rows = db.scalars(select(LibraryReview).order_by(LibraryReview.reviewed_at))
    return {row.text: row for row in rows}


def check_sentence(
    db: Session, actor: Actor, address: str, digest: str, passage: str, *, now: datetime
) -> LibraryCheck:
    """The stored check of a sentence as it stands; of one that was changed meanwhile, NotNow."""
    allowed(actor, Permission.KEEP_LIBRARY)
    _standing(db, address, digest)
    passage = " ".join(passage.split())
    if len(passage.split()) > PASSAGE_WORDS or len(passage) > PASSAGE_LENGTH:
        raise Incomplete({"passage": f"Enter {PASSAGE_WORDS} words of the source at most"})
    if private := private_problem(passage):
        raise Incomplete({"passage": private})
    row = LibraryCheck(
        id=uuid4(),
        text=address,
        sentence=digest,
        passage=passage,
        checked_at=now,
        checked_by_id=actor.id,
    )
    db.add(row)
    db.flush()
    audit.record(db, "library.checked", actor=actor.id, object_id=row.id, now=now, text=address)
    return row


def _standing(db: Session, address: str, digest: str) -> Sentence:
    sentence = shelf(db).text(address).sentence(digest)
    if sentence is None:
        raise NotNow("The sentence was changed meanwhile. Read it again")
    return sentence


def undo_check(db: Session, actor: Actor, address: str, digest: str, *, now: datetime) -> None:
    """Take the checks of a sentence back: they stay readable, and it counts as unchecked. NotNow without any."""
    allowed(actor, Permission.KEEP_LIBRARY)
    rows = list(
        db.scalars(
            select(LibraryCheck).where(
                LibraryCheck.text == address,
                LibraryCheck.sentence == digest,
                LibraryCheck.undone_at.is_(None),
            )
        )
    )
    if not rows:
        raise NotNow("There is no check of this sentence to take back")
    for row in rows:
        row.undone_at = now
        row.undone_by_id = actor.id
        audit.record(
            db, "library.check_undone", actor=actor.id, object_id=row.id, now=now, text=address
        )


def review_text(db: Session, actor: Actor, address: str, *, now: datetime) -> LibraryReview:
    """The stored review: the whole text was looked through today, and is due again in half a year."""
    allowed(actor, Permission.KEEP_LIBRARY)
    text = shelf(db).text(address)
    day = today(db, now)
    row = LibraryReview(
        id=uuid4(),
        text=address,
        version=text.provenance.shown_version,
        reviewed_on=day,
        next_on=day + REVIEW_EVERY,
        reviewed_at=now,
        reviewed_by_id=actor.id,
    )
    db.add(row)
    db.flush()
    audit.record(db, "library.reviewed", actor=actor.id, object_id=row.id, now=now, text=address)
    return row
