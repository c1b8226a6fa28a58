"""People and settings"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """People and settings"""
    op.create_table(
        "user_preferences",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("theme", sa.String(length=24), nullable=False),
        sa.Column("density", sa.String(length=24), nullable=False),
        sa.Column("own_rating", sa.Boolean(), nullable=False),
        sa.Column("shortcuts", sa.Boolean(), nullable=False),
        sa.Column("pin_hash", sa.String(length=255), nullable=True),
        sa.CheckConstraint(
            "density IN ('comfortable', 'compact')", name=op.f("ck_user_preferences_density")
        ),
        sa.CheckConstraint(
            "theme IN ('system', 'light', 'dark')", name=op.f("ck_user_preferences_theme")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_user_preferences_user_id")
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_user_preferences")),
    )
    op.create_table(
        "one_time_codes",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.String(length=24), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (end_reason IS NULL)", name=op.f("ck_one_time_codes_ended")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["users.id"], name=op.f("fk_one_time_codes_made_by_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_one_time_codes_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_codes")),
    )
    op.create_index(
        "uq_one_time_codes_open",
        "one_time_codes",
        ["user_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "reassignments",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_reassignments_two_people")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_reassignments_client_id")
        ),
        sa.ForeignKeyConstraint(["from_id"], ["users.id"], name=op.f("fk_reassignments_from_id")),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["users.id"], name=op.f("fk_reassignments_made_by_id")
        ),
        sa.ForeignKeyConstraint(["to_id"], ["users.id"], name=op.f("fk_reassignments_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reassignments")),
    )
    for column in ("client_id", "from_id", "to_id"):
        op.create_index(op.f(f"ix_reassignments_{column}"), "reassignments", [column])
    op.add_column(
        "sign_ins", sa.Column("device", sa.String(length=40), nullable=False, server_default="")
    )
    op.add_column("practice", sa.Column("measures", sa.JSON(), nullable=True))
    with op.batch_alter_table("rule_settings") as batch_op:
        batch_op.alter_column("set_by_id", existing_type=sa.Uuid(), nullable=True)
    _guard("reassignments")
    if op.get_bind().dialect.name == "sqlite":  # there the table was made anew, without its trigger
        _guard("rule_settings")


def _guard(table: str) -> None:
    """The database itself refuses to change rows of this table."""
    name = f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"{name} BEGIN SELECT RAISE(ABORT, '{table}: rows are written once'); END")
    else:
        op.execute(f"{name} FOR EACH ROW EXECUTE FUNCTION refuse_change()")
