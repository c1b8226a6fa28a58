"""`tracker practice`: its name, zone and crisis text, the measures it offers, its thresholds, and what its own ratings
say."""

import click

from tracker.cli.acting import act


@click.group(invoke_without_command=True)
@click.option("--name", help="What the practice is called.")
@click.option("--time-zone", help="Such as Europe/Berlin; a session's day is a day there.")
@click.option("--crisis-text", help="Who to turn to in an emergency; at the foot of every page.")
@act
def practice() -> None:
    """Show the practice, and change its name, time zone or crisis text."""


@practice.command()
@click.argument("keys", nargs=-1)
@act
def measures() -> None:
    """Show the measures that are offered for new clients, or offer exactly KEYS from now on."""


@practice.command()
@click.argument("measure")
@click.argument("points", default="")
@click.option("--reason", default="", help="The source or the reason; kept in the history.")
@click.option("--own", is_flag=True, help="Back to the measure's own threshold.")
@act
def threshold() -> None:
    """Show the drop threshold of MEASURE, or set it to POINTS for ratings entered from now on."""


@practice.command("own-ratings")
@click.option("--measure", "key", help="Only this one, by its key.")
@click.option("--adopt", is_flag=True, help="From now on, what its own ratings say.")
@click.option("--own", is_flag=True, help="Back to the measure's own numbers.")
@click.option("--reason", default="", help="Why; kept in the history.")
@act
def own_ratings() -> None:
    """Show what this practice's own ratings say of its measures, beside what is in force; adopt it, or give it up.

    Nothing is adopted by itself, and stored flags keep the numbers they were found with.
    """
