"""The whole policy, as one page that a person can read: every right × role × reach."""

from collections.abc import Sequence
from itertools import chain, combinations
from typing import TypeVar
from uuid import uuid4

import pytest

from tracker.domain.errors import NotPermitted
from tracker.domain.people.access import (
    POLICY,
    AccessDecision,
    AccessRefused,
    Actor,
    Permission,
    Reach,
    Role,
    WhyNot,
    decide,
)

Of = TypeVar("Of", Role, Reach)
# o own, c cover, s supervised, e emergency, p the practice: no client
GOLDEN = """
                      clinician  supervisor administrator
signed_in             . . . . p  . . . . p  . . . . p
read_caseload         o c . . .  . . s . .  . . . . .
read_record           o c . e .  . . s e .  . . . . .
add_client            . . . . p  . . . . .  . . . . .
change_client         o c . . .  . . . . .  . . . . .
transfer_client       o . . . .  . . . . .  . . . . .
record_session        o c . . .  . . . . .  . . . . .
answer_flag           o c . . .  . . . . .  . . . . .
plan_care             o c . . .  . . . . .  . . . . .
read_board            . . . . .  . . s . .  . . . . .
comment_flag          o c . . .  . . s . .  . . . . .
supervise             . . . . .  . . s . .  . . . . .
read_reviews          o c . . .  . . s . .  . . . . .
read_meeting          o . . . .  . . s . .  . . . . .
read_own_trail        o . . . .  . . . . .  . . . . .
arrange_cover         o . . . .  . . . . .  . . . . p
break_glass           . . . . p  . . . . p  . . . . .
read_practice_report  . . . . .  . . . . .  . . . . p
read_audit            . . . . .  . . . . .  . . . . p
manage_people         . . . . .  . . . . .  . . . . p
manage_practice       . . . . .  . . . . .  . . . . p
keep_library          . . . . .  . . . . p  . . . . .
"""
CLINICAL = {
    Permission.READ_CASELOAD,
    Permission.READ_RECORD,
    Permission.CHANGE_CLIENT,
    Permission.TRANSFER_CLIENT,
    Permission.RECORD_SESSION,
    Permission.ANSWER_FLAG,
    Permission.PLAN_CARE,
    Permission.READ_BOARD,
    Permission.COMMENT_FLAG,
    Permission.SUPERVISE,
    Permission.READ_REVIEWS,
    Permission.READ_MEETING,
    Permission.READ_OWN_TRAIL,
}


def actor(*roles: Role) -> Actor:
    return Actor(uuid4(), "Somebody", frozenset(roles))


def every_set(members: Sequence[Of]) -> list[tuple[Of, ...]]:
    """All subsets, the empty one among them."""
    sizes = range(len(members) + 1)
    return list(chain.from_iterable(combinations(members, size) for size in sizes))


def answer(role: Role, right: Permission, reach: Reach) -> str:
    """The letter of the reach where it carries the right, a dot where not."""
    return reach.value[0] if decide(actor(role), right, {reach}) else "."


def walked() -> str:
    """What `decide` says, in the form of GOLDEN."""
    head = " " * 22 + "clinician  supervisor administrator"
    rows = [
        f"{right:<22}"
        + "  ".join(" ".join(answer(role, right, reach) for reach in Reach) for role in Role)
        for right in Permission
    ]
    return "\n".join(("", head, *rows, ""))


def test_the_whole_policy_is_what_is_written_down_here() -> None:
    assert walked() == GOLDEN


def test_every_right_is_given_to_somebody_by_some_reach() -> None:
    assert set(POLICY) == set(Permission)
    assert all(reaches for held in POLICY.values() for reaches in (held, *held.values()))


@pytest.mark.parametrize("right", Permission)
def test_who_has_no_role_and_who_comes_to_nothing_may_not(right: Permission) -> None:
    nobody = decide(actor(), right, set(Reach))
    assert (bool(nobody), nobody.why_not, nobody.by) == (False, WhyNot.ROLE, None)
    for role in Role:
        nowhere = decide(actor(role), right, ())
        why = WhyNot.REACH if role in POLICY[right] else WhyNot.ROLE
        assert (bool(nowhere), nowhere.why_not, nowhere.by) == (False, why, None)


@pytest.mark.parametrize("right", Permission)
def test_several_roles_and_reaches_give_what_each_pair_gives_and_no_more(right: Permission) -> None:
    """No role lends its rights to the reach of another."""
    for roles in every_set(list(Role)):
        who = actor(*roles)
        assert who.may(right) is any(role in POLICY[right] for role in roles)
        for reaches in every_set(list(Reach)):
            carried = [
                reach
                for reach in reaches
                if any(reach in POLICY[right].get(role, ()) for role in roles)
            ]
            decision = decide(who, right, reaches)
            assert bool(decision) is bool(carried)
            assert decision.by == (carried[0] if carried else None)  # the closest


@pytest.mark.parametrize("right", sorted(CLINICAL))
def test_an_administrator_sees_nothing_clinical_however_they_come_to_it(right: Permission) -> None:
    assert not decide(actor(Role.ADMINISTRATOR), right, set(Reach))


@pytest.mark.parametrize("right", sorted(set(Permission) - {Permission.READ_RECORD}))
def test_an_emergency_opens_the_record_and_nothing_else(right: Permission) -> None:
    assert not decide(actor(*Role), right, {Reach.EMERGENCY})


def test_whoever_covers_treats_and_whoever_supervises_does_not() -> None:
    both = actor(Role.CLINICIAN, Role.SUPERVISOR)
    treats = {
        reach: decide(both, Permission.READ_RECORD, {reach}).treats
        for reach in (Reach.OWN, Reach.COVER, Reach.SUPERVISED, Reach.EMERGENCY)
    }
    assert [reach for reach, true in treats.items() if true] == [Reach.OWN, Reach.COVER]


def test_a_refusal_says_why_and_is_answered_as_what_is_absent() -> None:
    refused = AccessRefused(AccessDecision(Permission.READ_AUDIT, why_not=WhyNot.ROLE))
    assert isinstance(refused, NotPermitted)
    assert refused.decision.why_not is WhyNot.ROLE
    assert refused.message == "read_audit: None of the person's roles carries this right."
