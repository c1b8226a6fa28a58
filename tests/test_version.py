"""The version is the same wherever it is said."""

import re
import tomllib
from pathlib import Path

from click.testing import CliRunner

from tools.kept.__main__ import VERSION as KEPT
from tracker import __version__
from tracker.cli import main

ROOT = Path(__file__).resolve().parents[1]


def test_package_command_and_changelog_say_the_same_version() -> None:
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert package["project"]["version"] == __version__
    assert CliRunner().invoke(main, ["--version"]).output.split()[-1] == __version__
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert newest
    assert newest[1] == __version__


def test_the_kept_database_is_of_a_version_that_the_changelog_has() -> None:
    assert f"\n## {KEPT}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
