"""The pages of the library: every sentence with its marker, checks, search, the way from a flag to its card and back."""

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from flask import Flask

from bench.measuring import queries
from tests.conftest import Cast, make_app
from tests.installed import of
from tests.services.reading import CARD, of_card
from tests.services.suggesting import published
from tests.web.reading import as_, check_all
from tracker import clock, db
from tracker.config import Settings
from tracker.domain.library.texts import TextKind
from tracker.models import UsefulMark
from tracker.reference import library as files
from tracker.reference.library import library
from tracker.services.library.texts import check_sentence
from tracker.web.library.pages import overdue
from tracker.web.words.library import href, marker_in_full, shape

PAGES = [href(text) for text in library().texts.values() if text.kind is not TextKind.CONCEPT]


@pytest.mark.parametrize("path", PAGES)
def test_each_sentence_has_a_marker_and_what_stands_behind_it(
    app: Flask, cast: Cast, path: str
) -> None:
    page = as_(app, cast.clinician).client.get(path).text
    text = library().texts[path.removeprefix("/library/")]
    said = list(text.sentences)
    assert page.count('class="sentence"') == page.count('<a class="marker ') == len(said)
    for sentence in said:
        assert f'id="{sentence.id}"' in page
        assert f'id="n-{sentence.id}"' in page
        named = f'href="#n-{sentence.id}" aria-label="{marker_in_full(sentence)}"'
        assert named in page
        assert f'<a class="marker {shape(sentence)}" tabindex="-1" {named}' in page
    machine = sum(sentence.unchecked_machine for sentence in said)
    assert page.count("LLM-generated, not yet checked</span>") == machine
    assert page.count('<a class="marker machine"') == machine
    assert "Verify before clinical use" in page
    assert "checked by a person <b>0</b>" in page
    assert (f"LLM-generated, not checked <b>{machine}</b>" in page) == (machine > 0)
    sourced = len(said) - machine
    assert (f"has a source, not checked <b>{sourced}</b>" in page) == (sourced > 0)


def test_a_page_of_the_library_reads_it_once(app: Flask, cast: Cast) -> None:
    keeper = as_(app, cast.supervisor)
    case = keeper.send("/library/path/foundations/cases").location
    paths = [*PAGES, "/library", "/library/sources", "/library/path", "/library/path/bond", case]
    paths += ["/library/search?q=rupture", "/library/suggestions"]
    paths += [f"/library/suggestions/new?text={CARD}"]
    often = {}
    for path in paths:
        with queries(app) as sent:
            assert keeper.client.get(path).status_code == 200
        often[path] = sum("FROM library_checks" in statement for statement, _ in sent)
    assert {path: count for path, count in often.items() if count != 1} == {}


@pytest.mark.parametrize("path", [*PAGES, "/library", "/library/sources", "/library/path/bond"])
def test_nothing_is_loaded_from_outside_and_links_out_say_nothing(
    app: Flask, cast: Cast, path: str
) -> None:
    page = as_(app, cast.clinician).client.get(path).text
    assert not re.search(r'(src|action|data)="(https?:)?//', page)
    for tag in re.findall(r'<a [^>]*href="https?:[^>]*>', page):
        assert 'rel="noreferrer"' in tag
    assert not re.search(r"<(iframe|img|video|object|embed)\b", page)


def test_only_checked_sentences_on_wish(app: Flask, cast: Cast) -> None:
    said = next(of_card().sentences)
    browser = as_(app, cast.clinician)
    page = browser.client.get(f"/library/{CARD}?show=checked").text
    assert 'class="sentence' not in page
    assert page.count("No sentence of this part is checked") == 4
    with db.transaction() as writing:
        check_sentence(writing, cast.supervisor, CARD, said.digest, "", now=clock.now())
    whole = browser.client.get(f"/library/{CARD}").text
    assert f'href="/library/{CARD}?show=checked"' in whole
    assert 'Only checked <span class="count">1</span>' in whole
    page = unescape(browser.client.get(f"/library/{CARD}?show=checked").text)
    assert page.count('class="sentence') == 1
    assert said.text in page
    assert f"by {cast.supervisor.name}" in page


@pytest.mark.parametrize("path", PAGES)
def test_a_part_without_a_checked_sentence_says_so_and_shows_nothing_empty(
    app: Flask, cast: Cast, path: str
) -> None:
    page = as_(app, cast.clinician).client.get(f"{path}?show=checked").text
    text = library().texts[path.removeprefix("/library/")]
    parts = [part for part in text.sections if part.blocks]
    assert page.count("No sentence of this part is checked.") == len(parts)
    assert not re.search(r"<(p|ul|ol)>\s*</\1>", page)
    assert "Example, invented" not in page


