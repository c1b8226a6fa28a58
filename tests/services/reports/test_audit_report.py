"""Who looked at one's clients, as a clinician sees it."""

from uuid import UUID

import pytest

from tests.conftest import Cast, log, weeks
from tests.services.supervising import shown
from tracker import clock, db
from tracker.domain.errors import NotPermitted
from tracker.models import Client
from tracker.services.reports import audit_report, exports
from tracker.services.reports.audit_report import Mine
from tracker.services.reports.exports import FileFormat
from tracker.services.trail import audit
from tracker.services.trail.late_reads import Read, record_read


def mine(cast: Cast, name: str = "clinician", before: int | None = None) -> Mine:
    with db.reading() as reading:
        return audit_report.mine(reading, cast.named(name), before=before)


def read(cast: Cast, event: str, client_id: object = None, **detail: object) -> None:
    now = clock.now()
    with db.transaction() as writing:
        found = Read(event, cast.supervisor.id, now, client_id, client_id, detail)
        record_read(writing, found, now=now)


def test_what_others_did_with_ones_clients(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    assert mine(cast).lines == []
    read(cast, "client.read", cast.client_id)
    read(cast, "client.read", cast.other_client_id)
    both = [str(cast.client_id), str(cast.other_client_id)]
    read(cast, "board.read", clients=both)
    read(cast, "board.read", clients=both[1:])
    with db.reading() as reading:
        code = reading.get_one(Client, cast.client_id).code
    assert [(e.event, codes) for e, codes in mine(cast).lines] == [
        ("board.read", [code]),
        ("client.read", [code]),
    ]
    assert mine(cast).people[cast.supervisor.id] == "Supervisor"
    assert len(mine(cast, "outsider").lines) == 3
    assert shown(cast).rows == ()
    with db.transaction() as writing:
        audit.record(
            writing, "audit.reported", actor=None, client_id=cast.client_id, now=clock.now()
        )
    assert mine(cast).lines[0][0].event == "audit.reported"


def report(cast: Cast, name: str, about: UUID | None) -> None:
    """A report that somebody read, and took as a file."""
    actor, now = cast.named(name), clock.now()
    with db.transaction() as writing:
        record_read(writing, Read("report.read", actor.id, now, about, None, {}), now=now)
        kind, why = FileFormat.CSV, "For the yearly talk"
        exports.note_export(writing, actor, "report", why, about=about, kind=kind, lines=1, now=now)


def test_reports_on_ones_caseload_by_others_are_there(cast: Cast) -> None:
    for name, about in (
        ("clinician", cast.clinician.id),
        ("administrator", None),
        ("supervisor", cast.outsider.id),
    ):
        report(cast, name, about)
    assert mine(cast).lines == []
    report(cast, "supervisor", cast.clinician.id)
    found = [(e.event, e.actor_id, codes) for e, codes in mine(cast).lines]
    assert found == [
        ("report.exported", cast.supervisor.id, []),
        ("report.read", cast.supervisor.id, []),
    ]


def test_pages_follow_each_other(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_report, "PAGE", 2)
    for _ in range(5):
        read(cast, "client.read", cast.client_id)
    seen, before = [], None
    while True:
        found = mine(cast, before=before)
        seen += [entry.seq for entry, _ in found.lines]
        if found.older is None or not found.lines:
            break
        before = found.older
    assert len(seen) == len(set(seen)) == 5
    monkeypatch.setattr(audit_report, "STRETCH", 2)
    far = mine(cast, before=3)
    assert (far.lines, far.older) == ([], None)
    assert mine(cast, before=5).older == 3


@pytest.mark.parametrize("name", ["supervisor", "administrator"])
def test_only_clinicians_have_clients_of_their_own(cast: Cast, name: str) -> None:
    with pytest.raises(NotPermitted):
        mine(cast, name)
