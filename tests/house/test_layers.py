"""The house: imports go downwards, and what matters for it is written the same everywhere."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tracker"
FLOORS = {
    "domain": 0,
    "models": 1,
    "charts": 1,
    "analysis": 1,
    "reference": 1,
    "services": 2,
    "web": 3,
    "cli": 3,
}
MODULES = sorted(PACKAGE.rglob("*.py"))
# Flask and click live on floor 3. The account is one class with Flask-Security's, which wants its mixin.
FLASK_BELOW = {"models/accounts.py": {"flask_security"}}


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def imports(path: Path) -> set[str]:
    """Every module that a file imports, at the top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(module: str) -> str | None:
    """The room of a module of the product, or None for what stands outside the floors."""
    parts = module.split(".")
    return parts[1] if parts[0] == "tracker" and len(parts) > 1 and parts[1] in FLOORS else None


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_downwards(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0]
    if own not in FLOORS:
        return
    for module in imports(path):
        other = room(module)
        if other and other != own:
            assert FLOORS[other] < FLOORS[own], f"{own} imports {module}"
        if module.startswith("tracker.") and other is None and FLOORS[own] < 2:
            pytest.fail(f"{own} imports {module}, which stands outside the floors")


@pytest.mark.parametrize("path", sorted((PACKAGE / "domain").glob("*.py")), ids=name_of)
def test_the_domain_needs_nothing_but_the_standard_library_and_asks_no_clock(path: Path) -> None:
    for module in imports(path):
        top = module.split(".")[0]
        assert top == "tracker" or top in sys.stdlib_module_names
        assert top not in {"os", "pathlib", "sqlite3", "socket", "time", "random", "secrets", "io"}
    text = path.read_text(encoding="utf-8")
    for call in ("datetime.now", "date.today", "utcnow", "float("):
        assert call not in text, f"{path.name} says {call}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_flask_and_click_live_on_floor_three(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0]
    if FLOORS.get(own, 3) == 3:
        return
    for module in imports(path):
        top = module.split(".")[0]
        if top.startswith("flask") or top in {"click", "wtforms", "werkzeug"}:
            assert top in FLASK_BELOW.get(name_of(path), set())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_services_do_not_commit_and_pages_do_not_query(path: Path) -> None:
    own, text = path.relative_to(PACKAGE).parts[0], path.read_text(encoding="utf-8")
    if own == "services":
        assert ".commit(" not in text
        assert ".rollback(" not in text
    if own == "web":
        assert "select(" not in text


def test_heavy_libraries_are_not_loaded_with_the_app() -> None:
    """Those who analyse tables load pandas at once; nobody loads them before a table is there."""
    for path in MODULES:
        if name_of(path).startswith("analysis"):
            continue
        tops = {
            alias.name.split(".")[0]
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in (
                [ast.alias(node.module or "")] if isinstance(node, ast.ImportFrom) else node.names
            )
        }
        assert not tops & {"pandas", "plotly", "numpy", "brotli", "gunicorn"}, path
        whole = [
            node.module or ""
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.ImportFrom)
        ]
        assert not [module for module in whole if module.startswith("tracker.analysis")], path
