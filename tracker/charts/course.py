"""The course of a therapy in one picture: the alliance with every check-in and what became of it, and how the client is
doing, over the same sessions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from uuid import UUID

from tracker.charts import words
from tracker.charts.figure import (
    NO_RATING,
    ChartTable,
    CheckInStory,
    CutoffLine,
    Divide,
    Figure,
    Panel,
    Ring,
    Size,
)
from tracker.charts.panels import (
    BREAK_WORDS,
    Mark,
    breaks_of,
    gaps_of,
    in_order,
    panel_of,
    slots_of,
)
from tracker.domain.course.sessions import long_date
from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Kind, Measure, ReliableChange
from tracker.domain.measures.numbers import show

INCOMPLETE = "incomplete"
TITLE = {Kind.ALLIANCE: "Alliance", Kind.OUTCOME: "Outcome"}
SIZE = {Kind.ALLIANCE: Size.TALL, Kind.OUTCOME: Size.LOW}


@dataclass(frozen=True)
class ToldCheckIn:
    """A check-in of the first measure, as its course tells it. `marks`: the scores that fell; `said`: what it is about
    where none did; `became`: what was answered, and how the score went on; `open`: it still waits for an answer."""

    session_id: UUID
    marks: tuple[Mark, ...]
    said: str
    became: tuple[str, ...]
    open: bool


@dataclass(frozen=True)
class Against:
    """What the totals of a measure are seen against: a cut-off and a reliable change where there are any, and the
    sessions at which the usual range begins anew; `said`: how far they have come, in a few words."""

    cutoff: Fraction | None = None
    change: ReliableChange | None = None
    anew: Collection[int] = ()
    said: str = ""


def course(
    code: str,
    raters_of: Sequence[Sequence[Trajectory]],
    told: Sequence[ToldCheckIn],
    against: Mapping[str, Against],
    next_on: date | None = None,
) -> Figure:
    """The totals of these measures, one panel each. `raters_of`: for each the client's ratings and, where there are
    any, the therapist's. `told` are the check-ins of the first, `against` is by measure."""
    slots = slots_of([rater for raters in raters_of for rater in raters])
    panels = [_panel(raters, slots, against) for raters in raters_of]
    numbers = {slot.session_id: slot.number for slot in slots}
    if panels and told:
        measure = raters_of[0][0].measure
        panels[0] = _with_stories(panels[0], measure, told, numbers)
    return Figure(
        title=f"Course of {code}",
        panels=tuple(panels),
        slots=slots,
        divides=_divides(raters_of, against),
        summary=_summary([raters[0] for raters in raters_of], told),
        table=_table(raters_of, slots, panels),
        next_on=next_on,
    )


def _panel(
    raters: Sequence[Trajectory], slots: Sequence[Slot], against: Mapping[str, Against]
) -> Panel:
    measure = raters[0].measure
    seen = against.get(measure.key, Against())
    line = None if seen.cutoff is None else CutoffLine(seen.cutoff, f"cut-off {show(seen.cutoff)}")
    whole = panel_of(TOTAL, raters, slots, cutoff=line, anew=seen.anew, change=seen.change)
    return replace(
        whole,
        title=TITLE[measure.kind],
        about=f"{_named(measure)}, {measure.total_label.lower()} · {whole.about}",
        size=SIZE[measure.kind],
        limit_text=seen.said or whole.limit_text,
    )


def _named(measure: Measure) -> str:
    """The measure, with what one must know of its numbers."""
    return measure.short if measure.validated else f"{measure.short} (not validated)"


def _with_stories(
    whole: Panel, measure: Measure, told: Sequence[ToldCheckIn], numbers: Mapping[UUID, int]
) -> Panel:
    """The panel with a ring for each score that fell, at its own value, and what became of each check-in."""
    lines = {dot.number: dot.value for dot in whole.own.dots}
    stories = sorted((_story(each, measure, numbers) for each in told), key=lambda s: s.number)
    rings: dict[tuple[int, Fraction], Ring] = {}
    for each in told:
        number = numbers[each.session_id]
        for mark in each.marks:
            value = _own_value(measure, mark, whole, lines.get(number))
            if value is not None:
                ring = Ring(number, value, _fell(measure, mark), each.open, lines.get(number))
                rings.setdefault((number, value), ring)
    ringed = tuple(rings[place] for place in sorted(rings))
    return replace(whole, rings=ringed, stories=tuple(stories))


