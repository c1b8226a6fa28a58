"""One name, one meaning; a name says what the thing is; and one assignment says one thing."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = {
    str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
    for folder in ("tracker", "tools", "bench")
    for path in sorted((ROOT / folder).rglob("*.py"))
}
EMPTY = {"found", "_found", "Found"}  # says that something is there, and not what it is


def test_no_two_classes_have_one_name() -> None:
    places = defaultdict(list)
    for name, tree in MODULES.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                places[node.name].append(name)
    assert len(places) > 200
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def empty_names(tree: ast.AST) -> Iterator[int]:
    """The lines on which a function, class, parameter, variable, attribute or keyword has an empty name."""
    for node in ast.walk(tree):
        names = (
            getattr(node, part, None) for part in ("name", "asname", "arg", "id", "attr", "rest")
        )
        if any(isinstance(name, str) and name in EMPTY for name in names):
            yield node.lineno


def test_a_name_says_what_the_thing_is() -> None:
    read = {name: tree for name, tree in MODULES.items() if name.startswith("tracker/")}
    places = [f"{name}:{line}" for name, tree in read.items() for line in empty_names(tree)]
    assert len(read) > 200
    assert places == []


@pytest.mark.parametrize(
    "text",
    [
        "found = 1",
        "def found(): ...",
        "def rows(found): ...",
        "def rows(*, _found=None): ...",
        "class Found: ...",
        "rows.found",
        "row = Row(found=1)",
        "import rows as found",
        "shown = f'{found}'",
        "max(rows, key=lambda found: found.on)",
        "if found := rows(): ...",
    ],
)
def test_an_empty_name_would_be_found(text: str) -> None:
    assert set(empty_names(ast.parse(text))) == {1}


def test_words_around_it_are_none() -> None:
    text = "found_at = 'found'\nnot_found = row.found_at  # what was found\n"
    assert list(empty_names(ast.parse(text))) == []


def is_parallel(node: ast.AST) -> bool:
    """True for `a, b = x, y` where two plain lines say it: no name on the left is read on the right, as in a swap."""
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Tuple):
        return False
    target = node.targets[0]
    if not isinstance(target, ast.Tuple) or len(target.elts) != len(node.value.elts):
        return False
    read = {ast.unparse(part) for part in ast.walk(node.value) if isinstance(part, ast.expr)}
    return not any(ast.unparse(part) in read for part in target.elts)


def test_assignments_stand_one_to_a_line() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and is_parallel(node)
    ]
    assert found == []


def test_a_parallel_assignment_would_be_found_and_a_swap_is_none() -> None:
    wrong, nested, swap, step, unpacked = ast.parse(
        "a, b = 1, f(2)\na, (b, c) = 1, pair\na, b = b, a\nlow, high = high, high + 1\na, b = pair\n"
    ).body
    assert is_parallel(wrong)
    assert is_parallel(nested)
    assert not any(is_parallel(node) for node in (swap, step, unpacked))
