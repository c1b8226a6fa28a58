"""How much memory a process may count on."""

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
