"""Scores of scales can be typed: another input mode of ratings"""

import re

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BEFORE = "input_mode IN ('numbers', 'labels', 'line', 'total')"
AFTER = "input_mode IN ('numbers', 'labels', 'line', 'total', 'components')"


def upgrade() -> None:
    """Let a rating say that the scores of its scales were typed."""
    if op.get_bind().dialect.name == "sqlite":
        _rebuild()
        return
    op.drop_constraint(op.f("ck_ratings_input_mode"), "ratings", type_="check")
    op.create_check_constraint(op.f("ck_ratings_input_mode"), "ratings", AFTER)


def _rebuild() -> None:
    """SQLite cannot change a constraint. The table is made again from its own description, so that columns, indexes and the
    triggers that refuse changes are what they were, whatever came before."""
    connection = op.get_bind()
    (table,) = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'ratings'"
    ).scalars()
    beside = list(
        connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE tbl_name = 'ratings' AND type IN ('index', 'trigger') "
            "AND sql IS NOT NULL"
        ).scalars()
    )
    made = re.sub(r'^CREATE TABLE "?ratings"?', "CREATE TABLE ratings_new", table, count=1)
    if BEFORE not in made or made == table:
        raise RuntimeError("the table of ratings does not look as expected; nothing was changed")
    op.execute(made.replace(BEFORE, AFTER))
    op.execute("INSERT INTO ratings_new SELECT * FROM ratings")
    op.execute("DROP TABLE ratings")
    op.execute("ALTER TABLE ratings_new RENAME TO ratings")
    for statement in beside:
        op.execute(statement)
