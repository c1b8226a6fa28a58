"""Writes the pages of docs/ that are made from the code: `make docs`. A house test fails when one of them is stale."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from tools import access, decisions, dictionary, life_cycles, measures, objectives, rules
from tools.tables import table
from tracker.app import create_app
from tracker.config import Settings
from tracker.domain.people.access import Permission
from tracker.services.installation import NAME, shipped_with
from tracker.web.door.guard import PUBLIC, declared

FOLDER = Path(__file__).resolve().parents[1] / "docs"
MADE = "<!-- Made from the code by `make docs`. Change the code, not this page. -->"


def permissions() -> str:
    """What each address asks for."""
    return "\n\n".join(
        (
            "# Permissions",
            "Which right each address asks for. Who holds it, and how they must come to the client, stands in [Access](access.md). "
            "Whoever may not gets the same answer as for something that does not exist.",
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


PAGES: dict[str, Callable[[], str]] = {
    "rules.md": rules.page,
    "measures.md": measures.page,
    "access.md": access.page,
    "permissions.md": permissions,
    "life-cycles.md": life_cycles.page,
    "objectives.md": objectives.page,
    "data-dictionary.md": dictionary.page,
    "decisions/index.md": decisions.page,
}


def text_of(name: str) -> str:
    """A page as it must stand in docs/."""
    app = Flask(
        "tracker"
    )  # words ask the current application for its measures: here, those that are shipped
    app.config["TRACKER_SESSION_INFO"] = {NAME: shipped_with(b"")}
    with app.app_context():
        return f"{MADE}\n\n{PAGES[name]().strip()}\n"


def main() -> None:
    """Write every page."""
    for name in PAGES:
        (FOLDER / name).write_text(text_of(name), encoding="utf-8")
        sys.stdout.write(f"docs/{name}\n")


if __name__ == "__main__":
    main()
