"""The pages about people, settings and the practice, in every state."""

from uuid import UUID, uuid4

from playwright.sync_api import Page

from tests.browser.reach import Place, Reach, at, sent
from tests.browser.site import Site
from tracker import clock, db
from tracker.domain.measures.priors import DESIGN_DEFAULT
from tracker.domain.people.access import Role
from tracker.domain.rules.own_estimates import EstimateKind
from tracker.models import PracticeEstimate
from tracker.services.access import supervision
from tracker.services.office.practice import PracticeSettings, change_practice
from tracker.services.people import accounts, reassigning
from tracker.services.record.estimates import numbers_of
from tracker.services.reports.thresholds import set_threshold

MAIN = "main form button"


def somebody(site: Site, *roles: Role) -> UUID:
    """The id of somebody who was just added."""
    with site.app.app_context(), db.transaction() as writing:
        user = accounts.add_account(
            writing,
            None,
            email=f"{uuid4().hex[:12]}@demo.example",
            name="Sofia Lindqvist-Okonkwo",
            roles=frozenset(roles or {Role.CLINICIAN}),
            password_hash="no password",
            now=clock.now(),
        )
        return user.id


def person(*roles: Role, then: str = "") -> Reach:
    """Open the page of somebody who was just added."""
    return lambda page, site: page.goto(f"/people/{somebody(site, *roles)}{then}")


def of(name: str, then: str = "") -> Reach:
    """Open the page of one of the site's people."""
    return lambda page, site: page.goto(f"/people/{site.people[name].id}{then}")


def press(first: Reach, name: str) -> Reach:
    """Reach a page and press the button of that name."""

    def reach(page: Page, site: Site) -> None:
        first(page, site)
        with page.expect_navigation():
            page.get_by_role("button", name=name).first.click()

    return reach


def nameless(page: Page, site: Site) -> None:
    """Take name and roles from somebody."""
    page.goto(f"/people/{somebody(site)}")
    page.get_by_label("Name").fill("")
    for box in page.get_by_role("checkbox").all():
        box.uncheck()


def stale_person(page: Page, site: Site) -> None:
    """Save a person that somebody else has changed since."""
    user_id = somebody(site)
    page.goto(f"/people/{user_id}")
    details = accounts.AccountDetails(
        f"{uuid4().hex}@demo.example", "Sofia Okonkwo", frozenset(Role)
    )
    with site.app.app_context(), db.transaction() as writing:
        accounts.edit_account(writing, None, user_id, details, "1", now=clock.now())
    page.get_by_label("Name").fill("Sofia Lindqvist")
    with page.expect_navigation():
        page.get_by_role("button", name="Save details").click()


def shown_again(page: Page, site: Site) -> None:
    """Send the button for a one-time code twice."""
    page.goto(f"/people/{somebody(site)}")
    fields = page.locator("form[action$='/code']").evaluate(
        "f => Object.fromEntries(new FormData(f))"
    )
    action = page.locator("form[action$='/code']").get_attribute("action")
    page.request.post(action, form=fields)
    with page.expect_navigation():
        page.get_by_role("button", name="Give a one-time code").click()


def disabled(page: Page, site: Site) -> None:
    """Open somebody whose account is disabled, and who handed a client over before."""
    user_id = somebody(site)
    writer = site.people["writer"].id
    site.client()
    with site.app.app_context(), db.transaction() as writing:
        reassigning.reassign(writing, None, writer, user_id, "Parental leave", now=clock.now())
        reassigning.reassign(writing, None, user_id, writer, "Back again", now=clock.now())
        accounts.disable(writing, None, user_id, now=clock.now())
    page.goto(f"/people/{user_id}")


def linked(page: Page, site: Site) -> None:
    """Open the links of a supervisor who has two."""
    user_id, now = somebody(site, Role.SUPERVISOR), clock.now()
    with site.app.app_context(), db.transaction() as writing:
        for name in ("clinician", "writer"):
            supervision.link_supervision(
                writing,
                supervisor=user_id,
                clinician=site.people[name].id,
                starts_on=site.today,
                now=now,
            )
    page.goto(f"/people/{user_id}/supervision")


def stale_practice(page: Page, site: Site) -> None:
    """Save practice settings that somebody else has changed since."""
    page.goto("/practice")
    with site.app.app_context(), db.transaction() as writing:
        name = f"Harbour practice {uuid4().hex[:4]}"
        change_practice(writing, None, PracticeSettings(name=name), now=clock.now())
    page.get_by_label("Name").fill("Lighthouse practice")
    with page.expect_navigation():
        page.locator(MAIN).first.click()


def no_measure(page: Page, site: Site) -> None:
    """Save a practice without name and without any measure."""
    page.goto("/practice")
    page.get_by_label("Name").fill("")
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    with page.expect_navigation():
        page.locator(MAIN).first.click()


def with_history(page: Page, site: Site) -> None:
    """Open a threshold that was set and set back."""
    with site.app.app_context(), db.transaction() as writing:
        for points in ("1.5", "2"):
            reason = "Supervision group: too many prompts after short sessions"
            set_threshold(writing, None, "srs", points, reason, now=clock.now())
    page.goto("/practice/thresholds/srs")


