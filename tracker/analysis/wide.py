"""Wide tables: a row for each client, and a column for each session, such as bdi_1, bdi_2, bdi_3."""

from dataclasses import replace

import numpy as np
import pandas as pd

from tracker.analysis.change import POST, PRE
from tracker.analysis.problems import BadTable
from tracker.analysis.reading import CLIENT, RawTable
from tracker.analysis.tables import MOST_SESSIONS, SESSION, CourseTable, Reading, checked

SCORE = "score"


def courses(raw: RawTable, stem: str, reading: Reading) -> CourseTable:
    """The checked table with a row for each session of each client."""
    sessions = _sessions(raw, stem)
    table = checked(raw, (CLIENT,), list(sessions), reading)
    long = table.rows.melt(id_vars=[CLIENT], var_name=SESSION, value_name=SCORE)
    long[SESSION] = long[SESSION].map(sessions).astype(np.int64)
    return replace(table, rows=long[[CLIENT, SESSION, SCORE]])


def pairs(raw: RawTable, stem: str, reading: Reading) -> CourseTable:
    """The checked table with the first and the last score of each client; one score alone is the first."""
    sessions = _sessions(raw, stem)
    table = checked(raw, (CLIENT,), list(sessions), reading)
    in_order = table.rows[sorted(sessions, key=sessions.__getitem__)].to_numpy(float)
    there = ~np.isnan(in_order)
    each = np.arange(len(in_order))
    first = in_order[each, there.argmax(axis=1)]
    last = in_order[each, in_order.shape[1] - 1 - there[:, ::-1].argmax(axis=1)]
    last[there.sum(axis=1) < 2] = np.nan
    rows = pd.DataFrame({CLIENT: table.rows[CLIENT], PRE: first, POST: last})
    return replace(table, rows=rows)


def _sessions(raw: RawTable, stem: str) -> dict[str, int]:
    """The columns that are sessions, with their numbers."""
    start = stem.casefold()
    ends = {c: c[len(stem) :].strip() for c in raw.frame.columns if c.casefold().startswith(start)}
    sessions = {c: int(end) for c, end in ends.items() if end.isascii() and end.isdecimal()}
    if len(sessions) < 2:
        there = ", ".join(raw.frame.columns) or "none"
        expected = f"two or more such as {stem}1, {stem}2 are expected"
        raise BadTable(f"{raw.name} has no columns of sessions: {expected}, found are {there}")
    for column, number in sessions.items():
        if not 1 <= number <= MOST_SESSIONS:
            what = f"a number from 1 to {MOST_SESSIONS} is expected behind {stem!r}"
            raise BadTable(f"{raw.name}, column {column}: {what}")
    if len(set(sessions.values())) < len(sessions):
        raise BadTable(f"{raw.name} has a session twice: {', '.join(sessions)}")
    return sessions
