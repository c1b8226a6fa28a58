"""The commands: `tracker serve`, `demo`, `accounts`, `practice`, `database`, `audit`, `keys` and `doctor`."""

from typing import Any

import click

from tracker import __version__
from tracker.cli.accounts import accounts
from tracker.cli.audit import audit
from tracker.cli.database import database
from tracker.cli.demo import demo
from tracker.cli.doctor import doctor
from tracker.cli.keys import keys
from tracker.cli.practice import practice
from tracker.cli.restore import restore_copy, restored
from tracker.cli.serve import serve
from tracker.domain.errors import DomainError
from tracker.keys import KeysMissing


class Commands(click.Group):
    """Commands whose refusals are one line that says what to do."""

    def invoke(self, ctx: click.Context) -> Any:
        """What the command returns."""
        try:
            return super().invoke(ctx)
        except (DomainError, KeysMissing) as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands)
@click.version_option(__version__)
def main() -> None:
    """Alliance Tracker: log a session, see the drop at once, answer it, see the trend."""


database.add_command(restore_copy)
database.add_command(restored)
for command in (accounts, audit, database, demo, doctor, keys, practice, serve):
    main.add_command(command)
