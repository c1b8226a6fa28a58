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

from tracker.analysis.exact import LARGEST, MOST_DECIMALS, Scale, decimals

CLIENT = "client"
SESSION = "session"
MOST_SESSIONS = 9_999


class BadTable(Exception):
    """The table cannot be analysed; the message is one line that says where and what is expected."""


@dataclass(frozen=True)
class Table:
    """The rows that can be used, and those that cannot with what is wrong. The index is the line in the file."""

    rows: pd.DataFrame
    bad: pd.DataFrame
    scale: Scale


def read(source: str | IO[bytes], name: str) -> pd.DataFrame:
    """The table of a .csv, .csv.gz or .xlsx file, or of an open stream; its index is the line of each row."""
    try:
        if isinstance(source, str) and source.endswith(".xlsx"):
            found = pd.read_excel(source, engine="calamine", dtype={CLIENT: str})
        else:
            found = pd.read_csv(
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
    if not isinstance(found.index, pd.RangeIndex):
        raise BadTable(
            f"{name} cannot be read as a table: row 2 has more cells than there are columns"
        )
    found.columns = [str(column).strip() for column in found.columns]
    found.index = pd.RangeIndex(2, len(found) + 2)
    return found.dropna(how="all")


def name_of(source: str) -> str:
    """What a source is called in a message."""
    return "Standard input" if source == "-" else Path(source).name


def checked(
    found: pd.DataFrame,
    name: str,
    keys: Sequence[str],
    scores: Sequence[str] | None,
    kept: Sequence[str] = (),
) -> Table:
    """The table with its scores as floats, every row judged. `scores` None: every other column is one. Columns that are
    `kept` stay as they are.

    BadTable where a column is missing or nothing is left to look at.
    """
    values = _columns(found, name, keys, scores)
    rows = found[[*keys, *values, *kept]].copy()
    wrong = pd.Series("", index=found.index, dtype=object)
    for column in values:
        rows[column] = _numbers(found[column], column, wrong)
    if SESSION in keys:
        rows[SESSION] = _sessions(found[SESSION], wrong)
    nobody = f"column {CLIENT}: a name or number of the client is expected"
    _say(wrong, found[CLIENT].isna(), nobody)
    again = rows[wrong == ""].duplicated(list(keys)).reindex(found.index, fill_value=False)
    once = f"columns {','.join(keys)}: each {' and '.join(keys)} is expected once"
    _say(wrong, again, once)
    scale = _scale(rows[values], wrong)
    good = wrong == ""
    bad = found[~good].assign(line=found.index[~good], problem=wrong[~good])
    whole = {SESSION: np.int64} if SESSION in keys else {}
    return Table(rows[good].astype(whole), bad, scale)


def without(table: Table, found: pd.DataFrame, wrong: Mapping[int, str]) -> Table:
    """The table without more rows that turned out bad, by their line."""
    lines = list(wrong)
    more = found.loc[lines].assign(line=lines, problem=list(wrong.values()))
    bad = pd.concat([table.bad, more]).sort_values("line") if lines else table.bad
    return Table(table.rows.drop(index=lines), bad, table.scale)


def _columns(
    found: pd.DataFrame, name: str, keys: Sequence[str], scores: Sequence[str] | None
) -> list[str]:
    """The columns with scores."""
    asked = [*keys, *(scores if scores is not None else ())]
    if absent := [column for column in asked if column not in found.columns]:
        expected = f"{','.join(asked)} are expected"
        there = ", ".join(found.columns) or "none"
        raise BadTable(f"{name} has no column {absent[0]!r}: {expected}, found are {there}")
    values = list(scores) if scores is not None else [c for c in found.columns if c not in keys]
    if not values:
        raise BadTable(f"{name} has no column with scores beside {' and '.join(keys)}")
    if found.empty:
        below = "at least one is expected below the names of the columns"
        raise BadTable(f"{name} has no rows: {below}")
    return values


def _scale(scores: pd.DataFrame, wrong: pd.Series) -> Scale:
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
    return Scale(digits)


def first_problem(bad: pd.DataFrame) -> str:
    """The first bad row in words: where, what is expected, and what stands there."""
    row = bad.iloc[0]
    more = len(bad) - 1
    column = row["problem"].split(":")[0].removeprefix("column ")
    there = row.get(column)
    found = f", found {str(there)!r}" if column in bad.columns and pd.notna(there) else ""
    others = f" (and {more} more bad row{'s' if more > 1 else ''})" if more else ""
    return f"row {row['line']}, {row['problem']}{found}{others}"


def _say(wrong: pd.Series, where: pd.Series, message: str) -> None:
    """Write down what is wrong with these rows, unless something is said of them already."""
    wrong[where & (wrong == "")] = message


def _numbers(column: pd.Series, name: str, wrong: pd.Series) -> pd.Series:
    """The column as floats, empty where nothing stands; words and numbers that cannot be kept exactly are bad."""
    found = pd.to_numeric(column, errors="coerce").astype(float)
    words = (found.isna() & column.notna()) | np.isinf(found)
    _say(wrong, words, f"column {name}: a number is expected")
    found[words] = np.nan
    places = pd.Series(decimals(found.to_numpy()), index=found.index)
    fine = places > MOST_DECIMALS
    _say(wrong, fine, f"column {name}: at most {MOST_DECIMALS} decimals are expected")
    return found


def _sessions(column: pd.Series, wrong: pd.Series) -> pd.Series:
    found = pd.to_numeric(column, errors="coerce").astype(float)
    whole = (found % 1 == 0) & (found >= 1) & (found <= MOST_SESSIONS)
    _say(wrong, ~whole, f"column {SESSION}: a whole number from 1 to {MOST_SESSIONS} is expected")
    return found


def cells(column: pd.Series) -> list[str]:
    """Each value as a cell of a CSV file: quoted where it holds a comma, a quote or a line break."""
    codes, different = pd.factorize(column)
    words = np.array([_cell(str(value)) for value in different], dtype=object)
    return list(words[codes])


def _cell(text: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([text])
    return out.getvalue()
