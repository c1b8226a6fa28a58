"""Where a mutant drawn on an earlier tree is now, by the written map of moved functions."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tools.mutants.naming import Name


@dataclass(frozen=True)
class Moved:
    """The map: old to new, for modules, functions and single mutants, and why some mutants are no more."""

    modules: Mapping[str, str] = field(default_factory=dict)
    functions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    became: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)

    def places(self, function: str, exists: Callable[[str], bool]) -> tuple[str, ...]:
        """The functions that hold its lines now; only modules that exist are counted as new ones."""
        module, _, inner = function.partition(":")
        named = self._by_function(module, inner)
        if not named and module in self.modules:
            named = (f"{self.modules[module]}:{inner}",)
        present = tuple(place for place in named if exists(place.partition(":")[0]))
        return present or (function,)

    def _by_function(self, module: str, inner: str) -> tuple[str, ...]:
        """What the map says of a function, or else of the class or function around it."""
        parts = inner.split(".")
        for length in range(len(parts), 0, -1):
            outer = f"{module}:{'.'.join(parts[:length])}"
            if outer in self.functions:
                rest = "".join(f".{part}" for part in parts[length:])
                return tuple(place + rest for place in self.functions[outer])
        return ()

    def modules_of(self, key: str) -> set[str]:
        """The modules that hold what a mutant has become, where the map names it."""
        return {new.partition(":")[0] for new in self.became.get(key, ())}


def read(file: Path) -> Moved:
    """The map in a file."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Moved(
        modules=table.get("modules", {}),
        functions=_lists(table.get("functions", {})),
        became=_lists(table.get("became", {})),
        gone=table.get("gone", {}),
    )


def _lists(table: Mapping[str, str | list[str]]) -> dict[str, tuple[str, ...]]:
    """One new name, or several in a list, for each old one."""
    return {old: (new,) if isinstance(new, str) else tuple(new) for old, new in table.items()}


class How(StrEnum):
    """How a mutant was found again."""

    TEXT = "text"
    SHAPE = "shape"  # the same code with other names in it
    MAP = "map"  # the map names it
    LOST = "lost"


@dataclass(frozen=True)
class Carried:
    """A mutant of an earlier tree and its name now: of several, each is to be found by a test; none where it is lost."""

    old: Name
    new: tuple[Name, ...]
    how: How


def carry(
    old: Iterable[Name],
    now: Iterable[Name],
    places: Callable[[str], tuple[str, ...]],
    became: Mapping[str, tuple[str, ...]],
) -> list[Carried]:
    """Each old mutant with what it became, or else with the one of the same text in the same function, or of the same
    shape.

    A shape says less than a text, so it counts only where the function has as many of it as it had.
    """
    keys: dict[str, Name] = {}
    texts: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    shapes: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in now:
        keys[name.key] = name
        texts[name.function, name.operator, name.text].append(name)
        shapes[name.function, name.operator, name.shape].append(name)
    return [
        _as_mapped(name, became[name.key], keys)
        if name.key in became
        else _carried(name, places(name.function), texts, shapes)
        for name in old
    ]


def _as_mapped(name: Name, became: tuple[str, ...], keys: Mapping[str, Name]) -> Carried:
    """Lost when any of what it became is not there."""
    if any(key not in keys for key in became):
        return Carried(name, (), How.LOST)
    return Carried(name, tuple(keys[key] for key in became), How.MAP)


Index = Mapping[tuple[str, ...], list[Name]]


def _carried(name: Name, functions: tuple[str, ...], texts: Index, shapes: Index) -> Carried:
    same = _all(texts, functions, name.operator, name.text)
    if len(same) >= name.nth:
        return Carried(name, (same[name.nth - 1],), How.TEXT)
    alike = _all(shapes, functions, name.operator, name.shape)
    if len(alike) == name.shape_of:
        return Carried(name, (alike[name.shape_nth - 1],), How.SHAPE)
    return Carried(name, (), How.LOST)


def _all(index: Index, functions: tuple[str, ...], operator: str, mark: str) -> list[Name]:
    return [name for at in functions for name in index.get((at, operator, mark), ())]
