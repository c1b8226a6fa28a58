"""What a client is asked: as usual, as set, and when no answer comes."""

from datetime import timedelta

import pytest

from tests.conftest import Cast, log, new_client, weeks
from tests.services.handing import OWN, WELLBEING, flags_of, handed, session, session_today
from tracker import clock, db
from tracker.domain.course.handover import Moment, Way
from tracker.domain.course.sessions import NoRating
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.models import Client
from tracker.services.handover import handovers
from tracker.services.handover.asking import LinkMeasures, askable, asked_of, change_asked
from tracker.services.installation import defined
from tracker.services.record import clients


def asked(client_id: object) -> LinkMeasures:
    with db.reading() as reading:
        return asked_of(reading.get_one(Client, client_id), defined(reading))


def test_as_usual_the_outcome_at_the_start_and_the_alliance_at_the_end(cast: Cast) -> None:
    usual = {OWN: Moment.END, WELLBEING: Moment.START}
    assert asked(cast.client_id) == LinkMeasures(usual, "en")


@pytest.mark.parametrize(
    ("in_use", "usual"),
    [
        (("srs",), {}),
        (("srs", "alliance-items", OWN), {"alliance-items": Moment.END}),
        (("srs", "ors", WELLBEING), {WELLBEING: Moment.START}),
    ],
)
def test_only_what_has_wording_is_asked(
    cast: Cast, in_use: tuple[str, ...], usual: dict[str, Moment]
) -> None:
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, new_client(*in_use), now=clock.now())
    found = asked(made.id).measures
    assert len(found) == len(usual)
    with db.reading() as reading:
        assert {
            m.key for m in askable(reading.get_one(Client, made.id), defined(reading))
        } >= found.keys()


def test_a_measure_that_goes_out_of_use_is_followed_by_another(cast: Cast) -> None:
    now = clock.now()
    with db.transaction() as writing:
        details = new_client(OWN, "alliance-items")
        made = clients.add_client(writing, cast.clinician, details, now=now)
    (before,) = asked(made.id).measures
    (other,) = {OWN, "alliance-items"} - {before}
    with db.transaction() as writing:
        clients.change_client(writing, cast.clinician, made.id, new_client(other), 1, now=now)
    assert asked(made.id).measures == {other: Moment.END}


def test_changing_it(cast: Cast) -> None:
    wanted = LinkMeasures({OWN: Moment.START}, "de")
    for version in (1, 2):  # the second changes nothing
        with db.transaction() as writing:
            client = change_asked(
                writing, cast.clinician, cast.client_id, wanted, version, now=clock.now()
            )
        assert client.version == 2
    assert asked(cast.client_id) == wanted
    with pytest.raises(Stale), db.transaction() as writing:
        change_asked(writing, cast.clinician, cast.client_id, wanted, 1, now=clock.now())
    with pytest.raises(NotPermitted), db.transaction() as writing:
        change_asked(writing, cast.outsider, cast.client_id, wanted, 2, now=clock.now())


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        (LinkMeasures({"srs": Moment.END}), {"srs"}),
        (LinkMeasures({OWN: Moment.END}, "fr"), {"language"}),
        (LinkMeasures({OWN: Moment.END, "alliance-items": Moment.END}), {"measures"}),
    ],
)
def test_what_cannot_be_set(cast: Cast, wanted: LinkMeasures, fields: set[str]) -> None:
    with db.transaction() as writing:
        details = new_client(OWN, "alliance-items")
        made = clients.add_client(writing, cast.clinician, details, now=clock.now())
    with pytest.raises(Incomplete) as found, db.transaction() as writing:
        change_asked(writing, cast.clinician, made.id, wanted, 1, now=clock.now())
    assert set(found.value.problems) == fields


def test_a_session_does_not_wait_for_ever(cast: Cast) -> None:
    for week in range(2):
        log(cast.clinician, cast.client_id, weeks(week), no_rating=NoRating.NOT_ASKED)
    today = session_today(cast)
    assert "no_rating_lately" not in flags_of(cast, today)
    now = clock.now()
    with db.transaction() as writing:
        assert handovers.settle_waiting(writing, now=now + timedelta(days=2)) == 0
        assert handovers.settle_waiting(writing, now=now + timedelta(days=4)) == 1
    assert session(today).no_rating == NoRating.NOT_GIVEN
    assert "no_rating_lately" in flags_of(cast, today)


def test_one_that_is_handed_over_waits_until_that_is_over(cast: Cast) -> None:
    today = session_today(cast)
    later = clock.now() + timedelta(days=4)
    handed(cast.clinician, today, way=Way.LINK, now=later - timedelta(hours=1))
    with db.transaction() as writing:
        assert handovers.settle_waiting(writing, now=later) == 0
    assert session(today).no_rating == NoRating.ASKED
