"""What is mutated, as scope.toml says."""

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tools.mutants.making import Mutant, mutants_of
from tools.mutants.naming import Name

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@dataclass(frozen=True)
class Scope:
    """One part of the code, and the tests that must find the faults in it."""

    name: str
    drawn: str  # the commit on which its mutants were drawn
    modules: tuple[str, ...]
    tests: tuple[str, ...]
    ready: str | None = None
    seed: int = 0
    size: int | None = None
    most: float = float("inf")  # CPU seconds of tests for one mutant

    @property
    def known(self) -> Path:
        """The file that keeps its mutants."""
        return HERE / "known" / f"{self.name}.tsv"


def scopes(file: Path = HERE / "scope.toml") -> list[Scope]:
    """Every scope, in the order of the file."""
    all_scopes = []
    for name, table in tomllib.loads(file.read_text("utf-8")).items():
        modules = tuple(table.pop("modules"))
        tests = tuple(table.pop("tests"))
        all_scopes.append(Scope(name, modules=modules, tests=tests, **table))
    return all_scopes


def draw(scope: Scope) -> list[Name]:
    """The mutants of a scope: all of them, or as many as it says, chosen by its seed."""
    mutants_by_key: dict[str, Mutant] = {}
    for part in scope.modules:
        module, _, function = part.partition(":")
        for mutant in mutants_of(ROOT, module):
            if belongs(mutant.name, function):
                mutants_by_key[mutant.name.key] = mutant
    keys = sample(list(mutants_by_key), scope.size, scope.seed)
    return [mutants_by_key[key].name for key in keys if _compiles(mutants_by_key[key])]


def sample(keys: list[str], size: int | None, seed: int) -> list[str]:
    """So many of the keys, in their order: the same for a seed, in whatever order they come."""
    if size is None:
        return keys
    chosen = set(random.Random(seed).sample(sorted(keys), size))  # noqa: S311  # no secret
    return [key for key in keys if key in chosen]


def _compiles(mutant: Mutant) -> bool:
    """True for what Python can run; a few changes read well and are still no code, as a `break` outside of a loop."""
    try:
        compile(mutant.mutated(), str(mutant.path), "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def belongs(name: Name, function: str) -> bool:
    """True when the mutant is in that part of its module; "" is the whole of it."""
    inner = name.function.partition(":")[2]
    return not function or inner == function or inner.startswith(f"{function}.")
