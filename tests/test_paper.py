"""Keys on paper: what is printed can be typed in again, and a slip of the pen is named."""

import random
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import START
from tracker import clock, paper
from tracker.keys import NAMES, Keys

KEYS = Keys(*(secrets.token_hex(32) for _ in NAMES))
HEX = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(key=HEX, name=st.sampled_from(NAMES), sloppy=st.booleans())
def test_every_key_comes_back_from_its_lines(key: str, name: str, sloppy: bool) -> None:
    lines = paper.lines(name, key)
    assert len(lines) == 4
    if sloppy:
        lines = [
            line.upper().replace(" ", "-").replace(f"{name.upper()}-", f"{name} ") for line in lines
        ]
        lines = [line.split("--", 1)[1] for line in lines]
    found = [paper.typed(name, number, line) for number, line in enumerate(lines, start=1)]
    assert "".join(part or "?" for part in found) == key


def test_slips_are_noticed_nearly_always() -> None:
    chance = random.Random(7)
    line = paper.lines("audit", KEYS.audit)[0].removeprefix("audit 1").replace(" ", "")
    missed = 0
    for _ in range(2000):
        at = chance.randrange(20)
        other = chance.choice([d for d in "0123456789abcdef" if d != line[at]])
        missed += paper.typed("audit", 1, line[:at] + other + line[at + 1 :]) is not None
    assert missed <= 1


def test_a_line_in_another_place_is_noticed() -> None:
    first, second = paper.lines("audit", KEYS.audit)[:2]
    groups = second.removeprefix("audit 2")
    assert paper.typed("audit", 2, groups)
    assert paper.typed("audit", 1, groups) is None
    assert paper.typed("database", 2, groups) is None
    assert paper.typed("audit", 1, first.removeprefix("audit 1"))


@pytest.mark.parametrize("text", ["", "audit 1", "3fa2", "z" * 20, "0" * 21])
def test_what_is_no_line_is_no_line(text: str) -> None:
    assert paper.typed("audit", 1, text) is None


def test_letters_that_look_like_digits_are_taken_for_them() -> None:
    key = "0015" * 16
    line = paper.lines("audit", key)[0].removeprefix("audit 1")
    assert paper.typed("audit", 1, line.replace("0", "O").replace("1", "l")) == key[:16]


def test_the_sheet_holds_every_line_and_says_how_to_use_and_where_to_keep_it() -> None:
    sheet = paper.sheet(KEYS, "Harbour", clock.now())
    for name in NAMES:
        for line in paper.lines(name, getattr(KEYS, name)):
            assert line in sheet
        assert paper.fingerprint(KEYS, name) in sheet
    for words in (
        "Harbour",
        "tracker keys enter",
        "tracker database restore",
        "another place than",
    ):
        assert words in sheet
    assert START.year <= int(sheet.split("Printed ")[1][:4])


def test_a_fingerprint_gives_nothing_away_and_differs_for_each_key() -> None:
    found = {paper.fingerprint(KEYS, name) for name in NAMES}
    assert len(found) == len(NAMES)
    assert not any(
        part in "".join(vars(KEYS).values()) for f in found for part in [f.replace(" ", "")]
    )
