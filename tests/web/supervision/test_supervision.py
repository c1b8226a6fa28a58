"""The pages of supervision: the board with its filter in the address, flags, reviews, meetings."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from flask import Flask

from tests.conftest import START, Browser, Cast, log
from tests.services.supervising import end_links, review, shown, thread
from tests.services.supervision.test_questions import another
from tests.web.sending import both_versions
from tracker import clock, db
from tracker.domain.course.sessions import NoRating
from tracker.domain.supervision.sign_off import BoardState, ReviewAct
from tracker.models import AuditEntry, Client
from tracker.services.access import supervision


@pytest.fixture
def board(app: Flask, cast: Cast) -> Browser:
    """The supervisor's browser; the clinician's client has a drop of a week ago."""
    today = clock.now().date()
    for days, bond in ((21, 8), (14, 8), (8, 5)):
        log(cast.clinician, cast.client_id, today - timedelta(days=days), bond, 8, 8, 8)
    return Browser(app.test_client()).sign_in_as(cast.supervisor)


def flag_id(cast: Cast) -> UUID:
    return next(row.flag_id for row in shown(cast).rows if row.finding.falls)


def code(cast: Cast) -> str:
    with db.reading() as reading:
        return reading.get_one(Client, cast.client_id).code


def picked(page: str) -> str:
    found = re.search(r'name="chosen" value="([^"]+)"', page)
    assert found
    return found[1]


def test_the_board_says_what_fell_how_long_ago_and_what_came_of_it(
    board: Browser, cast: Cast
) -> None:
    page = board.client.get("/supervision").text
    assert "1 flag waits for an answer" in page
    assert '<span class="sub">1 older than a week</span>' in page
    assert "Open: 1 check-in." in page
    assert "Bond 8 → 5" in page
    assert ">8 d</td>" in page
    assert "None yet" in page
    assert "Session check, last 3" in page
    assert code(cast) in page
    assert "Clinician" in page


def test_a_filter_stands_in_the_address_without_a_clients_code(board: Browser, cast: Cast) -> None:
    for query, there in (
        ("?show=all", True),
        ("?strength=3", False),
        ("?tier=risk", False),
        ("?show=all&old=1", True),
        ("?show=all&state=open&sort=date&dir=desc", True),
        ("?tier=nonsense&state=nonsense&strength=9&sort=nonsense&from=x", True),
        ("?show=all&from=100000", True),
        ("?show=all&from=-3", True),
    ):
        assert ("Bond 8 → 5" in board.client.get(f"/supervision{query}").text) is there, query
    for query in ("?clinician=x", "?client=1", f"?clinician={cast.outsider.id}"):
        assert board.client.get(f"/supervision{query}").status_code == 404
    found = board.send("/supervision/find", code=code(cast))
    assert found.location.endswith(f"/supervision?show=all&client={cast.client_id}")
    assert "Bond 8 → 5" in board.client.get(found.location).text
    missed = board.client.get(board.send("/supervision/find", code="Z-999").location).text
    assert "There is no client with this code" in missed


def choices(page: str) -> dict[str, tuple[str, bool]]:
    """The words of the facets with their counts, each with its address and whether it is in force."""
    links = re.findall(
        r'<a href="([^"]+)"( aria-current="true")?>([^<]+)<span class="count">(\d+)', page
    )
    return {f"{word}{count}": (unescape(href), bool(on)) for href, on, word, count in links}


def test_words_with_counts_narrow_the_board(board: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        people = {"supervisor": cast.supervisor.id, "clinician": cast.outsider.id}
        supervision.link_supervision(writing, **people, starts_on=START, now=clock.now())
    today = clock.now().date()
    for days in (7, 0):
        day = today - timedelta(days=days)
        log(cast.outsider, cast.other_client_id, day, no_rating=NoRating.NOT_ASKED)
    at_first = choices(board.client.get("/supervision").text)
    assert list(at_first) == [
        *("All 1", "Clinician 1"),  # "All 1" of each facet is one key here
        *("Check in 1", "To look at 1", "Unanswered 1", "Never rated 1"),
    ]
    assert at_first["To look at 1"] == ("/supervision", True)
    narrowed = at_first["Check in 1"][0]
    assert narrowed == "/supervision?show=first&tier=check_in"
    page = board.client.get(narrowed).text
    assert choices(page)["Check in 1"][1]
    assert choices(page)["To look at 1"][1]
    assert "Bond 8 → 5" in page
    never = board.client.get(at_first["Never rated 1"][0]).text
    assert "Never rated, 2 sessions since" in never
    assert f'href="/clients/{cast.other_client_id}"' in never
    assert "Bond 8 → 5" not in never
    assert "Outsider 1" in choices(never)
    with db.reading() as reading:
        read = reading.query(AuditEntry).filter_by(event="board.read").order_by(AuditEntry.seq)
        assert list(read)[-1].detail["clients"] == [str(cast.other_client_id)]


def test_a_view_is_saved_shown_and_removed(board: Browser) -> None:
    saved = board.send("/supervision/views?show=all&tier=risk", name="Risk only")
    assert saved.location.endswith("/supervision?show=all&tier=risk")
    page = board.client.get(saved.location).text
    assert re.search(r'aria-current="true">\s*Risk only', page)
    remove = re.search(r"/supervision/views/[0-9a-f-]+/remove", page)
    assert remove
    assert board.send(remove[0]).status_code == 303
    assert "Risk only" not in board.client.get("/supervision").text
    assert board.send("/supervision/views", name="").status_code == 422


def test_a_view_of_somebody_whose_link_ended_is_away_with_it(board: Browser, cast: Cast) -> None:
    theirs = f"/supervision/views?clinician={cast.clinician.id}"
    assert board.send(theirs, name="Hers alone").status_code == 303
    assert "Hers alone" in board.client.get("/supervision").text
    end_links(cast)
    page = board.client.get("/supervision")
    assert page.status_code == 200
    assert "Hers alone" not in page.text


def test_flags_are_signed_off_together(board: Browser, cast: Cast) -> None:
    chosen = picked(board.client.get("/supervision").text)
    assert board.send("/supervision/sign-off", act="addressed").status_code == 422
    assert board.send("/supervision/sign-off", chosen="x:1", act="addressed").status_code == 404
    refused = board.send("/supervision/sign-off", chosen=chosen, act="no_action")
    assert refused.status_code == 422
    assert "why no action is needed" in refused.text
    assert re.search(rf'value="{chosen}" form="together"[^>]* checked>', refused.text)
    stale = board.send("/supervision/sign-off", chosen=f"{chosen}9", act="addressed")
    assert stale.status_code == 409
    assert "None was signed off" in stale.text
    done = board.send("/supervision/sign-off?show=all", chosen=chosen, act="addressed", note="Done")
    assert done.location.endswith("/supervision?show=all")
    assert "1 flag signed off." in board.client.get(done.location).text
    assert {r.state for r in shown(cast).rows if r.finding.falls} == {BoardState.SIGNED_OFF}
    assert "Nothing waits for you." in board.client.get("/supervision").text


def test_a_flag_is_signed_off_from_its_page_and_a_stale_tab_gets_both_versions(
    board: Browser, cast: Cast
) -> None:
    path = f"/flags/{flag_id(cast)}"
    seen = thread(cast.supervisor, flag_id(cast)).seen
    assert f'name="seen" value="{seen}"' in board.client.get(path).text
    wrong = board.send(f"{path}/review", seen=seen, act="discuss")
    assert wrong.status_code == 422
    assert "Enter the day of the meeting" in wrong.text
    assert board.send(f"{path}/review", seen=seen, act="nonsense").status_code == 422
    unreal = {"discuss_on-day": "31", "discuss_on-month": "2", "discuss_on-year": "2027"}
    assert board.send(f"{path}/review", seen=seen, act="discuss", **unreal).status_code == 422
    first = board.send(f"{path}/review", seen=seen, act="addressed", note="By phone")
    assert first.location.endswith(f"{path}#supervision")
    page = board.client.get(path).text
    assert "Signed off: addressed" in page
    assert "By phone" in page
    stale = board.send(f"{path}/review", seen=seen, act="no_action", note="A slip")
    assert stale.status_code == 409
    assert both_versions(stale.text) == [
        ("In supervision", "Signed off: addressed", "Signed off: no action needed"),
        ("Comment or reason", "By phone", "A slip"),
    ]
    assert len(thread(cast.supervisor, flag_id(cast)).entries) == 1


def test_the_clinician_comments_reads_everything_and_signs_nothing(
    app: Flask, board: Browser, cast: Cast
) -> None:
    path = f"/flags/{flag_id(cast)}"
    review(cast.supervisor, flag_id(cast), ReviewAct.ASKED, "What happened?")
    page = Browser(app.test_client()).sign_in_as(cast.clinician)
    assert "Supervision asks for an answer" in page.client.get("/").text
    assert "Supervision asks for an answer" in page.client.get(f"/clients/{cast.client_id}").text
    assert "asks for an answer" not in board.client.get(f"/clients/{cast.client_id}").text
    shown_to = page.client.get(path).text
    assert "What happened?" in shown_to
    assert 'name="act" value="comment"' in shown_to
    assert 'value="addressed"' not in shown_to
    assert page.send(f"{path}/review", seen="", act="comment", note="I was away").status_code == 303
    assert page.send(f"{path}/review", seen="1.1", act="addressed").status_code == 404
    assert "I was away" in board.client.get(path).text


def test_who_looked_is_seen_by_both(app: Flask, board: Browser, cast: Cast) -> None:
    path = f"/flags/{flag_id(cast)}"
    board.client.get(path)
    board.client.get(path)
    text = Browser(app.test_client()).sign_in_as(cast.clinician).client.get(path).text
    assert re.search(r"Supervisor: on 1 day, last on", text)


def test_a_review_of_a_client(app: Flask, board: Browser, cast: Cast) -> None:
    path = f"/clients/{cast.client_id}/reviews"
    assert "Not looked at in supervision yet." in board.client.get(path).text
    caseload = f"/caseloads/{cast.clinician.id}"
    assert "?show=unseen" in board.client.get(caseload).text
    assert code(cast) in board.client.get(f"{caseload}?show=unseen").text
    assert board.send(path, note="x" * 501).status_code == 422
    assert board.send(path, note="Going well").status_code == 303
    assert code(cast) not in board.client.get(f"{caseload}?show=unseen").text
    assert board.client.get(f"{caseload}?sort=reviewed").status_code == 200
    own = Browser(app.test_client()).sign_in_as(cast.clinician)
    assert "Going well" in own.client.get(path).text
    assert "Note the review" not in own.client.get(path).text


def test_a_meeting_from_its_agenda_to_the_action_that_is_done(
    app: Flask, board: Browser, cast: Cast
) -> None:
    day = clock.now().date()
    when = {"meets_on-day": day.day, "meets_on-month": day.month, "meets_on-year": day.year}
    assert board.send("/meetings").status_code == 422
    made = board.send("/meetings", clinician=cast.clinician.id, **when)
    assert made.status_code == 303
    page = board.client.get(made.location).text
    assert re.search(r"Check in:</span>\s*<a [^>]+>Bond 8 → 5</a>", page)
    assert "unanswered for 8 days" in page
    start = f"{cast.client_id}-"
    assert "Tick the clients" in board.send(made.location).text
    wrong = board.send(made.location, **{f"{start}what": "Listen", f"{start}due_on-day": "31"})
    assert wrong.status_code == 422
    assert "must be a real date" in wrong.text
    assert board.send(made.location, **{f"{start}who": "nobody"}).status_code == 422
    nobody = board.send(made.location, **{f"{start}what": "Listen"})
    assert "Choose who does it" in nobody.text
    said = {"note": "Ask first", "what": "Listen", "who": cast.clinician.id, "reviewed": "y"}
    told = {f"{start}{name}": value for name, value in said.items()}
    assert board.send(made.location, **told).status_code == 303
    own = Browser(app.test_client()).sign_in_as(cast.clinician)
    page = own.client.get(made.location).text
    assert "Ask first" in page
    end = re.search(r"/actions/[0-9a-f-]+/end", page)
    assert end
    assert "Select how it ended" in own.send(end[0], ended="nonsense").text
    assert own.send(end[0], ended="done").status_code == 303
    assert "1 client looked at" in own.client.get("/meetings").text
    assert own.send(end[0], ended="done").status_code == 409


def opened_meeting(board: Browser, cast: Cast) -> str:
    """The address of today's meeting with the clinician."""
    day = clock.now().date()
    when = {"meets_on-day": day.day, "meets_on-month": day.month, "meets_on-year": day.year}
    return board.send("/meetings", clinician=cast.clinician.id, **when).location


