"""Writes the pages of docs/ that are made from the code: `make docs`. A house test fails when one of them is stale."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tools import dictionary, measures, rules
from tools.tables import table
from tracker.app import create_app
from tracker.config import Settings
from tracker.domain.access import ALLOWED, Permission, Role
from tracker.domain.answers import LEADS_TO, UNDO_WITHIN, Stage, offered
from tracker.domain.findings import FlagKind, Tier
from tracker.domain.repair_work import BY_CLINICIAN, BY_RATINGS, POSSIBLE, Act, RepairStage
from tracker.domain.risk_rules import UNCHANGED
from tracker.domain.sessions import Status
from tracker.models import SignInState
from tracker.web import words
from tracker.web.flag_words import TIER
from tracker.web.guard import PUBLIC, declared
from tracker.web.repair_words import ACT, STAGE

FOLDER = Path(__file__).resolve().parents[1] / "docs"
MADE = "<!-- Made from the code by `make docs`. Change the code, not this page. -->"


def permissions() -> str:
    """Who may do what, and what each address asks for."""
    roles = list(Role)
    may = [
        (f"`{permission.value}`", *("yes" if role in ALLOWED[permission] else "" for role in roles))
        for permission in Permission
    ]
    return "\n\n".join(
        (
            "# Permissions",
            "A clinician does what a permission says to their own clients, a supervisor to those of the clinicians whom "
            "they supervise on that day, an administrator to the practice. An administrator sees no clinical content. "
            "Whoever may not do it gets the same answer as for something that does not exist.",
            table(("permission", *(words.ROLE[role] for role in roles)), may),
            "## Addresses",
            table(("address", "method", "permission"), _routes()),
        )
    )


def _routes() -> list[tuple[str, str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(instance=Path(folder) / "instance"))
        return sorted(
            (f"`{rule.rule}`", method, _declared(declared(app, rule.endpoint)))
            for rule in app.url_map.iter_rules()
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        )


def _declared(permission: Permission | str | None) -> str:
    if permission is None:
        return "closed"
    return "open to anyone" if permission == PUBLIC else f"`{permission}`"


def life_cycles() -> str:
    """Through which states a flag, a repair, a session and a sign-in go."""
    kinds = {
        Tier.RISK: FlagKind.RISK_ITEM,
        Tier.CHECK_IN: FlagKind.DROP,
        Tier.REVIEW: FlagKind.SLIDE,
    }
    answers = [
        (TIER[tier], words.ANSWER[answer], words.STAGE[LEADS_TO[answer]])
        for tier, kind in kinds.items()
        for answer in offered(tier, kind, UNCHANGED)
    ]
    minutes = int(UNDO_WITHIN.total_seconds() // 60)
    return "\n\n".join(
        (
            "# Life cycles",
            "## Flag",
            "A flag is raised *open* and never deleted. A later answer is a new entry; the last one that was not undone "
            f"counts. An answer can be undone for {minutes} minutes, by an entry of its own.",
            table(("tier", "answer", "leads to"), answers),
            table(
                ("comes about by itself", "when"),
                (
                    (
                        words.STAGE[Stage.SETTLED],
                        "nobody answered, and a drop of strength 1 is back for two ratings running; or the client has rated "
                        "again after a gap",
                    ),
                    (words.STAGE[Stage.WITHDRAWN], "a correction took the reason away"),
                    (
                        "Open again",
                        "a correction made the drop stronger than what was answered, or brought a withdrawn reason back",
                    ),
                    (
                        "Up for review as well",
                        "a check-in of strength 2 or more is still unanswered at the next attended session",
                    ),
                ),
            ),
            "A note asks for nothing and has no answers.",
            "## Repair",
            "The work on a strain. Where it stands is never typed: the ratings decide, unless the clinician says otherwise "
            "with a reason. Entries are never changed; a correction supersedes, and the old one stays readable.",
            table(
                ("stage", "comes about when", "possible then"),
                ((STAGE[s], COMES_ABOUT[s], _acts(s)) for s in RepairStage),
            ),
            "```mermaid",
            "\n".join(_diagram()),
            "```",
            "## Session",
            table(("state", "in words"), ((f"`{s.value}`", words.STATUS[s]) for s in Status)),
            "A correction changes the state, keeps the old one readable with its reason, and has every later finding looked "
            "at again.",
            "## Sign-in",
            table(("state", "what it means"), _sign_in_states()),
        )
    )


COMES_ABOUT = {
    RepairStage.OPEN: "it is opened from a check-in, the session form or the record; or opened again",
    RepairStage.CAME_BACK: "two ratings running, among the five after the fall, are near the base that was frozen with it",
    RepairStage.NOT_BACK: "five ratings later they are not",
    RepairStage.REPAIRED: "the clinician says so, with a reason",
    RepairStage.LEFT: "the clinician says so, with a reason",
}


def _acts(at: RepairStage) -> str:
    return ", ".join(ACT[act][0].lower() + ACT[act][1:] for act in Act if act in POSSIBLE[at])


def _diagram() -> list[str]:
    """The stages and what leads from one to another, from the tables of the domain."""
    lines = ["stateDiagram-v2", "    [*] --> open"]
    lines += [
        f"    open --> {to.value}: by the ratings"
        for to in BY_RATINGS.values()
        if to is not RepairStage.OPEN
    ]
    return lines + [
        f"    {at.value} --> {to.value}: {ACT[act][0].lower() + ACT[act][1:]}"
        for at in RepairStage
        for act, to in BY_CLINICIAN.items()
        if act in POSSIBLE[at]
    ]


def _sign_in_states() -> list[tuple[str, str]]:
    meaning = {
        SignInState.ACTIVE: "the browser is signed in, as long as it is used",
        SignInState.SUSPENDED: "the browser is in a client's hands: no page of the staff opens",
        SignInState.ENDED: "signed out, ended by hand, idle or open for too long, replaced, disabled, or the password changed; for good",
    }
    return [(f"`{state.value}`", meaning[state]) for state in SignInState]


PAGES: dict[str, Callable[[], str]] = {
    "rules.md": rules.page,
    "measures.md": measures.page,
    "permissions.md": permissions,
    "life-cycles.md": life_cycles,
    "data-dictionary.md": dictionary.page,
}


def text_of(name: str) -> str:
    """A page as it must stand in docs/."""
    return f"{MADE}\n\n{PAGES[name]().strip()}\n"


def main() -> None:
    """Write every page."""
    for name in PAGES:
        (FOLDER / name).write_text(text_of(name), encoding="utf-8")
        sys.stdout.write(f"docs/{name}\n")


if __name__ == "__main__":
    main()
