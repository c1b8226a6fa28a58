"""What is open is said in one way: all tiers, risk first, and nothing waits only where that is so."""

import re
from dataclasses import astuple

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.care.caseload import Need
from tracker.domain.care.open_work import NOTHING, OpenWork, of_needs, of_tiers
from tracker.domain.rules.findings import Tier

COUNTS = st.builds(OpenWork, *[st.integers(0, 40)] * 9)


def test_risk_is_said_first_and_one_is_one() -> None:
    tiers = [Tier.REVIEW, Tier.CHECK_IN, Tier.RISK, Tier.NOTE, Tier.RISK]
    work = of_tiers(tiers, steps=1, overdue=2, actions=1)
    assert work.sentence() == (
        "Open: 2 risk items, 1 check-in, 1 review, 1 planned step, 2 past scheduled sessions, 1 agreed action."
    )
    assert work.things == 4


def test_notes_ask_for_nothing() -> None:
    assert not of_tiers([Tier.NOTE])
    assert of_tiers([Tier.NOTE]).sentence() == NOTHING


def test_what_was_put_off_is_no_open_check_in() -> None:
    """The sentence counts what the filters of a caseload show: by what is asked, and not by what was found."""
    asked = [Need.CHECK_IN, Need.COME_BACK, Need.COME_BACK, Need.RISK, Need.NO_RATING_LATELY]
    work = of_needs([*asked, Need.TODAY, Need.NONE])
    assert work.sentence() == (
        "Open: 1 risk item, 1 check-in, 2 to come back to, 1 without a rating lately."
    )
    assert work.things == len(asked)


@given(COUNTS)
def test_every_count_is_said_and_nothing_waits_only_where_all_are_none(work: OpenWork) -> None:
    said = work.sentence()
    counts = astuple(work)
    assert [int(n) for n in re.findall(r"\d+", said)] == [n for n in counts if n]
    assert (said == NOTHING) == (not any(counts)) == (not work)
    if work.risk:
        assert said.startswith(f"Open: {work.risk} risk item")


@given(COUNTS, COUNTS)
def test_counts_of_several_clients_add_up(one: OpenWork, other: OpenWork) -> None:
    both = one + other
    assert (both.risk, both.actions) == (one.risk + other.risk, one.actions + other.actions)
    assert both.things == one.things + other.things
