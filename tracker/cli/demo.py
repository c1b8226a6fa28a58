"""`tracker demo`: a fictional caseload to look at."""

import click

from tracker.cli.acting import act


@click.command()
@click.option("--port", default=8000, show_default=True)
@click.option("--reset", is_flag=True, help="Begin anew.")
@click.option("--no-serve", is_flag=True, help="Only make the caseload.")
@act
def demo() -> None:
    """Make a fictional caseload once, keep what is entered, and serve it."""
