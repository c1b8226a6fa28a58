"""Reports on their pages and as files."""

import io
import json
import re
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask

from tests.conftest import Browser, Cast, log
from tests.services.standing import events
from tests.services.supervision.test_questions import another
from tracker import clock
from tracker.web.words import reports as report_words


@pytest.fixture
def path(cast: Cast) -> str:
    """The report of the clinician, on whose caseload something fell."""
    today = clock.now().date()
    for days, bond in ((20, 8), (13, 8), (6, 5)):
        log(cast.clinician, cast.client_id, today - timedelta(days=days), bond, 8, 8, 8)
    return f"/caseloads/{cast.clinician.id}/report"


def bars_of(page: str) -> dict[str, Any]:
    """The bars that Plotly draws on a page."""
    told = json.loads(
        page.split('<script type="application/json">')[1].split("</script>", maxsplit=1)[0]
    )
    (bars,) = [trace for trace in told["data"] if trace["type"] == "bar"]
    return dict(bars)


def since(days: int) -> str:
    day = clock.now().date() - timedelta(days=days)
    return f"?since-day={day.day}&since-month={day.month}&since-year={day.year}"


@pytest.mark.parametrize("name", ["clinician", "supervisor"])
def test_the_report_says_n_of_m_and_what_a_number_means(
    app: Flask, cast: Cast, path: str, name: str
) -> None:
    page = Browser(app.test_client()).sign_in_as(cast.named(name))
    text = page.client.get(path + since(30)).text
    assert "3 of 3" in text
    assert "0 of 1" in text
    assert "design default" in text


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("?since-day=31&since-month=2&since-year=2026", "Enter a day"),
        (
            "?until-day=1&until-month=1&until-year=2020&since-day=2&since-month=1&since-year=2020",
            "before the first",
        ),
        ("?since-day=1&since-month=1&since-year=2001", "two years at most"),
        ("?until-day=31&until-month=12&until-year=9999", "within a year from now"),
    ],
)
def test_days_that_cannot_be_used_say_why(
    app: Flask, cast: Cast, path: str, query: str, message: str
) -> None:
    page = Browser(app.test_client()).sign_in_as(cast.clinician)
    answer = page.client.get(path + query)
    assert (answer.status_code, message in answer.text) == (422, True)


@pytest.mark.parametrize(("kind", "start"), [("csv", b"\xef\xbb\xbfPart"), ("xlsx", b"PK")])
def test_a_file_needs_a_reason_and_is_noted_before_it_leaves(
    app: Flask, cast: Cast, path: str, kind: str, start: bytes
) -> None:
    page = Browser(app.test_client()).sign_in_as(cast.clinician)
    refused = page.send(path + since(30), kind=kind, reason="")
    assert (refused.status_code, "Say what it is for" in refused.text) == (422, True)
    assert "report.exported" not in events()
    file = page.send(path + since(30), kind=kind, reason="For the yearly talk")
    assert file.status_code == 200
    assert file.data.startswith(start)
    assert f".{kind}" in file.headers["Content-Disposition"]
    assert file.headers["Cache-Control"] == "no-store"
    assert events()[-1] == "report.exported"
    if kind == "xlsx":
        assert zipfile.ZipFile(io.BytesIO(file.data)).testzip() is None


def test_the_practice_is_reported_by_quarter_without_small_numbers(
    app: Flask, cast: Cast, path: str
) -> None:
    page = Browser(app.test_client()).sign_in_as(cast.administrator)
    log(cast.clinician, cast.client_id, date(2026, 2, 3), 8, 8, 8, 8)
    of = "?since-day=1&since-month=2&since-year=2026"
    text = page.client.get(f"/practice/report{of}").text
    assert "Of one calendar quarter at a time" in text
    assert "Made on" not in text, "nothing is told yet"
    assert "1 January 2026 to 31 March 2026" in text
    assert "hidden (few)" in text
    assert "Bond" not in text
    assert page.send("/practice/report", reason="Board meeting", kind="csv").status_code == 200
    old = page.client.get("/practice/report?since-day=5&since-month=5&since-year=2020").text
    assert "1 April 2020 to 30 June 2020" in old


def test_the_practices_report_says_since_when_it_stands(app: Flask, cast: Cast) -> None:
    page = Browser(app.test_client()).sign_in_as(cast.administrator)
    for _ in range(5):
        log(cast.clinician, another(cast), date(2026, 2, 3), 8, 8, 8, 8)
    of = "/practice/report?since-day=1&since-month=2&since-year=2026"
    first = page.client.get(of).text
    assert "what was entered or corrected later is not in it" in first
    log(cast.clinician, cast.client_id, date(2026, 2, 3), 8, 8, 8, 8)
    again = page.client.get(of).text
    assert again.split("<section")[1] == first.split("<section")[1]
    assert 'Sessions rated by the client</th><td class="number nowrap">5 of 5' in again


def test_a_chart_is_looked_into_with_what_the_page_shows(app: Flask, cast: Cast, path: str) -> None:
    page = Browser(app.test_client()).sign_in_as(cast.clinician)
    days = since(30)
    report = page.client.get(path + days).text
    assert "plotly" not in report
    assert "amp;explore=strength" in report
    chart = page.client.get(f"{path}{days}&explore=strength&order=largest").text
    assert "plotly" in chart
    bars = bars_of(chart)
    assert (max(bars["x"]), bars["x"]) == (bars["x"][0], sorted(bars["x"], reverse=True))
    for text in bars["customdata"]:
        label, number = text.split(": ")
        row = f'<th scope="row">{label}</th><td'
        assert row in report
        assert f"{row}>{number}</td>" in chart
    assert page.client.get(f"{path}{days}&explore=sessions").status_code == 404
    wrong = page.client.get(f"{path}?since-day=31&since-month=2&explore=strength")
    assert (wrong.status_code, "Enter a day" in wrong.text) == (422, True)
    assert events()[-1] == "report.read"


def test_a_chart_of_the_practice_hides_what_its_report_hides(app: Flask, cast: Cast) -> None:
    page = Browser(app.test_client()).sign_in_as(cast.administrator)
    for number in range(7):  # two fell a little, five a lot
        client_id = another(cast)
        log(cast.clinician, client_id, date(2026, 2, 3), 8, 8, 8, 8)
        log(cast.clinician, client_id, date(2026, 2, 10), 6 if number < 2 else 4, 8, 8, 8)
    of = "/practice/report?since-day=1&since-month=2&since-year=2026"
    report = page.client.get(of).text
    assert re.findall(r"explore=(\w+)", report) == ["strength"]
    chart = page.client.get(f"{of}&explore=strength").text
    bars = bars_of(chart)
    assert bars["x"] == [None] * 3
    assert bars["customdata"] == [f"Strength {n}: {report_words.HIDDEN}" for n in (1, 2, 3)]
    assert chart.count("Strength 2") == report.count("Strength 2") + 2, "in Plotly's words as well"
    assert "<rect" not in chart


def test_a_file_of_days_that_cannot_be_is_refused(app: Flask, cast: Cast) -> None:
    """And not made of other days, which nobody would notice."""
    page = Browser(app.test_client()).sign_in_as(cast.clinician)
    wrong = "?since-day=31&since-month=2&since-year=2026"
    path = f"/caseloads/{cast.clinician.id}/report{wrong}"
    assert page.send(path, reason="For the meeting", kind="csv").status_code == 422
