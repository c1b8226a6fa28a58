"""`tracker accounts`: who can sign in, whose clients are whose, and who supervises whom."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import click
from sqlalchemy.orm import Session

from tracker import clock, config, db, passwords
from tracker.cli.instance import opened
from tracker.domain.errors import Incomplete, NotNow
from tracker.domain.people.access import Role
from tracker.domain.people.credentials import ACCOUNT_CODE_LASTS, in_groups, password_problem
from tracker.services.access import supervision
from tracker.services.access.passwords import change_password, give_code
from tracker.services.office.practice import practice, today
from tracker.services.people import accounts as services
from tracker.services.people import reassigning

DAY = click.DateTime(["%Y-%m-%d"])
ROLES = click.Choice([role.value for role in Role])


@click.group()
def accounts() -> None:
    """The accounts of this instance."""


@contextmanager
def _instance() -> Iterator[None]:
    """This instance, ready; what cannot be done is said in one line."""
    with opened(config.from_environment()):
        try:
            yield
        except Incomplete as error:
            raise click.ClickException("; ".join(error.problems.values())) from error
        except NotNow as error:
            raise click.ClickException(error.message) from error


def _hashed(password: str, email: str) -> str:
    """The hash of a password that is good enough, made before the transaction begins."""
    with db.reading() as reading:
        name = practice(reading).name
    problem = password_problem(password, email=email, practice=name)
    if problem:
        raise click.ClickException(f"{problem}.")
    return passwords.hashed(password)


def _code(writing: Session, email: str) -> str:
    _, text = give_code(writing, None, services.by_email(writing, email).id, now=clock.now())
    hours = ACCOUNT_CODE_LASTS // timedelta(hours=1)
    return (
        f"One-time code for {email}: {in_groups(text)}\n"
        f"It is shown once and holds for {hours} hours. With it they choose a password at /reset."
    )


@accounts.command()
@click.option("--email", prompt="E-mail address")
@click.option("--name", prompt="Name")
@click.option("--role", "roles", multiple=True, type=ROLES, help="Can be given more than once.")
@click.option("--password", help="At least 12 characters; asked for when left out.")
@click.option("--code", is_flag=True, help="A one-time code instead, so that only they know it.")
def add(email: str, name: str, roles: tuple[str, ...], password: str | None, code: bool) -> None:
    """Add a clinician, a supervisor or an administrator."""
    roles = roles or (click.prompt("Role", type=ROLES),)
    if not code and password is None:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    shown = ""
    with _instance():
        hashed = passwords.unknown() if code else _hashed(password or "", email)
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
            shown = _code(writing, user.email) if code else ""
    click.echo(f"Added {user.name}, {', '.join(sorted(roles))}.")
    if shown:
        click.echo(shown)


@accounts.command("list")
def list_accounts() -> None:
    """Show who can sign in."""
    with _instance(), db.reading() as reading:
        people = services.everyone(reading, None, now=clock.now())
        if not people:
            click.echo("No accounts yet. Add the first: tracker accounts add")
        for row in people:
            roles = ", ".join(sorted(row.roles))
            state = "" if row.user.active else "  (disabled)"
            clients = f"  clients: {row.clients}" if row.clients else ""
            click.echo(f"{row.user.email}  {row.user.name}  {roles}{clients}{state}")


@accounts.command()
@click.argument("email")
def disable(email: str) -> None:
    """Close an account; whoever is signed in with it is out at once. Refused while clients are assigned to it."""
    with _instance(), db.transaction() as writing:
        user = services.by_email(writing, email)
        services.disable(writing, None, user.id, now=clock.now())
    click.echo(f"Disabled {email}.")


@accounts.command()
@click.argument("email")
def enable(email: str) -> None:
    """Open a disabled account again, with the password it had."""
    with _instance(), db.transaction() as writing:
        user = services.by_email(writing, email)
        services.enable(writing, None, user.id, now=clock.now())
    click.echo(f"Enabled {email}.")


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
def reset_password(email: str, password: str | None) -> None:
    """Print a one-time code with which they choose another password; with it every sign-in ends."""
    with _instance():
        hashed = _hashed(password, email) if password is not None else ""
        with db.transaction() as writing:
            user = services.by_email(writing, email)
            if hashed:
                change_password(writing, user.id, hashed, now=clock.now())
            shown = f"Changed the password of {email}." if hashed else _code(writing, email)
    click.echo(shown)


@accounts.command()
@click.argument("giver")
@click.argument("taker")
@click.option("--reason", prompt="Reason", help="Kept with every client; asked for when left out.")
def reassign(giver: str, taker: str, reason: str) -> None:
    """Give all clients of GIVER to TAKER (e-mail addresses), who must be an active clinician."""
    with _instance(), db.transaction() as writing:
        ids = [services.by_email(writing, email).id for email in (giver, taker)]
        count = reassigning.reassign(writing, None, ids[0], ids[1], reason, now=clock.now())
    click.echo(f"Clients reassigned from {giver} to {taker}: {count}.")


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
    with _instance(), db.transaction() as writing:
        supervision.link_supervision(
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
