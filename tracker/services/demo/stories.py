"""The fictional clients of the demo: a week's marks after the other.

stable courses · a slow slide · a drop answered · a drop open · tens throughout · gaps · a missed session ·
a risk item · a sudden gain · tension that the client alone noticed, and tension that was settled · a new client
"""

from dataclasses import dataclass, field

from tracker.domain.care.answers import Answer, Move, Rupture
from tracker.domain.course.clients import AgeBand, Format
from tracker.domain.course.sessions import Setting
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.services.care.flag_answers import Reply

OWN = "session-check"
WELL = "wellbeing-check"
ITEMS = "alliance-items"
MISSED = "missed"
UNRATED = "unrated"
DECLINED = "declined"
Week = str  # "8 8 7 8": four marks; or one of the words above; or "-" for a week without a session

NONE = StrainAnswer(StrainSeen.NONE)
NOT_SETTLED = StrainAnswer(StrainSeen.YES, StrainSettled.NOT)
SETTLED = StrainAnswer(StrainSeen.YES, StrainSettled.SETTLED)
TALKED = Reply(
    Answer.TALKED,
    moves=(Move.ASKED_DIFFERENT, Move.INVITED_VIEW, Move.OWNED_PART),
    rupture=Rupture.WITHDRAWAL,
    note="Homework had felt like a test. We made it smaller together.",
    repair=True,
)


@dataclass(frozen=True)
class Story:
    """One fictional client: a week's marks after the other, the last one `ended` days before today."""

    initials: str
    weeks: tuple[Week, ...]
    wellbeing: tuple[str, ...] = ()
    therapist: tuple[str, ...] = ()
    measure: str = OWN
    format: Format = Format.INDIVIDUAL
    age: AgeBand = AgeBand.ADULT
    setting: Setting = Setting.IN_PERSON
    ended: int = 2
    replies: dict[int, Reply] = field(default_factory=dict)  # by week, to the check-in of that week
    step: str = ""  # planned in the repair of the last session
    anew: tuple[int, str] | None = None  # the week from which the usual range begins anew, and why
    others: tuple[str, ...] = (WELL,)
    version: int | None = None  # of its measure, which the client began with; None for the newest
    switched: int | None = None  # the week from which the newest is asked
    strain: dict[int, tuple[StrainAnswer, StrainAnswer]] = field(
        default_factory=dict
    )  # by week: what the client said of tension, and what the therapist had said before


