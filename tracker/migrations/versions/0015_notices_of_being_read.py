"""More kinds of notices: that somebody covers for one, or supervises one; that a draft waits for one"""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KINDS = "'emergency', 'transferred', 'covering', 'covered', 'supervised', 'drafted'"


def upgrade() -> None:
    """The check of one column, replaced. There is no trigger on the table that would have to be made anew."""
    with op.batch_alter_table("notices") as batch:
        batch.drop_constraint(op.f("ck_notices_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_notices_kind"), f"kind IN ({KINDS})")
