"""`tracker keys`: the keys on paper, and from paper into a new machine."""

from contextlib import closing
from pathlib import Path

import click

from tracker import clock, config, db, disk, paper
from tracker import keys as files
from tracker.cli.instance import ENTERED, opened
from tracker.config import Settings
from tracker.keys import NAMES, Keys
from tracker.services.office import practice
from tracker.services.storage import database_files
from tracker.services.trail import audit


@click.group()
def keys() -> None:
    """The keys of this instance, for paper."""


@keys.command()
@click.option(
    "--output", type=click.Path(path_type=Path), help="A file that its owner alone can read."
)
def sheet(output: Path | None) -> None:
    """Print what opens a backup on another machine. Keep it sealed, apart from the backups."""
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


@keys.command()
def enter() -> None:
    """Type in the keys from a key sheet, on a machine that has none, or not all of them."""
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
        with closing(database_files.connect(settings.database_file, entered.database)):
            pass
