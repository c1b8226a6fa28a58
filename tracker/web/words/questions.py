"""The questions of supervision in words: what the numbers say, and their columns.

Why each is asked stands in the library.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tracker.domain.course.clients import Format
from tracker.domain.course.sessions import Setting
from tracker.domain.measures.numbers import show, show_change
from tracker.domain.supervision.questions import APART, DECLINES, ENOUGH, TENS, SupervisionQuestion
from tracker.services.supervision.questions import Answered, ClientAnswer
from tracker.web.words import general as words
from tracker.web.words import strains, writing

TITLE = {
    SupervisionQuestion.WHOSE_RATING: "Whose rating do I rely on, and would I see it if they diverge?",
    SupervisionQuestion.PLEASANT: "Where have I assumed a strong alliance from pleasantness?",
    SupervisionQuestion.CO_WRITTEN: "Are goals and tasks written together with the client?",
    SupervisionQuestion.ADDRESSED: "When something fell, did I address it?",
    SupervisionQuestion.ADAPTING: "How do I adapt, and where is my usual style a poor fit?",
    SupervisionQuestion.SILENT: "Where is it silent?",
    SupervisionQuestion.BOTH: "Relationship instead of technique, or both?",
}


@dataclass(frozen=True)
class Column:
    """One column of the clients behind an answer."""

    label: str
    text: Callable[[ClientAnswer], str]
    number: bool = True
    wraps: bool = False  # for sentences


def _count(name: str) -> Callable[[ClientAnswer], str]:
    return lambda line: str(line.values[name])


def _score(name: str, digits: str = "digits") -> Callable[[ClientAnswer], str]:
    def text(line: ClientAnswer) -> str:
        value: Fraction | None = line.values[name]
        return "no rating" if value is None else show(value, line.values[digits])

    return text


def _gap(line: ClientAnswer) -> str:
    gap = line.values["gap"]
    return "not both" if gap is None else show_change(gap, line.values["digits"] or 2)


def _strains(line: ClientAnswer) -> str:
    """The sessions with tension, both views side by side; never summed up, for one client or for several."""
    each = [
        f"session {view.slot.number}: {strains.beside(view)}" for view in line.values["strains"]
    ]
    return "; ".join(each) or "none noticed"


def _yes(name: str) -> Callable[[ClientAnswer], str]:
    return lambda line: "yes" if line.values[name] else "no"


def _came_back(line: ClientAnswer) -> str:
    of = line.values["decided"]
    return f"{line.values['back']} of {of} decided" if of else "not decided yet"


def _last(line: ClientAnswer) -> str:
    return writing.day(line.values["last"]) if line.values["last"] else "none yet"


COLUMNS: dict[SupervisionQuestion, tuple[Column, ...]] = {
    SupervisionQuestion.WHOSE_RATING: (
        Column("Ratings by the client", _count("by_client")),
        Column("By the therapist", _count("by_therapist")),
        Column("Sessions with both", _count("both")),
        Column("Client minus therapist, middle", _gap),
        Column("Tension, client beside therapist", _strains, number=False, wraps=True),
    ),
    SupervisionQuestion.PLEASANT: (
        Column("Flags: all at the top, or all the same", _count("ceiling")),
        Column("Strong alliance, outcome unchanged", _yes("unchanged"), number=False),
        Column("Flags: nothing voiced", _count("quiet")),
    ),
    SupervisionQuestion.CO_WRITTEN: (
        Column("Goals that stand", _count("goals")),
        Column("Endorsed by the client", _count("endorsed")),
        Column("Bond", _score("bond_mark")),
        Column("Goals", _score("goals_mark")),
        Column("Tasks", _score("tasks_mark")),
    ),
    SupervisionQuestion.ADDRESSED: (
        Column("Drops", _count("drops")),
        Column("In the same session", _count("in_session")),
        Column("Later or planned", _count("later")),
        Column("Rated after the session", _count("after")),
        Column("Drops unanswered", _count("open")),
        Column("Came back", _came_back),
    ),
    SupervisionQuestion.ADAPTING: (
        Column("Adaptations", _count("adaptations")),
        Column("Months in treatment", _count("months")),
        Column("Last one", _last, number=False),
    ),
    SupervisionQuestion.SILENT: (
        Column("Sessions that took place", _count("attended")),
        Column("Rated by the client", _count("rated")),
        Column("Preferred not to rate", _count("declined")),
        Column("All at the top", _yes("top"), number=False),
    ),
    SupervisionQuestion.BOTH: (
        Column("Alliance, last", _score("alliance")),
        Column("Outcome", lambda line: str(line.values["measure"]), number=False),
        Column("First", _score("first", "outcome_digits")),
        Column("Now", _score("now", "outcome_digits")),
    ),
}
# What a count says, after "n of m".
SAYS = {
    (
        SupervisionQuestion.WHOSE_RATING,
        "alone",
    ): "clients with ratings have them from the therapist alone",
    (
        SupervisionQuestion.WHOSE_RATING,
        "apart",
    ): f"clients whom both rate stand {APART} points or more apart in the middle",
    (
        SupervisionQuestion.PLEASANT,
        "ceiling",
    ): f"clients with {TENS} ratings or more marked all at the top, or all the same",
    (
        SupervisionQuestion.PLEASANT,
        "unchanged",
    ): "clients with a strong alliance and an outcome that can be judged show no reliable change",
    (
        SupervisionQuestion.PLEASANT,
        "quiet",
    ): "clients who were observed twice or more voiced nothing, twice running",
    (SupervisionQuestion.CO_WRITTEN, "without"): "clients have no goal that they endorsed",
    (
        SupervisionQuestion.CO_WRITTEN,
        "low",
    ): f"clients rate goals or tasks {APART} points or more below the bond",
    (SupervisionQuestion.ADDRESSED, "in_session"): "drops were talked about in the same session",
    (SupervisionQuestion.ADDRESSED, "back"): "drops that are decided came back",
    (SupervisionQuestion.ADAPTING, "none"): "clients have no adaptation on record",
    (
        SupervisionQuestion.SILENT,
        "top",
    ): f"clients marked everything at the top, {TENS} ratings running",
    (
        SupervisionQuestion.SILENT,
        "few",
    ): f"clients rated in fewer than half of {ENOUGH} sessions or more",
    (
        SupervisionQuestion.SILENT,
        "declined",
    ): f"clients preferred not to rate in {DECLINES} sessions or more",
    (
        SupervisionQuestion.BOTH,
        "still",
    ): "clients with a strong alliance and an outcome that can be judged have not reliably improved",
}
HARDER = (
    "These are counts and do not say what helps: harder strains get other moves. The order is that of the forms, and "
    "one repair may stand in several lines."
)
NOBODY = "No client stands out here."


def says(answer: Answered) -> list[str]:
    """What the counts say, a sentence each without its full stop."""
    return [f"{n} of {of} {SAYS[answer.question, name]}" for name, (n, of) in answer.counts.items()]


def group(value: str) -> str:
    """The name of a setting or a format."""
    if value in set(Setting):
        return words.SETTING[Setting(value)]
    return words.FORMAT[Format(value)]


def marks(middle: dict[str, Any]) -> str:
    """The middle marks of a group: "Bond 8, Goals 7.5"."""
    return (
        ", ".join(f"{key.capitalize()} {show(value, 2)}" for key, value in middle.items())
        or "no rating"
    )
