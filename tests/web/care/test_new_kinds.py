"""What pages say of marks that are unusually low, of long slides, and of how rare they are."""

import re
from datetime import timedelta

from tests.conftest import Browser, Cast
from tests.services.recording import record
from tests.web.care.test_usual_range import text_of
from tests.web.sending import new_url, rated
from tracker import clock
from tracker.domain.rules.findings import FlagKind


def sent(page: Browser, cast: Cast, *course: tuple[int, ...]) -> str:
    """The page shown after the last of these sessions was saved, one a week, the last today."""
    day = clock.now().date()
    shown = ""
    for number, marks in enumerate(course):
        held_on = day - timedelta(weeks=len(course) - 1 - number)
        answer = page.send(new_url(cast), **rated(*marks, day=held_on))
        shown = page.client.get(answer.location).text
    return shown


def flag_page(page: Browser, cast: Cast, kind: FlagKind) -> str:
    (flag,) = (f.flag.id for f in record(cast).flags if f.finding.kind is kind)
    return page.client.get(f"/flags/{flag}").text


def test_a_mark_unusually_low_says_what_is_usual_and_how_rare_it_is(
    page: Browser, cast: Cast
) -> None:
    course = [(9, 9, 9, 9)] * 8 + [(8, 8, 8, 8), (7, 8, 7, 7)]
    saved = sent(page, cast, *course)
    assert "unusually low for this client (mean of earlier ratings 8.88)" in saved
    assert "hardly ever marks so low" in saved
    shown = flag_page(page, cast, FlagKind.UNUSUAL)
    assert "Rare if nothing had changed: about 1 session in" in shown
    assert "from 9 ratings of this client and a design default" in shown
    assert "measure's own threshold" not in shown
    assert ringed(page, cast) == ["mean −1.63"]
    assert "Session 10: " in strains_of_handoff(page, cast)


def ringed(page: Browser, cast: Cast) -> list[str]:
    """What the course says fell, session by session, each with a ring in its picture."""
    shown = page.client.get(f"/clients/{cast.client_id}").text
    told = re.findall(r"Session \d+: <b>([^<]*)</b>", shown)
    wide = shown.partition('class="chart-wide"')[2].partition('class="chart-narrow"')[0]
    assert wide.count('class="ring"') >= len(told) > 0
    return told


def strains_of_handoff(page: Browser, cast: Cast) -> str:
    """That part of the transfer summary."""
    shown = text_of(page.client.get(f"/clients/{cast.client_id}/handoff"))
    return shown.split("what became of its strains")[1].split("What helps")[0]


def test_a_long_slide_is_a_check_in_with_the_numbers_of_today(page: Browser, cast: Cast) -> None:
    saved = sent(page, cast, *((bond, 8, 8, 8) for bond in (9, 9, 9, 9, 8, 7)))
    assert "Bond slid to 7, from 9" in saved
    assert "Step by step it has come down as far as a drop would in one." in saved
    assert "Bond 9 → 7, step by step" in page.client.get("/").text
    assert ringed(page, cast) == ["bond −2"]
    handed = strains_of_handoff(page, cast)
    for line in (
        "1 check-in, 0 addressed.",
        "Session 6: Bond 9 → 7, step by step, not answered yet.",
    ):
        assert line in handed
    shown = flag_page(page, cast, FlagKind.LONG_SLIDE)
    assert "Compared with other clients: of this one there were 5 ratings before" in shown


def test_a_small_drop_says_that_the_client_said_something_as_well(
    page: Browser, cast: Cast
) -> None:
    day = clock.now().date()
    page.send(new_url(cast), **rated(8, day=day - timedelta(weeks=1)))
    answers = {**rated(6), "session-check.client.held_back": "1"}
    saved = page.client.get(page.send(new_url(cast), **answers).location).text
    assert "The client would like to talk about something as well." in saved
    assert "Open: 1 check-in." in page.client.get("/").text
