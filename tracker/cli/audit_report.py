"""`tracker audit report` and `tracker audit who-read`: what the trail says of a client, a person or a period."""

import json
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from typing import Any
from uuid import UUID

import click
from sqlalchemy.orm import Session

from tracker import clock, config, db
from tracker.cli.audit import audit, there
from tracker.cli.instance import opened
from tracker.config import Settings
from tracker.domain.errors import Incomplete
from tracker.models import AuditEntry
from tracker.services.office import tabular
from tracker.services.people import accounts
from tracker.services.reports import audit_log, audit_report
from tracker.services.reports.audit_log import Asked
from tracker.services.trail import audit as services

NOBODY = "no one signed in"  # a command on the machine, or a client
DAY = click.DateTime(["%Y-%m-%d"])
COLUMNS = ("entry", "time", "who", "event", "record", "client", "detail")
SINCE = click.option("--from", "since", type=DAY, help="First day, such as 2026-03-01.")
UNTIL = click.option("--to", "until", type=DAY, help="Last day.")


def _asked_for(since: datetime | None, until: datetime | None) -> Settings:
    """The settings of the instance that is there; a usage error when the days are the wrong way round."""
    if since and until and since > until:
        raise click.UsageError("--from must not be later than --to")
    settings = config.from_environment()
    there(settings)
    return settings


def _asked(
    reading: Session,
    since: datetime | None,
    until: datetime | None,
    who: str | None = None,
    event: str | None = None,
) -> Asked:
    try:
        actor = accounts.by_email(reading, who).id if who else None
    except Incomplete as error:
        raise click.ClickException("; ".join(error.problems.values())) from error
    return Asked(actor, event, since.date() if since else None, until.date() if until else None)


def _client(reading: Session, code: str) -> UUID:
    try:
        return audit_report.client_of(reading, code)
    except Incomplete as error:
        raise click.ClickException("; ".join(error.problems.values())) from error


def _noted(client_id: UUID | None) -> None:
    """Write that a report was made, before it is shown."""
    with db.transaction() as writing:
        services.record(writing, "audit.reported", actor=None, client_id=client_id, now=clock.now())


@audit.command()
@click.option("--client", "code", help="A client's code, such as K-014.")
@SINCE
@UNTIL
@click.option("--who", help="The e-mail address of whoever did it.")
@click.option("--event", type=click.Choice(sorted(services.EVENTS)), help="What was done.")
@click.option("--sort", type=click.Choice(COLUMNS), default="entry", show_default=True)
def report(
    code: str | None,
    since: datetime | None,
    until: datetime | None,
    who: str | None,
    event: str | None,
    sort: str,
) -> None:
    """Every entry on a client, a person or a period, as CSV. Without --sort it is written as it is read."""
    settings = _asked_for(since, until)
    with opened(settings):
        with db.reading() as reading:
            asked = _asked(reading, since, until, who, event)
            client_id = _client(reading, code) if code else None
        _noted(client_id)
        with db.reading() as reading:
            people = audit_log.people(reading)
            # Closed here whatever happens, as when nobody reads any further: later the database is closed before it.
            with closing(audit_report.entries(reading, asked, client_id)) as found:
                _write((_row(entry, people) for entry in found), sort)


def _write(rows: Iterable[list[Any]], sort: str) -> None:
    if sort != "entry":
        rows = sorted(rows, key=lambda row: str(row[COLUMNS.index(sort)] or ""))
    click.echo(tabular.line(COLUMNS), nl=False)
    for row in rows:
        click.echo(tabular.line(row), nl=False)


def _row(entry: AuditEntry, people: dict[UUID, str]) -> list[Any]:
    return [
        entry.seq,
        entry.at.isoformat(timespec="seconds"),
        people.get(entry.actor_id, "") if entry.actor_id else NOBODY,
        entry.event,
        entry.object_id,
        entry.client_id,
        json.dumps(entry.detail, sort_keys=True) if entry.detail else "",
    ]


@audit.command("who-read")
@click.argument("code")
@SINCE
@UNTIL
def who_read(code: str, since: datetime | None, until: datetime | None) -> None:
    """Everyone who looked at the client of that CODE: how often, from when to when, in which ways."""
    settings = _asked_for(since, until)
    with opened(settings):
        with db.reading() as reading:
            client_id = _client(reading, code)
            asked = _asked(reading, since, until)
        _noted(client_id)
        with db.reading() as reading:
            people = audit_log.people(reading)
            found = audit_report.who_read(reading, client_id, asked)
        if not found:
            click.echo("Nobody in that period.")
        for looked in found:
            name = people.get(looked.actor_id, "") if looked.actor_id else NOBODY
            ways = ", ".join(looked.events)
            times = "once" if looked.times == 1 else f"{looked.times} times"
            click.echo(
                f"{name}: {times}, {looked.first:%Y-%m-%d %H:%M} to {looked.last:%Y-%m-%d %H:%M} UTC; {ways}"
            )
