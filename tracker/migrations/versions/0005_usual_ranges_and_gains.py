"""Usual ranges that begin anew, and two more kinds of notes"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KINDS = [
    "risk_item",
    "drop",
    "wants_to_talk",
    "slide",
    "early_level",
    "first_crossing",
    "low_item",
    "outcome_worse",
    "no_improvement",
    "therapist_drop",
    "therapist_above",
    "no_rating_lately",
    "not_back",
    "came_back",
    "ceiling",
    "flat",
    "client_above",
    "declined",
    "input_changed",
    "sudden_gain",
    "recovered",
]
ONCE = "rows are written once"


def upgrade() -> None:
    """A table for where a usual range begins anew; findings can be a sudden gain or a recovery."""
    op.create_table(
        "usual_range_starts",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("measure_key", sa.String(length=40), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("begins", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_usual_range_starts_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["therapy_sessions.id"], name=op.f("fk_usual_range_starts_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["set_by_id"], ["users.id"], name=op.f("fk_usual_range_starts_set_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usual_range_starts")),
    )
    op.create_index(
        op.f("ix_usual_range_starts_client_id"), "usual_range_starts", ["client_id"], unique=False
    )
    kinds = f"kind IN ({', '.join(repr(kind) for kind in KINDS)})"
    with op.batch_alter_table("flag_findings") as batch:
        batch.drop_constraint(op.f("ck_flag_findings_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_flag_findings_kind"), kinds)
    _guards()


def _guards() -> None:
    """SQLite built the table of findings anew, without the trigger that refuses to change its rows."""
    if op.get_bind().dialect.name == "sqlite":
        for table in ("flag_findings", "usual_range_starts"):
            op.execute(
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: {ONCE}'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER usual_range_starts_no_update BEFORE UPDATE ON usual_range_starts "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