STORIES = (
    Story(  # a drop that nobody has answered yet
        "AK",
        (
            "7 7 6 7",
            "8 7 7 8",
            "8 8 7 8",
            MISSED,
            "8 8 8 8",
            "9 8 8 8",
            "8 8 8 9",
            "8 8 8 8",
            "5 7 7 6",
        ),
        (
            "4 5 5 3",
            "4 5 5 4",
            "5 5 6 4",
            "",
            "5 6 6 5",
            "6 6 6 5",
            "6 6 7 6",
            "6 7 6 6",
            "5 6 6 5",
        ),
        (
            "6 7 6 7",
            "7 7 7 7",
            "7 8 7 8",
            "",
            "8 8 8 8",
            "8 8 7 8",
            "8 8 8 8",
            "8 8 8 8",
            "8 8 7 8",
        ),
        ended=0,
    ),
    Story(  # a drop, talked about in the session, and back after it
        "BM",
        (
            "8 8 7 8",
            "8 8 8 8",
            "9 8 8 9",
            "9 9 8 9",
            "6 8 5 6",
            "8 8 7 8",
            "9 8 8 9",
            "9 9 9 9",
            "9 9 8 9",
        ),
        (
            "3 4 5 3",
            "4 4 5 3",
            "4 5 5 4",
            "5 5 5 5",
            "4 5 5 4",
            "5 6 6 5",
            "6 6 6 6",
            "7 7 6 6",
            "7 7 7 7",
        ),
        replies={4: TALKED},
        ended=3,
    ),
    Story(  # sliding down without a single drop
        "CO",
        (
            "9 9 8 9",
            "9 8 8 9",
            "8 8 8 8",
            "8 8 7 8",
            "8 7 7 7",
            "7 7 7 7",
            "7 6 6 7",
            "6 6 6 6",
            "6 6 5 6",
        ),
        (
            "5 5 6 5",
            "5 5 6 5",
            "5 5 5 5",
            "5 5 5 4",
            "4 5 5 4",
            "4 5 5 4",
            "4 4 5 4",
            "4 4 5 3",
            "4 4 4 3",
        ),
        ended=1,
    ),
    Story(  # tens from the beginning, on the wording of then
        "DR",
        ("10 10 10 10",) * 7,
        ("4 4 5 4", "4 4 5 4", "4 5 5 4", "4 4 5 4", "4 4 4 4", "4 5 5 4", "4 4 5 4"),
        age=AgeBand.YOUNG_ADULT,
        version=1,
        ended=4,
    ),
    Story(  # steady, on video; tension that both noticed, and settled
        "ES",
        (
            "7 8 8 8",
            "8 8 8 8",
            "8 8 7 8",
            "8 8 8 8",
            "8 9 8 8",
            "8 8 8 8",
            "9 8 8 8",
            "8 8 8 8",
            "8 9 8 9",
            "9 9 8 9",
        ),
        (
            "3 4 4 3",
            "4 4 4 4",
            "4 5 4 4",
            "5 5 5 5",
            "5 5 5 5",
            "6 6 5 6",
            "6 6 6 6",
            "7 7 6 7",
            "7 7 7 7",
            "8 8 7 8",
        ),
        setting=Setting.VIDEO,
        strain={5: (SETTLED, SETTLED), 8: (NONE, NONE)},
        ended=5,
    ),
    Story(  # a gap of six weeks in the middle, and another wording after it; tension that the client alone noticed
        "FT",
        ("8 7 7 8", "8 8 7 8", "8 8 8 8", "-", "-", "-", "-", "-", "7 7 7 7", "8 7 7 8", "8 8 8 8"),
        ("5 5 5 4", "5 5 5 5", "6 5 6 5", "", "", "", "", "", "5 5 5 5", "5 6 5 5", "6 6 6 6"),
        version=1,
        switched=8,
        strain={9: (NONE, NONE), 10: (NOT_SETTLED, NONE)},
        ended=6,
    ),
    Story(  # a drop that is planned for the next session
        "GW",
        ("8 8 8 8", "8 9 8 8", "9 9 8 9", "9 9 9 9", "8 6 8 7"),
        ("4 4 4 4", "4 5 4 4", "5 5 5 5", "5 5 5 5", "5 5 5 5"),
        replies={
            4: Reply(Answer.NEXT_SESSION, note="Ran out of time; on top of next week.", repair=True)
        },
        step="Ask how the new task felt, before anything else",
        ended=6,
    ),
    Story(  # no rating for three sessions
        "HB",
        ("7 7 7 7", "7 8 7 7", "7 7 7 7", UNRATED, DECLINED, UNRATED),
        ended=3,
    ),
    Story(  # a couple, with the licensed form's totals
        "JN",
        ("32.4", "33.1", "34.0", "33.6", "30.9", "34.2"),
        measure="srs",
        others=("ors",),
        wellbeing=("19.2", "20.1", "21.0", "22.4", "21.7", "23.9"),
        format=Format.COUPLE,
        replies={4: Reply(Answer.EXPLAINED, note="A hard week at home, nothing about us.")},
        ended=2,
    ),
    Story(  # five statements from 1 to 5
        "KP",
        ("4 4 3 4 4", "4 4 4 4 4", "4 4 4 4 5", "5 4 4 4 5", "4 4 4 3 4"),
        measure=ITEMS,
        wellbeing=("5 5 5 5", "5 5 5 5", "6 5 5 5", "6 6 6 5", "5 6 6 5"),
        age=AgeBand.OLDER_ADULT,
        ended=1,
    ),
    Story(  # a sudden gain, recovered, and a usual range that was begun anew
        "TP",
        (
            "7 7 6 7",
            "7 8 7 7",
            "6 7 7 7",
            "7 7 7 8",
            "8 7 7 7",
            "7 8 6 7",
            "8 8 7 8",
            "7 7 7 7",
            "8 8 8 8",
            "9 8 8 9",
            "9 9 8 9",
            "8 9 9 9",
            "9 9 9 9",
            "9 8 9 9",
            "9 9 8 9",
            "8 9 9 9",
        ),
        (
            "2 2 2 2 2 2 2 2 0",
            "2 2 2 2 2 2 2 1 0",
            "2 3 2 2 2 2 2 1 0",
            "2 2 2 2 2 2 2 2 0",
            "2 2 2 2 1 2 2 1 0",
            "1 1 1 1 1 1 1 1 0",
            "1 1 1 1 1 1 1 0 0",
            "1 1 1 1 1 1 1 0 0",
            "1 1 1 1 0 1 1 0 0",
            "1 1 1 1 0 1 1 0 0",
            "1 1 0 1 0 1 1 0 0",
            "1 0 1 1 0 1 1 0 0",
            "1 0 0 1 0 1 0 0 0",
            "1 0 0 1 0 0 1 0 0",
            "1 0 0 1 0 0 0 0 0",
            "0 0 0 1 0 1 0 0 0",
        ),
        others=("phq-9",),
        anew=(9, "Other tasks from here on: what is hard at home comes into the hour."),
        ended=2,
    ),
    Story("LZ", ("6 6 6 6",), ("4 4 3 3",), age=AgeBand.ADOLESCENT, ended=7),  # one session
    Story("MV", ()),  # nobody has rated yet
    Story(  # a risk item answered again, as it was the week before
        "SW",
        ("7 7 7 7", "7 8 7 7", "8 8 7 8", "8 8 8 8"),
        (
            "2 2 3 2 1 2 2 1 0",
            "2 2 2 2 1 2 2 1 1",
            "2 2 2 2 1 2 1 1 1",
            "2 1 2 2 1 1 1 1 1",
        ),
        others=("phq-9",),
        replies={
            1: Reply(
                Answer.RISK_PLAN, note="Passive thoughts, no plan. Safety plan written together."
            )
        },
        ended=1,
    ),
)
ELSEWHERE = (
    Story("NY", ("8 8 8 8", "8 8 8 8", "8 5 8 7"), ("5 5 5 5", "5 5 5 5", "5 5 5 5"), ended=1),
    Story("OX", ("9 9 9 9", "9 9 9 9"), ("6 6 6 6", "6 6 6 6")),
)
