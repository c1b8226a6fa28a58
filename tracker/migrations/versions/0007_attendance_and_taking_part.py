"""Sessions scheduled ahead, how the client took part, conversations about coming back"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
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
    "missed",
    "late_again",
    "tasks_not_done",
    "nothing_voiced",
]
TASKS = ["done", "partly", "not_done", "none_agreed"]
OBSERVED = ["asked_questions", "disagreed", "brought_unasked", "set_agenda"]
QUESTIONS = ["still_useful", "right_things", "not_working"]


def _one_of(column: str, values: list[str]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def upgrade() -> None:
    """More columns of a session, a table of conversations, four more kinds of findings."""
    with op.batch_alter_table("therapy_sessions") as batch:
        batch.add_column(sa.Column("task", sa.String(length=24), nullable=True))
        for name in OBSERVED:
            batch.add_column(sa.Column(name, sa.Boolean(), nullable=True))
        for name in QUESTIONS:
            batch.add_column(
                sa.Column(name, sa.String(length=200), nullable=False, server_default="")
            )
        batch.add_column(sa.Column("taken_off_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_check_constraint(op.f("ck_therapy_sessions_task"), _one_of("task", TASKS))
    with op.batch_alter_table("therapy_sessions") as batch:
        for name in QUESTIONS:
            batch.alter_column(name, server_default=None)
    with op.batch_alter_table("flag_findings") as batch:
        batch.drop_constraint(op.f("ck_flag_findings_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_flag_findings_kind"), _one_of("kind", KINDS))
    _reengagements()
    _guards()


def _reengagements() -> None:
    op.create_table(
        "reengagements",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["therapy_sessions.id"], name=op.f("fk_reengagements_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["users.id"], name=op.f("fk_reengagements_recorded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["reengagements.id"], name=op.f("fk_reengagements_supersedes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reengagements")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_reengagements_supersedes_id")),
    )
    op.create_index(op.f("ix_reengagements_session_id"), "reengagements", ["session_id"])


def _guards() -> None:
    """SQLite built the table of findings anew, without the trigger that refuses to change its rows."""
    if op.get_bind().dialect.name == "sqlite":
        for table in ("flag_findings", "reengagements"):
            op.execute(
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are written once'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER reengagements_no_update BEFORE UPDATE ON reengagements "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
