"""How each kind of criterion is judged: one pure function for each, over the days of the objective.

Decided for all of them (docs/objectives.md, with a test each): days and sessions before the start do not count; a
session of today that is not rated yet is waited for until the day is over; what was corrected counts as it stands now;
a due date that passes without anything to look at is missed. "Can no longer be met" is said as early as it is certain.
"""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Any

from tracker.domain.care.answers import Addressed
from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    Criterion,
    CriterionKind,
    EachAddressed,
    Endorsed,
    EvidenceRow,
    History,
    Hour,
    Judgement,
    ObjectiveState,
    Reached,
    RowEffect,
    Window,
)
from tracker.domain.course.sessions import Status

ON_TIME = frozenset({Addressed.YES, Addressed.RECORDED_LATER})
LAST_DAYS = 7  # design default: so near the end of a month an adaptation that is missing is a risk


def _attended(window: Window, history: History) -> list[Hour]:
    return [hour for hour in history.hours if hour.attended and window.holds(hour.on)]


def _open(n: int, of: int, still: int, *, risk: bool, left: int | None = None) -> Judgement:
    state = ObjectiveState.AT_RISK if risk else ObjectiveState.ON_TRACK
    return Judgement(state, n, of, still=still, left=left)


def _over(met: bool, n: int, of: int, on: date) -> Judgement:
    return Judgement(ObjectiveState.MET if met else ObjectiveState.MISSED, n, of, on)


def endorsed(asked: Endorsed, window: Window, history: History) -> Judgement:
    """Met on the first day on which so many goals stand endorsed, up to the day of the last session that counts (or the
    due date). Goals that were endorsed before the start count from the start. Dropping one later does not undo it."""

    def standing(day: date) -> int:
        return sum(any(span.holds(day) for span in spans) for spans in history.goals)

    hours = _attended(window, history)
    last = hours[asked.sessions - 1].on if len(hours) >= asked.sessions else window.due
    end = min(last, history.today)
    begins = {span.since for spans in history.goals for span in spans}
    days = sorted({window.start} | {day for day in begins if window.start <= day <= end})
    met = next((day for day in days if standing(day) >= asked.goals), None)
    now = standing(met or max(end, window.start))
    left = max(asked.sessions - len(hours), 0)
    if met:
        judgement = _over(True, now, asked.goals, met)
    elif history.today > last:
        judgement = _over(False, now, asked.goals, last)
    else:
        judgement = _open(now, asked.goals, asked.goals - now, risk=left <= 1, left=left)
    shown = sorted(day for day in begins if day <= end)
    return replace(judgement, evidence=tuple(EvidenceRow(day, RowEffect.YES) for day in shown))


def reached(asked: Reached, window: Window, history: History) -> Judgement:
    """Met at the session in which the score has stood at or past the threshold often enough. A session in which the
    score is missing, like one below, ends a run. Sessions that did not take place neither count nor interrupt."""
    hours = _seen(asked, window, history)
    rows: list[EvidenceRow] = []
    count = 0
    for index, hour in enumerate(hours, start=1):
        value = hour.scores.get((asked.measure, asked.component))
        hit = value is not None and holds(asked, value, history)
        count = count + 1 if hit else (0 if asked.running else count)
        rows.append(
            EvidenceRow(hour.on, RowEffect.YES if hit else RowEffect.NO, hour.number, value)
        )
        room = None if asked.sessions is None else asked.sessions - index
        if count >= asked.times:
            return replace(_over(True, count, asked.times, hour.on), evidence=tuple(rows))
        if room is not None and room < asked.times - count:
            return replace(_over(False, count, asked.times, hour.on), evidence=tuple(rows))
    if history.today > window.due:
        return replace(_over(False, count, asked.times, window.due), evidence=tuple(rows))
    still = asked.times - count
    left = None if asked.sessions is None else asked.sessions - len(hours)
    behind = Fraction(count, asked.times) < window.used(history.today)
    risk = behind if left is None else left == still
    judgement = _open(count, asked.times, still, risk=risk, left=left)
    return replace(judgement, evidence=tuple(rows))


def holds(asked: Reached, value: Fraction, history: History) -> bool:
    """True when a score stands at or past the threshold, on the better side of it."""
    return value <= asked.at if asked.measure in history.lower else value >= asked.at


def _seen(asked: Reached, window: Window, history: History) -> list[Hour]:
    """The sessions that are looked at; one of today without the score is waited for."""
    key = (asked.measure, asked.component)
    hours = [
        hour for hour in _attended(window, history) if key in hour.scores or hour.on < history.today
    ]
    return hours[: asked.sessions]


