"""A flag leads to exactly one card: the one that fits, or the one for every encounter where only that is checked."""

from fractions import Fraction
from uuid import uuid4

import pytest

from tracker.domain.library.flag_cards import Linked, linked
from tracker.domain.rules.findings import Compared, Fall, Finding, FlagKind
from tracker.reference.library import library

CARDS = library().flag_cards
EVERY = {card.key for card in library().cards}


def drop(*keys: str) -> Finding:
    points = Fraction(2)
    falls = tuple(Fall(key, points, points, points, uuid4(), False, points) for key in keys)
    return Finding(FlagKind.DROP, uuid4(), "session-check", falls=falls)


@pytest.mark.parametrize(
    ("keys", "card"),
    [
        (("bond",), "bond-fell"),
        (("relationship",), "bond-fell"),
        (("goals", "bond"), "goals-differ"),
        (("overall", "tasks"), "method-does-not-fit"),
        (("can_object",), "withdrawal"),
        (("overall",), "a-score-fell"),
        (("item_3",), "a-score-fell"),
    ],
)
def test_a_drop_leads_by_the_first_score_that_asks_about_a_part(
    keys: tuple[str, ...], card: str
) -> None:
    assert CARDS.card(drop(*keys)) == card


def test_a_low_item_leads_by_its_score_too_and_a_slide_by_its_kind() -> None:
    low = Compared("tasks", Fraction(5))
    assert (
        CARDS.card(Finding(FlagKind.LOW_ITEM, uuid4(), "", compared=(low,)))
        == "method-does-not-fit"
    )
    assert CARDS.card(Finding(FlagKind.SLIDE, uuid4(), "", compared=(low,))) == "slow-drift"


@pytest.mark.parametrize("kind", FlagKind)
def test_every_kind_has_a_card(kind: FlagKind) -> None:
    assert CARDS.card(Finding(kind, uuid4(), "")) in EVERY


def test_an_unchecked_card_gives_way_to_a_checked_one_and_stands_where_there_is_none() -> None:
    fell = drop("bond")
    assert linked(CARDS, fell, {"bond-fell"}) == Linked("bond-fell", ready=True)
    assert linked(CARDS, fell, {"alliance-foundations"}) == Linked(
        "alliance-foundations", ready=True, instead_of="bond-fell"
    )
    assert linked(CARDS, fell, {"goals-differ"}) == Linked("bond-fell", ready=False)
    assert linked(CARDS, fell, EVERY) == Linked("bond-fell", ready=True)


def test_the_card_for_a_risk_item_never_gives_way() -> None:
    risk = Finding(FlagKind.RISK_ITEM, uuid4(), "phq-9")
    assert linked(CARDS, risk, {"alliance-foundations"}) == Linked("risk-item", ready=False)
    assert linked(CARDS, risk, EVERY) == Linked("risk-item", ready=True)
