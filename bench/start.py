"""What a start costs: commands that need no application, and the server until it has answered, with its memory.

CPU is told beside what `python -c "import flask, sqlalchemy.orm"` takes around it: the two libraries that everything of
the product is written for, and nothing of the product.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.request import urlopen

from tests.instances import free_port

LIBRARIES = ("-c", "import flask, sqlalchemy.orm")
TRACKER = ("-m", "tracker")
LIGHT = (
    ("--help",),
    ("accounts", "add", "--help"),
    ("analyse", "drops", "--help"),
    ("audit", "report", "--help"),
    ("doctor",),
    ("keys", "--help"),
    ("measures",),
    ("simulate", "--help"),
)
RUNS = 5
LIGHT_AT_MOST = 0.5  # times the two libraries, as are the next; design defaults
START_AT_MOST = 2.6
START_AIM = 1.5  # seconds, as the two libraries took one second where that was set
WORKER_AT_MOST = 90  # MB
Say = Callable[[str, str, str], None]


class StartCost(NamedTuple):
    """Seconds of CPU that a server took until it had answered, and the megabytes of its largest worker: its share of
    what it holds together with others, and all of it."""

    cpu: float
    worker: float
    resident: float


def commands(folder: Path, say: Say) -> bool:
    """True when one of the commands that need no application takes longer than it may; says so."""
    alone = _alone(folder)
    each = {words: _median(lambda w=words: _cpu(folder, *TRACKER, *w)) for words in LIGHT}
    words, slowest = max(each.items(), key=lambda item: item[1])
    alone = (alone + _alone(folder)) / 2
    say(
        f"tracker {' '.join(words)} to loading two libraries",
        f"{slowest / alone:.2f}",
        f"at most {LIGHT_AT_MOST:g}; the slowest of {len(LIGHT)}",
    )
    say("CPU of the two, of tracker --help", f"{alone:.2f}, {each[LIGHT[0]]:.2f} s", "")
    return slowest > LIGHT_AT_MOST * alone


def server(folder: Path, say: Say) -> bool:
    """True when the server takes more CPU to start, or its worker more memory, than it may; says so.

    Of an instance that has nothing to bring up: a start that upgrades the database loads Alembic too.
    """
    _cpu(folder, *TRACKER, "practice")
    _served(folder)  # what is kept for the next start
    libraries = [_cpu(folder, *LIBRARIES)]
    costs = []
    for _ in range(RUNS):
        costs.append(_served(folder))
        libraries.append(_cpu(folder, *LIBRARIES))
    # Each start beside what was before and after it: a machine that is busy for a while slows all three.
    around = [(before + after) / 2 for before, after in pairwise(libraries)]
    times = median(cost.cpu / alone for cost, alone in zip(costs, around, strict=True))
    cpu = median(cost.cpu for cost in costs)
    worker = max(cost.worker for cost in costs)
    whole = max(cost.resident for cost in costs)
    say(
        "start of the server to loading two libraries",
        f"{times:.2f}",
        f"at most {START_AT_MOST:g}, aim: {START_AIM:g}",
    )
    say("CPU of the two, of the start", f"{median(libraries):.2f}, {cpu:.2f} s", "")
    say("memory of one worker, its share", f"{worker:.0f} MB", f"under {WORKER_AT_MOST}")
    say("all that it holds, with what it shares", f"{whole:.0f} MB", "")
    return times > START_AT_MOST or worker >= WORKER_AT_MOST


def _alone(folder: Path) -> float:
    return _median(lambda: _cpu(folder, *LIBRARIES))


def _median(seconds: Callable[[], float]) -> float:
    seconds()
    return median(seconds() for _ in range(RUNS))


def environment(folder: Path) -> dict[str, str]:
    """The environment, with an instance there. Code is kept compiled, as it is once installed."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "TRACKER_INSTANCE": str(folder)}


def _cpu(folder: Path, *words: str) -> float:
    """Seconds of CPU that a process of Python takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603  (our own commands)
        [sys.executable, *words],
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        check=words[-1] != "doctor",  # which finds no instance
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _served(folder: Path) -> StartCost:
    """What the real server takes until it has answered."""
    port = free_port()
    command = [sys.executable, *TRACKER, "serve", "--port", str(port)]
    with subprocess.Popen(  # noqa: S603  (our own server)
        command, env=environment(folder), stdout=subprocess.DEVNULL
    ) as process:
        try:
            answered(port)
            workers = workers_of(process.pid)
            return StartCost(
                sum(_cpu_so_far(each) for each in (process.pid, *workers)),
                max(share(each) for each in workers),
                max(resident(each) for each in workers),
            )
        finally:
            process.terminate()


def answered(port: int) -> None:
    """Wait until the server has answered; TimeoutError where it does not."""
    for _ in range(400):
        try:
            urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=5).read()
            return
        except OSError:
            time.sleep(0.05)  # it is still starting
    raise TimeoutError("the server does not answer")


def _cpu_so_far(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf(
        "SC_CLK_TCK"
    )  # its own, not its children's


def workers_of(server: int) -> list[int]:
    """The processes that answer for a server."""
    children = Path(f"/proc/{server}/task/{server}/children").read_text(encoding="ascii").split()
    return [int(child) for child in children]


def share(process: int) -> float:
    """The megabytes that a process holds, where those it holds together with others count in part."""
    return _told(process, "smaps_rollup", "Pss:")


def resident(process: int) -> float:
    """The megabytes that a process holds in memory."""
    return _told(process, "status", "VmRSS:")


def _told(process: int, file: str, word: str) -> float:
    lines = Path(f"/proc/{process}/{file}").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(word))
