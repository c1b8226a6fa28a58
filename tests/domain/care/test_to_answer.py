"""What is asked of a clinician: at most one thing for a session, nothing twice, and nothing of what is only offered."""

from collections import Counter
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.care.answers import LEADS_TO, NEEDS_AN_ANSWER, Answer, Stage, offered
from tracker.domain.care.caseload import Need
from tracker.domain.care.to_answer import Asking, ThingToAnswer, settles, since, thing_of, things
from tracker.domain.rules.findings import TIER, FlagKind, Tier
from tracker.domain.rules.risk_rules import NEW

BY_STRENGTH = {FlagKind.DROP}  # of the kinds there are; the others have none
A = ("session-check", "A")
B = ("session-check", "B")
PHQ_9 = ("phq-9", "A")


def flag(
    kind: FlagKind,
    session: int,
    strength: int | None = None,
    stage: Stage = Stage.OPEN,
    about: tuple[str, str] = A,
) -> Asking:
    return Asking(TIER[kind], kind, strength, stage, session, about)


def made(*flags: Asking) -> list[ThingToAnswer[Asking]]:
    return things(flags, lambda each: each)


def led_by(*flags: Asking) -> list[Asking]:
    return [thing.leader for thing in made(*flags)]


def test_a_check_in_leads_then_strength_then_the_order_of_kinds() -> None:
    outcome = flag(FlagKind.OUTCOME_WORSE, 4, about=PHQ_9)
    slide = flag(FlagKind.SLIDE, 4)
    small = flag(FlagKind.DROP, 4, 2)
    great = flag(FlagKind.DROP, 4, 3, about=("srs", "A"))
    (thing,) = made(slide, outcome, small, great)
    assert thing.lines == ((great,), (small,), (outcome,), (slide,))
    assert (thing.leader, thing.need, thing.others) == (
        great,
        Need.CHECK_IN,
        (small, outcome, slide),
    )


def test_the_newest_of_a_kind_stands_for_it_and_says_since_when() -> None:
    fourth = flag(FlagKind.DROP, 4, 3)
    fifth = flag(FlagKind.DROP, 5, 2)
    slide = flag(FlagKind.SLIDE, 4)
    newest, left = made(fourth, fifth, slide)
    assert newest.lines == ((fifth, fourth),)
    assert since(newest.lines[0]) is fourth
    assert (left.lines, since(left.lines[0])) == (((slide,),), None)
    assert newest.need is Need.CHECK_IN


def test_of_two_persons_or_measures_each_has_a_line() -> None:
    first = flag(FlagKind.DROP, 4, 2)
    other = flag(FlagKind.DROP, 5, 2, about=B)
    assert led_by(first, other) == [first, other]
    (same_session,) = made(first, replace(other, session=4))
    assert len(same_session.lines) == 2


def test_a_risk_item_is_a_thing_by_itself_and_one_line_over_sessions() -> None:
    risk = [flag(FlagKind.RISK_ITEM, number, about=PHQ_9) for number in (1, 2, 4)]
    another = flag(FlagKind.RISK_ITEM, 4, about=("core-10", "A"))
    drop = flag(FlagKind.DROP, 4, 2)
    of_phq, of_core, rest = made(drop, *risk, another)
    assert of_phq.lines == ((risk[2], risk[1], risk[0]),)
    assert (of_core.flags, rest.flags) == ((another,), (drop,))


def test_strength_one_is_offered_and_never_asked() -> None:
    small = flag(FlagKind.DROP, 4, 1)
    (alone,) = made(small)
    assert (alone.asks, alone.need) == (False, None)
    slide = flag(FlagKind.SLIDE, 4)
    (both,) = made(small, slide)
    assert (both.leader, both.others, both.need) == (slide, (small,), Need.REVIEW)


def test_a_small_drop_stands_for_a_stronger_one_that_is_still_open() -> None:
    strong = flag(FlagKind.DROP, 4, 2)
    small = flag(FlagKind.DROP, 5, 1)
    (thing,) = made(strong, small)
    assert (thing.leader, thing.flags, thing.need) == (small, (small, strong), Need.CHECK_IN)
    slide = flag(FlagKind.SLIDE, 4)
    (still_one,) = made(strong, small, slide)
    assert still_one.lines == ((small, strong), (slide,))


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.SET_ASIDE, Stage.IN_SUPERVISION])
def test_what_was_put_off_stands_apart_and_is_one_thing_too(stage: Stage) -> None:
    drop = flag(FlagKind.DROP, 4, 1, stage)
    slide = flag(FlagKind.SLIDE, 4, stage=stage)
    again = flag(FlagKind.DROP, 5, 2)
    opened, put_off = made(drop, slide, again)
    assert (opened.flags, put_off.flags) == ((again,), (drop, slide))
    assert put_off.need is Need.COME_BACK


