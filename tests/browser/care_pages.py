"""The pages of care beside the ratings: what is scheduled, coming back, goals, adaptations."""

from playwright.sync_api import Page

from tests.browser.reach import Place, Reach, sent
from tests.browser.site import Site


def schedule(initials: str) -> Reach:
    """Open what is scheduled for a demo client."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/schedule")


def ahead(page: Page, site: Site) -> None:
    """Say what became of a scheduled session."""
    schedule("ES")(page, site)
    page.get_by_role("link", name="Move or cancel").first.click()


def missed(page: Page, site: Site) -> None:
    """Open the conversation about a missed session."""
    page.goto(f"/clients/{site.demo['AK']}/sessions")
    page.get_by_role("link", name="Session 4", exact=True).click()
    page.get_by_role("link", name="see the conversation").click()


def goal_list(initials: str) -> Reach:
    """Open the goals of a demo client."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/goals")


def goal(page: Page, site: Site) -> None:
    """Open the first goal of a demo client."""
    goal_list("AK")(page, site)
    page.locator(".goals a").first.click()


def unsaid(page: Page, site: Site) -> None:
    """Say that a goal ended, and not how."""
    goal(page, site)
    page.get_by_text("Say how it ended").click()
    with page.expect_navigation():
        page.locator("main details[open] button").click()


def goal_entry(page: Page, site: Site) -> None:
    """Open an entry of a goal, to be corrected."""
    goal(page, site)
    page.get_by_role("link", name="Correct").first.click()


def many_goals(page: Page, site: Site) -> None:
    """Set goals with long sentences, correct one, drop another."""
    page.goto(f"/clients/{site.client('8 8 8 8', '8 8 8 8')}/goals")
    for wording in ("Averylongwordthatdoesnotbreak" * 5, "To be able to say what I need. " * 5):
        if not page.get_by_label("The goal, in the client's words").is_visible():
            page.get_by_text("Set a goal").click()
        page.get_by_label("The goal, in the client's words").fill(wording)
        page.get_by_role("button", name="Set goal").click()
    page.locator(".goals a").last.click()
    page.get_by_text("Say how it ended").click()
    page.get_by_label("It is dropped", exact=True).check()
    page.get_by_label("One line; why").fill(
        "We found something that matters more to the client now"
    )
    page.locator("main details[open] button").click()
    page.get_by_role("link", name="Correct").first.click()
    page.get_by_label("The goal").fill("To say what I need")
    page.get_by_label("Why is it corrected?").fill("Too long")
    page.get_by_role("button", name="Save correction").click()


def adapted(initials: str) -> Reach:
    """Open the adaptations of a demo client."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/adaptations")


def adaptation(page: Page, site: Site) -> None:
    """Open an adaptation, to be corrected."""
    adapted("BM")(page, site)
    page.get_by_role("link", name="Correct").first.click()


def aims(initials: str) -> Reach:
    """Open the objectives of a demo client."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/objectives")


def aim(title: str, initials: str = "AK") -> Reach:
    """Open an objective of a demo client."""

    def reach(page: Page, site: Site) -> None:
        aims(initials)(page, site)
        page.locator(".objectives").get_by_role("link", name=title, exact=True).click()

    return reach


def new_aim(template: str, initials: str = "ES") -> Reach:
    """Open the form of a template for a demo client."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/objectives/new/{template}")


def wrong_aim(page: Page, site: Site) -> None:
    """Send a template's form with a number that makes no sense."""
    new_aim("task-agreement")(page, site)
    page.get_by_label("How many times").fill("many")
    with page.expect_navigation():
        page.get_by_role("button", name="Set objective").click()


def change_aim(page: Page, site: Site) -> None:
    """Open the form that changes an objective."""
    aim("Staying in therapy")(page, site)
    page.get_by_role("link", name="Change it").click()


