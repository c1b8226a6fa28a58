"""Each rating keeps the version of the rules that looked at it first"""

from alembic import op

from tracker.migrations.helpers import text

revision = "r0004"
down_revision = "r0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty in every row there is: rules before 2026.9 looked at it first, and go on to decide it."""
    op.add_column("ratings", text("rules_version", 16, null=True))
