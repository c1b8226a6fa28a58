"""Falls from one rating to the next, for every client and every component of a table."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pandas as pd

from tracker.analysis.exact import above, units
from tracker.analysis.reading import CLIENT
from tracker.analysis.tables import DATE, SESSION, CourseTable, cells

HEADER = "client,session,component,previous_session,previous,score,change,drop"


def drops(table: CourseTable, points: Fraction) -> Iterator[str]:
    """One line for each score that is there, by client, session and component: what it was at the client's last earlier
    session with that component, and whether it fell by that many points or more (1 or 0; empty without an earlier one).
    """
    compared = _compared(table)
    scale = table.scale
    first = (compared["previous_session"] == 0).to_numpy()
    change = (compared["score"] - compared["previous"]).to_numpy()
    fell = ~above(change, -scale.of(points))
    texts = [
        np.where(first, "", scale.texts(values))
        for values in (compared["previous"].to_numpy(), change)
    ]
    yield from (
        ",".join(row)
        for row in zip(
            cells(compared[CLIENT]),
            map(str, compared[SESSION]),
            cells(compared["component"]),
            np.where(first, "", compared["previous_session"].astype(str)),
            texts[0],
            scale.texts(compared["score"].to_numpy()),
            texts[1],
            np.where(first, "", np.where(fell, "1", "0")),
            strict=True,
        )
    )


def _compared(table: CourseTable) -> pd.DataFrame:
    """Every present score with the one before it, in units; session 0 where there is none."""
    rows = table.rows.sort_values([CLIENT, SESSION], kind="stable")
    components = [column for column in rows.columns if column not in (CLIENT, SESSION, DATE)]
    parts = []
    for place, component in enumerate(components):
        there = rows[rows[component].notna()]
        score = units(there[component].to_numpy(float), table.scale)
        client = there[CLIENT].to_numpy()
        session = there[SESSION].to_numpy()
        same = np.zeros(len(there), dtype=bool)
        same[1:] = client[1:] == client[:-1]
        part = pd.DataFrame({CLIENT: client, SESSION: session, "place": place, "score": score})
        part["previous"] = np.where(same, np.roll(score, 1), 0)
        part["previous_session"] = np.where(same, np.roll(session, 1), 0)
        parts.append(part.assign(component=component))
    return pd.concat(parts, ignore_index=True).sort_values(
        [CLIENT, SESSION, "place"], kind="stable"
    )
