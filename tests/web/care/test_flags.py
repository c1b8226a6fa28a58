"""Flags in the browser: answering, undoing, being overtaken, and what each tier shows where."""

import re
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from tests.conftest import Browser, Cast, log, new_client, weeks
from tests.services.recording import record
from tests.web.sending import both_versions, new_url, rated
from tracker import clock, db
from tracker.domain.rules.findings import FlagKind
from tracker.reference.loader import measures
from tracker.services.record import clients
from tracker.web.words import fall_flags


def flag_of(cast: Cast, kind: FlagKind) -> UUID:
    """The id of the one flag of that kind."""
    (view,) = [flag for flag in record(cast).flags if flag.finding.kind is kind]
    return view.flag.id


def drop(cast: Cast) -> UUID:
    """An open check-in."""
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    return flag_of(cast, FlagKind.DROP)


def test_an_answer_can_be_undone_and_stays_readable(page: Browser, cast: Cast) -> None:
    url = f"/flags/{drop(cast)}"
    shown = page.client.get(page.send(url, answer="next_session").location).text
    answer_id = re.search(r'name="answer_id" value="([^"]+)"', shown)
    assert answer_id
    undone = page.send(f"{url}/undo", answer_id=answer_id[1])
    assert (undone.status_code, undone.location) == (303, url)
    after = page.client.get(url).text
    assert "Answer undone." in after
    assert "<s><strong>To be raised at the start of the next session</strong></s> (undone)" in after
    assert "</svg>Check in" in after
    assert 'name="answer_id"' not in after
    again = page.send(f"{url}/undo", answer_id=answer_id[1])
    assert (again.status_code, "not the last one any more" in again.text) == (409, True)
    assert page.send(f"{url}/undo", answer_id="nonsense").status_code == 409


def test_after_ten_minutes_the_button_is_gone(
    page: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    flag_id = drop(cast)
    page.send(f"/flags/{flag_id}", answer="talked")
    assert "<button>Undo</button>" in page.client.get(f"/flags/{flag_id}").text
    late = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: late)
    assert "<button>Undo</button>" not in page.client.get(f"/flags/{flag_id}").text


def test_an_answer_from_a_page_that_was_overtaken_is_shown_beside_what_is_stored(
    page: Browser, cast: Cast
) -> None:
    url = f"/flags/{drop(cast)}"
    seen = re.search(r'name="seen" value="(\d+)"', page.client.get(url).text)
    assert seen
    page.send(url, answer="next_session", note="first tab", seen=seen[1])
    stale = page.send(url, answer="talked", note="second tab", seen=seen[1])
    assert stale.status_code == 409
    rows = both_versions(stale.text)
    assert rows == [
        ("Answer", "To be raised at the start of the next session", "Talked about"),
        ("One line", "first tab", "second tab"),
    ]
    assert 'value="talked" aria-current="true"' in stale.text
    kept = re.search(r'name="seen" value="(\d+)"', stale.text)
    assert kept
    assert page.send(url, answer="talked", note="second tab", seen=kept[1]).status_code == 303
    assert page.send(url, answer="talked", seen="tampered").status_code == 409


def test_a_review_has_its_own_answers_and_one_line_on_the_saved_page(
    page: Browser, cast: Cast
) -> None:
    day = clock.now().date()
    course = [(9, 9, 9, 9)] * 6 + [(8, 8, 8, 8)] * 4
    for number, marks in enumerate(course):
        page.send(new_url(cast), **rated(*marks, day=day - timedelta(weeks=10 - number)))
    address = page.send(new_url(cast), **rated(8, 8, 8, 8)).location
    saved = page.client.get(address).text
    assert "No fall since last time" in saved
    assert "Steady marks" not in saved
    url = f"/flags/{flag_of(cast, FlagKind.SLIDE)}"
    assert "Up for review: Mean slid to 8, from 9." in " ".join(
        re.sub("<[^>]+>", "", saved).split()
    )
    assert "</svg>Review" in page.client.get("/").text
    assert url in page.client.get(f"/clients/{cast.client_id}").text
    shown = page.client.get(url).text
    assert "Mean slid to 8, from 9." in shown
    assert "I talked about it with the client" in shown
    assert "Not right today" not in shown
    refused = page.send(url, answer="not_today")
    assert (refused.status_code, "Select one of the answers" in refused.text) == (422, True)
    assert "Reviewed" in page.client.get(page.send(url, answer="reviewed").location).text
    assert "Up for review" not in page.client.get(address).text
    assert "</svg>Review" not in page.client.get("/").text


