"""What a client said beside the marks, in the columns of a table: tension, whether it is settled, what was held back.

The columns are called as the product calls the answers: strain, settled, held_back. An answer stands in words: those of
the measure in any language, or those that the product stores. Numbers are refused, because programs count answers from
0 or from 1.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import pandas as pd

from tracker.analysis.cells import MISSING, Unread, clean, told
from tracker.analysis.problems import BadTable
from tracker.analysis.reading import RawTable
from tracker.analysis.tables import Reading
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.measures.strain import (
    SETTLED,
    STRAIN,
    StrainAnswer,
    StrainSeen,
    StrainSettled,
)

HELD_BACK = "held_back"
COLUMNS = (STRAIN, SETTLED, HELD_BACK)
WITHOUT_TENSION = "an answer is expected only where there was tension"
NOT_MISSING = frozenset({"none"})  # here it is an answer
A = TypeVar("A")


@dataclass(frozen=True)
class SaidBeside:
    """The answers by line, what is wrong with a line, and what is worth saying of the table."""

    strain: Mapping[int, StrainAnswer] = field(default_factory=dict)
    held_back: Mapping[int, int] = field(default_factory=dict)
    wrong: Mapping[int, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def said_beside(raw: RawTable, measure: Measure, reading: Reading) -> SaidBeside:
    """What the table has of these answers; a column that the measure does not ask for is left alone, which is said."""
    seen_words, settled_words, held_words = _words(measure)
    wrong: dict[int, str] = {}
    seen = _answers(raw, STRAIN, seen_words, reading, wrong)
    settled = _answers(raw, SETTLED, settled_words, reading, wrong)
    held = _answers(raw, HELD_BACK, held_words, reading, wrong)
    strain = {line: StrainAnswer(answer, settled.get(line)) for line, answer in seen.items()}
    for line in settled:
        if line not in seen or strain[line].problem():
            wrong.setdefault(line, f"column {SETTLED}: {WITHOUT_TENSION}")
    asked = {STRAIN: seen_words, SETTLED: settled_words, HELD_BACK: held_words}
    notes = tuple(
        f"Column {name} is left alone: version {measure.version} of the {measure.short} does not ask this."
        for name, words in asked.items()
        if not words and name in raw.frame.columns
    )
    return SaidBeside(strain, held, wrong, notes)


def _words(
    measure: Measure,
) -> tuple[dict[str, StrainSeen], dict[str, StrainSettled], dict[str, int]]:
    """Each way to write an answer, as it is compared, with what it means; empty for what the measure does not ask."""
    seen: dict[str, StrainSeen] = {}
    settled: dict[str, StrainSettled] = {}
    held: dict[str, int] = {}
    asked = measure.strain
    if asked and all(Rater.CLIENT in texts for texts in asked.wording.values()):
        seen = _each(StrainSeen, asked.choices.values())
        settled = _each(StrainSettled, asked.settled_choices.values())
    if measure.question:
        choices = measure.question.choices.values()
        held = {_plain(text): number for some in choices for number, text in enumerate(some)}
    return seen, settled, held


def _each(answers: Iterable[A], choices: Iterable[tuple[str, ...]]) -> dict[str, A]:
    """The answers by how they are stored and by what the measure calls them."""
    answers = list(answers)
    ways = [tuple(map(str, answers)), *choices]
    return {
        _plain(text): answer for some in ways for answer, text in zip(answers, some, strict=True)
    }


def _answers(
    raw: RawTable,
    name: str,
    words: Mapping[str, A],
    reading: Reading,
    wrong: dict[int, str],
) -> dict[int, A]:
    """The answers in one column by line; what is none of them is said in `wrong`."""
    if not words or name not in raw.frame.columns:
        return {}
    if list(raw.frame.columns).count(name) > 1:
        raise BadTable(f"{raw.name} has the column {name!r} twice: once is expected")
    codes = {_plain(text) for text in reading.missing_as_written()}
    missing = {_plain(text) for text in MISSING} - NOT_MISSING | codes
    answers = {}
    for line, cell in raw.frame[name].items():
        text = "" if pd.isna(cell) else _plain(told(cell))
        if text in missing:
            continue
        if text in words and not isinstance(cell, Unread):
            answers[line] = words[text]
        else:
            expected = ", ".join(words)
            wrong.setdefault(line, f"column {name}: one of {expected} is expected")
    return answers


def _plain(text: str) -> str:
    return clean(text).casefold().replace("_", " ")
