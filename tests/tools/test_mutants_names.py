"""Mutants keep their names through a move."""

import ast
import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tools.mutants import known, moved
from tools.mutants.moved import How, Moved, carry
from tools.mutants.naming import Name, name_of, numbered, parses

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "tools" / "mutants"
KNOWN = sorted((HERE / "known").glob("*.tsv"))
SCOPES = tomllib.loads((HERE / "scope.toml").read_text("utf-8"))


def named(before: str, after: str, function: str = "old.rules:falls") -> Name:
    return name_of(function, "swap_op", before, after)


def test_line_breaks_commas_and_comments_are_no_part_of_a_name() -> None:
    other = named("near(\n    one,  # the first\n    two,\n)", "near(\n    None,\n    two,\n)")
    assert named("near(one, two)", "near(None, two)") == other


def test_other_names_change_the_text_and_keep_the_shape() -> None:
    one = named("found.key < limit", "found.key <= limit")
    two = named("fall.item < most", "fall.item <= most")
    assert one.text != two.text
    assert one.shape == two.shape
    assert one.shape != named("fall.item < 3", "fall.item <= 3").shape


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a < b", "a <= b", "< → <="),
        ("f(a, b)", "f(a)", "f(a, b) → f(a)"),
        ('"x"', '"XXxXX"', "'x' → 'XXxXX'"),
        ("a is b", "a is not b", " → not"),
        ("return found", "return None", "found → None"),
    ],
)
def test_a_name_shows_the_words_that_differ(before: str, after: str, shown: str) -> None:
    assert named(before, after).shown == shown


def test_a_piece_of_code_is_read_by_itself_or_not_at_all() -> None:
    assert parses("    return found\n")
    assert parses('"a"')
    assert not parses("< 3")
    assert not parses("  # nothing but a comment")


def test_those_of_one_text_are_counted_within_their_function() -> None:
    same, other = named("2", "3"), named("2", "3", "old.rules:rises")
    first, second, third = numbered([same, other, same])
    assert [first.nth, second.nth, third.nth] == [1, 1, 2]
    assert [first.shape_of, second.shape_of, third.shape_of] == [2, 1, 2]
    assert len({first.key, second.key, third.key}) == 3


MAP = Moved(
    modules={"old.rules": "new.rules.drops", "old.late": "new.late"},
    functions={
        "old.rules:Case": ("new.cases:Kept",),
        "old.rules:both": ("new.one:first", "new.two:second"),
    },
)


@pytest.mark.parametrize(
    ("function", "places"),
    [
        ("old.rules:falls", ("new.rules.drops:falls",)),
        ("old.rules:", ("new.rules.drops:",)),
        ("old.rules:Case.worth", ("new.cases:Kept.worth",)),
        ("old.rules:Cases", ("new.rules.drops:Cases",)),
        ("old.rules:both", ("new.one:first", "new.two:second")),
        ("old.late:falls", ("old.late:falls",)),
        ("old.stays:falls", ("old.stays:falls",)),
    ],
)
def test_the_map_says_where_a_function_is(function: str, places: tuple[str, ...]) -> None:
    assert MAP.places(function, lambda module: module != "new.late") == places


def carried(old: list[Name], now: list[Name], *functions: str) -> list[tuple[Name | None, How]]:
    """Each with the one that it became, where the map names no single mutants."""
    found_again = carry(old, now, lambda function: functions or (function,), {})
    assert all(len(again.new) <= 1 for again in found_again)
    return [(next(iter(again.new), None), again.how) for again in found_again]


def test_a_mutant_is_found_in_its_new_place() -> None:
    old = numbered([named("2", "3"), named("a < b", "a <= b"), named("2", "3")])
    now = [replace(name, function="new:falls") for name in old]
    assert carried(old, now, "new:falls") == [(name, How.TEXT) for name in now]
    assert carried(old[2:], now, "new:falls") == [(now[2], How.TEXT)], "also when drawn alone"


