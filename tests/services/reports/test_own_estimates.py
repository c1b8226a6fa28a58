"""Estimates from a practice's own ratings, on both databases: told from enough clients, adopted, and kept by rating."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from sqlalchemy import select

from tests.conftest import Cast, entry, log, marks, new_client, weeks
from tests.services.estimating import (
    adopt,
    give_up,
    looked_at,
    rated_by,
    taking_less,
    well,
)
from tests.services.recording import correct, record
from tests.services.supervision.test_questions import another
from tracker import clock, db
from tracker.domain.course.clients import Format
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures.measure import Basis
from tracker.domain.measures.priors import Prior
from tracker.models import AuditEntry, FlagFinding, PracticeEstimate
from tracker.reference.loader import Known, measures
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.record import clients
from tracker.services.record.estimates import OwnEstimates, own_estimates
from tracker.services.reports import own_estimates as estimating

CHECK, WELL = measures()["session-check"], measures()["wellbeing-check"]


@pytest.fixture(autouse=True)
def _less() -> Iterator[None]:
    with taking_less():
        yield


def of_drops() -> list[int | None]:
    """From how many of the practice's clients the prior of each drop was, in the order they were found."""
    with db.reading() as reading:
        findings = reading.scalars(select(FlagFinding).order_by(FlagFinding.found_at))
        return [f.detail["own_clients"] for f in findings if f.kind == "drop"]


def problems(cast: Cast, seen: str | None, reason: str, key: str = "session-check") -> set[str]:
    """What stands in the way of adopting it."""
    found = looked_at(cast, key)
    with pytest.raises(Incomplete) as caught, db.transaction() as writing:
        estimating.adopt(writing, cast.administrator, found, reason, seen=seen, now=clock.now())
    return set(caught.value.problems)


@pytest.mark.one_database(reason="it is decided on values that were read")
def test_nothing_is_told_of_few_clients_and_the_missing_ones_are_counted(cast: Cast) -> None:
    none = looked_at(cast)
    assert (none.estimate, none.missing, none.seen) == (None, 5, "")
    rated_by(cast, 4)
    few = looked_at(cast)
    assert (few.estimate, few.missing) == (None, None), "four are not told"
    assert problems(cast, "", "x") == {"seen"}
    rated_by(cast, 1)
    enough = looked_at(cast)
    assert (enough.clients, enough.ratings, enough.missing) == (5, 15, 0)
    assert isinstance(enough.estimate, Prior)
    assert (enough.estimate.clients, enough.sampled) == (5, False)


def test_a_rating_keeps_the_prior_of_its_first_look(cast: Cast) -> None:
    rated_by(cast, 5)
    log(cast.clinician, cast.client_id, weeks(0), 9, 9, 9, 9)
    fell = log(cast.clinician, cast.client_id, weeks(1), 6, 9, 9, 9)
    assert of_drops() == [None]
    adopt(cast)
    assert of_drops() == [None], "nothing is rewritten"
    correct(cast, fell, weeks(1), entry(marks(5, 9, 9, 9)), version=1)
    log(cast.clinician, cast.client_id, weeks(2), 9, 9, 9, 9)
    log(cast.clinician, cast.client_id, weeks(3), 6, 9, 9, 9)
    assert of_drops() == [None, None, 5], "a correction keeps it, a new rating has the new one"
    give_up(cast)
    log(cast.clinician, cast.client_id, weeks(4), 9, 9, 9, 9)
    log(cast.clinician, cast.client_id, weeks(5), 6, 9, 9, 9)
    assert of_drops() == [None, None, 5, None]


def test_a_reliable_change_is_in_force_on_pages_at_once_and_kept_by_rating(cast: Cast) -> None:
    for client_id in [another(cast) for _ in range(5)]:
        for week, mark in enumerate((6, 7, 6)):
            well(cast, client_id, week, mark)
    well(cast, cast.client_id, 0, 7)
    well(cast, cast.client_id, 1, 5)
    default = record(cast).reliable_change(WELL)
    assert default
    assert default.basis is Basis.DEFAULT
    adopt(cast, "wellbeing-check")
    own = record(cast).reliable_change(WELL)
    assert own
    assert (own.basis, own.clients) == (Basis.PRACTICE, 5)
    assert own.points > default.points
    assert record(cast).reliable_change(measures()["ors"]) == measures()["ors"].reliable_change
    well(cast, cast.client_id, 2, 7)
    well(cast, cast.client_id, 3, 1)
    with db.reading() as reading:
        findings = list(reading.scalars(select(FlagFinding).order_by(FlagFinding.found_at)))
    judged = [f.detail["change"] for f in findings if f.kind == "outcome_worse"]
    assert [change["basis"] for change in judged] == ["design default", "practice"]
    assert judged[1]["clients"] == 5


