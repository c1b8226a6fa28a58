"""The numbers of one session beside what they were before."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tracker.charts import triangle
from tracker.domain.care.answers import Stage
from tracker.domain.course.sessions import Given, Status
from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL, Scores
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.measures.numbers import show
from tracker.domain.measures.scoring import scored
from tracker.domain.rules.findings import Tier
from tracker.domain.rules.risk_rules import not_available
from tracker.services.record.course import answers_of, given_up, strain_of
from tracker.services.record.rows import StoredRating
from tracker.services.record.session_views import SessionView
from tracker.web.words import general as words
from tracker.web.words import measures as measure_words
from tracker.web.words import strains
from tracker.web.words import versions as version_words
from tracker.web.words.returns import returns

NO_RATING = "no rating"
NOT_ANSWERED = "not answered"
NOT_APPLICABLE = "not applicable"
TRIANGLE = ("bond", "goals", "tasks")


@dataclass(frozen=True)
class ScoreLine:
    """One score of a session and what it was at the rating before."""

    key: str
    label: str
    now: Fraction
    change: Fraction | None
    since: int | None
    digits: int


@dataclass(frozen=True)
class Snapshot:
    """One measure as a rater gave it in a session, beside the rating before; `broken` says why nothing is compared,
    `mark` that the measure had another version then, and `reworded` the same in sentences."""

    measure: Measure
    rater: Rater
    letter: str  # whose rating, where several people of the record rate
    lines: tuple[ScoreLine, ...]
    broken: str | None
    mark: str
    reworded: str
    first: bool
    triangle: str | None
    no_risk_item: bool  # sums were entered of a measure that has risk items, and none of these
    gaps: str  # what is said of a form that was filled in part

    @property
    def total(self) -> ScoreLine | None:
        """The line of its total; None where it has none."""
        return next((line for line in self.lines if line.key == TOTAL), None)


def of_session(view: SessionView) -> list[Snapshot]:
    """A snapshot for each rating of the session, the client's before the therapist's."""
    points = view.record.points_on(view.session.id)
    return [_snapshot(view, trajectory, point) for point, trajectory in points]


def by_client(view: SessionView) -> list[Snapshot]:
    """The same of the client's ratings alone, without the therapist's marks in the picture: the client may see it."""
    points = view.record.points_on(view.session.id)
    theirs = [(point, line) for point, line in points if line.rater is Rater.CLIENT]
    return [_snapshot(view, line, point, alone=True) for point, line in theirs]


def heading(view: SessionView, snapshots: list[Snapshot], *, back_dated: bool) -> str:
    """What the saved page may say when no check-in stands on it: never more than was compared."""
    if view.session.status != Status.ATTENDED:
        return words.STATUS[Status(view.session.status)]
    rated = [s for s in snapshots if s.rater is Rater.CLIENT and s.measure.kind is Kind.ALLIANCE]
    if any(flag.stage is not Stage.WITHDRAWN for flag in view.flags if flag.tier is Tier.CHECK_IN):
        return "A fall in an earlier session" if back_dated else "A check-in"
    return "; ".join(each.sentence for each in returns(view)) or _of_numbers(rated)


def _of_numbers(rated: list[Snapshot]) -> str:
    """What the client's marks of the alliance say against those before, when none fell far and none came back."""
    if not rated:
        return "No alliance rating by the client this time"
    changes = [line.change for shot in rated for line in shot.lines if line.change is not None]
    if not changes:
        return "First rating" if all(shot.first for shot in rated) else "Nothing to compare with"
    if any(shot.measure.loss(Fraction(0), c) > 0 for shot in rated for c in _changes(shot)):
        return "No fall that asks for a check-in"
    return "No fall since last time"


def _changes(shot: Snapshot) -> list[Fraction]:
    return [line.change for line in shot.lines if line.change is not None]


def _snapshot(
    view: SessionView, trajectory: Trajectory, point: Point, *, alone: bool = False
) -> Snapshot:
    measure = trajectory.measure
    keys = [key for key in (*measure.headline, TOTAL) if point.scores.of(key) is not None]
    broken = _broken(view, trajectory, point)
    return Snapshot(
        measure=measure,
        rater=trajectory.rater,
        letter=view.record.letter(trajectory.participant),
        lines=tuple(_line(trajectory, point, key) for key in keys),
        broken=broken,
        mark=version_words.changed_at(trajectory, point),
        reworded=_reworded(view, trajectory, point, compared=broken is None),
        first=trajectory.points[0] == point and broken is None,
        triangle=_triangle(view, trajectory, point, alone=alone),
        no_risk_item=not_available(point),
        gaps=measure_words.gaps(measure, point.scores),
    )


def _broken(view: SessionView, trajectory: Trajectory, point: Point) -> str | None:
    """Why nothing is compared. Ratings on a version that is scored in another way stand in a course of their own."""
    others = [
        p
        for _, other in view.record.course.lines()
        if other.measure.key == trajectory.measure.key and other is not trajectory
        if (other.rater, other.participant) == (trajectory.rater, trajectory.participant)
        for p in other.points
    ]
    if trajectory.points[0] == point and any(p.slot.number < point.slot.number for p in others):
        return "version"
    return trajectory.break_before(point)


