"""docs/decisions/index.md: every decision with its date and status, from the heads of the files."""

import re
from dataclasses import dataclass
from pathlib import Path

from tools.tables import table

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "decisions"
HEAD = re.compile(
    r"\A# (?P<number>\d{4}) (?P<title>.+)\n\n- \*\*Status\*\*: (?P<status>.+)\n- \*\*Date\*\*: (?P<date>\d{4}-\d\d-\d\d)\n\n## "
)


@dataclass(frozen=True)
class Decision:
    """The head of one decision, and the name of its file."""

    name: str
    number: str
    title: str
    status: str
    date: str


def head_of(path: Path) -> Decision:
    """A decision's head; ValueError where it is not written as the others are."""
    match = HEAD.match(path.read_text(encoding="utf-8"))
    if match is None:
        raise ValueError(f"{path.name}: begin with number and title, status, date")
    return Decision(path.name, **match.groupdict())


def decisions() -> list[Decision]:
    """All of them, by number."""
    return [head_of(path) for path in sorted(FOLDER.glob("[0-9]*.md"))]


def page() -> str:
    """The list, for people and for the index of the site."""
    all_decisions = decisions()
    rows = [
        (f"[{one.number} {one.title}]({one.name})", one.date, one.status) for one in all_decisions
    ]
    names = "\n".join(one.name.removesuffix(".md") for one in all_decisions)
    return "\n\n".join(
        (
            "# Decisions",
            "Why it is as it is. Each says what made it necessary, what was decided, and what follows. A decision is not rewritten when another "
            "one overtakes it: its status says so, and where to go on reading.",
            table(("decision", "date", "status"), rows),
            f"```{{toctree}}\n:hidden:\n\n{names}\n```",
        )
    )
