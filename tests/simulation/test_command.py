"""`tracker simulate rules`: what it prints, and what it refuses."""

from click.testing import CliRunner, Result

from tracker.cli import main
from tracker.domain.rules.findings import RULES_VERSION


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
