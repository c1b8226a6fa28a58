"""How values are written into what is kept, and read back as they were: exact numbers as text."""

from fractions import Fraction
from functools import lru_cache
from typing import Any

import msgspec

MeasureKey = tuple[str, int]  # a measure's key and version


def _plain(value: object) -> str:
    """Exact numbers as text; there is nothing else that needs it."""
    assert isinstance(value, Fraction)
    return str(value)


def exact(kind: type, value: Any) -> Fraction:
    """A number as it was before it was written."""
    assert kind is Fraction
    return _fraction(value)


@lru_cache(maxsize=4096)  # scores are few: a list of clients has the same ones again and again
def _fraction(text: str) -> Fraction:
    return Fraction(text)


encoder = msgspec.json.Encoder(enc_hook=_plain)
