"""`tracker accounts`: who can sign in."""

import click
from flask_security import hash_password

from tracker import clock, config, db
from tracker.cli.instance import ready
from tracker.domain.access import Role
from tracker.domain.errors import Incomplete
from tracker.services import accounts as services

SHORTEST = 12


@click.group()
def accounts() -> None:
    """The accounts of this instance."""


@accounts.command()
@click.option("--email", prompt="E-mail address")
@click.option("--name", prompt="Name")
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice([role.value for role in Role]),
    help="Can be given more than once.",
)
@click.password_option(help="At least 12 characters; asked for when left out.")
def add(email: str, name: str, roles: tuple[str, ...], password: str) -> None:
    """Add a clinician, a supervisor or an administrator."""
    if len(password) < SHORTEST:
        raise click.ClickException(f"The password must be {SHORTEST} characters or longer.")
    if not roles:
        roles = (click.prompt("Role", type=click.Choice([role.value for role in Role])),)
    with ready(config.from_environment()).app_context():
        hashed = hash_password(password)
        try:
            with db.transaction() as writing:
                user = services.add_account(
                    writing,
                    None,
                    email=email,
                    name=name,
                    roles=frozenset(Role(role) for role in roles),
                    password_hash=hashed,
                    now=clock.now(),
                )
        except Incomplete as error:
            raise click.ClickException("; ".join(error.problems.values())) from error
    click.echo(f"Added {user.name}, {', '.join(sorted(roles))}.")


@accounts.command("list")
def list_accounts() -> None:
    """Show who can sign in."""
    with ready(config.from_environment()).app_context(), db.reading() as reading:
        for user in services.accounts(reading):
            roles = ", ".join(sorted(role.name for role in user.roles))
            click.echo(f"{user.email}  {user.name}  {roles}{'' if user.active else '  (disabled)'}")
