"""What opens a hand-over: codes and links, once, for a while; and its pages' language."""

from collections.abc import Callable
from datetime import timedelta
from threading import Thread
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.conftest import Cast, log, weeks
from tests.services.handing import (
    HIGH,
    LOW,
    OWN,
    answer,
    flags_of,
    handed,
    ratings_of,
    send,
    session_today,
    state,
)
from tracker import clock, db
from tracker.domain.care.answers import Addressed
from tracker.domain.course.handover import Way
from tracker.domain.errors import NotPermitted
from tracker.models import Client, CodeGuess, Handover, Rating
from tracker.services.handover import answering, handovers


def tried(typed: str, *, after: timedelta = timedelta(0)) -> Handover | None:
    """What that opens."""
    with db.transaction() as writing:
        found = handovers.open_by(writing, typed, now=clock.now() + after)
    return found[0] if found else None


def shown(row: Handover) -> handovers.Shown:
    with db.reading() as reading:
        return handovers.shown_of(reading, row)


@pytest.mark.parametrize("by", ["code", "secret"])
def test_it_opens_once(cast: Cast, by: str) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    opener = getattr(shown(row), by)
    assert tried(opener)
    assert state(row).opened_at
    assert tried(opener) is None
    assert tried(shown(row).code) is None


@pytest.mark.parametrize("text", [" 123 456 ", "123-456", "123456", "https://a.example/c#123456"])
def test_a_code_is_taken_as_people_type_it(text: str) -> None:
    assert handovers.tidy_opener(text) == "123456"


def test_a_link_is_taken_whole(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.LINK)
    assert row.code_hash is None
    assert tried(shown(row).code) is None  # a link has no digits
    assert tried(f"https://tracker.example/c#{shown(row).secret}")


@pytest.mark.parametrize(
    ("way", "lasts"), [(Way.CODE, timedelta(minutes=15)), (Way.LINK, timedelta(hours=48))]
)
def test_it_opens_for_a_while(cast: Cast, way: Way, lasts: timedelta) -> None:
    row = handed(cast.clinician, session_today(cast), way=way)
    assert tried(shown(row).secret, after=lasts) is None
    assert tried(shown(row).secret, after=lasts - timedelta(minutes=1))


def test_neither_code_nor_link_is_in_the_database(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    columns = [str(getattr(row, column.name)) for column in Handover.__table__.columns]
    for secret in (shown(row).code, shown(row).secret):
        assert not any(secret in column for column in columns)
    assert len(shown(row).secret) == 28
    assert shown(row) == shown(row)


def test_two_codes_at_a_time_are_two(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    first = handed(cast.clinician, session_today(cast), way=Way.CODE)
    taken, honest = shown(first).code, handovers.shown_of
    times = iter([taken, taken])

    def again(db_: Session, row: Handover) -> handovers.Shown:
        real = honest(db_, row)
        return handovers.Shown(next(times, real.code), real.secret)

    monkeypatch.setattr(handovers, "shown_of", again)
    with db.transaction() as writing:
        row = Handover(id=UUID(int=1))
        found = handovers._with_free_code(writing, row)
    assert found.code != taken
    assert row.id != UUID(int=1)


def test_wrong_codes_are_counted_and_then_none_is_taken_for_a_while(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    right = shown(row).code
    wrong = f"{(int(right) + 1) % 1_000_000:06d}"
    for _ in range(handovers.GUESSES):
        assert tried(wrong) is None
    with db.reading() as reading:
        assert reading.scalar(select(func.count()).select_from(CodeGuess)) == handovers.GUESSES
    assert tried(right) is None
    assert tried(shown(row).secret)  # what the picture holds cannot be guessed


def test_wrong_codes_are_forgotten_after_a_quarter_of_an_hour(cast: Cast) -> None:
    for _ in range(handovers.GUESSES):
        tried("000000")
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    late = handovers.WINDOW + timedelta(seconds=1)
    with db.transaction() as writing:
        writing.get_one(Handover, row.id).expires_at += timedelta(hours=1)
    assert tried(shown(row).code, after=late)


def test_what_is_no_code_is_not_counted(cast: Cast) -> None:
    for typed in ("", "   ", "no such link", "#"):
        assert tried(typed) is None
    with db.reading() as reading:
        assert reading.scalar(select(func.count()).select_from(CodeGuess)) == 0


def at_once(app: Flask, count: int, act: Callable[[], object]) -> list[object]:
    """What that many threads get that do it at the same moment."""
    found: list[object] = []

    def run() -> None:
        with app.app_context():
            found.append(act())

    threads = [Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_twenty_at_once_open_it_once(app: Flask, cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    code = shown(row).code
    found = at_once(app, 20, lambda: tried(code))
    assert len([each for each in found if each]) == 1


def test_twenty_at_once_send_one_rating(app: Flask, cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    assert tried(shown(row).code)
    answer(row, HIGH)
    assert at_once(app, 20, lambda: send(row)) == [None] * 20
    with db.reading() as reading:
        assert reading.scalar(select(func.count()).select_from(Rating)) == 1


def test_a_phone_is_told_for_an_hour_that_it_is_over(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    with db.transaction() as writing:
        found = handovers.open_by(writing, shown(row).code, now=clock.now())
    assert found
    with db.transaction() as writing:
        answering.decline(writing, row.id, now=clock.now())
        hour, now = timedelta(hours=1), clock.now()
        assert answering.held_by(writing, found[1], now=now + 0.9 * hour)
        assert answering.held_by(writing, found[1], now=now + 1.1 * hour) is None


def test_a_rating_by_link_counts_as_given_afterwards(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    today = session_today(cast)
    row = handed(cast.clinician, today, way=Way.LINK)
    assert tried(shown(row).secret)
    answer(row, LOW)
    send(row)
    rating = ratings_of(cast, today)[OWN, "client"]
    assert (rating.given, rating.channel) == ("after_session", "phone")
    assert flags_of(cast, today)["drop"].addressed is Addressed.RATED_AFTER


def test_pages_are_in_the_clients_language_where_there_is_wording(cast: Cast) -> None:
    with db.transaction() as writing:
        writing.get_one(Client, cast.client_id).language = "de"
    row = handed(cast.clinician, session_today(cast))
    assert row.language == "de"
    for language, larger, then in (("en", None, ("en", False)), ("fr", True, ("en", True))):
        with db.transaction() as writing:
            answering.read_as(writing, row.id, language=language, larger=larger, now=clock.now())
        assert (state(row).language, state(row).larger) == then


def test_what_is_over_takes_no_more(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    with db.transaction() as writing:
        answering.decline(writing, row.id, now=clock.now())
    answer(row, HIGH)
    with db.transaction() as writing:
        now = clock.now()
        answering.read_as(writing, row.id, language="de", larger=True, now=now)
        answering.begin(writing, row.id, device_class="phone", one_by_one=True, now=now)
        answering.stop(writing, row.id, now=now)
        answering.keep(writing, row.id, "srs", {"total": "5"}, now=now)
    found = state(row)
    assert (found.answers, found.language, found.begun, found.state) == (
        {},
        "en",
        False,
        "declined",
    )


def test_a_hand_over_of_nobody(cast: Cast) -> None:
    with db.reading() as reading:
        assert answering.held_by(reading, "no such token", now=clock.now()) is None
        with pytest.raises(NotPermitted):
            handovers.handover_for(reading, cast.clinician, UUID(int=0), now=clock.now())
