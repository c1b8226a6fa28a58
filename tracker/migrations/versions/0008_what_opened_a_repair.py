"""An entry of a repair points to the answer that opened it, or to the undoing that took it back"""

from tracker.migrations.helpers import add_point

revision = "r0008"
down_revision = "r0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty in every row there is: which answer opened a repair was not kept, so it stays when that one is undone."""
    add_point("repair_entries", "answer_id", "flag_answers")
