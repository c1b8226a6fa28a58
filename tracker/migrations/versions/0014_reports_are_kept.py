"""The practice's report of a quarter is kept as it was told first"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TABLE = "practice_reports"


def upgrade() -> None:
    """One table, whose rows are written once."""
    op.create_table(
        TABLE,
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
        sa.UniqueConstraint("since", name=op.f(f"uq_{TABLE}_since")),
    )
    name = f"CREATE TRIGGER {TABLE}_no_update BEFORE UPDATE ON {TABLE}"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"{name} BEGIN SELECT RAISE(ABORT, '{TABLE}: rows are written once'); END")
    else:
        op.execute(f"{name} FOR EACH ROW EXECUTE FUNCTION refuse_change()")
