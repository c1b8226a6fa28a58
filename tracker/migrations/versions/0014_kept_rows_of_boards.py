"""What the rows of a supervision board say is kept beside what the board counts"""

import sqlalchemy as sa
from alembic import op

from tracker.migrations.helpers import create_table, day, point, text, whole

revision = "r0014"
down_revision = "r0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was kept says nothing of rows: it is thrown away, and made again."""
    op.drop_table("kept_courses")
    create_table(
        "kept_courses",
        point("client_id", "clients"),
        whole("changes"),
        text("made_with", 64),
        sa.Column("line", sa.LargeBinary(), nullable=False),
        sa.Column("board", sa.LargeBinary(), nullable=False),
        day("board_until", null=True),
        sa.Column("board_rows", sa.LargeBinary(), nullable=False),
        primary=("client_id",),
    )
