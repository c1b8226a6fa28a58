"""The house: what import-linter's contracts in pyproject.toml cannot say. They hold the floors and the corridors."""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tracker"
MODULES = {str(path.relative_to(PACKAGE)): path for path in sorted(PACKAGE.rglob("*.py"))}
HEAVY = {"pandas", "plotly", "numpy", "brotli", "gunicorn"}
MACHINE = {"os", "pathlib", "sqlite3", "socket", "time", "random", "secrets", "io"}


def within(folder: str) -> dict[str, str]:
    """The text of every module of a floor, by its name."""
    texts = {
        name: path.read_text(encoding="utf-8")
        for name, path in MODULES.items()
        if name.startswith(f"{folder}/")
    }
    assert len(texts) > 20
    return texts


def imported(nodes: list[ast.AST]) -> set[str]:
    """The modules that these statements import."""
    modules: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add(node.module or "." * node.level)
    return modules


def test_imports_are_absolute() -> None:
    relative = [
        f"{name}:{node.lineno}"
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_the_domain_needs_nothing_but_the_standard_library_and_asks_no_clock() -> None:
    wrong = []
    for name, text in within("domain").items():
        tops = {module.split(".")[0] for module in imported(list(ast.walk(ast.parse(text))))}
        foreign = {top for top in tops if top != "tracker" and top not in sys.stdlib_module_names}
        wrong += [f"{name} imports {top}" for top in sorted(foreign | (tops & MACHINE))]
        calls = ("datetime.now", "date.today", "utcnow", "float(")
        wrong += [f"{name} says {call}" for call in calls if call in text]
    assert wrong == []


def test_services_do_not_commit_and_pages_do_not_query() -> None:
    ends = (".commit(", ".rollback(")
    wrong = [
        f"{n} says {end}" for n, text in within("services").items() for end in ends if end in text
    ]
    wrong += [f"{name} queries" for name, text in within("web").items() if "select(" in text]
    assert wrong == []


def test_heavy_libraries_are_not_loaded_with_the_app() -> None:
    """Those who analyse tables load pandas at once; nobody loads them before a table is there."""
    wrong = []
    for name, path in MODULES.items():
        if name.startswith("analysis/"):
            continue
        modules = imported(list(ast.parse(path.read_text(encoding="utf-8")).body))
        heavy = {module for module in modules if module.split(".")[0] in HEAVY}
        heavy |= {module for module in modules if module.startswith("tracker.analysis")}
        wrong += [f"{name} loads {module}" for module in sorted(heavy)]
    assert wrong == []


def test_of_the_pages_a_chart_of_a_report_alone_loads_pandas() -> None:
    """Inside of functions as well: who else asks for a library that takes a second to load is found here."""
    asking = {
        name
        for name, path in MODULES.items()
        if not name.startswith("analysis/")
        for module in imported(list(ast.walk(ast.parse(path.read_text(encoding="utf-8")))))
        if module.startswith(("pandas", "tracker.analysis"))
    }
    assert asking == {"cli/analyse.py", "services/reports/counts.py"}


def test_measures_and_library_reach_their_users_by_the_installation() -> None:
    """What is shipped is asked for where it is meant: in reference/, and where an installation is put together."""
    allowed = ("reference/", "services/installation.py")
    wrong = [
        f"{name} asks for what is shipped"
        for name, path in MODULES.items()
        if not name.startswith(allowed)
        and re.search(
            r"reference\.(loader|library) import .*\b(measures|shipped|library)\b|\b(loader|files)\.(measures|shipped|library)\(",
            path.read_text(encoding="utf-8"),
        )
    ]
    assert wrong == []


def test_nothing_is_kept_in_the_process() -> None:
    """Two applications in one process share no state: no module assigns to a global of its own."""
    wrong = [
        f"{name}:{node.lineno}"
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Global)
    ]
    assert wrong == []
