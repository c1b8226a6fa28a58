"""What surrounds the care in the kept database: hand-overs, supervision, standing in, the library, reports."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from tools.kept.telling import LINES, OWN, QUOTES, SIGNS, UMLAUTS, WELLBEING, Telling, long, rated
from tracker.domain.course.handover import Way
from tracker.domain.library.suggestions import About, Credit, SuggestionAct
from tracker.domain.library.texts import SourceTier
from tracker.domain.people.access import Permission
from tracker.domain.supervision.agenda import Ended
from tracker.domain.supervision.sign_off import Review, ReviewAct
from tracker.models import Action, Client, Handover, SignIn, TherapySession
from tracker.services.access import notices, sign_ins
from tracker.services.care import corrections
from tracker.services.care.corrections import CorrectionReason
from tracker.services.care.sessions import SessionDetails
from tracker.services.handover import answering, handovers
from tracker.services.handover.handovers import HandoverWish
from tracker.services.library import learning, suggestions, texts, useful
from tracker.services.library.suggestions import Draft
from tracker.services.library.texts import shelf
from tracker.services.office import forms
from tracker.services.people import covers, emergencies, reassigning
from tracker.services.record.reaching import flag_for
from tracker.services.reports import exports, practice_reports
from tracker.services.reports.exports import FileFormat
from tracker.services.supervision import board, client_reviews, flag_reviews, meetings
from tracker.services.supervision.meetings import ClientDecision

CARD = "cards/bond-fell"
CONCEPT = "foundations"


def practice_work(told: Telling) -> None:
    """Everything beside the care itself."""
    told.at(date(2024, 4, 2))
    _supervision(told)
    _void_sign_off(told)
    _standing_in(told)
    _library(told)
    _learning(told)
    _reports(told)
    _handovers(told)


def _supervision(told: Telling) -> None:
    """A flag that is talked about and signed off; a client looked at; a meeting with actions; a view of the board."""
    supervisor = told.people["supervisor"]
    clinician = told.people["clinician"]
    day = told.now.date()
    for who, review in (
        (supervisor, Review(ReviewAct.DISCUSS, SIGNS, day + timedelta(days=7))),
        (clinician, Review(ReviewAct.COMMENT, QUOTES)),
        (supervisor, Review(ReviewAct.ADDRESSED, long(500))),
    ):
        view, _ = told.look(flag_for, who, told.ids["flag"], Permission.READ_RECORD, now=told.now)
        seen = told.look(flag_reviews.thread, view).seen
        told.do(flag_reviews.review_flag, who, told.ids["flag"], review, seen=seen)
    told.do(client_reviews.review_client, supervisor, told.ids["couple"], long(500))
    told.do(board.save_view, supervisor, SIGNS[:40], {"show": "all"})
    meeting = told.do(meetings.make_meeting, supervisor, clinician.id, day)
    for name, what in (("alone", long(200)), ("couple", UMLAUTS)):
        decided = ClientDecision(QUOTES, what, clinician.id, date(2024, 12, 31))
        told.do(meetings.decide, supervisor, meeting.id, {told.ids[name]: decided})
    action = told.look(lambda db: db.scalars(select(Action).where(Action.what == UMLAUTS)).one())
    told.do(meetings.end_action, clinician, action.id, Ended.NOT_NEEDED)


def _void_sign_off(told: Telling) -> None:
    """The rating on which the sign-off rests is corrected: the sign-off is void."""
    session_id = told.ids["alone 2"]
    stored = told.look(lambda db: db.get_one(TherapySession, session_id))
    details = SessionDetails(stored.held_on, note=LINES, minutes_late=5)
    entry = rated("3", "9", "9", "9", therapist=("9", "9", "9", "9"))
    why = CorrectionReason("A slip", stored.version)
    told.do(corrections.correct_session, told.people["clinician"], session_id, details, entry, why)


def _standing_in(told: Telling) -> None:
    """Covers that are over, ended and far ahead; emergencies, closed and lapsed; a client who went to somebody else."""
    clinician = told.people["clinician"]
    colleague = told.people["colleague"]
    day = told.now.date()
    for days in ((day, day), (date(2025, 2, 27), date(2025, 3, 1))):
        told.do(covers.arrange, clinician, clinician.id, colleague.id, days, long(200))
    ended = told.do(covers.arrange, colleague, colleague.id, clinician.id, (day, day), QUOTES)
    told.do(covers.end_cover, colleague, ended.id)
    child = told.look(lambda db: db.get_one(Client, told.ids["child"]).code)
    both = told.people["both"]
    told.do(emergencies.open_record, both, child, QUOTES)
    (access,) = told.look(emergencies.open_now, both, now=told.now)
    told.do(emergencies.close, both, access.access.id)
    told.do(emergencies.open_record, both, child, long(300))
    told.do(reassigning.transfer, colleague, told.ids["child"], clinician.id, long(200))
    read = told.look(notices.notices_of, clinician, day)
    told.do(notices.put_away, clinician, read[0].notice.id)


def _library(told: Telling) -> None:
    """A sentence that is checked, unchecked and checked; a review; a mark; suggestions that are published, declined, open."""
    supervisor = told.people["supervisor"]
    clinician = told.people["clinician"]
    first = told.look(lambda db: next(shelf(db).text(CARD).sentences)).digest
    told.do(texts.check_sentence, supervisor, CARD, first, UMLAUTS)
    told.do(texts.undo_check, supervisor, CARD, first)
    told.do(texts.check_sentence, supervisor, CARD, first, SIGNS)
    told.do(texts.review_text, supervisor, CARD)
    told.do(useful.mark_useful, clinician, CARD, wanted=True)
    wanted = suggestions.SuggestionText(About.NO_SOURCE, long(1000), QUOTES, Credit.NAMED, first)
    published = told.do(suggestions.submit, clinician, CARD, wanted)
    draft = Draft(
        first, "Käthe asks first; 李 listens. {new study}", "A. Author (2024)", "https://doi.org/10.1/x", SourceTier.T1
    )  # fmt: skip
    for who, act, more in (
        (supervisor, SuggestionAct.DRAFTED, draft),
        (clinician, SuggestionAct.RETURNED, None),
        (supervisor, SuggestionAct.DRAFTED, draft),
        (clinician, SuggestionAct.APPROVED, None),
        (supervisor, SuggestionAct.PUBLISHED, None),
    ):
        _step(told, who, published.id, act, UMLAUTS if more is None else "", more)
    other = suggestions.SuggestionText(About.OTHER, SIGNS, UMLAUTS, Credit.UNNAMED)
    declined = told.do(suggestions.submit, clinician, CARD, other)
    _step(told, supervisor, declined.id, SuggestionAct.DECLINED, QUOTES, None)
    told.do(suggestions.submit, clinician, CARD, other)


def _step(
    told: Telling, who: object, suggestion_id: UUID, act: SuggestionAct, note: str, draft: object
) -> None:
    seen = told.look(suggestions.suggestion, who, suggestion_id).seen
    told.do(suggestions.take_step, who, suggestion_id, act, note, draft, seen=seen)


def _learning(told: Telling) -> None:
    """Cases that were gone through, and a go that is half done."""
    clinician = told.people["clinician"]
    begun = told.do(learning.begin, clinician, CONCEPT)
    view = told.look(learning.try_view, clinician, begun.id)
    for case in view.cases:
        told.do(learning.answer, clinician, begun.id, case.key, 0)
    half = told.do(learning.begin, told.people["colleague"], CONCEPT)
    view = told.look(learning.try_view, told.people["colleague"], half.id)
    told.do(learning.answer, told.people["colleague"], half.id, view.cases[0].key, 0)


def _reports(told: Telling) -> None:
    """A report of the practice that is kept, exports with and without a reason, a form that was sent."""
    by = told.people["administrator"]
    told.at(date(2024, 6, 3))
    report = told.look(practice_reports.practice_report, by, None, now=told.now)
    told.do(practice_reports.keep_report, by, report)
    for reason, kind in ((long(200), FileFormat.CSV), (SIGNS, FileFormat.XLSX)):
        told.do(exports.note_export, by, "practice", reason, kind=kind, lines=999_999)
    sent = told.do(forms.begin, by, UUID(int=2**128 - 1), "f" * 64)
    assert sent.result_id is None


def _handovers(told: Telling) -> None:
    """Hand-overs that were sent, declined, cancelled, wait with a code, and one that stands half done on a tablet."""
    clinician = told.people["clinician"]
    alone = told.ids["alone"]
    couple = told.ids["couple"]
    answers = {"bond": "8", "goals": "0", "tasks": "10", "overall": "5"}
    sent = _handed(told, "alone", alone, Way.LINK)
    link = told.look(lambda db: handovers.shown_of(db, db.get_one(Handover, sent)).secret)
    told.do(handovers.open_by, link)
    told.do(answering.keep, sent, OWN, answers)
    told.do(answering.send, sent)
    told.at(date(2024, 6, 10))
    told.do(answering.decline, _handed(told, "alone", alone, Way.TABLET))
    told.at(date(2024, 6, 17))
    told.do(handovers.cancel, clinician, _handed(told, "alone", alone, Way.CODE))
    for typed in ("000000", SIGNS):
        told.do(handovers.open_by, typed)
    told.at(date(2024, 6, 24))
    _handed(told, "couple", couple, Way.CODE)
    half = _handed(told, "alone", alone, Way.TABLET)
    told.do(answering.begin, half, device_class="tablet", one_by_one=True)
    told.do(answering.read_as, half, language="de", larger=True)
    told.do(answering.keep, half, OWN, {"bond": "3"})


def _handed(told: Telling, name: str, client_id: UUID, way: Way) -> UUID:
    """The first hand-over of a session that begins now."""
    clinician = told.people["clinician"]
    begun = told.do(handovers.begin_session, clinician, client_id)
    sign_in = None
    if way is Way.TABLET:
        told.do(sign_ins.open_sign_in, clinician.id)
        newest = select(SignIn.id).order_by(SignIn.created_at.desc()).limit(1)
        sign_in = told.look(lambda db: db.scalars(newest).one())
    people = (told.ids["person B"],) if name == "couple" else ()
    measures = (OWN, WELLBEING) if way is Way.TABLET else (OWN,)
    wanted = HandoverWish(way, measures, people, reader="李" * 20, reading_time=UMLAUTS[:80])
    return told.do(handovers.hand_over, clinician, begun.id, wanted, sign_in=sign_in)[0].id
