"""The sentence of a chart, at most 40 words: biggest change, range, client and therapist, what is missing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.measures.numbers import MINUS, show

MAX_WORDS = 40
LISTED = 4  # sessions without a rating are named up to this many, then counted
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True)
class ScoreMove:
    """How one score moved from the rating before. `size` is the share of its range, to compare different ranges."""

    label: str
    number: int
    before: Fraction
    now: Fraction
    size: Fraction
    flagged: bool
    newest: bool


@dataclass(frozen=True)
class SaidScore:
    """One client score as the sentence needs it."""

    label: str
    number: int
    value: Fraction


@dataclass(frozen=True)
class Apart:
    """Client and therapist on one score at one session; `by` is therapist minus client."""

    label: str
    number: int
    by: Fraction


@dataclass(frozen=True)
class Facts:
    """What the sentence is made of. `apart` is None where no therapist ratings exist; `range_of` is what is ranged."""

    steps: Sequence[ScoreMove]
    said: Sequence[SaidScore]
    range_of: str
    ranged: Sequence[Fraction]
    apart: Sequence[Apart] | None
    missing: Sequence[int]
    digits: int


def count(number: int) -> str:
    """The number in a sentence: a word up to nine."""
    return _SMALL[number] if number < len(_SMALL) else str(number)


def change(by: Fraction, digits: int = 2) -> str:
    """A change in words: "down 3", "up 0.5", "no change"."""
    size = show(abs(by), digits)
    if size == "0":
        return "no change"
    return f"{'down' if by < 0 else 'up'} {size}"


def summary(facts: Facts) -> str:
    """The sentence under the title of a chart; later parts are left out where it would pass 40 words."""
    if not facts.said:
        return "No ratings yet."
    parts: tuple[Callable[[Facts], str], ...] = (_biggest_change, _range, _apart, _missing)
    text = ""
    for part in parts:
        longer = f"{text} {part(facts)}".strip()
        if len(longer.split()) <= MAX_WORDS:
            text = longer
    return text


def _biggest_change(facts: Facts) -> str:
    numbers = {said.number for said in facts.said}
    if len(numbers) == 1:
        scores = [f"{s.label.lower()} {show(s.value, facts.digits)}" for s in facts.said]
        return f"One rating so far, at session {min(numbers)}: {', '.join(scores)}."
    if not facts.steps:
        return "No two ratings can be compared yet."
    # What was flagged at the newest rating comes first even where an older change was bigger: it waits for an answer.
    waiting = [step for step in facts.steps if step.newest and step.flagged and step.size]
    step = max(waiting or facts.steps, key=lambda s: (s.size, s.number, s.now < s.before))
    if step.size == 0:
        return "No client rating has changed from the one before."
    moved = "fell" if step.now < step.before else "rose"
    why = "since the previous rating" if waiting else "the biggest change between ratings"
    before = show(step.before, facts.digits)
    now = show(step.now, facts.digits)
    said = (
        f"Client-rated {step.label.lower()} {moved} from {before} to {now} at session {step.number}"
    )
    return f"{said} {why}." if waiting else f"{said}, {why}."


def _range(facts: Facts) -> str:
    if len({said.number for said in facts.said}) == 1 or not facts.ranged:
        return ""
    low, high = (show(value, facts.digits) for value in (min(facts.ranged), max(facts.ranged)))
    if low == high:
        return f"{facts.range_of} stayed at {low}."
    return f"{facts.range_of} ranged from {low} to {high}."


def _apart(facts: Facts) -> str:
    if not facts.apart:
        return ""
    widest = max(facts.apart, key=lambda a: (abs(a.by), a.number))
    if widest.by == 0:
        return "Client and therapist agreed throughout."
    size = show(abs(widest.by), facts.digits)
    side = "higher" if widest.by > 0 else "lower"
    return f"Therapist at most {size} {side} ({widest.label.lower()}, session {widest.number})."


def _missing(facts: Facts) -> str:
    numbers = [str(number) for number in facts.missing]
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"No rating at session {numbers[0]}."
    if len(numbers) <= LISTED:
        return f"No rating at sessions {', '.join(numbers[:-1])} and {numbers[-1]}."
    return f"{count(len(numbers)).capitalize()} sessions have no rating."


def signed(by: Fraction) -> str:
    """A change with its sign: "−3"."""
    sign = MINUS if by < 0 else "+"
    return f"{sign}{show(abs(by))}"


def weeks(days: int) -> str:
    """A gap between sessions: "6 weeks"."""
    return f"{max(1, round(days / 7))} weeks"
