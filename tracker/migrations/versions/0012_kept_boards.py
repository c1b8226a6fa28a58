"""What a supervision board counts of each client is kept beside their line, and what supervision says is counted"""

import sqlalchemy as sa
from alembic import op

from tracker.migrations.helpers import count_changes, create_table, day, point, text, whole

revision = "r0012"
down_revision = "r0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was kept says nothing of boards: it is thrown away, and comes again with the next change."""
    op.drop_table("kept_courses")
    create_table(
        "kept_courses",
        point("client_id", "clients"),
        whole("changes"),
        text("made_with", 64),
        sa.Column("line", sa.LargeBinary(), nullable=False),
        sa.Column("board", sa.LargeBinary(), nullable=False),
        day("board_until", null=True),
        primary=("client_id",),
    )
    count_changes("flag_reviews", "flag_id", through="flags")
