"""A report as a file: its numbers are numbers there, with the minus that programs read."""

import csv
import io
from fractions import Fraction

from python_calamine import load_workbook

from tracker.domain.supervision.reports import ReportPart, ReportRow
from tracker.domain.supervision.small_cells import Cell
from tracker.services.reports import exports
from tracker.services.reports.exports import FileFormat
from tracker.web.words import reports as words

VALUES = {
    "-0.45": Fraction(-9, 20),
    "3": Fraction(3),
    "1.67": Fraction(5, 3),
    "-1.67": Fraction(-5, 3),
}
ROWS = [
    words.cells(ReportRow(ReportPart.OUTCOMES, "effect", Cell(12), value=value, about="-Form"))
    for value in VALUES.values()
]


def test_a_csv_file_has_numbers_and_no_formulas() -> None:
    text = exports.as_file(words.COLUMNS, ROWS, FileFormat.CSV).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [line["Number"] for line in lines] == list(VALUES)
    assert [line["n"] for line in lines] == ["12"] * 4
    assert {line["What"] for line in lines} == {"'-Form: effect size"}


def test_a_spreadsheet_has_cells_with_numbers() -> None:
    book = load_workbook(io.BytesIO(exports.as_file(words.COLUMNS, ROWS, FileFormat.XLSX)))
    cells = book.get_sheet_by_index(0).to_python()[1:]
    assert [line[-1] for line in cells] == [float(text) for text in VALUES]
    assert [line[2] for line in cells] == [12.0] * 4
