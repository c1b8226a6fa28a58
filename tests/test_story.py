"""One story from beginning to end, as people live it on the pages: the quick run's look at the real app."""

import re
from datetime import timedelta

from flask import Flask

from tests.conftest import PASSWORD, Browser, Cast
from tests.web.sending import new_url, rated
from tracker import clock, db
from tracker.services.trail import audit


def signed_in(app: Flask, name: str) -> Browser:
    """The browser of somebody who typed address and password."""
    client = app.test_client()
    token = client.get("/sign-in").text.split('name="csrf_token" value="')[1].split('"')[0]
    typed = {"email": f"{name}@practice.example", "password": PASSWORD}
    assert client.post("/sign-in", data={"csrf_token": token, **typed}).status_code == 302
    return Browser(client)


def test_a_fall_is_rated_flagged_talked_about_and_read_by_the_supervisor(
    app: Flask, cast: Cast
) -> None:
    clinician = signed_in(app, "clinician")
    before = clock.now().date() - timedelta(weeks=1)
    assert clinician.send(new_url(cast), **rated(8, day=before)).status_code == 303
    saved = clinician.send(new_url(cast), **rated(5))
    panel = clinician.client.get(saved.location).text
    assert "Bond fell from 8 to 5" in panel
    waiting = "Open: 1 check-in."
    assert waiting in clinician.client.get("/").text
    flag = re.search(r'action="(/flags/[^"]+)"', panel)
    assert flag
    answered = clinician.send(
        flag[1], answer="talked", moves=["owned_part"], note="She felt rushed"
    )
    assert "She felt rushed" in clinician.client.get(answered.location).text
    assert "Nothing waits." in clinician.client.get("/").text
    record = f"/clients/{cast.client_id}"
    read = signed_in(app, "supervisor").client
    assert "bond −3" in read.get(record).text
    assert "Bond 8 → 5" in read.get(f"{record}/sessions").text
    for name in ("outsider", "administrator"):
        assert signed_in(app, name).client.get(record).status_code == 404
    clinician.send("/sign-out")
    assert clinician.client.get(record).location.startswith("/sign-in")
    with db.reading() as reading:
        assert audit.verify(reading).kind is None
