"""Looking at a record and correcting a session, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from tests.conftest import Cast
from tracker import clock, db
from tracker.domain.care.answers import Stage
from tracker.domain.rules.findings import Tier
from tracker.models import TherapySession
from tracker.services.care import corrections
from tracker.services.care.corrections import CorrectionReason
from tracker.services.care.sessions import SessionDetails
from tracker.services.record import flag_rows, ratings, records
from tracker.services.record.flag_views import FlagView
from tracker.services.record.ratings import RatingsEntry
from tracker.services.record.records import Record


@contextmanager
def by_rules(version: str) -> Iterator[None]:
    """What is stored here was stored before the rules changed."""
    with pytest.MonkeyPatch.context() as before:
        before.setattr(flag_rows, "RULES_VERSION", version)
        before.setattr(ratings, "RULES_VERSION", version)
        yield


def record(cast: Cast, client_id: object = None) -> Record:
    with db.reading() as reading:
        return records.record(reading, cast.clinician, client_id or cast.client_id, now=clock.now())


def stages(cast: Cast) -> dict[int, Stage]:
    """The stage of each session's check-in."""
    return {flag.slot.number: flag.stage for flag in check_ins(cast)}


def check_ins(cast: Cast, client_id: object = None) -> list[FlagView]:
    """The check-ins of a client, newest session first."""
    return [flag for flag in record(cast, client_id).flags if flag.tier is Tier.CHECK_IN]


def version_of(session_id: object) -> int:
    with db.reading() as reading:
        return reading.get_one(TherapySession, session_id).version


def correct(
    cast: Cast,
    session_id: object,
    day: date,
    entered: RatingsEntry,
    reason: str = "slip",
    version: int = 0,
    **details: object,
) -> None:
    with db.transaction() as writing:
        corrections.correct_session(
            writing,
            cast.clinician,
            session_id,
            SessionDetails(day, **details),
            entered,
            CorrectionReason(reason, version or version_of(session_id)),
            now=clock.now(),
        )
