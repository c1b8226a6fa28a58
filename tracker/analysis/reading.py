"""From a file to a table with the names of its columns: CSV in the ways that programs write it, and spreadsheets."""

import csv
import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

import pandas as pd

from tracker.analysis import spreadsheets
from tracker.analysis.cells import EMPTY
from tracker.analysis.headers import FIRST_ROWS, header_row, named
from tracker.analysis.problems import BadTable

CLIENT = "client"
# Columns in which "None" may be a name or an answer.
AS_WRITTEN = (CLIENT, "strain", "settled", "held_back")
GZIP = b"\x1f\x8b"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS = (",", ";", "\t")
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
CELLS_AT_ONCE = 3_000_000  # design default: read at a time
_WITH_END = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LINE = re.compile(r"Expected \d+ fields in line (\d+)")


@dataclass(frozen=True)
class RawTable:
    """A table as it stands in a file: what it is called in a message, whether commas are decimal points in it, and what
    is worth saying about how it was read. The index is the row in the file."""

    frame: pd.DataFrame
    name: str
    commas: bool = False
    notes: tuple[str, ...] = ()


def name_of(source: str) -> str:
    """What a source is called in a message."""
    return "Standard input" if source == "-" else Path(source).name


def read(
    source: str | IO[bytes],
    name: str,
    needed: Sequence[str],
    known: Iterable[str] = (),
    sheet: str | None = None,
) -> RawTable:
    """The table of a file, or of an open stream. The row with the columns that are needed names them all; what is known
    gets its own spelling. BadTable where there is no table."""
    data = _bytes(source, name)
    known = [*needed, *known]
    if spreadsheets.is_spreadsheet(data, name):
        return _from_sheet(spreadsheets.sheet(data, name, needed, sheet), name, needed, known)
    if sheet is not None:
        raise BadTable(f"--sheet: {name} is no spreadsheet")
    text, notes = _decoded(data, name)
    del data  # or a large file stands in memory once more, as would its text below
    below = _below(text, name, needed, known)
    del text
    return _from_cells(below, name, notes)


