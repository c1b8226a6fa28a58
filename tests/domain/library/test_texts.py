"""Texts of the library: what a sentence rests on, what was checked, what a card opens with."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.library.texts import (
    Block,
    Citation,
    Marker,
    Provenance,
    Section,
    Sentence,
    SentenceBasis,
    SentenceCheck,
    SentenceCounts,
    Text,
    TextKind,
    TextRun,
    changed,
)

WRITTEN = Provenance("1.0", date(2026, 11, 27), "machine")
CHECK = SentenceCheck("J. K.", date(2026, 12, 1))


def sentence(text: str, marker: str = "llm", *, check: SentenceCheck | None = None) -> Sentence:
    """A sentence with its marker: "llm", "?" or the key of a source."""
    kinds = {"llm": Marker.MACHINE, "?": Marker.NONE}
    cited = () if marker in kinds else (Citation(marker, SentenceBasis.STUDY),)
    return Sentence("s1", (TextRun(text),), kinds.get(marker, Marker.SOURCE), cited, check)


def text(*sections: tuple[str, list[Sentence]]) -> Text:
    """A card of these sections, a paragraph each."""
    made = (Section(k, k.title(), (Block("paragraph", (tuple(s),)),)) for k, s in sections)
    return Text("a-card", TextKind.CARD, "A card", tuple(made), WRITTEN)


def test_a_check_is_bound_to_the_words_and_to_what_they_rest_on() -> None:
    said = sentence("The bond fell.", "4")
    assert sentence("The bond fell.", "4").digest == said.digest
    assert replace(said, check=CHECK, id="s9").digest == said.digest
    assert sentence("The bond rose.", "4").digest != said.digest
    assert sentence("The bond fell.", "5").digest != said.digest
    assert sentence("The bond fell.", "llm").digest != said.digest
    stronger = replace(said, citations=(Citation("4", SentenceBasis.POOLED),))
    assert stronger.digest != said.digest


def test_a_check_is_bound_to_a_link_and_not_to_a_term() -> None:
    plain = sentence("See here.", "4")
    a, b = (
        replace(
            plain,
            spans=(
                TextRun("See "),
                TextRun("here", "link", f"https://{host}.example"),
                TextRun("."),
            ),
        )
        for host in "ab"
    )
    term = replace(
        plain, spans=(TextRun("See "), TextRun("here", "term", "/library/glossary#x"), TextRun("."))
    )
    assert len({plain.digest, a.digest, b.digest}) == 3
    assert term.digest == plain.digest


def test_the_starting_material_counts_as_written_by_a_machine() -> None:
    only = replace(sentence("One.", "36"), citations=(Citation("36", SentenceBasis.MATERIAL),))
    beside = replace(only, citations=(*only.citations, Citation("4", SentenceBasis.STUDY)))
    assert only.unchecked_machine
    assert not replace(only, check=CHECK).unchecked_machine
    assert not beside.unchecked_machine
    assert SentenceCounts.of([only, beside]).machine == 1


def test_counts_say_what_waits() -> None:
    card = text(
        ("say", [sentence("One."), sentence("Two.", check=CHECK), sentence("Three.", "?")]),
        ("do", [sentence("Four.", "4"), sentence("Five.", "4", check=CHECK)]),
    )
    counts = SentenceCounts.of(card.sentences)
    assert counts == SentenceCounts(sentences=5, checked=2, machine=1, unsourced=1)
    assert counts.sourced == 1
    assert not card.all_checked
    assert not card.ready


def test_a_card_is_ready_once_no_machine_written_sentence_is_unchecked() -> None:
    waiting = text(("say", [sentence("One.", check=CHECK), sentence("Two.", "4")]))
    assert waiting.ready
    assert not waiting.all_checked
    done = text(("say", [sentence("One.", check=CHECK)]))
    assert (done.ready, done.all_checked) == (True, True)


def test_the_words_a_card_opens_with_minutes_and_sources() -> None:
    card = text(
        ("say", [sentence("One two.", "4")]),
        ("do", [sentence("Three.", "9")]),
        ("avoid", [sentence("Four.", "4")]),
        ("background", [sentence("word " * 500)]),
    )
    assert card.first_words == 4
    assert card.minutes == 3
    assert text(("say", [sentence("One.")])).minutes == 1
    assert card.sources == ("4", "9")


def test_the_fingerprint_is_that_of_the_content() -> None:
    one = text(("say", [sentence("One.")]))
    assert one.fingerprint == text(("say", [sentence("One.", check=CHECK)])).fingerprint
    assert one.fingerprint != text(("say", [sentence("Two.")])).fingerprint
    assert len(one.fingerprint) == 12


def test_sections_and_sentences_are_found_or_not() -> None:
    said = sentence("One.")
    card = text(("say", [said]))
    assert card.section("say") is card.sections[0]
    assert card.section("do") is None
    assert card.sentence(said.digest) == said
    assert card.sentence("") is None


def test_a_sentence_stands_under_its_headings() -> None:
    one, two = sentence("One."), sentence("Two.")
    inside = Section("do-b", "B", (Block("paragraph", ((two,),)),), level=3)
    card = text(("do", [one]))
    card = replace(card, sections=(*card.sections, inside))
    assert card.heading(one.digest) == ("Do",)
    assert card.heading(two.digest) == ("Do", "B")
    assert card.heading("") == ()


def test_a_sentence_gives_way_to_others_and_ids_are_counted_anew() -> None:
    old = sentence("Old.")
    card = text(("say", [sentence("First."), old]), ("do", [old, sentence("Last.")]))
    after = changed(card, {old.digest: (sentence("New."), sentence("More."))})
    assert [s.text for s in after.sentences] == [
        "First.",
        "New.",
        "More.",
        "New.",
        "More.",
        "Last.",
    ]
    assert [s.id for s in after.sentences] == [f"s{n}" for n in range(1, 7)]


def test_a_block_of_which_nothing_is_left_goes() -> None:
    old = sentence("Old.")
    assert changed(text(("say", [old])), {old.digest: ()}).sections[0].blocks == ()


def test_the_version_says_how_often_it_was_revised() -> None:
    assert WRITTEN.shown_version == "1.0"
    assert replace(WRITTEN, revisions=2).shown_version == "1.0, revision 2"


@given(st.lists(st.text(min_size=1), min_size=1), st.integers(0, 20))
def test_nothing_but_the_sentence_that_is_named_changes(words: list[str], at: int) -> None:
    sentences = [sentence(word) for word in dict.fromkeys(words)]
    named = sentences[at % len(sentences)]
    after = changed(text(("say", sentences)), {named.digest: (sentence("Instead."),)})
    assert [s.text for s in after.sentences] == [
        "Instead." if s is named else s.text for s in sentences
    ]
