"""The library: checks and reviews of its texts, useful marks, suggestions and revisions, cases tried"""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ONCE = ("library_reviews", "library_revisions", "suggestion_steps", "suggestions")
ABOUT = "'wrong', 'outdated', 'unclear', 'no_source', 'other'"
ACTS = "'drafted', 'approved', 'returned', 'published', 'declined', 'withdrawn'"


def _id(name: str, *, nullable: bool = False) -> sa.Column[UUID]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _time(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _words(name: str, length: int, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), nullable=nullable)


def _keys(table: str, **to: str) -> list[sa.ForeignKeyConstraint | sa.PrimaryKeyConstraint]:
    """The primary key of a table, and its foreign keys by column."""
    keys = [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, other in to.items()
    ]
    return [*keys, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]


def upgrade() -> None:
    """Seven tables."""
    _checks()
    _reviews()
    _marks()
    _suggestions()
    _steps()
    _revisions()
    _tries()
    _guards()


def _checks() -> None:
    op.create_table(
        "library_checks",
        _words("text", 80),
        _words("sentence", 32),
        _words("passage", 300),
        _time("checked_at"),
        _id("checked_by_id"),
        _time("undone_at", nullable=True),
        _id("undone_by_id", nullable=True),
        _id("id"),
        sa.CheckConstraint(
            "(undone_at IS NULL) = (undone_by_id IS NULL)", name=op.f("ck_library_checks_undone")
        ),
        *_keys("library_checks", checked_by_id="users", undone_by_id="users"),
    )
    op.create_index("ix_library_checks_text", "library_checks", ["text"])


def _reviews() -> None:
    op.create_table(
        "library_reviews",
        _words("text", 80),
        _words("version", 40),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=False),
        _time("reviewed_at"),
        _id("reviewed_by_id"),
        _id("id"),
        *_keys("library_reviews", reviewed_by_id="users"),
    )
    op.create_index("ix_library_reviews_text", "library_reviews", ["text"])


def _marks() -> None:
    op.create_table(
        "useful_marks",
        _words("text", 80),
        _id("user_id"),
        _time("marked_at"),
        _id("id"),
        sa.UniqueConstraint("text", "user_id", name=op.f("uq_useful_marks_text_user_id")),
        *_keys("useful_marks", user_id="users"),
    )


def _suggestions() -> None:
    op.create_table(
        "suggestions",
        _words("text", 80),
        _words("sentence", 32, nullable=True),
        _words("said", 1000),
        _words("about", 24),
        _words("wish", 1000),
        _words("source", 500),
        _words("credit", 24),
        _time("submitted_at"),
        _id("submitted_by_id"),
        _id("id"),
        sa.CheckConstraint(f"about IN ({ABOUT})", name=op.f("ck_suggestions_about")),
        sa.CheckConstraint("credit IN ('named', 'unnamed')", name=op.f("ck_suggestions_credit")),
        *_keys("suggestions", submitted_by_id="users"),
    )
    op.create_index(op.f("ix_suggestions_text"), "suggestions", ["text"])


def _steps() -> None:
    table = "suggestion_steps"
    op.create_table(
        table,
        _id("suggestion_id"),
        sa.Column("sequence", sa.Integer(), nullable=False),
        _words("act", 24),
        _words("note", 500),
        _words("sentence", 32, nullable=True),
        _words("said", 1000),
        _words("draft", 2000, nullable=True),
        _words("source_citation", 500, nullable=True),
        _words("source_link", 300, nullable=True),
        _words("source_tier", 24, nullable=True),
        _time("recorded_at"),
        _id("recorded_by_id"),
        _id("id"),
        sa.CheckConstraint(f"act IN ({ACTS})", name=op.f(f"ck_{table}_act")),
        sa.CheckConstraint(
            "source_tier IN ('T1', 'T2', 'T3')", name=op.f(f"ck_{table}_source_tier")
        ),
        sa.CheckConstraint(
            "(act = 'drafted') = (draft IS NOT NULL)", name=op.f(f"ck_{table}_draft")
        ),
        sa.CheckConstraint(
            "(source_citation IS NULL) = (source_tier IS NULL)", name=op.f(f"ck_{table}_source")
        ),
        sa.UniqueConstraint(
            "suggestion_id", "sequence", name=op.f(f"uq_{table}_suggestion_id_sequence")
        ),
        *_keys(table, suggestion_id="suggestions", recorded_by_id="users"),
    )


def _revisions() -> None:
    table = "library_revisions"
    op.create_table(
        table,
        _id("suggestion_id"),
        _id("step_id"),
        _words("text", 80),
        sa.Column("number", sa.Integer(), nullable=False),
        _words("source_key", 8, nullable=True),
        _time("published_at"),
        _id("published_by_id"),
        _id("id"),
        sa.UniqueConstraint("suggestion_id", name=op.f(f"uq_{table}_suggestion_id")),
        sa.UniqueConstraint("source_key", name=op.f(f"uq_{table}_source_key")),
        sa.UniqueConstraint("text", "number", name=op.f(f"uq_{table}_text_number")),
        *_keys(
            table, suggestion_id="suggestions", step_id="suggestion_steps", published_by_id="users"
        ),
    )


def _tries() -> None:
    table = "learning_tries"
    op.create_table(
        table,
        _id("user_id"),
        _words("concept", 80),
        sa.Column("answers", sa.JSON(), nullable=False),
        _time("begun_at"),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("passed", sa.Boolean(), nullable=True),
        _id("id"),
        sa.CheckConstraint("(ended_on IS NULL) = (passed IS NULL)", name=op.f(f"ck_{table}_ended")),
        *_keys(table, user_id="users"),
    )
    op.create_index("ix_learning_tries_user_concept", table, ["user_id", "concept"])
    op.create_index(
        "uq_learning_tries_open",
        table,
        ["user_id", "concept"],
        unique=True,
        sqlite_where=sa.text("ended_on IS NULL"),
        postgresql_where=sa.text("ended_on IS NULL"),
    )


def _guards() -> None:
    for table in ONCE:
        name = f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"{name} BEGIN SELECT RAISE(ABORT, '{table}: rows are written once'); END")
        else:
            op.execute(f"{name} FOR EACH ROW EXECUTE FUNCTION refuse_change()")
