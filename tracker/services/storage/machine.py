"""What `tracker doctor` looks at around a database: the machine, the keys, the practice's own files. It opens none."""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tracker.reference.loader import read_measures
from tracker.reference.tables import BadFile

OLDEST_LIBRARY = (3, 51, 3)  # before it, SQLite's write-ahead log could be damaged by a race
LEAST_FREE = 200 * 1024 * 1024  # design default
THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "[::1]"})


class Health(StrEnum):
    """How a thing stands."""

    OK = "ok"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True)
class HealthCheck:
    """One line: what was looked at, how good or bad it is, the state it was found in, what to do."""

    name: str
    level: Health
    state: str
    to_do: str = ""


def check(name: str, good: bool, state: str, to_do: str, bad: Health = Health.WRONG) -> HealthCheck:
    """A look whose state is as it should be, or not."""
    return HealthCheck(name, Health.OK, state) if good else HealthCheck(name, bad, state, to_do)


def reached(hosts: Iterable[str], *, secure: bool) -> HealthCheck:
    """Whether whoever reaches the site from another machine does so by https."""
    others = sorted(set(hosts) - THIS_MACHINE)
    if not others:
        return HealthCheck("https", Health.OK, "served to this machine only")
    names = ", ".join(others)
    return check(
        "https",
        secure,
        f"served as {names}{'' if secure else ' without https'}",
        "Put https before it (docs/operations.md), and set TRACKER_HTTPS=1",
    )


def own_measures(folder: Path) -> HealthCheck:
    """Whether the practice's own measure files can be read."""
    if not folder.is_dir():
        return HealthCheck("measures", Health.OK, "no files of the practice's own")
    try:
        count = len(read_measures(folder, shipped=False).current)
    except BadFile as error:
        return HealthCheck(
            "measures", Health.WRONG, str(error), "Correct the file, or take it away"
        )
    return HealthCheck("measures", Health.OK, f"{count} of the practice's own")


def key_files(folder: Path) -> HealthCheck:
    """Whether only their owner can read the keys."""
    open_to_others = [
        path.name
        for path in [folder, *sorted(folder.glob("*.key"))]
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    state = (
        f"others can read {', '.join(open_to_others)}" if open_to_others else "there, and private"
    )
    to_do = f"chmod 700 {folder}; chmod 600 {folder}/*.key"
    return check("keys", not open_to_others, state, to_do)


def library(installed: tuple[int, ...]) -> HealthCheck:
    """Whether the embedded library is one that keeps its write-ahead log whole."""
    number = ".".join(map(str, installed))
    return check(
        "SQLite",
        installed >= OLDEST_LIBRARY,
        number,
        "Install the versions of requirements/run.lock",
    )


def disk_space(free: int, size: int) -> HealthCheck:
    """Whether another backup fits, with room to go on. Bytes that are free, and bytes of the database."""
    needed = max(LEAST_FREE, 3 * size)
    state = f"{free // (1024 * 1024):,} MB free"
    return check(
        "disk", free >= needed, state, f"Make room: {needed // (1024 * 1024):,} MB are wanted"
    )