def changed_aim(page: Page, site: Site) -> None:
    """Set an objective with a long wording, change it, close it by hand."""
    page.goto(f"/clients/{site.client('8 8 8 8', '8 8 8 8')}/objectives/new/bond")
    page.get_by_label("In your words").fill("Averylongwordthatdoesnotbreak" * 5)
    page.get_by_role("button", name="Set objective").click()
    page.get_by_role("link", name="Change it").click()
    page.get_by_label("How many times").fill("4")
    page.get_by_label("Why is it changed?").fill("Three were there already")
    page.get_by_role("button", name="Save change").click()
    page.get_by_text("Close it by hand").click()
    page.get_by_label("Why it is closed").fill("We look at something else now")
    page.get_by_role("button", name="Close").click()


def unreasoned(page: Page, site: Site) -> None:
    """Close an objective without a reason."""
    aim("Staying in therapy")(page, site)
    page.get_by_text("Close it by hand").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Close").click()


def note(page: Page, site: Site) -> None:
    """Open the note of a demo client's last session."""
    page.goto(f"/clients/{site.demo['AK']}/sessions")
    page.get_by_role("link", name="Session 9", exact=True).click()
    page.get_by_role("link", name="Note to paste").click()


def handoff(initials: str) -> Reach:
    """Open the transfer summary of a demo client."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/handoff")


CARE = (
    Place("note to paste", "notes.session", "clinician", note),
    Place("handoff", "notes.handoff", "clinician", handoff("BM")),
    Place("handoff, nothing yet", "notes.handoff", "clinician", handoff("MV")),
    Place("handoff, supervised", "notes.handoff", "supervisor", handoff("AK")),
    Place("objectives", "objectives.index", "clinician", aims("AK")),
    Place("objectives, nothing yet", "objectives.index", "clinician", aims("MV")),
    Place("objectives, supervised", "objectives.index", "supervisor", aims("AK")),
    Place("set an objective", "objectives.new", "clinician", new_aim("task-agreement")),
    Place("set an objective, errors", "objectives.new", "clinician", wrong_aim, 422),
    Place("set an objective of my own", "objectives.new", "clinician", new_aim("own-complete")),
    Place("objective", "objectives.show", "clinician", aim("Staying in therapy")),
    Place(
        "objective, months",
        "objectives.show",
        "supervisor",
        aim("Fitting the work to the person", "BM"),
    ),
    Place("objective, errors", "objectives.show", "clinician", unreasoned, 422),
    Place("objective, changed", "objectives.show", "writer", changed_aim),
    Place("change an objective", "objectives.edit", "clinician", change_aim),
    Place("change an objective, errors", "objectives.edit", "clinician", sent(change_aim), 422),
    Place("goals", "goals.index", "clinician", goal_list("AK")),
    Place("goals, nothing yet", "goals.index", "clinician", goal_list("MV")),
    Place("goals, supervised", "goals.index", "supervisor", goal_list("AK")),
    Place(
        "goals, errors",
        "goals.index",
        "clinician",
        sent(goal_list("MV"), "button:text-is('Set goal')"),
        422,
    ),
    Place("goal", "goals.show", "clinician", goal),
    Place("goal, errors", "goals.show", "clinician", unsaid, 422),
    Place("goal, corrected", "goals.show", "writer", many_goals),
    Place("correct a goal", "goals.edit", "clinician", goal_entry),
    Place("correct a goal, errors", "goals.edit", "clinician", sent(goal_entry), 422),
    Place("adaptations", "adaptations.index", "clinician", adapted("BM")),
    Place("adaptations, nothing yet", "adaptations.index", "clinician", adapted("MV")),
    Place("adaptations, errors", "adaptations.index", "clinician", sent(adapted("BM")), 422),
    Place("correct an adaptation", "adaptations.edit", "clinician", adaptation),
    Place("correct an adaptation, errors", "adaptations.edit", "clinician", sent(adaptation), 422),
    Place("schedule", "schedule.show", "clinician", schedule("ES")),
    Place("schedule, nothing", "schedule.show", "clinician", schedule("MV")),
    Place(
        "schedule, errors",
        "schedule.show",
        "clinician",
        sent(schedule("ES"), "button:text-is('Schedule')"),
        422,
    ),
    Place("what became of it", "schedule.became", "clinician", ahead),
    Place("what became of it, errors", "schedule.became", "clinician", sent(ahead), 422),
    Place("coming back", "reengagement.show", "clinician", missed),
)
