"""A table that somebody keeps, checked row by row: the columns that are asked for, and what is wrong with which row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pandas as pd

from tracker import tabular
from tracker.analysis.cells import FORMULA, MISSING, MISTAKE, Unread, clean, day, number, told
from tracker.analysis.exact import LARGEST, TableScale, scale_of
from tracker.analysis.problems import BadTable
from tracker.analysis.reading import CLIENT, RawTable
from tracker.domain.measures.strain import StrainAnswer

SESSION = "session"
DATE = "date"
MOST_SESSIONS = 9_999
EARLIEST = date(1950, 1, 1)  # design default: no session in a table is older
# Design default: what people write for "missing", looked for where it lies far outside of everything else.
CODES = (-9999.0, -999.0, -99.0, -9.0, 77.0, 88.0, 99.0, 777.0, 888.0, 999.0, 9999.0)


@dataclass(frozen=True)
class Reading:
    """How cells are read: the codes that stand for a missing score, and the latest day a session can have."""

    missing: tuple[str, ...] = ()
    latest: date = date.max

    def codes(self) -> list[float]:
        """The codes that are numbers."""
        return [value for text in self.missing if (value := number(text)) is not None]

    def missing_as_written(self) -> frozenset[str]:
        """The codes as they stand in cells."""
        return frozenset(clean(text) for text in self.missing)

    def words(self) -> frozenset[str]:
        """The codes as texts, in small letters."""
        return frozenset(clean(text).casefold() for text in self.missing)


@dataclass(frozen=True)
class CourseTable:
    """The rows that can be used, and those that cannot with what is wrong. The index is the line in the file. Notes are
    worth saying beside the result. `not_applicable`: the columns that were answered so, by line; `strain`, `held_back`:
    what the client said beside the marks, by line."""

    rows: pd.DataFrame
    bad: pd.DataFrame
    scale: TableScale
    notes: tuple[str, ...] = ()
    not_applicable: Mapping[int, frozenset[str]] = field(default_factory=dict)
    strain: Mapping[int, StrainAnswer] = field(default_factory=dict)
    held_back: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Check:
    """A table while it is looked at: which rows are good so far, and what is wrong with each of the others."""

    raw: RawTable
    reading: Reading
    good: pd.Series = field(repr=False)
    wrong: dict[int, str] = field(default_factory=dict)

    def say(self, where: pd.Series, message: str) -> None:
        """Write down what is wrong with these rows, unless something is said of them already."""
        if where.any():
            lines = where.index[where & self.good]
            self.wrong.update(dict.fromkeys(lines, message))
            self.good[lines] = False


def checked(
    raw: RawTable,
    keys: Sequence[str],
    scores: Sequence[str] | None,
    reading: Reading = Reading(),
) -> CourseTable:
    """The table with its scores as floats, every row judged. `scores` None: every other column is one. Days are looked
    at wherever sessions have a column with them.

    BadTable where a column is missing or nothing is left to look at.
    """
    frame = raw.frame
    dated = [DATE] if SESSION in keys and DATE in frame.columns else []
    values = _columns(raw, keys, scores, dated)
    check = _Check(raw, reading, pd.Series(True, index=frame.index))
    columns = {column: _numbers(frame[column], check) for column in values}
    if SESSION in keys:
        columns[SESSION] = _sessions(frame[SESSION], check)
    columns[CLIENT] = _clients(frame[CLIENT], check)
    columns |= {column: frame[column] for column in dated}
    rows = pd.DataFrame({name: columns.pop(name) for name in (*keys, *values, *dated)}, copy=False)
    again = _again(_those(rows, check.good), keys).reindex(frame.index, fill_value=False)
    once = f"columns {','.join(keys)}: each {' and '.join(keys)} is expected once"
    check.say(again, once)
    if dated:
        rows[DATE] = _days(rows, check)
    good = check.good
    lines = frame.index[~good]
    problems = pd.Series([check.wrong[line] for line in lines], index=lines, dtype=object)
    bad = frame[~good].assign(line=lines, problem=problems)
    whole = {SESSION: np.int64} if SESSION in keys else {}
    rows = _those(rows, good).astype(whole)
    numbers = rows[values].to_numpy(float)
    notes = (*raw.notes, *_outliers(rows[values]))
    return CourseTable(rows, bad, scale_of(numbers.ravel()), notes)


def _again(rows: pd.DataFrame, keys: Sequence[str]) -> pd.Series:
    """Which rows have the keys of an earlier one; all have a client, and a session where that is a key."""
    place, _ = pd.factorize(rows[CLIENT])
    if SESSION in keys:
        place *= MOST_SESSIONS + 1
        place += rows[SESSION].to_numpy(np.int64)
    in_order = np.sort(place)
    if (in_order[1:] > in_order[:-1]).all():  # as in most tables: it takes less memory to see that
        return pd.Series(False, index=rows.index)
    return pd.Series(place, index=rows.index).duplicated()


def _those(rows: pd.DataFrame, good: pd.Series) -> pd.DataFrame:
    """The good rows; of a large table no copy is made where all are good."""
    return rows if good.all() else rows[good]


def without(table: CourseTable, raw: RawTable, wrong: Mapping[int, str]) -> CourseTable:
    """The table without more rows that turned out bad, by their line."""
    lines = list(wrong)
    more = raw.frame.loc[lines].assign(line=lines, problem=list(wrong.values()))
    bad = pd.concat([table.bad, more]).sort_values("line") if lines else table.bad
    return replace(table, rows=table.rows.drop(index=lines), bad=bad)


def _columns(
    raw: RawTable, keys: Sequence[str], scores: Sequence[str] | None, dated: Sequence[str]
) -> list[str]:
    """The columns with scores."""
    there = list(raw.frame.columns)
    asked = [*keys, *(scores if scores is not None else ())]
    if absent := [column for column in asked if column not in there]:
        expected = f"{','.join(asked)} are expected"
        names = ", ".join(there) or "none"
        raise BadTable(f"{raw.name} has no column {absent[0]!r}: {expected}, found are {names}")
    others = [column for column in there if column not in (*keys, *dated)]
    values = list(scores) if scores is not None else others
    if not values:
        raise BadTable(f"{raw.name} has no column with scores beside {' and '.join(keys)}")
    for column in (*keys, *dated, *values):
        if there.count(column) > 1:
            raise BadTable(f"{raw.name} has the column {column!r} twice: once is expected")
    if "" in values:
        place = there.index("") + 1
        raise BadTable(
            f"{raw.name}, column {place} holds something and has no name: one is expected"
        )
    if raw.frame.empty:
        below = "at least one is expected below the names of the columns"
        raise BadTable(f"{raw.name} has no rows: {below}")
    return values


def _numbers(column: pd.Series, check: _Check) -> pd.Series:
    """The column as floats, empty where nothing stands; words and numbers that are too large are bad."""
    numbers = _parsed(column, check.raw.commas, check.reading.words())
    if codes := check.reading.codes():
        numbers[numbers.isin(codes)] = np.nan
    words = np.isinf(numbers)
    if words.any():
        _say_words(column, words, check)
        numbers[words] = np.nan
    large = numbers.abs() > LARGEST
    check.say(large, f"column {column.name}: a number up to {LARGEST} is expected")
    return numbers


def _parsed(column: pd.Series, commas: bool, missing: frozenset[str]) -> pd.Series:
    """The column as floats: nothing where a score is missing, infinity where no number stands."""
    if column.dtype.kind in "iuf":
        return column.astype(float)
    values = [_value(cell, commas, missing) for cell in column]
    return pd.Series(values, index=column.index, dtype=float)


def _value(cell: object, commas: bool, missing: frozenset[str]) -> float:
    """One cell as a float, as above."""
    if isinstance(cell, int | float):
        return cell
    text = "" if cell is None else clean(str(cell))
    if text in MISSING or text.casefold() in missing:
        return np.nan
    value = number(cell, commas=commas) if isinstance(cell, str) else None
    return np.inf if value is None else value


def _say_words(column: pd.Series, words: pd.Series, check: _Check) -> None:
    """Say what is wrong where no number stands."""
    texts = column.where(words, "").astype(str)
    formulas = texts.str.startswith(FORMULA)
    save = "no stored value (save the file in a spreadsheet program)"
    without_value = f"column {column.name}: a number is expected, and this formula has {save}"
    check.say(words & formulas, without_value)
    check.say(words, f"column {column.name}: a number is expected")


def _sessions(column: pd.Series, check: _Check) -> pd.Series:
    numbers = column
    if column.dtype.kind != "i":
        numbers = _parsed(column, check.raw.commas, frozenset())
    whole = (numbers % 1 == 0) & (numbers >= 1) & (numbers <= MOST_SESSIONS)
    expected = f"column {SESSION}: a whole number from 1 to {MOST_SESSIONS} is expected"
    check.say(~whole, expected)
    return numbers


def _clients(column: pd.Series, check: _Check) -> pd.Series:
    """The clients as people see them; a cell without a name, or with a spreadsheet's mistake, is bad."""
    codes, different = pd.factorize(column)
    names = [_client(value) for value in different.tolist()]
    if names == different.tolist() and codes.min(initial=0) >= 0:  # as most tables write them
        return pd.Series(column.to_numpy(object), index=column.index, dtype=object, copy=False)
    named = np.array([*names, None], dtype=object)[codes]  # -1, the last, where nothing stands
    clients = pd.Series(named, index=column.index, dtype=object)
    check.say(clients.isna(), f"column {CLIENT}: a name or number of the client is expected")
    return clients


