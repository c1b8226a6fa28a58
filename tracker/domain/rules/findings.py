"""What a rule says: the kinds of findings, the tier of each, and the numbers a finding rests on.

A rule is a small function that looks at one rating (`RatingRule`) or one session (`SessionRule`) in its course. Each
file of rules ends with the table of what it finds, and domain/rules/flags.py asks them all.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from uuid import UUID

from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.measures.drops import DropRule
from tracker.domain.measures.measure import Rater, ReliableChange
from tracker.domain.measures.priors import Prior
from tracker.domain.measures.strain import StrainAnswer
from tracker.domain.rules.change import in_force

RULES_VERSION = "2026.10"


class Tier(StrEnum):
    """Where a flag appears and what it asks for.

    risk        at once, on top of everything; an acknowledgement with what was done
    check_in    as the session is saved; one answer
    review      on the caseload; an answer at the next review
    note        on the record only; nothing
    """

    RISK = "risk"
    CHECK_IN = "check_in"
    REVIEW = "review"
    NOTE = "note"


class FlagKind(StrEnum):
    """Everything that ratings, attendance and taking part can raise."""

    RISK_ITEM = "risk_item"
    DROP = "drop"
    UNUSUAL = "unusual"
    LONG_SLIDE = "long_slide"
    TENSION = "tension"
    WANTS_TO_TALK = "wants_to_talk"
    SLIDE = "slide"
    EARLY_LEVEL = "early_level"
    FIRST_CROSSING = "first_crossing"
    LOW_ITEM = "low_item"
    TENSION_AGAIN = "tension_again"
    OUTCOME_WORSE = "outcome_worse"
    NEAR_WORST = "near_worst"
    NO_IMPROVEMENT = "no_improvement"
    LOWER_THAN_BEFORE = "lower_than_before"
    THERAPIST_DROP = "therapist_drop"
    THERAPIST_ABOVE = "therapist_above"
    NO_RATING_LATELY = "no_rating_lately"
    NOT_BACK = "not_back"
    CAME_BACK = "came_back"
    NEW_THERAPIST = "new_therapist"
    AWAY_FROM_BEST = "away_from_best"
    TENSION_NOTED = "tension_noted"
    CEILING = "ceiling"
    FLAT = "flat"
    CLIENT_ABOVE = "client_above"
    PARTNERS_APART = "partners_apart"
    DECLINED = "declined"
    INPUT_CHANGED = "input_changed"
    SUDDEN_GAIN = "sudden_gain"
    SUDDEN_LOSS = "sudden_loss"
    RECOVERED = "recovered"
    IMPROVED = "improved"
    MISSED = "missed"
    LATE_AGAIN = "late_again"
    TASKS_NOT_DONE = "tasks_not_done"
    NOTHING_VOICED = "nothing_voiced"


# The tier of each kind. In this order the rules are asked, and the pages list them.
TIER: dict[FlagKind, Tier] = {
    FlagKind.RISK_ITEM: Tier.RISK,
    FlagKind.DROP: Tier.CHECK_IN,
    FlagKind.UNUSUAL: Tier.CHECK_IN,
    FlagKind.LONG_SLIDE: Tier.CHECK_IN,
    FlagKind.TENSION: Tier.CHECK_IN,
    FlagKind.WANTS_TO_TALK: Tier.CHECK_IN,
    FlagKind.OUTCOME_WORSE: Tier.REVIEW,
    FlagKind.SLIDE: Tier.REVIEW,
    FlagKind.FIRST_CROSSING: Tier.REVIEW,
    FlagKind.EARLY_LEVEL: Tier.REVIEW,
    FlagKind.LOW_ITEM: Tier.REVIEW,
    FlagKind.NEAR_WORST: Tier.REVIEW,
    FlagKind.TENSION_AGAIN: Tier.REVIEW,
    FlagKind.NO_IMPROVEMENT: Tier.REVIEW,
    FlagKind.NOT_BACK: Tier.REVIEW,
    FlagKind.LOWER_THAN_BEFORE: Tier.REVIEW,
    FlagKind.THERAPIST_DROP: Tier.REVIEW,
    FlagKind.THERAPIST_ABOVE: Tier.REVIEW,
    FlagKind.CAME_BACK: Tier.NOTE,
    FlagKind.NEW_THERAPIST: Tier.NOTE,
    FlagKind.AWAY_FROM_BEST: Tier.NOTE,
    FlagKind.TENSION_NOTED: Tier.NOTE,
    FlagKind.CEILING: Tier.NOTE,
    FlagKind.FLAT: Tier.NOTE,
    FlagKind.CLIENT_ABOVE: Tier.NOTE,
    FlagKind.PARTNERS_APART: Tier.NOTE,
    FlagKind.INPUT_CHANGED: Tier.NOTE,
    FlagKind.SUDDEN_GAIN: Tier.NOTE,
    FlagKind.SUDDEN_LOSS: Tier.NOTE,
    FlagKind.RECOVERED: Tier.NOTE,
    FlagKind.IMPROVED: Tier.NOTE,
    FlagKind.NO_RATING_LATELY: Tier.REVIEW,
    FlagKind.DECLINED: Tier.NOTE,
    FlagKind.MISSED: Tier.REVIEW,
    FlagKind.LATE_AGAIN: Tier.REVIEW,
    FlagKind.TASKS_NOT_DONE: Tier.REVIEW,
    FlagKind.NOTHING_VOICED: Tier.NOTE,
}


# The reviews that are the milder form of a check-in on the same rating: a correction may turn one into the other.
MILDER = frozenset({FlagKind.SLIDE, FlagKind.TENSION_AGAIN})


@dataclass(frozen=True)
class Fall:
    """One score that fell: from what, to what, and from which session. `base`: what it is held against until it is
    back."""

    key: str
    previous: Fraction
    base: Fraction
    now: Fraction
    since: UUID
    stale: bool
    points: Fraction  # the fall that was enough


@dataclass(frozen=True)
class Compared:
    """One score and what it was held against; `since` is the session that the reference comes from, if it is one."""

    key: str
    now: Fraction | None
    reference: Fraction | None = None
    since: UUID | None = None


@dataclass(frozen=True)
class Finding:
    """What a rule says about one rating or session. `strength` is None where the kind has none.

    `rating_id` is None for what a session without a rating says. `participant` is whose rating it concerns. `change` is
    the reliable change that decided it, where that is not a published one.
    """

    kind: FlagKind
    session_id: UUID
    measure_key: str
    rater: Rater = Rater.CLIENT
    participant: UUID | None = None
    rating_id: UUID | None = None
    strength: int | None = None
    falls: tuple[Fall, ...] = ()
    compared: tuple[Compared, ...] = ()
    reason: str = ""
    held_back: int | None = None
    own_setting: bool = False  # the practice's threshold decided, not the measure's
    change: ReliableChange | None = None
    own_ratings: int | None = None  # of the client before it, where a prior decided as well
    strain: StrainAnswer | None = None  # what the client said of tension, where there was any
    own_clients: int | None = None  # of the practice, where that prior was estimated from them

    @property
    def tier(self) -> Tier:
        """Where it appears."""
        return TIER[self.kind]

    @property
    def by_threshold(self) -> bool:
        """True where its falls reach the threshold in force; what is unusually low is held against one step."""
        return self.kind is not FlagKind.UNUSUAL

    @property
    def about_a_strain(self) -> bool:
        """True for a check-in about scores that fell, or about tension that the client noticed. What a client wants to
        talk about may be anything."""
        scores = bool(self.falls or self.compared)
        return self.tier is Tier.CHECK_IN and (scores or self.strain is not None)

    @property
    def concern(self) -> str:
        """What a flag of it is about. All that asks for a check-in after one rating is one flag, so that a correction
        which turns one such reason into another keeps the answer."""
        return self.tier.value if self.tier is Tier.CHECK_IN else self.kind.value


@dataclass(frozen=True)
class RatingVerdict:
    """What a client's rating says beside those before it, worked out for a whole series at once (rules/watch.py).

    strength  of its drop (0 without a fall of strength 1), and in words what decided it
    falls     the scores that fell by strength 1, or that are unusually low
    unusual   they lie far outside of what this client gives, without a drop
    slides    the scores of a slide that is told at this rating; `far`: one is two points below where it came from
    own       earlier ratings of the client that it is compared with; None by rules that compare with none
    """

    strength: int = 0
    reason: str = ""
    falls: tuple[Fall, ...] = ()
    unusual: bool = False
    slides: tuple[Compared, ...] = ()
    far: bool = False
    own: int | None = None


class Returned(Enum):
    NOT_YET = auto()
    BACK = auto()
    NOT_BACK = auto()


@dataclass(frozen=True)
class Recovery:
    """How it went on after a drop: `seen` later ratings, and the session that decided it; of a score that came back
    also that of the first of the two ratings it came back in."""

    state: Returned
    seen: int
    at: Slot | None = None
    began: Slot | None = None


@dataclass(frozen=True)
class Context:
    """What a rule needs beside the trajectory.

    rules       the practice's thresholds in force, by rating
    priors      what the practice's own clients usually give, by rating, where it has worked that out
    worse_at    the sessions at which an outcome of the same person stands reliably worse than at intake
    strong_at   the sessions at which the alliance, as the same person last rated it, is strong
    other       the therapist's ratings on the same measure
    partners    the ratings on it of those participants who come before this one
    looked_at   the version of the rules under which a rating was first looked at, where that is another one
    version     the version of all others
    changes     the practice's own reliable changes, by rating likewise
    """

    rules: Mapping[UUID, DropRule] = field(default_factory=lambda: MappingProxyType({}))
    worse_at: frozenset[int] = frozenset()
    strong_at: frozenset[int] = frozenset()
    age_band: str = "adult"
    other: Trajectory | None = None
    partners: tuple[Trajectory, ...] = ()
    looked_at: Mapping[UUID, str] = field(default_factory=lambda: MappingProxyType({}))
    version: str = RULES_VERSION
    priors: Mapping[UUID, Prior] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def verdicts(self) -> dict[tuple[int, int], tuple[Trajectory, RatingVerdict]]:
        """How each rating stands, by trajectory and session number, kept because every rule asks again."""
        return {}

    @cached_property
    def slid(self) -> dict[tuple[int, int], tuple[Trajectory, tuple[Compared, ...]]]:
        """What slid at each rating by rules before 2026.9, kept as the verdicts are."""
        return {}

    @cached_property
    def followed(
        self,
    ) -> dict[int, tuple[Trajectory, dict[tuple[Returned, int], list[Finding]]]]:
        """What became of the falls of each trajectory, kept as the verdicts are."""
        return {}

    def prior(self, trajectory: Trajectory, point: Point) -> Prior:
        """What clients usually give, as it was known when that rating was looked at first."""
        return self.priors.get(point.rating_id, trajectory.measure.prior)

    changes: Mapping[UUID, ReliableChange] = field(default_factory=lambda: MappingProxyType({}))

    def reliable_change(self, trajectory: Trajectory, point: Point) -> ReliableChange | None:
        """The reliable change in force when that rating was looked at first: published, the practice's own, or the
        measure's design default."""
        return in_force(trajectory.measure, self.changes.get(point.rating_id))

    def drop_rule(self, trajectory: Trajectory, point: Point) -> DropRule | None:
        """The rule in force for that rating: the practice's setting where there is one, else the measure's own."""
        return self.rules.get(point.rating_id, trajectory.measure.drop)

    def version_of(self, point: Point) -> str:
        """The version of the rules that holds for that rating."""
        return self.looked_at.get(point.rating_id, self.version)


RatingRule = Callable[[Trajectory, Point, Context], Finding | None]
# True where something begins to hold, of the sessions up to that one and the numbers of those with a rating.
SessionRule = Callable[[Sequence[Slot], Collection[int]], bool]


def about(
    kind: FlagKind, trajectory: Trajectory, point: Point, *compared: Compared, reason: str = ""
) -> Finding:
    """A finding of that kind about one rating."""
    return Finding(
        kind,
        point.slot.session_id,
        trajectory.measure.key,
        trajectory.rater,
        trajectory.participant,
        point.rating_id,
        compared=compared,
        reason=reason,
    )
