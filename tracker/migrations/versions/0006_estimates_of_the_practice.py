"""What a practice adopted from its own ratings: what its clients usually give, and its reliable changes"""

from tracker.migrations.helpers import (
    create_table,
    enum_value,
    json,
    key,
    moment,
    point,
    text,
    whole,
    write_once,
)

revision = "r0006"
down_revision = "r0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty in every practice there is: each measure keeps its own numbers."""
    create_table(
        "practice_estimates",
        key(),
        text("measure_key", 40),
        whole("scored_as"),
        enum_value("kind"),
        json("numbers"),
        text("source", 500),
        whole("clients"),
        whole("ratings"),
        text("reason", 500),
        moment("set_at"),
        point("set_by_id", "users", null=True),
        indexed=("measure_key",),
    )
    write_once("practice_estimates")
