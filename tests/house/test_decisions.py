"""Each decision says its status and date, its context, what was decided and what follows, and stands on the list."""

import re
from datetime import date

import pytest

from tools.decisions import FOLDER, Decision, decisions

STATUS = re.compile(r"(proposed|accepted|rejected|superseded by \[\d{4}\]\(\S+\.md\))(; .+)?")
SECTIONS = ["Context", "Decision", "Consequences"]


def name_of(decision: Decision) -> str:
    return decision.number


def test_every_number_is_given_once_and_is_that_of_the_file() -> None:
    found = decisions()
    assert len(found) == len({decision.number for decision in found}) >= 24
    assert all(decision.name.startswith(f"{decision.number}-") for decision in found)


@pytest.mark.parametrize("decision", decisions(), ids=name_of)
def test_a_decision_has_its_head_and_its_sections(decision: Decision) -> None:
    assert STATUS.fullmatch(decision.status), decision.status
    assert date.fromisoformat(decision.date) >= date(2026, 11, 23)
    text = (FOLDER / decision.name).read_text(encoding="utf-8")
    _, *parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    assert parts[::2] == SECTIONS
    for section, said in zip(SECTIONS, parts[1::2], strict=True):
        assert len(said.split()) >= 5, f"{section} says nothing"


def test_every_decision_stands_on_the_list() -> None:
    index = (FOLDER / "index.md").read_text(encoding="utf-8")
    for path in FOLDER.glob("*.md"):
        assert path.name == "index.md" or f"]({path.name})" in index, path.name
