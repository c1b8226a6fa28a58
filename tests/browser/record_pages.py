"""The pages around a client's record: the record itself, usual ranges, repairs."""

import re

from playwright.sync_api import Page

from tests.browser.reach import Place, Reach, sent
from tests.browser.site import Site
from tracker.domain.care.answers import Answer
from tracker.services.care.flag_answers import Reply


def record(initials: str, tab: str = "") -> Reach:
    """Open a page of a demo client's record."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}{tab}")


def explored(initials: str, chart: str = "") -> Reach:
    """Open a chart of a demo client to look into, drawn where scripts run."""

    def reach(page: Page, site: Site) -> None:
        page.goto(f"/clients/{site.demo[initials]}/explore{chart}")
        if page.evaluate("Boolean(window.Plotly)"):
            page.locator("figure[data-ready]").wait_for()

    return reach


def usual_range(initials: str) -> Reach:
    """Open the page on the usual range of a demo client."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/usual-range/session-check")


def version(initials: str) -> Reach:
    """Open the page on which a demo client is switched to another wording."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/measures/session-check")


def new_repair(initials: str) -> Reach:
    """Open the form for a repair of a demo client."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/repairs/new")


def repair(initials: str) -> Reach:
    """Open the repair of a demo client from the record's repairs."""

    def reach(page: Page, site: Site) -> None:
        page.goto(f"/clients/{site.demo[initials]}/repairs")
        page.get_by_role("link", name=re.compile("^Repair, session")).click()

    return reach


def twice_opened(page: Page, site: Site) -> None:
    """Open a second repair for the session of one that is there."""
    new_repair("GW")(page, site)
    with page.expect_navigation():
        page.get_by_role("button", name="Open repair").click()


def no_words(page: Page, site: Site) -> None:
    """Add a conversation in which nothing was done."""
    repair("GW")(page, site)
    page.get_by_text("We talked about it").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Save conversation").click()


def entry_of(initials: str) -> Reach:
    """Open the first entry of a demo client's repair, to be corrected."""

    def reach(page: Page, site: Site) -> None:
        repair(initials)(page, site)
        page.get_by_role("link", name="Correct").last.click()

    return reach


def taken_back(page: Page, site: Site) -> None:
    """Open a repair that went with the answer that had opened it."""
    flag_id = site.flag_of(site.client("8 8 8 8", "5 8 8 8"))
    site.answer(flag_id, Reply(Answer.NEXT_SESSION, repair=True))
    page.goto(f"/flags/{flag_id}")
    with page.expect_navigation():
        page.get_by_role("button", name="Undo").click()
    page.get_by_role("link", name="the repair that it had opened").click()


def corrected_entry(page: Page, site: Site) -> None:
    """Open a repair with a long line, plan a step, correct it, and end it."""
    page.goto(f"/clients/{site.client('8 8 8 8', '8 8 8 8')}/repairs/new")
    page.get_by_label("One line").fill("x" * 150 + " " + "A long line about it. " * 6)
    page.get_by_label("A step for the next session").fill("Ask about the homework")
    page.get_by_role("button", name="Open repair").click()
    page.get_by_role("link", name="Correct").last.click()
    page.get_by_label("One line").fill("Ask how the homework was")
    page.get_by_label("Why is it corrected?").fill("Kinder words")
    page.get_by_role("button", name="Save correction").click()
    page.get_by_text("Say how it ended").click()
    page.get_by_label("It is left as it is").check()
    page.get_by_label("Reason").fill("The client would rather not go back to it.")
    page.get_by_role("button", name="Save", exact=True).click()


RECORDS = (
    Place("record, repair planned", "clients.show", "clinician", record("GW")),
    Place("record, outcome at its best", "clients.show", "clinician", record("TP")),
    Place("sessions", "record.sessions", "clinician", record("AK", "/sessions")),
    Place("sessions, nothing yet", "record.sessions", "clinician", record("MV", "/sessions")),
    Place("sessions, risk", "record.sessions", "clinician", record("SW", "/sessions")),
    Place("sessions, supervised", "record.sessions", "supervisor", record("BM", "/sessions")),
    Place("repairs", "record.repairs", "clinician", record("GW", "/repairs")),
    Place("repairs, none", "record.repairs", "clinician", record("AK", "/repairs")),
    Place("repairs, supervised", "record.repairs", "supervisor", record("BM", "/repairs")),
    Place("details", "record.about", "clinician", record("BM", "/about")),
    Place("details, supervised", "record.about", "supervisor", record("AK", "/about")),
    Place("explore", "record.explore", "clinician", explored("AK")),
    Place(
        "explore, score by score",
        "record.explore",
        "clinician",
        explored("BM", "?chart=session-check"),
    ),
    Place("explore, by day", "record.explore", "supervisor", explored("TP", "?axis=dates")),
    Place("open a repair", "repairs.new", "clinician", new_repair("ES")),
    Place("open a repair, nothing yet", "repairs.new", "clinician", new_repair("MV")),
    Place("open a repair, errors", "repairs.new", "clinician", twice_opened, 422),
    Place("repair, came back", "repairs.show", "clinician", repair("BM")),
    Place("repair, planned", "repairs.show", "clinician", repair("GW")),
    Place("repair, supervised", "repairs.show", "supervisor", repair("GW")),
    Place("repair, errors", "repairs.show", "clinician", no_words, 422),
    Place("repair, corrected", "repairs.show", "writer", corrected_entry),
    Place("repair, taken back", "repairs.show", "writer", taken_back),
    Place("correct an entry", "repairs.edit", "clinician", entry_of("GW")),
    Place("correct an entry, errors", "repairs.edit", "clinician", sent(entry_of("GW")), 422),
    Place("usual range", "usual_range.show", "clinician", usual_range("TP")),
    Place("usual range, none yet", "usual_range.show", "clinician", usual_range("LZ")),
    Place("usual range, supervised", "usual_range.show", "supervisor", usual_range("TP")),
    Place("another wording", "versions.show", "clinician", version("DR")),
    Place("the newest wording", "versions.show", "clinician", version("ES")),
    Place("usual range, errors", "usual_range.show", "clinician", sent(usual_range("AK")), 422),
)
