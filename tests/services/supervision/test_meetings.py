"""Meetings: who reads them, what is on the agenda and in which order, what was decided, and what comes back."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from bench.measuring import queries
from tests.conftest import START, Cast, log, new_client
from tests.services.supervising import end_links, review, shown
from tracker import clock, db
from tracker.domain.care.objectives import Endorsed, Window
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.people.access import Actor
from tracker.domain.supervision.agenda import AgendaReason, Ended
from tracker.domain.supervision.sign_off import ReviewAct
from tracker.models import Action, AuditEntry, ClientReview, Meeting
from tracker.services.access import permissions
from tracker.services.care import objectives
from tracker.services.care.objectives import ObjectiveWish
from tracker.services.record import clients
from tracker.services.supervision import client_reviews, meetings
from tracker.services.supervision.agenda import Agenda, agenda
from tracker.services.supervision.meetings import ClientDecision


def today() -> date:
    return clock.now().date()


def make(cast: Cast, days: int = 0) -> UUID:
    with db.transaction() as writing:
        day, now = today() + timedelta(days=days), clock.now()
        return meetings.make_meeting(writing, cast.supervisor, cast.clinician.id, day, now=now).id


def opened(actor: Actor, meeting_id: UUID) -> Agenda:
    with db.reading() as reading:
        return agenda(reading, actor, meeting_id, now=clock.now())


def decide(cast: Cast, meeting_id: UUID, **said: object) -> None:
    with db.transaction() as writing:
        found = {said.pop("client_id", cast.client_id): ClientDecision(**said)}
        meetings.decide(writing, cast.supervisor, meeting_id, found, now=clock.now())


def reasons(found: Agenda) -> list[AgendaReason]:
    return [reason.why for block in found.blocks for reason in block.reasons]


def fall(cast: Cast, client_id: UUID, days_ago: int) -> UUID:
    """A drop that many days ago; its flag."""
    for days, bond in ((14, 8), (7, 8), (0, 5)):
        day = today() - timedelta(days=days_ago + days)
        log(cast.clinician, client_id, day, bond, 8, 8, 8)
    rows = shown(cast).rows
    return next(r.flag_id for r in rows if r.client_id == client_id and r.finding.falls)


def another(cast: Cast, starts_on: date = START) -> UUID:
    with db.transaction() as writing:
        asked = new_client(starts_on=starts_on)
        return clients.add_client(writing, cast.clinician, asked, now=clock.now()).id


def test_a_meeting_is_made_once_for_a_day_and_read_by_both(cast: Cast) -> None:
    first = make(cast, days=3)
    assert make(cast, days=3) == first
    assert make(cast) != first
    for name in ("supervisor", "clinician"):
        with db.reading() as reading:
            found = meetings.meetings_of(reading, cast.named(name), now=clock.now())
        assert found[0].meeting.id == first
        assert {(line.supervisor, line.clinician) for line in found} == {
            ("Supervisor", "Clinician")
        }
        assert opened(cast.named(name), first).supervises is (name == "supervisor")
    with db.reading() as reading:
        assert meetings.meetings_of(reading, cast.outsider, now=clock.now()) == []
        with pytest.raises(NotPermitted):
            meetings.meetings_of(reading, cast.administrator, now=clock.now())


@pytest.mark.parametrize("name", ["outsider", "administrator"])
def test_nobody_else_opens_it(cast: Cast, name: str) -> None:
    meeting_id = make(cast)
    for meeting in (meeting_id, uuid4()):
        with pytest.raises(NotPermitted):
            opened(cast.named(name), meeting)


def test_a_link_that_ended_closes_it_to_the_supervisor_at_once(cast: Cast) -> None:
    meeting_id = make(cast)
    end_links(cast)
    with pytest.raises(NotPermitted):
        opened(cast.supervisor, meeting_id)
    with pytest.raises(NotPermitted):
        decide(cast, meeting_id, note="x")
    with pytest.raises(Incomplete):
        make(cast, days=1)
    assert opened(
        cast.clinician, meeting_id
    ).blocks  # who was talked about still reads what was said
    with db.reading() as reading:
        assert meetings.meetings_of(reading, cast.supervisor, now=clock.now()) == []


@pytest.mark.parametrize(
    ("days", "field"), [(None, "meets_on"), (-29, "meets_on"), (400, "meets_on")]
)
def test_a_meeting_needs_somebody_and_a_day(cast: Cast, days: int | None, field: str) -> None:
    day = None if days is None else today() + timedelta(days=days)
    with pytest.raises(Incomplete) as refused, db.transaction() as writing:
        who = cast.clinician.id
        meetings.make_meeting(writing, cast.supervisor, who, day, now=clock.now())
    assert refused.value.problems.keys() == {field}
    for who in (None, cast.outsider.id):
        with pytest.raises(Incomplete) as refused, db.transaction() as writing:
            meetings.make_meeting(writing, cast.supervisor, who, today(), now=clock.now())
        assert refused.value.problems.keys() == {"clinician"}
    with pytest.raises(NotPermitted), db.transaction() as writing:
        meetings.make_meeting(writing, cast.clinician, cast.outsider.id, today(), now=clock.now())


def test_the_order_of_the_agenda(cast: Cast) -> None:
    """The oldest unanswered on top, then what is to be discussed by then, then the rest."""
    young, old, planned, later = (another(cast) for _ in range(4))
    fall(cast, young, 1)
    fall(cast, old, 9)
    for client_id, days in ((planned, 2), (later, 30)):
        on = today() + timedelta(days=days)
        review(cast.supervisor, fall(cast, client_id, 3), ReviewAct.DISCUSS, discuss_on=on)
    found = opened(cast.clinician, make(cast, days=7))
    assert [block.client.id for block in found.blocks][:3] == [old, young, planned]
    assert [block.reasons[0].why for block in found.blocks] == [
        AgendaReason.UNANSWERED,
        AgendaReason.UNANSWERED,
        AgendaReason.TO_DISCUSS,
        AgendaReason.NOT_SEEN,
        AgendaReason.NOT_SEEN,
    ]


def test_an_objective_at_risk_is_on_it(cast: Cast) -> None:
    """Three goals within three sessions: two are over, and there is none yet."""
    window = Window(today() - timedelta(days=40), today())
    with db.transaction() as writing:
        aim = ObjectiveWish(Endorsed(3, 3), window, "Three goals that the client endorses")
        objectives.set_objective(writing, cast.clinician, cast.client_id, aim, now=clock.now())
    for days in (10, 3):
        log(cast.clinician, cast.client_id, today() - timedelta(days=days), 8, 8, 8, 8)
    found = opened(cast.supervisor, make(cast))
    assert reasons(found) == [AgendaReason.OBJECTIVE, AgendaReason.NOT_SEEN]


def test_few_who_were_not_seen_are_on_it_and_the_rest_are_named(cast: Cast) -> None:
    for _ in range(4):
        another(cast)
    another(cast, today())
    found = opened(cast.supervisor, make(cast))
    assert (len(found.blocks), len(found.more)) == (3, 2)
    assert set(reasons(found)) == {AgendaReason.NOT_SEEN}
    assert len(found.clients) == 5


def test_what_was_decided_is_kept_and_open_actions_come_back(cast: Cast) -> None:
    first = make(cast)
    due = today() + timedelta(days=7)
    decide(
        cast,
        first,
        note=" Ask openly ",
        what="Bring a recording",
        who=cast.clinician.id,
        due_on=due,
    )
    found = opened(cast.clinician, first)
    (done,) = found.done
    assert (done.review.note, done.review.reviewed_on) == ("Ask openly", today())
    assert [(a.what, a.who_id, a.due_on) for a in done.actions] == [
        ("Bring a recording", cast.clinician.id, due)
    ]
    assert found.blocks == ()
    next_time = opened(cast.clinician, make(cast, days=14))
    assert reasons(next_time) == [AgendaReason.ACTION]
    with db.transaction() as writing:
        (action,) = next_time.open_actions
        ended = meetings.end_action(writing, cast.clinician, action.id, Ended.DONE, now=clock.now())
        assert (ended.ended_as, ended.ended_by_id) == ("done", cast.clinician.id)
    assert opened(cast.clinician, make(cast, days=14)).blocks == ()
    with pytest.raises(NotNow), db.transaction() as writing:
        meetings.end_action(writing, cast.supervisor, action.id, Ended.DONE, now=clock.now())
    with db.reading() as reading:
        lines = meetings.meetings_of(reading, cast.clinician, now=clock.now())
        counts = {line.meeting.id: (line.reviewed, line.open_actions) for line in lines}
        assert counts[first] == (1, 0)
        events = set(reading.scalars(select(AuditEntry.event)))
    assert events >= {"meeting.made", "client.reviewed", "action.agreed", "action.ended"}


def test_a_meeting_ahead_is_decided_on_today(cast: Cast) -> None:
    decide(cast, make(cast, days=5), note="earlier than planned")
    with db.reading() as reading:
        assert client_reviews.last_reviewed(reading, [cast.client_id]) == {cast.client_id: today()}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"note": "x" * 501}, "note"),
        ({"what": "x" * 201, "who": "clinician"}, "what"),
        ({"what": "Listen"}, "who"),
        ({"what": "Listen", "who": "outsider"}, "who"),
        ({"what": "Listen", "who": "clinician", "due_on": -1}, "due_on"),
        ({"what": "Listen", "who": "clinician", "due_on": 400}, "due_on"),
        ({"who": "clinician"}, "what"),
        ({"due_on": 3}, "what"),
    ],
)
def test_a_decision_that_cannot_be_stored_says_why(
    cast: Cast, said: dict[str, object], field: str
) -> None:
    told = dict(said)
    if "who" in told:
        told["who"] = cast.named(str(told["who"])).id
    if "due_on" in told:
        told["due_on"] = today() + timedelta(days=int(str(told["due_on"])))
    with pytest.raises(Incomplete) as refused:
        decide(cast, make(cast), **told)
    assert refused.value.problems.keys() == {f"{cast.client_id}-{field}"}
    with db.reading() as reading:
        assert reading.scalar(select(ClientReview.id)) is None


def test_nothing_decided_and_somebody_elses_client(cast: Cast) -> None:
    meeting_id = make(cast)
    with pytest.raises(Incomplete), db.transaction() as writing:
        meetings.decide(writing, cast.supervisor, meeting_id, {}, now=clock.now())
    with pytest.raises(NotPermitted):
        decide(cast, meeting_id, client_id=cast.other_client_id, note="x")
    with pytest.raises(NotPermitted), db.transaction() as writing:
        said = {cast.client_id: ClientDecision("x")}
        meetings.decide(writing, cast.clinician, meeting_id, said, now=clock.now())


def test_a_client_of_another_whom_one_supervises_is_not_decided_on_here(cast: Cast) -> None:
    from tracker.services.access import supervision

    with db.transaction() as writing:
        people = {"supervisor": cast.supervisor.id, "clinician": cast.outsider.id}
        supervision.link_supervision(writing, **people, starts_on=START, now=clock.now())
    with pytest.raises(NotPermitted):
        decide(cast, make(cast), client_id=cast.other_client_id, note="x")


def test_an_action_is_ended_by_whoever_may_read_the_client(cast: Cast) -> None:
    decide(cast, make(cast), what="Listen", who=cast.supervisor.id)
    with db.reading() as reading:
        action_id = reading.scalar(select(Action.id))
    for actor, what in ((cast.outsider, action_id), (cast.supervisor, uuid4())):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            meetings.end_action(writing, actor, what, Ended.DONE, now=clock.now())
    with pytest.raises(Incomplete), db.transaction() as writing:
        meetings.end_action(writing, cast.supervisor, action_id, None, now=clock.now())
    with db.transaction() as writing:
        meetings.end_action(writing, cast.supervisor, action_id, Ended.NOT_NEEDED, now=clock.now())


def test_the_number_of_queries_of_an_agenda_does_not_grow(app: Flask, cast: Cast) -> None:
    meeting_id = make(cast)
    fall(cast, cast.client_id, 3)
    with queries(app) as few:
        opened(cast.supervisor, meeting_id)
    for _ in range(4):
        fall(cast, another(cast), 3)
    with queries(app) as many:
        assert len(opened(cast.supervisor, meeting_id).blocks) == 5
    assert len(many) == len(few)


def test_a_meeting_has_two_people(cast: Cast) -> None:
    """The database says so as well."""
    with pytest.raises(DatabaseError), db.transaction() as writing:
        same = cast.supervisor.id
        writing.add(
            Meeting(supervisor_id=same, clinician_id=same, meets_on=today(), made_at=clock.now())
        )
        writing.flush()


def test_only_a_supervisor_holds_it(cast: Cast) -> None:
    meeting_id = make(cast)
    with db.reading() as reading:
        with pytest.raises(NotPermitted):
            permissions.may_hold_meeting(reading, cast.clinician, meeting_id, now=clock.now())
        with pytest.raises(NotPermitted):
            permissions.may_read_meeting(reading, cast.outsider, meeting_id, now=clock.now())
