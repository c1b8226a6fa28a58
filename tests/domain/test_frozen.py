"""What the rules work out cannot be changed afterwards: a page, a store and a report may hold the same value."""

import pkgutil
from dataclasses import is_dataclass
from importlib import import_module
from typing import Any

import tracker.domain


def _dataclasses() -> set[Any]:
    names = [
        found.name for found in pkgutil.walk_packages(tracker.domain.__path__, "tracker.domain.")
    ]
    return {
        value
        for module in map(import_module, names)
        for value in vars(module).values()
        if isinstance(value, type) and is_dataclass(value)
    }


def test_no_value_of_the_domain_can_be_changed() -> None:
    dataclasses = _dataclasses()
    assert len(dataclasses) > 50
    assert [each.__qualname__ for each in dataclasses if not each.__dataclass_params__.frozen] == []
