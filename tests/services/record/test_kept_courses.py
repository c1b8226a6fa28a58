"""What is kept of a client's course: when it counts, who stores it, and that it is what would be worked out."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import inspect, select, text, update
from sqlalchemy.orm import Session

from bench.measuring import queries
from tests.conftest import Browser, Cast, log, weeks
from tests.keeping import kept_otherwise
from tests.services.recording import record
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.people.access import Actor
from tracker.models import Client, KeptCourse, Practice, Reengagement, TherapySession
from tracker.services.care import flag_answers
from tracker.services.care.flag_answers import Reply
from tracker.services.installation import defined
from tracker.services.record import kept_courses
from tracker.services.record.client_lines import ClientLine
from tracker.services.record.course import course, remember
from tracker.services.supervision.caseload import caseload

NO_COURSE = {"practice", "practice_estimates"}  # in the digest, not counted


@pytest.fixture
def fallen(cast: Cast) -> Cast:
    """The clinician's client has rated twice, and fallen."""
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    return cast


def line(cast: Cast) -> ClientLine:
    with db.reading() as reading:
        return kept_courses.lines_of(reading, [cast.client_id], now=clock.now())[cast.client_id]


def counts(cast: Cast) -> bool:
    """Whether what is kept of the client counts now."""
    with db.reading() as reading:
        return bool(kept_courses.kept_texts(reading, [cast.client_id], kept_courses.LINE))


def asked(app: Flask, actor: Actor) -> str:
    """The statements of a caseload."""
    with queries(app) as sent, db.reading() as reading:
        caseload(reading, actor, actor.id, now=clock.now())
    return "\n".join(statement for statement, _ in sent)


def test_a_caseload_reads_what_is_kept_and_no_rating(app: Flask, fallen: Cast) -> None:
    assert counts(fallen)
    with db.reading() as reading:
        assert kept_otherwise(reading) == []
    statements = asked(app, fallen.clinician)
    assert "kept_courses" in statements
    assert not re.search("FROM ratings|JOIN ratings|FROM therapy_sessions", statements)
    kept = line(fallen)
    assert (kept.sessions, [flag.slot.number for flag in kept.flags]) == (2, [2])
    assert kept.alliance
    assert kept.alliance.fell


def test_an_answer_is_kept_as_it_is_given(fallen: Cast) -> None:
    (flag,) = record(fallen).flags
    with db.transaction() as writing:
        reply = Reply(Answer.NEXT_SESSION, note="Words that are not kept")
        flag_answers.answer_flag(writing, fallen.clinician, flag.flag.id, reply, now=clock.now())
    assert counts(fallen)
    (shown,) = line(fallen).flags
    assert shown.to_come_back_to
    with db.reading() as reading:
        assert kept_otherwise(reading) == []
        assert b"Words" not in reading.get_one(KeptCourse, fallen.client_id).line


@pytest.mark.parametrize("table", ["clients", "therapy_sessions", "flags", "client_measures"])
def test_a_row_that_somebody_wrote_past_it_makes_it_count_no_more(
    app: Flask, fallen: Cast, table: str
) -> None:
    column = {"clients": "age_band", "client_measures": "position"}.get(table, "version")
    one = "id" if table == "clients" else "client_id"
    of_client = db.engine().dialect.name == "sqlite" and fallen.client_id.hex
    with db.engine().begin() as connection:
        connection.execute(
            text(f"UPDATE {table} SET {column} = {column} WHERE {one} = :client"),
            {"client": of_client or fallen.client_id},
        )
    assert not counts(fallen)
    assert "FROM ratings" in asked(app, fallen.clinician)
    assert line(fallen).sessions == 2


def test_a_row_whose_session_was_not_read_is_kept_too(fallen: Cast) -> None:
    with db.reading() as reading:
        session_id = course(reading, fallen.client_id).slots[0].session_id
    with db.transaction() as writing:
        talked = Reengagement(id=uuid4(), session_id=session_id, happened_on=weeks(1), note="Said")
        talked.recorded_at = clock.now()
        talked.recorded_by_id = fallen.clinician.id
        writing.add(talked)
    assert counts(fallen)


def test_another_client_keeps_what_is_kept(fallen: Cast) -> None:
    log(fallen.outsider, fallen.other_client_id, weeks(1), 8, 8, 8, 8)
    assert counts(fallen)


def test_other_settings_make_it_count_no_more(fallen: Cast) -> None:
    with db.transaction() as writing:
        writing.execute(update(Practice).values(time_zone="Asia/Tokyo"))
    assert not counts(fallen)


def test_other_code_or_measures_make_it_count_no_more(app: Flask, fallen: Cast) -> None:
    with db.reading() as reading:
        made = kept_courses.installation(reading).made
        with_these = made["kept with"]
        made["kept with"] = "what another release is made of"
        try:
            assert not kept_courses.kept_texts(reading, [fallen.client_id], kept_courses.LINE)
        finally:
            made["kept with"] = with_these
        assert kept_courses.kept_texts(reading, [fallen.client_id], kept_courses.LINE)


