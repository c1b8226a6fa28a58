"""`tracker accounts`: who can sign in, whose clients are whose, and who supervises whom."""

import click

from tracker.cli.acting import act
from tracker.domain.people.access import Role

DAY = click.DateTime(["%Y-%m-%d"])
ROLES = click.Choice([role.value for role in Role])


@click.group()
def accounts() -> None:
    """The accounts of this instance."""


@accounts.command()
@click.option("--email", prompt="E-mail address")
@click.option("--name", prompt="Name")
@click.option("--role", "roles", multiple=True, type=ROLES, help="Can be given more than once.")
@click.option("--password", help="At least 12 characters; asked for when left out.")
@click.option("--code", is_flag=True, help="A one-time code instead, so that only they know it.")
@act
def add() -> None:
    """Add a clinician, a supervisor or an administrator."""


@accounts.command("list")
@act
def list_accounts() -> None:
    """Show who can sign in."""


@accounts.command()
@click.argument("email")
@act
def disable() -> None:
    """Close an account; whoever is signed in with it is out at once. Refused while clients are assigned to it."""


@accounts.command()
@click.argument("email")
@act
def enable() -> None:
    """Open a disabled account again, with the password it had."""


@accounts.command("reset-password")
@click.argument("email")
@click.option(
    "--password",
    prompt=True,
    prompt_required=False,
    hide_input=True,
    confirmation_prompt=True,
    help="Set this password instead; asked for when nothing follows.",
)
@act
def reset_password() -> None:
    """Print a one-time code with which they choose another password; with it every sign-in ends."""


@accounts.command()
@click.argument("giver")
@click.argument("taker")
@click.option("--reason", prompt="Reason", help="Kept with every client; asked for when left out.")
@act
def reassign() -> None:
    """Give all clients of GIVER to TAKER (e-mail addresses), who must be an active clinician."""


@accounts.command()
@click.argument("supervisor")
@click.argument("clinician")
@click.option(
    "--from", "starts", type=DAY, help="First day, such as 2026-03-27; today when left out."
)
@click.option("--until", "ends", type=DAY, help="Last day; it goes on when left out.")
@act
def supervise() -> None:
    """Let SUPERVISOR read the caseload of CLINICIAN (e-mail addresses) from one day to another."""
