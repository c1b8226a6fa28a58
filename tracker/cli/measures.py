"""`tracker measures`: what can be rated here, and what each measure rests on. It opens no instance."""

from collections.abc import Iterator
from pathlib import Path

import click

from tracker import config
from tracker.domain.measures.measure import Measure
from tracker.domain.measures.numbers import show
from tracker.reference import loader
from tracker.reference.loader import BadFile, Known


def every_version() -> Known:
    """All that is defined here: the shipped measures, with the practice's own files over them."""
    folder = Path(config.from_environment().instance) / "measures"
    try:
        return loader.known_measures(folder)
    except BadFile as error:
        raise click.ClickException(f"A measure file cannot be used. {error}") from error


def known() -> dict[str, Measure]:
    """The measures here, each in its newest version."""
    return dict(every_version().current)


@click.group(invoke_without_command=True)
@click.pass_context
def measures(context: click.Context) -> None:
    """List the measures, one a line."""
    if context.invoked_subcommand is None:
        for key, measure in known().items():
            ends = f"{show(measure.low, measure.digits)} to {show(measure.high, measure.digits)}"
            raters = ", ".join(measure.raters)
            click.echo(
                f"{key:<16} {measure.kind:<9} {ends:<9} {measure.better:<7} {raters:<18} {measure.name}"
            )


@measures.command("show")
@click.argument("key")
def show_one(key: str) -> None:
    """Everything that is known of a measure, and what is not."""
    measure = known().get(key)
    if measure is None:
        raise click.ClickException(f"There is no measure {key!r}. The list: tracker measures")
    for name, text in _facts(measure):
        if text:
            click.echo(f"{name:<17} {text}")


def _facts(measure: Measure) -> Iterator[tuple[str, str]]:
    yield "measure", f"{measure.name}, version {measure.version}"
    yield "changed", measure.changed
    yield "kind", f"{measure.kind}, rated by {', '.join(measure.raters)}"
    ends = f"{show(measure.low, measure.digits)} to {show(measure.high, measure.digits)}"
    yield measure.total_label.lower(), f"{ends}, {measure.better} is better"
    yield "columns", ", ".join(measure.entry_keys)
    for part in measure.components:
        if part.items and part.items != (part.key,):
            yield f"{part.key}", f"{part.method} of {', '.join(part.items)}"
    level = measure.level or measure.low_from("any")
    if level:
        limits = ", ".join(f"{show(value)} ({age})" for age, value in level.cutoffs.items())
        yield "cut-off", f"{limits}. {level.source}"
    change = measure.reliable_change
    yield "reliable change", f"{show(change.points)} or more. {change.source}" if change else ""
    if measure.risk:
        yield "risk items", f"{', '.join(measure.risk.items)}: {show(measure.risk.least)} or more"
    yield (
        "missing items",
        f"up to {measure.may_miss}. {measure.missing_source}" if measure.may_miss else "",
    )
    yield "validated", "in research" if measure.validated else "no"
    yield "evidence", measure.evidence
    yield "not known", measure.not_known
    yield "source", measure.source
    yield "licence", f"{measure.licence} Holder: {measure.holder}"
