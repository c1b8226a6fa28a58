"""A logged session can be taken back, or moved to the record it belongs in"""

from tracker.migrations.helpers import (
    add_columns,
    create_index,
    create_table,
    enum_value,
    key,
    moment,
    point,
    text,
    whole,
    write_once,
)

revision = "r0016"
down_revision = "r0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every session counts where it was entered."""
    add_columns(
        "therapy_sessions",
        enum_value("removed", null=True),
        whole("number_before", null=True),
    )
    create_table(
        "session_removals",
        key(),
        point("session_id", "therapy_sessions"),
        whole("sequence"),
        enum_value("act"),
        point("to_session_id", "therapy_sessions", null=True),
        text("reason", 200),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        unique=(("session_id", "sequence"),),
        checks={"destination": "(act = 'moved') = (to_session_id IS NOT NULL)"},
        indexed=("to_session_id",),
    )
    write_once("session_removals")
    create_index(
        "ix_notices_client_id", "notices", "client_id"
    )  # a client without any is taken back
