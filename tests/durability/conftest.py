"""The clinician's browser."""

import pytest

from tests.conftest import Browser, Cast


@pytest.fixture
def page(browser: Browser, cast: Cast) -> Browser:
    """The clinician's browser."""
    return browser.sign_in_as(cast.clinician)
