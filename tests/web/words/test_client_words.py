"""What no client page says, in either language; and that nothing of staff stands on one."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import Cast, log, weeks
from tests.web.clients import OWN, answer_all, handed_code, handed_tablet, phone, post
from tracker import clock, db
from tracker.domain.course.handover import LANGUAGES
from tracker.models import Client
from tracker.reference.loader import measures
from tracker.reference.start_mark import start_mark
from tracker.services.office import practice

ON_NONE = {
    "en": "alert warning failed failure poor risk score non-compliant flag rupture supervisor average",
    "de": (
        "alarm warnung gescheitert fehlgeschlagen fehler schlecht risiko score flag bruch ruptur supervision "
        "durchschnitt auffällig"
    ),
}
MARKS = {"bond": "5", "goals": "8", "tasks": "none", "overall": "7"}


def visible(page: str) -> str:
    """What a reader sees of a page, and its title."""
    text = re.sub(r"<(script|style|noscript|svg)\b.*?</\1>", " ", page, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).lower()


def pages(client: FlaskClient, *paths: str) -> Iterator[str]:
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        yield visible(answer.text)


def every_page(app: Flask, cast: Cast, language: str) -> Iterator[str]:
    """Each of the client's pages, in each of its states."""
    nobody = app.test_client()
    said = {"Accept-Language": language}
    yield visible(nobody.get("/c", headers=said).text)
    yield visible(nobody.get("/c/check", headers=said).text)
    tablet = handed_tablet(app, cast, begun="")
    yield from pages(tablet, "/c")
    post(tablet, "/c/begin", "/c", narrow="0")
    yield from pages(tablet, "/c/questions/1", "/c/pause")
    yield visible(post(tablet, "/c/questions/1", go="on").text)
    yield visible(tablet.post("/c/questions/1").text)  # without its token
    post(tablet, "/c/decline", "/c/questions/1")
    yield from pages(tablet, "/c")
    row = handed_code(cast)
    mobile = phone(app, row)
    yield from pages(mobile, "/c/questions/1")
    answer_all(mobile, MARKS)
    yield from pages(mobile, "/c/check")
    post(mobile, "/c/send", "/c/check")
    yield from pages(mobile, "/c", "/c/own")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_that_no_client_page_says(app: Flask, cast: Cast, language: str) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with db.transaction() as writing:
        wanted = practice.PracticeSettings(own_ratings_shown=True, crisis_text="Call 112.")
        practice.change_practice(writing, None, wanted, now=clock.now())
        client = writing.get_one(Client, cast.client_id)
        client.language, client.initials = language, "QXZ"
        code = client.code.lower()
    found = list(every_page(app, cast, language))
    assert len(found) == 12
    for text in found:
        assert "call 112." in text
        words = set(re.findall(r"[\w-]+", text))
        assert not words & set(ON_NONE[language].split()), text
        assert code not in text
        assert "qxz" not in text
        assert "clinician" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_say_none_of_them_either(language: str) -> None:
    asked = [measures()[key] for key in (OWN, "alliance-items", "wellbeing-check")]
    for measure in (*asked, start_mark()):
        for item in measure.items:
            texts = [item.wording[language]["client"], *item.ends.get(language, ())]
            words = set(
                re.findall(r"[\w-]+", " ".join([*texts, *item.labels.get(language, ())]).lower())
            )
            assert not words & set(ON_NONE[language].split()), item.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_beside_the_items_says_none_of_them(language: str) -> None:
    measure = measures()[OWN]
    strain = measure.strain
    question = measure.question
    assert strain
    assert question
    texts = [
        strain.wording[language]["client"],
        strain.settled[language],
        *strain.choices[language],
    ]
    texts += [*strain.settled_choices[language], question.wording[language]["client"]]
    words = set(re.findall(r"[\w-]+", " ".join([*texts, *question.choices[language]]).lower()))
    assert len(words) > 20
    assert not words & set(ON_NONE[language].split())
