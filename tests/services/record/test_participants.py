"""Several people of one record: who is asked, one after the other, each with ratings and flags of their own."""

from collections.abc import Mapping
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.conftest import Cast, entry, marks, new_client
from tests.services.handing import (
    HIGH,
    LOW,
    OWN,
    answer,
    send,
    session,
    session_today,
    sign_in_of,
    state,
)
from tracker import clock, db
from tracker.domain.course.clients import LETTERS, Format
from tracker.domain.course.handover import NOTHING_LEFT, Way
from tracker.domain.course.sessions import NoRating, Status
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.rules.findings import FlagKind
from tracker.models import AuditEntry, Client, Handover, Participant
from tracker.services.access import sign_ins
from tracker.services.care import corrections
from tracker.services.care.corrections import CorrectionReason
from tracker.services.care.sessions import SessionDetails
from tracker.services.handover import answering, handovers, taking_back
from tracker.services.handover.handovers import HandoverWish
from tracker.services.record import clients, participants, records
from tracker.services.record.records import Record


@pytest.fixture
def couple(cast: Cast) -> Cast:
    """The cast, whose clinician's client is a couple."""
    with db.transaction() as writing:
        details = new_client(OWN, format=Format.COUPLE)
        made = clients.add_client(writing, cast.clinician, details, now=clock.now())
    return Cast(**{**vars(cast), "client_id": made.id})


def people(cast: Cast) -> list[Participant]:
    with db.reading() as reading:
        return list(reading.get_one(Client, cast.client_id).participants)


def letters(cast: Cast) -> str:
    return "".join(person.letter for person in people(cast))


def record(cast: Cast) -> Record:
    with db.reading() as reading:
        return records.record(reading, cast.clinician, cast.client_id, now=clock.now())


def handed_to(
    cast: Cast, session_id: UUID, whom: str = "AB", way: Way = Way.TABLET
) -> list[Handover]:
    """Hand over to these people, one after the other."""
    now = clock.now()
    with db.transaction() as writing:
        token = sign_ins.open_sign_in(writing, cast.clinician.id, now=now)
        who = tuple(p.id for p in people(cast) if p.letter in whom)
        return handovers.hand_over(
            writing,
            cast.clinician,
            session_id,
            HandoverWish(way, (OWN,), who),
            sign_in=sign_in_of(writing, token),
            now=now,
        )


def passed_on(row: Handover) -> str | None:
    with db.transaction() as writing:
        return answering.pass_on(writing, writing.get_one(Handover, row.id), now=clock.now())


def both_rate(cast: Cast, first: Mapping[str, str], second: Mapping[str, str]) -> UUID:
    """A session that both rated on the tablet."""
    with db.transaction() as writing:
        at = handovers.begin_session(writing, cast.clinician, cast.client_id, now=clock.now()).id
    a, b = handed_to(cast, at)
    answer(a, first)
    send(a)
    assert passed_on(a)
    answer(b, second)
    send(b)
    return at


def test_a_couple_is_two_people_and_others_begin_as_one(cast: Cast, couple: Cast) -> None:
    assert (letters(cast), letters(couple)) == ("A", "AB")
    with db.reading() as reading:
        single, pair = (reading.get_one(Client, c.client_id) for c in (cast, couple))
        assert clients.letters_of(single) == {}
        assert list(clients.letters_of(pair).values()) == ["A", "B"]
    assert record(cast).letter(people(cast)[0].id) == ""


def test_people_are_added_with_the_next_letter(cast: Cast) -> None:
    for expected in LETTERS[1:]:
        with db.transaction() as writing:
            added = participants.add_participant(
                writing, cast.clinician, cast.client_id, now=clock.now()
            )
        assert added.letter == expected
    with pytest.raises(NotNow, match="12 people"), db.transaction() as writing:
        participants.add_participant(writing, cast.clinician, cast.client_id, now=clock.now())
    with pytest.raises(NotPermitted), db.transaction() as writing:
        participants.add_participant(writing, cast.outsider, cast.client_id, now=clock.now())


def test_somebody_leaves_and_comes_back(couple: Cast) -> None:
    def ask(letter: str, ask: bool) -> None:
        with db.transaction() as writing:
            participants.ask_participant(
                writing, couple.clinician, couple.client_id, letter, ask=ask, now=clock.now()
            )

    ask("B", False)
    ask("B", False)  # once more changes nothing
    with pytest.raises(NotNow, match="Somebody has to be asked"):
        ask("A", False)
    with pytest.raises(NotPermitted):
        ask("C", True)
    ask("B", True)
    with db.reading() as reading:
        client = reading.get_one(Client, couple.client_id)
        assert [p.letter for p in participants.asked(client)] == ["A", "B"]
        theirs = select(AuditEntry.event).where(AuditEntry.client_id == client.id)
        events = reading.scalars(theirs.order_by(AuditEntry.seq))
        assert [e for e in events if e.startswith("participant")] == [
            "participant.not_asked",
            "participant.asked",
        ]


