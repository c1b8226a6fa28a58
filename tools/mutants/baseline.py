"""Which test runs which line, and what each costs: recorded once for a state of the code."""

import json
import time
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

import coverage
import pytest

from tools.mutants.examples import Examples

# It notices every change of a finding and knows of none whether it is right: it is renewed with each version of the
# rules. Counted as a test, it would hide what no other one holds.
FINGERPRINT = "tests/domain/rules/test_rules_version.py::test_other_findings_have_another_version"
ARGUMENTS = (
    *("-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:cov", "-k", "not postgresql"),
    *("--deselect", FINGERPRINT),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # its plugins are loaded already
)


class Costs:
    """A plugin that notes the CPU seconds of each test and which ones fail."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []
        self._began = 0.0

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test begins."""
        self._began = time.process_time()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """A test has ended."""
        self.seconds[nodeid] = time.process_time() - self._began

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        if report.failed:
            self.failed.append(report.nodeid)


class Baseline:
    """The lines that each test runs, and its CPU seconds."""

    def __init__(self, folder: Path) -> None:
        self._data = coverage.CoverageData(str(folder / "coverage"))
        self._data.read()
        self.seconds: dict[str, float] = json.loads((folder / "costs.json").read_text("utf-8"))
        self._lines: dict[Path, dict[int, list[str]]] = {}

    def tests_of(self, path: Path, lines: Iterable[int] | None) -> list[str]:
        """The tests that run one of the lines (None: any line of the file).

        Those that are named as the file is come first, as the likeliest to find a fault in it; then the quickest.
        """
        by_line = self._by_line(path)
        wanted = by_line if lines is None else lines
        tests = {context.rpartition("|")[0] for line in wanted for context in by_line.get(line, ())}
        noun = path.stem.rstrip("s")
        return sorted(
            tests & self.seconds.keys(),
            key=lambda test: (noun not in test, self.seconds[test], test),
        )

    def all_tests(self, folders: Iterable[str]) -> list[str]:
        """Every test of some folders, the quickest first."""
        inside = tuple(f"{folder}/" for folder in folders)
        tests = [test for test in self.seconds if test.startswith(inside)]
        return sorted(tests, key=lambda test: (self.seconds[test], test))

    def within(self, tests: list[str], seconds: float) -> list[str]:
        """The first of the tests that cost so many CPU seconds together, at least one."""
        total = accumulate(self.seconds[test] for test in tests)
        return [test for test, cost in zip(tests, total, strict=True) if cost <= seconds] or tests[
            :1
        ]

    def _by_line(self, path: Path) -> dict[int, list[str]]:
        if path not in self._lines:
            self._lines[path] = self._data.contexts_by_lineno(str(path))
        return self._lines[path]


def record(folder: Path, tests: Iterable[str]) -> list[str]:
    """Run the tests once and keep what they run and cost in the folder; the tests that fail."""
    costs = Costs()
    folder.mkdir(parents=True, exist_ok=True)
    data = folder / "coverage"
    measured = coverage.Coverage(data_file=str(data), branch=False, source=["tracker"])
    arguments = [*ARGUMENTS, *tests]
    measured.start()
    try:
        code = pytest.main(arguments, plugins=[costs, Contexts(measured), Examples()])
    finally:
        measured.stop()
    measured.save()
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise RuntimeError(f"pytest ended with {code!r}")
    if not costs.failed:
        (folder / "costs.json").write_text(json.dumps(costs.seconds), "utf-8")
    return costs.failed


class Contexts:
    """A plugin that tells coverage which test runs, from its set-up to its end."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self._measured = measured

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test begins."""
        self._measured.switch_context(f"{nodeid}|test")

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """A test has ended."""
        self._measured.switch_context("")
