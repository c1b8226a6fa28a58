"""How much memory there is to count on, and how little of it is held."""

import ctypes
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

CONTAINER = (  # what a container may use, in the two forms that Linux says it in
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)
UNKNOWN = 1024**3  # design default, where the system does not say


def of_machine(limits: Iterable[Path] = CONTAINER) -> int:
    """Bytes of memory that the machine has, or that its container may use where that is less."""
    sizes = [_physical()]
    for limit in limits:
        with suppress(OSError, ValueError):  # there is no such file, or it says "max"
            sizes.append(int(limit.read_text(encoding="ascii")))
    return min(sizes)


def _physical() -> int:
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # not on Windows
        return UNKNOWN


ARENAS = -8  # M_ARENA_MAX, as glibc numbers what `mallopt` sets


def gather() -> None:
    """Let all threads of this process take memory from one place, and give back what is free.

    glibc makes an arena for each thread, and what one has freed serves no other: a worker of four threads grows by a
    tenth. Another C library is left as it is.
    """
    with suppress(AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(ARENAS, 1)
        library.malloc_trim(0)
