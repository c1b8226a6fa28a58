"""How the client took part: kept with the session, corrected beside the old value; coming back after a missed session."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from tests.conftest import START, Cast, entry, log, marks, weeks
from tests.services.recording import correct, record
from tracker import clock, db
from tracker.domain.care.answers import Answer, Stage
from tracker.domain.care.caseload import Need
from tracker.domain.course.sessions import AgreedTask, ClientQuestion, Observation, Status
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import FlagKind
from tracker.models import Reengagement, TherapySession
from tracker.services.care import flag_answers, reengagement
from tracker.services.care.flag_answers import Reply
from tracker.services.care.reengagement import Conversation
from tracker.services.record import session_views
from tracker.services.record.flag_views import FlagView
from tracker.services.supervision.caseload import caseload

ALL_NO = dict.fromkeys(Observation, False)
HERE = (8, 8, 8, 8)


@pytest.fixture
def missed(cast: Cast) -> UUID:
    """A session that the clinician's client missed."""
    return log(cast.clinician, cast.client_id, weeks(0), status=Status.MISSED)


def talk(
    cast: Cast,
    session_id: UUID,
    on: date = START,
    note: str = "Was afraid of the topic",
    reason: str = "",
    corrects: UUID | None = None,
    who: Actor | None = None,
) -> UUID:
    said = Conversation(on, note, reason, corrects)
    with db.transaction() as writing:
        return reengagement.record_conversation(
            writing, who or cast.clinician, session_id, said, now=clock.now()
        ).id


def conversations(session_id: UUID) -> list[Reengagement]:
    """All that is stored of coming back after that session."""
    with db.reading() as reading:
        return list(reading.get_one(TherapySession, session_id).reengagements)


def the_flag(cast: Cast) -> FlagView:
    (flag,) = record(cast).flags
    return flag


def test_what_was_noted_is_kept_and_corrected_beside_its_old_value(cast: Cast) -> None:
    noted = {"task": AgreedTask.PARTLY, "observed": {Observation.ASKED: True}}
    said = {ClientQuestion.NOT_WORKING: " The homework "}
    held = log(cast.clinician, cast.client_id, weeks(0), *HERE, **noted, said=said)
    (slot,) = record(cast).course.slots
    assert (slot.task, dict(slot.observed)) == (AgreedTask.PARTLY, {Observation.ASKED: True})
    (session,) = record(cast).course.sessions
    assert (session.not_working, session.still_useful) == ("The homework", "")
    changed = {"observed": {Observation.DISAGREED: False}, "said": {}, "task": None}
    correct(cast, held, weeks(0), entry(marks(*HERE)), **changed)
    (slot,) = record(cast).course.slots
    assert (slot.task, dict(slot.observed)) == (None, {Observation.DISAGREED: False})
    with db.reading() as reading:
        found = {
            change.field: (change.old, change.new)
            for change in session_views.changes_of(reading, held)
        }
    assert found == {
        "task": ("partly", ""),
        "asked_questions": ("True", ""),
        "disagreed": ("", "False"),
        "not_working": ("The homework", ""),
    }


def test_an_answer_is_one_line(cast: Cast) -> None:
    with pytest.raises(Incomplete) as found:
        log(
            cast.clinician,
            cast.client_id,
            weeks(0),
            *HERE,
            said={ClientQuestion.RIGHT_THINGS: "x" * 201},
        )
    assert found.value.problems == {"right_things": "The answer must be 200 characters or fewer"}


def test_a_correction_withdraws_what_rested_on_it(cast: Cast) -> None:
    for week in (0, 1):
        held = log(cast.clinician, cast.client_id, weeks(week), *HERE, observed=ALL_NO)
    assert the_flag(cast).finding.kind is FlagKind.NOTHING_VOICED
    correct(cast, held, weeks(1), entry(marks(*HERE)), observed={Observation.ASKED: True})
    assert the_flag(cast).stage is Stage.WITHDRAWN


def test_a_missed_session_asks_for_a_conversation_until_there_is_one(
    cast: Cast, missed: UUID
) -> None:
    flag = the_flag(cast)
    assert (flag.finding.kind, flag.stage, flag.need) == (FlagKind.MISSED, Stage.OPEN, Need.REVIEW)
    assert flag.offered == (Answer.NEXT_SESSION, Answer.SUPERVISION, Answer.ENTERED_WRONGLY)
    with db.transaction() as writing:
        flag_answers.answer_flag(
            writing, cast.clinician, flag.flag.id, Reply(Answer.NEXT_SESSION), now=clock.now()
        )
    assert the_flag(cast).need is Need.COME_BACK
    talk(cast, missed)
    flag = the_flag(cast)
    assert (flag.stage, flag.need, flag.slot.reengaged_on) == (Stage.SETTLED, None, START)
    with db.reading() as reading:
        (row, *_) = caseload(reading, cast.clinician, cast.clinician.id, now=clock.now()).rows
    assert row.need is Need.NONE


def test_what_is_recorded_is_corrected_by_a_later_entry(cast: Cast, missed: UUID) -> None:
    first = talk(cast, missed)
    second = talk(cast, missed, weeks(1), "Was ill", "wrong day", first)
    (slot,) = record(cast).course.slots
    assert slot.reengaged_on == weeks(1)
    with pytest.raises(Stale):
        talk(cast, missed, corrects=first, reason="x")
    with pytest.raises(Stale):
        talk(cast, missed)
    assert [row.id for row in conversations(missed)] == [first, second]


@pytest.mark.parametrize(
    ("on", "note", "field"),
    [
        (weeks(-1), "x", "on"),
        (date(2999, 1, 1), "x", "on"),
        (START, " ", "note"),
        (START, "x" * 301, "note"),
    ],
)
def test_what_cannot_be_recorded(cast: Cast, missed: UUID, on: date, note: str, field: str) -> None:
    with pytest.raises(Incomplete) as found:
        talk(cast, missed, on, note)
    assert list(found.value.problems) == [field]


def test_a_correction_has_a_reason_and_changes_something(cast: Cast, missed: UUID) -> None:
    first = talk(cast, missed)
    for reason, message in (("", "a few words on why"), ("slip", "Nothing was changed")):
        with pytest.raises(Incomplete, match=message):
            talk(cast, missed, reason=reason, corrects=first)


def test_only_a_missed_session_of_ones_own_client_has_one(cast: Cast, missed: UUID) -> None:
    for who in (cast.outsider, cast.supervisor, cast.administrator):
        with pytest.raises(NotPermitted):
            talk(cast, missed, who=who)
    held = log(cast.clinician, cast.client_id, weeks(1), *HERE)
    for session_id in (held, uuid4()):
        with pytest.raises(NotPermitted):
            talk(cast, session_id)


def test_a_session_that_took_place_after_all_is_not_missed(cast: Cast, missed: UUID) -> None:
    talk(cast, missed)
    correct(cast, missed, weeks(0), entry(marks(*HERE)))
    assert the_flag(cast).stage is Stage.WITHDRAWN
    assert len(conversations(missed)) == 1
