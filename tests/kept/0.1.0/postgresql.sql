CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION '%: rows are written once', TG_TABLE_NAME; END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.actions (
    review_id uuid NOT NULL,
    client_id uuid NOT NULL,
    what character varying(200) NOT NULL,
    who_id uuid NOT NULL,
    due_on date,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    ended_as character varying(24),
    ended_at timestamp with time zone,
    ended_by_id uuid,
    id uuid NOT NULL,
    CONSTRAINT ck_actions_ended CHECK ((((ended_at IS NULL) = (ended_as IS NULL)) AND ((ended_at IS NULL) = (ended_by_id IS NULL)))),
    CONSTRAINT ck_actions_ended_as CHECK (((ended_as)::text = ANY ((ARRAY['done'::character varying, 'not_needed'::character varying])::text[])))
);


CREATE TABLE public.adaptations (
    client_id uuid NOT NULL,
    happened_on date NOT NULL,
    kind character varying(24) NOT NULL,
    note character varying(300) NOT NULL,
    taken_back boolean NOT NULL,
    supersedes_id uuid,
    reason character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_adaptations_kind CHECK (((kind)::text = ANY ((ARRAY['pacing'::character varying, 'language'::character varying, 'cultural_tailoring'::character varying, 'modality'::character varying, 'other'::character varying])::text[])))
);


CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


CREATE TABLE public.audit_entries (
    seq integer NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id uuid,
    event character varying(40) NOT NULL,
    object_id uuid,
    client_id uuid,
    detail json NOT NULL,
    previous character varying(64) NOT NULL,
    hash character varying(64) NOT NULL
);


CREATE TABLE public.audit_head (
    id integer NOT NULL,
    seq integer NOT NULL,
    hash character varying(64) NOT NULL,
    CONSTRAINT ck_audit_head_single CHECK ((id = 1))
);


CREATE SEQUENCE public.audit_head_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.audit_head_id_seq OWNED BY public.audit_head.id;


CREATE TABLE public.client_measures (
    client_id uuid NOT NULL,
    measure_key character varying(40) NOT NULL,
    "position" integer NOT NULL,
    asked character varying(24),
    CONSTRAINT ck_client_measures_asked CHECK (((asked)::text = ANY ((ARRAY['start'::character varying, 'end'::character varying])::text[])))
);


CREATE TABLE public.client_reviews (
    client_id uuid NOT NULL,
    meeting_id uuid,
    reviewed_on date NOT NULL,
    note character varying(500) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.clients (
    code character varying(12) NOT NULL,
    initials character varying(4) NOT NULL,
    own_reference character varying(40) NOT NULL,
    age_band character varying(24) NOT NULL,
    format character varying(24) NOT NULL,
    usual_setting character varying(24) NOT NULL,
    starts_on date NOT NULL,
    clinician_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    language character varying(8) NOT NULL,
    CONSTRAINT ck_clients_age_band CHECK (((age_band)::text = ANY ((ARRAY['child'::character varying, 'adolescent'::character varying, 'young_adult'::character varying, 'adult'::character varying, 'older_adult'::character varying])::text[]))),
    CONSTRAINT ck_clients_format CHECK (((format)::text = ANY ((ARRAY['individual'::character varying, 'couple'::character varying, 'family'::character varying, 'group'::character varying])::text[]))),
    CONSTRAINT ck_clients_language CHECK (((language)::text = ANY ((ARRAY['en'::character varying, 'de'::character varying])::text[]))),
    CONSTRAINT ck_clients_usual_setting CHECK (((usual_setting)::text = ANY ((ARRAY['in_person'::character varying, 'video'::character varying, 'phone'::character varying, 'outside'::character varying])::text[])))
);


CREATE TABLE public.code_guesses (
    at timestamp with time zone NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.covers (
    clinician_id uuid NOT NULL,
    cover_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    reason character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid NOT NULL,
    ended_at timestamp with time zone,
    id uuid NOT NULL,
    CONSTRAINT ck_covers_order CHECK ((ends_on >= starts_on)),
    CONSTRAINT ck_covers_two_people CHECK ((clinician_id <> cover_id))
);


CREATE TABLE public.emergency_accesses (
    client_id uuid NOT NULL,
    user_id uuid NOT NULL,
    clinician_id uuid NOT NULL,
    reason character varying(300) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    id uuid NOT NULL
);


CREATE TABLE public.exports (
    user_id uuid NOT NULL,
    what character varying(24) NOT NULL,
    about_id uuid,
    file_format character varying(24) NOT NULL,
    reason character varying(200) NOT NULL,
    lines integer NOT NULL,
    file_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.flag_answers (
    flag_id uuid NOT NULL,
    sequence integer NOT NULL,
    finding_id uuid NOT NULL,
    answer character varying(24) NOT NULL,
    moves json NOT NULL,
    rupture character varying(24),
    note character varying(300) NOT NULL,
    talked_on date,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    id uuid NOT NULL,
    undoes_id uuid,
    CONSTRAINT ck_flag_answers_answer CHECK (((answer)::text = ANY ((ARRAY['talked'::character varying, 'explained'::character varying, 'preferred_not'::character varying, 'next_session'::character varying, 'not_today'::character varying, 'entered_wrongly'::character varying, 'supervision'::character varying, 'risk_asked'::character varying, 'risk_plan'::character varying, 'risk_involved'::character varying, 'risk_unchanged'::character varying, 'reviewed'::character varying, 'changed'::character varying, 'undone'::character varying])::text[]))),
    CONSTRAINT ck_flag_answers_rupture CHECK (((rupture)::text = ANY ((ARRAY['withdrawal'::character varying, 'confrontation'::character varying, 'both'::character varying, 'not_a_rupture'::character varying])::text[]))),
    CONSTRAINT ck_flag_answers_undone CHECK ((((answer)::text = 'undone'::text) = (undoes_id IS NOT NULL)))
);


CREATE TABLE public.flag_findings (
    flag_id uuid NOT NULL,
    sequence integer NOT NULL,
    rating_id uuid,
    kind character varying(24) NOT NULL,
    strength integer,
    detail json NOT NULL,
    rules_version character varying(16) NOT NULL,
    found_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_flag_findings_kind CHECK (((kind)::text = ANY ((ARRAY['risk_item'::character varying, 'drop'::character varying, 'wants_to_talk'::character varying, 'slide'::character varying, 'early_level'::character varying, 'first_crossing'::character varying, 'low_item'::character varying, 'outcome_worse'::character varying, 'no_improvement'::character varying, 'therapist_drop'::character varying, 'therapist_above'::character varying, 'no_rating_lately'::character varying, 'not_back'::character varying, 'came_back'::character varying, 'ceiling'::character varying, 'flat'::character varying, 'client_above'::character varying, 'partners_apart'::character varying, 'declined'::character varying, 'input_changed'::character varying, 'sudden_gain'::character varying, 'recovered'::character varying, 'missed'::character varying, 'late_again'::character varying, 'tasks_not_done'::character varying, 'nothing_voiced'::character varying])::text[]))),
    CONSTRAINT ck_flag_findings_strength CHECK (((strength >= 1) AND (strength <= 3)))
);


CREATE TABLE public.flag_reviews (
    flag_id uuid NOT NULL,
    sequence integer NOT NULL,
    act character varying(24) NOT NULL,
    note character varying(500) NOT NULL,
    discuss_on date,
    finding_id uuid NOT NULL,
    answer_id uuid,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_flag_reviews_act CHECK (((act)::text = ANY ((ARRAY['addressed'::character varying, 'discuss'::character varying, 'no_action'::character varying, 'asked'::character varying, 'comment'::character varying, 'reopened'::character varying])::text[]))),
    CONSTRAINT ck_flag_reviews_discuss CHECK ((((act)::text = 'discuss'::text) = (discuss_on IS NOT NULL)))
);


CREATE TABLE public.flags (
    client_id uuid NOT NULL,
    session_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    measure_key character varying(40) NOT NULL,
    rater character varying(24) NOT NULL,
    tier character varying(24) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    version integer NOT NULL,
    id uuid NOT NULL,
    concern character varying(24) NOT NULL,
    CONSTRAINT ck_flags_rater CHECK (((rater)::text = ANY ((ARRAY['client'::character varying, 'therapist'::character varying, 'observer'::character varying])::text[]))),
    CONSTRAINT ck_flags_tier CHECK (((tier)::text = ANY ((ARRAY['risk'::character varying, 'check_in'::character varying, 'review'::character varying, 'note'::character varying])::text[])))
);


CREATE TABLE public.goal_entries (
    goal_id uuid NOT NULL,
    sequence integer NOT NULL,
    act character varying(24) NOT NULL,
    happened_on date NOT NULL,
    wording character varying(200) NOT NULL,
    line character varying(200) NOT NULL,
    place integer,
    supersedes_id uuid,
    reason character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_goal_entries_act CHECK (((act)::text = ANY ((ARRAY['set'::character varying, 'endorsed'::character varying, 'reviewed'::character varying, 'reworded'::character varying, 'achieved'::character varying, 'dropped'::character varying, 'taken_up'::character varying, 'placed'::character varying, 'taken_back'::character varying])::text[]))),
    CONSTRAINT ck_goal_entries_place CHECK ((((act)::text = ANY ((ARRAY['set'::character varying, 'placed'::character varying])::text[])) = (place IS NOT NULL)))
);


CREATE TABLE public.goal_progress (
    goal_id uuid NOT NULL,
    session_id uuid NOT NULL,
    value integer,
    supersedes_id uuid,
    reason character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_goal_progress_value CHECK (((value >= 0) AND (value <= 10)))
);


CREATE TABLE public.goals (
    client_id uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.handovers (
    client_id uuid NOT NULL,
    session_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    letter character varying(1) NOT NULL,
    measures json NOT NULL,
    way character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid NOT NULL,
    sign_in_id uuid,
    code_hash character varying(64),
    secret_hash character varying(64),
    token_hash character varying(64),
    expires_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    touched_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    reader character varying(80) NOT NULL,
    reading_time character varying(80) NOT NULL,
    language character varying(8) NOT NULL,
    larger boolean NOT NULL,
    device_class character varying(16) NOT NULL,
    one_by_one boolean NOT NULL,
    begun boolean NOT NULL,
    answers json NOT NULL,
    tries integer NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_handovers_ended CHECK ((((state)::text = ANY ((ARRAY['waiting'::character varying, 'open'::character varying])::text[])) = (ended_at IS NULL))),
    CONSTRAINT ck_handovers_state CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'open'::character varying, 'sent'::character varying, 'declined'::character varying, 'partial'::character varying, 'unanswered'::character varying, 'cancelled'::character varying])::text[]))),
    CONSTRAINT ck_handovers_tablet CHECK ((((way)::text = 'tablet'::text) = (sign_in_id IS NOT NULL))),
    CONSTRAINT ck_handovers_way CHECK (((way)::text = ANY ((ARRAY['tablet'::character varying, 'code'::character varying, 'link'::character varying])::text[])))
);


CREATE TABLE public.learning_tries (
    user_id uuid NOT NULL,
    concept character varying(80) NOT NULL,
    answers json NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ended_on date,
    passed boolean,
    id uuid NOT NULL,
    CONSTRAINT ck_learning_tries_ended CHECK (((ended_on IS NULL) = (passed IS NULL)))
);


CREATE TABLE public.library_checks (
    text character varying(80) NOT NULL,
    sentence character varying(32) NOT NULL,
    passage character varying(300) NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    checked_by_id uuid NOT NULL,
    undone_at timestamp with time zone,
    undone_by_id uuid,
    id uuid NOT NULL,
    CONSTRAINT ck_library_checks_undone CHECK (((undone_at IS NULL) = (undone_by_id IS NULL)))
);


