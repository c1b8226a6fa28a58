"""Accounts: who can sign in, and what for."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.people import access
from tracker.domain.people.access import Actor, Permission
from tracker.domain.people.credentials import ACCOUNT_CODE_LASTS
from tracker.models import Client, OneTimeCode, RoleRow, SignIn, User, user_roles
from tracker.services.access import supervision
from tracker.services.access.passwords import end_code
from tracker.services.access.sign_ins import end_all_sign_ins
from tracker.services.office.actors import actor_of, allowed
from tracker.services.office.practice import today
from tracker.services.people import covers
from tracker.services.trail import audit

NAME_LENGTH = 120
STALE = "Somebody else changed this account meanwhile. Both versions are below"


@dataclass(frozen=True)
class AccountDetails:
    """What is said of a person: who they are and what they are here for."""

    email: str
    name: str
    roles: frozenset[access.Role]

    @property
    def tidy(self) -> "AccountDetails":
        """The same without spaces around, the address in small letters."""
        return AccountDetails(self.email.strip().lower(), self.name.strip(), self.roles)


@dataclass(frozen=True)
class Person:
    """An account as the people page shows it. Of clients it knows a number only."""

    user: User
    clients: int
    last_signed_in: datetime | None
    code_until: datetime | None

    @property
    def roles(self) -> list[access.Role]:
        """Their roles, in the order in which these are always named."""
        held = actor_of(self.user).roles
        return [role for role in access.Role if role in held]


def add_account(
    db: Session,
    actor: Actor | None,
    *,
    email: str,
    name: str,
    roles: frozenset[access.Role],
    password_hash: str,
    now: datetime,
) -> User:
    """The new account."""
    by = allowed(actor, Permission.MANAGE_PEOPLE)
    wanted = AccountDetails(email, name, roles).tidy
    problems = _problems(db, wanted)
    if problems:
        raise Incomplete(problems)
    user = User(
        id=uuid4(),
        email=wanted.email,
        name=wanted.name,
        password=password_hash,
        fs_uniquifier=secrets.token_hex(32),
        created_at=now,
        roles=_rows(db, roles),
    )
    db.add(user)
    db.flush()
    audit.record(db, "account.added", actor=by, object_id=user.id, now=now, roles=sorted(roles))
    return user


def edit_account(
    db: Session,
    actor: Actor | None,
    user_id: UUID,
    wanted: AccountDetails,
    version: str,
    *,
    now: datetime,
) -> User:
    """The account with another name, address or roles. `version` is the one that the form was filled in on.

    Links that rest on a role which is taken away end at once.
    """
    by = allowed(actor, Permission.MANAGE_PEOPLE)
    user = _locked(db, user_id)
    before = _details(db, user_id)
    if version != str(user.version):
        raise Incomplete({"version": STALE})
    wanted = wanted.tidy
    lost = before.roles - wanted.roles
    problems = _problems(db, wanted, user) | _role_problem(db, user, lost)
    if problems:
        raise Incomplete(problems)
    fields = [name for name in ("name", "email", "roles") if _differ(before, wanted, name)]
    if fields:
        user.name = wanted.name
        user.email = wanted.email
        user.roles = _rows(db, wanted.roles)
        user.version += 1
        db.flush()
        audit.record(db, "account.changed", actor=by, object_id=user.id, now=now, fields=fields)
        supervision.end_links(db, by, user_id, lost, today=today(db, now), now=now)
        if access.Role.CLINICIAN in lost:
            covers.end_covers(db, by, user_id, now=now)
    return user


def _differ(before: AccountDetails, wanted: AccountDetails, name: str) -> bool:
    return bool(getattr(before, name) != getattr(wanted, name))


def disable(db: Session, actor: Actor | None, user_id: UUID, *, now: datetime) -> User:
    """The account, closed: whoever is signed in with it is out at the next request, and its links, covers and code end.

    NotNow while clients are assigned to it, and for the last active administrator.
    """
    by = allowed(actor, Permission.MANAGE_PEOPLE)
    user = _locked(db, user_id)
    if not user.active:
        return user
    roles = frozenset(access.Role)
    problem = _role_problem(db, user, roles & actor_of(user).roles)
    if problem:
        raise NotNow(f"{problem['roles']}.")
    user.active = False
    user.version += 1
    end_code(db, user_id, "disabled", now=now)
    end_all_sign_ins(db, user_id, reason="disabled", now=now)
    audit.record(db, "account.disabled", actor=by, object_id=user_id, now=now)
    supervision.end_links(db, by, user_id, roles, today=today(db, now), now=now)
    covers.end_covers(db, by, user_id, now=now)
    return user


def enable(db: Session, actor: Actor | None, user_id: UUID, *, now: datetime) -> User:
    """The account, open again with the password it had. Links and covers that ended stay ended."""
    by = allowed(actor, Permission.MANAGE_PEOPLE)
    user = _locked(db, user_id)
    if not user.active:
        user.active = True
        user.version += 1
        audit.record(db, "account.enabled", actor=by, object_id=user_id, now=now)
    return user


def _locked(db: Session, user_id: UUID) -> User:
    """The account, while no other writer changes it or takes the administrator's role from anyone."""
    administrators = select(RoleRow).where(RoleRow.name == access.Role.ADMINISTRATOR)
    db.scalars(administrators.with_for_update()).one()
    query = select(User).where(User.id == user_id).with_for_update(of=User)
    user = db.scalar(query.execution_options(populate_existing=True))
    if user is None:
        raise NotPermitted
    return user


