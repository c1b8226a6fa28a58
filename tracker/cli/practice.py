"""`tracker practice`: its name, and the time zone whose days count."""

import click

from tracker import clock, config, db
from tracker.cli.instance import opened
from tracker.domain.errors import Incomplete
from tracker.services.practice import change_practice


@click.command()
@click.option("--name", help="What the practice is called.")
@click.option("--time-zone", help="Such as Europe/Berlin; a session's day is a day there.")
def practice(name: str | None, time_zone: str | None) -> None:
    """Show the practice, and change its name or time zone."""
    with opened(config.from_environment()):
        try:
            with db.transaction() as writing:
                found = change_practice(writing, name=name, time_zone=time_zone, now=clock.now())
        except Incomplete as error:
            raise click.ClickException(error.message) from error
    click.echo(f"{found.name}, {found.time_zone}")
