"""The loader is strict, and its messages name file, line and what is expected."""

import re
import time
from pathlib import Path

import pytest

from tracker.reference.lines import line_of
from tracker.reference.loader import FOLDER, parse_measure, read_measures
from tracker.reference.tables import BadFile

SRS = (FOLDER / "srs.toml").read_text(encoding="utf-8")
OWN = (FOLDER / "session-check.toml").read_text(encoding="utf-8")
PATH = Path("measure.toml")
# For how forms are scored, see test_scoring_in_files.py
WAI = (FOLDER / "wai-sr.toml").read_text(encoding="utf-8")
OQ = (FOLDER / "oq-45.toml").read_text(encoding="utf-8")
PHQ = (FOLDER / "phq-9.toml").read_text(encoding="utf-8")
ITEM_STEP = SRS.replace('high = "10"\nstep = "0.1"', 'high = "10"\nstep = "0.5"', 1)


def refused(text: str) -> str:
    with pytest.raises(BadFile) as caught:
        parse_measure(text, PATH)
    return str(caught.value)


def changed(text: str, old: str, new: str) -> tuple[str, int]:
    """The text with one change, and the line the change is on."""
    assert old in text
    place = text.index(old) + (len(new) - len(new.lstrip("\n")))
    return text.replace(old, new, 1), text[:place].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('better = "higher"', 'better = "up"', "better: expected one of higher, lower, found 'up'"),
        ("version = 1", 'version = "1"', "version: expected a whole number, found '1'"),
        ("version = 1", "version = true", "version: expected a whole number, found True"),
        ("partial = false", "partial = 0", "partial: expected true or false, found 0"),
        ('short = "SRS"', 'short = " "', "short: expected a text that is not empty"),
        ('raters = ["client"]', "raters = [1]", "raters: expected a list of texts"),
        (
            'step = "0.1"',
            "step = 0.1",
            'total.typed.step: expected a number in quotes, such as "0.5", found 0.1',
        ),
        ('step = "0.1"', 'step = "small"', "total.typed.step: expected a number in quotes"),
        (
            'high = "10"',
            'high = "10.05"',
            "items.0.high: expected low and high a whole number of steps apart",
        ),
        ('method = "sum"', 'method = "median"', "total.method: expected sum or mean"),
        ("inclusive = false", "inclusive = 0", "level.inclusive: expected true or false, found 0"),
        ('cost = "Sim', 'price = "Sim', "drop.cost: expected a text, found nothing"),
        ('points = "4"', 'points = "0"', "drop.strength_2.0.points: expected more than 0"),
        ('mean = "0.82"', 'mean = "8.2"', "prior.item.mean: expected a part of the range"),
        ('within_sd = "0.09"', 'within_sd = "0"', "prior.item.within_sd: expected standard dev"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_what_is_expected(
    old: str, new: str, message: str
) -> None:
    text, line = changed(SRS, old, new)
    found = refused(text)
    where, _, said = found.partition(": ")
    assert said.startswith(message)
    if "nothing" not in message:
        assert where == f"measure.toml:{line}"


def test_an_unknown_key_is_refused_where_it_stands() -> None:
    text = SRS.replace('key = "goals"\n', 'key = "goals"\ncolour = "green"\n')
    line = text[: text.index("colour")].count("\n") + 1
    assert refused(text) == f"measure.toml:{line}: items.1.colour: expected no such key"


def test_a_missing_key_is_named_with_its_table() -> None:
    text = SRS.replace('label = "Goals and topics"\n', "")
    line = text[: text.index('key = "goals"')].count("\n")
    assert refused(text) == f"measure.toml:{line}: items.1.label: expected a text, found nothing"


def test_text_that_is_no_toml_is_refused_with_its_line() -> None:
    assert "line 2" in refused("key = 'x'\n= 3")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("items = 3", "items: expected a list of tables"),
        ("items = [3]", "items.0: expected a table"),
        (
            SRS.replace('key = "goals"', 'key = "approach"'),
            "items: expected a different key for each item",
        ),
        (
            SRS + '\n[[components]]\nkey = "x"\nlabel = "X"\nitems = ["nobody"]\n',
            "components.0.items: expected keys of items, found 'nobody'",
        ),
        (
            SRS + '\n[[components]]\nkey = "x"\nlabel = "X"\nitems = ["goals"]\nmethod = "max"\n',
            "components.0.method: expected sum or mean",
        ),
        (
            OWN.replace('therapist = "I think the client felt understood in this session."\n', ""),
            "items.0.wording: expected wording for client, therapist",
        ),
        (
            OWN.replace('ends = ["not at all", "completely"]', 'ends = ["not at all"]', 1),
            "items.0.wording.en.ends: expected two texts",
        ),
        (
            OWN.replace("therapist = ", "friend = ", 1),
            "items.0.wording.en.friend: expected one of client, therapist, observer",
        ),
        (
            OWN.replace('ends = ["not at all", "completely"]', 'labels = ["a", "b"]', 1),
            "items.0.wording: expected as many labels as there are answers",
        ),
        (
            SRS.replace("[level]", '[items.wording.en]\nclient = "A sentence"\n\n[level]', 1),
            "items.3.wording: expected wording for nobody",
        ),
    ],
)
def test_what_does_not_fit_together_is_refused(text: str, message: str) -> None:
    assert message in refused(text)


