"""`tracker database`: bring it to the newest form, or copy it."""

import click

from tracker import clock, config, db, keys, migrations
from tracker.cli.instance import opened
from tracker.services import backup


@click.group()
def database() -> None:
    """The database of this instance."""


@database.command()
def upgrade() -> None:
    """Bring the database to the newest form; a copy of the old one is kept in backups/."""
    with opened(config.from_environment()):
        click.echo(f"The database is at version {migrations.current(db.engine())}.")


@database.command("backup")
def make_backup() -> None:
    """Copy the embedded database while it is in use, encrypted with its key."""
    settings = config.from_environment()
    if settings.database_file is None:
        raise click.ClickException("On PostgreSQL use the server's own tools, such as pg_dump.")
    with opened(settings):
        secrets = keys.load_or_make(settings.instance / "keys")
        made = backup.back_up(
            db.engine(), settings.instance / "backups", secrets.database, now=clock.now()
        )
    click.echo(f"Copied to {made}")
