"""A course at one glance: the alliance, how the client is doing, and the flags, over the same sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from uuid import UUID

from tracker.charts import words
from tracker.charts.figure import (
    NO_RATING,
    Aim,
    ChartTable,
    CutoffLine,
    Divide,
    Figure,
    Lane,
    Panel,
)
from tracker.charts.trajectory import BREAK_WORDS, LONG_GAP_DAYS, panel, slots_of
from tracker.domain.care.open_work import of_tiers
from tracker.domain.course.sessions import long_date
from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import Tier

TITLES = {
    Tier.RISK: "Risk",
    Tier.CHECK_IN: "Check-ins",
    Tier.REVIEW: "Reviews",
    Tier.NOTE: "Notes",
}
OBJECTIVES = "Objectives"
INCOMPLETE = "incomplete"
NO_FLAG = "none"


@dataclass(frozen=True)
class ObjectiveEnd:
    """An objective that was met, or can no longer be met, on a day, in words."""

    on: date
    met: bool
    text: str


@dataclass(frozen=True)
class Event:
    """A flag in its session, in words. `open`: it waits for an answer. `leads`: it counts as one thing to answer; the
    others that wait are settled with one that does."""

    session_id: UUID
    tier: Tier
    text: str
    open: bool
    leads: bool = True


def timeline(
    code: str,
    courses: Sequence[Sequence[Trajectory]],
    events: Sequence[Event],
    cutoffs: Mapping[str, Fraction],
    decided: Sequence[ObjectiveEnd] = (),
) -> Figure:
    """The total of each measure as a low panel, with the flags of every tier under them, and the objectives at the
    sessions at which they were decided.

    `courses`: for each measure the client's ratings and, where there are any, the therapist's. `cutoffs` by measure.
    """
    slots = slots_of([rater for raters in courses for rater in raters])
    panels = tuple(_panel(raters, slots, cutoffs) for raters in courses)
    lanes = _lanes(events, {slot.session_id: slot.number for slot in slots})
    aims = [(_at(each.on, slots), each) for each in decided]
    if aims:
        marks = {n: any(a.met for at, a in aims if at == n) for n, _ in aims}
        lanes = (*lanes, Lane(Aim.OBJECTIVE, OBJECTIVES, tuple(sorted(marks.items()))))
    return Figure(
        title=f"Course at a glance, {code}",
        panels=panels,
        slots=slots,
        divides=_divides(courses),
        summary=_summary([raters[0] for raters in courses], events),
        table=_table(courses, slots, events, aims),
        lanes=lanes,
    )


def _panel(
    raters: Sequence[Trajectory], slots: Sequence[Slot], cutoffs: Mapping[str, Fraction]
) -> Panel:
    measure = raters[0].measure
    value = cutoffs.get(measure.key)
    line = None if value is None else CutoffLine(value, f"cut-off {show(value)}")
    whole = panel(TOTAL, raters, slots, cutoff=line)
    title = f"{measure.short}, {measure.total_label.lower()}"
    return replace(whole, title=title, limits=(), limit_text="", bands=(), ceiling=(), links=())


def _at(day: date, slots: Sequence[Slot]) -> int:
    """The number of the last session up to that day; the first one for a day before it."""
    return max((slot.number for slot in slots if slot.held_on <= day), default=slots[0].number)


def _lanes(events: Sequence[Event], numbers: Mapping[UUID, int]) -> tuple[Lane, ...]:
    """A lane for each tier that has a flag, always for check-ins, so that "none" can be seen."""
    by_tier: dict[Tier, dict[int, bool]] = {Tier.CHECK_IN: {}}
    for event in events:
        marks = by_tier.setdefault(event.tier, {})
        number = numbers[event.session_id]
        marks[number] = marks.get(number, False) or event.open
    return tuple(
        Lane(tier, TITLES[tier], tuple(sorted(by_tier[tier].items())))
        for tier in Tier
        if tier in by_tier
    )


def _summary(courses: Sequence[Trajectory], events: Sequence[Event]) -> str:
    """Where each measure stands and how far from its first rating; how many flags, how many answers are owed."""
    said = [text for course in courses if (text := _stand(course))]
    asking = [event for event in events if event.tier is not Tier.NOTE]
    waiting = of_tiers(event.tier for event in asking if event.open and event.leads)
    number = words.count(len(asking)).capitalize()
    flags = f"{number} flag{'s' if len(asking) != 1 else ''} so far"
    still_open = f"unanswered: {waiting.in_words()}" if waiting else "no answer owed"
    said.append(f"{flags}, {still_open}." if asking else "No flag that asks so far.")
    text = ""
    for part in said:
        longer = f"{text} {part}".strip()
        text = longer if len(longer.split()) <= words.MAX_WORDS else text
    return text


def _stand(course: Trajectory) -> str:
    scored = [point for point in course.points if point.scores.total is not None]
    if not scored:
        return ""
    last = scored[-1]
    measure = course.measure
    first = course.first(last, TOTAL)
    now = last.scores.total
    assert first is not None
    assert first.scores.total is not None
    assert now is not None
    where = f"{measure.short} {_score(last, measure.digits)} at session {last.slot.number}"
    if first == last:
        return f"{where}."
    change = words.change(now - first.scores.total, measure.digits)
    return f"{where}, {change} since session {first.slot.number}."


def _table(
    courses: Sequence[Sequence[Trajectory]],
    slots: Sequence[Slot],
    events: Sequence[Event],
    aims: Sequence[tuple[int, ObjectiveEnd]],
) -> ChartTable:
    columns = ["Session", "Date"]
    cells = []
    for course in (rater for raters in courses for rater in raters):
        who = "therapist" if course.rater is Rater.THERAPIST else "client"
        columns.append(f"{course.measure.short} {who}")
        cells.append(
            {point.slot.number: _score(point, course.measure.digits) for point in course.points}
        )
    flag_texts: dict[UUID, list[str]] = {}
    for event in events:
        flag_texts.setdefault(event.session_id, []).append(event.text)
    last = {slot.number: [each.text for at, each in aims if at == slot.number] for slot in slots}
    rows = tuple(
        (
            str(slot.number),
            long_date(slot.held_on),
            *(column.get(slot.number, NO_RATING) for column in cells),
            "; ".join(flag_texts.get(slot.session_id, [NO_FLAG])),
            *(["; ".join(last[slot.number]) or NO_FLAG] if aims else []),
        )
        for slot in slots
    )
    return ChartTable(
        "Totals and flags by session", (*columns, "Flags", *([OBJECTIVES] if aims else [])), rows
    )


def _score(point: Point, digits: int) -> str:
    """A total in words; one that makes up for missing items says so."""
    total = point.scores.total
    if total is None:
        return INCOMPLETE
    return f"{show(total, digits)}{' (prorated)' if point.scores.prorated else ''}"


def _divides(courses: Sequence[Sequence[Trajectory]]) -> tuple[Divide, ...]:
    """What divides all panels alike: another therapist, and a long time without any rating."""
    points = {p.slot.number: p.slot for raters in courses for rater in raters for p in rater.points}
    divides = []
    for before, now in pairwise(points[number] for number in sorted(points)):
        if before.clinician_id != now.clinician_id:
            divides.append(Divide(now.number, BREAK_WORDS["therapist"]))
        if (days := (now.held_on - before.held_on).days) > LONG_GAP_DAYS:
            divides.append(Divide(now.number, words.weeks(days)))
    return tuple(divides)
