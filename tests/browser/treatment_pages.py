"""The pages of a therapy's end, of a pause, and of a client who was added by mistake."""

from playwright.sync_api import Page

from tests.browser.reach import Place, Reach, sent
from tests.browser.site import Site

LONG = "She takes along that it can be said, and averylongwordthatdoesnotbreak" + "x" * 60


def of_demo(initials: str, page_name: str) -> Reach:
    """Open one of these pages of a demo client."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/{page_name}")


def fallen(page: Page, site: Site, then: str = "ending") -> None:
    """Open a page of a client whose last rating fell, and who has a session ahead."""
    client_id = site.client("8 8 8 8", "5 8 8 8")
    page.goto(f"/clients/{client_id}/{then}")


def ended(then: str = "") -> Reach:
    """End the therapy of a client with an open check-in, with long last words, and open a page of the record."""

    def reach(page: Page, site: Site) -> None:
        fallen(page, site)
        page.get_by_label("As planned").check()
        page.get_by_label("Last words (optional)").fill(LONG)
        page.get_by_role("button", name="End the therapy").click()
        if then:
            page.goto(f"{page.url}/{then}")

    return reach


def ended_list(page: Page, site: Site) -> None:
    """End a therapy and open the list of those that ended."""
    ended()(page, site)
    page.goto("/")
    page.get_by_role("link", name="Ended").click()


def paused(page: Page, site: Site) -> None:
    """Pause a treatment and open the page of the pause again."""
    fallen(page, site, "pause")
    page.get_by_label("Day", exact=True).fill("1")
    page.get_by_label("Month", exact=True).fill("3")
    page.get_by_label("Year", exact=True).fill(str(site.today.year + 1))
    address = page.url
    page.get_by_role("button", name="Pause").click()
    page.goto(address)


def untouched(page: Page, site: Site) -> None:
    """Ask whether a client without anything was added by mistake."""
    page.goto(f"/clients/{site.client()}/mistake")


TREATMENTS = (
    Place("end the therapy", "treatment.ending", "writer", fallen),
    Place("end the therapy, risk open", "treatment.ending", "clinician", of_demo("SW", "ending")),
    Place(
        "end the therapy, errors",
        "treatment.ending",
        "clinician",
        sent(of_demo("MV", "ending"), "button:text('End the therapy')"),
        422,
    ),
    Place("record, ended", "clients.show", "writer", ended()),
    Place("details, ended", "record.about", "writer", ended("about")),
    Place("closing summary", "notes.closing", "writer", ended("closing")),
    Place("take it up again", "treatment.reopening", "writer", ended("reopening")),
    Place("ended therapies", "caseload.ended", "writer", ended_list),
    Place(
        "ended therapies, none",
        "caseload.ended",
        "clinician",
        lambda page, site: page.goto(f"/caseloads/{site.people['clinician'].id}/ended"),
    ),
    Place("pause", "treatment.pausing", "clinician", of_demo("MV", "pause")),
    Place("pause, paused", "treatment.pausing", "writer", paused),
    Place(
        "pause, errors",
        "treatment.pausing",
        "clinician",
        sent(of_demo("MV", "pause"), "button:text('Pause')"),
        422,
    ),
    Place("added by mistake", "treatment.mistake", "writer", untouched),
    Place("added by mistake, in use", "treatment.mistake", "clinician", of_demo("AK", "mistake")),
)
