"""Search finds by stem and in spite of typos, puts the best first, and lets nothing typed into an address."""

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Cast
from tests.installed import of
from tests.services.reading import CARD, on_shelf
from tests.services.suggesting import published
from tracker.reference.library import library
from tracker.reference.loader import shipped
from tracker.reference.synonyms import SYNONYMS
from tracker.services.library import spelling
from tracker.services.library.search import MOST_HITS, Index, SearchEntry, entries, search

INDEX = Index(entries(library(), shipped()))


def titles(typed: str) -> list[str]:
    return [hit.title for hit in INDEX.search(typed).hits]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("rupture repare", "Repair of ruptures"),
        ("ruptures", "Rupture"),
        ("withdrawl", "Withdrawal"),
        ("missing sessions", "Missed sessions"),
        ("confrontations", "Confrontation"),
        ("culturall", "Cultural fit and responsiveness"),
        ("Bordin 1979", "Lineage"),
        ("PHQ-9", "Patient Health Questionnaire, depression"),
        ("imediacy", "Immediacy"),
        ("homework", "The method does not fit"),
    ],
)
def test_it_is_found_by_stem_and_in_spite_of_typos(typed: str, title: str) -> None:
    assert title in titles(typed)[:8], titles(typed)


@pytest.mark.parametrize(
    "typed", ["pain", "quid", "R-207", "noor", "<script>", "hers2", "mother", "20177", "shame"]
)
def test_no_other_word_takes_the_place_of_a_short_one_a_number_or_one_that_is_far(
    typed: str,
) -> None:
    found = INDEX.search(typed)
    assert (found.words, found.hits) == ((), ())


def test_the_nearest_word_shares_the_first_letter_and_most_of_the_others() -> None:
    words = ["pain", "repair", "rupture"]
    assert spelling.nearest("ruptuer", words) == "rupture"
    for none in ("plain", "ruptur3", "upture"):
        assert spelling.nearest(none, words) is None


@pytest.mark.parametrize(
    ("typed", "words", "near"),
    [
        ("rupture repare", "rupture repair", True),
        ("withdrawl", "withdrawal", True),
        ("silnce", "silence", True),
        ("homewrok", "homework", True),
        ("goalz", "goal", True),
        ("rupture qqqq", "rupture", True),
        ("rupture K-014", "rupture", True),
        ("rupture " * 13, "rupture", True),
        ("rupture repair", "rupture repair", False),
        ("Markings", "marking", False),
    ],
)
def test_it_is_said_where_a_word_was_put_right_or_left_out(
    typed: str, words: str, near: bool
) -> None:
    found = INDEX.search(typed)
    assert (" ".join(found.words), found.near) == (words, near)


@pytest.mark.parametrize(
    ("card", "form"), [(card, form) for card, forms in SYNONYMS for form in forms]
)
def test_a_synonym_leads_to_its_card_first_and_stays_as_it_was_typed(card: str, form: str) -> None:
    found = INDEX.search(form)
    assert found.hits[0].href == f"/library/{card}"
    assert (found.words, found.near) == (tuple(form.split()), False)
    assert INDEX.search(f"client {form}").hits[0].href == f"/library/{card}"


@pytest.mark.parametrize("typed", ["no-show", "No-shows", "drop-out", "Leave early!"])
def test_a_synonym_is_understood_however_it_is_written(typed: str) -> None:
    assert titles(typed)[0] == "Missed sessions"


def test_the_parts_of_a_synonym_alone_mean_nothing_else() -> None:
    assert titles("drop")[0] == "Drop"
    assert "Missed sessions" not in titles("show")
    assert not INDEX.search("meant0").hits
    assert "The first rating is low" in titles("quit"), "what says it otherwise is found as well"


def test_a_title_counts_more_than_a_text() -> None:
    assert titles("confrontation")[:2] == ["Confrontation", "Confrontation"]


def test_all_words_are_wanted_and_any_of_them_where_nothing_has_all() -> None:
    both = INDEX.search("bordin horvath")
    assert both.hits
    either = INDEX.search("wikipedia immediacy")
    assert {hit.title for hit in either.hits} >= {"Immediacy", "Source 6"}


def test_what_matches_is_marked_and_there_are_not_too_many() -> None:
    found = INDEX.search("rupture")
    assert any(match for hit in found.hits for _, match in hit.excerpt)
    assert len(INDEX.search("the").hits) == MOST_HITS
    assert INDEX.search("the").more
    assert not INDEX.search("immediacy").more


@pytest.mark.parametrize("typed", ["", "   ", "qqqqzzzz", "\"'*()^:-", "a"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert INDEX.search(typed).words == ()
    assert INDEX.search(typed).hits == ()


@given(st.text())
def test_whatever_is_typed_only_words_of_the_library_come_out(typed: str) -> None:
    assert set(INDEX.search(typed).words) <= INDEX._known


@pytest.mark.parametrize("typed", ["Mays", "Bordins", "Childs", "bönd", "Markings"])
def test_another_form_of_a_word_comes_out_as_a_word_of_the_library(typed: str) -> None:
    found = INDEX.search(typed)
    assert typed.lower() not in found.words
    assert set(found.words) <= INDEX._known
    assert found.hits


@pytest.mark.parametrize(
    ("typed", "word"),
    [("harming", "harm"), ("acting", "act"), ("aiding", "aid"), ("repairing", "repair")],
)
def test_another_form_leads_to_a_word_of_the_same_stem_and_to_no_other(
    typed: str, word: str
) -> None:
    found = INDEX.search(typed)
    assert all(w.startswith(word) for w in found.words), found.words


@pytest.mark.parametrize("typed", ["K-014", "014", "12/05/1984"])
def test_what_looks_like_a_clients_does_not_come_out(typed: str) -> None:
    assert not set(INDEX.search(typed).words) & {"014", "1984", "05", "k-014"}


def test_a_revision_is_found_at_once_and_the_index_is_kept_else(app: Flask, cast: Cast) -> None:
    shelf = on_shelf()
    assert not search(of(app), shelf, "hedgehog").hits
    kept = of(app).made["search index"]
    assert search(of(app), shelf, "bond").hits
    assert of(app).made["search index"] is kept
    published(cast, CARD, "Think of a hedgehog. {llm}")
    (hit,) = search(of(app), on_shelf(), "hedgehogs").hits
    assert hit.title == "The bond fell"


def test_pages_add_what_only_they_know(app: Flask) -> None:
    more = (SearchEntry("Rule", "Zebra", "A rule about zebras.", "/help/rules#zebra"),)
    (hit,) = search(of(app), on_shelf(), "zebra", more).hits
    assert (hit.kind, hit.href) == ("Rule", "/help/rules#zebra")
