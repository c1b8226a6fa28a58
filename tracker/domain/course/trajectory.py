"""One rater's ratings on one measure, over all sessions of a client. Rule, sentence, table and chart all read this.

sessions   1   2   3   4   5   6
ratings    ●   ●   .   ●   ●   ●        a session without a rating keeps its place
           '---'       '---'   ○        ○ another series: not compared with what came before
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from statistics import median
from types import MappingProxyType
from uuid import UUID

from tracker.domain.course.removals import Removal
from tracker.domain.course.sessions import AgreedTask, Given, NoRating, Observation, Status
from tracker.domain.measures.entries import Answers, Scores
from tracker.domain.measures.measure import InputMode, Measure, Rater
from tracker.domain.measures.scoring import scored
from tracker.domain.measures.strain import StrainAnswer

USUAL_RATINGS = 8  # design default: what is usual before a fall is the mean of up to this many
MIDDLE_RATINGS = 5  # design default: the middle is the median of up to this many earlier ratings
STALE_DAYS = 60  # design default
STALE_SESSIONS = 3  # design default


@dataclass(frozen=True)
class Slot:
    """A session's place in the course of a client, and how the client took part; `observed` holds what was noted."""

    session_id: UUID
    number: int
    held_on: date
    status: Status
    clinician_id: UUID
    no_rating: NoRating | None = None
    minutes_late: int | None = None
    task: AgreedTask | None = None
    observed: Mapping[Observation, bool] = field(default_factory=lambda: MappingProxyType({}))
    reengaged_on: date | None = None  # when a missed session was talked about with the client
    start_marks: Mapping[UUID, int] = field(
        default_factory=lambda: MappingProxyType({})
    )  # by participant; told beside a fall (rules/start_mark.py), and looked at by no rule
    removed: Removal | None = None  # it does not count here, and keeps the number that it had


@dataclass(frozen=True)
class Series:
    """What must be the same for two ratings to be compared (client, participant and rater are the trajectory's).

    `mode`, how it was entered, need not be: a total is the same number whether it was typed or worked out, and a score
    that was not given in both ratings is compared with nothing anyway. Nor need the version be, where another one only
    changed the wording: `scored_as` is the first version of the measure that is scored as the rating's own is.
    """

    clinician_id: UUID
    scored_as: int
    variant: str
    mode: InputMode = field(compare=False)


@dataclass(frozen=True)
class Point:
    """One rating in its place; `measure` is the one that it was entered with."""

    rating_id: UUID
    slot: Slot
    series: Series
    measure: Measure
    answers: Answers
    given: Given = Given.IN_SESSION

    @cached_property
    def scores(self) -> Scores:
        """What it comes to, worked out when it is asked for first: a caseload looks at few of its ratings."""
        return scored(self.measure, self.answers)

    @property
    def held_back(self) -> int | None:
        """The answer to the unscored last question."""
        return self.answers.held_back

    @property
    def strain(self) -> StrainAnswer | None:
        """The answer to whether there was tension."""
        return self.answers.strain


