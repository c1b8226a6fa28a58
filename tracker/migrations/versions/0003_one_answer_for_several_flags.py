"""An answer that was given with the answer to another flag points to it"""

from tracker.migrations.helpers import add_point

revision = "r0003"
down_revision = "r0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty in every row there is: until now each flag was answered by itself."""
    add_point("flag_answers", "given_with_id", "flag_answers")
