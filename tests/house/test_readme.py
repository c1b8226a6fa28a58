"""The README is one page; what it and the other pages of the root show, name and link is there."""

import re
from pathlib import Path

from tracker.web.words.settings import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")]


def anchors(page: Path) -> set[str]:
    """The names that a forge gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_picture_page_and_heading_that_is_linked_exists() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            name, _, anchor = target.partition("#")
            path = page.parent / name if name else page
            assert path.exists(), f"{page.name}: {target}"
            assert not anchor or anchor in anchors(path), f"{page.name}: {target}"


def test_the_readme_is_one_page() -> None:
    assert len(README.split()) <= 500


def test_the_readme_has_one_picture_and_says_what_how_and_where_to_read_on() -> None:
    assert re.findall(r"^## (.+)$", README, re.MULTILINE) == [
        "Try it",
        "Run it for yourself",
        "Read on",
    ]
    assert len(re.findall(r"!\[[^\]]+\]\(docs/screenshots/", README)) == 1


def test_every_make_word_in_the_readme_is_in_the_makefile() -> None:
    words = set(re.findall(r"make ([a-z-]+)", README))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert words <= targets, words - targets
    assert {"demo", "test", "run", "setup", "demo-reset", "docs"} <= words


def test_the_readme_says_fictional_data_only() -> None:
    assert "Fictional data only" in README


def test_every_setting_of_a_page_is_in_the_docs_as_the_page_says_it() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for setting in SETTINGS:
        row = (setting.name, setting.where, setting.who, setting.default, setting.meaning)
        assert f"| {' | '.join(row)} |" in text
