"""The visits of these tests themselves: what would make a test fail for a reason of its own."""


def test_somebody_whose_sign_in_lapsed_between_two_tests_is_signed_in_again(visit, site):
    page = visit.page("outsider")
    [cookie] = [kept for kept in page.context.cookies() if kept["name"] == "session"]
    assert site.holds(cookie["value"])
    site.end_sign_in(cookie["value"])
    assert not site.holds(cookie["value"])
    page = visit.page("outsider")
    page.goto("/help")
    assert page.locator(".person-menu > summary").is_visible()