def _details(db: Session, user_id: UUID) -> AccountDetails:
    user = db.get_one(User, user_id)
    return AccountDetails(user.email, user.name, actor_of(user).roles)


def _rows(db: Session, roles: frozenset[access.Role]) -> list[RoleRow]:
    return list(db.scalars(select(RoleRow).where(RoleRow.name.in_(roles))))


def _problems(db: Session, wanted: AccountDetails, user: User | None = None) -> dict[str, str]:
    problems = {}
    same = select(User.id).where(User.email == wanted.email)
    if "@" not in wanted.email or len(wanted.email) > 254:
        problems["email"] = "Enter an e-mail address such as name@practice.example"
    elif db.scalar(same if user is None else same.where(User.id != user.id)):
        problems["email"] = "There is already an account with this e-mail address"
    if not 0 < len(wanted.name) <= NAME_LENGTH:
        problems["name"] = f"Enter the person's name, {NAME_LENGTH} characters at most"
    if not wanted.roles:
        problems["roles"] = "Choose at least one role"
    return problems


def _role_problem(db: Session, user: User, lost: frozenset[access.Role]) -> dict[str, str]:
    """Why these roles cannot be taken from that person now."""
    count = clients_of(db, user.id) if access.Role.CLINICIAN in lost else 0
    if count:
        clients = "1 client is" if count == 1 else f"{count} clients are"
        return {
            "roles": f"{clients} assigned to {user.name}. Reassign clients first, then try again"
        }
    if access.Role.ADMINISTRATOR in lost and user.active and not _other_administrator(db, user):
        return {
            "roles": f"{user.name} is the only active administrator. Give the role to somebody else first"
        }
    return {}


def _other_administrator(db: Session, user: User) -> bool:
    query = select(User.id).join(user_roles, user_roles.c.user_id == User.id)
    query = query.join(RoleRow, RoleRow.id == user_roles.c.role_id)
    others = query.where(
        RoleRow.name == access.Role.ADMINISTRATOR, User.active.is_(True), User.id != user.id
    )
    return db.scalar(others.limit(1)) is not None


def clients_of(db: Session, user_id: UUID) -> int:
    """How many clients are assigned to a person."""
    count = select(func.count()).select_from(Client).where(Client.clinician_id == user_id)
    return db.scalar(count) or 0


def accounts(db: Session) -> list[User]:
    """All accounts by name."""
    return list(db.scalars(select(User).order_by(User.name)))


def people(db: Session, ids: frozenset[UUID]) -> list[User]:
    """These accounts by name."""
    return list(db.scalars(select(User).where(User.id.in_(ids)).order_by(User.name)))


def everyone(db: Session, actor: Actor | None, *, now: datetime) -> list[Person]:
    """All accounts with what an administrator sees of them, the active ones first, by name."""
    allowed(actor, Permission.MANAGE_PEOPLE)
    clients = select(Client.clinician_id, func.count()).group_by(Client.clinician_id)
    latest = select(func.max(SignIn.created_at)).where(SignIn.user_id == User.id)
    signed_in = select(User.id, latest.scalar_subquery())  # not of all sign-ins there ever were
    codes = select(OneTimeCode.user_id, OneTimeCode.made_at).where(
        OneTimeCode.ended_at.is_(None), OneTimeCode.made_at > now - ACCOUNT_CODE_LASTS
    )
    counts = {user_id: count for user_id, count in db.execute(clients)}  # noqa: C416  (rows, not pairs)
    last = {user_id: at for user_id, at in db.execute(signed_in)}  # noqa: C416
    given = {user_id: at + ACCOUNT_CODE_LASTS for user_id, at in db.execute(codes)}
    return [
        Person(
            user,
            counts.get(user.id, 0),
            last.get(user.id),
            given.get(user.id),
        )
        for user in sorted(accounts(db), key=lambda user: not user.active)
    ]


def person(db: Session, actor: Actor | None, user_id: UUID, *, now: datetime) -> Person:
    """One account as the people page shows it; NotPermitted when there is none."""
    account = next((p for p in everyone(db, actor, now=now) if p.user.id == user_id), None)
    if account is None:
        raise NotPermitted
    return account


def by_email(db: Session, email: str) -> User:
    """The account with that address; Incomplete when there is none."""
    user = db.scalar(select(User).where(User.email == email.strip().lower()))
    if user is None:
        raise Incomplete({"email": f"There is no account with the address {email}"})
    return user
