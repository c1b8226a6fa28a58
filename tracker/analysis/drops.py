"""Falls from one rating to the next, for every client and every component of a table."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pandas as pd

from tracker.analysis.exact import Flags, TableScale, Units, above, units
from tracker.analysis.reading import CLIENT
from tracker.analysis.tables import DATE, SESSION, CourseTable, cells

HEADER = "client,session,component,previous_session,previous,score,change,drop"
SCORES_AT_ONCE = 50_000  # design default: of whole clients, so that memory stays small


def drops(table: CourseTable, points: Fraction) -> Iterator[str]:
    """One line for each score that is there, by client, session and component: what it was at the client's last earlier
    session with that component, and whether it fell by that many points or more (1 or 0; empty without an earlier one).
    """
    clients, _ = pd.factorize(table.rows[CLIENT], sort=True)
    order = np.lexsort((table.rows[SESSION].to_numpy(), clients))
    ends = np.flatnonzero(np.diff(clients[order], append=-1)) + 1  # of each client
    blocks = ends * len(_components(table.rows)) // SCORES_AT_ONCE
    cuts = ends[np.flatnonzero(np.diff(blocks, append=-1))]  # the last client of each block
    for some in np.split(order, cuts[:-1]):
        yield from _lines(table.rows.iloc[some], table.scale, points)


def _components(rows: pd.DataFrame) -> list[str]:
    return [column for column in rows.columns if column not in (CLIENT, SESSION, DATE)]


def _lines(rows: pd.DataFrame, scale: TableScale, points: Fraction) -> Iterator[str]:
    """The lines of some clients, whose rows are in order."""
    components = _components(rows)
    values = rows[components].to_numpy(float)
    there = ~np.isnan(values)
    scores = units(values.ravel(), scale).reshape(values.shape)
    before = _before(there, rows[CLIENT].to_numpy())
    row, component = np.nonzero(there)  # row by row, as the lines are
    earlier = before[row, component]
    first = earlier < 0
    previous = scores[earlier, component]  # means nothing where it is the first
    score = scores[row, component]
    change = score - previous
    fell = ~above(change, -scale.of(points))
    session = np.array([str(number) for number in rows[SESSION]], dtype=object)
    columns = (
        np.array(cells(rows[CLIENT]), dtype=object)[row],
        session[row],
        np.array(cells(pd.Series(components)), dtype=object)[component],
        np.where(first, "", session[earlier]),
        np.where(first, "", np.array(scale.texts(previous), dtype=object)),
        scale.texts(score),
        np.where(first, "", np.array(scale.texts(change), dtype=object)),
        np.where(first, "", np.where(fell, "1", "0").astype(object)),
    )
    return map(",".join, zip(*columns, strict=True))


def _before(there: Flags, client: Units) -> Units:
    """For each row and component the row with the client's last earlier score; -1 where there is none."""
    place = np.arange(len(there))
    last = np.maximum.accumulate(np.where(there, place[:, None], -1))
    begins = np.r_[True, client[1:] != client[:-1]]
    first = np.maximum.accumulate(np.where(begins, place, 0))  # the first row of the client
    before = np.vstack([np.full_like(last[:1], -1), last[:-1]])
    return np.where(before < first[:, None], -1, before)
