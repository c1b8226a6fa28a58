"""What is stored keeps the meaning it was entered with, whatever becomes of the file."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask

from tests.conftest import Cast, log, marks, new_client, weeks
from tests.installed import use_measures
from tests.services.recording import check_ins, correct, record
from tracker import clock, db
from tracker.domain.care.answers import Stage
from tracker.domain.errors import Incomplete
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import InputMode, Rater
from tracker.domain.people.access import Permission
from tracker.models import TherapySession
from tracker.reference.loader import FOLDER
from tracker.services.access import permissions
from tracker.services.care import sessions, versions
from tracker.services.care.sessions import SessionDetails
from tracker.services.installation import defined
from tracker.services.record import clients, ratings, session_views
from tracker.services.record.ratings import RatingsEntry
from tracker.services.record.session_views import SessionView

SRS = (FOLDER / "srs.toml").read_text(encoding="utf-8")
CHECK = (FOLDER / "session-check.toml").read_text(encoding="utf-8")
# The same form, read off a shorter line: stored numbers mean something else.
HALF = (
    SRS.replace("version = 1", "version = 100")
    .replace('high = "40"', 'high = "20"')
    .replace('high = "10"', 'high = "5"')
    .replace('any = "36"', 'any = "18"')
)
OTHER = (
    CHECK.replace("version = 2", "version = 100")
    .replace('wording = "own"', 'wording = "practice"')
    .replace('step = "1"', 'step = "0.5"')
)


@pytest.fixture
def put(app: Flask, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Put files in the practice's folder and use them; without any, only the shipped ones stand."""
    folder = tmp_path / "measures"
    folder.mkdir()

    def use(**files: str) -> None:
        for old in folder.iterdir():
            old.unlink()
        for name, text in files.items():
            (folder / f"{name.replace('_', '-')}.toml").write_text(text, encoding="utf-8")
        use_measures(app, folder)

    yield use
    use_measures(app, None)


@pytest.fixture
def srs_client(cast: Cast) -> UUID:
    with db.transaction() as writing:
        new = new_client("srs")
        return clients.add_client(writing, cast.clinician, new, now=clock.now()).id


def srs(*numbers: object) -> RatingsEntry:
    entered = (
        Entered(total=Fraction(str(numbers[0])))
        if len(numbers) == 1
        else marks(*numbers, measure="srs")
    )
    return RatingsEntry({("srs", Rater.CLIENT): entered})


def log_srs(cast: Cast, client_id: UUID, day: date, *numbers: object) -> UUID:
    with db.transaction() as writing:
        made = sessions.log_session(
            writing, cast.clinician, client_id, SessionDetails(day), srs(*numbers), now=clock.now()
        )
        return made.id


def switch(cast: Cast, client_id: UUID, key: str) -> None:
    """Let the client be asked the newest version from now on."""
    with db.transaction() as writing:
        newest = defined(writing).current[key].version
        versions.switch(writing, cast.clinician, client_id, key, newest, now=clock.now())


def view(cast: Cast, session_id: UUID) -> SessionView:
    with db.reading() as reading:
        return session_views.session_view(reading, cast.clinician, session_id, now=clock.now())


def test_old_ratings_are_scored_by_the_version_they_were_entered_with(
    cast: Cast, srs_client: UUID, put: Callable[..., None]
) -> None:
    log_srs(cast, srs_client, weeks(0), 9, 9, 9, 9)
    old = log_srs(cast, srs_client, weeks(1), 6, 9, 9, 9)
    put(srs=HALF)
    switch(cast, srs_client, "srs")
    new = log_srs(cast, srs_client, weeks(2), 3, "4.5", 4, 4)
    shown = record(cast, srs_client)
    totals = [p.scores.total for s in (old, new) for p, _ in shown.points_on(s)]
    assert totals == [33, Fraction("15.5")]
    of_now = shown.trajectory(shown.course.known.current["srs"], Rater.CLIENT)
    assert of_now is not None
    assert [p.slot.number for p in of_now.points] == [3]
    (flag,) = check_ins(cast, srs_client)
    assert (flag.slot.number, flag.measure.version, flag.stage) == (2, 1, Stage.OPEN)
    assert shown.earlier(shown.course.known.current["srs"])


def test_a_session_is_corrected_in_the_version_it_was_rated_in(
    cast: Cast, srs_client: UUID, put: Callable[..., None]
) -> None:
    log_srs(cast, srs_client, weeks(0), 9, 9, 9, 9)
    old = log_srs(cast, srs_client, weeks(1), 6, 9, 9, 9)
    put(srs=HALF)
    switch(cast, srs_client, "srs")
    assert [m.version for m in view(cast, old).measures] == [1]
    correct(cast, old, weeks(1), srs(8, 9, 9, 9))
    shown = record(cast, srs_client)
    (point, trajectory) = shown.points_on(old)[0]
    assert (point.scores.total, trajectory.measure.version, point.series.scored_as) == (35, 1, 1)
    assert [flag.stage for flag in check_ins(cast, srs_client)] == [Stage.WITHDRAWN]
    with pytest.raises(Incomplete) as caught:
        correct(cast, old, weeks(1), srs(11, 9, 9, 9))
    assert list(caught.value.problems) == ["srs.client.relationship"]


