"""A client's ratings watched one after another: strength by the person, what is unusual, and slides.

    rating ──► how each score stands ──► a drop? its strength      no drop, but far outside? unusual
                        │                         └──────┬─────────────┘
                        └──► sum of what lies below ──► a slide?     told: the sum begins anew, and the rating is left
                                                                     out of what is usual

All of it follows from the ratings of the series alone, never from stored flags or answers: a correction or a session
entered late is watched again from there on.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from statistics import median

from tracker.domain.course.trajectory import USUAL_RATINGS, Point, Trajectory
from tracker.domain.measures.drops import DropRule
from tracker.domain.measures.priors import Prior
from tracker.domain.rules import limits, slides
from tracker.domain.rules.earlier import fixed_slide, fixed_strength
from tracker.domain.rules.falls import fall_of
from tracker.domain.rules.findings import Compared, Context, Fall, RatingVerdict
from tracker.domain.rules.limits import Rarity
from tracker.domain.rules.outlook import OwnMarks
from tracker.domain.rules.quantiles import quantile
from tracker.domain.rules.slides import Slide
from tracker.domain.rules.standing import SeenRating
from tracker.domain.rules.watched import WatchedScore, watched_scores

BY_PERSON_SINCE = (2026, 9)  # rules before it decide by fixed points
FIRST_RATINGS = 3  # design default: how it was at the start is the median of the first three


def verdict_on(trajectory: Trajectory, point: Point, context: Context) -> RatingVerdict:
    """How that rating stands beside those of its series before it. Nothing is said where the measure has no drop
    rule."""
    place = (id(trajectory), point.slot.number)
    if place not in context.verdicts:
        watch = _Watcher(trajectory, context)
        for each in trajectory.of_series(point.series):
            # the trajectory is kept with it, so that no other one gets its id
            context.verdicts[id(trajectory), each.slot.number] = (trajectory, watch.see(each))
    return context.verdicts[place][1]


def by_person(version: str) -> bool:
    """True for the rules that decide by the client's own ups and downs."""
    year, number = version.split(".")
    return (int(year), int(number)) >= BY_PERSON_SINCE


