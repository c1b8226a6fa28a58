"""Every kind of figure that the product draws, by name: what holds for charts is held against each of them."""

from fractions import Fraction

from tests.charts.own_words import words
from tracker.charts import excerpt, own, trajectory

OF_CLIENTS = "client's own"  # how their names begin: these are drawn larger
NAMES = (
    "measure",
    "measure, client alone",
    "course",
    "course, well-being",
    "course, nothing fell",
    "one session",
    "sum with parts",
    "outcome",
    "mean of five",
    "sixty sessions",
    "excerpt",
    OF_CLIENTS,
    f"{OF_CLIENTS}, therapist beside",
)


def figures_by_name(make, long_course, whole_course):
    """Every kind of figure, by name."""
    one = make.course("session-check", make.slots(1), {1: (7, 8, 6, 7)})
    srs = make.course(
        "srs", make.slots(3), {1: ("9", "9", "9", "9"), 2: "36", 3: ("8", "9", "9", "9")}
    )
    phq = make.course("phq-9", make.slots(4, changed_at=3), {1: "3", 2: "4", 3: "25", 4: "24"})
    items = make.course("alliance-items", make.slots(2), {1: (5, 5, 5, 5, 5), 2: (4, 4, 4, 4, 4)})
    long = make.course(
        "session-check", make.slots(60), {n: (n % 11, 9, 10, 0) for n in range(1, 61) if n % 7}
    )
    change = phq.measure.reliable_change
    return {
        "measure": long_course(),
        "measure, client alone": long_course(therapist=None),
        "course": whole_course(),
        "course, well-being": whole_course("wellbeing-check"),
        "course, nothing fell": whole_course(told=[]),
        "one session": trajectory.figure("K-1", one, None, []),
        "sum with parts": trajectory.figure("K-1", srs, None, []),
        "outcome": trajectory.figure("K-1", phq, None, [], change=change),
        "mean of five": trajectory.figure(
            "K-1", items, None, [make.mark(2, "total", "-1", now="4")]
        ),
        "sixty sessions": trajectory.figure("K-1", long, None, [make.mark(5, "bond", "-4")]),
        "excerpt": excerpt.excerpt("Before and after", [long], ["bond"], [], number=30),
        OF_CLIENTS: _own(make, []),
        f"{OF_CLIENTS}, therapist beside": _own(make, [Fraction(9)] * 10),
    }


def _own(make, beside):
    """What a client marked in twelve sessions, three of them without a mark."""
    marks = [None if n % 4 == 3 else Fraction(n % 11, 2) for n in range(12)]
    beside = [*beside, *[None] * (12 - len(beside))]
    return own.figure(make.slots(12), (Fraction(0), Fraction(10)), marks, beside, words())
