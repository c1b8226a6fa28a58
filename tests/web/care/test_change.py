"""How an outcome changed, on the record: what is published decides, and what is not published is said."""

import re
from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import update

from tests.conftest import Browser, Cast, marks, new_client, weeks
from tests.services.recording import record
from tests.web.care.test_usual_range import text_of
from tracker import clock, db
from tracker.domain.course.clients import AgeBand
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.models import Client, TherapySession
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.record import clients
from tracker.services.record.ratings import RatingsEntry
from tracker.web.words import flags as flag_words


def client(cast: Cast, outcome: str, *totals: str, age: AgeBand = AgeBand.ADULT) -> object:
    """A client with a session a week, a steady alliance and these totals of an outcome."""
    asked = new_client("session-check", outcome, age_band=age)
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, asked, now=clock.now()).id
    for number, total in enumerate(totals):
        given = Entered(total=Fraction(total))
        found = {("session-check", Rater.CLIENT): marks(8, 8, 8, 8), (outcome, Rater.CLIENT): given}
        with db.transaction() as writing:
            sessions.log_session(
                writing,
                cast.clinician,
                made,
                SessionDetails(weeks(number)),
                RatingsEntry(found),
                now=clock.now(),
            )
    return made


def change(page: Browser, client_id: object) -> dict[str, str]:
    """The change summary of the outcome: its rows by their names, and the sentence as ""."""
    with db.reading() as reading:
        keys = [m.measure_key for m in reading.get_one(Client, client_id).measures]
    outcome = next(key for key in keys if key != "session-check")
    shown = page.client.get(f"/clients/{client_id}/explore?chart={outcome}").text
    (block,) = re.findall(r'<div class="change".*?</dl>', shown, re.DOTALL)
    (said,) = re.findall(r"<strong>(.*?)</strong>", block)
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", block)
    return {"": said, **dict(rows)}


def test_a_recovery_is_said_with_all_that_it_rests_on(page: Browser, cast: Cast) -> None:
    said = change(page, client(cast, "phq-9", "16", "12", "4"))
    assert said[""] == "Recovered: reliably better, and out of the clinical range."
    assert said["First"] == "16 (moderately severe), session 1, 5 January 2026."
    assert said["Latest"] == "4, session 3, 19 January 2026."
    assert said["Change"] == "12 better."
    assert said["Reliable change"].startswith("Yes: 6 points or more count. As used by NHS")
    assert said["Cut-off"].startswith("10: began in the clinical range, now outside it. Kroenke")
    assert "Jacobson &amp; Truax 1991" in said["Categories"]
    assert "does not diagnose" in said["How sure"]


@pytest.mark.parametrize(
    ("totals", "headline", "cutoff"),
    [
        (
            ("18", "12"),
            "Reliably better.",
            "began in the clinical range, now in the clinical range",
        ),
        (
            ("16", "13"),
            "No reliable change.",
            "began in the clinical range, now in the clinical range",
        ),
        (("2", "9"), "Reliably worse.", "began outside it, now outside it"),
        (
            ("5", "14"),
            "Worse, in the clinical range.",
            "began outside it, now in the clinical range",
        ),
    ],
)
def test_every_other_category_in_words(
    page: Browser, cast: Cast, totals: tuple[str, ...], headline: str, cutoff: str
) -> None:
    said = change(page, client(cast, "phq-9", *totals))
    assert said[""] == headline
    assert cutoff in said["Cut-off"]
    assert said["Reliable change"].startswith("No: 6" if "No" in headline else "Yes: 6")


def test_one_rating_and_no_change_at_all(page: Browser, cast: Cast) -> None:
    said = change(page, client(cast, "phq-9", "16"))
    assert said[""] == "One rating, so nothing to compare yet."
    assert said.keys() == {"", "First", "Reliable change", "Cut-off", "How sure"}
    assert change(page, client(cast, "phq-9", "16", "16"))["Change"] == "None."


def test_what_is_judged_by_a_design_default_says_so_wherever_it_is_said(
    page: Browser, cast: Cast
) -> None:
    treated = client(cast, "k10", "30", "40")
    said = change(page, treated)
    assert said[""] == "Reliably worse (design default)."
    assert said["Reliable change"].startswith("Yes: 8 points or more count. Design default: 1.96")
    (worse,) = [f for f in record(cast, treated).flags if f.tier is Tier.REVIEW]
    sentence = "K10 is worse than at the start: 40 in session 2, 30 in session 1 (design default)"
    assert flag_words.headline(worse) == sentence
    assert flag_words.short(worse) == "Outcome worse than at intake (design default)"
    assert worse.finding.change == worse.measure.reliable_change
    shown = page.client.get(f"/flags/{worse.flag.id}").text
    assert sentence in shown
    assert "Reliable change of 8: Design default: 1.96" in shown
    assert sentence in page.client.get(f"/clients/{treated}/sessions").text


