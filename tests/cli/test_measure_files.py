"""A practice's measure files, as the commands meet them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tracker import clock, db
from tracker.cli import main
from tracker.cli.acts import catching_up
from tracker.cli.instance import ready
from tracker.config import Settings
from tracker.reference.loader import FOLDER
from tracker.services.demo import caseload as demo

SRS = (FOLDER / "srs.toml").read_text(encoding="utf-8")


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """An instance with a folder for measures."""
    (tmp_path / "measures").mkdir()
    return tmp_path


def run(instance: Path, *words: str) -> Result:
    return CliRunner().invoke(main, words, env={"TRACKER_INSTANCE": str(instance)})


def test_a_bad_file_stops_every_start_with_file_and_line(instance: Path) -> None:
    (instance / "measures" / "srs.toml").write_text(SRS.replace('"alliance"', '"other"'))
    for words in (("serve",), ("accounts", "list"), ("database", "upgrade")):
        stopped = run(instance, *words)
        assert stopped.exit_code == 1
        assert "A file of this practice cannot be used." in stopped.output
        assert (
            "srs.toml:5: kind: expected one of alliance, outcome, found 'other'" in stopped.output
        )
    assert not (instance / "tracker.db").exists()


def test_a_bad_text_of_the_library_stops_the_start_too(instance: Path) -> None:
    text = instance / "library" / "article.md"
    text.parent.mkdir()
    text.write_text("No head", encoding="utf-8")
    stopped = run(instance, "serve")
    assert stopped.exit_code == 1
    assert "article.md:1: expected a head between two lines of +++" in stopped.output


def test_the_start_names_measures_that_stored_ratings_miss(
    instance: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(instance=instance)
    file = instance / "measures" / "srs.toml"
    file.write_text(SRS.replace("version = 1", "version = 100"))
    app = ready(settings)
    with app.app_context():
        with db.transaction() as writing:
            demo.make(writing, lambda password: password, "a-long-password", now=clock.now())
        db.engine().dispose()
    assert beside_a_server(settings, capsys) == ""
    file.unlink()
    said = beside_a_server(settings, capsys)
    assert "Ratings on srs, version 100, are stored, and no file defines it." in said


def beside_a_server(settings: Settings, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said beside a server that begins."""
    app = ready(settings)
    catching_up.begin(app, settings).join(timeout=60)
    with app.app_context():
        db.engine().dispose()
    return capsys.readouterr().err
