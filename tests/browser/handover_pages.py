"""Handing over, and the client's pages."""

import re
from collections.abc import Callable
from unittest import mock
from uuid import UUID

from playwright.sync_api import Page

from tests.browser.reach import Place, Reach, at, sent
from tests.browser.site import Site
from tests.browser.visit import sign_in
from tracker import clock, db
from tracker.domain.course.clients import Format
from tracker.domain.course.handover import Way
from tracker.models import Client
from tracker.services.handover import answering, handovers
from tracker.services.handover.handovers import HandoverWish
from tracker.services.office import practice

MEASURES = ("session-check", "wellbeing-check")
PIN_OR_PASSWORD = "Your PIN or password"


def offered(page: Page, site: Site) -> UUID:
    """Open the page that hands over, of a client who was rated before and has no session today."""
    client_id = site.client("8 8 8 8", measures=MEASURES)
    page.goto(f"/clients/{client_id}/handover")
    return client_id


def at_the_start(page: Page, site: Site) -> None:
    """The same before the session begins."""
    offered(page, site)
    page.get_by_role("link", name="At its start").click()


def begun(page: Page, site: Site) -> None:
    """The same for today's session, which is logged already."""
    client_id = site.client("8 8 8 8", measures=MEASURES)
    page.goto(f"/sessions/{site.log(client_id, '8 8 8 8')}/handover")


def unreachable(page: Page, site: Site) -> None:
    """The same where no phone reaches the product."""
    with mock.patch.dict(site.app.config, {"TRACKER_SITE": None}):
        offered(page, site)


def by(way: str) -> Reach:
    """Hand over in one of the ways for a phone."""

    def reach(page: Page, site: Site) -> None:
        offered(page, site)
        page.get_by_label("Well-being check").uncheck()
        page.get_by_label("Session check").check()
        with page.expect_navigation():
            page.get_by_role("button", name=way).click()

    return reach


def cancelled(page: Page, site: Site) -> None:
    """Look at a hand-over that was cancelled."""
    by("Make a link for later")(page, site)
    path = page.url
    page.get_by_role("button", name="Cancel this hand-over").click()
    page.goto(path)


def tablet(*measures: str, language: str = "") -> Callable[[Page, Site], UUID]:
    """Hand the tablet over, with the client's welcome on it; by a sign-in of its own, which is suspended."""

    def reach(page: Page, site: Site) -> UUID:
        sign_in(page, "writer")
        client_id = offered(page, site)
        for name in ("Session check", "Well-being check"):
            page.get_by_label(name).set_checked(name in (measures or ("Session check",)))
        with page.expect_navigation():
            page.get_by_role("button", name="Start on this tablet").click()
        if language:
            page.get_by_role("button", name=language).click()
        return client_id

    return reach


def questions(*measures: str, language: str = "") -> Reach:
    """Go on to the first page of questions, all of a measure on one page."""

    def reach(page: Page, site: Site) -> None:
        tablet(*measures, language=language)(page, site)
        page.locator("button.main").click()
        page.locator(".progress").wait_for()

    return reach


def phone_view(page: Page, site: Site) -> None:
    """The same as on a phone, with one question on a page."""
    tablet()(page, site)
    page.set_viewport_size({"width": 360, "height": 740})
    page.reload()
    page.locator("button.main").click()
    page.locator(".progress").wait_for()


def choose(page: Page, **marks: str) -> None:
    """Choose marks on the questions of a page."""
    for item, mark in marks.items():
        page.locator(f"[name='{item}'][value='{mark}']").check(force=True)


def checked(page: Page, site: Site) -> None:
    """Answer every question one by one, up to the page that shows them all."""
    phone_view(page, site)
    for item in ("bond", "goals", "tasks", "overall"):
        choose(page, **{item: "none" if item == "tasks" else "7"})
        page.locator("button.main").click()
    page.locator("dl.check").wait_for()


def answered(page: Page, site: Site) -> None:
    """Send the answers from the tablet."""
    questions()(page, site)
    choose(page, bond="5", goals="8", tasks="8", overall="8", held_back="1")
    page.locator("button.main").click()
    page.locator(".hand-back").wait_for()


def declined(page: Page, site: Site) -> None:
    """Say that one does not want to do this today."""
    tablet()(page, site)
    page.get_by_role("button", name="I do not want to do this today").click()


def returning(page: Page, site: Site) -> None:
    """Press "I am the therapist"."""
    answered(page, site)
    page.get_by_role("link", name="I am the therapist").click()


def paused(page: Page, site: Site) -> None:
    """Leave the tablet alone."""
    questions()(page, site)
    page.goto("/c/pause")


def back(page: Page, site: Site) -> None:
    """Take the tablet back."""
    returning(page, site)
    page.get_by_label(PIN_OR_PASSWORD).fill("correct-horse-battery")
    page.get_by_role("button", name="Take it back").click()
    page.get_by_role("heading", name="Saved").wait_for()


def marks(page: Page, site: Site) -> None:
    """Take the tablet back, and look at what was given."""
    back(page, site)
    page.get_by_role("link", name="Show result").click()
    page.get_by_role("heading", name="Today's marks").wait_for()
    page.locator(".for-me > summary").click()


def code_of(page: Page, site: Site) -> str:
    """Six digits that open a hand-over: read from the clinician's page."""
    by("Show a code")(page, site)
    return re.sub(r"\D", "", page.locator(".six").inner_text())


