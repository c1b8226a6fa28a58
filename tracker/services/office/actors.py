"""The person a service acts for."""

from uuid import UUID

from tracker.domain.people import access
from tracker.domain.people.access import AccessDecision, AccessRefused, Actor, Permission, WhyNot
from tracker.models import User


def actor_of(user: User) -> Actor:
    """The account as the person a service acts for."""
    roles = frozenset(access.Role(role.name) for role in user.roles)
    return Actor(id=user.id, name=user.name, roles=roles)


def allowed(actor: Actor | None, permission: Permission) -> UUID | None:
    """The id of who may do this, for the audit; AccessRefused for who has no role that may. Whose client it
    is, where it is about one, is not asked here.

    None stands for the command line, which whoever owns the machine may use.
    """
    if actor is None:
        return None
    if not actor.may(permission):
        raise AccessRefused(AccessDecision(permission, why_not=WhyNot.ROLE))
    return actor.id
