"""A therapy can end, pause, and be taken up again"""

from tracker.migrations.helpers import (
    add_columns,
    count_changes,
    count_no_more_updates,
    create_table,
    day,
    enum_value,
    key,
    moment,
    point,
    text,
    whole,
    write_once,
)

revision = "r0015"
down_revision = "r0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every therapy goes on at first. What is kept of a client depends on whether theirs has ended."""
    add_columns(
        "clients",
        day("ended_on", null=True),
        enum_value("ended_how", null=True),
        day("paused_until", null=True),
    )
    count_no_more_updates("clients")
    count_changes("clients", "id", columns="age_band, ended_on")
    create_table(
        "treatment_entries",
        key(),
        point("client_id", "clients"),
        whole("sequence"),
        enum_value("act"),
        day("on_day"),
        enum_value("how", null=True),
        text("words", 500),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        unique=(("client_id", "sequence"),),
        checks={"how_it_ended": "(act = 'ended') = (how IS NOT NULL)"},
    )
    write_once("treatment_entries")
