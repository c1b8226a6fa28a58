"""What is looked for every hour, and the last sign-in of each person, are found by an index"""

from alembic import op

from tracker.migrations.helpers import create_index

revision = "r0013"
down_revision = "r0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of all hand-overs and sessions there ever were, those that wait are a few."""
    create_index("ix_handovers_not_ended", "handovers", "expires_at", where="ended_at IS NULL")
    create_index(
        "ix_therapy_sessions_asked", "therapy_sessions", "held_on", where="no_rating = 'asked'"
    )
    op.drop_index("ix_sign_ins_user_id", "sign_ins")
    create_index("ix_sign_ins_user_created", "sign_ins", "user_id", "created_at")
