"""Who may do what, as a table: every route, and who gets through."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.web.things import Ids, absent_ids
from tracker.reference.library import library

ROLES = ("clinician", "supervisor", "administrator", "outsider")
OPEN = frozenset({"anyone"})
CLIENT = frozenset({"client"})  # whoever holds a hand-over: none of the staff, and nobody else


@dataclass(frozen=True)
class Row:
    """A route: its path, who gets through to which of the clinician's things, and what a form brings."""

    path: Callable[[Ids], str]
    allowed: frozenset[str]
    works: int = 200
    form: tuple[tuple[str, str], ...] = ()


READERS, OWN = frozenset({"clinician", "supervisor"}), frozenset({"clinician"})
SUPERVISORS = frozenset({"supervisor"})
CLINICIANS = frozenset({"clinician", "outsider"})
SENTENCE = next(library().texts["article"].sentences).digest
EVERYONE, ADMINISTRATORS = frozenset(ROLES), frozenset({"administrator"})

MATRIX: dict[tuple[str, str], Row] = {
    ("static", "GET"): Row(lambda _: "/static/css/base.css", OPEN),
    ("assets.plotly", "GET"): Row(lambda _: "/assets/plotly-0.0.0.js", OPEN, 404),
    ("about.health", "GET"): Row(lambda _: "/health", OPEN),
    ("security.login", "GET"): Row(lambda _: "/sign-in", OPEN),
    ("security.login", "POST"): Row(lambda _: "/sign-in", OPEN, 422),
    ("security.logout", "POST"): Row(lambda _: "/sign-out", OPEN, 302),
    ("about.show", "GET"): Row(lambda _: "/help", EVERYONE),
    ("about.rules", "GET"): Row(lambda _: "/help/rules", EVERYONE),
    ("measures.index", "GET"): Row(lambda _: "/measures", EVERYONE),
    ("measures.show", "GET"): Row(lambda _: "/measures/srs", EVERYONE),
    ("audit.show", "GET"): Row(lambda _: "/audit", ADMINISTRATORS),
    ("audit.taken", "GET"): Row(lambda _: "/audit/exports", ADMINISTRATORS),
    ("audit.mine", "GET"): Row(lambda _: "/audit/mine", CLINICIANS),
    ("audit.export", "POST"): Row(lambda _: "/audit/export", ADMINISTRATORS, 422),
    ("reports.clinician", "GET"): Row(lambda ids: f"/caseloads/{ids.clinician}/report", READERS),
    ("reports.take_clinician", "POST"): Row(
        lambda ids: f"/caseloads/{ids.clinician}/report", READERS, 422
    ),
    ("reports.practice", "GET"): Row(lambda _: "/practice/report", ADMINISTRATORS),
    ("reports.take_practice", "POST"): Row(lambda _: "/practice/report", ADMINISTRATORS, 422),
    ("caseload.home", "GET"): Row(lambda _: "/", EVERYONE),
    ("board.show", "GET"): Row(lambda _: "/supervision", SUPERVISORS),
    ("board.find", "POST"): Row(lambda _: "/supervision/find", SUPERVISORS, 303),
    ("board.sign_off", "POST"): Row(lambda _: "/supervision/sign-off", SUPERVISORS, 422),
    ("board.save_view", "POST"): Row(lambda _: "/supervision/views", SUPERVISORS, 422),
    ("board.remove_view", "POST"): Row(
        lambda ids: f"/supervision/views/{ids.view}/remove", SUPERVISORS, 303
    ),
    ("flag_reviews.add", "POST"): Row(lambda ids: f"/flags/{ids.flag}/review", READERS, 422),
    ("client_reviews.show", "GET"): Row(lambda ids: f"/clients/{ids.client}/reviews", READERS),
    ("client_reviews.add", "POST"): Row(
        lambda ids: f"/clients/{ids.client}/reviews", SUPERVISORS, 303
    ),
    ("meetings.index", "GET"): Row(lambda _: "/meetings", READERS | CLINICIANS),
    ("meetings.create", "POST"): Row(lambda _: "/meetings", SUPERVISORS, 422),
    ("meetings.show", "GET"): Row(lambda ids: f"/meetings/{ids.meeting}", READERS),
    ("meetings.decide", "POST"): Row(lambda ids: f"/meetings/{ids.meeting}", SUPERVISORS, 422),
    ("standing_in.emergency_form", "GET"): Row(lambda _: "/emergency", READERS | CLINICIANS),
    ("standing_in.open_record", "POST"): Row(lambda _: "/emergency", READERS | CLINICIANS, 422),
    ("standing_in.close", "POST"): Row(
        lambda ids: f"/emergencies/{ids.emergency}/close", SUPERVISORS, 303
    ),
    ("standing_in.report", "GET"): Row(lambda _: "/emergencies", ADMINISTRATORS),
    ("standing_in.cover", "GET"): Row(
        lambda ids: f"/people/{ids.clinician}/cover", OWN | ADMINISTRATORS
    ),
    ("standing_in.arrange", "POST"): Row(
        lambda ids: f"/people/{ids.clinician}/cover", OWN | ADMINISTRATORS, 422
    ),
    ("standing_in.end_cover", "POST"): Row(
        lambda ids: f"/covers/{ids.cover}/end", OWN | ADMINISTRATORS, 303
    ),
    ("standing_in.transfer_form", "GET"): Row(lambda ids: f"/clients/{ids.client}/transfer", OWN),
    ("standing_in.transfer", "POST"): Row(lambda ids: f"/clients/{ids.client}/transfer", OWN, 422),
    ("standing_in.put_away", "POST"): Row(lambda ids: f"/notices/{ids.notice}/seen", OWN, 303),
    ("printing.note", "POST"): Row(lambda ids: "/printed", frozenset(), 404),
    ("meetings.end_action", "POST"): Row(lambda ids: f"/actions/{ids.action}/end", READERS, 422),
    ("caseload.show", "GET"): Row(lambda ids: f"/caseloads/{ids.clinician}", READERS),
    ("caseload.ended", "GET"): Row(lambda ids: f"/caseloads/{ids.clinician}/ended", READERS),
    ("questions.index", "GET"): Row(lambda ids: f"/caseloads/{ids.clinician}/questions", READERS),
    ("questions.show", "GET"): Row(
        lambda ids: f"/caseloads/{ids.clinician}/questions/silent", READERS
    ),
    ("find.show", "GET"): Row(lambda _: "/find", EVERYONE),
    ("find.look", "POST"): Row(lambda _: "/find", EVERYONE),
    ("clients.new", "GET"): Row(lambda _: "/clients/new", CLINICIANS),
    ("clients.create", "POST"): Row(lambda _: "/clients/new", CLINICIANS, 422),
    ("clients.show", "GET"): Row(lambda ids: f"/clients/{ids.client}", READERS),
    ("record.sessions", "GET"): Row(lambda ids: f"/clients/{ids.client}/sessions", READERS),
    ("record.repairs", "GET"): Row(lambda ids: f"/clients/{ids.client}/repairs", READERS),
    ("record.about", "GET"): Row(lambda ids: f"/clients/{ids.client}/about", READERS),
    ("record.explore", "GET"): Row(lambda ids: f"/clients/{ids.client}/explore", READERS),
    ("clients.edit", "GET"): Row(lambda ids: f"/clients/{ids.client}/details", OWN),
    ("clients.update", "POST"): Row(lambda ids: f"/clients/{ids.client}/details", OWN, 422),
    ("treatment.ending", "GET"): Row(lambda ids: f"/clients/{ids.client}/ending", OWN),
    ("treatment.end", "POST"): Row(lambda ids: f"/clients/{ids.client}/ending", OWN, 409),
    ("treatment.reopening", "GET"): Row(lambda ids: f"/clients/{ids.ended}/reopening", OWN),
    ("treatment.reopen", "POST"): Row(lambda ids: f"/clients/{ids.ended}/reopening", OWN, 409),
    ("treatment.pausing", "GET"): Row(lambda ids: f"/clients/{ids.client}/pause", OWN),
    ("treatment.pause", "POST"): Row(lambda ids: f"/clients/{ids.client}/pause", OWN, 409),
    ("treatment.resume", "POST"): Row(lambda ids: f"/clients/{ids.client}/pause/over", OWN, 409),
    ("treatment.mistake", "GET"): Row(lambda ids: f"/clients/{ids.client}/mistake", OWN),
    ("treatment.take_back", "POST"): Row(lambda ids: f"/clients/{ids.client}/mistake", OWN, 409),
    ("removals.show", "GET"): Row(lambda ids: f"/sessions/{ids.session}/removal", OWN),
    ("removals.remove", "POST"): Row(lambda ids: f"/sessions/{ids.session}/removal", OWN, 422),
    ("removals.put_back", "POST"): Row(lambda ids: f"/sessions/{ids.removed}/put-back", OWN, 409),
    ("repairs.new", "GET"): Row(lambda ids: f"/clients/{ids.client}/repairs/new", OWN),
    ("repairs.create", "POST"): Row(lambda ids: f"/clients/{ids.client}/repairs/new", OWN, 422),
    ("repairs.show", "GET"): Row(lambda ids: f"/repairs/{ids.repair}", READERS),
    ("repairs.add", "POST"): Row(lambda ids: f"/repairs/{ids.repair}", OWN, 422),
    ("repairs.edit", "GET"): Row(lambda ids: f"/repairs/{ids.repair}/entries/{ids.entry}", OWN),
    ("repairs.correct", "POST"): Row(
        lambda ids: f"/repairs/{ids.repair}/entries/{ids.entry}", OWN, 409
    ),
    ("goals.index", "GET"): Row(lambda ids: f"/clients/{ids.client}/goals", READERS),
    ("goals.create", "POST"): Row(lambda ids: f"/clients/{ids.client}/goals", OWN, 422),
    ("goals.show", "GET"): Row(lambda ids: f"/goals/{ids.goal}", READERS),
    ("goals.add", "POST"): Row(lambda ids: f"/goals/{ids.goal}", OWN, 422),
    ("goals.edit", "GET"): Row(lambda ids: f"/goals/{ids.goal}/entries/{ids.goal_entry}", OWN),
    ("goals.correct", "POST"): Row(
        lambda ids: f"/goals/{ids.goal}/entries/{ids.goal_entry}", OWN, 422
    ),
    ("objectives.index", "GET"): Row(lambda ids: f"/clients/{ids.client}/objectives", READERS),
    ("objectives.new", "GET"): Row(
        lambda ids: f"/clients/{ids.client}/objectives/new/shared-goals", OWN
    ),
    ("objectives.create", "POST"): Row(
        lambda ids: f"/clients/{ids.client}/objectives/new/shared-goals", OWN, 422
    ),
    ("objectives.show", "GET"): Row(lambda ids: f"/objectives/{ids.objective}", READERS),
    ("objectives.keep", "POST"): Row(lambda ids: f"/objectives/{ids.objective}", OWN, 422),
    ("objectives.edit", "GET"): Row(lambda ids: f"/objectives/{ids.objective}/change", OWN),
    ("objectives.change", "POST"): Row(lambda ids: f"/objectives/{ids.objective}/change", OWN, 422),
    ("adaptations.index", "GET"): Row(lambda ids: f"/clients/{ids.client}/adaptations", READERS),
    ("adaptations.create", "POST"): Row(lambda ids: f"/clients/{ids.client}/adaptations", OWN, 422),
    ("adaptations.edit", "GET"): Row(lambda ids: f"/adaptations/{ids.adaptation}", OWN),
    ("adaptations.correct", "POST"): Row(lambda ids: f"/adaptations/{ids.adaptation}", OWN, 422),
    ("schedule.show", "GET"): Row(lambda ids: f"/clients/{ids.client}/schedule", OWN),
    ("schedule.create", "POST"): Row(lambda ids: f"/clients/{ids.client}/schedule", OWN, 422),
    ("schedule.became", "GET"): Row(lambda ids: f"/scheduled/{ids.scheduled}", OWN),
    ("schedule.settle", "POST"): Row(lambda ids: f"/scheduled/{ids.scheduled}", OWN, 422),
    ("reengagement.show", "GET"): Row(lambda ids: f"/sessions/{ids.missed}/coming-back", READERS),
    ("reengagement.record", "POST"): Row(
        lambda ids: f"/sessions/{ids.missed}/coming-back", OWN, 422
    ),
    ("usual_range.show", "GET"): Row(
        lambda ids: f"/clients/{ids.client}/usual-range/session-check", READERS
    ),
    ("usual_range.change", "POST"): Row(
        lambda ids: f"/clients/{ids.client}/usual-range/session-check", OWN, 422
    ),
    ("versions.show", "GET"): Row(lambda ids: f"/clients/{ids.client}/measures/session-check", OWN),
    ("versions.switch", "POST"): Row(
        lambda ids: f"/clients/{ids.client}/measures/session-check", OWN, 422
    ),
    ("sessions.new", "GET"): Row(lambda ids: f"/clients/{ids.client}/sessions/new", OWN),
    ("sessions.create", "POST"): Row(lambda ids: f"/clients/{ids.client}/sessions/new", OWN, 422),
    ("sessions.saved", "GET"): Row(lambda ids: f"/sessions/{ids.session}/saved", OWN),
    ("sessions.show", "GET"): Row(lambda ids: f"/sessions/{ids.session}", READERS),
    ("notes.session", "GET"): Row(lambda ids: f"/sessions/{ids.session}/note", OWN),
    ("notes.closing", "GET"): Row(lambda ids: f"/clients/{ids.ended}/closing", READERS),
    ("notes.handoff", "GET"): Row(lambda ids: f"/clients/{ids.client}/handoff", READERS),
    ("sessions.edit", "GET"): Row(lambda ids: f"/sessions/{ids.session}/correct", OWN),
    ("sessions.correct", "POST"): Row(lambda ids: f"/sessions/{ids.session}/correct", OWN, 422),
    ("flags.show", "GET"): Row(lambda ids: f"/flags/{ids.flag}", READERS),
    ("flags.undo", "POST"): Row(lambda ids: f"/flags/{ids.flag}/undo", OWN, 409),
    ("flags.answer", "POST"): Row(lambda ids: f"/flags/{ids.flag}", OWN, 422),
    ("about.accessibility", "GET"): Row(lambda _: "/accessibility", OPEN),
    ("about.privacy", "GET"): Row(lambda _: "/privacy", OPEN),
    ("passwords.reset_form", "GET"): Row(lambda _: "/reset", OPEN),
    ("passwords.reset", "POST"): Row(lambda _: "/reset", OPEN, 422),
    ("accounts.index", "GET"): Row(lambda _: "/people", ADMINISTRATORS),
    ("accounts.new", "GET"): Row(lambda _: "/people/new", ADMINISTRATORS),
    ("accounts.create", "POST"): Row(lambda _: "/people/new", ADMINISTRATORS, 422),
    ("accounts.show", "GET"): Row(lambda ids: f"/people/{ids.clinician}", ADMINISTRATORS),
    ("accounts.update", "POST"): Row(lambda ids: f"/people/{ids.clinician}", ADMINISTRATORS, 409),
    ("accounts.code", "POST"): Row(lambda ids: f"/people/{ids.clinician}/code", ADMINISTRATORS),
    ("accounts.disable", "POST"): Row(
        lambda ids: f"/people/{ids.clinician}/disable", ADMINISTRATORS, 409
    ),
    ("accounts.enable", "POST"): Row(
        lambda ids: f"/people/{ids.clinician}/enable", ADMINISTRATORS, 303
    ),
    ("accounts.reassign_form", "GET"): Row(
        lambda ids: f"/people/{ids.clinician}/reassign", ADMINISTRATORS
    ),
    ("accounts.reassign", "POST"): Row(
        lambda ids: f"/people/{ids.clinician}/reassign", ADMINISTRATORS, 422
    ),
    ("supervision.show", "GET"): Row(
        lambda ids: f"/people/{ids.clinician}/supervision", ADMINISTRATORS
    ),
    ("supervision.link", "POST"): Row(
        lambda ids: f"/people/{ids.clinician}/supervision", ADMINISTRATORS, 422
    ),
    ("supervision.end", "POST"): Row(
        lambda ids: f"/supervision-links/{ids.link}/end", ADMINISTRATORS, 303
    ),
    ("practice.show", "GET"): Row(lambda _: "/practice", ADMINISTRATORS),
    ("practice.update", "POST"): Row(lambda _: "/practice", ADMINISTRATORS, 409),
    ("practice.index", "GET"): Row(lambda _: "/practice/thresholds", ADMINISTRATORS),
    ("practice.threshold", "GET"): Row(lambda _: "/practice/thresholds/srs", ADMINISTRATORS),
    ("practice.set_threshold", "POST"): Row(
        lambda _: "/practice/thresholds/srs", ADMINISTRATORS, 422
    ),
    ("estimates.index", "GET"): Row(lambda _: "/practice/own-ratings", ADMINISTRATORS),
    ("estimates.show", "GET"): Row(lambda _: "/practice/own-ratings/srs", ADMINISTRATORS),
    ("estimates.update", "POST"): Row(lambda _: "/practice/own-ratings/srs", ADMINISTRATORS, 422),
    ("my_settings.show", "GET"): Row(lambda _: "/settings", EVERYONE),
    ("my_settings.update", "POST"): Row(lambda _: "/settings", EVERYONE, 422),
    ("my_settings.password_form", "GET"): Row(lambda _: "/settings/password", EVERYONE),
    ("my_settings.password", "POST"): Row(lambda _: "/settings/password", EVERYONE, 422),
    ("my_settings.pin_form", "GET"): Row(lambda _: "/settings/pin", EVERYONE),
    ("my_settings.pin", "POST"): Row(lambda _: "/settings/pin", EVERYONE, 422),
    ("my_settings.where", "GET"): Row(lambda _: "/settings/sign-ins", EVERYONE),
    ("my_settings.end", "POST"): Row(lambda ids: f"/settings/sign-ins/{ids.sign_in}/end", OWN, 303),
    ("my_settings.end_others", "POST"): Row(
        lambda _: "/settings/sign-ins/end-others", EVERYONE, 303
    ),
    ("handovers.today", "GET"): Row(lambda ids: f"/clients/{ids.client}/handover", OWN),
    ("handovers.begin", "POST"): Row(lambda ids: f"/clients/{ids.client}/handover", OWN, 422),
    ("handovers.new", "GET"): Row(lambda ids: f"/sessions/{ids.session}/handover", OWN),
    ("handovers.create", "POST"): Row(lambda ids: f"/sessions/{ids.session}/handover", OWN, 422),
    ("handovers.back", "GET"): Row(lambda ids: f"/sessions/{ids.session}/back", OWN),
    ("handovers.marks", "GET"): Row(lambda ids: f"/sessions/{ids.session}/marks", OWN),
    ("handovers.show", "GET"): Row(lambda ids: f"/handovers/{ids.handover}", OWN),
    ("handovers.status", "GET"): Row(lambda ids: f"/handovers/{ids.handover}/status", OWN),
    ("handovers.cancel", "POST"): Row(lambda ids: f"/handovers/{ids.handover}/cancel", OWN, 303),
    ("asking.edit", "GET"): Row(lambda ids: f"/clients/{ids.client}/asked", OWN),
    ("asking.update", "POST"): Row(lambda ids: f"/clients/{ids.client}/asked", OWN, 422),
    ("asking.people", "POST"): Row(lambda ids: f"/clients/{ids.client}/people", OWN, 303),
    ("looking.together", "GET"): Row(lambda ids: f"/clients/{ids.client}/together", OWN),
    ("handed_over.show", "GET"): Row(lambda _: "/c", OPEN),
    ("handed_over.open_it", "POST"): Row(lambda _: "/c/open", OPEN, 404),
    ("handed_over.begin", "POST"): Row(lambda _: "/c/begin", CLIENT),
    ("handed_over.pages", "POST"): Row(lambda _: "/c/pages", CLIENT),
    ("handed_over.question", "GET"): Row(lambda _: "/c/questions/1", CLIENT),
    ("handed_over.answer", "POST"): Row(lambda _: "/c/questions/1", CLIENT),
    ("handed_over.check", "GET"): Row(lambda _: "/c/check", CLIENT),
    ("handed_over.send", "POST"): Row(lambda _: "/c/send", CLIENT),
    ("handed_over.decline", "POST"): Row(lambda _: "/c/decline", CLIENT),
    ("handed_over.pause", "GET"): Row(lambda _: "/c/pause", CLIENT),
    ("handed_over.keep", "POST"): Row(lambda _: "/c/keep", CLIENT),
    ("handed_over.next_person", "POST"): Row(lambda _: "/c/next", CLIENT),
    ("handed_over.finish", "POST"): Row(lambda _: "/c/finish", CLIENT),
    ("looking.alone", "GET"): Row(lambda _: "/c/own", CLIENT),
    ("taking_back.form", "GET"): Row(lambda _: "/c/return", CLIENT),
    ("taking_back.take_back", "POST"): Row(lambda _: "/c/return", CLIENT),
    ("library.home", "GET"): Row(lambda _: "/library", EVERYONE),
    ("library.single", "GET"): Row(lambda _: "/library/article", EVERYONE),
    ("library.card", "GET"): Row(lambda _: "/library/cards/bond-fell", EVERYONE),
    ("library.for_flag", "GET"): Row(lambda ids: f"/flags/{ids.flag}/card", READERS),
    ("library.sources", "GET"): Row(lambda _: "/library/sources", EVERYONE),
    ("library.objectives", "GET"): Row(lambda _: "/library/objectives", EVERYONE),
    ("library.use", "GET"): Row(lambda _: "/library/objectives/bond/client", CLINICIANS),
    ("library.look_for", "POST"): Row(lambda _: "/library/search", EVERYONE),
    ("library.search", "GET"): Row(lambda _: "/library/search?q=rupture", EVERYONE),
    ("library_acts.check_form", "GET"): Row(
        lambda _: f"/library/check?text=article&sentence={SENTENCE}", SUPERVISORS
    ),
    # Sent empty, these name no text, and a text that is not there is absent.
    ("library_acts.check", "POST"): Row(lambda _: "/library/check", SUPERVISORS, 404),
    ("library_acts.review", "POST"): Row(lambda _: "/library/reviews", SUPERVISORS, 404),
    ("library_acts.useful", "POST"): Row(lambda _: "/library/useful", EVERYONE, 404),
    ("suggestions.index", "GET"): Row(lambda _: "/library/suggestions", EVERYONE),
    ("suggestions.new", "GET"): Row(lambda _: "/library/suggestions/new?text=article", EVERYONE),
    ("suggestions.create", "POST"): Row(lambda _: "/library/suggestions/new", EVERYONE, 404),
    ("suggestions.show", "GET"): Row(lambda ids: f"/library/suggestions/{ids.suggestion}", READERS),
    ("suggestions.step", "POST"): Row(
        lambda ids: f"/library/suggestions/{ids.suggestion}", READERS, 422
    ),
    ("learning.index", "GET"): Row(lambda _: "/library/path", EVERYONE),
    ("learning.concept", "GET"): Row(lambda _: "/library/path/bond", EVERYONE),
    ("learning.begin", "POST"): Row(lambda _: "/library/path/bond/cases", EVERYONE, 303),
    ("learning.tried", "GET"): Row(lambda ids: f"/library/cases/{ids.learning_try}", OWN),
    ("learning.answer", "POST"): Row(lambda ids: f"/library/cases/{ids.learning_try}", OWN, 422),
}

# Suggestions hold nothing of a client: whoever keeps the library sees those of everyone.
OF_ALL = {("suggestions.show", "GET"), ("suggestions.step", "POST")}


FOREIGN = [
    key
    for key, row in MATRIX.items()
    if key not in OF_ALL
    and row.allowed != ADMINISTRATORS
    and row.path(absent_ids()).count("-") >= 4
]
