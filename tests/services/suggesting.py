"""Suggestions on their way, made through the services."""

from uuid import UUID

from tests.conftest import Cast
from tests.services.reading import on_shelf
from tracker import clock, db
from tracker.domain.library.suggestions import About, Credit, SuggestionAct
from tracker.domain.library.texts import SourceTier
from tracker.domain.people.access import Actor
from tracker.services.library import suggestions
from tracker.services.library.suggestions import Draft, SuggestionView, Wanted

WANTED = Wanted(About.UNCLEAR, "Say it shorter.", "Own clinical experience", Credit.NAMED)


def suggested(actor: Actor, address: str, wanted: Wanted = WANTED) -> UUID:
    """A suggestion; its id."""
    with db.transaction() as writing:
        return suggestions.submit(writing, actor, address, wanted, now=clock.now()).id


def view(actor: Actor, suggestion_id: UUID) -> SuggestionView:
    """The suggestion as somebody sees it."""
    with db.reading() as reading:
        return suggestions.suggestion(reading, actor, suggestion_id)


def step(
    actor: Actor,
    suggestion_id: UUID,
    act: SuggestionAct,
    note: str = "",
    draft: Draft | None = None,
    *,
    seen: int | None = None,
) -> None:
    """Take a step with it."""
    at = view(actor, suggestion_id).seen if seen is None else seen
    with db.transaction() as writing:
        suggestions.take_step(
            writing, actor, suggestion_id, act, note, draft, seen=at, now=clock.now()
        )


def first(address: str) -> str:
    """The digest of the first sentence of a text."""
    return next(on_shelf().text(address).sentences).digest


def published(
    cast: Cast,
    address: str,
    draft: str,
    citation: str = "",
    wanted: Wanted = WANTED,
    *,
    takes_out: bool = False,
) -> UUID:
    """A suggestion of the clinician that went all the way: the first sentence of the text gives way to the draft, or is
    taken out."""
    made = suggested(cast.clinician, address, wanted)
    tier = SourceTier.T1 if citation else None
    link = "https://doi.org/10.1/x" if citation else ""
    change = Draft(first(address), draft, citation, link, tier, takes_out)
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=change)
    step(cast.clinician, made, SuggestionAct.APPROVED)
    step(cast.supervisor, made, SuggestionAct.PUBLISHED)
    return made
