"""The measures and their pages, and forms that are typed as numbers."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask

from tests.conftest import Browser, Cast, new_client
from tests.installed import use_measures
from tests.web.sending import rated
from tracker import clock, db
from tracker.domain.measures.measure import Measure
from tracker.reference.loader import FOLDER, measures
from tracker.services.record import clients
from tracker.web.words.measures import cost

ALL = list(measures().values())
SRS = (FOLDER / "srs.toml").read_text(encoding="utf-8")


@pytest.fixture
def folder(app: Flask, tmp_path: Path) -> Iterator[Path]:
    """The practice's own folder; afterwards only the shipped measures stand."""
    yield tmp_path
    use_measures(app, None)


def client_on(cast: Cast, *keys: str) -> UUID:
    with db.transaction() as writing:
        new = new_client(*keys)
        return clients.add_client(writing, cast.clinician, new, now=clock.now()).id


def numbers(key: str, count: int, value: object, **others: object) -> dict[str, object]:
    """The same number in every numbered field of a form, and others by key."""
    fields = {f"{key}.client.item_{n}": str(value) for n in range(1, count + 1)}
    return fields | {f"{key}.client.{name}": str(text) for name, text in others.items()}


def typed(**more: object) -> dict[str, object]:
    """A form without marks on the session check."""
    return {k: v for k, v in rated(**more).items() if not k.startswith("session-check.")}


@pytest.mark.parametrize("measure", ALL, ids=lambda m: m.key)
def test_a_measure_has_a_page_with_everything_its_file_says(
    page: Browser, measure: Measure
) -> None:
    shown = page.client.get(f"/measures/{measure.key}").text.replace("&#39;", "'")
    shown = re.sub(r'<a class="term"[^>]*>([^<]*)</a>', r"\1", shown)  # words of the glossary
    said = [
        measure.name,
        measure.about,
        measure.evidence,
        measure.not_known,
        measure.source,
        measure.holder,
    ]
    said += [measure.missing_source, measure.bands_source, measure.entry_note]
    said += [measure.drop.source, cost(measure)] if measure.drop else []
    said += [part.source for part in (measure.level, measure.reliable_change, measure.risk) if part]
    said += [measure.licence.rstrip("."), *measure.codes.values()]
    said += [part.label for part in measure.components if part.typed]
    said += [measure.label_of(key) for key in measure.critical]
    for text in said:
        assert text in shown, text
    assert f"{measure.better} is better" in shown
    assert ("Never: it has no drop rule." in shown) == (
        measure.kind == "alliance" and not measure.drop
    )


def test_help_leads_to_every_measure(page: Browser) -> None:
    assert 'href="/measures"' in page.client.get("/help").text
    listed = page.client.get("/measures").text
    for measure in ALL:
        assert f'href="/measures/{measure.key}"' in listed
    assert listed.count("Raises no check-in.") == 2
    assert page.client.get("/measures/nothing").status_code == 404


def test_a_page_says_what_the_rule_is_and_which_items_a_scale_rests_on(page: Browser) -> None:
    wai = page.client.get("/measures/wai-sr").text
    assert "The mean 0.5 or more below the previous rating." in wai
    assert "Goal: mean of items 4, 6, 8 and 11; 1 may be missing" in wai
    srs = page.client.get("/measures/srs").text
    assert "An item 2 or more below the previous rating; or the total 2 or more" in srs
    assert "now below 9, with the total below 36" in srs
    assert "LOINC, item 9: 44260-8" in page.client.get("/measures/phq-9").text
    assert "mean times 10 of 34 items" in page.client.get("/measures/core-om").text


def test_a_practices_own_file_is_named_as_such(
    app: Flask, page: Browser, cast: Cast, folder: Path
) -> None:
    words = '\n[items.wording.en]\nclient = "As on our sheet"\n'
    text = SRS.replace('high = "10"\nstep = "0.1"\n', f'high = "10"\nstep = "0.1"\n{words}')
    text = text.replace('wording = "none"', 'wording = "practice"')
    (folder / "srs.toml").write_text(text, encoding="utf-8")
    use_measures(app, folder)
    shown = page.client.get("/measures/srs").text
    assert "The wording is this practice" in shown
    assert "version 1; this practice" in shown
    assert "The practice&#39;s own file." in page.client.get("/measures").text
    form = page.client.get(f"/clients/{client_on(cast, 'srs')}/sessions/new").text
    assert form.count("As on our sheet") == 4
    assert "in this practice's wording" in form


def test_the_measures_to_choose_from_stand_in_groups(page: Browser, cast: Cast) -> None:
    shown = page.client.get("/clients/new").text
    for name, count in (
        ("Written for this product", 3),
        ("Alliance, scores", 13),
        ("Outcome, scores", 14),
    ):
        assert name in shown
        assert f"({count})" in shown
    assert shown.count('name="measures"') == len(ALL)
    assert 'id="measures"' in shown


