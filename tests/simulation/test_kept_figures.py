"""The figures of the page *Simulation* are the command's: a small sample is kept to the letter, so that whoever changes
a rule or the noise makes them anew, and one with another seed comes to the same, within chance."""

import math
import re
from pathlib import Path

from click.testing import CliRunner

from tracker.cli import main
from tracker.domain.rules.findings import RULES_VERSION

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "docs" / "simulated.txt"
SAMPLE = ROOT / "tests" / "golden" / "simulated.txt"
VERSIONS = ("--rules", "2026.7", "--rules", RULES_VERSION)
CLIENTS = 40
WIDE = 4  # standard errors: by chance one figure in ten thousand lies further off
# Of how many a share in the sample is, by the heading of its part. Sessions of a client hang together: a third counts.
COUNTED = {
    "nothing changes: of sessions": CLIENTS * 11 / 3,
    "told that it came back": CLIENTS / 2,
    "the fifth of the clients": CLIENTS / 5,
}


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


def simulated(*words: str) -> str:
    """What the command prints."""
    result = CliRunner().invoke(main, ["simulate", "rules", *words])
    assert result.exit_code == 0
    return result.output


def test_a_sample_is_the_same_to_the_letter() -> None:
    assert simulated("--clients", "4", *VERSIONS) == SAMPLE.read_text(encoding="utf-8"), (
        "The rules or the noise are other ones: make docs/simulated.txt and tests/golden/simulated.txt anew, as their "
        "first lines say, each with the versions that stand above its columns."
    )


def test_the_page_says_of_whom_and_of_which_rules_its_figures_are() -> None:
    page = (ROOT / "docs" / "simulation.md").read_text(encoding="utf-8")
    head = re.search(r": (\d+) clients, (\d+) sessions", KEPT.read_text(encoding="utf-8"))
    assert head
    clients, sessions = (int(number) for number in head.groups())
    assert f"--clients {clients} --rules 2026.7 --rules {RULES_VERSION}\n" in page
    assert (
        f"Of {clients:,} clients in {sessions} sessions, rules 2026.7 beside {RULES_VERSION}."
        in page
    )


def test_the_figures_of_the_page_are_what_a_sample_with_another_seed_shows() -> None:
    kept = KEPT.read_text(encoding="utf-8")
    assert kept.splitlines()[3].split()[-2:] == ["2026.7", RULES_VERSION]
    shown = figures(simulated("--noise", "normal", "--clients", str(CLIENTS), "--seed", "77"))
    expected = figures(kept)
    assert shown.keys() == expected.keys()
    assert len(shown) > 50
    for row, percent in shown.items():
        of = next((n for heading, n in COUNTED.items() if row[0].startswith(heading)), CLIENTS)
        share = min(max(expected[row] / 100, 0.02), 0.98)
        error = 100 * math.sqrt(share * (1 - share) / of)
        assert abs(percent - expected[row]) < WIDE * error, (row, percent, expected[row])