def test_an_example_with_a_checked_sentence_keeps_its_tag(app: Flask, cast: Cast) -> None:
    blocks = [block for part in of_card().sections for block in part.blocks]
    said = next(block for block in blocks if block.kind == "example").items[0][0]
    with db.transaction() as writing:
        check_sentence(writing, cast.supervisor, CARD, said.digest, "", now=clock.now())
    page = unescape(as_(app, cast.clinician).client.get(f"/library/{CARD}?show=checked").text)
    assert page.index("Example, invented") < page.index(said.text)
    assert page.count("No sentence of this part is checked.") == 3, "Say, Do and Avoid"


def test_the_banner_goes_once_everything_is_checked(app: Flask, cast: Cast) -> None:
    check_all(cast.supervisor, CARD)
    page = as_(app, cast.clinician).client.get(f"/library/{CARD}").text
    assert "Verify before clinical use" not in page
    assert "LLM-generated, not yet checked" not in page
    assert "Looked through as a whole: never." in page


def test_checking_goes_from_sentence_to_sentence_and_back_to_the_text(
    app: Flask, cast: Cast
) -> None:
    browser = as_(app, cast.supervisor)
    digests = [said.digest for said in of_card().sentences]
    for number, digest in enumerate(digests):
        form = browser.client.get(f"/library/check?text={CARD}&sentence={digest}")
        assert form.status_code == 200
        fields = {"text": CARD, "sentence": digest, "passage": "p. 1"}
        sent = browser.client.post("/library/check", data=fields | sending(form.text))
        last = number == len(digests) - 1
        expected = f"/library/{CARD}#s{len(digests)}" if last else digests[number + 1]
        assert expected in sent.location
    assert of_card().all_checked
    undone = browser.send("/library/check", text=CARD, sentence=digests[0], act="undo")
    assert undone.location == f"/library/{CARD}#s1"
    assert not of_card().all_checked


def sending(page: str) -> dict[str, str]:
    """What a form of the page sends with it."""
    found = {}
    for name in ("csrf_token", "form_key"):
        found[name] = re.findall(f'name="{name}" value="([^"]*)"', page)[-1]
    return found


def test_a_long_passage_is_said_and_a_changed_sentence_too(app: Flask, cast: Cast) -> None:
    browser, digest = as_(app, cast.supervisor), next(of_card().sentences).digest
    long = browser.send("/library/check", text=CARD, sentence=digest, passage="word " * 26)
    assert long.status_code == 422
    assert "25 words" in long.text
    published(cast, CARD, "“Thank you.” {llm}")
    gone = browser.send("/library/check", text=CARD, sentence=digest)
    assert gone.location == f"/library/{CARD}"
    assert "changed meanwhile" in browser.client.get(f"/library/{CARD}").text


def test_useful_is_one_mark_and_can_be_taken_back(app: Flask, cast: Cast) -> None:
    browser = as_(app, cast.clinician)
    for wanted, count in (("yes", 1), ("yes", 1), ("no", 0)):
        sent = browser.send("/library/useful", text=CARD, useful=wanted)
        assert sent.location == f"/library/{CARD}#useful"
        with db.reading() as reading:
            assert reading.query(UsefulMark).count() == count
    browser.send("/library/useful", text=CARD, useful="yes")
    assert "1 person found it useful" in browser.client.get(f"/library/{CARD}").text
    assert "useful to 1" in browser.client.get("/library").text


