"""Goals with their progress, and adaptations"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ACTS = [
    "set",
    "endorsed",
    "reviewed",
    "reworded",
    "achieved",
    "dropped",
    "taken_up",
    "placed",
    "taken_back",
]
KINDS = ["pacing", "language", "cultural_tailoring", "modality", "other"]


def _one_of(column: str, values: list[str]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def upgrade() -> None:
    """Four tables; all entries are written once."""
    op.create_table(
        "goals",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_goals_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goals")),
    )
    op.create_index(op.f("ix_goals_client_id"), "goals", ["client_id"])
    _entries()
    _progress()
    _adaptations()
    for table in ("goal_entries", "goal_progress", "adaptations"):
        _guard(table)


def _entries() -> None:
    op.create_table(
        "goal_entries",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=24), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("wording", sa.String(length=200), nullable=False),
        sa.Column("line", sa.String(length=200), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(_one_of("act", ACTS), name=op.f("ck_goal_entries_act")),
        sa.CheckConstraint(
            "(act IN ('set', 'placed')) = (place IS NOT NULL)", name=op.f("ck_goal_entries_place")
        ),
        sa.ForeignKeyConstraint(["goal_id"], ["goals.id"], name=op.f("fk_goal_entries_goal_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["users.id"], name=op.f("fk_goal_entries_recorded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["goal_entries.id"], name=op.f("fk_goal_entries_supersedes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_entries")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_goal_entries_supersedes_id")),
    )
    op.create_index(
        "uq_goal_entries_sequence", "goal_entries", ["goal_id", "sequence"], unique=True
    )


def _progress() -> None:
    op.create_table(
        "goal_progress",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("value BETWEEN 0 AND 10", name=op.f("ck_goal_progress_value")),
        sa.ForeignKeyConstraint(["goal_id"], ["goals.id"], name=op.f("fk_goal_progress_goal_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["users.id"], name=op.f("fk_goal_progress_recorded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["therapy_sessions.id"], name=op.f("fk_goal_progress_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["goal_progress.id"], name=op.f("fk_goal_progress_supersedes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_progress")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_goal_progress_supersedes_id")),
    )
    op.create_index(op.f("ix_goal_progress_goal_id"), "goal_progress", ["goal_id"])


def _adaptations() -> None:
    op.create_table(
        "adaptations",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("taken_back", sa.Boolean(), nullable=False),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(_one_of("kind", KINDS), name=op.f("ck_adaptations_kind")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_adaptations_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["users.id"], name=op.f("fk_adaptations_recorded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["adaptations.id"], name=op.f("fk_adaptations_supersedes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adaptations")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_adaptations_supersedes_id")),
    )
    op.create_index(op.f("ix_adaptations_client_id"), "adaptations", ["client_id"])


def _guard(table: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table}: rows are written once'); END"
        )
        return
    op.execute(
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