class _Watcher:
    """What is remembered of the ratings seen so far.

    given    what is usual: the marks of each score, without falls that were told and stayed
    usual    the same as values of the scores, in order
    sums     how far each score has lain below what was expected, summed up
    low      where each score stood when a fall was told last, `since` so many ratings
    waiting  that rating and what fell in it, until the next one shows whether it was a strain
    slide    the slide that goes on
    watched  the scores that are looked at, by the rule and the prior they rest on
    """

    def __init__(self, trajectory: Trajectory, context: Context) -> None:
        self.trajectory = trajectory
        self.context = context
        self.given: dict[str, OwnMarks] = {}
        self.usual: dict[str, list[Fraction]] = {}
        self.sums: dict[str, Decimal] = {}
        self.low: dict[str, Fraction] = {}
        self.since = 0
        self.waiting: tuple[SeenRating, tuple[str, ...]] | None = None
        self.slide: Slide | None = None
        self.watched: tuple[DropRule, Prior, Mapping[str, WatchedScore]] | None = None

    def see(self, point: Point) -> RatingVerdict:
        """What the next rating says."""
        rule = self.context.drop_rule(self.trajectory, point)
        if rule is None:
            return RatingVerdict()
        self._settle(point)
        standing = self._standing(point, rule)
        self.since += 1
        self._sum_up(standing)
        by_rules_of_then = self._now if by_person(self.context.version_of(point)) else self._before
        verdict = by_rules_of_then(standing)
        told = verdict.strength >= 2 or verdict.unusual
        if told or verdict.slides:
            self.sums = {}
        if told:
            fell = tuple(fall.key for fall in verdict.falls)
            self.low = {key: standing.now(key) for key in (*fell, *standing.z)}
            self.since = 0
            self.waiting = (standing, fell)
        else:
            self._take_in(standing)
        return verdict

    def _settle(self, point: Point) -> None:
        """A rating that was told to have fallen counts as usual only once its scores have risen again, by more than one
        step each: one that stays low is a strain, and must not make itself usual."""
        if self.waiting:
            fallen, keys = self.waiting
            if all(self._rose(point, fallen.scores[key]) for key in keys):
                self._take_in(fallen)
        self.waiting = None

    def _rose(self, point: Point, score: WatchedScore) -> bool:
        now = point.scores.of(score.key)
        if now is None:
            return False
        return self.trajectory.measure.loss(now, self.low[score.key]) > score.step

    def _standing(self, point: Point, rule: DropRule) -> SeenRating:
        scores = self._watched(rule, self.context.prior(self.trajectory, point))
        values = {key: point.scores.of(key) for key in scores}
        mark = {key: scores[key].mark(now) for key, now in values.items() if now is not None}
        z = {
            key: self.given[key].below(scores[key].assumed, mark[key])
            for key in mark
            if key in self.given and not self.trajectory.stale(point, key)
        }
        freedom = {key: self.given[key].freedom for key in z}
        return SeenRating(self.trajectory, point, rule, scores, mark, z, freedom)

    def _watched(self, rule: DropRule, prior: Prior) -> Mapping[str, WatchedScore]:
        """What is watched, worked out again only where the rule or the prior is another one."""
        if self.watched is None or self.watched[0] is not rule or self.watched[1] is not prior:
            scores = watched_scores(self.trajectory.measure, rule, prior)
            self.watched = (rule, prior, scores)
        return self.watched[2]

    def _sum_up(self, standing: SeenRating) -> None:
        for key in standing.z:
            more = min(standing.below(key), limits.MOST_AT_ONCE) - limits.SLACK
            self.sums[key] = max(self.sums.get(key, Decimal(0)) + more, Decimal(0))

    def _take_in(self, standing: SeenRating) -> None:
        for key, mark in standing.mark.items():
            self.given[key] = self.given.get(key, OwnMarks()).plus(mark)
            self.usual.setdefault(key, []).append(standing.now(key))

    def _before(self, standing: SeenRating) -> RatingVerdict:
        """What rules by fixed points say."""
        strength, reason = fixed_strength(self.trajectory, standing.point, standing.rule)
        slid = fixed_slide(self.trajectory, standing.point, self.context)
        return RatingVerdict(strength, reason, standing.fell, slides=slid)

    def _now(self, standing: SeenRating) -> RatingVerdict:
        own = max((self.given[key].count for key in standing.z), default=0)
        falls = tuple(replace(fall, base=self._base(fall)) for fall in standing.fell)
        unusual = () if falls else self._unusual(standing)
        if (falls or unusual) and self.slide:
            self.slide = slides.told_by_a_fall(self.slide, standing)
        if falls:
            strength, reason = standing.strength()
            return RatingVerdict(strength, reason, falls, own=own)
        if unusual:
            return RatingVerdict(falls=unusual, unusual=True, own=own)
        told = self._slides(standing)
        return RatingVerdict(slides=told, far=bool(told and self.slide and self.slide.far), own=own)

    def _base(self, fall: Fall) -> Fraction:
        """What the score is held against until it is back: the mean of what was usual before, or the middle of earlier
        ratings where nothing of it was usual yet."""
        usual = self.usual.get(fall.key, [])[-USUAL_RATINGS:]
        return sum(usual, Fraction(0)) / len(usual) if usual else fall.base

    def _unusual(self, standing: SeenRating) -> tuple[Fall, ...]:
        """The scores that are unusually low and news, as falls of more than a step below the base."""
        low = []
        for key in standing.beyond(Rarity.UNUSUAL):
            step = standing.scores[key].step
            fall = fall_of(self.trajectory, standing.point, key, step)
            fall = replace(fall, base=self._base(fall))
            if standing.loss(fall.base, key) > step and self._is_news(standing, key):
                low.append(fall)
        return tuple(low)

    def _is_news(self, standing: SeenRating, key: str) -> bool:
        """False with too few ratings of the client, and for a score that was told to have fallen a few ratings ago and
        has not fallen further."""
        if self.given[key].count < limits.LEAST_OWN:
            return False
        if key not in self.low or self.since > limits.SAME_FALL:
            return True
        return standing.loss(self.low[key], key) > standing.scores[key].step

    def _slides(self, standing: SeenRating) -> tuple[Compared, ...]:
        """The scores of a slide that is told at this rating."""
        below = self._below(standing)
        told = False
        if self.slide and slides.has_ended(self.slide, standing):
            self.slide = None
        elif self.slide:
            self.slide, told = slides.went_on(self.slide, standing, below)
        elif below and not (self.low and self.since <= limits.AFTER_A_FALL):
            self.slide = slides.begun(standing, below)
            told = True
        if not told or self.slide is None:
            return ()
        start = self.slide.start
        return tuple(
            Compared(key, standing.now(key), start[key]) for key in start if key in standing.z
        )

    def _below(self, standing: SeenRating) -> dict[str, Fraction]:
        """The scores that slide, with what they came from: far below where they were and lower than usual, or a little
        lower than expected again and again."""
        below = {}
        for key, z in standing.z.items():
            lower = z >= quantile(Rarity.SLIDE, standing.freedom[key])
            enough = self.given[key].count >= limits.LEAST_OWN
            again = enough and self.sums[key] >= limits.SLIDE_FROM
            if not (lower or again):
                continue
            start = self._start(standing, key)
            loss = standing.loss(start, key)
            score = standing.scores[key]
            if (again and loss >= score.step) or (lower and loss >= score.points):
                below[key] = start
        return below

    def _start(self, standing: SeenRating, key: str) -> Fraction:
        """The middle of up to five earlier values, or of the first three where that was better."""
        base = self.trajectory.middle(standing.point, key)
        assert base is not None, "asked only of a score that is compared"
        first = self.trajectory.earlier(standing.point, key)[:FIRST_RATINGS]
        values = [value for point in first if (value := point.scores.of(key)) is not None]
        if len(values) < FIRST_RATINGS:
            return base
        return max(base, Fraction(median(values)), key=lambda was: standing.loss(was, key))
