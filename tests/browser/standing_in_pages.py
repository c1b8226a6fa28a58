"""The pages of emergencies, cover and transfers, in every state."""

from datetime import timedelta
from uuid import uuid4

from playwright.sync_api import Page

from tests.browser.reach import Place, at, sent
from tests.browser.site import Site
from tracker import clock, db
from tracker.models import Client, NoticeKind
from tracker.services import covers, emergencies, notices

MAIN = "main form button"
REASON = "Called in crisis at night; nobody who treats her could be reached by phone"


def code(site: Site, client_id: object) -> str:
    with site.app.app_context(), db.reading() as reading:
        return reading.get_one(Client, client_id).code


def opened(page: Page, site: Site) -> None:
    """Open the record of a client of the writer in an emergency."""
    page.goto("/emergency")
    page.get_by_label("The client's code, exactly").fill(
        code(site, site.client("8 8 8 8", "5 8 8 8"))
    )
    page.get_by_label("Why you need it now").fill(REASON)
    with page.expect_navigation():
        page.get_by_role("button", name="Open the record").click()


def told(page: Page, site: Site) -> None:
    """Open the home page of somebody who has notices of every kind."""
    person, now = site.people["newcomer"], clock.now()
    by = site.people["writer"]
    with site.app.app_context(), db.transaction() as writing:
        for kind in NoticeKind:
            covering = kind is NoticeKind.COVERING
            since, until = (
                (site.today, site.today + timedelta(days=3)) if covering else (None, None)
            )
            notices.tell(
                writing,
                [person.id],
                kind,
                REASON,
                by=by.id,
                since=since,
                until=until,
                about=uuid4(),
                now=now,
            )
    page.goto("/")


def reported(page: Page, site: Site) -> None:
    """Open the report on emergencies, in which there is one."""
    typed, who = code(site, site.client("8 8 8 8")), site.people["outsider"]
    with site.app.app_context(), db.transaction() as writing:
        emergencies.open_record(writing, who, typed, REASON, now=clock.now())
    page.goto("/emergencies")


def covered(page: Page, site: Site) -> None:
    """Open the cover of the writer, which is arranged."""
    own, day = site.people["writer"], site.today
    days = (day + timedelta(days=30), day + timedelta(days=40))
    with site.app.app_context(), db.transaction() as writing:
        who = site.people["newcomer"].id
        covers.arrange(writing, own, own.id, who, days, "Parental leave", now=clock.now())
    page.goto(f"/people/{own.id}/cover")


def transfer(page: Page, site: Site) -> None:
    """Open the form that hands a client to another clinician."""
    page.goto(f"/clients/{site.client('8 8 8 8')}/transfer")


def of_clinician(page: Page, site: Site) -> None:
    """Open the cover of the demo's clinician, as an administrator does."""
    page.goto(f"/people/{site.people['clinician'].id}/cover")


STANDING_IN = (
    Place("emergency", "standing_in.emergency_form", "newcomer", at("/emergency")),
    Place(
        "emergency, errors",
        "standing_in.emergency_form",
        "newcomer",
        sent(at("/emergency"), MAIN),
        422,
    ),
    Place("record, in an emergency", "clients.show", "newcomer", opened),
    Place("notices", "caseload.home", "newcomer", told),
    Place("emergencies", "standing_in.report", "administrator", reported),
    Place("cover", "standing_in.cover", "writer", covered),
    Place("cover, none", "standing_in.cover", "administrator", of_clinician),
    Place("cover, errors", "standing_in.cover", "administrator", sent(of_clinician, MAIN), 422),
    Place("transfer", "standing_in.transfer_form", "writer", transfer),
    Place("transfer, errors", "standing_in.transfer_form", "writer", sent(transfer, MAIN), 422),
    Place("who looked", "audit.mine", "clinician", at("/audit/mine")),
    Place("who looked, nobody", "audit.mine", "newcomer", at("/audit/mine")),
    Place("audit log, sorted", "audit.show", "administrator", at("/audit?sort=who&dir=desc")),
)