CREATE TABLE public.library_reviews (
    text character varying(80) NOT NULL,
    version character varying(40) NOT NULL,
    reviewed_on date NOT NULL,
    next_on date NOT NULL,
    reviewed_at timestamp with time zone NOT NULL,
    reviewed_by_id uuid NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.library_revisions (
    suggestion_id uuid NOT NULL,
    step_id uuid NOT NULL,
    text character varying(80) NOT NULL,
    number integer NOT NULL,
    source_key character varying(8),
    published_at timestamp with time zone NOT NULL,
    published_by_id uuid NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.meetings (
    supervisor_id uuid NOT NULL,
    clinician_id uuid NOT NULL,
    meets_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_meetings_two_people CHECK ((supervisor_id <> clinician_id))
);


CREATE TABLE public.notices (
    user_id uuid NOT NULL,
    kind character varying(24) NOT NULL,
    about_id uuid,
    client_id uuid,
    by_id uuid,
    text character varying(300) NOT NULL,
    since date,
    until date,
    made_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone,
    id uuid NOT NULL,
    CONSTRAINT ck_notices_kind CHECK (((kind)::text = ANY ((ARRAY['emergency'::character varying, 'transferred'::character varying, 'covering'::character varying, 'covered'::character varying, 'supervised'::character varying, 'drafted'::character varying])::text[])))
);


CREATE TABLE public.objective_versions (
    objective_id uuid NOT NULL,
    sequence integer NOT NULL,
    template character varying(40) NOT NULL,
    kind character varying(24) NOT NULL,
    parameters json NOT NULL,
    wording character varying(300) NOT NULL,
    mechanism character varying(300) NOT NULL,
    starts_on date NOT NULL,
    due_on date NOT NULL,
    kept character varying(24) NOT NULL,
    reason character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_objective_versions_days CHECK ((due_on > starts_on)),
    CONSTRAINT ck_objective_versions_kept CHECK (((kept)::text = ANY ((ARRAY['open'::character varying, 'closed'::character varying, 'taken_back'::character varying])::text[]))),
    CONSTRAINT ck_objective_versions_kind CHECK (((kind)::text = ANY ((ARRAY['goals'::character varying, 'reached'::character varying, 'addressed'::character varying, 'adapted'::character varying, 'attended'::character varying, 'complete'::character varying])::text[])))
);


CREATE TABLE public.objectives (
    client_id uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.one_time_codes (
    user_id uuid NOT NULL,
    code_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid,
    tries integer NOT NULL,
    ended_at timestamp with time zone,
    end_reason character varying(24),
    id uuid NOT NULL,
    CONSTRAINT ck_one_time_codes_ended CHECK (((ended_at IS NULL) = (end_reason IS NULL)))
);


CREATE TABLE public.participants (
    client_id uuid NOT NULL,
    letter character varying(1) NOT NULL,
    id uuid NOT NULL,
    left_at timestamp with time zone
);


CREATE TABLE public.practice (
    id integer NOT NULL,
    name character varying(120) NOT NULL,
    time_zone character varying(64) NOT NULL,
    crisis_text character varying(500) NOT NULL,
    version integer NOT NULL,
    measures json,
    own_ratings_shown boolean NOT NULL,
    CONSTRAINT ck_practice_single CHECK ((id = 1))
);


CREATE SEQUENCE public.practice_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.practice_id_seq OWNED BY public.practice.id;


CREATE TABLE public.practice_reports (
    since date NOT NULL,
    rows json NOT NULL,
    made_at timestamp with time zone NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.ratings (
    session_id uuid NOT NULL,
    participant_id uuid,
    measure_key character varying(40) NOT NULL,
    measure_version integer NOT NULL,
    variant character varying(24) NOT NULL,
    rater character varying(24) NOT NULL,
    blind boolean NOT NULL,
    given character varying(24) NOT NULL,
    input_mode character varying(24) NOT NULL,
    channel character varying(24) NOT NULL,
    device_class character varying(16) NOT NULL,
    language character varying(8) NOT NULL,
    answers json NOT NULL,
    total integer,
    held_back integer,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    supersedes_id uuid,
    correction_reason character varying(200) NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_ratings_channel CHECK (((channel)::text = ANY ((ARRAY['typed'::character varying, 'tablet'::character varying, 'phone'::character varying])::text[]))),
    CONSTRAINT ck_ratings_correction CHECK (((supersedes_id IS NULL) = ((correction_reason)::text = ''::text))),
    CONSTRAINT ck_ratings_given CHECK (((given)::text = ANY ((ARRAY['in_session'::character varying, 'after_session'::character varying])::text[]))),
    CONSTRAINT ck_ratings_input_mode CHECK (((input_mode)::text = ANY ((ARRAY['numbers'::character varying, 'labels'::character varying, 'line'::character varying, 'total'::character varying, 'components'::character varying])::text[]))),
    CONSTRAINT ck_ratings_participant CHECK ((((rater)::text <> 'client'::text) OR (participant_id IS NOT NULL))),
    CONSTRAINT ck_ratings_rater CHECK (((rater)::text = ANY ((ARRAY['client'::character varying, 'therapist'::character varying, 'observer'::character varying])::text[])))
);


CREATE TABLE public.reassignments (
    client_id uuid NOT NULL,
    from_id uuid NOT NULL,
    to_id uuid NOT NULL,
    reason character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid,
    id uuid NOT NULL,
    CONSTRAINT ck_reassignments_two_people CHECK ((from_id <> to_id))
);


CREATE TABLE public.reengagements (
    session_id uuid NOT NULL,
    happened_on date NOT NULL,
    note character varying(300) NOT NULL,
    supersedes_id uuid,
    reason character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.repair_entries (
    repair_id uuid NOT NULL,
    sequence integer NOT NULL,
    act character varying(24) NOT NULL,
    rupture character varying(24),
    moves json NOT NULL,
    note character varying(300) NOT NULL,
    happened_on date,
    step_id uuid,
    supersedes_id uuid,
    reason character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_repair_entries_act CHECK (((act)::text = ANY ((ARRAY['opened'::character varying, 'talked'::character varying, 'planned'::character varying, 'done'::character varying, 'let_go'::character varying, 'repaired'::character varying, 'left'::character varying, 'reopened'::character varying])::text[]))),
    CONSTRAINT ck_repair_entries_rupture CHECK (((rupture)::text = ANY ((ARRAY['withdrawal'::character varying, 'confrontation'::character varying, 'both'::character varying, 'not_a_rupture'::character varying])::text[]))),
    CONSTRAINT ck_repair_entries_step CHECK ((((act)::text = ANY ((ARRAY['done'::character varying, 'let_go'::character varying])::text[])) = (step_id IS NOT NULL)))
);


CREATE TABLE public.repairs (
    client_id uuid NOT NULL,
    session_id uuid NOT NULL,
    flag_id uuid,
    version integer NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.roles (
    id integer NOT NULL,
    name character varying(24) NOT NULL
);


CREATE SEQUENCE public.roles_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.roles_id_seq OWNED BY public.roles.id;


CREATE TABLE public.rule_settings (
    measure_key character varying(40) NOT NULL,
    points character varying(16) NOT NULL,
    reason character varying(500) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by_id uuid,
    id uuid NOT NULL
);


CREATE TABLE public.saved_views (
    user_id uuid NOT NULL,
    name character varying(40) NOT NULL,
    asked json NOT NULL,
    made_at timestamp with time zone NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.sent_forms (
    key uuid NOT NULL,
    user_id uuid NOT NULL,
    body_hash character varying(64) NOT NULL,
    result_id uuid,
    sent_at timestamp with time zone NOT NULL
);


CREATE TABLE public.session_changes (
    session_id uuid NOT NULL,
    field character varying(24) NOT NULL,
    old character varying(500) NOT NULL,
    new character varying(500) NOT NULL,
    reason character varying(200) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id uuid NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.sign_in_failures (
    identifier_hash character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.sign_ins (
    user_id uuid NOT NULL,
    token_hash character varying(64) NOT NULL,
    state character varying(24) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    end_reason character varying(24),
    id uuid NOT NULL,
    device character varying(40) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_sign_ins_ended CHECK ((((state)::text = 'ended'::text) = (ended_at IS NOT NULL))),
    CONSTRAINT ck_sign_ins_state CHECK (((state)::text = ANY ((ARRAY['active'::character varying, 'suspended'::character varying, 'ended'::character varying])::text[])))
);


CREATE TABLE public.suggestion_steps (
    suggestion_id uuid NOT NULL,
    sequence integer NOT NULL,
    act character varying(24) NOT NULL,
    note character varying(500) NOT NULL,
    sentence character varying(32),
    said character varying(1000) NOT NULL,
    draft character varying(2000),
    source_citation character varying(500),
    source_link character varying(300),
    source_tier character varying(24),
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_suggestion_steps_act CHECK (((act)::text = ANY ((ARRAY['drafted'::character varying, 'approved'::character varying, 'returned'::character varying, 'published'::character varying, 'declined'::character varying, 'withdrawn'::character varying])::text[]))),
    CONSTRAINT ck_suggestion_steps_draft CHECK ((((act)::text = 'drafted'::text) = (draft IS NOT NULL))),
    CONSTRAINT ck_suggestion_steps_source CHECK (((source_citation IS NULL) = (source_tier IS NULL))),
    CONSTRAINT ck_suggestion_steps_source_tier CHECK (((source_tier)::text = ANY ((ARRAY['T1'::character varying, 'T2'::character varying, 'T3'::character varying])::text[])))
);


CREATE TABLE public.suggestions (
    text character varying(80) NOT NULL,
    sentence character varying(32),
    said character varying(1000) NOT NULL,
    about character varying(24) NOT NULL,
    wish character varying(1000) NOT NULL,
    source character varying(500) NOT NULL,
    credit character varying(24) NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    submitted_by_id uuid NOT NULL,
    id uuid NOT NULL,
    CONSTRAINT ck_suggestions_about CHECK (((about)::text = ANY ((ARRAY['wrong'::character varying, 'outdated'::character varying, 'unclear'::character varying, 'no_source'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT ck_suggestions_credit CHECK (((credit)::text = ANY ((ARRAY['named'::character varying, 'unnamed'::character varying])::text[])))
);


CREATE TABLE public.supervision_links (
    supervisor_id uuid NOT NULL,
    clinician_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    id uuid NOT NULL,
    CONSTRAINT ck_supervision_links_order CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT ck_supervision_links_two_people CHECK ((supervisor_id <> clinician_id))
);


CREATE TABLE public.therapy_sessions (
    client_id uuid NOT NULL,
    clinician_id uuid NOT NULL,
    held_on date NOT NULL,
    status character varying(24) NOT NULL,
    setting character varying(24) NOT NULL,
    minutes_late integer,
    no_rating character varying(24),
    note character varying(500) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    task character varying(24),
    asked_questions boolean,
    disagreed boolean,
    brought_unasked boolean,
    set_agenda boolean,
    still_useful character varying(200) NOT NULL,
    right_things character varying(200) NOT NULL,
    not_working character varying(200) NOT NULL,
    taken_off_at timestamp with time zone,
    CONSTRAINT ck_therapy_sessions_minutes_late CHECK (((minutes_late >= 0) AND (minutes_late <= 180))),
    CONSTRAINT ck_therapy_sessions_no_rating CHECK (((no_rating)::text = ANY ((ARRAY['not_asked'::character varying, 'declined'::character varying, 'asked'::character varying, 'not_given'::character varying])::text[]))),
    CONSTRAINT ck_therapy_sessions_setting CHECK (((setting)::text = ANY ((ARRAY['in_person'::character varying, 'video'::character varying, 'phone'::character varying, 'outside'::character varying])::text[]))),
    CONSTRAINT ck_therapy_sessions_status CHECK (((status)::text = ANY ((ARRAY['scheduled'::character varying, 'attended'::character varying, 'cancelled_by_client'::character varying, 'cancelled_by_clinic'::character varying, 'missed'::character varying])::text[]))),
    CONSTRAINT ck_therapy_sessions_task CHECK (((task)::text = ANY ((ARRAY['done'::character varying, 'partly'::character varying, 'not_done'::character varying, 'none_agreed'::character varying])::text[])))
);


CREATE TABLE public.useful_marks (
    text character varying(80) NOT NULL,
    user_id uuid NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.user_preferences (
    user_id uuid NOT NULL,
    theme character varying(24) NOT NULL,
    density character varying(24) NOT NULL,
    own_rating boolean NOT NULL,
    shortcuts boolean NOT NULL,
    pin_hash character varying(255),
    CONSTRAINT ck_user_preferences_density CHECK (((density)::text = ANY ((ARRAY['comfortable'::character varying, 'compact'::character varying])::text[]))),
    CONSTRAINT ck_user_preferences_theme CHECK (((theme)::text = ANY ((ARRAY['system'::character varying, 'light'::character varying, 'dark'::character varying])::text[])))
);


CREATE TABLE public.user_roles (
    user_id uuid NOT NULL,
    role_id integer NOT NULL
);


CREATE TABLE public.users (
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    password character varying(255) NOT NULL,
    active boolean NOT NULL,
    fs_uniquifier character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL
);


CREATE TABLE public.usual_range_starts (
    client_id uuid NOT NULL,
    measure_key character varying(40) NOT NULL,
    session_id uuid NOT NULL,
    begins boolean NOT NULL,
    reason character varying(200) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by_id uuid NOT NULL,
    id uuid NOT NULL
);


ALTER TABLE ONLY public.audit_head ALTER COLUMN id SET DEFAULT nextval('public.audit_head_id_seq'::regclass);


ALTER TABLE ONLY public.practice ALTER COLUMN id SET DEFAULT nextval('public.practice_id_seq'::regclass);


ALTER TABLE ONLY public.roles ALTER COLUMN id SET DEFAULT nextval('public.roles_id_seq'::regclass);


INSERT INTO public.actions VALUES
	('ffa9a6c6-8fca-4e00-bd79-3c22716b9b15', 'c544da6d-5782-479a-a2af-259262b16dd6', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-12-31', '2024-04-02 09:06:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, NULL, NULL, '62fc02c2-e8be-43e9-ac1b-f103a251bf96'),
	('f12e8d4d-84f7-4619-8a0c-b4456ae634cb', '7f4b991e-a632-4aaa-9864-ac6736030cf1', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-12-31', '2024-04-02 09:07:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'not_needed', '2024-04-02 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'de5f13df-95ca-4060-a249-5381293da0c1');


INSERT INTO public.adaptations VALUES
	('c544da6d-5782-479a-a2af-259262b16dd6', '2024-03-21', 'cultural_tailoring', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', false, NULL, '', '2024-03-21 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '8ac398f1-dbd9-4baa-a2f0-c7abed748d6a'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '2024-03-21', 'other', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', false, '8ac398f1-dbd9-4baa-a2f0-c7abed748d6a', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-03-21 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '069d42b0-9043-4d14-ace0-f97d5c5defff'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '2024-03-21', 'other', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', true, '069d42b0-9043-4d14-ace0-f97d5c5defff', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', '2024-03-21 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'bb086523-4a82-4955-ae55-b7732a1fea70');


INSERT INTO public.alembic_version VALUES
	('r0001');


INSERT INTO public.audit_entries VALUES
	(1, '2024-01-08 09:00:00+00', NULL, 'database.upgraded', NULL, NULL, '{"version": "r0001"}', '0000000000000000000000000000000000000000000000000000000000000000', '145fa2e5942459c6d372e2fa96da92c6ecf56a5aa5cb2891e25a0d0c112f514f'),
	(2, '2024-01-08 09:00:00+00', NULL, 'anchors.begun', NULL, NULL, '{}', '145fa2e5942459c6d372e2fa96da92c6ecf56a5aa5cb2891e25a0d0c112f514f', '49d41a4a4dc11887b67a3858802860a01b36ebee3ab54b61159652dae8d4473b'),
	(3, '2024-01-08 09:00:00+00', NULL, 'account.added', '31fdc443-fd95-45e3-9535-66eb6cc83670', NULL, '{"roles": ["administrator"]}', '49d41a4a4dc11887b67a3858802860a01b36ebee3ab54b61159652dae8d4473b', '24753cd1a478e8a931238b80112b6515cd0b719f7738817af1c77dfe10eb4c91'),
	(4, '2024-01-08 09:01:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'account.added', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '{"roles": ["clinician"]}', '24753cd1a478e8a931238b80112b6515cd0b719f7738817af1c77dfe10eb4c91', 'a8a0b1c77d3e47d946c72c13686deb807791db86b57f10d92cb57b4d9096d1d4'),
	(5, '2024-01-08 09:02:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'account.added', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '{"roles": ["supervisor"]}', 'a8a0b1c77d3e47d946c72c13686deb807791db86b57f10d92cb57b4d9096d1d4', '5578b7d2bf1d30f803d1d2ab9f8bfa5eec2d533d9b485a79681630902820a169'),
	(6, '2024-01-08 09:03:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'account.added', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '{"roles": ["clinician"]}', '5578b7d2bf1d30f803d1d2ab9f8bfa5eec2d533d9b485a79681630902820a169', '41c1d852b0da19edeffd3f4c2b3b34a5f00fe1dedfe491964e98134712d046c1'),
	(7, '2024-01-08 09:04:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'account.added', 'a66a109b-1634-492c-99a2-90d2b7b29753', NULL, '{"roles": ["administrator", "clinician", "supervisor"]}', '41c1d852b0da19edeffd3f4c2b3b34a5f00fe1dedfe491964e98134712d046c1', 'dc595268ab829fd40ac9624fba88c7cd4eb68c98f6b0f6095030dd70822028c4'),
	(8, '2024-01-08 09:05:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'account.added', '653866e8-b57d-4718-8934-dd1f6d93809e', NULL, '{"roles": ["clinician"]}', 'dc595268ab829fd40ac9624fba88c7cd4eb68c98f6b0f6095030dd70822028c4', 'cc9abfd69337234f12a62e6b1e48f0b832493374e4ee132e8e84fa6fba5278fc'),
	(9, '2024-01-08 09:06:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'supervision.linked', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '{"clinician": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}', 'cc9abfd69337234f12a62e6b1e48f0b832493374e4ee132e8e84fa6fba5278fc', '95d82d5c80b1f41bd1cfd0a2a1bd27cb236d164f463c5c16411c868693a9773d'),
	(10, '2024-01-08 09:07:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'supervision.linked', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '{"clinician": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}', '95d82d5c80b1f41bd1cfd0a2a1bd27cb236d164f463c5c16411c868693a9773d', '661309a23bdc32e5eeb0cd4c17080b0bec8a562e5dda454382040e592f9f4319'),
	(11, '2024-01-08 09:08:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'supervision.ended', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '{"clinician": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}', '661309a23bdc32e5eeb0cd4c17080b0bec8a562e5dda454382040e592f9f4319', '0778340a271a777dbe4ba3e13af61cb84da3678a95d82b7bdfa7d0faf3af4865'),
	(12, '2024-01-08 09:09:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'supervision.linked', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '{"clinician": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}', '0778340a271a777dbe4ba3e13af61cb84da3678a95d82b7bdfa7d0faf3af4865', 'a25871c3f8b9b5201572835557b3c409eda1ad183a9136b4e642d79305d1e258'),
	(13, '2024-01-08 09:10:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'supervision.linked', 'a66a109b-1634-492c-99a2-90d2b7b29753', NULL, '{"clinician": "653866e8-b57d-4718-8934-dd1f6d93809e"}', 'a25871c3f8b9b5201572835557b3c409eda1ad183a9136b4e642d79305d1e258', '13f3f9d08a69bd86e08b174a822d01da81bbf6383ad4b1d8f35e8f0406607092'),
	(14, '2024-01-08 09:11:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'supervision.linked', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '{"clinician": "998c0836-4151-4b81-9ceb-13639293bbc0"}', '13f3f9d08a69bd86e08b174a822d01da81bbf6383ad4b1d8f35e8f0406607092', 'e59acf769a3cb10c711a17162e01f138dd53254821b55468fda0bdc6a84a9fc2'),
	(15, '2024-01-08 09:12:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'practice.changed', NULL, NULL, '{"fields": ["name", "time_zone", "crisis_text", "own_ratings_shown"]}', 'e59acf769a3cb10c711a17162e01f138dd53254821b55468fda0bdc6a84a9fc2', 'd840a7612b29465b6e97d2b8afc689c08dee7f37a98df708b07a7892b6ef5dec'),
	(16, '2024-01-08 09:13:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'threshold.set', '97f4d20e-6787-412d-9625-9f9500fd0927', NULL, '{"measure": "session-check"}', 'd840a7612b29465b6e97d2b8afc689c08dee7f37a98df708b07a7892b6ef5dec', 'b2ce7d28b8e447912ba3a9829122ac1d6fecc6d6acb790e61c12f6a4a6af700e'),
	(17, '2024-01-08 09:14:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'threshold.set', '58df4555-9d4a-49a4-a549-c551ad68a9c7', NULL, '{"measure": "session-check"}', 'b2ce7d28b8e447912ba3a9829122ac1d6fecc6d6acb790e61c12f6a4a6af700e', '9f2a731ec89b605a4c1d2b6d19230110a1aef7ecc73d223354b8a9ef28d8674d'),
	(18, '2024-01-08 09:15:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'account.preferences_changed', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '{"fields": ["density", "own_rating", "shortcuts", "theme"]}', '9f2a731ec89b605a4c1d2b6d19230110a1aef7ecc73d223354b8a9ef28d8674d', '7e8fb96614db09885c96011212f8c7a6e22cd856de7c1b1d6b4399e30e913905'),
	(19, '2024-01-08 09:16:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'account.preferences_changed', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '{"fields": ["density", "own_rating", "shortcuts", "theme"]}', '7e8fb96614db09885c96011212f8c7a6e22cd856de7c1b1d6b4399e30e913905', '31cc0ed6f8a87fb7b54c333360357145901ea7be99eaea7291d3c3d61fb35546'),
	(20, '2024-01-08 09:17:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'account.preferences_changed', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '{"fields": ["pin"]}', '31cc0ed6f8a87fb7b54c333360357145901ea7be99eaea7291d3c3d61fb35546', '3879e25fcc50408ae40254025a3026fc03738ad52ad612e95190c67508cd154d'),
	(21, '2024-01-08 09:18:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'sign_in.opened', '3ae7285e-a18e-483d-8c79-33f6a414e510', NULL, '{}', '3879e25fcc50408ae40254025a3026fc03738ad52ad612e95190c67508cd154d', '0b9550d2a65d451e0a3578174c5f180ed33f16178584373fdb2937d3b2e96f93'),
	(22, '2024-01-08 09:19:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'sign_in.ended', '3ae7285e-a18e-483d-8c79-33f6a414e510', NULL, '{"reason": "signed_out"}', '0b9550d2a65d451e0a3578174c5f180ed33f16178584373fdb2937d3b2e96f93', '160c29a4cad4c96dab21bb3bbfc25074c2e66c0fababe38354d696c13362336d'),
	(23, '2024-01-08 09:20:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'sign_in.opened', '326159b3-b863-4f99-aaa6-5de55ee51e50', NULL, '{}', '160c29a4cad4c96dab21bb3bbfc25074c2e66c0fababe38354d696c13362336d', 'b50bba6a538f90cf38908ec44aa6103d98645520f5ba57c5ca9e879bf47c5788'),
	(24, '2024-01-08 09:21:00+00', NULL, 'sign_in.failed', NULL, NULL, '{}', 'b50bba6a538f90cf38908ec44aa6103d98645520f5ba57c5ca9e879bf47c5788', '3823e6afd95206d028ea290cded6c213237a8eaf67e3f150a34afb0b44990021'),
	(25, '2024-01-08 09:22:00+00', NULL, 'sign_in.failed', NULL, NULL, '{}', '3823e6afd95206d028ea290cded6c213237a8eaf67e3f150a34afb0b44990021', 'b50c6aa4719dc0ff758f7e85f711d5c4b89d3ad53b129ae513b867878712e976'),
	(26, '2024-01-08 09:23:00+00', NULL, 'sign_in.failed', NULL, NULL, '{}', 'b50c6aa4719dc0ff758f7e85f711d5c4b89d3ad53b129ae513b867878712e976', 'eeeca30820414af3112d6cf4fc932719ae4971d9362a60c1c15c082d8014b14d'),
	(27, '2024-01-08 09:24:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'account.code_given', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '{}', 'eeeca30820414af3112d6cf4fc932719ae4971d9362a60c1c15c082d8014b14d', 'ab7eccd8143ea5e0292b1278c5bf2d9e140fc6cb92a9bdda3c0fdd7b94f57184'),
	(28, '2024-01-08 09:25:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'account.password_changed', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '{}', 'ab7eccd8143ea5e0292b1278c5bf2d9e140fc6cb92a9bdda3c0fdd7b94f57184', '6fc73e3995312b083aef36a55b8aa8069add49c995e974656194de34513226c3'),
	(29, '2024-01-08 09:26:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'account.code_given', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '{}', '6fc73e3995312b083aef36a55b8aa8069add49c995e974656194de34513226c3', '65b836228dd1036eaebf8683bc50314f520dafd5cb5f83cb0ce177eb32b37269'),
	(30, '2024-01-08 09:27:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'account.code_given', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '{}', '65b836228dd1036eaebf8683bc50314f520dafd5cb5f83cb0ce177eb32b37269', '7ae97c8cdd6a655db5585c7b98522388395815ec147f99c2ef9aaa9068fc8fd9'),
	(31, '2024-01-08 09:28:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'account.disabled', '653866e8-b57d-4718-8934-dd1f6d93809e', NULL, '{}', '7ae97c8cdd6a655db5585c7b98522388395815ec147f99c2ef9aaa9068fc8fd9', '2fc282615d4cfd833d669f1a72768aa332ca27bbf571408e21c0b8f7b1483837'),
	(32, '2024-01-08 09:28:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'supervision.ended', 'a66a109b-1634-492c-99a2-90d2b7b29753', NULL, '{"clinician": "653866e8-b57d-4718-8934-dd1f6d93809e"}', '2fc282615d4cfd833d669f1a72768aa332ca27bbf571408e21c0b8f7b1483837', 'b3e2f3d3fb450f6c05fc6cdea10b8f8fa7558b9ae752a045abcf8fd33e2cb3d2'),
	(33, '2024-01-11 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'client.added', 'c544da6d-5782-479a-a2af-259262b16dd6', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"measures": ["session-check", "wellbeing-check", "phq-9"]}', 'b3e2f3d3fb450f6c05fc6cdea10b8f8fa7558b9ae752a045abcf8fd33e2cb3d2', '8af71c9bc674a973ec6b6996e55b2950c3472843d5a5f37fef0a2544ff7f45ca'),
	(34, '2024-01-11 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'client.added', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"measures": ["session-check", "wellbeing-check"]}', '8af71c9bc674a973ec6b6996e55b2950c3472843d5a5f37fef0a2544ff7f45ca', '1b9b8d6d90a8de003705f92b2a33221ddf6722f0637ab6c64c09830bb9d3719c'),
	(35, '2024-01-11 09:02:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'client.added', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"measures": ["srs", "ors"]}', '1b9b8d6d90a8de003705f92b2a33221ddf6722f0637ab6c64c09830bb9d3719c', '8241b5e92a43054cb8cde88fbda7befd20a0126885ca666792be3098f77face3'),
	(36, '2024-01-11 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'participant.added', 'e07ee94d-8c85-4061-bf1e-79cbe15e8af1', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{}', '8241b5e92a43054cb8cde88fbda7befd20a0126885ca666792be3098f77face3', 'db99f83622d87f196ee9ded99715e513ed3775d3383f7cf2b55a651a60a702c8'),
	(37, '2024-01-11 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'participant.not_asked', 'e07ee94d-8c85-4061-bf1e-79cbe15e8af1', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{}', 'db99f83622d87f196ee9ded99715e513ed3775d3383f7cf2b55a651a60a702c8', '4fa5764a25ca752aed3daeeab5e7cc20d46bbadb7da04ea2185a461322d9bbd3'),
	(38, '2024-01-11 09:05:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'client.changed', 'c544da6d-5782-479a-a2af-259262b16dd6', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"fields": ["asked"], "measures": ["session-check", "wellbeing-check"]}', '4fa5764a25ca752aed3daeeab5e7cc20d46bbadb7da04ea2185a461322d9bbd3', 'a607100b89fbce4df1fbbf34aa66fdf69c80d4449b5068f1cfbcb9a7f8e973c8'),
	(39, '2024-01-11 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '8552af99-1510-4574-a9c3-61298b7568b0', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', 'a607100b89fbce4df1fbbf34aa66fdf69c80d4449b5068f1cfbcb9a7f8e973c8', 'af90ef808b4605023f438873c0ce35533af4e31a9e6c4c39d2e45ca792e98958'),
	(40, '2024-01-11 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'a6c6fc3b-71e3-4906-9f34-699a81387d5b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": ["7ce3bf48-d6cf-41a5-8756-8e1e90a5e069", "58ec964f-2e81-44f6-b3c9-62080f9cb7fe"]}', 'af90ef808b4605023f438873c0ce35533af4e31a9e6c4c39d2e45ca792e98958', 'b58ddbc632640e7e3d88641e65525ffdae860588de84c5f802814688eafc76fa'),
	(41, '2024-01-11 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'flag.raised', '3730cb38-bfa5-4fd3-9d48-d0b4f7b07e34', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"rules": "2026.7"}', 'b58ddbc632640e7e3d88641e65525ffdae860588de84c5f802814688eafc76fa', 'd227a4ac1b9b042e9dc33489028fd3d8f8674f650b01f4ff33a0f55a3204524e'),
	(42, '2024-01-11 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'session.logged', '31f88c2d-e93b-4cbd-80b5-1b50d61036cb', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"ratings": ["713bdda5-6c3b-48f6-85b9-0986d010ef52", "ef54005c-1eae-4e6b-86e6-812fbf38f425"]}', 'd227a4ac1b9b042e9dc33489028fd3d8f8674f650b01f4ff33a0f55a3204524e', 'ebb8834b849c1ce30bec2d80de16a312e79bd62fea3f9312737946c9654be534'),
	(43, '2024-01-11 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '2a30f32b-5bed-4aa0-b2f7-b53d19ffb7dd', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["88367f5d-8305-44bf-94b0-da993123f8f5"]}', 'ebb8834b849c1ce30bec2d80de16a312e79bd62fea3f9312737946c9654be534', '88a8ae6a3c24ba8692869de9ec8b9b9616696d94205f298cfd62bd038c2f8adc'),
	(44, '2024-01-11 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '1252a3da-65b1-4dde-bcd9-8e1fd0ebbe2a', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["372a3a8d-6029-4d2a-99b7-e895797d9a41"]}', '88a8ae6a3c24ba8692869de9ec8b9b9616696d94205f298cfd62bd038c2f8adc', '44540fb3b0810341a3ddc130f7cfb0bc764f769f5b3588514ea10c6e438fb415'),
	(45, '2024-01-18 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '75c47fea-95ca-4eb6-8c76-218d72ead38d', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": ["f0a8b09e-8063-4231-a2f2-b9228c14b077", "19c28bca-532e-4b70-9765-7e4e8e136c14"]}', '44540fb3b0810341a3ddc130f7cfb0bc764f769f5b3588514ea10c6e438fb415', '40bcb33754ad1b9dc44b74ef06712aa2b1b8c037d21986bec6f6799aa53ba536'),
	(46, '2024-01-18 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'session.logged', '73c4adfa-cbbf-47a3-a6db-b7f23af07005', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"ratings": ["b70ff3f4-6a32-4da1-b483-94a9008ff8ee", "414def6b-d331-445e-92d3-b2c60e78edd2"]}', '40bcb33754ad1b9dc44b74ef06712aa2b1b8c037d21986bec6f6799aa53ba536', '00b7218914e4fa8d73ca50f658111826472252cc661f6eae7c5d8ba31bb38e0e'),
	(47, '2024-01-18 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'f2c90d6d-106b-4206-b85e-fe1ca3409bf7', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["ad546eb2-f963-49c6-b3c1-3308ad2e3608"]}', '00b7218914e4fa8d73ca50f658111826472252cc661f6eae7c5d8ba31bb38e0e', '3c83601f7659765e9cd42d1aa67f496d48fa1f420b58255a3e8676a15c8e5bb5'),
	(48, '2024-01-18 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', 'd7bb88c1-0acc-424e-84b1-9f1940e5d89b', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"rules": "2026.7"}', '3c83601f7659765e9cd42d1aa67f496d48fa1f420b58255a3e8676a15c8e5bb5', '1f122d1b734cd1fdcdd14ac3a7a17c4ce3e09abf9f7dcb0e260ea91128a56982'),
	(49, '2024-01-18 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'c82f742d-529c-4ddf-b7d5-b85310213830', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["29ce8371-b0f4-4649-b3f6-164226cc2975"]}', '1f122d1b734cd1fdcdd14ac3a7a17c4ce3e09abf9f7dcb0e260ea91128a56982', '619a72b9b77eb1cad4761be2753b4cd4a3f77fff2868573931a101a46fa991f5'),
	(50, '2024-01-25 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '619a72b9b77eb1cad4761be2753b4cd4a3f77fff2868573931a101a46fa991f5', 'd70559d911494e78755f970dd1697e42fae448bc5075c38d45b210f1c42964dc');
INSERT INTO public.audit_entries VALUES
	(51, '2024-01-25 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": ["ef719766-8fd1-450e-8377-a7fc833640fc", "c9f0414c-f611-4d3c-9202-16f6ff53ab96"]}', 'd70559d911494e78755f970dd1697e42fae448bc5075c38d45b210f1c42964dc', '4dd412fb725ad4541218230f799196e08602d35a1c961e42076d064974d6994d'),
	(52, '2024-01-25 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'flag.raised', 'c8760f8b-f24a-4e15-8515-7aecb4423d53', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"rules": "2026.7"}', '4dd412fb725ad4541218230f799196e08602d35a1c961e42076d064974d6994d', '961a06c2b4abe939422906db8178973eec5a2569f564630d06ed81d9b23f15f9'),
	(53, '2024-01-25 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'session.logged', 'ff1fd8a2-3708-4922-b791-c2dd02defb4f', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"ratings": ["b5865594-def1-44e6-8e14-377a7d172875", "491abc68-9ca3-4853-bd98-b3e35bcf5d77"]}', '961a06c2b4abe939422906db8178973eec5a2569f564630d06ed81d9b23f15f9', '92a38c2b8f307cf4d0196288bf4f1aff25be555bc1b9cde08f991e7b9049d575'),
	(54, '2024-01-25 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '4d7a8ef5-b462-4914-b3ad-177ca8ff5dde', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["720d55c5-0a62-417a-9195-a6f4c129e619"]}', '92a38c2b8f307cf4d0196288bf4f1aff25be555bc1b9cde08f991e7b9049d575', '34d0dd823d0b35b0d88dd7b2fe5b2d0b8ad06f6455255fccbf604a8b86e6b333'),
	(55, '2024-01-25 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'ee400a34-2a8a-4011-a777-28a8f8fbcaba', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["51be0efc-eed1-4d20-84d3-0e61f2dd3b88"]}', '34d0dd823d0b35b0d88dd7b2fe5b2d0b8ad06f6455255fccbf604a8b86e6b333', '2cd618ffc88650741f48a11b5cc579985e5dee086f82b71b6f8e7107c039c477'),
	(56, '2024-02-01 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', 'e2783c0b-3029-4ddf-8218-74067e321040', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '2cd618ffc88650741f48a11b5cc579985e5dee086f82b71b6f8e7107c039c477', '3c2b74d03b33dfa553101cd89baee022cf89d9d482c81b4379f6cd14083f3700'),
	(57, '2024-02-01 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '46b0fdfe-affb-44dc-a2e4-f28d0921c728', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '3c2b74d03b33dfa553101cd89baee022cf89d9d482c81b4379f6cd14083f3700', 'a544ef7b45d364b53c747b1e929a8e1bb8d090c7d944b2d5eb922b60ac1bf962'),
	(58, '2024-02-01 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'c115902a-f474-4e94-9081-bb9170d6f3ff', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": ["0818cf3c-2dcf-4e28-84b5-16de61a4c4d7"]}', 'a544ef7b45d364b53c747b1e929a8e1bb8d090c7d944b2d5eb922b60ac1bf962', '06710d5644c75f12c6eb81ff6b62be40a0c7b7da117570e742b51a9b00b56e58'),
	(59, '2024-02-01 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'session.logged', '3b3d9001-34e7-4720-9208-c483ac0f2f71', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"ratings": ["b22d5798-8ea3-48db-8ba0-c0a01ccf6f5d", "5de22d4f-d4bf-4a8c-a76e-0304b0e7e8a3"]}', '06710d5644c75f12c6eb81ff6b62be40a0c7b7da117570e742b51a9b00b56e58', 'eafbbd1cdb089d5e62e5e8b4a7ace287f7e304244afa782a1c17149afbffbfd5'),
	(60, '2024-02-01 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'c8bceba5-64ff-480a-83dc-1e97fb8343ce', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["701adf7a-e351-4850-8ca6-f98e6b3ece36"]}', 'eafbbd1cdb089d5e62e5e8b4a7ace287f7e304244afa782a1c17149afbffbfd5', 'b0f1bff81eb78adf8213954674b00b4f6d241ec531c79828e5b7b462d58c1b89'),
	(61, '2024-02-01 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '708db2b9-d5c6-4794-b9c5-0f3a475b1dc0', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["e1a42faf-fa59-42a6-b62f-4632a3f9c5dc"]}', 'b0f1bff81eb78adf8213954674b00b4f6d241ec531c79828e5b7b462d58c1b89', '6ee414c67bd98ede59e27b14d68247f6f3015928beeeb544e9b3f06e3ae10c8d'),
	(62, '2024-02-08 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'ffbe7c8e-efec-4306-9e33-77c409134559', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": []}', '6ee414c67bd98ede59e27b14d68247f6f3015928beeeb544e9b3f06e3ae10c8d', '3b8920ae9d8ed88413c40bbcfa8cde251a55dcfd845061d82965320cf87d93d0'),
	(63, '2024-02-15 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '008249e2-7fb3-4a76-9b98-65a12d6b9a21', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '3b8920ae9d8ed88413c40bbcfa8cde251a55dcfd845061d82965320cf87d93d0', '12e55a625072224ff5eab50c71456356705f65d13d17997f5a62d1b86f0418a9'),
	(64, '2024-02-15 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'ff83a4d9-47dc-4618-99ca-9decbc716512', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": ["d3b0e831-a1fe-444c-b35e-5ed79f019fbc", "c52ad333-e2bc-48a3-93d5-1fe8a90af76c"]}', '12e55a625072224ff5eab50c71456356705f65d13d17997f5a62d1b86f0418a9', 'a07456b6a007b8503d5181db760552aea91e1ee84ba270333bc3d19460c76fdf'),
	(65, '2024-02-15 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'flag.raised', '131e079f-5700-4a31-aae9-92a775d655c8', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"rules": "2026.7"}', 'a07456b6a007b8503d5181db760552aea91e1ee84ba270333bc3d19460c76fdf', '560395f8ab13c03e90113e7ac84bb5836c015ba1c724c5ad6d37d7b0cf87690e'),
	(66, '2024-02-15 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'session.logged', 'fefc8317-cfcf-4d24-a262-97d856b2e8f8', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"ratings": ["62ba1a3a-1c79-45d5-9a08-2631ca15c8d2", "014e20af-3ddf-4565-b02d-9f1677583c37"]}', '560395f8ab13c03e90113e7ac84bb5836c015ba1c724c5ad6d37d7b0cf87690e', '72e6c4699e2b1b67707c32aa76f2e2034f781c16c4e60a5cb351a7d70020b962'),
	(67, '2024-02-15 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '8da39ad1-964e-4f58-b21d-b6c884d25830', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["72971dc6-7fe3-478c-a3ee-c7819eddea78"]}', '72e6c4699e2b1b67707c32aa76f2e2034f781c16c4e60a5cb351a7d70020b962', 'aa10cd6ecb4bd831de60c6492bfbca1e2330eae61bd4514b49a716dc4788f356'),
	(68, '2024-02-15 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'bf9d3b92-6a34-4d0d-b7cb-ab8ee60a8eb4', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["a3010884-d68e-4f60-a68c-5d58156ee9b3"]}', 'aa10cd6ecb4bd831de60c6492bfbca1e2330eae61bd4514b49a716dc4788f356', '9923031c171e89d6f86b84bddaf5726b18b4dfff3c3db0c557437bd9641dc803'),
	(69, '2024-02-22 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', 'a54bb361-e276-4263-84f8-66630c76a99d', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '9923031c171e89d6f86b84bddaf5726b18b4dfff3c3db0c557437bd9641dc803', '352d46a6ead1b18f662af3d0bfac8d4185c77cd21d04558037fab41a42497858'),
	(70, '2024-02-22 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', 'aa7e1e5a-da89-4235-9d95-3cc6e4a7dd9b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '352d46a6ead1b18f662af3d0bfac8d4185c77cd21d04558037fab41a42497858', '74abeea6fd010f19a9a5737ba86c6b1b7790bcde22183a608e8c72372fb80e0e'),
	(71, '2024-02-22 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'ce4c1a7f-1a85-4762-99c6-dcf75daa6bdd', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": ["f483d56e-84ba-4824-84a5-2d6070fd9a2a", "ca7da200-0dad-4ef1-a7cc-5c354db36435"]}', '74abeea6fd010f19a9a5737ba86c6b1b7790bcde22183a608e8c72372fb80e0e', '4c5f620f7c74b52c37f33b78eedae43921fdb51ebc1ecd2df6df04039f0ca8be'),
	(72, '2024-02-22 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'flag.raised', 'a907b977-dcae-4fee-bf2d-a0891e8b64b5', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"rules": "2026.7"}', '4c5f620f7c74b52c37f33b78eedae43921fdb51ebc1ecd2df6df04039f0ca8be', '3e24d56c64a437986341b48383bc8987db4bfe8430cf9f0c8b069e72b9a2c873'),
	(73, '2024-02-22 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'flag.raised', '3937af34-f247-4bc6-9aee-d4ef81413381', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"rules": "2026.7"}', '3e24d56c64a437986341b48383bc8987db4bfe8430cf9f0c8b069e72b9a2c873', '91e6514e1359baa270a9f9f04f6c356fb070341da3c3a734b0c4cd3a9bd2bd9a'),
	(74, '2024-02-22 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'session.logged', '08b73755-dab8-4253-b777-1d6c79b5a860', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"ratings": ["7278e029-66cb-4841-a998-cfa190e45b6c", "c356f0c9-9daf-4f40-8879-c9dd9f473082"]}', '91e6514e1359baa270a9f9f04f6c356fb070341da3c3a734b0c4cd3a9bd2bd9a', '5ced1e505d6afeb1d6ee4ab9f6c35daa8778d1088cf1424e6e3059b81856f9b8'),
	(75, '2024-02-22 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '990a6be6-c19f-4d80-a683-d370e71db7c4', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["396ff73f-1413-4f57-9d3a-94c3884a22b8"]}', '5ced1e505d6afeb1d6ee4ab9f6c35daa8778d1088cf1424e6e3059b81856f9b8', '56aa9b0e96c7231820c6ad947d725b5a6a19b09ebec0f2f14a3172ea63b8d9ac'),
	(76, '2024-02-22 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '9d3b3e4a-6b96-4895-ac71-f4c2d0c2f59e', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["26f2fcc8-7782-48e5-a57f-5005f4c2da04"]}', '56aa9b0e96c7231820c6ad947d725b5a6a19b09ebec0f2f14a3172ea63b8d9ac', '0f27064c3c4d5abd333894ab3ae64d167930e211b997ffb69b91a90ca63c366d'),
	(77, '2024-02-29 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '82feec60-8201-4ff1-9633-a90eb5cbc3ef', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '0f27064c3c4d5abd333894ab3ae64d167930e211b997ffb69b91a90ca63c366d', '94369b1dea5f24c057038f2ca1a19461d359de9946345f46a933be43bb2d29bf'),
	(78, '2024-02-29 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '653c7938-fe86-4a69-bd94-4de276f66d27', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": ["3d7e0fa2-c47a-4aef-a541-a71589233149", "c17de138-031e-46b7-8bdb-56606b3ef846"]}', '94369b1dea5f24c057038f2ca1a19461d359de9946345f46a933be43bb2d29bf', '438e3a95949cd76115dbf74165053d345432a706fac487fa6bde9532894a1e71'),
	(79, '2024-02-29 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'session.logged', 'c58129f0-7590-48e1-89a8-e74916ea53e9', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"ratings": ["e93ac2e1-eb28-4f6d-b3c6-817fdfe124b5", "cfef382b-e29d-41c7-8bff-4de2775b826e"]}', '438e3a95949cd76115dbf74165053d345432a706fac487fa6bde9532894a1e71', 'd787b017c4d1535987308c548d96a07fe3c039ab89b0396b2fb78a6111c4480f'),
	(80, '2024-02-29 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'de16b777-c8b0-4542-a0f1-99fcbc306bf4', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["157b6f11-997b-42ae-b988-581491fe5159"]}', 'd787b017c4d1535987308c548d96a07fe3c039ab89b0396b2fb78a6111c4480f', 'e9adedd4c8a462239b945bb8481b6b5f53e4abe79e655a777856a6fc1b7f6991'),
	(81, '2024-02-29 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'dd4e698b-ed10-42d0-93f4-f8faf4870747', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": ["d4af0469-4a6e-452c-9f2b-957d337f50bd"]}', 'e9adedd4c8a462239b945bb8481b6b5f53e4abe79e655a777856a6fc1b7f6991', 'd810fedd2c4faf5c78dba94baec9650c7f9cfb874086acf1c5f46ff17f2975e4'),
	(82, '2024-03-07 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '4c9f2057-51f4-4a86-b3dd-c5441d52c51d', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', 'd810fedd2c4faf5c78dba94baec9650c7f9cfb874086acf1c5f46ff17f2975e4', '0577c5f7258c581eb0bbf2290e2c1187443b05780ac203e2d1046fbb20d7f4b2'),
	(83, '2024-03-07 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '7afdab6b-113a-461d-b96e-5d3e5cc79d2b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '0577c5f7258c581eb0bbf2290e2c1187443b05780ac203e2d1046fbb20d7f4b2', '8f58b38c8923e3126df4ead8db88efbbecf161c2c9365cf3932945edbf11e820'),
	(84, '2024-03-07 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'repair.opened', '4fb81ce0-3d9d-4398-aed7-71e178064064', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '8f58b38c8923e3126df4ead8db88efbbecf161c2c9365cf3932945edbf11e820', 'c4b02f21c830ce3793d064e42dbe58bf3ad34c07d1f0d49f7d3d0562186b7941'),
	(85, '2024-03-07 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'c40e8b80-8d51-4030-8e02-2683c09413a5', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": ["263e6f55-357f-4002-97dc-0b1adba8a4db"]}', 'c4b02f21c830ce3793d064e42dbe58bf3ad34c07d1f0d49f7d3d0562186b7941', '3d20b0a4f8bb10ad9bd3abfa32089aafd43052263f65a87a0587b54d0f2c3c72'),
	(86, '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', 'e71f54e6-a889-43cc-aebd-48d36d7e57fb', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '3d20b0a4f8bb10ad9bd3abfa32089aafd43052263f65a87a0587b54d0f2c3c72', '58860b4f6421011fb9d50079892eb7740b5230e15434853eb0e9b803179afcfb'),
	(87, '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.found_again', 'e2783c0b-3029-4ddf-8218-74067e321040', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '58860b4f6421011fb9d50079892eb7740b5230e15434853eb0e9b803179afcfb', '12f5558a92fcdaf5b01f4248ef2fe457f98a43e388054513fbc1fb03a37ac9e0'),
	(88, '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.withdrawn', '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '12f5558a92fcdaf5b01f4248ef2fe457f98a43e388054513fbc1fb03a37ac9e0', '5b85724ebfe1798c3a9e0dd87de3e456646d09f0b2d36a32ca378f194881febc'),
	(89, '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.withdrawn', '46b0fdfe-affb-44dc-a2e4-f28d0921c728', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '5b85724ebfe1798c3a9e0dd87de3e456646d09f0b2d36a32ca378f194881febc', '09ce022b0b4dc2459893d040e878ab057076b92f25d563bda95ad67bc8e521c4'),
	(90, '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.withdrawn', 'aa7e1e5a-da89-4235-9d95-3cc6e4a7dd9b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '09ce022b0b4dc2459893d040e878ab057076b92f25d563bda95ad67bc8e521c4', 'e59576b544afc908aa38fb5da41753b465058073f1b0e678685e2f93224a90e4'),
	(91, '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.withdrawn', '7afdab6b-113a-461d-b96e-5d3e5cc79d2b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', 'e59576b544afc908aa38fb5da41753b465058073f1b0e678685e2f93224a90e4', 'd2402deb92d5a5545bca440bea5cfa1a758a1f5809992681bffdadf81b86fb84'),
	(92, '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.corrected', '0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"fields": ["held_on", "minutes_late", "note"], "ratings": ["03b839a0-0ce5-481a-88aa-8d4d906009cb"]}', 'd2402deb92d5a5545bca440bea5cfa1a758a1f5809992681bffdadf81b86fb84', '36f2c56b5ec0b4f556aaf10bfc1ddb7804961fe8ed1d790c62722a9be0b5836a'),
	(93, '2024-03-07 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.found_again', '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '36f2c56b5ec0b4f556aaf10bfc1ddb7804961fe8ed1d790c62722a9be0b5836a', '0e77b73a827f2da287b9f2cd2af48f937f83884fcfc2b96a601fb6a580e0f3e1'),
	(94, '2024-03-07 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.found_again', 'e2783c0b-3029-4ddf-8218-74067e321040', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '0e77b73a827f2da287b9f2cd2af48f937f83884fcfc2b96a601fb6a580e0f3e1', '47a21dd2f0a13d88133ff7b7e81f00210cf531025c952b1e445ac26ae13247df'),
	(95, '2024-03-07 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.found_again', '46b0fdfe-affb-44dc-a2e4-f28d0921c728', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '47a21dd2f0a13d88133ff7b7e81f00210cf531025c952b1e445ac26ae13247df', '998ac8d048876a0cdc8e5f6741ed6b35638f8e2d3fe06acc2016a8c4356b0ee1'),
	(96, '2024-03-07 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.found_again', 'aa7e1e5a-da89-4235-9d95-3cc6e4a7dd9b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '998ac8d048876a0cdc8e5f6741ed6b35638f8e2d3fe06acc2016a8c4356b0ee1', '4889799b7b68a6f11dcdb246d34d333d440f7ef4fd9006ae15ef95b7f0a536fa'),
	(97, '2024-03-07 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.found_again', '7afdab6b-113a-461d-b96e-5d3e5cc79d2b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '4889799b7b68a6f11dcdb246d34d333d440f7ef4fd9006ae15ef95b7f0a536fa', '992bee9050e105fca6bd04269607ea2aa8143b509c8a325b63d30c585975524e'),
	(98, '2024-03-07 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.withdrawn', 'e71f54e6-a889-43cc-aebd-48d36d7e57fb', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '992bee9050e105fca6bd04269607ea2aa8143b509c8a325b63d30c585975524e', 'f8664cc3f85cd6084c40d283d70dfa98e327208d96fc2c196b092f2f1db4c753'),
	(99, '2024-03-07 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.corrected', '0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"fields": [], "ratings": ["d2d770e9-9be6-415d-ace2-861c8f9723e6"]}', 'f8664cc3f85cd6084c40d283d70dfa98e327208d96fc2c196b092f2f1db4c753', '0bbf553e62f8a1d8518e738b75ff23bfb8b030645d0be38e6d64bb604593b502'),
	(100, '2024-03-07 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.answered', '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '0bbf553e62f8a1d8518e738b75ff23bfb8b030645d0be38e6d64bb604593b502', 'dcab0f9c46e73205a66c7ae87ac7efade0f59f3e8ff104673ca97ef855cd435a');
INSERT INTO public.audit_entries VALUES
	(101, '2024-03-07 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.answer_undone', '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', 'dcab0f9c46e73205a66c7ae87ac7efade0f59f3e8ff104673ca97ef855cd435a', '3d5ad2fb023a38eecc56b59afcaf50472550d4e5e1d109e4cb309e56981f21d5'),
	(102, '2024-03-07 09:05:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.answered', '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '3d5ad2fb023a38eecc56b59afcaf50472550d4e5e1d109e4cb309e56981f21d5', '7686793359cae8d15a873a4fa43ded63983014bd11b1b19c050c7c9c8ef2264e'),
	(103, '2024-03-07 09:06:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.answered', '008249e2-7fb3-4a76-9b98-65a12d6b9a21', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '7686793359cae8d15a873a4fa43ded63983014bd11b1b19c050c7c9c8ef2264e', 'a454622f94e6b863decfd0ef75f6187b994c8ff2bc71892ea3e984d11bba5e71'),
	(104, '2024-03-07 09:07:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.answered', 'e2783c0b-3029-4ddf-8218-74067e321040', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', 'a454622f94e6b863decfd0ef75f6187b994c8ff2bc71892ea3e984d11bba5e71', '7f6c80f6c0d72afe3a073aa6244c654f16f968cba9994d880ec9ab5a954eb1c2'),
	(105, '2024-03-07 09:07:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'repair.opened', '230b0f0a-cf7d-4f39-8448-44da2abd578e', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '7f6c80f6c0d72afe3a073aa6244c654f16f968cba9994d880ec9ab5a954eb1c2', '939dda1959bef6e9c8045e675a0f1bc328c3de4134a91b481095c1df219c8806'),
	(106, '2024-03-14 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '2476032e-46a1-4368-a8f6-91cc690df564', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '939dda1959bef6e9c8045e675a0f1bc328c3de4134a91b481095c1df219c8806', '233afe62bf25583e0b913b9243edc2ed243ee348c0d3f861878840ee38312fb0'),
	(107, '2024-03-14 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '87b03257-6869-4ae6-8e6b-f9957a1e15dc', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": []}', '233afe62bf25583e0b913b9243edc2ed243ee348c0d3f861878840ee38312fb0', 'c251a3eed365ae4605d7dda19dbd108f8cd3569b95912b0fbf2f38d6c0c3a2cf'),
	(108, '2024-03-14 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'reengagement.recorded', '87b03257-6869-4ae6-8e6b-f9957a1e15dc', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', 'c251a3eed365ae4605d7dda19dbd108f8cd3569b95912b0fbf2f38d6c0c3a2cf', '01c7cad53cda12faf71bd55e734208323150fa778e51b053688002ece31273c3'),
	(109, '2024-03-14 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'reengagement.corrected', '87b03257-6869-4ae6-8e6b-f9957a1e15dc', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '01c7cad53cda12faf71bd55e734208323150fa778e51b053688002ece31273c3', '49122f03ca0ba0e69799f59425d4bcb3d66208a745c1f1575db4716042e480d9'),
	(110, '2024-03-14 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.scheduled', NULL, 'c544da6d-5782-479a-a2af-259262b16dd6', '{"sessions": ["d4cdbd22-44f8-4739-ab3b-566c22aa8c43", "1aba2ead-5f96-4576-8f0d-8ed6a17b11da", "99a88d26-1425-4299-a06c-757d9bda49af"]}', '49122f03ca0ba0e69799f59425d4bcb3d66208a745c1f1575db4716042e480d9', '477c4a4a7fd1e8cd588497f5f48ae8f4b54c3a8065234c1d291536ba3bb90d28'),
	(111, '2024-03-14 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.moved', 'd4cdbd22-44f8-4739-ab3b-566c22aa8c43', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '477c4a4a7fd1e8cd588497f5f48ae8f4b54c3a8065234c1d291536ba3bb90d28', 'df1a29f01a604099b91efdccc285892c894539165e5120464ece334e843e8ec7'),
	(112, '2024-03-14 09:05:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.taken_off', '1aba2ead-5f96-4576-8f0d-8ed6a17b11da', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', 'df1a29f01a604099b91efdccc285892c894539165e5120464ece334e843e8ec7', '6bc89133b605124c83a1029f3a960afb50b3901d61a67872f1bfe2162c1d1827'),
	(113, '2024-03-14 09:06:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'usual_range.begun', 'f2ed74c1-9f85-4846-8735-6cda317dab3f', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"measure": "session-check"}', '6bc89133b605124c83a1029f3a960afb50b3901d61a67872f1bfe2162c1d1827', '07ae108184d9827247f418940afca3d3f62db5008ad8cf76454fc20f284caeaf'),
	(114, '2024-03-14 09:07:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'usual_range.taken_back', 'b1f7beb2-b336-4918-834a-c65c76032068', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"measure": "session-check"}', '07ae108184d9827247f418940afca3d3f62db5008ad8cf76454fc20f284caeaf', '707aa9a9ab08ea77728b1e217533dede95df72df2df9e92de17d94f768856a2a'),
	(115, '2024-03-14 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'repair.opened', 'beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{}', '707aa9a9ab08ea77728b1e217533dede95df72df2df9e92de17d94f768856a2a', '1d135741d57affebec3c942cec2714e9ebf752e12ae06655ea043a5e0d4b9291'),
	(116, '2024-03-14 09:09:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'repair.added', 'beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"act": "planned"}', '1d135741d57affebec3c942cec2714e9ebf752e12ae06655ea043a5e0d4b9291', '62b951a61ec87a536f0b27e6c7d1a6c5f6fe644e3dc1c2e18bd2f934ccf3bb06'),
	(117, '2024-03-14 09:10:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'repair.added', 'beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"act": "planned"}', '62b951a61ec87a536f0b27e6c7d1a6c5f6fe644e3dc1c2e18bd2f934ccf3bb06', 'aa638f64fc5b49f8907a4678bc530706687d369c5a39d43a87b5c3cd8f46122b'),
	(118, '2024-03-14 09:11:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'repair.corrected', 'beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"act": "planned"}', 'aa638f64fc5b49f8907a4678bc530706687d369c5a39d43a87b5c3cd8f46122b', '33aa75b01d03f5a57e39aca37ed95b20b8b50193b026a3d671faa9349b140a9f'),
	(119, '2024-03-14 09:12:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'repair.added', 'beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"act": "done"}', '33aa75b01d03f5a57e39aca37ed95b20b8b50193b026a3d671faa9349b140a9f', '2b7d50378b8870f2d3f591011207d3d44f224a35c775668b76f493314bd29306'),
	(120, '2024-03-14 09:13:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'repair.added', 'beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"act": "let_go"}', '2b7d50378b8870f2d3f591011207d3d44f224a35c775668b76f493314bd29306', '7797c5363d174b28553a13d180885b8dd676d1f38726945b6001f15aba21b501'),
	(121, '2024-03-14 09:14:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'goal.set', '2bf76e30-07a0-4151-bc59-8653c8b8fa0b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '7797c5363d174b28553a13d180885b8dd676d1f38726945b6001f15aba21b501', 'b0603f1656cfe547abc225d899c29a613f5c6b093727cebbcc5b62624f4d3e24'),
	(122, '2024-03-14 09:15:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'goal.set', '2b666404-374e-43b9-be20-88f543885322', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', 'b0603f1656cfe547abc225d899c29a613f5c6b093727cebbcc5b62624f4d3e24', '4a48dc632d6afd2201a9bd5f125ca8497e0a37162e432a97a1948b4d706dcf27'),
	(123, '2024-03-14 09:16:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'goal.added', '2bf76e30-07a0-4151-bc59-8653c8b8fa0b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"act": "endorsed"}', '4a48dc632d6afd2201a9bd5f125ca8497e0a37162e432a97a1948b4d706dcf27', '7a061b29e83219474ab0d330512d5520be4dc389df0b0af2aab934e8629cc26a'),
	(124, '2024-03-14 09:17:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'goal.added', '2bf76e30-07a0-4151-bc59-8653c8b8fa0b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"act": "reworded"}', '7a061b29e83219474ab0d330512d5520be4dc389df0b0af2aab934e8629cc26a', 'eb29fa4234a7060f01e6f5a8708c579e89145bb96f864eb446327590ece953d3'),
	(125, '2024-03-14 09:18:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'goal.corrected', '2bf76e30-07a0-4151-bc59-8653c8b8fa0b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"act": "reworded"}', 'eb29fa4234a7060f01e6f5a8708c579e89145bb96f864eb446327590ece953d3', '1c95caf88f0265cd9caecf3bae01291df9d27c6e42ef5d3e44d2457c37ec385a'),
	(126, '2024-03-21 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '1249fa19-8be8-48aa-9e3d-7c6fec14aa52', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '1c95caf88f0265cd9caecf3bae01291df9d27c6e42ef5d3e44d2457c37ec385a', '56a976d6838814a29fd827cae4f250f9be7de20101426f2ad78b887d90f0c0bb'),
	(127, '2024-03-21 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '7493c5ce-41f5-45af-8662-10da6bb5d213', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": ["9c9211b9-cda0-4699-9eec-d1cc05bd2658"]}', '56a976d6838814a29fd827cae4f250f9be7de20101426f2ad78b887d90f0c0bb', 'c719b89e02422da3c17fb7e7c1c180902584ad0fe327e2b23516d40666fcb969'),
	(128, '2024-03-21 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.corrected', '7493c5ce-41f5-45af-8662-10da6bb5d213', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"fields": ["progress"], "ratings": []}', 'c719b89e02422da3c17fb7e7c1c180902584ad0fe327e2b23516d40666fcb969', '68d97f475b112ebcddcc32b8b6b1c93711d07dd59e4de1999ea6139f33a68ae5'),
	(129, '2024-03-21 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'adaptation.recorded', '8ac398f1-dbd9-4baa-a2f0-c7abed748d6a', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '68d97f475b112ebcddcc32b8b6b1c93711d07dd59e4de1999ea6139f33a68ae5', 'c6685909e60d10ce720687d60e83245427bf043025c18f5ee12d31cda5c012d6'),
	(130, '2024-03-21 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'adaptation.corrected', '069d42b0-9043-4d14-ace0-f97d5c5defff', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', 'c6685909e60d10ce720687d60e83245427bf043025c18f5ee12d31cda5c012d6', 'eae2ac9f1425b3207e3121cdeade3b9cbdbfb95cd1166a4fb05982ee9122d7d9'),
	(131, '2024-03-21 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'adaptation.corrected', 'bb086523-4a82-4955-ae55-b7732a1fea70', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', 'eae2ac9f1425b3207e3121cdeade3b9cbdbfb95cd1166a4fb05982ee9122d7d9', 'ce1a725c8baac0956ab7448f5f404ebb27d716b8095ac340d5565912404b83c0'),
	(132, '2024-03-21 09:05:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'objective.set', '3f579e97-58f7-46c9-bcb7-3915e3b303e8', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', 'ce1a725c8baac0956ab7448f5f404ebb27d716b8095ac340d5565912404b83c0', '9b498160294a0cd0ea7c4108ddfdf1c4348e5df7f36eed8a009985b23279d5da'),
	(133, '2024-03-21 09:06:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'objective.changed', '3f579e97-58f7-46c9-bcb7-3915e3b303e8', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '9b498160294a0cd0ea7c4108ddfdf1c4348e5df7f36eed8a009985b23279d5da', '7f7aae07b37d77a0e5910aa8613a5d683065350dbdc14d286ce67109f6a5ca50'),
	(134, '2024-03-21 09:07:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'objective.kept', '3f579e97-58f7-46c9-bcb7-3915e3b303e8', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"kept": "closed"}', '7f7aae07b37d77a0e5910aa8613a5d683065350dbdc14d286ce67109f6a5ca50', '04f2fb407996998965e62af920e4ffe72ce15fd91697042f3bc256b79e882fe3'),
	(135, '2024-03-21 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'objective.kept', '3f579e97-58f7-46c9-bcb7-3915e3b303e8', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"kept": "open"}', '04f2fb407996998965e62af920e4ffe72ce15fd91697042f3bc256b79e882fe3', '925f64517f6354d954d0d1122ffedd68512171db2e92efdcf78d02ba33757bde'),
	(136, '2024-03-21 09:09:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'objective.set', '4ebe62e9-74d3-4ab1-acf1-eafc8c050f2c', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', '925f64517f6354d954d0d1122ffedd68512171db2e92efdcf78d02ba33757bde', '5b6eddede64d027077c735c1caf62181437496f3fbd6279f15b47f72d9bb82a4'),
	(137, '2024-03-21 09:10:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'objective.kept', '4ebe62e9-74d3-4ab1-acf1-eafc8c050f2c', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"kept": "taken_back"}', '5b6eddede64d027077c735c1caf62181437496f3fbd6279f15b47f72d9bb82a4', '8cf768ea97ee083ee1df2d1e9996549725e532b9df996227cb54c3db76a6bcc0'),
	(138, '2024-04-02 09:00:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'flag.reviewed', '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"act": "discuss"}', '8cf768ea97ee083ee1df2d1e9996549725e532b9df996227cb54c3db76a6bcc0', '4c2908780f0373dc89428aab6d86fa46c77857563c68599f2e5dd91c306b1f58'),
	(139, '2024-04-02 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.reviewed', '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"act": "comment"}', '4c2908780f0373dc89428aab6d86fa46c77857563c68599f2e5dd91c306b1f58', 'cbf7ed521e03aebbb2b0793249f2cee3e44ff5f1e55ace4d467ef6aeb3974e8f'),
	(140, '2024-04-02 09:02:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'flag.reviewed', '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"act": "addressed"}', 'cbf7ed521e03aebbb2b0793249f2cee3e44ff5f1e55ace4d467ef6aeb3974e8f', '76ce3f4a7121231fe0af5ca683a192c8bc93552aa8d076daad871af5879c2c92'),
	(141, '2024-04-02 09:03:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'client.reviewed', '3dbc34b2-2040-43d5-8573-75a9bdcc2291', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{}', '76ce3f4a7121231fe0af5ca683a192c8bc93552aa8d076daad871af5879c2c92', 'ff1104126ca01eeefe0f075386abc3ad914dcf989906592c9b5e3405944e2b7d'),
	(142, '2024-04-02 09:04:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'board.view_saved', 'b8ad1db6-a30b-4bef-abb4-af7c12e4598b', NULL, '{}', 'ff1104126ca01eeefe0f075386abc3ad914dcf989906592c9b5e3405944e2b7d', 'd2ff1f6ede46b03506ebe54e3628e53bdab890add0c1463cb2d96d63396f63f9'),
	(143, '2024-04-02 09:05:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'meeting.made', '7f67f3c1-6e38-4d5f-88dd-aa33f6df44f1', NULL, '{"clinician": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}', 'd2ff1f6ede46b03506ebe54e3628e53bdab890add0c1463cb2d96d63396f63f9', 'efd2d7a19c11a1111b7848bfdc20fc550d83fd11623fe5352ca582a0160fe0d5'),
	(144, '2024-04-02 09:06:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'client.reviewed', 'ffa9a6c6-8fca-4e00-bd79-3c22716b9b15', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"meeting": "7f67f3c1-6e38-4d5f-88dd-aa33f6df44f1"}', 'efd2d7a19c11a1111b7848bfdc20fc550d83fd11623fe5352ca582a0160fe0d5', 'b8687d187c00687d96545e2d8666614db2d320cdc799bcdbd7d4564c25242bde'),
	(145, '2024-04-02 09:06:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'action.agreed', '62fc02c2-e8be-43e9-ac1b-f103a251bf96', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"review": "ffa9a6c6-8fca-4e00-bd79-3c22716b9b15"}', 'b8687d187c00687d96545e2d8666614db2d320cdc799bcdbd7d4564c25242bde', '0ad57c637c1aeec0c347f506f2178b0e6a7792100e93af8ded6501cec32144a7'),
	(146, '2024-04-02 09:07:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'client.reviewed', 'f12e8d4d-84f7-4619-8a0c-b4456ae634cb', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"meeting": "7f67f3c1-6e38-4d5f-88dd-aa33f6df44f1"}', '0ad57c637c1aeec0c347f506f2178b0e6a7792100e93af8ded6501cec32144a7', 'e20963876ceea1ef6476ff46e69e3eafbb5cba6b0f90b719b53c5d32137b83e5'),
	(147, '2024-04-02 09:07:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'action.agreed', 'de5f13df-95ca-4060-a249-5381293da0c1', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"review": "f12e8d4d-84f7-4619-8a0c-b4456ae634cb"}', 'e20963876ceea1ef6476ff46e69e3eafbb5cba6b0f90b719b53c5d32137b83e5', '08acb3c77af6abeb8941f9e35f478ef2ec0bd58f18512a495fc936f74a4a11e4'),
	(148, '2024-04-02 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'action.ended', 'de5f13df-95ca-4060-a249-5381293da0c1', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ended_as": "not_needed"}', '08acb3c77af6abeb8941f9e35f478ef2ec0bd58f18512a495fc936f74a4a11e4', 'd1af376309511b834b5d40616a073b62acc1751efc5e8a7cb0a0912cdaf7a338'),
	(149, '2024-04-02 09:09:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.found_again', '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', 'd1af376309511b834b5d40616a073b62acc1751efc5e8a7cb0a0912cdaf7a338', 'dd10aa1bb5409b7122bed6897a54225021fcef1890185e51808fc11473b2cea5'),
	(150, '2024-04-02 09:09:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.found_again', 'e2783c0b-3029-4ddf-8218-74067e321040', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', 'dd10aa1bb5409b7122bed6897a54225021fcef1890185e51808fc11473b2cea5', '4f7b72e095106e5faf23a50023db6731d6557ea58d81f6d94bd976018891bc3d');
INSERT INTO public.audit_entries VALUES
	(151, '2024-04-02 09:09:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.found_again', '46b0fdfe-affb-44dc-a2e4-f28d0921c728', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '4f7b72e095106e5faf23a50023db6731d6557ea58d81f6d94bd976018891bc3d', '471c706ee617ad6fc4d01d064eb7ab3afa83df1f6f62f163259176aaa9e31c2f'),
	(152, '2024-04-02 09:09:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.corrected', '0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"fields": ["note"], "ratings": ["30d8b89d-9004-4f2c-9191-81a3a12ae7db"]}', '471c706ee617ad6fc4d01d064eb7ab3afa83df1f6f62f163259176aaa9e31c2f', '111430e91d3489d777d1b3eb256275f5166906a00bdec15ee4000d2542fea91e'),
	(153, '2024-04-02 09:10:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'cover.arranged', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '{"cover": "998c0836-4151-4b81-9ceb-13639293bbc0"}', '111430e91d3489d777d1b3eb256275f5166906a00bdec15ee4000d2542fea91e', 'd047d1ea48ff10b6046b7b20f14540c2dff56338ddbf9c0b7fcfbafff37cd76e'),
	(154, '2024-04-02 09:11:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'cover.arranged', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '{"cover": "998c0836-4151-4b81-9ceb-13639293bbc0"}', 'd047d1ea48ff10b6046b7b20f14540c2dff56338ddbf9c0b7fcfbafff37cd76e', 'b444166dbed2eb3558e3f170c7311f36499a4184c883955c58c9c2f018f46960'),
	(155, '2024-04-02 09:12:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'cover.arranged', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '{"cover": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}', 'b444166dbed2eb3558e3f170c7311f36499a4184c883955c58c9c2f018f46960', 'ac7fe48d00800cbeff8ab6ad178ec49cf9386125845c35588d63d5bc685c208d'),
	(156, '2024-04-02 09:13:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'cover.ended', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '{"cover": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}', 'ac7fe48d00800cbeff8ab6ad178ec49cf9386125845c35588d63d5bc685c208d', 'e903c78332502104a377f179ec812303d0d285c7904345c940a1e5410271b9c9'),
	(157, '2024-04-02 09:14:00+00', 'a66a109b-1634-492c-99a2-90d2b7b29753', 'emergency.opened', 'b046b116-4827-49c7-b2c6-646dde29bf58', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{}', 'e903c78332502104a377f179ec812303d0d285c7904345c940a1e5410271b9c9', '6b6f7345686b7163f48e95a635c9e54ef65b6562a6ce5f6652d5c5719222d7cf'),
	(158, '2024-04-02 09:15:00+00', 'a66a109b-1634-492c-99a2-90d2b7b29753', 'emergency.closed', 'b046b116-4827-49c7-b2c6-646dde29bf58', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{}', '6b6f7345686b7163f48e95a635c9e54ef65b6562a6ce5f6652d5c5719222d7cf', '02e277f5ddbc566f6661345795acb0e28023fe6aae6cd9c4d00b6870f157db4f'),
	(159, '2024-04-02 09:16:00+00', 'a66a109b-1634-492c-99a2-90d2b7b29753', 'emergency.opened', '712298f8-653f-471c-b369-9f44ddc29d7c', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{}', '02e277f5ddbc566f6661345795acb0e28023fe6aae6cd9c4d00b6870f157db4f', '4704d0970271e1ad51f457a4a82f4e9cb1e0b44ca183b8dc0a485b22b87d7833'),
	(160, '2024-04-02 09:17:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 'client.reassigned', '9652c3c6-3f76-4f82-9f9f-0a8d2f3cc2e5', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{"giver": "998c0836-4151-4b81-9ceb-13639293bbc0", "taker": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}', '4704d0970271e1ad51f457a4a82f4e9cb1e0b44ca183b8dc0a485b22b87d7833', 'f5fe9f38de92fa8e3120812c91dd732389c36ec8254301de5529c282cac16d74'),
	(161, '2024-04-02 09:18:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'notice.seen', NULL, 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '{}', 'f5fe9f38de92fa8e3120812c91dd732389c36ec8254301de5529c282cac16d74', '150aaeeb1df12c954fe580efe904f32c51cc9801317f559ed98fbebf871a8fa0'),
	(162, '2024-04-02 09:19:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'library.checked', '5b330ebe-c1f8-4767-bed2-55c5d92948f3', NULL, '{"text": "cards/bond-fell"}', '150aaeeb1df12c954fe580efe904f32c51cc9801317f559ed98fbebf871a8fa0', 'f47c5bbdd6dd9ca8762a616ff218f3ac1448238b2c01b5119f263fbce748a57c'),
	(163, '2024-04-02 09:20:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'library.check_undone', '5b330ebe-c1f8-4767-bed2-55c5d92948f3', NULL, '{"text": "cards/bond-fell"}', 'f47c5bbdd6dd9ca8762a616ff218f3ac1448238b2c01b5119f263fbce748a57c', 'd9197b9aae101e3d76268a89a0cd9223113a1b3c58495ba73014ceb144598293'),
	(164, '2024-04-02 09:21:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'library.checked', 'b7223610-7802-4770-a2c7-caa7175871f9', NULL, '{"text": "cards/bond-fell"}', 'd9197b9aae101e3d76268a89a0cd9223113a1b3c58495ba73014ceb144598293', '15d2ec69ff3bbd649f179544c8f8de34a7caa611e84b527730fca3441d7f696d'),
	(165, '2024-04-02 09:22:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'library.reviewed', '49b3bcd5-466c-44a1-89e9-4edae622b687', NULL, '{"text": "cards/bond-fell"}', '15d2ec69ff3bbd649f179544c8f8de34a7caa611e84b527730fca3441d7f696d', 'ae223593f872e5b23a6b4d60a8db3c2d2e44b7ebfc0b2035c763fc8cf54def25'),
	(166, '2024-04-02 09:23:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'library.found_useful', '3cdd9ccb-4951-4896-a749-8bb345db59ee', NULL, '{"text": "cards/bond-fell"}', 'ae223593f872e5b23a6b4d60a8db3c2d2e44b7ebfc0b2035c763fc8cf54def25', 'c239c0268161b5969c134d6ea20c3d2c33c904a719c2a8a3be1b58ee0d4d5458'),
	(167, '2024-04-02 09:24:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'suggestion.submitted', '9f0e060f-ef10-4648-945b-20b1c3df257e', NULL, '{"text": "cards/bond-fell"}', 'c239c0268161b5969c134d6ea20c3d2c33c904a719c2a8a3be1b58ee0d4d5458', 'caf4b2a2d435c03fc0224aa37d70f4193855e6757125fdf6b1b29346343d27c1'),
	(168, '2024-04-02 09:25:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'suggestion.step', '9f0e060f-ef10-4648-945b-20b1c3df257e', NULL, '{"act": "drafted"}', 'caf4b2a2d435c03fc0224aa37d70f4193855e6757125fdf6b1b29346343d27c1', '5e082813e4faf4be1d677e3c37237e4f7e91052ca7c3a86208a43344185447b4'),
	(169, '2024-04-02 09:26:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'suggestion.step', '9f0e060f-ef10-4648-945b-20b1c3df257e', NULL, '{"act": "returned"}', '5e082813e4faf4be1d677e3c37237e4f7e91052ca7c3a86208a43344185447b4', '96a4da60175eef272ef556536418719c0d0afafc74f76661d6062e5a293d9659'),
	(170, '2024-04-02 09:27:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'suggestion.step', '9f0e060f-ef10-4648-945b-20b1c3df257e', NULL, '{"act": "drafted"}', '96a4da60175eef272ef556536418719c0d0afafc74f76661d6062e5a293d9659', 'eb4f50d2976e1df2d601bbe251abcada92041734071be88ae2e3e5d4d532758a'),
	(171, '2024-04-02 09:28:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'suggestion.step', '9f0e060f-ef10-4648-945b-20b1c3df257e', NULL, '{"act": "approved"}', 'eb4f50d2976e1df2d601bbe251abcada92041734071be88ae2e3e5d4d532758a', 'd80f500bc0820bb33870318d1900fb9318929be15fea4b72cd5aa68f881aa4a2'),
	(172, '2024-04-02 09:29:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'suggestion.step', '9f0e060f-ef10-4648-945b-20b1c3df257e', NULL, '{"act": "published"}', 'd80f500bc0820bb33870318d1900fb9318929be15fea4b72cd5aa68f881aa4a2', 'fd1c5ff1724af963cc6c37896c7aef2fd420c33bfd70d21b1d84d307072cc717'),
	(173, '2024-04-02 09:30:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'suggestion.submitted', 'ef6b2e47-58e7-4c2e-b9ee-738797944e0e', NULL, '{"text": "cards/bond-fell"}', 'fd1c5ff1724af963cc6c37896c7aef2fd420c33bfd70d21b1d84d307072cc717', 'a1a4d5853f5e31596d09a49d025a07d79e052cc3d24a62132ce10390b54d91be'),
	(174, '2024-04-02 09:31:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'suggestion.step', 'ef6b2e47-58e7-4c2e-b9ee-738797944e0e', NULL, '{"act": "declined"}', 'a1a4d5853f5e31596d09a49d025a07d79e052cc3d24a62132ce10390b54d91be', 'e9480fa3733569e1092b74d76a18f279e3552befdd31f3a40d6fef24e910f53c'),
	(175, '2024-04-02 09:32:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'suggestion.submitted', 'b7ed8281-4c0e-4a31-9343-e8d1e79089df', NULL, '{"text": "cards/bond-fell"}', 'e9480fa3733569e1092b74d76a18f279e3552befdd31f3a40d6fef24e910f53c', '6d609fb61f453ea1c9016fdc9c4242ede6f79cca7061368a0ebab32f524ebf39'),
	(176, '2024-06-03 09:00:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'report.kept', 'c1866636-a244-4709-a464-373a2f476c82', NULL, '{}', '6d609fb61f453ea1c9016fdc9c4242ede6f79cca7061368a0ebab32f524ebf39', 'f65c4d28e7055ab760ba77b3353e4d86c5f4291acc6f5e72b5590773943b58e3'),
	(177, '2024-06-03 09:01:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'report.exported', 'ebc43390-4601-461a-bab2-ad7aad9eea9c', NULL, '{"format": "csv", "lines": 999999}', 'f65c4d28e7055ab760ba77b3353e4d86c5f4291acc6f5e72b5590773943b58e3', '1dffdbe4d6c52287d626917b1dc162efa86f9c9c81cdc122dcd70b038f24ee9b'),
	(178, '2024-06-03 09:02:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'report.exported', 'da15228f-f4f3-4e17-8237-489d7d8ebfc6', NULL, '{"format": "xlsx", "lines": 999999}', '1dffdbe4d6c52287d626917b1dc162efa86f9c9c81cdc122dcd70b038f24ee9b', 'e116e8c764193a3d31695aaf9f0d395ba49a92b52badb083444b16473ceedecb'),
	(179, '2024-06-03 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '915a9c41-3daa-47ed-8d88-6d584683a251', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": []}', 'e116e8c764193a3d31695aaf9f0d395ba49a92b52badb083444b16473ceedecb', 'ef62425ac29ba47accb590e0cc8912a3fb51a02c3a6443b915fcb8fbeb9f6129'),
	(180, '2024-06-03 09:05:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'handover.made', '9241867f-6786-4fd7-ab46-48f5fb028f5b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"way": "link", "measures": ["session-check"]}', 'ef62425ac29ba47accb590e0cc8912a3fb51a02c3a6443b915fcb8fbeb9f6129', 'c85ee5daddf4c9b4bf2807417e5fd93c7d61a8196205393fb434515795f6a469'),
	(181, '2024-06-03 09:06:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'handover.opened', '9241867f-6786-4fd7-ab46-48f5fb028f5b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{}', 'c85ee5daddf4c9b4bf2807417e5fd93c7d61a8196205393fb434515795f6a469', 'cc144ff81806cd45cbda344e7c61b46af73c0d27c40d3149fe8c088e4498a2c8'),
	(182, '2024-06-03 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '5b1a78be-3e21-45eb-b2ba-6ceadf358e4a', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', 'cc144ff81806cd45cbda344e7c61b46af73c0d27c40d3149fe8c088e4498a2c8', '1654fd77c54c4a170daa93d970e03dcfc2773844a92f1c41ab2b38037ddf1abe'),
	(183, '2024-06-03 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'flag.raised', '94adf4ff-da06-47cd-9e0c-8699c483764e', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"rules": "2026.7"}', '1654fd77c54c4a170daa93d970e03dcfc2773844a92f1c41ab2b38037ddf1abe', '942c95d4326981847a44ec1ca88e39899c988c5b7d64774c3d8836f8d667bfa6'),
	(184, '2024-06-03 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'handover.sent', '9241867f-6786-4fd7-ab46-48f5fb028f5b', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": ["acace99a-19ad-493b-9b9c-b17b9eefe525"]}', '942c95d4326981847a44ec1ca88e39899c988c5b7d64774c3d8836f8d667bfa6', '7e0a357badf75fca82a1b3a6650df0eb5e3f9000e7df3b9cfd24b1a2c1946a4c'),
	(185, '2024-06-10 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'ea0a1265-4de7-4d28-adcb-9995772c2507', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": []}', '7e0a357badf75fca82a1b3a6650df0eb5e3f9000e7df3b9cfd24b1a2c1946a4c', 'df703edacb099d2eeac0db09fd3934b47a4faa09cacca6a0abf81b9816059c37'),
	(186, '2024-06-10 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'sign_in.opened', '1eb64273-6dee-4645-ad74-ba64c8a8c21f', NULL, '{}', 'df703edacb099d2eeac0db09fd3934b47a4faa09cacca6a0abf81b9816059c37', 'e5f7eebecc9dd1003dcaeb87219cc3ae2ba91dfe3593d5ed1dc7b351d7740eb7'),
	(187, '2024-06-10 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'handover.made', 'f5bfa1c2-7825-460d-843e-2647c6f53d5f', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"way": "tablet", "measures": ["session-check", "wellbeing-check"]}', 'e5f7eebecc9dd1003dcaeb87219cc3ae2ba91dfe3593d5ed1dc7b351d7740eb7', 'bee8076573cb0e8bba3f2f443af4985c0412e71341657a4826290c517e8a37e8'),
	(188, '2024-06-10 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'sign_in.suspended', '1eb64273-6dee-4645-ad74-ba64c8a8c21f', NULL, '{}', 'bee8076573cb0e8bba3f2f443af4985c0412e71341657a4826290c517e8a37e8', 'b47763a5c68e0f1109c17f91cca27ad4644456bee689047cb101bf999da35662'),
	(189, '2024-06-10 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'handover.declined', 'f5bfa1c2-7825-460d-843e-2647c6f53d5f', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": []}', 'b47763a5c68e0f1109c17f91cca27ad4644456bee689047cb101bf999da35662', 'e3a75dce13260c5edb2029bdd0cfcf288babfc46ca03a373e1a9a7ad01ab7e3e'),
	(190, '2024-06-17 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', '761fdc85-f7c7-4d68-9d6a-9a4481e6b112', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": []}', 'e3a75dce13260c5edb2029bdd0cfcf288babfc46ca03a373e1a9a7ad01ab7e3e', 'b879ef8b4cbfa50291117a439d66d58a56c516d04fc1cf94cfee7a530b947923'),
	(191, '2024-06-17 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'handover.made', 'dc6871a5-a093-4068-a77b-fed9e2491380', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"way": "code", "measures": ["session-check"]}', 'b879ef8b4cbfa50291117a439d66d58a56c516d04fc1cf94cfee7a530b947923', 'c6be7c371e9c5d773ce6f85f27ba134d0bbc43ca0377aaca2a6a5171d5cfebe3'),
	(192, '2024-06-17 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'handover.cancelled', 'dc6871a5-a093-4068-a77b-fed9e2491380', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": []}', 'c6be7c371e9c5d773ce6f85f27ba134d0bbc43ca0377aaca2a6a5171d5cfebe3', '7a0c2692c706437c5b8dcd794044c05b3a7ebb0cb8ed9db89aa14658b76adcd1'),
	(193, '2024-06-17 09:03:00+00', NULL, 'handover.code_wrong', NULL, NULL, '{}', '7a0c2692c706437c5b8dcd794044c05b3a7ebb0cb8ed9db89aa14658b76adcd1', '86d1ac7285f935d7ad796138ace06ce72b428e11314ab1fedcb8962e287ce037'),
	(194, '2024-06-24 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'e6b77796-9c60-42b1-ab24-b29402c92d30', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"ratings": []}', '86d1ac7285f935d7ad796138ace06ce72b428e11314ab1fedcb8962e287ce037', '39d58a9cf906317f9452cc54fc2ebd8b83a693d66affeabf179743a5f3c13def'),
	(195, '2024-06-24 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'handover.made', '9ee1b757-f35b-450d-823d-4956140ff00e', '7f4b991e-a632-4aaa-9864-ac6736030cf1', '{"way": "code", "measures": ["session-check"]}', '39d58a9cf906317f9452cc54fc2ebd8b83a693d66affeabf179743a5f3c13def', '0e8e756c57deeacbe4ea7ae8c96fbd926c80e9f7935711d90a8850eb3758d3a4'),
	(196, '2024-06-24 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'session.logged', 'f4af6c8f-19a0-45d9-852f-a32b179e5a28', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"ratings": []}', '0e8e756c57deeacbe4ea7ae8c96fbd926c80e9f7935711d90a8850eb3758d3a4', 'b2babba3115bc4731be50c25f0be9d30adc905da88e386eace9610415d35f487'),
	(197, '2024-06-24 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'sign_in.opened', '652c1e82-d2d6-49b5-b094-6965892225a4', NULL, '{}', 'b2babba3115bc4731be50c25f0be9d30adc905da88e386eace9610415d35f487', '0e076be755e020c50ac646ebece491bb360ccc061c7f54118692067d1b360797'),
	(198, '2024-06-24 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'handover.made', 'a0df4317-70c2-41e1-a665-c062b034db47', 'c544da6d-5782-479a-a2af-259262b16dd6', '{"way": "tablet", "measures": ["session-check", "wellbeing-check"]}', '0e076be755e020c50ac646ebece491bb360ccc061c7f54118692067d1b360797', '578c461481620a91b48ac95fdcb1cc494b7aecddd5507e555032bff54efe1915'),
	(199, '2024-06-24 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'sign_in.suspended', '652c1e82-d2d6-49b5-b094-6965892225a4', NULL, '{}', '578c461481620a91b48ac95fdcb1cc494b7aecddd5507e555032bff54efe1915', 'e94478bfce8cb813879953585d17931d1bb9df5763e1b85c824d984bac8c3b1a');


INSERT INTO public.audit_head VALUES
	(1, 199, 'e94478bfce8cb813879953585d17931d1bb9df5763e1b85c824d984bac8c3b1a');


INSERT INTO public.client_measures VALUES
	('c544da6d-5782-479a-a2af-259262b16dd6', 'session-check', 0, 'end'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'wellbeing-check', 1, 'start'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'phq-9', 2, NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', 'session-check', 0, 'end'),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', 'wellbeing-check', 1, 'start'),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'srs', 0, NULL),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'ors', 1, NULL);


INSERT INTO public.client_reviews VALUES
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', NULL, '2024-04-02', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלו.', '2024-04-02 09:03:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', '3dbc34b2-2040-43d5-8573-75a9bdcc2291'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '7f67f3c1-6e38-4d5f-88dd-aa33f6df44f1', '2024-04-02', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-04-02 09:06:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'ffa9a6c6-8fca-4e00-bd79-3c22716b9b15'),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '7f67f3c1-6e38-4d5f-88dd-aa33f6df44f1', '2024-04-02', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-04-02 09:07:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'f12e8d4d-84f7-4619-8a0c-b4456ae634cb');


INSERT INTO public.clients VALUES
	('B-458', '李', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽', 'older_adult', 'couple', 'video', '2024-01-11', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-11 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '7f4b991e-a632-4aaa-9864-ac6736030cf1', 'en'),
	('H-109', 'ÄÖŁ', 'O''Brien said: "don''t" \ ; -- '''' DROP TAB', 'adult', 'individual', 'outside', '1974-01-01', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-11 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 2, 'c544da6d-5782-479a-a2af-259262b16dd6', 'de'),
	('Z-118', '', '', 'child', 'family', 'phone', '2024-01-11', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-11 09:02:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 2, 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'en');


INSERT INTO public.code_guesses VALUES
	('2024-06-17 09:03:00+00', '16466481-f0d8-4cfc-b102-49fe715451da');


INSERT INTO public.covers VALUES
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '998c0836-4151-4b81-9ceb-13639293bbc0', '2024-04-02', '2024-04-02', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', '2024-04-02 09:10:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '8aaafcbd-50d2-43f9-8ca9-beb1e1fd5d0d'),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '998c0836-4151-4b81-9ceb-13639293bbc0', '2025-02-27', '2025-03-01', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', '2024-04-02 09:11:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, 'ada320fc-de24-4b21-80ad-245462a56a4b'),
	('998c0836-4151-4b81-9ceb-13639293bbc0', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-04-02', '2024-04-02', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-04-02 09:12:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', '2024-04-02 09:13:00+00', '835ed886-eed6-4459-979b-f2b3e38c7160');


INSERT INTO public.emergency_accesses VALUES
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'a66a109b-1634-492c-99a2-90d2b7b29753', '998c0836-4151-4b81-9ceb-13639293bbc0', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-04-02 09:14:00+00', '2024-04-02 09:15:00+00', 'b046b116-4827-49c7-b2c6-646dde29bf58'),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'a66a109b-1634-492c-99a2-90d2b7b29753', '998c0836-4151-4b81-9ceb-13639293bbc0', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', '2024-04-02 09:16:00+00', NULL, '712298f8-653f-471c-b369-9f44ddc29d7c');


INSERT INTO public.exports VALUES
	('31fdc443-fd95-45e3-9535-66eb6cc83670', 'practice', NULL, 'csv', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', 999999, '', '2024-06-03 09:01:00+00', 'ebc43390-4601-461a-bab2-ad7aad9eea9c'),
	('31fdc443-fd95-45e3-9535-66eb6cc83670', 'practice', NULL, 'xlsx', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', 999999, '', '2024-06-03 09:02:00+00', 'da15228f-f4f3-4e17-8237-489d7d8ebfc6');


INSERT INTO public.flag_answers VALUES
	('579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 1, 'cc9b0399-f442-4f71-af0c-561a162935e8', 'talked', '["asked_different", "invited_view", "owned_part", "named_pattern", "renegotiated", "explained_rationale"]', 'both', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', '2024-02-01', '2024-03-07 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2596056c-4512-4d6d-b74c-dc6b354ddbf2', NULL),
	('579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 2, 'cc9b0399-f442-4f71-af0c-561a162935e8', 'undone', '[]', NULL, '', NULL, '2024-03-07 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'd5f51989-7ce5-43f5-aef7-77f87f4adcb7', '2596056c-4512-4d6d-b74c-dc6b354ddbf2'),
	('579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 3, 'cc9b0399-f442-4f71-af0c-561a162935e8', 'supervision', '[]', NULL, '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', NULL, '2024-03-07 09:05:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '3c272a36-9300-4174-bfc2-2c8d9c116bf2', NULL),
	('008249e2-7fb3-4a76-9b98-65a12d6b9a21', 1, 'e81d6e45-c964-4c16-82ab-8cd3f817e312', 'risk_plan', '[]', NULL, 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', NULL, '2024-03-07 09:06:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '40fea7d2-8208-44e2-8859-4b23174d0fb6', NULL),
	('e2783c0b-3029-4ddf-8218-74067e321040', 1, '8350b387-bc9a-4e81-adfd-1e563a261c09', 'explained', '[]', NULL, '', NULL, '2024-03-07 09:07:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '720918dc-2544-472d-9d88-c6d1cc7b9519', NULL);


INSERT INTO public.flag_findings VALUES
	('8552af99-1510-4574-a9c3-61298b7568b0', 1, '7ce3bf48-d6cf-41a5-8756-8e1e90a5e069', 'client_above', NULL, '{"falls": [], "compared": [{"key": "bond", "now": "10", "reference": "0", "since": "a6c6fc3b-71e3-4906-9f34-699a81387d5b"}, {"key": "goals", "now": "10", "reference": "0", "since": "a6c6fc3b-71e3-4906-9f34-699a81387d5b"}, {"key": "tasks", "now": "10", "reference": "0", "since": "a6c6fc3b-71e3-4906-9f34-699a81387d5b"}, {"key": "overall", "now": "10", "reference": "0", "since": "a6c6fc3b-71e3-4906-9f34-699a81387d5b"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-01-11 18:00:00+00', '23ec3563-2081-40ab-8085-d38b633998ca'),
	('3730cb38-bfa5-4fd3-9d48-d0b4f7b07e34', 1, 'ef54005c-1eae-4e6b-86e6-812fbf38f425', 'early_level', NULL, '{"falls": [], "compared": [{"key": "total", "now": "1/10", "reference": "36", "since": null}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-01-11 18:01:00+00', 'ca16fc4e-2c69-46ed-8506-8f3568a9b644'),
	('d7bb88c1-0acc-424e-84b1-9f1940e5d89b', 1, '29ce8371-b0f4-4649-b3f6-164226cc2975', 'low_item', NULL, '{"falls": [], "compared": [{"key": "bond", "now": "3", "reference": "3", "since": "1252a3da-65b1-4dde-bcd9-8e1fd0ebbe2a"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-01-18 18:03:00+00', 'e7b169ba-402f-416f-b710-93b4ea67d71e'),
	('579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 1, 'ef719766-8fd1-450e-8377-a7fc833640fc', 'drop', 3, '{"falls": [{"key": "bond", "previous": "9", "base": "19/2", "now": "5", "since": "75c47fea-95ca-4eb6-8c76-218d72ead38d", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}', '2026.7', '2024-01-25 18:00:00+00', '845741bc-913c-4774-a2f0-a27affdaa18b'),
	('c8760f8b-f24a-4e15-8515-7aecb4423d53', 1, '491abc68-9ca3-4853-bd98-b3e35bcf5d77', 'drop', 3, '{"falls": [{"key": "total", "previous": "40", "base": "401/20", "now": "1/10", "since": "73c4adfa-cbbf-47a3-a6db-b7f23af07005", "stale": false, "points": "2"}], "compared": [], "reason": "the total 6 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}', '2026.7', '2024-01-25 18:01:00+00', '6bba4337-d736-409c-bb94-05bc59229290'),
	('e2783c0b-3029-4ddf-8218-74067e321040', 1, '0818cf3c-2dcf-4e28-84b5-16de61a4c4d7', 'drop', 3, '{"falls": [{"key": "bond", "previous": "5", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "goals", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "tasks", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "overall", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}', '2026.7', '2024-02-01 18:00:00+00', '1ae11ba0-bc98-485c-8394-92996c8b880d'),
	('46b0fdfe-affb-44dc-a2e4-f28d0921c728', 1, '0818cf3c-2dcf-4e28-84b5-16de61a4c4d7', 'low_item', NULL, '{"falls": [], "compared": [{"key": "bond", "now": "0", "reference": "5", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-02-01 18:00:00+00', 'dee2b057-ad5b-4418-890f-d54c3b0fcc36'),
	('008249e2-7fb3-4a76-9b98-65a12d6b9a21', 1, 'd3b0e831-a1fe-444c-b35e-5ed79f019fbc', 'risk_item', NULL, '{"falls": [], "compared": [{"key": "item_9", "now": "3", "reference": null, "since": null}], "reason": "new", "held_back": null, "own_setting": false}', '2026.7', '2024-02-15 18:00:00+00', 'e81d6e45-c964-4c16-82ab-8cd3f817e312'),
	('131e079f-5700-4a31-aae9-92a775d655c8', 1, '014e20af-3ddf-4565-b02d-9f1677583c37', 'came_back', NULL, '{"falls": [], "compared": [{"key": "total", "now": "40", "reference": "401/20", "since": "ff1fd8a2-3708-4922-b791-c2dd02defb4f"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-02-15 18:01:00+00', 'c0091380-433c-4a58-b650-eeabd264f03b'),
	('a54bb361-e276-4263-84f8-66630c76a99d', 1, 'f483d56e-84ba-4824-84a5-2d6070fd9a2a', 'came_back', NULL, '{"falls": [], "compared": [{"key": "bond", "now": "8", "reference": "9", "since": "c115902a-f474-4e94-9081-bb9170d6f3ff"}, {"key": "goals", "now": "8", "reference": "9", "since": "c115902a-f474-4e94-9081-bb9170d6f3ff"}, {"key": "tasks", "now": "8", "reference": "9", "since": "c115902a-f474-4e94-9081-bb9170d6f3ff"}, {"key": "overall", "now": "8", "reference": "9", "since": "c115902a-f474-4e94-9081-bb9170d6f3ff"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-02-22 18:00:00+00', '0541c954-e788-4e08-95e7-a8b1603f611f'),
	('aa7e1e5a-da89-4235-9d95-3cc6e4a7dd9b', 1, 'f483d56e-84ba-4824-84a5-2d6070fd9a2a', 'flat', NULL, '{"falls": [], "compared": [{"key": "total", "now": "8", "reference": null, "since": null}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-02-22 18:00:00+00', 'a5195bd7-3c7a-41d6-828d-bad10e6e0f9c'),
	('a907b977-dcae-4fee-bf2d-a0891e8b64b5', 1, '7278e029-66cb-4841-a998-cfa190e45b6c', 'no_improvement', NULL, '{"falls": [], "compared": [{"key": "total", "now": "1/10", "reference": "1/10", "since": "31f88c2d-e93b-4cbd-80b5-1b50d61036cb"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-02-22 18:01:00+00', '5fa8d8fd-bd99-47f8-a0fc-f59dd52a14b9'),
	('3937af34-f247-4bc6-9aee-d4ef81413381', 1, 'c356f0c9-9daf-4f40-8879-c9dd9f473082', 'drop', 3, '{"falls": [{"key": "total", "previous": "40", "base": "40", "now": "1/10", "since": "fefc8317-cfcf-4d24-a262-97d856b2e8f8", "stale": false, "points": "2"}], "compared": [], "reason": "the total 6 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}', '2026.7', '2024-02-22 18:01:00+00', 'dddbb2be-8eb5-4185-af50-3196c593e544'),
	('82feec60-8201-4ff1-9633-a90eb5cbc3ef', 1, '3d7e0fa2-c47a-4aef-a541-a71589233149', 'drop', 3, '{"falls": [{"key": "goals", "previous": "8", "base": "8", "now": "0", "since": "ce4c1a7f-1a85-4762-99c6-dcf75daa6bdd", "stale": false, "points": "2"}, {"key": "overall", "previous": "8", "base": "8", "now": "5", "since": "ce4c1a7f-1a85-4762-99c6-dcf75daa6bdd", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}', '2026.7', '2024-02-29 18:00:00+00', 'd98a47e3-b098-478f-8aa9-484a996baf8d'),
	('4c9f2057-51f4-4a86-b3dd-c5441d52c51d', 1, '263e6f55-357f-4002-97dc-0b1adba8a4db', 'drop', 1, '{"falls": [{"key": "bond", "previous": "9", "base": "8", "now": "7", "since": "653c7938-fe86-4a69-bd94-4de276f66d27", "stale": false, "points": "2"}, {"key": "tasks", "previous": "10", "base": "8", "now": "7", "since": "653c7938-fe86-4a69-bd94-4de276f66d27", "stale": false, "points": "2"}], "compared": [], "reason": "below the previous rating", "held_back": null, "own_setting": false}', '2026.7', '2024-03-07 09:00:00+00', '5216dd4e-5105-4f6c-b000-fbe9ea8ef9cb'),
	('7afdab6b-113a-461d-b96e-5d3e5cc79d2b', 1, '263e6f55-357f-4002-97dc-0b1adba8a4db', 'not_back', NULL, '{"falls": [], "compared": [{"key": "bond", "now": "7", "reference": "19/2", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-03-07 09:00:00+00', '7664a6f0-659d-4e58-8652-d69328288692'),
	('e71f54e6-a889-43cc-aebd-48d36d7e57fb', 1, '03b839a0-0ce5-481a-88aa-8d4d906009cb', 'flat', NULL, '{"falls": [], "compared": [{"key": "total", "now": "9", "reference": null, "since": null}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-03-07 09:01:00+00', '840d8bdb-a140-4d1f-be9e-30c395b2283f'),
	('e2783c0b-3029-4ddf-8218-74067e321040', 2, '0818cf3c-2dcf-4e28-84b5-16de61a4c4d7', 'drop', 3, '{"falls": [{"key": "bond", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "goals", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "tasks", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "overall", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}', '2026.7', '2024-03-07 09:01:00+00', '18654a70-e4d4-46ec-a164-bc8101db6031'),
	('579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 2, 'd2d770e9-9be6-415d-ace2-861c8f9723e6', 'drop', 3, '{"falls": [{"key": "bond", "previous": "9", "base": "19/2", "now": "4", "since": "75c47fea-95ca-4eb6-8c76-218d72ead38d", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}', '2026.7', '2024-03-07 09:02:00+00', 'cc9b0399-f442-4f71-af0c-561a162935e8'),
	('e2783c0b-3029-4ddf-8218-74067e321040', 3, '0818cf3c-2dcf-4e28-84b5-16de61a4c4d7', 'drop', 3, '{"falls": [{"key": "bond", "previous": "4", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "goals", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "tasks", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "overall", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}', '2026.7', '2024-03-07 09:02:00+00', '8350b387-bc9a-4e81-adfd-1e563a261c09'),
	('46b0fdfe-affb-44dc-a2e4-f28d0921c728', 2, '0818cf3c-2dcf-4e28-84b5-16de61a4c4d7', 'low_item', NULL, '{"falls": [], "compared": [{"key": "bond", "now": "0", "reference": "4", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-03-07 09:02:00+00', '4d69e8c9-0df0-438b-9f5f-f90dd791002a'),
	('aa7e1e5a-da89-4235-9d95-3cc6e4a7dd9b', 2, 'f483d56e-84ba-4824-84a5-2d6070fd9a2a', 'flat', NULL, '{"falls": [], "compared": [{"key": "total", "now": "8", "reference": null, "since": null}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-03-07 09:02:00+00', '3bcf1e33-e7c1-4c42-800e-20b9416ea353'),
	('7afdab6b-113a-461d-b96e-5d3e5cc79d2b', 2, '263e6f55-357f-4002-97dc-0b1adba8a4db', 'not_back', NULL, '{"falls": [], "compared": [{"key": "bond", "now": "7", "reference": "19/2", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-03-07 09:02:00+00', 'aaa1b76b-f39c-4471-8c23-73c1d28252d0'),
	('2476032e-46a1-4368-a8f6-91cc690df564', 1, NULL, 'missed', NULL, '{"falls": [], "compared": [], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-03-14 09:00:00+00', '5e5ea764-a724-442b-8a93-9e0300d546ec'),
	('1249fa19-8be8-48aa-9e3d-7c6fec14aa52', 1, '9c9211b9-cda0-4699-9eec-d1cc05bd2658', 'came_back', NULL, '{"falls": [], "compared": [{"key": "goals", "now": "8", "reference": "8", "since": "653c7938-fe86-4a69-bd94-4de276f66d27"}, {"key": "overall", "now": "8", "reference": "8", "since": "653c7938-fe86-4a69-bd94-4de276f66d27"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-03-21 09:00:00+00', '5ee47a2f-6e76-4d39-b62e-197098690a99'),
	('579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 3, '30d8b89d-9004-4f2c-9191-81a3a12ae7db', 'drop', 3, '{"falls": [{"key": "bond", "previous": "9", "base": "19/2", "now": "3", "since": "75c47fea-95ca-4eb6-8c76-218d72ead38d", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}', '2026.7', '2024-04-02 09:09:00+00', '24964bea-f92c-46a2-9ee1-2723f9421810'),
	('e2783c0b-3029-4ddf-8218-74067e321040', 4, '0818cf3c-2dcf-4e28-84b5-16de61a4c4d7', 'drop', 3, '{"falls": [{"key": "bond", "previous": "3", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "goals", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "tasks", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "overall", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}', '2026.7', '2024-04-02 09:09:00+00', 'f921a5dc-17be-4a96-903e-7cb74a6c8743'),
	('46b0fdfe-affb-44dc-a2e4-f28d0921c728', 3, '0818cf3c-2dcf-4e28-84b5-16de61a4c4d7', 'low_item', NULL, '{"falls": [], "compared": [{"key": "bond", "now": "0", "reference": "3", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-04-02 09:09:00+00', '9f78083c-184d-48b7-89bd-4fbeee9d3154'),
	('5b1a78be-3e21-45eb-b2ba-6ceadf358e4a', 1, 'acace99a-19ad-493b-9b9c-b17b9eefe525', 'drop', 1, '{"falls": [{"key": "goals", "previous": "8", "base": "8", "now": "0", "since": "7493c5ce-41f5-45af-8662-10da6bb5d213", "stale": true, "points": "2"}, {"key": "overall", "previous": "8", "base": "8", "now": "5", "since": "7493c5ce-41f5-45af-8662-10da6bb5d213", "stale": true, "points": "2"}], "compared": [], "reason": "below the previous rating", "held_back": null, "own_setting": false}', '2026.7', '2024-06-03 09:08:00+00', '183664d0-1436-4cf5-b0c4-78a0145cfbab'),
	('94adf4ff-da06-47cd-9e0c-8699c483764e', 1, 'acace99a-19ad-493b-9b9c-b17b9eefe525', 'came_back', NULL, '{"falls": [], "compared": [{"key": "bond", "now": "8", "reference": "8", "since": "c40e8b80-8d51-4030-8e02-2683c09413a5"}, {"key": "tasks", "now": "10", "reference": "8", "since": "c40e8b80-8d51-4030-8e02-2683c09413a5"}], "reason": "", "held_back": null, "own_setting": false}', '2026.7', '2024-06-03 09:08:00+00', 'affb1ea5-058d-47c7-9ab6-ae06cb1b40fd');


INSERT INTO public.flag_reviews VALUES
	('579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 1, 'discuss', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', '2024-04-09', 'cc9b0399-f442-4f71-af0c-561a162935e8', '3c272a36-9300-4174-bfc2-2c8d9c116bf2', '2024-04-02 09:00:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', '79bb2a7c-3720-4cc3-9637-82e9b356a4aa'),
	('579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 2, 'comment', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', NULL, 'cc9b0399-f442-4f71-af0c-561a162935e8', '3c272a36-9300-4174-bfc2-2c8d9c116bf2', '2024-04-02 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'e452f036-7aac-4099-9a17-1b2bd97f975f'),
	('579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 3, 'addressed', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלו.', NULL, 'cc9b0399-f442-4f71-af0c-561a162935e8', '3c272a36-9300-4174-bfc2-2c8d9c116bf2', '2024-04-02 09:02:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'c9f3b9cb-97f2-47b3-8491-95bc34f1f15c');


INSERT INTO public.flags VALUES
	('c544da6d-5782-479a-a2af-259262b16dd6', 'a6c6fc3b-71e3-4906-9f34-699a81387d5b', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'note', '2024-01-11 18:00:00+00', NULL, 1, '8552af99-1510-4574-a9c3-61298b7568b0', 'client_above'),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '31f88c2d-e93b-4cbd-80b5-1b50d61036cb', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 'client', 'review', '2024-01-11 18:01:00+00', NULL, 1, '3730cb38-bfa5-4fd3-9d48-d0b4f7b07e34', 'early_level'),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', 'c82f742d-529c-4ddf-b7d5-b85310213830', 'db5ea37b-edac-4659-b684-d3f1ff33b72a', 'session-check', 'client', 'review', '2024-01-18 18:03:00+00', NULL, 1, 'd7bb88c1-0acc-424e-84b1-9f1940e5d89b', 'low_item'),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'ff1fd8a2-3708-4922-b791-c2dd02defb4f', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 'client', 'check_in', '2024-01-25 18:01:00+00', NULL, 1, 'c8760f8b-f24a-4e15-8515-7aecb4423d53', 'check_in'),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'fefc8317-cfcf-4d24-a262-97d856b2e8f8', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 'client', 'note', '2024-02-15 18:01:00+00', NULL, 1, '131e079f-5700-4a31-aae9-92a775d655c8', 'came_back'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'ce4c1a7f-1a85-4762-99c6-dcf75daa6bdd', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'note', '2024-02-22 18:00:00+00', NULL, 1, 'a54bb361-e276-4263-84f8-66630c76a99d', 'came_back'),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '08b73755-dab8-4253-b777-1d6c79b5a860', 'aaebef4e-1458-4193-a394-45b5771e3265', 'ors', 'client', 'review', '2024-02-22 18:01:00+00', NULL, 1, 'a907b977-dcae-4fee-bf2d-a0891e8b64b5', 'no_improvement'),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '08b73755-dab8-4253-b777-1d6c79b5a860', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 'client', 'check_in', '2024-02-22 18:01:00+00', NULL, 1, '3937af34-f247-4bc6-9aee-d4ef81413381', 'check_in'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '653c7938-fe86-4a69-bd94-4de276f66d27', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'check_in', '2024-02-29 18:00:00+00', NULL, 1, '82feec60-8201-4ff1-9633-a90eb5cbc3ef', 'check_in'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'c40e8b80-8d51-4030-8e02-2683c09413a5', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'check_in', '2024-03-07 09:00:00+00', NULL, 1, '4c9f2057-51f4-4a86-b3dd-c5441d52c51d', 'check_in'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'ce4c1a7f-1a85-4762-99c6-dcf75daa6bdd', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'note', '2024-02-22 18:00:00+00', NULL, 3, 'aa7e1e5a-da89-4235-9d95-3cc6e4a7dd9b', 'flat'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'c40e8b80-8d51-4030-8e02-2683c09413a5', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'review', '2024-03-07 09:00:00+00', NULL, 3, '7afdab6b-113a-461d-b96e-5d3e5cc79d2b', 'not_back'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'note', '2024-03-07 09:01:00+00', '2024-03-07 09:02:00+00', 2, 'e71f54e6-a889-43cc-aebd-48d36d7e57fb', 'flat'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'ff83a4d9-47dc-4618-99ca-9decbc716512', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'phq-9', 'client', 'risk', '2024-02-15 18:00:00+00', NULL, 2, '008249e2-7fb3-4a76-9b98-65a12d6b9a21', 'risk_item'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '87b03257-6869-4ae6-8e6b-f9957a1e15dc', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'review', '2024-03-14 09:00:00+00', NULL, 1, '2476032e-46a1-4368-a8f6-91cc690df564', 'missed'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '7493c5ce-41f5-45af-8662-10da6bb5d213', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'note', '2024-03-21 09:00:00+00', NULL, 1, '1249fa19-8be8-48aa-9e3d-7c6fec14aa52', 'came_back'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'check_in', '2024-01-25 18:00:00+00', NULL, 7, '579db7bf-11d5-4ed3-a7f1-c98bf71fda40', 'check_in'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'c115902a-f474-4e94-9081-bb9170d6f3ff', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'check_in', '2024-02-01 18:00:00+00', NULL, 5, 'e2783c0b-3029-4ddf-8218-74067e321040', 'check_in'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'c115902a-f474-4e94-9081-bb9170d6f3ff', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'review', '2024-02-01 18:00:00+00', NULL, 4, '46b0fdfe-affb-44dc-a2e4-f28d0921c728', 'low_item'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '915a9c41-3daa-47ed-8d88-6d584683a251', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'check_in', '2024-06-03 09:08:00+00', NULL, 1, '5b1a78be-3e21-45eb-b2ba-6ceadf358e4a', 'check_in'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '915a9c41-3daa-47ed-8d88-6d584683a251', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 'client', 'note', '2024-06-03 09:08:00+00', NULL, 1, '94adf4ff-da06-47cd-9e0c-8699c483764e', 'came_back');


INSERT INTO public.goal_entries VALUES
	('2bf76e30-07a0-4151-bc59-8653c8b8fa0b', 1, 'set', '2024-03-14', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', '', 1, NULL, '', '2024-03-14 09:14:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '66397fb2-5c15-4aef-a9d8-ad5cf9b0040b'),
	('2b666404-374e-43b9-be20-88f543885322', 1, 'set', '2024-03-14', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', '', 2, NULL, '', '2024-03-14 09:15:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '77829efd-c150-4587-90e0-bb54d9965d97'),
	('2bf76e30-07a0-4151-bc59-8653c8b8fa0b', 2, 'endorsed', '2024-03-14', '', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', NULL, NULL, '', '2024-03-14 09:16:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '36bf818d-7e29-45fc-9c4b-a53c4530ed89'),
	('2bf76e30-07a0-4151-bc59-8653c8b8fa0b', 3, 'reworded', '2024-03-14', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', NULL, NULL, '', '2024-03-14 09:17:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '7ac52cf9-65b5-4f97-b164-28d82ba11687'),
	('2bf76e30-07a0-4151-bc59-8653c8b8fa0b', 4, 'reworded', '2024-03-14', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', 'one	tab
another line

  and a gap', NULL, '7ac52cf9-65b5-4f97-b164-28d82ba11687', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', '2024-03-14 09:18:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'fdad5d7c-d5d4-4de3-8f80-c87956eafd9e');


INSERT INTO public.goal_progress VALUES
	('2bf76e30-07a0-4151-bc59-8653c8b8fa0b', '7493c5ce-41f5-45af-8662-10da6bb5d213', 0, NULL, '', '2024-03-21 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'b2422eeb-cf55-49f0-bacb-1cb1a732f0e9'),
	('2b666404-374e-43b9-be20-88f543885322', '7493c5ce-41f5-45af-8662-10da6bb5d213', 10, NULL, '', '2024-03-21 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '67d740b3-eca7-4a5b-9bd7-0e904a1354fd'),
	('2bf76e30-07a0-4151-bc59-8653c8b8fa0b', '7493c5ce-41f5-45af-8662-10da6bb5d213', 10, 'b2422eeb-cf55-49f0-bacb-1cb1a732f0e9', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', '2024-03-21 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '16a49704-1960-42bb-9e6b-e75063290d50'),
	('2b666404-374e-43b9-be20-88f543885322', '7493c5ce-41f5-45af-8662-10da6bb5d213', NULL, '67d740b3-eca7-4a5b-9bd7-0e904a1354fd', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', '2024-03-21 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'ff907676-0a8d-4e81-b977-a2efd68b3a41');


INSERT INTO public.goals VALUES
	('c544da6d-5782-479a-a2af-259262b16dd6', 1, '2b666404-374e-43b9-be20-88f543885322'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 4, '2bf76e30-07a0-4151-bc59-8653c8b8fa0b');


INSERT INTO public.handovers VALUES
	('c544da6d-5782-479a-a2af-259262b16dd6', '915a9c41-3daa-47ed-8d88-6d584683a251', '4addd6a8-54ec-4782-b9fa-ddc022589d28', '', '["session-check"]', 'link', 'sent', '2024-06-03 09:05:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, NULL, 'c3300e91523700c299ef164ee1aeedc0e37dbf013c3738d9ffb0a4df11da9fc6', '7a6ceb410d7fbc62762a3f8e8e7958500cd0fbe7d17fe43a386ee8b637bd3468', '2024-06-05 09:05:00+00', '2024-06-03 09:06:00+00', '2024-06-03 09:07:00+00', '2024-06-03 09:08:00+00', '李李李李李李李李李李李李李李李李李李李李', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', 'de', false, 'unknown', false, false, '{}', 0, '9241867f-6786-4fd7-ab46-48f5fb028f5b'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'ea0a1265-4de7-4d28-adcb-9995772c2507', '4addd6a8-54ec-4782-b9fa-ddc022589d28', '', '["session-check", "wellbeing-check"]', 'tablet', 'declined', '2024-06-10 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '1eb64273-6dee-4645-ad74-ba64c8a8c21f', NULL, NULL, NULL, '2024-06-10 10:02:00+00', '2024-06-10 09:02:00+00', '2024-06-10 09:02:00+00', '2024-06-10 09:03:00+00', '', '', 'de', false, 'unknown', false, false, '{}', 0, 'f5bfa1c2-7825-460d-843e-2647c6f53d5f'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '761fdc85-f7c7-4d68-9d6a-9a4481e6b112', '4addd6a8-54ec-4782-b9fa-ddc022589d28', '', '["session-check"]', 'code', 'cancelled', '2024-06-17 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '9b841b596c65ccc73c8777b7203f7b8828ebb4e2ca0253c4e6f8cbc31c8d694a', 'bbf3ac204644901254ab781a7af156e115d5d8592868d06f160bcd10eb82921a', NULL, '2024-06-17 09:16:00+00', NULL, '2024-06-17 09:01:00+00', '2024-06-17 09:02:00+00', '', '', 'de', false, 'unknown', false, false, '{}', 0, 'dc6871a5-a093-4068-a77b-fed9e2491380'),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', 'e6b77796-9c60-42b1-ab24-b29402c92d30', 'db5ea37b-edac-4659-b684-d3f1ff33b72a', 'B', '["session-check"]', 'code', 'waiting', '2024-06-24 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, 'd9bfda77323f21b3894caad3f4511310c01746f1be948810bfaf0d874e02a77e', '45a6eb72357de4a22b10b062f02e77ea2c3e3e695b1338f37295c11f6d75e1f9', NULL, '2024-06-24 09:16:00+00', NULL, '2024-06-24 09:01:00+00', NULL, '', '', 'en', false, 'unknown', false, false, '{}', 0, '9ee1b757-f35b-450d-823d-4956140ff00e'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'f4af6c8f-19a0-45d9-852f-a32b179e5a28', '4addd6a8-54ec-4782-b9fa-ddc022589d28', '', '["session-check", "wellbeing-check"]', 'tablet', 'open', '2024-06-24 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '652c1e82-d2d6-49b5-b094-6965892225a4', NULL, NULL, NULL, '2024-06-24 10:04:00+00', '2024-06-24 09:04:00+00', '2024-06-24 09:07:00+00', NULL, '', '', 'de', true, 'tablet', true, true, '{"session-check": {"bond": "3"}}', 0, 'a0df4317-70c2-41e1-a665-c062b034db47');


INSERT INTO public.learning_tries VALUES
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'foundations', '{"case-the-warm-session": 0, "case-the-best-predictor": 0, "case-six-months-of-coming": 0}', '2024-04-02 09:33:00+00', '2024-04-02', false, 'dea64e27-d0d6-40fa-af83-b666cfa4da6f'),
	('998c0836-4151-4b81-9ceb-13639293bbc0', 'foundations', '{"case-the-best-predictor": 0}', '2024-04-02 09:37:00+00', NULL, NULL, '8e7083ad-39f0-4b8e-8fa2-6baeff93fa33');


INSERT INTO public.library_checks VALUES
	('cards/bond-fell', '9b7de070d9771a847c6de7a5e2720bf9', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', '2024-04-02 09:19:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', '2024-04-02 09:20:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', '5b330ebe-c1f8-4767-bed2-55c5d92948f3'),
	('cards/bond-fell', '9b7de070d9771a847c6de7a5e2720bf9', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽ ½ ∞ −1', '2024-04-02 09:21:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, NULL, 'b7223610-7802-4770-a2c7-caa7175871f9');


INSERT INTO public.library_reviews VALUES
	('cards/bond-fell', '1.0', '2024-04-02', '2024-10-01', '2024-04-02 09:22:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', '49b3bcd5-466c-44a1-89e9-4edae622b687');


INSERT INTO public.library_revisions VALUES
	('9f0e060f-ef10-4648-945b-20b1c3df257e', '7f6aaf3d-14b5-4df8-81d7-ca22aa895db2', 'cards/bond-fell', 1, 'r1', '2024-04-02 09:29:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'c3e17eb7-6c09-45da-85b9-e0ab13920e7c');


INSERT INTO public.meetings VALUES
	('862fc163-67b0-4b6e-875f-6d2a27be5947', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-04-02', '2024-04-02 09:05:00+00', '7f67f3c1-6e38-4d5f-88dd-aa33f6df44f1');


INSERT INTO public.notices VALUES
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'supervised', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '31fdc443-fd95-45e3-9535-66eb6cc83670', '', '1999-12-31', '2001-12-31', '2024-01-08 09:06:00+00', NULL, 'c7ed994c-55cb-42d5-a6fe-a293baa82e98'),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'supervised', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '31fdc443-fd95-45e3-9535-66eb6cc83670', '', '2020-02-29', NULL, '2024-01-08 09:07:00+00', NULL, '85d82808-f4c3-4161-81d7-e46cd2b08034'),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'supervised', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '31fdc443-fd95-45e3-9535-66eb6cc83670', '', '2024-01-08', NULL, '2024-01-08 09:09:00+00', NULL, 'da3875ef-6d15-46bd-8220-8f50e4ed4a88'),
	('653866e8-b57d-4718-8934-dd1f6d93809e', 'supervised', 'a66a109b-1634-492c-99a2-90d2b7b29753', NULL, '31fdc443-fd95-45e3-9535-66eb6cc83670', '', '2024-01-01', NULL, '2024-01-08 09:10:00+00', NULL, 'c8c247a0-6ba0-4994-9e7a-8ef263877554'),
	('998c0836-4151-4b81-9ceb-13639293bbc0', 'supervised', '862fc163-67b0-4b6e-875f-6d2a27be5947', NULL, '31fdc443-fd95-45e3-9535-66eb6cc83670', '', '2024-01-08', NULL, '2024-01-08 09:11:00+00', NULL, '2c7922e1-c8e2-4199-8a87-ac533e1650b8'),
	('998c0836-4151-4b81-9ceb-13639293bbc0', 'covering', '8aaafcbd-50d2-43f9-8ca9-beb1e1fd5d0d', NULL, '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', '2024-04-02', '2024-04-02', '2024-04-02 09:10:00+00', NULL, '2eae4c4e-b9ae-41ed-bcaa-04643d9ab996'),
	('998c0836-4151-4b81-9ceb-13639293bbc0', 'covering', 'ada320fc-de24-4b21-80ad-245462a56a4b', NULL, '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', '2025-02-27', '2025-03-01', '2024-04-02 09:11:00+00', NULL, '32b8569c-c722-4501-9245-7dad30a4d076'),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'covering', '835ed886-eed6-4459-979b-f2b3e38c7160', NULL, '998c0836-4151-4b81-9ceb-13639293bbc0', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-04-02', '2024-04-02', '2024-04-02 09:12:00+00', '2024-04-02 09:13:00+00', '3d6a6f1c-5841-4c7b-91a6-cbfe7552fb88'),
	('31fdc443-fd95-45e3-9535-66eb6cc83670', 'emergency', 'b046b116-4827-49c7-b2c6-646dde29bf58', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'a66a109b-1634-492c-99a2-90d2b7b29753', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', NULL, NULL, '2024-04-02 09:14:00+00', NULL, '39db6efc-e984-4c78-9757-0cfeebeba281'),
	('998c0836-4151-4b81-9ceb-13639293bbc0', 'emergency', 'b046b116-4827-49c7-b2c6-646dde29bf58', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'a66a109b-1634-492c-99a2-90d2b7b29753', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', NULL, NULL, '2024-04-02 09:14:00+00', NULL, 'ec493f74-80fe-44e7-ad12-a19f5122b8e0'),
	('a66a109b-1634-492c-99a2-90d2b7b29753', 'emergency', 'b046b116-4827-49c7-b2c6-646dde29bf58', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'a66a109b-1634-492c-99a2-90d2b7b29753', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', NULL, NULL, '2024-04-02 09:14:00+00', NULL, '590e44f1-54a6-4b3c-a427-8b2d890e0687'),
	('31fdc443-fd95-45e3-9535-66eb6cc83670', 'emergency', '712298f8-653f-471c-b369-9f44ddc29d7c', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'a66a109b-1634-492c-99a2-90d2b7b29753', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', NULL, NULL, '2024-04-02 09:16:00+00', NULL, 'bb226d68-a03e-4577-9db1-a2e45064db1a'),
	('998c0836-4151-4b81-9ceb-13639293bbc0', 'emergency', '712298f8-653f-471c-b369-9f44ddc29d7c', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'a66a109b-1634-492c-99a2-90d2b7b29753', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', NULL, NULL, '2024-04-02 09:16:00+00', NULL, '881bb54f-ffa1-4529-b149-0684ff6d752e'),
	('a66a109b-1634-492c-99a2-90d2b7b29753', 'emergency', '712298f8-653f-471c-b369-9f44ddc29d7c', 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'a66a109b-1634-492c-99a2-90d2b7b29753', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', NULL, NULL, '2024-04-02 09:16:00+00', NULL, '79001ed9-a8ce-450c-b35c-812411c5e639'),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'transferred', NULL, 'f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '998c0836-4151-4b81-9ceb-13639293bbc0', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', NULL, NULL, '2024-04-02 09:17:00+00', '2024-04-02 09:18:00+00', '57f428d6-c515-4aed-9a2d-e4d0ba72846e'),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'drafted', '9f0e060f-ef10-4648-945b-20b1c3df257e', NULL, '862fc163-67b0-4b6e-875f-6d2a27be5947', '', NULL, NULL, '2024-04-02 09:25:00+00', '2024-04-02 09:26:00+00', 'b20006bd-e500-412b-9ca6-f7c7e5c637d2'),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'drafted', '9f0e060f-ef10-4648-945b-20b1c3df257e', NULL, '862fc163-67b0-4b6e-875f-6d2a27be5947', '', NULL, NULL, '2024-04-02 09:27:00+00', '2024-04-02 09:28:00+00', 'cff05d7b-a05c-4d65-aa56-73e5e07f4fa5');


INSERT INTO public.objective_versions VALUES
	('3f579e97-58f7-46c9-bcb7-3915e3b303e8', 1, '', 'addressed', '{}', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', '', '2024-03-21', '2024-05-16', 'open', '', '2024-03-21 09:05:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '77647308-07ce-408e-89c8-54e04a9c9f24'),
	('3f579e97-58f7-46c9-bcb7-3915e3b303e8', 2, '', 'addressed', '{}', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', '', '2024-03-21', '2025-02-28', 'open', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-03-21 09:06:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'dd7ff207-f632-4913-ba8a-e6c07000d23f'),
	('3f579e97-58f7-46c9-bcb7-3915e3b303e8', 3, '', 'addressed', '{}', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', '', '2024-03-21', '2025-02-28', 'closed', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', '2024-03-21 09:07:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'cda26f27-9840-49c1-8497-b6bbb90fb739'),
	('3f579e97-58f7-46c9-bcb7-3915e3b303e8', 4, '', 'addressed', '{}', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', '', '2024-03-21', '2025-02-28', 'open', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', '2024-03-21 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'ea7d0d62-e436-49dc-8e14-71cdb1dc9f33'),
	('4ebe62e9-74d3-4ab1-acf1-eafc8c050f2c', 1, '', 'addressed', '{}', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', '', '2024-03-21', '2024-05-16', 'open', '', '2024-03-21 09:09:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '482a3185-d15a-4b82-b1d8-4667ded5094f'),
	('4ebe62e9-74d3-4ab1-acf1-eafc8c050f2c', 2, '', 'addressed', '{}', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', '', '2024-03-21', '2024-05-16', 'taken_back', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-03-21 09:10:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '7caa78c2-38ae-4aaf-b130-b2aa4c152e0f');


INSERT INTO public.objectives VALUES
	('c544da6d-5782-479a-a2af-259262b16dd6', 4, '3f579e97-58f7-46c9-bcb7-3915e3b303e8'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 2, '4ebe62e9-74d3-4ab1-acf1-eafc8c050f2c');


INSERT INTO public.one_time_codes VALUES
	('998c0836-4151-4b81-9ceb-13639293bbc0', 'cd03778dd5487c92e5aa87e4ead849236fa233fe269550e02e24a4a9b683cf50', '2024-01-08 09:24:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 0, '2024-01-08 09:25:00+00', 'used', 'f6f4684f-553e-4e3d-b6ac-cd9e357c4be8'),
	('998c0836-4151-4b81-9ceb-13639293bbc0', 'b994c615f037ef9566ba4dbc4047c4a0f3b244ee00de3131602dc1a565f32959', '2024-01-08 09:26:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 0, '2024-01-08 09:27:00+00', 'replaced', 'b33ba4e4-0153-40f8-b1ee-267351d6bbff'),
	('998c0836-4151-4b81-9ceb-13639293bbc0', '3aa2a94c55b62c33fb75be61346f41687e2a0ae9c7f00ad9b18ab3c86025e6b2', '2024-01-08 09:27:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', 0, NULL, NULL, 'eebd19d6-acf2-4e3c-8024-3ee9cd37224a');


INSERT INTO public.participants VALUES
	('c544da6d-5782-479a-a2af-259262b16dd6', 'A', '4addd6a8-54ec-4782-b9fa-ddc022589d28', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', 'A', 'e4205693-4a98-4325-8c51-06c0c6dbf884', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', 'B', 'db5ea37b-edac-4659-b684-d3f1ff33b72a', NULL),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', 'A', 'aaebef4e-1458-4193-a394-45b5771e3265', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', 'C', 'e07ee94d-8c85-4061-bf1e-79cbe15e8af1', '2024-01-11 09:04:00+00');


INSERT INTO public.practice VALUES
	(1, 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ω.', 'Asia/Kathmandu', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלו.', 2, NULL, true);


INSERT INTO public.practice_reports VALUES
	('2024-01-01', '[{"part": "sessions", "key": "clients", "about": "", "n": null}, {"part": "sessions", "key": "rated", "about": "", "n": null, "of": null}, {"part": "flags", "key": "kind", "about": "risk_item", "n": null}, {"part": "flags", "key": "kind", "about": "drop", "n": null}, {"part": "flags", "key": "kind", "about": "early_level", "n": null}, {"part": "flags", "key": "kind", "about": "low_item", "n": null}, {"part": "flags", "key": "kind", "about": "no_improvement", "n": null}, {"part": "flags", "key": "kind", "about": "not_back", "n": null}, {"part": "flags", "key": "kind", "about": "missed", "n": null}, {"part": "flags", "key": "all", "about": "", "n": null}, {"part": "objectives", "key": "met", "about": "", "n": null, "of": null}, {"part": "stopped", "key": "stopped", "about": "", "n": null, "of": null}]', '2024-06-03 09:00:00+00', 'c1866636-a244-4709-a464-373a2f476c82');


INSERT INTO public.ratings VALUES
	('a6c6fc3b-71e3-4906-9f34-699a81387d5b', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 10, "goals": 10, "tasks": 10, "overall": 10}', NULL, NULL, '2024-01-11 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '7ce3bf48-d6cf-41a5-8756-8e1e90a5e069'),
	('a6c6fc3b-71e3-4906-9f34-699a81387d5b', NULL, 'session-check', 1, '', 'therapist', false, 'after_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 0, "goals": 0, "tasks": 0, "overall": 0}', NULL, NULL, '2024-01-11 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '58ec964f-2e81-44f6-b3c9-62080f9cb7fe'),
	('31f88c2d-e93b-4cbd-80b5-1b50d61036cb', 'aaebef4e-1458-4193-a394-45b5771e3265', 'ors', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 1, NULL, '2024-01-11 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', '713bdda5-6c3b-48f6-85b9-0986d010ef52'),
	('31f88c2d-e93b-4cbd-80b5-1b50d61036cb', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 1, NULL, '2024-01-11 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', 'ef54005c-1eae-4e6b-86e6-812fbf38f425'),
	('2a30f32b-5bed-4aa0-b2f7-b53d19ffb7dd', 'e4205693-4a98-4325-8c51-06c0c6dbf884', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-01-11 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '88367f5d-8305-44bf-94b0-da993123f8f5'),
	('1252a3da-65b1-4dde-bcd9-8e1fd0ebbe2a', 'db5ea37b-edac-4659-b684-d3f1ff33b72a', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-01-11 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '372a3a8d-6029-4d2a-99b7-e895797d9a41'),
	('75c47fea-95ca-4eb6-8c76-218d72ead38d', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 9, "tasks": 9, "overall": 9}', NULL, NULL, '2024-01-18 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'f0a8b09e-8063-4231-a2f2-b9228c14b077'),
	('75c47fea-95ca-4eb6-8c76-218d72ead38d', NULL, 'session-check', 1, '', 'therapist', false, 'after_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 8, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-01-18 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '19c28bca-532e-4b70-9765-7e4e8e136c14'),
	('73c4adfa-cbbf-47a3-a6db-b7f23af07005', 'aaebef4e-1458-4193-a394-45b5771e3265', 'ors', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 400, NULL, '2024-01-18 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', 'b70ff3f4-6a32-4da1-b483-94a9008ff8ee'),
	('73c4adfa-cbbf-47a3-a6db-b7f23af07005', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 400, NULL, '2024-01-18 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', '414def6b-d331-445e-92d3-b2c60e78edd2'),
	('f2c90d6d-106b-4206-b85e-fe1ca3409bf7', 'e4205693-4a98-4325-8c51-06c0c6dbf884', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-01-18 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'ad546eb2-f963-49c6-b3c1-3308ad2e3608'),
	('c82f742d-529c-4ddf-b7d5-b85310213830', 'db5ea37b-edac-4659-b684-d3f1ff33b72a', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-01-18 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '29ce8371-b0f4-4649-b3f6-164226cc2975'),
	('0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 5, "goals": 9, "tasks": 9, "overall": 9}', NULL, NULL, '2024-01-25 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'ef719766-8fd1-450e-8377-a7fc833640fc'),
	('0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', NULL, 'session-check', 1, '', 'therapist', false, 'after_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 9, "tasks": 9, "overall": 9}', NULL, NULL, '2024-01-25 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'c9f0414c-f611-4d3c-9202-16f6ff53ab96'),
	('ff1fd8a2-3708-4922-b791-c2dd02defb4f', 'aaebef4e-1458-4193-a394-45b5771e3265', 'ors', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 1, NULL, '2024-01-25 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', 'b5865594-def1-44e6-8e14-377a7d172875'),
	('ff1fd8a2-3708-4922-b791-c2dd02defb4f', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 1, NULL, '2024-01-25 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', '491abc68-9ca3-4853-bd98-b3e35bcf5d77'),
	('4d7a8ef5-b462-4914-b3ad-177ca8ff5dde', 'e4205693-4a98-4325-8c51-06c0c6dbf884', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-01-25 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '720d55c5-0a62-417a-9195-a6f4c129e619'),
	('ee400a34-2a8a-4011-a777-28a8f8fbcaba', 'db5ea37b-edac-4659-b684-d3f1ff33b72a', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-01-25 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '51be0efc-eed1-4d20-84d3-0e61f2dd3b88'),
	('c115902a-f474-4e94-9081-bb9170d6f3ff', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 0, "goals": 0, "tasks": 0, "overall": 0}', NULL, NULL, '2024-02-01 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '0818cf3c-2dcf-4e28-84b5-16de61a4c4d7'),
	('3b3d9001-34e7-4720-9208-c483ac0f2f71', 'aaebef4e-1458-4193-a394-45b5771e3265', 'ors', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 400, NULL, '2024-02-01 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', 'b22d5798-8ea3-48db-8ba0-c0a01ccf6f5d'),
	('3b3d9001-34e7-4720-9208-c483ac0f2f71', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 400, NULL, '2024-02-01 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', '5de22d4f-d4bf-4a8c-a76e-0304b0e7e8a3'),
	('c8bceba5-64ff-480a-83dc-1e97fb8343ce', 'e4205693-4a98-4325-8c51-06c0c6dbf884', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-02-01 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '701adf7a-e351-4850-8ca6-f98e6b3ece36'),
	('708db2b9-d5c6-4794-b9c5-0f3a475b1dc0', 'db5ea37b-edac-4659-b684-d3f1ff33b72a', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-02-01 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'e1a42faf-fa59-42a6-b62f-4632a3f9c5dc'),
	('ff83a4d9-47dc-4618-99ca-9decbc716512', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'phq-9', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"item_1": 2, "item_2": 2, "item_3": 2, "item_4": 2, "item_5": 2, "item_6": 2, "item_7": 2, "item_8": 2, "item_9": 3}', NULL, NULL, '2024-02-15 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'd3b0e831-a1fe-444c-b35e-5ed79f019fbc'),
	('ff83a4d9-47dc-4618-99ca-9decbc716512', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 8, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-02-15 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'c52ad333-e2bc-48a3-93d5-1fe8a90af76c'),
	('fefc8317-cfcf-4d24-a262-97d856b2e8f8', 'aaebef4e-1458-4193-a394-45b5771e3265', 'ors', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 400, NULL, '2024-02-15 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', '62ba1a3a-1c79-45d5-9a08-2631ca15c8d2'),
	('fefc8317-cfcf-4d24-a262-97d856b2e8f8', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 400, NULL, '2024-02-15 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', '014e20af-3ddf-4565-b02d-9f1677583c37'),
	('8da39ad1-964e-4f58-b21d-b6c884d25830', 'e4205693-4a98-4325-8c51-06c0c6dbf884', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-02-15 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '72971dc6-7fe3-478c-a3ee-c7819eddea78'),
	('bf9d3b92-6a34-4d0d-b7cb-ab8ee60a8eb4', 'db5ea37b-edac-4659-b684-d3f1ff33b72a', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-02-15 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'a3010884-d68e-4f60-a68c-5d58156ee9b3'),
	('ce4c1a7f-1a85-4762-99c6-dcf75daa6bdd', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 8, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-02-22 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'f483d56e-84ba-4824-84a5-2d6070fd9a2a'),
	('ce4c1a7f-1a85-4762-99c6-dcf75daa6bdd', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'wellbeing-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"feelings": 0, "day": 10, "people": 0, "reason": 10}', NULL, NULL, '2024-02-22 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'ca7da200-0dad-4ef1-a7cc-5c354db36435'),
	('08b73755-dab8-4253-b777-1d6c79b5a860', 'aaebef4e-1458-4193-a394-45b5771e3265', 'ors', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 1, NULL, '2024-02-22 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', '7278e029-66cb-4841-a998-cfa190e45b6c'),
	('08b73755-dab8-4253-b777-1d6c79b5a860', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 1, NULL, '2024-02-22 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', 'c356f0c9-9daf-4f40-8879-c9dd9f473082'),
	('990a6be6-c19f-4d80-a683-d370e71db7c4', 'e4205693-4a98-4325-8c51-06c0c6dbf884', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-02-22 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '396ff73f-1413-4f57-9d3a-94c3884a22b8'),
	('9d3b3e4a-6b96-4895-ac71-f4c2d0c2f59e', 'db5ea37b-edac-4659-b684-d3f1ff33b72a', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-02-22 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '26f2fcc8-7782-48e5-a57f-5005f4c2da04'),
	('653c7938-fe86-4a69-bd94-4de276f66d27', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 0, "tasks": 10, "overall": 5}', NULL, NULL, '2024-02-29 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '3d7e0fa2-c47a-4aef-a541-a71589233149'),
	('653c7938-fe86-4a69-bd94-4de276f66d27', NULL, 'session-check', 1, '', 'therapist', false, 'after_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 10, "goals": 10, "tasks": 10, "overall": 10}', NULL, NULL, '2024-02-29 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'c17de138-031e-46b7-8bdb-56606b3ef846'),
	('c58129f0-7590-48e1-89a8-e74916ea53e9', 'aaebef4e-1458-4193-a394-45b5771e3265', 'ors', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 400, NULL, '2024-02-29 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', 'e93ac2e1-eb28-4f6d-b3c6-817fdfe124b5'),
	('c58129f0-7590-48e1-89a8-e74916ea53e9', 'aaebef4e-1458-4193-a394-45b5771e3265', 'srs', 1, '', 'client', true, 'in_session', 'total', 'typed', 'desktop', 'en', '{}', 400, NULL, '2024-02-29 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', NULL, '', 'cfef382b-e29d-41c7-8bff-4de2775b826e'),
	('de16b777-c8b0-4542-a0f1-99fcbc306bf4', 'e4205693-4a98-4325-8c51-06c0c6dbf884', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-02-29 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '157b6f11-997b-42ae-b988-581491fe5159'),
	('dd4e698b-ed10-42d0-93f4-f8faf4870747', 'db5ea37b-edac-4659-b684-d3f1ff33b72a', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-02-29 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'd4af0469-4a6e-452c-9f2b-957d337f50bd'),
	('c40e8b80-8d51-4030-8e02-2683c09413a5', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 7, "goals": 7, "tasks": 7, "overall": 7}', NULL, NULL, '2024-03-07 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '263e6f55-357f-4002-97dc-0b1adba8a4db'),
	('0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 9, "goals": 9, "tasks": 9, "overall": 9}', NULL, NULL, '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'ef719766-8fd1-450e-8377-a7fc833640fc', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '03b839a0-0ce5-481a-88aa-8d4d906009cb'),
	('0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 4, "goals": 9, "tasks": 9, "overall": 9}', NULL, NULL, '2024-03-07 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '03b839a0-0ce5-481a-88aa-8d4d906009cb', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', 'd2d770e9-9be6-415d-ace2-861c8f9723e6'),
	('7493c5ce-41f5-45af-8662-10da6bb5d213', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 8, "goals": 8, "tasks": 8, "overall": 8}', NULL, NULL, '2024-03-21 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', '9c9211b9-cda0-4699-9eec-d1cc05bd2658'),
	('0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'in_session', 'numbers', 'typed', 'desktop', 'en', '{"bond": 3, "goals": 9, "tasks": 9, "overall": 9}', NULL, NULL, '2024-04-02 09:09:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'd2d770e9-9be6-415d-ace2-861c8f9723e6', 'A slip', '30d8b89d-9004-4f2c-9191-81a3a12ae7db'),
	('915a9c41-3daa-47ed-8d88-6d584683a251', '4addd6a8-54ec-4782-b9fa-ddc022589d28', 'session-check', 1, '', 'client', true, 'after_session', 'numbers', 'phone', 'unknown', 'de', '{"bond": 8, "goals": 0, "tasks": 10, "overall": 5}', NULL, NULL, '2024-06-03 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', NULL, '', 'acace99a-19ad-493b-9b9c-b17b9eefe525');


INSERT INTO public.reassignments VALUES
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '998c0836-4151-4b81-9ceb-13639293bbc0', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', '2024-04-02 09:17:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', '9652c3c6-3f76-4f82-9f9f-0a8d2f3cc2e5');


INSERT INTO public.reengagements VALUES
	('87b03257-6869-4ae6-8e6b-f9957a1e15dc', '2024-03-14', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', NULL, '', '2024-03-14 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'c66977e6-0043-487d-ba44-2d1f3a2f987f'),
	('87b03257-6869-4ae6-8e6b-f9957a1e15dc', '2024-03-14', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', 'c66977e6-0043-487d-ba44-2d1f3a2f987f', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-03-14 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '00216c30-0477-46f2-922d-2586de489954');


INSERT INTO public.repair_entries VALUES
	('4fb81ce0-3d9d-4398-aed7-71e178064064', 1, 'opened', NULL, '[]', '', NULL, NULL, NULL, '', '2024-03-07 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '5d8acb93-09f3-465f-b399-fa68980bed01'),
	('230b0f0a-cf7d-4f39-8448-44da2abd578e', 1, 'opened', NULL, '[]', '', NULL, NULL, NULL, '', '2024-03-07 09:07:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'c8b44b15-bb46-43d0-a801-80fd047032d2'),
	('beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', 1, 'opened', 'confrontation', '[]', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.', NULL, NULL, NULL, '', '2024-03-14 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'a463181f-c0e5-4179-b020-65892a7dfe89'),
	('beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', 2, 'planned', NULL, '[]', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', NULL, NULL, NULL, '', '2024-03-14 09:08:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '3860eca4-d14c-4732-9a20-9cd76109e987'),
	('beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', 3, 'planned', NULL, '[]', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', NULL, NULL, NULL, '', '2024-03-14 09:09:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '5a0d5f51-a031-45fe-b673-6b3fcee6de1a'),
	('beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', 4, 'planned', NULL, '[]', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', NULL, NULL, NULL, '', '2024-03-14 09:10:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '8833cf48-c74c-435d-95c4-6989f67b174c'),
	('beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', 5, 'planned', NULL, '[]', 'What was meant', NULL, NULL, '5a0d5f51-a031-45fe-b673-6b3fcee6de1a', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-03-14 09:11:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '73f6a77a-7d4c-4d28-91b5-c66aa005c982'),
	('beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', 6, 'done', NULL, '[]', '', NULL, '73f6a77a-7d4c-4d28-91b5-c66aa005c982', NULL, '', '2024-03-14 09:12:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'fa424f4d-2247-474b-bb94-6e0c9a2c8850'),
	('beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4', 7, 'let_go', NULL, '[]', '', NULL, '8833cf48-c74c-435d-95c4-6989f67b174c', NULL, 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-03-14 09:13:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'a24f5819-b71f-4a4a-a542-41df5b2d1a65');


INSERT INTO public.repairs VALUES
	('c544da6d-5782-479a-a2af-259262b16dd6', 'c40e8b80-8d51-4030-8e02-2683c09413a5', '4c9f2057-51f4-4a86-b3dd-c5441d52c51d', 1, '4fb81ce0-3d9d-4398-aed7-71e178064064'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'c115902a-f474-4e94-9081-bb9170d6f3ff', 'e2783c0b-3029-4ddf-8218-74067e321040', 1, '230b0f0a-cf7d-4f39-8448-44da2abd578e'),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', 'dd4e698b-ed10-42d0-93f4-f8faf4870747', NULL, 7, 'beefdf92-5cf7-4a62-8b0e-1b597d5bc9b4');


INSERT INTO public.roles VALUES
	(1, 'clinician'),
	(2, 'supervisor'),
	(3, 'administrator');


INSERT INTO public.rule_settings VALUES
	('session-check', '3', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-01-08 09:13:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', '97f4d20e-6787-412d-9625-9f9500fd0927'),
	('session-check', '', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלו.', '2024-01-08 09:14:00+00', '31fdc443-fd95-45e3-9535-66eb6cc83670', '58df4555-9d4a-49a4-a549-c551ad68a9c7');


INSERT INTO public.saved_views VALUES
	('862fc163-67b0-4b6e-875f-6d2a27be5947', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽', '{"show": "all"}', '2024-04-02 09:04:00+00', 'b8ad1db6-a30b-4bef-abb4-af7c12e4598b');


INSERT INTO public.sent_forms VALUES
	('ffffffff-ffff-ffff-ffff-ffffffffffff', '31fdc443-fd95-45e3-9535-66eb6cc83670', 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', NULL, '2024-06-03 09:03:00+00');


INSERT INTO public.session_changes VALUES
	('0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', 'held_on', '2024-01-25', '2024-01-26', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'fb1bfc95-808e-4add-affd-6c03ba7ce752'),
	('0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', 'minutes_late', '0', '5', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '99f6f82a-9af9-4db5-a6a4-2d634e84ac14'),
	('0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', 'note', 'one	tab
another line

  and a gap', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-03-07 09:01:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'b8be1d11-0bb4-4f6a-bd54-37c62f109b6c'),
	('d4cdbd22-44f8-4739-ab3b-566c22aa8c43', 'held_on', '2025-02-14', '2025-03-01', 'moved before it took place', '2024-03-14 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'd5cb4bd8-b010-4725-b453-b0eea749676b'),
	('0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', 'note', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', 'one	tab
another line

  and a gap', 'A slip', '2024-04-02 09:09:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'd8e1cc53-369a-45d7-9b7e-b2c72e41379b');


INSERT INTO public.sign_in_failures VALUES
	('dd5175f2a1823bb84e636fc4839b4942c79e564384793db29588a316a3a74c1f', '2024-01-08 09:21:00+00', 'ea82ed48-1adf-4120-95d8-1d1ea7f19580'),
	('8bee055a5171a685155c6fc10cd774494866c32aaf26082261e0feb1d740425e', '2024-01-08 09:22:00+00', '48df4922-ed42-4925-bd72-20c379985dc0'),
	('8f53e601b2b4f6ab3c5251f8ae844452e3c2e7f2c02bac74c1f6864bc53ce633', '2024-01-08 09:23:00+00', '24a1178d-9c40-4467-9014-3961b983e040');


INSERT INTO public.sign_ins VALUES
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'b86f0e9ae10ab1bc1ccecf9071f1d1bfd1615e803b1a0c7dc4c8d434abb71ef6', 'ended', '2024-01-08 09:18:00+00', '2024-01-08 09:18:00+00', '2024-01-08 09:19:00+00', 'signed_out', '3ae7285e-a18e-483d-8c79-33f6a414e510', 'Firefox on Linux'),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '3f77194ce9fe2a00dfaf39c73007e70e6f68407ff4ab583bab6f61b133b37d4d', 'active', '2024-01-08 09:20:00+00', '2024-01-08 09:20:00+00', NULL, NULL, '326159b3-b863-4f99-aaa6-5de55ee51e50', 'another browser'),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '11ceafb1c59507182d2601c953ce1b7a4e00bd59dd3785e6906463626b1fca05', 'suspended', '2024-06-10 09:01:00+00', '2024-06-10 09:01:00+00', NULL, NULL, '1eb64273-6dee-4645-ad74-ba64c8a8c21f', 'another browser'),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'cac56585193bb7fc6103993d2c4a2c27a191e3476b05573cfe8a9a72117cc2d5', 'suspended', '2024-06-24 09:03:00+00', '2024-06-24 09:03:00+00', NULL, NULL, '652c1e82-d2d6-49b5-b094-6965892225a4', 'another browser');


INSERT INTO public.suggestion_steps VALUES
	('9f0e060f-ef10-4648-945b-20b1c3df257e', 1, 'drafted', '', '9b7de070d9771a847c6de7a5e2720bf9', '“Thank you for marking this honestly.”', 'Käthe asks first; 李 listens. {new study}', 'A. Author (2024)', 'https://doi.org/10.1/x', 'T1', '2024-04-02 09:25:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'ef1a5f9c-1b62-4409-9330-2026d8ee7a8d'),
	('9f0e060f-ef10-4648-945b-20b1c3df257e', 2, 'returned', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', NULL, '', NULL, NULL, NULL, NULL, '2024-04-02 09:26:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '26e5cf24-b93c-4010-aa2e-04273da9750e'),
	('9f0e060f-ef10-4648-945b-20b1c3df257e', 3, 'drafted', '', '9b7de070d9771a847c6de7a5e2720bf9', '“Thank you for marking this honestly.”', 'Käthe asks first; 李 listens. {new study}', 'A. Author (2024)', 'https://doi.org/10.1/x', 'T1', '2024-04-02 09:27:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', '7f6aaf3d-14b5-4df8-81d7-ca22aa895db2'),
	('9f0e060f-ef10-4648-945b-20b1c3df257e', 4, 'approved', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', NULL, '', NULL, NULL, NULL, NULL, '2024-04-02 09:28:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'd1e015df-d215-4722-9f0f-485050dd4113'),
	('9f0e060f-ef10-4648-945b-20b1c3df257e', 5, 'published', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', NULL, '', NULL, NULL, NULL, NULL, '2024-04-02 09:29:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'd43e8300-cd91-47d4-9a86-60daa181a83f'),
	('ef6b2e47-58e7-4c2e-b9ee-738797944e0e', 1, 'declined', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', NULL, '', NULL, NULL, NULL, NULL, '2024-04-02 09:31:00+00', '862fc163-67b0-4b6e-875f-6d2a27be5947', 'b7006c24-96b7-4cc3-aadd-4da933b48b95');


INSERT INTO public.suggestions VALUES
	('cards/bond-fell', '9b7de070d9771a847c6de7a5e2720bf9', '“Thank you for marking this honestly.”', 'no_source', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki .', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', 'named', '2024-04-02 09:24:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '9f0e060f-ef10-4648-945b-20b1c3df257e'),
	('cards/bond-fell', NULL, '', 'other', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', 'unnamed', '2024-04-02 09:30:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'ef6b2e47-58e7-4c2e-b9ee-738797944e0e'),
	('cards/bond-fell', NULL, '', 'other', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', 'unnamed', '2024-04-02 09:32:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'b7ed8281-4c0e-4a31-9343-e8d1e79089df');


INSERT INTO public.supervision_links VALUES
	('862fc163-67b0-4b6e-875f-6d2a27be5947', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '1999-12-31', '2001-12-31', '96127ce0-cb6f-4360-8905-886c410af1b4'),
	('862fc163-67b0-4b6e-875f-6d2a27be5947', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2020-02-29', '2024-01-07', 'f9f01730-6ea7-41b8-a1e7-3310b355a3bc'),
	('862fc163-67b0-4b6e-875f-6d2a27be5947', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-08', NULL, '2e0c8677-3dc2-46a9-a1f5-00627c99efca'),
	('862fc163-67b0-4b6e-875f-6d2a27be5947', '998c0836-4151-4b81-9ceb-13639293bbc0', '2024-01-08', NULL, 'b4922784-343e-4254-9b90-9354d38f0b16'),
	('a66a109b-1634-492c-99a2-90d2b7b29753', '653866e8-b57d-4718-8934-dd1f6d93809e', '2024-01-01', '2024-01-07', '673dd38b-a953-40a9-a47c-f89d85be2a77');


INSERT INTO public.therapy_sessions VALUES
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-11', 'attended', 'in_person', 0, NULL, 'one	tab
another line

  and a gap', '2024-01-11 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'a6c6fc3b-71e3-4906-9f34-699a81387d5b', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '998c0836-4151-4b81-9ceb-13639293bbc0', '2024-01-11', 'attended', 'in_person', NULL, NULL, '', '2024-01-11 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 1, '31f88c2d-e93b-4cbd-80b5-1b50d61036cb', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-11', 'attended', 'in_person', NULL, NULL, '', '2024-01-11 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '2a30f32b-5bed-4aa0-b2f7-b53d19ffb7dd', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-11', 'attended', 'in_person', NULL, NULL, '', '2024-01-11 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '1252a3da-65b1-4dde-bcd9-8e1fd0ebbe2a', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-18', 'attended', 'in_person', 0, NULL, 'one	tab
another line

  and a gap', '2024-01-18 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '75c47fea-95ca-4eb6-8c76-218d72ead38d', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '998c0836-4151-4b81-9ceb-13639293bbc0', '2024-01-18', 'attended', 'in_person', NULL, NULL, '', '2024-01-18 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 1, '73c4adfa-cbbf-47a3-a6db-b7f23af07005', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-18', 'attended', 'in_person', NULL, NULL, '', '2024-01-18 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'f2c90d6d-106b-4206-b85e-fe1ca3409bf7', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-18', 'attended', 'in_person', NULL, NULL, '', '2024-01-18 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'c82f742d-529c-4ddf-b7d5-b85310213830', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '998c0836-4151-4b81-9ceb-13639293bbc0', '2024-01-25', 'attended', 'in_person', NULL, NULL, '', '2024-01-25 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 1, 'ff1fd8a2-3708-4922-b791-c2dd02defb4f', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-25', 'attended', 'in_person', NULL, NULL, '', '2024-01-25 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '4d7a8ef5-b462-4914-b3ad-177ca8ff5dde', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-25', 'attended', 'in_person', NULL, NULL, '', '2024-01-25 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'ee400a34-2a8a-4011-a777-28a8f8fbcaba', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-01', 'attended', 'in_person', 0, NULL, 'one	tab
another line

  and a gap', '2024-02-01 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'c115902a-f474-4e94-9081-bb9170d6f3ff', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '998c0836-4151-4b81-9ceb-13639293bbc0', '2024-02-01', 'attended', 'in_person', NULL, NULL, '', '2024-02-01 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 1, '3b3d9001-34e7-4720-9208-c483ac0f2f71', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-01', 'attended', 'in_person', NULL, NULL, '', '2024-02-01 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'c8bceba5-64ff-480a-83dc-1e97fb8343ce', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-01', 'attended', 'in_person', NULL, NULL, '', '2024-02-01 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '708db2b9-d5c6-4794-b9c5-0f3a475b1dc0', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-08', 'attended', 'in_person', 180, 'declined', '', '2024-02-08 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'ffbe7c8e-efec-4306-9e33-77c409134559', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-15', 'attended', 'in_person', 0, NULL, 'one	tab
another line

  and a gap', '2024-02-15 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'ff83a4d9-47dc-4618-99ca-9decbc716512', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '998c0836-4151-4b81-9ceb-13639293bbc0', '2024-02-15', 'attended', 'in_person', NULL, NULL, '', '2024-02-15 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 1, 'fefc8317-cfcf-4d24-a262-97d856b2e8f8', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-15', 'attended', 'in_person', NULL, NULL, '', '2024-02-15 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '8da39ad1-964e-4f58-b21d-b6c884d25830', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-15', 'attended', 'in_person', NULL, NULL, '', '2024-02-15 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'bf9d3b92-6a34-4d0d-b7cb-ab8ee60a8eb4', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-22', 'attended', 'in_person', 0, NULL, 'one	tab
another line

  and a gap', '2024-02-22 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'ce4c1a7f-1a85-4762-99c6-dcf75daa6bdd', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '998c0836-4151-4b81-9ceb-13639293bbc0', '2024-02-22', 'attended', 'in_person', NULL, NULL, '', '2024-02-22 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 1, '08b73755-dab8-4253-b777-1d6c79b5a860', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-22', 'attended', 'in_person', NULL, NULL, '', '2024-02-22 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '990a6be6-c19f-4d80-a683-d370e71db7c4', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-22', 'attended', 'in_person', NULL, NULL, '', '2024-02-22 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '9d3b3e4a-6b96-4895-ac71-f4c2d0c2f59e', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-29', 'attended', 'in_person', 0, NULL, 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלו.', '2024-02-29 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '653c7938-fe86-4a69-bd94-4de276f66d27', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('f29746d0-0ebe-4e8c-af0d-f9e8b8fd5d06', '998c0836-4151-4b81-9ceb-13639293bbc0', '2024-02-29', 'attended', 'in_person', NULL, NULL, '', '2024-02-29 18:01:00+00', '998c0836-4151-4b81-9ceb-13639293bbc0', 1, 'c58129f0-7590-48e1-89a8-e74916ea53e9', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-29', 'attended', 'in_person', NULL, NULL, '', '2024-02-29 18:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'de16b777-c8b0-4542-a0f1-99fcbc306bf4', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-02-29', 'attended', 'in_person', NULL, NULL, '', '2024-02-29 18:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'dd4e698b-ed10-42d0-93f4-f8faf4870747', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-03-07', 'attended', 'in_person', 11, NULL, '', '2024-03-07 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, 'c40e8b80-8d51-4030-8e02-2683c09413a5', 'partly', true, false, true, true, 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', '', '👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', NULL),
	('7f4b991e-a632-4aaa-9864-ac6736030cf1', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-06-24', 'attended', 'video', NULL, 'asked', '', '2024-06-24 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 2, 'e6b77796-9c60-42b1-ab24-b29402c92d30', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-06-10', 'attended', 'outside', NULL, 'declined', '', '2024-06-10 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 3, 'ea0a1265-4de7-4d28-adcb-9995772c2507', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-03-14', 'missed', 'in_person', NULL, NULL, '', '2024-03-14 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '87b03257-6869-4ae6-8e6b-f9957a1e15dc', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2025-02-28', 'scheduled', 'outside', NULL, NULL, '', '2024-03-14 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1, '99a88d26-1425-4299-a06c-757d9bda49af', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-01-26', 'attended', 'in_person', 5, NULL, 'one	tab
another line

  and a gap', '2024-01-25 18:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 4, '0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2025-03-01', 'scheduled', 'outside', NULL, NULL, '', '2024-03-14 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 2, 'd4cdbd22-44f8-4739-ab3b-566c22aa8c43', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2025-02-21', 'scheduled', 'outside', NULL, NULL, '', '2024-03-14 09:03:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 2, '1aba2ead-5f96-4576-8f0d-8ed6a17b11da', NULL, NULL, NULL, NULL, NULL, '', '', '', '2024-03-14 09:05:00+00'),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-03-21', 'attended', 'in_person', NULL, NULL, '', '2024-03-21 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 2, '7493c5ce-41f5-45af-8662-10da6bb5d213', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-06-03', 'attended', 'outside', NULL, NULL, '', '2024-06-03 09:04:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 3, '915a9c41-3daa-47ed-8d88-6d584683a251', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-06-17', 'attended', 'outside', NULL, 'not_asked', '', '2024-06-17 09:00:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 3, '761fdc85-f7c7-4d68-9d6a-9a4481e6b112', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL),
	('c544da6d-5782-479a-a2af-259262b16dd6', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-06-24', 'attended', 'outside', NULL, 'asked', '', '2024-06-24 09:02:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 2, 'f4af6c8f-19a0-45d9-852f-a32b179e5a28', NULL, NULL, NULL, NULL, NULL, '', '', '', NULL);


INSERT INTO public.useful_marks VALUES
	('cards/bond-fell', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', '2024-04-02 09:23:00+00', '3cdd9ccb-4951-4896-a749-8bb345db59ee');


INSERT INTO public.user_preferences VALUES
	('862fc163-67b0-4b6e-875f-6d2a27be5947', 'light', 'compact', true, false, NULL),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'dark', 'compact', true, false, '$argon2id$v=19$m=64,t=1,p=4$j1EK4fyf07oXIuT8/3+vtQ$Nt35ashFvyMo1fqKDS1exsMtmeN2/PSOO8qJ5FzGN/o');


INSERT INTO public.user_roles VALUES
	('31fdc443-fd95-45e3-9535-66eb6cc83670', 3),
	('679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 1),
	('862fc163-67b0-4b6e-875f-6d2a27be5947', 2),
	('998c0836-4151-4b81-9ceb-13639293bbc0', 1),
	('a66a109b-1634-492c-99a2-90d2b7b29753', 1),
	('a66a109b-1634-492c-99a2-90d2b7b29753', 2),
	('a66a109b-1634-492c-99a2-90d2b7b29753', 3),
	('653866e8-b57d-4718-8934-dd1f6d93809e', 1);


INSERT INTO public.users VALUES
	('administrator@practice.example', 'Ines 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1', '$argon2id$v=19$m=64,t=1,p=4$YSwFgBDCuBciBKC0FiIEQA$kDjw66+Ksz5vWAifkMqt3XBfzkiR5PDGw/rD2rewHgY', true, 'ad980dbdc18c25cc4b2bf72784e33d16cff4f78764c2b6883891bb3576bb38c4', '2024-01-08 09:00:00+00', 1, '31fdc443-fd95-45e3-9535-66eb6cc83670'),
	('clinician@practice.example', 'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик', '$argon2id$v=19$m=64,t=1,p=4$YSwFgBDCuBciBKC0FiIEQA$kDjw66+Ksz5vWAifkMqt3XBfzkiR5PDGw/rD2rewHgY', true, '0c49c464239e838b55bfbd7b0164c891f2897d7e76383d32bf6ee87845b3d814', '2024-01-08 09:01:00+00', 1, '679f4ae0-6c2e-4da5-8667-0be9c4770dd0'),
	('supervisor@practice.example', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '$argon2id$v=19$m=64,t=1,p=4$YSwFgBDCuBciBKC0FiIEQA$kDjw66+Ksz5vWAifkMqt3XBfzkiR5PDGw/rD2rewHgY', true, 'c701a1dc35ae142c23d2b6bf432a8a8cae8cff87449b7a88e653262436e28ca0', '2024-01-08 09:02:00+00', 1, '862fc163-67b0-4b6e-875f-6d2a27be5947'),
	('both@practice.example', 'Ö', '$argon2id$v=19$m=64,t=1,p=4$YSwFgBDCuBciBKC0FiIEQA$kDjw66+Ksz5vWAifkMqt3XBfzkiR5PDGw/rD2rewHgY', true, 'ca9955ceb0ff322742d93e822bdf93e1b40de695298ba41647ce35b706b0b150', '2024-01-08 09:04:00+00', 1, 'a66a109b-1634-492c-99a2-90d2b7b29753'),
	('colleague@practice.example', 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ω.', '$argon2id$v=19$m=64,t=1,p=4$rlVKaa11rlVqTen9HwMgZA$paOzWu1we+fdn3fNJeANQRVWDQ9Vx4je7FouhfbaH5s', true, '16f2e4821c550381baf66236053fd87a35ed48f30314e1b725cc6c9fa0f76686', '2024-01-08 09:03:00+00', 1, '998c0836-4151-4b81-9ceb-13639293bbc0'),
	('disabled@practice.example', 'Gone', '$argon2id$v=19$m=64,t=1,p=4$YSwFgBDCuBciBKC0FiIEQA$kDjw66+Ksz5vWAifkMqt3XBfzkiR5PDGw/rD2rewHgY', false, '6463d37d563b91aab383b71112236b8bb5734e92f899827436ca31cc0c600f9d', '2024-01-08 09:05:00+00', 2, '653866e8-b57d-4718-8934-dd1f6d93809e');


INSERT INTO public.usual_range_starts VALUES
	('c544da6d-5782-479a-a2af-259262b16dd6', 'session-check', '0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', true, 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".', '2024-03-14 09:06:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'f2ed74c1-9f85-4846-8735-6cda317dab3f'),
	('c544da6d-5782-479a-a2af-259262b16dd6', 'session-check', '0ef9c80a-0a7a-4f58-b827-49a1ff4e825e', false, 'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>', '2024-03-14 09:07:00+00', '679f4ae0-6c2e-4da5-8667-0be9c4770dd0', 'b1f7beb2-b336-4918-834a-c65c76032068');


SELECT pg_catalog.setval('public.audit_head_id_seq', 1, false);


SELECT pg_catalog.setval('public.practice_id_seq', 1, false);


SELECT pg_catalog.setval('public.roles_id_seq', 1, false);


ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


ALTER TABLE ONLY public.actions
    ADD CONSTRAINT pk_actions PRIMARY KEY (id);


ALTER TABLE ONLY public.adaptations
    ADD CONSTRAINT pk_adaptations PRIMARY KEY (id);


ALTER TABLE ONLY public.audit_entries
    ADD CONSTRAINT pk_audit_entries PRIMARY KEY (seq);


ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT pk_audit_head PRIMARY KEY (id);


ALTER TABLE ONLY public.client_measures
    ADD CONSTRAINT pk_client_measures PRIMARY KEY (client_id, measure_key);


ALTER TABLE ONLY public.client_reviews
    ADD CONSTRAINT pk_client_reviews PRIMARY KEY (id);


ALTER TABLE ONLY public.clients
    ADD CONSTRAINT pk_clients PRIMARY KEY (id);


ALTER TABLE ONLY public.code_guesses
    ADD CONSTRAINT pk_code_guesses PRIMARY KEY (id);


ALTER TABLE ONLY public.covers
    ADD CONSTRAINT pk_covers PRIMARY KEY (id);


ALTER TABLE ONLY public.emergency_accesses
    ADD CONSTRAINT pk_emergency_accesses PRIMARY KEY (id);


ALTER TABLE ONLY public.exports
    ADD CONSTRAINT pk_exports PRIMARY KEY (id);


ALTER TABLE ONLY public.flag_answers
    ADD CONSTRAINT pk_flag_answers PRIMARY KEY (id);


ALTER TABLE ONLY public.flag_findings
    ADD CONSTRAINT pk_flag_findings PRIMARY KEY (id);


ALTER TABLE ONLY public.flag_reviews
    ADD CONSTRAINT pk_flag_reviews PRIMARY KEY (id);


ALTER TABLE ONLY public.flags
    ADD CONSTRAINT pk_flags PRIMARY KEY (id);


ALTER TABLE ONLY public.goal_entries
    ADD CONSTRAINT pk_goal_entries PRIMARY KEY (id);


ALTER TABLE ONLY public.goal_progress
    ADD CONSTRAINT pk_goal_progress PRIMARY KEY (id);


ALTER TABLE ONLY public.goals
    ADD CONSTRAINT pk_goals PRIMARY KEY (id);


ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT pk_handovers PRIMARY KEY (id);


ALTER TABLE ONLY public.learning_tries
    ADD CONSTRAINT pk_learning_tries PRIMARY KEY (id);


ALTER TABLE ONLY public.library_checks
    ADD CONSTRAINT pk_library_checks PRIMARY KEY (id);


ALTER TABLE ONLY public.library_reviews
    ADD CONSTRAINT pk_library_reviews PRIMARY KEY (id);


ALTER TABLE ONLY public.library_revisions
    ADD CONSTRAINT pk_library_revisions PRIMARY KEY (id);


ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT pk_meetings PRIMARY KEY (id);


ALTER TABLE ONLY public.notices
    ADD CONSTRAINT pk_notices PRIMARY KEY (id);


ALTER TABLE ONLY public.objective_versions
    ADD CONSTRAINT pk_objective_versions PRIMARY KEY (id);


ALTER TABLE ONLY public.objectives
    ADD CONSTRAINT pk_objectives PRIMARY KEY (id);


ALTER TABLE ONLY public.one_time_codes
    ADD CONSTRAINT pk_one_time_codes PRIMARY KEY (id);


ALTER TABLE ONLY public.participants
    ADD CONSTRAINT pk_participants PRIMARY KEY (id);


ALTER TABLE ONLY public.practice
    ADD CONSTRAINT pk_practice PRIMARY KEY (id);


ALTER TABLE ONLY public.practice_reports
    ADD CONSTRAINT pk_practice_reports PRIMARY KEY (id);


ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT pk_ratings PRIMARY KEY (id);


ALTER TABLE ONLY public.reassignments
    ADD CONSTRAINT pk_reassignments PRIMARY KEY (id);


ALTER TABLE ONLY public.reengagements
    ADD CONSTRAINT pk_reengagements PRIMARY KEY (id);


ALTER TABLE ONLY public.repair_entries
    ADD CONSTRAINT pk_repair_entries PRIMARY KEY (id);


ALTER TABLE ONLY public.repairs
    ADD CONSTRAINT pk_repairs PRIMARY KEY (id);


ALTER TABLE ONLY public.roles
    ADD CONSTRAINT pk_roles PRIMARY KEY (id);


ALTER TABLE ONLY public.rule_settings
    ADD CONSTRAINT pk_rule_settings PRIMARY KEY (id);


ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT pk_saved_views PRIMARY KEY (id);


ALTER TABLE ONLY public.sent_forms
    ADD CONSTRAINT pk_sent_forms PRIMARY KEY (key);


ALTER TABLE ONLY public.session_changes
    ADD CONSTRAINT pk_session_changes PRIMARY KEY (id);


ALTER TABLE ONLY public.sign_in_failures
    ADD CONSTRAINT pk_sign_in_failures PRIMARY KEY (id);


ALTER TABLE ONLY public.sign_ins
    ADD CONSTRAINT pk_sign_ins PRIMARY KEY (id);


ALTER TABLE ONLY public.suggestion_steps
    ADD CONSTRAINT pk_suggestion_steps PRIMARY KEY (id);


ALTER TABLE ONLY public.suggestions
    ADD CONSTRAINT pk_suggestions PRIMARY KEY (id);


ALTER TABLE ONLY public.supervision_links
    ADD CONSTRAINT pk_supervision_links PRIMARY KEY (id);


ALTER TABLE ONLY public.therapy_sessions
    ADD CONSTRAINT pk_therapy_sessions PRIMARY KEY (id);


ALTER TABLE ONLY public.useful_marks
    ADD CONSTRAINT pk_useful_marks PRIMARY KEY (id);


ALTER TABLE ONLY public.user_preferences
    ADD CONSTRAINT pk_user_preferences PRIMARY KEY (user_id);


ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT pk_user_roles PRIMARY KEY (user_id, role_id);


ALTER TABLE ONLY public.users
    ADD CONSTRAINT pk_users PRIMARY KEY (id);


ALTER TABLE ONLY public.usual_range_starts
    ADD CONSTRAINT pk_usual_range_starts PRIMARY KEY (id);


ALTER TABLE ONLY public.adaptations
    ADD CONSTRAINT uq_adaptations_supersedes_id UNIQUE (supersedes_id);


ALTER TABLE ONLY public.clients
    ADD CONSTRAINT uq_clients_code UNIQUE (code);


ALTER TABLE ONLY public.flag_answers
    ADD CONSTRAINT uq_flag_answers_undoes_id UNIQUE (undoes_id);


ALTER TABLE ONLY public.goal_entries
    ADD CONSTRAINT uq_goal_entries_supersedes_id UNIQUE (supersedes_id);


ALTER TABLE ONLY public.goal_progress
    ADD CONSTRAINT uq_goal_progress_supersedes_id UNIQUE (supersedes_id);


ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT uq_handovers_token_hash UNIQUE (token_hash);


ALTER TABLE ONLY public.library_revisions
    ADD CONSTRAINT uq_library_revisions_source_key UNIQUE (source_key);


ALTER TABLE ONLY public.library_revisions
    ADD CONSTRAINT uq_library_revisions_suggestion_id UNIQUE (suggestion_id);


ALTER TABLE ONLY public.library_revisions
    ADD CONSTRAINT uq_library_revisions_text_number UNIQUE (text, number);


ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT uq_meetings_supervisor_id_clinician_id_meets_on UNIQUE (supervisor_id, clinician_id, meets_on);


ALTER TABLE ONLY public.participants
    ADD CONSTRAINT uq_participants_client_id_letter UNIQUE (client_id, letter);


ALTER TABLE ONLY public.practice_reports
    ADD CONSTRAINT uq_practice_reports_since UNIQUE (since);


ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT uq_ratings_supersedes_id UNIQUE (supersedes_id);


ALTER TABLE ONLY public.reengagements
    ADD CONSTRAINT uq_reengagements_supersedes_id UNIQUE (supersedes_id);


ALTER TABLE ONLY public.repair_entries
    ADD CONSTRAINT uq_repair_entries_supersedes_id UNIQUE (supersedes_id);


ALTER TABLE ONLY public.repairs
    ADD CONSTRAINT uq_repairs_flag_id UNIQUE (flag_id);


ALTER TABLE ONLY public.roles
    ADD CONSTRAINT uq_roles_name UNIQUE (name);


ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT uq_saved_views_user_id_name UNIQUE (user_id, name);


ALTER TABLE ONLY public.sign_ins
    ADD CONSTRAINT uq_sign_ins_token_hash UNIQUE (token_hash);


ALTER TABLE ONLY public.suggestion_steps
    ADD CONSTRAINT uq_suggestion_steps_suggestion_id_sequence UNIQUE (suggestion_id, sequence);


ALTER TABLE ONLY public.supervision_links
    ADD CONSTRAINT uq_supervision_links_supervisor_id_clinician_id_starts_on UNIQUE (supervisor_id, clinician_id, starts_on);


ALTER TABLE ONLY public.useful_marks
    ADD CONSTRAINT uq_useful_marks_text_user_id UNIQUE (text, user_id);


ALTER TABLE ONLY public.users
    ADD CONSTRAINT uq_users_email UNIQUE (email);


ALTER TABLE ONLY public.users
    ADD CONSTRAINT uq_users_fs_uniquifier UNIQUE (fs_uniquifier);


CREATE INDEX ix_actions_client_id ON public.actions USING btree (client_id);


CREATE INDEX ix_actions_review_id ON public.actions USING btree (review_id);


CREATE INDEX ix_adaptations_client_id ON public.adaptations USING btree (client_id);


CREATE INDEX ix_audit_entries_actor_id ON public.audit_entries USING btree (actor_id);


CREATE INDEX ix_audit_entries_client_id ON public.audit_entries USING btree (client_id);


CREATE INDEX ix_client_reviews_client_day ON public.client_reviews USING btree (client_id, reviewed_on);


CREATE INDEX ix_client_reviews_meeting_id ON public.client_reviews USING btree (meeting_id);


CREATE INDEX ix_clients_clinician_id ON public.clients USING btree (clinician_id);


CREATE INDEX ix_code_guesses_at ON public.code_guesses USING btree (at);


CREATE INDEX ix_covers_clinician_id ON public.covers USING btree (clinician_id);


CREATE INDEX ix_covers_cover_id ON public.covers USING btree (cover_id);


CREATE INDEX ix_emergency_accesses_user_client ON public.emergency_accesses USING btree (user_id, client_id);


CREATE INDEX ix_exports_user_id ON public.exports USING btree (user_id);


CREATE INDEX ix_flags_client_id ON public.flags USING btree (client_id);


CREATE INDEX ix_goal_progress_goal_id ON public.goal_progress USING btree (goal_id);


CREATE INDEX ix_goals_client_id ON public.goals USING btree (client_id);


CREATE INDEX ix_handovers_client_id ON public.handovers USING btree (client_id);


CREATE INDEX ix_handovers_session_id ON public.handovers USING btree (session_id);


CREATE INDEX ix_learning_tries_user_concept ON public.learning_tries USING btree (user_id, concept);


CREATE INDEX ix_library_checks_text ON public.library_checks USING btree (text);


CREATE INDEX ix_library_reviews_text ON public.library_reviews USING btree (text);


CREATE INDEX ix_meetings_clinician_id ON public.meetings USING btree (clinician_id);


CREATE INDEX ix_notices_user_seen ON public.notices USING btree (user_id, seen_at);


CREATE INDEX ix_objectives_client_id ON public.objectives USING btree (client_id);


CREATE INDEX ix_ratings_session_id ON public.ratings USING btree (session_id);


CREATE INDEX ix_reassignments_client_id ON public.reassignments USING btree (client_id);


CREATE INDEX ix_reassignments_from_id ON public.reassignments USING btree (from_id);


CREATE INDEX ix_reassignments_to_id ON public.reassignments USING btree (to_id);


CREATE INDEX ix_reengagements_session_id ON public.reengagements USING btree (session_id);


CREATE INDEX ix_repairs_client_id ON public.repairs USING btree (client_id);


CREATE INDEX ix_rule_settings_measure_key ON public.rule_settings USING btree (measure_key);


CREATE INDEX ix_session_changes_session_id ON public.session_changes USING btree (session_id);


CREATE INDEX ix_sign_in_failures_identifier_at ON public.sign_in_failures USING btree (identifier_hash, at);


CREATE INDEX ix_sign_ins_user_id ON public.sign_ins USING btree (user_id);


CREATE INDEX ix_suggestions_text ON public.suggestions USING btree (text);


CREATE INDEX ix_supervision_links_supervisor_id ON public.supervision_links USING btree (supervisor_id);


CREATE INDEX ix_therapy_sessions_client_day ON public.therapy_sessions USING btree (client_id, held_on, recorded_at);


CREATE INDEX ix_usual_range_starts_client_id ON public.usual_range_starts USING btree (client_id);


CREATE UNIQUE INDEX uq_flag_answers_sequence ON public.flag_answers USING btree (flag_id, sequence);


CREATE UNIQUE INDEX uq_flag_findings_sequence ON public.flag_findings USING btree (flag_id, sequence);


CREATE UNIQUE INDEX uq_flag_reviews_sequence ON public.flag_reviews USING btree (flag_id, sequence);


CREATE UNIQUE INDEX uq_flags_place ON public.flags USING btree (session_id, measure_key, rater, participant_id, concern);


CREATE UNIQUE INDEX uq_goal_entries_sequence ON public.goal_entries USING btree (goal_id, sequence);


CREATE UNIQUE INDEX uq_handovers_running_code_hash ON public.handovers USING btree (code_hash) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'open'::character varying])::text[]));


CREATE UNIQUE INDEX uq_handovers_running_secret_hash ON public.handovers USING btree (secret_hash) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'open'::character varying])::text[]));


CREATE UNIQUE INDEX uq_handovers_running_session_id ON public.handovers USING btree (session_id, participant_id) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'open'::character varying])::text[]));


CREATE UNIQUE INDEX uq_learning_tries_open ON public.learning_tries USING btree (user_id, concept) WHERE (ended_on IS NULL);


CREATE UNIQUE INDEX uq_objective_versions_sequence ON public.objective_versions USING btree (objective_id, sequence);


CREATE UNIQUE INDEX uq_one_time_codes_open ON public.one_time_codes USING btree (user_id) WHERE (ended_at IS NULL);


CREATE UNIQUE INDEX uq_ratings_first_of_participant ON public.ratings USING btree (session_id, measure_key, rater, participant_id) WHERE ((supersedes_id IS NULL) AND (participant_id IS NOT NULL));


CREATE UNIQUE INDEX uq_ratings_first_of_therapist ON public.ratings USING btree (session_id, measure_key, rater) WHERE ((supersedes_id IS NULL) AND (participant_id IS NULL));


CREATE UNIQUE INDEX uq_repair_entries_sequence ON public.repair_entries USING btree (repair_id, sequence);


CREATE TRIGGER adaptations_no_update BEFORE UPDATE ON public.adaptations FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER client_reviews_no_update BEFORE UPDATE ON public.client_reviews FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER flag_answers_no_update BEFORE UPDATE ON public.flag_answers FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER flag_findings_no_update BEFORE UPDATE ON public.flag_findings FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER flag_reviews_no_update BEFORE UPDATE ON public.flag_reviews FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER goal_entries_no_update BEFORE UPDATE ON public.goal_entries FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER goal_progress_no_update BEFORE UPDATE ON public.goal_progress FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER library_reviews_no_update BEFORE UPDATE ON public.library_reviews FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER library_revisions_no_update BEFORE UPDATE ON public.library_revisions FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER objective_versions_no_update BEFORE UPDATE ON public.objective_versions FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER practice_reports_no_update BEFORE UPDATE ON public.practice_reports FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER ratings_no_update BEFORE UPDATE ON public.ratings FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER reassignments_no_update BEFORE UPDATE ON public.reassignments FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER reengagements_no_update BEFORE UPDATE ON public.reengagements FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER repair_entries_no_update BEFORE UPDATE ON public.repair_entries FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER rule_settings_no_update BEFORE UPDATE ON public.rule_settings FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER session_changes_no_update BEFORE UPDATE ON public.session_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER suggestion_steps_no_update BEFORE UPDATE ON public.suggestion_steps FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER suggestions_no_update BEFORE UPDATE ON public.suggestions FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER usual_range_starts_no_update BEFORE UPDATE ON public.usual_range_starts FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


ALTER TABLE ONLY public.actions
    ADD CONSTRAINT fk_actions_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.actions
    ADD CONSTRAINT fk_actions_ended_by_id FOREIGN KEY (ended_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.actions
    ADD CONSTRAINT fk_actions_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.actions
    ADD CONSTRAINT fk_actions_review_id FOREIGN KEY (review_id) REFERENCES public.client_reviews(id);


ALTER TABLE ONLY public.actions
    ADD CONSTRAINT fk_actions_who_id FOREIGN KEY (who_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.adaptations
    ADD CONSTRAINT fk_adaptations_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.adaptations
    ADD CONSTRAINT fk_adaptations_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.adaptations
    ADD CONSTRAINT fk_adaptations_supersedes_id FOREIGN KEY (supersedes_id) REFERENCES public.adaptations(id);


ALTER TABLE ONLY public.client_measures
    ADD CONSTRAINT fk_client_measures_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.client_reviews
    ADD CONSTRAINT fk_client_reviews_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.client_reviews
    ADD CONSTRAINT fk_client_reviews_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.meetings(id);


ALTER TABLE ONLY public.client_reviews
    ADD CONSTRAINT fk_client_reviews_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.clients
    ADD CONSTRAINT fk_clients_clinician_id FOREIGN KEY (clinician_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.clients
    ADD CONSTRAINT fk_clients_created_by_id FOREIGN KEY (created_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.covers
    ADD CONSTRAINT fk_covers_clinician_id FOREIGN KEY (clinician_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.covers
    ADD CONSTRAINT fk_covers_cover_id FOREIGN KEY (cover_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.covers
    ADD CONSTRAINT fk_covers_made_by_id FOREIGN KEY (made_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.emergency_accesses
    ADD CONSTRAINT fk_emergency_accesses_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.emergency_accesses
    ADD CONSTRAINT fk_emergency_accesses_clinician_id FOREIGN KEY (clinician_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.emergency_accesses
    ADD CONSTRAINT fk_emergency_accesses_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.exports
    ADD CONSTRAINT fk_exports_about_id FOREIGN KEY (about_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.exports
    ADD CONSTRAINT fk_exports_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.flag_answers
    ADD CONSTRAINT fk_flag_answers_finding_id FOREIGN KEY (finding_id) REFERENCES public.flag_findings(id);


ALTER TABLE ONLY public.flag_answers
    ADD CONSTRAINT fk_flag_answers_flag_id FOREIGN KEY (flag_id) REFERENCES public.flags(id);


ALTER TABLE ONLY public.flag_answers
    ADD CONSTRAINT fk_flag_answers_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.flag_answers
    ADD CONSTRAINT fk_flag_answers_undoes_id FOREIGN KEY (undoes_id) REFERENCES public.flag_answers(id);


ALTER TABLE ONLY public.flag_findings
    ADD CONSTRAINT fk_flag_findings_flag_id FOREIGN KEY (flag_id) REFERENCES public.flags(id);


ALTER TABLE ONLY public.flag_findings
    ADD CONSTRAINT fk_flag_findings_rating_id FOREIGN KEY (rating_id) REFERENCES public.ratings(id);


ALTER TABLE ONLY public.flag_reviews
    ADD CONSTRAINT fk_flag_reviews_answer_id FOREIGN KEY (answer_id) REFERENCES public.flag_answers(id);


ALTER TABLE ONLY public.flag_reviews
    ADD CONSTRAINT fk_flag_reviews_finding_id FOREIGN KEY (finding_id) REFERENCES public.flag_findings(id);


ALTER TABLE ONLY public.flag_reviews
    ADD CONSTRAINT fk_flag_reviews_flag_id FOREIGN KEY (flag_id) REFERENCES public.flags(id);


ALTER TABLE ONLY public.flag_reviews
    ADD CONSTRAINT fk_flag_reviews_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.flags
    ADD CONSTRAINT fk_flags_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.flags
    ADD CONSTRAINT fk_flags_participant_id FOREIGN KEY (participant_id) REFERENCES public.participants(id);


ALTER TABLE ONLY public.flags
    ADD CONSTRAINT fk_flags_session_id FOREIGN KEY (session_id) REFERENCES public.therapy_sessions(id);


ALTER TABLE ONLY public.goal_entries
    ADD CONSTRAINT fk_goal_entries_goal_id FOREIGN KEY (goal_id) REFERENCES public.goals(id);


ALTER TABLE ONLY public.goal_entries
    ADD CONSTRAINT fk_goal_entries_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.goal_entries
    ADD CONSTRAINT fk_goal_entries_supersedes_id FOREIGN KEY (supersedes_id) REFERENCES public.goal_entries(id);


ALTER TABLE ONLY public.goal_progress
    ADD CONSTRAINT fk_goal_progress_goal_id FOREIGN KEY (goal_id) REFERENCES public.goals(id);


ALTER TABLE ONLY public.goal_progress
    ADD CONSTRAINT fk_goal_progress_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.goal_progress
    ADD CONSTRAINT fk_goal_progress_session_id FOREIGN KEY (session_id) REFERENCES public.therapy_sessions(id);


ALTER TABLE ONLY public.goal_progress
    ADD CONSTRAINT fk_goal_progress_supersedes_id FOREIGN KEY (supersedes_id) REFERENCES public.goal_progress(id);


ALTER TABLE ONLY public.goals
    ADD CONSTRAINT fk_goals_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_made_by_id FOREIGN KEY (made_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_participant_id FOREIGN KEY (participant_id) REFERENCES public.participants(id);


ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_session_id FOREIGN KEY (session_id) REFERENCES public.therapy_sessions(id);


ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_sign_in_id FOREIGN KEY (sign_in_id) REFERENCES public.sign_ins(id);


ALTER TABLE ONLY public.learning_tries
    ADD CONSTRAINT fk_learning_tries_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.library_checks
    ADD CONSTRAINT fk_library_checks_checked_by_id FOREIGN KEY (checked_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.library_checks
    ADD CONSTRAINT fk_library_checks_undone_by_id FOREIGN KEY (undone_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.library_reviews
    ADD CONSTRAINT fk_library_reviews_reviewed_by_id FOREIGN KEY (reviewed_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.library_revisions
    ADD CONSTRAINT fk_library_revisions_published_by_id FOREIGN KEY (published_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.library_revisions
    ADD CONSTRAINT fk_library_revisions_step_id FOREIGN KEY (step_id) REFERENCES public.suggestion_steps(id);


ALTER TABLE ONLY public.library_revisions
    ADD CONSTRAINT fk_library_revisions_suggestion_id FOREIGN KEY (suggestion_id) REFERENCES public.suggestions(id);


ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT fk_meetings_clinician_id FOREIGN KEY (clinician_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT fk_meetings_supervisor_id FOREIGN KEY (supervisor_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.notices
    ADD CONSTRAINT fk_notices_by_id FOREIGN KEY (by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.notices
    ADD CONSTRAINT fk_notices_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.notices
    ADD CONSTRAINT fk_notices_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.objective_versions
    ADD CONSTRAINT fk_objective_versions_objective_id FOREIGN KEY (objective_id) REFERENCES public.objectives(id);


ALTER TABLE ONLY public.objective_versions
    ADD CONSTRAINT fk_objective_versions_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.objectives
    ADD CONSTRAINT fk_objectives_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.one_time_codes
    ADD CONSTRAINT fk_one_time_codes_made_by_id FOREIGN KEY (made_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.one_time_codes
    ADD CONSTRAINT fk_one_time_codes_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.participants
    ADD CONSTRAINT fk_participants_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT fk_ratings_participant_id FOREIGN KEY (participant_id) REFERENCES public.participants(id);


ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT fk_ratings_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT fk_ratings_session_id FOREIGN KEY (session_id) REFERENCES public.therapy_sessions(id);


ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT fk_ratings_supersedes_id FOREIGN KEY (supersedes_id) REFERENCES public.ratings(id);


ALTER TABLE ONLY public.reassignments
    ADD CONSTRAINT fk_reassignments_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.reassignments
    ADD CONSTRAINT fk_reassignments_from_id FOREIGN KEY (from_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.reassignments
    ADD CONSTRAINT fk_reassignments_made_by_id FOREIGN KEY (made_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.reassignments
    ADD CONSTRAINT fk_reassignments_to_id FOREIGN KEY (to_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.reengagements
    ADD CONSTRAINT fk_reengagements_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.reengagements
    ADD CONSTRAINT fk_reengagements_session_id FOREIGN KEY (session_id) REFERENCES public.therapy_sessions(id);


ALTER TABLE ONLY public.reengagements
    ADD CONSTRAINT fk_reengagements_supersedes_id FOREIGN KEY (supersedes_id) REFERENCES public.reengagements(id);


ALTER TABLE ONLY public.repair_entries
    ADD CONSTRAINT fk_repair_entries_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.repair_entries
    ADD CONSTRAINT fk_repair_entries_repair_id FOREIGN KEY (repair_id) REFERENCES public.repairs(id);


ALTER TABLE ONLY public.repair_entries
    ADD CONSTRAINT fk_repair_entries_step_id FOREIGN KEY (step_id) REFERENCES public.repair_entries(id);


ALTER TABLE ONLY public.repair_entries
    ADD CONSTRAINT fk_repair_entries_supersedes_id FOREIGN KEY (supersedes_id) REFERENCES public.repair_entries(id);


ALTER TABLE ONLY public.repairs
    ADD CONSTRAINT fk_repairs_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.repairs
    ADD CONSTRAINT fk_repairs_flag_id FOREIGN KEY (flag_id) REFERENCES public.flags(id);


ALTER TABLE ONLY public.repairs
    ADD CONSTRAINT fk_repairs_session_id FOREIGN KEY (session_id) REFERENCES public.therapy_sessions(id);


ALTER TABLE ONLY public.rule_settings
    ADD CONSTRAINT fk_rule_settings_set_by_id FOREIGN KEY (set_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT fk_saved_views_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.sent_forms
    ADD CONSTRAINT fk_sent_forms_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.session_changes
    ADD CONSTRAINT fk_session_changes_changed_by_id FOREIGN KEY (changed_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.session_changes
    ADD CONSTRAINT fk_session_changes_session_id FOREIGN KEY (session_id) REFERENCES public.therapy_sessions(id);


ALTER TABLE ONLY public.sign_ins
    ADD CONSTRAINT fk_sign_ins_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.suggestion_steps
    ADD CONSTRAINT fk_suggestion_steps_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.suggestion_steps
    ADD CONSTRAINT fk_suggestion_steps_suggestion_id FOREIGN KEY (suggestion_id) REFERENCES public.suggestions(id);


ALTER TABLE ONLY public.suggestions
    ADD CONSTRAINT fk_suggestions_submitted_by_id FOREIGN KEY (submitted_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.supervision_links
    ADD CONSTRAINT fk_supervision_links_clinician_id FOREIGN KEY (clinician_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.supervision_links
    ADD CONSTRAINT fk_supervision_links_supervisor_id FOREIGN KEY (supervisor_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.therapy_sessions
    ADD CONSTRAINT fk_therapy_sessions_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.therapy_sessions
    ADD CONSTRAINT fk_therapy_sessions_clinician_id FOREIGN KEY (clinician_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.therapy_sessions
    ADD CONSTRAINT fk_therapy_sessions_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.useful_marks
    ADD CONSTRAINT fk_useful_marks_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.user_preferences
    ADD CONSTRAINT fk_user_preferences_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT fk_user_roles_role_id FOREIGN KEY (role_id) REFERENCES public.roles(id);


ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT fk_user_roles_user_id FOREIGN KEY (user_id) REFERENCES public.users(id);


ALTER TABLE ONLY public.usual_range_starts
    ADD CONSTRAINT fk_usual_range_starts_client_id FOREIGN KEY (client_id) REFERENCES public.clients(id);


ALTER TABLE ONLY public.usual_range_starts
    ADD CONSTRAINT fk_usual_range_starts_session_id FOREIGN KEY (session_id) REFERENCES public.therapy_sessions(id);


ALTER TABLE ONLY public.usual_range_starts
    ADD CONSTRAINT fk_usual_range_starts_set_by_id FOREIGN KEY (set_by_id) REFERENCES public.users(id);


--
-- PostgreSQL database dump complete
--


