"""Thresholds of a practice, on both databases: set with a reason, for new ratings only, with their cost here."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from sqlalchemy import select

from tests.conftest import Cast, entry, log, marks, weeks
from tests.services.supervision.test_questions import another
from tracker import clock, db
from tracker.domain.course.sessions import NoRating
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.rules.thresholds import Tally
from tracker.models import AuditEntry, FlagFinding, RuleSetting
from tracker.reference.loader import measures
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.reports import thresholds
from tracker.services.reports.thresholds import Cost

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)


def last_entry() -> AuditEntry:
    with db.reading() as reading:
        entry = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert entry
    return entry


def set_threshold(
    cast: Cast,
    points: str,
    reason: str = "a study",
    key: str = "session-check",
    now: datetime | None = None,
) -> None:
    with db.transaction() as writing:
        thresholds.set_threshold(
            writing, cast.administrator, key, points, reason, now=now or clock.now()
        )


def found_points(kind: str = "drop") -> list[tuple[str, bool]]:
    with db.reading() as reading:
        findings = reading.scalars(select(FlagFinding).order_by(FlagFinding.found_at))
        return [
            (f.detail["falls"][0]["points"], f.detail["own_setting"])
            for f in findings
            if f.kind == kind
        ]


def test_a_threshold_holds_for_ratings_entered_after_it_and_old_flags_keep_theirs(
    cast: Cast,
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 6, 8, 8, 8)
    before = found_points()
    assert [own for _, own in before] == [False]
    set_threshold(cast, "3")
    log(cast.clinician, cast.client_id, weeks(2), 4, 8, 8, 8)
    assert found_points() == before
    log(cast.clinician, cast.client_id, weeks(3), 1, 8, 8, 8)
    assert [own for _, own in found_points()] == [False, True]
    set_threshold(cast, "", reason="back")
    log(cast.clinician, cast.client_id, weeks(4), 9, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(5), 7, 8, 8, 8)
    assert [own for _, own in found_points()] == [False, True, False]
    with db.reading() as reading:
        assert len({f.rules_version for f in reading.scalars(select(FlagFinding))}) == 1


def test_the_history_says_from_when_what_why_and_who(cast: Cast) -> None:
    session = measures()["session-check"]
    set_threshold(cast, "3", now=NOW)
    set_threshold(cast, "2", reason="too few prompts", now=NOW + timedelta(days=1))
    with db.transaction() as writing:
        thresholds.set_threshold(
            writing, None, "session-check", "4", "by hand", now=NOW + timedelta(days=2)
        )
    with db.reading() as reading:
        history = thresholds.history(reading, session)
        assert [(s.points, s.reason, s.who) for s in history] == [
            (Fraction(4), "by hand", "a command on the machine"),
            (None, "too few prompts", "Administrator"),
            (Fraction(3), "a study", "Administrator"),
        ]
        assert thresholds.in_force(reading, session) == 4
        assert (session, Fraction(4)) in thresholds.with_threshold(reading)
        (row, *_) = reading.scalars(select(RuleSetting).order_by(RuleSetting.set_at))
    assert (row.points, last_entry().event) == ("3", "threshold.set")
    assert last_entry().detail == {"measure": "session-check"}


@pytest.mark.parametrize(
    ("points", "reason", "fields"),
    [
        ("2", "", {"points", "reason"}),
        ("", "back", {"points"}),
        ("1.5", "a study", {"points"}),
        ("many", "a study", {"points"}),
        ("11", "a study", {"points"}),
        ("3", "x" * 501, {"reason"}),
    ],
)
def test_a_threshold_needs_a_possible_number_and_a_reason(
    cast: Cast, points: str, reason: str, fields: set[str]
) -> None:
    with pytest.raises(Incomplete) as caught:
        set_threshold(cast, points, reason)
    assert set(caught.value.problems) == fields


def test_only_an_administrator_sets_and_counts_and_only_where_there_is_a_rule(cast: Cast) -> None:
    session = measures()["session-check"]
    with pytest.raises(NotPermitted), db.transaction() as writing:
        thresholds.set_threshold(writing, cast.clinician, "session-check", "3", "x", now=NOW)
    with db.reading() as reading, pytest.raises(NotPermitted):
        thresholds.costs(reading, cast.clinician, session, now=NOW)
    for key in ("ors", "nothing"):
        with pytest.raises(NotPermitted):
            set_threshold(cast, "3", key=key)


def costs(cast: Cast, now: datetime) -> list[Cost]:
    with db.reading() as reading:
        return thresholds.costs(reading, cast.administrator, measures()["session-check"], now=now)


def test_costs_count_this_practices_own_ratings_of_a_year(cast: Cast) -> None:
    now = datetime(2026, 12, 1, 9, tzinfo=UTC)
    for number, mark in enumerate((8, 6, 8, 5, 8, 7)):
        log(cast.clinician, cast.client_id, weeks(number), mark, 8, 8, 8)
    log(cast.outsider, cast.other_client_id, weeks(1), 8, 8, 8, 8)
    log(cast.outsider, cast.other_client_id, date(2026, 10, 1), 2, 8, 8, 8)  # this quarter
    found, later = costs(cast, now), costs(cast, now + timedelta(days=365))
    assert [(c.points, c.works_as, c.tally.fired) for c in found] == [
        (1, 1, 3),
        (Fraction(3, 2), 2, 2),
        (2, 2, 2),
        (Fraction(5, 2), 3, 1),
        (3, 3, 1),
    ]
    assert {(c.tally.compared, c.tally.rated) for c in found} == {(5, 7)}
    assert not any(c.told for c in found), "of one client"
    assert {c.tally.compared for c in later} == {1}
    assert {(c.year.since, c.year.until) for c in found} == {(date(2025, 10, 1), date(2026, 9, 30))}


def test_costs_of_few_clients_are_hidden_alone_and_beside_the_others(cast: Cast) -> None:
    """Five fell by one, six by two or more, one of them by three: three points, and what lies between, is of one."""
    for last in (*[7] * 5, *[6] * 5, 5):
        client_id = another(cast)
        log(cast.clinician, client_id, weeks(0), 8, 8, 8, 8)
        log(cast.clinician, client_id, weeks(1), last, 8, 8, 8)
    for _ in range(5):
        client_id = another(cast)
        for week in range(2):
            log(cast.clinician, client_id, weeks(week), 8, 8, 8, 8)
    found = {c.points: (c.tally.fired, c.told) for c in costs(cast, NOW)}
    assert found[Fraction(1)] == (11, True)
    assert found[Fraction(2)] == (6, True)
    assert found[Fraction(3)] == (1, False)


def test_costs_are_given_for_a_hundred_sessions_and_for_a_week_of_a_clinician(cast: Cast) -> None:
    session = measures()["session-check"]
    now = datetime(2026, 12, 1, 9, tzinfo=UTC)
    for number, mark in enumerate((8, 5, 8, 5, 8, 8)):
        day = weeks(number // 2) + timedelta(days=number % 2)
        log(cast.clinician, cast.client_id, day, mark, 8, 8, 8)
    for number in range(2):
        log(cast.outsider, cast.other_client_id, weeks(number), 8, 8, 8, 8)
    with db.transaction() as writing:
        details = SessionDetails(weeks(2), no_rating=NoRating.NOT_ASKED)
        own_view = entry(therapist=marks(8, 8, 8, 8))
        sessions.log_session(
            writing, cast.outsider, cast.other_client_id, details, own_view, now=now
        )
    with db.reading() as reading:
        found = thresholds.costs(reading, cast.administrator, session, now=now)
    three = found[-1]
    assert (three.points, three.tally) == (3, Tally(2, 6, 8))
    assert three.per_hundred == 25
    assert (three.year.sessions, three.year.clinician_weeks) == (8, 5)  # three weeks, and two
    assert three.per_week == Fraction(2, 5)


def test_of_many_ratings_enough_are_counted_and_the_same_ones_each_time(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, now = measures()["session-check"], datetime(2026, 12, 1, 9, tzinfo=UTC)
    for who, client_id in (
        (cast.clinician, cast.client_id),
        (cast.outsider, cast.other_client_id),
    ):
        for number in range(5):
            log(who, client_id, weeks(number), 8, 8, 8, 8)
    monkeypatch.setattr(thresholds, "CLIENTS_AT_ONCE", 1)
    for enough, expected in ((4, 4), (5, 8), (9, 8)):
        monkeypatch.setattr(thresholds, "ENOUGH", enough)
        with db.reading() as reading:
            found = thresholds.costs(reading, cast.administrator, session, now=now)
            assert found == thresholds.costs(reading, cast.administrator, session, now=now)
        assert {c.tally.compared for c in found} == {expected}
        assert {c.sampled for c in found} == {enough < 9}
