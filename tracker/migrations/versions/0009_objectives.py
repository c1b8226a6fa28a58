"""Objectives and their versions"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KINDS = ["goals", "reached", "addressed", "adapted", "attended", "complete"]
KEPT = ["open", "closed", "taken_back"]


def _one_of(column: str, values: list[str]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def upgrade() -> None:
    """Two tables; versions are written once."""
    op.create_table(
        "objectives",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_objectives_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objectives")),
    )
    op.create_index(op.f("ix_objectives_client_id"), "objectives", ["client_id"])
    _versions()
    _guard()


def _versions() -> None:
    op.create_table(
        "objective_versions",
        sa.Column("objective_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("wording", sa.String(length=300), nullable=False),
        sa.Column("mechanism", sa.String(length=300), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("kept", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(_one_of("kind", KINDS), name=op.f("ck_objective_versions_kind")),
        sa.CheckConstraint(_one_of("kept", KEPT), name=op.f("ck_objective_versions_kept")),
        sa.CheckConstraint("due_on > starts_on", name=op.f("ck_objective_versions_days")),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objectives.id"], name=op.f("fk_objective_versions_objective_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["users.id"], name=op.f("fk_objective_versions_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective_versions")),
    )
    op.create_index(
        "uq_objective_versions_sequence",
        "objective_versions",
        ["objective_id", "sequence"],
        unique=True,
    )


def _guard() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER objective_versions_no_update BEFORE UPDATE ON objective_versions "
            "BEGIN SELECT RAISE(ABORT, 'objective_versions: rows are written once'); END"
        )
        return
    op.execute(
        "CREATE TRIGGER objective_versions_no_update BEFORE UPDATE ON objective_versions "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
