"""Logging sessions, on both databases."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from tests.conftest import START, Cast, entry, log, marks, new_client, weeks
from tests.services.recording import check_ins, record, stages
from tracker import clock, db
from tracker.domain.care.answers import Stage
from tracker.domain.course.layouts import ScaleLayout
from tracker.domain.course.sessions import Given, NoRating, Setting, Status
from tracker.domain.errors import Incomplete, NotPermitted, SameFormOtherContent
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Permission
from tracker.domain.rules.findings import RULES_VERSION, FlagKind
from tracker.models import ClientMeasure, Rating
from tracker.services.access import permissions, supervision
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.office import forms
from tracker.services.record import clients, records
from tracker.services.record.ratings import EntrySource, RatingsEntry

LOW = marks(5, 8, 8, 8)
KEY = uuid4()


def test_a_session_is_stored_with_everything_that_later_work_needs(cast: Cast) -> None:
    with db.transaction() as writing:
        session = sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            SessionDetails(weeks(0), setting=Setting.VIDEO, minutes_late=5, note=" short "),
            entry(
                marks(8, None, 7, 8),
                marks(7, 7, 7, 7),
                given=Given.AFTER_SESSION,
                typed=EntrySource(device_class="tablet"),
                layouts={("session-check", Rater.CLIENT): ScaleLayout.TWO_ROWS},
            ),
            now=clock.now(),
        )
    with db.reading() as reading:
        client, therapist = reading.scalars(select(Rating).order_by(Rating.rater)).all()
    assert (session.setting, session.minutes_late, session.note) == ("video", 5, "short")
    assert client.answers == {"bond": 8, "tasks": 7, "overall": 8}
    assert (client.rater, client.given, client.blind) == ("client", "after_session", True)
    assert (client.channel, client.device_class, client.language) == ("typed", "tablet", "en")
    assert (client.input_mode, client.measure_version) == ("numbers", 2)
    assert (client.scale_layout, therapist.scale_layout) == ("two_rows", None)
    assert client.participant_id == clients.participant_a(record(cast).client).id
    assert (therapist.participant_id, therapist.blind) == (None, False)


def test_a_drop_raises_its_flag_in_the_same_transaction(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with pytest.raises(IntegrityError), db.transaction() as writing:
        for _ in range(2):  # the second fails on its key, and takes the first with it
            sessions.log_session(
                writing,
                cast.clinician,
                cast.client_id,
                SessionDetails(weeks(1), another_that_day=True),
                entry(LOW),
                now=clock.now(),
            )
            forms.begin(writing, cast.clinician, KEY, "a", now=clock.now())
    assert len(record(cast).course.slots) == 1
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    (flag,) = check_ins(cast)
    assert (flag.stage, flag.finding.strength, flag.rules_version) == (Stage.OPEN, 2, RULES_VERSION)
    assert flag.finding.falls[0].now == Fraction(5)


@pytest.mark.parametrize(
    ("details", "found", "field"),
    [
        (SessionDetails(weeks(400)), entry(LOW), "held_on"),
        (SessionDetails(START - timedelta(days=1)), entry(LOW), "held_on"),
        (SessionDetails(weeks(1), minutes_late=181), entry(LOW), "minutes_late"),
        (SessionDetails(weeks(1), note="x" * 501), entry(LOW), "note"),
        (SessionDetails(weeks(1), status=Status.MISSED), entry(LOW), "status"),
        (SessionDetails(weeks(1), no_rating=NoRating.DECLINED), entry(LOW), "no_rating"),
        (SessionDetails(weeks(1)), RatingsEntry(), "session-check.client.bond"),
        (SessionDetails(weeks(1)), entry(marks(8, 8, 8, 11)), "session-check.client.overall"),
        (SessionDetails(weeks(0)), entry(LOW), "another_that_day"),
        (
            SessionDetails(weeks(1)),
            RatingsEntry({("srs", Rater.CLIENT): Entered(total=Fraction(30))}),
            "srs.client.total",
        ),
        (
            SessionDetails(weeks(1)),
            RatingsEntry(
                {("wellbeing-check", Rater.THERAPIST): marks(1, 1, 1, 1, measure="wellbeing-check")}
            ),
            "wellbeing-check.therapist.total",
        ),
    ],
)
def test_what_cannot_be_stored_is_named_and_nothing_is_stored(
    cast: Cast, details: SessionDetails, found: RatingsEntry, field: str
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with pytest.raises(Incomplete) as caught, db.transaction() as writing:
        sessions.log_session(
            writing, cast.clinician, cast.client_id, details, found, now=clock.now()
        )
    assert field in caught.value.problems
    assert len(record(cast).course.slots) == 1


def test_an_srs_left_empty_asks_for_the_marks(cast: Cast) -> None:
    with db.transaction() as writing:
        client = clients.add_client(
            writing, cast.clinician, new_client("srs", "ors"), now=clock.now()
        )
    with pytest.raises(Incomplete) as caught:
        log(cast.clinician, client.id, weeks(0))
    assert list(caught.value.problems) == ["srs.client.relationship"]


def test_a_second_session_on_a_day_is_asked_about_and_then_taken(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(0), 6, 8, 8, 8, another_that_day=True)
    assert stages(cast) == {2: Stage.OPEN}


def test_therapist_changed_is_a_series_of_its_own(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with db.transaction() as writing:
        client = permissions.client_for(
            writing,
            cast.clinician,
            cast.client_id,
            Permission.RECORD_SESSION,
            now=clock.now(),
        )
        client.clinician_id = cast.outsider.id
    log(cast.outsider, cast.client_id, weeks(1), 6, 6, 6, 6)
    with db.reading() as reading:
        shown = records.record(reading, cast.outsider, cast.client_id, now=clock.now())
    said = {flag.finding.kind: flag.finding.falls for flag in shown.flags}
    assert said == {FlagKind.LOWER_THAN_BEFORE: (), FlagKind.NEW_THERAPIST: ()}  # and no drop


def test_a_strength_two_drop_beside_a_worse_outcome_is_raised_to_three(cast: Cast) -> None:
    with db.transaction() as writing:
        client = clients.add_client(
            writing, cast.clinician, new_client("srs", "ors"), now=clock.now()
        )
    for week, (srs, ors) in enumerate((("38", "25"), ("38", "25"), ("30", "19"))):
        with db.transaction() as writing:
            found = RatingsEntry(
                {
                    ("srs", Rater.CLIENT): Entered(total=Fraction(srs)),
                    ("ors", Rater.CLIENT): Entered(total=Fraction(ors)),
                }
            )
            sessions.log_session(
                writing,
                cast.clinician,
                client.id,
                SessionDetails(weeks(week)),
                found,
                now=clock.now(),
            )
    (flag,) = check_ins(cast, client.id)
    assert (flag.finding.strength, flag.finding.reason) == (
        3,
        "an outcome measure stands reliably worse than at intake",
    )


def test_a_supervisor_reads_only_while_the_link_lasts(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with db.reading() as reading:
        assert records.record(
            reading, cast.supervisor, cast.client_id, now=clock.now()
        ).course.slots
        before = datetime.combine(START - timedelta(days=1), datetime.min.time(), UTC)
        assert supervision.supervised(reading, cast.supervisor, before.date()) == frozenset()
        with pytest.raises(NotPermitted):
            records.record(reading, cast.supervisor, cast.other_client_id, now=clock.now())
    with db.transaction() as writing:
        (link,) = writing.scalars(select(supervision.SupervisionLink))
        link.ends_on = clock.now().date() - timedelta(days=1)
    with db.reading() as reading, pytest.raises(NotPermitted):
        records.record(reading, cast.supervisor, cast.client_id, now=clock.now())


def test_a_form_sent_twice_is_stored_once_and_never_with_other_content(cast: Cast) -> None:
    key, made = uuid4(), uuid4()
    with db.transaction() as writing:
        assert forms.already_sent(writing, cast.clinician, key, "a") is None
        forms.begin(writing, cast.clinician, key, "a", now=clock.now()).result_id = made
        assert forms.already_sent(writing, cast.clinician, key, "a") == made
        with pytest.raises(SameFormOtherContent):
            forms.already_sent(writing, cast.clinician, key, "b")
        with pytest.raises(SameFormOtherContent):
            forms.already_sent(writing, cast.outsider, key, "a")


def test_a_client_without_alliance_measure_is_asked_for_nothing(cast: Cast) -> None:
    with db.transaction() as writing:
        row = writing.get(ClientMeasure, (cast.client_id, "session-check"))
        writing.delete(row)
    log(cast.clinician, cast.client_id, weeks(0))
    assert len(record(cast).course.slots) == 1
