"""Who may do what, on one page: `POLICY` says for each right which roles hold it, and by which reach.

A role alone opens nothing of a client's: whoever holds it must also come to that client, by treating them, by standing
in, by supervising, or in an emergency. `decide` is the only reader of the table; the verbs of
`services/access/permissions.py` look up how somebody comes to a client, and ask it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from tracker.domain.errors import NotPermitted


class Role(StrEnum):
    """What a person is here for; one person can hold several."""

    CLINICIAN = "clinician"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """One for each kind of act. A route that declares none is closed."""

    SIGNED_IN = "signed_in"
    READ_CASELOAD = "read_caseload"
    READ_RECORD = "read_record"
    ADD_CLIENT = "add_client"
    CHANGE_CLIENT = "change_client"
    TRANSFER_CLIENT = "transfer_client"
    RECORD_SESSION = "record_session"
    ANSWER_FLAG = "answer_flag"
    PLAN_CARE = "plan_care"
    READ_BOARD = "read_board"
    COMMENT_FLAG = "comment_flag"
    SUPERVISE = "supervise"
    READ_REVIEWS = "read_reviews"
    READ_MEETING = "read_meeting"
    READ_OWN_TRAIL = "read_own_trail"
    ARRANGE_COVER = "arrange_cover"
    BREAK_GLASS = "break_glass"
    READ_PRACTICE_REPORT = "read_practice_report"
    READ_AUDIT = "read_audit"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_PRACTICE = "manage_practice"
    KEEP_LIBRARY = "keep_library"


class Reach(StrEnum):
    """How somebody comes to a client, or to a clinician's caseload; the closest first."""

    OWN = "own"
    COVER = "cover"
    SUPERVISED = "supervised"
    EMERGENCY = "emergency"
    PRACTICE = "practice"  # no client is reached by it


_OWN = frozenset({Reach.OWN})
_TREATING = frozenset({Reach.OWN, Reach.COVER})
_SUPERVISED = frozenset({Reach.SUPERVISED})
_EMERGENCY = frozenset({Reach.EMERGENCY})
_PRACTICE = frozenset({Reach.PRACTICE})

POLICY: Mapping[Permission, Mapping[Role, frozenset[Reach]]] = {
    Permission.SIGNED_IN: dict.fromkeys(Role, _PRACTICE),
    Permission.READ_CASELOAD: {Role.CLINICIAN: _TREATING, Role.SUPERVISOR: _SUPERVISED},
    Permission.READ_RECORD: {
        Role.CLINICIAN: _TREATING | _EMERGENCY,
        Role.SUPERVISOR: _SUPERVISED | _EMERGENCY,
    },
    Permission.ADD_CLIENT: {Role.CLINICIAN: _PRACTICE},
    Permission.CHANGE_CLIENT: {Role.CLINICIAN: _TREATING},
    Permission.TRANSFER_CLIENT: {Role.CLINICIAN: _OWN},
    Permission.RECORD_SESSION: {Role.CLINICIAN: _TREATING},
    Permission.ANSWER_FLAG: {Role.CLINICIAN: _TREATING},
    Permission.PLAN_CARE: {Role.CLINICIAN: _TREATING},
    Permission.READ_BOARD: {Role.SUPERVISOR: _SUPERVISED},
    Permission.COMMENT_FLAG: {Role.CLINICIAN: _TREATING, Role.SUPERVISOR: _SUPERVISED},
    Permission.SUPERVISE: {Role.SUPERVISOR: _SUPERVISED},
    Permission.READ_REVIEWS: {Role.CLINICIAN: _TREATING, Role.SUPERVISOR: _SUPERVISED},
    # A meeting is for the two who meet: whoever stands in for the clinician is not one of them.
    Permission.READ_MEETING: {Role.CLINICIAN: _OWN, Role.SUPERVISOR: _SUPERVISED},
    Permission.READ_OWN_TRAIL: {Role.CLINICIAN: _OWN},
    Permission.ARRANGE_COVER: {Role.CLINICIAN: _OWN, Role.ADMINISTRATOR: _PRACTICE},
    Permission.BREAK_GLASS: {Role.CLINICIAN: _PRACTICE, Role.SUPERVISOR: _PRACTICE},
    Permission.READ_PRACTICE_REPORT: {Role.ADMINISTRATOR: _PRACTICE},
    Permission.READ_AUDIT: {Role.ADMINISTRATOR: _PRACTICE},
    Permission.MANAGE_PEOPLE: {Role.ADMINISTRATOR: _PRACTICE},
    Permission.MANAGE_PRACTICE: {Role.ADMINISTRATOR: _PRACTICE},
    Permission.KEEP_LIBRARY: {Role.SUPERVISOR: _PRACTICE},
}


@dataclass(frozen=True)
class Actor:
    """The person a service acts for."""

    id: UUID
    name: str
    roles: frozenset[Role]

    def may(self, permission: Permission, by: Reach | None = None) -> bool:
        """True when any of the actor's roles carries the permission; with `by`, when it carries it by that reach."""
        held = POLICY[permission]
        reaches = [held[role] for role in self.roles if role in held]
        return any(by in each for each in reaches) if by else bool(reaches)


class WhyNot(StrEnum):
    """Why somebody may not; of these only the last is ever shown, as the others would tell that a thing exists."""

    ABSENT = "There is nothing of that kind."
    ROLE = "None of the person's roles carries this right."
    REACH = (
        "A role carries this right, but the person does not come to it in a way that it goes by."
    )
    OWN_WORK = (
        "You answered this flag, or held the session it is about. Somebody else has to sign it off."
    )


@dataclass(frozen=True)
class AccessDecision:
    """The answer to one question: by which reach somebody may, or why not. True when they may."""

    right: Permission
    by: Reach | None = None
    why_not: WhyNot | None = None

    def __bool__(self) -> bool:
        return self.why_not is None

    @property
    def treats(self) -> bool:
        """True for the client's clinician and for whoever stands in for them."""
        return self.by in _TREATING


class AccessRefused(NotPermitted):
    """NotPermitted, with the decision behind it: for tests and whoever debugs, never for a page."""

    def __init__(self, decision: AccessDecision) -> None:
        super().__init__(f"{decision.right}: {decision.why_not}")
        self.decision = decision


def decide(actor: Actor, right: Permission, held: Collection[Reach]) -> AccessDecision:
    """Whether the actor may do this to what they come to by these reaches: by the closest that carries the right."""
    if not actor.may(right):
        return AccessDecision(right, why_not=WhyNot.ROLE)
    for reach in Reach:
        if reach in held and actor.may(right, reach):
            return AccessDecision(right, by=reach)
    return AccessDecision(right, why_not=WhyNot.REACH)
