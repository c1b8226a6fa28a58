"""The pages of emergencies, cover and transfers, in every state."""

from datetime import timedelta

from playwright.sync_api import Page
from sqlalchemy import select

from tests.browser.reach import Place, at, sent
from tests.browser.site import Site
from tracker import clock, db
from tracker.models import Client, Export, NoticeKind
from tracker.services.access import notices
from tracker.services.people import covers, emergencies
from tracker.services.reports import exports
from tracker.services.reports.exports import FileFormat
from tracker.services.trail.late_reads import Read, record_read

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


def still_open(page: Page, site: Site) -> None:
    """Open the home page of somebody who opened a record in an emergency."""
    typed, who = code(site, site.client("8 8 8 8")), site.people["newcomer"]
    with site.app.app_context(), db.transaction() as writing:
        emergencies.open_record(writing, who, typed, REASON, now=clock.now())
    page.goto("/")
    assert page.get_by_role("button", name="Close it now").count()


def told(page: Page, site: Site) -> None:
    """Open the home page of somebody who has notices of every kind."""
    person, now = site.people["newcomer"], clock.now()
    by = site.people["writer"]
    with site.app.app_context(), db.transaction() as writing:
        for kind in NoticeKind:
            of_days = kind in (NoticeKind.COVERING, NoticeKind.COVERED, NoticeKind.SUPERVISED)
            since, until = (site.today, site.today + timedelta(days=3)) if of_days else (None, None)
            notices.tell(
                writing,
                [person.id],
                kind,
                "" if kind is NoticeKind.SUPERVISED else REASON,
                by=None if kind is NoticeKind.SUPERVISED else by.id,
                since=since,
                until=until,
                about=site.people["supervisor"].id,
                now=now,
            )
    page.goto("/")


def reported(page: Page, site: Site) -> None:
    """Open the report on emergencies, in which there is one."""
    typed, who = code(site, site.client("8 8 8 8")), site.people["outsider"]
    with site.app.app_context(), db.transaction() as writing:
        emergencies.open_record(writing, who, typed, REASON, now=clock.now())
    page.goto("/emergencies")


def exported(page: Page, site: Site) -> None:
    """Open the list of exports, in which there are two."""
    with site.app.app_context(), db.transaction() as writing:
        about = site.people["writer"]
        for what, who, of in (
            ("audit", site.people["administrator"], None),
            ("report", about, about.id),
        ):
            exports.note_export(
                writing,
                who,
                what,
                "For the yearly talk with the insurer about what the practice does and how often",
                about=of,
                kind=FileFormat.XLSX if of else FileFormat.CSV,
                lines=1234,
                file=b"file" if of else b"",
                now=clock.now(),
            )
    page.goto("/audit/exports")


def nothing_older(page: Page, site: Site) -> None:
    """Open the page after the oldest export."""
    exported(page, site)
    with site.app.app_context(), db.reading() as reading:
        last = reading.scalar(select(Export.id).order_by(Export.made_at, Export.id))
    page.goto(f"/audit/exports?after={last}")


def many_looked_at(page: Page, site: Site) -> None:
    """Open who looked at one's clients, after all of them were looked at, with the last of them unfolded."""
    reader, now = site.people["supervisor"].id, clock.now()
    ids = {"clients": [str(each) for each in site.demo.values()]}
    with site.app.app_context(), db.transaction() as writing:
        record_read(writing, Read("board.read", reader, now, None, None, ids), now=now)
    page.goto("/audit/mine")
    page.locator("main td details").first.evaluate("fold => { fold.open = true }")


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
    Place("home, record open in an emergency", "caseload.home", "newcomer", still_open),
    Place("notices", "caseload.home", "newcomer", told),
    Place("emergencies", "standing_in.report", "administrator", reported),
    Place("cover", "standing_in.cover", "writer", covered),
    Place("cover, none", "standing_in.cover", "administrator", of_clinician),
    Place("cover, errors", "standing_in.cover", "administrator", sent(of_clinician, MAIN), 422),
    Place("transfer", "standing_in.transfer_form", "writer", transfer),
    Place("transfer, errors", "standing_in.transfer_form", "writer", sent(transfer, MAIN), 422),
    Place("who looked", "audit.mine", "clinician", at("/audit/mine")),
    Place("who looked, many", "audit.mine", "clinician", many_looked_at),
    Place("who looked, nobody", "audit.mine", "newcomer", at("/audit/mine")),
    Place("exports", "audit.taken", "administrator", exported),
    Place("exports, nothing", "audit.taken", "administrator", nothing_older),
    Place("audit log, oldest first", "audit.show", "administrator", at("/audit?dir=asc")),
    Place("audit log, sorted", "audit.show", "administrator", at("/audit?sort=who&dir=desc")),
)
