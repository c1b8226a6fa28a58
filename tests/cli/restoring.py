"""What the tests of restores share: somebody who is signed in, the command, and what it left behind."""

from pathlib import Path

from tests.conftest import password_hash
from tests.instances import made, reading, run
from tracker import clock, db
from tracker.cli.instance import opened
from tracker.config import Settings
from tracker.domain.people.access import Role
from tracker.models import AuditEntry
from tracker.services.access import sign_ins
from tracker.services.people import accounts


def with_somebody_signed_in(folder: Path) -> Settings:
    """An instance with somebody who is signed in, made anew."""
    settings = made(folder)
    with opened(settings) as app, db.transaction() as writing:
        user = accounts.add_account(
            writing,
            None,
            email="ada@practice.example",
            name="Ada",
            roles=frozenset({Role.ADMINISTRATOR}),
            password_hash=password_hash(app),
            now=clock.now(),
        )
        sign_ins.open_sign_in(writing, user.id, now=clock.now())
    return settings


def restore(
    settings: Settings, copy: Path, *more: str, typed: str | None = None
) -> tuple[int, str]:
    words = ("database", "restore", str(copy), *(more or ("--yes",)))
    answer = run(settings.instance, *words, typed=typed)
    return answer.exit_code, answer.output


def verified(settings: Settings, *more: str) -> tuple[int, str]:
    answer = run(settings.instance, "audit", "verify", *more)
    return answer.exit_code, answer.output


def last_entry(settings: Settings) -> AuditEntry:
    with reading(settings) as db_:
        return db_.query(AuditEntry).order_by(AuditEntry.seq.desc()).first()
