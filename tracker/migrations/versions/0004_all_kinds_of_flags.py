"""All kinds of flags, and answers that can be undone"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
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
]
ANSWERS = [
    "talked",
    "explained",
    "preferred_not",
    "next_session",
    "not_today",
    "entered_wrongly",
    "supervision",
    "risk_asked",
    "risk_plan",
    "risk_involved",
    "risk_unchanged",
    "reviewed",
    "changed",
    "undone",
]
UNDONE = "(answer = 'undone') = (undoes_id IS NOT NULL)"


def _one_of(column: str, values: list[str]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def upgrade() -> None:
    """A flag says what it is about; what was there so far were check-ins."""
    with op.batch_alter_table("flags") as batch:
        batch.add_column(
            sa.Column("concern", sa.String(24), server_default="check_in", nullable=False)
        )
        batch.drop_index("uq_flags_place")
        place = ["session_id", "measure_key", "rater", "participant_id", "concern"]
        batch.create_index("uq_flags_place", place, unique=True)
    with op.batch_alter_table("flags") as batch:
        batch.alter_column("concern", server_default=None)
    with op.batch_alter_table("flag_findings") as batch:
        batch.alter_column("rating_id", nullable=True, existing_type=sa.Uuid())
        batch.drop_constraint(op.f("ck_flag_findings_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_flag_findings_kind"), _one_of("kind", KINDS))
    with op.batch_alter_table("flag_answers") as batch:
        batch.add_column(sa.Column("undoes_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_flag_answers_undoes_id"), "flag_answers", ["undoes_id"], ["id"]
        )
        batch.create_unique_constraint(op.f("uq_flag_answers_undoes_id"), ["undoes_id"])
        batch.drop_constraint(op.f("ck_flag_answers_answer"), type_="check")
        batch.create_check_constraint(op.f("ck_flag_answers_answer"), _one_of("answer", ANSWERS))
        batch.create_check_constraint(op.f("ck_flag_answers_undone"), UNDONE)
    if op.get_bind().dialect.name == "sqlite":
        _guards_again()


def _guards_again() -> None:
    """SQLite builds a changed table anew, without the trigger that refuses to change its rows."""
    for table in ("flag_findings", "flag_answers"):
        op.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table}: rows are written once'); END"
        )
