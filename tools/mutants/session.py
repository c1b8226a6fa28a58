"""One run: the mutants of a scope found again on this tree, and the tests run on those that have no result yet."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tools.mutants import known, moved, running
from tools.mutants.baseline import Baseline, record
from tools.mutants.child import run as in_child
from tools.mutants.known import KnownMutants, MutantVerdict
from tools.mutants.making import Mutant, file_of, mutants_of
from tools.mutants.moved import Carried
from tools.mutants.results import UNCOVERED, Result, Results, digest_of, of_several, part
from tools.mutants.running import Quick, Task
from tools.mutants.scope import HERE, ROOT, Scope

FOLDER = Path(os.environ.get("MUTANTS_FOLDER", ROOT / ".mutants"))


@dataclass(frozen=True)
class MutantFound:
    """A known mutant, where it is now, and the mutants that it is there."""

    known: KnownMutants
    carried: Carried
    mutants: tuple[Mutant, ...]


def found_again(scope: Scope) -> list[MutantFound]:
    """The known mutants of a scope, each with the one that it is on this tree."""
    mutants = known.read(scope.known)
    by_map = moved.read(HERE / "moved.toml")

    def places(function: str) -> tuple[str, ...]:
        return by_map.places(function, lambda module: file_of(ROOT, module).exists())

    modules = {place.partition(":")[0] for each in mutants for place in places(each.name.function)}
    modules |= {module for each in mutants for module in by_map.modules_of(each.name.key)}
    now = {
        mutant.name: mutant
        for module in sorted(modules)
        if file_of(ROOT, module).exists()
        for mutant in mutants_of(ROOT, module)
    }
    carried = moved.carry([each.name for each in mutants], now, places, by_map.became)
    return [
        MutantFound(each, there, tuple(now[name] for name in there.new))
        for each, there in zip(mutants, carried, strict=True)
    ]


@contextmanager
def results_of(scope: Scope, *, again: bool = False, anew: bool = False) -> Iterator[Results]:
    """The results of a scope so far; `OtherTree` when they are of another state of the code.

    With `again`, what no test had found is forgotten, and with `anew` everything.
    """
    file = FOLDER / f"{scope.name}.sqlite"
    if anew:
        file.unlink(missing_ok=True)
    with closing(Results(file, digest_of(ROOT, scope.tests), again=again)) as kept:
        yield kept


class Runner:
    """Runs the tests of a scope on its mutants."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    @cached_property
    def baseline(self) -> Baseline:
        """What each test runs; recorded when it has not been for this state of the code."""
        name = "+".join(folder.replace("/", "-") for folder in self.scope.tests)
        folder = FOLDER / f"{name}-{digest_of(ROOT, self.scope.tests)[:12]}"
        if not (folder / "costs.json").exists():
            _record_apart(folder, self.scope.tests)
        return Baseline(folder)

    @cached_property
    def quick(self) -> Quick:
        """The process that has collected the tests."""
        return Quick(ROOT, self.scope.tests, self.scope.ready)

    def stop(self) -> None:
        """End that process, if there is one."""
        if "quick" in self.__dict__:
            self.quick.stop()

    def result(self, mutants: Iterable[Mutant]) -> Result:
        """What the tests make of a mutant, or of the several that it has become."""
        return of_several(map(self._one, mutants))

    def _one(self, mutant: Mutant) -> Result:
        _, _, function = mutant.name.function.partition(":")
        if not mutant.inside:
            return self._on_import(mutant)
        early = self.quick.has_run(mutant.path, function)
        tests = self.baseline.tests_of(mutant.path, mutant.lines)
        if not tests:
            return self._on_import(mutant) if early else UNCOVERED
        quick_result = self.quick.run(self._task(mutant, tests))
        if quick_result is None or (early and quick_result.verdict is MutantVerdict.SURVIVED):
            return self._plainly(mutant, tests)
        return quick_result

    def _on_import(self, mutant: Mutant) -> Result:
        """For a fault that acts on import: what the tests that use the module say.

        Where the scope is mutated whole, or none uses it, all the others are asked as well.
        """
        tests = self.baseline.tests_of(mutant.path, None)
        by_its_tests = self._plainly(mutant, tests) if tests else UNCOVERED
        if by_its_tests.verdict.is_found or (tests and self.scope.size is not None):
            return by_its_tests
        rest = [t for t in self.baseline.all_tests(self.scope.tests) if t not in set(tests)]
        return self._plainly(mutant, rest) if rest else by_its_tests

    def _plainly(self, mutant: Mutant, tests: list[str]) -> Result:
        return running.plainly(self._task(mutant, tests))

    def _task(self, mutant: Mutant, tests: list[str]) -> Task:
        return Task(
            mutant.name.module,
            mutant.path,
            mutant.original,
            mutant.mutated(),
            running.limits(self.baseline.within(tests, self.scope.most), self.baseline.seconds),
        )


def _record_apart(folder: Path, tests: tuple[str, ...]) -> None:
    """Record in another process: this one must not have imported the code."""

    def work(tell: Callable[[str], None]) -> None:
        failed = record(folder, tests)
        if failed:
            tell(f"These tests fail without any mutant: {', '.join(failed)}")

    outcome = in_child(work, HOUR)
    if outcome.verdict is not MutantVerdict.SURVIVED:
        raise RuntimeError(outcome.found_by or "the tests did not come to an end")


HOUR = 3600.0


def run(
    scope: Scope, kept: Results, which: tuple[int, int], say: Callable[[str], None], end: float
) -> None:
    """Run what is left of a slice until the clock says `end`, and keep each result as it comes."""
    runner = Runner(scope)
    waiting = to_run(found_again(scope), set(kept.all()), *which)
    try:
        for number, located in enumerate(waiting, start=1):
            if time.monotonic() > end:
                break
            result = runner.result(located.mutants)
            kept.keep(located.known.name.key, result)
            if not result.verdict.is_found:
                say(f"{result.verdict}: {located.known.name.key}    {located.known.name.shown}")
            if number % 100 == 0:
                say(f"{scope.name}: {number} of {len(waiting)}")
    finally:
        runner.stop()


def to_run(mutants: list[MutantFound], done: set[str], number: int, of: int) -> list[MutantFound]:
    """Those of one slice that are on this tree and have no result yet: first what a test must find, as one did before,
    and of that first what is run quickly."""
    waiting = [
        located
        for index, located in enumerate(mutants)
        if located.mutants and part(index, number, of) and located.known.name.key not in done
    ]
    return sorted(waiting, key=_how_late)


def _how_late(located: MutantFound) -> tuple[bool, bool]:
    return not located.known.before.is_found, not all(mutant.inside for mutant in located.mutants)
