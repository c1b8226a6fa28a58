"""`tracker simulate`: what the rules cost where nothing changes, and what they see. It needs no set-up and opens no
instance."""

from typing import TYPE_CHECKING

import click

from tracker.cli.measures import known

if TYPE_CHECKING:  # only who simulates waits for it
    from tracker.simulation.burden import Rates
    from tracker.simulation.generators import Generator

FEWEST = 8  # sessions: two before a fall, and the five that decide whether it came back


@click.group()
def simulate() -> None:
    """Try the rules on made-up clients."""


@simulate.command("rules")
@click.option("--measure", "key", default="session-check", show_default=True, help="Its key.")
@click.option("--icc", type=click.FloatRange(0, 1), help="Of an item's variance, between clients.")
@click.option("--sessions", type=click.IntRange(FEWEST, 60), default=12, show_default=True)
@click.option("--clients", type=click.IntRange(1, 100_000), default=300, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--noise", "noises", multiple=True, help="Only this generator; may be given twice.")
@click.option("--rules", "versions", multiple=True, help="This version; may be given twice.")
@click.option(
    "--prior-variances",
    type=click.FloatRange(0.1, 10),
    default=1,
    help="The variances that the rules assume, so many times as large: what a wrong prior costs.",
)
def rules_(
    key: str,
    icc: float | None,
    sessions: int,
    clients: int,
    seed: int,
    noises: tuple[str, ...],
    versions: tuple[str, ...],
    prior_variances: float,
) -> None:
    """How often each kind fires for stable clients, and for falls and slides that are planted; how soon."""
    from tracker.simulation.counting import Experiment, count
    from tracker.simulation.courses import can_simulate, misjudged
    from tracker.simulation.generators import ICC
    from tracker.simulation.report import lines

    measure = known().get(key)
    if measure is None or not can_simulate(measure):
        able = ", ".join(k for k, m in known().items() if can_simulate(m))
        raise click.ClickException(f"--measure: {key!r} cannot be simulated; these can: {able}")
    chosen = _versions(versions)
    icc = ICC if icc is None else icc
    click.echo(
        f"{measure.name}, version {measure.version}: {clients} clients, {sessions} sessions, ICC {icc:g}, "
        f"seed {seed}. Made-up marks; their assumptions are design defaults."
    )
    if prior_variances != 1:
        measure = misjudged(measure, prior_variances)
        click.echo(
            f"The rules assume {prior_variances:g} times the variances of the measure's prior."
        )
    for generator in _generators(noises):
        experiment = Experiment(measure, generator, clients, sessions, seed, icc)
        click.echo(f"\n{generator.name}: {generator.about}")
        counted = {version: count(experiment, version) for version in chosen}
        for line in lines(counted):
            click.echo(line)


@simulate.command("rates")
@click.option("--clients", type=click.IntRange(1, 100_000), default=1000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
def rates_(clients: int, seed: int) -> None:
    """How often each kind of prompt comes where nothing changes, for every measure, as the file that pages read."""
    from tracker.domain.rules.findings import RULES_VERSION
    from tracker.simulation.counting import Experiment, count_stable
    from tracker.simulation.courses import can_simulate
    from tracker.simulation.generators import GENERATORS, ICC
    from tracker.simulation.report import rates

    click.echo(
        f"# Made by `tracker simulate rates --clients {clients} --seed {seed}`: shares of the sessions after the\n"
        f"# first, of {clients} made-up clients with 12 sessions each in which nothing changes, ICC {ICC:g}; the\n"
        "# highest of the three kinds of noise in docs/simulation.md. Their assumptions are design defaults.\n\n"
        f'rules = "{RULES_VERSION}"'
    )
    for key, measure in known().items():
        if not can_simulate(measure):
            continue
        click.echo(f"\n[measures.{key}]")
        noises = [Experiment(measure, each, clients, 12, seed) for each in GENERATORS]
        for line in rates(count_stable(noise) for noise in noises):
            click.echo(line)


@simulate.command("thresholds")
@click.option("--clients", type=click.IntRange(1, 100_000), default=200, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
def thresholds_(clients: int, seed: int) -> None:
    """What each drop threshold asks and misses, by ICC, for every measure, as the file that the page of thresholds
    reads."""
    from tracker.simulation.counting import Experiment
    from tracker.simulation.courses import can_simulate
    from tracker.simulation.generators import GENERATORS
    from tracker.simulation.threshold_table import ICCS, SESSIONS, count_thresholds, head, table

    for line in head(clients, seed):
        click.echo(line)
    for key, measure in known().items():
        if can_simulate(measure):
            click.echo(f"\n[measures.{key}]")
            noises = {
                icc: [
                    count_thresholds(Experiment(measure, each, clients, SESSIONS, seed, icc))
                    for each in GENERATORS
                ]
                for icc in ICCS
            }
            for line in table(noises):
                click.echo(line)


@simulate.command("burden")
@click.option("--clients", type=click.IntRange(1, 10_000), default=22, show_default=True)
@click.option(
    "--a-week", "week", type=click.IntRange(1, 60), default=20, show_default=True, help="Sessions."
)
@click.option("--sessions", type=click.IntRange(FEWEST, 60), default=12, show_default=True)
@click.option(
    "--repeat", type=click.IntRange(1, 1000), default=10, show_default=True, help="Caseloads."
)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--noise", "noises", multiple=True, help="Only this generator; may be given twice.")
@click.option("--rate", "rates", multiple=True, help="NAME=SHARE of sessions; may be given again.")
def burden_(
    clients: int,
    week: int,
    sessions: int,
    repeat: int,
    seed: int,
    noises: tuple[str, ...],
    rates: tuple[str, ...],
) -> None:
    """What a caseload in which nothing changes asks of its clinician in a week, by the kind that leads."""
    from tracker.simulation.burden import burden, lines
    from tracker.simulation.counting import Experiment

    assumed = _rates(rates)
    measure = known()["session-check"]
    said = ", ".join(f"{name} {share:g}" for name, share in vars(assumed).items())
    click.echo(
        f"{measure.name}, version {measure.version}: {repeat} caseloads of {clients} clients, {week} sessions a week, "
        f"{sessions} sessions a client, seed {seed}."
    )
    click.echo(f"Of sessions: {said}. All are design defaults, and made-up clients have no course.")
    for generator in _generators(noises):
        experiment = Experiment(measure, generator, clients * repeat, sessions, seed)
        click.echo(f"\n{generator.name}: {generator.about}")
        for line in lines(burden(experiment, assumed), week):
            click.echo(line)


def _rates(given: tuple[str, ...]) -> "Rates":
    """The rates that are assumed, with those that were given instead."""
    from dataclasses import fields

    from tracker.simulation.burden import Rates

    names = [field.name for field in fields(Rates)]
    changed = {}
    for text in given:
        name, _, share = text.partition("=")
        if name not in names:
            raise click.ClickException(f"--rate: {name!r}; there are {', '.join(names)}")
        try:
            changed[name] = float(share)
        except ValueError:
            changed[name] = -1
        if not 0 <= changed[name] <= 1:
            raise click.ClickException(f"--rate: {name}: a share from 0 to 1, such as {name}=0.05")
    return Rates(**changed)


def _versions(chosen: tuple[str, ...]) -> tuple[str, ...]:
    """These versions of the rules; the one in force where none is named."""
    from tracker.simulation.counting import VERSIONS

    unknown = [version for version in chosen if version not in VERSIONS]
    if unknown:
        raise click.ClickException(f"--rules: {unknown[0]!r}; there are {', '.join(VERSIONS)}")
    return chosen or VERSIONS[-1:]


def _generators(names: tuple[str, ...]) -> "list[Generator]":
    """The generators of these names; all where none is named."""
    from tracker.simulation.generators import GENERATORS

    by_name = {generator.name: generator for generator in GENERATORS}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise click.ClickException(f"--noise: {unknown[0]!r}; there are {', '.join(by_name)}")
    return [by_name[name] for name in names or by_name]
