"""The pages of supervision, in every state. Tests write to the writer's clients, whom the supervisor reads as well."""

from datetime import timedelta
from uuid import UUID, uuid4

from playwright.sync_api import Page

from tests.browser.reach import Place, Reach, at, sent
from tests.browser.site import Site
from tests.conftest import START
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.course.sessions import NoRating
from tracker.domain.people.access import Permission
from tracker.domain.supervision.questions import SupervisionQuestion
from tracker.domain.supervision.sign_off import Review, ReviewAct
from tracker.models import Flag
from tracker.services.access import supervision
from tracker.services.care import sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.record.ratings import RatingsEntry
from tracker.services.record.reaching import flag_for
from tracker.services.supervision import board, flag_reviews, meetings
from tracker.services.supervision.meetings import ClientDecision

LONG = (
    "Looked at it together: the fall came after the session in which the plan was changed without asking. Next time ask "
    "first, and say why afterwards."
)
BUTTON = "#supervision button"


def link(site: Site, *, clinician: str = "writer", supervisor: str = "supervisor") -> None:
    """Let a supervisor read a clinician's caseload, the writer's unless told otherwise."""
    people = {"supervisor": site.people[supervisor].id, "clinician": site.people[clinician].id}
    with site.app.app_context(), db.transaction() as writing:
        supervision.link_supervision(writing, **people, starts_on=START, now=clock.now())


def say(site: Site, flag_id: UUID, act: ReviewAct, note: str = "", days: int | None = None) -> None:
    """Let the supervisor say something about a flag."""
    day = None if days is None else site.today + timedelta(days=days)
    now, actor = clock.now(), site.people["supervisor"]
    with site.app.app_context(), db.transaction() as writing:
        view, _ = flag_for(writing, actor, flag_id, Permission.READ_RECORD, now=now)
        seen = flag_reviews.thread(writing, view).seen
        said = Review(act, note, day)
        flag_reviews.review_flag(writing, actor, flag_id, said, seen=seen, now=now)


def dropped(site: Site, *more: str) -> UUID:
    """A drop of a new client of the writer, whom the supervisor reads; its flag."""
    link(site)
    return site.flag_of(site.client("8 8 8 8", "8 7 8 8", "5 8 7 8", *more))


def reviewed(page: Page, site: Site) -> None:
    """Open a flag with a thread, signed off."""
    flag_id = dropped(site)
    say(site, flag_id, ReviewAct.ASKED, "What did she say?")
    site.answer(flag_id, Reply(Answer.EXPLAINED, note="A hard day at work."))
    say(site, flag_id, ReviewAct.COMMENT, LONG)
    say(site, flag_id, ReviewAct.ADDRESSED)
    page.goto(f"/flags/{flag_id}")


def no_act(page: Page, site: Site) -> None:
    """Send the form of supervision without choosing anything."""
    page.goto(f"/flags/{dropped(site)}")
    with page.expect_navigation():
        page.locator(BUTTON).first.click()


def overtaken(page: Page, site: Site) -> None:
    """Sign off what was signed off in another tab since the page was opened."""
    flag_id = dropped(site)
    page.goto(f"/flags/{flag_id}")
    say(site, flag_id, ReviewAct.ADDRESSED, "Talked about on the phone")
    page.get_by_label("no action needed").check()
    page.locator("#review-note").fill("The client was tired")
    with page.expect_navigation():
        page.locator(BUTTON).first.click()


def asked(page: Page, site: Site) -> None:
    """Open, as its clinician, a flag for which supervision asked."""
    flag_id = dropped(site)
    say(site, flag_id, ReviewAct.ASKED, "Could you say what happened?")
    page.goto(f"/flags/{flag_id}")


def full(page: Page, site: Site) -> None:
    """Open the whole board, with something in every state."""
    say(site, dropped(site), ReviewAct.DISCUSS, "Bring the recording", days=3)
    say(site, dropped(site), ReviewAct.NO_ACTION, "A slip of the finger")
    page.goto("/supervision?show=all")


def filtered(page: Page, site: Site) -> None:
    """Open the board filtered, with a view saved."""
    link(site)
    now, asked = clock.now(), {"show": "all", "tier": "review"}
    with site.app.app_context(), db.transaction() as writing:
        board.save_view(writing, site.people["supervisor"], "Reviews only", asked, now=now)
    page.goto("/supervision?show=all&tier=review")


def evidence(page: Page, site: Site) -> None:
    """Open what stands behind the first row of the board."""
    dropped(site)
    dropped(site)
    page.goto("/supervision")
    page.locator(".board summary").first.click()


def no_reason(page: Page, site: Site) -> None:
    """Sign off a flag as needing no action, without the reason."""
    dropped(site)
    page.goto("/supervision")
    page.locator(".pick input").nth(1).check()
    page.get_by_label("No action needed, with a reason").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Sign off", exact=True).click()


def unrated(page: Page, site: Site) -> None:
    """Open those who never rated, with a client who came once."""
    link(site)
    client_id = site.client()
    with site.app.app_context(), db.transaction() as writing:
        details = SessionDetails(site.today, no_rating=NoRating.NOT_ASKED)
        actor = site.people["writer"]
        sessions.log_session(writing, actor, client_id, details, RatingsEntry(), now=clock.now())
    page.goto("/supervision?unmeasured=never")


