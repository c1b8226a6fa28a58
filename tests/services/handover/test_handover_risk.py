"""A measure that asks about risk, in a practice's own wording: flagged at once, and by link only with a named reader."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import Cast, new_client
from tests.installed import use_measures
from tests.services.handing import (
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
from tracker.domain.course.handover import Way
from tracker.domain.errors import Incomplete
from tracker.domain.rules.findings import Tier
from tracker.reference.loader import FOLDER
from tracker.services.handover import handovers
from tracker.services.handover.handovers import HandoverWish
from tracker.services.record import clients

KEY = "our-check"
MARKS = {"feelings": "2", "day": "2", "people": "2"}
READ = {"reader": "Dr. Holm", "reading_time": "on working days by 18:00"}
RISK = '\n[risk]\nitems = ["reason"]\nleast = "1"\nsource = "This practice"\n'


@pytest.fixture
def asked(app: Flask, cast: Cast, tmp_path: Path) -> Iterator[Cast]:
    """The cast, whose clinician's client is asked a measure of the practice's with an item on risk."""
    text = (FOLDER / "wellbeing-check.toml").read_text(encoding="utf-8")
    for old, new in (
        ('key = "wellbeing-check"', f'key = "{KEY}"'),
        ("version = 2\n", "version = 100\n"),
        ('wording = "own"', 'wording = "practice"'),
    ):
        text = text.replace(old, new)
    (tmp_path / f"{KEY}.toml").write_text(text + RISK, encoding="utf-8")
    use_measures(app, tmp_path)
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, new_client(OWN, KEY), now=clock.now())
    yield replace(cast, client_id=made.id)
    use_measures(app, None)


def test_it_is_asked_and_its_flag_is_there_at_once(asked: Cast) -> None:
    at = session_today(asked)
    row = handed(asked.clinician, at, KEY)
    answer(row, {**MARKS, "reason": "1"}, KEY)
    send(row)
    found = flags_of(asked, at)["risk_item"]
    assert (found.tier, found.finding.reason) == (Tier.RISK, "new")


def test_a_risk_item_counts_where_all_else_is_left_out_or_nothing_was_sent(asked: Cast) -> None:
    at = session_today(asked)
    row = handed(asked.clinician, at, KEY)
    answer(row, {"reason": "3"}, KEY)
    with db.transaction() as writing:
        handovers.cancel(writing, asked.clinician, row.id, now=clock.now())
    assert state(row).state == "partial"
    assert ratings_of(asked, at)[KEY, "client"].answers == {"reason": 3}
    assert "risk_item" in flags_of(asked, at)


def test_one_that_was_left_blank_is_asked_about_too(asked: Cast) -> None:
    at = session_today(asked)
    row = handed(asked.clinician, at, KEY)
    answer(row, {**MARKS, "reason": "none"}, KEY)
    send(row)
    assert flags_of(asked, at)["risk_item"].finding.reason == "blank"


@pytest.mark.parametrize("missing", ["reader", "reading_time"])
def test_by_link_it_goes_only_with_a_reader_and_a_time(asked: Cast, missing: str) -> None:
    at = session_today(asked)
    wanted = HandoverWish(Way.LINK, (KEY,), **{**READ, missing: " "})
    with pytest.raises(Incomplete) as found, db.transaction() as writing:
        handovers.hand_over(writing, asked.clinician, at, wanted, now=clock.now())
    assert set(found.value.problems) == {missing}
    row = handed(asked.clinician, at, KEY, way=Way.LINK, **READ)
    assert (row.reader, row.reading_time) == tuple(READ.values())


def test_while_both_are_together_nobody_need_be_named(asked: Cast) -> None:
    row = handed(asked.clinician, session_today(asked), KEY, way=Way.CODE, **READ)
    assert (row.reader, row.reading_time) == ("", "")
