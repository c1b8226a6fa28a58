"""The clinician's browser; and no request of these tests changes anything that the audit trail does not know of."""

from collections.abc import Iterator

import pytest

from tests.conftest import Browser, Cast
from tests.web.auditing import changes_without_an_entry


@pytest.fixture(autouse=True)
def every_change_is_audited() -> Iterator[None]:
    """An entry is never later than the change that it records: both are in one transaction."""
    with changes_without_an_entry() as unaudited:
        yield
    assert unaudited == [], "changed without an entry in the same transaction"


@pytest.fixture
def page(browser: Browser, cast: Cast) -> Browser:
    """The clinician's browser."""
    return browser.sign_in_as(cast.clinician)
