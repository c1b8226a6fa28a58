"""Cells of a CSV file that other programs read."""

import csv
import io

import numpy as np
import pandas as pd


def cells(column: pd.Series) -> list[str]:
    """Each value as a cell of a CSV file: quoted where it holds a comma, a quote or a line break."""
    codes, different = pd.factorize(column)
    words = np.array([_cell(str(value)) for value in different], dtype=object)
    return list(words[codes])


def _cell(text: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([text])
    return out.getvalue()
