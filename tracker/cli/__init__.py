"""The commands: `tracker serve`, `demo`, `accounts`, `practice`, `database`, `audit`, `keys`, `doctor`, `measures`,
`analyse`, `simulate`, `rules`."""

from importlib import import_module
from typing import Any

import click

from tracker import __version__
from tracker.domain.errors import DomainError
from tracker.keys import KeysMissing

# What each says of itself. It is loaded when it is asked for: nobody waits for the libraries of another command.
COMMANDS = {
    "accounts": "The accounts of this instance.",
    "analyse": "Analyse a table of ratings: a CSV file, also packed (.csv.gz), a spreadsheet (.xlsx, .xlsm), or - for "
    "standard input.",
    "audit": "The audit trail of this instance.",
    "database": "The database of this instance.",
    "demo": "Make a fictional caseload once, keep what is entered, and serve it.",
    "doctor": "Look at keys, database, audit trail, backups and settings.",
    "keys": "The keys of this instance, for paper.",
    "measures": "List the measures, one a line.",
    "practice": "Show the practice, and change its name, time zone or crisis text.",
    "rules": "The rules in force, and the flags that are stored.",
    "serve": "Serve this instance.",
    "simulate": "Try the rules on made-up clients.",
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
        module = import_module(f"tracker.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, none of which is loaded for it."""
        listed = [click.Command(name, help=about) for name, about in COMMANDS.items()]
        click.Group(commands=listed).format_commands(ctx, formatter)

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
