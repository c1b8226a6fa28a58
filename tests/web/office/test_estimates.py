"""What own ratings say of a measure, as an administrator compares, adopts and gives it up, and where it shows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Browser, Cast, log, weeks
from tests.services.estimating import looked_at, rated_by, taking_less, well
from tests.services.recording import record
from tests.services.supervision.test_questions import another
from tests.web.door.test_reading import _queries
from tests.web.sending import rows
from tracker import clock, db
from tracker.domain.measures.priors import DESIGN_DEFAULT as PRIOR
from tracker.domain.rules.findings import FlagKind
from tracker.domain.rules.own_estimates import EstimateKind
from tracker.models import AuditEntry, PracticeEstimate
from tracker.reference.loader import measures
from tracker.reference.thresholds import simulated_thresholds
from tracker.services.reports.own_estimates import OwnRatings
from tracker.services.reports.own_noise import OwnNoise, own_noise
from tracker.web.words import fall_flags
from tracker.web.words import flags as flag_words
from tracker.web.words import noise as noise_words

PATH = "/practice/own-ratings/session-check"


@pytest.fixture(autouse=True)
def _less() -> Iterator[None]:
    with taking_less():
        yield


@pytest.fixture
def boss(browser: Browser, cast: Cast) -> Browser:
    """The administrator's browser."""
    return browser.sign_in_as(cast.administrator)


def kept() -> list[PracticeEstimate]:
    with db.reading() as reading:
        return list(reading.scalars(select(PracticeEstimate).order_by(PracticeEstimate.set_at)))


def test_from_too_few_clients_nothing_is_told_and_nothing_can_be_adopted(
    boss: Browser, cast: Cast
) -> None:
    page = boss.client.get(PATH).text
    assert "0 clients have 3 ratings or more: an estimate takes 5, so 5 more are needed." in page
    assert "From own ratings" not in page
    assert "Adopt" not in page
    rated_by(cast, 4)
    few = boss.client.get(PATH).text
    assert "Too few clients have 3 ratings to tell how many, not counting those whom" in few
    refused = boss.send(PATH, act="adopt", reason="x", seen="")
    assert refused.status_code == 409
    assert "There is no estimate to adopt" in refused.text
    neither = boss.send(PATH, act="", reason="x", seen="")
    assert neither.status_code == 422
    assert "Choose one of the steps" in neither.text
    assert rows("practice_estimates") == 0


def test_an_estimate_is_compared_adopted_and_given_up(boss: Browser, cast: Cast) -> None:
    rated_by(cast, 5)
    page = boss.client.get(PATH).text
    assert "5 clients have 3 ratings or more, so there is an estimate to compare." in page
    assert "Design default: a mean of 8.2 on 0 to 10" in page
    assert '<td role="cell" data-label="Now" class="number">8.2</td>' in page
    assert '<td role="cell" data-label="From own ratings" class="number">6.53</td>' in page
    assert str(cast.client_id) not in page
    answer = boss.send(PATH, act="adopt", reason="Our own clients", seen=looked_at(cast).seen)
    assert (answer.status_code, answer.location) == (303, PATH)
    page = boss.client.get(PATH).text
    assert "5 clients have 3 ratings or more. What they come to is in force." in page
    assert "15 ratings from 5 of this practice&#39;s own clients" in page
    assert "Design default" not in page
    assert "Adopt the estimate" not in page
    assert "From own ratings" not in page  # the same numbers twice say nothing
    assert "Our own clients" in page
    assert "by Administrator" in page
    assert (
        "from 5 of this practice&#39;s own clients" in boss.client.get("/practice/own-ratings").text
    )
    answer = boss.send(PATH, act="give_up", reason="As it was", seen="")
    assert answer.status_code == 303
    page = boss.client.get(PATH).text
    assert page.index("As it was") < page.index("Our own clients")
    assert "back to the measure" in page
    assert [bool(row.numbers) for row in kept()] == [True, False]
    with db.reading() as reading:
        entries = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq)).all()
    assert "Our own" not in str([entry.detail for entry in entries])
    assert entries[-1].event == "estimate.read"


def test_what_changed_since_it_was_looked_at_is_shown_again_and_a_form_counts_once(
    boss: Browser, cast: Cast
) -> None:
    rated_by(cast, 5)
    seen = looked_at(cast).seen
    rated_by(cast, 1)
    stale = boss.send(PATH, act="adopt", reason="Our own clients", seen=seen)
    assert stale.status_code == 409
    assert stale.text.count("The estimate has changed since this page was shown") == 1
    assert ">Our own clients</textarea>" in stale.text
    now = looked_at(cast).seen
    assert f'name="seen" value="{now}"' in stale.text
    sent = {"act": "adopt", "seen": now, "form_key": "5f1f0a34-2e0e-4a3c-9c4e-6a1f2b3c4d5e"}
    without = boss.send(PATH, **sent, reason=" ")
    assert (without.status_code, without.text.count("Enter the reason")) == (422, 2)
    for _ in range(2):
        assert boss.send(PATH, **sent, reason="Our own clients").status_code == 303
    assert len(kept()) == 1
    again = boss.send(PATH, act="adopt", seen=now, reason="again")
    assert again.status_code == 409
    assert "in force already" in again.text


