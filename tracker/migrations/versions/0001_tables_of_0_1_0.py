"""The tables of 0.1.0, and the rows that every database begins with"""

from tracker.migrations.helpers import (
    begin_guarding,
    create_index,
    create_table,
    day,
    enum_value,
    insert,
    json,
    key,
    loose_id,
    moment,
    never_delete,
    point,
    text,
    whole,
    write_once,
    yes_no,
)

revision = "r0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The tables by subject, each after those that it points to; their first rows; their guards."""
    _audit_trail()
    _people()
    _practice()
    _clients()
    _sessions()
    _ratings()
    _flags()
    _repairs()
    _goals()
    _objectives()
    _handovers()
    _supervision()
    _standing_in()
    _library()
    _reports()
    _first_rows()
    _guards()


def _audit_trail() -> None:
    create_table(
        "audit_entries",
        whole("seq", counted=False),
        moment("at"),
        loose_id("actor_id", null=True),
        text("event", 40),
        loose_id("object_id", null=True),
        loose_id("client_id", null=True),
        json("detail"),
        text("previous", 64),
        text("hash", 64),
        primary=("seq",),
        indexed=("actor_id", "client_id"),
    )
    create_table(
        "audit_head",
        whole("id"),
        whole("seq"),
        text("hash", 64),
        checks={"single": "id = 1"},
    )


def _people() -> None:
    create_table(
        "roles",
        whole("id"),
        text("name", 24),
        unique=[("name",)],
    )
    create_table(
        "users",
        text("email", 254),
        text("name", 120),
        text("password", 255),
        yes_no("active"),
        text("fs_uniquifier", 64),
        moment("created_at"),
        whole("version"),
        key(),
        unique=[("email",), ("fs_uniquifier",)],
    )
    create_table(
        "user_roles",
        point("user_id", "users"),
        whole("role_id", to="roles"),
        primary=("user_id", "role_id"),
    )
    create_table(
        "user_preferences",
        point("user_id", "users"),
        enum_value("theme"),
        enum_value("density"),
        yes_no("own_rating"),
        yes_no("shortcuts"),
        text("pin_hash", 255, null=True),
        primary=("user_id",),
    )
    create_table(
        "sign_ins",
        point("user_id", "users"),
        text("token_hash", 64),
        enum_value("state"),
        moment("created_at"),
        moment("seen_at"),
        moment("ended_at", null=True),
        text("end_reason", 24, null=True),
        key(),
        text("device", 40, default=""),
        unique=[("token_hash",)],
        checks={"ended": "(state = 'ended') = (ended_at IS NOT NULL)"},
        indexed=("user_id",),
    )
    create_table(
        "sign_in_failures",
        text("identifier_hash", 64),
        moment("at"),
        key(),
    )
    create_index("ix_sign_in_failures_identifier_at", "sign_in_failures", "identifier_hash", "at")
    create_table(
        "one_time_codes",
        point("user_id", "users"),
        text("code_hash", 64),
        moment("made_at"),
        point("made_by_id", "users", null=True),
        whole("tries"),
        moment("ended_at", null=True),
        text("end_reason", 24, null=True),
        key(),
        checks={"ended": "(ended_at IS NULL) = (end_reason IS NULL)"},
    )
    create_index(
        "uq_one_time_codes_open", "one_time_codes", "user_id", unique=True, where="ended_at IS NULL"
    )
    create_table(
        "sent_forms",
        key("key"),
        point("user_id", "users"),
        text("body_hash", 64),
        loose_id("result_id", null=True),
        moment("sent_at"),
        primary=("key",),
    )
    create_table(
        "supervision_links",
        point("supervisor_id", "users"),
        point("clinician_id", "users"),
        day("starts_on"),
        day("ends_on", null=True),
        key(),
        unique=[("supervisor_id", "clinician_id", "starts_on")],
        checks={
            "order": "ends_on IS NULL OR ends_on >= starts_on",
            "two_people": "supervisor_id <> clinician_id",
        },
        indexed=("supervisor_id",),
    )


def _practice() -> None:
    create_table(
        "practice",
        whole("id"),
        text("name", 120),
        text("time_zone", 64),
        text("crisis_text", 500),
        whole("version"),
        json("measures", null=True),
        yes_no("own_ratings_shown"),
        checks={"single": "id = 1"},
    )
    create_table(
        "rule_settings",
        text("measure_key", 40),
        text("points", 16),
        text("reason", 500),
        moment("set_at"),
        point("set_by_id", "users", null=True),
        key(),
        indexed=("measure_key",),
    )