def test_a_missed_session_leads_where_there_is_no_rating_lately() -> None:
    missed = flag(FlagKind.MISSED, 4)
    assert led_by(flag(FlagKind.NO_RATING_LATELY, 4), missed) == [missed]


def test_what_led_gives_way_to_the_next_when_it_is_withdrawn() -> None:
    drop = flag(FlagKind.DROP, 4, 2)
    slide = flag(FlagKind.SLIDE, 4)
    assert led_by(drop, slide) == [drop]
    assert led_by(replace(drop, stage=Stage.WITHDRAWN), slide) == [slide]


def test_an_answer_settles_what_stands_beside_but_says_no_more_than_it_says() -> None:
    for answer in set(LEADS_TO) - {Answer.ENTERED_WRONGLY}:
        assert settles(answer, Tier.CHECK_IN, FlagKind.DROP, "")
        assert settles(answer, Tier.REVIEW, FlagKind.SLIDE, "")
        assert not settles(answer, Tier.RISK, FlagKind.RISK_ITEM, NEW)
        looked = answer in (Answer.REVIEWED, Answer.CHANGED)
        assert settles(answer, Tier.REVIEW, FlagKind.MISSED, "") is not looked
    assert not any(settles(Answer.ENTERED_WRONGLY, TIER[kind], kind, "") for kind in FlagKind)


@dataclass(frozen=True)
class Drawn:
    """One flag of a drawn record, told from any that looks the same."""

    number: int
    of: Asking


FLAGS = st.builds(
    lambda kind, strength, stage, session, about: flag(
        kind, session, strength if kind in BY_STRENGTH else None, stage, about
    ),
    st.one_of(st.sampled_from((FlagKind.DROP, FlagKind.SLIDE)), st.sampled_from(FlagKind)),
    st.sampled_from((1, 1, 2, 3)),
    st.sampled_from((Stage.OPEN, Stage.OPEN, Stage.OPEN, *Stage)),
    st.integers(1, 5),
    st.sampled_from((A, A, B, PHQ_9)),
)
RECORDS = st.lists(FLAGS, max_size=14, unique_by=lambda f: (f.kind, f.session, f.about)).map(
    lambda flags: [Drawn(number, each) for number, each in enumerate(flags)]
)


@given(RECORDS)
def test_at_most_one_thing_is_to_answer_for_a_session_and_nothing_twice(
    record: list[Drawn],
) -> None:
    told = things(record, lambda drawn: drawn.of)
    in_things = Counter(drawn for thing in told for drawn in thing.flags)
    assert in_things == Counter(drawn for drawn in record if drawn.of.counts)
    opened = [t for t in told if t.leader.of.tier is not Tier.RISK and not t.leader.of.put_off]
    asks = [{d.of.session for d in t.flags if d.of.need is not None} for t in opened if t.asks]
    assert len(set(map(max, asks))) == len(asks), "no two for one session"
    lines = Counter(
        (line[0].of.kind, line[0].of.about, line[0].of.put_off) for t in told for line in t.lines
    )
    assert max(lines.values(), default=0) <= 1
    for thing in told:
        needs = [drawn.of.need for drawn in thing.flags if drawn.of.need is not None]
        assert thing.need == min(needs, default=None)
        assert all(thing_of(told, drawn) is thing for drawn in thing.flags)


@given(RECORDS)
def test_what_is_owed_does_not_hang_on_what_is_only_offered(record: list[Drawn]) -> None:
    asked = [drawn for drawn in record if drawn.of.need is not None]
    without = things(asked, lambda drawn: drawn.of)
    owed = [t for t in things(record, lambda drawn: drawn.of) if t.asks]
    assert len(owed) == len(without)
    assert {drawn for t in owed for drawn in t.flags if drawn.of.need is not None} == set(asked)
    assert not any(t.asks for t in things(set(record) - set(asked), lambda drawn: drawn.of))


@given(RECORDS, st.randoms())
def test_the_order_in_which_flags_are_read_makes_no_difference(
    record: list[Drawn], chance: object
) -> None:
    mixed = list(record)
    chance.shuffle(mixed)

    def told(flags: list[Drawn]) -> list[tuple[frozenset[Drawn], int | None]]:
        return [(frozenset(t.flags), t.need) for t in things(flags, lambda drawn: drawn.of)]

    assert Counter(told(record)) == Counter(told(mixed))


def test_every_kind_that_asks_has_a_form_when_it_leads() -> None:
    for kind in FlagKind:
        leads = led_by(flag(kind, 4, 2 if kind in BY_STRENGTH else None))
        assert bool(leads) == bool(offered(TIER[kind], kind, ""))
    assert Stage.OPEN in NEEDS_AN_ANSWER
