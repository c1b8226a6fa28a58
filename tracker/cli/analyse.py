"""`tracker analyse`: tables of many clients, from a file to a file. It needs no set-up and opens no instance."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from tracker import clock
from tracker.cli.measures import every_version
from tracker.domain.course.clients import AgeBand
from tracker.domain.measures.measure import Better, Measure

if TYPE_CHECKING:  # pandas is loaded by whoever analyses something, and by nobody else
    from tracker.analysis.change import Judge, Norms
    from tracker.analysis.reading import RawTable
    from tracker.analysis.tables import CourseTable, Reading
    from tracker.domain.rules.change import Category

LINES_AT_ONCE = 20_000


class Unusable(click.ClickException):
    """The table, or what it is to be judged by, cannot be used: one line, and exit code 2."""

    exit_code = 2


class Exact(click.ParamType[Fraction]):
    """A plain decimal number, kept exactly."""

    name = "number"

    def convert(self, value: Any, param: Any, ctx: Any) -> Fraction:
        """The number as a fraction."""
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            number = Decimal("nan")
        if not number.is_finite():
            self.fail(f"{value!r} is not a number", param, ctx)
        return Fraction(number)


NUMBER = Exact()
SHARE = click.FloatRange(0, 1, min_open=True, max_open=True)


@dataclass(frozen=True)
class TableSource:
    """Where a table comes from, how its cells are read, and where its bad rows go."""

    file: str
    bad: Path | None
    sheet: str | None
    missing: tuple[str, ...]

    def reading(self) -> "Reading":
        """How its cells are read. No session took place after tomorrow, wherever on earth."""
        from tracker.analysis.tables import Reading

        return Reading(self.missing, clock.now().date() + timedelta(days=1))


@click.group()
def analyse() -> None:
    """Analyse a table of ratings: a CSV file, also packed (.csv.gz), a spreadsheet (.xlsx, .xlsm), or - for standard
    input."""


def _command(function: Any) -> Any:
    """What all of these commands take."""

    @wraps(function)
    def run(
        file: str,
        bad: Path | None,
        sheet: str | None,
        missing: tuple[str, ...],
        **others: Any,
    ) -> None:
        function(TableSource(file, bad, sheet, missing), **others)

    path = click.Path(path_type=Path)
    command = click.argument("file")(run)
    command = click.option("--output", type=path, help="Instead of standard output.")(command)
    skip = "Write rows that cannot be used to this file, and analyse the rest."
    command = click.option("--skip-bad-rows", "bad", type=path, help=skip)(command)
    code = "Stands for a missing score, such as 999; several times for several codes."
    command = click.option("--missing", multiple=True, metavar="CODE", help=code)(command)
    which = "Of a spreadsheet; otherwise the first sheet that is not hidden and has the columns."
    return click.option("--sheet", help=which)(command)


def _better(default: Better) -> Callable[[Any], Any]:
    return click.option(
        "--better",
        type=click.Choice([way.value for way in Better]),
        default=default.value,
        show_default=True,
        help="Which way the measure runs.",
    )


def _wide(function: Any) -> Any:
    wide = (
        "The table is wide: a row for each client, a column for each session, such as STEM1, STEM2."
    )
    return click.option("--wide", metavar="STEM", help=wide)(function)


def _table(
    source: TableSource,
    keys: tuple[str, ...],
    scores: tuple[str, ...] | None,
) -> "CourseTable":
    from tracker.analysis.tables import DATE, checked

    needed = (*keys, *(scores or ()))
    reading = source.reading()
    return _checked(source, needed, (DATE,), lambda raw: checked(raw, keys, scores, reading))


def _checked(
    source: TableSource,
    needed: tuple[str, ...],
    known: Iterable[str],
    check: "Callable[[RawTable], CourseTable]",
) -> "CourseTable":
    """The checked table; Unusable with one line about the first bad row, unless bad rows go to a file."""
    from tracker.analysis import reading, tables
    from tracker.analysis.problems import BadTable

    name = reading.name_of(source.file)
    try:
        stream = sys.stdin.buffer if source.file == "-" else source.file
        raw = reading.read(stream, name, needed, known, source.sheet)
        table = check(raw)
    except BadTable as error:
        raise Unusable(str(error)) from error
    if len(table.bad) and source.bad is None:
        raise Unusable(f"{raw.name}, {tables.first_problem(table.bad)}")
    if source.bad is not None:
        header, *lines = tables.bad_lines(table.bad)
        _write(source.bad, header, lines)
        said = f"Bad rows: {len(table.bad)}, in {source.bad}. Analysed: {len(table.rows)}."
        click.echo(said, err=True)
    if table.rows.empty:
        raise Unusable(f"{raw.name} has no row that can be used")
    for note in table.notes:
        click.echo(note, err=True)
    return table


def _write(output: Path | None, header: str, lines: Iterable[str]) -> None:
    """Write line by line; a file appears when it is whole, with a mark of its encoding for spreadsheets."""
    if output is None:
        _all(sys.stdout, header, lines)
        return
    unfinished = output.with_name(f"{output.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
            _all(file, header, lines)
        unfinished.replace(output)
    except OSError as error:
        raise Unusable(f"{output} cannot be written: {error.strerror or error}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _all(file: IO[str], header: str, lines: Iterable[str]) -> None:
    """Everything, and on a terminal how far it has come."""
    file.write(header + "\n")
    for number, block in enumerate(_blocks(lines), start=1):
        file.write("\n".join(block) + "\n")
        if sys.stderr.isatty() and not file.isatty():
            click.echo(f"\r{number * LINES_AT_ONCE:,} lines", nl=False, err=True)
    file.flush()


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    left = iter(lines)
    while block := list(islice(left, LINES_AT_ONCE)):
        yield block


@analyse.command("drops")
@_command
@click.option(
    "--points", type=NUMBER, default="2", show_default=True, help="So many or more is a drop."
)
def drops_(source: TableSource, output: Path | None, points: Fraction) -> None:
    """Falls from one rating to the next. Columns: client, session, date (optional), and one for each component (higher
    is better)."""
    from tracker.analysis.drops import HEADER, drops

    if points <= 0:
        raise Unusable("--points: a number above 0 is expected")
    _write(output, HEADER, drops(_table(source, ("client", "session"), None), points))


@analyse.command("gains")
@_command
@click.option("--cutoff", type=NUMBER, required=True, help="The smallest step, in points.")
@click.option(
    "--percent",
    type=NUMBER,
    default="0.25",
    show_default=True,
    help="A share of the score before, from 0 to 1.",
)
@click.option(
    "--alpha",
    type=SHARE,
    default=0.05,
    show_default=True,
    help="Two-sided, for the third criterion.",
)
@_better(Better.LOWER)
@_wide
def gains_(
    source: TableSource,
    output: Path | None,
    cutoff: Fraction,
    percent: Fraction,
    alpha: float,
    better: str,
    wide: str | None,
) -> None:
    """Sudden gains and losses (Tang & DeRubeis 1999). Columns: client, session, score; or client and one for each
    session (--wide)."""
    from tracker.analysis.gains import HEADER, Rules, gains, quantiles
    from tracker.domain.rules.gains import T_05

    if cutoff <= 0:
        raise Unusable("--cutoff: a number above 0 is expected")
    if not 0 <= percent <= 1:
        raise Unusable("--percent: a share between 0 and 1 is expected, such as 0.25")
    t = T_05 if alpha == 0.05 else quantiles(alpha)
    if wide is None:
        table = _table(source, ("client", "session"), ("score",))
    else:
        from tracker.analysis.wide import courses

        reading = source.reading()
        table = _checked(source, ("client",), (), lambda raw: courses(raw, wide, reading))
    _write(output, HEADER, gains(table, Rules(cutoff, Better(better), percent, t)))


@analyse.command("change")
@_command
@click.option("--reliability", type=NUMBER, help="Of the measure, from 0 to below 1.")
@click.option(
    "--reliable-change",
    type=NUMBER,
    help="Instead of a reliability: so many points or more, as a measure publishes it.",
)
@click.option(
    "--sd-pre",
    type=NUMBER,
    help="Computed from the complete pairs when left out, as are the next two.",
)
@click.option("--mean-clinical", type=NUMBER)
@click.option("--sd-clinical", type=NUMBER)
@click.option("--mean-functional", type=NUMBER, help="Needed for cut-offs b and c, with its SD.")
@click.option("--sd-functional", type=NUMBER)
@click.option(
    "--cutoff", type=click.Choice(["a", "b", "c"]), help="c, or a without a functional group."
)
@_better(Better.LOWER)
@_wide
def change_(source: TableSource, output: Path | None, wide: str | None, **given: Any) -> None:
    """Reliable change and category (Jacobson & Truax 1991). Columns: client, pre, post; or client and one for each
    session (--wide), of which the first and the last score count. Cut-offs and categories on standard error."""
    from tracker.analysis.change import HEADER, change, judge
    from tracker.analysis.problems import BadTable

    norms = _norms(**given)
    if wide is None:
        table = _table(source, ("client",), ("pre", "post"))
    else:
        from tracker.analysis.wide import pairs

        reading = source.reading()
        table = _checked(source, ("client",), (), lambda raw: pairs(raw, wide, reading))
    try:
        by = judge(table, norms)
    except BadTable as error:
        raise Unusable(str(error)) from error
    changes = change(table, by)
    _say(by, changes.counts)
    _write(output, HEADER, changes.lines)


@analyse.command("flags")
@_command
@click.option("--measure", "key", required=True, help="Its key: tracker measures lists them.")
@click.option(
    "--version", type=int, help="Of the measure, that the table was rated on; the newest."
)
@click.option(
    "--age", type=click.Choice([band.value for band in AgeBand]), default="adult", show_default=True
)
def flags_(
    source: TableSource, output: Path | None, key: str, version: int | None, age: str
) -> None:
    """The flags that the product would raise. Columns: client, session, date (optional), the measure's own, and strain,
    settled, held_back (optional)."""
    from tracker.analysis.flags import HEADER, flags, ratings
    from tracker.analysis.problems import Interrupted
    from tracker.analysis.said import COLUMNS
    from tracker.analysis.tables import DATE

    measure = _measure(key, version)
    names = (DATE, *measure.entry_keys, *COLUMNS)
    needed = ("client", "session")
    reading = source.reading()
    table = _checked(source, needed, names, lambda raw: ratings(raw, measure, reading))
    try:
        _write(output, HEADER, flags(table, measure, age))
    except Interrupted as error:
        raise click.ClickException(f"{error}.") from error


def _measure(key: str, version: int | None) -> Measure:
    """The measure in that version, in the newest where none is named; Unusable where there is none."""
    known = every_version()
    if key not in known.current:
        raise Unusable(f"--measure: there is no {key!r}; the list: tracker measures")
    measure = known.current[key] if version is None else known.as_entered(key, version)
    if measure is None:
        kept = ", ".join(str(n) for name, n in sorted(known.versions) if name == key)
        raise Unusable(f"--version: there is no {version} of the {key}; there are: {kept}")
    return measure


def _norms(**given: Any) -> "Norms":
    from tracker.analysis.change import Norms
    from tracker.domain.rules.change import Cutoff, Group

    _reliable(given["reliability"], given["reliable_change"])
    group = (given.pop("mean_functional"), given.pop("sd_functional"))
    if (group[0] is None) != (group[1] is None):
        raise Unusable("--mean-functional and --sd-functional: both are expected, or neither")
    if any(given[name] is not None and given[name] <= 0 for name in ("sd_pre", "sd_clinical")) or (
        group[1] is not None and group[1] <= 0
    ):
        raise Unusable("--sd-pre, --sd-clinical, --sd-functional: a number above 0 is expected")
    functional = None if group[0] is None else Group(*group)
    kind = Cutoff(given.pop("cutoff") or ("c" if functional else "a"))
    better = Better(given.pop("better"))
    return Norms(kind=kind, better=better, functional=functional, **given)


def _reliable(reliability: Fraction | None, change: Fraction | None) -> None:
    """Unusable unless one of them is given that can be."""
    if (reliability is None) == (change is None):
        raise Unusable("--reliability or --reliable-change: one of them is expected")
    if reliability is not None and not 0 <= reliability < 1:
        raise Unusable("--reliability: a share from 0 to below 1 is expected, such as 0.84")
    if change is not None and change <= 0:
        raise Unusable("--reliable-change: a number above 0 is expected")


def _say(by: "Judge", counts: "Mapping[Category, int]") -> None:
    """The cut-offs, and how many changes are in each category, on standard error."""
    from tracker.analysis.exact import plain

    limits = ", ".join(f"{kind} {plain(value, 6)}" for kind, value in by.cutoffs.items())
    click.echo(
        f"Complete pairs: {by.pairs}. Cut-offs: {limits}; used: {plain(by.cutoff, 6)}.", err=True
    )
    if by.pairs:
        shares = ", ".join(
            f"{kind} {n} ({plain(Fraction(100 * n, by.pairs), 1)} %)" for kind, n in counts.items()
        )
        click.echo(f"Of these: {shares}.", err=True)
