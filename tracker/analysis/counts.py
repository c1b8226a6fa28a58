"""Counts of many clients, put together and in order to be looked into."""

from collections.abc import Sequence

import pandas as pd


def grouped(
    series: Sequence[str], counts: Sequence[int | None], *, largest_first: bool
) -> list[tuple[str, list[int]]]:
    """The places of the counts by series, both in the order they came in; or the largest count of a series first, and
    those that are hidden last, which tells nothing of how large they are."""
    frame = pd.DataFrame({"n": pd.array(list(counts), dtype="Int64")})
    frame["series"] = pd.Categorical(series, categories=list(dict.fromkeys(series)))
    if largest_first:
        frame = frame.sort_values("n", ascending=False, na_position="last", kind="stable")
    return [
        (str(name), [int(place) for place in rows.index])
        for name, rows in frame.groupby("series", observed=True)
    ]
