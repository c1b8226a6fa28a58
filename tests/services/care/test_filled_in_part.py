"""Forms that were filled in part: asked about once, then kept as they are; what was answered counts, on both databases."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from uuid import UUID

import pytest

from tests.conftest import Cast, entry, log, marks, new_client, weeks
from tests.services.care.test_objectives import put, view
from tests.services.handing import flags_of, ratings_of
from tests.services.recording import correct, record
from tests.web.sending import rows
from tracker import clock, db
from tracker.domain.care.objectives import Complete
from tracker.domain.errors import Incomplete
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.record import clients
from tracker.services.record.ratings import RatingsEntry

HALF = {"item_2": 1, "item_3": 1, "item_6": 2, "item_9": 2}


def on(cast: Cast, *keys: str) -> Cast:
    """The cast, whose client is on these measures."""
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, new_client(*keys), now=clock.now())
        return replace(cast, client_id=made.id)


def answers(key: str, values: Mapping[str, int], *left_out: str, as_it_is: bool) -> RatingsEntry:
    """A client's answers to one measure; `left_out` do not apply."""
    given = Entered(
        {item: Fraction(value) for item, value in values.items()},
        not_applicable=frozenset(left_out),
    )
    return RatingsEntry({(key, Rater.CLIENT): given}, as_it_is=as_it_is)


def logged(cast: Cast, ratings: RatingsEntry, week: int = 0) -> UUID:
    with db.transaction() as writing:
        details = SessionDetails(weeks(week), no_rating=None)
        return sessions.log_session(
            writing, cast.clinician, cast.client_id, details, ratings, now=clock.now()
        ).id


def with_marks(ratings: RatingsEntry) -> RatingsEntry:
    """The same beside full marks on the session check."""
    whole = {("session-check", Rater.CLIENT): marks(8, 8, 8, 8)}
    return replace(ratings, ratings={**ratings.ratings, **whole})


def test_what_is_empty_is_asked_about_once_and_what_was_answered_is_kept(cast: Cast) -> None:
    cast = on(cast, "session-check", "phq-9")
    with pytest.raises(Incomplete) as found:
        logged(cast, with_marks(answers("phq-9", HALF, as_it_is=False)))
    empty = {f"phq-9.client.item_{n}" for n in (1, 4, 5, 7, 8)}
    assert (found.value.asked, set(found.value.problems)) == (empty, empty)
    assert rows("ratings") == rows("therapy_sessions") == 0
    at = logged(cast, with_marks(answers("phq-9", HALF, as_it_is=True)))
    assert ratings_of(cast, at)["phq-9", "client"].answers == HALF
    (point,) = [p for p, t in record(cast).points_on(at) if t.measure.key == "phq-9"]
    assert (point.scores.total, point.scores.missing) == (None, 5)
    risk = flags_of(cast, at)["risk_item"].finding
    assert (risk.reason, risk.compared[0].now) == ("new", 2)


def test_what_is_wrong_is_said_with_what_is_empty_and_is_not_passed_over(cast: Cast) -> None:
    cast = on(cast, "session-check", "phq-9")
    wrong = {**HALF, "item_9": 4}
    for as_it_is in (False, True):
        with pytest.raises(Incomplete) as found:
            logged(cast, with_marks(answers("phq-9", wrong, as_it_is=as_it_is)))
        assert "phq-9.client.item_9" in found.value.problems
        assert len(found.value.asked) == (0 if as_it_is else 5)


def test_one_mark_that_fell_is_found_beside_marks_that_are_empty(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 9, 9, 9, 9)
    some = Entered({"bond": Fraction(6), "overall": Fraction(9)})
    at = logged(cast, entry(some, as_it_is=True), week=1)
    assert [fall.key for fall in flags_of(cast, at)["drop"].finding.falls] == ["bond"]


def test_a_therapists_rating_is_kept_in_part_as_well(cast: Cast) -> None:
    own = Entered({"tasks": Fraction(4)})
    with pytest.raises(Incomplete) as found:
        logged(cast, entry(marks(8, 8, 8, 8), own))
    assert "session-check.therapist.bond" in found.value.asked
    at = logged(cast, entry(marks(8, 8, 8, 8), own, as_it_is=True))
    assert ratings_of(cast, at)["session-check", "therapist"].answers == {"tasks": 4}


def test_a_correction_asks_about_what_it_empties_and_not_about_what_was_kept(cast: Cast) -> None:
    cast = on(cast, "session-check", "phq-9")
    kept = with_marks(answers("phq-9", HALF, as_it_is=True))
    at = logged(cast, kept)
    correct(cast, at, weeks(0), replace(kept, as_it_is=False), note="said on the phone")
    fewer = with_marks(answers("phq-9", {"item_9": 2}, as_it_is=False))
    with pytest.raises(Incomplete) as found:
        correct(cast, at, weeks(0), fewer, note="said on the phone")
    assert len(found.value.asked) == 8
    correct(cast, at, weeks(0), replace(fewer, as_it_is=True), note="said on the phone")
    assert ratings_of(cast, at)["phq-9", "client"].answers == {"item_9": 2}
    assert "risk_item" in flags_of(cast, at)


def test_what_does_not_apply_is_stored_as_an_answer_of_its_own(cast: Cast) -> None:
    cast = on(cast, "session-check", "wsas")
    four = {f"item_{n}": 3 for n in (2, 3, 4, 5)}
    at = logged(cast, with_marks(answers("wsas", four, "item_1", as_it_is=False)))
    assert ratings_of(cast, at)["wsas", "client"].answers == {**four, "item_1": None}
    (point,) = [p for p, t in record(cast).points_on(at) if t.measure.key == "wsas"]
    assert (point.scores.total, point.scores.prorated, point.scores.missing) == (15, True, 0)
    aim = put(cast, Complete("wsas", Fraction(50)), client_id=cast.client_id)
    assert view(cast, aim).judgement.n == 1
    three = {key: value for key, value in four.items() if key != "item_5"}
    left_out = answers("wsas", three, "item_1", as_it_is=True)
    later = logged(cast, with_marks(left_out), week=1)
    (point,) = [p for p, t in record(cast).points_on(later) if t.measure.key == "wsas"]
    assert (point.scores.total, point.scores.missing) == (None, 1)
    assert view(cast, aim).judgement.n == 1
    alone = logged(cast, with_marks(answers("wsas", {}, "item_1", as_it_is=True)), week=2)
    assert ratings_of(cast, alone)["wsas", "client"].answers == {"item_1": None}
