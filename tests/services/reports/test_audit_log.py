"""The audit log as it is read: paged by number, filtered, bounded however long it is."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import event, text

from tests.conftest import Cast
from tracker import db
from tracker.domain.errors import NotPermitted
from tracker.services.reports import audit_log
from tracker.services.reports.audit_log import LogFilter, LogPage
from tracker.services.trail import audit

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def fill(cast: Cast, days: int) -> None:
    """Two entries a day, at nine in the morning and at eleven at night, by two people."""
    with db.transaction() as writing:
        for day in range(days):
            at = START + timedelta(days=day)
            by = cast.clinician.id
            audit.record(writing, "client.read", actor=by, now=at, client_id=cast.client_id)
            audit.record(writing, "sign_in.failed", actor=None, now=at + timedelta(hours=14))


@pytest.fixture
def long(app: Flask, cast: Cast) -> Cast:
    """The log begins with the cast's own entries, taken away here, and a hundred days follow."""
    del app
    from tests.instances import past_the_triggers

    with db.transaction() as writing:
        past_the_triggers(
            writing,
            "DELETE FROM audit_entries",
            f"UPDATE audit_head SET seq = 0, hash = '{audit.FIRST}'",
        )
    fill(cast, 100)
    return cast


def page(cast: Cast, before: int | None = None, **asked: object) -> LogPage:
    with db.reading() as reading:
        return audit_log.page(reading, cast.administrator, LogFilter(**asked), before=before)


def seqs(found: LogPage) -> list[int]:
    return [entry.seq for entry in found.entries]


def test_the_newest_come_first_and_pages_follow_without_gap_or_repetition(long: Cast) -> None:
    found, before = [], None
    while True:
        part = page(long, before)
        found += seqs(part)
        before = part.older
        if before is None:
            break
    assert found == list(range(200, 0, -1))


def test_who_and_what_narrow_it(long: Cast) -> None:
    assert seqs(page(long, actor_id=long.clinician.id))[:3] == [199, 197, 195]
    assert seqs(page(long, event="sign_in.failed"))[:3] == [200, 198, 196]
    assert seqs(page(long, actor_id=long.clinician.id, event="sign_in.failed")) == []
    assert seqs(page(long, actor_id=uuid4())) == []
    assert page(long, actor_id=uuid4()).older is None


def test_days_are_those_of_the_practice(long: Cast) -> None:
    one = {"since": date(2026, 3, 2), "until": date(2026, 3, 2)}
    assert seqs(page(long, **one)) == [4, 3]
    with db.transaction() as writing:
        writing.execute(text("UPDATE practice SET time_zone = 'Europe/Berlin'"))
    assert seqs(page(long, **one)) == [3, 2], "eleven at night in UTC is the next day there"


def test_days_before_and_after_the_log_are_empty_or_all(long: Cast) -> None:
    assert seqs(page(long, since=date(2027, 1, 1))) == []
    assert seqs(page(long, until=date(2025, 1, 1))) == []
    assert len(seqs(page(long, since=date(2025, 1, 1), until=date(2027, 1, 1)))) == 50


def test_a_gap_in_the_chain_does_not_stop_the_log(long: Cast) -> None:
    from tests.instances import past_the_triggers

    with db.transaction() as writing:
        past_the_triggers(writing, "DELETE FROM audit_entries WHERE seq BETWEEN 90 AND 110")
    assert seqs(page(long, since=date(2026, 3, 2), until=date(2026, 3, 2))) == [4, 3]


def test_a_page_looks_at_a_stretch_and_says_how_far_it_got(
    long: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_log, "STRETCH", 60)
    nothing = page(long, event="practice.changed")
    assert (seqs(nothing), nothing.older, nothing.reached) == ([], 141, 141)
    last = page(long, 61, event="practice.changed")
    assert (seqs(last), last.older, last.reached) == ([], None, 1)


@pytest.mark.parametrize("before", [-5, 0, 1, 10**15])
def test_any_number_is_an_answer(long: Cast, before: int) -> None:
    assert len(seqs(page(long, before))) == (50 if before > 200 else 0)


