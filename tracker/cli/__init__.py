"""The commands: `tracker serve`, `demo`, `accounts`, `practice`, `database`, `audit`, `keys`, `doctor`, `measures`,
`analyse`, `simulate`, `rules`."""

from importlib import import_module
from typing import Any

import click

from tracker import __version__
from tracker.domain.errors import DomainError
from tracker.keys import KeysMissing

# Each is loaded when it is asked for: who analyses a table waits for no web server, and who serves loads no pandas.
COMMANDS = {
    "accounts": "tracker.cli.accounts",
    "analyse": "tracker.cli.analyse",
    "audit": "tracker.cli.audit",
    "database": "tracker.cli.database",
    "demo": "tracker.cli.demo",
    "doctor": "tracker.cli.doctor",
    "keys": "tracker.cli.keys",
    "measures": "tracker.cli.measures",
    "practice": "tracker.cli.practice",
    "rules": "tracker.cli.rules",
    "serve": "tracker.cli.serve",
    "simulate": "tracker.cli.simulate",
}


class Commands(click.Group):
    """Commands whose refusals are one line that says what to do."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command

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
