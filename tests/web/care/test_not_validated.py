"""A measure of which no validation is published says so on every page that shows its figures."""

from uuid import UUID

import pytest

from tests.conftest import Browser, Cast, new_client
from tests.services.recording import check_ins
from tests.web.sending import rated
from tracker import clock, db
from tracker.services.record import clients


def client_with_a_fall(page: Browser, cast: Cast, key: str) -> tuple[UUID, str]:
    """A client whose total on that measure falls far in the second session, and the address of that session."""
    with db.transaction() as writing:
        client = clients.add_client(writing, cast.clinician, new_client(key), now=clock.now())
    address = ""
    for total in ("15", "5"):
        marks = {k: v for k, v in rated().items() if not k.startswith("session-check.")}
        marks |= {f"{key}.client.total": total, "another_that_day": "y"}
        saved = page.send(f"/clients/{client.id}/sessions/new", **marks)
        assert saved.status_code == 303
        address = saved.location.removesuffix("/saved")
    return client.id, address


@pytest.mark.parametrize(("key", "short"), [("wai-b3", "WAI-B3"), ("csrs", "CSRS")])
def test_pages_with_its_figures_say_that_it_is_not_validated(
    page: Browser, cast: Cast, key: str, short: str
) -> None:
    client_id, session = client_with_a_fall(page, cast, key)
    flag = check_ins(cast, client_id)[0]
    for address in (
        f"/clients/{client_id}",
        f"/clients/{client_id}/handoff",
        f"/clients/{client_id}/usual-range/{key}",
        session,
        f"{session}/saved",
        f"{session}/note",
        f"/flags/{flag.flag.id}",
        f"/measures/{key}",
        "/measures",
    ):
        shown = page.client.get(address)
        assert shown.status_code == 200, address
        assert short in shown.text or "Working Alliance" in shown.text or "Child" in shown.text
        assert "not validated" in shown.text.lower(), address


def test_one_that_is_validated_is_not_called_so(page: Browser, cast: Cast) -> None:
    client_id, session = client_with_a_fall(page, cast, "srs")
    for address in (f"/clients/{client_id}", session, f"{session}/saved"):
        assert "not validated" not in page.client.get(address).text.lower()
