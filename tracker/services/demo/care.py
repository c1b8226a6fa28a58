"""What the demo's clients have beside their ratings: how they took part, who came back, what is scheduled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.domain.course.adaptations import AdaptationKind
from tracker.domain.course.sessions import AgreedTask, ClientQuestion, Observation

QUIET = dict.fromkeys(Observation, False)
VOICED = {name: name is not Observation.SET_AGENDA for name in Observation}
EVERY_TIME = (
    "detect-and-repair",
    20,
    "The alliance is rated every time, and every drop is talked about in the session.",
)


@dataclass(frozen=True)
class Care:
    """What is told of one client.

    noted       details of a week's session, by week
    came_back   what came of the conversation after that week's missed session
    ahead       in how many days sessions are scheduled
    goals       the client's goals, and the week in which each was endorsed
    progress    of the goals in their order, by week
    adapted     what was adapted, by week
    aims        templates of objectives, set at the beginning: key, weeks until due, wording
    """

    noted: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    came_back: Mapping[int, str] = field(default_factory=dict)
    ahead: tuple[int, ...] = ()
    goals: tuple[tuple[str, int | None], ...] = ()
    progress: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    adapted: Mapping[int, tuple[AdaptationKind, str]] = field(default_factory=dict)
    aims: tuple[tuple[str, int, str], ...] = ()


NOTHING = Care()
CARE = {
    "AK": Care(
        noted={
            2: {"observed": VOICED},
            6: {"task": AgreedTask.DONE, "observed": VOICED},
            7: {
                "task": AgreedTask.PARTLY,
                "said": {
                    ClientQuestion.STILL_USEFUL: "Yes, mostly the part about sleep",
                    ClientQuestion.NOT_WORKING: "The diary takes too long",
                },
            },
        },
        came_back={3: "Had felt pushed about the diary, and stayed away. We agreed to go slower."},
        ahead=(7, 14),
        goals=(
            ("Sleep through most nights", 1),
            ("Call my sister again", 1),
            ("Say no at work when it is too much", None),
        ),
        progress={1: (1, 0, 1), 4: (3, 2, 1), 6: (4, 5, 2), 8: (4, 6, 2)},
        adapted={4: (AdaptationKind.PACING, "The diary every second day, three lines only")},
        aims=(
            (
                "shared-goals",
                12,
                "We write down three goals within three sessions, and AK endorses each.",
            ),
            (
                "task-agreement",
                14,
                "By the fourth session the way we work suits AK, twice running.",
            ),
            EVERY_TIME,
            ("engagement", 20, "AK comes to eight of ten sessions; we talk about each missed one."),
            ("feedback-informed", 12, "The well-being check is filled in at nine of ten sessions."),
        ),
    ),
    "BM": Care(
        goals=(("Leave the house on my own", 0), ("Cook with friends", 2)),
        progress={2: (2, 1), 5: (4, 4), 8: (7, 6)},
        adapted={
            1: (AdaptationKind.LANGUAGE, "Worksheets in Spanish"),
            5: (AdaptationKind.MODALITY, "Walked the way to the shop together"),
        },
        aims=(
            ("bond", 6, "BM feels understood at three checkpoints in six weeks."),
            ("responsiveness", 20, "Every month something in the work is fitted to BM."),
            EVERY_TIME,
        ),
    ),
    "CO": Care(
        noted={
            6: {"task": AgreedTask.NOT_DONE, "minutes_late": 10},
            8: {"task": AgreedTask.NOT_DONE, "minutes_late": 15},
        }
    ),
    "DR": Care(noted={5: {"observed": QUIET}, 6: {"observed": QUIET}}, ahead=(3,)),
    "ES": Care(ahead=(2, 9, 16)),
}
