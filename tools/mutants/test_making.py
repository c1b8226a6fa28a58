"""What is mutated, and where; run by `make mutants`, since it needs what only that installs."""

from dataclasses import replace
from pathlib import Path

import pytest

from tools.mutants.known import KnownMutants, MutantVerdict
from tools.mutants.making import Mutant, mutants_of
from tools.mutants.moved import Carried, How, carry
from tools.mutants.naming import name_of
from tools.mutants.reporting import (
    FOUND,
    GONE,
    LOST,
    NO_VERDICT,
    NOT_FOUND,
    compare,
    figures_since,
)
from tools.mutants.results import UNCOVERED, Result, of_several
from tools.mutants.running import Quick
from tools.mutants.scope import ROOT, Scope, belongs, draw, sample, scopes
from tools.mutants.session import MutantFound, to_run

TEXT = '''"""A module."""

from dataclasses import dataclass
from functools import cached_property

LIMIT = 3


@dataclass(frozen=True)
class Case:
    """A case."""

    points: int = 2

    @cached_property
    def worth(self) -> bool:
        """Worth asking."""
        return self.points >= LIMIT

    @staticmethod
    def near(one: int | None, other: int) -> bool:
        return one is not None and one + other < LIMIT


def guarded(case: Case, allowed: list[str]) -> str | None:
    check(case)
    if case.worth:
        return "yes"
    return allowed[0] if allowed else None


def decorated():
    def inner(view):
        view.permission = 1
        return view

    return inner
'''


@pytest.fixture
def made(tmp_path: Path) -> dict[str, list[Mutant]]:
    """The mutants of the text, by function."""
    (tmp_path / "cases.py").write_text(TEXT)
    by_function: dict[str, list[Mutant]] = {}
    for mutant in mutants_of(tmp_path, "cases"):
        by_function.setdefault(mutant.name.function, []).append(mutant)
    return by_function


def operators(mutants: list[Mutant]) -> set[str]:
    return {mutant.name.operator for mutant in mutants}


def test_every_place_is_mutated_decorated_or_not(made: dict[str, list[Mutant]]) -> None:
    names = ("", "Case", "Case.worth", "Case.near", "guarded", "decorated", "decorated.inner")
    assert set(made) == {f"cases:{name}" for name in names}
    assert operators(made["cases:Case.worth"]) == {"swap_op", "nothing_returned"}
    assert {"number", "number_lowered"} <= operators(made["cases:Case"])


def test_the_faults_of_a_guard_are_among_them(made: dict[str, list[Mutant]]) -> None:
    assert {"call_left_out", "condition_turned", "nothing_returned", "if_exp"} <= operators(
        made["cases:guarded"]
    )


def test_annotations_imports_and_docstrings_are_left_alone(
    made: dict[str, list[Mutant]],
) -> None:
    for mutant in [mutant for some in made.values() for mutant in some]:
        assert "int | None" in mutant.mutated()
        assert '"""Worth asking."""' in mutant.mutated()
        assert "from dataclasses import dataclass\n" in mutant.mutated()


def test_only_what_is_in_a_body_can_be_put_into_a_loaded_function(
    made: dict[str, list[Mutant]],
) -> None:
    assert not any(mutant.inside for mutant in made["cases:"] + made["cases:Case"])
    assert all(mutant.inside for mutant in made["cases:guarded"])
    assert {mutant.inside for mutant in made["cases:Case.worth"]} == {True}


def test_each_mutant_is_one_change_at_its_place(made: dict[str, list[Mutant]]) -> None:
    texts = set()
    for mutant in [mutant for some in made.values() for mutant in some]:
        lines = TEXT.splitlines()
        mutated = mutant.mutated().splitlines()
        compile(mutant.mutated(), "cases.py", "exec")
        before = range(mutant.lines.start - 1)
        assert all(lines[n] == mutated[n] for n in before), mutant.name
        after = len(lines) - mutant.lines.stop + 1
        assert lines[len(lines) - after :] == mutated[len(mutated) - after :], mutant.name
        assert lines != mutated
        texts.add(mutant.mutated())
    assert len(texts) == sum(map(len, made.values()))


def test_a_limit_is_also_lowered(made: dict[str, list[Mutant]]) -> None:
    lowered = name_of("cases:", "number_lowered", "3", "2")
    assert lowered in [mutant.name for mutant in made["cases:"]]


def test_a_limit_that_is_written_as_a_text_is_moved_by_one_in_its_last_place(
    tmp_path: Path,
) -> None:
    (tmp_path / "limits.py").write_text(
        'SLACK = Decimal("0.35")\nMOST = Fraction("2")\nYEAR = "v2"\n'
    )
    moved = [m for m in mutants_of(tmp_path, "limits") if m.name.operator == "decimal_moved"]
    assert [m.mutated().splitlines()[m.lines.start - 1] for m in moved] == [
        'SLACK = Decimal("0.36")',
        'SLACK = Decimal("0.34")',
        'MOST = Fraction("3")',
        'MOST = Fraction("1")',
    ]


