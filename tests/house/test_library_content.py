"""Every file of the library: what each sentence rests on, what each card holds, and that no sentence is anybody else's."""

import hashlib
import re
from pathlib import Path
from uuid import uuid4

from tests.house.faults import expect_none
from tracker.domain.library.texts import CARD_WORDS, FIRST, Marker, SourceTier, Text, TextKind
from tracker.domain.measures.numbers import parse
from tracker.domain.rules.drop_rules import STRENGTH_WORDS
from tracker.domain.rules.findings import Fall, Finding, FlagKind
from tracker.domain.supervision.questions import SupervisionQuestion
from tracker.reference.library import FOLDER, library
from tracker.reference.loader import measures
from tracker.reference.objectives import templates
from tracker.web.words import general as words
from tracker.web.words.flags import TIER

LIBRARY = library()
TEXTS = list(LIBRARY.texts.items())
RUNS = frozenset(Path(__file__).with_name("seed_runs.txt").read_text(encoding="utf-8").split())
WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
SITUATIONS = {
    "bond-fell",
    "goals-differ",
    "method-does-not-fit",
    "withdrawal",
    "confrontation",
    "too-perfect",
    "two-views",
    "slow-drift",
    "missed-sessions",
    "no-progress",
    "first-rating-low",
    "cultural-fit",
    "self-disclosure",
    "remote-sessions",
    "couples-and-families",
    "young-people",
    "early-recovery",
    "trauma-processing",
    "personality-disorder",
    "no-score-showed-it",
}
# The encounter card, and what flags need beside the situations.
MORE = {"alliance-foundations", "risk-item", "outcome-worse", "a-score-fell"}
SECTIONS = {
    "what-it-is",
    "lineage",
    "principles",
    "what-one-can-do",
    "evidence",
    "for-whom",
    "problems-it-helps-with",
    "cautions-and-cultural-humility",
    "objectives",
    "misconceptions",
    "training",
    "key-terms",
    "resources",
    "questions-for-supervision",
}
ENCOUNTER = {
    "setting",
    "opening-move",
    "listen-for",
    "pitfalls",
    "red-flags",
    "documentation",
    "handing-over",
    "five-behaviours",
    "with-medication",
    "in-one-line",
    "in-the-margin",
}
FURTHER = {"33", "34", "35"}  # instruments, cited on the pages of the measures


def test_every_file_is_read() -> None:
    files = {str(p.relative_to(FOLDER).with_suffix("")) for p in FOLDER.rglob("*.md")}
    assert files == set(LIBRARY.texts)
    assert {card.key for card in LIBRARY.cards} == SITUATIONS | MORE


def said_without_right(text: Text) -> list[str]:
    """The sentences of a text whose marker is not what they rest on, and what else is wrong with it."""
    faults = [] if list(text.sentences) else ["says nothing"]
    for said in text.sentences:
        if (said.marker is Marker.SOURCE) != bool(said.citations):
            faults.append(f"marker and citations differ: {said.text}")
        if said.marker is Marker.NONE:
            faults.append(f"what is shipped without a source is marked as a machine's: {said.text}")
        unknown = [c.source for c in said.citations if c.source not in LIBRARY.sources]
        faults += [f"there is no source {key}: {said.text}" for key in unknown]
    examples = [
        block
        for part in text.sections
        for block in part.blocks
        if block.kind == "example" and {s.marker for s in block.items[0]} != {Marker.MACHINE}
    ]
    return faults + ["an example rests on nothing"] * len(examples)


def test_each_sentence_has_its_marker_and_each_source_is_there() -> None:
    expect_none(f"{where}: {fault}" for where, text in TEXTS for fault in said_without_right(text))


def test_nothing_that_is_shipped_claims_to_be_checked() -> None:
    checked = [(where, s) for where, text in TEXTS for s in text.sentences if s.check]
    expect_none(f"{where}: nobody has checked it yet: {said.text}" for where, said in checked)
    expect_none(
        f"{where}: written by {text.provenance.written_by}, next review {text.provenance.next_review}"
        for where, text in TEXTS
        if text.provenance.written_by != "machine" or not text.provenance.next_review
    )


def test_each_source_has_a_tier_and_a_link_or_a_full_citation() -> None:
    named = re.compile(
        r"(19|20)\d\d|Wiley|Wikipedia|web page|Network|this product|learning concept"
    )
    expect_none(
        f"source {key}: {source.citation}"
        for key, source in LIBRARY.sources.items()
        if source.tier not in set(SourceTier)
        or not (source.link or (len(source.citation) > 40 and named.search(source.citation)))
    )


def test_each_source_is_cited_or_listed() -> None:
    cited = {key for text in LIBRARY.texts.values() for key in text.sources}
    assert set(LIBRARY.sources) - cited <= FURTHER


def not_as_a_card_opens(card: Text) -> list[str]:
    """What is wrong with the beginning of a card."""
    promised = {
        "say, do, avoid come first": tuple(part.key for part in card.sections[:3]) == FIRST,
        f"{card.first_words} words": 20 < card.first_words <= CARD_WORDS,
        "when it is for": bool(card.when),
        "related cards": bool(card.related),
        "background after it": len(card.sections) > 3,
    }
    faults = [f"not so: {words}" for words, kept in promised.items() if not kept]
    for said in card.sections[0].sentences:
        plain = said.text.replace("marking", "").replace("marked", "")
        if not said.text.startswith("“"):
            faults.append(f"not in quotation marks: {said.text}")
        if re.search(r"\d", said.text) or re.search(r"\b(score|mark|rating)s?\b", plain):
            faults.append(f"words to say never name a number: {said.text}")
    return faults


