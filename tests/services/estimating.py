"""A practice with ratings enough for an estimate, for tests: what an estimate takes is set to less, as each rating made
through the services takes its time."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest

from tests.conftest import Cast, log, marks, weeks
from tests.services.supervision.test_questions import another, session
from tracker import clock, db
from tracker.domain.measures.measure import Rater
from tracker.domain.rules import own_estimates as takes
from tracker.reference.loader import measures
from tracker.services.record.ratings import RatingsEntry
from tracker.services.reports import own_estimates
from tracker.services.reports.own_estimates import OwnRatings

CLIENTS = 5  # no fewer: smaller counts are not told
RATINGS = 3


@contextmanager
def taking_less() -> Iterator[None]:
    """Five clients with three ratings each are enough here."""
    with pytest.MonkeyPatch.context() as less:
        less.setattr(takes, "OWN_CLIENTS", CLIENTS)
        less.setattr(takes, "OWN_RATINGS", RATINGS)
        yield


def rated_by(cast: Cast, clients: int) -> list[UUID]:
    """So many clients who gave three ratings of the session check each."""
    made = [another(cast) for _ in range(clients)]
    for number, client_id in enumerate(made):
        for week, up in enumerate((0, 1, 0)):
            log(cast.clinician, client_id, weeks(week), *[5 + number % 4 + up] * 4)
    return made


def well(cast: Cast, client_id: UUID, week: int, mark: int) -> UUID:
    """A session with the client's marks on the well-being check, and eights; its id."""
    rated = {
        ("session-check", Rater.CLIENT): marks(8, 8, 8, 8),
        ("wellbeing-check", Rater.CLIENT): marks(*[mark] * 4, measure="wellbeing-check"),
    }
    return session(cast, client_id, week, RatingsEntry(rated))


def looked_at(cast: Cast, key: str = "session-check") -> OwnRatings:
    """What own ratings say of a measure today."""
    with db.reading() as reading:
        return own_estimates.from_own_ratings(
            reading, cast.administrator, measures()[key], now=clock.now()
        )


def adopt(cast: Cast, key: str = "session-check", reason: str = "our own clients") -> UUID:
    """Adopt it; the id of what is kept."""
    found = looked_at(cast, key)
    with db.transaction() as writing:
        return own_estimates.adopt(
            writing, cast.administrator, found, reason, seen=found.seen, now=clock.now()
        ).id


def give_up(cast: Cast, key: str = "session-check", reason: str = "as it was") -> None:
    """Go back to the measure's own."""
    with db.transaction() as writing:
        own_estimates.give_up(writing, cast.administrator, measures()[key], reason, now=clock.now())
