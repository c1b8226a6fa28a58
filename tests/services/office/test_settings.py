"""Settings of people and of the practice: who may, what is refused, what the audit says, and what thresholds do."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.conftest import Cast, log, new_client, weeks
from tracker import clock, db
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.people.access import Permission
from tracker.domain.people.preferences import Density, Preferences, Theme
from tracker.models import AuditEntry, SignIn
from tracker.reference.loader import measures, shipped
from tracker.services.access import permissions, preferences, sign_ins
from tracker.services.office.practice import PracticeSettings, change_practice, offered, practice
from tracker.services.record import clients

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)


def last_entry() -> AuditEntry:
    with db.reading() as reading:
        entry = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert entry
    return entry


def test_everyone_begins_alike_and_what_they_set_comes_with_the_sign_in(cast: Cast) -> None:
    wanted = Preferences(Theme.DARK, Density.COMPACT, own_rating=True, shortcuts=False)
    with db.transaction() as writing:
        token = sign_ins.open_sign_in(writing, cast.clinician.id, now=NOW)
        before = sign_ins.check_sign_in(writing, token, now=NOW)
        preferences.change_preferences(writing, cast.clinician, wanted, now=NOW)
        preferences.set_pin(writing, cast.clinician, "a hash", now=NOW)
    with db.reading() as reading:
        after = sign_ins.check_sign_in(reading, token, now=NOW)
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
        mine = sign_ins.holding(reading, cast.clinician.id, now=NOW)
        (theirs,) = sign_ins.holding(reading, cast.outsider.id, now=NOW)
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
        assert len(sign_ins.holding(reading, cast.clinician.id, now=NOW)) == 1


def change(cast: Cast, version: str | None = None, **wanted: object) -> None:
    with db.transaction() as writing:
        change_practice(
            writing, cast.administrator, PracticeSettings(**wanted), version=version, now=NOW
        )


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
        change_practice(writing, cast.clinician, PracticeSettings(name="Mine"), now=NOW)


def test_a_measure_taken_out_is_offered_no_more_and_kept_by_who_has_it(cast: Cast) -> None:
    change(cast, measures=tuple(measures()))
    with db.reading() as reading:
        assert practice(reading).measures is None  # all, and what comes later as well
        assert offered(reading) == measures()
    change(cast, measures=("alliance-items", "ors", "ors"))
    with db.reading() as reading:
        assert list(offered(reading)) == ["alliance-items", "ors"]
        record = permissions.client_for(
            reading, cast.clinician, cast.client_id, Permission.READ_RECORD, now=clock.now()
        )
        assert "session-check" in {m.key for m in clients.measures_of(record, shipped())}
    with pytest.raises(Incomplete, match="not known here"), db.transaction() as writing:
        clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
