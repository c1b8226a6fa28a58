"""Two who write to the same clients at random, and one who reads all the while: whatever moment a reader sees, what is
kept is what would be worked out in that moment."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Cast, entry, log, marks, weeks
from tests.depth import times
from tests.keeping import kept_otherwise
from tests.services.recording import correct
from tracker import clock, db
from tracker.domain.care.answers import Answer, Rupture
from tracker.domain.care.repair_work import Act, Work
from tracker.domain.errors import DomainError
from tracker.domain.people.access import Permission
from tracker.domain.supervision.sign_off import Review, ReviewAct
from tracker.models import Client, Flag
from tracker.services.care import flag_answers, repairs
from tracker.services.care.flag_answers import Reply
from tracker.services.record import kept_courses, records
from tracker.services.record.reaching import flag_for
from tracker.services.supervision.flag_reviews import review_flag, thread

ACTS = 8  # of each writer
SEEDS = range(times(1, 6, 60))
Doing = Callable[[random.Random, Cast], None]


def a_session(chance: random.Random, cast: Cast) -> None:
    numbers = [chance.randint(2, 10) for _ in range(4)]
    log(
        cast.clinician,
        cast.client_id,
        weeks(chance.randint(0, 20)),
        *numbers,
        another_that_day=True,
    )


def a_correction(chance: random.Random, cast: Cast) -> None:
    with db.reading() as reading:
        record = records.record(reading, cast.clinician, cast.client_id, now=clock.now())
    if record.course.slots:
        slot = chance.choice(record.course.slots)
        given = entry(marks(*(chance.randint(2, 10) for _ in range(4))))
        correct(cast, slot.session_id, slot.held_on, given)


def an_answer(chance: random.Random, cast: Cast) -> None:
    with db.reading() as reading:
        ids = list(reading.scalars(select(Flag.id).where(Flag.client_id == cast.client_id)))
    if ids:
        reply = Reply(chance.choice([Answer.TALKED, Answer.NEXT_SESSION, Answer.REVIEWED]))
        with db.transaction() as writing:
            one = chance.choice(sorted(ids))
            flag_answers.answer_flag(writing, cast.clinician, one, reply, now=clock.now())


def a_repair(chance: random.Random, cast: Cast) -> None:
    with db.reading() as reading:
        record = records.record(reading, cast.clinician, cast.client_id, now=clock.now())
    if record.course.slots:
        slot = chance.choice(record.course.slots)
        work = Work(Act.OPENED, Rupture.WITHDRAWAL)
        with db.transaction() as writing:
            repairs.open_repair(
                writing, cast.clinician, cast.client_id, slot.session_id, work, now=clock.now()
            )


def a_review(chance: random.Random, cast: Cast) -> None:
    with db.reading() as reading:
        ids = list(reading.scalars(select(Flag.id).where(Flag.client_id == cast.client_id)))
    if ids:
        said = Review(chance.choice([ReviewAct.COMMENT, ReviewAct.NO_ACTION]), "Seen")
        with db.transaction() as writing:
            view, _ = flag_for(
                writing,
                cast.supervisor,
                chance.choice(sorted(ids)),
                Permission.COMMENT_FLAG,
                now=clock.now(),
                lock=True,
            )
            seen = thread(writing, view).seen
            review_flag(writing, cast.supervisor, view.flag.id, said, seen=seen, now=clock.now())


WHAT: tuple[Doing, ...] = (a_session, a_session, a_correction, an_answer, a_repair, a_review)


def write(app: Flask, cast: Cast, seed: str) -> None:
    """Some acts at random; what is refused, be it that the other one was first, changes nothing."""
    chance = random.Random(seed)
    with app.app_context():
        for _ in range(ACTS):
            try:
                chance.choice(WHAT)(chance, cast)
            except DomainError:
                continue


def read(app: Flask, done: Event) -> int:
    """How often what is kept was what would be worked out, until the others are done."""
    times_read = 0
    with app.app_context():
        while not done.is_set():
            with db.reading() as reading:
                assert kept_otherwise(reading) == []
            times_read += 1
    return times_read


@pytest.mark.parametrize("seed", SEEDS)
def test_no_reader_sees_what_is_kept_of_another_moment(app: Flask, cast: Cast, seed: int) -> None:
    done = Event()
    with ThreadPoolExecutor(3) as pool:
        reader = pool.submit(read, app, done)
        writers = [pool.submit(write, app, cast, f"{seed} {name}") for name in ("first", "second")]
        try:
            for writer in writers:
                writer.result()
        finally:
            done.set()
        assert reader.result() > 0
    with db.reading() as reading:
        ids = list(reading.scalars(select(Client.id)))
        kept = kept_courses.kept_texts(reading, ids, kept_courses.LINE)
        assert cast.client_id in kept, "whoever wrote last has kept it"
        assert kept_otherwise(reading) == []
        line = kept_courses.lines_of(reading, [cast.client_id], now=clock.now())[cast.client_id]
        assert line.sessions > 0
