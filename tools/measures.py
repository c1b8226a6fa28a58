"""docs/measures.md: every measure that comes with the product, from its file."""

from tools.tables import table
from tracker.domain.measures.measure import Better, Measure, ReliableChange
from tracker.domain.measures.numbers import show
from tracker.reference.loader import FOLDER, read_measures
from tracker.web.words import general as words
from tracker.web.words.measures import cost


def page() -> str:
    """The text of the page."""
    measures = sorted(
        read_measures(FOLDER).current.values(), key=lambda m: (m.kind, m.wording_by, m.key)
    )
    parts = [
        "# Measures",
        "What comes with the product; a practice adds its own and overrides these in `instance/measures/` "
        "([the file format](measure-files.md)). Only wording of our own is shipped: everything else is entered as scores of the "
        "form that the practice holds a licence for. What is not verified is said beside it.",
        table(
            (
                "measure",
                "kind, raters",
                "range",
                "better",
                "cut-off",
                "reliable change",
                "drop rule",
                "validated",
            ),
            (_row(measure) for measure in measures),
        ),
    ]
    return "\n\n".join([*parts, *(_about(measure) for measure in measures)])


def _row(measure: Measure) -> tuple[str, ...]:
    raters = ", ".join(words.RATER[rater].lower() for rater in measure.raters)
    cutoffs = measure.level.cutoffs.items() if measure.level else ()
    return (
        f"{measure.short} `{measure.key}` {measure.version}",
        f"{measure.kind.value}; {raters}",
        f"{show(measure.low)} to {show(measure.high)}",
        "higher" if measure.better is Better.HIGHER else "lower",
        ", ".join(f"{show(value)}{'' if age == 'any' else f' ({age})'}" for age, value in cutoffs),
        _change(measure.reliable_change),
        "yes" if measure.drop else "",
        "" if measure.validated else "not validated",
    )


def _change(change: ReliableChange | None) -> str:
    if change is None:
        return ""
    return f"{show(change.points)}{'' if change.published else f' ({change.basis})'}"


def _low(measure: Measure) -> str:
    """From where on a total of the alliance is low, where no cut-off is published."""
    level = None if measure.level else measure.low_from("any")
    return f"{show(level.cutoffs['any'])} or worse. {level.source}." if level else ""


def _about(measure: Measure) -> str:
    facts = [
        ("About", measure.about),
        ("Source", measure.source),
        ("Holder", measure.holder),
        ("Licence", measure.licence),
        ("Evidence", measure.evidence),
        ("Not known", measure.not_known),
        ("Cut-off", measure.level.source if measure.level else ""),
        ("Low", _low(measure)),
        ("Reliable change", measure.reliable_change.source if measure.reliable_change else ""),
        ("Risk items", measure.risk.source if measure.risk else ""),
        ("Missing items", measure.missing_source),
        ("Drop rule", f"{measure.drop.source} {cost(measure)}" if measure.drop else ""),
    ]
    lines = [f"- {name}: {text}" for name, text in facts if text]
    return "\n".join([f"## {measure.name}", "", *lines])