def test_a_file_is_named_as_its_measure(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text(SRS, encoding="utf-8")
    with pytest.raises(BadFile, match=r"other.toml:1: key: expected 'other'"):
        read_measures(tmp_path)


def test_a_new_version_says_what_it_changed_and_the_one_before_stays_beside_it(
    tmp_path: Path,
) -> None:
    changed_line = re.search(r"changed = .*\n", OWN)
    assert changed_line
    assert "changed: expected what it changed from the version before it" in refused(
        OWN.replace(changed_line[0], "")
    )
    assert "changed: expected what it changed" in refused(
        SRS.replace("version = 1\n", f"version = 1\n{changed_line[0]}")
    )
    (tmp_path / "session-check.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "session-check.v1.toml").write_text(
        OWN.replace("version = 2", "version = 1").replace(changed_line[0], ""), encoding="utf-8"
    )
    known = read_measures(tmp_path)
    assert [version for _, version in known.versions] == [2, 1]
    assert known.current["session-check"].version == 2
    later = OWN.replace("version = 2", "version = 3")
    (tmp_path / "session-check.v3.toml").write_text(later, encoding="utf-8")
    with pytest.raises(BadFile, match=r"session-check.toml:2: version: expected 3 or more"):
        read_measures(tmp_path)


def test_every_version_that_is_shipped_is_kept() -> None:
    shipped = read_measures(FOLDER)
    for key, newest in shipped.current.items():
        kept = {version for name, version in shipped.versions if name == key}
        assert kept == set(range(1, newest.version + 1))


def test_components_and_sums_can_be_described(tmp_path: Path) -> None:
    text = SRS + '\n[[components]]\nkey = "pair"\nlabel = "Pair"\nitems = ["goals", "approach"]\n'
    assert parse_measure(text, PATH).components[0].items == ("goals", "approach")


def test_a_line_is_found_for_a_table_that_is_not_there() -> None:
    assert line_of("a = 1\n", ("b", "c")) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SRS.replace("version = 1", "version = 0"), "version: expected 1 or more"),
        (
            SRS.replace('raters = ["client"]', 'raters = ["friend"]'),
            "raters: expected some of client",
        ),
        (
            SRS.replace('raters = ["client"]', 'raters = ["client", "client"]'),
            "raters: expected some of",
        ),
        (
            SRS.replace('key = "goals"', 'key = "total"'),
            "items: expected keys of small letters",
        ),
        (
            SRS.replace('key = "goals"', 'key = "goals.all"'),
            "items: expected keys of small letters",
        ),
        (ITEM_STEP, "items: expected one step for all items"),
        (
            SRS.replace('step = "0.1"', 'step = "1/0"', 1),
            'expected a number in quotes, such as "0.5"',
        ),
        (
            SRS + '\n[[components]]\nkey = "x"\nlabel = "X"\nitems = []\n',
            "components.0.items: expected items, or a score to type",
        ),
        (
            SRS.replace('input = "line"', 'input = "labels"'),
            "input: expected labels for every item",
        ),
        (OWN.replace('key = "held_back"', 'key = "other"'), "question.key: expected held_back"),
        (
            OWN.replace('choices = ["none", "a little", "yes"]', 'choices = ["none", "yes"]'),
            "strain.wording.en.choices: expected three texts: none, a little, yes",
        ),
        (
            OWN.replace('["settled", "partly", "not settled"]', '["settled"]'),
            "settled_choices: expected three texts: settled, partly, not",
        ),
        (
            OWN.replace("[strain.wording.en]\nclient", "[strain.wording.en]\nobserver"),
            "strain.wording.en.wording: expected wording for the client",
        ),
        (
            OWN.replace('["no", "a little", "yes"]', '["no"]'),
            "question.key: expected held_back",
        ),
        (
            SRS.replace('any = "36"', 'any = "41"'),
            "level.cutoffs: expected cut-offs within the range",
        ),
        (SRS.replace('any = "36"', 'teens = "36"'), "level.cutoffs: expected cut-offs within"),
        (SRS.replace('points = "6"', 'points = "6"\ncount = 2'), "drop: expected counts from 1"),
        (SRS.replace('points = "6"', 'points = "6"\ncount = 0'), "drop: expected counts from 1"),
        (SRS.replace('points = "6"', 'points = "-6"'), "points: expected more than 0"),
    ],
)
def test_what_no_single_key_can_say_is_checked_too(text: str, message: str) -> None:
    found = refused(text)
    assert message in found
    assert re.match(r"measure\.toml:\d+: ", found)


def test_reading_all_measures_takes_no_time_worth_waiting_for() -> None:
    start = time.perf_counter()
    read_measures(FOLDER)
    assert time.perf_counter() - start < 1.5  # about 0.02 s; every command reads them once
