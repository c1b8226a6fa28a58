"""Who may do what is decided in one place: nobody else looks at roles, holds ids against the actor's, or asks who
stands in for whom. Each exception says why it is none."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "tracker"
MODULES = {
    str(path.relative_to(PACKAGE)): ast.parse(path.read_text(encoding="utf-8"))
    for folder in ("services", "web")
    for path in sorted((PACKAGE / folder).rglob("*.py"))
}
PEOPLE = "the administration of people: which roles an account has, and who can be linked or chosen"

NAMES_ROLES = {
    "services/access/sign_ins.py": "loads an account with its roles, for the actor",
    "services/access/standing_in.py": "how a clinician comes to a client",
    "services/access/supervision.py": "how a supervisor comes to a client, and the links of people",
    "services/access/notices.py": "who is told as an administrator",
    "services/office/actors.py": "makes the actor from the account",
    "services/record/records.py": "leaves the roles of a clinician unread",
    "services/supervision/caseload.py": "leaves the roles of a clinician unread",
    "services/people/accounts.py": PEOPLE,
    "services/people/reassigning.py": PEOPLE,
    "services/demo/caseload.py": PEOPLE,
    "services/storage/doctor.py": "looks that there is an administrator",
    "web/office/accounts.py": PEOPLE,
    "web/supervision/supervision.py": PEOPLE,
    "web/words/general.py": "the roles in words",
}
HOLDS_IDS_TOGETHER = {
    "services/access/permissions.py": "the verbs",
    "services/access/notices.py": "names the client to their own clinician only",
    "services/access/supervision.py": "the links of a supervisor",
    "services/reports/audit_report.py": "finds one's own clients, after the right was asked for",
    "services/supervision/agenda.py": "which of the two who meet is reading, after the right was asked for",
    "services/supervision/meetings.py": "finds one's own meetings, after the right was asked for",
    "web/door/treating.py": "which buttons a page shows: what they do is guarded by itself",
    "web/care/caseload.py": "one's own home page says other things than a caseload that one covers",
    "web/office/standing_in.py": "speaks to the clinician, or about them",
}
LOOKS_UP_HOW = {
    "services/access/permissions.py": "the verbs",
    "services/access/standing_in.py": "the questions themselves",
    "services/supervision/board_rows.py": "which flags of a board are one's own work, for all of them at once",
    "web/door/treating.py": "which buttons a page shows: what they do is guarded by itself",
    "web/care/heads.py": "says until when an emergency lasts",
}
REFUSES_BY_ITSELF = {
    "services/office/actors.py": "`allowed`, which asks for a right that reaches no client",
    "services/library/suggestions.py": "a suggestion is read by whoever made it as well, and holds nothing of a client",
}
HOW = {"covered", "covered_by", "supervised", "emergency_open", "emergency_of"}


def names_a_role(node: ast.AST) -> bool:
    """True for `Role.X`, for `Role` itself and for the roles of somebody."""
    if isinstance(node, ast.Attribute):
        return node.attr in {"roles", "Role"}
    return isinstance(node, ast.Name) and node.id == "Role"


def holds_ids_together(node: ast.AST) -> bool:
    """True for a clinician or supervisor compared with the actor."""
    if not isinstance(node, ast.Compare):
        return False
    sides = {ast.unparse(side).replace(" ", "") for side in (node.left, *node.comparators)}
    theirs = any(side.endswith(("clinician_id", "supervisor_id")) for side in sides)
    return theirs and bool(sides & {"actor.id", "actor_id", "g.user.id"})


def looks_up_how(node: ast.AST) -> bool:
    """True for a call that asks who stands in, supervises, or has a record open."""
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in HOW


def refuses_by_itself(node: ast.AST) -> bool:
    """True for `if not actor.may(…): raise`."""
    if not isinstance(node, ast.If) or not any(isinstance(each, ast.Raise) for each in node.body):
        return False
    calls = [each for each in ast.walk(node.test) if isinstance(each, ast.Call)]
    return any(isinstance(each.func, ast.Attribute) and each.func.attr == "may" for each in calls)


RULES: list[tuple[Callable[[ast.AST], bool], dict[str, str]]] = [
    (names_a_role, NAMES_ROLES),
    (holds_ids_together, HOLDS_IDS_TOGETHER),
    (looks_up_how, LOOKS_UP_HOW),
    (refuses_by_itself, REFUSES_BY_ITSELF),
]


@pytest.mark.parametrize(
    ("decides", "excepted"), RULES, ids=lambda rule: getattr(rule, "__name__", "")
)
def test_only_these_modules_do_and_each_has_its_reason(
    decides: Callable[[ast.AST], bool], excepted: dict[str, str]
) -> None:
    found = {name for name, tree in MODULES.items() if any(map(decides, ast.walk(tree)))}
    assert found - excepted.keys() == set(), "ask a verb of services/access/permissions.py"
    assert excepted.keys() - found == set(), "these need no exception any more"
    assert all(excepted.values())


@pytest.mark.parametrize(
    ("decides", "wrong", "right"),
    [
        (names_a_role, "Role.CLINICIAN in g.user.roles", "actor.may(Permission.PLAN_CARE)"),
        (holds_ids_together, "client.clinician_id != actor.id", "meeting.clinician_id == who"),
        (looks_up_how, "standing_in.covered(db, actor, day)", "permissions.clinicians_for(db)"),
        (
            refuses_by_itself,
            "if not actor.may(right):\n    raise NotPermitted",
            "if actor.may(right):\n    shown = True",
        ),
    ],
)
def test_each_would_be_found(decides: Callable[[ast.AST], bool], wrong: str, right: str) -> None:
    assert any(map(decides, ast.walk(ast.parse(wrong))))
    assert not any(map(decides, ast.walk(ast.parse(right))))


def public_functions(trees: dict[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """The public functions of modules, each with where it stands."""
    for name, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield node.name, name


def test_what_decides_on_access_has_one_name_and_one_meaning() -> None:
    """Neither among themselves nor anywhere else in services or at the door."""
    deciding = {"services/access/permissions.py", "web/door/treating.py"}
    among = {n: t for n, t in MODULES.items() if n.startswith(("services/", "web/door/"))}
    counted = Counter(name for name, _ in public_functions(among))
    own = [name for name, where in public_functions(among) if where in deciding]
    assert len(own) > 15
    assert [name for name in own if counted[name] > 1] == []