def test_how_often_the_rule_of_six_sessions_is_right_stands_beside_it(
    page: Browser, cast: Cast
) -> None:
    stuck = client(cast, "phq-9", *["16"] * 6)
    (flag,) = [f for f in record(cast, stuck).flags if f.tier is Tier.REVIEW]
    known = "in 84 % of those with no reliable improvement at the end, and in 68 % of the others"
    assert known in page.client.get(f"/flags/{flag.flag.id}").text
    assert known in page.client.get("/help/rules").text


def test_what_is_not_published_is_not_said(page: Browser, cast: Cast) -> None:
    child = change(page, client(cast, "ors", "20", "30", age=AgeBand.CHILD))
    assert child[""] == "Reliably better; without a published cut-off nothing more can be said."
    assert child["Cut-off"] == "None is published for this measure and age."
    worse = change(page, client(cast, "oq-30", "40", "60"))
    assert worse[""].startswith("Reliably worse; without a published cut-off")


def test_a_score_at_a_cutoff_that_its_source_leaves_open_is_on_neither_side(
    page: Browser, cast: Cast
) -> None:
    said = change(page, client(cast, "ors", "25", "31"))
    assert said["Cut-off"].startswith("25: began exactly at it, now outside it. Miller")
    assert said[""] == "Reliably better."
    said = change(page, client(cast, "ors", "19", "25"))
    assert said["Cut-off"].startswith("25: began in the clinical range, now exactly at it. Miller")
    said = change(page, client(cast, "ors", "31", "25"))
    assert said[""] == "Reliably worse, no longer outside the clinical range."


def test_a_change_begins_again_with_another_therapist(page: Browser, cast: Cast) -> None:
    client_id = client(cast, "phq-9", "20", "20", "12", "5")
    with db.transaction() as writing:
        later = TherapySession.held_on >= weeks(2)
        of_client = TherapySession.client_id == client_id
        writing.execute(
            update(TherapySession).where(of_client, later).values(clinician_id=cast.outsider.id)
        )
    said = change(page, client_id)
    assert said["First"].startswith("12 (moderate), session 3")
    assert said["First"].endswith("first rating since the therapist changed.")
    assert said["Change"] == "7 better."


def test_a_made_up_score_is_marked(page: Browser, cast: Cast) -> None:
    client_id = client(cast, "phq-9", "20")
    answers = marks(None, *[1] * 8, measure="phq-9")
    found = {("session-check", Rater.CLIENT): marks(8, 8, 8, 8), ("phq-9", Rater.CLIENT): answers}
    with db.transaction() as writing:
        day = weeks(1) + timedelta(days=1)
        sessions.log_session(
            writing,
            cast.clinician,
            client_id,
            SessionDetails(day),
            RatingsEntry(found),
            now=clock.now(),
        )
    said = change(page, client_id)
    assert said["First"].startswith("20 (severe), session 1")  # a total is one course
    assert ", prorated, session" in said["Latest"]


def test_sudden_gain_and_recovery_are_notes_in_words(page: Browser, cast: Cast) -> None:
    client_id = client(cast, "phq-9", "16", "16", "6", "6", "5", "5")
    notes = {
        view.finding.kind: (view.slot.number, flag_words.headline(view))
        for view in record(cast, client_id).notes
    }
    assert notes[FlagKind.SUDDEN_GAIN] == (
        5,
        "PHQ-9 improved suddenly, from 16 in session 2 to 6 in the next session",
    )
    assert notes[FlagKind.RECOVERED] == (
        3,
        "PHQ-9 is reliably better and past its cut-off: 6 in session 3, 16 in session 1",
    )
    shown = page.client.get(f"/clients/{client_id}/sessions").text
    assert "improved suddenly" in shown
    for view in record(cast, client_id).notes:
        why = text_of(page.client.get(f"/flags/{view.flag.id}"))
        if view.finding.kind in (FlagKind.SUDDEN_GAIN, FlagKind.RECOVERED):
            assert "Reliable change of 6" in why
            assert ("Level: Kroenke" in why) is (view.finding.kind is FlagKind.RECOVERED)