def _clients() -> None:
    create_table(
        "clients",
        text("code", 12),
        text("initials", 4),
        text("own_reference", 40),
        enum_value("age_band"),
        enum_value("format"),
        enum_value("usual_setting"),
        day("starts_on"),
        point("clinician_id", "users"),
        moment("created_at"),
        point("created_by_id", "users"),
        whole("version"),
        key(),
        enum_value("language", length=8),
        unique=[("code",)],
        indexed=("clinician_id",),
    )
    create_table(
        "client_measures",
        point("client_id", "clients"),
        text("measure_key", 40),
        whole("position"),
        enum_value("asked", null=True),
        primary=("client_id", "measure_key"),
    )
    create_table(
        "participants",
        point("client_id", "clients"),
        text("letter", 1),
        key(),
        moment("left_at", null=True),
        unique=[("client_id", "letter")],
    )
    create_table(
        "reassignments",
        point("client_id", "clients"),
        point("from_id", "users"),
        point("to_id", "users"),
        text("reason", 200),
        moment("made_at"),
        point("made_by_id", "users", null=True),
        key(),
        checks={"two_people": "from_id <> to_id"},
        indexed=("client_id", "from_id", "to_id"),
    )


def _sessions() -> None:
    create_table(
        "therapy_sessions",
        point("client_id", "clients"),
        point("clinician_id", "users"),
        day("held_on"),
        enum_value("status"),
        enum_value("setting"),
        whole("minutes_late", null=True),
        enum_value("no_rating", null=True),
        text("note", 500),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        whole("version"),
        key(),
        enum_value("task", null=True),
        yes_no("asked_questions", null=True),
        yes_no("disagreed", null=True),
        yes_no("brought_unasked", null=True),
        yes_no("set_agenda", null=True),
        text("still_useful", 200),
        text("right_things", 200),
        text("not_working", 200),
        moment("taken_off_at", null=True),
        checks={"minutes_late": "minutes_late BETWEEN 0 AND 180"},
    )
    create_index(
        "ix_therapy_sessions_client_day", "therapy_sessions", "client_id", "held_on", "recorded_at"
    )
    create_table(
        "session_changes",
        point("session_id", "therapy_sessions"),
        text("field", 24),
        text("old", 500),
        text("new", 500),
        text("reason", 200),
        moment("changed_at"),
        point("changed_by_id", "users"),
        key(),
        indexed=("session_id",),
    )
    create_table(
        "reengagements",
        point("session_id", "therapy_sessions"),
        day("happened_on"),
        text("note", 300),
        point("supersedes_id", "reengagements", null=True),
        text("reason", 200),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        key(),
        unique=[("supersedes_id",)],
        indexed=("session_id",),
    )


def _ratings() -> None:
    create_table(
        "ratings",
        point("session_id", "therapy_sessions"),
        point("participant_id", "participants", null=True),
        text("measure_key", 40),
        whole("measure_version"),
        text("variant", 24),
        enum_value("rater"),
        yes_no("blind"),
        enum_value("given"),
        enum_value("input_mode"),
        enum_value("channel"),
        text("device_class", 16),
        text("language", 8),
        json("answers"),
        whole("total", null=True),
        whole("held_back", null=True),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        point("supersedes_id", "ratings", null=True),
        text("correction_reason", 200),
        key(),
        unique=[("supersedes_id",)],
        checks={
            "correction": "(supersedes_id IS NULL) = (correction_reason = '')",
            "participant": "rater <> 'client' OR participant_id IS NOT NULL",
        },
        indexed=("session_id",),
    )
    create_index(
        "uq_ratings_first_of_participant",
        "ratings",
        "session_id",
        "measure_key",
        "rater",
        "participant_id",
        unique=True,
        where="supersedes_id IS NULL AND participant_id IS NOT NULL",
    )
    create_index(
        "uq_ratings_first_of_therapist",
        "ratings",
        "session_id",
        "measure_key",
        "rater",
        unique=True,
        where="supersedes_id IS NULL AND participant_id IS NULL",
    )
    create_table(
        "usual_range_starts",
        point("client_id", "clients"),
        text("measure_key", 40),
        point("session_id", "therapy_sessions"),
        yes_no("begins"),
        text("reason", 200),
        moment("set_at"),
        point("set_by_id", "users"),
        key(),
        indexed=("client_id",),
    )


