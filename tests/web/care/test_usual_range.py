"""The page on a client's usual range, and what the record says of it."""

import re
from uuid import UUID, uuid4

import pytest
from flask import Flask

from tests.conftest import Browser, Cast, log, weeks
from tests.web.sending import rows

KEY, NOTHING = "session-check", UUID(int=7)


def path(cast: Cast, key: str = KEY) -> str:
    return f"/clients/{cast.client_id}/usual-range/{key}"


def rate(cast: Cast, count: int) -> list[UUID]:
    """Weekly sessions in which the bond moves by one."""
    return [
        log(cast.clinician, cast.client_id, weeks(n), 8 - n % 2, 8, 8, None if n < 2 else 8)
        for n in range(count)
    ]


def text_of(answer: object) -> str:
    """The words of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())  # type: ignore[attr-defined]


def test_the_record_says_when_the_range_appears_where_it_lies_and_when_it_is_fixed(
    page: Browser, cast: Cast
) -> None:
    record = f"/clients/{cast.client_id}/explore?chart=session-check"
    rate(cast, 5)
    said = text_of(page.client.get(record))
    assert "The usual range appears after 6 ratings that can be compared; so far 5." in said
    for n in range(5, 8):
        log(cast.clinician, cast.client_id, weeks(n), 8 - n % 2, 8, 8, 8)
    said = text_of(page.client.get(record))
    assert "usual range so far, on trial until 12 ratings: bond" in said
    assert "bond 4.8 to 10, goals 8 throughout" in said
    for n in range(8, 14):
        log(cast.clinician, cast.client_id, weeks(n), 8 - n % 2, 8, 8, 8)
    assert "usual range, fixed on 12 ratings: bond 4.8 to 10" in text_of(page.client.get(record))


def test_the_page_shows_each_score_with_its_ratings(page: Browser, cast: Cast) -> None:
    rate(cast, 7)
    said = text_of(page.client.get(path(cast)))
    assert "Bond 4.9 to 10 7 on trial" in said
    assert "Overall none yet 5 too few ratings" in said
    assert "Never begun anew" in said
    assert "design default" in said


def test_it_begins_anew_with_a_reason_and_is_taken_back(page: Browser, cast: Cast) -> None:
    ids = rate(cast, 8)
    fields = {"session": f"begin:{ids[4]}", "reason": "Another <focus>"}
    answer = page.send(path(cast), **fields)
    assert (answer.status_code, answer.location) == (303, path(cast))
    shown = page.client.get(path(cast))
    assert "begins anew at session 5" in text_of(shown)
    assert "Another &lt;focus&gt;" in shown.text
    assert f'value="back:{ids[4]}"' in shown.text
    assert f'value="begin:{ids[4]}"' not in shown.text
    assert "range begun anew" in page.client.get(f"/clients/{cast.client_id}").text
    assert page.send(path(cast), session=f"back:{ids[4]}", reason="Too early").status_code == 303
    assert "(taken back since)" in text_of(page.client.get(path(cast)))
    assert "range begun anew" not in page.client.get(f"/clients/{cast.client_id}").text


@pytest.mark.parametrize(
    "session", ["", "begin:", "begin:x", "x", "back:5", f"begin:{NOTHING}", f"back:{NOTHING}"]
)
def test_what_cannot_be_is_said_and_nothing_is_lost(
    page: Browser, cast: Cast, session: str
) -> None:
    rate(cast, 3)
    answer = page.send(path(cast), session=session, reason="")
    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    assert 'href="#session"' in answer.text
    assert 'href="#reason"' in answer.text
    kept = page.send(path(cast), session=session, reason="Because of this")
    assert "Because of this</textarea>" in kept.text
    assert rows("usual_range_starts") == 0


def test_the_same_form_twice_is_stored_once(page: Browser, cast: Cast) -> None:
    ids = rate(cast, 3)
    fields = {"session": f"begin:{ids[1]}", "reason": "Slip", "form_key": str(uuid4())}
    assert [page.send(path(cast), **fields).status_code for _ in range(2)] == [303, 303]
    assert rows("usual_range_starts") == 1
    again = page.send(path(cast), session=f"begin:{ids[1]}", reason="In another tab")
    assert again.status_code == 422


def test_there_is_no_page_where_there_is_no_range(page: Browser, cast: Cast) -> None:
    assert page.client.get(path(cast)).status_code == 404  # nothing rated
    rate(cast, 1)
    assert "There is one rating" in page.client.get(path(cast)).text
    for key in ("wellbeing-check", "srs", "nothing"):
        assert page.client.get(path(cast, key)).status_code == 404


def test_a_supervisor_reads_and_has_no_form(app: Flask, cast: Cast) -> None:
    ids = rate(cast, 3)
    page = Browser(app.test_client()).sign_in_as(cast.clinician)
    page.send(path(cast), session=f"begin:{ids[1]}", reason="A new setting")
    reader = Browser(app.test_client()).sign_in_as(cast.supervisor)
    shown = reader.client.get(path(cast)).text
    assert "A new setting" in shown
    assert "<textarea" not in shown
