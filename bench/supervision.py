"""What supervision and its audit trail cost: a board of a large service, a million entries, writing with and without."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from bench.measuring import loops, seconds
from bench.practice import TODAY, BenchPractice
from tests.conftest import Browser, new_client
from tracker import clock, db
from tracker.domain.people.access import Actor, Role
from tracker.models import (
    AuditEntry,
    AuditHead,
    ClientMeasure,
    Flag,
    FlagAnswer,
    FlagFinding,
    Participant,
    Rating,
    TherapySession,
    User,
)
from tracker.models import Client as ClientRow
from tracker.services.access import supervision
from tracker.services.installation import installation
from tracker.services.office.actors import actor_of
from tracker.services.people import accounts
from tracker.services.record import kept_courses
from tracker.services.trail import audit

CLINICIANS = 20
CLIENTS = 1_200
FLAGS = 5_000
BOARD_QUERIES = 20
ENTRIES = 1_000_000
VERIFY_AT_MOST = 300.0  # loops (bench/measuring.py); design default
KEPT_AT_LEAST = 0.4
Say = Callable[[str, str, str], None]


def board(folder: Path) -> tuple[BenchPractice, str]:
    """A practice with that many clients and flags, and a browser of the supervisor of all; where the board is."""
    practice = BenchPractice(folder)
    with practice.app.app_context(), db.transaction() as writing:
        supervisor = person(writing, "supervisor", Role.SUPERVISOR)
        for number in range(CLINICIANS):
            clinician = person(writing, f"clinician{number}", Role.CLINICIAN)
            people = {"supervisor": supervisor.id, "clinician": clinician.id}
            first = TODAY - timedelta(days=400)
            supervision.link_supervision(writing, **people, starts_on=first, now=clock.now())
            _caseload(writing, clinician, CLIENTS // CLINICIANS, FLAGS // CLINICIANS)
    with practice.app.app_context():
        keep_all()
    practice.page = Browser(practice.app.test_client())
    with practice.app.app_context():
        practice.page.sign_in_as(supervisor)
    return practice, "/supervision?show=all"


def keep_all() -> None:
    """Keep what pages read of every client, as `tracker database rebuild` does."""
    after: UUID | None = None
    while True:
        with db.transaction() as writing:
            some = kept_courses.keep_some(writing, after, now=clock.now())
        if not some:
            return
        after = some[-1]


def person(writing: Session, name: str, role: Role) -> Actor:
    """Somebody with that role, who cannot sign in."""
    user = accounts.add_account(
        writing,
        None,
        email=f"{name}@bench.example",
        name=name.capitalize(),
        roles=frozenset({role}),
        password_hash="none",  # noqa: S106 - nobody signs in with it
        now=clock.now(),
    )
    return actor_of(writing.get_one(User, user.id))


def _caseload(writing: Session, clinician: Actor, clients: int, flags: int) -> None:
    """Clients with weekly sessions of the last weeks, in each of which the bond fell; every second flag is answered."""
    rows: dict[type, list[dict[str, object]]] = {}
    each = -(-flags // clients)
    for number in range(clients):
        client_id = uuid4()
        participant = uuid4()
        _add(rows, ClientRow, **_client(client_id, clinician.id))
        _add(rows, Participant, id=participant, client_id=client_id, letter="A")
        key = "session-check"
        _add(rows, ClientMeasure, client_id=client_id, measure_key=key, position=0)
        for week in range(min(each, flags - number * each)):
            _flag(rows, clinician.id, client_id, participant, week)
    for model, new_rows in rows.items():
        writing.execute(insert(model), new_rows)


def _add(rows: dict[type, list[dict[str, object]]], model: type, **values: object) -> None:
    rows.setdefault(model, []).append(values)


def _client(client_id: UUID, clinician_id: UUID) -> dict[str, object]:
    said = new_client()
    return {
        "id": client_id,
        "code": f"B{client_id.hex[:9]}",
        "age_band": said.age_band.value,
        "format": said.format.value,
        "usual_setting": said.usual_setting.value,
        "starts_on": TODAY - timedelta(days=60),
        "clinician_id": clinician_id,
        "created_at": clock.now(),
        "created_by_id": clinician_id,
    }


def _flag(
    rows: dict[type, list[dict[str, object]]],
    clinician_id: UUID,
    client_id: UUID,
    participant: UUID,
    week: int,
) -> None:
    session, before, rating, flag, finding = (uuid4() for _ in range(5))
    now = clock.now() - timedelta(days=7 * week + 1)
    day = now.date()
    by = {"recorded_at": now, "recorded_by_id": clinician_id}
    held = {"client_id": client_id, "clinician_id": clinician_id, "status": "attended"}
    for an_id, on in ((session, day), (before, day - timedelta(days=1))):
        _add(rows, TherapySession, id=an_id, **held, held_on=on, setting="in_person", **by)
    given = {"blind": True, "given": "in_session", "input_mode": "numbers", "channel": "typed"}
    of = {"measure_key": "session-check", "rater": "client", "participant_id": participant}
    answers = {"bond": 5, "goals": 8, "tasks": 8, "overall": 8}
    more = {"measure_version": 1, "device_class": "desktop", "language": "en", "answers": answers}
    _add(rows, Rating, id=rating, session_id=session, **of, **given, **more, **by)
    place = {"client_id": client_id, "session_id": session, **of}
    _add(rows, Flag, id=flag, **place, tier="check_in", concern="check_in", raised_at=now)
    fall = {"key": "bond", "previous": "8", "base": "8", "now": "5", "since": str(before)}
    detail = {"falls": [fall | {"stale": False, "points": "2"}], "compared": []}
    detail |= {"reason": "", "held_back": None, "own_setting": False}
    said = {"kind": "drop", "strength": 2, "rules_version": "2026.7", "found_at": now}
    _add(
        rows,
        FlagFinding,
        id=finding,
        flag_id=flag,
        sequence=1,
        rating_id=rating,
        detail=detail,
        **said,
    )
    if week % 2:
        answer = {"answer": "talked", "moves": [], "note": "", "finding_id": finding}
        _add(rows, FlagAnswer, id=uuid4(), flag_id=flag, sequence=1, **answer, **by)


def verify(folder: Path, say: Say) -> bool:
    """True when looking at a million entries takes too long; says how long it took."""
    practice = BenchPractice(folder)
    with practice.app.app_context():
        with db.transaction() as writing:
            _fill(writing)
        with db.reading() as reading:
            took = loops(lambda: audit.verify(reading), 1)
            assert audit.verify(reading).kind is None
    practice.close()
    say(f"audit verify, {ENTRIES:,} entries", f"{took:.1f} loops", f"under {VERIFY_AT_MOST:g}")
    return took >= VERIFY_AT_MOST


def _fill(writing: Session) -> None:
    """A chain of that many entries by some people on some records, one in four about a thing of its own."""
    start = writing.scalars(select(AuditHead)).one()
    end = []
    key = installation(writing).audit_key
    seq = start.seq
    previous = start.hash
    ids = [uuid4() for _ in range(5_000)]
    now = clock.now()
    while seq < ENTRIES:
        seq += 1
        of = uuid4() if seq % 4 == 0 else ids[seq % 5_000]
        detail = {"kind": "drop", "rules": "2026.7"} if seq % 3 == 0 else {}
        at = now + timedelta(milliseconds=seq)
        what = (ids[seq % 50], "client.read", of, ids[seq % 5_000], detail)
        entry_hash = audit._hash(key, seq, audit._moment(at), *what, previous)
        names = ("actor_id", "event", "object_id", "client_id", "detail")
        row = dict(zip(names, what, strict=True)) | {"seq": seq, "at": at, "previous": previous}
        end.append(row | {"hash": entry_hash})
        previous = entry_hash
        if len(end) == 10_000 or seq == ENTRIES:
            writing.execute(insert(AuditEntry), end)
            end = []
    writing.execute(update(AuditHead).values(seq=seq, hash=previous))


def writing_kept(save: Callable[[], None], again: Callable[[], None], say: Say) -> bool:
    """True when saving a session with its audit entries is slower than it may be, against the same without them: each on
    a client of its own, whose course grows as it is measured."""
    with_audit = seconds(save, 40)
    record = audit.record
    audit.record = lambda *args, **kwargs: AuditEntry()  # type: ignore[assignment]  # what it costs
    try:
        without = seconds(again, 40)
    finally:
        audit.record = record
    kept = without / with_audit
    say("saving with its audit, to the same without", f"{kept:.2f}", f"at least {KEPT_AT_LEAST}")
    return kept < KEPT_AT_LEAST
