"""`tracker analyse`: tables of many clients, from a file to a file. It needs no set-up and opens no instance."""

import sys
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from tracker.cli.measures import known
from tracker.domain.course.clients import AgeBand
from tracker.domain.measures.measure import Better

if TYPE_CHECKING:  # pandas is loaded by whoever analyses something, and by nobody else
    from tracker.analysis.tables import CourseTable

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


@click.group()
def analyse() -> None:
    """Analyse a table of ratings: a .csv, .csv.gz or .xlsx file, or - for standard input."""


def _command(function: Any) -> Any:
    """What all of these commands take."""
    output = click.Path(path_type=Path)
    bad = click.Path(path_type=Path)
    function = click.argument("file")(function)
    function = click.option("--output", type=output, help="Instead of standard output.")(function)
    skip = "Write rows that cannot be used to this file, and analyse the rest."
    return click.option("--skip-bad-rows", "bad", type=bad, help=skip)(function)


def _better(default: Better) -> Callable[[Any], Any]:
    return click.option(
        "--better",
        type=click.Choice([way.value for way in Better]),
        default=default.value,
        show_default=True,
        help="Which way the measure runs.",
    )


def _table(
    file: str, keys: tuple[str, ...], scores: tuple[str, ...] | None, bad: Path | None
) -> "CourseTable":
    from tracker.analysis.tables import checked

    return _checked(file, bad, lambda frame, name: checked(frame, name, keys, scores))


def _checked(
    file: str, bad: Path | None, check: Callable[[Any, str], "CourseTable"]
) -> "CourseTable":
    """The checked table; Unusable with one line about the first bad row, unless bad rows go to a file."""
    from tracker.analysis import tables

    name = tables.name_of(file)
    try:
        source = sys.stdin.buffer if file == "-" else file
        table = check(tables.read(source, name), name)
    except tables.BadTable as error:
        raise Unusable(str(error)) from error
    if len(table.bad) and bad is None:
        raise Unusable(f"{name}, {tables.first_problem(table.bad)}")
    if bad is not None:
        table.bad.to_csv(bad, index=False)
        said = f"Bad rows: {len(table.bad)}, in {bad}. Analysed: {len(table.rows)}."
        click.echo(said, err=True)
    if table.rows.empty:
        raise Unusable(f"{name} has no row that can be used")
    return table


def _write(output: Path | None, header: str, lines: Iterable[str]) -> None:
    """Write line by line; a file appears when it is whole."""
    if output is None:
        _all(sys.stdout, header, lines)
        return
    unfinished = output.with_name(f"{output.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
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
    block: list[str] = []
    for line in lines:
        block.append(line)
        if len(block) == LINES_AT_ONCE:
            yield block
            block = []
    if block:
        yield block


@analyse.command("drops")
@_command
@click.option(
    "--points", type=NUMBER, default="2", show_default=True, help="So many or more is a drop."
)
def drops_(file: str, output: Path | None, bad: Path | None, points: Fraction) -> None:
    """Falls from one rating to the next. Columns: client, session, and one for each component (higher is better)."""
    from tracker.analysis.drops import HEADER, drops

    if points <= 0:
        raise Unusable("--points: a number above 0 is expected")
    _write(output, HEADER, drops(_table(file, ("client", "session"), None, bad), points))


@analyse.command("gains")
@_command
@click.option("--cutoff", type=NUMBER, required=True, help="The smallest step, in points.")
@click.option(
    "--percent", type=NUMBER, default="0.25", show_default=True, help="Of the score before."
)
@click.option(
    "--alpha",
    type=SHARE,
    default=0.05,
    show_default=True,
    help="Two-sided, for the third criterion.",
)
@_better(Better.LOWER)
def gains_(
    file: str,
    output: Path | None,
    bad: Path | None,
    cutoff: Fraction,
    percent: Fraction,
    alpha: float,
    better: str,
) -> None:
    """Sudden gains and losses (Tang & DeRubeis 1999). Columns: client, session, score."""
    from tracker.analysis.gains import HEADER, Rules, gains, quantiles
    from tracker.domain.rules.gains import T_05

    if cutoff <= 0 or percent < 0:
        raise Unusable("--cutoff: a number above 0 is expected, --percent: one of 0 or more")
    t = T_05 if alpha == 0.05 else quantiles(alpha)
    table = _table(file, ("client", "session"), ("score",), bad)
    _write(output, HEADER, gains(table, Rules(cutoff, Better(better), percent, t)))


@analyse.command("change")
@_command
@click.option(
    "--reliability", type=NUMBER, required=True, help="Of the measure, from 0 to below 1."
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
def change_(file: str, output: Path | None, bad: Path | None, **given: Any) -> None:
    """Reliable change and category (Jacobson & Truax 1991). Columns: client, pre, post. Cut-offs on standard error."""
    from tracker.analysis.change import HEADER, change, judge
    from tracker.analysis.tables import BadTable

    table = _table(file, ("client",), ("pre", "post"), bad)
    try:
        by = judge(table, _norms(**given))
    except BadTable as error:
        raise Unusable(str(error)) from error
    _say(by)
    _write(output, HEADER, change(table, by))


@analyse.command("flags")
@_command
@click.option("--measure", "key", required=True, help="Its key: tracker measures lists them.")
@click.option(
    "--age", type=click.Choice([band.value for band in AgeBand]), default="adult", show_default=True
)
def flags_(file: str, output: Path | None, bad: Path | None, key: str, age: str) -> None:
    """The flags that the product would raise. Columns: client, session, date (optional), and the measure's own."""
    from tracker.analysis.flags import HEADER, flags, ratings

    measure = known().get(key)
    if measure is None:
        raise Unusable(f"--measure: there is no {key!r}; the list: tracker measures")
    table = _checked(file, bad, lambda frame, name: ratings(frame, name, measure))
    _write(output, HEADER, flags(table, measure, age))


def _norms(**given: Any) -> Any:
    from tracker.analysis.change import Norms
    from tracker.domain.rules.change import Cutoff, Group

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


def _say(by: Any) -> None:
    """The cut-offs, on standard error."""
    from tracker.analysis.exact import plain

    limits = ", ".join(f"{kind} {plain(value, 6)}" for kind, value in by.cutoffs.items())
    click.echo(
        f"Complete pairs: {by.pairs}. Cut-offs: {limits}; used: {plain(by.cutoff, 6)}.", err=True
    )
