"""Each client counts the changes of their course, and what pages read of it is kept beside"""

import sqlalchemy as sa

from tracker.migrations.helpers import (
    add_columns,
    count_changes,
    create_table,
    point,
    text,
    whole,
)

revision = "r0011"
down_revision = "r0010"
branch_labels = None
depends_on = None

OF_CLIENT = ("therapy_sessions", "flags", "repairs", "participants", "client_measures")
OF_SESSION = ("ratings", "reengagements")
OF_FLAG = ("flag_findings", "flag_answers")


def upgrade() -> None:
    """Nothing is kept of any client at first: it comes with the next change, or by `tracker database rebuild`."""
    add_columns("clients", sa.Column("changes", sa.Integer(), nullable=False, server_default="0"))
    create_table(
        "kept_courses",
        point("client_id", "clients"),
        whole("changes"),
        text("made_with", 64),
        sa.Column("line", sa.LargeBinary(), nullable=False),
        primary=("client_id",),
    )
    count_changes("clients", "id", columns="age_band")
    for table in OF_CLIENT:
        count_changes(table, "client_id")
    for table in OF_SESSION:
        count_changes(table, "session_id", through="therapy_sessions")
    for table in OF_FLAG:
        count_changes(table, "flag_id", through="flags")
    count_changes("repair_entries", "repair_id", through="repairs")