def each_addressed(asked: EachAddressed, window: Window, history: History) -> Judgement:
    """Met when the due date has passed and every attended session was rated and every check-in about a fall or about
    tension addressed in it. One of a rating that was given after the session is left out: it could not be talked about
    in it."""
    rows = [_hour_addressed(hour, history.today) for hour in _attended(window, history)]
    good = sum(row.counts is RowEffect.YES for row in rows)
    failed = next((row for row in rows if row.counts is RowEffect.NO), None)
    if failed:
        judgement = _over(False, good, len(rows), failed.on)
    elif history.today > window.due:
        judgement = _over(bool(rows), good, len(rows), window.due)
    else:
        waiting = len(rows) - good
        judgement = _open(good, len(rows), waiting, risk=waiting > 0)
    return replace(judgement, evidence=tuple(rows))


def _hour_addressed(hour: Hour, today: date) -> EvidenceRow:
    asked = [drop for drop in hour.drops if drop is not Addressed.RATED_AFTER]
    missing = [drop for drop in asked if drop not in ON_TIME]
    good = hour.rated and not missing
    counts = RowEffect.YES if good else (RowEffect.PENDING if hour.on >= today else RowEffect.NO)
    said: list[str] = [*missing, *asked, "no_drop"]
    return EvidenceRow(
        hour.on, counts, hour.number, observation=said[0] if hour.rated else "unrated"
    )


def adapted(asked: Adapted, window: Window, history: History) -> Judgement:
    """Met when every calendar month with a session has its adaptations; a month without one is not counted, nor one of
    which fewer than 15 days belong to the objective. Adaptations count anywhere in their calendar month, up to the due
    date. Missed with the first month that ends without."""
    rows = [_month(asked, window, history, first, last) for first, last in months_of(window)]
    good = sum(row.counts is RowEffect.YES for row in rows)
    counted = sum(row.counts is not RowEffect.LEFT_OUT for row in rows)
    failed = next((row for row in rows if row.counts is RowEffect.NO), None)
    if failed:
        judgement = _over(False, good, counted, failed.on)
    elif rows[-1].counts is RowEffect.YES:
        judgement = _over(True, good, counted, rows[-1].on)
    elif history.today > window.due:
        judgement = _over(good > 0, good, counted, window.due)
    else:
        waiting = [row for row in rows if row.counts is RowEffect.PENDING]
        near = any((row.on - history.today).days < LAST_DAYS for row in waiting)
        judgement = _open(good, counted, len(waiting), risk=near)
    return replace(
        judgement, evidence=tuple(row for row in rows if row.counts is not RowEffect.LEFT_OUT)
    )


def _month(
    asked: Adapted, window: Window, history: History, first: date, last: date
) -> EvidenceRow:
    """A month's row. Its day: the last one that counts, or the one on which it had what it needs."""
    hours = [hour.on for hour in _attended(window, history) if first <= hour.on <= last]
    done = sorted(day for day in history.adaptations if first <= day <= min(last, history.today))
    count = Fraction(len(done))
    if not hours:
        return EvidenceRow(last, RowEffect.LEFT_OUT, value=count)
    if len(done) >= asked.a_month:
        return EvidenceRow(max(done[asked.a_month - 1], hours[0]), RowEffect.YES, value=count)
    counts = RowEffect.NO if history.today > last else RowEffect.PENDING
    return EvidenceRow(last, counts, value=count)


SCHEDULED = frozenset({Status.ATTENDED, Status.MISSED, Status.CANCELLED_BY_CLIENT})


def attended(asked: Attended, window: Window, history: History) -> Judgement:
    """Met when the scheduled sessions are over, enough of them were attended and each missed one was talked about.
    What the clinic cancelled is none of them; what comes after the last of them does not count. With fewer of them by
    the due date, enough attended ones are enough."""
    hours = [
        hour
        for hour in history.hours
        if hour.status in SCHEDULED and window.holds(hour.on) and hour.on <= history.today
    ][: asked.of]
    came = sum(hour.attended for hour in hours)
    silent = [h for h in hours if h.status is Status.MISSED and _unspoken(h, window)]
    absent = len(hours) - came
    room = asked.of - asked.attend
    rows = tuple(_row_attended(hour, window, history.today) for hour in hours)
    if absent > room:
        beyond = [hour for hour in hours if not hour.attended][room]
        return replace(_over(False, came, asked.attend, beyond.on), evidence=rows)
    if len(hours) == asked.of and not silent:
        talked = [h.reengaged_on for h in hours if h.status is Status.MISSED and h.reengaged_on]
        met = max([hours[-1].on, *talked])
        return replace(_over(True, came, asked.attend, met), evidence=rows)
    if history.today > window.due:
        enough = came >= asked.attend and not silent
        return replace(_over(enough, came, asked.attend, window.due), evidence=rows)
    still = max(asked.attend - came, 0)
    risk = bool(silent) or (still > 0 and absent == room)
    judgement = _open(came, asked.attend, still, risk=risk, left=asked.of - len(hours))
    return replace(judgement, evidence=rows)


