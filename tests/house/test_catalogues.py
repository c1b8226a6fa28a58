"""The catalogues of the client's pages are complete, and compiled from what is in them."""

import re

import pytest

from tools import catalogues
from tracker.domain.course.handover import LANGUAGES
from tracker.reference.loader import measures
from tracker.reference.tables import LANGUAGES as WORDED

OTHERS = [language for language in LANGUAGES if language != catalogues.SOURCE]


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_a_page_is_translated_and_nothing_else(language: str) -> None:
    found = {str(m.id): m for m in catalogues.read(language) if m.id}
    assert sorted(found) == catalogues.texts(), "make catalogues"
    for text, message in found.items():
        assert message.string, text
        assert not message.fuzzy, text
        named = re.findall(r"%\(\w+\)s", text)
        assert sorted(re.findall(r"%\(\w+\)s", str(message.string))) == sorted(named), text


@pytest.mark.parametrize("language", OTHERS)
def test_what_the_product_reads_is_what_is_in_the_catalogue(language: str) -> None:
    path = catalogues.file_of(language).with_suffix(".mo")
    assert path.read_bytes() == catalogues.compiled(catalogues.read(language)), "make catalogues"


def test_a_text_that_is_new_would_be_missed() -> None:
    assert len(catalogues.texts()) > 40
    assert "I would rather not answer this" in catalogues.texts()
    assert "Select an answer, or leave it open and go on" in catalogues.texts()


def test_pages_and_wording_speak_the_same_languages() -> None:
    assert tuple(LANGUAGES) == WORDED
    for key in ("session-check", "alliance-items", "wellbeing-check"):
        for item in measures()[key].items:
            assert set(item.wording) == set(LANGUAGES), item.key


def test_what_a_german_page_says_was_translated_from_what_it_says_in_english() -> None:
    same = {str(m.id) for m in catalogues.read("de") if m.id and m.id == m.string}
    assert same == {"Code", "Person %(letter)s"}