def test_an_action_ended_on_the_agenda_leaves_what_was_written_there(
    board: Browser, cast: Cast
) -> None:
    client = another(cast)
    made = opened_meeting(board, cast)
    told = {"what": "Listen", "who": cast.clinician.id, "reviewed": "y"}
    board.send(made, **{f"{client}-{name}": value for name, value in told.items()})
    end = re.search(r"/actions/[0-9a-f-]+/end", board.client.get(made).text)
    assert end
    written = {f"{cast.client_id}-note": "Ask first", "meeting": made.rpartition("/")[2]}
    page = board.send(end[0], ended="done", seen="1", **written)
    assert page.status_code == 200
    assert "Action ended." in page.text
    assert ">Ask first</textarea>" in page.text
    again = board.send(end[0], ended="done", seen="1", **written)
    assert again.status_code == 409
    assert "was ended already" in again.text
    assert ">Ask first</textarea>" in again.text


def test_a_second_tab_that_saves_later_is_told_so(board: Browser, cast: Cast) -> None:
    made, start = opened_meeting(board, cast), f"{cast.client_id}-"
    assert board.send(made, seen="0", **{f"{start}note": "Ask first"}).status_code == 303
    stale = board.send(made, seen="0", **{f"{start}note": "Ask later", f"{start}reviewed": "y"})
    assert stale.status_code == 409
    assert "decided in another tab" in stale.text
    assert "Ask later" in stale.text


