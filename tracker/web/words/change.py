"""How an outcome changed since its first rating, in words: never more than its measure publishes a number for."""

from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.course.sessions import long_date
from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.measure import Basis, Measure, ReliableChange
from tracker.domain.measures.numbers import show
from tracker.domain.rules.change import Category, Change, since_first
from tracker.web.words import versions as version_words
from tracker.web.words.estimates import own_source

CATEGORY = {
    Category.RECOVERED: "Recovered: reliably better, and out of the clinical range",
    Category.IMPROVED: "Reliably better",
    Category.UNCHANGED: "No reliable change",
    Category.DETERIORATED: "Reliably worse",
    Category.HARMED: "Worse, in the clinical range",
}
AT = "exactly at it"
SINCE = {
    "therapist": "first rating since the therapist changed",
    "version": "first rating on this version of the measure",
}
DEFINITION = "Jacobson & Truax 1991, with the reliable change and the cut-off named above"
WORSE = "Reliably worse, no longer outside the clinical range"


@dataclass(frozen=True)
class Summary:
    """A sentence, and what it rests on: pairs of a short name and a text."""

    headline: str
    rows: tuple[tuple[str, str], ...]


def judged_by(by: ReliableChange) -> str:
    """What a change was judged by, to stand beside every such sentence; "" beside a published number."""
    if by.basis is Basis.PRACTICE:
        return own_source(by.clients)
    return "" if by.published else str(by.basis)


def summary(trajectory: Trajectory, age_band: str, by: ReliableChange | None) -> Summary | None:
    """From the first to the latest total that can be compared, judged by that reliable change; None where there is no
    total at all."""
    scored = [point for point in trajectory.points if point.scores.total is not None]
    if not scored:
        return None
    latest = scored[-1]
    change = since_first(trajectory, latest, age_band, by)
    first = change.first if change else latest
    rows = [("First", _rating(trajectory, first) + _why_first(trajectory, first))]
    if change:
        rows += [
            ("Latest", _rating(trajectory, latest)),
            ("Change", _change(trajectory.measure, change.gain)),
        ]
    rows += _reworded(trajectory, first, latest)
    rows.append(("Reliable change", _reliable(by, change)))
    rows.append(("Cut-off", _cutoff(trajectory.measure, change, age_band)))
    if change and change.category and change.clinical is not None:
        rows.append(("Categories", DEFINITION))
    rows.append(("How sure", trajectory.measure.evidence))
    return Summary(headline(trajectory, latest, change, age_band), tuple(rows))


def headline(trajectory: Trajectory, latest: Point, change: Change | None, age_band: str) -> str:
    """The category in words, or why there is none."""
    if change is None:
        before = trajectory.other_before(latest)
        one = SINCE[before].replace("first rating", "One rating") if before else "One rating"
        return f"{one}, so nothing to compare yet"
    if change.by is None:
        return "Not judged: there is no reliable change for this measure"
    how = judged_by(change.by)
    rests = f" ({how})" if how else ""
    if change.category is Category.HARMED and _side(trajectory.measure, latest, age_band) == AT:
        return WORSE + rests
    if change.category:
        return CATEGORY[change.category] + rests
    way = "better" if change.gain > 0 else "worse"
    return f"Reliably {way}{rests}; without a published cut-off nothing more can be said"


def in_short(trajectory: Trajectory, age_band: str, by: ReliableChange | None) -> str:
    """The same in a few words, with the two totals: "better by 5 (12, from 17)", "no reliable change (12, from 17)"; ""
    where nothing can be compared. What is not a published number says so."""
    scored = [point for point in trajectory.points if point.scores.total is not None]
    change = since_first(trajectory, scored[-1], age_band, by) if scored else None
    if change is None or change.by is None:
        return ""
    digits = trajectory.measure.digits
    first, latest = (point.scores.total for point in (change.first, change.latest))
    assert first is not None
    assert latest is not None
    way = "better" if change.gain > 0 else "worse"
    what = f"{way} by {show(abs(change.gain), digits)}" if change.reliable else "no reliable change"
    how = judged_by(change.by)
    rests = f"; {how}" if how else ""
    return f"{what} ({show(latest, digits)}, from {show(first, digits)}{rests})"


def _rating(trajectory: Trajectory, point: Point) -> str:
    measure = trajectory.measure
    total = point.scores.total
    assert total is not None, "asked only of a score"
    band = measure.band(total)
    named = f" ({band.label})" if band else ""
    prorated = ", prorated" if point.scores.prorated else ""
    where = f"session {point.slot.number}, {long_date(point.slot.held_on)}"
    return f"{show(total, measure.digits)}{named}{prorated}, {where}"


def _why_first(trajectory: Trajectory, first: Point) -> str:
    before = trajectory.other_before(first)
    return f": {SINCE[before]}" if before else ""


def _reworded(trajectory: Trajectory, first: Point, latest: Point) -> list[tuple[str, str]]:
    """Where between the two the measure had another version."""
    at = [
        f"{mark} at session {point.slot.number}"
        for point in trajectory.points
        if first.slot.number < point.slot.number <= latest.slot.number
        and (mark := version_words.changed_at(trajectory, point))
    ]
    return (
        [("Asked", f"{'; '.join(at)}: a part of the change may come from it".capitalize())]
        if at
        else []
    )


def _change(measure: Measure, gain: Fraction) -> str:
    if gain == 0:
        return "None"
    return f"{show(abs(gain), measure.digits)} {'better' if gain > 0 else 'worse'}"


def _reliable(by: ReliableChange | None, change: Change | None) -> str:
    if by is None:
        return "There is none for this measure, so a change cannot be told from chance"
    count = f"{show(by.points)} points or more count. {by.source.rstrip('.')}"
    if change is None:
        return count
    return f"{'Yes' if change.reliable else 'No'}: {count[0].lower()}{count[1:]}"


def _cutoff(measure: Measure, change: Change | None, age_band: str) -> str:
    cutoff = measure.level.cutoff(age_band) if measure.level else None
    if measure.level is None or cutoff is None:
        return "None is published for this measure and age"
    said = show(cutoff, measure.digits)
    if change:
        first, latest = (_side(measure, p, age_band) for p in (change.first, change.latest))
        said += f": began {first}, now {latest}"
    return f"{said}. {measure.level.source.rstrip('.')}"


def _side(measure: Measure, point: Point, age_band: str) -> str:
    """On which side of the published cut-off a score lies; on neither where its source leaves that open."""
    total = point.scores.total
    assert total is not None, "asked only of a score"
    if measure.past_level(total, age_band):
        return "in the clinical range"
    return "outside it" if measure.functional(total, age_band) else AT
