"""Objectives in the browser: from a template to a judgement with its rows; forms that lose nothing."""

import re
from datetime import date
from fractions import Fraction
from html import unescape

import pytest

from tests.conftest import Browser, Cast, log, weeks
from tests.services.care.test_objectives import BOND, YEAR, put
from tests.services.care.test_schedule import today
from tests.services.record.test_client_details import change as details
from tests.services.recording import record
from tests.web.care.test_usual_range import text_of
from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    Criterion,
    EachAddressed,
    Endorsed,
    Reached,
    Window,
)
from tracker.reference.objectives import templates
from tracker.web.words import objectives as words

HIGH = (8, 8, 8, 8)


def list_url(cast: Cast) -> str:
    return f"/clients/{cast.client_id}/objectives"


def days(start: date, due: date) -> dict[str, object]:
    return {
        f"{name}-{part}": getattr(day, part)
        for name, day in (("start", start), ("due", due))
        for part in ("day", "month", "year")
    }


LONG = days(YEAR.start, YEAR.due)


@pytest.mark.parametrize("key", list(templates()))
def test_every_template_leads_to_a_filled_form_that_can_be_sent(
    page: Browser, cast: Cast, key: str
) -> None:
    assert f"{list_url(cast)}/new/{key}" in page.client.get(list_url(cast)).text
    path = f"{list_url(cast)}/new/{key}"
    form = page.client.get(path).text
    fields = _filled(form)
    assert page.send(path, **fields).status_code == 303
    (found,) = record(cast).objectives
    assert found.now.template == key
    assert found.now.starts_on == today()
    assert found.now.mechanism == templates()[key].mechanism
    assert found.now.wording == words.sentence(found.asked)
    page_text = text_of(page.client.get(f"/objectives/{found.objective.id}"))
    assert templates()[key].title in page_text
    assert found.now.wording in page_text.replace("&#39;", "'")


