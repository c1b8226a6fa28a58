"""What became of each mutant so far, kept in a file, so that a run goes on where the last one ended."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tools.mutants.known import MutantVerdict

TABLES = """
CREATE TABLE IF NOT EXISTS tree (digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS results (
    key TEXT PRIMARY KEY, verdict TEXT NOT NULL, found_by TEXT NOT NULL, seconds REAL NOT NULL
);
"""


@dataclass(frozen=True)
class Result:
    """A verdict, the first test that found the mutant, and what it cost."""

    verdict: MutantVerdict
    found_by: str = ""
    seconds: float = 0.0


UNCOVERED = Result(MutantVerdict.UNCOVERED)


def of_several(results: Iterable[Result]) -> Result:
    """The result of a mutant that has become several: found when each of them is, so the first that is not decides."""
    last = UNCOVERED
    for last in results:
        if not last.verdict.is_found:
            break
    return last


class OtherTree(Exception):
    """The results in the file are those of another state of the code."""


class Results:
    """Results in a file; each is written as soon as it is known."""

    def __init__(self, file: Path, digest: str, *, again: bool = False) -> None:
        """Open the file, or begin one, for the state of the code that `digest` stands for.

        With `again`, results of another state are taken over, but for what no test had found.
        """
        file.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(file)
        self._db.executescript(TABLES)
        if again:
            self._forget_what_survived()
        row = self._db.execute("SELECT digest FROM tree").fetchone()
        if row is not None and row[0] != digest:
            self._db.close()
            raise OtherTree
        if row is None:
            with self._db:
                self._db.execute("INSERT INTO tree VALUES (?)", (digest,))

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def all(self) -> dict[str, Result]:
        """Every result so far, by the mutant's key."""
        rows = self._db.execute("SELECT key, verdict, found_by, seconds FROM results")
        return {key: Result(MutantVerdict(verdict), by, cost) for key, verdict, by, cost in rows}

    def keep(self, key: str, result: Result) -> None:
        """Write one result down."""
        row = (key, result.verdict.value, result.found_by, result.seconds)
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", row)

    def _forget_what_survived(self) -> None:
        caught = json.dumps([verdict.value for verdict in MutantVerdict if verdict.is_found])
        with self._db:
            self._db.execute("DELETE FROM tree")
            self._db.execute(
                "DELETE FROM results WHERE verdict NOT IN (SELECT value FROM json_each(?))",
                (caught,),
            )


def digest_of(root: Path, folders: Iterable[str]) -> str:
    """What stands for the state of the code and of the tests in those folders, with what all tests share."""
    files = set((root / "tests").glob("*.py"))
    for folder in ("tracker", *folders):
        files |= set((root / folder).rglob("*.py"))
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(str(file.relative_to(root)).encode())
        total.update(file.read_bytes())
    return total.hexdigest()


def part(index: int, number: int, of: int) -> bool:
    """True when the mutant of that index belongs to slice `number` of `of`."""
    return index % of == number - 1
