"""The pages of docs/ that are made from the code say what the code says."""

import pytest
from sqlalchemy import Column, Table

from tools.docs import FOLDER, PAGES, text_of
from tools.objectives import DECIDED
from tracker.models import Base


def columns() -> list[tuple[Table, Column[object]]]:
    return [(table, c) for table in Base.metadata.tables.values() for c in table.columns]


@pytest.mark.parametrize(("table", "column"), columns(), ids=str)
def test_every_column_says_what_it_holds(table: Table, column: Column[object]) -> None:
    said = column.doc or ""
    assert said, f"{table.name}.{column.name} needs a doc="
    assert not said.endswith("."), "a phrase, not a sentence"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_from_the_code_is_not_stale(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == text_of(name), "make docs"


@pytest.mark.parametrize("test", sorted({test for _, _, test in DECIDED}))
def test_what_the_objectives_decided_is_shown_by_a_test(test: str) -> None:
    tests = FOLDER.parent / "tests"
    files = [
        *tests.glob("domain/care/test_objectives*.py"),
        tests / "services" / "care" / "test_objectives.py",
    ]
    assert any(f"def {test}(" in path.read_text(encoding="utf-8") for path in files)
