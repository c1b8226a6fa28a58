"""Attendance and taking part: where each rule begins to hold, and where it does not."""

from dataclasses import replace
from uuid import uuid4

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tests.domain.courses import slot, trajectory
from tracker.domain.course.sessions import AgreedTask, Observation, Status
from tracker.domain.course.trajectory import Slot
from tracker.domain.measures.measure import Measure
from tracker.domain.rules.engagement_rules import (
    LATE_MINUTES,
    late_again,
    nothing_voiced,
    tasks_not_done,
)
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.domain.rules.flags import CaseFacts, evaluate
from tracker.reference.loader import measures

OWN: Measure = measures()["session-check"]
LATE = {"0": None, "9": 9, "L": 10, "X": 25}
TASKS = {"d": AgreedTask.DONE, "p": AgreedTask.PARTLY, "n": AgreedTask.NOT_DONE}
TASKS |= {"0": AgreedTask.NONE_AGREED, ".": None}  # type: ignore[dict-item]


def slots(*details: dict[str, object]) -> list[Slot]:
    return [replace(slot(n), **found) for n, found in enumerate(details, start=1)]


def late(course: str) -> list[Slot]:
    """On time, 9, 10 or 25 minutes late; missed."""
    return slots(
        *(
            {"status": Status.MISSED} if letter == "m" else {"minutes_late": LATE[letter]}
            for letter in course
        )
    )


def begins(rule: object, of: list[Slot]) -> list[int]:
    """The sessions at which a rule says that something begins."""
    return [n for n in range(1, len(of) + 1) if rule(of[:n], ())]


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ("0LL", [3]),
        ("9999", []),
        ("L00L", [4]),
        ("L000L", []),  # the first is the fifth from the end
        ("LLLLL", [2]),  # once, while it goes on
        ("LL000LL", [2, 7]),
        ("LmL", [3]),  # a missed session is none of the four
        ("LX", [2]),
        ("Lm", []),
        ("L", []),
        ("LL0L", [2]),
    ],
)
def test_late_twice_in_four(course: str, expected: list[int]) -> None:
    assert begins(late_again, late(course)) == expected


@given(st.text("0L", max_size=12))
def test_late_again_never_without_two_late_sessions_in_the_last_four(course: str) -> None:
    for at in begins(late_again, late(course)):
        window = course[max(0, at - 4) : at]
        assert window.count("L") >= 2
        assert window[-1] == "L"
        assert course[max(0, at - 5) : at - 1].count("L") < 2
    assert LATE_MINUTES == 10


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ("nn", [2]),
        ("nnn", [2]),
        ("npn", []),
        ("n0n", [3]),  # sessions for which nothing was agreed are skipped
        ("n.n", [3]),
        ("nn.", [2]),
        ("nndnn", [2, 5]),
        ("pp", []),
        ("n", []),
        ("", []),
    ],
)
def test_agreed_tasks_not_done_twice_running(course: str, expected: list[int]) -> None:
    assert begins(tasks_not_done, slots(*({"task": TASKS[c]} for c in course))) == expected


NO = dict.fromkeys(Observation, False)
ONE_YES = NO | {Observation.DISAGREED: True}
SOME = {Observation.ASKED: False}  # the others were not noted


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ((NO, NO), [2]),
        ((NO, {}, NO), [3]),  # a session in which nothing was noted says nothing
        ((NO, ONE_YES, NO), []),
        ((NO, SOME), []),
        ((NO, NO, NO), [2]),
        ((NO,), []),
    ],
)
def test_nothing_voiced_in_two_observed_sessions_running(
    course: tuple[dict[Observation, bool], ...], expected: list[int]
) -> None:
    assert begins(nothing_voiced, slots(*({"observed": seen} for seen in course))) == expected


def test_each_is_a_flag_of_its_session_and_of_its_tier() -> None:
    of = slots(
        {"minutes_late": 10, "task": AgreedTask.NOT_DONE, "observed": NO},
        {"minutes_late": 10, "task": AgreedTask.NOT_DONE, "observed": NO},
        {"status": Status.MISSED},
        {"status": Status.CANCELLED_BY_CLIENT},
    )
    rated = trajectory(OWN, (8, 8, 8, 8), (8, 8, 8, 8), None, None, slots=of)
    found = evaluate(CaseFacts(tuple(of), (rated,), primary=OWN.key, participant=uuid4()))
    assert {(f.kind, f.session_id, f.tier) for f in found} == {
        (FlagKind.LATE_AGAIN, of[1].session_id, Tier.REVIEW),
        (FlagKind.TASKS_NOT_DONE, of[1].session_id, Tier.REVIEW),
        (FlagKind.NOTHING_VOICED, of[1].session_id, Tier.NOTE),
        (FlagKind.MISSED, of[2].session_id, Tier.REVIEW),
    }
