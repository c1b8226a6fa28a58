"""`tracker database`: bring it to the newest form, copy it, and put a copy in its place, with the fact on record."""

from pathlib import Path

import click

from tracker.cli.acting import act
from tracker.config import COPIES_KEPT


@click.group()
def database() -> None:
    """The database of this instance."""


@database.command()
@act
def upgrade() -> None:
    """Bring the database to the newest form; a copy of the old one is kept in backups/. Then do what `rebuild` does."""


@database.command()
@act
def rebuild() -> None:
    """Keep again what pages read of each client, at once: after a bulk import, or an update. A server does it too,
    beside its pages. It goes on where it was stopped, and without it pages are slower and say the same."""


@database.command("backup")
@click.option(
    "--keep",
    default=COPIES_KEPT,
    show_default=True,
    type=click.IntRange(min=1),
    help="How many copies stay; older ones are removed once the new one was looked at.",
)
@act
def make_backup() -> None:
    """Copy the embedded database while it is in use, encrypted with its key, and look at the copy."""


@database.command("restore")
@click.argument("copy", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--drill", is_flag=True, help="Try it in a scratch folder; nothing is changed.")
@act
def restore_copy() -> None:
    """Put a backup in the place of the database. What is there now is kept as a backup."""


@database.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@act
def restored() -> None:
    """After a restore by the database server's own tools: end every sign-in, and record it in the audit trail."""
