"""Tables: facts, and the constraints that keep them true."""

from tracker.models.accounts import Role, SignIn, SignInFailure, SignInState, SupervisionLink, User
from tracker.models.audit import AuditEntry, AuditHead
from tracker.models.base import Base
from tracker.models.clients import Client, ClientMeasure, Participant
from tracker.models.flags import Flag, FlagAnswer, FlagFinding
from tracker.models.practice import Practice, SentForm
from tracker.models.ratings import Rating, RuleSetting
from tracker.models.sessions import SessionChange, TherapySession

__all__ = [
    "AuditEntry",
    "AuditHead",
    "Base",
    "Client",
    "ClientMeasure",
    "Flag",
    "FlagAnswer",
    "FlagFinding",
    "Participant",
    "Practice",
    "Rating",
    "Role",
    "RuleSetting",
    "SentForm",
    "SessionChange",
    "SignIn",
    "SignInFailure",
    "SignInState",
    "SupervisionLink",
    "TherapySession",
    "User",
]
