"""One-time codes and passwords: used once, for a day, five tries, and nobody learns who has one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Cast
from tracker import db
from tracker.domain.people.credentials import in_groups
from tracker.models import AuditEntry, OneTimeCode, User
from tracker.services.access import passwords, sign_ins
from tracker.services.people import accounts

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)
EMAIL = "outsider@practice.example"


def give(cast: Cast, now: datetime = NOW) -> str:
    with db.transaction() as writing:
        return passwords.give_code(writing, cast.administrator, cast.outsider.id, now=now)[1]


def redeem(code: str, email: str = EMAIL, now: datetime = NOW, new: str = "new hash") -> bool:
    with db.transaction() as writing:
        return passwords.redeem(writing, email, code, new, now=now)


def password_of(cast: Cast) -> str:
    with db.reading() as reading:
        return reading.get_one(User, cast.outsider.id).password


def states() -> list[tuple[int, str | None]]:
    with db.reading() as reading:
        rows = reading.scalars(select(OneTimeCode).order_by(OneTimeCode.made_at))
        return [(row.tries, row.end_reason) for row in rows]


def test_a_code_sets_a_password_once_and_ends_every_sign_in(cast: Cast) -> None:
    with db.transaction() as writing:
        token = sign_ins.open_sign_in(writing, cast.outsider.id, now=NOW)
        for _ in range(5):
            sign_ins.note_failure(writing, EMAIL, now=NOW)
    code = give(cast)
    assert redeem(in_groups(code).lower(), f" {EMAIL.upper()}")
    assert password_of(cast) == "new hash"
    assert not redeem(code, new="another")
    assert password_of(cast) == "new hash"
    with db.reading() as reading:
        assert sign_ins.check_sign_in(reading, token, now=NOW) is None
        assert sign_ins.minutes_to_wait(reading, EMAIL, now=NOW) == 0
        last = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert last
    assert (last.event, last.actor_id) == ("account.password_changed", cast.outsider.id)
    assert states() == [(0, "used")]


def test_only_a_keyed_hash_of_a_code_is_kept(cast: Cast) -> None:
    code = give(cast)
    with db.reading() as reading:
        row = reading.scalars(select(OneTimeCode)).one()
        entries = [str(entry.detail) for entry in reading.scalars(select(AuditEntry))]
    assert code not in f"{row.code_hash} {row.id} {entries}"


def test_a_newer_code_ends_the_older(cast: Cast) -> None:
    older, newer = give(cast), give(cast, NOW + timedelta(minutes=1))
    assert not redeem(older)
    assert redeem(newer)
    assert states() == [(0, "replaced"), (1, "used")]


def test_a_code_holds_for_a_day(cast: Cast) -> None:
    code = give(cast)
    assert not redeem(code, now=NOW + timedelta(hours=24))
    assert redeem(code, now=NOW + timedelta(hours=23, minutes=59))


def test_five_wrong_tries_end_a_code(cast: Cast) -> None:
    code = give(cast)
    for _ in range(5):
        assert not redeem("ACDE-FGHJ-KMNP-QRTU")
    assert not redeem(code)
    assert states() == [(5, "tries")]
    with db.reading() as reading:
        wrong = select(AuditEntry).where(AuditEntry.event == "account.code_wrong")
        assert len(reading.scalars(wrong).all()) == 5


def test_a_code_is_for_its_own_account_and_an_active_one(cast: Cast) -> None:
    code = give(cast)
    assert not redeem(code, "clinician@practice.example")
    assert not redeem(code, "nobody@practice.example")
    assert not redeem("", EMAIL)
    with db.transaction() as writing:
        writing.get_one(User, cast.outsider.id).active = False
    assert not redeem(code)
    with db.transaction() as writing:
        accounts.enable(writing, None, cast.outsider.id, now=NOW)
    assert redeem(code)


def test_disabling_ends_an_open_code(cast: Cast) -> None:
    with db.transaction() as writing:
        _, code = passwords.give_code(writing, None, cast.supervisor.id, now=NOW)
        accounts.disable(writing, None, cast.supervisor.id, now=NOW)
        accounts.enable(writing, None, cast.supervisor.id, now=NOW)
    assert not redeem(code, "supervisor@practice.example")
    assert states() == [(0, "disabled")]


def test_a_changed_password_ends_an_open_code(cast: Cast) -> None:
    code = give(cast)
    with db.transaction() as writing:
        passwords.change_password(writing, cast.outsider.id, "own choice", now=NOW)
    assert not redeem(code)
    assert password_of(cast) == "own choice"


def test_twenty_redemptions_at_once_are_one(app: Flask, cast: Cast) -> None:
    code = give(cast)

    def attempt(number: int) -> bool:
        with app.app_context():
            return redeem(code, new=f"hash {number}")

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(attempt, range(20)))
    assert won.count(True) == 1
    assert password_of(cast) == f"hash {won.index(True)}"
    assert states() == [(0, "used")]


@pytest.mark.parametrize("keep", [True, False])
def test_a_changed_password_can_leave_the_sign_in_it_was_changed_in(cast: Cast, keep: bool) -> None:
    with db.transaction() as writing:
        tokens = [sign_ins.open_sign_in(writing, cast.outsider.id, now=NOW) for _ in range(3)]
        here = sign_ins.check_sign_in(writing, tokens[0], now=NOW)
        assert here
        mine = here.id if keep else None
        passwords.change_password(writing, cast.outsider.id, "hash", now=NOW, keep=mine)
    with db.reading() as reading:
        holding = sign_ins.holding(reading, cast.outsider.id, now=NOW)
    assert [row.id for row in holding] == ([here.id] if keep else [])
