"""A practice's own files: over the shipped ones, as strict, and never in the way of what is stored."""

from pathlib import Path

import pytest

from tracker.domain.measures.measure import Wording
from tracker.reference import loader
from tracker.reference.loader import FOLDER, BadFile, Known, known_measures, measures

SRS = (FOLDER / "srs.toml").read_text(encoding="utf-8")
OWN = (FOLDER / "session-check.toml").read_text(encoding="utf-8")
DUTCH = SRS.replace('any = "36"', 'any = "34"').replace("its users' guides", "our own 200 clients")
COARSE = SRS.replace('step = "0.1"', 'step = "0.5"').replace("version = 1", "version = 100")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a practice's files."""
    return tmp_path


def put(folder: Path, **files: str) -> Known:
    for name, text in files.items():
        (folder / f"{name.replace('__', '.').replace('_', '-')}.toml").write_text(
            text, encoding="utf-8"
        )
    return known_measures(folder)


def refused(folder: Path, **files: str) -> str:
    with pytest.raises(BadFile) as caught:
        put(folder, **files)
    return str(caught.value)


def test_a_file_with_the_key_of_a_shipped_measure_takes_its_place(folder: Path) -> None:
    known = put(folder, srs=DUTCH)
    level = known.current["srs"].level
    assert level is not None
    assert (level.cutoffs, known.own) == ({"any": 34}, {"srs"})
    assert len(known.current) == len(loader.read_measures(FOLDER).current)
    assert not known_measures(folder / "not there").own
    assert measures()["srs"].level != level, "what is shipped stays as it is"


@pytest.mark.parametrize(
    ("key", "changes", "version"),
    [
        ("gad-7", {'any = "10"': 'any = "8"'}, 1),  # what NHS Talking Therapies counts as a case
        ("core-10", {'points = "6"': 'points = "8"', 'any = "11"': 'any = "13"'}, 1),
        (
            "sai",  # a form whose answers run from 1 to 7
            {
                "version = 1": "version = 100",
                'high = "30"': 'high = "42"',
                'low = "0"\nhigh = "42"': 'low = "6"\nhigh = "42"',
                'low = "0"\nhigh = "5"': 'low = "1"\nhigh = "7"',
                'points = "0.63"': 'points = "0.75"',
            },
            100,
        ),
    ],
)
def test_a_practice_chooses_the_number_that_its_sources_leave_open(
    folder: Path, key: str, changes: dict[str, str], version: int
) -> None:
    text = (FOLDER / f"{key}.toml").read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    measure = put(folder, **{key: text}).current[key]
    shipped = measures()[key]
    assert measure.version == version
    assert (measure.level, measure.high) != (shipped.level, shipped.high)


def test_a_copy_from_before_an_item_that_stands_aside_was_added_is_still_read(folder: Path) -> None:
    text = (FOLDER / "oq-45.toml").read_text(encoding="utf-8")
    before = text.replace("11, 26, 32", "11, 32").replace('26 = "Item 26 (substance use)"\n', "")
    assert before != text
    known = put(folder, **{"oq-45": before})
    assert [item.key for item in known.current["oq-45"].items if "26" in item.key] == []
    assert known.scored_as(measures()["oq-45"]) == known.scored_as(known.current["oq-45"])


def test_a_copy_from_before_a_rule_for_missing_items_was_added_is_still_read(folder: Path) -> None:
    text = (FOLDER / "wsas.toml").read_text(encoding="utf-8")
    before = "[missing]" + text.split("[missing]")[1].split("[level]")[0]
    known = put(folder, wsas=text.replace(before, ""))
    assert (known.current["wsas"].may_miss, known.current["wsas"].not_applicable) == (0, ())
    phq = (FOLDER / "phq-9.toml").read_text(encoding="utf-8")
    rule = "[missing]" + phq.split("[missing]")[1].split("[risk]")[0]
    assert "version: expected 100 or more" in refused(folder, **{"phq-9": phq.replace(rule, "")})


def test_another_measure_is_added(folder: Path) -> None:
    known = put(
        folder,
        our_scale=SRS.replace('key = "srs"', 'key = "our-scale"').replace(
            "version = 1", "version = 100"
        ),
    )
    assert known.current["our-scale"].version == 100


def test_scoring_changes_with_another_version_only_and_the_one_before_stays(folder: Path) -> None:
    assert "version: expected 100 or more, as items, ranges, steps" in refused(
        folder, srs=COARSE.replace("version = 100", "version = 1")
    )
    known = put(folder, srs=COARSE)
    assert known.current["srs"].version == 100
    for version, step in ((1, "1/10"), (100, "1/2")):
        then = known.as_entered("srs", version)
        assert then is not None
        assert str(then.step) == step
    assert known.as_entered("srs", 101) is None


def test_a_practice_keeps_its_own_earlier_version_beside(folder: Path) -> None:
    known = put(folder, srs=COARSE.replace("version = 100", "version = 101"), srs__v100=COARSE)
    assert known.current["srs"].version == 101
    assert known.as_entered("srs", 100) is not None


def test_the_question_at_the_start_of_a_session_keeps_its_name(folder: Path) -> None:
    text = COARSE.replace('key = "srs"', 'key = "start-mark"')
    said = "start-mark.toml:1: key: expected another one, as this is the mark at the start"
    assert said in refused(folder, start_mark=text)


def test_lower_versions_are_the_products(folder: Path) -> None:
    text = SRS.replace('key = "srs"', 'key = "mine"')
    assert "mine.toml:2: version: expected 100 or more, as lower ones" in refused(folder, mine=text)
    (folder / "mine.toml").unlink()
    found = refused(folder, srs=COARSE, srs__v7=COARSE.replace("version = 100", "version = 7"))
    assert "srs.v7.toml:2: version: expected 100" in found


def test_two_files_of_one_version_are_refused(folder: Path) -> None:
    assert "version: expected another one than in srs.toml" in refused(
        folder, srs=COARSE, srs__v100=COARSE
    )


def test_a_bad_file_is_named_with_its_line(folder: Path) -> None:
    found = refused(folder, srs=SRS.replace('better = "higher"', 'better = "up"'))
    assert found.endswith("srs.toml:7: better: expected one of higher, lower, found 'up'")
    assert str(folder) in found


def test_only_a_practice_file_carries_the_practices_wording(folder: Path) -> None:
    worded = OWN.replace('wording = "own"', 'wording = "practice"').replace(
        "I felt understood", "I was heard"
    )
    known = put(folder, session_check=worded)
    assert known.current["session-check"].wording_by is Wording.PRACTICE
    claimed = OWN.replace("I felt understood", "I was heard")
    assert "wording: expected 'practice'" in refused(folder, session_check=claimed)
    known = put(folder, session_check=OWN.replace('points = "2"', 'points = "3"', 1))
    drop = known.current["session-check"].drop
    assert drop is not None
    assert drop.points == 3


def test_a_measure_in_other_letters_than_utf_8_is_named(folder: Path) -> None:
    (folder / "srs.toml").write_bytes(SRS.encode("utf-8") + b"# \xe4\n")
    with pytest.raises(BadFile, match=r"srs\.toml:\d+: expected letters in UTF-8"):
        known_measures(folder)