def test_one_after_the_other_on_one_tablet(couple: Cast) -> None:
    at = session_today(couple)
    a, b = handed_to(couple, at)
    assert [(r.letter, r.state) for r in (a, b)] == [("A", "open"), ("B", "waiting")]
    assert passed_on(a) is None  # not while A still has it
    answer(a, HIGH)
    send(a)
    assert session(at).no_rating is None
    token = passed_on(a)
    assert token
    with db.reading() as reading:
        held = answering.held_by(reading, token, now=clock.now())
        assert held
        assert (held.id, held.on_tablet) == (b.id, True)
        assert answering.next_of(reading, b) is None
    answer(b, LOW)
    send(b)
    assert passed_on(b) is None
    found = record(couple)
    assert {
        found.letter(line.participant): point.answers.items["bond"]
        for point, line in found.points_on(at)
    } == {"A": 8, "B": 5}


def test_each_has_drops_of_their_own_and_the_difference_is_a_note(couple: Cast) -> None:
    both_rate(couple, HIGH, HIGH)
    at = both_rate(couple, HIGH, LOW)
    found = {view.finding.kind: view for view in record(couple).flags_on(at)}
    assert set(found) == {FlagKind.DROP, FlagKind.PARTNERS_APART}
    b = people(couple)[1]
    drop, apart = found[FlagKind.DROP], found[FlagKind.PARTNERS_APART]
    assert (drop.flag.participant_id, drop.letter) == (b.id, "B")
    assert (apart.flag.participant_id, apart.letter, apart.tier) == (b.id, "B", "note")
    assert apart.finding.reason == str(people(couple)[0].id)


def test_it_waits_for_the_second_when_the_first_declines(couple: Cast) -> None:
    at = session_today(couple)
    a, b = handed_to(couple, at)
    with db.transaction() as writing:
        answering.decline(writing, a.id, now=clock.now())
    assert session(at).no_rating == NoRating.ASKED
    assert passed_on(a)
    answer(b, HIGH)
    send(b)
    assert session(at).no_rating is None


def test_declined_by_both_is_declined(couple: Cast) -> None:
    at = session_today(couple)
    a, b = handed_to(couple, at)
    for row in (a, b):
        passed_on(a)
        with db.transaction() as writing:
            answering.decline(writing, row.id, now=clock.now())
    assert session(at).no_rating == NoRating.DECLINED


def test_each_gets_a_code_of_their_own(couple: Cast) -> None:
    rows = handed_to(couple, session_today(couple), way=Way.CODE)
    with db.reading() as reading:
        codes = {handovers.shown_of(reading, row).code for row in rows}
    assert len(codes) == 2
    assert {row.state for row in rows} == {"waiting"}


def test_only_those_who_were_chosen_are_asked_and_nobody_twice(couple: Cast) -> None:
    at = session_today(couple)
    (only_b,) = handed_to(couple, at, "B")
    assert only_b.letter == "B"
    answer(only_b, HIGH)
    send(only_b)
    with db.reading() as reading:
        offer = handovers.offer_of_session(reading, couple.clinician, at, now=clock.now())
    assert [m.key for m in offer.askable] == [OWN]  # A has not rated yet
    assert [p.letter for p in offer.people] == ["A", "B"]
    with pytest.raises(Incomplete) as refused:
        handed_to(couple, at, "AB")  # B has
    assert refused.value.problems == {"measures": NOTHING_LEFT}
    handed_to(couple, at, "A")
    assert session(at).no_rating is None  # there is a rating already


def test_taking_it_back_ends_it_for_those_who_wait(couple: Cast) -> None:
    a, b = handed_to(couple, session_today(couple))
    with db.transaction() as writing:
        assert taking_back.take_back(writing, a, now=clock.now())
    assert [state(row).state for row in (a, b)] == ["unanswered", "unanswered"]


def correct(cast: Cast, at: UUID, who: str, *numbers: int, **details: object) -> None:
    whose = next(p.id for p in people(cast) if p.letter == who)
    typed = entry(marks(*numbers) if numbers else None, participant=whose)
    with db.transaction() as writing:
        corrections.correct_session(
            writing,
            cast.clinician,
            at,
            SessionDetails(session(at).held_on, **details),
            typed,
            CorrectionReason("from paper", session(at).version),
            now=clock.now(),
        )


def test_the_marks_of_the_second_are_typed_beside_those_of_the_first(couple: Cast) -> None:
    at = session_today(couple)
    correct(couple, at, "A", 8, 8, 8, 8)
    correct(couple, at, "B", 5, 8, 8, 8)
    found = {
        record(couple).letter(line.participant): point.answers.items["bond"]
        for point, line in record(couple).points_on(at)
    }
    assert found == {"A": 8, "B": 5}
    correct(couple, at, "A", note="A told more")  # nobody has to say why there is nothing new


def test_a_session_that_another_rated_took_place(couple: Cast) -> None:
    at = session_today(couple)
    correct(couple, at, "B", 5, 8, 8, 8)
    with pytest.raises(Incomplete) as found:
        correct(couple, at, "A", status=Status.MISSED)
    assert "Another person has rated it" in found.value.problems["status"]
