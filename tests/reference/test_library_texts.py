"""The files of the library are read strictly, a practice's own over them: each mistake is named."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tracker.domain.library.texts import SentenceCheck, TextKind
from tracker.reference.library import FOLDER, library, read_library
from tracker.reference.tables import BadFile
from tracker.reference.terms import terms_of
from tracker.reference.texts import read_text

HEAD = (
    'title = "A card"\nwhen = "Now"\nversion = "1"\nwritten = 2026-11-27\nwritten_by = "machine"\n'
)
BODY = "## Say\n\n- One. {llm}\n\n## Do\n\n- Two. {4 study}\n\n## Avoid\n\n- Three. {?}\n"


def card(tmp_path: Path, head: str = HEAD, body: str = BODY) -> Path:
    """A card as a file."""
    path = tmp_path / "cards" / "a-card.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"+++\n{head}+++\n\n{body}", encoding="utf-8")
    return path


def test_a_card_is_read_with_its_head(tmp_path: Path) -> None:
    more = 'checked_by = "J. K."\nchecked_on = 2026-12-01\nnext_review = 2027-06-01\ncomponents = ["bond"]\norder = 3\n'
    path = card(tmp_path, HEAD + more, BODY.replace("{llm}", "{llm checked}"))
    found = read_text(path, TextKind.CARD, own=True).text
    first, second, _ = found.sentences
    assert (found.key, found.title, found.when, found.order) == ("a-card", "A card", "Now", 3)
    assert first.check == SentenceCheck("J. K.", date(2026, 12, 1), in_file=True)
    assert second.check is None
    assert (found.provenance.own, found.provenance.written_by) == (True, "machine")


def _without_do(body: str) -> str:
    return body.replace("## Do", "## Done")


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (HEAD.replace('title = "A card"\n', ""), BODY, "title: expected a text, found nothing"),
        (HEAD + 'colour = "red"\n', BODY, "colour: expected no such key"),
        (HEAD + "written = [\n", BODY, "a-card.md"),
        (HEAD.replace("2026-11-27", '"today"'), BODY, "written: expected a date"),
        (HEAD + 'checked_by = "J. K."\n', BODY, "checked_by and checked_on together"),
        (HEAD + 'components = ["warmth"]\n', BODY, "components: expected some of"),
        (HEAD, _without_do(BODY), "expected Say, Do and Avoid"),
        (HEAD, BODY.replace("One.", "One " * 89 + "."), "at most 90 words"),
        (HEAD, BODY.replace("- One. {llm}\n", ""), r"a-card.md:9: Say: expected a sentence"),
        (
            HEAD,
            BODY.replace("One", "Do").replace("- Two. {4 study}\n", ""),
            r"a-card.md:13: Do: expected a sentence",
        ),
        (HEAD, "## Say\n\n## Do\n\n## Avoid\n", r"a-card.md:9: Say: expected a sentence"),
        (HEAD.replace('"1"', f'"{"1" * 26}"'), BODY, "a-card.md:3: version: expected 25 signs"),
    ],
)
def test_a_card_with_a_mistake_is_refused(
    tmp_path: Path, head: str, body: str, expected: str
) -> None:
    with pytest.raises(BadFile, match=expected):
        read_text(card(tmp_path, head, body), TextKind.CARD)


def test_a_version_fits_into_a_review_with_any_number_of_revisions(tmp_path: Path) -> None:
    path = card(tmp_path, HEAD.replace('"1"', f'"{"1" * 25}"'))
    came = read_text(path, TextKind.CARD).text.provenance
    assert len(replace(came, revisions=999).shown_version) <= 40


@pytest.mark.parametrize(
    "name", ["article.md", "cards/a-card.md", "path/x.md", "sources.toml", "flag_cards.toml"]
)
def test_a_file_in_other_letters_than_utf_8_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes('+++\ntitle = "Müller"\n+++\n'.encode("latin-1"))
    with pytest.raises(BadFile, match=rf"{path.name}:2: expected letters in UTF-8"):
        read_library(FOLDER, tmp_path)


@pytest.mark.parametrize("over", [0, 1])
def test_a_name_is_as_long_as_the_address_of_a_text_may_be(tmp_path: Path, over: int) -> None:
    name = "a" * (80 - len("cards/") + over)
    card(tmp_path).rename(tmp_path / "cards" / f"{name}.md")
    if over:
        with pytest.raises(BadFile, match=r"a\.md: expected a name that is shorter by 1 or more"):
            read_library(FOLDER, tmp_path)
    else:
        assert f"cards/{name}" in read_library(FOLDER, tmp_path).texts


def test_a_file_without_a_head_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("## A\n", encoding="utf-8")
    with pytest.raises(BadFile, match="between two lines of"):
        read_text(path, TextKind.ARTICLE)


def test_a_practice_adds_cards_and_sources_and_takes_the_place_of_texts(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(
        '[[source]]\nkey = "p1"\ncitation = "Our own handbook"\ntier = "T3"\n', encoding="utf-8"
    )
    card(tmp_path, body=BODY.replace("{4 study}", "{p1 guidance}"))
    replaced = FOLDER / "cards" / "bond-fell.md"
    text = replaced.read_text(encoding="utf-8").replace("The bond fell", "Our own card")
    (tmp_path / "cards" / "bond-fell.md").write_text(text, encoding="utf-8")
    found = read_library(FOLDER, tmp_path)
    assert found.texts["cards/a-card"].provenance.own
    assert found.texts["cards/bond-fell"].title == "Our own card"
    assert found.texts["cards/goals-differ"] == library().texts["cards/goals-differ"]
    assert found.sources["p1"].own
    assert found.flag_cards == library().flag_cards


def test_a_practice_may_lead_flags_elsewhere(tmp_path: Path) -> None:
    text = (FOLDER / "flag_cards.toml").read_text(encoding="utf-8")
    (tmp_path / "flag_cards.toml").write_text(
        text.replace('bond = "bond-fell"', 'bond = "withdrawal"'), encoding="utf-8"
    )
    assert read_library(FOLDER, tmp_path).flag_cards.by_role["bond"] == "withdrawal"


SOURCE = '[[source]]\nkey = "{key}"\ncitation = "A handbook"\ntier = "{tier}"\nlink = "{link}"\n'


def _flag_cards(before: str, after: str) -> str:
    return (FOLDER / "flag_cards.toml").read_text(encoding="utf-8").replace(before, after)


CASES = HEAD.replace('when = "Now"\n', 'reads = ["/library/article"]\n')


def _concept(body: str) -> str:
    return f"+++\n{CASES}+++\n\n{body}"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "sources.toml",
            SOURCE.format(key="4", tier="T1", link="https://x.example"),
            "another key",
        ),
        (
            "sources.toml",
            SOURCE.format(key="p 1", tier="T1", link="https://x"),
            "letters and digits",
        ),
        ("sources.toml", SOURCE.format(key="p1", tier="T9", link="https://x.example"), "tier"),
        ("sources.toml", SOURCE.format(key="p1", tier="T1", link="http://x"), "begins with https"),
        ("sources.toml", "[[source]\n", "sources.toml"),
        ("flag_cards.toml", "[[x]\n", "flag_cards.toml"),
        ("flag_cards.toml", _flag_cards('missed = "missed-sessions"\n', ""), "missed"),
        ("flag_cards.toml", _flag_cards('= "too-perfect"', '= "none"'), "a card of the library"),
        (
            "flag_cards.toml",
            _flag_cards('by_component = ["drop"', 'by_component = ["dip"'),
            "kinds",
        ),
        ("flag_cards.toml", _flag_cards('voice = ["can_object"]\n', ""), "voice"),
        ("cards/a-card.md", f"+++\n{HEAD}+++\n\n{BODY.replace('{4', '{99')}", "expected sources"),
        ("cards/a-card.md", f'+++\n{HEAD}related = ["x"]\n+++\n\n{BODY}', "expected cards"),
        (
            "sources.toml",
            SOURCE.format(key="r1", tier="T1", link="https://x.example"),
            "none of those",
        ),
        (
            "sources.toml",
            SOURCE.format(key="new", tier="T1", link="https://x.example"),
            "none of those",
        ),
        (
            "path/x.md",
            f"+++\n{CASES.replace('/library/article', 'javascript:x')}+++\n\n## A\n",
            "reads",
        ),
        ("path/x.md", f"+++\n{CASES.replace('/library/article', '')}+++\n\n## A\n", "reads"),
        ("path/x.md", _concept("## Case: A\n\nOne. {llm}\n"), "a section in short"),
        ("path/x.md", _concept("## A\n\nOne. {llm}\n"), "cases after it"),
        ("glossary.md", f"+++\n{HEAD.replace('when', 'code')}+++\n\n", "at least one word"),
        (
            "path/x.md",
            _concept("## A\n\nOne. {llm}\n\n## Case: A\n\nOne. {llm}\n"),
            "two answers or more",
        ),
        (
            "path/x.md",
            _concept(
                "## A\n\nOne. {llm}\n\n## Case: A\n\nOne. {llm}\n\n### [x] B\n\nTwo. {llm}\n\n### [x] C\n\nTwo. {llm}\n"
            ),
            r"one with \[x\]",
        ),
    ],
)
def test_a_practices_file_with_a_mistake_is_refused(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile, match=expected):
        read_library(FOLDER, tmp_path)


def test_words_of_the_glossary_are_linked_the_first_time_in_a_paragraph() -> None:
    found = library()
    terms = terms_of(found.texts["glossary"])
    linked = [
        span
        for text in found.texts.values()
        for s in text.sentences
        for span in s.spans
        if span.style == "term"
    ]
    assert len(linked) > 50
    for span in linked:
        key = span.href.removeprefix("/library/glossary#")
        assert terms.keys[span.text.lower()] == key
        assert found.texts["glossary"].section(key)
    for text in found.texts.values():
        for block in (block for part in text.sections for block in part.blocks):
            for item in block.items:
                hrefs = [span.href for s in item for span in s.spans if span.style == "term"]
                assert len(hrefs) == len(set(hrefs))


def test_a_term_is_not_linked_to_itself_nor_inside_a_longer_word() -> None:
    glossary = library().texts["glossary"]
    for part in glossary.sections:
        for span in (span for s in part.sentences for span in s.spans):
            assert span.href != f"/library/glossary#{part.key}"
    pattern: Callable[[str], object] = terms_of(glossary).pattern.search
    assert pattern("a rupture here")
    assert pattern("Ruptures")
    assert not pattern("interruption")
    assert not pattern("non-rupture-like")
