"""The clinician's browser; and no request of these tests changes anything that the audit trail does not know of."""

from collections.abc import Iterator

import pytest

from tests.conftest import Browser, Cast
from tests.web.answering import forms_sent_on_otherwise
from tests.web.auditing import changes_without_an_entry, entries_that_say_too_little


@pytest.fixture(autouse=True)
def every_change_is_audited() -> Iterator[None]:
    """An entry is never later than the change that it records: both are in one transaction."""
    with changes_without_an_entry() as unaudited, entries_that_say_too_little() as saying_little:
        yield
    assert unaudited == [], "changed without an entry in the same transaction"
    assert saying_little == [], "recorded without who did it, or what it was done to"


@pytest.fixture(autouse=True)
def every_form_is_sent_on_by_303() -> Iterator[None]:
    """Or a browser that goes back, or loads the next page again, could send it once more."""
    with forms_sent_on_otherwise() as sent_on:
        yield
    assert sent_on == [], "sent on by another code than 303"


@pytest.fixture
def page(browser: Browser, cast: Cast) -> Browser:
    """The clinician's browser."""
    return browser.sign_in_as(cast.clinician)