def meeting(site: Site, who: str, days: int = 2) -> UUID:
    """A meeting of the supervisor with a clinician; its id."""
    with site.app.app_context(), db.transaction() as writing:
        day, now = site.today + timedelta(days=days), clock.now()
        person = site.people[who].id
        made = meetings.make_meeting(writing, site.people["supervisor"], person, day, now=now)
        return made.id


def agenda(page: Page, site: Site) -> None:
    """Open the agenda of a meeting with the demo's clinician."""
    page.goto(f"/meetings/{meeting(site, 'clinician')}")


def decided(page: Page, site: Site) -> None:
    """Open an agenda in which something was decided, with an action that is open."""
    flag_id = dropped(site)
    made, now = meeting(site, "writer", 0), clock.now()
    with site.app.app_context(), db.transaction() as writing:
        client_id = writing.get_one(Flag, flag_id).client_id
        who = site.people["writer"].id
        said = ClientDecision(LONG, "Ask what would have made the hour better", who, site.today)
        meetings.decide(writing, site.people["supervisor"], made, {client_id: said}, now=now)
    page.goto(f"/meetings/{made}")


def action_for_nobody(page: Page, site: Site) -> None:
    """Agree an action without saying who does it."""
    dropped(site)
    page.goto(f"/meetings/{meeting(site, 'writer', 1)}")
    page.locator("main details summary").first.click()
    page.get_by_label("Action (optional)").first.fill("Listen to the recording")
    with page.expect_navigation():
        page.get_by_role("button", name="Save what was decided").click()


def looked_at(page: Page, site: Site) -> None:
    """Note that a client was looked at in supervision."""
    link(site)
    client_id = site.client("8 8 8 8")
    page.goto(f"/clients/{client_id}/reviews")
    page.get_by_label("What was said").fill(LONG)
    with page.expect_navigation():
        page.get_by_role("button", name="Note the review").click()


def nobody(page: Page, site: Site) -> None:
    """Look for a client who is not there."""
    page.goto("/supervision")
    if page.locator(".fold > summary").is_visible():
        page.locator(".fold > summary").click()
    page.locator(".facets summary").click()
    page.get_by_label("Client code").fill(uuid4().hex[:5])
    with page.expect_navigation():
        page.get_by_role("button", name="Find").click()


def question(key: str = "", who: str = "clinician") -> Reach:
    """Open the questions of a caseload, or one of them."""
    rest = f"/{key}" if key else ""
    return lambda page, site: page.goto(f"/caseloads/{site.people[who].id}/questions{rest}")


def report(who: str = "clinician", query: str = "") -> Reach:
    """Open the report of a caseload."""
    return lambda page, site: page.goto(f"/caseloads/{site.people[who].id}/report{query}")


WHO = "supervisor"
SUPERVISION = (
    Place("board", "board.show", WHO, at("/supervision")),
    Place("board, all", "board.show", WHO, full),
    Place("board, filtered", "board.show", WHO, filtered),
    Place("board, nothing", "board.show", WHO, at("/supervision?show=all&state=corrected")),
    Place("board, nobody", "board.show", "alone", at("/supervision")),
    Place("board, no such client", None, WHO, nobody),
    Place("board, evidence", "board.show", WHO, evidence),
    Place("board, never rated", "board.show", WHO, unrated),
    Place("board, no reason", None, WHO, no_reason, 422),
    Place("flag, reviewed", "flags.show", WHO, reviewed),
    Place("flag, reviewed, its clinician", "flags.show", "writer", reviewed),
    Place("flag, asked", "flags.show", "writer", asked),
    Place("flag, review errors", None, WHO, no_act, 422),
    Place("flag, review overtaken", None, WHO, overtaken, 409),
    Place("reviews of a client", "client_reviews.show", WHO, looked_at),
    Place("meetings", "meetings.index", WHO, at("/meetings")),
    Place("meetings, none", "meetings.index", "newcomer", at("/meetings")),
    Place("agenda", "meetings.show", WHO, agenda),
    Place("agenda, its clinician", "meetings.show", "clinician", agenda),
    Place("agenda, decided", "meetings.show", WHO, decided),
    Place("report", "reports.clinician", "clinician", report()),
    Place("report, supervised", "reports.clinician", WHO, report()),
    Place("report, empty", "reports.clinician", "newcomer", report("newcomer")),
    Place(
        "report, errors",
        "reports.clinician",
        "clinician",
        report("clinician", "?since-day=31&since-month=2"),
        422,
    ),
    Place(
        "report, no reason", None, "clinician", sent(report(), "form[data-download] button"), 422
    ),
    Place("report of the practice", "reports.practice", "administrator", at("/practice/report")),
    Place(
        "report, a chart", "reports.clinician", "clinician", report("clinician", "?explore=flags")
    ),
    Place("questions", "questions.index", "clinician", question()),
    *(
        Place(f"question, {asked}", "questions.show", WHO, question(asked.value))
        for asked in SupervisionQuestion
    ),
    Place("question, empty", "questions.show", "newcomer", question("silent", "newcomer")),
    Place("agenda, errors", None, WHO, action_for_nobody, 422),
)
