"""Reading a table that somebody keeps: the columns that are asked for, checked row by row."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
import pandas as pd
from python_calamine import CalamineError

from tracker.analysis.exact import LARGEST, MOST_DECIMALS, TableScale, decimals

CLIENT = "client"
SESSION = "session"
MOST_SESSIONS = 9_999


class BadTable(Exception):
    """The table cannot be analysed; the message is one line that says where and what is expected."""


@dataclass(frozen=True)
class CourseTable:
    """The rows that can be used, and those that cannot with what is wrong. The index is the line in the file."""

    rows: pd.DataFrame
    bad: pd.DataFrame
    scale: TableScale


def read(source: str | IO[bytes], name: str) -> pd.DataFrame:
    """The table of a .csv, .csv.gz or .xlsx file, or of an open stream; its index is the line of each row."""
    try:
        if isinstance(source, str) and source.endswith(".xlsx"):
            frame = pd.read_excel(source, engine="calamine", dtype={CLIENT: str})
        else:
            frame = pd.read_csv(
                source, dtype={CLIENT: str}, skip_blank_lines=False, encoding="utf-8-sig"
            )
    except pd.errors.EmptyDataError as error:
        raise BadTable(
            f"{name} is empty: a line with the names of the columns is expected first"
        ) from error
    except OSError as error:
        raise BadTable(f"{name} cannot be read: {error.strerror or error}") from error
    except (pd.errors.ParserError, CalamineError, UnicodeError, ValueError) as error:
        raise BadTable(f"{name} cannot be read as a table: {str(error).splitlines()[0]}") from error
    if not isinstance(frame.index, pd.RangeIndex):
        raise BadTable(
            f"{name} cannot be read as a table: row 2 has more cells than there are columns"
        )
    frame.columns = [str(column).strip() for column in frame.columns]
    frame.index = pd.RangeIndex(2, len(frame) + 2)
    return frame.dropna(how="all")


def name_of(source: str) -> str:
    """What a source is called in a message."""
    return "Standard input" if source == "-" else Path(source).name


def checked(
    frame: pd.DataFrame,
    name: str,
    keys: Sequence[str],
    scores: Sequence[str] | None,
    kept: Sequence[str] = (),
) -> CourseTable:
    """The table with its scores as floats, every row judged. `scores` None: every other column is one. Columns that are
    `kept` stay as they are.

    BadTable where a column is missing or nothing is left to look at.
    """
    values = _columns(frame, name, keys, scores)
    rows = frame[[*keys, *values, *kept]].copy()
    wrong = pd.Series("", index=frame.index, dtype=object)
    for column in values:
        rows[column] = _numbers(frame[column], column, wrong)
    if SESSION in keys:
        rows[SESSION] = _sessions(frame[SESSION], wrong)
    nobody = f"column {CLIENT}: a name or number of the client is expected"
    _say(wrong, frame[CLIENT].isna(), nobody)
    again = rows[wrong == ""].duplicated(list(keys)).reindex(frame.index, fill_value=False)
    once = f"columns {','.join(keys)}: each {' and '.join(keys)} is expected once"
    _say(wrong, again, once)
    scale = _scale(rows[values], wrong)
    good = wrong == ""
    bad = frame[~good].assign(line=frame.index[~good], problem=wrong[~good])
    whole = {SESSION: np.int64} if SESSION in keys else {}
    return CourseTable(rows[good].astype(whole), bad, scale)


def without(table: CourseTable, frame: pd.DataFrame, wrong: Mapping[int, str]) -> CourseTable:
    """The table without more rows that turned out bad, by their line."""
    lines = list(wrong)
    more = frame.loc[lines].assign(line=lines, problem=list(wrong.values()))
    bad = pd.concat([table.bad, more]).sort_values("line") if lines else table.bad
    return CourseTable(table.rows.drop(index=lines), bad, table.scale)


def _columns(
    frame: pd.DataFrame, name: str, keys: Sequence[str], scores: Sequence[str] | None
) -> list[str]:
    """The columns with scores."""
    asked = [*keys, *(scores if scores is not None else ())]
    if absent := [column for column in asked if column not in frame.columns]:
        expected = f"{','.join(asked)} are expected"
        there = ", ".join(frame.columns) or "none"
        raise BadTable(f"{name} has no column {absent[0]!r}: {expected}, found are {there}")
    values = list(scores) if scores is not None else [c for c in frame.columns if c not in keys]
    if not values:
        raise BadTable(f"{name} has no column with scores beside {' and '.join(keys)}")
    if frame.empty:
        below = "at least one is expected below the names of the columns"
        raise BadTable(f"{name} has no rows: {below}")
    return values


def _scale(scores: pd.DataFrame, wrong: pd.Series) -> TableScale:
    """The scale that holds every good score as whole units; what is too large for it is bad."""
    good = scores[wrong == ""].to_numpy(float)
    digits = int(decimals(good.ravel()).max(initial=0))
    most = LARGEST // 10**digits
    for column in scores.columns:
        _say(
            wrong,
            scores[column].abs() > most,
            f"column {column}: a number up to {most} is expected",
        )
    return TableScale(digits)


def first_problem(bad: pd.DataFrame) -> str:
    """The first bad row in words: where, what is expected, and what stands there."""
    row = bad.iloc[0]
    more = len(bad) - 1
    column = row["problem"].split(":")[0].removeprefix("column ")
    there = row.get(column)
    quoted = f", found {str(there)!r}" if column in bad.columns and pd.notna(there) else ""
    others = f" (and {more} more bad row{'s' if more > 1 else ''})" if more else ""
    return f"row {row['line']}, {row['problem']}{quoted}{others}"


def _say(wrong: pd.Series, where: pd.Series, message: str) -> None:
    """Write down what is wrong with these rows, unless something is said of them already."""
    wrong[where & (wrong == "")] = message


def _numbers(column: pd.Series, name: str, wrong: pd.Series) -> pd.Series:
    """The column as floats, empty where nothing stands; words and numbers that cannot be kept exactly are bad."""
    numbers = pd.to_numeric(column, errors="coerce").astype(float)
    words = (numbers.isna() & column.notna()) | np.isinf(numbers)
    _say(wrong, words, f"column {name}: a number is expected")
    numbers[words] = np.nan
    places = pd.Series(decimals(numbers.to_numpy()), index=numbers.index)
    fine = places > MOST_DECIMALS
    _say(wrong, fine, f"column {name}: at most {MOST_DECIMALS} decimals are expected")
    return numbers


def _sessions(column: pd.Series, wrong: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(column, errors="coerce").astype(float)
    whole = (numbers % 1 == 0) & (numbers >= 1) & (numbers <= MOST_SESSIONS)
    _say(wrong, ~whole, f"column {SESSION}: a whole number from 1 to {MOST_SESSIONS} is expected")
    return numbers


def cells(column: pd.Series) -> list[str]:
    """Each value as a cell of a CSV file: quoted where it holds a comma, a quote or a line break."""
    codes, different = pd.factorize(column)
    words = np.array([_cell(str(value)) for value in different], dtype=object)
    return list(words[codes])


def _cell(text: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([text])
    return out.getvalue()
