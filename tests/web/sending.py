"""What the form of a session sends, where to, and what is stored."""

import re

from sqlalchemy import text

from tests.conftest import Cast
from tracker import clock, db


def rated(
    bond: object = 8, goals: object = 8, tasks: object = 8, overall: object = 8, **more: object
) -> dict[str, object]:
    """What the form of a session sends."""
    day = more.pop("day", clock.now().date())
    marks = {"bond": bond, "goals": goals, "tasks": tasks, "overall": overall}
    return {
        "held_on-day": day.day,
        "held_on-month": day.month,
        "held_on-year": day.year,
        "status": "attended",
        "setting": "in_person",
        "no_rating": "in_session",
        **{
            f"session-check.client.{item}": value
            for item, value in marks.items()
            if value is not None
        },
        **more,
    }


def new_url(cast: Cast) -> str:
    return f"/clients/{cast.client_id}/sessions/new"


def rows(table: str) -> int:
    with db.reading() as reading:
        return int(reading.execute(text(f"SELECT count(*) FROM {table}")).scalar() or 0)


def both_versions(page: str) -> list[tuple[str, str, str]]:
    """The rows of "changed meanwhile": what it is about, what is stored, what was being sent."""
    row = r'<th scope="row"[^>]*>(.*?)</th>\s*<td[^>]*>(.*?)</td>\s*<td[^>]*>(.*?)</td>'
    section = re.search(r'<section class="conflict".*?</section>', page, re.DOTALL)
    return re.findall(row, section[0]) if section else []