def test_numbered_items_are_typed_in_the_order_of_the_form(page: Browser, cast: Cast) -> None:
    client_id = client_on(cast, "wai-sr", "core-om")
    url = f"/clients/{client_id}/sessions/new"
    form = page.client.get(url).text
    places = [form.index(f'name="core-om.client.item_{n}"') for n in range(1, 35)]
    assert places == sorted(places)
    assert (
        places[-1]
        < form.index('name="core-om.client.wellbeing"')
        < form.index('name="core-om.client.total"')
    )
    sent = numbers("wai-sr", 12, 4, item_3="", item_8="") | numbers("core-om", 34, 1, item_9=2)
    saved = page.send(url, **typed(**sent))
    assert saved.status_code == 303
    for shown in (
        page.client.get(saved.location).text,
        page.client.get(f"/clients/{client_id}/sessions").text,
    ):
        assert "2 items missing, prorated" in shown
        assert "Goal" in shown
    record = page.client.get(f"/clients/{client_id}/explore?chart=wai-sr").text
    assert record.count("Prorated, as items were missing or did not apply: session 1.") == 1
    session = page.client.get(saved.location.removesuffix("/saved")).text
    assert "2 items missing, prorated." in session
    assert "Item 9 (risk item)" in session
    again = page.client.get(saved.location.removesuffix("/saved") + "/correct").text
    assert 'name="core-om.client.item_9" value="2"' in again
    assert 'name="wai-sr.client.item_3" value=""' in again


def test_scales_and_items_by_themselves_are_typed(page: Browser, cast: Cast) -> None:
    client_id = client_on(cast, "srs", "oq-45")
    url = f"/clients/{client_id}/sessions/new"
    scales = {
        "srs.client.total": "38",
        "oq-45.client.symptom_distress": "40",
        "oq-45.client.interpersonal": "15",
        "oq-45.client.social_role": "10",
        "oq-45.client.item_8": "1",
    }
    saved = page.send(url, **typed(**scales))
    asked = page.client.get(saved.location).text
    assert "OQ-45.2: Item 8 (risk item) was answered 1 (new)" in asked
    shown = page.client.get(saved.location.removesuffix("/saved")).text
    for text in ("Symptom distress", "Item 8 (risk item)", ">65<"):
        assert text in shown
    assert "Item 44" not in shown
    again = page.client.get(saved.location.removesuffix("/saved") + "/correct").text
    assert 'name="oq-45.client.social_role" value="10"' in again
    wrong = page.send(
        url, **typed(**scales | {"oq-45.client.social_role": "", "another_that_day": "y"})
    )
    assert wrong.status_code == 422
    assert wrong.text.count("Enter a number for social role, or leave all scales empty") == 2
    letters = page.send(url, **typed(**{"srs.client.total": "x", "another_that_day": "y"}))
    assert "Total must be a number, such as 8" in letters.text


def test_an_observer_is_asked_apart(page: Browser, cast: Cast) -> None:
    client_id = client_on(cast, "session-check", "vtas", "wai")
    url = f"/clients/{client_id}/sessions/new"
    form = page.client.get(url).text
    assert "An observer's rating, VTAS" in form
    assert "My own rating, WAI" in form
    saved = page.send(url, **rated(**{"vtas.observer.total": "3,25"}))
    shown = page.client.get(saved.location).text
    assert ": observer" in shown
    assert "3.25" in shown
    assert "VTAS, observer" in page.client.get(f"/clients/{client_id}/sessions").text


def test_a_record_says_when_a_measure_is_no_longer_defined(
    app: Flask, page: Browser, cast: Cast, folder: Path
) -> None:
    text = (
        SRS.replace('"40"', '"20"')
        .replace('high = "10"', 'high = "5"')
        .replace('any = "36"', 'any = "18"')
    )
    (folder / "srs.toml").write_text(text.replace("version = 1", "version = 100"), encoding="utf-8")
    use_measures(app, folder)
    client_id = client_on(cast, "srs")
    sent = {
        f"srs.client.{item}": "4.5" for item in ("relationship", "goals", "approach", "overall")
    }
    saved = page.send(f"/clients/{client_id}/sessions/new", **typed(**sent))
    whole = page.send(
        f"/clients/{client_id}/sessions/new",
        **typed(**{"srs.client.total": "18", "another_that_day": "y"}),
    )
    (folder / "srs.toml").unlink()
    use_measures(app, folder)
    record = page.client.get(f"/clients/{client_id}/sessions").text
    assert record.count("measure no longer defined here") == 2
    assert "No ratings yet" not in page.client.get(f"/clients/{client_id}").text
    session = page.client.get(saved.location.removesuffix("/saved")).text
    assert "srs, version 100" in session
    assert "goals 45" in session
    assert "total 180" in page.client.get(whole.location.removesuffix("/saved")).text


def test_a_record_says_that_an_earlier_version_is_not_drawn(
    app: Flask, page: Browser, cast: Cast, folder: Path
) -> None:
    client_id = client_on(cast, "srs")
    page.send(f"/clients/{client_id}/sessions/new", **typed(**{"srs.client.total": "38"}))
    text = (
        SRS.replace('"40"', '"20"')
        .replace('high = "10"', 'high = "5"')
        .replace('any = "36"', 'any = "18"')
    )
    (folder / "srs.toml").write_text(text.replace("version = 1", "version = 100"), encoding="utf-8")
    use_measures(app, folder)
    assert "Ratings on an earlier" not in page.client.get(f"/clients/{client_id}/sessions").text
    switch = page.client.get(f"/clients/{client_id}/measures/srs").text
    assert "scored in different ways" in switch
    assert "Its wording is not here" in switch
    page.send(f"/clients/{client_id}/measures/srs", version="100")
    record = page.client.get(f"/clients/{client_id}/sessions").text
    assert "Ratings on an earlier version of the SRS stand with their sessions" in record
    first = re.findall(r'href="(/sessions/[0-9a-f-]+)"', record)[-1]
    assert "38" in page.client.get(first).text
    new = typed(**{"srs.client.total": "18", "another_that_day": "y"})
    saved = page.client.get(page.send(f"/clients/{client_id}/sessions/new", **new).location).text
    assert "a new version that is scored in another way, so nothing is compared" in saved
    assert "Nothing to compare with" in saved
