"""The first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The first tables"""
    op.create_table(
        "audit_entries",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("client_id", sa.Uuid(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_entries")),
    )
    with op.batch_alter_table("audit_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entries_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entries_client_id"), ["client_id"], unique=False)

    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "practice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("crisis_text", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_practice_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice")),
    )
    op.create_table(
        "roles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
        sa.UniqueConstraint("name", name=op.f("uq_roles_name")),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("identifier_hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_failures")),
    )
    with op.batch_alter_table("sign_in_failures", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sign_in_failures_identifier_at", ["identifier_hash", "at"], unique=False
        )

    op.create_table(
        "users",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_users_fs_uniquifier")),
    )
    op.create_table(
        "clients",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("initials", sa.String(length=4), nullable=False),
        sa.Column("own_reference", sa.String(length=40), nullable=False),
        sa.Column("age_band", sa.String(length=24), nullable=False),
        sa.Column("format", sa.String(length=24), nullable=False),
        sa.Column("usual_setting", sa.String(length=24), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("clinician_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "age_band IN ('child', 'adolescent', 'young_adult', 'adult', 'older_adult')",
            name=op.f("ck_clients_age_band"),
        ),
        sa.CheckConstraint(
            "format IN ('individual', 'couple', 'family', 'group')", name=op.f("ck_clients_format")
        ),
        sa.CheckConstraint(
            "usual_setting IN ('in_person', 'video', 'phone', 'outside')",
            name=op.f("ck_clients_usual_setting"),
        ),
        sa.ForeignKeyConstraint(
            ["clinician_id"], ["users.id"], name=op.f("fk_clients_clinician_id")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["users.id"], name=op.f("fk_clients_created_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clients")),
        sa.UniqueConstraint("code", name=op.f("uq_clients_code")),
    )
    with op.batch_alter_table("clients", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_clients_clinician_id"), ["clinician_id"], unique=False)

    op.create_table(
        "rule_settings",
        sa.Column("measure_key", sa.String(length=40), nullable=False),
        sa.Column("points", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["set_by_id"], ["users.id"], name=op.f("fk_rule_settings_set_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_settings")),
    )
    with op.batch_alter_table("rule_settings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_rule_settings_measure_key"), ["measure_key"], unique=False
        )

    op.create_table(
        "sent_forms",
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("result_id", sa.Uuid(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_sent_forms_user_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sent_forms")),
    )
    op.create_table(
        "sign_ins",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.String(length=24), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(state = 'ended') = (ended_at IS NOT NULL)", name=op.f("ck_sign_ins_ended")
        ),
        sa.CheckConstraint(
            "state IN ('active', 'suspended', 'ended')", name=op.f("ck_sign_ins_state")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_sign_ins_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ins")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_ins_token_hash")),
    )
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_ins_user_id"), ["user_id"], unique=False)

    op.create_table(
        "supervision_links",
        sa.Column("supervisor_id", sa.Uuid(), nullable=False),
        sa.Column("clinician_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_supervision_links_order")
        ),
        sa.CheckConstraint(
            "supervisor_id <> clinician_id", name=op.f("ck_supervision_links_two_people")
        ),
        sa.ForeignKeyConstraint(
            ["clinician_id"], ["users.id"], name=op.f("fk_supervision_links_clinician_id")
        ),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["users.id"], name=op.f("fk_supervision_links_supervisor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervision_links")),
        sa.UniqueConstraint(
            "supervisor_id",
            "clinician_id",
            "starts_on",
            name=op.f("uq_supervision_links_supervisor_id_clinician_id_starts_on"),
        ),
    )
    with op.batch_alter_table("supervision_links", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supervision_links_supervisor_id"), ["supervisor_id"], unique=False
        )

    op.create_table(
        "user_roles",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name=op.f("fk_user_roles_role_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_user_roles_user_id")),
        sa.PrimaryKeyConstraint("user_id", "role_id", name=op.f("pk_user_roles")),
    )
    op.create_table(
        "client_measures",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("measure_key", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_client_measures_client_id")
        ),
        sa.PrimaryKeyConstraint("client_id", "measure_key", name=op.f("pk_client_measures")),
    )
    op.create_table(
        "participants",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("letter", sa.String(length=1), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_participants_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participants")),
        sa.UniqueConstraint("client_id", "letter", name=op.f("uq_participants_client_id_letter")),
    )
    op.create_table(
        "therapy_sessions",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("clinician_id", sa.Uuid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("setting", sa.String(length=24), nullable=False),
        sa.Column("minutes_late", sa.Integer(), nullable=True),
        sa.Column("no_rating", sa.String(length=24), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "no_rating IN ('not_asked', 'declined')", name=op.f("ck_therapy_sessions_no_rating")
        ),
        sa.CheckConstraint(
            "setting IN ('in_person', 'video', 'phone', 'outside')",
            name=op.f("ck_therapy_sessions_setting"),
        ),
        sa.CheckConstraint(
            "status IN ('scheduled', 'attended', 'cancelled_by_client', 'cancelled_by_clinic', 'missed')",
            name=op.f("ck_therapy_sessions_status"),
        ),
        sa.CheckConstraint(
            "minutes_late BETWEEN 0 AND 180", name=op.f("ck_therapy_sessions_minutes_late")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_therapy_sessions_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["clinician_id"], ["users.id"], name=op.f("fk_therapy_sessions_clinician_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["users.id"], name=op.f("fk_therapy_sessions_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_therapy_sessions")),
    )
    with op.batch_alter_table("therapy_sessions", schema=None) as batch_op:
        batch_op.create_index(
            "ix_therapy_sessions_client_day", ["client_id", "held_on", "recorded_at"], unique=False
        )

    op.create_table(
        "flags",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("measure_key", sa.String(length=40), nullable=False),
        sa.Column("rater", sa.String(length=24), nullable=False),
        sa.Column("tier", sa.String(length=24), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "rater IN ('client', 'therapist', 'observer')", name=op.f("ck_flags_rater")
        ),
        sa.CheckConstraint(
            "tier IN ('risk', 'check_in', 'review', 'note')", name=op.f("ck_flags_tier")
        ),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_flags_client_id")),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participants.id"], name=op.f("fk_flags_participant_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["therapy_sessions.id"], name=op.f("fk_flags_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flags")),
    )
    with op.batch_alter_table("flags", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_flags_client_id"), ["client_id"], unique=False)
        batch_op.create_index(
            "uq_flags_place",
            ["session_id", "measure_key", "rater", "participant_id", "tier"],
            unique=True,
        )

    op.create_table(
        "ratings",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("measure_key", sa.String(length=40), nullable=False),
        sa.Column("measure_version", sa.Integer(), nullable=False),
        sa.Column("variant", sa.String(length=24), nullable=False),
        sa.Column("rater", sa.String(length=24), nullable=False),
        sa.Column("blind", sa.Boolean(), nullable=False),
        sa.Column("given", sa.String(length=24), nullable=False),
        sa.Column("input_mode", sa.String(length=24), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("device_class", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("held_back", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("correction_reason", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(supersedes_id IS NULL) = (correction_reason = '')", name=op.f("ck_ratings_correction")
        ),
        sa.CheckConstraint(
            "channel IN ('typed', 'tablet', 'phone')", name=op.f("ck_ratings_channel")
        ),
        sa.CheckConstraint(
            "given IN ('in_session', 'after_session')", name=op.f("ck_ratings_given")
        ),
        sa.CheckConstraint(
            "input_mode IN ('numbers', 'labels', 'line', 'total')",
            name=op.f("ck_ratings_input_mode"),
        ),
        sa.CheckConstraint(
            "rater <> 'client' OR participant_id IS NOT NULL", name=op.f("ck_ratings_participant")
        ),
        sa.CheckConstraint(
            "rater IN ('client', 'therapist', 'observer')", name=op.f("ck_ratings_rater")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participants.id"], name=op.f("fk_ratings_participant_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["users.id"], name=op.f("fk_ratings_recorded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["therapy_sessions.id"], name=op.f("fk_ratings_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["ratings.id"], name=op.f("fk_ratings_supersedes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ratings")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_ratings_supersedes_id")),
    )
    with op.batch_alter_table("ratings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ratings_session_id"), ["session_id"], unique=False)
        batch_op.create_index(
            "uq_ratings_first_of_participant",
            ["session_id", "measure_key", "rater", "participant_id"],
            unique=True,
            sqlite_where=sa.text("supersedes_id IS NULL AND participant_id IS NOT NULL"),
            postgresql_where=sa.text("supersedes_id IS NULL AND participant_id IS NOT NULL"),
        )
        batch_op.create_index(
            "uq_ratings_first_of_therapist",
            ["session_id", "measure_key", "rater"],
            unique=True,
            sqlite_where=sa.text("supersedes_id IS NULL AND participant_id IS NULL"),
            postgresql_where=sa.text("supersedes_id IS NULL AND participant_id IS NULL"),
        )

    op.create_table(
        "session_changes",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(length=24), nullable=False),
        sa.Column("old", sa.String(length=500), nullable=False),
        sa.Column("new", sa.String(length=500), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["users.id"], name=op.f("fk_session_changes_changed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["therapy_sessions.id"], name=op.f("fk_session_changes_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_changes")),
    )
    with op.batch_alter_table("session_changes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_session_changes_session_id"), ["session_id"], unique=False
        )

    op.create_table(
        "flag_findings",
        sa.Column("flag_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("strength", sa.Integer(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("rules_version", sa.String(length=16), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("kind IN ('drop', 'wants_to_talk')", name=op.f("ck_flag_findings_kind")),
        sa.CheckConstraint("strength BETWEEN 1 AND 3", name=op.f("ck_flag_findings_strength")),
        sa.ForeignKeyConstraint(["flag_id"], ["flags.id"], name=op.f("fk_flag_findings_flag_id")),
        sa.ForeignKeyConstraint(
            ["rating_id"], ["ratings.id"], name=op.f("fk_flag_findings_rating_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag_findings")),
    )
    with op.batch_alter_table("flag_findings", schema=None) as batch_op:
        batch_op.create_index("uq_flag_findings_sequence", ["flag_id", "sequence"], unique=True)

    op.create_table(
        "flag_answers",
        sa.Column("flag_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.String(length=24), nullable=False),
        sa.Column("moves", sa.JSON(), nullable=False),
        sa.Column("rupture", sa.String(length=24), nullable=True),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("talked_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "answer IN ('talked', 'explained', 'preferred_not', 'next_session', 'not_today', 'entered_wrongly', 'supervision')",
            name=op.f("ck_flag_answers_answer"),
        ),
        sa.CheckConstraint(
            "rupture IN ('withdrawal', 'confrontation', 'both', 'not_a_rupture')",
            name=op.f("ck_flag_answers_rupture"),
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["flag_findings.id"], name=op.f("fk_flag_answers_finding_id")
        ),
        sa.ForeignKeyConstraint(["flag_id"], ["flags.id"], name=op.f("fk_flag_answers_flag_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["users.id"], name=op.f("fk_flag_answers_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag_answers")),
    )
    with op.batch_alter_table("flag_answers", schema=None) as batch_op:
        batch_op.create_index("uq_flag_answers_sequence", ["flag_id", "sequence"], unique=True)
    _first_rows()
    _guards()


def _first_rows() -> None:
    """The rows that every database has: roles, the practice, and the beginning of the audit chain."""
    role = sa.table("roles", sa.column("id"), sa.column("name"))
    names = ("clinician", "supervisor", "administrator")
    op.bulk_insert(role, [{"id": n, "name": name} for n, name in enumerate(names, start=1)])
    practice = sa.table(
        "practice",
        *(sa.column(name) for name in ("id", "name", "time_zone", "crisis_text", "version")),
    )
    op.bulk_insert(
        practice,
        [
            {
                "id": 1,
                "name": "Alliance Tracker",
                "time_zone": "UTC",
                "crisis_text": "This is not read straight away. In an emergency, call your local emergency number.",
                "version": 1,
            }
        ],
    )
    head = sa.table("audit_head", sa.column("id"), sa.column("seq"), sa.column("hash"))
    op.bulk_insert(head, [{"id": 1, "seq": 0, "hash": "0" * 64}])


# What is written once: a correction, a new finding or a later answer is a row of its own.
WRITTEN_ONCE = (
    "audit_entries",
    "flag_answers",
    "flag_findings",
    "ratings",
    "rule_settings",
    "session_changes",
)


def _guards() -> None:
    """The database itself refuses to change what is written once, and to delete audit entries."""
    guards = [*((table, "UPDATE") for table in WRITTEN_ONCE), ("audit_entries", "DELETE")]
    if op.get_bind().dialect.name == "sqlite":
        for table, act in guards:
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are written once'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '%: rows are written once', TG_TABLE_NAME; END $$"
    )
    for table, act in guards:
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