def test_what_was_written_about_a_client_who_went_to_somebody_else_is_not_lost_in_silence(
    board: Browser, cast: Cast
) -> None:
    made, start = opened_meeting(board, cast), f"{cast.client_id}-"
    written = {f"{start}reviewed": "y", f"{cast.other_client_id}-note": "Ask first"}
    board.send(made, **written)
    assert "is with somebody else by now was not stored" in board.client.get(made).text
    alone = board.send(made, **{f"{cast.other_client_id}-note": "Ask first"})
    assert alone.status_code == 422
    assert "is with somebody else by now was not stored" in alone.text


def test_what_was_written_of_a_client_who_left_the_agenda_is_kept(
    app: Flask, board: Browser, cast: Cast
) -> None:
    day = clock.now().date()
    when = {"meets_on-day": day.day, "meets_on-month": day.month, "meets_on-year": day.year}
    review_first = board.send(f"/clients/{cast.client_id}/reviews", note="lately")
    assert review_first.status_code == 303
    made = board.send("/meetings", clinician=cast.clinician.id, **when).location
    start = f"{cast.client_id}-"
    assert f'name="{start}note"' in board.client.get(made).text
    review(cast.supervisor, flag_id(cast), ReviewAct.ADDRESSED, "By phone")
    assert f'name="{start}note"' not in board.client.get(made).text
    written = {"seen": "0", f"{start}note": "Ask first"}
    refused = board.send(made, **written, **{f"{start}what": "Listen"})
    assert refused.status_code == 422
    assert "what you wrote is kept" in refused.text
    assert "Ask first" in refused.text
    assert board.send(made, **written).status_code == 303
    assert "Ask first" in board.client.get(made).text


def test_everything_is_closed_when_the_link_ends(board: Browser, cast: Cast) -> None:
    path = f"/flags/{flag_id(cast)}"
    end_links(cast)
    assert "Nobody is in supervision with you today" in board.client.get("/supervision").text
    for closed in (path, f"/clients/{cast.client_id}/reviews", f"/caseloads/{cast.clinician.id}"):
        assert board.client.get(closed).status_code == 404
    assert board.send(f"{path}/review", seen="1.0", act="addressed").status_code == 404


def test_reading_is_an_entry_with_the_clients_that_were_on_the_page(
    board: Browser, cast: Cast
) -> None:
    board.client.get("/supervision")
    board.client.get("/supervision?strength=3")
    with db.reading() as reading:
        read = reading.query(AuditEntry).filter_by(event="board.read").order_by(AuditEntry.seq)
        assert [entry.detail["clients"] for entry in read] == [[str(cast.client_id)], []]
