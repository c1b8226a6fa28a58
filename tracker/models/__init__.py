"""Tables: facts, and the constraints that keep them true."""

from tracker.models.accounts import (
    OneTimeCode,
    RoleRow,
    SignIn,
    SignInFailure,
    SignInState,
    SupervisionLink,
    User,
    UserPreferences,
    user_roles,
)
from tracker.models.adaptations import Adaptation
from tracker.models.audit import AuditEntry, AuditHead
from tracker.models.base import Base
from tracker.models.clients import (
    Client,
    ClientCodes,
    ClientMeasure,
    Participant,
    Reassignment,
    TreatmentEntry,
)
from tracker.models.estimates import PracticeEstimate
from tracker.models.exports import Export, PracticeReport
from tracker.models.flags import Flag, FlagAnswer, FlagFinding
from tracker.models.goals import Goal, GoalEntry, GoalProgress
from tracker.models.handovers import CodeGuess, Handover
from tracker.models.kept import KeptCourse
from tracker.models.library import (
    LearningTry,
    LibraryCheck,
    LibraryReview,
    LibraryRevision,
    Suggestion,
    SuggestionStep,
    UsefulMark,
)
from tracker.models.objectives import Kept, Objective, ObjectiveVersion
from tracker.models.practice import Practice, SentForm
from tracker.models.ratings import Rating, RuleSetting
from tracker.models.repairs import Repair, RepairEntry
from tracker.models.sessions import Reengagement, SessionChange, SessionRemoval, TherapySession
from tracker.models.standing_in import Cover, EmergencyAccess, Notice, NoticeKind
from tracker.models.supervision import (
    Action,
    ClientReview,
    FlagReview,
    Meeting,
    SavedView,
)
from tracker.models.usual_range import UsualRangeStart

__all__ = [
    "Action",
    "Adaptation",
    "AuditEntry",
    "AuditHead",
    "Base",
    "Client",
    "ClientCodes",
    "ClientMeasure",
    "ClientReview",
    "CodeGuess",
    "Cover",
    "EmergencyAccess",
    "Export",
    "Flag",
    "FlagAnswer",
    "FlagFinding",
    "FlagReview",
    "Goal",
    "GoalEntry",
    "GoalProgress",
    "Handover",
    "Kept",
    "KeptCourse",
    "LearningTry",
    "LibraryCheck",
    "LibraryReview",
    "LibraryRevision",
    "Meeting",
    "Notice",
    "NoticeKind",
    "Objective",
    "ObjectiveVersion",
    "OneTimeCode",
    "Participant",
    "Practice",
    "PracticeEstimate",
    "PracticeReport",
    "Rating",
    "Reassignment",
    "Reengagement",
    "Repair",
    "RepairEntry",
    "RoleRow",
    "RuleSetting",
    "SavedView",
    "SentForm",
    "SessionChange",
    "SessionRemoval",
    "SignIn",
    "SignInFailure",
    "SignInState",
    "Suggestion",
    "SuggestionStep",
    "SupervisionLink",
    "TherapySession",
    "TreatmentEntry",
    "UsefulMark",
    "User",
    "UserPreferences",
    "UsualRangeStart",
    "user_roles",
]
