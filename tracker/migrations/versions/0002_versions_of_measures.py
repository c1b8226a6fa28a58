"""A client stays on the version of a measure that they were asked first"""

import sqlalchemy as sa
from alembic import op

from tracker.migrations.helpers import whole

revision = "r0002"
down_revision = "r0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The version beside each measure in use: that of the client's last rating, where there is one."""
    op.add_column("client_measures", whole("measure_version", null=True))
    op.execute(
        sa.text(
            "UPDATE client_measures SET measure_version = ("
            "SELECT ratings.measure_version FROM ratings "
            "JOIN therapy_sessions ON therapy_sessions.id = ratings.session_id "
            "WHERE therapy_sessions.client_id = client_measures.client_id "
            "AND ratings.measure_key = client_measures.measure_key "
            "ORDER BY ratings.recorded_at DESC LIMIT 1)"
        )
    )
