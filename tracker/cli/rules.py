"""`tracker rules`: what the rules in force would have made of the ratings that are stored."""

import click

from tracker.cli.acting import act


@click.group()
def rules() -> None:
    """The rules in force, and the flags that are stored."""


@rules.command("changes")
@click.option(
    "--days",
    type=click.IntRange(1, 36_500),
    default=365,
    show_default=True,
    help="Of how many days, up to today, the sessions are looked at.",
)
@click.option(
    "--list",
    "listed",
    is_flag=True,
    help="Each difference with client and session. It is noted in the audit trail.",
)
@act
def changes_() -> None:
    """What the rules in force would find if they looked at each stored rating first, beside the flags that are stored.

    No flag is changed. Without --list no client is named.
    """
