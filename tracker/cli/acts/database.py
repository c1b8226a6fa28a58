"""What `tracker database` does."""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import monotonic
from uuid import UUID

import click
from sqlalchemy import func, select

from tracker import clock, config, db, disk, keys, migrations, signing
from tracker.cli.instance import database_only, hold, note_upgraded, opened, tell
from tracker.config import Settings
from tracker.keys import Keys
from tracker.services.record import kept_courses
from tracker.services.storage import backup, database_files, restore
from tracker.services.storage import signed_heads as anchors
from tracker.services.storage.database_files import Contents, Damaged
from tracker.services.trail import audit
from tracker.services.trail.audit import Head

ON_A_SERVER = (
    "On PostgreSQL use the server's own tools: pg_dump --format=custom and pg_restore for one database, or "
    "pg_basebackup for the whole server. Copy the folders keys/ and backups/ of the instance too."
)


def upgrade() -> None:
    """The newest form, which opening brings about; and what pages read of each client, kept again."""
    with opened(config.from_environment()):
        click.echo(f"The database is at version {migrations.current(db.engine())}.")
        if count := _outdated():
            _rebuild(count)


def rebuild() -> None:
    """What pages read of each client, kept again; and how fast."""
    with opened(config.from_environment()):
        _rebuild(_outdated())


def _outdated() -> int:
    """Of how many clients nothing is kept that counts."""
    with db.reading() as reading:
        outdated = kept_courses.outdated(reading).order_by(None).subquery()
        return reading.scalar(select(func.count()).select_from(outdated)) or 0


def _rebuild(count: int) -> None:
    started = monotonic()
    done = 0
    last = None
    with click.progressbar(length=count, label="Clients") as bar:
        while ids := _keep_some(last):
            last = ids[-1]
            done += len(ids)
            bar.update(len(ids))
    rate = done / max(monotonic() - started, 0.001)
    click.echo(f"Clients whose course was kept: {done}, {rate:.0f} a second.")


def _keep_some(after: UUID | None) -> list[UUID]:
    with db.transaction() as writing:
        return kept_courses.keep_some(writing, after, now=clock.now())


def make_backup(keep: int) -> None:
    """A copy beside those that stay."""
    settings = config.from_environment()
    if settings.database_file is None:
        raise click.ClickException(ON_A_SERVER)
    with opened(settings):
        secrets = keys.read(settings.instance / "keys")
        made = backup.back_up(
            db.engine(), settings.backups, secrets, now=clock.now(), keep=keep, say=tell
        )
    click.echo(f"Copied to {made}")


AFTER_A_SERVER = "After a restore run: tracker database restored"


@dataclass(frozen=True)
class _Place:
    """An instance to restore into, with its keys and what its signed heads say."""

    settings: Settings
    secrets: Keys
    file: Path
    heads: anchors.Heads | None


def _place() -> _Place:
    settings = config.from_environment()
    if settings.database_file is None:
        raise click.ClickException(f"{ON_A_SERVER} {AFTER_A_SERVER}")
    folder = settings.instance / "keys"
    # Nothing but the copy may be left of an older instance: then its new key is made here.
    secrets = keys.load_or_make(folder) if keys.older(folder) else keys.read(folder)
    public = signing.public_key(secrets.anchors)
    heads = anchors.read(settings.heads, public) if settings.heads.exists() else None
    return _Place(settings, secrets, settings.database_file, heads)


def restore_copy(copy: Path, yes: bool, drill: bool) -> None:
    """A backup in the place of the database, or with `drill` as if it were."""
    place = _place()
    if drill:
        _drill(place, copy)
        return
    with hold(place.settings, alone=True):
        _restore(place, copy, yes=yes)


def _restore(place: _Place, copy: Path, *, yes: bool) -> None:
    restore.finish(place.file, place.settings.heads, place.secrets, now=clock.now())
    contents, _ = _looked_at(place, copy)
    live = _live(place)
    click.echo(_loss(contents, live.head if live else None))
    if not yes:
        click.confirm("Put it in the place of the database, and end every sign-in?", abort=True)
    restore.start_scratch(copy, restore.scratch_of(place.file))
    kept, replaced = _keep(place, live)
    scratch = restore.scratch_of(place.file)
    head = _prepare(place, scratch, contents.head, replaced)
    restore.sign(
        place.settings.heads, place.secrets, head, contents.head, replaced, now=clock.now()
    )
    restore.swap(place.file, place.settings.backups, place.secrets.database, now=clock.now())
    if kept:
        click.echo(f"What was there before is kept as {kept}")
    click.echo("Restored. Every sign-in was ended. See what is to be done: tracker doctor")


def _looked_at(place: _Place, copy: Path) -> tuple[Contents, backup.Manifest | None]:
    click.echo(f"Looking at {copy.name} ...")
    contents, manifest = restore.examined(copy, place.secrets, place.heads, tell)
    migrations.check_version(contents.revision, copy.name)
    return contents, manifest


