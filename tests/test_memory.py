"""How much memory a process may count on, and that it gives back what is free."""

import subprocess
import sys
from pathlib import Path

import pytest

from tracker import memory


@pytest.mark.parametrize("said", ["max\n", "", None])
def test_it_is_that_of_the_machine_where_nothing_limits_it(
    tmp_path: Path, said: str | None
) -> None:
    limit = tmp_path / "memory.max"
    if said is not None:
        limit.write_text(said)
    assert memory.of_machine([limit]) == memory.of_machine([]) > 64 * 1024**2


def test_in_a_container_it_is_what_that_may_use(tmp_path: Path) -> None:
    limit = tmp_path / "memory.max"
    limit.write_text("33554432\n")
    wide = tmp_path / "memory.limit_in_bytes"
    wide.write_text("9223372036854771712\n")
    assert memory.of_machine([limit]) == 32 * 1024**2
    assert memory.of_machine([wide]) == memory.of_machine([])


# Four threads that take memory at the same time. Then malloc_info lists the places that it lies in.
THREADS = """
import ctypes, sys, threading
from tracker import memory
if sys.argv[1] == "gathered":
    memory.gather()
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
together = threading.Barrier(4)
def hold():
    together.wait()
    library.malloc(2000)
    together.wait()
threads = [threading.Thread(target=hold) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
library.fopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(library.fopen(sys.argv[2].encode(), b"w"))
library.malloc_info(0, out)
library.fclose(out)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it is the C library of Linux that does so")
def test_threads_take_memory_from_one_place(tmp_path: Path) -> None:
    places = {}
    for way in ("gathered", "as it is"):
        told = tmp_path / "told.xml"
        subprocess.run([sys.executable, "-c", THREADS, way, str(told)], check=True)
        places[way] = told.read_text(encoding="ascii").count("<heap nr=")
    assert places["gathered"] == 1 < places["as it is"]
