"""Running `tracker analyse` on tables."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import xlsxwriter
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


class Formula(NamedTuple):
    """A cell with a formula, and the value that a spreadsheet program stored with it; none of them without one."""

    text: str
    value: object = ""


def workbook(
    path: Path, sheets: Mapping[str, Sequence[Sequence[object]]], hidden: Sequence[str] = ()
) -> Path:
    """A spreadsheet with these sheets in their order."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, Formula):
                        sheet.write_formula(line, column, cell.text, None, cell.value)
                    elif hasattr(cell, "year"):
                        sheet.write_datetime(line, column, cell, day)
                    else:
                        sheet.write(line, column, cell)
            if name in hidden:
                sheet.hide()
            else:
                sheet.activate()  # the one that is open cannot be hidden
    return path


def written(folder: Path, kind: str, rows: Sequence[Sequence[object]]) -> Path:
    """The same table as a CSV file or as a spreadsheet."""
    if kind == "xlsx":
        return workbook(folder / "table.xlsx", {"Scores": rows})
    path = folder / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def lines(answer: Result) -> list[str]:
    """The lines of a table that was written to standard output."""
    assert answer.exit_code == 0, answer.output
    return answer.stdout.splitlines()


def decimal(tenths: Iterable[int | None]) -> list[str]:
    """Whole tenths as they stand in a file; None is empty."""
    return ["" if n is None else f"{n // 10}.{n % 10}" for n in tenths]