def test_a_note_stands_folded_on_the_record_and_asks_nothing(page: Browser, cast: Cast) -> None:
    for week in range(3):
        log(cast.clinician, cast.client_id, weeks(week), 10, 10, 10, 10)
    shown = page.client.get(f"/clients/{cast.client_id}/sessions").text
    assert "1 note from the ratings, asking for nothing" in shown
    assert "Nothing waits." in page.client.get("/").text
    url = f"/flags/{flag_of(cast, FlagKind.CEILING)}"
    note = page.client.get(url).text
    assert "Three ratings running with every mark at the top." in note
    assert 'name="answer"' not in note
    refused = page.send(url, answer="reviewed", seen="1")
    assert refused.status_code == 422


def test_two_measures_that_fell_make_one_panel_and_one_line(page: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        asked = new_client("session-check", "alliance-items")
        client = clients.add_client(writing, cast.clinician, asked, now=clock.now())
    keys = tuple(item.key for item in measures()["alliance-items"].items)

    def both(bond: int, first: int, days: int) -> dict[str, object]:
        items = {f"alliance-items.client.{key}": 4 for key in keys}
        items[f"alliance-items.client.{keys[0]}"] = first
        return rated(bond, day=clock.now().date() - timedelta(days=days), **items)

    url = f"/clients/{client.id}/sessions/new"
    page.send(url, **both(8, 4, 7))
    saved = page.client.get(page.send(url, **both(3, 2, 0)).location).text
    assert saved.count('class="panel') == 1
    assert "Understood fell from 4 to 2" in re.findall(r"<h1[^>]*>(.*?)</h1>", saved)[0]
    assert saved.count('class="note-line"') == 1


def test_what_was_found_before_a_correction_is_told_in_points(page: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        asked = new_client("alliance-items")
        client = clients.add_client(writing, cast.clinician, asked, now=clock.now())
    first, *others = (item.key for item in measures()["alliance-items"].items)

    def answers(mark: int, of_the_first: int, days: int) -> dict[str, object]:
        items = {f"alliance-items.client.{key}": mark for key in others}
        items[f"alliance-items.client.{first}"] = of_the_first
        return {
            **rated(None, None, None, None, day=clock.now().date() - timedelta(days=days)),
            **items,
        }

    url = f"/clients/{client.id}/sessions/new"
    page.send(url, **answers(4, 4, 7))
    saved = page.send(url, **answers(3, 4, 0)).location
    page.send(saved.replace("/saved", "/correct"), **answers(3, 3, 0), reason="slip")
    record_page = page.client.get(f"/clients/{client.id}").text
    shown = page.client.get(re.findall(r'href="(/flags/[^"?#]+)', record_page)[0]).text
    before = shown.split("What was found before the rating was corrected")[1].split("</ul>")[0]
    assert re.search(r"Mean 4(\.0)? → 3\.\d", before), before


def test_what_came_back_is_said_where_it_fell(page: Browser, cast: Cast) -> None:
    for week, bond in enumerate((8, 6, 8, 8)):
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8)
    shown = page.client.get(f"/clients/{cast.client_id}/sessions").text
    assert "Came back, not answered" in shown
    for place in ("", "/sessions"):
        shown = page.client.get(f"/clients/{cast.client_id}{place}").text
        assert "came back, sessions 3 and 4" in shown
    assert (
        "Came back, sessions 3 and 4."
        in page.client.get(f"/flags/{flag_of(cast, FlagKind.DROP)}").text
    )


def saved_page(page: Browser, cast: Cast, session_id: UUID) -> str:
    """The words of the page that follows saving, tags left out."""
    shown = page.client.get(f"/sessions/{session_id}/saved").text.split("<main")[1]
    return " ".join(re.sub(r"<[^>]+>", " ", shown).split())


def test_the_saved_page_says_what_came_back_and_what_was_done(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 6, 8, 8, 8)
    flag = flag_of(cast, FlagKind.DROP)
    page.send(f"/flags/{flag}", answer="talked", moves=["asked_different"])
    first = log(cast.clinician, cast.client_id, weeks(2), 8, 8, 8, 8)
    assert "is back" not in saved_page(page, cast, first)
    second = log(cast.clinician, cast.client_id, weeks(3), 8, 8, 8, 8)
    shown = saved_page(page, cast, second)
    assert "Bond is back: 8 now, 8 before it fell in session 2" in shown
    assert "Session 2: Talked about: asked what was different. The check-in" in shown
    assert "Steady marks" not in shown
    assert f'href="/flags/{flag}"' in page.client.get(f"/sessions/{second}/saved").text


def test_good_news_stand_below_a_new_fall_and_lead_to_the_repair(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 6, 8, 8, 8)
    page.send(f"/flags/{flag_of(cast, FlagKind.DROP)}", answer="talked", repair="y")
    log(cast.clinician, cast.client_id, weeks(2), 8, 8, 8, 8)
    both = log(cast.clinician, cast.client_id, weeks(3), 8, 8, 5, 8)
    shown = saved_page(page, cast, both)
    assert shown.index("Tasks went from 8 to 5") < shown.index("Bond is back: 8 now")
    assert "Session 2: Talked about in session 2. The repair" in shown


def test_what_came_back_without_an_answer_says_so(page: Browser, cast: Cast) -> None:
    for week, bond in enumerate((8, 6, 8)):
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8)
    last = log(cast.clinician, cast.client_id, weeks(3), 8, 8, 8, 8)
    assert "Session 2: No answer was recorded. The check-in" in saved_page(page, cast, last)


