"""What a command loads before it has anything to do with it. Help, and what opens no database, wait for no library."""

import inspect
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tracker.cli import COMMANDS, main
from tracker.cli.acting import act_of

ROOT = Path(__file__).resolve().parents[2]
ACTS = ROOT / "tracker" / "cli" / "acts"

# Runs the command lines that it is given, one after the other, and says which libraries each is the first to load.
WITHOUT_A_DATABASE = """
import contextlib, io, json, sys

def libraries():
    tops = {name.split(".")[0] for name in sys.modules} - sys.stdlib_module_names
    return {name for name in tops if name[0] != "_"}

before = libraries()
from tracker.cli import main

loaded = []
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        main.main(words, prog_name="tracker")
    loaded.append(sorted(libraries() - before))
    before = libraries()
print(json.dumps(loaded))
"""
LIGHT = {"tracker", "click", "colorama", "cryptography"}
HEAVY = {"flask", "sqlalchemy", "alembic", "plotly"}

# What a process that opens a database, and then one that serves pages, has loaded.
WITH_A_DATABASE = """
import json, sys
from pathlib import Path
from tracker.cli.acts import audit, database, doctor_of_database, practice, rules

looking = list(sys.modules)
from tracker.app import create_app
from tracker.config import Settings
create_app(Settings(instance=Path("served")))
print(json.dumps([looking, list(sys.modules)]))
"""
NO_PAGES = {"flask_security", "flask_wtf", "flask_babel", "wtforms", "passlib"}
LATER = {  # loaded by the first who needs it
    "alembic",
    "brotli",
    "gunicorn",
    "markdown_it",
    "numpy",
    "pandas",
    "pygments",
    "rapidfuzz",
    "segno",
    "sqlalchemy.dialects.postgresql",
    "xlsxwriter",
}


def commands(group: click.Group, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """All commands of a group and of the groups in it, each with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*names, name), command
        if isinstance(command, click.Group):
            yield from commands(command, *names, name)


def run(code: str, *arguments: str, folder: Path) -> list[list[str]]:
    """What the code says, run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "TRACKER_INSTANCE": "none"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: list[list[str]] = json.loads(done.stdout)
    return said


def test_commands_that_open_no_database_load_no_library(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("client,session,score\na,1,8\n", encoding="utf-8")
    lines = [
        ["--help"],
        ["--version"],
        *([*names, "--help"] for names, _ in commands(main)),
        ["measures"],
        ["measures", "show", "session-check"],
        ["simulate", "rules", "--clients", "1"],
        ["doctor"],
        ["keys", "enter"],
        ["analyse", "drops", str(table)],
    ]
    assert len(lines) > 40
    loaded = run(WITHOUT_A_DATABASE, json.dumps(lines), folder=tmp_path)
    first = {" ".join(line): set(names) for line, names in zip(lines, loaded, strict=True)}
    analysing = first.pop(" ".join(lines[-1]))
    assert {line: names - LIGHT for line, names in first.items() if names - LIGHT} == {}
    assert analysing >= {"pandas"}
    assert HEAVY & analysing == set()
    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]


def test_who_opens_a_database_loads_no_pages_and_who_serves_them_nothing_that_can_wait(
    tmp_path: Path,
) -> None:
    looking, serving = run(WITH_A_DATABASE, folder=tmp_path)
    assert "sqlalchemy" in looking
    assert (NO_PAGES | LATER) & set(looking) == set()
    assert set(serving) >= NO_PAGES
    assert LATER & set(serving) == set()


@pytest.mark.parametrize("width", [60, 80, 400])
def test_the_list_of_commands_says_what_each_says_of_itself(width: int) -> None:
    context = click.Context(main)
    said = {
        name: click.Command(name, help=about).get_short_help_str(width)
        for name, about in COMMANDS.items()
    }
    assert said == {
        name: command.get_short_help_str(width)
        for name in main.list_commands(context)
        if (command := main.get_command(context, name))
    }
    listed = main.get_help(context)
    assert [line.split()[0] for line in listed.partition("Commands:\n")[2].splitlines()] == sorted(
        COMMANDS
    )


def test_an_act_takes_what_its_command_hands_it() -> None:
    checked = 0
    for names, command in commands(main):
        declared = inspect.unwrap(command.callback) if command.callback else None
        module = declared.__module__.rpartition(".")[2] if declared else ""
        if declared is None or not (ACTS / f"{module}.py").exists():
            continue
        if isinstance(command, click.Group) and command.callback is declared:
            continue  # it does nothing by itself
        takes = set(inspect.signature(act_of(declared)).parameters)
        assert takes == {parameter.name for parameter in command.params}, " ".join(names)
        checked += 1
    assert checked > 20
