"""The filter of the supervision board, and its addresses: they hold ids and words of ours, never a client's code."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import request
from wtforms import BooleanField, HiddenField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs

from tracker.domain.errors import NotPermitted
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.sign_off import BoardState
from tracker.services.supervision.board import SORTS, BoardFilter
from tracker.web.door.forms import Form, options
from tracker.web.entry.reviews import ReviewForm
from tracker.web.words import flags as flag_words
from tracker.web.words import reviews as review_words

NAMES = (
    "show",
    "clinician",
    "tier",
    "strength",
    "state",
    "old",
    "after",
    "unseen",
    "client",
    "sort",
    "dir",
)
SORT_WORDS = {
    "need": "What needs me first",
    "clinician": "Clinician",
    "client": "Client",
    "date": "Session date",
    "strength": "Strength",
    "state": "State",
    "reviewed": "Last reviewed",
}
STRENGTHS = {"2": "2 and up", "3": "3"}
ON = "1"


class BoardForm(Form):
    """What is to be shown; everything may be left open."""

    clinician = SelectField("Clinician", default="")
    tier = SelectField("Kind", default="")
    strength = SelectField("Strength", default="")
    state = SelectField("State", default="")
    old = BooleanField("Unanswered for more than 7 days")
    after = BooleanField("Rated after the session")
    unseen = BooleanField("Client not reviewed for 4 weeks")
    sort = SelectField("Order", default="need", choices=options(SORT_WORDS))

    def offer(self, clinicians: Mapping[UUID, str]) -> None:
        """Let these be chosen from."""
        tiers = {tier: flag_words.TIER[tier] for tier in Tier if tier is not Tier.NOTE}
        for field, first, choices in (
            (self.clinician, "Everyone", clinicians),
            (self.tier, "All kinds", tiers),
            (self.strength, "Any", STRENGTHS),
            (self.state, "Any", review_words.STATE),
        ):
            field.choices = [SelectChoice("", first), *options(choices)]


class CodeForm(Form):
    """A client's code to look for; it is sent, not put into an address."""

    code = StringField("Client code")


class ViewForm(Form):
    """A name for what the board shows now."""

    name = StringField("Save this view as")


class TogetherForm(ReviewForm):
    """One sign-off for several flags; `chosen` is read by itself, as each holds the flags of a row, and of each its id
    and what was seen."""

    chosen = HiddenField()

    def picked(self) -> dict[UUID, str]:
        """The flags that were ticked, with what the page showed of each. What was tampered with is none."""
        ticked = {}
        boxes = request.form.getlist("chosen")
        for text in (each for box in boxes for each in box.split()):
            flag_id, _, seen = text.partition(":")
            try:
                ticked[UUID(flag_id)] = seen
            except ValueError as error:
                raise NotPermitted from error
        return ticked


def address(**changes: str) -> dict[str, Any]:
    """The filter of this page as it stands in an address, with these changes; what is left open is left out."""
    kept = {name: request.args.get(name, "") for name in NAMES}
    return {name: value for name, value in (kept | changes).items() if value}


def asked() -> BoardFilter:
    """What the address asks for; anything unknown is left open. NotPermitted for an id that is none."""
    args = request.args
    tier = args.get("tier", "")
    state = args.get("state", "")
    strength = args.get("strength", "")
    return BoardFilter(
        everything=args.get("show") == "all",
        clinician=_id(args.get("clinician", "")),
        tier=Tier(tier) if tier in set(Tier) else None,
        strength=int(strength) if strength in STRENGTHS else None,
        state=BoardState(state) if state in set(BoardState) else None,
        old=bool(args.get("old")),
        rated_after=bool(args.get("after")),
        unseen=bool(args.get("unseen")),
        client=_id(args.get("client", "")),
        sort=sort if (sort := args.get("sort", "need")) in SORTS else "need",
        descending=args.get("dir") == "desc",
    )


def _id(text: str) -> UUID | None:
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError as error:
        raise NotPermitted from error
