"""`tracker audit`: look at the whole audit trail, and begin a new file of signed heads when the old one was lost."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from sqlalchemy.exc import SQLAlchemyError

from tracker import clock, config, db, keys, paper, signing
from tracker.cli.instance import database_only, new_heads, opened
from tracker.config import Settings
from tracker.services.storage import restore
from tracker.services.storage import verifying as trail
from tracker.services.storage.verifying import Report
from tracker.services.trail import audit as services
from tracker.services.trail.audit import Kind

ALTERED = 1
UNREADABLE = 2
WHAT = {
    Kind.GAP: "an entry is missing there",
    Kind.LINK: "it does not follow the entry before",
    Kind.HASH: "its content is not what was recorded",
    Kind.HEAD: "the trail does not end where its head says",
    Kind.ANCHOR: "it is not what was signed outside the database, as when the end was cut off or an older database "
    "was put back",
}
TO_DO = (
    "Stop the server, leave everything as it is, and copy the whole instance folder for inspection. docs/operations.md "
    "says how to go on."
)


@click.group()
def audit() -> None:
    """The audit trail of this instance."""


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


@audit.command()
@click.option(
    "--anchors",
    "kept",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A copy of backups/audit-heads.jsonl that was kept elsewhere.",
)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_context
def verify(context: click.Context, kept: Path | None, as_json: bool) -> None:
    """Look at every entry and every signed head. Ends with 0: whole, 1: altered, 2: cannot be read."""
    settings = config.from_environment()
    with _readable(settings) as secrets:
        public = signing.public_key(secrets.anchors)
        with db.reading() as reading:
            report = trail.look(reading, settings.heads, public, kept)
        signer = paper.fingerprint(secrets, "anchors")
    if as_json:
        click.echo(json.dumps(_as_json(report, signer)))
    else:
        click.echo("\n".join(_in_words(report, signer)))
    context.exit(ALTERED if report.kind else 0)


def _as_json(report: Report, signer: str) -> dict[str, Any]:
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


def _in_words(report: Report, signer: str) -> list[str]:
    found = _altered(report) if report.kind else [_whole(report)]
    if not report.lines:
        found.append(
            "There are no signed heads yet, so an end that was cut off would not be noticed."
        )
    found += [
        f"Restored {line.at:%Y-%m-%d %H:%M} UTC to entry {_seq(line.restored)}; what was replaced went up to entry "
        f"{_seq(line.replaced)}."
        for line in report.restores
    ]
    if report.torn:
        found.append(
            "The last line of the file of heads is torn, as a power cut leaves it. It does not count."
        )
    found += [
        f"Entry {seq} has an earlier time than the one before: the clock was set back."
        for seq in report.verdict.backwards[:10]
    ]
    return [*found, f"Signed by {signer} (compare with the key sheet)."]


def _altered(report: Report) -> list[str]:
    assert report.kind
    first = f"ALTERED at entry {report.bad} ({report.kind}): {WHAT[report.kind]}."
    return [first, *([f"{report.problem}."] if report.problem else []), TO_DO]


def _whole(report: Report) -> str:
    return f"Whole: {report.verdict.head.seq} entries. Signed heads that they were held against: {len(report.lines)}."


def _seq(head: services.Head | None) -> str:
    return str(head.seq) if head else "unknown"


@audit.command("begin-again")
@click.option("--yes", is_flag=True, help="Do not ask.")
def begin_again(yes: bool) -> None:
    """Begin a new file of signed heads, when the old one was lost or spoilt. The old one is kept beside it."""
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