@dataclass(frozen=True)
class Trajectory:
    """The ratings of one rater for one participant on one measure, in the order of the sessions."""

    measure: Measure
    rater: Rater
    slots: tuple[Slot, ...]
    points: tuple[Point, ...]
    participant: UUID | None = (
        None  # whose ratings these are; None for a therapist's or an observer's
    )

    def earlier(self, point: Point, key: str) -> tuple[Point, ...]:
        """The points before one of its own, of the same series and with this score, in order."""
        place = (point.slot.number, key)
        if place not in self._earlier:
            having: tuple[Point, ...] = ()
            for each in self.of_series(point.series):
                self._earlier[each.slot.number, key] = having
                if each.scores.of(key) is not None:
                    having = (*having, each)
        return self._earlier[place]

    @cached_property
    def _earlier(self) -> dict[tuple[int, str], tuple[Point, ...]]:
        return {}  # of each point, which has a session of its own: every rule asks for them again and again

    def previous(self, point: Point, key: str) -> Point | None:
        """The last earlier rating of the series in which this score is present. Nothing is carried forward."""
        place = (point.slot.number, key)
        if place not in self._previous:
            earlier = reversed(self.before(point))
            last = next((each for each in earlier if each.scores.of(key) is not None), None)
            self._previous[place] = last
        return self._previous[place]

    @cached_property
    def _previous(self) -> dict[tuple[int, str], Point | None]:
        return {}  # as above

    def first(self, point: Point, key: str) -> Point | None:
        """The first rating of the series that has this score (for an outcome: intake), this one if there is none
        before it; None when it has no such score itself."""
        number = point.slot.number
        series = (each for each in self.of_series(point.series) if each.slot.number <= number)
        return next((each for each in series if each.scores.of(key) is not None), None)

    def middle(self, point: Point, key: str) -> Fraction | None:
        """The median of the last up to five earlier values of this score."""
        place = (point.slot.number, key)
        if place not in self._middles:
            earlier = self.earlier(point, key)[-MIDDLE_RATINGS:]
            values = [value for p in earlier if (value := p.scores.of(key)) is not None]
            self._middles[place] = Fraction(median(values)) if values else None
        return self._middles[place]

    @cached_property
    def _middles(self) -> dict[tuple[int, str], Fraction | None]:
        return {}

    def stale(self, point: Point, key: str) -> bool:
        """True when the previous value is too long ago for the fall to say much: days, or sessions between."""
        previous = self.previous(point, key)
        assert previous is not None, "asked only of a score that is compared"
        place = (previous.slot.number, point.slot.number)
        if place not in self._stale:
            days = (point.slot.held_on - previous.slot.held_on).days
            until = bisect_left(self._numbers, point.slot.number)
            between = until - bisect_right(self._numbers, previous.slot.number)
            self._stale[place] = days > STALE_DAYS or between > STALE_SESSIONS
        return self._stale[place]

    @cached_property
    def _stale(self) -> dict[tuple[int, int], bool]:
        return {}

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        return tuple(slot.number for slot in self.slots)

    def preceding(self, point: Point) -> Point | None:
        """The rating just before this one in the same series, whatever was answered in it."""
        earlier = self.before(point)
        return earlier[-1] if earlier else None

    def before(self, point: Point) -> tuple[Point, ...]:
        """The points before one of its own, of the same series, in order, whatever was answered in them."""
        number = point.slot.number
        if number not in self._before:
            series = self.of_series(point.series)
            self._before[number] = series[: bisect_left(series, number, key=_number)]
        return self._before[number]

    @cached_property
    def _before(self) -> dict[int, tuple[Point, ...]]:
        return {}

    def after(self, point: Point) -> tuple[Point, ...]:
        """The points after one of its own, of the same series, in order, whatever was answered in them."""
        series = self.of_series(point.series)
        return series[bisect_right(series, point.slot.number, key=_number) :]

    def of_series(self, series: Series) -> tuple[Point, ...]:
        """The points of a series, in order."""
        if series not in self._points_by_series:
            self._points_by_series[series] = tuple(p for p in self.points if p.series == series)
        return self._points_by_series[series]

    @cached_property
    def _points_by_series(self) -> dict[Series, tuple[Point, ...]]:
        return {}

    def break_before(self, point: Point) -> str | None:
        """Why this point is not compared with the rating just before it: "therapist", "version", or None."""
        index = bisect_left(self.points, point.slot.number, key=_number)
        if index == 0:
            return None
        return difference(self.points[index - 1].series, point.series)

    def reworded(self, point: Point) -> Measure | None:
        """The version that the rating just before this one was given on, where it is another one; None otherwise."""
        index = bisect_left(self.points, point.slot.number, key=_number)
        before = self.points[index - 1].measure if index else point.measure
        return None if before.version == point.measure.version else before

    def other_version(self, point: Point, compared: Collection[UUID] = ()) -> Measure | None:
        """The last other version among the ratings that this one is held against: those of its base, and those of the
        sessions `compared`; None where all were given on its own."""
        before = self.before(point)
        last = before[-USUAL_RATINGS:]
        against = [p for p in before if p.slot.session_id in compared or p in last]
        others = [p.measure for p in against if p.measure.version != point.measure.version]
        return others[-1] if others else None

    def other_before(self, point: Point) -> str | None:
        """How the last other series before this point differs from its own; None where there was none."""
        earlier = [p.series for p in self.points if p.slot.number < point.slot.number]
        others = [series for series in earlier if series != point.series]
        return difference(others[-1], point.series) if others else None


def _number(point: Point) -> int:
    return point.slot.number


def difference(before: Series, now: Series) -> str | None:
    """What makes two ratings not comparable: "therapist", "version", or None."""
    if before.clinician_id != now.clinician_id:
        return "therapist"
    return None if before == now else "version"
