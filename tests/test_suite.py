"""The suite keeps its own word: which tests run on which database, at which depth, and that no folder is forgotten."""

import ast
import calendar
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests import databases, depth

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "tests").rglob("test_*.py"))
REASON = "this is long enough to say something"


def mark(name: str, *args: str, **kwargs: str) -> list[pytest.Mark]:
    return [getattr(pytest.mark, name)(*args, **kwargs).mark]


@pytest.mark.parametrize(
    ("path", "marks", "usual", "everything"),
    [
        ("tests/services/care/test_x.py", [], databases.BOTH, databases.BOTH),
        ("tests/test_x.py", [], databases.BOTH, databases.BOTH),
        ("tests/web/care/test_x.py", [], ("sqlite",), databases.BOTH),
        (
            "tests/web/care/test_x.py",
            mark("both_databases", reason=REASON),
            databases.BOTH,
            databases.BOTH,
        ),
        (
            "tests/services/care/test_x.py",
            mark("one_database", reason=REASON),
            ("sqlite",),
            databases.BOTH,
        ),
        (
            "tests/services/care/test_x.py",
            mark("only_on", "postgresql", reason=REASON),
            ("postgresql",),
            ("postgresql",),
        ),
    ],
)
def test_a_test_runs_where_its_folder_and_its_marks_say(
    path: str, marks: list[pytest.Mark], usual: tuple[str, ...], everything: tuple[str, ...]
) -> None:
    assert databases.databases_of(path, marks, everything=False) == usual
    assert databases.databases_of(path, marks, everything=True) == everything


def test_the_nearest_mark_counts() -> None:
    near_and_far = mark("both_databases", reason=REASON) + mark("one_database", reason=REASON)
    assert databases.databases_of("tests/x.py", near_and_far, everything=False) == databases.BOTH


@pytest.mark.parametrize("given", [{}, {"reason": ""}, {"reason": "faster"}])
@pytest.mark.parametrize("name", databases.MARKS)
def test_a_mark_without_a_reason_stops_the_run(name: str, given: dict[str, str]) -> None:
    with pytest.raises(pytest.UsageError, match="needs a reason"):
        databases.databases_of("tests/x.py", mark(name, "sqlite", **given), everything=False)


def marked(path: Path, names: set[str]) -> set[str]:
    """The tests of a module that carry one of these marks, or all where the module does."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    tests = {n.name: n for n in body if isinstance(n, ast.FunctionDef) and n.name[:5] == "test_"}
    said = [
        n for n in body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "pytestmark"
    ]
    if any(f"mark.{name}" in ast.unparse(n) for n in said for name in names):
        return set(tests)
    return {
        name
        for name, node in tests.items()
        for decorator in node.decorator_list
        if any(f"mark.{each}" in ast.unparse(decorator) for each in names)
    }


def collected(*words: str) -> dict[str, set[str]]:
    """Which databases each test of the app is collected for, by its address without parameters."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    asked = subprocess.run(
        [*command, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert asked.returncode == 0, asked.stdout + asked.stderr
    databases_by_address = defaultdict(set)
    for line in asked.stdout.splitlines():
        address, _, parameters = line.partition("[")
        databases_by_address[address] |= set(databases.BOTH) & set(re.split(r"[-\]]", parameters))
    return {address: on for address, on in databases_by_address.items() if on}


def test_every_service_is_tested_on_both_databases_unless_it_says_why_not() -> None:
    found = collected("tests/services")
    assert len(found) > 400
    excused = {
        f"{path.relative_to(ROOT).as_posix()}::{name}"
        for path in MODULES
        for name in marked(path, {"one_database", "only_on"})
    }
    alone = {address for address, on in found.items() if len(on) == 1}
    assert alone == excused & found.keys()


def test_long_runs_take_the_pages_to_both_databases_too() -> None:
    found = collected("tests/web/care/test_goals.py", "--depth", "long")
    assert found
    assert {frozenset(on) for on in found.values()} == {frozenset(databases.BOTH)}


def test_deeper_runs_try_more() -> None:
    assert depth.NAMES[depth.depth()] in depth.NAMES
    assert depth.MORE[depth.USUAL] == 1
    assert depth.MORE[depth.USUAL] < depth.MORE[depth.LONG] < depth.MORE[depth.SOAK]
    assert depth.examples(7) == 7 * depth.MORE[depth.depth()]


def test_nothing_tries_as_much_in_every_run_however_deep() -> None:
    """A number of examples of its own would keep a property from being tried harder at night."""
    fixed = re.compile(r"max_examples=(?!examples\()")
    faults = [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if path != Path(__file__) and fixed.search(path.read_text(encoding="utf-8"))
    ]
    assert faults == []


def test_each_depth_has_a_word_to_type_and_what_lands_has_passed_all_but_a_night() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for word in ("test-quick", "test", "test-long", "soak"):
        assert re.search(rf"^{word}:", makefile, re.MULTILINE), word
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [step for step in steps if step.startswith("make ")] == [
        "make check",
        "make test",
        "make test-long",
    ]


def test_a_story_in_the_browser_counts_on_no_day() -> None:
    """Its site is made on the day of the run: a month that is written into a story is wrong a few weeks later."""
    months = {*calendar.month_name[1:], *calendar.month_abbr[1:]} - {"May"}  # may is a verb too
    named = re.compile(rf"\b(?:{'|'.join(months)})\b|\b\d May\b")
    modules = sorted((ROOT / "tests" / "browser").glob("*.py"))
    texts = {module.name: module.read_text(encoding="utf-8") for module in modules}
    assert {name: named.findall(text) for name, text in texts.items() if named.search(text)} == {}
