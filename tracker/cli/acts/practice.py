"""What `tracker practice` does."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import click
from sqlalchemy.orm import Session

from tracker import clock, config, db
from tracker.cli.instance import opened
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures.measure import Measure
from tracker.domain.measures.numbers import show
from tracker.services.installation import defined
from tracker.services.office.practice import PracticeSettings, change_practice, offered
from tracker.services.record.estimates import own_estimates
from tracker.services.reports import own_estimates as estimating
from tracker.services.reports import thresholds
from tracker.web.words import estimates as estimate_words

Made = TypeVar("Made")


def _write(act: Callable[[Session], Made]) -> Made:
    """What the act makes, in a transaction on this instance."""
    with opened(config.from_environment()):
        try:
            with db.transaction() as writing:
                return act(writing)
        except Incomplete as error:
            raise click.ClickException("; ".join(error.problems.values())) from error


def practice(name: str | None, time_zone: str | None, crisis_text: str | None) -> None:
    """The practice as it is now, with what was given changed."""
    wanted = PracticeSettings(name, time_zone, crisis_text)
    stored_practice = _write(
        lambda writing: change_practice(writing, None, wanted, now=clock.now())
    )
    click.echo(
        f"{stored_practice.name}, {stored_practice.time_zone}\n{stored_practice.crisis_text}"
    )


def measures(keys: tuple[str, ...]) -> None:
    """A line for each measure, those that are offered marked: exactly these from now on, where keys are given."""

    def act(writing: Session) -> tuple[set[str], dict[str, Measure]]:
        if keys:
            change_practice(writing, None, PracticeSettings(measures=keys), now=clock.now())
        return set(offered(writing)), dict(defined(writing).current)

    offered_keys, known = _write(act)
    for key, measure in known.items():
        click.echo(f"{'offered' if key in offered_keys else '-':<9}{key:<18}{measure.name}")


def threshold(measure: str, points: str, reason: str, own: bool) -> None:
    """The drop threshold in force and its history, after it was set where points are given."""

    def act(writing: Session) -> list[thresholds.Set]:
        definition = thresholds.measure_with_threshold(writing, measure)
        if points or own:
            text = "" if own else points
            thresholds.set_threshold(writing, None, measure, text, reason, now=clock.now())
        current = thresholds.in_force(writing, definition)
        click.echo(f"{definition.name}: {show(current)} points since the previous rating")
        return thresholds.history(writing, definition)

    try:
        history = _write(act)
    except NotPermitted as error:
        raise click.ClickException(f"No measure {measure} with a drop threshold.") from error
    for setting in history:
        value = "the measure's own" if setting.points is None else show(setting.points)
        click.echo(f"{setting.since:%Y-%m-%d %H:%M} UTC  {value}  {setting.who}  {setting.reason}")


def own_ratings(key: str | None, adopt: bool, own: bool, reason: str) -> None:
    """What own ratings say beside what is in force, after one of them was adopted or given up."""
    if (adopt or own) and key is None:
        raise click.UsageError("--adopt and --own need --measure.")
    if adopt and own:
        raise click.UsageError("Either --adopt or --own.")

    def act(writing: Session) -> None:
        (measure,) = _estimable(writing, key)
        if own:
            estimating.give_up(writing, None, measure, reason, now=clock.now())
            return
        estimated = estimating.from_own_ratings(writing, None, measure, now=clock.now())
        estimating.adopt(writing, None, estimated, reason, now=clock.now())

    try:
        if adopt or own:
            _write(act)
        with opened(config.from_environment()), db.reading() as reading:
            for measure in _estimable(reading, key):
                for line in _own_ratings(reading, measure):
                    click.echo(line)
    except NotPermitted as error:
        raise click.ClickException(f"No measure {key} on which own ratings decide.") from error


def _estimable(db: Session, key: str | None) -> list[Measure]:
    if key is not None:
        return [estimating.estimable_measure(db, key)]
    return [measure for measure, _ in estimating.estimable(db)]


def _own_ratings(db: Session, measure: Measure) -> Iterator[str]:
    """What is in force on a measure and what own ratings say, a number on a line, and the history."""
    estimated = estimating.from_own_ratings(db, None, measure, now=clock.now())
    in_force = estimating.in_force(own_estimates(db), measure)
    before = estimate_words.figures(measure, in_force)
    after = estimate_words.figures(measure, estimated.estimate)
    yield f"{measure.key}: {estimate_words.state(estimated)}"
    yield f"  now {estimate_words.where_from(in_force)}"
    for name in after or before:
        yield f"  {name}: {before.get(name, 'none')}" + (f" -> {after[name]}" if after else "")
    for each in estimating.history(db, measure):
        what = f"{each.clients} clients" if each.estimate else "the measure's own"
        yield f"  {each.since:%Y-%m-%d %H:%M} UTC  {what}  {each.who}  {each.reason}"