def _bytes(source: str | IO[bytes], name: str) -> bytes:
    if isinstance(source, str) and ADDRESS.match(source):
        raise BadTable(f"{source}: a file is expected, no address; save it here first")
    try:
        data = Path(source).read_bytes() if isinstance(source, str) else source.read()
        return gzip.decompress(data) if data.startswith(GZIP) else data
    except (EOFError, zlib.error) as error:
        raise BadTable(f"{name} cannot be unpacked: {error}") from error
    except OSError as error:
        raise BadTable(f"{name} cannot be read: {error.strerror or error}") from error


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text, and what was guessed of it."""
    try:
        return data.decode("utf-16" if data.startswith(UTF_16) else "utf-8-sig"), ()
    except UnicodeError:
        pass
    try:
        text = data.decode("windows-1252")
    except UnicodeError as error:
        raise BadTable(f"{name} cannot be read as a table: save it as CSV UTF-8") from error
    return text, (f"{name} is not in UTF-8; it was read as Windows-1252.",)


class _Below(NamedTuple):
    """The names of the columns, the row in which they stand, from 0, and the cells below them as CSV in UTF-8, to be
    closed as soon as they are read."""

    names: list[str]
    place: int
    separator: str
    cells: io.BytesIO


class _Lines:
    """The lines of a text with their ends, one after another; `end` is where the last of them ended."""

    def __init__(self, text: str) -> None:
        self._matches = _WITH_END.finditer(text)
        self.end = 0

    def __iter__(self) -> Iterator[str]:
        for match in self._matches:
            self.end = match.end()
            yield match[0]


def _below(text: str, name: str, needed: Sequence[str], known: Sequence[str]) -> _Below:
    if not text or text.isspace():
        raise BadTable(f"{name} is empty: a line with the names of the columns is expected first")
    try:
        separator, place = _layout(text, needed)
    except csv.Error as error:
        raise BadTable(f"{name} cannot be read as a table: {error}") from error
    lines = _Lines(text)
    names = named(next(islice(csv.reader(lines, delimiter=separator), place, None), []), known)
    first = separator.join(map(str, range(len(names)))) + "\n"
    cells = io.BytesIO(first.encode() + text[lines.end :].encode())
    return _Below(names, place, separator, cells)


def _from_cells(below: _Below, name: str, notes: tuple[str, ...]) -> RawTable:
    names, place, separator, cells = below
    commas = separator != ","
    try:
        with cells:
            frame = _parsed(cells, names, separator)
    except pd.errors.ParserError as error:
        line = _LINE.search(str(error))
        raise _wider(name, separator, place + int(line[1]) if line else place + 2) from error
    except ValueError as error:
        raise BadTable(f"{name} cannot be read as a table: {error}") from error
    if not isinstance(frame.index, pd.RangeIndex):
        raise _wider(name, separator, place + 2)
    return _named(frame, names, RawTable(frame, name, commas, notes), place)


def _wider(name: str, separator: str, row: int) -> BadTable:
    """What is said of a row with more cells than columns."""
    there = {",": "commas", ";": "semicolons"}.get(separator, "tabs")
    return BadTable(
        f"{name} cannot be read as a table: row {row} has more cells than there are columns. Cells are separated by"
        f" {there}; one that holds such a sign is put in quotes, and decimal commas go with semicolons"
    )


def _layout(text: str, needed: Sequence[str]) -> tuple[str, int]:
    """What separates the cells, and the row with the names of the columns, from 0: the first in which all that are
    needed stand, otherwise the first row that is not empty."""
    widths: list[tuple[int, int, str, int]] = []
    for separator in SEPARATORS:
        rows = csv.reader(_Lines(text), delimiter=separator)
        first = list(islice(rows, FIRST_ROWS))
        place = header_row(first, needed)
        if place is not None:
            return separator, place
        start = next((n for n, row in enumerate(first) if any(map(str.strip, row))), 0)
        widths.append((len(first[start]), -len(widths), separator, start))
    _, _, separator, place = max(widths)
    return separator, place


def _parsed(body: io.BytesIO, names: Sequence[str], separator: str) -> pd.DataFrame:
    """The cells below the names. A column of numbers has numbers; any other has its texts as they stand, so that TRUE
    is a word."""
    places = [str(n) for n in range(len(names))]
    texts = [place for place, name in zip(places, names, strict=True) if name in AS_WRITTEN]
    frame = _table(body, places, separator, texts)
    truths = [c for c in frame.columns if frame[c].dtype in (bool, object) and c not in texts]
    return _table(body, places, separator, [*texts, *truths]) if truths else frame


def _table(body: io.BytesIO, places: list[str], separator: str, texts: list[str]) -> pd.DataFrame:
    """The cells a part at a time, which takes less memory; all at once where a column has words in one part and numbers
    in another, since it is of one kind as a whole."""
    read = partial(
        pd.read_csv,
        sep=separator,
        decimal="." if separator == "," else ",",
        dtype=dict.fromkeys(texts, str),
        keep_default_na=False,
        na_values={p: [""] if p in texts else sorted(EMPTY) for p in places},
        skip_blank_lines=False,
        low_memory=False,  # or a long column of words and numbers is some of each
    )
    body.seek(0)
    with read(body, chunksize=CELLS_AT_ONCE // (len(places) + 1) + 1) as reader:
        parts = list(reader)
    if _of_one_kind(parts):
        return parts[0] if len(parts) == 1 else pd.concat(parts)
    body.seek(0)
    return read(body)


def _of_one_kind(parts: Sequence[pd.DataFrame]) -> bool:
    """True where each column is of the same kind in all parts. Whole numbers and others are one kind."""
    each = zip(*(part.dtypes for part in parts), strict=True)
    kinds = ({"number" if t.kind in "if" else t for t in dtypes} for dtypes in each)
    return all(len(different) == 1 for different in kinds)


def _from_sheet(
    sheet: spreadsheets.SheetCells, name: str, needed: Sequence[str], known: Sequence[str]
) -> RawTable:
    rows = sheet.rows
    called = f"{name}, sheet {sheet.name!r}"
    if not any(cell != "" for row in rows for cell in row):
        raise BadTable(f"{called} is empty; --sheet reads another")
    place = header_row(rows, needed)
    if place is None:
        place = next(n for n, row in enumerate(rows) if any(cell != "" for cell in row))
    names = named(rows[place], known)
    columns = zip(*rows[place + 1 :], strict=True)
    cells = {at: _column(column) for at, column in enumerate(columns)}
    frame = pd.DataFrame(cells or None, columns=range(len(names)))
    others = f"Read: sheet {sheet.name!r} of {name}; --sheet reads another."
    return _named(
        frame, names, RawTable(frame, called, notes=(others,) if sheet.others else ()), place
    )


def _column(column: Sequence[object]) -> pd.Series:
    """The cells of a column: as floats where all are numbers; truth values as the words that a spreadsheet shows."""
    if {*map(type, column)} <= {float, int}:
        return pd.Series(column, dtype=float)
    shown = [None if c == "" else str(c).upper() if isinstance(c, bool) else c for c in column]
    return pd.Series(shown, dtype=object)


def _named(frame: pd.DataFrame, names: list[str], raw: RawTable, place: int) -> RawTable:
    """The table with the names of its columns and the row of each line; what is empty throughout is left out."""
    frame.columns = names
    frame.index = pd.RangeIndex(place + 2, place + 2 + len(frame))
    empty = [not name and bool(frame.iloc[:, at].isna().all()) for at, name in enumerate(names)]
    if any(empty):
        frame = frame.loc[:, [not nothing for nothing in empty]]
    notes = raw.notes
    if place:
        notes = (*notes, f"The names of the columns stand in row {place + 1} of {raw.name}.")
    return RawTable(frame.dropna(how="all"), raw.name, raw.commas, notes)
