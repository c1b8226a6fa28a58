"""Mutants are run once each, stopped in time, and compared with what was known."""

import json
import os
import signal
import time
from pathlib import Path

import coverage
import pytest

from tools.mutants import child, moved
from tools.mutants.baseline import FINGERPRINT, Baseline
from tools.mutants.known import KnownMutants, MutantVerdict
from tools.mutants.moved import How
from tools.mutants.naming import name_of
from tools.mutants.reporting import compare, figures, page_of, sections
from tools.mutants.results import OtherTree, Result, Results, digest_of, part
from tools.mutants.swapping import Ran, live_functions, swap


def test_a_run_goes_on_where_the_last_one_ended(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "rules.sqlite"
    first = Results(file, "tree")
    first.keep("a", Result(MutantVerdict.KILLED, "tests/x.py::test_y", 0.5))
    first.close()
    second = Results(file, "tree")
    second.keep("b", Result(MutantVerdict.SURVIVED))
    assert second.all() == {
        "a": Result(MutantVerdict.KILLED, "tests/x.py::test_y", 0.5),
        "b": Result(MutantVerdict.SURVIVED),
    }
    second.close()


def test_results_of_another_tree_are_refused_unless_survivors_are_tried_again(
    tmp_path: Path,
) -> None:
    file = tmp_path / "rules.sqlite"
    first = Results(file, "tree")
    for key, verdict in enumerate(MutantVerdict):
        first.keep(str(key), Result(verdict))
    first.close()
    with pytest.raises(OtherTree):
        Results(file, "another")
    again = Results(file, "another", again=True)
    assert {each.verdict for each in again.all().values()} == {
        MutantVerdict.KILLED,
        MutantVerdict.TIMEOUT,
    }
    again.close()
    Results(file, "another").close()


def test_the_state_of_the_code_is_that_of_the_code_and_the_tests_that_are_run(
    tmp_path: Path,
) -> None:
    for name in ("tracker/a.py", "tests/conftest.py", "tests/domain/test_a.py", "tests/web/b.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    seen = {digest_of(tmp_path, ["tests/domain"])}
    (tmp_path / "tests/web/b.py").write_text("1")
    assert digest_of(tmp_path, ["tests/domain"]) in seen
    for name in ("tracker/a.py", "tests/conftest.py", "tests/domain/test_a.py"):
        (tmp_path / name).write_text("1")
        seen.add(digest_of(tmp_path, ["tests/domain"]))
    assert len(seen) == 4


@pytest.mark.parametrize("of", [1, 3, 20])
def test_each_mutant_is_in_one_slice(of: int) -> None:
    for index in range(45):
        assert sum(part(index, number, of) for number in range(1, of + 1)) == 1


def compared(
    before: MutantVerdict, now: MutantVerdict, how: How = How.TEXT, reason: str = ""
) -> object:
    name = name_of("old.rules:falls", "swap_op", "a < b", "a <= b")
    new = None if how is How.LOST else name
    results = {} if now is MutantVerdict.NOT_RUN else {name.key: Result(now)}
    gone = {name.key: reason} if reason else {}
    (found,) = compare([(KnownMutants(name, before), moved.Carried(name, new, how))], results, gone)
    return found.is_worse, found.is_missing


@pytest.mark.parametrize("now", MutantVerdict)
@pytest.mark.parametrize("before", MutantVerdict)
def test_worse_is_what_was_found_and_is_not_found_now(
    before: MutantVerdict, now: MutantVerdict
) -> None:
    was_found = before in (MutantVerdict.KILLED, MutantVerdict.TIMEOUT)
    escapes = now in (MutantVerdict.SURVIVED, MutantVerdict.UNCOVERED)
    assert compared(before, now) == (was_found and escapes, False)


def test_missing_is_what_was_found_and_is_nowhere_without_a_reason() -> None:
    assert compared(MutantVerdict.KILLED, MutantVerdict.NOT_RUN, How.LOST) == (False, True)
    assert compared(MutantVerdict.KILLED, MutantVerdict.NOT_RUN, How.LOST, "cut out") == (
        False,
        False,
    )
    assert compared(MutantVerdict.SURVIVED, MutantVerdict.NOT_RUN, How.LOST) == (False, False)


def test_the_figures_add_up() -> None:
    table = figures(
        [("a", MutantVerdict.KILLED), ("b", MutantVerdict.SURVIVED), ("a", MutantVerdict.TIMEOUT)]
    )
    assert table.splitlines()[2:] == [
        "| a | 2 | 1 | 1 | 0 | 0 | 0 |",
        "| b | 1 | 0 | 0 | 1 | 0 | 0 |",
        "| together | 3 | 1 | 1 | 1 | 0 | 0 |",
    ]


def test_a_scope_that_is_not_counted_anew_keeps_its_figures() -> None:
    page = page_of({"door": "Two.\n\n| a |", "rules": "One."}, ["rules", "access", "door"])
    assert page.split("\n\n")[1:] == ["## rules", "One.", "## door", "Two.", "| a |\n"]
    written = sections(page)
    assert written == {"rules": "One.", "door": "Two.\n\n| a |"}
    assert page_of(written | {"rules": "Three."}, written) == page.replace("One.", "Three.")


def test_the_fingerprint_that_is_left_out_is_a_test_of_this_tree() -> None:
    path, _, test = FINGERPRINT.partition("::")
    assert f"def {test}(" in (Path(__file__).parents[2] / path).read_text("utf-8")


def test_a_child_says_what_found_the_mutant() -> None:
    found = child.run(lambda tell: tell("tests/x.py::test_y"), 5)
    assert (found.verdict, found.found_by) == (MutantVerdict.KILLED, "tests/x.py::test_y")


def test_a_child_that_comes_to_its_end_has_found_nothing() -> None:
    assert child.run(lambda tell: None, 5).verdict is MutantVerdict.SURVIVED
    assert child.run(lambda tell: child.give_up(), 5).verdict is MutantVerdict.NOT_RUN


def test_a_child_that_fails_outside_of_a_test_has_found_it() -> None:
    found = child.run(lambda tell: int("seven"), 5)
    assert (found.verdict, found.found_by) == (MutantVerdict.KILLED, "ValueError outside of a test")
    assert (
        child.run(lambda tell: os.kill(os.getpid(), signal.SIGKILL), 5).verdict
        is MutantVerdict.KILLED
    )


def test_a_child_that_does_not_end_is_stopped() -> None:
    def forever(tell: child.Tell) -> None:
        child.limit(0.1)
        while True:
            pass

    def asleep(tell: child.Tell) -> None:
        time.sleep(600)

    assert child.run(forever, 5).verdict is MutantVerdict.TIMEOUT
    assert child.run(asleep, 0.01, more=0.2).verdict is MutantVerdict.TIMEOUT


@pytest.fixture
def baseline(tmp_path: Path) -> Baseline:
    """A recording of four tests that run lines of flags.py."""
    costs = {"tests/web/test_a.py::test_1": 1.0, "tests/web/test_b.py::test_2": 0.1}
    costs |= {"tests/domain/test_flag.py::test_3": 2.0, "tests/web/test_c.py::test_4": 0.5}
    data = coverage.CoverageData(str(tmp_path / "coverage"))
    for number, test in enumerate(costs, start=1):
        data.set_context(f"{test}|test")
        data.add_lines({str(tmp_path / "flags.py"): [10, number]})
    data.write()
    (tmp_path / "costs.json").write_text(json.dumps(costs))
    return Baseline(tmp_path)


def test_a_mutant_meets_the_tests_of_its_lines_the_likeliest_and_quickest_first(
    baseline: Baseline, tmp_path: Path
) -> None:
    path = tmp_path / "flags.py"
    assert baseline.tests_of(path, range(2, 3)) == ["tests/web/test_b.py::test_2"]
    assert [test[-1] for test in baseline.tests_of(path, range(10, 11))] == ["3", "2", "4", "1"]
    assert [test[-1] for test in baseline.tests_of(path, None)] == ["3", "2", "4", "1"]
    assert baseline.tests_of(path, range(20, 30)) == []
    assert [test[-1] for test in baseline.all_tests(["tests/web"])] == ["2", "4", "1"]


def test_no_more_tests_are_run_than_the_seconds_allow_and_at_least_one(baseline: Baseline) -> None:
    tests = baseline.all_tests(["tests"])
    assert [test[-1] for test in baseline.within(tests, 0.7)] == ["2", "4"]
    assert baseline.within(tests, 0.01) == tests[:1]
    assert baseline.within(tests, float("inf")) == tests


TEXT = """
def outer():
    return [inner(n) for n in (1, 2)]

def inner(n):
    return n + 1

class Kept:
    @property
    def worth(self):
        return 7
"""


def test_a_fault_is_put_into_functions_that_are_loaded(tmp_path: Path) -> None:
    path = tmp_path / "loaded.py"
    space: dict[str, object] = {}
    exec(compile(TEXT, str(path), "exec"), space)  # noqa: S102  # our own text
    live = live_functions(tmp_path)
    assert swap(live, path, TEXT, TEXT) == 0
    for before, after in (("n + 1", "n - 1"), ("return 7", "return 8"), ("(1, 2)", "(5,)")):
        assert swap(live, path, TEXT, TEXT.replace(before, after)) == 1
    outer, kept = space["outer"], space["Kept"]
    assert callable(outer)
    assert callable(kept)
    assert outer() == [4]
    assert kept().worth == 8


def test_what_ran_before_a_fault_is_put_in_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "loaded.py"
    space: dict[str, object] = {}
    exec(compile(TEXT, str(path), "exec"), space)  # noqa: S102  # our own text
    outer = space["outer"]
    assert callable(outer)
    ran = Ran(tmp_path)
    ran.start()
    outer()
    ran.stop()
    noted = {name for file, name in ran.functions if file == str(path)}
    assert {"outer", "inner"} <= noted
    assert "Kept.worth" not in noted
