"""Clients and caseloads, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import event, select

from tests.conftest import START, Cast, log, marks, new_client, weeks
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.care.caseload import Need
from tracker.domain.course.clients import AgeBand, Format
from tracker.domain.course.sessions import NoRating, Setting, Status
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Permission
from tracker.models import Client
from tracker.reference.loader import shipped
from tracker.services.access import permissions
from tracker.services.care import flag_answers, sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.people import accounts
from tracker.services.record import clients
from tracker.services.record.client_lines import OutcomeLine
from tracker.services.record.ratings import RatingsEntry
from tracker.services.supervision.caseload import Caseload, CaseloadRow, caseload

OWN = "session-check"


def load(cast: Cast, who: str = "clinician", of: str = "clinician") -> Caseload:
    with db.reading() as reading:
        return caseload(reading, cast.named(who), cast.named(of).id, now=clock.now())


def row(cast: Cast) -> CaseloadRow:
    (found,) = load(cast).rows
    return found


def test_a_client_is_known_by_a_code_and_has_participant_a(cast: Cast) -> None:
    with db.transaction() as writing:
        made = clients.add_client(
            writing,
            cast.clinician,
            new_client(
                "ors", "srs", "session-check", "srs", initials=" ak ", own_reference=" F-12 "
            ),
            now=clock.now(),
        )
    with db.reading() as reading:
        client = permissions.client_for(
            reading, cast.clinician, made.id, Permission.READ_RECORD, now=clock.now()
        )
        assert (client.initials, client.own_reference) == ("AK", "F-12")
        assert [m.key for m in clients.measures_of(client, shipped())] == [
            "session-check",
            "srs",
            "ors",
        ]
        assert clients.participant_a(client).letter == "A"
        primary = clients.primary_measure(client, shipped())
        assert primary
        assert primary.key == "session-check"
    columns = {column.name for column in Client.__table__.columns}
    assert not columns & {"name", "first_name", "last_name", "date_of_birth", "birth_date"}


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"initials": "ABCD"}, "initials"),
        ({"initials": "A1"}, "initials"),
        ({"own_reference": "x" * 41}, "own_reference"),
        ({"starts_on": date(2999, 1, 1)}, "starts_on"),
        ({"starts_on": date(1900, 1, 1)}, "starts_on"),
        ({"measure_keys": ("wellbeing-check",)}, "measures"),
        ({"measure_keys": ("colour",)}, "measures"),
    ],
)
def test_what_is_wrong_with_a_new_client_is_named(
    cast: Cast, details: dict[str, object], field: str
) -> None:
    with pytest.raises(Incomplete) as caught, db.transaction() as writing:
        clients.add_client(writing, cast.clinician, new_client(**details), now=clock.now())
    assert list(caught.value.problems) == [field]


def test_only_a_clinician_adds_clients(cast: Cast) -> None:
    for who in (cast.supervisor, cast.administrator):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            clients.add_client(writing, who, new_client(), now=clock.now())
    with pytest.raises(NotPermitted), db.reading() as reading:
        permissions.client_for(
            reading, cast.clinician, uuid4(), Permission.READ_RECORD, now=clock.now()
        )


def test_a_row_shows_the_last_score_its_change_and_the_flag(cast: Cast) -> None:
    assert (row(cast).alliance, row(cast).need, row(cast).sessions) == (None, Need.NONE, 0)
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    first = row(cast)
    assert first.alliance
    assert (first.alliance.last, first.change, first.alliance.fell) == (8, None, False)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    found = row(cast)
    line = found.alliance
    assert line
    assert (line.last, line.change, line.fell) == (Fraction(29, 4), Fraction(-3, 4), True)
    assert (line.recent, line.flagged, found.sessions) == ((8, Fraction(29, 4)), {1}, 2)
    assert found.flag
    assert found.age_days == (clock.now().date() - weeks(1)).days


def test_an_answered_flag_leaves_the_top_and_a_planned_one_stays_near_it(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    for answer, need in ((Answer.NEXT_SESSION, Need.COME_BACK), (Answer.EXPLAINED, Need.NONE)):
        shown = row(cast)
        assert shown.flag
        with db.transaction() as writing:
            flag_answers.answer_flag(
                writing, cast.clinician, shown.flag.flag.id, Reply(answer), now=clock.now()
            )
        assert row(cast).need is need
    assert row(cast).flag is None


def test_a_row_shows_one_thing_to_answer_and_counts_the_others(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 10, 9, 9, 9)
    log(cast.clinician, cast.client_id, weeks(1), 6, 9, 9, 9)
    first = row(cast)
    assert first.flag
    assert (first.more, len(first.thing.flags)) == (0, 1)
    log(cast.clinician, cast.client_id, weeks(2), 2, 9, 9, 9)
    shown = row(cast)
    assert [flag.slot.number for flag in shown.thing.flags] == [3, 2], "one line, the newest first"
    assert (shown.more, shown.standing.since()) == (0, weeks(1))
    with db.transaction() as writing:
        put_off = Reply(Answer.NEXT_SESSION)
        flag_answers.answer_flag(
            writing, cast.clinician, first.flag.flag.id, put_off, now=clock.now()
        )
    shown = row(cast)
    assert (shown.flag.slot.number, shown.more) == (3, 1)


def test_three_sessions_without_a_rating_are_a_need(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    for week in (1, 2, 3):
        log(cast.clinician, cast.client_id, weeks(week), no_rating=NoRating.NOT_ASKED)
        assert (row(cast).need is Need.NO_RATING_LATELY) == (week == 3)
    line = row(cast).alliance
    assert line
    assert line.recent == (8, None, None, None)


def test_a_session_today_is_a_need(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, clock.now().date(), 8, 8, 8, 8)
    assert row(cast).need is Need.TODAY
    assert load(cast).count(Need.TODAY) == 1


def test_todays_sessions_are_todays_whatever_else_they_need(cast: Cast) -> None:
    today = clock.now().date()
    log(cast.clinician, cast.client_id, today - timedelta(weeks=1), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, today, 5, 8, 8, 8)
    assert row(cast).need is Need.CHECK_IN
    assert load(cast).count(Need.TODAY) == 1


def test_a_missed_session_is_not_a_session_today(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, clock.now().date(), status=Status.MISSED)
    assert (row(cast).logged_today, load(cast).count(Need.TODAY)) == (False, 0)


def test_a_flag_without_a_fall_colours_no_number(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 10, 10, 10)
    line = row(cast).alliance
    assert line
    assert (line.flagged, line.change, line.fell) == ({1}, Fraction(3, 4), False)


def test_the_outcome_is_the_one_rated_last_and_changes_where_that_is_reliable(cast: Cast) -> None:
    with db.transaction() as writing:
        measures = (OWN, "ors", "phq-9")
        made = clients.add_client(writing, cast.clinician, new_client(*measures), now=clock.now())

    def rated(week: int, key: str, total: int) -> None:
        given = Entered(total=Fraction(total))
        whole = RatingsEntry({(OWN, Rater.CLIENT): marks(8, 8, 8, 8), (key, Rater.CLIENT): given})
        with db.transaction() as writing:
            sessions.log_session(
                writing,
                cast.clinician,
                made.id,
                SessionDetails(weeks(week)),
                whole,
                now=clock.now(),
            )

    def outcome() -> OutcomeLine:
        (found,) = (each for each in load(cast).rows if each.client.id == made.id)
        assert found.outcome
        return found.outcome

    rated(0, "ors", 20)
    assert (outcome().measure.key, outcome().last, outcome().gain) == ("ors", 20, None)
    rated(1, "phq-9", 17)
    rated(2, "phq-9", 12)
    assert outcome().recent == (None, 17, 12)
    assert outcome().gain is None, "five points may be chance on this measure"
    rated(3, "phq-9", 11)
    assert outcome().gain == 6


@pytest.mark.parametrize("put_off", [Answer.NOT_TODAY, Answer.SUPERVISION, Answer.NEXT_SESSION])
def test_what_was_put_off_stays_in_sight(cast: Cast, put_off: Answer) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    asked = row(cast).flag
    assert asked
    with db.transaction() as writing:
        flag_answers.answer_flag(
            writing, cast.clinician, asked.flag.id, Reply(put_off), now=clock.now()
        )
    shown = row(cast)
    assert shown.flag
    assert (shown.need, shown.flag.to_come_back_to) == (Need.COME_BACK, True)


def test_a_client_without_alliance_measure_has_a_row_too(cast: Cast) -> None:
    with db.transaction() as writing:
        client = clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
        writing.delete(client.measures[0])
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    assert {r.alliance is None for r in load(cast).rows} == {True, False}


def test_the_supervisor_reads_the_same_rows_and_others_none(cast: Cast) -> None:
    assert [r.client.id for r in load(cast, "supervisor").rows] == [cast.client_id]
    for who in ("administrator", "outsider"):
        with pytest.raises(NotPermitted):
            load(cast, who)
    with pytest.raises(NotPermitted):
        load(cast, "supervisor", of="outsider")


def _queries(cast: Cast) -> int:
    statements: list[str] = []
    engine = db.engine()

    def note(*args: object) -> None:
        statements.append(str(args[2]))

    event.listen(engine, "before_cursor_execute", note)
    try:
        load(cast)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(statements)


def test_the_number_of_queries_does_not_grow_with_the_caseload(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    few = _queries(cast)
    for _ in range(6):
        with db.transaction() as writing:
            made = clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
        for week in range(4):
            log(cast.clinician, made.id, weeks(week), 8 - 3 * (week % 2), 8, 8, 8)
    assert _queries(cast) == few <= 12


def test_a_couple_on_video_is_stored_as_such(cast: Cast) -> None:
    with db.transaction() as writing:
        made = clients.add_client(
            writing,
            cast.clinician,
            new_client(
                format=Format.COUPLE,
                usual_setting=Setting.VIDEO,
                age_band=AgeBand.OLDER_ADULT,
                starts_on=START + timedelta(days=1),
            ),
            now=clock.now(),
        )
    with db.reading() as reading:
        stored = reading.scalar(select(Client).where(Client.id == made.id))
    assert stored
    assert (stored.format, stored.usual_setting, stored.age_band) == (
        "couple",
        "video",
        "older_adult",
    )


def test_the_chip_is_the_flag_that_asks_and_not_another_of_that_day(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 9, 9, 9, 9)
    log(cast.clinician, cast.client_id, weeks(1), 5, 9, 9, 9)
    first = row(cast).flag
    assert first
    with db.transaction() as writing:
        flag_answers.answer_flag(
            writing, cast.clinician, first.flag.id, Reply(Answer.EXPLAINED), now=clock.now()
        )
    log(cast.clinician, cast.client_id, weeks(1), 1, 9, 9, 9, another_that_day=True)
    shown = row(cast)
    assert shown.flag
    assert (shown.need, shown.flag.needs_answer, shown.flag.slot.number) == (Need.CHECK_IN, True, 3)


def test_initials_that_grow_in_capitals_are_refused(cast: Cast) -> None:
    with pytest.raises(Incomplete, match="three letters"), db.transaction() as writing:
        clients.add_client(
            writing, cast.clinician, new_client(initials="\u00df\u00df\u00df"), now=clock.now()
        )


def test_no_client_arrives_with_someone_who_is_being_disabled(app: Flask, cast: Cast) -> None:
    def add() -> str:
        with app.app_context(), db.transaction() as writing:
            try:
                clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
            except NotPermitted:
                return "refused"
        return "added"

    with db.transaction() as writing:
        for client in writing.scalars(select(Client)):
            client.clinician_id = cast.outsider.id
    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as writing:
            accounts.disable(writing, cast.administrator, cast.clinician.id, now=clock.now())
            adding = pool.submit(add)
            with pytest.raises(TimeoutError):
                adding.result(timeout=0.3)
        assert adding.result(timeout=20) == "refused"
