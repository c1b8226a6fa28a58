"""What is mutated, and where; run by `make mutants`, since it needs what only that installs."""

from pathlib import Path

import pytest

from tools.mutants.making import Mutant, mutants_of
from tools.mutants.naming import name_of
from tools.mutants.scope import belongs, sample

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
