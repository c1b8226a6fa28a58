"""What a worker of the server loads while it answers the usual pages: nothing that waits for another page."""

import json
from pathlib import Path
from random import Random

import pytest
from flask import Flask
from sqlalchemy import select

from bench.load import MIX, Somebody, request_of
from tests.conftest import Browser, Cast, log, weeks
from tests.house.test_loading import LATER, run
from tracker import db
from tracker.domain.people.access import Actor
from tracker.models import Flag

# Answers the requests that it is given, and says what each is the first to load, and last what came.
ANSWERING = """
import json, sys
from pathlib import Path
from tracker.app import create_app
from tracker.config import Settings

browser = create_app(Settings(instance=Path(sys.argv[1]))).test_client(use_cookies=False)
loaded, came = [], []
for method, path, form, cookie in json.loads(sys.argv[2]):
    before = set(sys.modules)
    answer = browser.open(path, method=method, data=form, headers={"Cookie": cookie, "Sec-Fetch-Site": "same-origin"})
    came.append(answer.status)
    loaded.append(sorted(sys.modules.keys() - before))
print(json.dumps([*loaded, came]))
"""
TEXTS = {"markdown_it"}  # the first flag brings the cards


def _signed_in(app: Flask, actor: Actor, cast: Cast, flags: tuple[Flag, ...] = ()) -> Somebody:
    page = Browser(app.test_client()).sign_in_as(actor)
    token = page.token()
    cookie = page.client.get_cookie("session")
    assert cookie is not None
    mine = (cast.client_id,), tuple(flag.id for flag in flags)
    return Somebody(actor.id, f"session={cookie.value}", token, *mine)


@pytest.mark.only_on(
    "sqlite", reason="another process opens the instance; what is loaded is the same"
)
def test_the_usual_pages_load_nothing_that_can_wait(app: Flask, cast: Cast, tmp_path: Path) -> None:
    log(cast.clinician, cast.client_id, weeks(1), 9, 9, 9, 9)
    log(cast.clinician, cast.client_id, weeks(2), 3, 9, 9, 9)
    with db.reading() as reading:
        flags = tuple(reading.scalars(select(Flag)))
    clinician = _signed_in(app, cast.clinician, cast, flags)
    supervisor = _signed_in(app, cast.supervisor, cast)
    chance = Random(1)
    asked = []
    for kind in MIX:
        who = supervisor if kind == "board" else clinician
        asked.append((*request_of(kind, who, chance), who.cookie))
    instance = app.config["TRACKER_INSTANCE"]
    *loaded, came = run(ANSWERING, str(instance), json.dumps(asked, default=str), folder=tmp_path)
    assert dict(zip(MIX, came, strict=True)) == {
        kind: "303 SEE OTHER" if kind == "save" else "200 OK" for kind in MIX
    }
    waiting = LATER - TEXTS | {"plotly"}
    early = {kind: waiting & set(names) for kind, names in zip(MIX, loaded, strict=True)}
    assert {kind: names for kind, names in early.items() if names} == {}
