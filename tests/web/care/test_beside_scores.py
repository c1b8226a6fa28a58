"""Check-ins about scores that did not fall at once: the saved page and the flag say what the client said beside them."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from tests.conftest import Browser, Cast, log
from tests.services.recording import check_ins
from tests.web.care.test_usual_range import text_of
from tests.web.sending import new_url, rated
from tracker import clock
from tracker.domain.rules.findings import FlagKind

TENSION = {"session-check.client.strain": "yes", "session-check.client.settled": "not"}
HELD_BACK = {"session-check.client.held_back": "2"}
SLIDING = (9, 9, 9, 8, 8, 8, 7)
UNUSUAL = (10, 10, 10, 10, 10, 10, 10, 10, 9, 8)
NOTICED = "The client also noticed tension, not settled in this session."
ANSWERED = "The client also answered"
WISH = "there is something you may want to talk about"


def rated_alike(page: Browser, cast: Cast, marks: Sequence[int], said: dict[str, str]) -> str:
    """The saved page of the last of these sessions, one a week up to today, with what the client said in it."""
    today = clock.now().date()
    for weeks, mark in enumerate(reversed(marks[:-1]), start=1):
        log(cast.clinician, cast.client_id, today - timedelta(weeks=weeks), *[mark] * 4)
    saved = page.send(new_url(cast), **rated(*[marks[-1]] * 4, **said))
    return text_of(page.client.get(saved.location))


@pytest.mark.parametrize(
    ("kind", "marks", "sentence"),
    [
        (FlagKind.LONG_SLIDE, SLIDING, "Mean slid to 7, from 9"),
        (FlagKind.UNUSUAL, UNUSUAL, "Mean is 8, unusually low for this client"),
    ],
)
def test_what_the_client_said_stands_with_the_scores(
    page: Browser, cast: Cast, kind: FlagKind, marks: Sequence[int], sentence: str
) -> None:
    saved = rated_alike(page, cast, marks, TENSION | HELD_BACK)
    (flag,) = check_ins(cast)
    assert (flag.finding.kind, flag.finding.strength) == (kind, None)
    for shown in (saved, text_of(page.client.get(f"/flags/{flag.flag.id}"))):
        said = shown.split("Why am I seeing this?")[0]
        assert sentence in said
        assert NOTICED in said
        assert ANSWERED in said
        assert "that there was some tension between us" in said
        assert "Setting:" not in shown
        assert "threshold" not in shown


def test_nothing_is_put_into_the_mouth_of_a_client_who_said_nothing(
    page: Browser, cast: Cast
) -> None:
    saved = rated_alike(page, cast, SLIDING, {})
    assert "Thank you for marking this honestly." in saved
    for claim in (WISH, "some tension between us", NOTICED, ANSWERED):
        assert claim not in saved


def test_what_was_done_about_an_unusually_low_mark_is_said_when_it_is_back(
    page: Browser, cast: Cast
) -> None:
    rated_alike(page, cast, UNUSUAL, {})
    (flag,) = check_ins(cast)
    page.send(f"/flags/{flag.flag.id}", answer="explained")
    for _ in range(2):
        saved = page.send(new_url(cast), **rated(10, 10, 10, 10, another_that_day="y"))
    shown = text_of(page.client.get(saved.location))
    assert "Mean is back: 10 now, 9.88 before it fell in session 10" in shown
    assert "Session 10: Explained by the client. The check-in" in shown


def test_an_answer_about_tension_alone_is_no_form_filled_in_part(page: Browser, cast: Cast) -> None:
    theirs = {"session-check.therapist.strain": "yes", "session-check.therapist.settled": "partly"}
    part = rated(8, None, **theirs)
    asked = page.send(new_url(cast), **part)
    assert asked.status_code == 422
    assert 'name="session-check.therapist.strain" value="yes" checked' in asked.text
    saved = page.send(new_url(cast), **part, as_it_is="y")
    shown = text_of(page.client.get(saved.location.removesuffix("/saved")))
    assert "3 of 4 answered: no mean." in shown
    assert "You: tension, partly settled." in shown
    assert "0 of 4 answered" not in shown
