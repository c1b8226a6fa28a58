"""What `tracker audit` does."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import click
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from tracker import clock, config, db, keys, paper, signing, tabular
from tracker.cli.audit import COLUMNS
from tracker.cli.instance import database_only, new_heads, opened
from tracker.config import Settings
from tracker.domain.errors import Incomplete
from tracker.models import AuditEntry
from tracker.services.people import accounts
from tracker.services.reports import audit_log, audit_report
from tracker.services.reports.audit_log import LogFilter
from tracker.services.storage import restore, trail_check
from tracker.services.storage.trail_check import TrailReport
from tracker.services.trail import audit as services
from tracker.services.trail.audit import Fault

ALTERED = 1
UNREADABLE = 2
WHAT = {
    Fault.GAP: "an entry is missing there",
    Fault.LINK: "it does not follow the entry before",
    Fault.HASH: "its content is not what was recorded",
    Fault.HEAD: "the trail does not end where its head says",
    Fault.ANCHOR: "it is not what was signed outside the database, as when the end was cut off or an older database "
    "was put back",
}
TO_DO = (
    "Stop the server, leave everything as it is, and copy the whole instance folder for inspection. docs/operations.md "
    "says how to go on."
)


class Unreadable(click.ClickException):
    """The trail cannot be read, so nothing can be said about it."""

    exit_code = UNREADABLE


def there(settings: Settings) -> None:
    """Nothing when there is a practice in this instance; Unreadable where a command would begin one by looking."""
    file = settings.database_file
    if file:
        begun = file.exists() or restore.scratch_of(file).exists()
    else:  # on a server: whether one was begun is seen by its keys
        begun = keys.absent(settings.instance / "keys") != list(keys.NAMES)
    if not begun:
        raise Unreadable(f"There is no practice in {settings.instance}. Nothing was made.")


@contextmanager
def _readable(settings: Settings) -> Iterator[keys.Keys]:
    """The keys, with the database open as it is: looking must change nothing."""
    try:
        secrets = keys.read(settings.instance / "keys")
        if settings.database_file and not settings.database_file.exists():
            raise Unreadable(f"There is no database in {settings.instance}.")
        with database_only(secrets, settings):
            yield secrets
    except (keys.KeysMissing, SQLAlchemyError, OSError) as error:
        what = str(error) if isinstance(error, keys.KeysMissing | FileNotFoundError) else ""
        raise Unreadable(
            f"The audit trail cannot be read. {what or 'Look for the cause with: tracker doctor'}"
        ) from error


def verify(kept: Path | None, as_json: bool) -> None:
    """What is whole, or where it is not, and the exit code that says so."""
    settings = config.from_environment()
    with _readable(settings) as secrets:
        public = signing.public_key(secrets.anchors)
        with db.reading() as reading:
            report = trail_check.look(reading, settings.heads, public, kept)
        signer = paper.fingerprint(secrets, "anchors")
    if as_json:
        click.echo(json.dumps(_as_json(report, signer)))
    else:
        click.echo("\n".join(_in_words(report, signer)))
    click.get_current_context().exit(ALTERED if report.kind else 0)


def _as_json(report: TrailReport, signer: str) -> dict[str, Any]:
    return {
        "whole": report.kind is None,
        "bad": report.bad,
        "kind": report.kind,
        "problem": report.problem,
        "entries": report.verdict.head.seq,
        "head": report.verdict.head.hash,
        "signed_heads": len(report.lines),
        "torn_line": report.torn,
        "restores": [
            {
                "at": line.at.isoformat(),
                "restored": line.restored.seq if line.restored else None,
                "replaced": line.replaced.seq if line.replaced else None,
            }
            for line in report.restores
        ],
        "clock_set_back": list(report.verdict.backwards),
        "signed_by": signer,
    }


def _in_words(report: TrailReport, signer: str) -> list[str]:
    sentences = _altered(report) if report.kind else [_whole(report)]
    if not report.lines:
        sentences.append(
            "There are no signed heads yet, so an end that was cut off would not be noticed."
        )
    sentences += [
        f"Restored {line.at:%Y-%m-%d %H:%M} UTC to entry {_seq(line.restored)}; what was replaced went up to entry "
        f"{_seq(line.replaced)}."
        for line in report.restores
    ]
    if report.torn:
        sentences.append(
            "The last line of the file of heads is torn, as a power cut leaves it. It does not count."
        )
    sentences += [
        f"Entry {seq} has an earlier time than the one before: the clock was set back."
        for seq in report.verdict.backwards[:10]
    ]
    return [*sentences, f"Signed by {signer} (compare with the key sheet)."]


def _altered(report: TrailReport) -> list[str]:
    assert report.kind
    first = f"ALTERED at entry {report.bad} ({report.kind}): {WHAT[report.kind]}."
    return [first, *([f"{report.problem}."] if report.problem else []), TO_DO]


def _whole(report: TrailReport) -> str:
    return f"Whole: {report.verdict.head.seq} entries. Signed heads that they were held against: {len(report.lines)}."


def _seq(head: services.Head | None) -> str:
    return str(head.seq) if head else "unknown"


def begin_again(yes: bool) -> None:
    """A new file of signed heads, the old one beside it."""
    settings = config.from_environment()
    there(settings)
    with opened(settings):
        if not yes:
            click.confirm(
                "What the old file could prove is given up; the audit trail will say so. Begin again?",
                abort=True,
            )
        with db.transaction() as writing:
            services.record(writing, "anchors.begun", actor=None, now=clock.now())
        if settings.heads.exists():
            settings.heads.rename(
                settings.heads.with_name(f"audit-heads-{clock.now():%Y%m%dT%H%M%SZ}.jsonl")
            )
        new_heads(settings)
    click.echo("A new file of signed heads was begun.")


NOBODY = "no one signed in"  # a command on the machine, or a client


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
) -> LogFilter:
    try:
        actor = accounts.by_email(reading, who).id if who else None
    except Incomplete as error:
        raise click.ClickException("; ".join(error.problems.values())) from error
    return LogFilter(actor, event, since.date() if since else None, until.date() if until else None)


def _client(reading: Session, code: str) -> UUID:
    try:
        return audit_report.client_of(reading, code)
    except Incomplete as error:
        raise click.ClickException("; ".join(error.problems.values())) from error


def _noted(client_id: UUID | None) -> None:
    """Write that a report was made, before it is shown."""
    with db.transaction() as writing:
        services.record(writing, "audit.reported", actor=None, client_id=client_id, now=clock.now())


def report(
    code: str | None,
    since: datetime | None,
    until: datetime | None,
    who: str | None,
    event: str | None,
    sort: str,
) -> None:
    """The entries as lines of CSV, of which one more says that they were read."""
    settings = _asked_for(since, until)
    with opened(settings):
        with db.reading() as reading:
            asked = _asked(reading, since, until, who, event)
            client_id = _client(reading, code) if code else None
        _noted(client_id)
        with db.reading() as reading:
            people = audit_log.people(reading)
            # Closed here whatever happens, as when nobody reads any further: later the database is closed before it.
            with closing(audit_report.entries(reading, asked, client_id)) as entries:
                _write((_row(entry, people) for entry in entries), sort)


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


def who_read(code: str, since: datetime | None, until: datetime | None) -> None:
    """A line for each reader of a client, most of all when and how often."""
    settings = _asked_for(since, until)
    with opened(settings):
        with db.reading() as reading:
            client_id = _client(reading, code)
            asked = _asked(reading, since, until)
        _noted(client_id)
        with db.reading() as reading:
            people = audit_log.people(reading)
            readers = audit_report.who_read(reading, client_id, asked)
        if not readers:
            click.echo("Nobody in that period.")
        for looked in readers:
            name = people.get(looked.actor_id, "") if looked.actor_id else NOBODY
            ways = ", ".join(looked.events)
            times = "once" if looked.times == 1 else f"{looked.times} times"
            click.echo(
                f"{name}: {times}, {looked.first:%Y-%m-%d %H:%M} to {looked.last:%Y-%m-%d %H:%M} UTC; {ways}"
            )
