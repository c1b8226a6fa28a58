CREATE TABLE actions (
	review_id CHAR(32) NOT NULL, 
	client_id CHAR(32) NOT NULL, 
	what VARCHAR(200) NOT NULL, 
	who_id CHAR(32) NOT NULL, 
	due_on DATE, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	ended_as VARCHAR(24), 
	ended_at DATETIME, 
	ended_by_id CHAR(32), 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_actions PRIMARY KEY (id), 
	CONSTRAINT fk_actions_review_id FOREIGN KEY(review_id) REFERENCES client_reviews (id), 
	CONSTRAINT fk_actions_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_actions_who_id FOREIGN KEY(who_id) REFERENCES users (id), 
	CONSTRAINT fk_actions_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT fk_actions_ended_by_id FOREIGN KEY(ended_by_id) REFERENCES users (id), 
	CONSTRAINT ck_actions_ended_as CHECK (ended_as IN ('done', 'not_needed')), 
	CONSTRAINT ck_actions_ended CHECK ((ended_at IS NULL) = (ended_as IS NULL) AND (ended_at IS NULL) = (ended_by_id IS NULL))
);
CREATE TABLE adaptations (
	client_id CHAR(32) NOT NULL, 
	happened_on DATE NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	note VARCHAR(300) NOT NULL, 
	taken_back BOOLEAN NOT NULL, 
	supersedes_id CHAR(32), 
	reason VARCHAR(200) NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_adaptations PRIMARY KEY (id), 
	CONSTRAINT fk_adaptations_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_adaptations_supersedes_id FOREIGN KEY(supersedes_id) REFERENCES adaptations (id), 
	CONSTRAINT fk_adaptations_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT ck_adaptations_kind CHECK (kind IN ('pacing', 'language', 'cultural_tailoring', 'modality', 'other')), 
	CONSTRAINT uq_adaptations_supersedes_id UNIQUE (supersedes_id)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE audit_entries (
	seq INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	actor_id CHAR(32), 
	event VARCHAR(40) NOT NULL, 
	object_id CHAR(32), 
	client_id CHAR(32), 
	detail JSON NOT NULL, 
	previous VARCHAR(64) NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_audit_entries PRIMARY KEY (seq)
);
CREATE TABLE audit_head (
	id INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_audit_head PRIMARY KEY (id), 
	CONSTRAINT ck_audit_head_single CHECK (id = 1)
);
CREATE TABLE client_measures (
	client_id CHAR(32) NOT NULL, 
	measure_key VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	asked VARCHAR(24), 
	CONSTRAINT pk_client_measures PRIMARY KEY (client_id, measure_key), 
	CONSTRAINT fk_client_measures_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT ck_client_measures_asked CHECK (asked IN ('start', 'end'))
);
CREATE TABLE client_reviews (
	client_id CHAR(32) NOT NULL, 
	meeting_id CHAR(32), 
	reviewed_on DATE NOT NULL, 
	note VARCHAR(500) NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_client_reviews PRIMARY KEY (id), 
	CONSTRAINT fk_client_reviews_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_client_reviews_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id), 
	CONSTRAINT fk_client_reviews_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id)
);
CREATE TABLE clients (
	code VARCHAR(12) NOT NULL, 
	initials VARCHAR(4) NOT NULL, 
	own_reference VARCHAR(40) NOT NULL, 
	age_band VARCHAR(24) NOT NULL, 
	format VARCHAR(24) NOT NULL, 
	usual_setting VARCHAR(24) NOT NULL, 
	starts_on DATE NOT NULL, 
	clinician_id CHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by_id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	CONSTRAINT pk_clients PRIMARY KEY (id), 
	CONSTRAINT fk_clients_clinician_id FOREIGN KEY(clinician_id) REFERENCES users (id), 
	CONSTRAINT fk_clients_created_by_id FOREIGN KEY(created_by_id) REFERENCES users (id), 
	CONSTRAINT ck_clients_age_band CHECK (age_band IN ('child', 'adolescent', 'young_adult', 'adult', 'older_adult')), 
	CONSTRAINT ck_clients_format CHECK (format IN ('individual', 'couple', 'family', 'group')), 
	CONSTRAINT ck_clients_usual_setting CHECK (usual_setting IN ('in_person', 'video', 'phone', 'outside')), 
	CONSTRAINT ck_clients_language CHECK (language IN ('en', 'de')), 
	CONSTRAINT uq_clients_code UNIQUE (code)
);
CREATE TABLE code_guesses (
	at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_code_guesses PRIMARY KEY (id)
);
CREATE TABLE covers (
	clinician_id CHAR(32) NOT NULL, 
	cover_id CHAR(32) NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE NOT NULL, 
	reason VARCHAR(200) NOT NULL, 
	made_at DATETIME NOT NULL, 
	made_by_id CHAR(32) NOT NULL, 
	ended_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_covers PRIMARY KEY (id), 
	CONSTRAINT fk_covers_clinician_id FOREIGN KEY(clinician_id) REFERENCES users (id), 
	CONSTRAINT fk_covers_cover_id FOREIGN KEY(cover_id) REFERENCES users (id), 
	CONSTRAINT fk_covers_made_by_id FOREIGN KEY(made_by_id) REFERENCES users (id), 
	CONSTRAINT ck_covers_order CHECK (ends_on >= starts_on), 
	CONSTRAINT ck_covers_two_people CHECK (clinician_id <> cover_id)
);
CREATE TABLE emergency_accesses (
	client_id CHAR(32) NOT NULL, 
	user_id CHAR(32) NOT NULL, 
	clinician_id CHAR(32) NOT NULL, 
	reason VARCHAR(300) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_emergency_accesses PRIMARY KEY (id), 
	CONSTRAINT fk_emergency_accesses_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_emergency_accesses_user_id FOREIGN KEY(user_id) REFERENCES users (id), 
	CONSTRAINT fk_emergency_accesses_clinician_id FOREIGN KEY(clinician_id) REFERENCES users (id)
);
CREATE TABLE exports (
	user_id CHAR(32) NOT NULL, 
	what VARCHAR(24) NOT NULL, 
	about_id CHAR(32), 
	file_format VARCHAR(24) NOT NULL, 
	reason VARCHAR(200) NOT NULL, 
	lines INTEGER NOT NULL, 
	file_hash VARCHAR(64) NOT NULL, 
	made_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_exports PRIMARY KEY (id), 
	CONSTRAINT fk_exports_user_id FOREIGN KEY(user_id) REFERENCES users (id), 
	CONSTRAINT fk_exports_about_id FOREIGN KEY(about_id) REFERENCES users (id)
);
CREATE TABLE flag_answers (
	flag_id CHAR(32) NOT NULL, 
	sequence INTEGER NOT NULL, 
	finding_id CHAR(32) NOT NULL, 
	answer VARCHAR(24) NOT NULL, 
	moves JSON NOT NULL, 
	rupture VARCHAR(24), 
	note VARCHAR(300) NOT NULL, 
	talked_on DATE, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	undoes_id CHAR(32), 
	CONSTRAINT pk_flag_answers PRIMARY KEY (id), 
	CONSTRAINT fk_flag_answers_flag_id FOREIGN KEY(flag_id) REFERENCES flags (id), 
	CONSTRAINT fk_flag_answers_finding_id FOREIGN KEY(finding_id) REFERENCES flag_findings (id), 
	CONSTRAINT fk_flag_answers_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT fk_flag_answers_undoes_id FOREIGN KEY(undoes_id) REFERENCES flag_answers (id), 
	CONSTRAINT ck_flag_answers_answer CHECK (answer IN ('talked', 'explained', 'preferred_not', 'next_session', 'not_today', 'entered_wrongly', 'supervision', 'risk_asked', 'risk_plan', 'risk_involved', 'risk_unchanged', 'reviewed', 'changed', 'undone')), 
	CONSTRAINT ck_flag_answers_rupture CHECK (rupture IN ('withdrawal', 'confrontation', 'both', 'not_a_rupture')), 
	CONSTRAINT ck_flag_answers_undone CHECK ((answer = 'undone') = (undoes_id IS NOT NULL)), 
	CONSTRAINT uq_flag_answers_undoes_id UNIQUE (undoes_id)
);
CREATE TABLE flag_findings (
	flag_id CHAR(32) NOT NULL, 
	sequence INTEGER NOT NULL, 
	rating_id CHAR(32), 
	kind VARCHAR(24) NOT NULL, 
	strength INTEGER, 
	detail JSON NOT NULL, 
	rules_version VARCHAR(16) NOT NULL, 
	found_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_flag_findings PRIMARY KEY (id), 
	CONSTRAINT fk_flag_findings_flag_id FOREIGN KEY(flag_id) REFERENCES flags (id), 
	CONSTRAINT fk_flag_findings_rating_id FOREIGN KEY(rating_id) REFERENCES ratings (id), 
	CONSTRAINT ck_flag_findings_kind CHECK (kind IN ('risk_item', 'drop', 'wants_to_talk', 'slide', 'early_level', 'first_crossing', 'low_item', 'outcome_worse', 'no_improvement', 'therapist_drop', 'therapist_above', 'no_rating_lately', 'not_back', 'came_back', 'ceiling', 'flat', 'client_above', 'partners_apart', 'declined', 'input_changed', 'sudden_gain', 'recovered', 'missed', 'late_again', 'tasks_not_done', 'nothing_voiced')), 
	CONSTRAINT ck_flag_findings_strength CHECK (strength BETWEEN 1 AND 3)
);
CREATE TABLE flag_reviews (
	flag_id CHAR(32) NOT NULL, 
	sequence INTEGER NOT NULL, 
	act VARCHAR(24) NOT NULL, 
	note VARCHAR(500) NOT NULL, 
	discuss_on DATE, 
	finding_id CHAR(32) NOT NULL, 
	answer_id CHAR(32), 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_flag_reviews PRIMARY KEY (id), 
	CONSTRAINT fk_flag_reviews_flag_id FOREIGN KEY(flag_id) REFERENCES flags (id), 
	CONSTRAINT fk_flag_reviews_finding_id FOREIGN KEY(finding_id) REFERENCES flag_findings (id), 
	CONSTRAINT fk_flag_reviews_answer_id FOREIGN KEY(answer_id) REFERENCES flag_answers (id), 
	CONSTRAINT fk_flag_reviews_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT ck_flag_reviews_act CHECK (act IN ('addressed', 'discuss', 'no_action', 'asked', 'comment', 'reopened')), 
	CONSTRAINT ck_flag_reviews_discuss CHECK ((act = 'discuss') = (discuss_on IS NOT NULL))
);
CREATE TABLE flags (
	client_id CHAR(32) NOT NULL, 
	session_id CHAR(32) NOT NULL, 
	participant_id CHAR(32) NOT NULL, 
	measure_key VARCHAR(40) NOT NULL, 
	rater VARCHAR(24) NOT NULL, 
	tier VARCHAR(24) NOT NULL, 
	raised_at DATETIME NOT NULL, 
	withdrawn_at DATETIME, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	concern VARCHAR(24) NOT NULL, 
	CONSTRAINT pk_flags PRIMARY KEY (id), 
	CONSTRAINT fk_flags_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_flags_session_id FOREIGN KEY(session_id) REFERENCES therapy_sessions (id), 
	CONSTRAINT fk_flags_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id), 
	CONSTRAINT ck_flags_rater CHECK (rater IN ('client', 'therapist', 'observer')), 
	CONSTRAINT ck_flags_tier CHECK (tier IN ('risk', 'check_in', 'review', 'note'))
);
CREATE TABLE goal_entries (
	goal_id CHAR(32) NOT NULL, 
	sequence INTEGER NOT NULL, 
	act VARCHAR(24) NOT NULL, 
	happened_on DATE NOT NULL, 
	wording VARCHAR(200) NOT NULL, 
	line VARCHAR(200) NOT NULL, 
	place INTEGER, 
	supersedes_id CHAR(32), 
	reason VARCHAR(200) NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_goal_entries PRIMARY KEY (id), 
	CONSTRAINT fk_goal_entries_goal_id FOREIGN KEY(goal_id) REFERENCES goals (id), 
	CONSTRAINT fk_goal_entries_supersedes_id FOREIGN KEY(supersedes_id) REFERENCES goal_entries (id), 
	CONSTRAINT fk_goal_entries_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT ck_goal_entries_act CHECK (act IN ('set', 'endorsed', 'reviewed', 'reworded', 'achieved', 'dropped', 'taken_up', 'placed', 'taken_back')), 
	CONSTRAINT ck_goal_entries_place CHECK ((act IN ('set', 'placed')) = (place IS NOT NULL)), 
	CONSTRAINT uq_goal_entries_supersedes_id UNIQUE (supersedes_id)
);
CREATE TABLE goal_progress (
	goal_id CHAR(32) NOT NULL, 
	session_id CHAR(32) NOT NULL, 
	value INTEGER, 
	supersedes_id CHAR(32), 
	reason VARCHAR(200) NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_goal_progress PRIMARY KEY (id), 
	CONSTRAINT fk_goal_progress_goal_id FOREIGN KEY(goal_id) REFERENCES goals (id), 
	CONSTRAINT fk_goal_progress_session_id FOREIGN KEY(session_id) REFERENCES therapy_sessions (id), 
	CONSTRAINT fk_goal_progress_supersedes_id FOREIGN KEY(supersedes_id) REFERENCES goal_progress (id), 
	CONSTRAINT fk_goal_progress_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT ck_goal_progress_value CHECK (value BETWEEN 0 AND 10), 
	CONSTRAINT uq_goal_progress_supersedes_id UNIQUE (supersedes_id)
);
CREATE TABLE goals (
	client_id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_goals PRIMARY KEY (id), 
	CONSTRAINT fk_goals_client_id FOREIGN KEY(client_id) REFERENCES clients (id)
);
CREATE TABLE handovers (
	client_id CHAR(32) NOT NULL, 
	session_id CHAR(32) NOT NULL, 
	participant_id CHAR(32) NOT NULL, 
	letter VARCHAR(1) NOT NULL, 
	measures JSON NOT NULL, 
	way VARCHAR(24) NOT NULL, 
	state VARCHAR(24) NOT NULL, 
	made_at DATETIME NOT NULL, 
	made_by_id CHAR(32) NOT NULL, 
	sign_in_id CHAR(32), 
	code_hash VARCHAR(64), 
	secret_hash VARCHAR(64), 
	token_hash VARCHAR(64), 
	expires_at DATETIME NOT NULL, 
	opened_at DATETIME, 
	touched_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	reader VARCHAR(80) NOT NULL, 
	reading_time VARCHAR(80) NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	larger BOOLEAN NOT NULL, 
	device_class VARCHAR(16) NOT NULL, 
	one_by_one BOOLEAN NOT NULL, 
	begun BOOLEAN NOT NULL, 
	answers JSON NOT NULL, 
	tries INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_handovers PRIMARY KEY (id), 
	CONSTRAINT fk_handovers_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_handovers_session_id FOREIGN KEY(session_id) REFERENCES therapy_sessions (id), 
	CONSTRAINT fk_handovers_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id), 
	CONSTRAINT fk_handovers_made_by_id FOREIGN KEY(made_by_id) REFERENCES users (id), 
	CONSTRAINT fk_handovers_sign_in_id FOREIGN KEY(sign_in_id) REFERENCES sign_ins (id), 
	CONSTRAINT ck_handovers_way CHECK (way IN ('tablet', 'code', 'link')), 
	CONSTRAINT ck_handovers_state CHECK (state IN ('waiting', 'open', 'sent', 'declined', 'partial', 'unanswered', 'cancelled')), 
	CONSTRAINT ck_handovers_ended CHECK ((state IN ('waiting', 'open')) = (ended_at IS NULL)), 
	CONSTRAINT ck_handovers_tablet CHECK ((way = 'tablet') = (sign_in_id IS NOT NULL)), 
	CONSTRAINT uq_handovers_token_hash UNIQUE (token_hash)
);
CREATE TABLE learning_tries (
	user_id CHAR(32) NOT NULL, 
	concept VARCHAR(80) NOT NULL, 
	answers JSON NOT NULL, 
	begun_at DATETIME NOT NULL, 
	ended_on DATE, 
	passed BOOLEAN, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_learning_tries PRIMARY KEY (id), 
	CONSTRAINT fk_learning_tries_user_id FOREIGN KEY(user_id) REFERENCES users (id), 
	CONSTRAINT ck_learning_tries_ended CHECK ((ended_on IS NULL) = (passed IS NULL))
);
CREATE TABLE library_checks (
	text VARCHAR(80) NOT NULL, 
	sentence VARCHAR(32) NOT NULL, 
	passage VARCHAR(300) NOT NULL, 
	checked_at DATETIME NOT NULL, 
	checked_by_id CHAR(32) NOT NULL, 
	undone_at DATETIME, 
	undone_by_id CHAR(32), 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_library_checks PRIMARY KEY (id), 
	CONSTRAINT fk_library_checks_checked_by_id FOREIGN KEY(checked_by_id) REFERENCES users (id), 
	CONSTRAINT fk_library_checks_undone_by_id FOREIGN KEY(undone_by_id) REFERENCES users (id), 
	CONSTRAINT ck_library_checks_undone CHECK ((undone_at IS NULL) = (undone_by_id IS NULL))
);
CREATE TABLE library_reviews (
	text VARCHAR(80) NOT NULL, 
	version VARCHAR(40) NOT NULL, 
	reviewed_on DATE NOT NULL, 
	next_on DATE NOT NULL, 
	reviewed_at DATETIME NOT NULL, 
	reviewed_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_library_reviews PRIMARY KEY (id), 
	CONSTRAINT fk_library_reviews_reviewed_by_id FOREIGN KEY(reviewed_by_id) REFERENCES users (id)
);
CREATE TABLE library_revisions (
	suggestion_id CHAR(32) NOT NULL, 
	step_id CHAR(32) NOT NULL, 
	text VARCHAR(80) NOT NULL, 
	number INTEGER NOT NULL, 
	source_key VARCHAR(8), 
	published_at DATETIME NOT NULL, 
	published_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_library_revisions PRIMARY KEY (id), 
	CONSTRAINT fk_library_revisions_suggestion_id FOREIGN KEY(suggestion_id) REFERENCES suggestions (id), 
	CONSTRAINT fk_library_revisions_step_id FOREIGN KEY(step_id) REFERENCES suggestion_steps (id), 
	CONSTRAINT fk_library_revisions_published_by_id FOREIGN KEY(published_by_id) REFERENCES users (id), 
	CONSTRAINT uq_library_revisions_source_key UNIQUE (source_key), 
	CONSTRAINT uq_library_revisions_suggestion_id UNIQUE (suggestion_id), 
	CONSTRAINT uq_library_revisions_text_number UNIQUE (text, number)
);
CREATE TABLE meetings (
	supervisor_id CHAR(32) NOT NULL, 
	clinician_id CHAR(32) NOT NULL, 
	meets_on DATE NOT NULL, 
	made_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_meetings PRIMARY KEY (id), 
	CONSTRAINT fk_meetings_supervisor_id FOREIGN KEY(supervisor_id) REFERENCES users (id), 
	CONSTRAINT fk_meetings_clinician_id FOREIGN KEY(clinician_id) REFERENCES users (id), 
	CONSTRAINT ck_meetings_two_people CHECK (supervisor_id <> clinician_id), 
	CONSTRAINT uq_meetings_supervisor_id_clinician_id_meets_on UNIQUE (supervisor_id, clinician_id, meets_on)
);
CREATE TABLE notices (
	user_id CHAR(32) NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	about_id CHAR(32), 
	client_id CHAR(32), 
	by_id CHAR(32), 
	text VARCHAR(300) NOT NULL, 
	since DATE, 
	until DATE, 
	made_at DATETIME NOT NULL, 
	seen_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_notices PRIMARY KEY (id), 
	CONSTRAINT fk_notices_user_id FOREIGN KEY(user_id) REFERENCES users (id), 
	CONSTRAINT fk_notices_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_notices_by_id FOREIGN KEY(by_id) REFERENCES users (id), 
	CONSTRAINT ck_notices_kind CHECK (kind IN ('emergency', 'transferred', 'covering', 'covered', 'supervised', 'drafted'))
);
CREATE TABLE objective_versions (
	objective_id CHAR(32) NOT NULL, 
	sequence INTEGER NOT NULL, 
	template VARCHAR(40) NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	parameters JSON NOT NULL, 
	wording VARCHAR(300) NOT NULL, 
	mechanism VARCHAR(300) NOT NULL, 
	starts_on DATE NOT NULL, 
	due_on DATE NOT NULL, 
	kept VARCHAR(24) NOT NULL, 
	reason VARCHAR(200) NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_objective_versions PRIMARY KEY (id), 
	CONSTRAINT fk_objective_versions_objective_id FOREIGN KEY(objective_id) REFERENCES objectives (id), 
	CONSTRAINT fk_objective_versions_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT ck_objective_versions_kind CHECK (kind IN ('goals', 'reached', 'addressed', 'adapted', 'attended', 'complete')), 
	CONSTRAINT ck_objective_versions_kept CHECK (kept IN ('open', 'closed', 'taken_back')), 
	CONSTRAINT ck_objective_versions_days CHECK (due_on > starts_on)
);
CREATE TABLE objectives (
	client_id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_objectives PRIMARY KEY (id), 
	CONSTRAINT fk_objectives_client_id FOREIGN KEY(client_id) REFERENCES clients (id)
);
CREATE TABLE one_time_codes (
	user_id CHAR(32) NOT NULL, 
	code_hash VARCHAR(64) NOT NULL, 
	made_at DATETIME NOT NULL, 
	made_by_id CHAR(32), 
	tries INTEGER NOT NULL, 
	ended_at DATETIME, 
	end_reason VARCHAR(24), 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_one_time_codes PRIMARY KEY (id), 
	CONSTRAINT fk_one_time_codes_user_id FOREIGN KEY(user_id) REFERENCES users (id), 
	CONSTRAINT fk_one_time_codes_made_by_id FOREIGN KEY(made_by_id) REFERENCES users (id), 
	CONSTRAINT ck_one_time_codes_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE TABLE participants (
	client_id CHAR(32) NOT NULL, 
	letter VARCHAR(1) NOT NULL, 
	id CHAR(32) NOT NULL, 
	left_at DATETIME, 
	CONSTRAINT pk_participants PRIMARY KEY (id), 
	CONSTRAINT fk_participants_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT uq_participants_client_id_letter UNIQUE (client_id, letter)
);
CREATE TABLE practice (
	id INTEGER NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	time_zone VARCHAR(64) NOT NULL, 
	crisis_text VARCHAR(500) NOT NULL, 
	version INTEGER NOT NULL, 
	measures JSON, 
	own_ratings_shown BOOLEAN NOT NULL, 
	CONSTRAINT pk_practice PRIMARY KEY (id), 
	CONSTRAINT ck_practice_single CHECK (id = 1)
);
CREATE TABLE practice_reports (
	since DATE NOT NULL, 
	rows JSON NOT NULL, 
	made_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_practice_reports PRIMARY KEY (id), 
	CONSTRAINT uq_practice_reports_since UNIQUE (since)
);
CREATE TABLE ratings (
	session_id CHAR(32) NOT NULL, 
	participant_id CHAR(32), 
	measure_key VARCHAR(40) NOT NULL, 
	measure_version INTEGER NOT NULL, 
	variant VARCHAR(24) NOT NULL, 
	rater VARCHAR(24) NOT NULL, 
	blind BOOLEAN NOT NULL, 
	given VARCHAR(24) NOT NULL, 
	input_mode VARCHAR(24) NOT NULL, 
	channel VARCHAR(24) NOT NULL, 
	device_class VARCHAR(16) NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	answers JSON NOT NULL, 
	total INTEGER, 
	held_back INTEGER, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	supersedes_id CHAR(32), 
	correction_reason VARCHAR(200) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_ratings PRIMARY KEY (id), 
	CONSTRAINT fk_ratings_session_id FOREIGN KEY(session_id) REFERENCES therapy_sessions (id), 
	CONSTRAINT fk_ratings_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id), 
	CONSTRAINT fk_ratings_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT fk_ratings_supersedes_id FOREIGN KEY(supersedes_id) REFERENCES ratings (id), 
	CONSTRAINT ck_ratings_rater CHECK (rater IN ('client', 'therapist', 'observer')), 
	CONSTRAINT ck_ratings_given CHECK (given IN ('in_session', 'after_session')), 
	CONSTRAINT ck_ratings_input_mode CHECK (input_mode IN ('numbers', 'labels', 'line', 'total', 'components')), 
	CONSTRAINT ck_ratings_channel CHECK (channel IN ('typed', 'tablet', 'phone')), 
	CONSTRAINT ck_ratings_correction CHECK ((supersedes_id IS NULL) = (correction_reason = '')), 
	CONSTRAINT ck_ratings_participant CHECK (rater <> 'client' OR participant_id IS NOT NULL), 
	CONSTRAINT uq_ratings_supersedes_id UNIQUE (supersedes_id)
);
CREATE TABLE reassignments (
	client_id CHAR(32) NOT NULL, 
	from_id CHAR(32) NOT NULL, 
	to_id CHAR(32) NOT NULL, 
	reason VARCHAR(200) NOT NULL, 
	made_at DATETIME NOT NULL, 
	made_by_id CHAR(32), 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_reassignments PRIMARY KEY (id), 
	CONSTRAINT fk_reassignments_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_reassignments_from_id FOREIGN KEY(from_id) REFERENCES users (id), 
	CONSTRAINT fk_reassignments_to_id FOREIGN KEY(to_id) REFERENCES users (id), 
	CONSTRAINT fk_reassignments_made_by_id FOREIGN KEY(made_by_id) REFERENCES users (id), 
	CONSTRAINT ck_reassignments_two_people CHECK (from_id <> to_id)
);
CREATE TABLE reengagements (
	session_id CHAR(32) NOT NULL, 
	happened_on DATE NOT NULL, 
	note VARCHAR(300) NOT NULL, 
	supersedes_id CHAR(32), 
	reason VARCHAR(200) NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_reengagements PRIMARY KEY (id), 
	CONSTRAINT fk_reengagements_session_id FOREIGN KEY(session_id) REFERENCES therapy_sessions (id), 
	CONSTRAINT fk_reengagements_supersedes_id FOREIGN KEY(supersedes_id) REFERENCES reengagements (id), 
	CONSTRAINT fk_reengagements_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT uq_reengagements_supersedes_id UNIQUE (supersedes_id)
);
CREATE TABLE repair_entries (
	repair_id CHAR(32) NOT NULL, 
	sequence INTEGER NOT NULL, 
	act VARCHAR(24) NOT NULL, 
	rupture VARCHAR(24), 
	moves JSON NOT NULL, 
	note VARCHAR(300) NOT NULL, 
	happened_on DATE, 
	step_id CHAR(32), 
	supersedes_id CHAR(32), 
	reason VARCHAR(200) NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_repair_entries PRIMARY KEY (id), 
	CONSTRAINT fk_repair_entries_repair_id FOREIGN KEY(repair_id) REFERENCES repairs (id), 
	CONSTRAINT fk_repair_entries_step_id FOREIGN KEY(step_id) REFERENCES repair_entries (id), 
	CONSTRAINT fk_repair_entries_supersedes_id FOREIGN KEY(supersedes_id) REFERENCES repair_entries (id), 
	CONSTRAINT fk_repair_entries_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT ck_repair_entries_act CHECK (act IN ('opened', 'talked', 'planned', 'done', 'let_go', 'repaired', 'left', 'reopened')), 
	CONSTRAINT ck_repair_entries_rupture CHECK (rupture IN ('withdrawal', 'confrontation', 'both', 'not_a_rupture')), 
	CONSTRAINT ck_repair_entries_step CHECK ((act IN ('done', 'let_go')) = (step_id IS NOT NULL)), 
	CONSTRAINT uq_repair_entries_supersedes_id UNIQUE (supersedes_id)
);
CREATE TABLE repairs (
	client_id CHAR(32) NOT NULL, 
	session_id CHAR(32) NOT NULL, 
	flag_id CHAR(32), 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_repairs PRIMARY KEY (id), 
	CONSTRAINT fk_repairs_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_repairs_session_id FOREIGN KEY(session_id) REFERENCES therapy_sessions (id), 
	CONSTRAINT fk_repairs_flag_id FOREIGN KEY(flag_id) REFERENCES flags (id), 
	CONSTRAINT uq_repairs_flag_id UNIQUE (flag_id)
);
CREATE TABLE roles (
	id INTEGER NOT NULL, 
	name VARCHAR(24) NOT NULL, 
	CONSTRAINT pk_roles PRIMARY KEY (id), 
	CONSTRAINT uq_roles_name UNIQUE (name)
);
CREATE TABLE rule_settings (
	measure_key VARCHAR(40) NOT NULL, 
	points VARCHAR(16) NOT NULL, 
	reason VARCHAR(500) NOT NULL, 
	set_at DATETIME NOT NULL, 
	set_by_id CHAR(32), 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_rule_settings PRIMARY KEY (id), 
	CONSTRAINT fk_rule_settings_set_by_id FOREIGN KEY(set_by_id) REFERENCES users (id)
);
CREATE TABLE saved_views (
	user_id CHAR(32) NOT NULL, 
	name VARCHAR(40) NOT NULL, 
	asked JSON NOT NULL, 
	made_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_saved_views PRIMARY KEY (id), 
	CONSTRAINT fk_saved_views_user_id FOREIGN KEY(user_id) REFERENCES users (id), 
	CONSTRAINT uq_saved_views_user_id_name UNIQUE (user_id, name)
);
CREATE TABLE sent_forms (
	"key" CHAR(32) NOT NULL, 
	user_id CHAR(32) NOT NULL, 
	body_hash VARCHAR(64) NOT NULL, 
	result_id CHAR(32), 
	sent_at DATETIME NOT NULL, 
	CONSTRAINT pk_sent_forms PRIMARY KEY ("key"), 
	CONSTRAINT fk_sent_forms_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE TABLE session_changes (
	session_id CHAR(32) NOT NULL, 
	field VARCHAR(24) NOT NULL, 
	old VARCHAR(500) NOT NULL, 
	new VARCHAR(500) NOT NULL, 
	reason VARCHAR(200) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_session_changes PRIMARY KEY (id), 
	CONSTRAINT fk_session_changes_session_id FOREIGN KEY(session_id) REFERENCES therapy_sessions (id), 
	CONSTRAINT fk_session_changes_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES users (id)
);
CREATE TABLE sign_in_failures (
	identifier_hash VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_sign_in_failures PRIMARY KEY (id)
);
CREATE TABLE sign_ins (
	user_id CHAR(32) NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	state VARCHAR(24) NOT NULL, 
	created_at DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	end_reason VARCHAR(24), 
	id CHAR(32) NOT NULL, 
	device VARCHAR(40) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_sign_ins PRIMARY KEY (id), 
	CONSTRAINT fk_sign_ins_user_id FOREIGN KEY(user_id) REFERENCES users (id), 
	CONSTRAINT ck_sign_ins_state CHECK (state IN ('active', 'suspended', 'ended')), 
	CONSTRAINT ck_sign_ins_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL)), 
	CONSTRAINT uq_sign_ins_token_hash UNIQUE (token_hash)
);
CREATE TABLE suggestion_steps (
	suggestion_id CHAR(32) NOT NULL, 
	sequence INTEGER NOT NULL, 
	act VARCHAR(24) NOT NULL, 
	note VARCHAR(500) NOT NULL, 
	sentence VARCHAR(32), 
	said VARCHAR(1000) NOT NULL, 
	draft VARCHAR(2000), 
	source_citation VARCHAR(500), 
	source_link VARCHAR(300), 
	source_tier VARCHAR(24), 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_suggestion_steps PRIMARY KEY (id), 
	CONSTRAINT fk_suggestion_steps_suggestion_id FOREIGN KEY(suggestion_id) REFERENCES suggestions (id), 
	CONSTRAINT fk_suggestion_steps_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT ck_suggestion_steps_act CHECK (act IN ('drafted', 'approved', 'returned', 'published', 'declined', 'withdrawn')), 
	CONSTRAINT ck_suggestion_steps_source_tier CHECK (source_tier IN ('T1', 'T2', 'T3')), 
	CONSTRAINT ck_suggestion_steps_draft CHECK ((act = 'drafted') = (draft IS NOT NULL)), 
	CONSTRAINT ck_suggestion_steps_source CHECK ((source_citation IS NULL) = (source_tier IS NULL)), 
	CONSTRAINT uq_suggestion_steps_suggestion_id_sequence UNIQUE (suggestion_id, sequence)
);
CREATE TABLE suggestions (
	text VARCHAR(80) NOT NULL, 
	sentence VARCHAR(32), 
	said VARCHAR(1000) NOT NULL, 
	about VARCHAR(24) NOT NULL, 
	wish VARCHAR(1000) NOT NULL, 
	source VARCHAR(500) NOT NULL, 
	credit VARCHAR(24) NOT NULL, 
	submitted_at DATETIME NOT NULL, 
	submitted_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_suggestions PRIMARY KEY (id), 
	CONSTRAINT fk_suggestions_submitted_by_id FOREIGN KEY(submitted_by_id) REFERENCES users (id), 
	CONSTRAINT ck_suggestions_about CHECK (about IN ('wrong', 'outdated', 'unclear', 'no_source', 'other')), 
	CONSTRAINT ck_suggestions_credit CHECK (credit IN ('named', 'unnamed'))
);
CREATE TABLE supervision_links (
	supervisor_id CHAR(32) NOT NULL, 
	clinician_id CHAR(32) NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_supervision_links PRIMARY KEY (id), 
	CONSTRAINT fk_supervision_links_supervisor_id FOREIGN KEY(supervisor_id) REFERENCES users (id), 
	CONSTRAINT fk_supervision_links_clinician_id FOREIGN KEY(clinician_id) REFERENCES users (id), 
	CONSTRAINT ck_supervision_links_order CHECK (ends_on IS NULL OR ends_on >= starts_on), 
	CONSTRAINT ck_supervision_links_two_people CHECK (supervisor_id <> clinician_id), 
	CONSTRAINT uq_supervision_links_supervisor_id_clinician_id_starts_on UNIQUE (supervisor_id, clinician_id, starts_on)
);
CREATE TABLE therapy_sessions (
	client_id CHAR(32) NOT NULL, 
	clinician_id CHAR(32) NOT NULL, 
	held_on DATE NOT NULL, 
	status VARCHAR(24) NOT NULL, 
	setting VARCHAR(24) NOT NULL, 
	minutes_late INTEGER, 
	no_rating VARCHAR(24), 
	note VARCHAR(500) NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	task VARCHAR(24), 
	asked_questions BOOLEAN, 
	disagreed BOOLEAN, 
	brought_unasked BOOLEAN, 
	set_agenda BOOLEAN, 
	still_useful VARCHAR(200) NOT NULL, 
	right_things VARCHAR(200) NOT NULL, 
	not_working VARCHAR(200) NOT NULL, 
	taken_off_at DATETIME, 
	CONSTRAINT pk_therapy_sessions PRIMARY KEY (id), 
	CONSTRAINT fk_therapy_sessions_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_therapy_sessions_clinician_id FOREIGN KEY(clinician_id) REFERENCES users (id), 
	CONSTRAINT fk_therapy_sessions_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES users (id), 
	CONSTRAINT ck_therapy_sessions_status CHECK (status IN ('scheduled', 'attended', 'cancelled_by_client', 'cancelled_by_clinic', 'missed')), 
	CONSTRAINT ck_therapy_sessions_setting CHECK (setting IN ('in_person', 'video', 'phone', 'outside')), 
	CONSTRAINT ck_therapy_sessions_no_rating CHECK (no_rating IN ('not_asked', 'declined', 'asked', 'not_given')), 
	CONSTRAINT ck_therapy_sessions_task CHECK (task IN ('done', 'partly', 'not_done', 'none_agreed')), 
	CONSTRAINT ck_therapy_sessions_minutes_late CHECK (minutes_late BETWEEN 0 AND 180)
);
CREATE TABLE useful_marks (
	text VARCHAR(80) NOT NULL, 
	user_id CHAR(32) NOT NULL, 
	marked_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_useful_marks PRIMARY KEY (id), 
	CONSTRAINT fk_useful_marks_user_id FOREIGN KEY(user_id) REFERENCES users (id), 
	CONSTRAINT uq_useful_marks_text_user_id UNIQUE (text, user_id)
);
CREATE TABLE user_preferences (
	user_id CHAR(32) NOT NULL, 
	theme VARCHAR(24) NOT NULL, 
	density VARCHAR(24) NOT NULL, 
	own_rating BOOLEAN NOT NULL, 
	shortcuts BOOLEAN NOT NULL, 
	pin_hash VARCHAR(255), 
	CONSTRAINT pk_user_preferences PRIMARY KEY (user_id), 
	CONSTRAINT fk_user_preferences_user_id FOREIGN KEY(user_id) REFERENCES users (id), 
	CONSTRAINT ck_user_preferences_theme CHECK (theme IN ('system', 'light', 'dark')), 
	CONSTRAINT ck_user_preferences_density CHECK (density IN ('comfortable', 'compact'))
);
CREATE TABLE user_roles (
	user_id CHAR(32) NOT NULL, 
	role_id INTEGER NOT NULL, 
	CONSTRAINT pk_user_roles PRIMARY KEY (user_id, role_id), 
	CONSTRAINT fk_user_roles_user_id FOREIGN KEY(user_id) REFERENCES users (id), 
	CONSTRAINT fk_user_roles_role_id FOREIGN KEY(role_id) REFERENCES roles (id)
);
CREATE TABLE users (
	email VARCHAR(254) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	password VARCHAR(255) NOT NULL, 
	active BOOLEAN NOT NULL, 
	fs_uniquifier VARCHAR(64) NOT NULL, 
	created_at DATETIME NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_users PRIMARY KEY (id), 
	CONSTRAINT uq_users_email UNIQUE (email), 
	CONSTRAINT uq_users_fs_uniquifier UNIQUE (fs_uniquifier)
);
CREATE TABLE usual_range_starts (
	client_id CHAR(32) NOT NULL, 
	measure_key VARCHAR(40) NOT NULL, 
	session_id CHAR(32) NOT NULL, 
	begins BOOLEAN NOT NULL, 
	reason VARCHAR(200) NOT NULL, 
	set_at DATETIME NOT NULL, 
	set_by_id CHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_usual_range_starts PRIMARY KEY (id), 
	CONSTRAINT fk_usual_range_starts_client_id FOREIGN KEY(client_id) REFERENCES clients (id), 
	CONSTRAINT fk_usual_range_starts_session_id FOREIGN KEY(session_id) REFERENCES therapy_sessions (id), 
	CONSTRAINT fk_usual_range_starts_set_by_id FOREIGN KEY(set_by_id) REFERENCES users (id)
);
INSERT INTO "actions" VALUES
('ffa9a6c68fca4e00bd793c22716b9b15','c544da6d5782479aa2af259262b16dd6','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".','679f4ae06c2e4da586670be9c4770dd0','2024-12-31','2024-04-02 09:06:00.000000','862fc16367b04b6e875f6d2a27be5947',NULL,NULL,NULL,'62fc02c2e8be43e9ac1bf103a251bf96'),
('f12e8d4d84f746198a0cb4456ae634cb','7f4b991ea6324aaa9864ac6736030cf1','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','679f4ae06c2e4da586670be9c4770dd0','2024-12-31','2024-04-02 09:07:00.000000','862fc16367b04b6e875f6d2a27be5947','not_needed','2024-04-02 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0','de5f13df95ca4060a2495381293da0c1');
INSERT INTO "adaptations" VALUES
('c544da6d5782479aa2af259262b16dd6','2024-03-21','cultural_tailoring','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.',0,NULL,'','2024-03-21 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','8ac398f1dbd94baaa2f0c7abed748d6a'),
('c544da6d5782479aa2af259262b16dd6','2024-03-21','other','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1',0,'8ac398f1dbd94baaa2f0c7abed748d6a','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-03-21 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','069d42b090434d14ace0f97d5c5defff'),
('c544da6d5782479aa2af259262b16dd6','2024-03-21','other','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1',1,'069d42b090434d14ace0f97d5c5defff','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','2024-03-21 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','bb0865234a824955ae55b7732a1fea70');
INSERT INTO "alembic_version" VALUES
('r0001');
INSERT INTO "audit_entries" VALUES
(1,'2024-01-08 09:00:00.000000',NULL,'database.upgraded',NULL,NULL,'{"version": "r0001"}','0000000000000000000000000000000000000000000000000000000000000000','145fa2e5942459c6d372e2fa96da92c6ecf56a5aa5cb2891e25a0d0c112f514f'),
(2,'2024-01-08 09:00:00.000000',NULL,'anchors.begun',NULL,NULL,'{}','145fa2e5942459c6d372e2fa96da92c6ecf56a5aa5cb2891e25a0d0c112f514f','49d41a4a4dc11887b67a3858802860a01b36ebee3ab54b61159652dae8d4473b'),
(3,'2024-01-08 09:00:00.000000',NULL,'account.added','31fdc443fd9545e3953566eb6cc83670',NULL,'{"roles": ["administrator"]}','49d41a4a4dc11887b67a3858802860a01b36ebee3ab54b61159652dae8d4473b','24753cd1a478e8a931238b80112b6515cd0b719f7738817af1c77dfe10eb4c91'),
(4,'2024-01-08 09:01:00.000000','31fdc443fd9545e3953566eb6cc83670','account.added','679f4ae06c2e4da586670be9c4770dd0',NULL,'{"roles": ["clinician"]}','24753cd1a478e8a931238b80112b6515cd0b719f7738817af1c77dfe10eb4c91','a8a0b1c77d3e47d946c72c13686deb807791db86b57f10d92cb57b4d9096d1d4'),
(5,'2024-01-08 09:02:00.000000','31fdc443fd9545e3953566eb6cc83670','account.added','862fc16367b04b6e875f6d2a27be5947',NULL,'{"roles": ["supervisor"]}','a8a0b1c77d3e47d946c72c13686deb807791db86b57f10d92cb57b4d9096d1d4','5578b7d2bf1d30f803d1d2ab9f8bfa5eec2d533d9b485a79681630902820a169'),
(6,'2024-01-08 09:03:00.000000','31fdc443fd9545e3953566eb6cc83670','account.added','998c083641514b819ceb13639293bbc0',NULL,'{"roles": ["clinician"]}','5578b7d2bf1d30f803d1d2ab9f8bfa5eec2d533d9b485a79681630902820a169','41c1d852b0da19edeffd3f4c2b3b34a5f00fe1dedfe491964e98134712d046c1'),
(7,'2024-01-08 09:04:00.000000','31fdc443fd9545e3953566eb6cc83670','account.added','a66a109b1634492c99a290d2b7b29753',NULL,'{"roles": ["administrator", "clinician", "supervisor"]}','41c1d852b0da19edeffd3f4c2b3b34a5f00fe1dedfe491964e98134712d046c1','dc595268ab829fd40ac9624fba88c7cd4eb68c98f6b0f6095030dd70822028c4'),
(8,'2024-01-08 09:05:00.000000','31fdc443fd9545e3953566eb6cc83670','account.added','653866e8b57d47188934dd1f6d93809e',NULL,'{"roles": ["clinician"]}','dc595268ab829fd40ac9624fba88c7cd4eb68c98f6b0f6095030dd70822028c4','cc9abfd69337234f12a62e6b1e48f0b832493374e4ee132e8e84fa6fba5278fc'),
(9,'2024-01-08 09:06:00.000000','31fdc443fd9545e3953566eb6cc83670','supervision.linked','862fc16367b04b6e875f6d2a27be5947',NULL,'{"clinician": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}','cc9abfd69337234f12a62e6b1e48f0b832493374e4ee132e8e84fa6fba5278fc','95d82d5c80b1f41bd1cfd0a2a1bd27cb236d164f463c5c16411c868693a9773d'),
(10,'2024-01-08 09:07:00.000000','31fdc443fd9545e3953566eb6cc83670','supervision.linked','862fc16367b04b6e875f6d2a27be5947',NULL,'{"clinician": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}','95d82d5c80b1f41bd1cfd0a2a1bd27cb236d164f463c5c16411c868693a9773d','661309a23bdc32e5eeb0cd4c17080b0bec8a562e5dda454382040e592f9f4319'),
(11,'2024-01-08 09:08:00.000000','31fdc443fd9545e3953566eb6cc83670','supervision.ended','862fc16367b04b6e875f6d2a27be5947',NULL,'{"clinician": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}','661309a23bdc32e5eeb0cd4c17080b0bec8a562e5dda454382040e592f9f4319','0778340a271a777dbe4ba3e13af61cb84da3678a95d82b7bdfa7d0faf3af4865'),
(12,'2024-01-08 09:09:00.000000','31fdc443fd9545e3953566eb6cc83670','supervision.linked','862fc16367b04b6e875f6d2a27be5947',NULL,'{"clinician": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}','0778340a271a777dbe4ba3e13af61cb84da3678a95d82b7bdfa7d0faf3af4865','a25871c3f8b9b5201572835557b3c409eda1ad183a9136b4e642d79305d1e258'),
(13,'2024-01-08 09:10:00.000000','31fdc443fd9545e3953566eb6cc83670','supervision.linked','a66a109b1634492c99a290d2b7b29753',NULL,'{"clinician": "653866e8-b57d-4718-8934-dd1f6d93809e"}','a25871c3f8b9b5201572835557b3c409eda1ad183a9136b4e642d79305d1e258','13f3f9d08a69bd86e08b174a822d01da81bbf6383ad4b1d8f35e8f0406607092'),
(14,'2024-01-08 09:11:00.000000','31fdc443fd9545e3953566eb6cc83670','supervision.linked','862fc16367b04b6e875f6d2a27be5947',NULL,'{"clinician": "998c0836-4151-4b81-9ceb-13639293bbc0"}','13f3f9d08a69bd86e08b174a822d01da81bbf6383ad4b1d8f35e8f0406607092','e59acf769a3cb10c711a17162e01f138dd53254821b55468fda0bdc6a84a9fc2'),
(15,'2024-01-08 09:12:00.000000','31fdc443fd9545e3953566eb6cc83670','practice.changed',NULL,NULL,'{"fields": ["name", "time_zone", "crisis_text", "own_ratings_shown"]}','e59acf769a3cb10c711a17162e01f138dd53254821b55468fda0bdc6a84a9fc2','d840a7612b29465b6e97d2b8afc689c08dee7f37a98df708b07a7892b6ef5dec'),
(16,'2024-01-08 09:13:00.000000','31fdc443fd9545e3953566eb6cc83670','threshold.set','97f4d20e6787412d96259f9500fd0927',NULL,'{"measure": "session-check"}','d840a7612b29465b6e97d2b8afc689c08dee7f37a98df708b07a7892b6ef5dec','b2ce7d28b8e447912ba3a9829122ac1d6fecc6d6acb790e61c12f6a4a6af700e'),
(17,'2024-01-08 09:14:00.000000','31fdc443fd9545e3953566eb6cc83670','threshold.set','58df45559d4a49a4a549c551ad68a9c7',NULL,'{"measure": "session-check"}','b2ce7d28b8e447912ba3a9829122ac1d6fecc6d6acb790e61c12f6a4a6af700e','9f2a731ec89b605a4c1d2b6d19230110a1aef7ecc73d223354b8a9ef28d8674d'),
(18,'2024-01-08 09:15:00.000000','679f4ae06c2e4da586670be9c4770dd0','account.preferences_changed','679f4ae06c2e4da586670be9c4770dd0',NULL,'{"fields": ["density", "own_rating", "shortcuts", "theme"]}','9f2a731ec89b605a4c1d2b6d19230110a1aef7ecc73d223354b8a9ef28d8674d','7e8fb96614db09885c96011212f8c7a6e22cd856de7c1b1d6b4399e30e913905'),
(19,'2024-01-08 09:16:00.000000','862fc16367b04b6e875f6d2a27be5947','account.preferences_changed','862fc16367b04b6e875f6d2a27be5947',NULL,'{"fields": ["density", "own_rating", "shortcuts", "theme"]}','7e8fb96614db09885c96011212f8c7a6e22cd856de7c1b1d6b4399e30e913905','31cc0ed6f8a87fb7b54c333360357145901ea7be99eaea7291d3c3d61fb35546'),
(20,'2024-01-08 09:17:00.000000','679f4ae06c2e4da586670be9c4770dd0','account.preferences_changed','679f4ae06c2e4da586670be9c4770dd0',NULL,'{"fields": ["pin"]}','31cc0ed6f8a87fb7b54c333360357145901ea7be99eaea7291d3c3d61fb35546','3879e25fcc50408ae40254025a3026fc03738ad52ad612e95190c67508cd154d'),
(21,'2024-01-08 09:18:00.000000','679f4ae06c2e4da586670be9c4770dd0','sign_in.opened','3ae7285ea18e483d8c7933f6a414e510',NULL,'{}','3879e25fcc50408ae40254025a3026fc03738ad52ad612e95190c67508cd154d','0b9550d2a65d451e0a3578174c5f180ed33f16178584373fdb2937d3b2e96f93'),
(22,'2024-01-08 09:19:00.000000','679f4ae06c2e4da586670be9c4770dd0','sign_in.ended','3ae7285ea18e483d8c7933f6a414e510',NULL,'{"reason": "signed_out"}','0b9550d2a65d451e0a3578174c5f180ed33f16178584373fdb2937d3b2e96f93','160c29a4cad4c96dab21bb3bbfc25074c2e66c0fababe38354d696c13362336d'),
(23,'2024-01-08 09:20:00.000000','679f4ae06c2e4da586670be9c4770dd0','sign_in.opened','326159b3b8634f99aaa65de55ee51e50',NULL,'{}','160c29a4cad4c96dab21bb3bbfc25074c2e66c0fababe38354d696c13362336d','b50bba6a538f90cf38908ec44aa6103d98645520f5ba57c5ca9e879bf47c5788'),
(24,'2024-01-08 09:21:00.000000',NULL,'sign_in.failed',NULL,NULL,'{}','b50bba6a538f90cf38908ec44aa6103d98645520f5ba57c5ca9e879bf47c5788','3823e6afd95206d028ea290cded6c213237a8eaf67e3f150a34afb0b44990021'),
(25,'2024-01-08 09:22:00.000000',NULL,'sign_in.failed',NULL,NULL,'{}','3823e6afd95206d028ea290cded6c213237a8eaf67e3f150a34afb0b44990021','b50c6aa4719dc0ff758f7e85f711d5c4b89d3ad53b129ae513b867878712e976'),
(26,'2024-01-08 09:23:00.000000',NULL,'sign_in.failed',NULL,NULL,'{}','b50c6aa4719dc0ff758f7e85f711d5c4b89d3ad53b129ae513b867878712e976','eeeca30820414af3112d6cf4fc932719ae4971d9362a60c1c15c082d8014b14d'),
(27,'2024-01-08 09:24:00.000000','31fdc443fd9545e3953566eb6cc83670','account.code_given','998c083641514b819ceb13639293bbc0',NULL,'{}','eeeca30820414af3112d6cf4fc932719ae4971d9362a60c1c15c082d8014b14d','ab7eccd8143ea5e0292b1278c5bf2d9e140fc6cb92a9bdda3c0fdd7b94f57184'),
(28,'2024-01-08 09:25:00.000000','998c083641514b819ceb13639293bbc0','account.password_changed','998c083641514b819ceb13639293bbc0',NULL,'{}','ab7eccd8143ea5e0292b1278c5bf2d9e140fc6cb92a9bdda3c0fdd7b94f57184','6fc73e3995312b083aef36a55b8aa8069add49c995e974656194de34513226c3'),
(29,'2024-01-08 09:26:00.000000','31fdc443fd9545e3953566eb6cc83670','account.code_given','998c083641514b819ceb13639293bbc0',NULL,'{}','6fc73e3995312b083aef36a55b8aa8069add49c995e974656194de34513226c3','65b836228dd1036eaebf8683bc50314f520dafd5cb5f83cb0ce177eb32b37269'),
(30,'2024-01-08 09:27:00.000000','31fdc443fd9545e3953566eb6cc83670','account.code_given','998c083641514b819ceb13639293bbc0',NULL,'{}','65b836228dd1036eaebf8683bc50314f520dafd5cb5f83cb0ce177eb32b37269','7ae97c8cdd6a655db5585c7b98522388395815ec147f99c2ef9aaa9068fc8fd9'),
(31,'2024-01-08 09:28:00.000000','31fdc443fd9545e3953566eb6cc83670','account.disabled','653866e8b57d47188934dd1f6d93809e',NULL,'{}','7ae97c8cdd6a655db5585c7b98522388395815ec147f99c2ef9aaa9068fc8fd9','2fc282615d4cfd833d669f1a72768aa332ca27bbf571408e21c0b8f7b1483837'),
(32,'2024-01-08 09:28:00.000000','31fdc443fd9545e3953566eb6cc83670','supervision.ended','a66a109b1634492c99a290d2b7b29753',NULL,'{"clinician": "653866e8-b57d-4718-8934-dd1f6d93809e"}','2fc282615d4cfd833d669f1a72768aa332ca27bbf571408e21c0b8f7b1483837','b3e2f3d3fb450f6c05fc6cdea10b8f8fa7558b9ae752a045abcf8fd33e2cb3d2'),
(33,'2024-01-11 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','client.added','c544da6d5782479aa2af259262b16dd6','c544da6d5782479aa2af259262b16dd6','{"measures": ["session-check", "wellbeing-check", "phq-9"]}','b3e2f3d3fb450f6c05fc6cdea10b8f8fa7558b9ae752a045abcf8fd33e2cb3d2','8af71c9bc674a973ec6b6996e55b2950c3472843d5a5f37fef0a2544ff7f45ca'),
(34,'2024-01-11 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','client.added','7f4b991ea6324aaa9864ac6736030cf1','7f4b991ea6324aaa9864ac6736030cf1','{"measures": ["session-check", "wellbeing-check"]}','8af71c9bc674a973ec6b6996e55b2950c3472843d5a5f37fef0a2544ff7f45ca','1b9b8d6d90a8de003705f92b2a33221ddf6722f0637ab6c64c09830bb9d3719c'),
(35,'2024-01-11 09:02:00.000000','998c083641514b819ceb13639293bbc0','client.added','f29746d00ebe4e8caf0df9e8b8fd5d06','f29746d00ebe4e8caf0df9e8b8fd5d06','{"measures": ["srs", "ors"]}','1b9b8d6d90a8de003705f92b2a33221ddf6722f0637ab6c64c09830bb9d3719c','8241b5e92a43054cb8cde88fbda7befd20a0126885ca666792be3098f77face3'),
(36,'2024-01-11 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','participant.added','e07ee94d8c854061bf1e79cbe15e8af1','7f4b991ea6324aaa9864ac6736030cf1','{}','8241b5e92a43054cb8cde88fbda7befd20a0126885ca666792be3098f77face3','db99f83622d87f196ee9ded99715e513ed3775d3383f7cf2b55a651a60a702c8'),
(37,'2024-01-11 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','participant.not_asked','e07ee94d8c854061bf1e79cbe15e8af1','7f4b991ea6324aaa9864ac6736030cf1','{}','db99f83622d87f196ee9ded99715e513ed3775d3383f7cf2b55a651a60a702c8','4fa5764a25ca752aed3daeeab5e7cc20d46bbadb7da04ea2185a461322d9bbd3'),
(38,'2024-01-11 09:05:00.000000','679f4ae06c2e4da586670be9c4770dd0','client.changed','c544da6d5782479aa2af259262b16dd6','c544da6d5782479aa2af259262b16dd6','{"fields": ["asked"], "measures": ["session-check", "wellbeing-check"]}','4fa5764a25ca752aed3daeeab5e7cc20d46bbadb7da04ea2185a461322d9bbd3','a607100b89fbce4df1fbbf34aa66fdf69c80d4449b5068f1cfbcb9a7f8e973c8'),
(39,'2024-01-11 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','8552af9915104574a9c361298b7568b0','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','a607100b89fbce4df1fbbf34aa66fdf69c80d4449b5068f1cfbcb9a7f8e973c8','af90ef808b4605023f438873c0ce35533af4e31a9e6c4c39d2e45ca792e98958'),
(40,'2024-01-11 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','a6c6fc3b71e349069f34699a81387d5b','c544da6d5782479aa2af259262b16dd6','{"ratings": ["7ce3bf48-d6cf-41a5-8756-8e1e90a5e069", "58ec964f-2e81-44f6-b3c9-62080f9cb7fe"]}','af90ef808b4605023f438873c0ce35533af4e31a9e6c4c39d2e45ca792e98958','b58ddbc632640e7e3d88641e65525ffdae860588de84c5f802814688eafc76fa'),
(41,'2024-01-11 18:01:00.000000','998c083641514b819ceb13639293bbc0','flag.raised','3730cb38bfa54fd39d48d0b4f7b07e34','f29746d00ebe4e8caf0df9e8b8fd5d06','{"rules": "2026.7"}','b58ddbc632640e7e3d88641e65525ffdae860588de84c5f802814688eafc76fa','d227a4ac1b9b042e9dc33489028fd3d8f8674f650b01f4ff33a0f55a3204524e'),
(42,'2024-01-11 18:01:00.000000','998c083641514b819ceb13639293bbc0','session.logged','31f88c2de93b4cbd80b51b50d61036cb','f29746d00ebe4e8caf0df9e8b8fd5d06','{"ratings": ["713bdda5-6c3b-48f6-85b9-0986d010ef52", "ef54005c-1eae-4e6b-86e6-812fbf38f425"]}','d227a4ac1b9b042e9dc33489028fd3d8f8674f650b01f4ff33a0f55a3204524e','ebb8834b849c1ce30bec2d80de16a312e79bd62fea3f9312737946c9654be534'),
(43,'2024-01-11 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','2a30f32b5bed4aa0b2f7b53d19ffb7dd','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["88367f5d-8305-44bf-94b0-da993123f8f5"]}','ebb8834b849c1ce30bec2d80de16a312e79bd62fea3f9312737946c9654be534','88a8ae6a3c24ba8692869de9ec8b9b9616696d94205f298cfd62bd038c2f8adc'),
(44,'2024-01-11 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','1252a3da65b14ddebcd98e1fd0ebbe2a','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["372a3a8d-6029-4d2a-99b7-e895797d9a41"]}','88a8ae6a3c24ba8692869de9ec8b9b9616696d94205f298cfd62bd038c2f8adc','44540fb3b0810341a3ddc130f7cfb0bc764f769f5b3588514ea10c6e438fb415'),
(45,'2024-01-18 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','75c47fea95ca4eb68c76218d72ead38d','c544da6d5782479aa2af259262b16dd6','{"ratings": ["f0a8b09e-8063-4231-a2f2-b9228c14b077", "19c28bca-532e-4b70-9765-7e4e8e136c14"]}','44540fb3b0810341a3ddc130f7cfb0bc764f769f5b3588514ea10c6e438fb415','40bcb33754ad1b9dc44b74ef06712aa2b1b8c037d21986bec6f6799aa53ba536'),
(46,'2024-01-18 18:01:00.000000','998c083641514b819ceb13639293bbc0','session.logged','73c4adfacbbf47a3a6dbb7f23af07005','f29746d00ebe4e8caf0df9e8b8fd5d06','{"ratings": ["b70ff3f4-6a32-4da1-b483-94a9008ff8ee", "414def6b-d331-445e-92d3-b2c60e78edd2"]}','40bcb33754ad1b9dc44b74ef06712aa2b1b8c037d21986bec6f6799aa53ba536','00b7218914e4fa8d73ca50f658111826472252cc661f6eae7c5d8ba31bb38e0e'),
(47,'2024-01-18 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','f2c90d6d106b4206b85efe1ca3409bf7','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["ad546eb2-f963-49c6-b3c1-3308ad2e3608"]}','00b7218914e4fa8d73ca50f658111826472252cc661f6eae7c5d8ba31bb38e0e','3c83601f7659765e9cd42d1aa67f496d48fa1f420b58255a3e8676a15c8e5bb5'),
(48,'2024-01-18 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','d7bb88c10acc424e84b19f1940e5d89b','7f4b991ea6324aaa9864ac6736030cf1','{"rules": "2026.7"}','3c83601f7659765e9cd42d1aa67f496d48fa1f420b58255a3e8676a15c8e5bb5','1f122d1b734cd1fdcdd14ac3a7a17c4ce3e09abf9f7dcb0e260ea91128a56982'),
(49,'2024-01-18 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','c82f742d529c4ddfb7d5b85310213830','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["29ce8371-b0f4-4649-b3f6-164226cc2975"]}','1f122d1b734cd1fdcdd14ac3a7a17c4ce3e09abf9f7dcb0e260ea91128a56982','619a72b9b77eb1cad4761be2753b4cd4a3f77fff2868573931a101a46fa991f5'),
(50,'2024-01-25 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','579db7bf11d54ed3a7f1c98bf71fda40','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','619a72b9b77eb1cad4761be2753b4cd4a3f77fff2868573931a101a46fa991f5','d70559d911494e78755f970dd1697e42fae448bc5075c38d45b210f1c42964dc');
INSERT INTO "audit_entries" VALUES
(51,'2024-01-25 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','0ef9c80a0a7a4f58b82749a1ff4e825e','c544da6d5782479aa2af259262b16dd6','{"ratings": ["ef719766-8fd1-450e-8377-a7fc833640fc", "c9f0414c-f611-4d3c-9202-16f6ff53ab96"]}','d70559d911494e78755f970dd1697e42fae448bc5075c38d45b210f1c42964dc','4dd412fb725ad4541218230f799196e08602d35a1c961e42076d064974d6994d'),
(52,'2024-01-25 18:01:00.000000','998c083641514b819ceb13639293bbc0','flag.raised','c8760f8bf24a4e1585157aecb4423d53','f29746d00ebe4e8caf0df9e8b8fd5d06','{"rules": "2026.7"}','4dd412fb725ad4541218230f799196e08602d35a1c961e42076d064974d6994d','961a06c2b4abe939422906db8178973eec5a2569f564630d06ed81d9b23f15f9'),
(53,'2024-01-25 18:01:00.000000','998c083641514b819ceb13639293bbc0','session.logged','ff1fd8a237084922b791c2dd02defb4f','f29746d00ebe4e8caf0df9e8b8fd5d06','{"ratings": ["b5865594-def1-44e6-8e14-377a7d172875", "491abc68-9ca3-4853-bd98-b3e35bcf5d77"]}','961a06c2b4abe939422906db8178973eec5a2569f564630d06ed81d9b23f15f9','92a38c2b8f307cf4d0196288bf4f1aff25be555bc1b9cde08f991e7b9049d575'),
(54,'2024-01-25 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','4d7a8ef5b4624914b3ad177ca8ff5dde','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["720d55c5-0a62-417a-9195-a6f4c129e619"]}','92a38c2b8f307cf4d0196288bf4f1aff25be555bc1b9cde08f991e7b9049d575','34d0dd823d0b35b0d88dd7b2fe5b2d0b8ad06f6455255fccbf604a8b86e6b333'),
(55,'2024-01-25 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','ee400a342a8a4011a77728a8f8fbcaba','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["51be0efc-eed1-4d20-84d3-0e61f2dd3b88"]}','34d0dd823d0b35b0d88dd7b2fe5b2d0b8ad06f6455255fccbf604a8b86e6b333','2cd618ffc88650741f48a11b5cc579985e5dee086f82b71b6f8e7107c039c477'),
(56,'2024-02-01 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','e2783c0b30294ddf821874067e321040','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','2cd618ffc88650741f48a11b5cc579985e5dee086f82b71b6f8e7107c039c477','3c2b74d03b33dfa553101cd89baee022cf89d9d482c81b4379f6cd14083f3700'),
(57,'2024-02-01 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','46b0fdfeaffb44dca2e4f28d0921c728','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','3c2b74d03b33dfa553101cd89baee022cf89d9d482c81b4379f6cd14083f3700','a544ef7b45d364b53c747b1e929a8e1bb8d090c7d944b2d5eb922b60ac1bf962'),
(58,'2024-02-01 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','c115902af4744e949081bb9170d6f3ff','c544da6d5782479aa2af259262b16dd6','{"ratings": ["0818cf3c-2dcf-4e28-84b5-16de61a4c4d7"]}','a544ef7b45d364b53c747b1e929a8e1bb8d090c7d944b2d5eb922b60ac1bf962','06710d5644c75f12c6eb81ff6b62be40a0c7b7da117570e742b51a9b00b56e58'),
(59,'2024-02-01 18:01:00.000000','998c083641514b819ceb13639293bbc0','session.logged','3b3d900134e747209208c483ac0f2f71','f29746d00ebe4e8caf0df9e8b8fd5d06','{"ratings": ["b22d5798-8ea3-48db-8ba0-c0a01ccf6f5d", "5de22d4f-d4bf-4a8c-a76e-0304b0e7e8a3"]}','06710d5644c75f12c6eb81ff6b62be40a0c7b7da117570e742b51a9b00b56e58','eafbbd1cdb089d5e62e5e8b4a7ace287f7e304244afa782a1c17149afbffbfd5'),
(60,'2024-02-01 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','c8bceba564ff480a83dc1e97fb8343ce','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["701adf7a-e351-4850-8ca6-f98e6b3ece36"]}','eafbbd1cdb089d5e62e5e8b4a7ace287f7e304244afa782a1c17149afbffbfd5','b0f1bff81eb78adf8213954674b00b4f6d241ec531c79828e5b7b462d58c1b89'),
(61,'2024-02-01 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','708db2b9d5c64794b9c50f3a475b1dc0','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["e1a42faf-fa59-42a6-b62f-4632a3f9c5dc"]}','b0f1bff81eb78adf8213954674b00b4f6d241ec531c79828e5b7b462d58c1b89','6ee414c67bd98ede59e27b14d68247f6f3015928beeeb544e9b3f06e3ae10c8d'),
(62,'2024-02-08 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','ffbe7c8eefec43069e3377c409134559','c544da6d5782479aa2af259262b16dd6','{"ratings": []}','6ee414c67bd98ede59e27b14d68247f6f3015928beeeb544e9b3f06e3ae10c8d','3b8920ae9d8ed88413c40bbcfa8cde251a55dcfd845061d82965320cf87d93d0'),
(63,'2024-02-15 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','008249e27fb34a769b9865a12d6b9a21','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','3b8920ae9d8ed88413c40bbcfa8cde251a55dcfd845061d82965320cf87d93d0','12e55a625072224ff5eab50c71456356705f65d13d17997f5a62d1b86f0418a9'),
(64,'2024-02-15 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','ff83a4d947dc461899ca9decbc716512','c544da6d5782479aa2af259262b16dd6','{"ratings": ["d3b0e831-a1fe-444c-b35e-5ed79f019fbc", "c52ad333-e2bc-48a3-93d5-1fe8a90af76c"]}','12e55a625072224ff5eab50c71456356705f65d13d17997f5a62d1b86f0418a9','a07456b6a007b8503d5181db760552aea91e1ee84ba270333bc3d19460c76fdf'),
(65,'2024-02-15 18:01:00.000000','998c083641514b819ceb13639293bbc0','flag.raised','131e079f57004a31aae992a775d655c8','f29746d00ebe4e8caf0df9e8b8fd5d06','{"rules": "2026.7"}','a07456b6a007b8503d5181db760552aea91e1ee84ba270333bc3d19460c76fdf','560395f8ab13c03e90113e7ac84bb5836c015ba1c724c5ad6d37d7b0cf87690e'),
(66,'2024-02-15 18:01:00.000000','998c083641514b819ceb13639293bbc0','session.logged','fefc8317cfcf4d24a26297d856b2e8f8','f29746d00ebe4e8caf0df9e8b8fd5d06','{"ratings": ["62ba1a3a-1c79-45d5-9a08-2631ca15c8d2", "014e20af-3ddf-4565-b02d-9f1677583c37"]}','560395f8ab13c03e90113e7ac84bb5836c015ba1c724c5ad6d37d7b0cf87690e','72e6c4699e2b1b67707c32aa76f2e2034f781c16c4e60a5cb351a7d70020b962'),
(67,'2024-02-15 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','8da39ad1964e4f58b21db6c884d25830','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["72971dc6-7fe3-478c-a3ee-c7819eddea78"]}','72e6c4699e2b1b67707c32aa76f2e2034f781c16c4e60a5cb351a7d70020b962','aa10cd6ecb4bd831de60c6492bfbca1e2330eae61bd4514b49a716dc4788f356'),
(68,'2024-02-15 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','bf9d3b926a344d0db7cbab8ee60a8eb4','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["a3010884-d68e-4f60-a68c-5d58156ee9b3"]}','aa10cd6ecb4bd831de60c6492bfbca1e2330eae61bd4514b49a716dc4788f356','9923031c171e89d6f86b84bddaf5726b18b4dfff3c3db0c557437bd9641dc803'),
(69,'2024-02-22 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','a54bb361e276426384f866630c76a99d','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','9923031c171e89d6f86b84bddaf5726b18b4dfff3c3db0c557437bd9641dc803','352d46a6ead1b18f662af3d0bfac8d4185c77cd21d04558037fab41a42497858'),
(70,'2024-02-22 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','aa7e1e5ada8942359d953cc6e4a7dd9b','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','352d46a6ead1b18f662af3d0bfac8d4185c77cd21d04558037fab41a42497858','74abeea6fd010f19a9a5737ba86c6b1b7790bcde22183a608e8c72372fb80e0e'),
(71,'2024-02-22 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','ce4c1a7f1a85476299c6dcf75daa6bdd','c544da6d5782479aa2af259262b16dd6','{"ratings": ["f483d56e-84ba-4824-84a5-2d6070fd9a2a", "ca7da200-0dad-4ef1-a7cc-5c354db36435"]}','74abeea6fd010f19a9a5737ba86c6b1b7790bcde22183a608e8c72372fb80e0e','4c5f620f7c74b52c37f33b78eedae43921fdb51ebc1ecd2df6df04039f0ca8be'),
(72,'2024-02-22 18:01:00.000000','998c083641514b819ceb13639293bbc0','flag.raised','a907b977dcae4feebf2da0891e8b64b5','f29746d00ebe4e8caf0df9e8b8fd5d06','{"rules": "2026.7"}','4c5f620f7c74b52c37f33b78eedae43921fdb51ebc1ecd2df6df04039f0ca8be','3e24d56c64a437986341b48383bc8987db4bfe8430cf9f0c8b069e72b9a2c873'),
(73,'2024-02-22 18:01:00.000000','998c083641514b819ceb13639293bbc0','flag.raised','3937af34f2474bc69aeed4ef81413381','f29746d00ebe4e8caf0df9e8b8fd5d06','{"rules": "2026.7"}','3e24d56c64a437986341b48383bc8987db4bfe8430cf9f0c8b069e72b9a2c873','91e6514e1359baa270a9f9f04f6c356fb070341da3c3a734b0c4cd3a9bd2bd9a'),
(74,'2024-02-22 18:01:00.000000','998c083641514b819ceb13639293bbc0','session.logged','08b73755dab84253b7771d6c79b5a860','f29746d00ebe4e8caf0df9e8b8fd5d06','{"ratings": ["7278e029-66cb-4841-a998-cfa190e45b6c", "c356f0c9-9daf-4f40-8879-c9dd9f473082"]}','91e6514e1359baa270a9f9f04f6c356fb070341da3c3a734b0c4cd3a9bd2bd9a','5ced1e505d6afeb1d6ee4ab9f6c35daa8778d1088cf1424e6e3059b81856f9b8'),
(75,'2024-02-22 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','990a6be6c19f4d80a683d370e71db7c4','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["396ff73f-1413-4f57-9d3a-94c3884a22b8"]}','5ced1e505d6afeb1d6ee4ab9f6c35daa8778d1088cf1424e6e3059b81856f9b8','56aa9b0e96c7231820c6ad947d725b5a6a19b09ebec0f2f14a3172ea63b8d9ac'),
(76,'2024-02-22 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','9d3b3e4a6b964895ac71f4c2d0c2f59e','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["26f2fcc8-7782-48e5-a57f-5005f4c2da04"]}','56aa9b0e96c7231820c6ad947d725b5a6a19b09ebec0f2f14a3172ea63b8d9ac','0f27064c3c4d5abd333894ab3ae64d167930e211b997ffb69b91a90ca63c366d'),
(77,'2024-02-29 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','82feec6082014ff19633a90eb5cbc3ef','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','0f27064c3c4d5abd333894ab3ae64d167930e211b997ffb69b91a90ca63c366d','94369b1dea5f24c057038f2ca1a19461d359de9946345f46a933be43bb2d29bf'),
(78,'2024-02-29 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','653c7938fe864a69bd944de276f66d27','c544da6d5782479aa2af259262b16dd6','{"ratings": ["3d7e0fa2-c47a-4aef-a541-a71589233149", "c17de138-031e-46b7-8bdb-56606b3ef846"]}','94369b1dea5f24c057038f2ca1a19461d359de9946345f46a933be43bb2d29bf','438e3a95949cd76115dbf74165053d345432a706fac487fa6bde9532894a1e71'),
(79,'2024-02-29 18:01:00.000000','998c083641514b819ceb13639293bbc0','session.logged','c58129f0759048e189a8e74916ea53e9','f29746d00ebe4e8caf0df9e8b8fd5d06','{"ratings": ["e93ac2e1-eb28-4f6d-b3c6-817fdfe124b5", "cfef382b-e29d-41c7-8bff-4de2775b826e"]}','438e3a95949cd76115dbf74165053d345432a706fac487fa6bde9532894a1e71','d787b017c4d1535987308c548d96a07fe3c039ab89b0396b2fb78a6111c4480f'),
(80,'2024-02-29 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','de16b777c8b04542a0f199fcbc306bf4','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["157b6f11-997b-42ae-b988-581491fe5159"]}','d787b017c4d1535987308c548d96a07fe3c039ab89b0396b2fb78a6111c4480f','e9adedd4c8a462239b945bb8481b6b5f53e4abe79e655a777856a6fc1b7f6991'),
(81,'2024-02-29 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','dd4e698bed1042d093f4f8faf4870747','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": ["d4af0469-4a6e-452c-9f2b-957d337f50bd"]}','e9adedd4c8a462239b945bb8481b6b5f53e4abe79e655a777856a6fc1b7f6991','d810fedd2c4faf5c78dba94baec9650c7f9cfb874086acf1c5f46ff17f2975e4'),
(82,'2024-03-07 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','4c9f205751f44a86b3ddc5441d52c51d','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','d810fedd2c4faf5c78dba94baec9650c7f9cfb874086acf1c5f46ff17f2975e4','0577c5f7258c581eb0bbf2290e2c1187443b05780ac203e2d1046fbb20d7f4b2'),
(83,'2024-03-07 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','7afdab6b113a461db96e5d3e5cc79d2b','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','0577c5f7258c581eb0bbf2290e2c1187443b05780ac203e2d1046fbb20d7f4b2','8f58b38c8923e3126df4ead8db88efbbecf161c2c9365cf3932945edbf11e820'),
(84,'2024-03-07 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','repair.opened','4fb81ce03d9d4398aed771e178064064','c544da6d5782479aa2af259262b16dd6','{}','8f58b38c8923e3126df4ead8db88efbbecf161c2c9365cf3932945edbf11e820','c4b02f21c830ce3793d064e42dbe58bf3ad34c07d1f0d49f7d3d0562186b7941'),
(85,'2024-03-07 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','c40e8b808d5140308e022683c09413a5','c544da6d5782479aa2af259262b16dd6','{"ratings": ["263e6f55-357f-4002-97dc-0b1adba8a4db"]}','c4b02f21c830ce3793d064e42dbe58bf3ad34c07d1f0d49f7d3d0562186b7941','3d20b0a4f8bb10ad9bd3abfa32089aafd43052263f65a87a0587b54d0f2c3c72'),
(86,'2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','e71f54e6a88943ccaebd48d36d7e57fb','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','3d20b0a4f8bb10ad9bd3abfa32089aafd43052263f65a87a0587b54d0f2c3c72','58860b4f6421011fb9d50079892eb7740b5230e15434853eb0e9b803179afcfb'),
(87,'2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.found_again','e2783c0b30294ddf821874067e321040','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','58860b4f6421011fb9d50079892eb7740b5230e15434853eb0e9b803179afcfb','12f5558a92fcdaf5b01f4248ef2fe457f98a43e388054513fbc1fb03a37ac9e0'),
(88,'2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.withdrawn','579db7bf11d54ed3a7f1c98bf71fda40','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','12f5558a92fcdaf5b01f4248ef2fe457f98a43e388054513fbc1fb03a37ac9e0','5b85724ebfe1798c3a9e0dd87de3e456646d09f0b2d36a32ca378f194881febc'),
(89,'2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.withdrawn','46b0fdfeaffb44dca2e4f28d0921c728','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','5b85724ebfe1798c3a9e0dd87de3e456646d09f0b2d36a32ca378f194881febc','09ce022b0b4dc2459893d040e878ab057076b92f25d563bda95ad67bc8e521c4'),
(90,'2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.withdrawn','aa7e1e5ada8942359d953cc6e4a7dd9b','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','09ce022b0b4dc2459893d040e878ab057076b92f25d563bda95ad67bc8e521c4','e59576b544afc908aa38fb5da41753b465058073f1b0e678685e2f93224a90e4'),
(91,'2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.withdrawn','7afdab6b113a461db96e5d3e5cc79d2b','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','e59576b544afc908aa38fb5da41753b465058073f1b0e678685e2f93224a90e4','d2402deb92d5a5545bca440bea5cfa1a758a1f5809992681bffdadf81b86fb84'),
(92,'2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.corrected','0ef9c80a0a7a4f58b82749a1ff4e825e','c544da6d5782479aa2af259262b16dd6','{"fields": ["held_on", "minutes_late", "note"], "ratings": ["03b839a0-0ce5-481a-88aa-8d4d906009cb"]}','d2402deb92d5a5545bca440bea5cfa1a758a1f5809992681bffdadf81b86fb84','36f2c56b5ec0b4f556aaf10bfc1ddb7804961fe8ed1d790c62722a9be0b5836a'),
(93,'2024-03-07 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.found_again','579db7bf11d54ed3a7f1c98bf71fda40','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','36f2c56b5ec0b4f556aaf10bfc1ddb7804961fe8ed1d790c62722a9be0b5836a','0e77b73a827f2da287b9f2cd2af48f937f83884fcfc2b96a601fb6a580e0f3e1'),
(94,'2024-03-07 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.found_again','e2783c0b30294ddf821874067e321040','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','0e77b73a827f2da287b9f2cd2af48f937f83884fcfc2b96a601fb6a580e0f3e1','47a21dd2f0a13d88133ff7b7e81f00210cf531025c952b1e445ac26ae13247df'),
(95,'2024-03-07 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.found_again','46b0fdfeaffb44dca2e4f28d0921c728','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','47a21dd2f0a13d88133ff7b7e81f00210cf531025c952b1e445ac26ae13247df','998ac8d048876a0cdc8e5f6741ed6b35638f8e2d3fe06acc2016a8c4356b0ee1'),
(96,'2024-03-07 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.found_again','aa7e1e5ada8942359d953cc6e4a7dd9b','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','998ac8d048876a0cdc8e5f6741ed6b35638f8e2d3fe06acc2016a8c4356b0ee1','4889799b7b68a6f11dcdb246d34d333d440f7ef4fd9006ae15ef95b7f0a536fa'),
(97,'2024-03-07 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.found_again','7afdab6b113a461db96e5d3e5cc79d2b','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','4889799b7b68a6f11dcdb246d34d333d440f7ef4fd9006ae15ef95b7f0a536fa','992bee9050e105fca6bd04269607ea2aa8143b509c8a325b63d30c585975524e'),
(98,'2024-03-07 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.withdrawn','e71f54e6a88943ccaebd48d36d7e57fb','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','992bee9050e105fca6bd04269607ea2aa8143b509c8a325b63d30c585975524e','f8664cc3f85cd6084c40d283d70dfa98e327208d96fc2c196b092f2f1db4c753'),
(99,'2024-03-07 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.corrected','0ef9c80a0a7a4f58b82749a1ff4e825e','c544da6d5782479aa2af259262b16dd6','{"fields": [], "ratings": ["d2d770e9-9be6-415d-ace2-861c8f9723e6"]}','f8664cc3f85cd6084c40d283d70dfa98e327208d96fc2c196b092f2f1db4c753','0bbf553e62f8a1d8518e738b75ff23bfb8b030645d0be38e6d64bb604593b502'),
(100,'2024-03-07 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.answered','579db7bf11d54ed3a7f1c98bf71fda40','c544da6d5782479aa2af259262b16dd6','{}','0bbf553e62f8a1d8518e738b75ff23bfb8b030645d0be38e6d64bb604593b502','dcab0f9c46e73205a66c7ae87ac7efade0f59f3e8ff104673ca97ef855cd435a');
INSERT INTO "audit_entries" VALUES
(101,'2024-03-07 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.answer_undone','579db7bf11d54ed3a7f1c98bf71fda40','c544da6d5782479aa2af259262b16dd6','{}','dcab0f9c46e73205a66c7ae87ac7efade0f59f3e8ff104673ca97ef855cd435a','3d5ad2fb023a38eecc56b59afcaf50472550d4e5e1d109e4cb309e56981f21d5'),
(102,'2024-03-07 09:05:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.answered','579db7bf11d54ed3a7f1c98bf71fda40','c544da6d5782479aa2af259262b16dd6','{}','3d5ad2fb023a38eecc56b59afcaf50472550d4e5e1d109e4cb309e56981f21d5','7686793359cae8d15a873a4fa43ded63983014bd11b1b19c050c7c9c8ef2264e'),
(103,'2024-03-07 09:06:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.answered','008249e27fb34a769b9865a12d6b9a21','c544da6d5782479aa2af259262b16dd6','{}','7686793359cae8d15a873a4fa43ded63983014bd11b1b19c050c7c9c8ef2264e','a454622f94e6b863decfd0ef75f6187b994c8ff2bc71892ea3e984d11bba5e71'),
(104,'2024-03-07 09:07:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.answered','e2783c0b30294ddf821874067e321040','c544da6d5782479aa2af259262b16dd6','{}','a454622f94e6b863decfd0ef75f6187b994c8ff2bc71892ea3e984d11bba5e71','7f6c80f6c0d72afe3a073aa6244c654f16f968cba9994d880ec9ab5a954eb1c2'),
(105,'2024-03-07 09:07:00.000000','679f4ae06c2e4da586670be9c4770dd0','repair.opened','230b0f0acf7d4f39844844da2abd578e','c544da6d5782479aa2af259262b16dd6','{}','7f6c80f6c0d72afe3a073aa6244c654f16f968cba9994d880ec9ab5a954eb1c2','939dda1959bef6e9c8045e675a0f1bc328c3de4134a91b481095c1df219c8806'),
(106,'2024-03-14 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','2476032e46a14368a8f691cc690df564','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','939dda1959bef6e9c8045e675a0f1bc328c3de4134a91b481095c1df219c8806','233afe62bf25583e0b913b9243edc2ed243ee348c0d3f861878840ee38312fb0'),
(107,'2024-03-14 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','87b0325768694ae68e6bf9957a1e15dc','c544da6d5782479aa2af259262b16dd6','{"ratings": []}','233afe62bf25583e0b913b9243edc2ed243ee348c0d3f861878840ee38312fb0','c251a3eed365ae4605d7dda19dbd108f8cd3569b95912b0fbf2f38d6c0c3a2cf'),
(108,'2024-03-14 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','reengagement.recorded','87b0325768694ae68e6bf9957a1e15dc','c544da6d5782479aa2af259262b16dd6','{}','c251a3eed365ae4605d7dda19dbd108f8cd3569b95912b0fbf2f38d6c0c3a2cf','01c7cad53cda12faf71bd55e734208323150fa778e51b053688002ece31273c3'),
(109,'2024-03-14 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','reengagement.corrected','87b0325768694ae68e6bf9957a1e15dc','c544da6d5782479aa2af259262b16dd6','{}','01c7cad53cda12faf71bd55e734208323150fa778e51b053688002ece31273c3','49122f03ca0ba0e69799f59425d4bcb3d66208a745c1f1575db4716042e480d9'),
(110,'2024-03-14 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.scheduled',NULL,'c544da6d5782479aa2af259262b16dd6','{"sessions": ["d4cdbd22-44f8-4739-ab3b-566c22aa8c43", "1aba2ead-5f96-4576-8f0d-8ed6a17b11da", "99a88d26-1425-4299-a06c-757d9bda49af"]}','49122f03ca0ba0e69799f59425d4bcb3d66208a745c1f1575db4716042e480d9','477c4a4a7fd1e8cd588497f5f48ae8f4b54c3a8065234c1d291536ba3bb90d28'),
(111,'2024-03-14 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.moved','d4cdbd2244f84739ab3b566c22aa8c43','c544da6d5782479aa2af259262b16dd6','{}','477c4a4a7fd1e8cd588497f5f48ae8f4b54c3a8065234c1d291536ba3bb90d28','df1a29f01a604099b91efdccc285892c894539165e5120464ece334e843e8ec7'),
(112,'2024-03-14 09:05:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.taken_off','1aba2ead5f9645768f0d8ed6a17b11da','c544da6d5782479aa2af259262b16dd6','{}','df1a29f01a604099b91efdccc285892c894539165e5120464ece334e843e8ec7','6bc89133b605124c83a1029f3a960afb50b3901d61a67872f1bfe2162c1d1827'),
(113,'2024-03-14 09:06:00.000000','679f4ae06c2e4da586670be9c4770dd0','usual_range.begun','f2ed74c19f85484687356cda317dab3f','c544da6d5782479aa2af259262b16dd6','{"measure": "session-check"}','6bc89133b605124c83a1029f3a960afb50b3901d61a67872f1bfe2162c1d1827','07ae108184d9827247f418940afca3d3f62db5008ad8cf76454fc20f284caeaf'),
(114,'2024-03-14 09:07:00.000000','679f4ae06c2e4da586670be9c4770dd0','usual_range.taken_back','b1f7beb2b3364918834ac65c76032068','c544da6d5782479aa2af259262b16dd6','{"measure": "session-check"}','07ae108184d9827247f418940afca3d3f62db5008ad8cf76454fc20f284caeaf','707aa9a9ab08ea77728b1e217533dede95df72df2df9e92de17d94f768856a2a'),
(115,'2024-03-14 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0','repair.opened','beefdf925cf74a628b0e1b597d5bc9b4','7f4b991ea6324aaa9864ac6736030cf1','{}','707aa9a9ab08ea77728b1e217533dede95df72df2df9e92de17d94f768856a2a','1d135741d57affebec3c942cec2714e9ebf752e12ae06655ea043a5e0d4b9291'),
(116,'2024-03-14 09:09:00.000000','679f4ae06c2e4da586670be9c4770dd0','repair.added','beefdf925cf74a628b0e1b597d5bc9b4','7f4b991ea6324aaa9864ac6736030cf1','{"act": "planned"}','1d135741d57affebec3c942cec2714e9ebf752e12ae06655ea043a5e0d4b9291','62b951a61ec87a536f0b27e6c7d1a6c5f6fe644e3dc1c2e18bd2f934ccf3bb06'),
(117,'2024-03-14 09:10:00.000000','679f4ae06c2e4da586670be9c4770dd0','repair.added','beefdf925cf74a628b0e1b597d5bc9b4','7f4b991ea6324aaa9864ac6736030cf1','{"act": "planned"}','62b951a61ec87a536f0b27e6c7d1a6c5f6fe644e3dc1c2e18bd2f934ccf3bb06','aa638f64fc5b49f8907a4678bc530706687d369c5a39d43a87b5c3cd8f46122b'),
(118,'2024-03-14 09:11:00.000000','679f4ae06c2e4da586670be9c4770dd0','repair.corrected','beefdf925cf74a628b0e1b597d5bc9b4','7f4b991ea6324aaa9864ac6736030cf1','{"act": "planned"}','aa638f64fc5b49f8907a4678bc530706687d369c5a39d43a87b5c3cd8f46122b','33aa75b01d03f5a57e39aca37ed95b20b8b50193b026a3d671faa9349b140a9f'),
(119,'2024-03-14 09:12:00.000000','679f4ae06c2e4da586670be9c4770dd0','repair.added','beefdf925cf74a628b0e1b597d5bc9b4','7f4b991ea6324aaa9864ac6736030cf1','{"act": "done"}','33aa75b01d03f5a57e39aca37ed95b20b8b50193b026a3d671faa9349b140a9f','2b7d50378b8870f2d3f591011207d3d44f224a35c775668b76f493314bd29306'),
(120,'2024-03-14 09:13:00.000000','679f4ae06c2e4da586670be9c4770dd0','repair.added','beefdf925cf74a628b0e1b597d5bc9b4','7f4b991ea6324aaa9864ac6736030cf1','{"act": "let_go"}','2b7d50378b8870f2d3f591011207d3d44f224a35c775668b76f493314bd29306','7797c5363d174b28553a13d180885b8dd676d1f38726945b6001f15aba21b501'),
(121,'2024-03-14 09:14:00.000000','679f4ae06c2e4da586670be9c4770dd0','goal.set','2bf76e3007a04151bc598653c8b8fa0b','c544da6d5782479aa2af259262b16dd6','{}','7797c5363d174b28553a13d180885b8dd676d1f38726945b6001f15aba21b501','b0603f1656cfe547abc225d899c29a613f5c6b093727cebbcc5b62624f4d3e24'),
(122,'2024-03-14 09:15:00.000000','679f4ae06c2e4da586670be9c4770dd0','goal.set','2b666404374e43b9be2088f543885322','c544da6d5782479aa2af259262b16dd6','{}','b0603f1656cfe547abc225d899c29a613f5c6b093727cebbcc5b62624f4d3e24','4a48dc632d6afd2201a9bd5f125ca8497e0a37162e432a97a1948b4d706dcf27'),
(123,'2024-03-14 09:16:00.000000','679f4ae06c2e4da586670be9c4770dd0','goal.added','2bf76e3007a04151bc598653c8b8fa0b','c544da6d5782479aa2af259262b16dd6','{"act": "endorsed"}','4a48dc632d6afd2201a9bd5f125ca8497e0a37162e432a97a1948b4d706dcf27','7a061b29e83219474ab0d330512d5520be4dc389df0b0af2aab934e8629cc26a'),
(124,'2024-03-14 09:17:00.000000','679f4ae06c2e4da586670be9c4770dd0','goal.added','2bf76e3007a04151bc598653c8b8fa0b','c544da6d5782479aa2af259262b16dd6','{"act": "reworded"}','7a061b29e83219474ab0d330512d5520be4dc389df0b0af2aab934e8629cc26a','eb29fa4234a7060f01e6f5a8708c579e89145bb96f864eb446327590ece953d3'),
(125,'2024-03-14 09:18:00.000000','679f4ae06c2e4da586670be9c4770dd0','goal.corrected','2bf76e3007a04151bc598653c8b8fa0b','c544da6d5782479aa2af259262b16dd6','{"act": "reworded"}','eb29fa4234a7060f01e6f5a8708c579e89145bb96f864eb446327590ece953d3','1c95caf88f0265cd9caecf3bae01291df9d27c6e42ef5d3e44d2457c37ec385a'),
(126,'2024-03-21 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','1249fa198be848aa9e3d7c6fec14aa52','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','1c95caf88f0265cd9caecf3bae01291df9d27c6e42ef5d3e44d2457c37ec385a','56a976d6838814a29fd827cae4f250f9be7de20101426f2ad78b887d90f0c0bb'),
(127,'2024-03-21 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','7493c5ce41f545af866210da6bb5d213','c544da6d5782479aa2af259262b16dd6','{"ratings": ["9c9211b9-cda0-4699-9eec-d1cc05bd2658"]}','56a976d6838814a29fd827cae4f250f9be7de20101426f2ad78b887d90f0c0bb','c719b89e02422da3c17fb7e7c1c180902584ad0fe327e2b23516d40666fcb969'),
(128,'2024-03-21 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.corrected','7493c5ce41f545af866210da6bb5d213','c544da6d5782479aa2af259262b16dd6','{"fields": ["progress"], "ratings": []}','c719b89e02422da3c17fb7e7c1c180902584ad0fe327e2b23516d40666fcb969','68d97f475b112ebcddcc32b8b6b1c93711d07dd59e4de1999ea6139f33a68ae5'),
(129,'2024-03-21 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','adaptation.recorded','8ac398f1dbd94baaa2f0c7abed748d6a','c544da6d5782479aa2af259262b16dd6','{}','68d97f475b112ebcddcc32b8b6b1c93711d07dd59e4de1999ea6139f33a68ae5','c6685909e60d10ce720687d60e83245427bf043025c18f5ee12d31cda5c012d6'),
(130,'2024-03-21 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','adaptation.corrected','069d42b090434d14ace0f97d5c5defff','c544da6d5782479aa2af259262b16dd6','{}','c6685909e60d10ce720687d60e83245427bf043025c18f5ee12d31cda5c012d6','eae2ac9f1425b3207e3121cdeade3b9cbdbfb95cd1166a4fb05982ee9122d7d9'),
(131,'2024-03-21 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','adaptation.corrected','bb0865234a824955ae55b7732a1fea70','c544da6d5782479aa2af259262b16dd6','{}','eae2ac9f1425b3207e3121cdeade3b9cbdbfb95cd1166a4fb05982ee9122d7d9','ce1a725c8baac0956ab7448f5f404ebb27d716b8095ac340d5565912404b83c0'),
(132,'2024-03-21 09:05:00.000000','679f4ae06c2e4da586670be9c4770dd0','objective.set','3f579e9758f746c9bcb73915e3b303e8','c544da6d5782479aa2af259262b16dd6','{}','ce1a725c8baac0956ab7448f5f404ebb27d716b8095ac340d5565912404b83c0','9b498160294a0cd0ea7c4108ddfdf1c4348e5df7f36eed8a009985b23279d5da'),
(133,'2024-03-21 09:06:00.000000','679f4ae06c2e4da586670be9c4770dd0','objective.changed','3f579e9758f746c9bcb73915e3b303e8','c544da6d5782479aa2af259262b16dd6','{}','9b498160294a0cd0ea7c4108ddfdf1c4348e5df7f36eed8a009985b23279d5da','7f7aae07b37d77a0e5910aa8613a5d683065350dbdc14d286ce67109f6a5ca50'),
(134,'2024-03-21 09:07:00.000000','679f4ae06c2e4da586670be9c4770dd0','objective.kept','3f579e9758f746c9bcb73915e3b303e8','c544da6d5782479aa2af259262b16dd6','{"kept": "closed"}','7f7aae07b37d77a0e5910aa8613a5d683065350dbdc14d286ce67109f6a5ca50','04f2fb407996998965e62af920e4ffe72ce15fd91697042f3bc256b79e882fe3'),
(135,'2024-03-21 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0','objective.kept','3f579e9758f746c9bcb73915e3b303e8','c544da6d5782479aa2af259262b16dd6','{"kept": "open"}','04f2fb407996998965e62af920e4ffe72ce15fd91697042f3bc256b79e882fe3','925f64517f6354d954d0d1122ffedd68512171db2e92efdcf78d02ba33757bde'),
(136,'2024-03-21 09:09:00.000000','679f4ae06c2e4da586670be9c4770dd0','objective.set','4ebe62e974d34ab1acf1eafc8c050f2c','c544da6d5782479aa2af259262b16dd6','{}','925f64517f6354d954d0d1122ffedd68512171db2e92efdcf78d02ba33757bde','5b6eddede64d027077c735c1caf62181437496f3fbd6279f15b47f72d9bb82a4'),
(137,'2024-03-21 09:10:00.000000','679f4ae06c2e4da586670be9c4770dd0','objective.kept','4ebe62e974d34ab1acf1eafc8c050f2c','c544da6d5782479aa2af259262b16dd6','{"kept": "taken_back"}','5b6eddede64d027077c735c1caf62181437496f3fbd6279f15b47f72d9bb82a4','8cf768ea97ee083ee1df2d1e9996549725e532b9df996227cb54c3db76a6bcc0'),
(138,'2024-04-02 09:00:00.000000','862fc16367b04b6e875f6d2a27be5947','flag.reviewed','579db7bf11d54ed3a7f1c98bf71fda40','c544da6d5782479aa2af259262b16dd6','{"act": "discuss"}','8cf768ea97ee083ee1df2d1e9996549725e532b9df996227cb54c3db76a6bcc0','4c2908780f0373dc89428aab6d86fa46c77857563c68599f2e5dd91c306b1f58'),
(139,'2024-04-02 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.reviewed','579db7bf11d54ed3a7f1c98bf71fda40','c544da6d5782479aa2af259262b16dd6','{"act": "comment"}','4c2908780f0373dc89428aab6d86fa46c77857563c68599f2e5dd91c306b1f58','cbf7ed521e03aebbb2b0793249f2cee3e44ff5f1e55ace4d467ef6aeb3974e8f'),
(140,'2024-04-02 09:02:00.000000','862fc16367b04b6e875f6d2a27be5947','flag.reviewed','579db7bf11d54ed3a7f1c98bf71fda40','c544da6d5782479aa2af259262b16dd6','{"act": "addressed"}','cbf7ed521e03aebbb2b0793249f2cee3e44ff5f1e55ace4d467ef6aeb3974e8f','76ce3f4a7121231fe0af5ca683a192c8bc93552aa8d076daad871af5879c2c92'),
(141,'2024-04-02 09:03:00.000000','862fc16367b04b6e875f6d2a27be5947','client.reviewed','3dbc34b2204043d5857375a9bdcc2291','7f4b991ea6324aaa9864ac6736030cf1','{}','76ce3f4a7121231fe0af5ca683a192c8bc93552aa8d076daad871af5879c2c92','ff1104126ca01eeefe0f075386abc3ad914dcf989906592c9b5e3405944e2b7d'),
(142,'2024-04-02 09:04:00.000000','862fc16367b04b6e875f6d2a27be5947','board.view_saved','b8ad1db6a30b4befabb4af7c12e4598b',NULL,'{}','ff1104126ca01eeefe0f075386abc3ad914dcf989906592c9b5e3405944e2b7d','d2ff1f6ede46b03506ebe54e3628e53bdab890add0c1463cb2d96d63396f63f9'),
(143,'2024-04-02 09:05:00.000000','862fc16367b04b6e875f6d2a27be5947','meeting.made','7f67f3c16e384d5f88ddaa33f6df44f1',NULL,'{"clinician": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}','d2ff1f6ede46b03506ebe54e3628e53bdab890add0c1463cb2d96d63396f63f9','efd2d7a19c11a1111b7848bfdc20fc550d83fd11623fe5352ca582a0160fe0d5'),
(144,'2024-04-02 09:06:00.000000','862fc16367b04b6e875f6d2a27be5947','client.reviewed','ffa9a6c68fca4e00bd793c22716b9b15','c544da6d5782479aa2af259262b16dd6','{"meeting": "7f67f3c1-6e38-4d5f-88dd-aa33f6df44f1"}','efd2d7a19c11a1111b7848bfdc20fc550d83fd11623fe5352ca582a0160fe0d5','b8687d187c00687d96545e2d8666614db2d320cdc799bcdbd7d4564c25242bde'),
(145,'2024-04-02 09:06:00.000000','862fc16367b04b6e875f6d2a27be5947','action.agreed','62fc02c2e8be43e9ac1bf103a251bf96','c544da6d5782479aa2af259262b16dd6','{"review": "ffa9a6c6-8fca-4e00-bd79-3c22716b9b15"}','b8687d187c00687d96545e2d8666614db2d320cdc799bcdbd7d4564c25242bde','0ad57c637c1aeec0c347f506f2178b0e6a7792100e93af8ded6501cec32144a7'),
(146,'2024-04-02 09:07:00.000000','862fc16367b04b6e875f6d2a27be5947','client.reviewed','f12e8d4d84f746198a0cb4456ae634cb','7f4b991ea6324aaa9864ac6736030cf1','{"meeting": "7f67f3c1-6e38-4d5f-88dd-aa33f6df44f1"}','0ad57c637c1aeec0c347f506f2178b0e6a7792100e93af8ded6501cec32144a7','e20963876ceea1ef6476ff46e69e3eafbb5cba6b0f90b719b53c5d32137b83e5'),
(147,'2024-04-02 09:07:00.000000','862fc16367b04b6e875f6d2a27be5947','action.agreed','de5f13df95ca4060a2495381293da0c1','7f4b991ea6324aaa9864ac6736030cf1','{"review": "f12e8d4d-84f7-4619-8a0c-b4456ae634cb"}','e20963876ceea1ef6476ff46e69e3eafbb5cba6b0f90b719b53c5d32137b83e5','08acb3c77af6abeb8941f9e35f478ef2ec0bd58f18512a495fc936f74a4a11e4'),
(148,'2024-04-02 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0','action.ended','de5f13df95ca4060a2495381293da0c1','7f4b991ea6324aaa9864ac6736030cf1','{"ended_as": "not_needed"}','08acb3c77af6abeb8941f9e35f478ef2ec0bd58f18512a495fc936f74a4a11e4','d1af376309511b834b5d40616a073b62acc1751efc5e8a7cb0a0912cdaf7a338'),
(149,'2024-04-02 09:09:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.found_again','579db7bf11d54ed3a7f1c98bf71fda40','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','d1af376309511b834b5d40616a073b62acc1751efc5e8a7cb0a0912cdaf7a338','dd10aa1bb5409b7122bed6897a54225021fcef1890185e51808fc11473b2cea5'),
(150,'2024-04-02 09:09:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.found_again','e2783c0b30294ddf821874067e321040','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','dd10aa1bb5409b7122bed6897a54225021fcef1890185e51808fc11473b2cea5','4f7b72e095106e5faf23a50023db6731d6557ea58d81f6d94bd976018891bc3d');
INSERT INTO "audit_entries" VALUES
(151,'2024-04-02 09:09:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.found_again','46b0fdfeaffb44dca2e4f28d0921c728','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','4f7b72e095106e5faf23a50023db6731d6557ea58d81f6d94bd976018891bc3d','471c706ee617ad6fc4d01d064eb7ab3afa83df1f6f62f163259176aaa9e31c2f'),
(152,'2024-04-02 09:09:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.corrected','0ef9c80a0a7a4f58b82749a1ff4e825e','c544da6d5782479aa2af259262b16dd6','{"fields": ["note"], "ratings": ["30d8b89d-9004-4f2c-9191-81a3a12ae7db"]}','471c706ee617ad6fc4d01d064eb7ab3afa83df1f6f62f163259176aaa9e31c2f','111430e91d3489d777d1b3eb256275f5166906a00bdec15ee4000d2542fea91e'),
(153,'2024-04-02 09:10:00.000000','679f4ae06c2e4da586670be9c4770dd0','cover.arranged','679f4ae06c2e4da586670be9c4770dd0',NULL,'{"cover": "998c0836-4151-4b81-9ceb-13639293bbc0"}','111430e91d3489d777d1b3eb256275f5166906a00bdec15ee4000d2542fea91e','d047d1ea48ff10b6046b7b20f14540c2dff56338ddbf9c0b7fcfbafff37cd76e'),
(154,'2024-04-02 09:11:00.000000','679f4ae06c2e4da586670be9c4770dd0','cover.arranged','679f4ae06c2e4da586670be9c4770dd0',NULL,'{"cover": "998c0836-4151-4b81-9ceb-13639293bbc0"}','d047d1ea48ff10b6046b7b20f14540c2dff56338ddbf9c0b7fcfbafff37cd76e','b444166dbed2eb3558e3f170c7311f36499a4184c883955c58c9c2f018f46960'),
(155,'2024-04-02 09:12:00.000000','998c083641514b819ceb13639293bbc0','cover.arranged','998c083641514b819ceb13639293bbc0',NULL,'{"cover": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}','b444166dbed2eb3558e3f170c7311f36499a4184c883955c58c9c2f018f46960','ac7fe48d00800cbeff8ab6ad178ec49cf9386125845c35588d63d5bc685c208d'),
(156,'2024-04-02 09:13:00.000000','998c083641514b819ceb13639293bbc0','cover.ended','998c083641514b819ceb13639293bbc0',NULL,'{"cover": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}','ac7fe48d00800cbeff8ab6ad178ec49cf9386125845c35588d63d5bc685c208d','e903c78332502104a377f179ec812303d0d285c7904345c940a1e5410271b9c9'),
(157,'2024-04-02 09:14:00.000000','a66a109b1634492c99a290d2b7b29753','emergency.opened','b046b116482749c7b2c6646dde29bf58','f29746d00ebe4e8caf0df9e8b8fd5d06','{}','e903c78332502104a377f179ec812303d0d285c7904345c940a1e5410271b9c9','6b6f7345686b7163f48e95a635c9e54ef65b6562a6ce5f6652d5c5719222d7cf'),
(158,'2024-04-02 09:15:00.000000','a66a109b1634492c99a290d2b7b29753','emergency.closed','b046b116482749c7b2c6646dde29bf58','f29746d00ebe4e8caf0df9e8b8fd5d06','{}','6b6f7345686b7163f48e95a635c9e54ef65b6562a6ce5f6652d5c5719222d7cf','02e277f5ddbc566f6661345795acb0e28023fe6aae6cd9c4d00b6870f157db4f'),
(159,'2024-04-02 09:16:00.000000','a66a109b1634492c99a290d2b7b29753','emergency.opened','712298f8653f471cb3699f44ddc29d7c','f29746d00ebe4e8caf0df9e8b8fd5d06','{}','02e277f5ddbc566f6661345795acb0e28023fe6aae6cd9c4d00b6870f157db4f','4704d0970271e1ad51f457a4a82f4e9cb1e0b44ca183b8dc0a485b22b87d7833'),
(160,'2024-04-02 09:17:00.000000','998c083641514b819ceb13639293bbc0','client.reassigned','9652c3c63f764f829f9f0a8d2f3cc2e5','f29746d00ebe4e8caf0df9e8b8fd5d06','{"giver": "998c0836-4151-4b81-9ceb-13639293bbc0", "taker": "679f4ae0-6c2e-4da5-8667-0be9c4770dd0"}','4704d0970271e1ad51f457a4a82f4e9cb1e0b44ca183b8dc0a485b22b87d7833','f5fe9f38de92fa8e3120812c91dd732389c36ec8254301de5529c282cac16d74'),
(161,'2024-04-02 09:18:00.000000','679f4ae06c2e4da586670be9c4770dd0','notice.seen',NULL,'f29746d00ebe4e8caf0df9e8b8fd5d06','{}','f5fe9f38de92fa8e3120812c91dd732389c36ec8254301de5529c282cac16d74','150aaeeb1df12c954fe580efe904f32c51cc9801317f559ed98fbebf871a8fa0'),
(162,'2024-04-02 09:19:00.000000','862fc16367b04b6e875f6d2a27be5947','library.checked','5b330ebec1f84767bed255c5d92948f3',NULL,'{"text": "cards/bond-fell"}','150aaeeb1df12c954fe580efe904f32c51cc9801317f559ed98fbebf871a8fa0','f47c5bbdd6dd9ca8762a616ff218f3ac1448238b2c01b5119f263fbce748a57c'),
(163,'2024-04-02 09:20:00.000000','862fc16367b04b6e875f6d2a27be5947','library.check_undone','5b330ebec1f84767bed255c5d92948f3',NULL,'{"text": "cards/bond-fell"}','f47c5bbdd6dd9ca8762a616ff218f3ac1448238b2c01b5119f263fbce748a57c','d9197b9aae101e3d76268a89a0cd9223113a1b3c58495ba73014ceb144598293'),
(164,'2024-04-02 09:21:00.000000','862fc16367b04b6e875f6d2a27be5947','library.checked','b722361078024770a2c7caa7175871f9',NULL,'{"text": "cards/bond-fell"}','d9197b9aae101e3d76268a89a0cd9223113a1b3c58495ba73014ceb144598293','15d2ec69ff3bbd649f179544c8f8de34a7caa611e84b527730fca3441d7f696d'),
(165,'2024-04-02 09:22:00.000000','862fc16367b04b6e875f6d2a27be5947','library.reviewed','49b3bcd5466c44a189e94edae622b687',NULL,'{"text": "cards/bond-fell"}','15d2ec69ff3bbd649f179544c8f8de34a7caa611e84b527730fca3441d7f696d','ae223593f872e5b23a6b4d60a8db3c2d2e44b7ebfc0b2035c763fc8cf54def25'),
(166,'2024-04-02 09:23:00.000000','679f4ae06c2e4da586670be9c4770dd0','library.found_useful','3cdd9ccb49514896a7498bb345db59ee',NULL,'{"text": "cards/bond-fell"}','ae223593f872e5b23a6b4d60a8db3c2d2e44b7ebfc0b2035c763fc8cf54def25','c239c0268161b5969c134d6ea20c3d2c33c904a719c2a8a3be1b58ee0d4d5458'),
(167,'2024-04-02 09:24:00.000000','679f4ae06c2e4da586670be9c4770dd0','suggestion.submitted','9f0e060fef104648945b20b1c3df257e',NULL,'{"text": "cards/bond-fell"}','c239c0268161b5969c134d6ea20c3d2c33c904a719c2a8a3be1b58ee0d4d5458','caf4b2a2d435c03fc0224aa37d70f4193855e6757125fdf6b1b29346343d27c1'),
(168,'2024-04-02 09:25:00.000000','862fc16367b04b6e875f6d2a27be5947','suggestion.step','9f0e060fef104648945b20b1c3df257e',NULL,'{"act": "drafted"}','caf4b2a2d435c03fc0224aa37d70f4193855e6757125fdf6b1b29346343d27c1','5e082813e4faf4be1d677e3c37237e4f7e91052ca7c3a86208a43344185447b4'),
(169,'2024-04-02 09:26:00.000000','679f4ae06c2e4da586670be9c4770dd0','suggestion.step','9f0e060fef104648945b20b1c3df257e',NULL,'{"act": "returned"}','5e082813e4faf4be1d677e3c37237e4f7e91052ca7c3a86208a43344185447b4','96a4da60175eef272ef556536418719c0d0afafc74f76661d6062e5a293d9659'),
(170,'2024-04-02 09:27:00.000000','862fc16367b04b6e875f6d2a27be5947','suggestion.step','9f0e060fef104648945b20b1c3df257e',NULL,'{"act": "drafted"}','96a4da60175eef272ef556536418719c0d0afafc74f76661d6062e5a293d9659','eb4f50d2976e1df2d601bbe251abcada92041734071be88ae2e3e5d4d532758a'),
(171,'2024-04-02 09:28:00.000000','679f4ae06c2e4da586670be9c4770dd0','suggestion.step','9f0e060fef104648945b20b1c3df257e',NULL,'{"act": "approved"}','eb4f50d2976e1df2d601bbe251abcada92041734071be88ae2e3e5d4d532758a','d80f500bc0820bb33870318d1900fb9318929be15fea4b72cd5aa68f881aa4a2'),
(172,'2024-04-02 09:29:00.000000','862fc16367b04b6e875f6d2a27be5947','suggestion.step','9f0e060fef104648945b20b1c3df257e',NULL,'{"act": "published"}','d80f500bc0820bb33870318d1900fb9318929be15fea4b72cd5aa68f881aa4a2','fd1c5ff1724af963cc6c37896c7aef2fd420c33bfd70d21b1d84d307072cc717'),
(173,'2024-04-02 09:30:00.000000','679f4ae06c2e4da586670be9c4770dd0','suggestion.submitted','ef6b2e4758e74c2eb9ee738797944e0e',NULL,'{"text": "cards/bond-fell"}','fd1c5ff1724af963cc6c37896c7aef2fd420c33bfd70d21b1d84d307072cc717','a1a4d5853f5e31596d09a49d025a07d79e052cc3d24a62132ce10390b54d91be'),
(174,'2024-04-02 09:31:00.000000','862fc16367b04b6e875f6d2a27be5947','suggestion.step','ef6b2e4758e74c2eb9ee738797944e0e',NULL,'{"act": "declined"}','a1a4d5853f5e31596d09a49d025a07d79e052cc3d24a62132ce10390b54d91be','e9480fa3733569e1092b74d76a18f279e3552befdd31f3a40d6fef24e910f53c'),
(175,'2024-04-02 09:32:00.000000','679f4ae06c2e4da586670be9c4770dd0','suggestion.submitted','b7ed82814c0e4a319343e8d1e79089df',NULL,'{"text": "cards/bond-fell"}','e9480fa3733569e1092b74d76a18f279e3552befdd31f3a40d6fef24e910f53c','6d609fb61f453ea1c9016fdc9c4242ede6f79cca7061368a0ebab32f524ebf39'),
(176,'2024-06-03 09:00:00.000000','31fdc443fd9545e3953566eb6cc83670','report.kept','c1866636a2444709a464373a2f476c82',NULL,'{}','6d609fb61f453ea1c9016fdc9c4242ede6f79cca7061368a0ebab32f524ebf39','f65c4d28e7055ab760ba77b3353e4d86c5f4291acc6f5e72b5590773943b58e3'),
(177,'2024-06-03 09:01:00.000000','31fdc443fd9545e3953566eb6cc83670','report.exported','ebc433904601461abab2ad7aad9eea9c',NULL,'{"format": "csv", "lines": 999999}','f65c4d28e7055ab760ba77b3353e4d86c5f4291acc6f5e72b5590773943b58e3','1dffdbe4d6c52287d626917b1dc162efa86f9c9c81cdc122dcd70b038f24ee9b'),
(178,'2024-06-03 09:02:00.000000','31fdc443fd9545e3953566eb6cc83670','report.exported','da15228ff4f34e178237489d7d8ebfc6',NULL,'{"format": "xlsx", "lines": 999999}','1dffdbe4d6c52287d626917b1dc162efa86f9c9c81cdc122dcd70b038f24ee9b','e116e8c764193a3d31695aaf9f0d395ba49a92b52badb083444b16473ceedecb'),
(179,'2024-06-03 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','915a9c413daa47ed8d886d584683a251','c544da6d5782479aa2af259262b16dd6','{"ratings": []}','e116e8c764193a3d31695aaf9f0d395ba49a92b52badb083444b16473ceedecb','ef62425ac29ba47accb590e0cc8912a3fb51a02c3a6443b915fcb8fbeb9f6129'),
(180,'2024-06-03 09:05:00.000000','679f4ae06c2e4da586670be9c4770dd0','handover.made','9241867f67864fd7ab4648f5fb028f5b','c544da6d5782479aa2af259262b16dd6','{"way": "link", "measures": ["session-check"]}','ef62425ac29ba47accb590e0cc8912a3fb51a02c3a6443b915fcb8fbeb9f6129','c85ee5daddf4c9b4bf2807417e5fd93c7d61a8196205393fb434515795f6a469'),
(181,'2024-06-03 09:06:00.000000','679f4ae06c2e4da586670be9c4770dd0','handover.opened','9241867f67864fd7ab4648f5fb028f5b','c544da6d5782479aa2af259262b16dd6','{}','c85ee5daddf4c9b4bf2807417e5fd93c7d61a8196205393fb434515795f6a469','cc144ff81806cd45cbda344e7c61b46af73c0d27c40d3149fe8c088e4498a2c8'),
(182,'2024-06-03 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','5b1a78be3e2145ebb2ba6ceadf358e4a','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','cc144ff81806cd45cbda344e7c61b46af73c0d27c40d3149fe8c088e4498a2c8','1654fd77c54c4a170daa93d970e03dcfc2773844a92f1c41ab2b38037ddf1abe'),
(183,'2024-06-03 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0','flag.raised','94adf4ffda0647cd9e0c8699c483764e','c544da6d5782479aa2af259262b16dd6','{"rules": "2026.7"}','1654fd77c54c4a170daa93d970e03dcfc2773844a92f1c41ab2b38037ddf1abe','942c95d4326981847a44ec1ca88e39899c988c5b7d64774c3d8836f8d667bfa6'),
(184,'2024-06-03 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0','handover.sent','9241867f67864fd7ab4648f5fb028f5b','c544da6d5782479aa2af259262b16dd6','{"ratings": ["acace99a-19ad-493b-9b9c-b17b9eefe525"]}','942c95d4326981847a44ec1ca88e39899c988c5b7d64774c3d8836f8d667bfa6','7e0a357badf75fca82a1b3a6650df0eb5e3f9000e7df3b9cfd24b1a2c1946a4c'),
(185,'2024-06-10 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','ea0a12654de74d28adcb9995772c2507','c544da6d5782479aa2af259262b16dd6','{"ratings": []}','7e0a357badf75fca82a1b3a6650df0eb5e3f9000e7df3b9cfd24b1a2c1946a4c','df703edacb099d2eeac0db09fd3934b47a4faa09cacca6a0abf81b9816059c37'),
(186,'2024-06-10 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','sign_in.opened','1eb642736dee4645ad74ba64c8a8c21f',NULL,'{}','df703edacb099d2eeac0db09fd3934b47a4faa09cacca6a0abf81b9816059c37','e5f7eebecc9dd1003dcaeb87219cc3ae2ba91dfe3593d5ed1dc7b351d7740eb7'),
(187,'2024-06-10 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','handover.made','f5bfa1c27825460d843e2647c6f53d5f','c544da6d5782479aa2af259262b16dd6','{"way": "tablet", "measures": ["session-check", "wellbeing-check"]}','e5f7eebecc9dd1003dcaeb87219cc3ae2ba91dfe3593d5ed1dc7b351d7740eb7','bee8076573cb0e8bba3f2f443af4985c0412e71341657a4826290c517e8a37e8'),
(188,'2024-06-10 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','sign_in.suspended','1eb642736dee4645ad74ba64c8a8c21f',NULL,'{}','bee8076573cb0e8bba3f2f443af4985c0412e71341657a4826290c517e8a37e8','b47763a5c68e0f1109c17f91cca27ad4644456bee689047cb101bf999da35662'),
(189,'2024-06-10 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','handover.declined','f5bfa1c27825460d843e2647c6f53d5f','c544da6d5782479aa2af259262b16dd6','{"ratings": []}','b47763a5c68e0f1109c17f91cca27ad4644456bee689047cb101bf999da35662','e3a75dce13260c5edb2029bdd0cfcf288babfc46ca03a373e1a9a7ad01ab7e3e'),
(190,'2024-06-17 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','761fdc85f7c74d689d6a9a4481e6b112','c544da6d5782479aa2af259262b16dd6','{"ratings": []}','e3a75dce13260c5edb2029bdd0cfcf288babfc46ca03a373e1a9a7ad01ab7e3e','b879ef8b4cbfa50291117a439d66d58a56c516d04fc1cf94cfee7a530b947923'),
(191,'2024-06-17 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','handover.made','dc6871a5a0934068a77bfed9e2491380','c544da6d5782479aa2af259262b16dd6','{"way": "code", "measures": ["session-check"]}','b879ef8b4cbfa50291117a439d66d58a56c516d04fc1cf94cfee7a530b947923','c6be7c371e9c5d773ce6f85f27ba134d0bbc43ca0377aaca2a6a5171d5cfebe3'),
(192,'2024-06-17 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','handover.cancelled','dc6871a5a0934068a77bfed9e2491380','c544da6d5782479aa2af259262b16dd6','{"ratings": []}','c6be7c371e9c5d773ce6f85f27ba134d0bbc43ca0377aaca2a6a5171d5cfebe3','7a0c2692c706437c5b8dcd794044c05b3a7ebb0cb8ed9db89aa14658b76adcd1'),
(193,'2024-06-17 09:03:00.000000',NULL,'handover.code_wrong',NULL,NULL,'{}','7a0c2692c706437c5b8dcd794044c05b3a7ebb0cb8ed9db89aa14658b76adcd1','86d1ac7285f935d7ad796138ace06ce72b428e11314ab1fedcb8962e287ce037'),
(194,'2024-06-24 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','e6b777969c6042b1ab24b29402c92d30','7f4b991ea6324aaa9864ac6736030cf1','{"ratings": []}','86d1ac7285f935d7ad796138ace06ce72b428e11314ab1fedcb8962e287ce037','39d58a9cf906317f9452cc54fc2ebd8b83a693d66affeabf179743a5f3c13def'),
(195,'2024-06-24 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','handover.made','9ee1b757f35b450d823d4956140ff00e','7f4b991ea6324aaa9864ac6736030cf1','{"way": "code", "measures": ["session-check"]}','39d58a9cf906317f9452cc54fc2ebd8b83a693d66affeabf179743a5f3c13def','0e8e756c57deeacbe4ea7ae8c96fbd926c80e9f7935711d90a8850eb3758d3a4'),
(196,'2024-06-24 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','session.logged','f4af6c8f19a045d9852fa32b179e5a28','c544da6d5782479aa2af259262b16dd6','{"ratings": []}','0e8e756c57deeacbe4ea7ae8c96fbd926c80e9f7935711d90a8850eb3758d3a4','b2babba3115bc4731be50c25f0be9d30adc905da88e386eace9610415d35f487'),
(197,'2024-06-24 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','sign_in.opened','652c1e82d2d649b5b0946965892225a4',NULL,'{}','b2babba3115bc4731be50c25f0be9d30adc905da88e386eace9610415d35f487','0e076be755e020c50ac646ebece491bb360ccc061c7f54118692067d1b360797'),
(198,'2024-06-24 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','handover.made','a0df431770c241e1a665c062b034db47','c544da6d5782479aa2af259262b16dd6','{"way": "tablet", "measures": ["session-check", "wellbeing-check"]}','0e076be755e020c50ac646ebece491bb360ccc061c7f54118692067d1b360797','578c461481620a91b48ac95fdcb1cc494b7aecddd5507e555032bff54efe1915'),
(199,'2024-06-24 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','sign_in.suspended','652c1e82d2d649b5b0946965892225a4',NULL,'{}','578c461481620a91b48ac95fdcb1cc494b7aecddd5507e555032bff54efe1915','e94478bfce8cb813879953585d17931d1bb9df5763e1b85c824d984bac8c3b1a');
INSERT INTO "audit_head" VALUES
(1,199,'e94478bfce8cb813879953585d17931d1bb9df5763e1b85c824d984bac8c3b1a');
INSERT INTO "client_measures" VALUES
('c544da6d5782479aa2af259262b16dd6','session-check',0,'end'),
('c544da6d5782479aa2af259262b16dd6','wellbeing-check',1,'start'),
('c544da6d5782479aa2af259262b16dd6','phq-9',2,NULL),
('7f4b991ea6324aaa9864ac6736030cf1','session-check',0,'end'),
('7f4b991ea6324aaa9864ac6736030cf1','wellbeing-check',1,'start'),
('f29746d00ebe4e8caf0df9e8b8fd5d06','srs',0,NULL),
('f29746d00ebe4e8caf0df9e8b8fd5d06','ors',1,NULL);
INSERT INTO "client_reviews" VALUES
('7f4b991ea6324aaa9864ac6736030cf1',NULL,'2024-04-02','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלו.','2024-04-02 09:03:00.000000','862fc16367b04b6e875f6d2a27be5947','3dbc34b2204043d5857375a9bdcc2291'),
('c544da6d5782479aa2af259262b16dd6','7f67f3c16e384d5f88ddaa33f6df44f1','2024-04-02','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-04-02 09:06:00.000000','862fc16367b04b6e875f6d2a27be5947','ffa9a6c68fca4e00bd793c22716b9b15'),
('7f4b991ea6324aaa9864ac6736030cf1','7f67f3c16e384d5f88ddaa33f6df44f1','2024-04-02','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-04-02 09:07:00.000000','862fc16367b04b6e875f6d2a27be5947','f12e8d4d84f746198a0cb4456ae634cb');
INSERT INTO "clients" VALUES
('H-109','ÄÖŁ','O''Brien said: "don''t" \ ; -- '''' DROP TAB','adult','individual','outside','1974-01-01','679f4ae06c2e4da586670be9c4770dd0','2024-01-11 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',2,'c544da6d5782479aa2af259262b16dd6','de'),
('B-458','李','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽','older_adult','couple','video','2024-01-11','679f4ae06c2e4da586670be9c4770dd0','2024-01-11 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'7f4b991ea6324aaa9864ac6736030cf1','en'),
('Z-118','','','child','family','phone','2024-01-11','679f4ae06c2e4da586670be9c4770dd0','2024-01-11 09:02:00.000000','998c083641514b819ceb13639293bbc0',2,'f29746d00ebe4e8caf0df9e8b8fd5d06','en');
INSERT INTO "code_guesses" VALUES
('2024-06-17 09:03:00.000000','16466481f0d84cfcb10249fe715451da');
INSERT INTO "covers" VALUES
('679f4ae06c2e4da586670be9c4770dd0','998c083641514b819ceb13639293bbc0','2024-04-02','2024-04-02','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".','2024-04-02 09:10:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'8aaafcbd50d243f98ca9beb1e1fd5d0d'),
('679f4ae06c2e4da586670be9c4770dd0','998c083641514b819ceb13639293bbc0','2025-02-27','2025-03-01','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".','2024-04-02 09:11:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'ada320fcde244b2180ad245462a56a4b'),
('998c083641514b819ceb13639293bbc0','679f4ae06c2e4da586670be9c4770dd0','2024-04-02','2024-04-02','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-04-02 09:12:00.000000','998c083641514b819ceb13639293bbc0','2024-04-02 09:13:00.000000','835ed886eed64459979bf2b3e38c7160');
INSERT INTO "emergency_accesses" VALUES
('f29746d00ebe4e8caf0df9e8b8fd5d06','a66a109b1634492c99a290d2b7b29753','998c083641514b819ceb13639293bbc0','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-04-02 09:14:00.000000','2024-04-02 09:15:00.000000','b046b116482749c7b2c6646dde29bf58'),
('f29746d00ebe4e8caf0df9e8b8fd5d06','a66a109b1634492c99a290d2b7b29753','998c083641514b819ceb13639293bbc0','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.','2024-04-02 09:16:00.000000',NULL,'712298f8653f471cb3699f44ddc29d7c');
INSERT INTO "exports" VALUES
('31fdc443fd9545e3953566eb6cc83670','practice',NULL,'csv','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".',999999,'','2024-06-03 09:01:00.000000','ebc433904601461abab2ad7aad9eea9c'),
('31fdc443fd9545e3953566eb6cc83670','practice',NULL,'xlsx','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1',999999,'','2024-06-03 09:02:00.000000','da15228ff4f34e178237489d7d8ebfc6');
INSERT INTO "flag_answers" VALUES
('579db7bf11d54ed3a7f1c98bf71fda40',1,'cc9b0399f4424f71af0c561a162935e8','talked','["asked_different", "invited_view", "owned_part", "named_pattern", "renegotiated", "explained_rationale"]','both','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.','2024-02-01','2024-03-07 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0','2596056c45124d6db74cdc6b354ddbf2',NULL),
('579db7bf11d54ed3a7f1c98bf71fda40',2,'cc9b0399f4424f71af0c561a162935e8','undone','[]',NULL,'',NULL,'2024-03-07 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','d5f519897ce543f5aef777f87f4adcb7','2596056c45124d6db74cdc6b354ddbf2'),
('579db7bf11d54ed3a7f1c98bf71fda40',3,'cc9b0399f4424f71af0c561a162935e8','supervision','[]',NULL,'👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1',NULL,'2024-03-07 09:05:00.000000','679f4ae06c2e4da586670be9c4770dd0','3c272a3693004174bfc22c8d9c116bf2',NULL),
('008249e27fb34a769b9865a12d6b9a21',1,'e81d6e45c9644c1682ab8cd3f817e312','risk_plan','[]',NULL,'Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик',NULL,'2024-03-07 09:06:00.000000','679f4ae06c2e4da586670be9c4770dd0','40fea7d2820844e288594b23174d0fb6',NULL),
('e2783c0b30294ddf821874067e321040',1,'8350b387bc9a4e81adfd1e563a261c09','explained','[]',NULL,'',NULL,'2024-03-07 09:07:00.000000','679f4ae06c2e4da586670be9c4770dd0','720918dc2544472d9d88c6d1cc7b9519',NULL);
INSERT INTO "flag_findings" VALUES
('8552af9915104574a9c361298b7568b0',1,'7ce3bf48d6cf41a587568e1e90a5e069','client_above',NULL,'{"falls": [], "compared": [{"key": "bond", "now": "10", "reference": "0", "since": "a6c6fc3b-71e3-4906-9f34-699a81387d5b"}, {"key": "goals", "now": "10", "reference": "0", "since": "a6c6fc3b-71e3-4906-9f34-699a81387d5b"}, {"key": "tasks", "now": "10", "reference": "0", "since": "a6c6fc3b-71e3-4906-9f34-699a81387d5b"}, {"key": "overall", "now": "10", "reference": "0", "since": "a6c6fc3b-71e3-4906-9f34-699a81387d5b"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-01-11 18:00:00.000000','23ec3563208140ab8085d38b633998ca'),
('3730cb38bfa54fd39d48d0b4f7b07e34',1,'ef54005c1eae4e6b86e6812fbf38f425','early_level',NULL,'{"falls": [], "compared": [{"key": "total", "now": "1/10", "reference": "36", "since": null}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-01-11 18:01:00.000000','ca16fc4e2c6946ed85068f3568a9b644'),
('d7bb88c10acc424e84b19f1940e5d89b',1,'29ce8371b0f44649b3f6164226cc2975','low_item',NULL,'{"falls": [], "compared": [{"key": "bond", "now": "3", "reference": "3", "since": "1252a3da-65b1-4dde-bcd9-8e1fd0ebbe2a"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-01-18 18:03:00.000000','e7b169ba402f416fb71093b4ea67d71e'),
('579db7bf11d54ed3a7f1c98bf71fda40',1,'ef7197668fd1450e8377a7fc833640fc','drop',3,'{"falls": [{"key": "bond", "previous": "9", "base": "19/2", "now": "5", "since": "75c47fea-95ca-4eb6-8c76-218d72ead38d", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}','2026.7','2024-01-25 18:00:00.000000','845741bc913c4774a2f0a27affdaa18b'),
('c8760f8bf24a4e1585157aecb4423d53',1,'491abc689ca34853bd98b3e35bcf5d77','drop',3,'{"falls": [{"key": "total", "previous": "40", "base": "401/20", "now": "1/10", "since": "73c4adfa-cbbf-47a3-a6db-b7f23af07005", "stale": false, "points": "2"}], "compared": [], "reason": "the total 6 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}','2026.7','2024-01-25 18:01:00.000000','6bba4337d736409cbb9405bc59229290'),
('e2783c0b30294ddf821874067e321040',1,'0818cf3c2dcf4e2884b516de61a4c4d7','drop',3,'{"falls": [{"key": "bond", "previous": "5", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "goals", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "tasks", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "overall", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}','2026.7','2024-02-01 18:00:00.000000','1ae11ba0bc98485c839492996c8b880d'),
('46b0fdfeaffb44dca2e4f28d0921c728',1,'0818cf3c2dcf4e2884b516de61a4c4d7','low_item',NULL,'{"falls": [], "compared": [{"key": "bond", "now": "0", "reference": "5", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-02-01 18:00:00.000000','dee2b057ad5b4418890fd54c3b0fcc36'),
('008249e27fb34a769b9865a12d6b9a21',1,'d3b0e831a1fe444cb35e5ed79f019fbc','risk_item',NULL,'{"falls": [], "compared": [{"key": "item_9", "now": "3", "reference": null, "since": null}], "reason": "new", "held_back": null, "own_setting": false}','2026.7','2024-02-15 18:00:00.000000','e81d6e45c9644c1682ab8cd3f817e312'),
('131e079f57004a31aae992a775d655c8',1,'014e20af3ddf4565b02d9f1677583c37','came_back',NULL,'{"falls": [], "compared": [{"key": "total", "now": "40", "reference": "401/20", "since": "ff1fd8a2-3708-4922-b791-c2dd02defb4f"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-02-15 18:01:00.000000','c0091380433c4a58b650eeabd264f03b'),
('a54bb361e276426384f866630c76a99d',1,'f483d56e84ba482484a52d6070fd9a2a','came_back',NULL,'{"falls": [], "compared": [{"key": "bond", "now": "8", "reference": "9", "since": "c115902a-f474-4e94-9081-bb9170d6f3ff"}, {"key": "goals", "now": "8", "reference": "9", "since": "c115902a-f474-4e94-9081-bb9170d6f3ff"}, {"key": "tasks", "now": "8", "reference": "9", "since": "c115902a-f474-4e94-9081-bb9170d6f3ff"}, {"key": "overall", "now": "8", "reference": "9", "since": "c115902a-f474-4e94-9081-bb9170d6f3ff"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-02-22 18:00:00.000000','0541c954e7884e0895e7a8b1603f611f'),
('aa7e1e5ada8942359d953cc6e4a7dd9b',1,'f483d56e84ba482484a52d6070fd9a2a','flat',NULL,'{"falls": [], "compared": [{"key": "total", "now": "8", "reference": null, "since": null}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-02-22 18:00:00.000000','a5195bd73c7a41d6828dbad10e6e0f9c'),
('a907b977dcae4feebf2da0891e8b64b5',1,'7278e02966cb4841a998cfa190e45b6c','no_improvement',NULL,'{"falls": [], "compared": [{"key": "total", "now": "1/10", "reference": "1/10", "since": "31f88c2d-e93b-4cbd-80b5-1b50d61036cb"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-02-22 18:01:00.000000','5fa8d8fdbd9947f8a0fcf59dd52a14b9'),
('3937af34f2474bc69aeed4ef81413381',1,'c356f0c99daf4f408879c9dd9f473082','drop',3,'{"falls": [{"key": "total", "previous": "40", "base": "40", "now": "1/10", "since": "fefc8317-cfcf-4d24-a262-97d856b2e8f8", "stale": false, "points": "2"}], "compared": [], "reason": "the total 6 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}','2026.7','2024-02-22 18:01:00.000000','dddbb2be8eb54185af503196c593e544'),
('82feec6082014ff19633a90eb5cbc3ef',1,'3d7e0fa2c47a4aefa541a71589233149','drop',3,'{"falls": [{"key": "goals", "previous": "8", "base": "8", "now": "0", "since": "ce4c1a7f-1a85-4762-99c6-dcf75daa6bdd", "stale": false, "points": "2"}, {"key": "overall", "previous": "8", "base": "8", "now": "5", "since": "ce4c1a7f-1a85-4762-99c6-dcf75daa6bdd", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}','2026.7','2024-02-29 18:00:00.000000','d98a47e3b098478f8aa9484a996baf8d'),
('4c9f205751f44a86b3ddc5441d52c51d',1,'263e6f55357f400297dc0b1adba8a4db','drop',1,'{"falls": [{"key": "bond", "previous": "9", "base": "8", "now": "7", "since": "653c7938-fe86-4a69-bd94-4de276f66d27", "stale": false, "points": "2"}, {"key": "tasks", "previous": "10", "base": "8", "now": "7", "since": "653c7938-fe86-4a69-bd94-4de276f66d27", "stale": false, "points": "2"}], "compared": [], "reason": "below the previous rating", "held_back": null, "own_setting": false}','2026.7','2024-03-07 09:00:00.000000','5216dd4e51054f6cb000fbe9ea8ef9cb'),
('7afdab6b113a461db96e5d3e5cc79d2b',1,'263e6f55357f400297dc0b1adba8a4db','not_back',NULL,'{"falls": [], "compared": [{"key": "bond", "now": "7", "reference": "19/2", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-03-07 09:00:00.000000','7664a6f0659d4e588652d69328288692'),
('e71f54e6a88943ccaebd48d36d7e57fb',1,'03b839a00ce5481a88aa8d4d906009cb','flat',NULL,'{"falls": [], "compared": [{"key": "total", "now": "9", "reference": null, "since": null}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-03-07 09:01:00.000000','840d8bdba1404d1fbe9e30c395b2283f'),
('e2783c0b30294ddf821874067e321040',2,'0818cf3c2dcf4e2884b516de61a4c4d7','drop',3,'{"falls": [{"key": "bond", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "goals", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "tasks", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "overall", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}','2026.7','2024-03-07 09:01:00.000000','18654a70e4d446eca164bc8101db6031'),
('579db7bf11d54ed3a7f1c98bf71fda40',2,'d2d770e99be6415dace2861c8f9723e6','drop',3,'{"falls": [{"key": "bond", "previous": "9", "base": "19/2", "now": "4", "since": "75c47fea-95ca-4eb6-8c76-218d72ead38d", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}','2026.7','2024-03-07 09:02:00.000000','cc9b0399f4424f71af0c561a162935e8'),
('e2783c0b30294ddf821874067e321040',3,'0818cf3c2dcf4e2884b516de61a4c4d7','drop',3,'{"falls": [{"key": "bond", "previous": "4", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "goals", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "tasks", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "overall", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}','2026.7','2024-03-07 09:02:00.000000','8350b387bc9a4e81adfd1e563a261c09'),
('46b0fdfeaffb44dca2e4f28d0921c728',2,'0818cf3c2dcf4e2884b516de61a4c4d7','low_item',NULL,'{"falls": [], "compared": [{"key": "bond", "now": "0", "reference": "4", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-03-07 09:02:00.000000','4d69e8c90df0438b9f5ff90dd791002a'),
('aa7e1e5ada8942359d953cc6e4a7dd9b',2,'f483d56e84ba482484a52d6070fd9a2a','flat',NULL,'{"falls": [], "compared": [{"key": "total", "now": "8", "reference": null, "since": null}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-03-07 09:02:00.000000','3bcf1e33e7c14c42800e20b9416ea353'),
('7afdab6b113a461db96e5d3e5cc79d2b',2,'263e6f55357f400297dc0b1adba8a4db','not_back',NULL,'{"falls": [], "compared": [{"key": "bond", "now": "7", "reference": "19/2", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-03-07 09:02:00.000000','aaa1b76bf39c44718c2373c1d28252d0'),
('2476032e46a14368a8f691cc690df564',1,NULL,'missed',NULL,'{"falls": [], "compared": [], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-03-14 09:00:00.000000','5e5ea764a724442b8a939e0300d546ec'),
('1249fa198be848aa9e3d7c6fec14aa52',1,'9c9211b9cda046999eecd1cc05bd2658','came_back',NULL,'{"falls": [], "compared": [{"key": "goals", "now": "8", "reference": "8", "since": "653c7938-fe86-4a69-bd94-4de276f66d27"}, {"key": "overall", "now": "8", "reference": "8", "since": "653c7938-fe86-4a69-bd94-4de276f66d27"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-03-21 09:00:00.000000','5ee47a2f6e764d39b62e197098690a99'),
('579db7bf11d54ed3a7f1c98bf71fda40',3,'30d8b89d90044f2c919181a3a12ae7db','drop',3,'{"falls": [{"key": "bond", "previous": "9", "base": "19/2", "now": "3", "since": "75c47fea-95ca-4eb6-8c76-218d72ead38d", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}','2026.7','2024-04-02 09:09:00.000000','24964beaf92c46a29ee12723f9421810'),
('e2783c0b30294ddf821874067e321040',4,'0818cf3c2dcf4e2884b516de61a4c4d7','drop',3,'{"falls": [{"key": "bond", "previous": "3", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "goals", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "tasks", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}, {"key": "overall", "previous": "9", "base": "9", "now": "0", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e", "stale": false, "points": "2"}], "compared": [], "reason": "an item 4 or more below the middle of earlier ratings", "held_back": null, "own_setting": false}','2026.7','2024-04-02 09:09:00.000000','f921a5dc17be4a96903e7cb74a6c8743'),
('46b0fdfeaffb44dca2e4f28d0921c728',3,'0818cf3c2dcf4e2884b516de61a4c4d7','low_item',NULL,'{"falls": [], "compared": [{"key": "bond", "now": "0", "reference": "3", "since": "0ef9c80a-0a7a-4f58-b827-49a1ff4e825e"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-04-02 09:09:00.000000','9f78083c184d48b789bd4fbeee9d3154'),
('5b1a78be3e2145ebb2ba6ceadf358e4a',1,'acace99a19ad493b9b9cb17b9eefe525','drop',1,'{"falls": [{"key": "goals", "previous": "8", "base": "8", "now": "0", "since": "7493c5ce-41f5-45af-8662-10da6bb5d213", "stale": true, "points": "2"}, {"key": "overall", "previous": "8", "base": "8", "now": "5", "since": "7493c5ce-41f5-45af-8662-10da6bb5d213", "stale": true, "points": "2"}], "compared": [], "reason": "below the previous rating", "held_back": null, "own_setting": false}','2026.7','2024-06-03 09:08:00.000000','183664d014364cf5b0c478a0145cfbab'),
('94adf4ffda0647cd9e0c8699c483764e',1,'acace99a19ad493b9b9cb17b9eefe525','came_back',NULL,'{"falls": [], "compared": [{"key": "bond", "now": "8", "reference": "8", "since": "c40e8b80-8d51-4030-8e02-2683c09413a5"}, {"key": "tasks", "now": "10", "reference": "8", "since": "c40e8b80-8d51-4030-8e02-2683c09413a5"}], "reason": "", "held_back": null, "own_setting": false}','2026.7','2024-06-03 09:08:00.000000','affb1ea5058d47c79ab6ae06cb1b40fd');
INSERT INTO "flag_reviews" VALUES
('579db7bf11d54ed3a7f1c98bf71fda40',1,'discuss','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','2024-04-09','cc9b0399f4424f71af0c561a162935e8','3c272a3693004174bfc22c8d9c116bf2','2024-04-02 09:00:00.000000','862fc16367b04b6e875f6d2a27be5947','79bb2a7c37204cc3963782e9b356a4aa'),
('579db7bf11d54ed3a7f1c98bf71fda40',2,'comment','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>',NULL,'cc9b0399f4424f71af0c561a162935e8','3c272a3693004174bfc22c8d9c116bf2','2024-04-02 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','e452f0367aac40999a171b2bd97f975f'),
('579db7bf11d54ed3a7f1c98bf71fda40',3,'addressed','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלו.',NULL,'cc9b0399f4424f71af0c561a162935e8','3c272a3693004174bfc22c8d9c116bf2','2024-04-02 09:02:00.000000','862fc16367b04b6e875f6d2a27be5947','c9f3b9cb97f247b3849195bc34f1f15c');
INSERT INTO "flags" VALUES
('c544da6d5782479aa2af259262b16dd6','a6c6fc3b71e349069f34699a81387d5b','4addd6a854ec4782b9faddc022589d28','session-check','client','note','2024-01-11 18:00:00.000000',NULL,1,'8552af9915104574a9c361298b7568b0','client_above'),
('f29746d00ebe4e8caf0df9e8b8fd5d06','31f88c2de93b4cbd80b51b50d61036cb','aaebef4e14584193a39445b5771e3265','srs','client','review','2024-01-11 18:01:00.000000',NULL,1,'3730cb38bfa54fd39d48d0b4f7b07e34','early_level'),
('7f4b991ea6324aaa9864ac6736030cf1','c82f742d529c4ddfb7d5b85310213830','db5ea37bedac4659b684d3f1ff33b72a','session-check','client','review','2024-01-18 18:03:00.000000',NULL,1,'d7bb88c10acc424e84b19f1940e5d89b','low_item'),
('c544da6d5782479aa2af259262b16dd6','0ef9c80a0a7a4f58b82749a1ff4e825e','4addd6a854ec4782b9faddc022589d28','session-check','client','check_in','2024-01-25 18:00:00.000000',NULL,7,'579db7bf11d54ed3a7f1c98bf71fda40','check_in'),
('f29746d00ebe4e8caf0df9e8b8fd5d06','ff1fd8a237084922b791c2dd02defb4f','aaebef4e14584193a39445b5771e3265','srs','client','check_in','2024-01-25 18:01:00.000000',NULL,1,'c8760f8bf24a4e1585157aecb4423d53','check_in'),
('c544da6d5782479aa2af259262b16dd6','c115902af4744e949081bb9170d6f3ff','4addd6a854ec4782b9faddc022589d28','session-check','client','check_in','2024-02-01 18:00:00.000000',NULL,5,'e2783c0b30294ddf821874067e321040','check_in'),
('c544da6d5782479aa2af259262b16dd6','c115902af4744e949081bb9170d6f3ff','4addd6a854ec4782b9faddc022589d28','session-check','client','review','2024-02-01 18:00:00.000000',NULL,4,'46b0fdfeaffb44dca2e4f28d0921c728','low_item'),
('c544da6d5782479aa2af259262b16dd6','ff83a4d947dc461899ca9decbc716512','4addd6a854ec4782b9faddc022589d28','phq-9','client','risk','2024-02-15 18:00:00.000000',NULL,2,'008249e27fb34a769b9865a12d6b9a21','risk_item'),
('f29746d00ebe4e8caf0df9e8b8fd5d06','fefc8317cfcf4d24a26297d856b2e8f8','aaebef4e14584193a39445b5771e3265','srs','client','note','2024-02-15 18:01:00.000000',NULL,1,'131e079f57004a31aae992a775d655c8','came_back'),
('c544da6d5782479aa2af259262b16dd6','ce4c1a7f1a85476299c6dcf75daa6bdd','4addd6a854ec4782b9faddc022589d28','session-check','client','note','2024-02-22 18:00:00.000000',NULL,1,'a54bb361e276426384f866630c76a99d','came_back'),
('c544da6d5782479aa2af259262b16dd6','ce4c1a7f1a85476299c6dcf75daa6bdd','4addd6a854ec4782b9faddc022589d28','session-check','client','note','2024-02-22 18:00:00.000000',NULL,3,'aa7e1e5ada8942359d953cc6e4a7dd9b','flat'),
('f29746d00ebe4e8caf0df9e8b8fd5d06','08b73755dab84253b7771d6c79b5a860','aaebef4e14584193a39445b5771e3265','ors','client','review','2024-02-22 18:01:00.000000',NULL,1,'a907b977dcae4feebf2da0891e8b64b5','no_improvement'),
('f29746d00ebe4e8caf0df9e8b8fd5d06','08b73755dab84253b7771d6c79b5a860','aaebef4e14584193a39445b5771e3265','srs','client','check_in','2024-02-22 18:01:00.000000',NULL,1,'3937af34f2474bc69aeed4ef81413381','check_in'),
('c544da6d5782479aa2af259262b16dd6','653c7938fe864a69bd944de276f66d27','4addd6a854ec4782b9faddc022589d28','session-check','client','check_in','2024-02-29 18:00:00.000000',NULL,1,'82feec6082014ff19633a90eb5cbc3ef','check_in'),
('c544da6d5782479aa2af259262b16dd6','c40e8b808d5140308e022683c09413a5','4addd6a854ec4782b9faddc022589d28','session-check','client','check_in','2024-03-07 09:00:00.000000',NULL,1,'4c9f205751f44a86b3ddc5441d52c51d','check_in'),
('c544da6d5782479aa2af259262b16dd6','c40e8b808d5140308e022683c09413a5','4addd6a854ec4782b9faddc022589d28','session-check','client','review','2024-03-07 09:00:00.000000',NULL,3,'7afdab6b113a461db96e5d3e5cc79d2b','not_back'),
('c544da6d5782479aa2af259262b16dd6','0ef9c80a0a7a4f58b82749a1ff4e825e','4addd6a854ec4782b9faddc022589d28','session-check','client','note','2024-03-07 09:01:00.000000','2024-03-07 09:02:00.000000',2,'e71f54e6a88943ccaebd48d36d7e57fb','flat'),
('c544da6d5782479aa2af259262b16dd6','87b0325768694ae68e6bf9957a1e15dc','4addd6a854ec4782b9faddc022589d28','session-check','client','review','2024-03-14 09:00:00.000000',NULL,1,'2476032e46a14368a8f691cc690df564','missed'),
('c544da6d5782479aa2af259262b16dd6','7493c5ce41f545af866210da6bb5d213','4addd6a854ec4782b9faddc022589d28','session-check','client','note','2024-03-21 09:00:00.000000',NULL,1,'1249fa198be848aa9e3d7c6fec14aa52','came_back'),
('c544da6d5782479aa2af259262b16dd6','915a9c413daa47ed8d886d584683a251','4addd6a854ec4782b9faddc022589d28','session-check','client','check_in','2024-06-03 09:08:00.000000',NULL,1,'5b1a78be3e2145ebb2ba6ceadf358e4a','check_in'),
('c544da6d5782479aa2af259262b16dd6','915a9c413daa47ed8d886d584683a251','4addd6a854ec4782b9faddc022589d28','session-check','client','note','2024-06-03 09:08:00.000000',NULL,1,'94adf4ffda0647cd9e0c8699c483764e','came_back');
INSERT INTO "goal_entries" VALUES
('2bf76e3007a04151bc598653c8b8fa0b',1,'set','2024-03-14','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".','',1,NULL,'','2024-03-14 09:14:00.000000','679f4ae06c2e4da586670be9c4770dd0','66397fb25c154aefa9d8ad5cf9b0040b'),
('2b666404374e43b9be2088f543885322',1,'set','2024-03-14','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','',2,NULL,'','2024-03-14 09:15:00.000000','679f4ae06c2e4da586670be9c4770dd0','77829efdc150458790e0bb54d9965d97'),
('2bf76e3007a04151bc598653c8b8fa0b',2,'endorsed','2024-03-14','','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>',NULL,NULL,'','2024-03-14 09:16:00.000000','679f4ae06c2e4da586670be9c4770dd0','36bf818d7e2945fc9c4ba53c4530ed89'),
('2bf76e3007a04151bc598653c8b8fa0b',3,'reworded','2024-03-14','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1',NULL,NULL,'','2024-03-14 09:17:00.000000','679f4ae06c2e4da586670be9c4770dd0','7ac52cf965b54f97b16428d82ba11687'),
('2bf76e3007a04151bc598653c8b8fa0b',4,'reworded','2024-03-14','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','one	tab
another line

  and a gap',NULL,'7ac52cf965b54f97b16428d82ba11687','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','2024-03-14 09:18:00.000000','679f4ae06c2e4da586670be9c4770dd0','fdad5d7cd5d44de38f80c87956eafd9e');
INSERT INTO "goal_progress" VALUES
('2bf76e3007a04151bc598653c8b8fa0b','7493c5ce41f545af866210da6bb5d213',0,NULL,'','2024-03-21 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','b2422eebcf5549f0bacb1cb1a732f0e9'),
('2b666404374e43b9be2088f543885322','7493c5ce41f545af866210da6bb5d213',10,NULL,'','2024-03-21 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','67d740b3eca74a5b9bd70e904a1354fd'),
('2bf76e3007a04151bc598653c8b8fa0b','7493c5ce41f545af866210da6bb5d213',10,'b2422eebcf5549f0bacb1cb1a732f0e9','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','2024-03-21 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','16a49704196042bb9e6be75063290d50'),
('2b666404374e43b9be2088f543885322','7493c5ce41f545af866210da6bb5d213',NULL,'67d740b3eca74a5b9bd70e904a1354fd','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','2024-03-21 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','ff9076760a8d4e81b977a2efd68b3a41');
INSERT INTO "goals" VALUES
('c544da6d5782479aa2af259262b16dd6',4,'2bf76e3007a04151bc598653c8b8fa0b'),
('c544da6d5782479aa2af259262b16dd6',1,'2b666404374e43b9be2088f543885322');
INSERT INTO "handovers" VALUES
('c544da6d5782479aa2af259262b16dd6','915a9c413daa47ed8d886d584683a251','4addd6a854ec4782b9faddc022589d28','','["session-check"]','link','sent','2024-06-03 09:05:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,NULL,'c3300e91523700c299ef164ee1aeedc0e37dbf013c3738d9ffb0a4df11da9fc6','7a6ceb410d7fbc62762a3f8e8e7958500cd0fbe7d17fe43a386ee8b637bd3468','2024-06-05 09:05:00.000000','2024-06-03 09:06:00.000000','2024-06-03 09:07:00.000000','2024-06-03 09:08:00.000000','李李李李李李李李李李李李李李李李李李李李','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','de',0,'unknown',0,0,'{}',0,'9241867f67864fd7ab4648f5fb028f5b'),
('c544da6d5782479aa2af259262b16dd6','ea0a12654de74d28adcb9995772c2507','4addd6a854ec4782b9faddc022589d28','','["session-check", "wellbeing-check"]','tablet','declined','2024-06-10 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','1eb642736dee4645ad74ba64c8a8c21f',NULL,NULL,NULL,'2024-06-10 10:02:00.000000','2024-06-10 09:02:00.000000','2024-06-10 09:02:00.000000','2024-06-10 09:03:00.000000','','','de',0,'unknown',0,0,'{}',0,'f5bfa1c27825460d843e2647c6f53d5f'),
('c544da6d5782479aa2af259262b16dd6','761fdc85f7c74d689d6a9a4481e6b112','4addd6a854ec4782b9faddc022589d28','','["session-check"]','code','cancelled','2024-06-17 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'9b841b596c65ccc73c8777b7203f7b8828ebb4e2ca0253c4e6f8cbc31c8d694a','bbf3ac204644901254ab781a7af156e115d5d8592868d06f160bcd10eb82921a',NULL,'2024-06-17 09:16:00.000000',NULL,'2024-06-17 09:01:00.000000','2024-06-17 09:02:00.000000','','','de',0,'unknown',0,0,'{}',0,'dc6871a5a0934068a77bfed9e2491380'),
('7f4b991ea6324aaa9864ac6736030cf1','e6b777969c6042b1ab24b29402c92d30','db5ea37bedac4659b684d3f1ff33b72a','B','["session-check"]','code','waiting','2024-06-24 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'d9bfda77323f21b3894caad3f4511310c01746f1be948810bfaf0d874e02a77e','45a6eb72357de4a22b10b062f02e77ea2c3e3e695b1338f37295c11f6d75e1f9',NULL,'2024-06-24 09:16:00.000000',NULL,'2024-06-24 09:01:00.000000',NULL,'','','en',0,'unknown',0,0,'{}',0,'9ee1b757f35b450d823d4956140ff00e'),
('c544da6d5782479aa2af259262b16dd6','f4af6c8f19a045d9852fa32b179e5a28','4addd6a854ec4782b9faddc022589d28','','["session-check", "wellbeing-check"]','tablet','open','2024-06-24 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','652c1e82d2d649b5b0946965892225a4',NULL,NULL,NULL,'2024-06-24 10:04:00.000000','2024-06-24 09:04:00.000000','2024-06-24 09:07:00.000000',NULL,'','','de',1,'tablet',1,1,'{"session-check": {"bond": "3"}}',0,'a0df431770c241e1a665c062b034db47');
INSERT INTO "learning_tries" VALUES
('679f4ae06c2e4da586670be9c4770dd0','foundations','{"case-the-warm-session": 0, "case-the-best-predictor": 0, "case-six-months-of-coming": 0}','2024-04-02 09:33:00.000000','2024-04-02',0,'dea64e27d0d640faaf83b666cfa4da6f'),
('998c083641514b819ceb13639293bbc0','foundations','{"case-the-best-predictor": 0}','2024-04-02 09:37:00.000000',NULL,NULL,'8e7083ad39f04b8e8fa26baeff93fa33');
INSERT INTO "library_checks" VALUES
('cards/bond-fell','9b7de070d9771a847c6de7a5e2720bf9','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','2024-04-02 09:19:00.000000','862fc16367b04b6e875f6d2a27be5947','2024-04-02 09:20:00.000000','862fc16367b04b6e875f6d2a27be5947','5b330ebec1f84767bed255c5d92948f3'),
('cards/bond-fell','9b7de070d9771a847c6de7a5e2720bf9','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽ ½ ∞ −1','2024-04-02 09:21:00.000000','862fc16367b04b6e875f6d2a27be5947',NULL,NULL,'b722361078024770a2c7caa7175871f9');
INSERT INTO "library_reviews" VALUES
('cards/bond-fell','1.0','2024-04-02','2024-10-01','2024-04-02 09:22:00.000000','862fc16367b04b6e875f6d2a27be5947','49b3bcd5466c44a189e94edae622b687');
INSERT INTO "library_revisions" VALUES
('9f0e060fef104648945b20b1c3df257e','7f6aaf3d14b54df881d7ca22aa895db2','cards/bond-fell',1,'r1','2024-04-02 09:29:00.000000','862fc16367b04b6e875f6d2a27be5947','c3e17eb76c0945da85b9e0ab13920e7c');
INSERT INTO "meetings" VALUES
('862fc16367b04b6e875f6d2a27be5947','679f4ae06c2e4da586670be9c4770dd0','2024-04-02','2024-04-02 09:05:00.000000','7f67f3c16e384d5f88ddaa33f6df44f1');
INSERT INTO "notices" VALUES
('679f4ae06c2e4da586670be9c4770dd0','supervised','862fc16367b04b6e875f6d2a27be5947',NULL,'31fdc443fd9545e3953566eb6cc83670','','1999-12-31','2001-12-31','2024-01-08 09:06:00.000000',NULL,'c7ed994c55cb42d5a6fea293baa82e98'),
('679f4ae06c2e4da586670be9c4770dd0','supervised','862fc16367b04b6e875f6d2a27be5947',NULL,'31fdc443fd9545e3953566eb6cc83670','','2020-02-29',NULL,'2024-01-08 09:07:00.000000',NULL,'85d82808f4c3416181d7e46cd2b08034'),
('679f4ae06c2e4da586670be9c4770dd0','supervised','862fc16367b04b6e875f6d2a27be5947',NULL,'31fdc443fd9545e3953566eb6cc83670','','2024-01-08',NULL,'2024-01-08 09:09:00.000000',NULL,'da3875ef6d1546bd82208f50e4ed4a88'),
('653866e8b57d47188934dd1f6d93809e','supervised','a66a109b1634492c99a290d2b7b29753',NULL,'31fdc443fd9545e3953566eb6cc83670','','2024-01-01',NULL,'2024-01-08 09:10:00.000000',NULL,'c8c247a06ba049949e7a8ef263877554'),
('998c083641514b819ceb13639293bbc0','supervised','862fc16367b04b6e875f6d2a27be5947',NULL,'31fdc443fd9545e3953566eb6cc83670','','2024-01-08',NULL,'2024-01-08 09:11:00.000000',NULL,'2c7922e1c8e241998a87ac533e1650b8'),
('998c083641514b819ceb13639293bbc0','covering','8aaafcbd50d243f98ca9beb1e1fd5d0d',NULL,'679f4ae06c2e4da586670be9c4770dd0','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".','2024-04-02','2024-04-02','2024-04-02 09:10:00.000000',NULL,'2eae4c4eb9ae41edbcaa04643d9ab996'),
('998c083641514b819ceb13639293bbc0','covering','ada320fcde244b2180ad245462a56a4b',NULL,'679f4ae06c2e4da586670be9c4770dd0','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".','2025-02-27','2025-03-01','2024-04-02 09:11:00.000000',NULL,'32b8569cc722450192457dad30a4d076'),
('679f4ae06c2e4da586670be9c4770dd0','covering','835ed886eed64459979bf2b3e38c7160',NULL,'998c083641514b819ceb13639293bbc0','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-04-02','2024-04-02','2024-04-02 09:12:00.000000','2024-04-02 09:13:00.000000','3d6a6f1c58414c7b91a6cbfe7552fb88'),
('31fdc443fd9545e3953566eb6cc83670','emergency','b046b116482749c7b2c6646dde29bf58','f29746d00ebe4e8caf0df9e8b8fd5d06','a66a109b1634492c99a290d2b7b29753','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>',NULL,NULL,'2024-04-02 09:14:00.000000',NULL,'39db6efce9844c7897570cfeebeba281'),
('998c083641514b819ceb13639293bbc0','emergency','b046b116482749c7b2c6646dde29bf58','f29746d00ebe4e8caf0df9e8b8fd5d06','a66a109b1634492c99a290d2b7b29753','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>',NULL,NULL,'2024-04-02 09:14:00.000000',NULL,'ec493f7480fe44e7ad12a19f5122b8e0'),
('a66a109b1634492c99a290d2b7b29753','emergency','b046b116482749c7b2c6646dde29bf58','f29746d00ebe4e8caf0df9e8b8fd5d06','a66a109b1634492c99a290d2b7b29753','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>',NULL,NULL,'2024-04-02 09:14:00.000000',NULL,'590e44f154a64b3ca4278b2d890e0687'),
('31fdc443fd9545e3953566eb6cc83670','emergency','712298f8653f471cb3699f44ddc29d7c','f29746d00ebe4e8caf0df9e8b8fd5d06','a66a109b1634492c99a290d2b7b29753','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.',NULL,NULL,'2024-04-02 09:16:00.000000',NULL,'bb226d68a03e45779db1a2e45064db1a'),
('998c083641514b819ceb13639293bbc0','emergency','712298f8653f471cb3699f44ddc29d7c','f29746d00ebe4e8caf0df9e8b8fd5d06','a66a109b1634492c99a290d2b7b29753','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.',NULL,NULL,'2024-04-02 09:16:00.000000',NULL,'881bb54fffa14529b1490684ff6d752e'),
('a66a109b1634492c99a290d2b7b29753','emergency','712298f8653f471cb3699f44ddc29d7c','f29746d00ebe4e8caf0df9e8b8fd5d06','a66a109b1634492c99a290d2b7b29753','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.',NULL,NULL,'2024-04-02 09:16:00.000000',NULL,'79001ed9a8ce450cb35c812411c5e639'),
('679f4ae06c2e4da586670be9c4770dd0','transferred',NULL,'f29746d00ebe4e8caf0df9e8b8fd5d06','998c083641514b819ceb13639293bbc0','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".',NULL,NULL,'2024-04-02 09:17:00.000000','2024-04-02 09:18:00.000000','57f428d6c5154aed9a2de4d0ba72846e'),
('679f4ae06c2e4da586670be9c4770dd0','drafted','9f0e060fef104648945b20b1c3df257e',NULL,'862fc16367b04b6e875f6d2a27be5947','',NULL,NULL,'2024-04-02 09:25:00.000000','2024-04-02 09:26:00.000000','b20006bde500412b9ca6f7c7e5c637d2'),
('679f4ae06c2e4da586670be9c4770dd0','drafted','9f0e060fef104648945b20b1c3df257e',NULL,'862fc16367b04b6e875f6d2a27be5947','',NULL,NULL,'2024-04-02 09:27:00.000000','2024-04-02 09:28:00.000000','cff05d7ba05c4d65aa5673e5e07f4fa5');
INSERT INTO "objective_versions" VALUES
('3f579e9758f746c9bcb73915e3b303e8',1,'','addressed','{}','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.','','2024-03-21','2024-05-16','open','','2024-03-21 09:05:00.000000','679f4ae06c2e4da586670be9c4770dd0','7764730807ce408e89c854e04a9c9f24'),
('3f579e9758f746c9bcb73915e3b303e8',2,'','addressed','{}','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','','2024-03-21','2025-02-28','open','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-03-21 09:06:00.000000','679f4ae06c2e4da586670be9c4770dd0','dd7ff207f6324913ba8ae6c07000d23f'),
('3f579e9758f746c9bcb73915e3b303e8',3,'','addressed','{}','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','','2024-03-21','2025-02-28','closed','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','2024-03-21 09:07:00.000000','679f4ae06c2e4da586670be9c4770dd0','cda26f27984049c18497b6bbb90fb739'),
('3f579e9758f746c9bcb73915e3b303e8',4,'','addressed','{}','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','','2024-03-21','2025-02-28','open','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','2024-03-21 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0','ea7d0d62e43649dc8e1471cdb1dc9f33'),
('4ebe62e974d34ab1acf1eafc8c050f2c',1,'','addressed','{}','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.','','2024-03-21','2024-05-16','open','','2024-03-21 09:09:00.000000','679f4ae06c2e4da586670be9c4770dd0','482a3185d15a4b82b1d84667ded5094f'),
('4ebe62e974d34ab1acf1eafc8c050f2c',2,'','addressed','{}','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.','','2024-03-21','2024-05-16','taken_back','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-03-21 09:10:00.000000','679f4ae06c2e4da586670be9c4770dd0','7caa78c238ae4aafb130b2aa4c152e0f');
INSERT INTO "objectives" VALUES
('c544da6d5782479aa2af259262b16dd6',4,'3f579e9758f746c9bcb73915e3b303e8'),
('c544da6d5782479aa2af259262b16dd6',2,'4ebe62e974d34ab1acf1eafc8c050f2c');
INSERT INTO "one_time_codes" VALUES
('998c083641514b819ceb13639293bbc0','cd03778dd5487c92e5aa87e4ead849236fa233fe269550e02e24a4a9b683cf50','2024-01-08 09:24:00.000000','31fdc443fd9545e3953566eb6cc83670',0,'2024-01-08 09:25:00.000000','used','f6f4684f553e4e3db6accd9e357c4be8'),
('998c083641514b819ceb13639293bbc0','b994c615f037ef9566ba4dbc4047c4a0f3b244ee00de3131602dc1a565f32959','2024-01-08 09:26:00.000000','31fdc443fd9545e3953566eb6cc83670',0,'2024-01-08 09:27:00.000000','replaced','b33ba4e4015340f8b1ee267351d6bbff'),
('998c083641514b819ceb13639293bbc0','3aa2a94c55b62c33fb75be61346f41687e2a0ae9c7f00ad9b18ab3c86025e6b2','2024-01-08 09:27:00.000000','31fdc443fd9545e3953566eb6cc83670',0,NULL,NULL,'eebd19d6acf24e3c80243ee9cd37224a');
INSERT INTO "participants" VALUES
('c544da6d5782479aa2af259262b16dd6','A','4addd6a854ec4782b9faddc022589d28',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','A','e42056934a9843258c5106c0c6dbf884',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','B','db5ea37bedac4659b684d3f1ff33b72a',NULL),
('f29746d00ebe4e8caf0df9e8b8fd5d06','A','aaebef4e14584193a39445b5771e3265',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','C','e07ee94d8c854061bf1e79cbe15e8af1','2024-01-11 09:04:00.000000');
INSERT INTO "practice" VALUES
(1,'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ω.','Asia/Kathmandu','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלו.',2,NULL,1);
INSERT INTO "practice_reports" VALUES
('2024-01-01','[{"part": "sessions", "key": "clients", "about": "", "n": null}, {"part": "sessions", "key": "rated", "about": "", "n": null, "of": null}, {"part": "flags", "key": "kind", "about": "risk_item", "n": null}, {"part": "flags", "key": "kind", "about": "drop", "n": null}, {"part": "flags", "key": "kind", "about": "early_level", "n": null}, {"part": "flags", "key": "kind", "about": "low_item", "n": null}, {"part": "flags", "key": "kind", "about": "no_improvement", "n": null}, {"part": "flags", "key": "kind", "about": "not_back", "n": null}, {"part": "flags", "key": "kind", "about": "missed", "n": null}, {"part": "flags", "key": "all", "about": "", "n": null}, {"part": "objectives", "key": "met", "about": "", "n": null, "of": null}, {"part": "stopped", "key": "stopped", "about": "", "n": null, "of": null}]','2024-06-03 09:00:00.000000','c1866636a2444709a464373a2f476c82');
INSERT INTO "ratings" VALUES
('a6c6fc3b71e349069f34699a81387d5b','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 10, "goals": 10, "tasks": 10, "overall": 10}',NULL,NULL,'2024-01-11 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','7ce3bf48d6cf41a587568e1e90a5e069'),
('a6c6fc3b71e349069f34699a81387d5b',NULL,'session-check',1,'','therapist',0,'after_session','numbers','typed','desktop','en','{"bond": 0, "goals": 0, "tasks": 0, "overall": 0}',NULL,NULL,'2024-01-11 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','58ec964f2e8144f6b3c962080f9cb7fe'),
('31f88c2de93b4cbd80b51b50d61036cb','aaebef4e14584193a39445b5771e3265','ors',1,'','client',1,'in_session','total','typed','desktop','en','{}',1,NULL,'2024-01-11 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','713bdda56c3b48f685b90986d010ef52'),
('31f88c2de93b4cbd80b51b50d61036cb','aaebef4e14584193a39445b5771e3265','srs',1,'','client',1,'in_session','total','typed','desktop','en','{}',1,NULL,'2024-01-11 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','ef54005c1eae4e6b86e6812fbf38f425'),
('2a30f32b5bed4aa0b2f7b53d19ffb7dd','e42056934a9843258c5106c0c6dbf884','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-01-11 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','88367f5d830544bf94b0da993123f8f5'),
('1252a3da65b14ddebcd98e1fd0ebbe2a','db5ea37bedac4659b684d3f1ff33b72a','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-01-11 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','372a3a8d60294d2a99b7e895797d9a41'),
('75c47fea95ca4eb68c76218d72ead38d','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 9, "goals": 9, "tasks": 9, "overall": 9}',NULL,NULL,'2024-01-18 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','f0a8b09e80634231a2f2b9228c14b077'),
('75c47fea95ca4eb68c76218d72ead38d',NULL,'session-check',1,'','therapist',0,'after_session','numbers','typed','desktop','en','{"bond": 8, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-01-18 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','19c28bca532e4b7097657e4e8e136c14'),
('73c4adfacbbf47a3a6dbb7f23af07005','aaebef4e14584193a39445b5771e3265','ors',1,'','client',1,'in_session','total','typed','desktop','en','{}',400,NULL,'2024-01-18 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','b70ff3f46a324da1b48394a9008ff8ee'),
('73c4adfacbbf47a3a6dbb7f23af07005','aaebef4e14584193a39445b5771e3265','srs',1,'','client',1,'in_session','total','typed','desktop','en','{}',400,NULL,'2024-01-18 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','414def6bd331445e92d3b2c60e78edd2'),
('f2c90d6d106b4206b85efe1ca3409bf7','e42056934a9843258c5106c0c6dbf884','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-01-18 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','ad546eb2f96349c6b3c13308ad2e3608'),
('c82f742d529c4ddfb7d5b85310213830','db5ea37bedac4659b684d3f1ff33b72a','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-01-18 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','29ce8371b0f44649b3f6164226cc2975'),
('0ef9c80a0a7a4f58b82749a1ff4e825e','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 5, "goals": 9, "tasks": 9, "overall": 9}',NULL,NULL,'2024-01-25 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','ef7197668fd1450e8377a7fc833640fc'),
('0ef9c80a0a7a4f58b82749a1ff4e825e',NULL,'session-check',1,'','therapist',0,'after_session','numbers','typed','desktop','en','{"bond": 9, "goals": 9, "tasks": 9, "overall": 9}',NULL,NULL,'2024-01-25 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','c9f0414cf6114d3c920216f6ff53ab96'),
('ff1fd8a237084922b791c2dd02defb4f','aaebef4e14584193a39445b5771e3265','ors',1,'','client',1,'in_session','total','typed','desktop','en','{}',1,NULL,'2024-01-25 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','b5865594def144e68e14377a7d172875'),
('ff1fd8a237084922b791c2dd02defb4f','aaebef4e14584193a39445b5771e3265','srs',1,'','client',1,'in_session','total','typed','desktop','en','{}',1,NULL,'2024-01-25 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','491abc689ca34853bd98b3e35bcf5d77'),
('4d7a8ef5b4624914b3ad177ca8ff5dde','e42056934a9843258c5106c0c6dbf884','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-01-25 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','720d55c50a62417a9195a6f4c129e619'),
('ee400a342a8a4011a77728a8f8fbcaba','db5ea37bedac4659b684d3f1ff33b72a','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-01-25 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','51be0efceed14d2084d30e61f2dd3b88'),
('c115902af4744e949081bb9170d6f3ff','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 0, "goals": 0, "tasks": 0, "overall": 0}',NULL,NULL,'2024-02-01 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','0818cf3c2dcf4e2884b516de61a4c4d7'),
('3b3d900134e747209208c483ac0f2f71','aaebef4e14584193a39445b5771e3265','ors',1,'','client',1,'in_session','total','typed','desktop','en','{}',400,NULL,'2024-02-01 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','b22d57988ea348db8ba0c0a01ccf6f5d'),
('3b3d900134e747209208c483ac0f2f71','aaebef4e14584193a39445b5771e3265','srs',1,'','client',1,'in_session','total','typed','desktop','en','{}',400,NULL,'2024-02-01 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','5de22d4fd4bf4a8ca76e0304b0e7e8a3'),
('c8bceba564ff480a83dc1e97fb8343ce','e42056934a9843258c5106c0c6dbf884','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-02-01 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','701adf7ae35148508ca6f98e6b3ece36'),
('708db2b9d5c64794b9c50f3a475b1dc0','db5ea37bedac4659b684d3f1ff33b72a','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-02-01 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','e1a42faffa5942a6b62f4632a3f9c5dc'),
('ff83a4d947dc461899ca9decbc716512','4addd6a854ec4782b9faddc022589d28','phq-9',1,'','client',1,'in_session','numbers','typed','desktop','en','{"item_1": 2, "item_2": 2, "item_3": 2, "item_4": 2, "item_5": 2, "item_6": 2, "item_7": 2, "item_8": 2, "item_9": 3}',NULL,NULL,'2024-02-15 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','d3b0e831a1fe444cb35e5ed79f019fbc'),
('ff83a4d947dc461899ca9decbc716512','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 8, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-02-15 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','c52ad333e2bc48a393d51fe8a90af76c'),
('fefc8317cfcf4d24a26297d856b2e8f8','aaebef4e14584193a39445b5771e3265','ors',1,'','client',1,'in_session','total','typed','desktop','en','{}',400,NULL,'2024-02-15 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','62ba1a3a1c7945d59a082631ca15c8d2'),
('fefc8317cfcf4d24a26297d856b2e8f8','aaebef4e14584193a39445b5771e3265','srs',1,'','client',1,'in_session','total','typed','desktop','en','{}',400,NULL,'2024-02-15 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','014e20af3ddf4565b02d9f1677583c37'),
('8da39ad1964e4f58b21db6c884d25830','e42056934a9843258c5106c0c6dbf884','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-02-15 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','72971dc67fe3478ca3eec7819eddea78'),
('bf9d3b926a344d0db7cbab8ee60a8eb4','db5ea37bedac4659b684d3f1ff33b72a','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-02-15 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','a3010884d68e4f60a68c5d58156ee9b3'),
('ce4c1a7f1a85476299c6dcf75daa6bdd','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 8, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-02-22 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','f483d56e84ba482484a52d6070fd9a2a'),
('ce4c1a7f1a85476299c6dcf75daa6bdd','4addd6a854ec4782b9faddc022589d28','wellbeing-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"feelings": 0, "day": 10, "people": 0, "reason": 10}',NULL,NULL,'2024-02-22 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','ca7da2000dad4ef1a7cc5c354db36435'),
('08b73755dab84253b7771d6c79b5a860','aaebef4e14584193a39445b5771e3265','ors',1,'','client',1,'in_session','total','typed','desktop','en','{}',1,NULL,'2024-02-22 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','7278e02966cb4841a998cfa190e45b6c'),
('08b73755dab84253b7771d6c79b5a860','aaebef4e14584193a39445b5771e3265','srs',1,'','client',1,'in_session','total','typed','desktop','en','{}',1,NULL,'2024-02-22 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','c356f0c99daf4f408879c9dd9f473082'),
('990a6be6c19f4d80a683d370e71db7c4','e42056934a9843258c5106c0c6dbf884','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-02-22 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','396ff73f14134f579d3a94c3884a22b8'),
('9d3b3e4a6b964895ac71f4c2d0c2f59e','db5ea37bedac4659b684d3f1ff33b72a','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-02-22 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','26f2fcc8778248e5a57f5005f4c2da04'),
('653c7938fe864a69bd944de276f66d27','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 9, "goals": 0, "tasks": 10, "overall": 5}',NULL,NULL,'2024-02-29 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','3d7e0fa2c47a4aefa541a71589233149'),
('653c7938fe864a69bd944de276f66d27',NULL,'session-check',1,'','therapist',0,'after_session','numbers','typed','desktop','en','{"bond": 10, "goals": 10, "tasks": 10, "overall": 10}',NULL,NULL,'2024-02-29 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','c17de138031e46b78bdb56606b3ef846'),
('c58129f0759048e189a8e74916ea53e9','aaebef4e14584193a39445b5771e3265','ors',1,'','client',1,'in_session','total','typed','desktop','en','{}',400,NULL,'2024-02-29 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','e93ac2e1eb284f6db3c6817fdfe124b5'),
('c58129f0759048e189a8e74916ea53e9','aaebef4e14584193a39445b5771e3265','srs',1,'','client',1,'in_session','total','typed','desktop','en','{}',400,NULL,'2024-02-29 18:01:00.000000','998c083641514b819ceb13639293bbc0',NULL,'','cfef382be29d41c78bff4de2775b826e'),
('de16b777c8b04542a0f199fcbc306bf4','e42056934a9843258c5106c0c6dbf884','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 9, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-02-29 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','157b6f11997b42aeb988581491fe5159'),
('dd4e698bed1042d093f4f8faf4870747','db5ea37bedac4659b684d3f1ff33b72a','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 3, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-02-29 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','d4af04694a6e452c9f2b957d337f50bd'),
('c40e8b808d5140308e022683c09413a5','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 7, "goals": 7, "tasks": 7, "overall": 7}',NULL,NULL,'2024-03-07 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','263e6f55357f400297dc0b1adba8a4db'),
('0ef9c80a0a7a4f58b82749a1ff4e825e','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 9, "goals": 9, "tasks": 9, "overall": 9}',NULL,NULL,'2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','ef7197668fd1450e8377a7fc833640fc','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','03b839a00ce5481a88aa8d4d906009cb'),
('0ef9c80a0a7a4f58b82749a1ff4e825e','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 4, "goals": 9, "tasks": 9, "overall": 9}',NULL,NULL,'2024-03-07 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','03b839a00ce5481a88aa8d4d906009cb','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".','d2d770e99be6415dace2861c8f9723e6'),
('7493c5ce41f545af866210da6bb5d213','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 8, "goals": 8, "tasks": 8, "overall": 8}',NULL,NULL,'2024-03-21 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','9c9211b9cda046999eecd1cc05bd2658'),
('0ef9c80a0a7a4f58b82749a1ff4e825e','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'in_session','numbers','typed','desktop','en','{"bond": 3, "goals": 9, "tasks": 9, "overall": 9}',NULL,NULL,'2024-04-02 09:09:00.000000','679f4ae06c2e4da586670be9c4770dd0','d2d770e99be6415dace2861c8f9723e6','A slip','30d8b89d90044f2c919181a3a12ae7db'),
('915a9c413daa47ed8d886d584683a251','4addd6a854ec4782b9faddc022589d28','session-check',1,'','client',1,'after_session','numbers','phone','unknown','de','{"bond": 8, "goals": 0, "tasks": 10, "overall": 5}',NULL,NULL,'2024-06-03 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0',NULL,'','acace99a19ad493b9b9cb17b9eefe525');
INSERT INTO "reassignments" VALUES
('f29746d00ebe4e8caf0df9e8b8fd5d06','998c083641514b819ceb13639293bbc0','679f4ae06c2e4da586670be9c4770dd0','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".','2024-04-02 09:17:00.000000','998c083641514b819ceb13639293bbc0','9652c3c63f764f829f9f0a8d2f3cc2e5');
INSERT INTO "reengagements" VALUES
('87b0325768694ae68e6bf9957a1e15dc','2024-03-14','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.',NULL,'','2024-03-14 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','c66977e60043487dba442d1f3a2f987f'),
('87b0325768694ae68e6bf9957a1e15dc','2024-03-14','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','c66977e60043487dba442d1f3a2f987f','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-03-14 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0','00216c30047746f2922d2586de489954');
INSERT INTO "repair_entries" VALUES
('4fb81ce03d9d4398aed771e178064064',1,'opened',NULL,'[]','',NULL,NULL,NULL,'','2024-03-07 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0','5d8acb9309f3465fb399fa68980bed01'),
('230b0f0acf7d4f39844844da2abd578e',1,'opened',NULL,'[]','',NULL,NULL,NULL,'','2024-03-07 09:07:00.000000','679f4ae06c2e4da586670be9c4770dd0','c8b44b15bb4643d0a80180fd047032d2'),
('beefdf925cf74a628b0e1b597d5bc9b4',1,'opened','confrontation','[]','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέ.',NULL,NULL,NULL,'','2024-03-14 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0','a463181fc0e54179b02065892a7dfe89'),
('beefdf925cf74a628b0e1b597d5bc9b4',2,'planned',NULL,'[]','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>',NULL,NULL,NULL,'','2024-03-14 09:08:00.000000','679f4ae06c2e4da586670be9c4770dd0','3860eca4d14c47329a209cd76109e987'),
('beefdf925cf74a628b0e1b597d5bc9b4',3,'planned',NULL,'[]','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1',NULL,NULL,NULL,'','2024-03-14 09:09:00.000000','679f4ae06c2e4da586670be9c4770dd0','5a0d5f51a03145feb6736b3fcee6de1a'),
('beefdf925cf74a628b0e1b597d5bc9b4',4,'planned',NULL,'[]','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик',NULL,NULL,NULL,'','2024-03-14 09:10:00.000000','679f4ae06c2e4da586670be9c4770dd0','8833cf48c74c435d95c46989f67b174c'),
('beefdf925cf74a628b0e1b597d5bc9b4',5,'planned',NULL,'[]','What was meant',NULL,NULL,'5a0d5f51a03145feb6736b3fcee6de1a','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-03-14 09:11:00.000000','679f4ae06c2e4da586670be9c4770dd0','73f6a77a7d4c4d2891b5c66aa005c982'),
('beefdf925cf74a628b0e1b597d5bc9b4',6,'done',NULL,'[]','',NULL,'73f6a77a7d4c4d2891b5c66aa005c982',NULL,'','2024-03-14 09:12:00.000000','679f4ae06c2e4da586670be9c4770dd0','fa424f4d2247474bbb946e0c9a2c8850'),
('beefdf925cf74a628b0e1b597d5bc9b4',7,'let_go',NULL,'[]','',NULL,'8833cf48c74c435d95c46989f67b174c',NULL,'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-03-14 09:13:00.000000','679f4ae06c2e4da586670be9c4770dd0','a24f5819b71f4a4aa54241df5b2d1a65');
INSERT INTO "repairs" VALUES
('c544da6d5782479aa2af259262b16dd6','c40e8b808d5140308e022683c09413a5','4c9f205751f44a86b3ddc5441d52c51d',1,'4fb81ce03d9d4398aed771e178064064'),
('c544da6d5782479aa2af259262b16dd6','c115902af4744e949081bb9170d6f3ff','e2783c0b30294ddf821874067e321040',1,'230b0f0acf7d4f39844844da2abd578e'),
('7f4b991ea6324aaa9864ac6736030cf1','dd4e698bed1042d093f4f8faf4870747',NULL,7,'beefdf925cf74a628b0e1b597d5bc9b4');
INSERT INTO "roles" VALUES
(1,'clinician'),
(2,'supervisor'),
(3,'administrator');
INSERT INTO "rule_settings" VALUES
('session-check','3','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-01-08 09:13:00.000000','31fdc443fd9545e3953566eb6cc83670','97f4d20e6787412d96259f9500fd0927'),
('session-check','','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלו.','2024-01-08 09:14:00.000000','31fdc443fd9545e3953566eb6cc83670','58df45559d4a49a4a549c551ad68a9c7');
INSERT INTO "saved_views" VALUES
('862fc16367b04b6e875f6d2a27be5947','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽','{"show": "all"}','2024-04-02 09:04:00.000000','b8ad1db6a30b4befabb4af7c12e4598b');
INSERT INTO "sent_forms" VALUES
('ffffffffffffffffffffffffffffffff','31fdc443fd9545e3953566eb6cc83670','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',NULL,'2024-06-03 09:03:00.000000');
INSERT INTO "session_changes" VALUES
('0ef9c80a0a7a4f58b82749a1ff4e825e','held_on','2024-01-25','2024-01-26','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','fb1bfc95808e4addaffd6c03ba7ce752'),
('0ef9c80a0a7a4f58b82749a1ff4e825e','minutes_late','0','5','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','99f6f82a9af94db5a6a42d634e84ac14'),
('0ef9c80a0a7a4f58b82749a1ff4e825e','note','one	tab
another line

  and a gap','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-03-07 09:01:00.000000','679f4ae06c2e4da586670be9c4770dd0','b8be1d110bb44f6abd5437c62f109b6c'),
('d4cdbd2244f84739ab3b566c22aa8c43','held_on','2025-02-14','2025-03-01','moved before it took place','2024-03-14 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0','d5cb4bd8b0104725b453b0eea749676b'),
('0ef9c80a0a7a4f58b82749a1ff4e825e','note','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','one	tab
another line

  and a gap','A slip','2024-04-02 09:09:00.000000','679f4ae06c2e4da586670be9c4770dd0','d8e1cc53369a45d79b7eb2c72e41379b');
INSERT INTO "sign_in_failures" VALUES
('dd5175f2a1823bb84e636fc4839b4942c79e564384793db29588a316a3a74c1f','2024-01-08 09:21:00.000000','ea82ed481adf412095d81d1ea7f19580'),
('8bee055a5171a685155c6fc10cd774494866c32aaf26082261e0feb1d740425e','2024-01-08 09:22:00.000000','48df4922ed424925bd7220c379985dc0'),
('8f53e601b2b4f6ab3c5251f8ae844452e3c2e7f2c02bac74c1f6864bc53ce633','2024-01-08 09:23:00.000000','24a1178d9c40446790143961b983e040');
INSERT INTO "sign_ins" VALUES
('679f4ae06c2e4da586670be9c4770dd0','b86f0e9ae10ab1bc1ccecf9071f1d1bfd1615e803b1a0c7dc4c8d434abb71ef6','ended','2024-01-08 09:18:00.000000','2024-01-08 09:18:00.000000','2024-01-08 09:19:00.000000','signed_out','3ae7285ea18e483d8c7933f6a414e510','Firefox on Linux'),
('679f4ae06c2e4da586670be9c4770dd0','3f77194ce9fe2a00dfaf39c73007e70e6f68407ff4ab583bab6f61b133b37d4d','active','2024-01-08 09:20:00.000000','2024-01-08 09:20:00.000000',NULL,NULL,'326159b3b8634f99aaa65de55ee51e50','another browser'),
('679f4ae06c2e4da586670be9c4770dd0','11ceafb1c59507182d2601c953ce1b7a4e00bd59dd3785e6906463626b1fca05','suspended','2024-06-10 09:01:00.000000','2024-06-10 09:01:00.000000',NULL,NULL,'1eb642736dee4645ad74ba64c8a8c21f','another browser'),
('679f4ae06c2e4da586670be9c4770dd0','cac56585193bb7fc6103993d2c4a2c27a191e3476b05573cfe8a9a72117cc2d5','suspended','2024-06-24 09:03:00.000000','2024-06-24 09:03:00.000000',NULL,NULL,'652c1e82d2d649b5b0946965892225a4','another browser');
INSERT INTO "suggestion_steps" VALUES
('9f0e060fef104648945b20b1c3df257e',1,'drafted','','9b7de070d9771a847c6de7a5e2720bf9','“Thank you for marking this honestly.”','Käthe asks first; 李 listens. {new study}','A. Author (2024)','https://doi.org/10.1/x','T1','2024-04-02 09:25:00.000000','862fc16367b04b6e875f6d2a27be5947','ef1a5f9c1b62440993302026d8ee7a8d'),
('9f0e060fef104648945b20b1c3df257e',2,'returned','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик',NULL,'',NULL,NULL,NULL,NULL,'2024-04-02 09:26:00.000000','679f4ae06c2e4da586670be9c4770dd0','26e5cf24b93c4010aa2e04273da9750e'),
('9f0e060fef104648945b20b1c3df257e',3,'drafted','','9b7de070d9771a847c6de7a5e2720bf9','“Thank you for marking this honestly.”','Käthe asks first; 李 listens. {new study}','A. Author (2024)','https://doi.org/10.1/x','T1','2024-04-02 09:27:00.000000','862fc16367b04b6e875f6d2a27be5947','7f6aaf3d14b54df881d7ca22aa895db2'),
('9f0e060fef104648945b20b1c3df257e',4,'approved','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик',NULL,'',NULL,NULL,NULL,NULL,'2024-04-02 09:28:00.000000','679f4ae06c2e4da586670be9c4770dd0','d1e015dfd21547229f0f485050dd4113'),
('9f0e060fef104648945b20b1c3df257e',5,'published','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик',NULL,'',NULL,NULL,NULL,NULL,'2024-04-02 09:29:00.000000','862fc16367b04b6e875f6d2a27be5947','d43e8300cd9147d49a8660daa181a83f'),
('ef6b2e4758e74c2eb9ee738797944e0e',1,'declined','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>',NULL,'',NULL,NULL,NULL,NULL,'2024-04-02 09:31:00.000000','862fc16367b04b6e875f6d2a27be5947','b7006c2496b74cc3aadd4da933b48b95');
INSERT INTO "suggestions" VALUES
('cards/bond-fell','9b7de070d9771a847c6de7a5e2720bf9','“Thank you for marking this honestly.”','no_source','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki .','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','named','2024-04-02 09:24:00.000000','679f4ae06c2e4da586670be9c4770dd0','9f0e060fef104648945b20b1c3df257e'),
('cards/bond-fell',NULL,'','other','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','unnamed','2024-04-02 09:30:00.000000','679f4ae06c2e4da586670be9c4770dd0','ef6b2e4758e74c2eb9ee738797944e0e'),
('cards/bond-fell',NULL,'','other','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','unnamed','2024-04-02 09:32:00.000000','679f4ae06c2e4da586670be9c4770dd0','b7ed82814c0e4a319343e8d1e79089df');
INSERT INTO "supervision_links" VALUES
('862fc16367b04b6e875f6d2a27be5947','679f4ae06c2e4da586670be9c4770dd0','1999-12-31','2001-12-31','96127ce0cb6f43608905886c410af1b4'),
('862fc16367b04b6e875f6d2a27be5947','679f4ae06c2e4da586670be9c4770dd0','2020-02-29','2024-01-07','f9f017306ea741b8a1e73310b355a3bc'),
('862fc16367b04b6e875f6d2a27be5947','679f4ae06c2e4da586670be9c4770dd0','2024-01-08',NULL,'2e0c86773dc246a9a1f500627c99efca'),
('a66a109b1634492c99a290d2b7b29753','653866e8b57d47188934dd1f6d93809e','2024-01-01','2024-01-07','673dd38ba95340a9a47cf89d85be2a77'),
('862fc16367b04b6e875f6d2a27be5947','998c083641514b819ceb13639293bbc0','2024-01-08',NULL,'b4922784343e42549b909354d38f0b16');
INSERT INTO "therapy_sessions" VALUES
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-01-11','attended','in_person',0,NULL,'one	tab
another line

  and a gap','2024-01-11 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'a6c6fc3b71e349069f34699a81387d5b',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('f29746d00ebe4e8caf0df9e8b8fd5d06','998c083641514b819ceb13639293bbc0','2024-01-11','attended','in_person',NULL,NULL,'','2024-01-11 18:01:00.000000','998c083641514b819ceb13639293bbc0',1,'31f88c2de93b4cbd80b51b50d61036cb',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-01-11','attended','in_person',NULL,NULL,'','2024-01-11 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'2a30f32b5bed4aa0b2f7b53d19ffb7dd',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-01-11','attended','in_person',NULL,NULL,'','2024-01-11 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'1252a3da65b14ddebcd98e1fd0ebbe2a',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-01-18','attended','in_person',0,NULL,'one	tab
another line

  and a gap','2024-01-18 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'75c47fea95ca4eb68c76218d72ead38d',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('f29746d00ebe4e8caf0df9e8b8fd5d06','998c083641514b819ceb13639293bbc0','2024-01-18','attended','in_person',NULL,NULL,'','2024-01-18 18:01:00.000000','998c083641514b819ceb13639293bbc0',1,'73c4adfacbbf47a3a6dbb7f23af07005',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-01-18','attended','in_person',NULL,NULL,'','2024-01-18 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'f2c90d6d106b4206b85efe1ca3409bf7',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-01-18','attended','in_person',NULL,NULL,'','2024-01-18 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'c82f742d529c4ddfb7d5b85310213830',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-01-26','attended','in_person',5,NULL,'one	tab
another line

  and a gap','2024-01-25 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',4,'0ef9c80a0a7a4f58b82749a1ff4e825e',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('f29746d00ebe4e8caf0df9e8b8fd5d06','998c083641514b819ceb13639293bbc0','2024-01-25','attended','in_person',NULL,NULL,'','2024-01-25 18:01:00.000000','998c083641514b819ceb13639293bbc0',1,'ff1fd8a237084922b791c2dd02defb4f',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-01-25','attended','in_person',NULL,NULL,'','2024-01-25 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'4d7a8ef5b4624914b3ad177ca8ff5dde',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-01-25','attended','in_person',NULL,NULL,'','2024-01-25 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'ee400a342a8a4011a77728a8f8fbcaba',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-02-01','attended','in_person',0,NULL,'one	tab
another line

  and a gap','2024-02-01 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'c115902af4744e949081bb9170d6f3ff',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('f29746d00ebe4e8caf0df9e8b8fd5d06','998c083641514b819ceb13639293bbc0','2024-02-01','attended','in_person',NULL,NULL,'','2024-02-01 18:01:00.000000','998c083641514b819ceb13639293bbc0',1,'3b3d900134e747209208c483ac0f2f71',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-02-01','attended','in_person',NULL,NULL,'','2024-02-01 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'c8bceba564ff480a83dc1e97fb8343ce',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-02-01','attended','in_person',NULL,NULL,'','2024-02-01 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'708db2b9d5c64794b9c50f3a475b1dc0',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-02-08','attended','in_person',180,'declined','','2024-02-08 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'ffbe7c8eefec43069e3377c409134559',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-02-15','attended','in_person',0,NULL,'one	tab
another line

  and a gap','2024-02-15 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'ff83a4d947dc461899ca9decbc716512',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('f29746d00ebe4e8caf0df9e8b8fd5d06','998c083641514b819ceb13639293bbc0','2024-02-15','attended','in_person',NULL,NULL,'','2024-02-15 18:01:00.000000','998c083641514b819ceb13639293bbc0',1,'fefc8317cfcf4d24a26297d856b2e8f8',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-02-15','attended','in_person',NULL,NULL,'','2024-02-15 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'8da39ad1964e4f58b21db6c884d25830',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-02-15','attended','in_person',NULL,NULL,'','2024-02-15 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'bf9d3b926a344d0db7cbab8ee60a8eb4',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-02-22','attended','in_person',0,NULL,'one	tab
another line

  and a gap','2024-02-22 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'ce4c1a7f1a85476299c6dcf75daa6bdd',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('f29746d00ebe4e8caf0df9e8b8fd5d06','998c083641514b819ceb13639293bbc0','2024-02-22','attended','in_person',NULL,NULL,'','2024-02-22 18:01:00.000000','998c083641514b819ceb13639293bbc0',1,'08b73755dab84253b7771d6c79b5a860',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-02-22','attended','in_person',NULL,NULL,'','2024-02-22 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'990a6be6c19f4d80a683d370e71db7c4',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-02-22','attended','in_person',NULL,NULL,'','2024-02-22 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'9d3b3e4a6b964895ac71f4c2d0c2f59e',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-02-29','attended','in_person',0,NULL,'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלו.','2024-02-29 18:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'653c7938fe864a69bd944de276f66d27',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('f29746d00ebe4e8caf0df9e8b8fd5d06','998c083641514b819ceb13639293bbc0','2024-02-29','attended','in_person',NULL,NULL,'','2024-02-29 18:01:00.000000','998c083641514b819ceb13639293bbc0',1,'c58129f0759048e189a8e74916ea53e9',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-02-29','attended','in_person',NULL,NULL,'','2024-02-29 18:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'de16b777c8b04542a0f199fcbc306bf4',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-02-29','attended','in_person',NULL,NULL,'','2024-02-29 18:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'dd4e698bed1042d093f4f8faf4870747',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-03-07','attended','in_person',11,NULL,'','2024-03-07 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'c40e8b808d5140308e022683c09413a5','partly',1,0,1,1,'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".','','👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-03-14','missed','in_person',NULL,NULL,'','2024-03-14 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'87b0325768694ae68e6bf9957a1e15dc',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2025-03-01','scheduled','outside',NULL,NULL,'','2024-03-14 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',2,'d4cdbd2244f84739ab3b566c22aa8c43',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2025-02-21','scheduled','outside',NULL,NULL,'','2024-03-14 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',2,'1aba2ead5f9645768f0d8ed6a17b11da',NULL,NULL,NULL,NULL,NULL,'','','','2024-03-14 09:05:00.000000'),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2025-02-28','scheduled','outside',NULL,NULL,'','2024-03-14 09:03:00.000000','679f4ae06c2e4da586670be9c4770dd0',1,'99a88d2614254299a06c757d9bda49af',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-03-21','attended','in_person',NULL,NULL,'','2024-03-21 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',2,'7493c5ce41f545af866210da6bb5d213',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-06-03','attended','outside',NULL,NULL,'','2024-06-03 09:04:00.000000','679f4ae06c2e4da586670be9c4770dd0',3,'915a9c413daa47ed8d886d584683a251',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-06-10','attended','outside',NULL,'declined','','2024-06-10 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',3,'ea0a12654de74d28adcb9995772c2507',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-06-17','attended','outside',NULL,'not_asked','','2024-06-17 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',3,'761fdc85f7c74d689d6a9a4481e6b112',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('7f4b991ea6324aaa9864ac6736030cf1','679f4ae06c2e4da586670be9c4770dd0','2024-06-24','attended','video',NULL,'asked','','2024-06-24 09:00:00.000000','679f4ae06c2e4da586670be9c4770dd0',2,'e6b777969c6042b1ab24b29402c92d30',NULL,NULL,NULL,NULL,NULL,'','','',NULL),
('c544da6d5782479aa2af259262b16dd6','679f4ae06c2e4da586670be9c4770dd0','2024-06-24','attended','outside',NULL,'asked','','2024-06-24 09:02:00.000000','679f4ae06c2e4da586670be9c4770dd0',2,'f4af6c8f19a045d9852fa32b179e5a28',NULL,NULL,NULL,NULL,NULL,'','','',NULL);
INSERT INTO "useful_marks" VALUES
('cards/bond-fell','679f4ae06c2e4da586670be9c4770dd0','2024-04-02 09:23:00.000000','3cdd9ccb49514896a7498bb345db59ee');
INSERT INTO "user_preferences" VALUES
('679f4ae06c2e4da586670be9c4770dd0','dark','compact',1,0,'$argon2id$v=19$m=64,t=1,p=4$j1EK4fyf07oXIuT8/3+vtQ$Nt35ashFvyMo1fqKDS1exsMtmeN2/PSOO8qJ5FzGN/o'),
('862fc16367b04b6e875f6d2a27be5947','light','compact',1,0,NULL);
INSERT INTO "user_roles" VALUES
('31fdc443fd9545e3953566eb6cc83670',3),
('679f4ae06c2e4da586670be9c4770dd0',1),
('862fc16367b04b6e875f6d2a27be5947',2),
('998c083641514b819ceb13639293bbc0',1),
('a66a109b1634492c99a290d2b7b29753',3),
('a66a109b1634492c99a290d2b7b29753',1),
('a66a109b1634492c99a290d2b7b29753',2),
('653866e8b57d47188934dd1f6d93809e',1);
INSERT INTO "users" VALUES
('administrator@practice.example','Ines 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1','$argon2id$v=19$m=64,t=1,p=4$YSwFgBDCuBciBKC0FiIEQA$kDjw66+Ksz5vWAifkMqt3XBfzkiR5PDGw/rD2rewHgY',1,'ad980dbdc18c25cc4b2bf72784e33d16cff4f78764c2b6883891bb3576bb38c4','2024-01-08 09:00:00.000000',1,'31fdc443fd9545e3953566eb6cc83670'),
('clinician@practice.example','Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик','$argon2id$v=19$m=64,t=1,p=4$YSwFgBDCuBciBKC0FiIEQA$kDjw66+Ksz5vWAifkMqt3XBfzkiR5PDGw/rD2rewHgY',1,'0c49c464239e838b55bfbd7b0164c891f2897d7e76383d32bf6ee87845b3d814','2024-01-08 09:01:00.000000',1,'679f4ae06c2e4da586670be9c4770dd0'),
('supervisor@practice.example','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','$argon2id$v=19$m=64,t=1,p=4$YSwFgBDCuBciBKC0FiIEQA$kDjw66+Ksz5vWAifkMqt3XBfzkiR5PDGw/rD2rewHgY',1,'c701a1dc35ae142c23d2b6bf432a8a8cae8cff87449b7a88e653262436e28ca0','2024-01-08 09:02:00.000000',1,'862fc16367b04b6e875f6d2a27be5947'),
('colleague@practice.example','O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ω.','$argon2id$v=19$m=64,t=1,p=4$rlVKaa11rlVqTen9HwMgZA$paOzWu1we+fdn3fNJeANQRVWDQ9Vx4je7FouhfbaH5s',1,'16f2e4821c550381baf66236053fd87a35ed48f30314e1b725cc6c9fa0f76686','2024-01-08 09:03:00.000000',1,'998c083641514b819ceb13639293bbc0'),
('both@practice.example','Ö','$argon2id$v=19$m=64,t=1,p=4$YSwFgBDCuBciBKC0FiIEQA$kDjw66+Ksz5vWAifkMqt3XBfzkiR5PDGw/rD2rewHgY',1,'ca9955ceb0ff322742d93e822bdf93e1b40de695298ba41647ce35b706b0b150','2024-01-08 09:04:00.000000',1,'a66a109b1634492c99a290d2b7b29753'),
('disabled@practice.example','Gone','$argon2id$v=19$m=64,t=1,p=4$YSwFgBDCuBciBKC0FiIEQA$kDjw66+Ksz5vWAifkMqt3XBfzkiR5PDGw/rD2rewHgY',0,'6463d37d563b91aab383b71112236b8bb5734e92f899827436ca31cc0c600f9d','2024-01-08 09:05:00.000000',2,'653866e8b57d47188934dd1f6d93809e');
INSERT INTO "usual_range_starts" VALUES
('c544da6d5782479aa2af259262b16dd6','session-check','0ef9c80a0a7a4f58b82749a1ff4e825e',1,'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b> Käthe Größenwahn-Łącki ß ſ Ǆ İı Ωμέγα Ёжик 👩🏽‍⚕️🇩🇪 é שלום ‮right to left‬ 漢字 𠀀 ﷽    ½ ∞ −1 O''Brien said: "don''t".','2024-03-14 09:06:00.000000','679f4ae06c2e4da586670be9c4770dd0','f2ed74c19f85484687356cda317dab3f'),
('c544da6d5782479aa2af259262b16dd6','session-check','0ef9c80a0a7a4f58b82749a1ff4e825e',0,'O''Brien said: "don''t" \ ; -- '''' DROP TABLE clients; /* %s {x} :y ? $1 */ <b>&amp;</b>','2024-03-14 09:07:00.000000','679f4ae06c2e4da586670be9c4770dd0','b1f7beb2b3364918834ac65c76032068');
CREATE INDEX ix_actions_client_id ON actions (client_id);
CREATE INDEX ix_actions_review_id ON actions (review_id);
CREATE INDEX ix_adaptations_client_id ON adaptations (client_id);
CREATE INDEX ix_audit_entries_actor_id ON audit_entries (actor_id);
CREATE INDEX ix_audit_entries_client_id ON audit_entries (client_id);
CREATE INDEX ix_client_reviews_client_day ON client_reviews (client_id, reviewed_on);
CREATE INDEX ix_client_reviews_meeting_id ON client_reviews (meeting_id);
CREATE INDEX ix_clients_clinician_id ON clients (clinician_id);
CREATE INDEX ix_code_guesses_at ON code_guesses (at);
CREATE INDEX ix_covers_clinician_id ON covers (clinician_id);
CREATE INDEX ix_covers_cover_id ON covers (cover_id);
CREATE INDEX ix_emergency_accesses_user_client ON emergency_accesses (user_id, client_id);
CREATE INDEX ix_exports_user_id ON exports (user_id);
CREATE INDEX ix_flags_client_id ON flags (client_id);
CREATE INDEX ix_goal_progress_goal_id ON goal_progress (goal_id);
CREATE INDEX ix_goals_client_id ON goals (client_id);
CREATE INDEX ix_handovers_client_id ON handovers (client_id);
CREATE INDEX ix_handovers_session_id ON handovers (session_id);
CREATE INDEX ix_learning_tries_user_concept ON learning_tries (user_id, concept);
CREATE INDEX ix_library_checks_text ON library_checks (text);
CREATE INDEX ix_library_reviews_text ON library_reviews (text);
CREATE INDEX ix_meetings_clinician_id ON meetings (clinician_id);
CREATE INDEX ix_notices_user_seen ON notices (user_id, seen_at);
CREATE INDEX ix_objectives_client_id ON objectives (client_id);
CREATE INDEX ix_ratings_session_id ON ratings (session_id);
CREATE INDEX ix_reassignments_client_id ON reassignments (client_id);
CREATE INDEX ix_reassignments_from_id ON reassignments (from_id);
CREATE INDEX ix_reassignments_to_id ON reassignments (to_id);
CREATE INDEX ix_reengagements_session_id ON reengagements (session_id);
CREATE INDEX ix_repairs_client_id ON repairs (client_id);
CREATE INDEX ix_rule_settings_measure_key ON rule_settings (measure_key);
CREATE INDEX ix_session_changes_session_id ON session_changes (session_id);
CREATE INDEX ix_sign_in_failures_identifier_at ON sign_in_failures (identifier_hash, at);
CREATE INDEX ix_sign_ins_user_id ON sign_ins (user_id);
CREATE INDEX ix_suggestions_text ON suggestions (text);
CREATE INDEX ix_supervision_links_supervisor_id ON supervision_links (supervisor_id);
CREATE INDEX ix_therapy_sessions_client_day ON therapy_sessions (client_id, held_on, recorded_at);
CREATE INDEX ix_usual_range_starts_client_id ON usual_range_starts (client_id);
CREATE UNIQUE INDEX uq_flag_answers_sequence ON flag_answers (flag_id, sequence);
CREATE UNIQUE INDEX uq_flag_findings_sequence ON flag_findings (flag_id, sequence);
CREATE UNIQUE INDEX uq_flag_reviews_sequence ON flag_reviews (flag_id, sequence);
CREATE UNIQUE INDEX uq_flags_place ON flags (session_id, measure_key, rater, participant_id, concern);
CREATE UNIQUE INDEX uq_goal_entries_sequence ON goal_entries (goal_id, sequence);
CREATE UNIQUE INDEX uq_handovers_running_code_hash ON handovers (code_hash) WHERE state IN ('waiting', 'open');
CREATE UNIQUE INDEX uq_handovers_running_secret_hash ON handovers (secret_hash) WHERE state IN ('waiting', 'open');
CREATE UNIQUE INDEX uq_handovers_running_session_id ON handovers (session_id, participant_id) WHERE state IN ('waiting', 'open');
CREATE UNIQUE INDEX uq_learning_tries_open ON learning_tries (user_id, concept) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX uq_objective_versions_sequence ON objective_versions (objective_id, sequence);
CREATE UNIQUE INDEX uq_one_time_codes_open ON one_time_codes (user_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX uq_ratings_first_of_participant ON ratings (session_id, measure_key, rater, participant_id) WHERE supersedes_id IS NULL AND participant_id IS NOT NULL;
CREATE UNIQUE INDEX uq_ratings_first_of_therapist ON ratings (session_id, measure_key, rater) WHERE supersedes_id IS NULL AND participant_id IS NULL;
CREATE UNIQUE INDEX uq_repair_entries_sequence ON repair_entries (repair_id, sequence);
CREATE TRIGGER adaptations_no_update BEFORE UPDATE ON adaptations BEGIN SELECT RAISE(ABORT, 'adaptations: rows are written once'); END;
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'audit_entries: rows are written once'); END;
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE(ABORT, 'audit_entries: rows are written once'); END;
CREATE TRIGGER client_reviews_no_update BEFORE UPDATE ON client_reviews BEGIN SELECT RAISE(ABORT, 'client_reviews: rows are written once'); END;
CREATE TRIGGER flag_answers_no_update BEFORE UPDATE ON flag_answers BEGIN SELECT RAISE(ABORT, 'flag_answers: rows are written once'); END;
CREATE TRIGGER flag_findings_no_update BEFORE UPDATE ON flag_findings BEGIN SELECT RAISE(ABORT, 'flag_findings: rows are written once'); END;
CREATE TRIGGER flag_reviews_no_update BEFORE UPDATE ON flag_reviews BEGIN SELECT RAISE(ABORT, 'flag_reviews: rows are written once'); END;
CREATE TRIGGER goal_entries_no_update BEFORE UPDATE ON goal_entries BEGIN SELECT RAISE(ABORT, 'goal_entries: rows are written once'); END;
CREATE TRIGGER goal_progress_no_update BEFORE UPDATE ON goal_progress BEGIN SELECT RAISE(ABORT, 'goal_progress: rows are written once'); END;
CREATE TRIGGER library_reviews_no_update BEFORE UPDATE ON library_reviews BEGIN SELECT RAISE(ABORT, 'library_reviews: rows are written once'); END;
CREATE TRIGGER library_revisions_no_update BEFORE UPDATE ON library_revisions BEGIN SELECT RAISE(ABORT, 'library_revisions: rows are written once'); END;
CREATE TRIGGER objective_versions_no_update BEFORE UPDATE ON objective_versions BEGIN SELECT RAISE(ABORT, 'objective_versions: rows are written once'); END;
CREATE TRIGGER practice_reports_no_update BEFORE UPDATE ON practice_reports BEGIN SELECT RAISE(ABORT, 'practice_reports: rows are written once'); END;
CREATE TRIGGER ratings_no_update BEFORE UPDATE ON ratings BEGIN SELECT RAISE(ABORT, 'ratings: rows are written once'); END;
CREATE TRIGGER reassignments_no_update BEFORE UPDATE ON reassignments BEGIN SELECT RAISE(ABORT, 'reassignments: rows are written once'); END;
CREATE TRIGGER reengagements_no_update BEFORE UPDATE ON reengagements BEGIN SELECT RAISE(ABORT, 'reengagements: rows are written once'); END;
CREATE TRIGGER repair_entries_no_update BEFORE UPDATE ON repair_entries BEGIN SELECT RAISE(ABORT, 'repair_entries: rows are written once'); END;
CREATE TRIGGER rule_settings_no_update BEFORE UPDATE ON rule_settings BEGIN SELECT RAISE(ABORT, 'rule_settings: rows are written once'); END;
CREATE TRIGGER session_changes_no_update BEFORE UPDATE ON session_changes BEGIN SELECT RAISE(ABORT, 'session_changes: rows are written once'); END;
CREATE TRIGGER suggestion_steps_no_update BEFORE UPDATE ON suggestion_steps BEGIN SELECT RAISE(ABORT, 'suggestion_steps: rows are written once'); END;
CREATE TRIGGER suggestions_no_update BEFORE UPDATE ON suggestions BEGIN SELECT RAISE(ABORT, 'suggestions: rows are written once'); END;
CREATE TRIGGER usual_range_starts_no_update BEFORE UPDATE ON usual_range_starts BEGIN SELECT RAISE(ABORT, 'usual_range_starts: rows are written once'); END;