def test_a_sample_is_the_same_in_whatever_order_the_mutants_come() -> None:
    keys = [f"m{n}" for n in range(50)]
    one = sample(keys, 10, 7)
    assert one == sorted(one, key=keys.index)
    assert set(one) == set(sample(keys[::-1], 10, 7))
    assert one != sample(keys, 10, 8)
    assert sample(keys, None, 7) == keys


def test_a_part_of_a_module_takes_what_is_in_it() -> None:
    name = name_of("web.guard:Held.open", "number", "2", "3")
    assert belongs(name, "")
    assert belongs(name, "Held")
    assert belongs(name, "Held.open")
    assert not belongs(name, "Hel")


@pytest.mark.parametrize("scope", scopes(), ids=lambda scope: scope.name)
def test_the_mutants_of_a_scope_can_be_drawn_on_this_tree(scope: Scope) -> None:
    last = scope.modules[-2:] if scope.size else scope.modules[-1:]
    drawn = draw(replace(scope, modules=last, size=scope.size and 10))
    assert len({name.key for name in drawn}) == len(drawn) >= 10
    assert {name.module for name in drawn} <= {part.partition(":")[0] for part in scope.modules}


SPLIT = name_of("old:worth", "assignment", "a, b = (x, y)", "a, b = None")
HALVES = [
    name_of("new:worth", "assignment", "a = x", "a = None"),
    name_of("new:worth", "assignment", "b = y", "b = None"),
]


def carried(became: dict[str, tuple[str, ...]]) -> Carried:
    (one,) = carry([SPLIT], HALVES, lambda _: ("new:worth",), became)
    return one


def test_a_mutant_is_what_the_map_says_it_became() -> None:
    assert carried({}) == Carried(SPLIT, (), How.LOST)
    keys = tuple(half.key for half in HALVES)
    assert carried({SPLIT.key: keys}) == Carried(SPLIT, tuple(HALVES), How.MAP)


def test_a_mutant_is_lost_when_a_part_of_what_it_became_is() -> None:
    assert carried({SPLIT.key: (HALVES[0].key, "new:worth assignment 000000 1")}).how is How.LOST


def test_of_several_each_is_to_be_found() -> None:
    killed = Result(MutantVerdict.KILLED, "a test")
    survived = Result(MutantVerdict.SURVIVED)
    assert of_several([killed, killed]) == killed
    assert of_several([killed, survived, killed]) == survived
    assert of_several([]) == UNCOVERED


def test_the_figures_say_what_became_of_each_since() -> None:
    names = [name_of(f"old:f{n}", "number", "1", "2") for n in range(5)]
    then = [MutantVerdict.KILLED] * 4 + [MutantVerdict.SURVIVED]
    there = {0: names[0], 1: names[1], 4: names[4]}
    pairs = [
        (
            KnownMutants(name, verdict),
            Carried(name, (there[n],) if n in there else (), How.TEXT if n in there else How.LOST),
        )
        for n, (name, verdict) in enumerate(zip(names, then, strict=True))
    ]
    results = {
        names[0].key: Result(MutantVerdict.TIMEOUT),
        names[1].key: Result(MutantVerdict.SURVIVED),
    }
    compared = compare(pairs, results, {names[2].key: "a reason"})
    assert [each.outcome for each in compared] == [FOUND, NOT_FOUND, GONE, LOST, NO_VERDICT]
    assert [each.is_worse for each in compared] == [False, True, False, False, False]
    assert [each.is_missing for each in compared] == [False, False, False, True, False]
    assert "| killed | 4 | 1 | 1 | 0 | 1 | 1 |" in figures_since(compared).splitlines()


def test_what_was_found_before_is_run_first_and_what_runs_quickly_before_the_rest(
    made: dict[str, list[Mutant]],
) -> None:
    at_import = made["cases:"][0]
    inside = made["cases:guarded"][0]

    def known(mutant: Mutant, before: MutantVerdict) -> MutantFound:
        name = mutant.name
        return MutantFound(KnownMutants(name, before), Carried(name, (name,), How.TEXT), (mutant,))

    late = known(made["cases:guarded"][1], MutantVerdict.SURVIVED)
    some = [late, known(at_import, MutantVerdict.KILLED), known(inside, MutantVerdict.TIMEOUT)]
    assert to_run(some, set(), 1, 1) == some[::-1]
    assert to_run(some, {inside.name.key}, 1, 1) == [some[1], late]
    assert to_run(some, set(), 2, 3) == [some[1]]


def test_the_tests_of_this_tree_can_be_collected() -> None:
    quick = Quick(ROOT, ("tests/domain/course",), None)
    quick.stop()
