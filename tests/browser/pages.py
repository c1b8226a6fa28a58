"""Every page the site can show, and every state of it: who opens it, and how it is reached."""

import re
from unittest import mock
from uuid import UUID, uuid4

from playwright.sync_api import Page
from sqlalchemy.exc import OperationalError

from tests.browser.care_pages import CARE
from tests.browser.client_pages import CLIENTS
from tests.browser.handover_pages import HANDOVERS
from tests.browser.library_pages import LIBRARY
from tests.browser.people_pages import PEOPLE
from tests.browser.reach import SAVE, Place, Reach, at, sent
from tests.browser.record_pages import RECORDS, record
from tests.browser.removal_pages import REMOVALS
from tests.browser.site import Site
from tests.browser.standing_in_pages import STANDING_IN
from tests.browser.supervision_pages import SUPERVISION
from tests.browser.treatment_pages import TREATMENTS
from tests.browser.visit import Visit, sign_in
from tracker.domain.care.answers import Answer, Move, Rupture
from tracker.services.care.flag_answers import Reply

SAVED = re.compile(r"/sessions/[^/]+/saved(#.*)?$")
ANSWERED = Reply(Answer.TALKED, (Move.ASKED_DIFFERENT,), Rupture.WITHDRAWAL, "Made it smaller.")


def form(initials: str) -> Reach:
    """Open the form for a demo client's next session."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/sessions/new")


def last_session(initials: str, then: str = "") -> Reach:
    """Open the last session of a demo client."""
    return lambda page, site: page.goto(
        f"/sessions/{site.sessions_of(site.demo[initials])[-1]}{then}"
    )


def flag(initials: str) -> Reach:
    """Open the last check-in of a demo client."""
    return lambda page, site: page.goto(f"/flags/{site.flag_of(site.demo[initials])}")


def wrong_password(page: Page, site: Site) -> None:
    """Sign in with a password that does not match, to an address no other test tries."""
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(f"{uuid4().hex}@demo.example")
    page.get_by_label("Password").fill("not the password")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()


def client_without_measure(page: Page, site: Site) -> None:
    """Add a client with no measure and no real date."""
    page.goto("/clients/new")
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    page.get_by_label("Day", exact=True).fill("31")
    page.get_by_label("Month", exact=True).fill("2")
    with page.expect_navigation():
        page.get_by_role("button", name="Add client").click()


def corrected(page: Page, site: Site) -> None:
    """Open a session with a correction."""
    correct(page, site.sessions_of(site.client("8 8 8 8"))[0])


def correct(page: Page, session_id: object) -> None:
    """Correct the bond of a session to 3, in the form."""
    page.goto(f"/sessions/{session_id}/correct")
    page.locator("[name='session-check.client.bond'][value='3']").check(force=True)
    page.get_by_label("Minutes late").fill("10")
    page.get_by_label("Why is it corrected?").fill("wrong sheet")
    with page.expect_navigation():
        page.get_by_role("button", name="Save correction").click()


def answered(page: Page, site: Site) -> None:
    """Open a check-in with its answer."""
    flag_id = site.flag_of(site.client("8 8 8 8", "5 8 8 8"))
    site.answer(flag_id, ANSWERED)
    page.goto(f"/flags/{flag_id}")


def unfolded(initials: str) -> Reach:
    """Open the sessions of a demo client with the notes unfolded."""

    def reach(page: Page, site: Site) -> None:
        record(initials, "/sessions")(page, site)
        page.locator(".notes summary").click()

    return reach


def undone(page: Page, site: Site) -> None:
    """Answer a check-in and undo it."""
    page.goto(f"/flags/{site.flag_of(site.client('8 8 8 8', '5 8 8 8'))}")
    tap(page, "Not right today")
    with page.expect_navigation():
        page.get_by_role("button", name="Undo").click()


def no_such_day(page: Page, site: Site) -> None:
    """Answer a check-in, talked about on a day that there is not."""
    flag("AK")(page, site)
    page.locator("details.more > summary").first.click()
    page.locator("[name=talked_on-day]").fill("40")
    with page.expect_navigation():
        tap(page, "We talked about it in this session")


def overtaken(page: Page, site: Site) -> None:
    """Answer a check-in that was answered in another tab since the page was opened."""
    flag_id = site.flag_of(site.client("8 8 8 8", "5 8 8 8"))
    page.goto(f"/flags/{flag_id}")
    site.answer(flag_id, ANSWERED)
    with page.expect_navigation():
        tap(page, "Not right today")


def corrected_twice(page: Page, site: Site) -> None:
    """Correct a session that was corrected in another tab since the page was opened."""
    session_id = site.sessions_of(site.client("8 8 8 8"))[0]
    other = page.context.new_page()
    page.goto(f"/sessions/{session_id}/correct")
    correct(other, session_id)
    other.close()
    page.locator("[name='session-check.client.goals'][value='6']").check(force=True)
    page.get_by_label("Why is it corrected?").fill("misread")
    with page.expect_navigation():
        page.get_by_role("button", name="Save correction").click()


def filled(page: Page, site: Site, client: object = None) -> None:
    """Fill in the form of a client's next session, and do not send it yet."""
    page.goto(f"/clients/{client or site.client('8 8 8 8')}/sessions/new")
    for item, number in zip(("bond", "goals", "tasks", "overall"), "8789", strict=True):
        page.locator(f"[name='session-check.client.{item}'][value='{number}']").check(force=True)


