"""What a published revision does to the texts, and that nothing that becomes of one makes them unreadable."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from tests.conftest import Cast
from tests.installed import use_library
from tests.services.reading import CARD, of_card, on_shelf, without
from tests.services.suggesting import WANTED, first, published, step, suggested, view
from tracker import clock, db
from tracker.domain.errors import Incomplete
from tracker.domain.library.suggestions import Credit, SuggestionAct
from tracker.domain.library.texts import Marker, SourceTier, changed
from tracker.reference import revisions
from tracker.reference.library import library
from tracker.reference.tables import BadFile
from tracker.services.library.suggestions import Draft
from tracker.services.library.texts import check_sentence, shelf

SHORTER = "“Thank you.” {llm}"


def test_a_second_revision_has_the_next_number_and_no_name_where_none_is_wished(
    app: Flask, cast: Cast
) -> None:
    published(cast, CARD, SHORTER)
    published(cast, CARD, "“Thanks.” {?}", wanted=replace(WANTED, credit=Credit.UNNAMED))
    assert [(c.number, c.credit) for c in on_shelf().changes] == [
        (1, cast.clinician.name),
        (2, None),
    ]
    assert next(of_card().sentences).marker is Marker.NONE
    assert of_card().provenance.revisions == 2


def test_a_clock_that_is_set_back_changes_nothing_in_what_builds_on_what(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(cast, CARD, SHORTER)
    before = clock.now() - timedelta(days=3)
    with monkeypatch.context() as clock_set_back:
        clock_set_back.setattr(clock, "now", lambda: before)
        published(cast, CARD, "“Thanks.” {?}")
    assert next(of_card().sentences).text == "“Thanks.”"
    assert on_shelf().lapsed == ()
    assert [change.number for change in on_shelf().changes] == [2, 1], "by the day that was noted"


def test_a_new_source_comes_with_its_key(app: Flask, cast: Cast) -> None:
    published(cast, CARD, "“Thank you.” {new study}", "A. Author. A new study. 2027.")
    published(
        cast, "cards/goals-differ", "“Still?” {4 guidance, new study}", "B. Author. Another. 2027."
    )
    sources = on_shelf().library.sources
    assert (sources["r1"].citation, sources["r1"].tier) == (
        "A. Author. A new study. 2027.",
        SourceTier.T1,
    )
    assert [c.source for c in next(of_card().sentences).citations] == ["r1"]
    said = next(on_shelf().text("cards/goals-differ").sentences)
    assert [c.source for c in said.citations] == ["4", "r2"]
    assert sources["r2"].link == "https://doi.org/10.1/x"


def test_a_check_does_not_carry_over_to_a_revision(app: Flask, cast: Cast) -> None:
    with db.transaction() as writing:
        check_sentence(writing, cast.supervisor, CARD, first(CARD), "", now=clock.now())
    published(cast, CARD, SHORTER)
    assert next(of_card().sentences).check is None


def test_words_of_the_glossary_are_linked_in_a_revision(app: Flask, cast: Cast) -> None:
    published(cast, CARD, "A rupture may be there. {llm}")
    assert "term" in {span.style for span in next(of_card().sentences).spans}


def test_a_revision_whose_text_is_gone_lapses_and_harms_nothing(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = published(cast, CARD, SHORTER)
    without(monkeypatch, CARD)
    assert [change.text for change in on_shelf().lapsed] == [CARD]
    assert on_shelf().changes == ()
    assert view(cast.clinician, made).text is None


def test_a_revision_whose_sentence_is_gone_lapses(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(cast, CARD, SHORTER)
    found = library()
    text = found.texts[CARD]
    gone = changed(text, {next(text.sentences).digest: ()})
    texts = {**found.texts, CARD: gone}
    use_library(monkeypatch, replace(found, texts=texts))
    assert len(on_shelf().lapsed) == 1
    assert of_card().provenance.revisions == 0


def test_a_revision_that_cites_a_source_which_is_gone_lapses(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(cast, CARD, "“Thank you.” {5 guidance}")
    found = library()
    sources = {key: source for key, source in found.sources.items() if key != "5"}
    use_library(monkeypatch, replace(found, sources=sources))
    assert len(on_shelf().lapsed) == 1


def test_a_draft_that_is_not_read_any_more_lapses(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(cast, CARD, SHORTER)

    def strict(draft: str) -> None:
        raise BadFile(f"draft:1: expected something else than {draft}")

    monkeypatch.setattr(revisions, "drafted", strict)
    read_anew = replace(library())
    use_library(monkeypatch, read_anew)
    assert len(on_shelf().lapsed) == 1


def test_revisions_are_laid_over_the_texts_once_until_something_is_published(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_anew, laid = replace(library()), []
    use_library(monkeypatch, read_anew)
    published(cast, CARD, SHORTER)
    kept, lays, links = on_shelf(), revisions._with, revisions.linked
    monkeypatch.setattr(revisions, "_with", lambda *of: [laid.append("one"), lays(*of)][1])
    monkeypatch.setattr(revisions, "linked", lambda *of: [laid.append("linked"), links(*of)][1])
    assert on_shelf().text(CARD) is kept.text(CARD)
    assert laid == []
    published(cast, "cards/goals-differ", "“Still?” {llm}")
    assert on_shelf().text(CARD) == kept.text(CARD)
    assert on_shelf().text("cards/goals-differ") != kept.text("cards/goals-differ")
    assert laid == ["one", "one", "linked", "linked"]
    assert revisions.revised.cache_info().maxsize == 4, "a few states of the library, and no more"


def test_a_check_leaves_what_is_kept_as_it_was(app: Flask, cast: Cast) -> None:
    published(cast, CARD, SHORTER)
    with db.transaction() as writing:
        check_sentence(writing, cast.supervisor, CARD, first(CARD), "", now=clock.now())
        assert next(shelf(writing).text(CARD).sentences).check
        writing.rollback()
    assert next(of_card().sentences).check is None


def test_the_words_of_a_draft_are_published_as_they_were_approved(app: Flask, cast: Cast) -> None:
    published(cast, CARD, "A calm, new way {4 study,new study}", "A. Author. A new study. 2027.")
    (said,) = [s for s in of_card().sentences if s.text == "A calm, new way"]
    assert [c.source for c in said.citations] == ["4", "r1"]
    published(cast, "cards/goals-differ", "Offer a calm, new way. {llm}")
    assert next(on_shelf().text("cards/goals-differ").sentences).text == "Offer a calm, new way."


def test_a_letter_that_only_looks_like_one_of_a_word_breaks_nothing(app: Flask, cast: Cast) -> None:
    published(cast, CARD, "A small repaır helps. {llm}")
    assert next(of_card().sentences).text == "A small repaır helps."


def test_a_revised_definition_is_not_linked_to_itself(app: Flask, cast: Cast) -> None:
    published(cast, "glossary", "One rupture. {llm} Another rupture. {llm}")
    part = on_shelf().text("glossary").sections[0]
    hrefs = [span.href for said in part.sentences for span in said.spans if span.href]
    assert hrefs == ["/library/glossary#rupture"]


def test_a_sentence_can_be_taken_out_and_its_words_stay_with_the_suggestion(
    app: Flask, cast: Cast
) -> None:
    before = list(of_card().sentences)
    made = published(cast, CARD, "left in the form {llm}", takes_out=True)
    assert [s.text for s in of_card().sentences] == [s.text for s in before[1:]]
    assert of_card().provenance.shown_version == "1.0, revision 1"
    found = view(cast.clinician, made)
    assert found.draft is not None
    assert (found.draft.said, found.draft.draft, found.lapsed) == (before[0].text, "", False)


def test_the_last_sentence_of_a_part_stays_until_another_one_takes_its_place(
    app: Flask, cast: Cast
) -> None:
    part = of_card().sections[0]
    for _ in list(part.sentences)[1:]:
        published(cast, CARD, "", takes_out=True)
    made, draft = suggested(cast.clinician, CARD), Draft(first(CARD), "", takes_out=True)
    with pytest.raises(Incomplete, match="only sentence of its part"):
        step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=draft)


def test_two_that_take_out_the_last_two_sentences_of_a_part_leave_one(
    app: Flask, cast: Cast
) -> None:
    while len(list(of_card().sections[0].sentences)) > 2:
        published(cast, CARD, "", takes_out=True)
    pair = [suggested(cast.clinician, CARD) for _ in range(2)]
    for made, said in zip(pair, list(of_card().sections[0].sentences), strict=True):
        draft = Draft(said.digest, "", takes_out=True)
        step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=draft)
        step(cast.clinician, made, SuggestionAct.APPROVED)
    step(cast.supervisor, pair[0], SuggestionAct.PUBLISHED)
    with pytest.raises(Incomplete, match="only sentence of its part"):
        step(cast.supervisor, pair[1], SuggestionAct.PUBLISHED)


def test_a_sentence_that_is_taken_out_brings_no_source(app: Flask, cast: Cast) -> None:
    made = suggested(cast.clinician, CARD)
    draft = Draft(first(CARD), "", "A. Author. 2027.", "", SourceTier.T1, takes_out=True)
    with pytest.raises(Incomplete, match="brings no source"):
        step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=draft)