def test_a_version_that_scores_in_the_same_way_goes_on_in_one_course(
    cast: Cast, srs_client: UUID, put: Callable[..., None]
) -> None:
    log_srs(cast, srs_client, weeks(0), 9, 9, 9, 9)
    put(srs=SRS.replace("version = 1", "version = 100"))
    switch(cast, srs_client, "srs")
    fell = log_srs(cast, srs_client, weeks(1), 6, 9, 9, 9)
    course = record(cast, srs_client).course
    ((_, trajectory),) = course.lines()
    assert [p.measure.version for p in trajectory.points] == [1, 100]
    assert trajectory.break_before(trajectory.points[1]) is None
    assert [flag.slot.session_id for flag in check_ins(cast, srs_client)] == [fell]


def test_a_measure_that_vanished_leaves_its_ratings_in_the_record(
    cast: Cast, srs_client: UUID, put: Callable[..., None]
) -> None:
    put(srs=HALF)
    log_srs(cast, srs_client, weeks(0), "4.5", "4.5", "4.5", "4.5")
    gone = log_srs(cast, srs_client, weeks(1), 1, "4.5", "4.5", "4.5")
    assert [flag.stage for flag in check_ins(cast, srs_client)] == [Stage.OPEN]
    put()
    shown = record(cast, srs_client)
    assert [r.answers["relationship"] for r in shown.undefined_on(gone)] == [10]
    assert (shown.points_on(gone), shown.flags, view(cast, gone).measures) == ([], (), ())
    with db.reading() as reading:
        assert ratings.undefined(reading) == [("srs", 100)]
    log_srs(cast, srs_client, weeks(2), 9, 9, 9, 9)
    correct(cast, gone, weeks(1), RatingsEntry(), note="spoken about it")
    put(srs=HALF)
    shown = record(cast, srs_client)
    assert shown.undefined_on(gone) == []
    flags = check_ins(cast, srs_client)
    assert [(flag.slot.number, flag.stage) for flag in flags] == [(2, Stage.OPEN)]
    with db.reading() as reading:
        assert ratings.undefined(reading) == []


def test_what_was_rated_in_two_versions_is_not_offered_for_correction(
    cast: Cast, put: Callable[..., None]
) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    put(session_check=OTHER)
    assert [m.key for m in view(cast, session_id).measures] == ["session-check", "wellbeing-check"]
    with db.transaction() as writing:
        found = writing.get_one(TherapySession, session_id)
        client = permissions.client_for(
            writing,
            cast.clinician,
            cast.client_id,
            Permission.RECORD_SESSION,
            now=clock.now(),
        )
        entered = Entered(
            {item.key: Fraction("7.5") for item in defined(writing).current["session-check"].items}
        )
        ratings.record_rating(
            writing,
            cast.clinician,
            client,
            found,
            defined(writing).current["session-check"],
            Rater.THERAPIST,
            entered,
            RatingsEntry(),
            blind=False,
            now=clock.now(),
        )
    assert [m.key for m in view(cast, session_id).measures] == ["wellbeing-check"]
    points = record(cast).points_on(session_id)
    assert [(p.scores.total, t.rater) for p, t in points] == [
        (8, "client"),
        (Fraction("7.5"), "therapist"),
    ]


def test_an_observers_rating_and_typed_scales_are_stored_as_what_they_are(cast: Cast) -> None:
    keys = ("wai-sr", "vtas", "phq-9")
    with db.transaction() as writing:
        client = clients.add_client(writing, cast.clinician, new_client(*keys), now=clock.now())
        scales = Entered({"goal": Fraction(16), "task": Fraction(12), "bond": Fraction(17)})
        some = {f"item_{n}": Fraction(1) for n in range(1, 8)}
        entry = RatingsEntry(
            {
                ("wai-sr", Rater.CLIENT): scales,
                ("vtas", Rater.OBSERVER): Entered(total=Fraction("3.25")),
                ("phq-9", Rater.CLIENT): Entered(some),
            }
        )
        made = sessions.log_session(
            writing, cast.clinician, client.id, SessionDetails(weeks(0)), entry, now=clock.now()
        )
    shown = record(cast, client.id)
    found = {(t.measure.key, t.rater): p for p, t in shown.points_on(made.id)}
    assert list(found) == [("wai-sr", "client"), ("vtas", "observer"), ("phq-9", "client")]
    assert found["wai-sr", Rater.CLIENT].series.mode is InputMode.COMPONENTS
    observed = found["vtas", Rater.OBSERVER]
    assert (observed.scores.total, observed.given) == (Fraction("3.25"), "after_session")
    prorated = found["phq-9", Rater.CLIENT].scores
    assert (prorated.total, prorated.prorated, prorated.missing) == (9, True, 2)
    participants = {place[1]: place[3] for place in shown.course.chains}
    assert participants["vtas"] is None
    assert participants["phq-9"] is not None


def test_a_client_needs_a_measure_that_raises_check_ins(cast: Cast) -> None:
    with pytest.raises(Incomplete) as caught, db.transaction() as writing:
        chosen = new_client("vtas", "wai-srt", "phq-9")
        clients.add_client(writing, cast.clinician, chosen, now=clock.now())
    assert "with a drop rule" in caught.value.problems["measures"]