def _client(value: object) -> str | None:
    if type(value) is str and value.isascii() and value.isalnum():  # as most are
        return value
    name = clean(value if isinstance(value, str) else told(value))
    unread = isinstance(value, Unread) or MISTAKE.fullmatch(name)
    return None if unread or not name else name


def _days(rows: pd.DataFrame, check: _Check) -> pd.Series:
    """The days of the sessions. Bad is what is no day, what no session can have, and what lies before an earlier
    session of the client."""
    codes, different = pd.factorize(rows[DATE].astype(object))
    known = np.array([*(day(value) for value in different), None], dtype=object)
    days = pd.Series(known[codes], index=rows.index, dtype=object)
    check.say(days.isna(), f"column {DATE}: a day such as 2026-03-27 is expected")
    latest = check.reading.latest
    held = np.array([d is not None and EARLIEST <= d <= latest for d in known], dtype=bool)
    expected = f"column {DATE}: a day from {EARLIEST} to {latest} is expected"
    check.say(pd.Series(~held[codes], index=rows.index), expected)
    _say_order(_those(rows.assign(**{DATE: days}), check.good), check)
    return days


def _say_order(rows: pd.DataFrame, check: _Check) -> None:
    """Say which sessions lie before one that comes earlier by its number."""
    ordered = rows.sort_values([CLIENT, SESSION], kind="stable")
    number_of = pd.Series([d.toordinal() for d in ordered[DATE]], index=ordered.index, dtype=int)
    last = number_of.groupby(ordered[CLIENT], sort=False).cummax()
    before = ordered[SESSION].where(number_of == last).ffill()
    for line in ordered.index[number_of < last]:
        session = int(ordered.loc[line, SESSION])
        earlier = int(before[line])
        there = date.fromordinal(int(last[line]))
        check.wrong[line] = (
            f"column {DATE}: session {session} lies before session {earlier} ({there})"
        )
        check.good[line] = False


