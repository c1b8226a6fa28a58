"""The course of a treatment as a whole: it runs, pauses until a day, ends, and can be taken up again.

    runs ──► paused until a day ──► runs      by itself when the day comes, or sooner
      └────────┴──► ended ──► runs            reopened

What is said of it is an entry that nobody edits; the last one counts. An end decides nothing by itself: what nobody
answered "ended unanswered", a repair or an objective that was open "ended", and none of them failed.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.domain.course.sessions import long_date

WORDS_LENGTH = 500
LONGEST_PAUSE = timedelta(days=366)  # design default


class TreatmentAct(StrEnum):
    """What an entry says of a treatment."""

    ENDED = "ended"
    REOPENED = "reopened"
    PAUSED = "paused"
    RESUMED = "resumed"


class EndedHow(StrEnum):
    """How a therapy ended, in the order of the form."""

    PLANNED = "planned"
    CLIENT_STOPPED = "client_stopped"
    TRANSFERRED = "transferred"
    DIED = "died"
    OTHER = "other"


@dataclass(frozen=True)
class Ending:
    """The end of a therapy as it is entered: its day, how it came, and last words, if any."""

    on: date | None
    how: EndedHow | None
    words: str = ""

    def problems(
        self, *, starts_on: date, last_session: date | None, today: date
    ) -> dict[str, str]:
        """What stands in the way of storing it, as sentences by field."""
        by_field = _words_problem(self.words)
        if self.how is None:
            by_field["how"] = "Select how the therapy ended"
        if self.on is None:
            by_field["on"] = "The day must be a real date, such as 27 3 2026"
        elif self.on > today:
            by_field["on"] = "The day must be today or earlier"
        elif last_session is not None and self.on < last_session:
            by_field["on"] = f"The last session was on {long_date(last_session)}"
        elif self.on < starts_on:
            by_field["on"] = f"The treatment began on {long_date(starts_on)}"
        return by_field


@dataclass(frozen=True)
class Pause:
    """A pause as it is entered: the day on which the treatment goes on, and why, in a few words."""

    until: date | None
    words: str = ""

    def problems(self, *, today: date) -> dict[str, str]:
        """What stands in the way of storing it, as sentences by field."""
        by_field = _words_problem(self.words)
        if self.until is None:
            by_field["until"] = "The day must be a real date, such as 27 3 2027"
        elif not today < self.until <= today + LONGEST_PAUSE:
            by_field["until"] = "The day must be after today, within a year"
        return by_field


def _words_problem(words: str) -> dict[str, str]:
    long = len(words.strip()) > WORDS_LENGTH
    return {"words": f"The text must be {WORDS_LENGTH} characters or fewer"} if long else {}


def reopening_problems(words: str) -> dict[str, str]:
    """What stands in the way of taking a treatment up again with these words, as sentences by field."""
    return _words_problem(words)


def paused(until: date | None, today: date) -> bool:
    """True while a pause lasts: on the day that it names the treatment goes on."""
    return until is not None and today < until