def test_the_course_shows_both_and_what_became_of_each_fall(page: Browser, cast: Cast) -> None:
    client_id = client(cast, "phq-9", "16", "16", "6", "6", "5")
    with db.transaction() as writing:
        found = {("session-check", Rater.CLIENT): marks(5, 8, 8, 8)}
        sessions.log_session(
            writing,
            cast.clinician,
            client_id,
            SessionDetails(weeks(5)),
            RatingsEntry(found),
            now=clock.now(),
        )
    shown = text_of(page.client.get(f"/clients/{client_id}"))
    assert "PHQ-9 5 at session 5, down 11 since session 1. One check-in, one not answered" in shown
    assert "Session 6: bond −3 , no answer noted" in shown
    assert "better by 11 (5, from 16)" in shown
    assert "cut-off 10" in shown
    numbers = page.client.get(f"/clients/{client_id}/explore").text
    assert numbers.count("<tr>") == 7  # the head and six sessions
    assert ">bond −3</td><td>no answer noted</td>" in numbers


def test_an_outcome_that_improved_late_is_not_called_unimproved_first(
    page: Browser, cast: Cast
) -> None:
    client_id = client(cast, "phq-9", *["16"] * 6, "5")
    shown = text_of(page.client.get(f"/clients/{client_id}"))
    found = next(
        view
        for view in record(cast, client_id).flags
        if view.finding.kind is FlagKind.NO_IMPROVEMENT
    )
    number = found.slot.number
    assert (
        f"PHQ-9 is better by 11 by now . No reliable improvement yet in session {number}." in shown
    )
    assert f"No reliable improvement by session {number}" in text_of(page.client.get("/"))


def test_the_course_is_drawn_of_one_rating_and_not_of_none(page: Browser, cast: Cast) -> None:
    one = client(cast, "phq-9", "16")
    assert "Course of" in page.client.get(f"/clients/{one}").text
    assert "Course of" not in page.client.get(f"/clients/{cast.client_id}").text
    assert page.client.get(f"/clients/{cast.client_id}/explore").status_code == 404
    assert page.client.get(f"/clients/{one}/explore?chart=srs").status_code == 404


def test_several_outcomes_are_a_switch_and_not_a_stack(page: Browser, cast: Cast) -> None:
    both = new_client("session-check", "phq-9", "ors")
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, both, now=clock.now()).id
        found = {
            ("session-check", Rater.CLIENT): marks(8, 8, 8, 8),
            ("phq-9", Rater.CLIENT): Entered(total=Fraction(16)),
            ("ors", Rater.CLIENT): Entered(total=Fraction(21)),
        }
        details = SessionDetails(weeks(0))
        entered = RatingsEntry(found)
        sessions.log_session(writing, cast.clinician, made, details, entered, now=clock.now())
    for asked, short, other in (("", "PHQ-9", "ORS"), ("?outcome=ors", "ORS", "PHQ-9")):
        shown = page.client.get(f"/clients/{made}{asked}").text
        assert shown.count('data-panel="total"') == 4  # two panels, drawn wide and narrow
        assert f"{short}, total" in shown
        assert f"{other}, total" not in shown
        assert re.search(rf'aria-current="true">\s*{short}', shown)
    everything = page.client.get(f"/clients/{made}/explore?chart=all").text
    assert "PHQ-9, total" in everything
    assert "ORS, total" in everything


def test_risk_is_never_folded_away_and_is_one_line_over_the_sessions(
    page: Browser, cast: Cast
) -> None:
    asked = new_client("session-check", "phq-9")
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, asked, now=clock.now()).id
    for number in range(9):
        answers = marks(*[1] * 8, 3 if number == 8 else 1, measure="phq-9")
        bond = marks(8 - 3 * (number % 2), 8, 8, 8)
        found = {("session-check", Rater.CLIENT): bond, ("phq-9", Rater.CLIENT): answers}
        with db.transaction() as writing:
            sessions.log_session(
                writing,
                cast.clinician,
                made,
                SessionDetails(weeks(number)),
                RatingsEntry(found),
                now=clock.now(),
            )
    shown = page.client.get(f"/clients/{made}").text
    head = text_of(page.client.get(f"/clients/{made}"))[:4000]
    line = (
        "Item 9 (risk item) 1, 1, 1, 1, 1, 1, 1, 1, 3 in sessions 1, 2, 3, 4, 5, 6, 7, 8, 9 (risen)"
    )
    assert f"PHQ-9: {line}" in head
    assert head.count(line) == 1
    assert "(unchanged)" not in head
    assert shown.index("(risen)") < shown.index('class="record"')
    assert shown.index("(risen)") < shown.index("Open: 1 risk item")