def test_who_keeps_the_library_reviews_a_text(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = as_(app, cast.supervisor)
    monkeypatch.setattr(
        "tracker.web.library.pages.overdue", lambda text, day: text.key == "bond-fell"
    )
    assert "Due for review" in keeper.client.get("/library").text
    assert "Review is due" in keeper.client.get(f"/library/{CARD}").text
    clinician = as_(app, cast.clinician)
    assert "Due for review" not in clinician.client.get("/library").text
    assert "Review is due" not in clinician.client.get(f"/library/{CARD}").text
    sent = keeper.send("/library/reviews", text=CARD)
    assert sent.location == f"/library/{CARD}"
    assert "I have looked it through" not in clinician.client.get(f"/library/{CARD}").text


def test_a_text_is_due_from_its_day_on() -> None:
    text = library().texts[CARD]
    due = text.provenance.next_review
    assert due
    assert overdue(text, due)
    assert not overdue(text, due - timedelta(days=1))


def test_search_puts_words_right_and_nothing_typed_into_the_address(app: Flask, cast: Cast) -> None:
    browser = as_(app, cast.clinician)
    sent = browser.send("/library/search", typed="rupture repare K-014")
    assert sent.location.startswith("/library/search?q=rupture+repair")
    assert "014" not in sent.location
    assert sent.location.endswith("&near=1")
    page = unescape(browser.client.get(sent.location).text)
    assert "<mark>" in page
    assert "Not all that was typed stands in the library" in page
    assert "the nearest words, “rupture repair”" in page
    as_typed = browser.send("/library/search", typed="rupture repair")
    assert as_typed.location == "/library/search?q=rupture+repair"
    assert "Not all that was typed" not in browser.client.get(as_typed.location).text
    nothing = browser.send("/library/search", typed="<b>qqqqzzzz</b>")
    assert nothing.status_code == 200
    assert "Nothing found for “&lt;b&gt;qqqqzzzz&lt;/b&gt;”" in nothing.text
    assert "Type a word" in browser.client.get("/library/search").text
    rule = browser.client.get("/library/search?q=slow+slide").text
    assert "/help/rules#slide" in rule


def test_every_hit_leads_to_a_page(app: Flask, cast: Cast) -> None:
    browser, seen = as_(app, cast.clinician), set()
    for word in ("alliance", "rupture", "client", "goals", "score", "study"):
        page = browser.client.get(f"/library/search?q={word}").text
        seen |= set(re.findall(r'<li><a href="(/[^"]+)">', page))
    assert len(seen) > 60
    pages: dict[str, str] = {}
    for address in seen:
        path, _, part = address.partition("#")
        if path not in pages:
            answer = browser.client.get(path)
            assert answer.status_code == 200, address
            pages[path] = answer.text
        assert not part or f'id="{part}"' in pages[path], address


def test_an_objective_is_used_for_a_client_and_opens_filled(app: Flask, cast: Cast) -> None:
    browser = as_(app, cast.clinician)
    page = browser.client.get("/library/objectives").text
    assert page.count("Use for a client<") == 7
    chosen = browser.client.get("/library/objectives/bond/client").text
    link = re.search(r'href="(/clients/[^"]+/objectives/new/bond)"', chosen)
    assert link
    form = browser.client.get(link[1]).text
    assert 'value="7.5"' in form
    assert "/library/objectives#bond" in form
    assert browser.client.get("/library/objectives/none/client").status_code == 404
    assert (
        "Use for a client<" not in as_(app, cast.supervisor).client.get("/library/objectives").text
    )


def test_what_a_revision_holds_is_words_on_the_page(app: Flask, cast: Cast) -> None:
    published(cast, CARD, '<script>alert(1)</script> <b onclick="x">b</b> {llm}')
    page = as_(app, cast.clinician).client.get(f"/library/{CARD}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "1.0, revision 1" in page
    assert f"suggested by {cast.clinician.name}" in page
    home = as_(app, cast.clinician).client.get("/library").text
    assert "The bond fell</a>, revision 1" in home


def test_a_practices_own_card_stands_in_the_library(tmp_path: Path) -> None:
    own = tmp_path / "instance" / "library" / "cards" / "bond-fell.md"
    own.parent.mkdir(parents=True)
    shipped = (files.FOLDER / "cards" / "bond-fell.md").read_text(encoding="utf-8")
    own.write_text(shipped.replace("The bond fell", "Our card"), encoding="utf-8")
    theirs = of(make_app(Settings(instance=tmp_path / "instance"))).library.texts[CARD]
    assert (theirs.title, theirs.provenance.own) == ("Our card", True)
    others = of(make_app(Settings(instance=tmp_path / "another"))).library.texts[CARD]
    assert (others.title, others.provenance.own) == ("The bond fell", False)


def test_a_text_that_is_not_there_is_absent(app: Flask, cast: Cast) -> None:
    browser = as_(app, cast.supervisor)
    for path in (
        "/library/cards/none",
        "/library/none",
        "/library/path/none",
        "/library/suggestions/new?text=none",
        "/library/check?text=article&sentence=none",
        "/library/check",
    ):
        assert browser.client.get(path).status_code == 404, path
