"""A client stays on the wording they began with; a switch is said, audited, and compared across."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Cast, entry, log, marks, new_client, weeks
from tests.installed import use_measures
from tests.services.handing import (
    HIGH,
    OWN,
    WELLBEING,
    answer,
    handed,
    ratings_of,
    send,
    session_today,
)
from tests.services.recording import check_ins, correct, record
from tracker import clock, db
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Actor
from tracker.models import AuditEntry, Client
from tracker.reference.loader import FOLDER, shipped
from tracker.services.care import versions
from tracker.services.care.versions import Versions
from tracker.services.handover import handovers
from tracker.services.installation import defined
from tracker.services.record import clients, ratings

pytestmark = pytest.mark.one_database(
    reason="versions are told apart in the domain; the column is read on both by every course"
)


def known(cast: Cast, key: str = OWN, who: Actor | None = None) -> Versions:
    with db.reading() as reading:
        who = who or cast.clinician
        return versions.versions(reading, who, cast.client_id, key, now=clock.now())


def switch(cast: Cast, key: str = OWN, seen: int = 2, who: Actor | None = None) -> None:
    with db.transaction() as writing:
        who = who or cast.clinician
        versions.switch(writing, who, cast.client_id, key, seen, now=clock.now())


def begin_on_the_first(cast: Cast) -> None:
    """As before the wording changed: the client is asked version 1."""
    with db.transaction() as writing:
        client = writing.get_one(Client, cast.client_id)
        clients.stay_on(client, [defined(writing).stayed_on(OWN, 1)])


@pytest.fixture
def running(cast: Cast) -> Cast:
    """The cast, whose client was rated twice on version 1."""
    begin_on_the_first(cast)
    for n in range(2):
        log(cast.clinician, cast.client_id, weeks(n), 8, 8, 8, 8)
    return cast


def of_each_rating(cast: Cast) -> list[int]:
    line = record(cast).of_primary(Rater.CLIENT)
    assert line
    return [point.measure.version for point in line.points]


def test_a_new_client_is_asked_the_newest_and_stays_on_it(cast: Cast) -> None:
    assert not known(cast).can_switch
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    assert of_each_rating(cast) == [shipped().current[OWN].version]
    with db.reading() as reading:
        client = reading.get_one(Client, cast.client_id)
        assert {m.measure_key: m.measure_version for m in client.measures} == {
            OWN: shipped().current[OWN].version,
            WELLBEING: None,  # not rated yet
        }


def test_a_running_client_stays_until_the_clinician_switches(running: Cast) -> None:
    log(running.clinician, running.client_id, weeks(2), 8, 8, 8, 8)
    assert of_each_rating(running) == [1, 1, 1]
    before = known(running)
    assert (before.now.version, before.newest.version, before.compared) == (1, 2, True)
    assert before.changes == (before.newest.changed,)
    switch(running)
    log(running.clinician, running.client_id, weeks(3), 6, 8, 8, 8)
    assert of_each_rating(running) == [1, 1, 1, 2]
    (flag,) = check_ins(running)
    (fall,) = flag.finding.falls
    assert (flag.slot.number, fall.previous, fall.base, fall.now) == (4, 8, 8, 6)
    with db.reading() as reading:
        rows = reading.scalars(select(AuditEntry).where(AuditEntry.event == "measure.switched"))
        (noted,) = rows
    assert noted.detail == {"measure": OWN, "version": 2, "before": 1}
    assert (noted.actor_id, noted.client_id) == (running.clinician.id, running.client_id)


def test_a_correction_is_made_in_the_wording_of_then(running: Cast) -> None:
    second = record(running).course.slots[1].session_id
    switch(running)
    log(running.clinician, running.client_id, weeks(2), 8, 8, 8, 8)
    correct(running, second, weeks(1), entry(marks(6, 8, 8, 8)))
    assert of_each_rating(running) == [1, 1, 2]
    assert [flag.slot.number for flag in check_ins(running)] == [2]
    with db.reading() as reading:
        assert ratings.undefined(reading) == []


def test_a_hand_over_asks_the_wording_in_use_and_nobody_switches_meanwhile(running: Cast) -> None:
    at = session_today(running)
    row = handed(running.clinician, at)
    answer(row, HIGH)
    with pytest.raises(NotNow):
        switch(running)
    send(row)
    assert ratings_of(running, at)[OWN, "client"].measure_version == 1
    switch(running)
    again = session_today(running)
    row = handed(running.clinician, again)
    answer(row, HIGH)
    send(row)
    assert ratings_of(running, again)[OWN, "client"].measure_version == 2


def test_who_is_asked_for_the_first_time_stays_on_that_wording(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), WELLBEING)
    with db.reading() as reading:
        client = reading.get_one(Client, cast.client_id)
        stays = {m.measure_key: m.measure_version for m in client.measures}
    assert stays == {OWN: None, WELLBEING: 2}
    with db.transaction() as writing:
        handovers.cancel(writing, cast.clinician, row.id, now=clock.now())


def test_a_measure_that_is_put_back_in_use_goes_on_in_its_wording(running: Cast) -> None:
    def use(version: int, *keys: str) -> None:
        with db.transaction() as writing:
            clients.change_client(
                writing,
                running.clinician,
                running.client_id,
                new_client(*keys),
                version,
                now=clock.now(),
            )

    use(1, "srs")
    with pytest.raises(NotPermitted):
        known(running)
    use(2, OWN)
    assert known(running).now.version == 1


def test_what_cannot_be_switched_is_said(running: Cast) -> None:
    with pytest.raises(Incomplete) as caught:
        switch(running, seen=3)
    assert caught.value.problems == {"version": versions.OVERTAKEN}
    switch(running)
    with pytest.raises(Incomplete) as caught:
        switch(running)
    assert "newest version already" in caught.value.problems["version"]
    for who in (running.outsider, running.supervisor):
        with pytest.raises(NotPermitted):
            switch(running, WELLBEING, who=who)
        with pytest.raises(NotPermitted):
            known(running, who=who)
    for key in ("srs", "nothing"):
        with pytest.raises(NotPermitted):
            switch(running, key)


@pytest.fixture
def halved(app: Flask, tmp_path: Path) -> Iterator[None]:
    """A practice's own session check, with half steps: scored in another way."""
    text = (FOLDER / f"{OWN}.toml").read_text(encoding="utf-8")
    for old, new in (
        ("version = 2\n", "version = 100\n"),
        ('wording = "own"', 'wording = "practice"'),
        ('step = "1"', 'step = "0.5"'),
    ):
        assert old in text
        text = text.replace(old, new)
    (tmp_path / f"{OWN}.toml").write_text(text, encoding="utf-8")
    use_measures(app, tmp_path)
    yield
    use_measures(app, None)


@pytest.mark.usefixtures("halved")
def test_another_scoring_is_compared_with_nothing(running: Cast) -> None:
    assert not known(running).compared
    switch(running, seen=100)
    shown = record(running)
    assert shown.of_primary(Rater.CLIENT) is None
    log(running.clinician, running.client_id, weeks(2), 4, 4, 4, 4)
    shown = record(running)
    assert of_each_rating(running) == [100]
    assert [line.measure.version for line in shown.course.earlier.values()] == [1]
    assert not check_ins(running)


@pytest.mark.usefixtures("halved")
def test_two_earlier_wordings_are_one_course_beside_another_scoring(running: Cast) -> None:
    with db.transaction() as writing:
        (row,) = [
            m for m in writing.get_one(Client, running.client_id).measures if m.measure_key == OWN
        ]
        row.measure_version = 2
    log(running.clinician, running.client_id, weeks(2), 8, 8, 8, 8)
    switch(running, seen=100)
    shown = record(running)
    (line,) = shown.course.earlier.values()
    assert [point.measure.version for point in line.points] == [1, 1, 2]
