"""How the answers lay on the screen goes along with a rating that is entered on a scale, and is never asked for."""

from dataclasses import replace

import pytest

from tests.conftest import Browser, Cast, new_client
from tests.services.handing import ratings_of
from tests.services.recording import record
from tests.web.sending import new_url, rated
from tracker import clock, db
from tracker.services.record import clients

FIELD = "session-check.client-layout"


@pytest.mark.parametrize(
    ("said", "kept"), [("one_row", "one_row"), ("two_rows", "two_rows"), ("", None), ("<b>", None)]
)
def test_what_the_page_says_is_kept_with_the_rating(
    page: Browser, cast: Cast, said: str, kept: str | None
) -> None:
    assert f'name="{FIELD}" value="" data-layout' in page.client.get(new_url(cast)).text
    therapist = {"session-check.therapist.strain": "none", "session-check.therapist-layout": said}
    saved = page.send(new_url(cast), **rated(**{FIELD: said, **therapist}))
    assert saved.status_code == 303
    ratings = ratings_of(cast, record(cast).course.sessions[-1].id)
    assert ratings["session-check", "client"].scale_layout == kept
    assert ratings["session-check", "therapist"].scale_layout is None  # nothing on a scale


def test_numbers_that_are_typed_have_no_layout(page: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        made = clients.add_client(
            writing, cast.clinician, new_client("wai-sr", "core-om"), now=clock.now()
        )
    form = page.client.get(new_url(replace(cast, client_id=made.id))).text
    assert "core-om.client.item_1" in form
    assert "data-layout" not in form


def test_what_was_not_stored_is_shown_without_it(page: Browser, cast: Cast) -> None:
    fields = rated(**{FIELD: "one_row", "form_key": "6f0f6b0c-0f5e-4b65-9d3f-0d6f3c1a2b11"})
    page.send(new_url(cast), **fields)
    again = page.send(new_url(cast), **{**fields, "session-check.client.bond": "3"})
    assert again.status_code == 422
    assert "Bond, client: 3" in again.text
    assert "one row" not in again.text