def _kept(clients: int) -> PracticeEstimate:
    """A prior of the SRS as it is kept, from so many clients; from none: given up."""
    return PracticeEstimate(
        measure_key="srs",
        scored_as=1,
        kind=EstimateKind.PRIOR,
        numbers=numbers_of(DESIGN_DEFAULT) if clients else {},
        source=f"240 ratings from {clients} of this practice's own clients" if clients else "",
        clients=clients,
        ratings=8 * clients,
        reason="Our own clients mark lower than was assumed, and differ less from each other",
        set_at=clock.now(),
    )


def adopted(page: Page, site: Site) -> None:
    """Open a measure with an estimate that was adopted, given up, and adopted again."""
    for clients in (30, 0, 34):
        with site.app.app_context(), db.transaction() as writing:
            writing.add(_kept(clients))
    page.goto("/practice/own-ratings/srs")


def wrong_code(page: Page, site: Site) -> None:
    """Try a code that is none."""
    page.goto("/reset")
    page.get_by_label("E-mail address").fill(f"{uuid4().hex}@demo.example")
    page.get_by_label("One-time code").fill("ACDE-FGHJ-KMNP-QRTU")
    page.get_by_label("New password", exact=True).fill("a new and long one")
    page.get_by_label("New password again").fill("a new and long one")
    with page.expect_navigation():
        page.get_by_role("button", name="Save password").click()


BOSS = "administrator"
PEOPLE = (
    Place("people", "accounts.index", BOSS, at("/people")),
    Place("add a person", "accounts.new", BOSS, at("/people/new")),
    Place("add a person, errors", "accounts.new", BOSS, sent(at("/people/new"), MAIN), 422),
    Place("person", "accounts.show", BOSS, of("clinician")),
    Place("person, new", "accounts.show", BOSS, person(Role.SUPERVISOR)),
    Place(
        "person, errors",
        "accounts.show",
        BOSS,
        press(nameless, "Save details"),
        422,
    ),
    Place("person, stale", "accounts.show", BOSS, stale_person, 409),
    Place("person, disabled", "accounts.show", BOSS, disabled),
    Place("one-time code", None, BOSS, press(person(), "Give a one-time code")),
    Place("one-time code, again", None, BOSS, shown_again),
    Place("disable, refused", None, BOSS, press(of("clinician"), "Disable"), 409),
    Place("reassign", "accounts.reassign_form", BOSS, of("clinician", "/reassign")),
    Place(
        "reassign, errors",
        "accounts.reassign_form",
        BOSS,
        sent(of("clinician", "/reassign"), MAIN),
        422,
    ),
    Place("reassign, nobody", "accounts.reassign_form", BOSS, person(then="/reassign")),
    Place("supervision links", "supervision.show", BOSS, linked),
    Place("supervision links, none", "supervision.show", BOSS, person(then="/supervision")),
    Place(
        "supervision links, errors",
        "supervision.show",
        BOSS,
        press(person(Role.SUPERVISOR, then="/supervision"), "Save link"),
        422,
    ),
    Place("choose a password", "passwords.reset_form", None, at("/reset")),
    Place("choose a password, errors", "passwords.reset_form", None, sent(at("/reset"), MAIN), 422),
    Place("choose a password, wrong code", "passwords.reset_form", None, wrong_code, 422),
    Place("settings", "my_settings.show", "writer", at("/settings")),
    Place("settings, administrator", "my_settings.show", BOSS, at("/settings")),
    Place("change password", "my_settings.password_form", "writer", at("/settings/password")),
    Place(
        "change password, errors",
        "my_settings.password_form",
        "writer",
        sent(at("/settings/password"), MAIN),
        422,
    ),
    Place("pin", "my_settings.pin_form", "writer", at("/settings/pin")),
    Place("pin, errors", "my_settings.pin_form", "writer", sent(at("/settings/pin"), MAIN), 422),
    Place("sign-ins", "my_settings.where", "writer", at("/settings/sign-ins")),
    Place("practice", "practice.show", BOSS, at("/practice")),
    Place("practice, errors", "practice.show", BOSS, no_measure, 422),
    Place("practice, stale", "practice.show", BOSS, stale_practice, 409),
    Place("thresholds", "practice.index", BOSS, at("/practice/thresholds")),
    Place("threshold", "practice.threshold", BOSS, at("/practice/thresholds/session-check")),
    Place("threshold, history", "practice.threshold", BOSS, with_history),
    Place(
        "threshold, errors",
        "practice.threshold",
        BOSS,
        sent(at("/practice/thresholds/alliance-items"), MAIN),
        422,
    ),
    Place("own ratings", "estimates.index", BOSS, at("/practice/own-ratings")),
    Place(
        "own ratings of a measure",
        "estimates.show",
        BOSS,
        at("/practice/own-ratings/session-check"),
    ),
    Place("own ratings, adopted", "estimates.show", BOSS, adopted),
    Place("own ratings, errors", "estimates.show", BOSS, sent(adopted, MAIN), 422),
    Place("accessibility", "about.accessibility", None, at("/accessibility")),
    Place("privacy", "about.privacy", "clinician", at("/privacy")),
)
