"""Settings of people and of the practice: who may, what is refused, what the audit says, and what thresholds do."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.conftest import Cast, entry, log, marks, new_client, weeks
from tracker import clock, config, db
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.preferences import Density, Preferences, Theme
from tracker.domain.sessions import NoRating
from tracker.domain.thresholds import Tally
from tracker.models import AuditEntry, FlagFinding, RuleSetting, SignIn
from tracker.reference.loader import measures
from tracker.services import clients, preferences, sessions, sign_ins, thresholds
from tracker.services.practice import Wanted, change_practice, offered, practice
from tracker.services.sessions import Details
from tracker.services.settings import BY_KEY, SETTINGS

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)
LIMITS = {"idle": config.IDLE, "absolute": config.ABSOLUTE}


def last_entry() -> AuditEntry:
    with db.reading() as reading:
        entry = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert entry
    return entry


def test_everyone_begins_alike_and_what_they_set_comes_with_the_sign_in(cast: Cast) -> None:
    wanted = Preferences(Theme.DARK, Density.COMPACT, own_rating=True, shortcuts=False)
    with db.transaction() as writing:
        token = sign_ins.open_sign_in(writing, cast.clinician.id, now=NOW)
        before = sign_ins.check_sign_in(writing, token, now=NOW, **LIMITS)
        preferences.change_preferences(writing, cast.clinician, wanted, now=NOW)
        preferences.set_pin(writing, cast.clinician, "a hash", now=NOW)
    with db.reading() as reading:
        after = sign_ins.check_sign_in(reading, token, now=NOW, **LIMITS)
        assert preferences.pin_hash(reading, cast.clinician) == "a hash"
        assert preferences.pin_hash(reading, cast.outsider) is None
    assert before
    assert after
    assert (before.preferences, after.preferences) == (Preferences(), wanted)


def test_the_audit_names_the_settings_that_changed(cast: Cast) -> None:
    with db.transaction() as writing:
        preferences.change_preferences(
            writing, cast.clinician, Preferences(theme=Theme.LIGHT, shortcuts=False), now=NOW
        )
    entry = last_entry()
    assert entry.event == "account.preferences_changed"
    assert entry.detail == {"fields": ["shortcuts", "theme"]}
    with db.transaction() as writing:
        preferences.change_preferences(
            writing, cast.clinician, Preferences(theme=Theme.LIGHT, shortcuts=False), now=NOW
        )
    assert last_entry().seq == entry.seq
    with db.transaction() as writing:
        preferences.set_pin(writing, cast.clinician, None, now=NOW)
    assert last_entry().detail == {"fields": ["pin"]}


def test_ones_own_sign_ins_are_listed_while_they_hold_and_can_be_ended(cast: Cast) -> None:
    with db.transaction() as writing:
        for minutes in (0, 5, 20):
            at = NOW - timedelta(minutes=minutes)
            sign_ins.open_sign_in(writing, cast.clinician.id, user_agent="Firefox", now=at)
        sign_ins.open_sign_in(writing, cast.outsider.id, now=NOW)
    with db.reading() as reading:
        mine = sign_ins.holding(reading, cast.clinician.id, now=NOW, **LIMITS)
        (theirs,) = sign_ins.holding(reading, cast.outsider.id, now=NOW, **LIMITS)
    assert [row.created_at for row in mine] == [NOW, NOW - timedelta(minutes=5)]
    assert {row.device for row in mine} == {"Firefox"}
    with db.transaction() as writing:
        for _ in range(2):
            sign_ins.end_own_sign_in(writing, cast.clinician, mine[0].id, now=NOW)
    for foreign in (theirs.id, uuid4()):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            sign_ins.end_own_sign_in(writing, cast.clinician, foreign, now=NOW)
    with db.reading() as reading:
        assert reading.get_one(SignIn, theirs.id).ended_at is None
        assert len(sign_ins.holding(reading, cast.clinician.id, now=NOW, **LIMITS)) == 1


def change(cast: Cast, version: str | None = None, **wanted: object) -> None:
    with db.transaction() as writing:
        change_practice(writing, cast.administrator, Wanted(**wanted), version=version, now=NOW)


def test_the_practice_is_changed_and_the_audit_names_the_fields(cast: Cast) -> None:
    change(cast, "1", name=" Harbour ", time_zone="Europe/Lisbon", crisis_text="Call 112.")
    assert last_entry().detail == {"fields": ["name", "time_zone", "crisis_text"]}
    with db.reading() as reading:
        found = practice(reading)
        assert (found.name, found.crisis_text, found.version) == ("Harbour", "Call 112.", 2)
    with pytest.raises(Incomplete) as caught:
        change(cast, "1", name="Lighthouse")
    assert set(caught.value.problems) == {"version"}
    seq = last_entry().seq
    change(cast, "2", name="Harbour")
    assert last_entry().seq == seq


def test_what_the_practice_cannot_be_is_said_field_by_field(cast: Cast) -> None:
    with pytest.raises(Incomplete) as caught:
        change(cast, name=" ", time_zone="Moon/Base", crisis_text="x" * 501, measures=("ors",))
    assert set(caught.value.problems) == {"name", "time_zone", "crisis_text", "measures"}
    with pytest.raises(Incomplete, match="not known here"):
        change(cast, measures=("session-check", "phrenology"))
    with pytest.raises(NotPermitted), db.transaction() as writing:
        change_practice(writing, cast.clinician, Wanted(name="Mine"), now=NOW)


def test_a_measure_taken_out_is_offered_no_more_and_kept_by_who_has_it(cast: Cast) -> None:
    change(cast, measures=tuple(measures()))
    with db.reading() as reading:
        assert practice(reading).measures is None  # all, and what comes later as well
        assert offered(reading) == measures()
    change(cast, measures=("alliance-items", "ors", "ors"))
    with db.reading() as reading:
        assert list(offered(reading)) == ["alliance-items", "ors"]
        record = clients.client_for(
            reading, cast.clinician, cast.client_id, clients.Permission.READ_RECORD, now=clock.now()
        )
        assert "session-check" in {m.key for m in clients.measures_of(record)}
    with pytest.raises(Incomplete, match="not known here"), db.transaction() as writing:
        clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)


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


def test_costs_count_this_practices_own_ratings_of_a_year_and_hide_few(cast: Cast) -> None:
    session = measures()["session-check"]
    now = datetime(2026, 12, 1, 9, tzinfo=UTC)
    marks = (8, 6, 8, 5, 8, 7)
    for number, mark in enumerate(marks):
        log(cast.clinician, cast.client_id, weeks(number), mark, 8, 8, 8)
        with db.reading() as reading:
            first = thresholds.costs(reading, cast.administrator, session, now=now)[0]
        assert first.hidden is (number < 5)
    log(cast.outsider, cast.other_client_id, weeks(1), 8, 8, 8, 8)
    with db.reading() as reading:
        found = thresholds.costs(reading, cast.administrator, session, now=now)
        later = thresholds.costs(
            reading, cast.administrator, session, now=now + timedelta(days=365)
        )
    assert [(c.points, c.works_as, c.tally.fired) for c in found] == [
        (1, 1, 3),
        (Fraction(3, 2), 2, 2),
        (2, 2, 2),
        (Fraction(5, 2), 3, 1),
        (3, 3, 1),
    ]
    assert {(c.tally.compared, c.tally.rated) for c in found} == {(5, 7)}
    assert {c.tally.compared for c in later} == {0}
    assert (later[0].per_hundred, later[0].per_week) == (0, 0)


def test_costs_are_given_for_a_hundred_sessions_and_for_a_week_of_a_clinician(cast: Cast) -> None:
    session = measures()["session-check"]
    now = datetime(2026, 12, 1, 9, tzinfo=UTC)
    for number, mark in enumerate((8, 5, 8, 5, 8, 8)):
        day = weeks(number // 2) + timedelta(days=number % 2)
        log(cast.clinician, cast.client_id, day, mark, 8, 8, 8)
    for number in range(2):
        log(cast.outsider, cast.other_client_id, weeks(number), 8, 8, 8, 8)
    with db.transaction() as writing:
        details = Details(weeks(2), no_rating=NoRating.NOT_ASKED)
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


def test_every_setting_says_what_it_is_where_who_and_what_holds_before() -> None:
    assert len(BY_KEY) == len(SETTINGS)
    for setting in SETTINGS:
        assert all(vars(setting).values()), setting.key
    assert set(vars(Preferences())) <= set(BY_KEY)
    assert set(vars(Wanted())) <= set(BY_KEY)