def test_a_mutant_is_found_in_either_half_of_a_function_that_was_cut() -> None:
    old = numbered([named("2", "3"), named("2", "3")])
    now = [named("2", "3", "new:one"), named("2", "3", "new:two")]
    assert carried(old, now, "new:one", "new:two") == [(name, How.TEXT) for name in now]


def test_other_names_inside_are_found_by_shape_where_as_many_are_left() -> None:
    old = numbered([named("a < b", "a <= b"), named("b < c", "b <= c")])
    now = numbered([named("x < y", "x <= y"), named("y < z", "y <= z")])
    assert carried(old, now) == [(name, How.SHAPE) for name in now]
    assert carried(old, now[:1]) == [(None, How.LOST), (None, How.LOST)]


def test_what_is_nowhere_is_lost() -> None:
    assert carried([named("a < b", "a <= b")], [named("a > b", "a >= b")]) == [(None, How.LOST)]


def test_the_map_and_the_known_mutants_fit_each_other() -> None:
    by_map = moved.read(HERE / "moved.toml")
    names = [each.name for file in KNOWN for each in known.read(file)]
    functions = {name.function for name in names}
    modules = {name.module for name in names}
    keys = {name.key for name in names}
    assert set(by_map.modules) <= modules
    for old in by_map.functions:
        assert any(f == old or f.startswith(f"{old}.") for f in functions), old
    assert set(by_map.became) <= keys
    assert set(by_map.gone) <= keys
    assert all(len(reason.split()) > 2 for reason in by_map.gone.values()), "a reason each"


@pytest.mark.parametrize("file", KNOWN, ids=lambda file: file.stem)
def test_the_known_mutants_are_read_as_they_were_written(file: Path, tmp_path: Path) -> None:
    mutants = known.read(file)
    assert len({each.name.key for each in mutants}) == len(mutants) >= 100
    known.write(tmp_path / "again.tsv", mutants)
    assert (tmp_path / "again.tsv").read_text("utf-8") == file.read_text("utf-8")


def path_of(module: str) -> Path:
    return ROOT.joinpath(*module.split(".")).with_suffix(".py")


def functions_of(module: str) -> set[str]:
    """The functions and classes of a module, those within a class after a dot."""
    inside: set[str] = set()
    waiting: list[tuple[str, ast.AST]] = [("", ast.parse(path_of(module).read_text("utf-8")))]
    while waiting:
        around, node = waiting.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                inside.add(around + child.name)
                waiting.append((f"{around}{child.name}.", child))
    return inside


@pytest.mark.parametrize("scope", SCOPES)
def test_a_scope_can_be_drawn_on_this_tree(scope: str) -> None:
    for part in SCOPES[scope]["modules"]:
        module, _, function = part.partition(":")
        assert path_of(module).exists(), f"{module} is not on this tree: `draw {scope}` would fail"
        assert not function or function in functions_of(module), part
    for folder in SCOPES[scope]["tests"]:
        assert (ROOT / folder).is_dir(), folder
    assert re.fullmatch("[0-9a-f]{7,}", SCOPES[scope]["drawn"])


def test_every_scope_has_its_mutants() -> None:
    assert {file.stem for file in KNOWN} == set(SCOPES)


def test_every_file_of_rules_is_mutated() -> None:
    rules = ROOT / "tracker" / "domain" / "rules"
    modules = {f"tracker.domain.rules.{file.stem}" for file in rules.glob("[!_]*.py")}
    assert modules <= set(SCOPES["rules"]["modules"])


@pytest.mark.parametrize("file", KNOWN, ids=lambda file: file.stem)
def test_the_module_of_a_known_mutant_is_on_this_tree_or_the_map_says_where_it_went(
    file: Path,
) -> None:
    by_map = moved.read(HERE / "moved.toml")
    for each in known.read(file):
        name = each.name
        if name.key in by_map.gone or not each.before.is_found:
            continue
        now = by_map.modules_of(name.key) or {
            place.partition(":")[0]
            for place in by_map.places(name.function, lambda module: path_of(module).exists())
        }
        assert all(path_of(module).exists() for module in now), name.key
