"""Hand-overs: clients rate by themselves, in their language, and several people of one record"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
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
    "partners_apart",
    "declined",
    "input_changed",
    "sudden_gain",
    "recovered",
    "missed",
    "late_again",
    "tasks_not_done",
    "nothing_voiced",
]
WHY = ["not_asked", "declined", "asked", "not_given"]
WAYS = ["tablet", "code", "link"]
STATES = ["waiting", "open", "sent", "declined", "partial", "unanswered", "cancelled"]
RUNNING = sa.text("state IN ('waiting', 'open')")
# What was in use with clients is asked from now on: the alliance at the end of a session, the outcome at its start.
ASKED = (("end", ("session-check", "alliance-items")), ("start", ("wellbeing-check",)))


def _one_of(column: str, values: list[str]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def upgrade() -> None:
    """Two tables; a client's language, what is asked of whom, and who rates; one more kind of finding."""
    with op.batch_alter_table("therapy_sessions") as batch:
        batch.drop_constraint(op.f("ck_therapy_sessions_no_rating"), type_="check")
        batch.create_check_constraint(
            op.f("ck_therapy_sessions_no_rating"), _one_of("no_rating", WHY)
        )
    with op.batch_alter_table("flag_findings") as batch:
        batch.drop_constraint(op.f("ck_flag_findings_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_flag_findings_kind"), _one_of("kind", KINDS))
    if op.get_bind().dialect.name == "sqlite":  # built anew, without the trigger on it
        op.execute(
            "CREATE TRIGGER flag_findings_no_update BEFORE UPDATE ON flag_findings "
            "BEGIN SELECT RAISE(ABORT, 'flag_findings: rows are written once'); END"
        )
    op.add_column("participants", sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("clients") as batch:
        batch.add_column(
            sa.Column("language", sa.String(length=8), nullable=False, server_default="en")
        )
        batch.create_check_constraint(op.f("ck_clients_language"), "language IN ('en', 'de')")
    with op.batch_alter_table("clients") as batch:
        batch.alter_column("language", server_default=None)
    with op.batch_alter_table("client_measures") as batch:
        batch.add_column(sa.Column("asked", sa.String(length=24), nullable=True))
        batch.create_check_constraint(op.f("ck_client_measures_asked"), "asked IN ('start', 'end')")
    with op.batch_alter_table("practice") as batch:
        batch.add_column(
            sa.Column("own_ratings_shown", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("practice") as batch:
        batch.alter_column("own_ratings_shown", server_default=None)
    _ask()
    _handovers()
    op.create_table(
        "code_guesses",
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_guesses")),
    )
    op.create_index(op.f("ix_code_guesses_at"), "code_guesses", ["at"])


def _ask() -> None:
    for moment, keys in ASKED:
        of_kind = f"measure_key IN ({', '.join(repr(key) for key in keys)})"
        first = (
            "position = (SELECT min(other.position) FROM client_measures AS other "
            f"WHERE other.client_id = client_measures.client_id AND other.{of_kind})"
        )
        op.execute(f"UPDATE client_measures SET asked = '{moment}' WHERE {of_kind} AND {first}")


def _handovers() -> None:
    op.create_table(
        "handovers",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("letter", sa.String(length=1), nullable=False),
        sa.Column("measures", sa.JSON(), nullable=False),
        sa.Column("way", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("sign_in_id", sa.Uuid(), nullable=True),
        sa.Column("code_hash", sa.String(length=64), nullable=True),
        sa.Column("secret_hash", sa.String(length=64), nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reader", sa.String(length=80), nullable=False),
        sa.Column("reading_time", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("larger", sa.Boolean(), nullable=False),
        sa.Column("device_class", sa.String(length=16), nullable=False),
        sa.Column("one_by_one", sa.Boolean(), nullable=False),
        sa.Column("begun", sa.Boolean(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(_one_of("way", WAYS), name=op.f("ck_handovers_way")),
        sa.CheckConstraint(_one_of("state", STATES), name=op.f("ck_handovers_state")),
        sa.CheckConstraint(
            "(state IN ('waiting', 'open')) = (ended_at IS NULL)", name=op.f("ck_handovers_ended")
        ),
        sa.CheckConstraint(
            "(way = 'tablet') = (sign_in_id IS NOT NULL)", name=op.f("ck_handovers_tablet")
        ),
        *(
            sa.ForeignKeyConstraint([name], [of], name=op.f(f"fk_handovers_{name}"))
            for name, of in (
                ("client_id", "clients.id"),
                ("session_id", "therapy_sessions.id"),
                ("participant_id", "participants.id"),
                ("made_by_id", "users.id"),
                ("sign_in_id", "sign_ins.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_handovers_token_hash")),
    )
    op.create_index(op.f("ix_handovers_client_id"), "handovers", ["client_id"])
    op.create_index(op.f("ix_handovers_session_id"), "handovers", ["session_id"])
    for of, *more in (("session_id", "participant_id"), ("code_hash",), ("secret_hash",)):
        op.create_index(
            f"uq_handovers_running_{of}",
            "handovers",
            [of, *more],
            unique=True,
            sqlite_where=RUNNING,
            postgresql_where=RUNNING,
        )
