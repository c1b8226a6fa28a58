"""`tracker doctor`: one line for each thing that can go wrong, and what to do about it. It changes nothing."""

import click

from tracker.cli.acting import act


@click.command()
@act
def doctor() -> None:
    """Look at keys, database, audit trail, backups and settings. Ends with 1 when something is wrong."""
