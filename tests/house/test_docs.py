"""The pages of docs/ that are made from the code say what the code says."""

from sqlalchemy import Column, Table

from tests.house.faults import expect_none, place
from tools.docs import FOLDER, PAGES, text_of
from tools.objectives import DECIDED
from tracker.models import Base


def columns() -> list[tuple[Table, Column[object]]]:
    return [(table, c) for table in Base.metadata.tables.values() for c in table.columns]


def test_every_column_says_what_it_holds() -> None:
    assert len(columns()) > 300
    expect_none(
        f"{table.name}.{column.name} needs a doc=, a phrase and not a sentence"
        for table, column in columns()
        if not column.doc or column.doc.endswith(".")
    )


def test_the_pages_made_from_the_code_are_not_stale() -> None:
    assert PAGES
    expect_none(
        f"{place(FOLDER / name)} is stale: make docs"
        for name in PAGES
        if (FOLDER / name).read_text(encoding="utf-8") != text_of(name)
    )


def test_what_the_objectives_decided_is_shown_by_a_test() -> None:
    tests = FOLDER.parent / "tests"
    files = [
        *tests.glob("domain/care/test_objectives*.py"),
        tests / "services" / "care" / "test_objectives.py",
    ]
    shown = "".join(path.read_text(encoding="utf-8") for path in files)
    assert DECIDED
    expect_none(
        f"{decision}: there is no {test}"
        for decision, _, test in DECIDED
        if f"def {test}(" not in shown
    )
