"""Cover while somebody is away, records opened in an emergency, notices of both, and exports"""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KINDS = "'emergency', 'transferred', 'covering'"


def _id(name: str, *, nullable: bool = False) -> sa.Column[UUID]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


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
    """Four tables."""
    op.create_table(
        "covers",
        _id("clinician_id"),
        _id("cover_id"),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        _time("made_at"),
        _id("made_by_id"),
        _time("ended_at", nullable=True),
        _id("id"),
        sa.CheckConstraint("clinician_id <> cover_id", name=op.f("ck_covers_two_people")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_covers_order")),
        *_points("covers", clinician_id="users", cover_id="users", made_by_id="users"),
    )
    for column in ("clinician_id", "cover_id"):
        op.create_index(op.f(f"ix_covers_{column}"), "covers", [column])
    _emergencies()
    _notices()
    _exports()


def _emergencies() -> None:
    op.create_table(
        "emergency_accesses",
        _id("client_id"),
        _id("user_id"),
        _id("clinician_id"),
        sa.Column("reason", sa.String(length=300), nullable=False),
        _time("opened_at"),
        _time("ended_at", nullable=True),
        _id("id"),
        *_points("emergency_accesses", client_id="clients", user_id="users", clinician_id="users"),
    )
    op.create_index(
        "ix_emergency_accesses_user_client", "emergency_accesses", ["user_id", "client_id"]
    )


def _notices() -> None:
    op.create_table(
        "notices",
        _id("user_id"),
        sa.Column("kind", sa.String(length=24), nullable=False),
        _id("about_id", nullable=True),
        _id("client_id", nullable=True),
        _id("by_id", nullable=True),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        _time("made_at"),
        _time("seen_at", nullable=True),
        _id("id"),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_notices_kind")),
        *_points("notices", user_id="users", client_id="clients", by_id="users"),
    )
    op.create_index("ix_notices_user_seen", "notices", ["user_id", "seen_at"])


def _exports() -> None:
    op.create_table(
        "exports",
        _id("user_id"),
        sa.Column("what", sa.String(length=24), nullable=False),
        _id("about_id", nullable=True),
        sa.Column("file_format", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("file_hash", sa.String(length=64), nullable=False),
        _time("made_at"),
        _id("id"),
        *_points("exports", user_id="users", about_id="users"),
    )
    op.create_index(op.f("ix_exports_user_id"), "exports", ["user_id"])
