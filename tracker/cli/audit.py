"""`tracker audit`: look at the whole trail, begin a new file of signed heads, say what the trail tells of a client."""

from pathlib import Path

import click

from tracker.cli.acting import act
from tracker.services.trail.events import EVENTS

DAY = click.DateTime(["%Y-%m-%d"])
COLUMNS = ("entry", "time", "who", "event", "record", "client", "detail")
SINCE = click.option("--from", "since", type=DAY, help="First day, such as 2026-03-01.")
UNTIL = click.option("--to", "until", type=DAY, help="Last day.")


@click.group()
def audit() -> None:
    """The audit trail of this instance."""


@audit.command()
@click.option(
    "--anchors",
    "kept",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A copy of backups/audit-heads.jsonl that was kept elsewhere.",
)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@act
def verify() -> None:
    """Look at every entry and every signed head. Ends with 0: whole, 1: altered, 2: cannot be read."""


@audit.command("begin-again")
@click.option("--yes", is_flag=True, help="Do not ask.")
@act
def begin_again() -> None:
    """Begin a new file of signed heads, when the old one was lost or spoilt. The old one is kept beside it."""


@audit.command()
@click.option("--client", "code", help="A client's code, such as K-014.")
@SINCE
@UNTIL
@click.option("--who", help="The e-mail address of whoever did it.")
@click.option("--event", type=click.Choice(sorted(EVENTS)), help="What was done.")
@click.option("--sort", type=click.Choice(COLUMNS), default="entry", show_default=True)
@act
def report() -> None:
    """Every entry on a client, a person or a period, as CSV. Without --sort it is written as it is read."""


@audit.command("who-read")
@click.argument("code")
@SINCE
@UNTIL
@act
def who_read() -> None:
    """Everyone who looked at the client of that CODE: how often, from when to when, in which ways."""