def _reworded(view: SessionView, trajectory: Trajectory, point: Point, *, compared: bool) -> str:
    before = trajectory.reworded(point)
    if before is None:
        return ""
    changes = view.record.course.known.changes(before, point.measure)
    return version_words.since_before(before, point.measure, changes, compared=compared)


def _line(trajectory: Trajectory, point: Point, key: str) -> ScoreLine:
    measure = trajectory.measure
    now = point.scores.of(key)
    previous = trajectory.previous(point, key)
    before = previous.scores.of(key) if previous else None
    assert now is not None
    return ScoreLine(
        key,
        measure.label_of(key),
        now,
        None if before is None else now - before,
        previous.slot.number if previous else None,
        measure.digits,
    )


def _triangle(
    view: SessionView, trajectory: Trajectory, point: Point, *, alone: bool
) -> str | None:
    measure = trajectory.measure
    if trajectory.rater is not Rater.CLIENT or not set(TRIANGLE) <= point.scores.values.keys():
        return None
    if measure.kind is not Kind.ALLIANCE or not set(TRIANGLE) <= {i.key for i in measure.items}:
        return None
    therapist = None if alone else view.record.trajectory(measure, Rater.THERAPIST)
    other = [p for p in therapist.points if p.slot == point.slot] if therapist else []
    return triangle.render(
        {key: point.scores.values[key] for key in TRIANGLE},
        {key: other[0].scores.values[key] for key in TRIANGLE if key in other[0].scores.values}
        if other
        else None,
        measure.items[0].high,
    )


@dataclass(frozen=True)
class OldValue:
    """What an answer was, and the rating that corrected it."""

    value: str
    correction: StoredRating


@dataclass(frozen=True)
class AnswerLine:
    """One answer as it counts now, with every earlier value."""

    label: str
    now: str
    old: tuple[OldValue, ...]


@dataclass(frozen=True)
class Chain:
    """One rating of a session through its corrections."""

    measure: Measure
    rater: str
    first: StoredRating
    rating: StoredRating
    lines: tuple[AnswerLine, ...]
    given_up: bool
    gaps: str


def chains(view: SessionView) -> list[Chain]:
    """Every rating of a session with its old values."""
    course = view.record.course
    return [
        _chain(measure, ratings, view.record.letter(ratings[-1].participant_id))
        for ratings in course.ratings_of(view.session.id)
        if (measure := course.measure_of(ratings[-1]))
    ]


def _chain(measure: Measure, ratings: tuple[StoredRating, ...], letter: str) -> Chain:
    items = [item.key for item in measure.items]
    scales = [part.key for part in measure.components if part.key not in items]
    scores = [scored(measure, answers_of(rating)) for rating in ratings]
    lines = []
    given = answers_of(ratings[-1])
    numbers_asked = not given.strain_alone()
    by_items = given.total is None and not measure.typed_scales(given) and numbers_asked
    for key in (*items, *scales, TOTAL):
        values = [_shown(score, key, measure.digits) for score in scores]
        line = _answer_line(measure.label_of(key), values, ratings)
        if line.now != NO_RATING or line.old or (key in items and by_items):
            lines.append(line)
    lines += [line for line in _said(measure, ratings) if line.now != NOT_ANSWERED or line.old]
    last = ratings[-1]
    rater = words.by(Rater(last.rater), letter)
    taken_back = given_up(last)
    in_numbers = numbers_asked and not taken_back
    note = measure_words.gaps(measure, scores[-1]) if in_numbers else ""
    return Chain(measure, rater, ratings[0], last, tuple(lines), taken_back, note)


def _shown(scores: Scores, key: str, digits: int) -> str:
    value = scores.of(key)
    if value is None:
        return NOT_APPLICABLE if key in scores.not_applicable else NO_RATING
    return show(value, digits)


def _said(measure: Measure, ratings: tuple[StoredRating, ...]) -> Iterator[AnswerLine]:
    """What is no score: the unscored questions, and when the client gave the rating."""
    if measure.strain:
        answers = [strains.given(strain_of(rating)) for rating in ratings]
        yield _answer_line(measure.strain.label, answers, ratings)
    if measure.question:
        choices = measure.question.choices["en"]
        values = [NOT_ANSWERED if r.held_back is None else choices[r.held_back] for r in ratings]
        yield _answer_line(measure.question.label, values, ratings)
    if ratings[-1].rater == Rater.CLIENT:
        line = _answer_line("Given", [words.GIVEN[Given(r.given)] for r in ratings], ratings)
        if line.old:
            yield line


def _answer_line(label: str, values: list[str], ratings: tuple[StoredRating, ...]) -> AnswerLine:
    """The last value, and each earlier one that a correction changed."""
    old = tuple(
        OldValue(values[n], ratings[n + 1])
        for n in range(len(values) - 1)
        if values[n] != values[n + 1]
    )
    return AnswerLine(label, values[-1], old)
