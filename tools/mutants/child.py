"""One piece of work in a process of its own, which is stopped when it takes too long."""

import os
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from tools.mutants.known import Verdict
from tools.mutants.results import Result

Tell = Callable[[str], None]  # says what found the mutant, and ends the process
SURVIVED, FOUND, NOT_RUN = 0, 1, 3
CLOCK_FOR_CPU = 10  # a busy machine gives a process at least a tenth of its time


def run(work: Callable[[Tell], object], seconds: float, *, more: float = 60.0) -> Result:
    """The result of the work: found as soon as it tells something, survived when it comes to its end.

    It is to take so many CPU seconds at most, and is stopped by the clock when it waits for something that never comes.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    ended = _wait(child, CLOCK_FOR_CPU * seconds + more)
    _, status, used = os.wait4(child, 0)
    said = _read(reading)
    return Result(_verdict(status, ended), said, used.ru_utime + used.ru_stime)


def limit(seconds: float) -> None:
    """Let this process end after so many seconds of CPU from now."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def give_up() -> NoReturn:
    """End this process without a verdict."""
    os._exit(NOT_RUN)


def quiet() -> None:
    """Let nothing that this process prints be seen."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)


def _work(work: Callable[[Tell], object], writing: int) -> None:
    def tell(what: str) -> None:
        os.write(writing, what.encode()[:4096])
        os._exit(FOUND)

    os.setsid()
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    quiet()
    try:
        work(tell)
    except BaseException as error:
        tell(f"{type(error).__name__} outside of a test")
    os._exit(SURVIVED)


def _wait(child: int, seconds: float) -> bool:
    """True when the process ended by itself; whatever it started ends with it."""
    handle = os.pidfd_open(child)
    ready, _, _ = select.select([handle], [], [], seconds)
    os.close(handle)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return bool(ready)


def _read(reading: int) -> str:
    os.set_blocking(reading, False)
    try:
        return os.read(reading, 4096).decode(errors="replace")
    except BlockingIOError:
        return ""
    finally:
        os.close(reading)


def _verdict(status: int, ended: bool) -> Verdict:
    code = os.waitstatus_to_exitcode(status)
    if not ended or code == -signal.SIGPROF:
        return Verdict.TIMEOUT
    return {SURVIVED: Verdict.SURVIVED, NOT_RUN: Verdict.NOT_RUN}.get(code, Verdict.KILLED)