def _flags() -> None:
    create_table(
        "flags",
        point("client_id", "clients"),
        point("session_id", "therapy_sessions"),
        point("participant_id", "participants"),
        text("measure_key", 40),
        enum_value("rater"),
        enum_value("tier"),
        moment("raised_at"),
        moment("withdrawn_at", null=True),
        whole("version"),
        key(),
        text("concern", 24),
        indexed=("client_id",),
    )
    create_index(
        "uq_flags_place",
        "flags",
        "session_id",
        "measure_key",
        "rater",
        "participant_id",
        "concern",
        unique=True,
    )
    create_table(
        "flag_findings",
        point("flag_id", "flags"),
        whole("sequence"),
        point("rating_id", "ratings", null=True),
        enum_value("kind"),
        whole("strength", null=True),
        json("detail"),
        text("rules_version", 16),
        moment("found_at"),
        key(),
        checks={"strength": "strength BETWEEN 1 AND 3"},
    )
    create_index("uq_flag_findings_sequence", "flag_findings", "flag_id", "sequence", unique=True)
    create_table(
        "flag_answers",
        point("flag_id", "flags"),
        whole("sequence"),
        point("finding_id", "flag_findings"),
        enum_value("answer"),
        json("moves"),
        enum_value("rupture", null=True),
        text("note", 300),
        day("talked_on", null=True),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        key(),
        point("undoes_id", "flag_answers", null=True),
        unique=[("undoes_id",)],
        checks={"undone": "(answer = 'undone') = (undoes_id IS NOT NULL)"},
    )
    create_index("uq_flag_answers_sequence", "flag_answers", "flag_id", "sequence", unique=True)


def _repairs() -> None:
    create_table(
        "repairs",
        point("client_id", "clients"),
        point("session_id", "therapy_sessions"),
        point("flag_id", "flags", null=True),
        whole("version"),
        key(),
        unique=[("flag_id",)],
        indexed=("client_id",),
    )
    create_table(
        "repair_entries",
        point("repair_id", "repairs"),
        whole("sequence"),
        enum_value("act"),
        enum_value("rupture", null=True),
        json("moves"),
        text("note", 300),
        day("happened_on", null=True),
        point("step_id", "repair_entries", null=True),
        point("supersedes_id", "repair_entries", null=True),
        text("reason", 200),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        key(),
        unique=[("supersedes_id",)],
        checks={"step": "(act IN ('done', 'let_go')) = (step_id IS NOT NULL)"},
    )
    create_index(
        "uq_repair_entries_sequence", "repair_entries", "repair_id", "sequence", unique=True
    )


def _goals() -> None:
    create_table(
        "goals",
        point("client_id", "clients"),
        whole("version"),
        key(),
        indexed=("client_id",),
    )
    create_table(
        "goal_entries",
        point("goal_id", "goals"),
        whole("sequence"),
        enum_value("act"),
        day("happened_on"),
        text("wording", 200),
        text("line", 200),
        whole("place", null=True),
        point("supersedes_id", "goal_entries", null=True),
        text("reason", 200),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        key(),
        unique=[("supersedes_id",)],
        checks={"place": "(act IN ('set', 'placed')) = (place IS NOT NULL)"},
    )
    create_index("uq_goal_entries_sequence", "goal_entries", "goal_id", "sequence", unique=True)
    create_table(
        "goal_progress",
        point("goal_id", "goals"),
        point("session_id", "therapy_sessions"),
        whole("value", null=True),
        point("supersedes_id", "goal_progress", null=True),
        text("reason", 200),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        key(),
        unique=[("supersedes_id",)],
        checks={"value": "value BETWEEN 0 AND 10"},
        indexed=("goal_id",),
    )
    create_table(
        "adaptations",
        point("client_id", "clients"),
        day("happened_on"),
        enum_value("kind"),
        text("note", 300),
        yes_no("taken_back"),
        point("supersedes_id", "adaptations", null=True),
        text("reason", 200),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        key(),
        unique=[("supersedes_id",)],
        indexed=("client_id",),
    )


def _objectives() -> None:
    create_table(
        "objectives",
        point("client_id", "clients"),
        whole("version"),
        key(),
        indexed=("client_id",),
    )
    create_table(
        "objective_versions",
        point("objective_id", "objectives"),
        whole("sequence"),
        text("template", 40),
        enum_value("kind"),
        json("parameters"),
        text("wording", 300),
        text("mechanism", 300),
        day("starts_on"),
        day("due_on"),
        enum_value("kept"),
        text("reason", 200),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        key(),
        checks={"days": "due_on > starts_on"},
    )
    create_index(
        "uq_objective_versions_sequence",
        "objective_versions",
        "objective_id",
        "sequence",
        unique=True,
    )


