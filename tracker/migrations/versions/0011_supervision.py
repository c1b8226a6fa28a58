"""Supervision: what is said about flags, clients looked at, meetings, actions, views of the board"""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ACTS = ["addressed", "discuss", "no_action", "asked", "comment", "reopened"]
ENDED = ["done", "not_needed"]
ONCE = ("flag_reviews", "client_reviews")


def _one_of(column: str, values: list[str]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def _id() -> sa.Column[UUID]:
    return sa.Column("id", sa.Uuid(), nullable=False)


def _time(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _points(table: str, **to: str) -> list[sa.ForeignKeyConstraint | sa.PrimaryKeyConstraint]:
    """The primary key of a table, and its foreign keys by column."""
    keys = [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, other in to.items()
    ]
    return [*keys, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]


def upgrade() -> None:
    """Five tables; what is said in supervision is written once."""
    _flag_reviews()
    _meetings()
    _client_reviews()
    _actions()
    _saved_views()
    _guards()


def _flag_reviews() -> None:
    op.create_table(
        "flag_reviews",
        sa.Column("flag_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=24), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("discuss_on", sa.Date(), nullable=True),
        sa.Column("finding_id", sa.Uuid(), nullable=False),
        sa.Column("answer_id", sa.Uuid(), nullable=True),
        _time("recorded_at"),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        _id(),
        sa.CheckConstraint(_one_of("act", ACTS), name=op.f("ck_flag_reviews_act")),
        sa.CheckConstraint(
            "(act = 'discuss') = (discuss_on IS NOT NULL)", name=op.f("ck_flag_reviews_discuss")
        ),
        *_points(
            "flag_reviews",
            flag_id="flags",
            finding_id="flag_findings",
            answer_id="flag_answers",
            recorded_by_id="users",
        ),
    )
    op.create_index(
        "uq_flag_reviews_sequence", "flag_reviews", ["flag_id", "sequence"], unique=True
    )


def _meetings() -> None:
    pair = ["supervisor_id", "clinician_id", "meets_on"]
    op.create_table(
        "meetings",
        sa.Column("supervisor_id", sa.Uuid(), nullable=False),
        sa.Column("clinician_id", sa.Uuid(), nullable=False),
        sa.Column("meets_on", sa.Date(), nullable=False),
        _time("made_at"),
        _id(),
        sa.CheckConstraint("supervisor_id <> clinician_id", name=op.f("ck_meetings_two_people")),
        *_points("meetings", supervisor_id="users", clinician_id="users"),
        sa.UniqueConstraint(*pair, name=op.f(f"uq_meetings_{'_'.join(pair)}")),
    )
    op.create_index(op.f("ix_meetings_clinician_id"), "meetings", ["clinician_id"])


def _client_reviews() -> None:
    op.create_table(
        "client_reviews",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        _time("recorded_at"),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        _id(),
        *_points(
            "client_reviews", client_id="clients", meeting_id="meetings", recorded_by_id="users"
        ),
    )
    op.create_index("ix_client_reviews_client_day", "client_reviews", ["client_id", "reviewed_on"])
    op.create_index(op.f("ix_client_reviews_meeting_id"), "client_reviews", ["meeting_id"])


def _actions() -> None:
    op.create_table(
        "actions",
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("who_id", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        _time("recorded_at"),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("ended_as", sa.String(length=24), nullable=True),
        _time("ended_at", nullable=True),
        sa.Column("ended_by_id", sa.Uuid(), nullable=True),
        _id(),
        sa.CheckConstraint(_one_of("ended_as", ENDED), name=op.f("ck_actions_ended_as")),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended_as IS NULL) AND (ended_at IS NULL) = (ended_by_id IS NULL)",
            name=op.f("ck_actions_ended"),
        ),
        *_points(
            "actions",
            review_id="client_reviews",
            client_id="clients",
            who_id="users",
            recorded_by_id="users",
            ended_by_id="users",
        ),
    )
    op.create_index(op.f("ix_actions_client_id"), "actions", ["client_id"])
    op.create_index(op.f("ix_actions_review_id"), "actions", ["review_id"])


def _saved_views() -> None:
    op.create_table(
        "saved_views",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        _time("made_at"),
        _id(),
        *_points("saved_views", user_id="users"),
        sa.UniqueConstraint("user_id", "name", name=op.f("uq_saved_views_user_id_name")),
    )


def _guards() -> None:
    for table in ONCE:
        name = f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"{name} BEGIN SELECT RAISE(ABORT, '{table}: rows are written once'); END")
        else:
            op.execute(f"{name} FOR EACH ROW EXECUTE FUNCTION refuse_change()")
