"""Which sessions count is said in one place: whoever asks the database for logged ones leaves those out that were taken
back or moved to another record."""

from pathlib import Path

ROOT = Path(__file__).parents[2] / "tracker"
SAYS_IT = "status != Status.SCHEDULED"
# Where it is said; where the rows of a course are told apart; where one session is reached.
KNOWN = {
    "services/record/rows.py",
    "services/record/course.py",
    "services/record/reaching.py",
    "services/care/schedule.py",
}


def test_logged_sessions_are_asked_for_in_one_place() -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if SAYS_IT in path.read_text(encoding="utf-8")
    }
    assert found == KNOWN