def _unspoken(hour: Hour, window: Window) -> bool:
    return hour.reengaged_on is None or hour.reengaged_on > window.due


def _row_attended(hour: Hour, window: Window, today: date) -> EvidenceRow:
    status = str(hour.status)
    if hour.attended:
        return EvidenceRow(hour.on, RowEffect.YES, hour.number, observation=status)
    if hour.status is Status.MISSED and _unspoken(hour, window):
        waits = RowEffect.PENDING if today <= window.due else RowEffect.NO
        return EvidenceRow(hour.on, waits, hour.number, observation="missed_unspoken")
    return EvidenceRow(hour.on, RowEffect.NO, hour.number, observation=status)


def complete(asked: Complete, window: Window, history: History) -> Judgement:
    """Met when, at the due date, the measure was complete in at least that share of the attended sessions; exactly the
    share is enough. Made-up scores are not complete."""
    hours = [
        hour
        for hour in _attended(window, history)
        if asked.measure in hour.whole or hour.on < history.today
    ]
    rows = tuple(
        EvidenceRow(h.on, RowEffect.YES if asked.measure in h.whole else RowEffect.NO, h.number)
        for h in hours
    )
    done = sum(row.counts is RowEffect.YES for row in rows)
    share = asked.percent / 100
    enough = done >= share * len(hours)
    gap = next((row for row in rows if row.counts is RowEffect.NO), None)
    if share == 1 and gap:
        return replace(_over(False, done, len(hours), gap.on), evidence=rows)
    if history.today > window.due:
        return replace(_over(enough and bool(hours), done, len(hours), window.due), evidence=rows)
    still = 0 if enough else ceil((share * len(hours) - done) / (1 - share))
    return replace(_open(done, len(hours), still, risk=not enough), evidence=rows)


JUDGED: dict[CriterionKind, Callable[[Any, Window, History], Judgement]] = {
    CriterionKind.GOALS: endorsed,
    CriterionKind.REACHED: reached,
    CriterionKind.ADDRESSED: each_addressed,
    CriterionKind.ADAPTED: adapted,
    CriterionKind.ATTENDED: attended,
    CriterionKind.COMPLETE: complete,
}


def judge(asked: Criterion, window: Window, history: History) -> Judgement:
    """Where an objective stands today, from what stands in the record."""
    judgement = JUDGED[asked.kind](asked, window, history)
    if history.today < window.start:
        return replace(judgement, state=ObjectiveState.NOT_STARTED, on=None)
    return judgement


def already(asked: Criterion, window: Window, history: History) -> bool:
    """True when it was so before the objective began: as many goals endorsed, the last sessions at the threshold, the
    last scheduled ones attended, the measure as complete over as many days. Said when it is set, so that nobody takes
    it for a change."""
    before = [hour for hour in history.hours if hour.on < window.start]
    if isinstance(asked, Endorsed):
        standing = sum(any(s.holds(window.start) for s in spans) for spans in history.goals)
        return standing >= asked.goals
    if isinstance(asked, Reached):
        return _reached_before(asked, before, history)
    if isinstance(asked, Attended):
        last = [hour for hour in before if hour.status in SCHEDULED][-asked.of :]
        return len(last) == asked.of and sum(hour.attended for hour in last) >= asked.attend
    if isinstance(asked, Complete):
        came = [h for h in before if h.attended and (window.start - h.on).days <= window.days]
        done = sum(asked.measure in hour.whole for hour in came)
        return bool(came) and done >= asked.percent / 100 * len(came)
    return False


def _reached_before(asked: Reached, before: Sequence[Hour], history: History) -> bool:
    key = (asked.measure, asked.component)
    last = [hour.scores.get(key) for hour in before if hour.attended][-asked.times :]
    good = [value is not None and holds(asked, value, history) for value in last]
    return len(good) == asked.times and all(good)


LEAST_DAYS = (
    15  # design default: a month of which fewer days belong to an objective is not asked about
)


def months_of(window: Window) -> list[tuple[date, date]]:
    """For each calendar month to which enough of the days belong: its first day, and its last one or the due date,
    whichever comes first. Of a window too short for any, every month it touches."""
    touched = []
    first = window.start.replace(day=1)
    while first <= window.due:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        touched.append((first, min(last, window.due)))
        first = last + timedelta(days=1)
    whole = [m for m in touched if (m[1] - max(m[0], window.start)).days + 1 >= LEAST_DAYS]
    return whole or touched
