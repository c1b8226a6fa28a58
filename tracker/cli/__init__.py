"""The commands: `tracker serve`, `demo`, `accounts`, `practice` and `database`."""

import click

from tracker import __version__
from tracker.cli.accounts import accounts
from tracker.cli.database import database
from tracker.cli.demo import demo
from tracker.cli.practice import practice
from tracker.cli.serve import serve


@click.group()
@click.version_option(__version__)
def main() -> None:
    """Alliance Tracker: log a session, see the drop at once, answer it, see the trend."""


for command in (accounts, database, demo, practice, serve):
    main.add_command(command)
