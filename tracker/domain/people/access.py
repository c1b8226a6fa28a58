"""Who may do what: one table, read by the guard of every route and by every service.

role            may
clinician       everything about the clients assigned to them, and about those of whom they cover for on that day
supervisor      read the caseloads of those they supervise and sign their flags off, while the link lasts; keep
                the library
administrator   run the practice; sees no clinical content
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


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
    RECORD_SESSION = "record_session"
    ANSWER_FLAG = "answer_flag"
    PLAN_CARE = "plan_care"
    READ_BOARD = "read_board"
    COMMENT_FLAG = "comment_flag"
    SUPERVISE = "supervise"
    READ_MEETING = "read_meeting"
    BREAK_GLASS = "break_glass"
    READ_PRACTICE_REPORT = "read_practice_report"
    READ_AUDIT = "read_audit"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_PRACTICE = "manage_practice"
    KEEP_LIBRARY = "keep_library"


ALLOWED: dict[Permission, frozenset[Role]] = {
    Permission.SIGNED_IN: frozenset(Role),
    Permission.READ_CASELOAD: frozenset({Role.CLINICIAN, Role.SUPERVISOR}),
    Permission.READ_RECORD: frozenset({Role.CLINICIAN, Role.SUPERVISOR}),
    Permission.ADD_CLIENT: frozenset({Role.CLINICIAN}),
    Permission.CHANGE_CLIENT: frozenset({Role.CLINICIAN}),
    Permission.RECORD_SESSION: frozenset({Role.CLINICIAN}),
    Permission.ANSWER_FLAG: frozenset({Role.CLINICIAN}),
    Permission.PLAN_CARE: frozenset({Role.CLINICIAN}),
    Permission.READ_BOARD: frozenset({Role.SUPERVISOR}),
    Permission.COMMENT_FLAG: frozenset({Role.CLINICIAN, Role.SUPERVISOR}),
    Permission.SUPERVISE: frozenset({Role.SUPERVISOR}),
    Permission.READ_MEETING: frozenset({Role.CLINICIAN, Role.SUPERVISOR}),
    Permission.BREAK_GLASS: frozenset({Role.CLINICIAN, Role.SUPERVISOR}),
    Permission.READ_PRACTICE_REPORT: frozenset({Role.ADMINISTRATOR}),
    Permission.READ_AUDIT: frozenset({Role.ADMINISTRATOR}),
    Permission.MANAGE_PEOPLE: frozenset({Role.ADMINISTRATOR}),
    Permission.MANAGE_PRACTICE: frozenset({Role.ADMINISTRATOR}),
    Permission.KEEP_LIBRARY: frozenset({Role.SUPERVISOR}),
}


@dataclass(frozen=True)
class Actor:
    """The person a service acts for."""

    id: UUID
    name: str
    roles: frozenset[Role]

    def may(self, permission: Permission) -> bool:
        """True when any of the actor's roles carries the permission."""
        return not self.roles.isdisjoint(ALLOWED[permission])


def may_open(
    actor: Actor,
    permission: Permission,
    *,
    clinician: UUID,
    supervised: frozenset[UUID],
    covered: frozenset[UUID] = frozenset(),
) -> bool:
    """True when the actor may do this to a client of `clinician`.

    A clinician reaches their own clients, and those of the clinicians in `covered` (for whom they stand in today); a
    supervisor reads those of the clinicians in `supervised` (the links that hold today). Whoever is both reaches both,
    each with that role's permissions only.
    """
    roles = ALLOWED[permission]
    own = clinician in {actor.id, *covered} and Role.CLINICIAN in roles & actor.roles
    reads = clinician in supervised and Role.SUPERVISOR in roles & actor.roles
    return own or reads
