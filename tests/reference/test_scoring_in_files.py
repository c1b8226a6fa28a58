"""How a form is scored, what may be typed of it and what is published: the loader checks each."""

import re

import pytest

from tests.reference.test_loader import OQ, PHQ, SRS, WAI, refused

APPLIES = '\n[not_applicable]\nnumbers = [{}]\nsource = "made up"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            SRS.replace('input = "line"', 'input = "total"'),
            "input: expected the form of the items' scale",
        ),
        (
            SRS.replace('wording = "none"', 'wording = "practice"'),
            "wording: expected own, free or none",
        ),
        (
            SRS.replace('high = "40"', 'high = "41"', 1),
            "total.typed: expected the lowest and the highest",
        ),
        (SRS.replace('high = "40"', 'high = "0"', 1), "total.typed.high: expected low below high"),
        (
            WAI.replace('divided_by = "12"', 'divided_by = "0"'),
            "total.typed.times: expected more than 0",
        ),
        (
            WAI.replace('divided_by = "4"', 'divided_by = "3"', 1),
            "components.0.typed: expected the lowest",
        ),
        (
            WAI.replace('method = "mean"', 'method = "mean"\ntimes = "0"', 1),
            "total.times: expected more than 0",
        ),
        (
            WAI.replace("missing = 1", "missing = 4", 1),
            "components.0.missing: expected fewer than the items",
        ),
        (
            WAI.replace("numbers = [4, 6", "numbers = [4, 13", 1),
            "components.0.numbers: expected keys of items",
        ),
        (
            WAI.replace("numbers = [4, 6", "numbers = [4, 4", 1),
            "components.0.numbers: expected each item once",
        ),
        (
            WAI.replace("numbers = [4, 6", 'numbers = ["4", 6', 1),
            "components.0.numbers: expected a list of whole",
        ),
        (
            WAI.replace('key = "goal"', 'key = "item_1"', 1),
            "components.0.key: expected small letters",
        ),
        (WAI.replace('key = "goal"', 'key = "task"', 1), "components: expected a different key"),
        (WAI.replace("count = 12", "count = 0"), "numbered.count: expected a number from 1 to 200"),
        (
            WAI.replace("count = 12", "count = 12\nreverse = [13]"),
            "numbered.count: expected numbers from 1 to 12",
        ),
        (
            WAI.replace('low = "1"\nhigh = "5"', 'low = "5"\nhigh = "1"'),
            "numbered.high: expected low and high",
        ),
        (
            SRS.replace('low = "0"\nhigh = "10"', 'low = "0.05"\nhigh = "10.05"', 1),
            "items.0.low: expected a whole",
        ),
        (WAI.replace("items = 2", "items = 12"), "missing.items: expected at least one, and fewer"),
        (
            SRS.replace('high = "10"', 'high = "9"', 1).replace('high = "40"', 'high = "39"', 1)
            + '\n[missing]\nitems = 1\nsource = "made up"\n',
            "missing.items: expected none, as the items do not have the same range",
        ),
        (OQ.replace("[total.typed]", "[total.other]"), "total.other: expected no such key"),
        (
            OQ.replace('[total.typed]\nlow = "0"\nhigh = "180"\nstep = "1"\n', ""),
            "total.typed: expected a total to type",
        ),
        (
            PHQ.replace('least = "1"', 'least = "0"'),
            "risk.least: expected an answer above the lowest",
        ),
        (PHQ.replace("numbers = [9]", "numbers = [10]"), "risk.numbers: expected keys of items"),
        (PHQ + APPLIES.format(9), "not_applicable: expected items that are no risk items"),
        (PHQ + APPLIES.format(10), "not_applicable.numbers: expected keys of items"),
        (OQ + APPLIES.format(26), "not_applicable.numbers: expected keys of items"),
        (
            OQ.replace("numbers = [11, 26, 32, 44]", "numbers = [12]"),
            "critical.numbers: expected keys of items",
        ),
        (
            PHQ.replace("[[severity.bands]]", "[[severity.names]]"),
            "severity.bands: expected at least 1",
        ),
        (
            PHQ.replace('points = "6"', 'points = "0"'),
            "reliable_change.points: expected more than 0",
        ),
        (
            PHQ.replace('points = "6"', 'points = "6"\nbasis = "practice"'),
            "reliable_change.basis: expected published or design default",
        ),
        (
            PHQ.replace('points = "6"', 'points = "6"\nbasis = "design default"'),
            "reliable_change.within_sd: expected an SD above 0 beside a design default",
        ),
        (
            PHQ.replace('points = "6"', 'points = "6"\nwithin_sd = "2"'),
            "reliable_change.within_sd: expected an SD above 0 beside a design default, and only there",
        ),
        (
            PHQ.replace('points = "6"', 'points = "7"\nbasis = "design default"\nwithin_sd = "2"'),
            "reliable_change.points: expected 6, which the SD comes to",
        ),
        (PHQ.replace('low = "5"', 'low = "15"'), "severity.bands: expected bands within the range"),
        (
            PHQ.replace('low = "20"', 'low = "28"'),
            "severity.bands: expected bands within the range",
        ),
        (PHQ.replace('any = "10"\n', ""), "level.cutoffs: expected cut-offs within the range"),
    ],
)
def test_how_a_form_is_scored_is_checked(text: str, message: str) -> None:
    found = refused(text)
    assert message in found
    assert re.match(r"measure\.toml:\d+: ", found)
