"""The templates of objectives, read from objectives.toml as strictly as a measure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tracker.domain.care.objectives import Complete, Criterion, CriterionKind, Reached
from tracker.domain.care.parameters import criterion
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Better, Kind, Measure
from tracker.reference.tables import BadFile, FileTable

FILE = Path(__file__).with_name("objectives.toml")


@dataclass(frozen=True)
class Template:
    """What a template suggests. `cited` and `card` are of the library.

    `measure_kind`, `scores` and `way` are of those that look at a measure."""

    key: str
    title: str
    kind: CriterionKind
    parameters: Mapping[str, Any]
    weeks: int
    mechanism: str
    source: str
    cited: str
    card: str
    measure_kind: Kind | None = None
    scores: tuple[str, ...] = ()
    way: Fraction | None = None

    def suggested(self, measure: Measure | None) -> Criterion:
        """The criterion it suggests, on that measure where it looks at one."""
        more: dict[str, Any] = {}
        if self.measure_kind is not None:
            assert measure is not None, "it looks at a measure"
            more["measure"] = measure.key
        if self.kind is CriterionKind.REACHED:
            assert measure is not None
            assert self.way is not None
            component = self.component(measure)
            more |= {"component": component, "at": threshold(measure, component, self.way)}
            more.setdefault("sessions", self.parameters.get("sessions"))
        return criterion(self.kind, {**self.parameters, **more})

    def component(self, measure: Measure) -> str:
        """The score of that measure that it looks at: the first component of these names, else the total."""
        there = scores_of(measure)
        return next((key for key in self.scores if key in there), TOTAL)


def scores_of(measure: Measure) -> dict[str, str]:
    """Every score of a measure with its name: the components by key, and the total."""
    return {key: measure.label_of(key) for key in (*(p.key for p in measure.components), TOTAL)}


def threshold(measure: Measure, component: str, way: Fraction) -> Fraction:
    """The value that lies so far on the way from the worst to the best score."""
    low, high = measure.ends(component)
    return (
        low + way * (high - low) if measure.better is Better.HIGHER else high - way * (high - low)
    )


@cache
def templates() -> Mapping[str, Template]:
    """The shipped templates by key, in their order; BadFile says what is wrong with the file, and where."""
    return MappingProxyType(parse(FILE.read_text(encoding="utf-8"), FILE))


def parse(text: str, path: Path) -> dict[str, Template]:
    """The templates that the text of a file describes."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(f"{path}: {error}") from error
    whole = FileTable(path, text, (), data)
    by_key: dict[str, Template] = {}
    for table in whole.tables("objective", least=1):
        template = _template(table)
        if template.key in by_key:
            raise table.bad("key", "a key of its own")
        by_key[template.key] = template
    whole.end()
    return by_key


def _template(table: FileTable) -> Template:
    looks = "measure_kind" in table.left
    kind = table.one_of("kind", CriterionKind)
    given = table.table("parameters")
    parameters = dict(given.left)
    given.left = {}
    template = Template(
        key=table.text_of("key"),
        title=table.text_of("title"),
        kind=kind,
        parameters=MappingProxyType(parameters),
        weeks=table.whole("weeks"),
        mechanism=table.text_of("mechanism"),
        source=table.text_of("source"),
        cited=table.text_of("cited"),
        card=table.text_of("card"),
        measure_kind=table.one_of("measure_kind", Kind) if looks else None,
        scores=table.texts("scores", []),
        way=table.maybe_number("way"),
    )
    table.end()
    _fits(table, template)
    return template


def _fits(table: FileTable, template: Template) -> None:
    """The parameters are those of its kind: BadFile otherwise."""
    more: dict[str, Any] = {}
    if template.kind in (Reached.kind, Complete.kind):
        more["measure"] = ""
    if template.kind is CriterionKind.REACHED:
        more |= {"component": "", "at": "0"}
        if template.way is None:
            raise table.bad("way", 'a number in quotes, such as "0.75"')
    if (template.measure_kind is not None) != bool(more):
        raise table.bad("measure_kind", "a kind of measure where, and only where, one is looked at")
    try:
        criterion(template.kind, {**template.parameters, **more})
    except (TypeError, ValueError) as error:
        raise table.bad("parameters", f"those of this kind: {error}") from error
