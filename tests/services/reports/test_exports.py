"""The list of exports: who took what as a file, and what for."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask

from bench.measuring import queries
from tests.conftest import Cast
from tracker import clock, db
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.services.reports import exports
from tracker.services.reports.exports import ExportPage, FileFormat


def export(
    cast: Cast, what: str, about: UUID | None, reason: str, now: datetime | None = None
) -> None:
    with db.transaction() as writing:
        by, kind, at = cast.clinician, FileFormat.CSV, now or clock.now()
        exports.note_export(writing, by, what, reason, about=about, kind=kind, lines=3, now=at)


def taken(cast: Cast, after: UUID | None = None) -> ExportPage:
    with db.reading() as reading:
        return exports.taken(reading, cast.administrator, after=after)


def test_it_says_who_took_what_and_what_for_the_newest_first(cast: Cast) -> None:
    assert (taken(cast).taken, taken(cast).older) == ([], None)
    now = clock.now()
    for minute, about in enumerate((cast.outsider.id, None)):
        export(cast, "report", about, f"Reason {minute}", now + timedelta(minutes=minute))
    found = [(row.by, row.of, row.export.reason) for row in taken(cast).taken]
    assert found == [("Clinician", None, "Reason 1"), ("Clinician", "Outsider", "Reason 0")]


@pytest.mark.parametrize("apart", [timedelta(), timedelta(minutes=1)])
def test_pages_follow_each_other_without_gap_or_repetition(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, apart: timedelta
) -> None:
    monkeypatch.setattr(exports, "PAGE", 2)
    now = clock.now()
    for number in range(5):
        export(cast, "audit", None, str(number), now + number * apart)
    seen: list[str] = []
    page = taken(cast)
    sizes = [len(page.taken)]
    seen += [row.export.reason for row in page.taken]
    while page.older:
        page = taken(cast, page.older)
        sizes.append(len(page.taken))
        seen += [row.export.reason for row in page.taken]
    assert sizes == [2, 2, 1]
    assert sorted(seen) == list("01234")
    if apart:
        assert seen == list("43210")
    assert len(taken(cast, uuid4()).taken) == 2


@pytest.mark.parametrize("name", ["clinician", "supervisor", "outsider"])
def test_only_administrators_read_it(cast: Cast, name: str) -> None:
    with pytest.raises(NotPermitted), db.reading() as reading:
        exports.taken(reading, cast.named(name))


def test_the_number_of_queries_does_not_grow(app: Flask, cast: Cast) -> None:
    export(cast, "report", cast.clinician.id, "One")
    with queries(app) as few:
        taken(cast)
    for number in range(9):
        export(cast, "report", cast.outsider.id, str(number))
    with queries(app) as many:
        taken(cast)
    assert len(many) == len(few) <= 3


@pytest.mark.parametrize(
    "reason", ["", "x" * 201, "For the talk about K-014", "talk about k-014", "see K\u2011014"]
)
def test_a_reason_is_needed_and_names_no_client(cast: Cast, reason: str) -> None:
    with pytest.raises(Incomplete) as refused:
        export(cast, "report", cast.clinician.id, reason)
    assert refused.value.problems.keys() == {"reason"}
    assert taken(cast).taken == []
    export(cast, "report", cast.clinician.id, "Talk of 27.3.2027, room B 12, call 0171 1234567")
