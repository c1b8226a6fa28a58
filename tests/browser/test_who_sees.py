"""A supervisor reads what a supervisee sees and answers nothing; an outsider finds nothing there."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visit import sign_in


def test_a_supervisor_reads_the_caseload_and_the_record(visit):
    page = visit.page("supervisor")
    page.goto("/")
    page.get_by_role("link", name="Caseload of Noor Haddad").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("clients of Noor Haddad need an answer")
    )
    assert page.locator("tbody tr").count() == 14
    assert page.get_by_role("link", name=re.compile("^Log ")).count() == 0
    page.locator(f"a[href='/clients/{visit.site.demo['AK']}']").click()
    expect(page.locator("figure.chart").first).to_be_visible()
    assert page.get_by_role("link", name=re.compile("^Log ")).count() == 0


def test_a_supervisor_sees_a_check_in_without_its_form(visit):
    page = visit.page("supervisor")
    page.goto(f"/flags/{visit.site.flag_of(visit.site.demo['AK'])}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bond went from 8 to 5")
    assert page.locator("form[action$='/review']").count() == 1  # which is supervision's own
    assert page.get_by_role("button", name="Save answer").count() == 0


@pytest.mark.parametrize("who", ["outsider", "administrator", "alone"])
def test_a_record_is_not_there_for_anyone_else(visit, who):
    visit.expect(404)
    page = visit.page(who)
    answer = page.goto(f"/clients/{visit.site.demo['AK']}")
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing here for you")


def test_signing_out_closes_the_door_behind(visit):
    page = visit.page(None)
    sign_in(page, "clinician")
    page.locator(".person-menu > summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.go_back()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
