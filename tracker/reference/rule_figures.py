"""How often a rule was right on real courses, read from rule_figures.toml as strictly as a measure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from tracker.domain.rules.findings import FlagKind
from tracker.reference.tables import BadFile, FileTable

FILE = Path(__file__).with_name("rule_figures.toml")


@dataclass(frozen=True)
class RuleFigures:
    """A rule held against what came of real courses: the share of those with the outcome in which it had spoken, and of
    those without it in which it had not."""

    courses: int
    measure: str
    said_at: str
    outcome: str
    sensitivity: Fraction
    specificity: Fraction
    source: str


@cache
def rule_figures() -> Mapping[FlagKind, RuleFigures]:
    """The figures by kind of flag; most kinds have none."""
    return parse_figures(FILE.read_text(encoding="utf-8"), FILE)


def parse_figures(text: str, path: Path) -> Mapping[FlagKind, RuleFigures]:
    """The figures that the text of a file gives; BadFile names file, line and what is expected."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(f"{path}: {error}") from error
    whole = FileTable(path, text, (), data)
    if set(whole.left) - set(FlagKind):
        raise whole.bad("", "kinds of flags")
    return {FlagKind(key): _figures(whole.table(key)) for key in list(whole.left)}


def _figures(table: FileTable) -> RuleFigures:
    shares = {key: table.number(key) for key in ("sensitivity", "specificity")}
    for key, value in shares.items():
        if not 0 <= value <= 1:
            raise table.bad(key, "a share from 0 to 1")
    figures = RuleFigures(
        courses=table.whole("courses"),
        measure=table.text_of("measure"),
        said_at=table.text_of("said_at"),
        outcome=table.text_of("outcome"),
        source=table.text_of("source"),
        **shares,
    )
    table.end()
    return figures
