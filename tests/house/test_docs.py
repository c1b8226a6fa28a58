"""The pages of docs/ that are made from the code say what the code says."""

import pytest

from tools.docs import FOLDER, PAGES, text_of


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_from_the_code_is_not_stale(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == text_of(name), "make docs"
