"""What `tracker keys` does. Keys are typed in without a database, so what opens one is loaded where one is opened."""

from contextlib import closing
from pathlib import Path

import click

from tracker import clock, config, disk, paper
from tracker import keys as files
from tracker.config import Settings
from tracker.keys import ENTERED, NAMES, Keys


def sheet(output: Path | None) -> None:
    """The sheet on standard output or in a new file; the audit trail says that it was made."""
    from tracker import db
    from tracker.cli.instance import opened
    from tracker.services.office import practice
    from tracker.services.trail import audit

    settings = config.from_environment()
    with opened(settings):
        with db.transaction() as writing:
            name = practice.practice(writing).name
            audit.record(writing, "keys.sheet_printed", actor=None, now=clock.now())
        text = paper.sheet(files.read(settings.instance / "keys"), name, clock.now())
    if output is None:
        click.echo(text)
        return
    if output.exists():
        raise click.ClickException(f"{output} is there already; nothing was written.")
    disk.write_whole(output, text)
    click.echo(f"Written to {output}. Print it, then delete the file.")


def enter() -> None:
    """The keys that were missing, as they were typed."""
    settings = config.from_environment()
    folder = settings.instance / "keys"
    missing = files.absent(folder)
    if not missing:
        raise click.ClickException(
            f"{folder} has every key already; nothing was changed. "
            "For another instance choose an empty folder with TRACKER_INSTANCE."
        )
    click.echo("Type each line as it is on the sheet. Spaces and capitals do not matter.")
    entered = Keys(
        **{name: _typed(name) if name in missing else files.one(folder, name) for name in NAMES}
    )
    _try(settings, entered)
    files.write(folder, entered)
    (folder / ENTERED).touch(mode=0o600)
    for line in paper.fingerprints(entered):
        click.echo(line)
    click.echo("The keys are in place. Compare the fingerprints with the sheet.")
    if settings.database_file is None or settings.database_file.exists():
        from tracker.cli.instance import opened

        with opened(settings):
            click.echo("They open the database.")
    else:
        click.echo("Go on with: tracker database restore FILE")


def _typed(name: str) -> str:
    return "".join(_line(name, number) for number in range(1, paper.LINES + 1))


def _line(name: str, number: int) -> str:
    while True:
        text = click.prompt(f"{name} {number}", prompt_suffix="  ")
        digits = paper.typed(name, number, text)
        if digits is not None:
            return digits
        click.echo(
            f"Line {name} {number} does not match its check group. Compare it with the sheet, and type it again."
        )


def _try(settings: Settings, entered: Keys) -> None:
    """Damaged, before anything is written, when a database is there that these keys do not open."""
    if settings.database_file and settings.database_file.exists():
        from tracker.services.storage import database_files

        with closing(database_files.connect(settings.database_file, entered.database)):
            pass
