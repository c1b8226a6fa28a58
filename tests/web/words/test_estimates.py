"""Estimates in the measure's points: turned where lower is better, and in parts where items differ in range."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from tracker.domain.measures.measure import Basis, Better, ReliableChange
from tracker.domain.measures.priors import DESIGN_DEFAULT
from tracker.domain.rules.own_estimates import EstimateKind
from tracker.reference.loader import measures
from tracker.services.reports.own_estimates import OwnRatings
from tracker.web.words.estimates import figures, in_short, is_own, source, state, where_from

CHECK, SRS, K10 = (measures()[key] for key in ("session-check", "srs", "k10"))
OWN = replace(
    DESIGN_DEFAULT, source="240 ratings from 34 of this practice's own clients", clients=34
)


def test_a_prior_is_told_in_points_of_the_measure() -> None:
    assert list(figures(SRS, DESIGN_DEFAULT).values()) == ["8.2", "0.9", "1", "32.8", "2.8", "3.6"]
    lower = replace(CHECK, better=Better.LOWER)
    assert list(figures(lower, DESIGN_DEFAULT).values())[:3] == ["1.8", "0.9", "1"]
    other = replace(CHECK, items=(replace(CHECK.items[0], high=Fraction(5)), *CHECK.items[1:]))
    label, value = next(iter(figures(other, DESIGN_DEFAULT).items()))
    assert (label, value) == ("An item, in parts of its range: average", "0.82")
    typed = replace(SRS, items=())
    assert list(figures(typed, DESIGN_DEFAULT).values()) == ["32.8", "2.8", "3.6"]
    assert in_short(typed, OWN) == (
        "total of a rating 32.8 on average, 2.8 within and 3.6 between clients"
    )


def test_a_reliable_change_is_told_with_the_spread_it_rests_on() -> None:
    own = ReliableChange(Fraction(5), "180 totals", Basis.PRACTICE, Fraction("1.7"), 30)
    assert list(figures(K10, own).values()) == ["5 or more", "1.7"]
    assert in_short(K10, own) == "a reliable change of 5"
    published = ReliableChange(Fraction(6), "a study")
    assert figures(K10, published) == {"Reliable change": "6 or more"}
    assert figures(K10, None) == {}


def test_clients_who_all_marked_alike_are_said_to_tell_nothing() -> None:
    ratings = OwnRatings(K10, EstimateKind.CHANGE, date(2026, 9, 30), 31, 190, None, 0, False)
    assert state(ratings) == (
        "31 clients have 6 ratings or more, but all marked alike throughout, so nothing is known of their ups and downs."
    )


def test_where_it_is_from_is_said_in_a_few_words_and_in_a_sentence() -> None:
    assert where_from(OWN) == "from 34 of this practice's own clients"
    assert where_from(DESIGN_DEFAULT) == "design default"
    assert (
        where_from(replace(DESIGN_DEFAULT, source="A study of our region")) == "the measure's own"
    )
    assert where_from(None) == "none"
    assert source(OWN) == "240 ratings from 34 of this practice's own clients."
    assert source(None) == "There is none."
    assert [is_own(each) for each in (OWN, DESIGN_DEFAULT, None)] == [True, False, False]
