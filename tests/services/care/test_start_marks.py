"""The mark at the start as it is stored with a session, corrected, and told beside a drop; and that it counts for nothing."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.conftest import Cast, entry, marks, weeks
from tests.services.handing import HIGH, OWN, answer, handed, ratings_of, send, session_today, state
from tests.services.handing import session as stored
from tests.services.recording import check_ins, correct, record
from tracker import clock, db
from tracker.domain.course.handover import NOTHING_LEFT, Moment, Way
from tracker.domain.course.sessions import NoRating, Status
from tracker.domain.errors import Incomplete
from tracker.domain.rules.start_mark import FellWhen
from tracker.models import AuditEntry, Client, Handover, Participant, SessionChange
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.handover import answering, handovers
from tracker.services.office import practice
from tracker.services.record import participants
from tracker.services.record.ratings import RatingsEntry, StartEntry

KEY = "start-mark"


@pytest.fixture
def asking(cast: Cast) -> Cast:
    """A practice that asks for it."""
    switched(cast, on=True)
    return cast


def switched(cast: Cast, *, on: bool) -> None:
    with db.transaction() as writing:
        wanted = practice.PracticeSettings(start_mark=on)
        practice.change_practice(writing, cast.administrator, wanted, now=clock.now())


def logged(cast: Cast, day: date, bond: int, start: int | None = None, **details: object) -> object:
    with db.transaction() as writing:
        given = StartEntry(start) if start is not None else None
        return sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            SessionDetails(day, **details),
            entry(marks(bond, 8, 8, 8), start=given),
            now=clock.now(),
        ).id


def given_at(cast: Cast) -> list[dict[str, int]]:
    """The marks of each session by letter."""
    whole = record(cast)
    letters = {person.id: person.letter for person in whole.client.participants}
    return [
        {letters[whose]: mark for whose, mark in slot.start_marks.items()}
        for slot in whole.course.slots
    ]


def test_it_is_told_beside_the_drop_and_counts_for_nothing_else(asking: Cast) -> None:
    logged(asking, weeks(0), 8, 2)
    logged(asking, weeks(1), 8, 9)
    logged(asking, weeks(2), 5, 8)
    assert given_at(asking) == [{"A": 2}, {"A": 9}, {"A": 8}]
    (drop,) = check_ins(asking)
    assert drop.start is not None
    assert (drop.start.start, drop.start.when) == (8, FellWhen.WITHIN)
    assert [flag.finding.kind.value for flag in record(asking).flags] == ["drop"]
    lines = record(asking).course.trajectories
    assert {line[0]: len(of.points) for line, of in lines.items()} == {OWN: 3}


def test_it_is_corrected_with_its_session_and_the_old_one_stays(asking: Cast) -> None:
    logged(asking, weeks(0), 8)
    session_id = logged(asking, weeks(1), 5, 8)
    fallen = marks(5, 8, 8, 8)
    correct(asking, session_id, weeks(1), entry(fallen, start=StartEntry(5)))
    assert [flag.start.when for flag in check_ins(asking) if flag.start] == [FellWhen.BEFORE]
    with pytest.raises(Incomplete, match="Nothing was changed"):
        correct(asking, session_id, weeks(1), entry(fallen, start=StartEntry(5)))
    with pytest.raises(Incomplete, match="Nothing was changed"):
        correct(asking, session_id, weeks(1), entry(fallen))  # a form that did not ask
    correct(asking, session_id, weeks(1), entry(fallen, start=StartEntry()))
    assert given_at(asking)[1] == {}
    assert check_ins(asking)[0].start is None
    with db.reading() as reading:
        changes = reading.scalars(select(SessionChange).order_by(SessionChange.changed_at))
        assert [(c.field, c.old, c.new) for c in changes] == [
            ("start_marks", "8", "5"),
            ("start_marks", "5", ""),
        ]
        last = reading.scalars(select(AuditEntry).where(AuditEntry.event == "session.corrected"))
        assert list(last)[-1].detail["fields"] == ["start_marks"]


@pytest.mark.one_database(reason="what is refused is decided before anything is stored")
def test_what_cannot_be_stored(asking: Cast) -> None:
    with pytest.raises(Incomplete) as out_of_range:
        logged(asking, weeks(0), 8, 11)
    assert set(out_of_range.value.problems) == {"start_mark"}
    session_id = logged(asking, weeks(0), 8, 7)
    with pytest.raises(Incomplete) as missed:
        gone = RatingsEntry({(OWN, "client"): marks(None, None, None, None)})
        correct(asking, session_id, weeks(0), gone, status=Status.MISSED)
    assert set(missed.value.problems) == {"status"}
    switched(asking, on=False)
    with pytest.raises(Incomplete, match="does not ask"):
        logged(asking, weeks(1), 8, 7)
    # what is there can still be put right
    correct(asking, session_id, weeks(0), entry(marks(8, 8, 8, 8), start=StartEntry(6)))
    assert given_at(asking) == [{"A": 6}]


def test_the_client_gives_it_at_the_start_and_rates_at_the_end(asking: Cast) -> None:
    logged(asking, weeks(0), 8)
    today = session_today(asking)
    with db.reading() as reading:
        of = (reading, asking.clinician, today)
        ends = handovers.offer_of_session(*of, now=clock.now())
        offer = handovers.offer_of_session(*of, at=Moment.START, now=clock.now())
    assert (ends.start, ends.start_due, ends.due, ends.both) == (
        True,
        False,
        {"session-check"},
        True,
    )
    assert (offer.start, offer.start_due, offer.due) == (True, True, {"wellbeing-check"})
    row = begun(asking, today)
    assert (row.measures, row.start_mark) == ([], True)
    answer(row, {"start": "4", "bond": "3"}, KEY)
    send(row)
    assert (state(row).state, state(row).answers) == ("sent", {})
    assert given_at(asking)[1] == {"A": 4}
    assert stored(today).no_rating == NoRating.ASKED  # it answers nothing of the session's rating
    assert ratings_of(asking, today) == {}
    with db.reading() as reading:
        last = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
        assert (last.event, last.detail) == (
            "handover.sent",
            {"ratings": [], "fields": ["start_marks"]},
        )
        offer = handovers.offer_of_session(reading, asking.clinician, today, now=clock.now())
    assert (offer.start, offer.start_due) == (False, False)
    at_the_end = handed(asking.clinician, today, start=True)  # once only
    assert not at_the_end.start_mark
    answer(at_the_end, {**HIGH, "bond": "4"})
    send(at_the_end)
    (drop,) = check_ins(asking)
    assert drop.start is not None
    assert (drop.start.when, stored(today).no_rating) == (FellWhen.BEFORE, None)


def begun(cast: Cast, session_id: object) -> Handover:
    """A hand-over of the mark at the start alone, opened."""
    with db.transaction() as writing:
        now = clock.now()
        wanted = handovers.HandoverWish(Way.CODE, (), start=True)
        (row,) = handovers.hand_over(writing, cast.clinician, session_id, wanted, now=now)
        handovers.open_by(writing, handovers.shown_of(writing, row).code, now=now)
        return row


@pytest.mark.one_database(reason="what is refused is decided before anything is stored")
def test_it_is_asked_before_the_session_and_not_with_its_rating(asking: Cast) -> None:
    today = session_today(asking)
    for way, keys, start in ((Way.CODE, OWN, True), (Way.LINK, "wellbeing-check", True)):
        with pytest.raises(Incomplete) as refused:
            handed(asking.clinician, today, keys, way=way, start=start)
        assert set(refused.value.problems) == {"measures"}
    earlier = logged(asking, weeks(0), 8)
    with db.reading() as reading:
        offer = handovers.offer_of_session(reading, asking.clinician, earlier, now=clock.now())
        assert not offer.start
    correct(asking, today, stored(today).held_on, entry(marks(8, 8, 8, 8)))
    with db.reading() as reading:
        offer = handovers.offer_of_session(reading, asking.clinician, today, now=clock.now())
        assert not offer.start  # it would come after the mark at the end
    switched(asking, on=False)
    with db.reading() as reading:
        offer = handovers.offer_of_session(reading, asking.clinician, today, now=clock.now())
        assert not offer.start
    with pytest.raises(Incomplete):
        begun(asking, today)


@pytest.mark.one_database(reason="how a hand-over ends is held on both by its own tests")
def test_declined_it_is_not_kept_and_what_was_typed_meanwhile_stands(asking: Cast) -> None:
    today = session_today(asking)
    row = begun(asking, today)
    answer(row, {"start": "4"}, KEY)
    with db.transaction() as writing:
        answering.decline(writing, row.id, now=clock.now())
    assert given_at(asking) == [{}]
    again = begun(asking, today)
    answer(again, {"start": "none"}, KEY)
    send(again)
    assert given_at(asking) == [{}]
    third = begun(asking, today)
    answer(third, {"start": "4"}, KEY)
    typed = entry(start=StartEntry(6))
    correct(asking, today, stored(today).held_on, typed, no_rating=NoRating.ASKED)
    send(third)
    assert given_at(asking) == [{"A": 6}]


@pytest.mark.one_database(reason="several people of one record are held on both by their own tests")
def test_of_several_people_each_gives_their_own(asking: Cast) -> None:
    with db.transaction() as writing:
        participants.add_participant(writing, asking.clinician, asking.client_id, now=clock.now())
    with db.reading() as reading:
        b = reading.scalars(select(Participant).where(Participant.letter == "B")).one()
    session_id = logged(asking, weeks(0), 8, 8)
    correct(
        asking,
        session_id,
        weeks(0),
        RatingsEntry(participant=b.id, start=StartEntry(3)),
    )
    assert given_at(asking) == [{"A": 8, "B": 3}]
    with db.reading() as reading:
        (change,) = reading.scalars(select(SessionChange))
    assert (change.old, change.new) == ("B: nothing", "B: 3")
    gone = RatingsEntry({(OWN, "client"): marks(None, None, None, None)}, start=StartEntry())
    with pytest.raises(Incomplete) as missed:
        correct(asking, session_id, weeks(0), gone, status=Status.MISSED)
    assert "status" in missed.value.problems


@pytest.mark.one_database(reason="whom a hand-over asks is decided before anything is stored")
def test_whoever_gave_it_already_gets_no_empty_hand_over(asking: Cast) -> None:
    with db.transaction() as writing:
        made = participants.add_participant(
            writing, asking.clinician, asking.client_id, now=clock.now()
        )
    today = session_today(asking)
    given = entry(start=StartEntry(6))
    correct(asking, today, stored(today).held_on, given, no_rating=NoRating.ASKED)
    with pytest.raises(Incomplete) as refused, db.transaction() as writing:
        people = [each.id for each in writing.get_one(Client, asking.client_id).participants]
        wanted = handovers.HandoverWish(Way.CODE, (), people=tuple(people), start=True)
        handovers.hand_over(writing, asking.clinician, today, wanted, now=clock.now())
    assert refused.value.problems == {"measures": NOTHING_LEFT}
    with db.transaction() as writing:
        alone = handovers.HandoverWish(Way.CODE, (), people=(made.id,), start=True)
        rows = handovers.hand_over(writing, asking.clinician, today, alone, now=clock.now())
        assert [(row.participant_id, row.start_mark) for row in rows] == [(made.id, True)]
