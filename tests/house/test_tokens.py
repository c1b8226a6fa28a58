"""Colours: every contrast and every distance under colour blindness, computed again from the style sheet."""

import itertools
import re
from pathlib import Path

from coloraide import Color

from tests.house.faults import expect_none
from tracker.charts import theme

CSS = (Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css").read_text(
    encoding="utf-8"
)


PAIRS = re.findall(r"--([\w-]+): light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\);", CSS)
LIGHT, DARK = ({name: pair[n] for name, *pair in PAIRS} for n in (0, 1))
SCHEMES = {"light": LIGHT, "dark": DARK}

GROUNDS = ("paper", "surface")
TEXT = [
    *((fg, bg) for fg in ("ink", "muted", "link") for bg in ("paper", "surface", "sunk")),
    ("err", "paper"),
    ("err", "surface"),
    ("on-moss", "moss"),
    ("on-moss", "moss-hover"),
    ("ink", "moss-soft"),
    ("link", "moss-soft"),
    *((tier, f"{tier}-soft") for tier in ("risk", "check", "note", "done")),
    *((tier, bg) for tier in ("risk", "check", "note", "done", "d-flag") for bg in GROUNDS),
    *((bar, "bar") for bar in ("on-bar", "on-bar-quiet")),
    ("muted", "d-band"),
]
MARKS = [
    *(
        (mark, bg)
        for mark in ("d-client", "d-therapist", "d-outcome", "d-flag")
        for bg in (*GROUNDS, "d-band")
    ),
    *(("border", bg) for bg in ("paper", "surface", "sunk", "d-band")),
    *(("focus", bg) for bg in GROUNDS),
    ("moss", "paper"),
    ("halo", "moss"),
    *(("check-mark", bg) for bg in GROUNDS),
]
DATA = ("d-client", "d-therapist", "d-outcome", "d-flag")


def contrast(scheme: dict[str, str], one: str, other: str) -> float:
    return Color(scheme[one]).contrast(scheme[other], method="wcag21")


def too_faint(pairs: list[tuple[str, str]], least: float) -> list[str]:
    """The pairs whose contrast is less, in either scheme."""
    contrasts = [
        (contrast(scheme, one, other), f"{one} on {other}, {name}")
        for name, scheme in SCHEMES.items()
        for one, other in pairs
    ]
    return [
        f"{words}: {ratio:.2f}, at least {least}" for ratio, words in contrasts if ratio < least
    ]


def test_text_has_a_contrast_of_four_and_a_half() -> None:
    expect_none(too_faint(TEXT, 4.5))


def test_marks_and_borders_have_a_contrast_of_three() -> None:
    expect_none(too_faint(MARKS, 3))


def test_a_contrast_that_is_too_small_would_be_found() -> None:
    assert too_faint([("paper", "surface")], 4.5)


def seen(colour: str, how: str) -> Color:
    if how == "normal":
        return Color(colour)
    if how == "grey":
        return Color(colour).filter("grayscale")
    return Color(colour).filter(how, 1, method="machado")


LEAST = {"normal": 12, "protan": 12, "deutan": 12, "tritan": 12, "grey": 7}


def test_the_data_colours_can_be_told_apart() -> None:
    faults = []
    for name, scheme in SCHEMES.items():
        for how, least in LEAST.items():
            for one, other in itertools.combinations(DATA, 2):
                colour = seen(scheme[one], how)
                distance = colour.delta_e(seen(scheme[other], how), method="2000")
                if distance < least:
                    faults.append(f"{one} and {other}, {how}, {name}: {distance:.1f}")
    expect_none(faults)


def test_every_colour_is_written_once_and_for_both_schemes() -> None:
    assert len(PAIRS) == len(LIGHT) > 25
    assert len(re.findall("#[0-9A-F]{3,8}", CSS, re.IGNORECASE)) == 2 * len(PAIRS)


def test_the_charts_draw_with_the_same_colours() -> None:
    for ours, theirs in ((theme.LIGHT, LIGHT), (theme.DARK, DARK)):
        assert {key: value.upper() for key, value in ours.items()} == {
            key: theirs[key] for key in ours
        }