def own_ratings(page: Page, site: Site) -> None:
    """Answer on a phone and look at what was marked over time, as the practice shows it."""
    with site.app.app_context(), db.transaction() as writing:
        wanted = practice.PracticeSettings(own_ratings_shown=True)
        practice.change_practice(writing, None, wanted, now=clock.now())
    sign_in(page, "writer")
    code = code_of(page, site)
    page.context.clear_cookies()
    page.goto("/c")
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Start").click()
    choose(page, bond="5", goals="8", tasks="8", overall="8")
    page.locator("button.main").click()
    page.get_by_role("link", name="See what I have marked over time").click()


def together(initials: str, then: str = "") -> Reach:
    """Look at a demo client's own ratings together."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/together{then}")


def asked(initials: str) -> Reach:
    """Open what a demo client is asked."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/asked")


def nothing_asked(page: Page, site: Site) -> None:
    """Hand over with nothing chosen."""
    offered(page, site)
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    with page.expect_navigation():
        page.get_by_role("button", name="Start on this tablet").click()


def wrong_code(page: Page, site: Site) -> None:
    """Type a code that is nobody's."""
    page.goto("/c")
    page.get_by_label("Code").fill("no such thing")
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()


def couple(site: Site) -> UUID:
    """A couple whose second session both rated, the second person lower than the first."""
    client_id = site.client("8 8 8 8", format=Format.COUPLE, measures=MEASURES)
    writer, now = site.people["writer"], clock.now()
    with site.app.app_context(), db.transaction() as writing:
        at = handovers.begin_session(writing, writer, client_id, now=now)
        people = tuple(p.id for p in writing.get_one(Client, client_id).participants)
        wanted = HandoverWish(Way.CODE, ("session-check",), people)
        for row, bond in zip(
            handovers.hand_over(writing, writer, at.id, wanted, now=now), "85", strict=True
        ):
            handovers.open_by(writing, handovers.shown_of(writing, row).code, now=now)
            given = {"bond": bond, "goals": "8", "tasks": "8", "overall": "8"}
            answering.keep(writing, row.id, "session-check", given, now=now)
            answering.send(writing, row.id, now=now)
    return client_id


def of_couple(then: str) -> Reach:
    """A page of such a couple."""
    return lambda page, site: page.goto(f"/clients/{couple(site)}{then}")


def marks_of_second(page: Page, site: Site) -> None:
    """Correct the second person's marks."""
    session_id = site.sessions_of(couple(site))[-1]
    page.goto(f"/sessions/{session_id}/correct?who=B")


def handed_on(page: Page, site: Site) -> None:
    """The first of two people has answered on the tablet."""
    sign_in(page, "writer")
    page.goto(f"/clients/{site.client('8 8 8 8', format=Format.COUPLE)}/handover")
    with page.expect_navigation():
        page.get_by_role("button", name="Start on this tablet").click()
    page.locator("button.main").click()
    choose(page, bond="5", goals="8", tasks="8", overall="8")
    page.locator("button.main").click()
    page.locator(".hand-back").wait_for()


HANDOVERS = (
    Place("hand over, two people", "handovers.new", "writer", of_couple("/handover")),
    Place("record, two people", "clients.show", "writer", of_couple("")),
    Place("what is asked, two people", "asking.edit", "writer", of_couple("/asked")),
    Place("look together, two people", "looking.together", "writer", of_couple("/together?who=B")),
    Place("correct, second person", "sessions.edit", "writer", marks_of_second),
    Place("client, next person", "handed_over.show", None, handed_on),
    Place("hand over", "handovers.today", "writer", offered),
    Place("hand over, at the start", "handovers.today", "writer", at_the_start),
    Place("hand over, in a session", "handovers.new", "writer", begun),
    Place("hand over, no phones", "handovers.today", "writer", unreachable),
    Place("hand over, errors", "handovers.today", "writer", nothing_asked, 422),
    Place("hand-over, code", "handovers.show", "writer", by("Show a code")),
    Place("hand-over, link", "handovers.show", "writer", by("Make a link for later")),
    Place("hand-over, cancelled", "handovers.show", "writer", cancelled),
    Place("tablet taken back", "handovers.back", None, back),
    Place("today's marks", "handovers.marks", None, marks),
    Place("what is asked", "asking.edit", "clinician", asked("AK")),
    Place("look together", "looking.together", "clinician", together("AK", "?therapist=1")),
    Place("look together, nothing", "looking.together", "clinician", together("MV")),
    Place("client, code", "handed_over.show", None, at("/c")),
    Place("client, staff here", "handed_over.show", "clinician", at("/c")),
    Place("client, wrong code", None, None, wrong_code, 404),
    Place("client, welcome", "handed_over.show", None, tablet()),
    Place("client, questions", "handed_over.question", None, questions()),
    Place("client, German", "handed_over.question", None, questions(language="Deutsch")),
    Place(
        "client, outcome",
        "handed_over.question",
        None,
        questions("Session check", "Well-being check"),
    ),
    Place("client, open", "handed_over.question", None, sent(questions(), "button.main"), 422),
    Place("client, one question", "handed_over.question", None, phone_view),
    Place("client, check", "handed_over.check", None, checked),
    Place("client, privacy", "handed_over.pause", None, paused),
    Place("client, thank you", "handed_over.show", None, answered),
    Place("client, declined", "handed_over.show", None, declined),
    Place("client, therapist", "taking_back.form", None, returning),
    Place("client, wrong PIN", "taking_back.form", None, sent(returning, "button.main"), 422),
    Place("client, own ratings", "looking.alone", None, own_ratings),
)
