"""`tracker practice`: its name, zone and crisis text, the measures it offers, and its thresholds."""

from collections.abc import Callable
from typing import TypeVar

import click
from sqlalchemy.orm import Session

from tracker import clock, config, db
from tracker.cli.instance import opened
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures.measure import Measure
from tracker.domain.measures.numbers import show
from tracker.services.installation import defined
from tracker.services.office.practice import PracticeSettings, change_practice, offered
from tracker.services.reports import thresholds

Made = TypeVar("Made")


def _write(act: Callable[[Session], Made]) -> Made:
    """What the act makes, in a transaction on this instance."""
    with opened(config.from_environment()):
        try:
            with db.transaction() as writing:
                return act(writing)
        except Incomplete as error:
            raise click.ClickException("; ".join(error.problems.values())) from error


@click.group(invoke_without_command=True)
@click.option("--name", help="What the practice is called.")
@click.option("--time-zone", help="Such as Europe/Berlin; a session's day is a day there.")
@click.option("--crisis-text", help="Who to turn to in an emergency; at the foot of every page.")
@click.pass_context
def practice(
    context: click.Context, name: str | None, time_zone: str | None, crisis_text: str | None
) -> None:
    """Show the practice, and change its name, time zone or crisis text."""
    if context.invoked_subcommand:
        return
    wanted = PracticeSettings(name, time_zone, crisis_text)
    stored_practice = _write(
        lambda writing: change_practice(writing, None, wanted, now=clock.now())
    )
    click.echo(
        f"{stored_practice.name}, {stored_practice.time_zone}\n{stored_practice.crisis_text}"
    )


@practice.command()
@click.argument("keys", nargs=-1)
def measures(keys: tuple[str, ...]) -> None:
    """Show the measures that are offered for new clients, or offer exactly KEYS from now on."""

    def act(writing: Session) -> tuple[set[str], dict[str, Measure]]:
        if keys:
            change_practice(writing, None, PracticeSettings(measures=keys), now=clock.now())
        return set(offered(writing)), dict(defined(writing).current)

    offered_keys, known = _write(act)
    for key, measure in known.items():
        click.echo(f"{'offered' if key in offered_keys else '-':<9}{key:<18}{measure.name}")


@practice.command()
@click.argument("measure")
@click.argument("points", default="")
@click.option("--reason", default="", help="The source or the reason; kept in the history.")
@click.option("--own", is_flag=True, help="Back to the measure's own threshold.")
def threshold(measure: str, points: str, reason: str, own: bool) -> None:
    """Show the drop threshold of MEASURE, or set it to POINTS for ratings entered from now on."""

    def act(writing: Session) -> list[thresholds.Set]:
        definition = thresholds.measure_with_threshold(writing, measure)
        if points or own:
            text = "" if own else points
            thresholds.set_threshold(writing, None, measure, text, reason, now=clock.now())
        current = thresholds.in_force(writing, definition)
        click.echo(f"{definition.name}: {show(current)} points since the previous rating")
        return thresholds.history(writing, definition)

    try:
        history = _write(act)
    except NotPermitted as error:
        raise click.ClickException(f"No measure {measure} with a drop threshold.") from error
    for setting in history:
        value = "the measure's own" if setting.points is None else show(setting.points)
        click.echo(f"{setting.since:%Y-%m-%d %H:%M} UTC  {value}  {setting.who}  {setting.reason}")
