"""The question at the start of a session, read from its file as a measure's questions are."""

from functools import cache
from pathlib import Path

from tracker.domain.measures.measure import Measure
from tracker.reference.files import parse_measure
from tracker.reference.tables import words_of

FILE = Path(__file__).parent / "start-mark.toml"


@cache
def start_mark() -> Measure:
    """The question, as the client's pages ask it. It is none of the measures, so that no rule looks at it."""
    return parse_measure(words_of(FILE), FILE)
