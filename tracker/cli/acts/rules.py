"""What `tracker rules` does."""

from collections.abc import Iterator

import click

from tracker import clock, config, db
from tracker.cli.acts.audit import there
from tracker.cli.instance import opened
from tracker.domain.rules.findings import RULES_VERSION
from tracker.services.reports import rule_changes
from tracker.services.reports.rule_changes import ChangeCounts, ClientChanges, KindFound
from tracker.services.trail import audit

LINE = "{:<20} {:<8} {:>7} {:>9} {:>12} {:>14}"
HEADINGS = ("kind", "strength", "stored", "would be", "only stored", "only would be")


def changes_(days: int, listed: bool) -> None:
    """What the rules in force would find, counted beside what is stored."""
    settings = config.from_environment()
    there(settings)
    now = clock.now()
    counts = ChangeCounts()
    with opened(settings), db.reading() as reading:
        since = rule_changes.first_day(reading, days, now=now)
        for batch in rule_changes.changes(reading, since, now=now):
            for client in batch:
                counts.add(client)
            if listed:
                _list(batch)
    if not counts.sessions:
        click.echo(f"No session since {since}, so there is nothing to compare yet.")
        return
    for line in _table(counts):
        click.echo(line)
    click.echo(
        f"Rules {RULES_VERSION}; sessions since {since}: {counts.sessions}, clients: {counts.clients}. "
        "No stored flag is changed: each rating keeps the rules that looked at it first."
    )


def _list(batch: list[ClientChanges]) -> None:
    """Show the differences of these clients, after the audit trail has it that they were read."""
    different = [client for client in batch if client.differences]
    if not different:
        return
    ids = sorted(str(client.client_id) for client in different)
    with db.transaction() as writing:
        audit.record(writing, "rule_changes.read", actor=None, now=clock.now(), clients=ids)
    for client in different:
        for flag in client.differences:
            about = " ".join(filter(None, (flag.measure_key, flag.rater, flag.letter)))
            said = f"{_said(flag.stored)} -> {_said(flag.would_be)}"
            click.echo(f"{client.code}  session {flag.session}  {about}  {said}")


def _said(what: KindFound | None) -> str:
    if what is None:
        return "nothing"
    return what.kind.value if what.strength is None else f"{what.kind.value} {what.strength}"


def _table(counts: ChangeCounts) -> Iterator[str]:
    """The counts, a line for each kind and strength."""
    yield LINE.format(*HEADINGS)
    for each in counts.kinds:
        yield _row(each.kind.value, str(each.strength or ""), counts, [each])
    yield _row("all", "", counts, counts.kinds)


def _row(kind: str, strength: str, counts: ChangeCounts, of: list[KindFound]) -> str:
    stored = sum(counts.stored[each] for each in of)
    would_be = sum(counts.would_be[each] for each in of)
    same = sum(counts.same[each] for each in of)
    return LINE.format(kind, strength, stored, would_be, stored - same, would_be - same).rstrip()
