"""A therapy from its first session to its last, ended and taken up again; a session moved to the right client: with and
without scripts."""

from tests.browser.visit import WITH_AND_WITHOUT_SCRIPT, Visit


@WITH_AND_WITHOUT_SCRIPT
def test_a_therapy_is_ended_listed_and_taken_up_again(visit: Visit, *, script: bool) -> None:
    page = visit.page("writer", java_script_enabled=script)
    client_id = visit.site.client("8 8 8 8", "5 8 8 8")
    page.goto(f"/clients/{client_id}")
    code = page.locator("h1").inner_text().split()[0]
    page.get_by_text("More", exact=True).click()
    page.get_by_role("link", name="End the therapy").click()
    assert "1 check-in not talked about" in page.locator("main").inner_text()
    page.get_by_label("The client stopped coming").check()
    page.get_by_role("button", name="End the therapy").click()
    assert "stopped coming" in page.locator("main").inner_text()
    page.goto("/")
    assert page.get_by_role("link", name=code, exact=True).count() == 0
    page.get_by_role("link", name="Ended").click()
    page.get_by_role("link", name=code, exact=True).click()
    page.get_by_role("link", name="Take it up again").click()
    page.get_by_role("button", name="Take it up again").click()
    assert "Bond fell from 8 to 5" in page.locator("main").inner_text()
    page.goto("/")
    assert page.get_by_role("link", name=code, exact=True).count() == 1


@WITH_AND_WITHOUT_SCRIPT
def test_a_session_is_moved_to_the_right_client_with_its_flag(
    visit: Visit, *, script: bool
) -> None:
    page = visit.page("writer", java_script_enabled=script)
    right = visit.site.client("9 9 9 9")
    page.goto(f"/clients/{right}")
    code = page.locator("h1").inner_text().split()[0]
    wrong = visit.site.client("8 8 8 8", "4 8 8 8")
    page.goto(f"/clients/{wrong}/sessions")
    page.get_by_role("link", name="Session 2", exact=True).click()
    page.get_by_role("link", name="Move or take back").click()
    page.get_by_label("Move it with its ratings to the right client").check()
    page.get_by_label("Code of the right client").fill(code)
    page.get_by_label("Why?").fill("Entered for the wrong client")
    page.get_by_role("button", name="See what it does").click()
    assert "Appears: Check in, session 2: Bond 9 → 4" in page.locator("main").inner_text()
    page.get_by_role("button", name="Move it").click()
    assert "Withdrawn: session moved" in page.locator("main").inner_text()
    page.goto(f"/clients/{right}")
    assert "Bond fell from 9 to 4" in page.locator("main").inner_text()