def _handovers() -> None:
    create_table(
        "handovers",
        point("client_id", "clients"),
        point("session_id", "therapy_sessions"),
        point("participant_id", "participants"),
        text("letter", 1),
        json("measures"),
        enum_value("way"),
        enum_value("state"),
        moment("made_at"),
        point("made_by_id", "users"),
        point("sign_in_id", "sign_ins", null=True),
        text("code_hash", 64, null=True),
        text("secret_hash", 64, null=True),
        text("token_hash", 64, null=True),
        moment("expires_at"),
        moment("opened_at", null=True),
        moment("touched_at"),
        moment("ended_at", null=True),
        text("reader", 80),
        text("reading_time", 80),
        text("language", 8),
        yes_no("larger"),
        text("device_class", 16),
        yes_no("one_by_one"),
        yes_no("begun"),
        json("answers"),
        whole("tries"),
        key(),
        unique=[("token_hash",)],
        checks={
            "ended": "(state IN ('waiting', 'open')) = (ended_at IS NULL)",
            "tablet": "(way = 'tablet') = (sign_in_id IS NOT NULL)",
        },
        indexed=("client_id", "session_id"),
    )
    create_index(
        "uq_handovers_running_code_hash",
        "handovers",
        "code_hash",
        unique=True,
        where="state IN ('waiting', 'open')",
    )
    create_index(
        "uq_handovers_running_secret_hash",
        "handovers",
        "secret_hash",
        unique=True,
        where="state IN ('waiting', 'open')",
    )
    create_index(
        "uq_handovers_running_session_id",
        "handovers",
        "session_id",
        "participant_id",
        unique=True,
        where="state IN ('waiting', 'open')",
    )
    create_table(
        "code_guesses",
        moment("at"),
        key(),
        indexed=("at",),
    )


def _supervision() -> None:
    create_table(
        "flag_reviews",
        point("flag_id", "flags"),
        whole("sequence"),
        enum_value("act"),
        text("note", 500),
        day("discuss_on", null=True),
        point("finding_id", "flag_findings"),
        point("answer_id", "flag_answers", null=True),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        key(),
        checks={"discuss": "(act = 'discuss') = (discuss_on IS NOT NULL)"},
    )
    create_index("uq_flag_reviews_sequence", "flag_reviews", "flag_id", "sequence", unique=True)
    create_table(
        "meetings",
        point("supervisor_id", "users"),
        point("clinician_id", "users"),
        day("meets_on"),
        moment("made_at"),
        key(),
        unique=[("supervisor_id", "clinician_id", "meets_on")],
        checks={"two_people": "supervisor_id <> clinician_id"},
        indexed=("clinician_id",),
    )
    create_table(
        "client_reviews",
        point("client_id", "clients"),
        point("meeting_id", "meetings", null=True),
        day("reviewed_on"),
        text("note", 500),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        key(),
        indexed=("meeting_id",),
    )
    create_index("ix_client_reviews_client_day", "client_reviews", "client_id", "reviewed_on")
    create_table(
        "actions",
        point("review_id", "client_reviews"),
        point("client_id", "clients"),
        text("what", 200),
        point("who_id", "users"),
        day("due_on", null=True),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        enum_value("ended_as", null=True),
        moment("ended_at", null=True),
        point("ended_by_id", "users", null=True),
        key(),
        checks={
            "ended": "(ended_at IS NULL) = (ended_as IS NULL) AND (ended_at IS NULL) = (ended_by_id IS NULL)"
        },
        indexed=("client_id", "review_id"),
    )
    create_table(
        "saved_views",
        point("user_id", "users"),
        text("name", 40),
        json("asked"),
        moment("made_at"),
        key(),
        unique=[("user_id", "name")],
    )


def _standing_in() -> None:
    create_table(
        "covers",
        point("clinician_id", "users"),
        point("cover_id", "users"),
        day("starts_on"),
        day("ends_on"),
        text("reason", 200),
        moment("made_at"),
        point("made_by_id", "users"),
        moment("ended_at", null=True),
        key(),
        checks={"order": "ends_on >= starts_on", "two_people": "clinician_id <> cover_id"},
        indexed=("clinician_id", "cover_id"),
    )
    create_table(
        "emergency_accesses",
        point("client_id", "clients"),
        point("user_id", "users"),
        point("clinician_id", "users"),
        text("reason", 300),
        moment("opened_at"),
        moment("ended_at", null=True),
        key(),
    )
    create_index("ix_emergency_accesses_user_client", "emergency_accesses", "user_id", "client_id")
    create_table(
        "notices",
        point("user_id", "users"),
        enum_value("kind"),
        loose_id("about_id", null=True),
        point("client_id", "clients", null=True),
        point("by_id", "users", null=True),
        text("text", 300),
        day("since", null=True),
        day("until", null=True),
        moment("made_at"),
        moment("seen_at", null=True),
        key(),
    )
    create_index("ix_notices_user_seen", "notices", "user_id", "seen_at")
    create_table(
        "exports",
        point("user_id", "users"),
        text("what", 24),
        point("about_id", "users", null=True),
        text("file_format", 24),
        text("reason", 200),
        whole("lines"),
        text("file_hash", 64),
        moment("made_at"),
        key(),
        indexed=("user_id",),
    )


