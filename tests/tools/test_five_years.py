"""The agency of `make five-years` is whole: its trail, what is kept, and what was made after a stop; and it can be put
under load."""

import re
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bench import five_years, load
from bench.five_years import make, measured, opened, quarter
from tests.keeping import kept_otherwise
from tracker import db
from tracker.models import Flag, FlagAnswer, KeptCourse, Rating, Repair, TherapySession
from tracker.services.trail import audit

COUNTED = (TherapySession, Rating, Flag, FlagAnswer, Repair)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(five_years, "QUARTERS", 2)
    monkeypatch.setattr(five_years, "SLOTS", 5)


def counts(folder: Path) -> list[int]:
    with opened(folder).app_context(), db.reading() as reading:
        assert audit.verify(reading).kind is None
        assert kept_otherwise(reading) == []
        assert reading.scalar(select(func.count()).select_from(KeptCourse))
        return [reading.scalar(select(func.count()).select_from(model)) or 0 for model in COUNTED]


@pytest.mark.long
@pytest.mark.usefixtures("small")
def test_what_was_stopped_goes_on_to_the_same_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    make(whole, 1, lambda _: None)

    def then_stop(number: int, *more: object) -> object:
        if number == 1:
            raise KeyboardInterrupt
        return quarter(number, *more)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(five_years, "quarter", then_stop)
    with pytest.raises(KeyboardInterrupt):
        make(stopped, 1, lambda _: None)
    monkeypatch.setattr(five_years, "quarter", quarter)
    make(stopped, 1, lambda _: None)
    sessions, ratings, flags, answers, repairs = counts(whole)
    assert sessions > 100
    assert ratings == 2 * sessions
    assert flags >= answers > repairs > 0
    assert counts(stopped) == [sessions, ratings, flags, answers, repairs]
    said: list[str] = []
    load.measured(whole, 0.05, said.append)
    assert re.fullmatch(r"requests a second that saturate it, 8 at once: [1-9][\d.]*", said[0])
    assert re.fullmatch(r"[1-9]\d* requests at [\d.]+ a second, failed: 0", said[1])
    assert said[-2].startswith("memory of each worker, its share")
    said.clear()
    measured(whole, said.append)
    assert [line.partition(":")[0] for line in said[1:]] == ["caseload", "record", "form", "board"]
