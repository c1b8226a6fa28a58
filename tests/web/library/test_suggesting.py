"""Suggestions and the learning path on their pages: nothing typed is lost, and everything is said kindly."""

import re
from dataclasses import replace
from html import unescape

import pytest
from flask import Flask

from tests.conftest import Cast
from tests.services.reading import CARD, of_card, without
from tests.services.suggesting import WANTED, first, published, step, suggested
from tests.web.reading import as_
from tracker import db
from tracker.domain.library.suggestions import SuggestionAct
from tracker.models import Suggestion
from tracker.reference.library import library
from tracker.reference.tables import BadFile
from tracker.services.library.suggestions import Draft
from tracker.web.words import library as library_words

FILLED = {"text": CARD, "about": "unclear", "wish": "Shorter", "source": "Own", "credit": "named"}


def test_the_form_names_the_sentence_warns_first_and_keeps_what_was_typed(
    app: Flask, cast: Cast
) -> None:
    browser, digest = as_(app, cast.clinician), first(CARD)
    page = browser.client.get(f"/library/suggestions/new?text={CARD}&sentence={digest}").text
    assert f'<option value="{digest}" selected>' in page
    assert page.index("Do not write anything about a client") < page.index("<textarea")
    sent = browser.send("/library/suggestions/new", **{**FILLED, "wish": "as with K-014"})
    assert sent.status_code == 422
    assert "Remove the client code K-014 before sending" in sent.text
    assert "as with K-014</textarea>" in sent.text
    empty = browser.send("/library/suggestions/new", text=CARD)
    assert empty.text.count('class="error"') == 4
    with db.reading() as reading:
        assert reading.query(Suggestion).count() == 0


def test_a_form_sent_twice_is_one_suggestion(app: Flask, cast: Cast) -> None:
    browser = as_(app, cast.clinician)
    same = {**FILLED, "form_key": "6a1f7f5e-7f5e-4b7e-9c1e-6a1f7f5e7f5e"}
    there = {browser.send("/library/suggestions/new", **same).location for _ in range(2)}
    assert len(there) == 1


def test_all_the_way_by_the_pages(app: Flask, cast: Cast) -> None:
    clinician, keeper = as_(app, cast.clinician), as_(app, cast.supervisor)
    path = clinician.send("/library/suggestions/new", **FILLED).location
    assert "Thank you" in clinician.client.get(path).text
    assert "1 suggestion</a> waits for you" in keeper.client.get("/library").text
    assert "The bond fell" in keeper.client.get("/library/suggestions").text
    said = next(of_card().sentences).text
    draft = {"act": "drafted", "seen": "0", "sentence": first(CARD), "draft": "“Thanks.” {llm}"}
    wrong = keeper.send(path, **{**draft, "draft": "“Thanks.”"})
    assert wrong.status_code == 422
    assert "cannot be read" in wrong.text
    assert "“Thanks.”</textarea>" in wrong.text
    assert keeper.send(path, **draft).status_code == 303
    assert "Draft it again" in keeper.client.get(path).text
    assert "waits for you" not in keeper.client.get("/library").text
    assert "1 draft</a> of a suggestion of yours waits" in clinician.client.get("/library").text
    waits = "A draft of your suggestion for the library waits for you"
    assert waits in clinician.client.get("/").text
    assert waits not in keeper.client.get("/").text
    page = clinician.client.get(path).text
    assert "“Thanks.”" in page
    assert "Publish it" not in page
    stale = clinician.send(path, act="approved", seen="0")
    assert stale.status_code == 409
    assert clinician.send(path, act="approved", seen="1").status_code == 303
    assert waits not in clinician.client.get("/").text
    assert keeper.send(path, act="published", seen="2").status_code == 303
    assert next(of_card().sentences).text == "“Thanks.”"
    page = clinician.client.get(path).text
    assert "as revision 1" in page
    assert said in unescape(page), "what it replaced is still to be read"


def test_a_sentence_is_taken_out_with_a_tick(app: Flask, cast: Cast) -> None:
    keeper, said = as_(app, cast.supervisor), next(of_card().sentences)
    made = suggested(cast.clinician, CARD, replace(WANTED, sentence=said.digest))
    path = f"/library/suggestions/{made}"
    sent = {"act": "drafted", "seen": "0", "sentence": said.digest, "draft": said.text}
    both = keeper.send(path, **sent, takes_out="y", citation="A. Author. 2027.", tier="T1")
    assert both.status_code == 422
    assert "brings no source" in both.text
    assert keeper.send(path, **sent, takes_out="y").status_code == 303
    page = unescape(keeper.client.get(path).text)
    assert "It takes out" in page
    assert said.text in page
    assert "Nothing stands in its place" in page


