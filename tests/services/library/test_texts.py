"""The library as it stands here: checks, reviews and useful marks of people, laid over the files."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from bench.measuring import queries
from tests.conftest import Cast
from tests.services.reading import CARD, first_sentence, of_card, on_shelf, without
from tracker import clock, db
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.library.texts import SentenceCheck
from tracker.models import AuditEntry, LibraryCheck
from tracker.reference.library import library
from tracker.services.library.texts import (
    REVIEW_EVERY,
    check_sentence,
    review_text,
    shelf,
    undo_check,
)
from tracker.services.library.useful import mark_useful, most_useful, useful
from tracker.services.office.practice import today


def test_a_check_is_recorded_with_the_person_and_the_day(app: Flask, cast: Cast) -> None:
    digest, now = first_sentence().digest, clock.now()
    with db.transaction() as writing:
        check_sentence(writing, cast.supervisor, CARD, digest, " p. 66 ", now=now)
    checked = first_sentence().check
    with db.reading() as reading:
        day = today(reading, now)
        entry = reading.scalars(
            select(AuditEntry).where(AuditEntry.event == "library.checked")
        ).one()
    assert checked == SentenceCheck(cast.supervisor.name, day, "p. 66")
    assert entry.detail == {"text": CARD}
    assert entry.actor_id == cast.supervisor.id


def test_a_check_taken_back_counts_no_more_and_stays_readable(app: Flask, cast: Cast) -> None:
    digest = first_sentence().digest
    with db.transaction() as writing:
        check_sentence(writing, cast.supervisor, CARD, digest, "", now=clock.now())
    with db.transaction() as writing:
        undo_check(writing, cast.supervisor, CARD, digest, now=clock.now())
    assert first_sentence().check is None
    with db.reading() as reading:
        row = reading.scalars(select(LibraryCheck)).one()
    assert row.undone_by_id == cast.supervisor.id


def test_of_two_checks_the_first_is_shown(app: Flask, cast: Cast) -> None:
    digest, now = first_sentence().digest, clock.now()
    with db.transaction() as writing:
        check_sentence(writing, cast.supervisor, CARD, digest, "first", now=now)
        later = now + timedelta(seconds=1)
        check_sentence(writing, cast.supervisor, CARD, digest, "second", now=later)
    check = first_sentence().check
    assert check
    assert check.passage == "first"


def test_only_who_keeps_the_library_checks_and_reviews(app: Flask, cast: Cast) -> None:
    digest = first_sentence().digest
    for actor in (cast.clinician, cast.administrator):
        with db.transaction() as writing:
            with pytest.raises(NotPermitted):
                check_sentence(writing, actor, CARD, digest, "", now=clock.now())
            with pytest.raises(NotPermitted):
                undo_check(writing, actor, CARD, digest, now=clock.now())
            with pytest.raises(NotPermitted):
                review_text(writing, actor, CARD, now=clock.now())


def test_what_is_checked_has_to_stand_there_and_the_passage_to_be_short(
    app: Flask, cast: Cast
) -> None:
    now, actor = clock.now(), cast.supervisor
    with db.transaction() as writing:
        with pytest.raises(NotNow):
            check_sentence(writing, actor, CARD, "0" * 32, "", now=now)
        with pytest.raises(NotPermitted):
            check_sentence(writing, actor, "cards/none", "0" * 32, "", now=now)
        with pytest.raises(Incomplete):
            check_sentence(writing, actor, CARD, first_sentence().digest, "word " * 26, now=now)
        with pytest.raises(Incomplete):
            check_sentence(writing, actor, CARD, first_sentence().digest, "w" * 301, now=now)


def test_a_card_is_ready_once_its_machine_written_sentences_are_checked(
    app: Flask, cast: Cast
) -> None:
    assert not on_shelf().ready
    with db.transaction() as writing:
        for said in of_card().sentences:
            if said.unchecked_machine:
                check_sentence(writing, cast.supervisor, CARD, said.digest, "", now=clock.now())
    assert on_shelf().ready == {"bond-fell"}
    assert not of_card().all_checked, "those with a source wait as well"


def test_a_review_says_when_the_text_is_due_again(app: Flask, cast: Cast) -> None:
    now = clock.now() + timedelta(days=400)  # after the day on which the files were written
    with db.transaction() as writing:
        day = today(writing, now)
        review_text(writing, cast.supervisor, CARD, now=now)
    came = of_card().provenance
    assert (came.reviewed, came.next_review) == (day, day + REVIEW_EVERY)


def test_a_review_from_before_the_text_was_written_says_nothing(app: Flask, cast: Cast) -> None:
    now = clock.now() - timedelta(days=4000)
    with db.transaction() as writing:
        review_text(writing, cast.supervisor, CARD, now=now)
    assert of_card().provenance == library().texts[CARD].provenance


def test_a_check_or_review_of_a_text_that_is_gone_changes_nothing(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with db.transaction() as writing:
        check_sentence(writing, cast.supervisor, CARD, first_sentence().digest, "", now=clock.now())
        review_text(writing, cast.supervisor, CARD, now=clock.now() + timedelta(days=400))
    without(monkeypatch, CARD)
    assert CARD not in on_shelf().library.texts
    assert len(on_shelf().library.texts) == len(library().texts) - 1


def test_a_check_of_the_file_is_none_that_can_be_taken_back(app: Flask, cast: Cast) -> None:
    with db.transaction() as writing, pytest.raises(NotNow, match="no check"):
        undo_check(writing, cast.supervisor, CARD, first_sentence().digest, now=clock.now())


def test_a_passage_with_a_client_in_it_is_refused(app: Flask, cast: Cast) -> None:
    with db.transaction() as writing, pytest.raises(Incomplete, match="Remove the client code"):
        digest = first_sentence().digest
        check_sentence(writing, cast.supervisor, CARD, digest, "as K-014 said", now=clock.now())


def test_useful_marks_are_one_for_each_person(app: Flask, cast: Cast) -> None:
    now = clock.now()
    for actor in (cast.clinician, cast.clinician, cast.supervisor):
        with db.transaction() as writing:
            mark_useful(writing, actor, CARD, wanted=True, now=now)
    with db.reading() as reading:
        assert useful(reading, cast.clinician, CARD).count == 2
        assert useful(reading, cast.clinician, CARD).own
        assert not useful(reading, cast.outsider, CARD).own
        assert most_useful(reading) == {CARD: 2}
    with db.transaction() as writing:
        mark_useful(writing, cast.clinician, CARD, wanted=False, now=now)
        mark_useful(writing, cast.clinician, CARD, wanted=False, now=now)
        with pytest.raises(NotPermitted):
            mark_useful(writing, cast.clinician, "cards/none", wanted=True, now=now)
    with db.reading() as reading:
        assert most_useful(reading) == {CARD: 1}
        events = [e.event for e in reading.scalars(select(AuditEntry).order_by(AuditEntry.seq))]
    assert events.count("library.found_useful") == 2
    assert events.count("library.not_useful") == 1


def test_the_queries_do_not_grow_with_the_checks(app: Flask, cast: Cast) -> None:
    def asked() -> int:
        with db.reading() as reading, queries(app) as count:
            shelf(reading)
        return len(count)

    before = asked()
    with db.transaction() as writing:
        for said in of_card().sentences:
            check_sentence(writing, cast.supervisor, CARD, said.digest, "", now=clock.now())
    assert asked() == before <= 4


def test_files_are_read_once(app: Flask) -> None:
    assert library() is library()
