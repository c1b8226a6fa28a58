"""The filter of the supervision board, and its addresses: they hold ids and words of ours, never a client's code."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from flask import request
from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs

from tracker.domain.errors import NotPermitted
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.sign_off import BoardState
from tracker.services.supervision.board import SORTS, Board, NeverRated, PausedClient
from tracker.services.supervision.board_filter import (
    ALL,
    FIRST,
    OF_CLIENTS,
    OFFERED,
    BoardFilter,
    NotMeasured,
)
from tracker.web.door.forms import Form, options
from tracker.web.entry.reviews import ReviewForm
from tracker.web.words import board as board_words
from tracker.web.words import flags as flag_words
from tracker.web.words import reviews as review_words

NAMES = (
    "show",
    "clinician",
    "tier",
    "strength",
    "state",
    "unmeasured",
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
KINDS = {tier: flag_words.TIER[tier] for tier in Tier if tier is not Tier.NOTE}
OF_FLAGS = {str(state): text for state, text in review_words.STATE.items()}
STATES = {FIRST: "To look at", ALL: "All", **OF_FLAGS, OFFERED: flag_words.OFFERED}
STRENGTHS = {"2": "2 and up", "3": "3"}
ON = "1"
ListedUnmeasured = NeverRated | PausedClient


class BoardForm(Form):
    """What is to be shown beside the choices of the facets; everything may be left open."""

    strength = SelectField("Strength", default="")
    old = BooleanField("Unanswered for more than 7 days")
    after = BooleanField("Rated after the session")
    unseen = BooleanField("Client not reviewed for 4 weeks")
    sort = SelectField("Order", default="need", choices=options(SORT_WORDS))

    def offer(self) -> None:
        """Let the strengths be chosen from."""
        self.strength.choices = [SelectChoice("", "Any"), *options(STRENGTHS)]


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
    note = TextAreaField("Comment or reason", id="review-note")

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
    given = request.args.to_dict()  # a question for what is missing costs an exception each time
    kept = {name: given.get(name, "") for name in NAMES}
    return {name: value for name, value in (kept | changes).items() if value}


def asked() -> BoardFilter:
    """What the address asks for; anything unknown is left open. NotPermitted for an id that is none."""
    args = request.args.to_dict()
    tier = args.get("tier", "")
    offered = args.get("state") == OFFERED
    state = BoardState.OPEN if offered else args.get("state", "")
    strength = args.get("strength", "")
    unmeasured = args.get("unmeasured", "")
    return BoardFilter(
        everything=args.get("show") == ALL,
        first=args.get("show") == FIRST,
        clinician=_id(args.get("clinician", "")),
        tier=Tier(tier) if tier in set(Tier) else None,
        strength=int(strength) if strength in STRENGTHS else None,
        state=BoardState(state) if state in set(BoardState) else None,
        offered=offered,
        unmeasured=NotMeasured(unmeasured) if unmeasured in set(NotMeasured) else None,
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


@dataclass(frozen=True)
class FacetChoice:
    """One word of a facet: how many rows it would leave, the address that asks for it, and whether it is in force."""

    text: str
    count: int
    address: Mapping[str, str]
    on: bool


@dataclass(frozen=True)
class Facet:
    """One thing by which the rows are narrowed, and what can be chosen."""

    name: str
    choices: tuple[FacetChoice, ...]


def facets(board: Board) -> list[Facet]:
    """The facets of the board with what the address asks for: clinicians by name, never by count; what no row has is
    left out unless it is in force, and so is a facet in which there is nothing to choose."""
    now = asked()
    counts = board.facets
    of_clients = now.unmeasured in OF_CLIENTS
    clinicians = _clinicians_of(listed(board)) if of_clients else counts.clinicians
    unmeasured: dict[Hashable, int] = dict(counts.unmeasured)
    unmeasured[NotMeasured.NEVER] = len(_in_view(board.never_rated))
    unmeasured[NotMeasured.PAUSED] = len(_in_view(board.paused))
    offered = []
    facet = partial(_facet, now)
    if len(board.clinicians) > 1:
        offered.append(facet("Clinician", "clinician", board.clinicians, clinicians, now.clinician))
    if not of_clients:
        state = FIRST if now.only_first else OFFERED if now.offered else now.state
        offered.append(facet("Kind", "tier", KINDS, counts.tiers, now.tier))
        offered.append(facet("State", "state", STATES, counts.states, state))
    if now.unmeasured or any(unmeasured.get(each) for each in NotMeasured):
        texts = board_words.NOT_MEASURED
        offered.append(facet("Not measured", "unmeasured", texts, unmeasured, now.unmeasured))
    return offered


def _clinicians_of(clients: Sequence[ListedUnmeasured]) -> Mapping[Hashable, int]:
    """How many of these clients each clinician has, and all together."""
    counts: Counter[Hashable] = Counter(client.clinician_id for client in clients)
    counts[ALL] = len(clients)
    return counts


def listed(board: Board) -> Sequence[ListedUnmeasured]:
    """The clients for whom the address asks: who never rated, or who are paused; none where it asks for flags."""
    unmeasured = asked().unmeasured
    if unmeasured is NotMeasured.NEVER:
        return board.never_rated
    return board.paused if unmeasured is NotMeasured.PAUSED else ()


def in_view(board: Board) -> Sequence[ListedUnmeasured]:
    """The same, of the clinician whom the address names where it names one."""
    return _in_view(listed(board))


def _in_view(clients: Sequence[ListedUnmeasured]) -> Sequence[ListedUnmeasured]:
    clinician = asked().clinician
    return [client for client in clients if clinician in (None, client.clinician_id)]


def _facet(
    now: BoardFilter,
    name: str,
    key: str,
    texts: Mapping[Any, str],
    counts: Mapping[Hashable, int],
    in_force: Hashable,
) -> Facet:
    """A facet of the board as it is now, with these choices, the one for everything first unless it is among them; of
    a facet of few it stands there only as the way back."""
    values = texts if ALL in texts else {ALL: "All", **texts}
    chosen = in_force or ALL
    always = key != "unmeasured" or in_force
    choices = (
        FacetChoice(text, counts.get(value, 0), _leading_to(now, key, value), value == chosen)
        for value, text in values.items()
        if (always if value == ALL else counts.get(value) or value in (FIRST, chosen))
    )
    return Facet(name, tuple(choices))


def _leading_to(now: BoardFilter, key: str, value: object) -> dict[str, Any]:
    """The address of this page with that choice. What is shown at first stays so until a state is chosen."""
    word = "" if value == ALL else str(value)
    if key == "state" and value in (ALL, FIRST):
        return _plain(address(state="", show=str(value)))
    if key == "state":
        return address(state=word, show="")
    kept = "" if now.state else FIRST if now.only_first else ALL
    return _plain(address(**{key: word}, show=kept))


def _plain(asks: dict[str, Any]) -> dict[str, Any]:
    """An address without what it says anyway: at first the board shows what comes first."""
    narrows = {"tier", "strength", "after", "client", "unmeasured"} & asks.keys()
    return {k: v for k, v in asks.items() if narrows or (k, v) != ("show", FIRST)}
