"""The answers about tension in a session, and what the therapist saw of a strain"""

from tracker.migrations.helpers import add_columns, enum_value, json, yes_no

revision = "r0005"
down_revision = "r0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty in every row there is: nobody was asked before."""
    add_columns(
        "ratings",
        enum_value("strain", null=True),
        enum_value("strain_settled", null=True),
        yes_no("strain_blind", null=True),
    )
    add_columns("therapy_sessions", json("markers", default="[]"))
    add_columns("repair_entries", json("markers", default="[]"))
