"""`tracker simulate rules`: what it prints, and what it refuses."""

import tomllib
from dataclasses import replace
from uuid import UUID

from click.testing import CliRunner, Result

from tracker.cli import main
from tracker.domain.rules.findings import RULES_VERSION, Finding, FlagKind
from tracker.reference.loader import measures
from tracker.reference.simulated import one_in, rates
from tracker.simulation.counting import Experiment, count_stable
from tracker.simulation.generators import GENERATORS
from tracker.simulation.report import PROMPTS
from tracker.simulation.report import rates as rates_as_text


def simulate(*words: str) -> Result:
    """What the command comes to."""
    return CliRunner().invoke(main, ["simulate", "rules", *words])


def test_two_versions_stand_side_by_side_with_their_assumptions() -> None:
    result = simulate(
        "--clients", "3", "--noise", "heavy", "--rules", "2026.7", "--rules", RULES_VERSION
    )
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == (
        "Session check, version 2: 3 clients, 12 sessions, ICC 0.58, seed 1. Made-up marks; their assumptions are "
        "design defaults."
    )
    assert lines[2].startswith("heavy: rare large swings")
    assert lines[3].split()[-2:] == ["2026.7", RULES_VERSION]
    row = next(line for line in lines if line.startswith("  a drop of strength 1 or more"))
    first, second = row.split()[-2:]
    assert first == second  # the rule itself is the same
    assert len([line for line in lines if line.endswith("lower, in one session")]) == 5


def test_the_same_seed_prints_the_same_and_another_does_not() -> None:
    words = ("--clients", "3", "--noise", "normal", "--sessions", "8")
    assert simulate(*words).output == simulate(*words).output
    assert simulate(*words).output != simulate(*words, "--seed", "2").output


def test_a_wrong_prior_changes_what_the_rules_find_and_no_mark() -> None:
    words = ("--clients", "8", "--noise", "normal", "--sessions", "8")
    usual = simulate(*words).output.splitlines()
    doubled = simulate(*words, "--prior-variances", "2").output.splitlines()
    assert doubled.pop(1) == "The rules assume 2 times the variances of the measure's prior."
    assert len(usual) == len(doubled)
    fell = "  a drop of strength 1 or more"
    other = [line for line, by_default in zip(doubled, usual, strict=True) if line != by_default]
    assert any(line.startswith("  a drop of strength 2 or more") for line in other)
    assert not any(line.startswith(fell) for line in other)  # the marks are the same


def test_what_cannot_be_simulated_is_refused_in_one_line() -> None:
    for words, said in (
        (("--measure", "phq-9"), "--measure: 'phq-9' cannot be simulated; these can: "),
        (("--measure", "nothing"), "--measure: 'nothing' cannot be simulated; these can: "),
        (("--noise", "loud"), "--noise: 'loud'; there are normal, heavy, uneven"),
        (("--rules", "1999.1"), f"--rules: '1999.1'; there are 2026.7, {RULES_VERSION}"),
    ):
        result = simulate("--clients", "1", *words)
        assert result.exit_code == 1
        assert said in result.output
    assert simulate("--sessions", "3").exit_code == 2
    assert simulate("--icc", "2").exit_code == 2


def test_rates_are_what_pages_read_and_hold_in_a_sample() -> None:
    """The kept shares, against a few clients of one kind of noise: a share may be far off by chance, not absurdly."""
    experiment = Experiment(measures()["session-check"], GENERATORS[0], 60, 12, seed=31)
    counted = count_stable(experiment)
    kept = rates()["session-check"]
    assert set(kept) == set(PROMPTS)
    for label, share in kept.items():
        seen = counted.in_sessions[label] / counted.sessions
        assert abs(seen - float(share)) < 0.02 + float(share) / 3, label
    shown = "\n".join(rates_as_text([counted]))
    assert tomllib.loads(shown).keys() == kept.keys()


def test_a_prompt_is_one_in_so_many_sessions() -> None:
    own = measures()["session-check"]
    drop = Finding(FlagKind.DROP, UUID(int=1), own.key, strength=2)
    assert one_in(own, drop) == round(1 / rates()["session-check"]["drop 2+"])
    assert one_in(replace(own, key="of-a-practice"), drop) is None
    assert one_in(own, replace(drop, kind=FlagKind.CEILING, strength=None)) is None