def test_the_digest_is_the_same_in_every_process(cast: Cast) -> None:
    """Or what `tracker database rebuild` keeps would count for no worker: sets come in another order in each."""
    with db.reading() as reading:
        of_measures = kept_courses.measures_digest(defined(reading))
    asked = (
        "from tracker.reference.loader import shipped\n"
        "from tracker.services.record.kept_courses import measures_digest\n"
        "print(measures_digest(shipped()))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    said = subprocess.run(
        [sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == of_measures


def test_whoever_only_reads_stores_nothing(app: Flask, fallen: Cast) -> None:
    with db.engine().begin() as connection:
        connection.execute(text("DELETE FROM kept_courses"))
    page = Browser(app.test_client()).sign_in_as(fallen.clinician)
    for path in ("/", f"/clients/{fallen.client_id}"):
        assert page.client.get(path).status_code == 200
    with db.reading() as reading:
        assert reading.scalars(select(KeptCourse)).all() == []


@pytest.fixture
def refused(cast: Cast) -> Iterator[Cast]:
    """The database refuses what is to be kept."""
    refuse = "CREATE TRIGGER refuse BEFORE UPDATE ON kept_courses FOR EACH ROW"
    with db.engine().begin() as connection:
        sqlite = connection.dialect.name == "sqlite"
        how = (
            "BEGIN SELECT RAISE(ABORT, 'no'); END" if sqlite else "EXECUTE FUNCTION refuse_change()"
        )
        connection.execute(text(f"{refuse} {how}"))
    yield cast
    with db.engine().begin() as connection:
        connection.execute(text(f"DROP TRIGGER refuse{'' if sqlite else ' ON kept_courses'}"))


def test_a_session_is_stored_though_its_course_cannot_be_kept(
    refused: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    log(refused.clinician, refused.client_id, weeks(0), 8, 8, 8, 8)
    assert "a course was not kept" in caplog.text
    assert not counts(refused)
    assert line(refused).sessions == 1


def test_what_is_kept_is_made_of_what_is_counted(app: Flask, fallen: Cast) -> None:
    """Each table that is read for it counts its rows, or is in the digest: or a change of it would go unseen."""
    with queries(app) as sent, db.reading() as reading:
        kept_courses.made_anew(reading, [fallen.client_id], now=clock.now())
    tables = {
        name for statement, _ in sent for name in re.findall(r"(?:FROM|JOIN) (\w+)", statement)
    }
    sqlite = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    with db.engine().connect() as connection:
        dialect = connection.dialect.name
        ours = sqlite if dialect == "sqlite" else "SELECT tgname FROM pg_trigger"
        triggers = {row[0] for row in connection.execute(text(ours))}
        known = set(inspect(connection).get_table_names())
    counted = {table for table in known if f"{table}_count_update" in triggers}
    assert {"ratings", "flags", "flag_reviews"} < tables & known
    assert tables & known <= counted | NO_COURSE
    every_act = {
        f"{table}_count_{act}" for table in counted - {"clients"} for act in ("insert", "delete")
    }
    assert every_act <= triggers


def test_a_transaction_reads_a_course_once_until_it_writes_to_one(app: Flask, fallen: Cast) -> None:
    def reads(writing: Session) -> int:
        """How many statements read ratings when the course is asked for."""
        with queries(app) as sent:
            of = course(writing, fallen.client_id)
        assert [slot.number for slot in of.slots] == [1, 2]
        return sum("FROM ratings" in statement for statement, _ in sent)

    with db.transaction() as writing:
        assert [reads(writing), reads(writing)] == [1, 1]
        remember(writing, fallen.client_id, course(writing, fallen.client_id))
        assert [reads(writing), reads(writing)] == [0, 0]
        first = course(writing, fallen.client_id).slots[0].session_id
        writing.get_one(TherapySession, first).note = "Other words"
        assert reads(writing) == 1
        assert course(writing, fallen.client_id).sessions[0].note == "Other words"


def keep_all(db_: Session) -> list[UUID]:
    return kept_courses.keep_some(db_, None, now=clock.now())


def test_what_is_not_kept_is_kept_again_and_only_that(fallen: Cast) -> None:
    with db.transaction() as writing:
        writing.execute(
            update(TherapySession.__table__)
            .where(TherapySession.__table__.c.client_id == fallen.client_id)
            .values(note="")
        )
    with db.transaction() as writing:
        assert keep_all(writing) == [fallen.client_id]
    assert counts(fallen)
    with db.transaction() as writing:
        assert keep_all(writing) == []
    with db.reading() as reading:
        assert kept_otherwise(reading) == []
        assert len(list(reading.scalars(select(KeptCourse)))) == len(
            list(reading.scalars(select(Client)))
        )