def test_the_draft_begins_with_the_sentence_as_it_is_written(app: Flask, cast: Cast) -> None:
    said = list(of_card().sentences)[2]
    made = suggested(cast.clinician, CARD, replace(WANTED, sentence=said.digest))
    page = unescape(as_(app, cast.supervisor).client.get(f"/library/suggestions/{made}").text)
    assert f"{said.text} {{11 guidance}}</textarea>" in page
    assert "{llm}" in library_words.as_written(next(of_card().sentences))


def test_a_reason_is_asked_for_and_a_step_has_to_be_one(app: Flask, cast: Cast) -> None:
    made, keeper = suggested(cast.clinician, CARD), as_(app, cast.supervisor)
    path = f"/library/suggestions/{made}"
    assert "Enter the reason" in keeper.send(path, act="declined", seen="0").text
    assert keeper.send(path, act="burnt", seen="0").status_code == 422
    assert keeper.send(path, act="approved", seen="0").status_code == 404
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(first(CARD), "“Thanks.” {llm}"))
    assert "Draft it again" not in as_(app, cast.clinician).client.get(path).text


def test_what_lapsed_is_said_to_who_keeps_the_library(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = published(cast, CARD, "“Thanks.” {llm}")
    without(monkeypatch, CARD)
    said = "Revisions that do not apply any more"
    assert said in as_(app, cast.supervisor).client.get("/library/suggestions").text
    assert said not in as_(app, cast.clinician).client.get("/library/suggestions").text
    assert "revision 1" not in as_(app, cast.clinician).client.get("/library/sources").text
    page = as_(app, cast.supervisor).client.get(f"/library/suggestions/{made}").text
    assert "which does not apply any more" in page


def test_a_draft_that_no_longer_reads_is_shown_without_it(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = suggested(cast.clinician, CARD, WANTED)
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(first(CARD), "“Thanks.” {llm}"))

    def strict(draft: str) -> None:
        raise BadFile(f"draft:1: expected something else than {draft}")

    monkeypatch.setattr("tracker.web.library.suggestions.drafted", strict)
    page = as_(app, cast.supervisor).client.get(f"/library/suggestions/{made}")
    assert page.status_code == 200
    assert next(of_card().sentences).text in unescape(page.text), "what the draft replaces"


def test_the_cases_of_a_concept_from_first_to_badge(app: Flask, cast: Cast) -> None:
    browser = as_(app, cast.clinician)
    concept = library().concepts[0]
    page = browser.client.get("/library/path").text
    assert page.count(">Locked<") == 7
    assert "The cases" not in page
    there = browser.send("/library/path/foundations/cases").location
    assert browser.send(there, case="x").status_code == 422
    for _ in concept.cases:
        page = browser.client.get(there).text
        key = re.findall(r'name="case" value="([^"]+)"', page)[0]
        case = concept.case(key)
        assert case
        place = next(i for i, option in enumerate(case.options) if option.fits)
        assert unescape(page).index(case.options[place].text)
        sent = browser.send(there, case=key, answer=str(place))
        assert sent.location.endswith(f"#{key}")
    page = browser.client.get(there).text
    assert "Passed. Due again" in page
    assert "Passed" in browser.client.get("/library/path").text
    assert "1 of 8 passed" in browser.client.get("/library").text
    locked = browser.client.get("/library/path/goals").text
    assert "The badge follows once “The bond” is passed" in locked
    assert "Try the cases" in locked, "a lock holds back the badge alone"


def test_an_answer_that_fits_less_says_why_and_what_fits(app: Flask, cast: Cast) -> None:
    browser, concept = as_(app, cast.clinician), library().concepts[1]
    there = browser.send("/library/path/bond/cases").location
    page = browser.client.get(there).text
    case = concept.case(re.findall(r'name="case" value="([^"]+)"', page)[0])
    assert case
    place = next(i for i, option in enumerate(case.options) if not option.fits)
    browser.send(there, case=case.key, answer=str(place))
    page = unescape(browser.client.get(there).text)
    assert "Fits less" in page
    assert f"More fitting: {next(o.text for o in case.options if o.fits)}</p>" in page
    assert "Go on with the cases" in browser.client.get("/library/path/bond").text
    assert "begun" in browser.client.get("/library/path").text
