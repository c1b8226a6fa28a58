"""What people do with the library: checks, reviews, useful marks, suggestions and their revisions, cases tried.

Its texts are files. `text` is a text's address among them ("cards/bond-fell"), `sentence` the digest of its words and
sources.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.library.suggestions import About, Credit, SuggestionAct
from tracker.domain.library.texts import SourceTier
from tracker.models.base import Base, Identified, one_of, word
from tracker.models.indexes import unique_where


class LibraryCheck(Base, Identified):
    """A person has compared a sentence with what it rests on. One that is taken back stays readable."""

    __tablename__ = "library_checks"
    __table_args__ = (
        CheckConstraint("(undone_at IS NULL) = (undone_by_id IS NULL)", name="undone"),
        Index("ix_library_checks_text", "text"),
    )

    text: Mapped[str] = mapped_column(String(80), doc="the text")
    sentence: Mapped[str] = mapped_column(String(32), doc="the sentence, as it was checked")
    passage: Mapped[str] = mapped_column(
        String(300), default="", doc="the passage of the source that was found, if it was named"
    )
    checked_at: Mapped[datetime] = mapped_column(doc="when it was checked")
    checked_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
    undone_at: Mapped[datetime | None] = mapped_column(doc="when the check was taken back")
    undone_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id"), doc="by whom it was taken back"
    )


class LibraryReview(Base, Identified):
    """A person has looked a whole text through, and says when that is due again."""

    __tablename__ = "library_reviews"
    __table_args__ = (Index("ix_library_reviews_text", "text"),)

    text: Mapped[str] = mapped_column(String(80), doc="the text")
    version: Mapped[str] = mapped_column(String(40), doc="the version that was looked at")
    reviewed_on: Mapped[date] = mapped_column(doc="the day")
    next_on: Mapped[date] = mapped_column(doc="the day on which it is due again")
    reviewed_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    reviewed_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")


class UsefulMark(Base, Identified):
    """Somebody found a text useful: one mark a person."""

    __tablename__ = "useful_marks"
    __table_args__ = (UniqueConstraint("text", "user_id"),)

    text: Mapped[str] = mapped_column(String(80), doc="the text")
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="whose mark it is")
    marked_at: Mapped[datetime] = mapped_column(doc="when it was set")


class Suggestion(Base, Identified):
    """A revision that somebody suggests. Written once; what becomes of it is in its steps."""

    __tablename__ = "suggestions"
    __table_args__ = (one_of("about", About), one_of("credit", Credit))

    text: Mapped[str] = mapped_column(String(80), index=True, doc="the text")
    sentence: Mapped[str | None] = mapped_column(
        String(32), doc="the sentence; empty for the text as a whole"
    )
    said: Mapped[str] = mapped_column(
        String(1000), default="", doc="the sentence in its words at that time"
    )
    about: Mapped[str] = mapped_column(word(), doc="what is amiss")
    wish: Mapped[str] = mapped_column(String(1000), doc="how it should read, or what is wrong")
    source: Mapped[str] = mapped_column(String(500), doc="what it rests on")
    credit: Mapped[str] = mapped_column(word(), doc="whether the submitter is named")
    submitted_at: Mapped[datetime] = mapped_column(doc="when it was submitted")
    submitted_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")


class SuggestionStep(Base, Identified):
    """What was done with a suggestion. Steps are added, never changed."""

    __tablename__ = "suggestion_steps"
    __table_args__ = (
        one_of("act", SuggestionAct),
        one_of("source_tier", SourceTier),
        CheckConstraint("(act = 'drafted') = (draft IS NOT NULL)", name="draft"),
        CheckConstraint("(source_citation IS NULL) = (source_tier IS NULL)", name="source"),
        UniqueConstraint("suggestion_id", "sequence"),
    )

    suggestion_id: Mapped[UUID] = mapped_column(ForeignKey("suggestions.id"), doc="the suggestion")
    sequence: Mapped[int] = mapped_column(doc="order among its steps")
    act: Mapped[str] = mapped_column(word(), doc="what was done")
    note: Mapped[str] = mapped_column(String(500), default="", doc="the reason, or a remark")
    sentence: Mapped[str | None] = mapped_column(
        String(32), doc="the sentence that the draft replaces"
    )
    said: Mapped[str] = mapped_column(
        String(1000), default="", doc="that sentence in its words when it was drafted"
    )
    draft: Mapped[str | None] = mapped_column(
        String(2000),
        doc="the sentences in its place, each with its marker; of none, it is taken out",
    )
    source_citation: Mapped[str | None] = mapped_column(
        String(500), doc="a source that the library does not have yet"
    )
    source_link: Mapped[str | None] = mapped_column(String(300), doc="its address")
    source_tier: Mapped[str | None] = mapped_column(word(), doc="its tier")
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was done")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")


class LibraryRevision(Base, Identified):
    """A sentence that was replaced here, over the file. `source_key` names the source that came with it."""

    __tablename__ = "library_revisions"
    __table_args__ = (UniqueConstraint("text", "number"),)

    suggestion_id: Mapped[UUID] = mapped_column(
        ForeignKey("suggestions.id"), unique=True, doc="the suggestion it comes from"
    )
    step_id: Mapped[UUID] = mapped_column(
        ForeignKey("suggestion_steps.id"), doc="the draft that was approved"
    )
    text: Mapped[str] = mapped_column(String(80), doc="the text")
    number: Mapped[int] = mapped_column(doc="the revision of the text, from 1")
    source_key: Mapped[str | None] = mapped_column(
        String(8), unique=True, doc="the key of the new source"
    )
    published_at: Mapped[datetime] = mapped_column(doc="when it was published")
    published_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")


class LearningTry(Base, Identified):
    """Somebody's go at the cases of a concept. Nobody else sees it."""

    __tablename__ = "learning_tries"
    __table_args__ = (
        CheckConstraint("(ended_on IS NULL) = (passed IS NULL)", name="ended"),
        Index("ix_learning_tries_user_concept", "user_id", "concept"),
        unique_where("uq_learning_tries_open", "user_id", "concept", where="ended_on IS NULL"),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="whose it is")
    concept: Mapped[str] = mapped_column(String(80), doc="the concept")
    answers: Mapped[dict[str, int]] = mapped_column(
        JSON, doc="the answer given to each case so far, by its place"
    )
    begun_at: Mapped[datetime] = mapped_column(doc="when it was begun")
    ended_on: Mapped[date | None] = mapped_column(doc="the day on which the last case was answered")
    passed: Mapped[bool | None] = mapped_column(doc="whether enough answers fitted")
