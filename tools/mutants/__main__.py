"""The commands behind `make mutants` (docs/mutants.md)."""

import sys
import time

import click

from tools.mutants import known, moved, session
from tools.mutants.known import KnownMutants, MutantVerdict
from tools.mutants.making import mutants_of
from tools.mutants.reporting import (
    MutantsCompared,
    compare,
    figures,
    figures_since,
    listed,
    page_of,
    sections,
)
from tools.mutants.results import OtherTree
from tools.mutants.running import load_heavy
from tools.mutants.scope import HERE, ROOT, Scope, belongs, draw, scopes
from tools.mutants.session import found_again, results_of

ALL = {scope.name: scope for scope in scopes()}
OTHER_TREE = "The results are of another state of the code: --again tries what no test had found, --anew all."

chosen = click.argument("names", nargs=-1, type=click.Choice(list(ALL)))


def _scopes(names: tuple[str, ...]) -> list[Scope]:
    return [ALL[name] for name in names or ALL]


@click.group()
def main() -> None:
    """Faults put into the code one at a time, each to be found by a test."""


@main.command("draw")
@chosen
def draw_them(names: tuple[str, ...]) -> None:
    """Draw the mutants of this tree anew, and forget those that were known."""
    for scope in _scopes(names):
        drawn = draw(scope)
        known.write(scope.known, (KnownMutants(name, MutantVerdict.NOT_RUN) for name in drawn))
        click.echo(f"{scope.name}: {len(drawn)} mutants")


def _slice(_context: object, _parameter: object, value: str) -> tuple[int, int]:
    """The number of a slice and of how many, from "3/20"."""
    number, _, of = value.partition("/")
    if not (number.isdigit() and of.isdigit() and 1 <= int(number) <= int(of)):
        raise click.BadParameter(f"{value} is no slice; 3/20 is the third of twenty")
    return int(number), int(of)


@main.command()
@chosen
@click.option("--slice", "which", callback=_slice, default="1/1", help="Only these, as 3/20.")
@click.option("--minutes", type=float, help="Stop after so long; the next run goes on from there.")
@click.option("--again", is_flag=True, help="Try again what no test had found.")
@click.option("--anew", is_flag=True, help="Forget all results.")
def run(
    names: tuple[str, ...],
    which: tuple[int, int],
    minutes: float | None,
    again: bool,
    anew: bool,
) -> None:
    """Run the tests on every mutant that has no result yet."""
    load_heavy()
    end = time.monotonic() + 60 * minutes if minutes else float("inf")
    for scope in _scopes(names):
        try:
            with results_of(scope, again=again, anew=anew) as kept:
                session.run(scope, kept, which, click.echo, end)
        except OtherTree:
            raise click.ClickException(OTHER_TREE) from None
    if not report_on(_scopes(names)):
        sys.exit(1)


@main.command()
@chosen
def report(names: tuple[str, ...]) -> None:
    """Compare the results with what was known: fails when something found before is not found now."""
    if not report_on(_scopes(names)):
        sys.exit(1)


@main.command("of")
@click.argument("function")
def mutants_in(function: str) -> None:
    """Print the keys of the mutants that a function of this tree has: for moved.toml."""
    module, _, inner = function.partition(":")
    for mutant in mutants_of(ROOT, module):
        if belongs(mutant.name, inner):
            click.echo(f"{mutant.name.key}    {mutant.name.shown}")


def report_on(names: list[Scope]) -> bool:
    """Print the figures and what is worse; True when nothing is."""
    fine = True
    for scope in names:
        compared = _compared(scope)
        click.echo(f"\n{scope.name}\n\n{_figures(compared)}")
        for heading, some in (
            ("found before, not found now", [each for each in compared if each.is_worse]),
            ("found before, and not on this tree", [each for each in compared if each.is_missing]),
        ):
            if some:
                fine = False
                click.echo("\n".join([f"\n{heading}:", *listed(some)]))
    return fine


@main.command()
@chosen
def keep(names: tuple[str, ...]) -> None:
    """Take the results as what is known from now on."""
    for scope in _scopes(names):
        compared = _compared(scope)
        known.write(
            scope.known, (KnownMutants(each.known.name, each.now.verdict) for each in compared)
        )


@main.command("figures")
@chosen
def page_of_figures(names: tuple[str, ...]) -> None:
    """Write the page of figures: what became of the mutants where they were drawn, and by the results since.

    The results of a scope that is not named are not asked for: its part of the page stays as it is.
    """
    page = HERE / "known" / "figures.md"
    written = sections(page.read_text("utf-8"))
    for scope in _scopes(names):
        then = figures((each.name.module, each.before) for each in known.read(scope.known))
        since = figures_since(_compared(scope))
        written[scope.name] = f"When drawn (commit {scope.drawn}):\n\n{then}\n\nSince:\n\n{since}"
    page.write_text(page_of(written, ALL), "utf-8")


def _compared(scope: Scope) -> list[MutantsCompared]:
    gone = moved.read(HERE / "moved.toml").gone
    with results_of(scope) as kept:
        results = kept.all()
    pairs = [(located.known, located.carried) for located in found_again(scope)]
    return compare(pairs, results, gone)


def _figures(compared: list[MutantsCompared]) -> str:
    return figures((each.known.name.module, each.now.verdict) for each in compared)


if __name__ == "__main__":
    main()
