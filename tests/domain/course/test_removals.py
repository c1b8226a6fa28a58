"""Putting a session back: by one tap for ten minutes, later with a reason."""

from datetime import UTC, datetime, timedelta

import pytest

from tracker.domain.course.removals import (
    REASON_LENGTH,
    UNDO_WITHIN,
    can_undo,
    reason_problems,
)

THEN = datetime(2026, 5, 12, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("since", "can"),
    [
        (timedelta(0), True),
        (UNDO_WITHIN, True),
        (UNDO_WITHIN + timedelta(seconds=1), False),
        (timedelta(seconds=-1), False),
    ],
)
def test_it_is_one_tap_for_ten_minutes(since: timedelta, can: bool) -> None:
    assert can_undo(THEN, THEN + since) is can


@pytest.mark.parametrize(
    ("reason", "needed", "fine"),
    [
        ("wrong client", True, True),
        ("  ", True, False),
        ("", False, True),
        ("x" * REASON_LENGTH, True, True),
        ("x" * (REASON_LENGTH + 1), False, False),
    ],
)
def test_a_reason_is_a_few_words(reason: str, needed: bool, fine: bool) -> None:
    assert (reason_problems(reason, needed=needed) == {}) is fine
