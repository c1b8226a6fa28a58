"""The pages on using the product name its buttons, links and pages as the product does, and show it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("clinician.md", "supervisor.md", "administrator.md")


def in_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def product() -> str:
    """Every word that a page of the product can show, and the code around it."""
    files = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "tracker").rglob("*.py")]
    return in_one_line("\n".join(path.read_text(encoding="utf-8") for path in files))


@pytest.mark.parametrize("name", PAGES)
def test_what_stands_in_italics_is_written_so_in_the_product(name: str, product: str) -> None:
    text = in_one_line((ROOT / "docs" / name).read_text(encoding="utf-8"))
    named = re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", text)
    assert len(named) > 5
    for way in named:
        for step in way.split(", "):  # "Settings, Password" is a way through two pages
            assert step in product, f"{step!r} is nowhere in the product"


@pytest.mark.parametrize("name", PAGES)
def test_each_has_pictures_and_says_fictional_data_only(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert len(re.findall(r"!\[[^\]]{10,}\]\(screenshots/[\w-]+\.png\)", text)) >= 2
    assert "Fictional data only" in text
