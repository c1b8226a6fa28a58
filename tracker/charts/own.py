"""How a client marked one question, or a whole measure, over time: as they look at it with their therapist. Only marks
are drawn, on the whole scale: no usual range, no ring, no cut-off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.charts.figure import ChartTable, Dot, Figure, Line, Panel, Size, Who, runs_of
from tracker.domain.course.trajectory import Slot
from tracker.domain.measures.numbers import show

WIDE = 672
NARROW = 288  # px: what a client's page leaves of a tablet, and of 320
LARGER = {WIDE: 1.4, NARROW: 1.2}  # than on the pages of staff
NOTHING = "–"

Marks = Sequence[Fraction | None]


@dataclass(frozen=True)
class OwnWords:
    """What stands on the picture, in the client's language: the question, the words at the two ends of the scale, whose
    line it is, the heads of the table's columns; and how a mark and a day are written."""

    title: str
    ends: tuple[str, str]
    you: str
    therapist: str
    day: str
    summary: str
    mark: Callable[[Fraction], str]
    short_day: Callable[[date], str]
    long_day: Callable[[date], str]


def figure(
    slots: Sequence[Slot],
    ends: tuple[Fraction, Fraction],
    marks: Marks,
    beside: Marks,
    words: OwnWords,
) -> Figure:
    """The picture of these sessions; `beside`: the therapist's marks, empty where they are not to be shown."""
    low, high = ends
    lines = [_line(Who.CLIENT, words.you, slots, marks, words)]
    if any(value is not None for value in beside):
        lines.insert(0, _line(Who.THERAPIST, words.therapist, slots, beside, words))
    panel = Panel(
        key="own",
        title=words.title,
        about=_end(low, words.ends[0]),
        direction=_end(high, words.ends[1]),
        low=low,
        high=high,
        ticks=tuple((at, show(at)) for at in _ticks(low, high)),
        lines=tuple(lines),
        rings=(),
        missing=(),
        size=Size.TALL,
        titled=False,
    )
    return Figure(
        title=words.title,
        panels=(panel,),
        slots=tuple(slots),
        divides=(),
        summary=words.summary,
        table=_table(slots, tuple(reversed(lines)), words),
        days={slot.number: words.short_day(slot.held_on) for slot in slots},
    )


def _end(value: Fraction, word: str) -> str:
    return f"{show(value)} = {word}" if word else show(value)


def _ticks(low: Fraction, high: Fraction) -> tuple[Fraction, ...]:
    """The two ends, and the middle where it is a mark that can be given in whole numbers."""
    middle = (low + high) / 2
    return (low, middle, high) if middle.denominator == 1 else (low, high)


def _line(who: Who, named: str, slots: Sequence[Slot], marks: Marks, words: OwnWords) -> Line:
    dots = [
        None if value is None else Dot(slot.number, value, words.mark(value))
        for slot, value in zip(slots, marks, strict=True)
    ]
    return Line(who, runs_of(dots, [False] * len(dots)), named)


def _table(slots: Sequence[Slot], lines: Sequence[Line], words: OwnWords) -> ChartTable:
    said = [{dot.number: dot.words for dot in line.dots} for line in lines]
    rows = tuple(
        (words.long_day(slot.held_on), *(column.get(slot.number, NOTHING) for column in said))
        for slot in slots
    )
    return ChartTable(words.title, (words.day, *(line.label for line in lines)), rows)
