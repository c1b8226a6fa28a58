"""Runs the tests on one mutant.

Two ways. The quick one: a process has loaded the code and collected the tests; for each mutant it makes a copy of
itself, gives the mutated function its new code, and runs the tests that pass that line. It cannot show a fault that
acts while modules are imported or shared fixtures are made. Those go the plain way: a new process imports the mutated
text. No file of the tree is ever changed.
"""

import gc
import importlib
import importlib.util
import multiprocessing
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from tools.mutants import child
from tools.mutants.baseline import ARGUMENTS
from tools.mutants.child import Tell
from tools.mutants.examples import Examples
from tools.mutants.known import MutantVerdict
from tools.mutants.results import Result
from tools.mutants.swapping import Live, Ran, live_functions, swap

HEAVY = (
    "flask",
    "flask_babel",
    "flask_security",
    "hypothesis",
    "plotly",
    "sqlalchemy.orm",
    "wtforms",
)
START = 30.0  # CPU seconds to import and collect in, and to make shared fixtures
PER_TEST = (
    5.0  # CPU seconds that any test may take, and so many times what it took before the fault
)
TIMES = 10


@dataclass(frozen=True)
class Task:
    """A mutant and the tests to run on it, each with its limit of CPU seconds."""

    module: str
    path: Path
    original: str
    mutated: str
    tests: dict[str, float]


def limits(tests: Iterable[str], seconds: dict[str, float]) -> dict[str, float]:
    """The tests with the CPU seconds that each may take."""
    return {test: PER_TEST + TIMES * seconds[test] for test in tests}


class _Watch:
    """A plugin that tells of the first failure, and stops a test that takes too long."""

    def __init__(self, tell: Tell, tests: dict[str, float], first: float = 0.0) -> None:
        self._tell = tell
        self._tests = tests
        self._more = first  # for the first test, which makes what all share

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test begins."""
        child.limit(self._tests.get(nodeid, PER_TEST) + self._more)
        self._more = 0.0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A part of a test has ended."""
        if report.failed:
            self._tell(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file could not be read."""
        if report.failed:
            self._tell(f"{report.nodeid} (import)")


class _Only:
    """A plugin that keeps the chosen tests, in their order.

    A fault may change what a test is called: its parameters are values of the code. So where a chosen test is not
    there, all others of the same function that were not chosen are run instead.
    """

    def __init__(self, tests: Sequence[str]) -> None:
        self._place = {test: place for place, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out every other test."""
        there = {item.nodeid for item in items}
        renamed = {_function(test) for test in self._place.keys() - there}
        last = len(self._place)
        items[:] = sorted(
            (i for i in items if i.nodeid in self._place or _function(i.nodeid) in renamed),
            key=lambda item: self._place.get(item.nodeid, last),
        )


def _function(test: str) -> str:
    """The name of a test without its parameters."""
    return test.partition("[")[0]


class _Text(SourceFileLoader):
    """Loads a module from a mutated text instead of its file."""

    def __init__(self, task: Task) -> None:
        super().__init__(task.module, str(task.path))
        self._task = task

    def get_code(self, fullname: str) -> CodeType:
        """The code of the mutated text."""
        return compile(self._task.mutated, str(self._task.path), "exec", dont_inherit=True)


class _Mutated(MetaPathFinder):
    """Finds one module in its own place, to be loaded from a mutated text."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module's own place, with the loader of the text."""
        if fullname != self._task.module:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None:
            spec.loader = _Text(self._task)
        return spec


def load_heavy() -> None:
    """Import what every run needs and no mutant is in."""
    for name in HEAVY:
        importlib.import_module(name)


def plainly(task: Task) -> Result:
    """The result of a run that imports the mutated text."""

    def work(tell: Tell) -> None:
        assert task.module not in sys.modules, f"{task.module} is imported already"
        sys.meta_path.insert(0, _Mutated(task))
        child.limit(START)
        files = sorted({test.partition("::")[0] for test in task.tests})
        plugins = [_Watch(tell, task.tests, START), _Only(list(task.tests)), Examples()]
        code = pytest.main([*ARGUMENTS, *files], plugins=plugins)
        if code != pytest.ExitCode.OK:
            tell(f"pytest ended with {code!r}")

    return child.run(work, 2 * START + sum(task.tests.values()))


class Quick:
    """A process that has collected the tests and runs them on one mutant after the other."""

    def __init__(self, root: Path, folders: Sequence[str], ready: str | None) -> None:
        """Start the process and wait until it is ready."""
        context = multiprocessing.get_context("fork")
        self._pipe, theirs = context.Pipe()
        arguments = (root, tuple(folders), ready, theirs)
        self._process = context.Process(target=_collect, args=arguments)
        self._process.start()
        theirs.close()
        ran = self._pipe.recv()
        if isinstance(ran, str):
            raise RuntimeError(ran)
        self._ran: set[tuple[str, str]] = ran

    def has_run(self, path: Path, function: str) -> bool:
        """True when the function ran before any mutant was put in, so that its fault may come too late."""
        return (str(path), function) in self._ran

    def run(self, task: Task) -> Result | None:
        """The result of the tests on a mutant, None where its function cannot be changed."""
        self._pipe.send(task)
        answer = self._pipe.recv()
        assert isinstance(answer, Result)
        return None if answer.verdict is MutantVerdict.NOT_RUN else answer

    def stop(self) -> None:
        """End the process."""
        self._pipe.send(None)
        self._process.join()


def _collect(root: Path, folders: Sequence[str], ready: str | None, pipe: Connection) -> None:
    child.quiet()
    serving = _Serving(root, ready, pipe)
    serving.ran.start()
    code = pytest.main([*ARGUMENTS, *folders], plugins=[serving, Examples()])
    if not serving.served:
        pipe.send(f"pytest ended with {code!r} before any test")
    os._exit(0)


class _Serving:
    """A plugin that runs mutants in place of the tests that were collected."""

    def __init__(self, root: Path, ready: str | None, pipe: Connection) -> None:
        self._root = root / "tracker"
        self._ready = ready
        self._pipe = pipe
        self.ran = Ran(self._root)
        self.served = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Answer with the result of each mutant that is asked for."""
        self._make_ready(session)
        self.ran.stop()
        live = live_functions(self._root)
        gc.freeze()  # or collecting in a copy would touch, and so copy, all that it shares
        items = {item.nodeid: item for item in session.items}
        self.served = not session.testsfailed
        if self.served:
            self._pipe.send(self.ran.functions)
        while self.served and (task := self._pipe.recv()) is not None:
            self._pipe.send(self._one(session, items, live, task))
        return True

    def _make_ready(self, session: pytest.Session) -> None:
        """Make the shared fixtures that are costly; every copy of this process has them then."""
        users = [i for i in session.items if self._ready in getattr(i, "fixturenames", ())]
        if users:
            item = min(users, key=lambda user: len(user.fixturenames))  # type: ignore[attr-defined]
            item.ihook.pytest_runtest_setup(item=item)
            item.ihook.pytest_runtest_teardown(item=item, nextitem=session.items[-1])

    def _one(
        self, session: pytest.Session, items: dict[str, pytest.Item], live: Live, task: Task
    ) -> Result:
        chosen = [items[test] for test in task.tests]

        def work(tell: Tell) -> None:
            if not swap(live, task.path, task.original, task.mutated):
                child.give_up()
            session.config.pluginmanager.register(_Watch(tell, task.tests))
            for item, following in zip(chosen, [*chosen[1:], session.items[0]], strict=True):
                session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)

        return child.run(work, sum(task.tests.values()))
