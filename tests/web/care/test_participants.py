"""Several people of one record on the pages: who rates, whose marks are whose, and what each sees."""

import re
from uuid import UUID

import pytest
from flask import Flask

from tests.conftest import PASSWORD, Browser, Cast
from tests.services.handing import HIGH, LOW, OWN
from tests.services.record.test_participants import both_rate, couple, people, record
from tests.web.clients import post
from tracker.domain.rules.findings import FlagKind
from tracker.web.words import flags as flag_words

__all__ = ("couple",)


@pytest.fixture
def staff(app: Flask, couple: Cast, browser: Browser) -> Browser:
    """The clinician's browser."""
    return browser.sign_in_as(couple.clinician)


def test_people_are_added_and_leave_on_the_page_of_what_is_asked(
    staff: Browser, couple: Cast
) -> None:
    path = f"/clients/{couple.client_id}"
    assert "Person B" in staff.client.get(f"{path}/asked").text
    assert staff.send(f"{path}/people", add="1").location == f"{path}/asked"
    assert "Person C" in staff.client.get(f"{path}/asked").text
    staff.send(f"{path}/people", leave="C")
    page = staff.client.get(f"{path}/asked").text
    assert "not asked any more" in page
    assert "Person C" not in staff.client.get(f"{path}/handover").text
    staff.send(f"{path}/people", ask="C")
    page = staff.client.get(f"{path}/handover").text
    assert len(re.findall(r'name="people" value="[^"]+" checked', page)) == 3
    assert staff.send(f"{path}/people", leave="Z").status_code == 404


def test_the_tablet_goes_from_one_to_the_next_and_back(
    app: Flask, staff: Browser, couple: Cast
) -> None:
    both = [str(person.id) for person in people(couple)]
    path = f"/clients/{couple.client_id}/handover"
    assert staff.send(path, way="tablet", measures=OWN, people=both).location == "/c"
    client = staff.client
    for letter, marks in (("A", HIGH), ("B", LOW)):
        page = client.get("/c").text
        assert f"For person {letter}" in page
        post(client, "/c/begin", "/c", narrow="0")
        post(client, "/c/questions/1", **marks, go="on")
        over = client.get("/c").text
        if letter == "A":
            assert "hand the tablet on to person B" in over
            assert "hand the tablet back" not in over
            assert post(client, "/c/next", "/c").location == "/c"
    assert "hand the tablet back" in over
    assert client.get("/").location == "/c"
    assert post(client, "/c/next", "/c/return").location == "/c"  # nobody waits any more
    answer = post(client, "/c/return", secret=PASSWORD)
    neutral = client.get(answer.location).text
    assert "Saved" in neutral
    page = client.get(answer.location.replace("/back", "/marks")).text
    assert "client A" in page
    assert "client B" in page


@pytest.fixture
def fallen(couple: Cast) -> UUID:
    """The second of two sessions, in which B's bond fell from 8 to 5 and A's did not."""
    both_rate(couple, HIGH, HIGH)
    return both_rate(couple, HIGH, LOW)


def test_the_record_shows_each_with_a_chart_of_their_own(
    staff: Browser, couple: Cast, fallen: UUID
) -> None:
    code = record(couple).client.code
    path = f"/clients/{couple.client_id}"
    for who, fell in (("A", False), ("B", True)):
        page = staff.client.get(f"{path}?who={who}").text
        assert f"Course of {code}, {who}" in page
        assert "B: Bond fell from 8 to 5" in page  # what is open is open whoever is looked at
        assert ("bond −3" in page) is fell
        for place in ("sessions", "explore"):
            marks = staff.client.get(f"{path}/{place}?who={who}").text
            assert f"Marks of {who}" in marks
    assert "who=B" in staff.client.get(path).text
    page = staff.client.get("/").text
    assert "B: Bond 8 → 5" in page


def test_a_session_names_whose_marks_are_whose(staff: Browser, couple: Cast, fallen: UUID) -> None:
    page = staff.client.get(f"/sessions/{fallen}").text
    for text in (": client A<", ": client B<", "Marks of B", "Handed over to B on the tablet"):
        assert text in page
    page = staff.client.get(f"/sessions/{fallen}/correct?who=B").text
    assert "marks of B" in page
    assert "B&#39;s answers" in page or "B's answers" in page
    assert re.search(r'name="session-check.client.bond" value="5" checked', page)
    page = staff.client.get(f"/sessions/{fallen}/correct").text
    assert re.search(r'name="session-check.client.bond" value="8" checked', page)
    assert "Marks of B" in staff.client.get(f"/sessions/{fallen}/saved").text


def test_bs_marks_are_corrected_as_bs(staff: Browser, couple: Cast, fallen: UUID) -> None:
    day = record(couple).course.slot(fallen).held_on
    marks = {f"{OWN}.client.{key}": mark for key, mark in {**HIGH, "bond": "7"}.items()}
    sent = staff.send(
        f"/sessions/{fallen}/correct?who=B",
        **marks,
        **{"held_on-day": day.day, "held_on-month": day.month, "held_on-year": day.year},
        version=str(record(couple).course.sessions[-1].version),
        status="attended",
        setting="in_person",
        no_rating="in_session",
        reason="slip",
    )
    assert sent.status_code == 303, sent.text
    found = record(couple)
    given = {
        found.letter(line.participant): point.answers.items["bond"]
        for point, line in found.points_on(fallen)
    }
    assert given == {"A": 8, "B": 7}


def test_the_difference_is_said_without_taking_sides(couple: Cast, fallen: UUID) -> None:
    apart = next(
        f for f in record(couple).flags_on(fallen) if f.finding.kind is FlagKind.PARTNERS_APART
    )
    assert flag_words.headline(apart) == "A and B marked the session differently. Bond: A 8, B 5"
    assert flag_words.short(apart) == "Partners apart"


def test_notes_and_summary_name_each(staff: Browser, couple: Cast, fallen: UUID) -> None:
    note = staff.client.get(f"/sessions/{fallen}/note").text
    assert "A: mean 8 of 10" in note
    assert "B: mean 7.25 of 10" in note
    assert "B Bond 5" in note
    summary = staff.client.get(f"/clients/{couple.client_id}/handoff").text
    assert "Session check (not validated), A: " in summary
    assert "Session check (not validated), B: " in summary


def test_looking_together_at_one_persons_marks(staff: Browser, couple: Cast, fallen: UUID) -> None:
    path = f"/clients/{couple.client_id}/together"
    bond = "show=session-check.bond"
    first, second = (staff.client.get(f"{path}?who={letter}&{bond}").text for letter in "AB")
    for page in (first, second):
        assert "Person A" in page
        assert "Person B" in page
        assert page.count(bond) == 2, "the choice stays for the other person"
    assert '<td class="number">5</td>' not in first
    assert '<td class="number">5</td>' in second
    assert staff.client.get(path).text.count("aria-current") == 1
    assert staff.client.get(f"{path}?who=Z").status_code == 200
