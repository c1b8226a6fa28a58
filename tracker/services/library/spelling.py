"""How near words are to each other, as they are written."""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel, JaroWinkler

NEAREST = 50  # words that are looked at for the stem of one
# By the letters that it has at least: how alike a mistyped word has to be, of 1, and the slips it may have; design
# defaults. Short words are near too many others, and a number is near none: "pain" is no "plain".
NEAR = ((6, 0.92, 2), (5, 0.95, 1))


def alike(word: str, words: Sequence[str], at_least: float = 0) -> list[str]:
    """The words most like one, the nearest first; none that is less alike than `at_least`, of 1."""
    near = process.extract(
        word, words, scorer=JaroWinkler.similarity, score_cutoff=at_least, limit=NEAREST
    )
    return [other for other, _, _ in near]


def nearest(word: str, words: Sequence[str]) -> str | None:
    """The word that a mistyped one most likely is; None for a short one and one with a digit."""
    fits = next(((near, slips) for least, near, slips in NEAR if len(word) >= least), None)
    if fits is None or not word.isalpha():
        return None
    near, slips = fits
    close = [
        (Indel.distance(word, other), len(other) < len(word), abs(len(other) - len(word)), other)
        for other in alike(word, words, near)
        if other[0] == word[0] and OSA.distance(word, other) <= slips
    ]
    return min(close)[-1] if close else None
