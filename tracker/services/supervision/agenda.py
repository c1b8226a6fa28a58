"""The agenda of a supervision meeting, worked out from the record each time it is opened."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.care.objectives import ObjectiveState
from tracker.domain.care.open_work import OpenWork, of_tiers
from tracker.domain.grouping import grouped
from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.agenda import UNSEEN_AT_ONCE, AgendaReason, place, unseen
from tracker.domain.supervision.sign_off import BoardState
from tracker.models import Action, ClientReview, Meeting
from tracker.services.access import permissions
from tracker.services.office.practice import practice, today
from tracker.services.record.objective_views import ObjectiveView
from tracker.services.record.records import RecordPart, clients_of, records_of
from tracker.services.supervision.board import flags_of
from tracker.services.supervision.board_rows import BoardRow, led
from tracker.services.supervision.caseload import ListedClient, caseload
from tracker.services.supervision.client_reviews import last_reviewed
from tracker.services.supervision.meetings import decided_on, people


@dataclass(frozen=True)
class Reason:
    """Why a client is talked about, and since when; with the flag, the action or the objective that it is."""

    why: AgendaReason
    since: date
    flag: BoardRow | None = None
    action: Action | None = None
    objective: ObjectiveView | None = None


@dataclass(frozen=True)
class AgendaItem:
    """One client on the agenda, with every reason, the most pressing first."""

    client: ListedClient
    reasons: tuple[Reason, ...]
    last_reviewed: date | None


@dataclass(frozen=True)
class Done:
    """What was decided about one client in this meeting."""

    client: ListedClient
    review: ClientReview
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Agenda:
    """A meeting with its clients in order. `more`: those whose only reason is that they were not seen for long,
    beyond the few on the agenda. `names` are the people in it by id, `caseload` all its clients, `open_work` what is
    open of them today; `supervises`: the reader holds it; `seen`: how many entries it has led to so far.
    """

    meeting: Meeting
    names: dict[UUID, str]
    blocks: tuple[AgendaItem, ...]
    more: tuple[AgendaItem, ...]
    done: tuple[Done, ...]
    open_actions: tuple[Action, ...]
    open_work: OpenWork
    caseload: dict[UUID, ListedClient]
    supervises: bool
    seen: str
    today: date

    @property
    def clients(self) -> list[str]:
        """The ids of all clients on the page, for the audit trail."""
        shown = [block.client for block in (*self.blocks, *self.more)]
        return sorted({str(client.id) for client in (*shown, *(done.client for done in self.done))})


@dataclass(frozen=True)
class _Told:
    """What the agenda of a meeting is made of: flags, actions, the last review and objectives by client."""

    meeting: Meeting
    flags: dict[UUID, list[BoardRow]]
    actions: dict[UUID, list[Action]]
    seen: dict[UUID, date]
    objectives: dict[UUID, tuple[ObjectiveView, ...]]
    zone: str


def agenda(db: Session, actor: Actor, meeting_id: UUID, *, now: datetime) -> Agenda:
    """The agenda, for both who meet; NotPermitted for anyone else."""
    meeting = permissions.may_read_meeting(db, actor, meeting_id, now=now)
    zone = practice(db).time_zone
    day = today(db, now)
    clients = caseload(db, actor, meeting.clinician_id, now=now).everyone
    ids = list(clients)
    flagged = flags_of(db, actor, meeting.clinician_id, now=now)
    stored = select(Action).where(Action.client_id.in_(ids)).order_by(Action.recorded_at, Action.id)
    actions = list(db.scalars(stored))
    done = _done(db, meeting, clients, actions)
    flags = grouped(flagged, lambda row: row.client_id)
    planned = grouped(actions, lambda action: action.client_id)
    aims = _objectives(db, meeting.clinician_id, now=now)
    told = _Told(meeting, flags, planned, last_reviewed(db, ids), aims, zone)
    kept, more = _few_unseen(sorted(_blocks(clients.values(), told, done), key=_place))
    return Agenda(
        meeting=meeting,
        names=people(
            db, {meeting.supervisor_id, meeting.clinician_id, *(a.who_id for a in actions)}
        ),
        blocks=tuple(kept),
        more=tuple(more),
        done=tuple(done),
        open_actions=tuple(action for action in actions if action.ended_at is None),
        open_work=_open_work(flagged, actions),
        caseload=clients,
        supervises=meeting.supervisor_id == actor.id,
        seen=str(decided_on(db, meeting.id)),
        today=day,
    )


def _objectives(
    db: Session, clinician_id: UUID, *, now: datetime
) -> dict[UUID, tuple[ObjectiveView, ...]]:
    clients = [client for client in clients_of(db, [clinician_id]) if client.ended_on is None]
    records = records_of(db, clients, RecordPart.OBJECTIVES, now=now)
    return {record.client.id: record.objectives for record in records}


def _open_work(flags: Iterable[BoardRow], actions: Iterable[Action]) -> OpenWork:
    """What is open of the whole caseload today, whatever of it is on this agenda."""
    tiers = (row.tier for row in led(flags) if row.waits or _to_discuss(row))
    return of_tiers(tiers, actions=sum(action.ended_at is None for action in actions))


def _to_discuss(row: BoardRow) -> bool:
    """True for what supervision has to talk about, whatever was answered, and for what ended without an answer."""
    return any(
        f.state is BoardState.IN_SUPERVISION or f.ended_unanswered or f.void or f.opened_again
        for f in row.flags
    )


def _blocks(clients: Iterable[ListedClient], told: _Told, done: list[Done]) -> Iterator[AgendaItem]:
    """A block for each client for whom there is a reason left: none is for who was talked about in the meeting, and for
    who was decided on ahead of it, the flags that were found, answered or reviewed since."""
    decided = {each.client.id: each.review for each in done}
    for client in clients:
        review = decided.get(client.id)
        reasons = _reasons_since(client, told, review) if review else _reasons(client, told)
        if reasons:
            yield AgendaItem(client, tuple(reasons), told.seen.get(client.id))


def _reasons_since(client: ListedClient, told: _Told, review: ClientReview) -> list[Reason]:
    """Why a client is talked about again who was decided on: the flags that were touched since, if that was ahead of
    the meeting."""
    meets_on = told.meeting.meets_on
    if review.reviewed_on >= meets_on:
        return []
    flags = told.flags.get(client.id, [])
    since = [flag for flag in flags if flag.touched_at > review.recorded_at]
    return sorted(_of_flags(since, meets_on), key=lambda reason: (reason.why, reason.since))


def _place(block: AgendaItem) -> tuple[AgendaReason, date, str]:
    return (*place([(r.why, r.since) for r in block.reasons]), block.client.code)


def _few_unseen(blocks: list[AgendaItem]) -> tuple[list[AgendaItem], list[AgendaItem]]:
    """The blocks of the agenda, and those beyond the few whose only reason is that they were not seen for long."""
    unseen_only = [b for b in blocks if b.reasons[0].why is AgendaReason.NOT_SEEN]
    more = unseen_only[UNSEEN_AT_ONCE:]
    return [block for block in blocks if block not in more], more


def _reasons(client: ListedClient, told: _Told) -> list[Reason]:
    """Why a client is talked about on the day of the meeting: on an agenda of the past, nothing of a later day; what is
    on it stands as it does today. One whose therapy has ended is not missed."""
    meets_on = told.meeting.meets_on
    reasons = [*_of_flags(told.flags.get(client.id, []), meets_on)]
    reasons += [
        Reason(AgendaReason.ACTION, on, action=action)
        for action in told.actions.get(client.id, [])
        if action.ended_at is None
        if (on := local_date(action.recorded_at, told.zone)) <= meets_on
    ]
    reasons += [
        Reason(AgendaReason.OBJECTIVE, view.now.starts_on, objective=view)
        for view in told.objectives.get(client.id, ())
        if view.open and view.judgement.state is ObjectiveState.AT_RISK
        if view.now.starts_on <= meets_on
    ]
    seen = told.seen.get(client.id)
    missing = unseen(starts_on=client.starts_on, last_reviewed=seen, today=meets_on)
    if missing and not client.ended:
        reasons.append(Reason(AgendaReason.NOT_SEEN, seen or client.starts_on))
    return sorted(reasons, key=lambda reason: (reason.why, reason.since))


def _of_flags(flags: Iterable[BoardRow], meets_on: date) -> Iterator[Reason]:
    """What nobody has answered, and what was to be discussed by the day of the meeting."""
    for row in led(flag for flag in flags if flag.held_on <= meets_on):
        later = row.discuss_on is not None and row.discuss_on > meets_on
        if row.waits:
            why = AgendaReason.RISK if row.tier is Tier.RISK else AgendaReason.UNANSWERED
            yield Reason(why, row.since, flag=row)
        elif _to_discuss(row) and not later:
            yield Reason(AgendaReason.TO_DISCUSS, row.since, flag=row)


def _done(
    db: Session, meeting: Meeting, clients: dict[UUID, ListedClient], actions: list[Action]
) -> list[Done]:
    """What was decided in this meeting, about clients who are with its clinician still."""
    rows = select(ClientReview).where(ClientReview.meeting_id == meeting.id)
    return [
        Done(
            clients[review.client_id],
            review,
            tuple(action for action in actions if action.review_id == review.id),
        )
        for review in db.scalars(rows.order_by(ClientReview.recorded_at, ClientReview.id))
        if review.client_id in clients
    ]
