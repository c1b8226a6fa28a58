"""Finding clients on both databases: by code, initials and own reference; never anybody else's."""

from uuid import UUID

import pytest
from sqlalchemy import select

from tests.conftest import Cast, new_client
from tests.services.care.test_treatments import end
from tracker import clock, db
from tracker.domain.people.access import Actor
from tracker.models import AuditEntry, Client
from tracker.services.record import clients, finding
from tracker.services.record.finding import MOST, ClientHits


def looked(who: Actor, typed: str) -> ClientHits:
    with db.reading() as reading:
        return finding.find_clients(reading, who, typed, now=clock.now())


def ids(hits: ClientHits) -> list[UUID]:
    return [client.id for client in hits.clients]


def add(who: Actor, **details: str) -> UUID:
    with db.transaction() as writing:
        return clients.add_client(writing, who, new_client(**details), now=clock.now()).id


def code_of(client_id: UUID) -> str:
    with db.reading() as reading:
        return reading.get_one(Client, client_id).code


@pytest.mark.parametrize("as_typed", [str, str.lower, lambda code: code.replace("-", "").lower()])
def test_a_code_is_typed_as_one_likes(cast: Cast, as_typed: object) -> None:
    assert callable(as_typed)
    code = code_of(cast.client_id)
    assert ids(looked(cast.clinician, f" {as_typed(code)} ")) == [cast.client_id]
    assert cast.client_id in ids(looked(cast.clinician, code[2:]))


def test_initials_and_own_reference_are_looked_through(cast: Cast) -> None:
    made = add(cast.clinician, initials="QXZ", own_reference="Blue folder 12")
    for typed in ("qx", "QXZ", "blue", "folder 12", "BLUE FOLDER 12"):
        assert ids(looked(cast.clinician, typed)) == [made], typed
    assert ids(looked(cast.clinician, "xz")) == []  # initials are known from their first


def test_what_is_typed_whole_comes_first_and_who_ended_last(cast: Cast) -> None:
    begins = add(cast.clinician, initials="QXZ")
    whole = add(cast.clinician, initials="QX")
    inside = add(cast.clinician, own_reference="see qx")
    assert ids(looked(cast.clinician, "qx")) == [whole, begins, inside]
    again = add(cast.clinician, initials="QX")
    end(Cast(**{**vars(cast), "client_id": whole}))
    hits = looked(cast.clinician, "qx")
    assert ids(hits) == [again, whole, begins, inside]
    assert [client.ended for client in hits.clients] == [False, True, False, False]


@pytest.mark.parametrize(
    "typed", ["", "   ", "%", "_", "-", "%%%", "x' or 1=1 --", "\\", "é" * 400]
)
def test_signs_are_signs_and_nothing_is_nobody(cast: Cast, typed: str) -> None:
    assert looked(cast.clinician, typed) == ClientHits()


def test_nobody_elses_clients_are_among_them(cast: Cast) -> None:
    theirs = code_of(cast.other_client_id)
    assert ids(looked(cast.clinician, theirs)) == []
    assert ids(looked(cast.supervisor, theirs)) == []
    assert ids(looked(cast.outsider, theirs)) == [cast.other_client_id]
    mine = code_of(cast.client_id)
    assert ids(looked(cast.supervisor, mine)) == [cast.client_id]
    assert looked(cast.administrator, mine) == ClientHits()


def test_of_many_some_are_shown_and_the_others_counted(cast: Cast) -> None:
    for _ in range(MOST + 3):
        add(cast.clinician, initials="QX")
    hits = looked(cast.clinician, "qx")
    assert (len(hits.clients), hits.more) == (MOST, 3)


def test_whom_one_was_shown_is_in_the_trail_and_not_what_one_typed(cast: Cast) -> None:
    add(cast.clinician, initials="QX")
    hits = looked(cast.clinician, "qx")
    with db.transaction() as writing:
        finding.note_hits(writing, cast.clinician, hits, now=clock.now())
    with db.reading() as reading:
        event = AuditEntry.event == "clients.looked_for"
        entry = reading.scalars(select(AuditEntry).where(event)).one()
    assert entry.detail == {"clients": [str(ids(hits)[0])]}
