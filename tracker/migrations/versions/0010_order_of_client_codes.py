"""Client codes are given out in an order, by a counter and a key, and no longer drawn until one is free"""

import secrets

from alembic import op
from sqlalchemy import text as sql

from tracker.migrations.helpers import create_table, insert, text, whole

revision = "r0010"
down_revision = "r0009"
branch_labels = None
depends_on = None

SHORT = 20_000  # codes of a letter and three digits
MOST_DRAWN = 10_000  # up to here a free one of them is found at once: of 32 in the order, hardly all are taken


def upgrade() -> None:
    """The order begins anew: codes that were drawn before lie anywhere in it, and are passed over."""
    create_table(
        "client_codes",
        whole("id"),
        whole("given"),
        text("key", 32),
        checks={"single": "id = 1", "given": "given >= 0"},
    )
    drawn = op.get_bind().execute(sql("SELECT count(*) FROM clients")).scalar_one()
    given = SHORT if drawn > MOST_DRAWN else 0
    insert("client_codes", {"id": 1, "given": given, "key": secrets.token_hex(16)})
