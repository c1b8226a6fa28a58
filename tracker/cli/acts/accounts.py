"""What `tracker accounts` does."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import click
from sqlalchemy.orm import Session

from tracker import clock, config, db, passwords
from tracker.cli.accounts import ROLES
from tracker.cli.instance import opened
from tracker.domain.errors import Incomplete, NotNow
from tracker.domain.people.access import Role
from tracker.domain.people.credentials import ACCOUNT_CODE_LASTS, in_groups, password_problem
from tracker.services.access import supervision
from tracker.services.access.passwords import change_password, give_code
from tracker.services.office.practice import practice, today
from tracker.services.people import accounts as services
from tracker.services.people import reassigning


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


def add(email: str, name: str, roles: tuple[str, ...], password: str | None, code: bool) -> None:
    """A new account. Its password is given, typed now, or chosen with the code that is shown."""
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


def list_accounts() -> None:
    """A line for each account."""
    with _instance(), db.reading() as reading:
        people = services.everyone(reading, None, now=clock.now())
        if not people:
            click.echo("No accounts yet. Add the first: tracker accounts add")
        for row in people:
            roles = ", ".join(sorted(row.roles))
            state = "" if row.user.active else "  (disabled)"
            clients = f"  clients: {row.clients}" if row.clients else ""
            click.echo(f"{row.user.email}  {row.user.name}  {roles}{clients}{state}")


def disable(email: str) -> None:
    """An account closed."""
    with _instance(), db.transaction() as writing:
        user = services.by_email(writing, email)
        services.disable(writing, None, user.id, now=clock.now())
    click.echo(f"Disabled {email}.")


def enable(email: str) -> None:
    """An account open again."""
    with _instance(), db.transaction() as writing:
        user = services.by_email(writing, email)
        services.enable(writing, None, user.id, now=clock.now())
    click.echo(f"Enabled {email}.")


def reset_password(email: str, password: str | None) -> None:
    """Another password, or the code with which they choose one."""
    with _instance():
        hashed = _hashed(password, email) if password is not None else ""
        with db.transaction() as writing:
            user = services.by_email(writing, email)
            if hashed:
                change_password(writing, user.id, hashed, now=clock.now())
            shown = f"Changed the password of {email}." if hashed else _code(writing, email)
    click.echo(shown)


def reassign(giver: str, taker: str, reason: str) -> None:
    """All clients of one clinician with another, for a reason."""
    with _instance(), db.transaction() as writing:
        ids = [services.by_email(writing, email).id for email in (giver, taker)]
        count = reassigning.reassign(writing, None, ids[0], ids[1], reason, now=clock.now())
    click.echo(f"Clients reassigned from {giver} to {taker}: {count}.")


def supervise(
    supervisor: str, clinician: str, starts: datetime | None, ends: datetime | None
) -> None:
    """A supervisor who reads a caseload, from today where no first day is given."""
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