def test_a_low_first_rating_says_what_makes_it_low(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 2, 3, 2, 2)
    shown = page.client.get(f"/flags/{flag_of(cast, FlagKind.EARLY_LEVEL)}").text
    words = " ".join(re.sub(r"<[^>]+>", " ", shown).split())
    assert "stands already below its level, at 2.25 (level 5)" in words
    assert "Level: Design default: the middle of the scale. No level is published" in words
    assert "The first rating is low" in words  # its card


def test_why_it_is_shown_says_what_its_base_is_and_counts_what_it_is_compared_with(
    page: Browser, cast: Cast
) -> None:
    for week, bond in ((0, 9), (1, 8), (2, 8), (3, 5), (30, 2)):
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8)
    first, late = sorted(
        (flag for flag in record(cast).flags if flag.finding.kind is FlagKind.DROP),
        key=lambda flag: flag.slot.number,
    )
    shown = " ".join(page.client.get(f"/flags/{first.flag.id}").text.split())
    assert "5 now, 8.33 as the mean of up to 8 usual ratings before; threshold 2." in shown
    assert "of this one there were 3 ratings before (design default)." in shown
    by_fixed_points = replace(first, finding=replace(first.finding, own_ratings=None))
    assert fall_flags.base_of(by_fixed_points) == "the middle of up to 5 ratings before"
    shown = page.client.get(f"/flags/{late.flag.id}").text
    assert "(long ago, so it counts as strength 1 at most)" in shown
    assert "of this one there were" not in shown


def test_the_page_of_rules_names_every_kind(page: Browser) -> None:
    shown = page.client.get("/help/rules").text
    for kind in FlagKind:
        assert f'id="{kind.value}"' in shown
    assert "No alliance measure has a validated drop threshold" in shown
