"""Repairs and their entries"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ACTS = ["opened", "talked", "planned", "done", "let_go", "repaired", "left", "reopened"]
RUPTURES = ["withdrawal", "confrontation", "both", "not_a_rupture"]


def _one_of(column: str, values: list[str]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def upgrade() -> None:
    """Two tables; entries are written once."""
    op.create_table(
        "repairs",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("flag_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_repairs_client_id")),
        sa.ForeignKeyConstraint(["flag_id"], ["flags.id"], name=op.f("fk_repairs_flag_id")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["therapy_sessions.id"], name=op.f("fk_repairs_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repairs")),
        sa.UniqueConstraint("flag_id", name=op.f("uq_repairs_flag_id")),
    )
    op.create_index(op.f("ix_repairs_client_id"), "repairs", ["client_id"], unique=False)
    _entries()
    _guard()


def _entries() -> None:
    op.create_table(
        "repair_entries",
        sa.Column("repair_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=24), nullable=False),
        sa.Column("rupture", sa.String(length=24), nullable=True),
        sa.Column("moves", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(_one_of("act", ACTS), name=op.f("ck_repair_entries_act")),
        sa.CheckConstraint(_one_of("rupture", RUPTURES), name=op.f("ck_repair_entries_rupture")),
        sa.CheckConstraint(
            "(act IN ('done', 'let_go')) = (step_id IS NOT NULL)",
            name=op.f("ck_repair_entries_step"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["users.id"], name=op.f("fk_repair_entries_recorded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["repair_id"], ["repairs.id"], name=op.f("fk_repair_entries_repair_id")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["repair_entries.id"], name=op.f("fk_repair_entries_step_id")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["repair_entries.id"], name=op.f("fk_repair_entries_supersedes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repair_entries")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_repair_entries_supersedes_id")),
    )
    op.create_index(
        "uq_repair_entries_sequence", "repair_entries", ["repair_id", "sequence"], unique=True
    )


def _guard() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER repair_entries_no_update BEFORE UPDATE ON repair_entries "
            "BEGIN SELECT RAISE(ABORT, 'repair_entries: rows are written once'); END"
        )
        return
    op.execute(
        "CREATE TRIGGER repair_entries_no_update BEFORE UPDATE ON repair_entries "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
