"""`tracker accounts`: who can sign in, and who supervises whom."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import click
from flask_security import hash_password
from sqlalchemy.orm import Session

from tracker import clock, config, db
from tracker.cli.instance import opened
from tracker.domain.access import Role
from tracker.domain.errors import Incomplete
from tracker.services import accounts as services
from tracker.services.practice import today

SHORTEST = 12
DAY = click.DateTime(["%Y-%m-%d"])
new_password = click.password_option(help="At least 12 characters; asked for when left out.")


@click.group()
def accounts() -> None:
    """The accounts of this instance."""


@contextmanager
def _writing(password: str | None = None) -> Iterator[tuple[Session, str]]:
    """A transaction on this instance, and the hash of a password that is long enough."""
    if password is not None and len(password) < SHORTEST:
        raise click.ClickException(f"The password must be {SHORTEST} characters or longer.")
    with opened(config.from_environment()):
        hashed = hash_password(password) if password else ""
        try:
            with db.transaction() as writing:
                yield writing, hashed
        except Incomplete as error:
            raise click.ClickException("; ".join(error.problems.values())) from error


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
@new_password
def add(email: str, name: str, roles: tuple[str, ...], password: str) -> None:
    """Add a clinician, a supervisor or an administrator."""
    if not roles:
        roles = (click.prompt("Role", type=click.Choice([role.value for role in Role])),)
    with _writing(password) as (writing, hashed):
        user = services.add_account(
            writing,
            None,
            email=email,
            name=name,
            roles=frozenset(Role(role) for role in roles),
            password_hash=hashed,
            now=clock.now(),
        )
    click.echo(f"Added {user.name}, {', '.join(sorted(roles))}.")


@accounts.command("list")
def list_accounts() -> None:
    """Show who can sign in."""
    with opened(config.from_environment()), db.reading() as reading:
        found = services.accounts(reading)
        if not found:
            click.echo("No accounts yet. Add the first: tracker accounts add")
        for user in found:
            roles = ", ".join(sorted(role.name for role in user.roles))
            click.echo(f"{user.email}  {user.name}  {roles}{'' if user.active else '  (disabled)'}")


@accounts.command()
@click.argument("email")
def disable(email: str) -> None:
    """Close an account; whoever is signed in with it is out at once."""
    with _writing() as (writing, _):
        services.disable(writing, services.by_email(writing, email).id, now=clock.now())
    click.echo(f"Disabled {email}.")


@accounts.command("reset-password")
@click.argument("email")
@new_password
def reset_password(email: str, password: str) -> None:
    """Set another password; every sign-in made with the old one ends."""
    with _writing(password) as (writing, hashed):
        user = services.by_email(writing, email)
        services.change_password(writing, user.id, hashed, now=clock.now())
    click.echo(f"Changed the password of {email}.")


@accounts.command()
@click.argument("supervisor")
@click.argument("clinician")
@click.option(
    "--from", "starts", type=DAY, help="First day, such as 2026-03-27; today when left out."
)
@click.option("--until", "ends", type=DAY, help="Last day; it goes on when left out.")
def supervise(
    supervisor: str, clinician: str, starts: datetime | None, ends: datetime | None
) -> None:
    """Let SUPERVISOR read the caseload of CLINICIAN (e-mail addresses) from one day to another."""
    now = clock.now()
    with _writing() as (writing, _):
        services.link_supervision(
            writing,
            supervisor=services.by_email(writing, supervisor).id,
            clinician=services.by_email(writing, clinician).id,
            starts_on=starts.date() if starts else today(writing, now),
            ends_on=ends.date() if ends else None,
            now=now,
        )
    click.echo(
        f"{supervisor} reads the caseload of {clinician}{f' until {ends:%Y-%m-%d}' if ends else ''}."
    )
