"""`tracker analyse` on the table of a large service, against reading the same file with pandas and nothing else."""

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bench.measuring import seconds

CLIENTS = 10_000
SESSIONS = 20
AIMS = {"gains": 3.0, "drops": 3.0, "change": 2.0}
OPTIONS = {"gains": ("--cutoff", "7"), "drops": (), "change": ("--reliability", "0.8")}


def analysis(folder: Path, say: Callable[[str, str, str], None]) -> None:
    """Say for each command how many times the floor it takes, whole processes both."""
    for name, make in (("gains", _course), ("drops", _course), ("change", _pairs)):
        path = folder / f"{name}.csv"
        make(path)
        floor = ("-c", f"import pandas; pandas.read_csv({str(path)!r})")
        ours = ("-m", "tracker", "analyse", name, str(path), "--output", str(folder / "out.csv"))
        times = [seconds(lambda w=words: _run(w), 5) for words in (floor, (*ours, *OPTIONS[name]))]  # type: ignore[misc]  # a lambda's default
        what = f"analyse {name}, {CLIENTS:,} × {SESSIONS}: to reading the file"
        say(what, f"{times[1] / times[0]:.2f}", f"aim: under {AIMS[name]:g}")


def _run(words: tuple[str, ...]) -> None:
    subprocess.run([sys.executable, *words], check=True, capture_output=True)  # noqa: S603  (our own command)


def _course(path: Path) -> None:
    chance = random.Random(1999)  # noqa: S311  (the year of the paper; the same table each time)
    with path.open("w", encoding="utf-8") as file:
        file.write("client,session,score\n")
        for client in range(CLIENTS):
            score = chance.randint(150, 350)
            for session in range(1, SESSIONS + 1):
                score = min(400, max(0, score + chance.randint(-90, 80)))
                file.write(f"K{client:05d},{session},{score / 10}\n")


def _pairs(path: Path) -> None:
    chance = random.Random(1991)  # noqa: S311
    with path.open("w", encoding="utf-8") as file:
        file.write("client,pre,post\n")
        for client in range(CLIENTS):
            file.write(
                f"K{client:05d},{chance.randint(0, 400) / 10},{chance.randint(0, 400) / 10}\n"
            )
