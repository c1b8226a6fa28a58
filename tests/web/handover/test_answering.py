"""The client's pages: from the welcome to "Thank you", on a tablet and on a phone, in two languages."""

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import Cast
from tests.installed import use_measures
from tests.services.handing import handed, ratings_of, session, session_today, state
from tests.web.clients import OWN, answer_all, handed_code, handed_tablet, phone, post, shown, token
from tracker import clock, db
from tracker.domain.course.handover import Way
from tracker.models import Handover
from tracker.reference.loader import FOLDER
from tracker.services.office import practice

HIGH = {"bond": "8", "goals": "8", "tasks": "8", "overall": "8"}
MOBILE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Safari/604.1"


def rows() -> list[Handover]:
    from sqlalchemy import select

    with db.reading() as reading:
        return list(reading.scalars(select(Handover).order_by(Handover.made_at)))


def test_a_tablet_has_all_questions_on_one_page(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    assert client.get("/c").location == "/c/questions/1"
    page = client.get("/c/questions/1").text
    assert page.count("I would rather not answer this") == 4
    assert "checked" not in page
    assert "Send to my therapist" in page
    answer = post(client, "/c/questions/1", **HIGH, held_back="2", go="on")
    assert answer.location == "/c"
    assert "Thank you" in client.get("/c").text
    (row,) = rows()
    rating = ratings_of(cast, row.session_id)[OWN, "client"]
    assert (rating.answers, rating.held_back, rating.channel) == (
        dict.fromkeys(HIGH, 8),
        2,
        "tablet",
    )


def test_what_is_open_is_named_and_what_was_chosen_is_kept(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    answer = post(client, "/c/questions/1", bond="5", goals="99", go="on")
    assert answer.status_code == 422
    assert re.search(r'value="5" checked', answer.text)
    assert answer.text.count("Select an answer, or leave it open and go on") == 3
    assert "Something is still open" in answer.text
    assert 'href="#goals"' in answer.text
    assert 'href="#bond"' not in answer.text
    assert session(rows()[0].session_id).no_rating == "asked"


def test_what_is_left_open_again_stays_without_an_answer(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    page = post(client, "/c/questions/1", bond="5", overall="7", go="on")
    assert 'name="asked" value="goals tasks"' in page.text
    asked = {"asked": "goals tasks", "bond": "5", "overall": "7", "tasks": "6", "go": "on"}
    assert post(client, "/c/questions/1", **asked).location == "/c"
    rating = ratings_of(cast, rows()[0].session_id)[OWN, "client"]
    assert rating.answers == {"bond": 5, "overall": 7, "tasks": 6}


def test_on_a_phone_an_open_question_is_asked_about_once(app: Flask, cast: Cast) -> None:
    client = phone(app, handed_code(cast))
    assert post(client, "/c/questions/1", go="on").status_code == 422
    assert (
        post(client, "/c/questions/1", asked="bond goals", go="back").location == "/c/questions/1"
    )
    assert "still open" in client.get("/c/check").text
    assert post(client, "/c/questions/1", asked="bond goals", go="on").location == "/c/questions/2"
    assert client.get("/c").location == "/c/questions/2"  # of another page nothing was asked


def test_a_question_may_not_apply(app: Flask, cast: Cast, tmp_path: Path) -> None:
    text = (FOLDER / "wellbeing-check.toml").read_text(encoding="utf-8")
    for old, new in (
        ('wording = "own"', 'wording = "practice"'),
        ("version = 1\n", "version = 100\n"),
    ):
        text = text.replace(old, new)
    applies = '\n[not_applicable]\nitems = ["people"]\nsource = "This practice"\n'
    (tmp_path / "wellbeing-check.toml").write_text(text + applies, encoding="utf-8")
    use_measures(app, tmp_path)
    try:
        row = handed(cast.clinician, session_today(cast), "wellbeing-check", way=Way.CODE)
        client = phone(app, row)
        answer_all(client, {"feelings": "5", "day": "5", "people": "n/a", "reason": "none"})
        assert client.get("/c/questions/2").text.count('value="n/a"') == 0
        assert 'value="n/a" checked' in client.get("/c/questions/3").text
        assert "does not apply" in client.get("/c/check").text
        assert post(client, "/c/send", "/c/check").location == "/c"
        rating = ratings_of(cast, row.session_id)["wellbeing-check", "client"]
        assert rating.answers == {"feelings": 5, "day": 5, "people": None}
    finally:
        use_measures(app, None)


def test_a_phone_has_one_question_on_a_page_and_a_check(app: Flask, cast: Cast) -> None:
    client = phone(app, handed_code(cast))
    page = client.get("/c/questions/1").text
    assert "Question 1 of 4" in page
    assert page.count("<fieldset") == 1
    assert 'value="back"' not in page
    assert post(client, "/c/questions/1", bond="5", go="on").location == "/c/questions/2"
    assert post(client, "/c/questions/2", goals="6", go="back").location == "/c/questions/1"
    answer_all(client, {"tasks": "none", "overall": "7"})
    assert client.get("/c").location == "/c/check"
    page = client.get("/c/check").text
    for text in ("5 of 10", "6 of 10", "not answered", "7 of 10", "held back"):
        assert text in page
    assert post(client, "/c/questions/1", bond="9", go="on").location == "/c/check"
    answer = post(client, "/c/send", "/c/check", **{f"held_back.{OWN}": "1"})
    assert answer.location == "/c"
    (row,) = rows()
    rating = ratings_of(cast, row.session_id)[OWN, "client"]
    assert (rating.answers, rating.held_back) == ({"bond": 9, "goals": 6, "overall": 7}, 1)
    assert (rating.channel, rating.device_class, rating.given) == ("phone", "phone", "in_session")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (("two_rows", "two_rows", "two_rows", "two_rows"), "two_rows"),
        (("two_rows", "one_row", "two_rows", "two_rows"), None),  # turned meanwhile
        (("", "two_rows", "two_rows", "two_rows"), None),
        (("diagonal", "diagonal", "diagonal", "diagonal"), None),
    ],
)
def test_how_the_answers_lay_is_kept_where_every_page_says_the_same(
    app: Flask, cast: Cast, said: tuple[str, ...], kept: str | None
) -> None:
    client = phone(app, handed_code(cast))
    post(client, "/c/keep", "/c/questions/1", number="1", layout="one_row")  # nothing chosen yet
    items = ("bond", "goals", "tasks", "overall")
    for number, (item, layout) in enumerate(zip(items, said, strict=True), start=1):
        post(client, f"/c/questions/{number}", **{item: "7", "layout": layout, "go": "on"})
    post(client, "/c/send", "/c/check")
    (row,) = rows()
    assert ratings_of(cast, row.session_id)[OWN, "client"].scale_layout == kept
    assert row.scale_layouts == {}


def test_nothing_is_sent_from_the_check_while_a_question_is_open(app: Flask, cast: Cast) -> None:
    client = phone(app, handed_code(cast))
    post(client, "/c/questions/1", bond="5", go="on")
    assert "still open" in client.get("/c/check").text
    assert post(client, "/c/send", "/c/check").location == "/c/questions/2"


def test_statements_are_shown_with_their_words(app: Flask, cast: Cast) -> None:
    from tests.conftest import new_client
    from tracker.services.record import clients

    with db.transaction() as writing:
        details = new_client("alliance-items", "wellbeing-check")
        made = clients.add_client(writing, cast.clinician, details, now=clock.now())
    other = Cast(**{**vars(cast), "client_id": made.id})
    row = handed(cast.clinician, session_today(other), "alliance-items", way=Way.CODE)
    client = phone(app, row)
    keys = ("understood", "shared_goals", "relevant_tasks", "decide_together", "can_object")
    answer_all(client, dict(zip(keys, ("1", "2", "3", "4", "5"), strict=True)))
    page = client.get("/c/check").text
    assert all(word in page for word in ("not at all", "a little", "partly", "mostly", "fully"))


def test_two_measures_one_after_the_other(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast, OWN, "wellbeing-check")
    assert "Questions 1 to 4 of 8" in client.get("/c/questions/1").text
    assert "Continue" in client.get("/c/questions/1").text
    assert post(client, "/c/questions/1", **HIGH, go="on").location == "/c/questions/2"
    assert client.get("/c").location == "/c/questions/2"
    marks = {"feelings": "5", "day": "5", "people": "5", "reason": "none"}
    assert post(client, "/c/questions/2", **marks, go="back").location == "/c/questions/1"
    assert client.get("/c").location == "/c/questions/2"  # all is answered: the last page sends
    assert post(client, "/c/questions/2", **marks, go="on").location == "/c"
    assert {key for key, _ in ratings_of(cast, rows()[0].session_id)} == {OWN, "wellbeing-check"}


def test_a_page_whose_earlier_one_is_open_sends_nothing(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast, OWN, "wellbeing-check")
    marks = {"feelings": "5", "day": "5", "people": "5", "reason": "5"}
    assert post(client, "/c/questions/2", **marks, go="on").location == "/c/questions/1"
    assert rows()[0].state == "open"


def test_it_can_be_read_in_german_and_larger(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast, begun="")
    page = client.get("/c").text
    assert ('<html lang="en" dir="ltr">' in page, "Deutsch" in page) == (True, True)
    assert post(client, "/c/pages", "/c", language="de").location == "/c"
    page = client.get("/c").text
    assert "Ein paar kurze Fragen" in page
    assert '<html lang="de" dir="ltr">' in page
    post(client, "/c/pages", "/c", larger="1")
    assert 'data-text="larger"' in client.get("/c").text
    post(client, "/c/pages", "/c", larger="0", language="fr")
    page = client.get("/c").text
    assert ('data-text="larger"' in page, "Beginnen" in page) == (False, True)
    post(client, "/c/begin", "/c", narrow="0")
    assert "In dieser Sitzung habe ich mich verstanden gefühlt" in client.get("/c/questions/1").text
    post(client, "/c/questions/1", **HIGH, go="on")
    assert ratings_of(cast, rows()[0].session_id)[OWN, "client"].language == "de"


def test_before_there_is_a_hand_over_the_browser_says_the_language(app: Flask) -> None:
    page = app.test_client().get("/c", headers={"Accept-Language": "de-AT, en;q=0.5"}).text
    assert "Code eingeben" in page
    page = app.test_client().get("/c", headers={"Accept-Language": "fr"}).text
    assert "Enter your code" in page


@pytest.mark.parametrize(
    ("agent", "kind", "single"),
    [
        (MOBILE, "phone", True),
        ("Mozilla/5.0 (iPad) Mobile", "tablet", False),
        ("", "desktop", False),
    ],
)
def test_without_a_script_the_browser_says_what_it_is(
    app: Flask, cast: Cast, agent: str, kind: str, single: bool
) -> None:
    client = phone(app, handed_code(cast), begun="")
    form = {"csrf_token": token(client.get("/c")), "device_class": "", "narrow": ""}
    client.post("/c/begin", data=form, headers={"User-Agent": agent})
    (row,) = rows()
    assert (row.device_class, row.one_by_one) == (kind, single)


def test_pages_out_of_turn_lead_back(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast, begun="")
    assert client.get("/c/questions/1").location == "/c"  # the welcome comes first
    post(client, "/c/begin", "/c", narrow="0")
    assert client.get("/c/questions/2").location == "/c"
    assert client.get("/c/questions/0").location == "/c"
    assert client.get("/c/check").location == "/c"  # a tablet has none
    form = token(client.get("/c/questions/1"))
    assert client.post("/c/questions/7", data={"csrf_token": form}).location == "/c"
    for number in ("7", "x", "9999999"):
        answer = client.post("/c/keep", data={"csrf_token": form, "number": number})
        assert answer.status_code == 204
    assert client.get("/c/own").location == "/c"


def test_answers_are_kept_while_somebody_reads(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    post(client, "/c/keep", "/c/questions/1", number="1", bond="3", held_back="1", leaving="1")
    assert rows()[0].answers == {OWN: {"bond": "3", "held_back": "1"}}
    assert "Your answers are kept" in client.get("/c/pause").text
    assert re.search(r'value="3" checked', client.get("/c/questions/1").text)


def test_declining_is_one_tap_and_no_blame(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast, begun="")
    post(client, "/c/decline", "/c")
    page = client.get("/c").text
    assert "That is fine" in page
    assert "hand the tablet back" in page
    assert session(rows()[0].session_id).no_rating == "declined"


def test_who_reads_risk_by_link_is_said(app: Flask, cast: Cast) -> None:
    row = handed(
        cast.clinician,
        session_today(cast),
        way=Way.LINK,
        reader="Dr. Holm",
        reading_time="on working days by 18:00",
    )
    client = app.test_client()
    post(client, "/c/open", "/c", code=shown(row).secret)
    page = client.get("/c").text
    assert "Dr. Holm reads your answers: on working days by 18:00." in page
    assert "not always read straight away" in page


def test_own_ratings_where_the_practice_shows_them(app: Flask, cast: Cast) -> None:
    with db.transaction() as writing:
        wanted = practice.PracticeSettings(own_ratings_shown=True, crisis_text="Call 112.")
        practice.change_practice(writing, None, wanted, now=clock.now())
    client = phone(app, handed_code(cast))
    answer_all(client, HIGH)
    assert "See what I have marked" not in client.get("/c/check").text
    post(client, "/c/send", "/c/check")
    assert "See what I have marked over time" in client.get("/c").text
    page = client.get("/c/own").text
    assert "After two ratings you see a line here" in page
    assert "I felt understood in this session" in page
    assert page.count("<figure") == 1
    assert "Explore" not in page
    one = client.get("/c/own?show=session-check.goals").text
    assert '<option value="session-check.goals" selected>' in one
    assert "Call 112." in page
    assert state(rows()[0]).state == "sent"
