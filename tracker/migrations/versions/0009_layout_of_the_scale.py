"""How the answers lay on the screen is kept with each rating"""

from tracker.migrations.helpers import add_columns, enum_value, json

revision = "r0009"
down_revision = "r0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty in every row there is: it was not asked before."""
    add_columns("ratings", enum_value("scale_layout", null=True))
    add_columns("handovers", json("scale_layouts", default="{}"))
