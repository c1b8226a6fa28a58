"""From flags, measures, rules, questions and notes into the library, and back to where one came from."""

from datetime import timedelta

from flask import Flask

from bench.measuring import queries
from tests.conftest import START, Cast, log, weeks
from tests.services.reading import CARD
from tests.services.supervising import end_links
from tests.web.reading import as_, check_all
from tests.web.things import ids_of
from tracker import clock, db
from tracker.domain.supervision.questions import SupervisionQuestion
from tracker.services.access.supervision import link_supervision
from tracker.services.office.practice import today
from tracker.services.record import records


def test_from_a_flag_to_its_card_and_back_to_where_one_came_from(app: Flask, cast: Cast) -> None:
    with db.reading() as reading:
        day = today(reading, clock.now())
    log(cast.clinician, cast.client_id, day - timedelta(days=7), 8, 8, 8, 8)
    session = log(cast.clinician, cast.client_id, day, 5, 8, 8, 8)
    with db.reading() as reading:
        (found,) = records.record(reading, cast.clinician, cast.client_id, now=clock.now()).flags
    flag_id, browser = found.flag.id, as_(app, cast.clinician)
    saved = browser.client.get(f"/sessions/{session}/saved").text
    assert f"/flags/{flag_id}/card?back=saved" in saved
    assert "not yet checked by a person" in saved
    card = browser.client.get(f"/flags/{flag_id}/card?back=saved").text
    assert "<h1>The bond fell</h1>" in card
    assert "Verify before clinical use: no card for this is checked yet." in card
    assert f'href="/sessions/{session}/saved">Session 2</a>' in card
    flag = browser.client.get(f"/flags/{flag_id}").text
    assert f"/flags/{flag_id}/card?back=flag" in flag
    for back, where in (
        ("marks", f"/sessions/{session}/marks"),
        ("flag", f"/flags/{flag_id}"),
        ("elsewhere", f"/flags/{flag_id}"),
    ):
        card = browser.client.get(f"/flags/{flag_id}/card?back={back}").text
        assert f'class="back" href="{where}"' in card


def test_a_checked_card_comes_first_and_says_which_one_fits_better(app: Flask, cast: Cast) -> None:
    ids, browser = ids_of(cast, "clinician"), as_(app, cast.clinician)
    check_all(cast.supervisor, "cards/alliance-foundations", machine_only=True)
    card = browser.client.get(f"/flags/{ids.flag}/card").text
    assert "<h1>Alliance foundations</h1>" in card
    assert "This card fits every encounter" in card
    assert "not all checked by a person" in browser.client.get(f"/flags/{ids.flag}").text
    assert f"/library/{CARD}" in card
    assert "Alliance foundations" in browser.client.get(f"/flags/{ids.flag}").text
    check_all(cast.supervisor, CARD, machine_only=True)
    card = browser.client.get(f"/flags/{ids.flag}/card").text
    assert "<h1>The bond fell</h1>" in card
    assert "no card for this" not in card


def test_a_supervisor_gets_to_the_card_and_sees_which_one_was_opened(
    app: Flask, cast: Cast
) -> None:
    ids, supervisor = ids_of(cast, "clinician"), as_(app, cast.supervisor)
    assert "Cards that were opened" not in supervisor.client.get(f"/flags/{ids.flag}").text
    as_(app, cast.clinician).client.get(f"/flags/{ids.flag}/card")
    card = supervisor.client.get(f"/flags/{ids.flag}/card").text
    assert "<h1>The bond fell</h1>" in card
    flag = supervisor.client.get(f"/flags/{ids.flag}").text
    assert f"The bond fell, version 1.0: {cast.clinician.name}" in flag
    assert f"The bond fell, version 1.0: {cast.supervisor.name}" in flag


def test_opening_the_card_of_a_flag_is_a_look_at_it(app: Flask, cast: Cast) -> None:
    ids = ids_of(cast, "clinician")
    as_(app, cast.supervisor).client.get(f"/flags/{ids.flag}/card")
    flag = as_(app, cast.clinician).client.get(f"/flags/{ids.flag}").text
    assert f"{cast.supervisor.name}: on 1 day, last on" in flag
    assert cast.supervisor.name in as_(app, cast.clinician).client.get("/audit/mine").text


