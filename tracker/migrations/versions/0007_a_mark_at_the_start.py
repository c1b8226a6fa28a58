"""One mark at the start of a session, where the practice asks for it"""

from tracker.migrations.helpers import add_columns, json, yes_no

revision = "r0007"
down_revision = "r0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Off in every practice, and empty in every session: nobody was asked before."""
    add_columns("practice", yes_no("start_mark", default=False))
    add_columns("handovers", yes_no("start_mark", default=False))
    add_columns("therapy_sessions", json("start_marks", default="{}"))
