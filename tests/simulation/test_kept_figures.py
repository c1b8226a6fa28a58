"""The figures of the page *Simulation* are the command's: a sample with another seed comes to the same, within chance."""

import math
import re
from pathlib import Path

from click.testing import CliRunner

from tracker.cli import main
from tracker.domain.rules.findings import RULES_VERSION

KEPT = Path(__file__).resolve().parents[2] / "docs" / "simulated.txt"
CLIENTS = 60
WIDE = 4.5  # standard errors: by chance one figure in a hundred thousand lies further off


def figures(text: str) -> dict[tuple[str, ...], float]:
    """The percent of the newest version in each row of the part with normal noise, by the headings above the row."""
    part = text.split("\nnormal: ")[1].split("\nheavy: ", maxsplit=1)[0]
    path: list[str] = []
    rows = {}
    for line in part.splitlines()[2:]:
        depth = (len(line) - len(line.lstrip())) // 2
        what, *cells = re.split(r"\s{2,}", line.strip())
        path[depth:] = [what]
        if cells:
            rows[tuple(path)] = float(cells[-1].split()[0])
    return rows


def test_the_kept_figures_are_of_the_rules_in_force_and_what_a_sample_shows() -> None:
    kept = KEPT.read_text(encoding="utf-8")
    assert RULES_VERSION in kept.splitlines()[3]
    sample = CliRunner().invoke(
        main, ["simulate", "rules", "--noise", "normal", "--clients", str(CLIENTS), "--seed", "77"]
    )
    shown = figures(sample.output)
    expected = figures(kept)
    assert shown.keys() == expected.keys()
    assert len(shown) > 50
    for row, percent in shown.items():
        share = min(max(expected[row] / 100, 0.02), 0.98)
        error = 100 * math.sqrt(
            share * (1 - share) / (CLIENTS / 2)
        )  # of some rows half the clients are counted
        assert abs(percent - expected[row]) < WIDE * error, (row, percent, expected[row])
