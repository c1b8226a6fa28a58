"""Files stay short, public functions say what comes back, and nothing points to another host."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted([*(ROOT / "tracker").rglob("*.py"), *(ROOT / "requirements").glob("*.py")])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SHOWN = sorted([*(ROOT / "templates").rglob("*.html"), *(ROOT / "static").rglob("*.*")])
LONGEST_FILE = 500
LONGEST_FUNCTION = 30
LONGEST_LINE = 120


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def is_migration(path: Path) -> bool:
    return path.parent.name == "versions"


@pytest.mark.parametrize(
    "path", [p for p in [*CODE, *SHOWN, *TESTS] if not is_migration(p)], ids=name_of
)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def functions(path: Path) -> list[ast.FunctionDef]:
    """The functions and methods of a file, without those inside of functions."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    classes = [node for node in body if isinstance(node, ast.ClassDef)]
    inside = [node for found in classes for node in found.body]
    return [node for node in [*body, *inside] if isinstance(node, ast.FunctionDef)]


def body_lines(node: ast.FunctionDef) -> int:
    """The lines of a function without its signature and docstring."""
    body = node.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", [p for p in CODE if not is_migration(p)], ids=name_of)
def test_functions_are_short_and_public_ones_say_what_comes_back(path: Path) -> None:
    for node in functions(path):
        assert body_lines(node) <= LONGEST_FUNCTION, f"{node.name} is {body_lines(node)} lines long"
        if not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


@pytest.mark.parametrize("path", [p for p in CODE if not is_migration(p)], ids=name_of)
def test_lines_fit_on_a_page(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        assert len(line) <= LONGEST_LINE, f"line {number}"


@pytest.mark.parametrize("path", SHOWN, ids=name_of)
def test_pages_load_and_link_nothing_from_other_hosts(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"(https?:)?//[\w.-]+\.\w", text), "an address of another host"


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.html")), ids=name_of)
def test_templates_have_no_inline_script_or_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    for script in re.findall(r"<script[^>]*>", text):
        assert "src=" in script or 'type="application/json"' in script


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.lock")), ids=name_of)
def test_the_locks_pin_and_hash_everything_and_name_no_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip()]
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_nothing_is_left_to_be_done_later() -> None:
    for path in [*CODE, *SHOWN]:
        text = path.read_text(encoding="utf-8").lower()
        for word in ("todo", "fixme", "xxx"):
            assert word not in text, f"{path}: {word}"


def test_every_setting_of_the_environment_is_in_the_docs() -> None:
    used = set()
    for path in CODE:
        used |= set(re.findall(r"TRACKER_[A-Z_]+(?=\")", path.read_text(encoding="utf-8")))
    environment = {
        name
        for name in used
        if name
        not in {"TRACKER_AUDIT_KEY", "TRACKER_SESSION_INFO", "TRACKER_ASSETS", "TRACKER_SITE"}
    }
    documented = set(
        re.findall(r"TRACKER_[A-Z_]+", (ROOT / "docs" / "settings.md").read_text(encoding="utf-8"))
    )
    assert environment <= documented
    assert len(environment) >= 4
