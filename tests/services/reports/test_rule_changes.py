"""What the rules in force would find on ratings that earlier rules looked at, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from tests.conftest import START, Cast, entry, log, marks, weeks
from tests.services.care.test_flag_kinds import bonds
from tests.services.recording import by_rules, correct
from tracker import clock, db
from tracker.domain.course.sessions import NoRating
from tracker.domain.rules.findings import FlagKind
from tracker.models.base import Base
from tracker.services.reports import rule_changes
from tracker.services.reports.rule_changes import (
    ChangeCounts,
    ClientChanges,
    FlagChange,
    KindFound,
)


def rows() -> dict[str, list[Any]]:
    """All that is stored, the audit trail included."""
    with db.reading() as reading:
        return {
            name: sorted(map(repr, reading.execute(select(table))))
            for name, table in Base.metadata.tables.items()
        }


@contextmanager
def nothing_written() -> Iterator[None]:
    """A look that leaves every row as it was."""
    before = rows()
    assert before["flags"]
    yield
    assert rows() == before


def changes(since: date = START) -> list[ClientChanges]:
    with db.reading() as reading:
        batches = rule_changes.changes(reading, since, now=clock.now())
        return [client for batch in batches for client in batch]


def weaker(session: int) -> FlagChange:
    """A drop from 9 to 6 on the second rating: with one rating before it, it says less by now."""
    stored = KindFound(FlagKind.DROP, 2)
    return FlagChange(session, "session-check", "client", "", stored, KindFound(FlagKind.DROP, 1))


def test_a_course_that_earlier_rules_looked_at_shows_what_would_change(cast: Cast) -> None:
    with by_rules("2026.7"):
        bonds(cast, 9, 6)
    bonds(cast, 6, 3, first_week=2)
    log(cast.outsider, cast.other_client_id, weeks(0), 9, 9, 9, 9)
    with nothing_written():
        mine, other = sorted(changes(), key=lambda client: -client.sessions)
    assert (mine.client_id, mine.sessions, mine.differences) == (cast.client_id, 4, [weaker(2)])
    assert [flag.session for flag in mine.flags if flag.stored] == sorted(
        flag.session for flag in mine.flags
    )
    assert (other.client_id, other.sessions, other.differences) == (cast.other_client_id, 1, [])


def test_what_the_rules_in_force_looked_at_first_is_the_same(cast: Cast) -> None:
    bonds(cast, 9, 6, 6, 3)
    log(cast.clinician, cast.client_id, weeks(4), no_rating=NoRating.DECLINED)
    (client,) = changes()
    assert len(client.flags) == 2
    assert client.differences == []


def test_what_is_of_another_kind_by_now_is_only_stored_and_only_would_be(cast: Cast) -> None:
    with by_rules("2026.7"):
        bonds(cast, 9, 9, 9, 9, 9, 8, 7)
    (client,) = changes(weeks(6))
    assert [(flag.session, flag.stored, flag.would_be) for flag in client.differences] == [
        (7, None, KindFound(FlagKind.LONG_SLIDE, None)),
        (7, KindFound(FlagKind.SLIDE, None), None),
    ]


def test_days_go_by_the_session_and_the_whole_course_decides(cast: Cast) -> None:
    with by_rules("2026.7"):
        bonds(cast, 9, 6)
    (client,) = changes(weeks(1))
    assert (client.sessions, client.differences) == (1, [weaker(2)])
    assert changes(weeks(2)) == []
    with db.reading() as reading:
        now = datetime(2026, 3, 1, 12, tzinfo=UTC)
        assert rule_changes.first_day(reading, 1, now=now) == date(2026, 3, 1)
        assert rule_changes.first_day(reading, 29, now=now) == date(2026, 2, 1)


def test_a_flag_that_was_withdrawn_is_not_counted_as_stored(cast: Cast) -> None:
    _, fell = bonds(cast, 9, 6)
    correct(cast, fell, weeks(1), entry(marks(9, 8, 8, 8)))
    (client,) = changes()
    assert (client.sessions, client.flags) == (2, ())


def test_counts_are_by_kind_and_strength_the_most_pressing_first(cast: Cast) -> None:
    with by_rules("2026.7"):
        bonds(cast, 9, 6)
    counts = ChangeCounts()
    for client in changes():
        counts.add(client)
    old, new = KindFound(FlagKind.DROP, 2), KindFound(FlagKind.DROP, 1)
    assert counts.kinds[:2] == [new, old]
    assert (counts.stored[old], counts.would_be[old], counts.same[old]) == (1, 0, 0)
    assert (counts.stored[new], counts.would_be[new], counts.same[new]) == (0, 1, 0)
    assert (counts.clients, counts.sessions) == (1, 2)


def test_clients_are_taken_in_batches_by_code(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    for actor, client_id in (
        (cast.clinician, cast.client_id),
        (cast.outsider, cast.other_client_id),
    ):
        log(actor, client_id, weeks(0), 9, 9, 9, 9)
    monkeypatch.setattr(rule_changes, "CLIENTS_AT_ONCE", 1)
    with db.reading() as reading:
        batches = list(rule_changes.changes(reading, weeks(0), now=clock.now()))
    assert [len(batch) for batch in batches] == [1, 1]
    codes = [client.code for batch in batches for client in batch]
    assert codes == sorted(codes)
