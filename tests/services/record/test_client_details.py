"""Changing what is known of a client, on both databases: what holds from then on, and what stays as it was."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import START, Cast, entry, log, marks, new_client, weeks
from tests.services.recording import check_ins, correct, record
from tracker import clock, db
from tracker.domain.care.answers import Answer, Stage
from tracker.domain.course.clients import AgeBand, Format
from tracker.domain.course.sessions import NoRating, Setting, Status
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import FlagKind
from tracker.models import AuditEntry, Client, ClientMeasure
from tracker.services.access import permissions
from tracker.services.care import flag_answers, sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.office.practice import practice
from tracker.services.record import clients
from tracker.services.record.ratings import RatingsEntry

USUAL = ("session-check", "wellbeing-check")


def change(cast: Cast, *measures: str, version: int = 1, who: Actor | None = None, **details):
    with db.transaction() as writing:
        return clients.change_client(
            writing,
            who or cast.clinician,
            cast.client_id,
            new_client(*measures, **details),
            version,
            now=clock.now(),
        )


def stored(cast: Cast) -> Client:
    with db.reading() as reading:
        return permissions.client_for(
            reading,
            cast.clinician,
            cast.client_id,
            Permission.CHANGE_CLIENT,
            now=clock.now(),
        )


def in_use(cast: Cast) -> list[str]:
    return [row.measure_key for row in stored(cast).measures]


def changes() -> list[dict[str, object]]:
    with db.reading() as reading:
        rows = select(AuditEntry).where(AuditEntry.event == "client.changed")
        return [row.detail for row in reading.scalars(rows.order_by(AuditEntry.seq))]


def rate(cast: Cast, week: int, measure: str, *numbers: float) -> object:
    """A session with the client's rating on one measure."""
    found = RatingsEntry({(measure, Rater.CLIENT): marks(*numbers, measure=measure)})
    with db.transaction() as writing:
        made = sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            SessionDetails(weeks(week)),
            found,
            now=clock.now(),
        )
    return made.id


def test_details_are_changed_and_the_audit_names_the_fields_and_never_what_they_hold(
    cast: Cast,
) -> None:
    wanted = {
        "initials": " ab ",
        "own_reference": " 17/4 ",
        "age_band": AgeBand.YOUNG_ADULT,
        "format": Format.COUPLE,
        "usual_setting": Setting.VIDEO,
        "starts_on": START - timedelta(days=3),
    }
    change(cast, **wanted)
    client = stored(cast)
    assert (client.initials, client.own_reference, client.version) == ("AB", "17/4", 2)
    assert (client.age_band, client.format) == ("young_adult", "couple")
    assert (client.usual_setting, client.starts_on) == ("video", START - timedelta(days=3))
    assert changes() == [{"fields": list(wanted), "measures": list(USUAL)}]


def test_the_same_again_is_no_change(cast: Cast) -> None:
    change(cast)
    assert stored(cast).version == 1
    assert changes() == []


def test_measures_come_and_go_in_the_order_of_the_form(cast: Cast) -> None:
    change(cast, "phq-9", "srs", "session-check")
    assert in_use(cast) == ["session-check", "srs", "phq-9"]
    change(cast, "srs", version=2)
    assert in_use(cast) == ["srs"]
    assert [change["measures"] for change in changes()] == [
        ["session-check", "srs", "phq-9"],
        ["srs"],
    ]