def test_names_are_those_of_accounts(long: Cast) -> None:
    assert page(long).people[long.clinician.id] == "Clinician"


def test_the_export_reads_the_same_in_stretches_the_oldest_first(long: Cast) -> None:
    asked = LogFilter(event="client.read", since=date(2026, 3, 3))
    with db.reading() as reading:
        low, high = audit_log.bounds(reading, asked)
        parts = [
            audit_log.stretch(reading, long.administrator, asked, at, min(at + 7, high))
            for at in range(low, high, 7)
        ]
    assert [entry.seq for part in parts for entry in part] == list(range(5, 200, 2))


@pytest.mark.parametrize("who", ["clinician", "supervisor", "outsider"])
def test_only_administrators_read_it(cast: Cast, who: str) -> None:
    actor = cast.named(who)
    with db.reading() as reading:
        with pytest.raises(NotPermitted):
            audit_log.page(reading, actor, LogFilter())
        with pytest.raises(NotPermitted):
            audit_log.stretch(reading, actor, LogFilter(), 1, 9)


def test_the_number_of_queries_does_not_grow_with_the_log(long: Cast) -> None:
    def queries(**asked: object) -> int:
        counted: list[str] = []

        def count(*arguments: object) -> None:
            counted.append(str(arguments[2]))

        event.listen(db.engine(), "before_cursor_execute", count)
        try:
            page(long, **asked)
        finally:
            event.remove(db.engine(), "before_cursor_execute", count)
        return len(counted)

    short, days = queries(), {"since": date(2026, 3, 20), "until": date(2026, 4, 20)}
    with_days = queries(**days)
    fill(long, 300)
    assert queries() == short <= 6
    assert queries(**days) <= with_days + 6, (
        "halving takes two steps more for a log four times as long"
    )


@pytest.mark.parametrize("sort", list(audit_log.SORTS))
@pytest.mark.parametrize("descending", [False, True])
def test_it_is_sorted_by_each_column(long: Cast, sort: str, descending: bool) -> None:
    with db.reading() as reading:
        order = {"sort": sort, "descending": descending}
        found = audit_log.page(reading, long.administrator, LogFilter(), **order)
        everything = audit_log.stretch(reading, long.administrator, LogFilter(), 1, 10_000)
        names = audit_log.people(reading)
    assert {entry.seq for entry in found.entries} == {entry.seq for entry in everything}
    values = [audit_log.SORTS[sort](entry, names, str) for entry in found.entries]
    known = [value for value in values if value is not None]
    assert known == sorted(known, reverse=descending)
    assert values[len(known) :] == [None] * (len(values) - len(known))


def test_what_was_done_is_sorted_by_the_words_that_are_shown(long: Cast) -> None:
    shown = {"client.read": "Was read", "sign_in.failed": "Failed"}
    with db.reading() as reading:
        order = {"sort": "what", "descending": False, "words": shown.__getitem__}
        found = audit_log.page(reading, long.administrator, LogFilter(), **order).entries
    assert [entry.event for entry in found] == ["sign_in.failed"] * 100 + ["client.read"] * 100


def rising(cast: Cast, after: int | None = None, **asked: object) -> LogPage:
    with db.reading() as reading:
        actor, order = cast.administrator, {"descending": False, "after": after}
        return audit_log.page(reading, actor, LogFilter(**asked), **order)


def test_the_oldest_can_come_first_and_pages_follow_without_gap_or_repetition(long: Cast) -> None:
    found, after = [], None
    while True:
        part = rising(long, after)
        found += seqs(part)
        assert part.older is None
        after = part.later
        if after is None:
            break
    assert found == list(range(1, 201))
    assert seqs(rising(long, since=date(2026, 3, 2), until=date(2026, 3, 2))) == [3, 4]
    assert seqs(rising(long, 10**15)) == []


def test_a_page_from_the_oldest_on_looks_at_a_stretch_too(
    long: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_log, "STRETCH", 60)
    nothing = rising(long, event="practice.changed")
    assert (seqs(nothing), nothing.later, nothing.reached) == ([], 60, 60)
    last = rising(long, 180, event="practice.changed")
    assert (seqs(last), last.later, last.reached) == ([], None, 200)