def test_pages_say_from_how_many_own_clients_and_never_design_default(
    app: Flask, boss: Browser, cast: Cast
) -> None:
    for client_id in (*[another(cast) for _ in range(5)], cast.client_id):
        for week, mark in enumerate((9, 8, 9)):
            well(cast, client_id, week, mark)
    for key in ("session-check", "wellbeing-check"):
        path = f"/practice/own-ratings/{key}"
        few = _queries(boss, path)
        answer = boss.send(path, act="adopt", reason="Ours", seen=looked_at(cast, key).seen)
        assert answer.status_code == 303
        another(cast)
        assert _queries(boss, path) == few
    well(cast, cast.client_id, 3, 2)
    log(cast.clinician, cast.client_id, weeks(4), 5, 8, 8, 8)
    clinician = Browser(app.test_client()).sign_in_as(cast.clinician)
    own = "from 6 of this practice's own clients"
    found = {flag.finding.kind: flag for flag in record(cast).flags}
    worse = found[FlagKind.OUTCOME_WORSE]
    assert flag_words.headline(worse).endswith(f"({own})")

    def shown(path: str) -> str:
        return clinician.client.get(path).text.replace("&#39;", "'")

    why = shown(f"/flags/{worse.flag.id}")
    assert f"Reliable change of 2.5: 18 totals {own}; the change between two totals" in why
    why = shown(f"/flags/{found[FlagKind.DROP].flag.id}")
    assert f"Compared with other clients: of this one there were 4 ratings before ({own})." in why
    many = replace(found[FlagKind.DROP].finding, own_ratings=9)
    rare = fall_flags.rarity(replace(found[FlagKind.DROP], finding=many))
    assert f"(from 9 ratings of this client and {own}; simulated with assumed noise" in rare
    course = shown(f"/clients/{cast.client_id}").replace("&#x27;", "'")
    assert f"; {own})" in course
    record_page = shown(f"/clients/{cast.client_id}/explore?chart=wellbeing-check")
    assert f"Reliably worse ({own})" in record_page
    assert "reliable change ±2.5, from 6 own clients" in record_page
    assert f"18 ratings {own}" in shown("/measures/session-check")
    assert f"2.5 or more. 18 totals {own}" in shown("/measures/wellbeing-check")


def test_where_own_ratings_decide_nothing_there_is_no_page(boss: Browser) -> None:
    for key in ("phq-9", "nothing", "..%2f"):
        assert boss.client.get(f"/practice/own-ratings/{key}").status_code == 404
    answer = boss.send("/practice/own-ratings/phq-9", act="adopt", reason="x", seen="")
    assert answer.status_code == 404


def test_the_page_of_a_threshold_tells_its_prompts_at_this_practices_noise(
    boss: Browser, cast: Cast
) -> None:
    path = "/practice/thresholds/session-check"
    page = boss.client.get(path).text
    assert (
        "so 5 more are needed. With an estimate, this page says how often a threshold asks" in page
    )
    assert "Misses a fall of 2" not in page
    rated_by(cast, 5)
    page = boss.client.get(path).text.replace("&#39;", "'")
    with db.reading() as reading:
        noise = own_noise(reading, cast.administrator, measures()["session-check"], now=clock.now())
    assert noise.icc is not None
    percent = round(100 * noise.icc)
    assert f"{percent} % lies between clients (ICC 0." in page
    assert ", from 5 of this practice's own clients); the rest is ups and downs" in page
    assert "The nearest noise that was simulated has an ICC of 0.71." in page
    rates = simulated_thresholds().noises[-1].rates["session-check"][Fraction(2)]
    asked, missed, _ = noise_words.shares(rates)
    assert f'data-label="Asks though nothing changed" class="number">{asked}</td>' in page
    assert f'data-label="Misses a fall of 2" class="number">{missed}</td>' in page
    assert "200 made-up clients with 12 sessions each, the worst of three kinds of noise" in page
    assert page.count("works as 2</span>") == 2  # beside what it would cost, and what it would miss
    assert boss.send(path, points="5", reason="a study").status_code == 303
    assert boss.client.get(path).text.count("not simulated") == 3


def test_of_a_measure_that_was_not_simulated_the_noise_alone_is_told() -> None:
    typed = measures()["wai-s"]
    ratings = OwnRatings(typed, EstimateKind.PRIOR, date(2026, 9, 30), 34, 240, PRIOR, 0, False)
    noise = OwnNoise(ratings, PRIOR.item, None)
    assert noise.rates == {}
    assert noise_words.own_noise(noise).endswith(
        f"What thresholds would miss was not simulated for {typed.name}."
    )
