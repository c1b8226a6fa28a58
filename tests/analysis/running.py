"""Running `tracker analyse` on tables."""

from collections.abc import Iterable
from pathlib import Path

from click.testing import CliRunner, Result

from tracker.cli import main


def analyse(*words: object, given: bytes | None = None) -> Result:
    """What the command answers; it needs no instance, so none is there."""
    return CliRunner().invoke(main, ["analyse", *map(str, words)], input=given)


def table(folder: Path, header: str, *rows: str) -> Path:
    """A CSV file with these lines."""
    path = folder / "table.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def lines(answer: Result) -> list[str]:
    """The lines of a table that was written to standard output."""
    assert answer.exit_code == 0, answer.output
    return answer.stdout.splitlines()


def decimal(tenths: Iterable[int | None]) -> list[str]:
    """Whole tenths as they stand in a file; None is empty."""
    return ["" if n is None else f"{n // 10}.{n % 10}" for n in tenths]
