"""No page says by itself that nothing is open: it would say it of check-ins while a risk item waits.

`tracker/domain/care/open_work.py` counts all tiers, risk first, and is the one place that says so.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ONE_PLACE = ROOT / "tracker" / "domain" / "care" / "open_work.py"
THINGS = r"(?:flag|check-in|review|risk item|repair|action)s?"
CLAIMS = re.compile(
    rf"\b(?:no|none|nothing)\b (?:(?:is|are|was|of them) )?(?:still )?(?:open|unanswered|waiting)\b"
    rf"|\bno {THINGS} (?:is|are) (?:open|waiting|unanswered)\b"
    rf"|\bno (?:more )?(?:open|unanswered) {THINGS}\b"
    rf"|\b(?:nothing|none) (?:else )?waits\b"
    rf"|plural\([\"']open {THINGS}[\"']\)",
    re.IGNORECASE,
)
ALLOWED = {  # said of what is counted in the same breath, and of no flag
    ("templates/supervision/supervision/meetings.html", 'plural("open action")'),
    (
        "templates/supervision/supervision/board.html",
        "Nothing waits",
    ),  # for you; all that is unanswered comes first
}


def claims(text: str) -> list[str]:
    """What a text says of nothing being open, or counts of one tier alone."""
    return [match[0] for match in CLAIMS.finditer(re.sub(r"\s+", " ", text))]


def read() -> dict[str, str]:
    """The pages, and the code that has words of its own, by path."""
    files = [*(ROOT / "templates").rglob("*.html")]
    for folder in ("web", "charts", "services"):
        files += (ROOT / "tracker" / folder).rglob("*.py")
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in files}


def test_only_one_place_says_that_nothing_is_open() -> None:
    pages = read()
    assert len(pages) > 200
    said = {(name, claim) for name, text in pages.items() for claim in claims(text)}
    assert said - ALLOWED == set()
    assert said >= ALLOWED
    assert claims(ONE_PLACE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        '{{ waiting|plural("open check-in") if waiting else "No open check-in" }}.',
        "No check-in is waiting.",
        "Nothing waits: no open flag, no open action",
        "No flags in the last eight weeks, and none unanswered.",
        "Two flags so far, none open.",
        "Nothing else waits.",
        "There are no open\n  reviews",
    ],
)
def test_a_new_one_would_be_found(text: str) -> None:
    assert claims(text)


@pytest.mark.parametrize(
    "text", ["Open: 2 risk items.", "Nothing is scheduled.", "no flag rests on it"]
)
def test_other_sentences_are_left_alone(text: str) -> None:
    assert claims(text) == []