def test_measures_rules_questions_and_notes_lead_into_the_library(app: Flask, cast: Cast) -> None:
    ids, browser = ids_of(cast, "clinician"), as_(app, cast.clinician)
    for path, link in (
        ("/measures/srs", "/library/article#what-it-is"),
        ("/measures/phq-9", "/library/cards/no-progress"),
        ("/help/rules", "/library/cards/missed-sessions"),
        (f"/sessions/{ids.session}/note", "/library/cards/alliance-foundations#documentation"),
        (f"/caseloads/{ids.clinician}/questions", "/library/questions"),
        (f"/caseloads/{ids.clinician}/questions/silent", "/library/questions#silent"),
        ("/library/questions", f"/caseloads/{ids.clinician}/questions/silent"),
    ):
        assert f'href="{link}"' in browser.client.get(path).text, path


def test_each_flag_of_a_record_leads_to_a_card_that_opens(app: Flask, cast: Cast) -> None:
    """A record with several kinds of flags."""
    log(cast.clinician, cast.client_id, weeks(0), 10, 10, 10, 10)
    log(cast.clinician, cast.client_id, weeks(1), 5, 5, 5, 5)
    log(cast.clinician, cast.client_id, weeks(2), 5, 5, 5, 5)
    with db.reading() as reading:
        found = records.record(reading, cast.clinician, cast.client_id, now=clock.now()).flags
    browser = as_(app, cast.clinician)
    assert len({flag.finding.kind for flag in found}) >= 3
    for flag in found:
        assert browser.client.get(f"/flags/{flag.flag.id}/card").status_code == 200


def test_words_of_the_glossary_are_linked_on_other_pages_too(app: Flask, cast: Cast) -> None:
    browser = as_(app, cast.clinician)
    for path, word in (
        ("/help/rules", "check-in"),
        ("/measures/srs", "cut-off"),
        ("/library/objectives", "working-alliance"),
    ):
        page = browser.client.get(path).text
        assert f'<a class="term" href="/library/glossary#{word}"' in page, path


QUESTIONS = "/library/questions"


def test_a_supervisor_is_led_from_the_questions_to_each_caseload_that_they_read_today(
    app: Flask, cast: Cast
) -> None:
    browser, address = as_(app, cast.supervisor), f"/caseloads/{cast.clinician.id}/questions"
    page = browser.client.get(QUESTIONS).text
    assert page.count(">Caseload of Clinician<") == len(SupervisionQuestion)
    assert all(f'href="{address}/{question}"' in page for question in SupervisionQuestion)
    assert browser.client.get(f"{address}/{SupervisionQuestion.SILENT}").status_code == 200
    assert str(cast.outsider.id) not in page
    assert "Look at my caseload" not in page
    end_links(cast)
    assert "Caseload of" not in browser.client.get(QUESTIONS).text


def test_others_are_led_to_their_own_caseload_or_to_none(app: Flask, cast: Cast) -> None:
    own = as_(app, cast.clinician).client.get(QUESTIONS).text
    assert own.count(">Look at my caseload<") == len(SupervisionQuestion)
    assert "Caseload of" not in own
    none = as_(app, cast.administrator).client.get(QUESTIONS).text
    assert "/caseloads/" not in none.split("<main", 1)[1]
    article = as_(app, cast.supervisor).client.get("/library/article").text
    assert "Caseload of" not in article


def test_the_queries_of_the_questions_do_not_grow_with_who_is_supervised(
    app: Flask, cast: Cast
) -> None:
    browser = as_(app, cast.supervisor)

    def asked() -> int:
        browser.client.get(QUESTIONS)
        with queries(app) as count:
            browser.client.get(QUESTIONS)
        return len(count)

    before = asked()
    with db.transaction() as writing:
        people = {"supervisor": cast.supervisor.id, "clinician": cast.outsider.id}
        link_supervision(writing, **people, starts_on=START, now=clock.now())
    assert asked() == before
    assert browser.client.get(QUESTIONS).text.count(">Caseload of ") == 2 * len(SupervisionQuestion)
