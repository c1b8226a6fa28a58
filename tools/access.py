"""docs/access.md: who may do what, from the table in the domain."""

from tools.tables import table
from tracker.domain.people.access import POLICY, Permission, Reach, Role
from tracker.domain.people.emergency import LASTS
from tracker.web.words import general as words

REACHES: dict[Reach, str] = {
    Reach.OWN: "as the client's clinician, or about oneself as a clinician",
    Reach.COVER: "standing in for that clinician, from the first to the last day of the cover and not after somebody ended it",
    Reach.SUPERVISED: "supervising that clinician, from the first to the last day of the link; of meetings, those that one holds oneself",
    Reach.EMERGENCY: f"having opened this client's record in an emergency, for {LASTS.seconds // 60} minutes and not after closing it",
    Reach.PRACTICE: "no client is reached: the practice, its people, the library, oneself, or a client who is not there yet",
}
RIGHTS: dict[Permission, str] = {
    Permission.SIGNED_IN: "read the library and the help, and keep one's own settings",
    Permission.READ_CASELOAD: "read a caseload, its report, and the questions of supervision about it",
    Permission.READ_RECORD: "read a client's record and print it",
    Permission.ADD_CLIENT: "add a client to one's own caseload",
    Permission.CHANGE_CLIENT: "change a client's details, measures, usual range, and what they are asked",
    Permission.TRANSFER_CLIENT: "hand one client to another clinician",
    Permission.RECORD_SESSION: "log, correct and schedule sessions, and hand the device over",
    Permission.ANSWER_FLAG: "answer a flag, and record the work on a repair",
    Permission.PLAN_CARE: "keep goals, adaptations and objectives",
    Permission.READ_BOARD: "read the board of flags, and save views of it",
    Permission.COMMENT_FLAG: "comment on a flag",
    Permission.SUPERVISE: "sign flags off, note that a client was looked at, hold meetings",
    Permission.READ_REVIEWS: "read what supervision noted about a client, and end what was agreed on",
    Permission.READ_MEETING: "read the agenda of a meeting, and the list of them",
    Permission.READ_OWN_TRAIL: "see what others did with one's own clients",
    Permission.ARRANGE_COVER: "say who covers for a clinician, and end it",
    Permission.BREAK_GLASS: "open a client's record in an emergency, by the client's code",
    Permission.READ_PRACTICE_REPORT: "read the report of the practice",
    Permission.READ_AUDIT: "read the audit log, and what was taken out as files",
    Permission.MANAGE_PEOPLE: "keep accounts, supervision links and reassignments, and see who opened records in an emergency",
    Permission.MANAGE_PRACTICE: "keep the settings of the practice and its thresholds",
    Permission.KEEP_LIBRARY: "check and review the library's texts, and decide on suggestions",
}


def _reaches(right: Permission, role: Role) -> str:
    """The reaches by which a role holds a right, the closest first."""
    held = POLICY[right].get(role, frozenset())
    return ", ".join(reach.value for reach in Reach if reach in held)


def page() -> str:
    """Right by right, which roles hold it and how one must come to the client."""
    rows = [
        (f"`{right}`", RIGHTS[right], *(_reaches(right, role) for role in Role))
        for right in Permission
    ]
    return "\n\n".join(
        (
            "# Access",
            "Who may do what. A role alone opens nothing of a client's: whoever holds it must also come to that client in one of the ways named "
            "in the table. Whoever holds several roles may what each of them may, by its own ways; no role lends its rights to another's. "
            "Administrators see nothing clinical. Whoever may not gets the same answer as for what does not exist.",
            table(("right", "to", *(words.ROLE[role] for role in Role)), rows),
            "## Ways to come to a client",
            table(("way", "what it is"), ((reach.value, REACHES[reach]) for reach in Reach)),
            "## Beside the table",
            "Nobody signs off their own work: not whoever answered the flag or held the session it is about, nor whoever stands in for the "
            "client's clinician on that day. That is said openly, as they read the flag anyway.\n\n"
            "What people write in the library is their own: a suggestion is read by whoever made it and by those who keep the library, a learning "
            "case by whoever works on it, a notice and a saved view by whoever has it.\n\n"
            "Which address asks for which right stands in [Permissions](permissions.md).",
        )
    )