def signed_out_with_entries(page: Page, site: Site) -> None:
    """Send a filled form after the sign-in has lapsed."""
    sign_in(page, "writer")
    filled(page, site)
    cookie = next(c for c in page.context.cookies() if c["name"] == "session")
    site.end_sign_in(cookie["value"])
    with page.expect_navigation():
        page.locator(SAVE).click()


def sent_again_changed(page: Page, site: Site) -> None:
    """Save a session, go back, change a number and save the same form again."""
    filled(page, site)
    key = page.locator("main [name=form_key]").input_value()
    with page.expect_navigation():
        page.locator(SAVE).click()
    filled(page, site)
    page.locator("main [name=form_key]").evaluate("(field, key) => { field.value = key }", key)
    with page.expect_navigation():
        page.locator(SAVE).click()


def failing(error: Exception) -> Reach:
    """Send a filled form while storing it fails."""

    def reach(page: Page, site: Site) -> None:
        filled(page, site)
        with (
            mock.patch("tracker.services.care.sessions.log_session", side_effect=error),
            page.expect_navigation(),
        ):
            page.locator(SAVE).click()

    return reach


def too_old(page: Page, site: Site) -> None:
    """Send a form whose token belongs to another sign-in."""
    filled(page, site)
    page.locator("main [name=csrf_token]").evaluate("field => { field.value = 'other' }")
    with page.expect_navigation():
        page.locator(SAVE).click()


LONG_FORMS = ("wai-sr", "vtas", "core-om", "oq-45", "who-5")


def long_forms(page: Page, site: Site) -> None:
    """Open the form of a client with forms of many items, scales and totals."""
    page.goto(f"/clients/{site.client(measures=LONG_FORMS)}/sessions/new")


def supervised(page: Page, site: Site) -> None:
    """Open the caseload of a supervisee."""
    page.goto(f"/caseloads/{site.people['clinician'].id}")


def tap(page: Page, answer: str, *, script: bool = True) -> None:
    """Give an answer that stores itself, once the page takes taps."""
    if script:
        page.locator("[data-taps][data-ready]").first.wait_for()
    page.get_by_role("button", name=answer).click()


def form_of(visit: Visit, client_id: UUID, **options: object) -> Page:
    """The open form for the next session of a writer's client."""
    page = visit.page("writer", **options)
    page.goto(f"/clients/{client_id}/sessions/new")
    return page


