"""Spreadsheets: which sheet is read, and which of its cells hold a formula or a mistake and no value."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from posixpath import join, normpath
from typing import Any
from xml.etree import ElementTree

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from tracker.analysis.cells import FORMULA, Unread
from tracker.analysis.headers import FIRST_ROWS, header_row
from tracker.analysis.problems import BadTable

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"  # .xls, and .xlsx with a password
WORKBOOK = "xl/workbook.xml"
# What the text of a sheet holds where a formula or a mistake may stand in it.
SUSPICIOUS = (b"<f", b":f", b't="e"', b"t='e'")
_PLACE = re.compile(r"[A-Z]+")
_SAVE = "save it as .xlsx or as CSV UTF-8, without a password"
Row = list[Any]


@dataclass(frozen=True)
class SheetCells:
    """The cells of a sheet from its first row and column on, its name, and how many others can be seen."""

    name: str
    rows: list[Row]
    others: int


def is_spreadsheet(data: bytes, name: str) -> bool:
    """True for what is to be read as a spreadsheet: by its content, or by what its name promises."""
    return data.startswith((ZIP, OLE)) or name.lower().endswith((".xlsx", ".xlsm"))


def sheet(data: bytes, name: str, needed: Sequence[str], asked: str | None) -> SheetCells:
    """The sheet that was asked for, otherwise the first that can be seen and has the columns, otherwise the first that
    can be seen. BadTable where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if WORKBOOK not in parts.namelist():
                raise BadTable(f"{name} is a spreadsheet of another kind: {_SAVE}")
            with CalamineWorkbook.from_object(io.BytesIO(data)) as book:
                chosen, seen = _chosen(book, name, needed, asked)
            rows = _rows(chosen)
            for line, column, text in _without_value(parts, chosen.name):
                _put(rows, line, column, text)
    except zipfile.BadZipFile as error:
        kind = "an old spreadsheet, or one with a password" if data.startswith(OLE) else "none"
        raise BadTable(f"{name} cannot be read as a table: it is {kind}; {_SAVE}") from error
    except (CalamineError, PasswordError, ElementTree.ParseError, KeyError) as error:
        said = str(error).splitlines()[0]
        raise BadTable(f"{name} cannot be read as a table: {said}; {_SAVE}") from error
    return SheetCells(chosen.name, rows, seen - 1)


def _chosen(
    book: CalamineWorkbook, name: str, needed: Sequence[str], asked: str | None
) -> tuple[CalamineSheet, int]:
    """The sheet to be read, and how many can be seen."""
    sheets = [s for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
    seen = [s.name for s in sheets if s.visible == SheetVisibleEnum.Visible]
    hidden = [s.name for s in sheets if s.name not in seen]
    if asked is not None:
        if asked not in {*seen, *hidden}:
            there = ", ".join([*seen, *hidden])
            raise BadTable(f"{name} has no sheet {asked!r}: there are {there}")
        return book.get_sheet_by_name(asked), max(len(seen), 1)
    if not seen:
        raise BadTable(f"{name} has only hidden sheets ({', '.join(hidden)}): --sheet reads one")
    first = book.get_sheet_by_name(seen[0])
    for candidate in [*seen, *hidden]:
        sheet = first if candidate == seen[0] else book.get_sheet_by_name(candidate)
        if header_row(_rows(sheet, FIRST_ROWS), needed) is None:
            continue
        if candidate in seen:
            return sheet, len(seen)
        there = f"the hidden sheet {candidate!r} has; --sheet reads it"
        expected = ",".join(needed)
        raise BadTable(f"{name} has no sheet that can be seen with {expected}: {there}")
    return first, len(seen)


def _rows(sheet: CalamineSheet, first: int | None = None) -> list[Row]:
    """The cells of a sheet from its first row on, of all rows or the first."""
    return list(sheet.to_python(skip_empty_area=False, nrows=first))


def _put(rows: list[Row], line: int, column: int, text: str) -> None:
    """Put in its place what has no value; below the rows where the last of them have no value at all."""
    width = len(rows[0]) if rows else 0
    rows += [[""] * width for _ in range(len(rows), line + 1)]
    if column < width:  # otherwise it has no name
        rows[line][column] = Unread(text)


def _without_value(parts: zipfile.ZipFile, name: str) -> Iterator[tuple[int, int, str]]:
    """The cells of a sheet that hold no value though something stands in them: row and column from 0, and its formula
    or the mistake. The reader of spreadsheets takes them for empty."""
    text = parts.read(_part(parts, name))
    if not any(sign in text for sign in SUSPICIOUS):
        return  # as in most, and parsing takes long
    line = -1
    column = -1
    events = ElementTree.iterparse(io.BytesIO(text), events=("start", "end"))  # noqa: S314 - the caller's own file
    for event, part in events:
        tag = _local(part.tag)
        if event == "start" and tag == "row":
            line = int(part.get("r", line + 2)) - 1
            column = -1
        elif event == "end" and tag == "c":
            place = _PLACE.match(part.get("r", ""))
            column = _column(place[0]) if place else column + 1
            if said := _instead(part):
                yield line, column, said
            part.clear()


def _instead(cell: ElementTree.Element) -> str:
    """What stands in a cell instead of a value; nothing where it has one, or is empty."""
    inside = {_local(part.tag): part.text or "" for part in cell}
    kind = cell.get("t", "n")
    if kind == "e":
        return inside.get("v") or "#N/A"
    empty_text = kind == "str" and "v" in inside  # the value of =""
    return FORMULA + inside["f"] if "f" in inside and not inside.get("v") and not empty_text else ""


def _part(parts: zipfile.ZipFile, name: str) -> str:
    """The part of the file in which a sheet stands."""
    book = ElementTree.fromstring(parts.read(WORKBOOK))  # noqa: S314 - the caller's own file
    ids = {
        entry.get("name"): value
        for entry in book.iter()
        if _local(entry.tag) == "sheet"
        for key, value in entry.attrib.items()
        if _local(key) == "id"
    }
    related = parts.read("xl/_rels/workbook.xml.rels")
    links = ElementTree.fromstring(related)  # noqa: S314 - the caller's own file
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    return normpath(join("xl", targets[ids[name]])).lstrip("/")


def _local(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]


def _column(letters: str) -> int:
    """The place of a column from 0: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
