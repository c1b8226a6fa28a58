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
    """The map: old to new, for modules and for single functions, and why some mutants are no more."""

    modules: Mapping[str, str] = field(default_factory=dict)
    functions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
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


def read(file: Path) -> Moved:
    """The map in a file."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    functions = {
        old: (new,) if isinstance(new, str) else tuple(new)
        for old, new in table.get("functions", {}).items()
    }
    return Moved(table.get("modules", {}), functions, table.get("gone", {}))


class How(StrEnum):
    """How a mutant was found again."""

    TEXT = "text"
    SHAPE = "shape"  # the same code with other names in it
    LOST = "lost"


@dataclass(frozen=True)
class Carried:
    """A mutant of an earlier tree and its name now, None where it was not found."""

    old: Name
    new: Name | None
    how: How


def carry(
    old: Iterable[Name], now: Iterable[Name], places: Callable[[str], tuple[str, ...]]
) -> list[Carried]:
    """Each old mutant with the one that it is now: the same text in the same function, or else the same shape.

    A shape says less than a text, so it counts only where the function has as many of it as it had.
    """
    texts: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    shapes: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in now:
        texts[name.function, name.operator, name.text].append(name)
        shapes[name.function, name.operator, name.shape].append(name)
    return [_carried(name, places(name.function), texts, shapes) for name in old]


Index = Mapping[tuple[str, ...], list[Name]]


def _carried(name: Name, functions: tuple[str, ...], texts: Index, shapes: Index) -> Carried:
    same = _all(texts, functions, name.operator, name.text)
    if len(same) >= name.nth:
        return Carried(name, same[name.nth - 1], How.TEXT)
    alike = _all(shapes, functions, name.operator, name.shape)
    if len(alike) == name.shape_of:
        return Carried(name, alike[name.shape_nth - 1], How.SHAPE)
    return Carried(name, None, How.LOST)


def _all(index: Index, functions: tuple[str, ...], operator: str, mark: str) -> list[Name]:
    return [name for at in functions for name in index.get((at, operator, mark), ())]
