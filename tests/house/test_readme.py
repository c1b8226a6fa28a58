"""What the README shows and names is there."""

import re
from pathlib import Path

from tracker.services.office.settings import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")]


def test_every_picture_and_page_that_is_linked_exists() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_make_word_in_the_readme_is_in_the_makefile() -> None:
    words = set(re.findall(r"make ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert {"demo", "test", "run", "setup", "demo-reset"} <= words & targets


def test_the_readme_says_fictional_data_only() -> None:
    assert "Fictional data only" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_of_a_page_is_in_the_docs_as_the_page_says_it() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for setting in SETTINGS:
        row = (setting.name, setting.where, setting.who, setting.default, setting.meaning)
        assert f"| {' | '.join(row)} |" in text
