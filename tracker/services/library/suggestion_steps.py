"""What is done with a suggestion: drafted by who keeps the library, approved by who submitted it, then published.

Steps are added, never changed.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.library.private_words import private_words
from tracker.domain.library.suggestions import NEEDS_A_REASON, SuggestionAct
from tracker.domain.library.texts import SourceTier
from tracker.domain.people.access import Actor, Permission
from tracker.models import LibraryRevision, NoticeKind, SuggestionStep
from tracker.reference import revisions
from tracker.services.access import notices
from tracker.services.library import suggestions
from tracker.services.library.suggestions import (
    SAID_LENGTH,
    SOURCE_LENGTH,
    SuggestionView,
    text_problems,
)
from tracker.services.library.texts import revision_of
from tracker.services.office.actors import allowed
from tracker.services.trail import audit

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
    view = suggestions.suggestion(db, actor, suggestion_id)
    if view.seen != seen:
        raise Stale("Something was done with this suggestion meanwhile. Look at it again")
    if act not in view.possible:
        raise NotPermitted
    if problems := _problems(view, act, note, draft):
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


def _problems(
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
    found = revisions.problem(view.shelf.library, revision)
    return f"It cannot be published as it is: {found}. Draft it again" if found else None


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
