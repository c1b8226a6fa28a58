"""`tracker database`: bring it to the newest form, and copy it. Putting a copy back is in cli/restore."""

import click

from tracker import clock, config, db, keys, migrations
from tracker.cli.instance import opened
from tracker.services.storage import backup

ON_A_SERVER = (
    "On PostgreSQL use the server's own tools: pg_dump --format=custom and pg_restore for one database, or "
    "pg_basebackup for the whole server. Copy the folders keys/ and backups/ of the instance too."
)


@click.group()
def database() -> None:
    """The database of this instance."""


@database.command()
def upgrade() -> None:
    """Bring the database to the newest form; a copy of the old one is kept in backups/."""
    with opened(config.from_environment()):
        click.echo(f"The database is at version {migrations.current(db.engine())}.")


@database.command("backup")
@click.option(
    "--keep",
    default=backup.KEEP,
    show_default=True,
    type=click.IntRange(min=1),
    help="How many copies stay; older ones are removed once the new one was looked at.",
)
def make_backup(keep: int) -> None:
    """Copy the embedded database while it is in use, encrypted with its key, and look at the copy."""
    settings = config.from_environment()
    if settings.database_file is None:
        raise click.ClickException(ON_A_SERVER)
    with opened(settings):
        secrets = keys.read(settings.instance / "keys")
        made = backup.back_up(db.engine(), settings.backups, secrets, now=clock.now(), keep=keep)
    click.echo(f"Copied to {made}")
