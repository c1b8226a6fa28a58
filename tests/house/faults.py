"""How a test of the house fails: with every fault it found, each with its place."""

from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def place(path: Path, line: int | None = None) -> str:
    """Where in the tree, as an editor opens it."""
    name = path.relative_to(ROOT).as_posix()
    return name if line is None else f"{name}:{line}"


def expect_none(faults: Iterable[str]) -> None:
    """Fail with all of them, where there are any."""
    all_faults = list(faults)
    if all_faults:
        pytest.fail("\n".join([f"{len(all_faults)} found:", *all_faults]), pytrace=False)