def _filled(page: str) -> dict[str, str]:
    """What a browser would send of the form as it is filled in."""
    main = page.split('<form method="post" novalidate class="narrow" data-once>')[1].split(
        "</form>", maxsplit=1
    )[0]
    fields = dict(re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', main))
    for name, options in re.findall(
        r'<select id="[^"]*" name="([^"]+)"[^>]*>(.*?)</select>', main, re.S
    ):
        chosen = re.findall(r'<option value="([^"]*)" selected', options)
        fields[name] = chosen[0] if chosen else re.findall(r'<option value="([^"]*)"', options)[0]
    return {n: unescape(v) for n, v in fields.items() if n not in ("csrf_token", "form_key")}


@pytest.mark.parametrize(
    ("kind", "fields", "asked"),
    [
        ("goals", {"goals": "2", "sessions": "4"}, Endorsed(2, 4)),
        (
            "reached",
            {
                "score": "wellbeing-check.total",
                "at": "6.5",
                "times": "2",
                "running": "no",
                "sessions": "",
            },
            Reached("wellbeing-check", "total", Fraction(13, 2), 2, False, None),
        ),
        (
            "reached",
            {
                "score": "session-check.bond",
                "at": "8",
                "times": "2",
                "running": "yes",
                "sessions": "5",
            },
            Reached("session-check", "bond", Fraction(8), 2, True, 5),
        ),
        ("addressed", {}, EachAddressed()),
        ("adapted", {"a_month": "2"}, Adapted(2)),
        ("attended", {"attend": "4", "of": "5"}, Attended(4, 5)),
        (
            "complete",
            {"measure": "wellbeing-check", "percent": "87.5"},
            Complete("wellbeing-check", Fraction(175, 2)),
        ),
    ],
)
def test_one_of_ones_own(
    page: Browser, cast: Cast, kind: str, fields: dict[str, str], asked: Criterion
) -> None:
    path = f"{list_url(cast)}/new/own-{kind}"
    assert page.client.get(path).status_code == 200
    answer = page.send(path, **fields, **LONG, wording="Our own")
    assert answer.status_code == 303
    (found,) = record(cast).objectives
    assert (found.asked, found.now.template, found.now.wording) == (asked, "", "Our own")


@pytest.mark.parametrize(
    ("template", "fields", "message"),
    [
        ("own-goals", {"goals": "some", "sessions": "3"}, "Enter a whole number, such as 3"),
        ("own-goals", {"goals": "3", "sessions": ""}, "Enter a whole number, such as 3"),
        ("own-goals", {"goals": "101", "sessions": "3"}, "from 1 to 100"),
        ("own-attended", {"attend": "9", "of": "8"}, "No more sessions can be attended"),
        ("own-complete", {"measure": "wellbeing-check", "percent": "101"}, "from 1 to 100 percent"),
        ("own-complete", {"measure": "wellbeing-check", "percent": "most"}, "Enter a number"),
        (
            "own-complete",
            {"measure": "nothing", "percent": "90"},
            "Choose a measure that is in use",
        ),
        (
            "bond",
            {"score": "session-check.bond", "at": "12", "times": "3", "running": "no"},
            "within the range of this score",
        ),
        (
            "bond",
            {"score": "session-check", "at": "1e9", "times": "3", "running": "no"},
            "Enter a number",
        ),
    ],
)
def test_wrong_numbers_come_back_with_the_message_twice(
    page: Browser, cast: Cast, template: str, fields: dict[str, str], message: str
) -> None:
    answer = page.send(f"{list_url(cast)}/new/{template}", **fields, **LONG)
    assert (answer.status_code, answer.text.count(message)) == (422, 2)
    assert record(cast).objectives == ()


def test_days_that_are_none_and_templates_that_do_not_exist(page: Browser, cast: Cast) -> None:
    path = f"{list_url(cast)}/new/own-addressed"
    answer = page.send(path)
    assert (answer.status_code, answer.text.count("The day must be a real date")) == (422, 4)
    for name in ("nothing", "own-nothing", "own-", "goals"):
        assert page.client.get(f"{list_url(cast)}/new/{name}").status_code == 404


def test_a_template_says_when_no_measure_of_its_kind_is_in_use(page: Browser, cast: Cast) -> None:
    details(cast, "session-check")
    text = text_of(page.client.get(f"{list_url(cast)}/new/feedback-informed"))
    assert "looks at an outcome measure, and none is in use" in text


def test_where_it_stands_is_said_with_the_rows_it_rests_on(page: Browser, cast: Cast) -> None:
    aim = put(cast, BOND)
    log(cast.clinician, cast.client_id, weeks(0), *HIGH)
    text = text_of(page.client.get(f"/objectives/{aim}"))
    assert "→ On track 1 of 2 sessions running" in text
    assert "Still needed: 1 session at 7.5 or more running, within the next 3 sessions, by" in text
    assert "Only whole numbers are given on it, so that is 8 or more." in text
    assert "Bond (Session check) 8 counts" in text
    log(cast.clinician, cast.client_id, weeks(1), *HIGH)
    text = text_of(page.client.get(f"/objectives/{aim}"))
    assert "Met on 12 January 2026." in text
    on_record = text_of(page.client.get(f"/clients/{cast.client_id}"))
    assert "1 of 1 on track" in on_record
    assert (
        "Bond 7.5 or more, 2 times running within 4 sessions 2 of 2 met on 12 Jan 2026" in on_record
    )
    tab = text_of(page.client.get(f"/clients/{cast.client_id}/goals"))
    assert "2 of 2 sessions running. Met on 12 January 2026." in tab


def test_one_that_was_so_before_it_began_says_so(page: Browser, cast: Cast) -> None:
    for week in (0, 1):
        log(cast.clinician, cast.client_id, weeks(week), *HIGH)
    aim = put(cast, BOND, Window(weeks(2), YEAR.due))
    assert "already so before it began" in page.client.get(f"/objectives/{aim}").text
    assert "was so before it began" in page.client.get(f"/clients/{cast.client_id}").text
    assert "It was so before it began." in page.client.get(f"/clients/{cast.client_id}/goals").text


def test_they_never_stand_where_ratings_are_entered(page: Browser, cast: Cast) -> None:
    put(cast, BOND)
    held = log(cast.clinician, cast.client_id, weeks(0), *HIGH)
    for path in (f"/clients/{cast.client_id}/sessions/new", f"/sessions/{held}/correct"):
        text = page.client.get(path).text
        assert "bjective" not in text
        assert "In our words" not in text


def test_it_is_changed_and_both_versions_are_shown(page: Browser, cast: Cast) -> None:
    aim = put(cast, BOND)
    path = f"/objectives/{aim}/change"
    assert 'name="at" value="7.5"' in page.client.get(path).text
    fields = {
        "score": "session-check.bond",
        "at": "9",
        "times": "2",
        "running": "yes",
        "sessions": "4",
    }
    assert page.send(path, seen=1, **fields, **LONG).status_code == 422
    assert page.send(path, seen=1, **(fields | {"at": "x"}), **LONG, reason="x").status_code == 422
    assert page.send(path, seen=9, **fields, **LONG, reason="too easy").status_code == 409
    answer = page.send(path, seen=1, **fields, **LONG, reason="too easy")
    assert answer.status_code == 303
    text = text_of(page.client.get(f"/objectives/{aim}"))
    assert "What it asked for, version by version" in text
    assert "too easy" in text
    assert "In our words" in text
    assert "at 9 or more in 2 sessions running" in text


def test_it_is_closed_opened_and_taken_back(page: Browser, cast: Cast) -> None:
    aim = put(cast, BOND)
    path = f"/objectives/{aim}"
    assert page.send(path, seen=1).status_code == 422
    assert page.send(path, seen=1, kept="closed").status_code == 422
    assert page.send(path, seen=9, kept="closed", closed_reason="x").status_code == 409
    assert page.send(path, seen=1, kept="closed", closed_reason="moved on").status_code == 303
    text = text_of(page.client.get(path))
    assert "Closed by hand" in text
    assert "moved on" in text
    assert "moved on" in text_of(page.client.get(list_url(cast)))
    assert page.send(path, seen=2, kept="open", open_reason="it goes on").status_code == 303
    assert "Opened again" in text_of(page.client.get(path))
    gone = page.send(path, seen=3, kept="taken_back", taken_back_reason="other client")
    assert (gone.status_code, gone.location) == (303, list_url(cast))
    assert "No objective is set" in text_of(page.client.get(list_url(cast)))
    assert "taken back" in page.client.get(path).text
    assert page.client.get(f"{path}/change").status_code == 404


def test_a_supervisor_reads_it_and_changes_nothing(browser: Browser, cast: Cast) -> None:
    aim = put(cast, BOND)
    browser.sign_in_as(cast.supervisor)
    for path in (list_url(cast), f"/objectives/{aim}"):
        answer = browser.client.get(path)
        assert answer.status_code == 200
        assert 'method="post" novalidate' not in answer.text
        assert "Use it" not in answer.text
