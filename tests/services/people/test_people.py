"""People: who may be changed, disabled and given other roles, and what becomes of their clients and links."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from tests.conftest import Cast, log, new_client, weeks
from tracker import clock, db
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.people.access import Actor, Role
from tracker.models import AuditEntry, Client, Reassignment, SupervisionLink, User
from tracker.services.access import passwords, supervision
from tracker.services.people import accounts, reassigning
from tracker.services.people.accounts import AccountDetails
from tracker.services.record import clients, records

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)
EVERY_ROLE = frozenset(Role)


def edit(actor: Actor | None, user: Actor, version: str = "1", **wanted: object) -> User:
    fields = {
        "email": f"{user.name.lower()}@practice.example",
        "name": user.name,
        "roles": user.roles,
    }
    with db.transaction() as writing:
        details = AccountDetails(**{**fields, **wanted})
        return accounts.edit_account(writing, actor, user.id, details, version, now=NOW)


def seen(cast: Cast, user: Actor) -> accounts.Person:
    with db.reading() as reading:
        return accounts.person(reading, cast.administrator, user.id, now=NOW)


def disable(cast: Cast, user: Actor) -> None:
    with db.transaction() as writing:
        accounts.disable(writing, cast.administrator, user.id, now=NOW)


def events() -> list[tuple[str, dict[str, object]]]:
    with db.reading() as reading:
        rows = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq)).all()
        return [(row.event, row.detail) for row in rows]


def test_a_person_is_changed_and_the_audit_names_fields_never_content(cast: Cast) -> None:
    changed = edit(cast.administrator, cast.outsider, name=" Ada ", email="ADA@b.example")
    assert (changed.name, changed.email, changed.version) == ("Ada", "ada@b.example", 2)
    assert events()[-1] == ("account.changed", {"fields": ["name", "email"]})
    count = len(events())
    edit(cast.administrator, cast.outsider, "2", name="Ada", email="ada@b.example")
    assert len(events()) == count
    assert not any("Ada" in str(detail) or "ada@" in str(detail) for _, detail in events())


def test_a_stale_edit_changes_nothing(cast: Cast) -> None:
    edit(cast.administrator, cast.outsider, name="Ada")
    for version in ("1", "", "x"):
        with pytest.raises(Incomplete) as caught:
            edit(cast.administrator, cast.outsider, version, name="Eve")
        assert set(caught.value.problems) == {"version"}
    assert seen(cast, cast.outsider).user.name == "Ada"


def test_what_a_person_cannot_be_is_said_field_by_field(cast: Cast) -> None:
    with pytest.raises(Incomplete) as caught:
        edit(cast.administrator, cast.supervisor, name="", email="nowhere", roles=frozenset())
    assert set(caught.value.problems) == {"name", "email", "roles"}
    with pytest.raises(Incomplete, match="already an account"):
        edit(cast.administrator, cast.supervisor, email="clinician@practice.example")


def test_only_an_administrator_manages_people(cast: Cast) -> None:
    for actor in (cast.clinician, cast.supervisor, cast.outsider):
        with pytest.raises(NotPermitted):
            edit(actor, actor, roles=EVERY_ROLE)
        for act in (accounts.disable, accounts.enable, passwords.give_code):
            with pytest.raises(NotPermitted), db.transaction() as writing:
                act(writing, actor, cast.outsider.id, now=NOW)
        with pytest.raises(NotPermitted), db.transaction() as writing:
            reassigning.reassign(
                writing, actor, cast.outsider.id, cast.clinician.id, "mine now", now=NOW
            )
        with pytest.raises(NotPermitted), db.transaction() as writing:
            supervision.end_link(writing, actor, uuid4(), today=NOW.date(), now=NOW)
        with db.reading() as reading, pytest.raises(NotPermitted):
            accounts.everyone(reading, actor, now=NOW)


def test_nobody_who_is_not_there_is_managed(cast: Cast) -> None:
    for act in (accounts.disable, accounts.enable, passwords.give_code):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            act(writing, cast.administrator, uuid4(), now=NOW)
    with db.reading() as reading, pytest.raises(NotPermitted):
        accounts.person(reading, cast.administrator, uuid4(), now=NOW)
    with pytest.raises(NotPermitted), db.transaction() as writing:
        reassigning.reassign(writing, None, uuid4(), cast.clinician.id, "gone", now=NOW)
    with pytest.raises(NotPermitted), db.transaction() as writing:
        supervision.end_link(writing, None, uuid4(), today=NOW.date(), now=NOW)


def test_the_last_administrator_stays_one(cast: Cast) -> None:
    with pytest.raises(NotNow, match="the only active administrator"):
        disable(cast, cast.administrator)
    with pytest.raises(Incomplete, match="the only active administrator"):
        edit(cast.administrator, cast.administrator, roles=frozenset({Role.CLINICIAN}))
    edit(cast.administrator, cast.supervisor, roles=EVERY_ROLE)
    edit(cast.administrator, cast.administrator, roles=frozenset({Role.CLINICIAN}))
    with pytest.raises(NotNow, match="Supervisor is the only active administrator"):
        disable(cast, cast.supervisor)


def test_two_administrators_who_depose_each_other_at_once_leave_one(app: Flask, cast: Cast) -> None:
    edit(cast.administrator, cast.supervisor, roles=EVERY_ROLE)
    pair = [(cast.administrator, cast.supervisor, "2"), (cast.supervisor, cast.administrator, "1")]

    def depose(one: tuple[Actor, Actor, str]) -> bool:
        by, whom, version = one
        by = Actor(by.id, by.name, EVERY_ROLE)
        with app.app_context():
            try:
                edit(by, whom, version, roles=frozenset({Role.SUPERVISOR}))
            except Incomplete:
                return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(depose, pair)) == [False, True]


def test_a_clinician_with_clients_is_neither_disabled_nor_given_another_role(cast: Cast) -> None:
    with pytest.raises(NotNow, match="1 client is assigned to Clinician"):
        disable(cast, cast.clinician)
    with db.transaction() as writing:
        clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
    with pytest.raises(Incomplete, match="2 clients are assigned to Clinician"):
        edit(cast.administrator, cast.clinician, roles=frozenset({Role.SUPERVISOR}))
    edit(cast.administrator, cast.clinician, roles=frozenset({Role.CLINICIAN, Role.SUPERVISOR}))
    assert seen(cast, cast.clinician).roles == [Role.CLINICIAN, Role.SUPERVISOR]


def test_disabling_ends_links_and_enabling_does_not_bring_them_back(cast: Cast) -> None:
    disable(cast, cast.supervisor)
    disable(cast, cast.supervisor)
    assert not seen(cast, cast.supervisor).user.active
    with pytest.raises(NotNow, match="Enable it first"), db.transaction() as writing:
        passwords.give_code(writing, cast.administrator, cast.supervisor.id, now=NOW)
    with db.transaction() as writing:
        for _ in range(2):
            accounts.enable(writing, cast.administrator, cast.supervisor.id, now=NOW)
    with db.reading() as reading:
        assert not supervision.supervised(reading, cast.supervisor, NOW.date())
        (link,) = reading.scalars(select(SupervisionLink))
        assert link.ends_on == NOW.date() - timedelta(days=1)
    assert [event for event, _ in events()][-3:] == [
        "account.disabled",
        "supervision.ended",
        "account.enabled",
    ]


def test_a_role_that_goes_takes_its_links_along_and_leaves_the_others(cast: Cast) -> None:
    edit(cast.administrator, cast.supervisor, roles=frozenset({Role.CLINICIAN, Role.SUPERVISOR}))
    with db.transaction() as writing:
        edited = writing.get_one(User, cast.outsider.id)
        edited.roles = list(writing.get_one(User, cast.supervisor.id).roles)
        supervision.link_supervision(
            writing,
            supervisor=cast.outsider.id,
            clinician=cast.supervisor.id,
            starts_on=NOW.date(),
            now=NOW,
        )
    edit(cast.administrator, cast.supervisor, "2", roles=frozenset({Role.CLINICIAN}))
    with db.reading() as reading:
        ends = {
            link.supervisor_id: link.ends_on for link in reading.scalars(select(SupervisionLink))
        }
    assert ends == {cast.supervisor.id: date(2026, 5, 11), cast.outsider.id: None}


def test_a_link_that_began_today_is_gone_at_once(cast: Cast) -> None:
    with db.transaction() as writing:
        made = supervision.link_supervision(
            writing,
            cast.administrator,
            supervisor=cast.supervisor.id,
            clinician=cast.outsider.id,
            starts_on=NOW.date(),
            now=NOW,
        )
        supervision.end_link(writing, cast.administrator, made.id, today=NOW.date(), now=NOW)
    with db.reading() as reading:
        assert cast.outsider.id not in supervision.supervised(reading, cast.supervisor, NOW.date())
        links = supervision.links_of(reading, cast.supervisor.id, NOW.date())
        assert [clinician.name for _, _, clinician in links] == ["Clinician"]
    assert events()[-1] == ("supervision.ended", {"clinician": str(cast.outsider.id)})


def test_a_link_needs_two_active_people_with_their_roles(cast: Cast) -> None:
    disable(cast, cast.supervisor)
    for supervisor, words in ((uuid4(), "from the list"), (cast.supervisor.id, "is disabled")):
        with pytest.raises(Incomplete, match=words), db.transaction() as writing:
            supervision.link_supervision(
                writing,
                supervisor=supervisor,
                clinician=cast.clinician.id,
                starts_on=NOW.date(),
                now=NOW,
            )


def reassign(cast: Cast, giver: UUID, taker: UUID, reason: str = "leave") -> int:
    with db.transaction() as writing:
        return reassigning.reassign(writing, cast.administrator, giver, taker, reason, now=NOW)


def test_reassigned_clients_are_the_takers_at_once_and_each_is_in_the_audit(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    assert reassign(cast, cast.clinician.id, cast.outsider.id) == 1
    with db.reading() as reading:
        assert records.record(reading, cast.outsider, cast.client_id, now=clock.now())
        with pytest.raises(NotPermitted):
            records.record(reading, cast.clinician, cast.client_id, now=clock.now())
        (entry,) = reading.scalars(
            select(AuditEntry).where(AuditEntry.event == "client.reassigned")
        )
        assert (entry.actor_id, entry.client_id) == (cast.administrator.id, cast.client_id)
        assert entry.detail == {"giver": str(cast.clinician.id), "taker": str(cast.outsider.id)}
        row = reading.scalars(select(Reassignment)).one()
        assert (row.id, row.reason) == (entry.object_id, "leave")
        (move,) = reassigning.moves(reading, cast.administrator, cast.clinician.id)
        assert (move.clients, move.giver.name, move.taker.name) == (1, "Clinician", "Outsider")
    log(cast.outsider, cast.client_id, weeks(1), 6, 6, 6, 6)
    with db.reading() as reading:
        record = records.record(reading, cast.outsider, cast.client_id, now=clock.now())
        assert not any(flag.finding.falls for flag in record.flags)  # another therapist: no drop
        assert reading.get_one(Client, cast.client_id).version == 2
    disable(cast, cast.clinician)
    with pytest.raises(DatabaseError, match="written once"), db.transaction() as writing:
        writing.get_one(Reassignment, row.id).reason = "another"
        writing.flush()


@pytest.mark.parametrize(
    ("giver", "taker", "reason", "fields"),
    [
        ("clinician", "clinician", "leave", {"taker"}),
        ("clinician", "administrator", " ", {"taker", "reason"}),
        ("clinician", "outsider", "x" * 201, {"reason"}),
        ("supervisor", "outsider", "leave", {"taker"}),
    ],
)
def test_clients_go_to_another_active_clinician_with_a_reason(
    cast: Cast, giver: str, taker: str, reason: str, fields: set[str]
) -> None:
    with pytest.raises(Incomplete) as caught:
        reassign(cast, cast.named(giver).id, cast.named(taker).id, reason)
    assert set(caught.value.problems) == fields
    with pytest.raises(Incomplete, match="active clinician"):
        reassign(cast, cast.clinician.id, uuid4())


def test_clients_of_a_disabled_clinician_can_still_be_reassigned(cast: Cast) -> None:
    with db.transaction() as writing:
        writing.get_one(User, cast.clinician.id).active = False
    assert reassign(cast, cast.clinician.id, cast.outsider.id) == 1


def test_the_list_counts_clients_and_says_who_has_an_open_code(cast: Cast) -> None:
    with db.transaction() as writing:
        passwords.give_code(writing, cast.administrator, cast.outsider.id, now=NOW)
        accounts.disable(writing, None, cast.supervisor.id, now=NOW)
    with db.reading() as reading:
        people = accounts.everyone(reading, cast.administrator, now=NOW)
    assert [p.user.name for p in people] == ["Administrator", "Clinician", "Outsider", "Supervisor"]
    assert [p.clients for p in people] == [0, 1, 1, 0]
    assert [p.code_until is not None for p in people] == [False, False, True, False]
    assert all(p.last_signed_in is None for p in people)