def _live(place: _Place) -> Contents | None:
    """What is in the database that is to be replaced; None when there is none, or none that can be read. It is looked
    at as a whole when it is kept as a backup."""
    if not place.file.exists():
        return None
    try:
        database_files.single_file(place.file, place.secrets.database)
        return database_files.glanced_at(place.file, place.secrets)
    except database_files.InUse:
        raise
    except Damaged:
        return None


def _loss(contents: Contents, live: Head | None) -> str:
    sessions = contents.counts.get("therapy_sessions", 0)
    here = f"; the one here goes up to {live.seq}" if live else ""
    return (
        f"Sessions in it: {sessions}. Its audit trail goes up to entry {contents.head.seq}{here}."
    )


def _last_head(place: _Place) -> Head | None:
    return place.heads.lines[-1].head if place.heads and place.heads.lines else None


def _keep(place: _Place, live: Contents | None) -> tuple[Path | None, Head | None]:
    """Where the database that is replaced is kept, and where its trail ends: as a backup, or as it is when none can be
    made of it."""
    if not place.file.exists():
        return None, _last_head(place)
    if live:
        secrets = place.secrets
        folder = place.settings.backups
        try:
            with database_only(secrets, place.settings):
                engine = db.engine()
                now = clock.now()
                kept = backup.back_up(engine, folder, secrets, now=now, keep=None, say=tell)
            return kept, live.head
        except Damaged as error:
            click.echo(f"{error.message}. It is kept as it is.")
            backup.tidy(folder)  # of the copy, which is not needed beside it
    head = _sound_head(place) if live else None
    aside = restore.keep_aside(place.file, place.settings.backups, now=clock.now())
    return aside, head or _last_head(place)


def _sound_head(place: _Place) -> Head | None:
    """Where the trail ends of a database of which no backup could be made; None when it is damaged itself."""
    try:
        return database_files.examined(place.file, place.secrets, say=tell).head
    except Damaged:
        return None


def _prepare(place: _Place, scratch: Path, restored: Head, replaced: Head | None) -> Head:
    """Bring the copy to the newest version, end its sign-ins, write down that it was restored; where it ends now."""
    with database_only(place.secrets, place.settings, scratch):
        migrations.check(db.engine())
        outdated = migrations.outdated(db.engine())
        migrations.upgrade(db.engine())
        with db.transaction() as writing:
            if outdated:
                note_upgraded(writing)
            head = restore.note_restored(writing, restored, replaced, now=clock.now())
    database_files.single_file(scratch, place.secrets.database)
    tell("Looking at what was made of it")
    if database_files.examined(scratch, place.secrets, say=tell).head != head:
        raise Damaged("The restored database is not as it was written. Nothing was replaced")
    disk.sync_file(scratch)
    disk.sync_folder(scratch.parent)
    return head


def _drill(place: _Place, copy: Path) -> None:
    """Do everything but the swap, in a folder that is removed again; say how long it took and what would be lost."""
    started = monotonic()
    now = clock.now()
    contents, manifest = _looked_at(place, copy)
    folder = Path(tempfile.mkdtemp(prefix=".drill-", dir=place.settings.instance))
    try:
        scratch = folder / "tracker.db"
        restore.start_scratch(copy, scratch)
        _prepare(place, scratch, contents.head, None)
    finally:
        shutil.rmtree(folder)
    click.echo(f"It would work, and took {monotonic() - started:.1f} seconds. Nothing was changed.")
    if manifest:
        click.echo(
            f"The copy is {_age(now - manifest.taken_at)} old: what was entered since would be lost."
        )
    else:
        click.echo("The copy has no manifest beside it: how old it is cannot be said.")
    click.echo(_loss(contents, None))


def _age(age: timedelta) -> str:
    """An age in its largest unit: "3 hours"."""
    minutes = int(age.total_seconds() // 60)
    for size, unit in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return "less than a minute"


def restored(yes: bool) -> None:
    """A restore that the server's own tools did, on record."""
    settings = config.from_environment()
    with hold(settings, alone=True), opened(settings, held=True):
        secrets = keys.read(settings.instance / "keys")
        lines = anchors.read(settings.heads, signing.public_key(secrets.anchors)).lines
        with db.reading() as reading:
            verdict = audit.verify(reading)
        if verdict.kind:
            raise Damaged(
                f"The audit trail of this database was altered ({verdict.kind} at entry {verdict.bad}). "
                "Restore another copy"
            )
        click.echo(f"The audit trail of this database goes up to entry {verdict.head.seq}.")
        if not yes:
            click.confirm("Was it put back on purpose? Every sign-in is ended", abort=True)
        replaced = lines[-1].head if lines else None
        with db.transaction() as writing:
            head = restore.note_restored(writing, verdict.head, replaced, now=clock.now())
        restore.sign(settings.heads, secrets, head, verdict.head, replaced, now=clock.now())
    click.echo("Recorded. Every sign-in was ended.")
