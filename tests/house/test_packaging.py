"""Templates and style sheets are found in a checkout and in an installed wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tracker.app import beside

ROOT = Path(__file__).resolve().parents[2]
LOOK = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import tracker.app
from tracker.config import Settings
assert Path(tracker.app.__file__).is_relative_to(sys.argv[1]), tracker.app.__file__
from tracker.cli.instance import ready
browser = ready(Settings(instance=Path(sys.argv[2]))).test_client()
page = browser.get("/sign-in")
assert page.status_code == 200, page.status
assert browser.get("/static/css/base.css").status_code == 200
print("found")
"""


@pytest.mark.parametrize("name", ["templates", "static"])
def test_they_are_found_in_the_checkout(name: str) -> None:
    assert beside(name) == ROOT / name
    assert beside(name).is_dir()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_carries_them_and_nothing_that_is_not_needed(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for path in [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static").rglob("*.css")]:
        assert f"tracker/{path.relative_to(ROOT).as_posix()}" in names
    for path in (ROOT / "tracker" / "reference" / "measures").glob("*.toml"):
        assert f"tracker/reference/measures/{path.name}" in names
    assert not [name for name in names if name.startswith(("tests/", "instance/", "docs/"))]


def test_they_are_found_when_installed(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    command = [sys.executable, "-P", "-c", LOOK, str(installed), str(tmp_path / "instance")]
    answer = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert answer.stdout.strip() == "found", answer.stderr