def test_the_history_says_what_why_and_who_and_the_trail_that_it_was(cast: Cast) -> None:
    rated_by(cast, 5)
    row_id = adopt(cast)
    with db.transaction() as writing:
        estimating.give_up(writing, None, CHECK, "by hand", now=clock.now())
    with db.reading() as reading:
        back, adopted = estimating.history(reading, CHECK)
        row = reading.get_one(PracticeEstimate, row_id)
        said = [
            (e.event, e.object_id == row_id, e.detail)
            for e in reading.scalars(select(AuditEntry).order_by(AuditEntry.seq))
            if e.event.startswith("estimate")
        ]
        own = own_estimates(reading)
        in_force = {measure.key: now for measure, now in estimating.estimable(reading)}
    assert (back.estimate, back.who, back.reason) == (None, "a command on the machine", "by hand")
    assert (adopted.who, adopted.clients, adopted.ratings) == ("Administrator", 5, 15)
    assert adopted.estimate == looked_at(cast).estimate
    assert (row.kind, row.scored_as, row.source[:31]) == (
        "prior",
        1,
        "15 ratings from 5 of this pract",
    )
    assert said == [
        ("estimate.adopted", True, {"measure": "session-check"}),
        ("estimate.given_up", False, {"measure": "session-check"}),
    ]
    assert own.prior(CHECK) is None
    assert in_force["session-check"] == CHECK.prior
    assert "phq-9" not in in_force


@pytest.mark.one_database(reason="it is decided on values that were read")
def test_what_was_not_seen_is_not_adopted_and_each_step_needs_a_reason(cast: Cast) -> None:
    rated_by(cast, 5)
    seen = looked_at(cast).seen
    assert problems(cast, "item_mean=1", "x") == {"seen"}
    assert problems(cast, seen, " ") == {"reason"}
    assert problems(cast, seen, "x" * 501) == {"reason"}
    with pytest.raises(Incomplete) as caught:
        give_up(cast, reason="")
    assert set(caught.value.problems) == {"seen", "reason"}
    adopt(cast)
    assert looked_at(cast).adopted
    assert problems(cast, seen, "again") == {"seen"}
    rated_by(cast, 1)
    assert problems(cast, seen, "of before") == {"seen"}
    adopt(cast, reason="one more client")
    give_up(cast)


@pytest.mark.one_database(reason="it is decided on values that were read")
def test_only_an_administrator_looks_and_adopts_and_only_what_decides_something(cast: Cast) -> None:
    rated_by(cast, 5)
    found = looked_at(cast)
    now = clock.now()
    with db.reading() as reading:
        with pytest.raises(NotPermitted):
            estimating.from_own_ratings(reading, cast.clinician, CHECK, now=now)
        assert estimating.from_own_ratings(reading, None, CHECK, now=now) == found
        for key in ("phq-9", "nothing"):
            with pytest.raises(NotPermitted):
                estimating.estimable_measure(reading, key)
    with db.transaction() as writing:
        with pytest.raises(NotPermitted):
            estimating.adopt(writing, cast.supervisor, found, "x", now=now)
        with pytest.raises(NotPermitted):
            estimating.give_up(writing, cast.clinician, CHECK, "x", now=now)


def test_ratings_of_the_running_quarter_are_left_out_and_a_large_practice_is_sampled(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rated_by(cast, 7)
    with db.reading() as reading:
        spring = datetime(2026, 3, 31, 9, tzinfo=UTC)
        in_it = estimating.from_own_ratings(reading, None, CHECK, now=spring)
    assert (in_it.clients, in_it.until) == (0, date(2025, 12, 31))
    monkeypatch.setattr(estimating, "MOST_CLIENTS", 6)
    monkeypatch.setattr(estimating, "CLIENTS_AT_ONCE", 4)
    found = looked_at(cast)
    assert (found.clients, found.ratings, found.sampled) == (6, 18, True)
    assert looked_at(cast) == found


@pytest.mark.one_database(reason="it is decided on values that were read")
def test_an_estimate_holds_for_versions_that_are_scored_alike_alone(cast: Cast) -> None:
    rated_by(cast, 5)
    adopt(cast)
    with db.reading() as reading:
        own = own_estimates(reading)
        prior = own.prior(CHECK)
        before = own.rows[0].set_at.replace(year=2025)
        assert prior
        assert own.prior(CHECK, before) is None
        assert own.prior(WELL) is None
        other = replace(CHECK, version=9, items=CHECK.items[:2])
        versions = {**own.known.versions, ("session-check", 9): other}
        with_it = OwnEstimates(own.rows, Known(own.known.current, MappingProxyType(versions)))
        assert with_it.prior(other) is None
        assert with_it.prior(CHECK) == prior
        assert own.change(CHECK) is None


@pytest.mark.one_database(reason="it is decided on values that were read")
def test_of_a_couple_whoever_rated_most_counts(cast: Cast) -> None:
    """Four alone and a couple are five clients, though six people rated; and one who left an item out is none."""
    rated_by(cast, 4)
    for week, last in enumerate((8, 8, None)):
        log(cast.clinician, cast.client_id, weeks(week), 8, 8, 8, last)
    with db.transaction() as writing:
        details = new_client("session-check", format=Format.COUPLE)
        couple = clients.add_client(writing, cast.clinician, details, now=clock.now())
        second = next(p.id for p in couple.participants if p.letter == "B")
        for week in range(7):
            whose = None if week < 3 else second
            rated = replace(entry(marks(*[6 + week % 2] * 4)), participant=whose)
            said = SessionDetails(weeks(week))
            sessions.log_session(writing, cast.clinician, couple.id, said, rated, now=clock.now())
    found = looked_at(cast)
    assert (found.clients, found.ratings) == (5, 4 * 3 + 4)
