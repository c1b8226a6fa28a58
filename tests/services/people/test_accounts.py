"""Accounts, sign-ins and waiting, on both databases."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.conftest import Cast
from tracker import clock, db
from tracker.domain.errors import Incomplete
from tracker.domain.people.access import Role
from tracker.models import AuditEntry, SignIn, SignInFailure, SupervisionLink, User
from tracker.services.access import passwords, sign_ins, supervision
from tracker.services.office.actors import actor_of
from tracker.services.office.practice import PracticeSettings, change_practice
from tracker.services.people import accounts

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)


def opened(cast: Cast) -> str:
    with db.transaction() as writing:
        return sign_ins.open_sign_in(writing, cast.clinician.id, now=NOW)


def check(token: str, now: datetime) -> sign_ins.Checked | None:
    with db.reading() as reading:
        return sign_ins.check_sign_in(reading, token, now=now)


def test_a_sign_in_holds_and_knows_whose_it_is(cast: Cast) -> None:
    found = check(opened(cast), NOW)
    assert found
    assert found.actor == cast.clinician
    assert not found.stale
    assert check("another", NOW) is None
    assert check("ünknown", NOW) is None


def test_only_a_hash_of_the_token_is_kept(cast: Cast) -> None:
    token = opened(cast)
    with db.reading() as reading:
        (row,) = reading.scalars(select(SignIn))
    assert token not in (row.token_hash, str(row.id))


def test_it_ends_after_fifteen_idle_minutes_and_is_kept_by_use(cast: Cast) -> None:
    token, later = opened(cast), NOW + timedelta(minutes=14)
    found = check(token, later)
    assert found
    assert found.stale
    with db.transaction() as writing:
        sign_ins.note_seen(writing, found.id, now=later)
    assert check(token, NOW + timedelta(minutes=29))
    assert check(token, NOW + timedelta(minutes=29, seconds=1)) is None


def test_it_ends_after_twelve_hours_in_any_case(cast: Cast) -> None:
    token = opened(cast)
    with db.transaction() as writing:
        (row,) = writing.scalars(select(SignIn))
        row.seen_at = NOW + timedelta(hours=12)
    assert check(token, NOW + timedelta(hours=12))
    assert check(token, NOW + timedelta(hours=12, seconds=1)) is None


def test_a_disabled_account_opens_nothing_also_by_a_sign_in_that_was_not_ended(cast: Cast) -> None:
    """One that was opened at the moment at which the account was closed."""
    token = opened(cast)
    assert check(token, NOW)
    with db.transaction() as writing:
        writing.get_one(User, cast.clinician.id).active = False
    assert check(token, NOW) is None


def test_it_is_dead_after_signing_out_disabling_and_a_new_password(cast: Cast) -> None:
    token = opened(cast)
    with db.transaction() as writing:
        sign_ins.end_sign_in(writing, token, reason="signed_out", now=NOW)
        sign_ins.end_sign_in(writing, token, reason="signed_out", now=NOW)
    assert check(token, NOW) is None
    token = opened(cast)
    with db.transaction() as writing:
        passwords.change_password(writing, cast.clinician.id, "hash", now=NOW)
    assert check(token, NOW) is None
    with db.transaction() as writing:
        token = sign_ins.open_sign_in(writing, cast.supervisor.id, now=NOW)
        accounts.disable(writing, None, cast.supervisor.id, now=NOW)
    assert check(token, NOW) is None
    with db.transaction() as writing:
        (row,) = writing.scalars(select(SignIn).where(SignIn.end_reason == "disabled"))
        sign_ins.note_seen(writing, row.id, now=NOW + timedelta(hours=1))
        assert row.seen_at == NOW


def test_five_failures_make_known_and_unknown_addresses_wait_alike(cast: Cast) -> None:
    for email in ("clinician@practice.example", "nobody@practice.example"):
        for minute in range(5):
            with db.transaction() as writing:
                assert sign_ins.minutes_to_wait(writing, email, now=NOW) == 0
                sign_ins.note_failure(writing, email.upper(), now=NOW + timedelta(minutes=minute))
        with db.reading() as reading:
            after = NOW + timedelta(minutes=4)
            assert sign_ins.minutes_to_wait(reading, email, now=after) == 11
            assert sign_ins.minutes_to_wait(reading, email, now=NOW + timedelta(minutes=15)) == 0
    with db.reading() as reading:
        kept = reading.scalars(select(SignInFailure.identifier_hash)).all()
        assert not any("@" in value for value in kept)
        assert len(kept) == 10
    with db.transaction() as writing:
        late = NOW + timedelta(minutes=17)
        sign_ins.note_failure(writing, "someone@practice.example", now=late)
        assert len(writing.scalars(select(SignInFailure.at)).all()) == 5


def test_an_account_needs_an_address_a_name_and_a_role(cast: Cast) -> None:
    with pytest.raises(Incomplete) as caught, db.transaction() as writing:
        accounts.add_account(
            writing,
            cast.administrator,
            email="nowhere",
            name=" ",
            roles=frozenset(),
            password_hash="x",
            now=NOW,
        )
    assert set(caught.value.problems) == {"email", "name", "roles"}
    with pytest.raises(Incomplete, match="already"), db.transaction() as writing:
        accounts.add_account(
            writing,
            cast.administrator,
            email="CLINICIAN@practice.example",
            name="Twice",
            roles=frozenset({Role.CLINICIAN}),
            password_hash="x",
            now=NOW,
        )


def test_one_person_can_hold_several_roles(cast: Cast) -> None:
    with db.transaction() as writing:
        user = accounts.add_account(
            writing,
            cast.administrator,
            email="both@practice.example",
            name="Both",
            roles=frozenset({Role.CLINICIAN, Role.SUPERVISOR}),
            password_hash="x",
            now=clock.now(),
        )
        assert actor_of(user).roles == {Role.CLINICIAN, Role.SUPERVISOR}
    with db.reading() as reading:
        assert [u.name for u in accounts.accounts(reading)] == sorted(
            ["Administrator", "Both", "Clinician", "Outsider", "Supervisor"]
        )
        assert [u.name for u in accounts.people(reading, frozenset({user.id}))] == ["Both"]


def test_who_supervises_nobody_reads_nobody(cast: Cast) -> None:
    with db.reading() as reading:
        assert supervision.supervised(reading, cast.clinician, NOW.date()) == frozenset()
        assert supervision.supervised(reading, cast.supervisor, NOW.date()) == {cast.clinician.id}


def link(cast: Cast, start: date, end: date | None = None) -> None:
    with db.transaction() as writing:
        supervision.link_supervision(
            writing,
            supervisor=cast.supervisor.id,
            clinician=cast.outsider.id,
            starts_on=start,
            ends_on=end,
            now=NOW,
        )


def test_a_supervision_link_runs_from_a_day_to_a_day_and_can_be_ended(cast: Cast) -> None:
    link(cast, date(2026, 5, 1))
    link(cast, date(2026, 5, 12), date(2026, 5, 31))  # the same link, with an end
    with db.reading() as reading:
        assert len(reading.scalars(select(SupervisionLink)).all()) == 2

        def reads(day: date) -> bool:
            return cast.outsider.id in supervision.supervised(reading, cast.supervisor, day)

        days = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 31), date(2026, 6, 1)]
        assert [reads(day) for day in days] == [False, True, True, False]
    link(cast, date(2026, 7, 1))
    with db.reading() as reading:
        assert len(reading.scalars(select(SupervisionLink)).all()) == 3
    with pytest.raises(Incomplete, match="before the first"):
        link(cast, date(2026, 8, 2), date(2026, 8, 1))


def test_nobody_supervises_themselves_and_unknown_addresses_are_said(cast: Cast) -> None:
    with pytest.raises(Incomplete, match="themselves"), db.transaction() as writing:
        supervision.link_supervision(
            writing,
            supervisor=cast.supervisor.id,
            clinician=cast.supervisor.id,
            starts_on=NOW.date(),
            now=NOW,
        )
    with db.reading() as reading:
        assert accounts.by_email(reading, " Clinician@practice.example").id == cast.clinician.id
        with pytest.raises(Incomplete, match="no account"):
            accounts.by_email(reading, "nobody@practice.example")


def test_closing_an_account_and_a_new_password_stand_in_the_audit(cast: Cast) -> None:
    with db.transaction() as writing:
        accounts.disable(writing, None, cast.supervisor.id, now=NOW)
        passwords.change_password(writing, cast.supervisor.id, "hash", now=NOW)
    with db.reading() as reading:
        events = reading.scalars(select(AuditEntry.event).order_by(AuditEntry.seq)).all()
    assert list(events)[-3:] == [
        "account.disabled",
        "supervision.ended",
        "account.password_changed",
    ]


def test_names_fit_their_columns(cast: Cast) -> None:
    with pytest.raises(Incomplete, match="120 characters"), db.transaction() as writing:
        accounts.add_account(
            writing,
            None,
            email="long@b.example",
            name="x" * 121,
            roles=frozenset({Role.CLINICIAN}),
            password_hash="x",
            now=NOW,
        )
    with pytest.raises(Incomplete, match="120 characters"), db.transaction() as writing:
        change_practice(writing, None, PracticeSettings(name="x" * 121), now=NOW)
