"""The mutants that are kept with the code, and what became of each on the tree on which it was drawn."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tools.mutants.naming import Name


class MutantVerdict(StrEnum):
    """What became of a mutant; a test finds it unless it survives or no test runs its line."""

    KILLED = "killed"
    TIMEOUT = "timeout"  # a loop without an end, which counts as found
    SURVIVED = "survived"
    UNCOVERED = "uncovered"  # no test runs the line
    NOT_RUN = "not run"

    @property
    def is_found(self) -> bool:
        """True when the tests notice the fault."""
        return self in (MutantVerdict.KILLED, MutantVerdict.TIMEOUT)


@dataclass(frozen=True)
class KnownMutants:
    """A mutant and its verdict when it was drawn."""

    name: Name
    before: MutantVerdict


HEADS = ("function", "verdict", "operator", "text", "nth", "shape", "place", "shown")


def read(file: Path) -> list[KnownMutants]:
    """The mutants of a file; an empty function stands for the one above, an empty number for 1."""
    mutants = []
    function = ""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, dialect="excel-tab"):
            function = row["function"] or function
            place, _, of = row["place"].partition("/")
            name = Name(
                function=function,
                operator=row["operator"],
                text=row["text"],
                nth=int(row["nth"] or 1),
                shape=row["shape"],
                shape_nth=int(place or 1),
                shape_of=int(of or 1),
                shown=row["shown"],
            )
            mutants.append(KnownMutants(name, MutantVerdict(row["verdict"])))
    return mutants


def write(file: Path, mutants: Iterable[KnownMutants]) -> None:
    """Keep the mutants, in their order, in a file that `read` reads."""
    above = ""
    file.parent.mkdir(exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines, dialect="excel-tab", lineterminator="\n")
        rows.writerow(HEADS)
        for known in mutants:
            rows.writerow(_row(known, above))
            above = known.name.function


def _row(known: KnownMutants, above: str) -> tuple[str, ...]:
    name = known.name
    return (
        "" if name.function == above else name.function,
        known.before.value,
        name.operator,
        name.text,
        "" if name.nth == 1 else str(name.nth),
        name.shape,
        "" if name.shape_of == 1 else f"{name.shape_nth}/{name.shape_of}",
        name.shown,
    )
