"""The flags that the product would raise for the courses of a table, by the domain's own rules.

One client, one measure, one rater: what rests on another measure or on the therapist's view is not found here. Every
row is a session that took place; its scores may be empty. What the client said beside the marks is read where the table
has it (said.py). Without dates no rating is too long ago to compare with.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, partial
from uuid import UUID

import numpy as np

from tracker import tabular
from tracker.analysis.cells import NOT_APPLICABLE, clean
from tracker.analysis.exact import plain, units
from tracker.analysis.problems import BadTable
from tracker.analysis.reading import CLIENT, RawTable
from tracker.analysis.said import said_beside
from tracker.analysis.spreading import spread
from tracker.analysis.sums import disagreements, single
from tracker.analysis.tables import DATE, SESSION, CourseTable, Reading, cells, checked, without
from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Point, Series, Slot, Trajectory
from tracker.domain.measures.entries import TOTAL, Answers, Entered
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.measures.scoring import scored
from tracker.domain.measures.validation import entry_problems
from tracker.domain.rules.findings import Finding, FlagKind
from tracker.domain.rules.flags import CaseFacts, evaluate, explained

HEADER = "client,session,kind,tier,strength,component,reference,score,reason"
NOBODY = UUID(int=0)
START = date(2000, 1, 1)
DIGITS = 6
MANY = 20_000  # ratings: from here on they are shared out among the processors


def columns(measure: Measure, there: list[str]) -> list[str]:
    """The columns of the table that are entries of a measure, in its order."""
    return [key for key in measure.entry_keys if key in there]


def ratings(raw: RawTable, measure: Measure, reading: Reading) -> CourseTable:
    """The checked table of ratings on a measure: what its form would refuse is bad here too. A form that was filled in
    part counts with what was answered."""
    there = columns(measure, list(raw.frame.columns))
    if not there:
        expected = ",".join(measure.entry_keys)
        raise BadTable(
            f"{raw.name} has no column of the {measure.short}: some of {expected} are expected"
        )
    applies = _not_applicable(raw, measure, reading)
    table = checked(raw, (CLIENT, SESSION), there, reading)
    said = said_beside(raw, measure, reading)
    table = replace(table, not_applicable=applies, strain=said.strain, held_back=said.held_back)
    wrong = {line: said.wrong[line] for line in table.rows.index if line in said.wrong}
    in_part = []
    for lines, entry in _distinct(table, measure):
        problems = _problems(measure, entry) if entry.answered() else {}
        for key, message in list(problems.items())[:1]:
            for line in lines:
                wrong.setdefault(line, f"column {key}: {message}")
        if not problems and _has_no_total(measure, entry):
            in_part += lines
    wrong = dict(sorted(wrong.items()))
    in_part.sort()
    notes = (*table.notes, *said.notes, *_said_of(in_part))
    return without(replace(table, notes=notes), raw, wrong)


def _not_applicable(raw: RawTable, measure: Measure, reading: Reading) -> dict[int, frozenset[str]]:
    """The items that each line answers with "n/a", where the measure has that answer."""
    written = NOT_APPLICABLE - reading.missing_as_written()
    lines: dict[int, set[str]] = {}
    for key in columns(measure, list(raw.frame.columns)):
        if key in measure.not_applicable:
            for line, cell in raw.frame[key].items():
                if isinstance(cell, str) and clean(cell) in written:
                    lines.setdefault(line, set()).add(key)
    return {line: frozenset(keys) for line, keys in lines.items()}


def _has_no_total(measure: Measure, entry: Entered) -> bool:
    """True for a row that says something and has no total, as part of it is missing."""
    items = single(measure, entry)
    given = sum(value is not None for value in items.values.values())
    if not items.answered() or items.total is not None:
        return False
    if given == len(measure.scored_items) and not items.not_applicable:
        return False  # the usual row
    return scored(measure, measure.store(items)).total is None


def _said_of(in_part: list[int]) -> list[str]:
    """One line about the rows that were filled in part."""
    if not in_part:
        return []
    more = f" and {len(in_part) - 1} more" if len(in_part) > 1 else ""
    return [f"Filled in part, so without a total: row {in_part[0]}{more}."]


def _problems(measure: Measure, entry: Entered) -> dict[str, str]:
    """What is wrong with an entry, by the column. Scales and a total beside items must be what the items come to."""
    items = single(measure, entry)
    return entry_problems(measure, items) or disagreements(measure, entry, items)


def days(table: CourseTable) -> list[date] | None:
    """The day of each row of a checked table; None where it has no dates."""
    return list(table.rows[DATE]) if DATE in table.rows.columns else None


def entered(
    measure: Measure, row: dict[str, Fraction], not_applicable: frozenset[str] = frozenset()
) -> Entered:
    """What a row gives on a measure. An item without a number is "no rating" where some items have one."""
    values: dict[str, Fraction | None] = {k: v for k, v in row.items() if k != TOTAL}
    if values and not measure.by_number:
        asked = (item.key for item in measure.items if item.key not in not_applicable)
        values = {key: values.get(key) for key in asked} | values
    return Entered(values, row.get(TOTAL), not_applicable=not_applicable)


def entries(table: CourseTable, measure: Measure) -> list[Entered]:
    """What each row of the table gives on a measure, exactly, by its items alone where these make up the scores. Rows
    that give the same are one and the same entry."""
    by_line: dict[int, Entered] = {}
    for lines, entry in _distinct(table, measure):
        by_line |= dict.fromkeys(lines, single(measure, entry))
    return [_with_said(by_line[line], table, line) for line in table.rows.index]


def _distinct(table: CourseTable, measure: Measure) -> Iterator[tuple[list[int], Entered]]:
    """What is given on a measure, each once, with the lines that give it: a table says the same again and again."""
    keys = columns(measure, list(table.rows.columns))
    scores = table.rows[keys].to_numpy(float)
    known = ~np.isnan(scores)
    whole = units(scores.ravel(), table.scale).reshape(scores.shape)
    given = np.where(known, whole.astype(object), np.array(None)).tolist()
    by_row: dict[tuple[tuple[int | None, ...], frozenset[str]], list[int]] = {}
    for line, row in zip(table.rows.index, given, strict=True):
        applies = table.not_applicable.get(line, frozenset())
        by_row.setdefault((tuple(row), applies), []).append(line)
    for (row, applies), lines in by_row.items():
        values = {
            key: Fraction(int(value), table.scale.units)
            for key, value in zip(keys, row, strict=True)
            if value is not None
        }
        yield lines, entered(measure, values, applies)


def _with_said(entry: Entered, table: CourseTable, line: int) -> Entered:
    """The entry with what the client said beside the marks."""
    strain = table.strain.get(line)
    held_back = table.held_back.get(line)
    if strain is None and held_back is None:
        return entry
    return replace(entry, strain=strain, held_back=held_back)


@dataclass(frozen=True)
class ClientRows:
    """What a table holds of one client: sessions in order, what was given in each (None for nothing), and the days,
    where it has them. Whole numbers: fractions would be sent to another process as texts."""

    name: str
    sessions: list[int]
    course: list[Answers | None]
    held: list[date] | None


def flags(table: CourseTable, measure: Measure, age_band: str) -> Iterator[str]:
    """One line for each score that a flag rests on, client by client in the order of sessions."""
    work = partial(_lines_of, measure, age_band)
    return spread(work, _clients(table, measure), worth_it=len(table.rows) >= MANY)


def _clients(table: CourseTable, measure: Measure) -> Iterator[ClientRows]:
    rows = table.rows.reset_index(drop=True)
    given = _stored(measure, entries(table, measure))
    dates = days(table)
    names = dict(zip(rows[CLIENT], cells(rows[CLIENT]), strict=True))
    for client, some in rows.sort_values([CLIENT, SESSION]).groupby(CLIENT, sort=True):
        sessions = [int(number) for number in some[SESSION]]
        course = [given[row] for row in some.index]
        held = [dates[row] for row in some.index] if dates else None
        yield ClientRows(names[client], sessions, course, held)


def _stored(measure: Measure, given: list[Entered]) -> list[Answers | None]:
    """What would be stored of each entry, those that are one and the same looked at once; None for a silent one."""
    different = {id(entry): entry for entry in given}
    stored = {key: None if e.silent() else measure.store(e) for key, e in different.items()}
    return [stored[id(entry)] for entry in given]


def _lines_of(measure: Measure, age_band: str, clients: list[ClientRows]) -> list[str]:
    """The lines of these clients."""
    lines: list[str] = []
    for client in clients:
        case = _case(measure, client.course, client.held, age_band)
        number = {slot.session_id: client.sessions[slot.number - 1] for slot in case.slots}
        findings = evaluate(case)
        for finding in sorted(findings, key=lambda f: (number[f.session_id], f.tier, f.kind)):
            lines += _lines(client.name, number[finding.session_id], finding)
    return lines


def _case(
    measure: Measure, course: list[Answers | None], held: list[date] | None, age_band: str
) -> CaseFacts:
    """What the rules look at of one client; a session without answers is None in its course."""
    slots = _slots(tuple(held)) if held else _undated(len(course))
    points = []
    for slot, answers in zip(slots, course, strict=True):
        if answers is not None:
            series = Series(NOBODY, measure.version, "", measure.mode_of(answers))
            points.append(Point(slot.session_id, slot, series, measure, answers))
    rater = Rater.CLIENT if Rater.CLIENT in measure.raters else measure.raters[0]
    asked = measure.kind is Kind.ALLIANCE and rater is Rater.CLIENT
    return CaseFacts(
        slots,
        (Trajectory(measure, rater, slots, tuple(points)),),
        age_band=age_band,
        primary=measure.key if asked else None,
    )


@cache
def _undated(count: int) -> tuple[Slot, ...]:
    return _slots(tuple(START + timedelta(n) for n in range(1, count + 1)))


def _slots(held: tuple[date, ...]) -> tuple[Slot, ...]:
    return tuple(
        Slot(UUID(int=number), number, day, Status.ATTENDED, NOBODY)
        for number, day in enumerate(held, start=1)
    )


@cache
def _what_it_finds(kind: FlagKind) -> str:
    return " ".join((explained(kind).__doc__ or "").split("\n\n")[0].split())


def _lines(client: str, session: int, finding: Finding) -> Iterator[str]:
    strength = "" if finding.strength is None else str(finding.strength)
    scores: list[tuple[str, Fraction | None, Fraction | None]] = [
        (fall.key, fall.previous, fall.now) for fall in finding.falls
    ]
    scores += [(c.key, c.reference, c.now) for c in finding.compared]
    reason = finding.reason or _what_it_finds(finding.kind)
    if finding.change:
        by = finding.change
        reason = f"{reason.rstrip('.')}. Reliable change of {plain(by.points, DIGITS)}: {by.basis}."
    said = tabular.cell(reason)
    for key, reference, score in scores or [("", None, None)]:
        numbers = ["" if n is None else plain(n, DIGITS) for n in (reference, score)]
        where = [client, str(session), finding.kind.value, finding.tier.value, strength]
        yield ",".join([*where, key, *numbers, said])
