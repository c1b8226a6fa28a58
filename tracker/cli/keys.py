"""`tracker keys`: the keys on paper, and from paper into a new machine."""

from pathlib import Path

import click

from tracker.cli.acting import act


@click.group()
def keys() -> None:
    """The keys of this instance, for paper."""


@keys.command()
@click.option(
    "--output", type=click.Path(path_type=Path), help="A file that its owner alone can read."
)
@act
def sheet() -> None:
    """Print what opens a backup on another machine. Keep it sealed, apart from the backups."""


@keys.command()
@act
def enter() -> None:
    """Type in the keys from a key sheet, on a machine that has none, or not all of them."""
