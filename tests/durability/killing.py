"""Kill a writing worker at random points, again and again. Run as a process of its own: it forks.

    python -m tests.durability.killing FOLDER KILLS

Each worker sends the form that the one before had under way when it was killed, as a person would who got no answer, and
then forms of its own, one session a day. It says "try" before it sends and "done" after the answer; what is done was
acknowledged. Prints what was found at the end, as one line of JSON.
"""

import json
import os
import random
import signal
import sys
import time
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from flask import Flask
from sqlalchemy import text

from tests.conftest import new_client
from tests.durability.practice import DAYS, browser_of, count, form_for, open_practice
from tracker import clock, db
from tracker.domain.people.access import Actor
from tracker.services.record import clients
from tracker.services.trail import audit

SEED = 1979
MOST_AWAITED = 3  # answers that a worker gets out before it is killed, at some point of the next
UNKNOWN_PACE = 0.1  # seconds an answer is taken to last, as long as none has been heard
Sending = dict[str, object]  # what a form sends, and where to


def add_clients(app: Flask, clinician: Actor, number: int) -> list[UUID]:
    """A client for each worker, so that no course grows long."""
    start = clock.now().date() - timedelta(days=DAYS)
    asked = new_client("session-check", starts_on=start)
    with app.app_context(), db.transaction() as writing:
        return [
            clients.add_client(writing, clinician, asked, now=clock.now()).id for _ in range(number)
        ]


def work(app: Flask, clinician: Actor, client_id: UUID, under_way: list[Sending], out: int) -> None:
    """Send what was under way, then a session a day, and say so, until killed."""
    page = browser_of(app, clinician)
    token, day = page.token(), clock.now().date() - timedelta(days=DAYS - 1)

    def send(form: Sending) -> None:
        os.write(out, json.dumps(["try", form]).encode() + b"\n")
        answer = page.client.post(str(form["url"]), data={**form, "csrf_token": token})
        if answer.status_code != 303:
            os.write(out, json.dumps(["refused", answer.status_code]).encode() + b"\n")
        os.write(out, json.dumps(["done", form["form_key"]]).encode() + b"\n")

    for form in under_way:
        send(form)
    for number in range(DAYS):
        bond = 8 if number % 2 == 0 else 5  # every second session raises a check-in
        form = form_for(day + timedelta(days=number), bond, "")
        send({**form, "url": f"/clients/{client_id}/sessions/new"})


def run_and_kill(
    app: Flask, clinician: Actor, client_id: UUID, under_way: list[Sending], chance: random.Random
) -> list[list[object]]:
    """What one worker said until it was killed."""
    with app.app_context():
        db.engine().dispose()
    inlet, outlet = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(inlet)
        try:
            work(app, clinician, client_id, under_way, outlet)
        finally:
            os._exit(1)
    os.close(outlet)
    said, pace = heard(inlet, awaited=chance.randint(0, MOST_AWAITED))
    time.sleep(chance.uniform(0, pace))
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)
    while part := os.read(inlet, 65536):
        said += part
    os.close(inlet)
    return [json.loads(line) for line in said.split(b"\n")[:-1]]


def heard(inlet: int, awaited: int) -> tuple[bytes, float]:
    """What a worker said until it had that many answers, at the pace of this machine; and that pace, in seconds."""
    said = os.read(inlet, 1)  # it has begun to send
    begun = time.monotonic()
    while said.count(b'["done"') < awaited:
        said += os.read(inlet, 65536)
    return said, (time.monotonic() - begun) / awaited if awaited else UNKNOWN_PACE


def left_over(said: list[list[object]]) -> list[Sending]:
    """The forms that were sent and not acknowledged."""
    done = {word[1] for word in said if word[0] == "done"}
    tried = [word[1] for word in said if word[0] == "try"]
    return [form for form in tried if form["form_key"] not in done]


def main(folder: Path, kills: int) -> dict[str, object]:
    """Everything that must hold at the end, counted."""
    chance = random.Random(SEED)
    app, clinician = open_practice(folder / "instance")
    ids = add_clients(app, clinician, kills)
    under_way: list[Sending] = []
    acknowledged: set[object] = set()
    refused = interrupted = 0
    for client_id in ids:
        said = run_and_kill(app, clinician, client_id, under_way, chance)
        acknowledged |= {word[1] for word in said if word[0] == "done"}
        refused += sum(word[0] == "refused" for word in said)
        tried = [word[1]["form_key"] for word in said if word[0] == "try"]
        under_way = [f for f in under_way if f["form_key"] not in tried] + left_over(said)
        interrupted += len(left_over(said))
    return {
        "kills": kills,
        "acknowledged": len(acknowledged),
        "interrupted": interrupted,
        "refused": refused,
        **stored_counts(app, acknowledged, {str(form["form_key"]) for form in under_way}),
    }


def stored_counts(app: Flask, acknowledged: set[object], under_way: set[str]) -> dict[str, object]:
    """What the database holds: of the acknowledged, and of what was stored in whole or in part."""
    with app.app_context(), db.reading() as reading:
        rows = reading.execute(text("SELECT key, result_id FROM sent_forms")).all()
        keys = {str(UUID(str(key))) for key, _ in rows}
        part = reading.execute(
            text(
                "SELECT count(*) FROM therapy_sessions s WHERE NOT EXISTS "
                "(SELECT 1 FROM ratings r WHERE r.session_id = s.id) OR NOT EXISTS "
                "(SELECT 1 FROM sent_forms f WHERE f.result_id = s.id) OR NOT EXISTS "
                "(SELECT 1 FROM audit_entries a WHERE a.object_id = s.id AND a.event = 'session.logged')"
            )
        ).scalar()
        chain = audit.verify(reading).bad
        sound = reading.execute(text("PRAGMA integrity_check")).scalar()
    return {
        "lost": len({str(key) for key in acknowledged} - keys),
        "strange": len(keys - {str(key) for key in acknowledged} - under_way),
        "sessions": count(app, "therapy_sessions"),
        "forms": len(keys),
        "partial": part,
        "check_ins": count(app, "flags WHERE concern = 'check_in'"),
        "first_break": chain,
        "integrity": sound,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))) + "\n")