def _fell(measure: Measure, mark: Mark) -> str:
    """Which score fell, and by how much: "bond −3"."""
    return f"{measure.label_of(mark.key).lower()} {words.signed(mark.change)}"


def _own_value(
    measure: Measure, mark: Mark, whole: Panel, line: Fraction | None
) -> Fraction | None:
    """Where the ring of a score stands: at its own value where it has the range of the panel, else on the line."""
    if mark.key != TOTAL:
        low, high = measure.ends(mark.key)
        if low == whole.low and high == whole.high:
            return mark.now
    return line


def _story(told: ToldCheckIn, measure: Measure, numbers: Mapping[UUID, int]) -> CheckInStory:
    fell = tuple(_fell(measure, mark) for mark in told.marks)
    return CheckInStory(numbers[told.session_id], fell or (told.said,), told.became, told.open)


def _summary(courses: Sequence[Trajectory], told: Sequence[ToldCheckIn]) -> str:
    """Where each measure stands and how far from its first rating, and how many check-ins there were."""
    said = [text for one in courses if (text := _stand(one))]
    waiting = sum(each.open for each in told)
    if told:
        times = f"{words.count(len(told)).capitalize()} check-in{'s' if len(told) != 1 else ''}"
        how = f"{words.count(waiting)} not answered yet" if waiting else "each answered"
        said.append(f"{times}, {how}.")
    text = ""
    for part in said:
        longer = f"{text} {part}".strip()
        text = longer if len(longer.split()) <= words.MAX_WORDS else text
    return text or "No ratings yet."


def _stand(one: Trajectory) -> str:
    scored = [point for point in one.points if point.scores.total is not None]
    if not scored:
        return ""
    last = scored[-1]
    measure = one.measure
    first = one.first(last, TOTAL)
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
    raters_of: Sequence[Sequence[Trajectory]], slots: Sequence[Slot], panels: Sequence[Panel]
) -> ChartTable:
    columns = ["Session", "Date"]
    cells: list[dict[int, str]] = []
    for one in (rater for raters in raters_of for rater in raters):
        columns.append(f"{one.measure.short} {one.rater.value}")
        cells.append({p.slot.number: _score(p, one.measure.digits) for p in one.points})
    what: dict[int, list[str]] = {}
    became: dict[int, list[str]] = {}
    for story in (story for each in panels for story in each.stories):
        what.setdefault(story.number, []).append(", ".join(story.what))
        became.setdefault(story.number, []).append(", ".join(story.became))
    rows = tuple(
        (
            str(slot.number),
            long_date(slot.held_on),
            *(column.get(slot.number, NO_RATING) for column in cells),
            "; ".join(what.get(slot.number, [])),
            "; ".join(became.get(slot.number, [])),
        )
        for slot in slots
    )
    return ChartTable("Totals by session", (*columns, "Check-in", "What became of it"), rows)


def _score(point: Point, digits: int) -> str:
    """A total in words; one that makes up for missing items says so."""
    total = point.scores.total
    if total is None:
        return INCOMPLETE
    return f"{show(total, digits)}{' (prorated)' if point.scores.prorated else ''}"


def _divides(
    raters_of: Sequence[Sequence[Trajectory]], against: Mapping[str, Against]
) -> tuple[Divide, ...]:
    """Another therapist, a long time without any rating; and what divides the ratings of the first measure."""
    rated = {
        p.slot.number: p.slot for raters in raters_of for rater in raters for p in rater.points
    }
    slots = [rated[number] for number in sorted(rated)]
    divides = [*gaps_of(slots)]
    for before, now in pairwise(slots):
        if before.clinician_id != now.clinician_id:
            divides.append(Divide(now.number, BREAK_WORDS["therapist"]))
    for raters in raters_of[:1]:
        divides += breaks_of(raters, against.get(raters[0].measure.key, Against()).anew)
    return in_order(divides)
