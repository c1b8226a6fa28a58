"""A worker killed while it writes: nothing partial, nothing twice, nothing acknowledged lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.depth import times

KILLS = times(50, 200, 2000)


@pytest.mark.skipif(os.name != "posix", reason="it forks, and kills by signal")
def test_kills_at_random_points(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.durability.killing", str(tmp_path), str(KILLS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["kills"] == KILLS
    assert found["acknowledged"] > KILLS  # there was something to lose
    assert found["interrupted"] > KILLS / 2  # and most kills met a form under way
    assert (found["lost"], found["strange"], found["partial"], found["refused"]) == (0, 0, 0, 0)
    assert found["sessions"] == found["forms"]
    assert found["check_ins"] > 0
    assert (found["first_break"], found["integrity"]) == (None, "ok")
