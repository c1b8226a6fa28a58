"""What a caseload in which nothing changes asks for in a week."""

from uuid import UUID

import pytest
from click.testing import CliRunner

from tracker.cli import main
from tracker.domain.rules.findings import Finding, FlagKind
from tracker.reference.loader import measures
from tracker.simulation.burden import Burden, Rates, burden, leading, lines
from tracker.simulation.counting import Experiment
from tracker.simulation.generators import GENERATORS

NOTHING = Rates(0, 0, 0, 0, 0, 0, 0)
SMALL = Experiment(measures()["session-check"], GENERATORS[0], clients=6, sessions=12, seed=4)


def finding(kind: FlagKind, strength: int | None = None) -> Finding:
    return Finding(kind, UUID(int=1), "session-check", strength=strength)


def test_the_gravest_leads_and_what_is_only_offered_asks_for_nothing() -> None:
    drop, slide = finding(FlagKind.DROP, 2), finding(FlagKind.LONG_SLIDE)
    low, note = finding(FlagKind.LOW_ITEM), finding(FlagKind.CEILING)
    assert leading([low, slide, drop]) is FlagKind.DROP
    assert leading([low, note, slide]) is FlagKind.LONG_SLIDE
    assert leading([finding(FlagKind.DROP, 1), low]) is FlagKind.LOW_ITEM
    assert leading([finding(FlagKind.DROP, 1), note, finding(FlagKind.RISK_ITEM)]) is None


@pytest.mark.parametrize(
    ("rates", "kind"),
    [
        (Rates(1, 0, 0, 0, 0, 0, 0), FlagKind.TENSION),
        (Rates(0, 0, 0, 1, 0, 0, 0), FlagKind.WANTS_TO_TALK),
        (Rates(0, 0, 0, 0, 0, 1, 0), FlagKind.MISSED),
    ],
)
def test_what_every_session_says_every_session_asks(rates: Rates, kind: FlagKind) -> None:
    counted = burden(SMALL, rates)
    assert counted.sessions == 72
    assert sum(counted.owed.values()) == 72
    assert counted.owed[kind] > 50  # the rest are drops of strength 2 or more, which lead
    assert counted.without == 0


def test_risk_is_counted_apart_and_a_settled_tension_asks_for_nothing() -> None:
    quiet = burden(SMALL, NOTHING)
    with_more = burden(SMALL, Rates(0, 1, 0, 0, 0, 0, 1))
    assert with_more.owed == quiet.owed
    assert (quiet.risk, with_more.risk) == (0, 72)


def test_a_week_is_a_share_of_its_sessions() -> None:
    counted = Burden(sessions=100, risk=3)
    counted.owed[FlagKind.DROP] = 10
    said = list(lines(counted, 20))
    assert said[0] == "answers owed a week: 2.0"
    assert said[1].split() == ["drop", "2.0"]
    assert said[2:] == [
        "sessions that end without one: 90 %",
        "risk items a week, each with its own answer: 0.6",
    ]


def test_the_defaults_ask_for_eight_answers_a_week_at_most_and_leave_most_sessions_without() -> (
    None
):
    result = CliRunner().invoke(
        main, ["simulate", "burden", "--repeat", "1", "--noise", "normal", "--seed", "9"]
    )
    assert result.exit_code == 0
    owed = float(result.output.split("answers owed a week: ")[1].split()[0])
    without = int(result.output.split("end without one: ")[1].split()[0])
    assert owed <= 8
    assert without >= 60


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        ("nonsense=1", "there are unsettled"),
        ("risk=2", "a share from 0 to 1"),
        ("risk=x", "risk=0.05"),
    ],
)
def test_a_rate_that_cannot_be_is_refused(rate: str, said: str) -> None:
    result = CliRunner().invoke(main, ["simulate", "burden", "--rate", rate])
    assert result.exit_code == 1
    assert said in result.output
