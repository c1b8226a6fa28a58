"""The learning path: concepts one after the other, cases to try oneself on, and when they are due again.

ready ── passed ── due after 30 days ── passed ── due after 90 days ── …
locked: the concept before is not passed yet; that holds back the badge and never the text
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from tracker.domain.library.texts import Section, Sentence, Text

PASS = Fraction(4, 5)  # of the cases; design default
AGAIN = (30, 90)  # days after the first pass, and after every later one; design default
CASE = "Case: "


@dataclass(frozen=True)
class Option:
    """One answer to a case, and why it is the fitting one or is not."""

    text: str
    fits: bool
    why: tuple[Sentence, ...]


@dataclass(frozen=True)
class Vignette:
    """A short vignette with one fitting answer."""

    key: str
    title: str
    story: tuple[Sentence, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Concept:
    """One step of the path: what to read, in short, and its cases."""

    text: Text
    reads: tuple[str, ...]
    cases: tuple[Vignette, ...]

    @property
    def key(self) -> str:
        """Its address."""
        return self.text.key

    @property
    def told(self) -> tuple[Section, ...]:
        """What is said before the cases."""
        sections = self.text.sections
        first = next((i for i, s in enumerate(sections) if s.title.startswith(CASE)), len(sections))
        return sections[:first]

    @property
    def badge_at(self) -> int:
        """How many of its cases have to be answered fittingly."""
        return -(-len(self.cases) * PASS.numerator // PASS.denominator)

    def case(self, key: str) -> Vignette | None:
        """The case of that key."""
        return next((case for case in self.cases if case.key == key), None)


class State(StrEnum):
    """Where a learner stands with a concept."""

    READY = "ready"
    LOCKED = "locked"
    PASSED = "passed"
    DUE = "due"


@dataclass(frozen=True)
class PathStep:
    """A concept on somebody's path. `passed` is the day of the last pass, `due` the day it is due again, and `after`
    the concept that holds its badge back."""

    concept: Concept
    state: State
    passed: date | None = None
    due: date | None = None
    after: Concept | None = None


def cases(sections: Sequence[Section]) -> tuple[Vignette, ...]:
    """The cases of a concept's text: a heading each, and one deeper for each answer, "[x]" before the fitting one."""
    vignettes: list[Vignette] = []
    for section in sections:
        told = tuple(section.sentences)
        if section.level == 2 and section.title.startswith(CASE):
            vignettes.append(Vignette(section.key, section.title.removeprefix(CASE), told, ()))
        elif section.level == 3 and vignettes and section.title[:4] in ("[x] ", "[ ] "):
            last = vignettes.pop()
            option = Option(section.title[4:], section.title.startswith("[x]"), told)
            vignettes.append(Vignette(last.key, last.title, last.story, (*last.options, option)))
    return tuple(vignettes)


def shuffled(concept: Concept, seed: str) -> list[str]:
    """The keys of its cases in an order of that try's own, the same each time it is asked."""

    def place(case: Vignette) -> bytes:
        return hashlib.sha256(f"{seed} {case.key}".encode()).digest()

    return [case.key for case in sorted(concept.cases, key=place)]


def due_on(passes: Sequence[date]) -> date | None:
    """When a concept is due again after these passes, the earliest first; None before the first. A pass before it was
    due again does not count as the second."""
    due: date | None = None
    for day in passes:
        if due is None:
            due = day + timedelta(days=AGAIN[0])
        elif day >= due:
            due = day + timedelta(days=AGAIN[1])
    return due


def steps(
    concepts: Sequence[Concept], passes: dict[str, list[date]], today: date
) -> list[PathStep]:
    """The path of somebody who passed these concepts on these days. The badge of a concept waits for those before it:
    a pass that came earlier counts once they are passed."""
    path: list[PathStep] = []
    waits_for: Concept | None = None  # the first one that is not passed
    for concept in concepts:
        days = sorted(passes.get(concept.key, ()))
        due = due_on(days)
        last = days[-1] if days else None
        if waits_for is not None:
            path.append(PathStep(concept, State.LOCKED, last, after=waits_for))
        elif due is not None:
            path.append(PathStep(concept, State.DUE if today >= due else State.PASSED, last, due))
        else:
            path.append(PathStep(concept, State.READY))
            waits_for = concept
    return path