def _library() -> None:
    create_table(
        "library_checks",
        text("text", 80),
        text("sentence", 32),
        text("passage", 300),
        moment("checked_at"),
        point("checked_by_id", "users"),
        moment("undone_at", null=True),
        point("undone_by_id", "users", null=True),
        key(),
        checks={"undone": "(undone_at IS NULL) = (undone_by_id IS NULL)"},
        indexed=("text",),
    )
    create_table(
        "library_reviews",
        text("text", 80),
        text("version", 40),
        day("reviewed_on"),
        day("next_on"),
        moment("reviewed_at"),
        point("reviewed_by_id", "users"),
        key(),
        indexed=("text",),
    )
    create_table(
        "useful_marks",
        text("text", 80),
        point("user_id", "users"),
        moment("marked_at"),
        key(),
        unique=[("text", "user_id")],
    )
    create_table(
        "suggestions",
        text("text", 80),
        text("sentence", 32, null=True),
        text("said", 1000),
        enum_value("about"),
        text("wish", 1000),
        text("source", 500),
        enum_value("credit"),
        moment("submitted_at"),
        point("submitted_by_id", "users"),
        key(),
        indexed=("text",),
    )
    create_table(
        "suggestion_steps",
        point("suggestion_id", "suggestions"),
        whole("sequence"),
        enum_value("act"),
        text("note", 500),
        text("sentence", 32, null=True),
        text("said", 1000),
        text("draft", 2000, null=True),
        text("source_citation", 500, null=True),
        text("source_link", 300, null=True),
        enum_value("source_tier", null=True),
        moment("recorded_at"),
        point("recorded_by_id", "users"),
        key(),
        unique=[("suggestion_id", "sequence")],
        checks={
            "draft": "(act = 'drafted') = (draft IS NOT NULL)",
            "source": "(source_citation IS NULL) = (source_tier IS NULL)",
        },
    )
    create_table(
        "library_revisions",
        point("suggestion_id", "suggestions"),
        point("step_id", "suggestion_steps"),
        text("text", 80),
        whole("number"),
        text("source_key", 8, null=True),
        moment("published_at"),
        point("published_by_id", "users"),
        key(),
        unique=[("source_key",), ("suggestion_id",), ("text", "number")],
    )
    create_table(
        "learning_tries",
        point("user_id", "users"),
        text("concept", 80),
        json("answers"),
        moment("begun_at"),
        day("ended_on", null=True),
        yes_no("passed", null=True),
        key(),
        checks={"ended": "(ended_on IS NULL) = (passed IS NULL)"},
    )
    create_index("ix_learning_tries_user_concept", "learning_tries", "user_id", "concept")
    create_index(
        "uq_learning_tries_open",
        "learning_tries",
        "user_id",
        "concept",
        unique=True,
        where="ended_on IS NULL",
    )


def _reports() -> None:
    create_table(
        "practice_reports",
        day("since"),
        json("rows"),
        moment("made_at"),
        key(),
        unique=[("since",)],
    )


def _first_rows() -> None:
    """The roles, the practice, and the beginning of the audit chain."""
    names = ("clinician", "supervisor", "administrator")
    insert("roles", *({"id": number, "name": name} for number, name in enumerate(names, start=1)))
    insert(
        "practice",
        {
            "id": 1,
            "name": "Alliance Tracker",
            "time_zone": "UTC",
            "crisis_text": "This is not read straight away. In an emergency, call your local emergency number.",
            "version": 1,
            "own_ratings_shown": False,
        },
    )
    insert("audit_head", {"id": 1, "seq": 0, "hash": "0" * 64})


def _guards() -> None:
    """A correction, a new finding or a later answer is a row of its own."""
    begin_guarding()
    write_once(
        "adaptations",
        "audit_entries",
        "client_reviews",
        "flag_answers",
        "flag_findings",
        "flag_reviews",
        "goal_entries",
        "goal_progress",
        "library_reviews",
        "library_revisions",
        "objective_versions",
        "practice_reports",
        "ratings",
        "reassignments",
        "reengagements",
        "repair_entries",
        "rule_settings",
        "session_changes",
        "suggestion_steps",
        "suggestions",
        "usual_range_starts",
    )
    never_delete("audit_entries")
