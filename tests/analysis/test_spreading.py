"""Work that is spread over processes: in the order of the clients, stopped by the one that began it, and not gone on with
for nobody."""

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from tests.analysis.running import analyse, table
from tracker.analysis import flags, spreading

BLOCKS = 200


def noted(folder: Path, clients: list[int]) -> list[str]:
    """A line for each client, with what Ctrl-C does here; the block leaves a file."""
    (folder / str(clients[0])).touch()
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    return [f"{client} {ignored}" for client in clients]


@pytest.mark.parametrize(("processors", "used"), [(None, 1), (1, 1), (8, 8), (128, 16)])
def test_a_large_machine_is_not_filled(
    monkeypatch: pytest.MonkeyPatch, processors: int | None, used: int
) -> None:
    monkeypatch.setattr(spreading.os, "cpu_count", lambda: processors)
    assert spreading.processes_of_use() == used


def test_lines_keep_their_order_and_blocks_that_nobody_waits_for_are_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    was = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a job in the background ignores it
    monkeypatch.setattr(spreading.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(spreading, "CLIENTS_AT_ONCE", 3)
    work = partial(noted, tmp_path)
    few = list(spreading.spread(work, range(9), worth_it=True))
    assert few == [f"{client} True" for client in range(9)]
    assert len(list(tmp_path.iterdir())) == 3
    many = spreading.spread(work, range(9, 9 + 3 * BLOCKS), worth_it=True)
    assert next(many) == "9 True"
    many.close()
    assert len(list(tmp_path.iterdir())) <= 3 + 2 * spreading.BLOCKS_AHEAD
    alone = list(spreading.spread(work, range(9), worth_it=False))
    signal.signal(signal.SIGINT, was)
    assert alone == [f"{client} False" for client in range(9)]


def leave() -> None:
    """Begin no work: as a process ends that the machine has no memory for."""
    os._exit(1)


def test_a_process_that_is_ended_is_told_in_one_line_and_nothing_half_is_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(spreading.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(spreading, "_not_interrupted", leave)
    monkeypatch.setattr(flags, "MANY", 1)
    made = tmp_path / "flags.csv"
    source = table(tmp_path, "client,session,bond,goals,tasks,overall", "a,1,8,8,8,8")
    answer = analyse("flags", source, "--measure", "session-check", "--output", made)
    assert (answer.exit_code, answer.stdout, made.exists()) == (1, "", False)
    assert answer.stderr == f"Error: {spreading.ENDED}.\n"
