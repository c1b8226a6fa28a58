"""Both ways of running tests on a mutant, on a small tree of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = """
LIMIT = 3
WORD = "three"

def above(points):
    return points > LIMIT

def made():
    return above(9)

def unused(points):
    while points < LIMIT:
        points += 1
    return points
"""
TESTS = """
import pytest
from tracker.rules import WORD, above, made, unused

@pytest.fixture(scope="session")
def ready():
    return made()

def test_above():
    assert above(4)

def test_not_above():
    assert not above(2)

def test_made(ready):
    assert ready

def test_unused():
    assert unused(1) == 3

@pytest.mark.parametrize("word", [WORD])
def test_word(word):
    assert word == "three"
"""
SCRIPT = """
import json, sys
from pathlib import Path
from tools.mutants.running import Quick, Task, plainly

root = Path.cwd()
path = root / "tracker" / "rules.py"
text = path.read_text()
names = ("above", "not_above", "made", "unused", "word[three]")
tests = {f"tests/test_rules.py::test_{name}": 0.5 for name in names}
changes = json.loads(sys.argv[1])
tasks = [Task("tracker.rules", path, text, text.replace(*change), tests) for change in changes]
plain = [plainly(task) for task in tasks]
quick = Quick(root, ["tests"], "ready")
said = [quick.run(task) for task in tasks]
early = [quick.has_run(path, name) for name in ("above", "made", "unused")]
quick.stop()
assert path.read_text() == text
pairs = [[r and [r.verdict, r.found_by.rpartition("_")[2]] for r in some] for some in (plain, said)]
print(json.dumps([*pairs, early]))
"""
CHANGES = {
    "nothing": ("return points > LIMIT", "return (points > LIMIT)  # the same"),
    "a test": ("points > LIMIT", "points >= 2"),
    "the limit": ("LIMIT = 3", "LIMIT = 5"),
    "on import": ("LIMIT = 3", "LIMIT = nowhere"),
    "what was made": ("above(9)", "above(0)"),
    "the name of a test": ('"three"', '"four"'),
    "no end": ("points += 1", "points += 0"),
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, object], ...]:
    """What the plain and the quick way say of each change, and which functions ran before any."""
    root = tmp_path_factory.mktemp("tree")
    for name, text in (
        ("tracker/__init__.py", ""),
        ("tracker/rules.py", CODE),
        ("tests/__init__.py", ""),
        ("tests/test_rules.py", TESTS),
    ):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(ROOT)])}
    command = [sys.executable, "-P", "-c", SCRIPT, json.dumps(list(CHANGES.values()))]
    answer = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    plain, quick, early = json.loads(answer.stdout.splitlines()[-1])
    names = ("above", "made", "unused")
    return (
        dict(zip(CHANGES, plain, strict=True)),
        dict(zip(CHANGES, quick, strict=True)),
        dict(zip(names, early, strict=True)),
    )


def test_the_plain_way_sees_every_fault(said: tuple[dict[str, object], ...]) -> None:
    plain = said[0]
    assert plain["nothing"] == ["survived", ""]
    assert plain["a test"] == ["killed", "above"]
    assert plain["the limit"] == ["killed", "above"]
    assert plain["on import"] == ["killed", "rules.py (import)"]
    assert plain["what was made"] == ["killed", "made"]
    assert plain["the name of a test"] == ["killed", "word[four]"]
    assert plain["no end"] == ["timeout", ""]


def test_the_quick_way_sees_faults_in_functions_and_says_when_it_cannot(
    said: tuple[dict[str, object], ...],
) -> None:
    _, quick, early = said
    assert quick["a test"] == ["killed", "above"]
    assert quick["no end"] == ["timeout", ""]
    assert quick["the limit"] is None, "nothing in a function is changed"
    assert quick["what was made"] == ["survived", ""], "it was made before"
    assert early == {"above": True, "made": True, "unused": False}
