"""A form that was filled in part: the page asks once, saves it as it is, and every page says how much was answered."""

import re

import pytest

from tests.conftest import Browser, Cast
from tests.web.care.test_measures import client_on, numbers
from tests.web.sending import rated, rows

EMPTY = {"item_3": "", "item_5": "", "item_7": ""}


def test_the_form_asks_once_and_then_keeps_what_was_answered(page: Browser, cast: Cast) -> None:
    client_id = client_on(cast, "session-check", "phq-9")
    url = f"/clients/{client_id}/sessions/new"
    assert "Save as it is" not in page.client.get(url).text
    sent = rated(**numbers("phq-9", 9, 1, **EMPTY, item_9=3))
    asked = page.send(url, **sent)
    assert (asked.status_code, rows("ratings")) == (422, 0)
    assert '<a href="#as_it_is">3 answers are empty.' in asked.text
    assert asked.text.count('href="#phq-9.client.item_') == 3
    assert re.search(r'<button[^>]*id="as_it_is" name="as_it_is" value="y">', asked.text)
    assert re.search(r'name="phq-9.client.item_9" value="3"', asked.text)
    saved = page.send(url, **sent, as_it_is="y")
    assert saved.status_code == 303
    after = page.client.get(saved.location).text
    assert "Item 9 (risk item) was answered 3 (new)" in after
    assert "6 of 9 answered: no total." in after
    session = saved.location.removesuffix("/saved")
    assert "6 of 9 answered: no total." in page.client.get(session).text
    assert "PHQ-9 6 of 9 answered: no total" in page.client.get(f"{session}/note").text
    assert "6 of 9 answered: no total" in page.client.get(f"/clients/{client_id}/sessions").text
    again = page.client.get(f"{session}/correct").text
    assert 'name="phq-9.client.item_3" value=""' in again


def test_a_wrong_number_stands_in_the_way_and_the_way_out_stays(page: Browser, cast: Cast) -> None:
    sent = rated(11, None, note="kept")
    for more in ({}, {"as_it_is": "y"}):
        answer = page.send(f"/clients/{cast.client_id}/sessions/new", **sent, **more)
        assert answer.status_code == 422
        assert "Bond must be between 0 and 10" in answer.text
        assert "Save as it is</button>" in answer.text
        assert ("Select a number for goals" in answer.text) is not bool(more)
    assert rows("ratings") == 0


def test_an_empty_form_is_nothing_to_save_as_it_is(page: Browser, cast: Cast) -> None:
    sent = rated(None, None, None, None, as_it_is="y")
    answer = page.send(f"/clients/{cast.client_id}/sessions/new", **sent)
    assert (answer.status_code, rows("therapy_sessions")) == (422, 0)
    assert "Select a number for bond" in answer.text


BOX = "wsas.client.item_1-not_applicable"


@pytest.mark.parametrize("said", [{BOX: "y"}, {"wsas.client.item_1": "N/A"}])
def test_work_may_not_apply(page: Browser, cast: Cast, said: dict[str, str]) -> None:
    client_id = client_on(cast, "session-check", "wsas")
    url = f"/clients/{client_id}/sessions/new"
    assert len(re.findall(r'name="([^"]*-not_applicable)"', page.client.get(url).text)) == 1
    four = rated(**numbers("wsas", 5, 4, item_1=""))
    saved = page.send(url, **{**four, **said})
    assert "item 1 not applicable, prorated." in page.client.get(saved.location).text
    session = saved.location.removesuffix("/saved")
    shown = page.client.get(session).text
    assert re.search(r"Item 1</span> <span class=\"value\">not applicable", shown)
    assert ">20<" in shown
    corrected = page.client.get(f"{session}/correct").text
    assert re.search(rf'name="{BOX}" value="y" checked', corrected)
    more = numbers("wsas", 5, 4, item_1=2, item_5="") | {BOX: "y"}
    both = page.send(url, **{**four, **more, "another_that_day": "y"})
    assert "Item 1 is either a number or &#39;not applicable&#39;, not both" in both.text
    part = {**four, **said, "wsas.client.item_5": "", "another_that_day": "y", "as_it_is": "y"}
    told = page.client.get(page.send(url, **part).location).text
    assert "3 of 5 answered, item 1 not applicable: no total." in told
    wrong = page.send(url, **{**four, "wsas.client.item_2": "n/a", "another_that_day": "y"})
    assert "Item 2 must be a number, such as 8" in wrong.text


def test_the_page_of_a_measure_says_what_may_not_apply(page: Browser) -> None:
    shown = page.client.get("/measures/wsas").text
    assert "Item 1 may be answered so." in shown
    assert "NHS Data Dictionary" in shown
    assert "may be answered so" not in page.client.get("/measures/phq-9").text
