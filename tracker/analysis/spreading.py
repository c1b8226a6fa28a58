"""Long work on many clients, spread over the processors of the machine. Lines come out in the order of the clients."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from tracker.analysis.problems import Interrupted

Client = TypeVar("Client")

MOST_PROCESSES = 16  # design default: each loads pandas anew, and Windows allows 61
ENDED = "A process of the analysis was ended from outside, as happens where memory runs out. Take fewer clients at once"
CLIENTS_AT_ONCE = 200  # handed to a processor at a time: long enough to be worth the way there
BLOCKS_AHEAD = 4  # for each processor, begun before their lines are taken: none stands idle, and memory stays small


def spread(
    work: Callable[[list[Client]], list[str]], clients: Iterable[Client], *, worth_it: bool
) -> Iterator[str]:
    """The lines that the work gives for each block of clients. `worth_it`: there is more to do than starting further
    processes takes; without it, and on one processor, all is done here. `work` and the clients must be picklable. Only
    a few blocks are begun ahead of the lines taken; when nobody takes further lines, no further block is begun.
    Interrupted when one of the processes was ended."""
    blocks = _blocks(clients)
    processes = processes_of_use()
    if not worth_it or processes == 1:
        for block in blocks:
            yield from work(block)
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), _not_interrupted) as pool:
        ahead: deque[Future[list[str]]] = deque()
        try:
            for block in blocks:
                ahead.append(pool.submit(work, block))
                if len(ahead) == BLOCKS_AHEAD * processes:
                    yield from ahead.popleft().result()
            while ahead:
                yield from ahead.popleft().result()
        except BrokenProcessPool as error:
            raise Interrupted(ENDED) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def processes_of_use() -> int:
    """How many processes this machine can use: one for each processor, up to a most."""
    return min(os.cpu_count() or 1, MOST_PROCESSES)


def _not_interrupted() -> None:
    """Ctrl-C reaches every process of a terminal; the one that began the work ends the others, without their stacks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _blocks(clients: Iterable[Client]) -> Iterator[list[Client]]:
    left = iter(clients)
    while block := list(islice(left, CLIENTS_AT_ONCE)):
        yield block
