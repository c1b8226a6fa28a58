"""The box that finds, in the browser: sent, never in an address; what one may see, and nothing else."""

from sqlalchemy import func, select

from tests.conftest import Browser, Cast
from tests.services.record.test_finding import add, code_of
from tests.web.care.test_usual_range import text_of
from tracker import db
from tracker.models import AuditEntry


def audit_entries() -> int:
    with db.reading() as reading:
        looked = AuditEntry.event == "clients.looked_for"
        return reading.scalar(select(func.count()).select_from(AuditEntry).where(looked)) or 0


def test_clients_and_texts_are_found_together(page: Browser, cast: Cast) -> None:
    made = add(cast.clinician, initials="QX", own_reference="Rupture case")
    given = page.send("/find", looked_for="rupture")
    assert given.status_code == 200
    text = text_of(given)
    assert f"{code_of(made)} QX Rupture case" in text
    assert text.count("Library") > 1
    assert f'href="/clients/{made}"' in given.text
    assert audit_entries() == 1


def test_the_box_gets_the_results_alone(page: Browser, cast: Cast) -> None:
    made = add(cast.clinician, initials="QX")
    data = {"csrf_token": page.token(), "looked_for": "qx"}
    part = page.client.post("/find", data=data, headers={"X-Part": "results"})
    assert "<html" not in part.text
    assert str(made) in part.text
    assert page.client.post("/find", data={"looked_for": "qx"}).status_code == 400


def test_nothing_typed_and_nothing_found_leave_no_entry(page: Browser, cast: Cast) -> None:
    assert "Nothing fits" not in page.client.get("/find").text
    for typed, says in (("", False), ("zzqq", True), ("x" * 5000, True)):
        given = page.send("/find", looked_for=typed)
        assert (given.status_code, "Nothing fits" in given.text) == (200, says), typed[:9]
    assert audit_entries() == 0


def test_what_was_typed_is_shown_again_and_escaped(page: Browser, cast: Cast) -> None:
    given = page.send("/find", looked_for="<script>x</script>")
    assert "<script>x" not in given.text
    assert "&lt;script&gt;x" in given.text


def test_an_administrator_finds_the_library_alone(browser: Browser, cast: Cast) -> None:
    staff = browser.sign_in_as(cast.administrator)
    assert code_of(cast.client_id) not in staff.send(
        "/find", looked_for=code_of(cast.client_id)
    ).text.replace(f'value="{code_of(cast.client_id)}"', "")
    assert "Library" in staff.send("/find", looked_for="rupture").text


def test_an_own_reference_stands_on_the_caseload(page: Browser, cast: Cast) -> None:
    add(cast.clinician, own_reference="Blue folder")
    assert "Blue folder" in page.client.get("/").text