CANNOT_WRITE = OperationalError("INSERT", {}, Exception("database is locked"))
PLACES = (
    Place("sign in", "security.login", None, at("/sign-in")),
    Place(
        "sign in, nothing typed", "security.login", None, sent(at("/sign-in"), "main button"), 422
    ),
    Place("sign in, wrong password", "security.login", None, wrong_password, 422),
    Place("caseload", "caseload.home", "clinician", at("/")),
    Place("caseload, sorted", "caseload.home", "clinician", at("/?sort=change&dir=desc")),
    Place("caseload, filter empty", "caseload.home", "outsider", at("/?show=planned")),
    Place("caseload, nobody yet", "caseload.home", "newcomer", at("/")),
    Place("administration", "caseload.home", "administrator", at("/")),
    Place("audit log", "audit.show", "administrator", at("/audit")),
    Place("audit log, nothing", "audit.show", "administrator", at("/audit?what=keys.entered")),
    Place("audit log, errors", "audit.show", "administrator", at("/audit?since-day=31"), 422),
    Place("caseload, supervised", "caseload.show", "supervisor", supervised),
    Place("add client", "clients.new", "clinician", at("/clients/new")),
    Place("add client, errors", "clients.new", "clinician", client_without_measure, 422),
    Place("record", "clients.show", "clinician", record("AK")),
    Place("record, totals", "clients.show", "clinician", record("JN")),
    Place("record, statements", "clients.show", "clinician", record("KP")),
    Place("record, gaps", "clients.show", "clinician", record("HB")),
    Place("record, nothing yet", "clients.show", "clinician", record("MV")),
    Place("record, recovered", "clients.show", "clinician", record("TP")),
    Place("record, supervised", "clients.show", "supervisor", record("BM")),
    Place("log session", "sessions.new", "clinician", form("AK")),
    Place("log session, planned", "sessions.new", "clinician", form("GW")),
    Place("log session, totals", "sessions.new", "clinician", form("JN")),
    Place("log session, statements", "sessions.new", "clinician", form("KP")),
    Place("log session, errors", "sessions.new", "clinician", sent(form("ES")), 422),
    Place("saved, check-in", "sessions.saved", "clinician", last_session("AK", "/saved")),
    Place("saved, steady", "sessions.saved", "clinician", last_session("ES", "/saved")),
    Place("saved, first rating", "sessions.saved", "clinician", last_session("LZ", "/saved")),
    Place("saved, no rating", "sessions.saved", "clinician", last_session("HB", "/saved")),
    Place("session", "sessions.show", "clinician", last_session("AK")),
    Place("session, corrected", "sessions.show", "writer", corrected),
    Place("session, supervised", "sessions.show", "supervisor", last_session("AK")),
    Place("correct", "sessions.edit", "clinician", last_session("BM", "/correct")),
    Place(
        "correct, errors", "sessions.edit", "clinician", sent(last_session("BM", "/correct")), 422
    ),
    Place("check-in, open", "flags.show", "clinician", flag("AK")),
    Place("check-in, errors", "flags.show", "clinician", no_such_day, 422),
    Place("check-in, answered", "flags.show", "writer", answered),
    Place("check-in, planned", "flags.show", "clinician", flag("GW")),
    Place("check-in, supervised", "flags.show", "supervisor", flag("AK")),
    Place("risk", "flags.show", "clinician", flag("SW")),
    Place("risk, errors", "flags.show", "clinician", sent(flag("SW")), 422),
    Place("risk, just saved", "sessions.saved", "clinician", last_session("SW", "/saved")),
    Place("review", "flags.show", "clinician", flag("CO")),
    Place("note", "flags.show", "clinician", flag("DR")),
    Place("sessions, note unfolded", "record.sessions", "clinician", unfolded("DR")),
    Place("record, risk", "clients.show", "clinician", record("SW")),
    Place("check-in, undone", "flags.show", "writer", undone),
    Place("check-in, overtaken", "flags.show", "writer", overtaken, 409),
    Place("correct, overtaken", "sessions.edit", "writer", corrected_twice, 409),
    Place("help", "about.show", "clinician", at("/help")),
    Place("rules", "about.rules", "clinician", at("/help/rules")),
    Place("measures", "measures.index", "clinician", at("/measures")),
    Place("measure, own", "measures.show", "clinician", at("/measures/session-check")),
    Place("measure, scales", "measures.show", "administrator", at("/measures/wai-sr")),
    Place("measure, risk items", "measures.show", "supervisor", at("/measures/oq-45")),
    Place("measure, without a rule", "measures.show", "clinician", at("/measures/vtas")),
    Place("log session, typed", "sessions.new", "writer", long_forms),
    Place("log session, typed, errors", "sessions.new", "writer", sent(long_forms), 422),
    Place("nothing there", None, "clinician", at("/nothing-there"), 404),
    Place("signed out", "sessions.new", None, signed_out_with_entries, 401),
    Place("already sent", None, "writer", sent_again_changed, 422),
    Place("too old to send", "sessions.new", "writer", too_old, 400),
    Place("not saved", "sessions.new", "writer", failing(CANNOT_WRITE), 503),
    Place("broken", "sessions.new", "writer", failing(RuntimeError("made up")), 500),
    *CLIENTS,
    *LIBRARY,
    *PEOPLE,
    *RECORDS,
    *STANDING_IN,
    *SUPERVISION,
    *CARE,
    *REMOVALS,
    *TREATMENTS,
    *HANDOVERS,
)