def _outliers(scores: pd.DataFrame) -> list[str]:
    """What looks like a code for missing scores: such a number, farther from all others than they are apart."""
    notes = []
    for column in scores.columns:
        values = scores[column].dropna()
        coded = values.isin(CODES)
        others = values[~coded]
        if not coded.any() or others.nunique() < 2:
            continue
        low = others.min()
        high = others.max()
        far = values[coded & ((values > 2 * high - low) | (values < 2 * low - high))]
        for code, count in far.value_counts().items():
            text = told(code)
            notes.append(
                f"Column {column}: {text} stands {count} time(s), far from the rest ({told(low)} to {told(high)});"
                f" --missing {text} if it means that a score is missing."
            )
    return notes


def first_problem(bad: pd.DataFrame) -> str:
    """The first bad row in words: where, what is expected, and what stands there."""
    row = bad.iloc[0]
    more = len(bad) - 1
    column = row["problem"].split(":")[0].removeprefix("column ")
    there = row.get(column)
    quoted = f", found {told(there)!r}" if column in bad.columns and pd.notna(there) else ""
    others = f" (and {more} more bad row{'s' if more > 1 else ''})" if more else ""
    return f"row {row['line']}, {row['problem']}{quoted}{others}"


def bad_lines(bad: pd.DataFrame) -> list[str]:
    """The bad rows as lines of CSV, the names of the columns first."""
    names = list(bad.columns)
    rows = bad.astype(object).itertuples(index=False)
    cells = [["" if pd.isna(cell) else _as_it_stood(cell) for cell in row] for row in rows]
    return [tabular.line(row).removesuffix("\r\n") for row in (names, *cells)]


def _as_it_stood(cell: object) -> object:
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def cells(column: pd.Series) -> list[str]:
    """Each value as a cell of a CSV file: quoted where it holds a comma, a quote or a line break, never a formula."""
    codes, different = pd.factorize(column)
    words = np.array([tabular.cell(str(value)) for value in different.tolist()], dtype=object)
    cells_in_order: list[str] = words[codes].tolist()
    return cells_in_order
