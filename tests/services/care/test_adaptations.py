"""Adaptations on both databases: recorded, corrected, taken back."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from tests.conftest import START, Cast, weeks
from tests.services.recording import record
from tracker import clock, db
from tracker.domain.course.adaptations import AdaptationKind
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.people.access import Actor
from tracker.services.care import adaptations
from tracker.services.care.adaptations import AdaptationDetails
from tracker.services.record.adaptation_views import stored_adaptations

SLOWER = AdaptationDetails(START, AdaptationKind.PACING, "Shorter steps")


def put(cast: Cast, what: AdaptationDetails = SLOWER, who: Actor | None = None) -> UUID:
    with db.transaction() as writing:
        return adaptations.record_adaptation(
            writing, who or cast.clinician, cast.client_id, what, now=clock.now()
        ).id


def fix(cast: Cast, adaptation_id: UUID, what: AdaptationDetails, who: Actor | None = None) -> UUID:
    with db.transaction() as writing:
        return adaptations.correct_adaptation(
            writing, who or cast.clinician, adaptation_id, what, now=clock.now()
        ).id


def shown(cast: Cast) -> list[tuple[date, str, str]]:
    return [(a.happened_on, a.kind, a.note) for a in record(cast).adaptations]


def test_the_newest_day_stands_first(cast: Cast) -> None:
    put(cast)
    put(cast, AdaptationDetails(weeks(2), AdaptationKind.LANGUAGE, " In Dutch "))
    assert shown(cast) == [(weeks(2), "language", "In Dutch"), (START, "pacing", "Shorter steps")]


def test_a_correction_supersedes_and_can_take_it_back(cast: Cast) -> None:
    first = put(cast)
    second = fix(
        cast, first, AdaptationDetails(weeks(1), AdaptationKind.OTHER, "A walk", "wrong day")
    )
    assert shown(cast) == [(weeks(1), "other", "A walk")]
    with pytest.raises(Stale):
        fix(cast, first, AdaptationDetails(weeks(1), AdaptationKind.OTHER, "Again", "x"))
    third = fix(
        cast, second, AdaptationDetails(START, AdaptationKind.OTHER, "", "other client", True)
    )
    assert shown(cast) == []
    with pytest.raises(Stale):
        fix(cast, third, AdaptationDetails(START, AdaptationKind.OTHER, "x", "x"))
    with db.reading() as reading:
        kept = stored_adaptations(reading, [cast.client_id])
    assert [row.id for row in kept] == [first, second, third]


@pytest.mark.parametrize(
    ("what", "field"),
    [
        (AdaptationDetails(weeks(-1), AdaptationKind.PACING, "x"), "on"),
        (AdaptationDetails(date(2999, 1, 1), AdaptationKind.PACING, "x"), "on"),
        (AdaptationDetails(START, AdaptationKind.PACING, " "), "note"),
        (AdaptationDetails(START, AdaptationKind.PACING, "x" * 301), "note"),
    ],
)
def test_what_cannot_be_recorded(cast: Cast, what: AdaptationDetails, field: str) -> None:
    with pytest.raises(Incomplete) as found:
        put(cast, what)
    assert list(found.value.problems) == [field]


def test_a_correction_has_a_reason_and_changes_something(cast: Cast) -> None:
    first = put(cast)
    for what in (
        AdaptationDetails(weeks(1), AdaptationKind.PACING, "x"),
        AdaptationDetails(START, AdaptationKind.PACING, "Shorter steps", "slip"),
    ):
        with pytest.raises(Incomplete) as found:
            fix(cast, first, what)
        assert list(found.value.problems) == ["reason"]


def test_nobody_else_records_or_corrects(cast: Cast) -> None:
    first = put(cast)
    for who in (cast.outsider, cast.supervisor, cast.administrator):
        with pytest.raises(NotPermitted):
            put(cast, who=who)
        with pytest.raises(NotPermitted):
            fix(cast, first, SLOWER, who)
    with pytest.raises(NotPermitted):
        fix(cast, uuid4(), SLOWER)