def test_ratings_of_a_measure_that_is_not_in_use_any_more_stay_and_are_shown(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    change(cast, "srs")
    found = record(cast)
    assert [measure.key for measure in found.measures] == ["srs"]
    assert [measure.key for measure in found.shown] == ["srs", "session-check"]
    assert [flag.stage for flag in check_ins(cast)] == [Stage.OPEN]
    (point, trajectory) = found.points_on(found.course.slots[0].session_id)[0]
    assert (trajectory.measure.key, point.scores.values["bond"]) == ("session-check", 8)


def test_a_session_is_corrected_on_the_measure_that_it_was_rated_on(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    change(cast, "srs")
    correct(cast, session_id, weeks(1), entry(marks(8, 8, 8, 8)))
    assert [flag.stage for flag in check_ins(cast)] == [Stage.WITHDRAWN]
    with pytest.raises(Incomplete) as caught:
        correct(
            cast, session_id, weeks(1), RatingsEntry({("session-check", Rater.CLIENT): Entered()})
        )
    assert set(caught.value.problems) == {
        f"session-check.client.{item}" for item in ("bond", "goals", "tasks", "overall")
    }


def test_another_measure_raises_no_flag_by_itself_not_even_for_the_past(cast: Cast) -> None:
    first = [log(cast.clinician, cast.client_id, weeks(n), 8, 9, 7, 8) for n in range(5)]
    change(cast, "srs")
    log(cast.clinician, cast.client_id, weeks(5), no_rating=NoRating.NOT_ASKED)
    correct(cast, first[0], weeks(0), entry(marks(8, 9, 7, 7)))
    assert record(cast).flags == ()
    for week in (6, 7):
        log(cast.clinician, cast.client_id, weeks(week), no_rating=NoRating.NOT_ASKED)
    (flag,) = record(cast).flags
    assert (flag.finding.kind, flag.slot.number) == (FlagKind.NO_RATING_LATELY, 8)
    rate(cast, 8, "srs", 9, 9, 9, 9)
    assert record(cast).flags[0].stage is Stage.SETTLED


def test_a_gap_that_was_answered_stays_answered_when_the_measures_change(cast: Cast) -> None:
    first = log(cast.clinician, cast.client_id, weeks(0), status=Status.CANCELLED_BY_CLINIC)
    for week in (1, 2, 3):
        log(cast.clinician, cast.client_id, weeks(week), no_rating=NoRating.NOT_ASKED)
    (flag,) = record(cast).flags
    with db.transaction() as writing:
        reply = Reply(Answer.TALKED)
        flag_answers.answer_flag(writing, cast.clinician, flag.flag.id, reply, now=clock.now())
    change(cast, "srs")
    correct(cast, first, weeks(0), RatingsEntry(), status=Status.CANCELLED_BY_CLIENT)
    (same,) = record(cast).flags
    assert (same.flag.id, same.stage, same.measure.key) == (
        flag.flag.id,
        Stage.ADDRESSED,
        "session-check",
    )


def test_a_new_age_band_holds_from_the_next_session_on(cast: Cast) -> None:
    change(cast, "session-check", "ors", age_band=AgeBand.ADULT)
    numbers = {("session-check", Rater.CLIENT): marks(8, 8, 8, 8)}
    low = {("ors", Rater.CLIENT): marks(6, 6, 6, 6, measure="ors")}
    with db.transaction() as writing:
        sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            SessionDetails(weeks(0)),
            RatingsEntry(numbers | low),
            now=clock.now(),
        )
    before = [(flag.finding.kind, flag.stage) for flag in record(cast).flags]
    change(cast, "session-check", "ors", version=2, age_band=AgeBand.CHILD)
    assert [(flag.finding.kind, flag.stage) for flag in record(cast).flags] == before


@pytest.mark.parametrize(
    ("details", "name", "message"),
    [
        ({"initials": "ABCD"}, "initials", "up to three letters"),
        ({"own_reference": "x" * 41}, "own_reference", "40 characters"),
        ({"starts_on": clock.now().date() + timedelta(days=2)}, "starts_on", "today or earlier"),
        ({"starts_on": weeks(1)}, "starts_on", "on or before the first session, 5 January 2026"),
        ({"measure_keys": ("ors",)}, "measures", "at least one alliance measure"),
        ({"measure_keys": ()}, "measures", "at least one alliance measure"),
        ({"measure_keys": ("session-check", "x")}, "measures", "not known here"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    cast: Cast, details: dict[str, object], name: str, message: str
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with pytest.raises(Incomplete) as caught:
        change(cast, **details)
    assert set(caught.value.problems) == {name}
    assert message in caught.value.problems[name]
    assert stored(cast).version == 1


def test_what_the_practice_does_not_offer_stays_where_it_is_in_use_and_comes_nowhere_else(
    cast: Cast,
) -> None:
    with db.transaction() as writing:
        practice(writing).measures = ["session-check"]
    change(cast, *USUAL, initials="AB")
    assert in_use(cast) == list(USUAL)
    with pytest.raises(Incomplete):
        change(cast, *USUAL, "srs", version=2)


def test_a_measure_without_its_file_is_in_use_again_when_the_file_is_back(cast: Cast) -> None:
    with db.transaction() as writing:
        writing.add(ClientMeasure(client_id=cast.client_id, measure_key="gone", position=2))
    change(cast, "session-check")
    assert in_use(cast) == ["session-check", "gone"]


def test_a_stale_change_is_told_and_not_stored(cast: Cast) -> None:
    change(cast, initials="AB")
    with pytest.raises(Stale):
        change(cast, initials="CD")
    assert stored(cast).initials == "AB"


def test_of_two_changes_at_once_one_is_told(app: Flask, cast: Cast) -> None:
    def one(initials: str) -> str:
        with app.app_context():
            try:
                change(cast, initials=initials)
            except Stale:
                return "told"
            return "stored"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(one, ("AB", "CD"))) == ["stored", "told"]
    assert (stored(cast).version, len(changes())) == (2, 1)


def test_only_the_clinician_of_a_client_changes_it(cast: Cast) -> None:
    for who in (cast.supervisor, cast.administrator, cast.outsider):
        with pytest.raises(NotPermitted):
            change(cast, who=who, initials="XX")
    assert stored(cast).initials == ""


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("srs", "The SRS is not in use with this client any more. Put it back in use"),
        ("nothing", "This measure is not in use with this client"),
    ],
)
def test_numbers_for_a_measure_that_is_not_in_use_are_refused_by_its_name(
    cast: Cast, key: str, message: str
) -> None:
    with pytest.raises(Incomplete) as caught, db.transaction() as writing:
        found = RatingsEntry({(key, Rater.CLIENT): marks(8, 8, 8, 8)})
        details = SessionDetails(weeks(0))
        sessions.log_session(
            writing, cast.clinician, cast.client_id, details, found, now=clock.now()
        )
    assert message in caught.value.problems[f"{key}.client.total"]
    with db.transaction() as writing:
        silent = RatingsEntry({**entry(marks(8, 8, 8, 8)).ratings, (key, Rater.CLIENT): Entered()})
        sessions.log_session(
            writing, cast.clinician, cast.client_id, details, silent, now=clock.now()
        )


def test_a_missed_session_needs_no_rating_whatever_is_in_use(cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), status=Status.MISSED)
    change(cast, "srs")
    correct(cast, session_id, weeks(0), RatingsEntry(), status=Status.CANCELLED_BY_CLIENT)
    assert record(cast).course.slots[0].status is Status.CANCELLED_BY_CLIENT