def test_each_card_opens_with_say_do_avoid_in_ninety_words() -> None:
    expect_none(
        f"{card.key}: {fault}" for card in LIBRARY.cards for fault in not_as_a_card_opens(card)
    )


def test_a_card_connects_with_those_it_names_and_with_those_that_name_it() -> None:
    named_once = [
        (card, other)
        for card in LIBRARY.cards
        for other in LIBRARY.cards
        if other.key in card.related and card.key not in other.related
    ]
    assert named_once
    for card, other in named_once:
        assert other in LIBRARY.related(card)
        assert card in LIBRARY.related(other)


def test_the_encounter_card_and_the_article_have_all_their_parts() -> None:
    card = LIBRARY.texts["cards/alliance-foundations"]
    assert card.code == "E6.1"
    assert {part.key for part in card.sections} >= ENCOUNTER
    assert {part.key for part in LIBRARY.texts["article"].sections} >= SECTIONS
    assert len(LIBRARY.texts["misconceptions"].sections) == 5


SCORES = [
    (measure.key, key)
    for measure in measures().values()
    for key in (*(part.key for part in measure.components), "total")
]


def test_each_kind_of_flag_and_each_score_has_exactly_one_card() -> None:
    cards = {card.key for card in LIBRARY.cards}
    two = parse("2")
    assert two is not None
    faults = []
    for kind in FlagKind:
        for measure, key in SCORES:
            fall = Fall(key, two, two, two, uuid4(), False, two)
            card = LIBRARY.flag_cards.card(Finding(kind, fall.since, measure, falls=(fall,)))
            if card not in cards:
                faults.append(f"{kind.value}, {measure}.{key}: there is no card {card}")
    expect_none(faults)


def test_the_scores_that_ask_about_a_part_lead_to_a_card_about_that_part() -> None:
    roles = LIBRARY.flag_cards.roles
    assert set(roles) <= {key for _, key in SCORES}, "a role names a score that no measure has"
    parts = {"voice": "bond"}  # what one can say aloud rests on the bond
    for role, key in LIBRARY.flag_cards.by_role.items():
        assert parts.get(role, role) in LIBRARY.texts[f"cards/{key}"].components
    for measure in measures().values():
        if measure.drop and measure.wording_by.value == "own":
            asked = {part.key for part in measure.components}
            assert asked - {"overall"} <= set(roles), "every score of ours asks about a part"


def test_the_glossary_has_the_words_of_the_pages() -> None:
    glossary = LIBRARY.texts["glossary"]
    terms = {part.title.lower() for part in glossary.sections}
    assert all(list(part.sentences) for part in glossary.sections), "each term a definition"
    own = measures()["session-check"]
    shown = {part.label.lower() for part in own.components}
    shown |= {label.lower() for tier, label in TIER.items() if tier.value != "risk"} - {"check in"}
    shown |= {"check-in", "risk item", "strength", "base", "flag", "repair", "rupture", "objective"}
    assert shown <= terms
    strength = glossary.section("strength")
    assert strength
    said = " ".join(s.text for s in strength.sentences)
    assert all(word in said for word in STRENGTH_WORDS.values())
    assert {
        rupture.value
        for rupture in words.RUPTURE
        if rupture.value in ("withdrawal", "confrontation")
    } <= terms
    assert set(glossary.forms) <= {part.key for part in glossary.sections}
    assert glossary.quiet <= {part.key for part in glossary.sections}


def test_each_question_and_each_objective_has_its_place() -> None:
    assert [part.key for part in LIBRARY.texts["questions"].sections] == [
        q.value for q in SupervisionQuestion
    ]
    for template in templates().values():
        assert f"cards/{template.card}" in LIBRARY.texts
        source = LIBRARY.sources[template.cited].citation
        assert template.source.split(" ")[0].rstrip(",") in source


def dead_links(text: Text) -> list[str]:
    """The links of a text, and what a concept says to read, that lead nowhere."""
    hrefs = [s.href for said in text.sentences for s in said.spans if s.href.startswith("/library")]
    hrefs += LIBRARY.reads.get(text.key, ()) if text.kind is TextKind.CONCEPT else ()
    dead = []
    for href in hrefs:
        address, _, part = href.removeprefix("/library/").partition("#")
        linked = LIBRARY.texts.get(address)
        there = linked or address in {"objectives", "path", "sources"}
        if not there or (linked and part and not linked.section(part)):
            dead.append(href)
    return dead


def test_links_inside_lead_somewhere() -> None:
    expect_none(f"{where}: {href}" for where, text in TEXTS for href in dead_links(text))


def runs(text: str) -> set[str]:
    """The hashes of every eight words that follow each other."""
    words_in_order = WORD.findall(text.lower())
    each = (" ".join(words_in_order[i : i + 8]) for i in range(len(words_in_order) - 7))
    return {hashlib.sha256(run.encode()).hexdigest()[:12] for run in each}


def test_no_sentence_shares_eight_words_with_the_starting_material() -> None:
    assert len(RUNS) > 3000
    expect_none(
        f"{where}: {said.text}"
        for where, text in TEXTS
        for said in text.sentences
        if runs(said.text) & RUNS
    )


def test_a_sentence_of_it_would_be_noticed() -> None:
    known = "The construct describes the quality and character of the collaborative relationship"
    assert runs(known) & RUNS
