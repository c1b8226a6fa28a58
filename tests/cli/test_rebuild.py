"""`tracker database rebuild`, as typed."""

from pathlib import Path

from tests.cli.test_rules import prepared
from tests.instances import copy_of, head, reading, run
from tracker.models import Client, KeptCourse


def test_it_keeps_each_course_that_is_not_kept_and_says_how_fast(tmp_path: Path) -> None:
    settings = copy_of(prepared, tmp_path)  # written to by nobody who keeps anything
    before = head(settings)
    answer = run(settings.instance, "database", "rebuild")
    assert answer.exit_code == 0, answer.output
    assert "course was kept: 1, " in answer.output
    with reading(settings) as look:
        kept = look.query(KeptCourse).one()
        client = look.query(Client).one()
        assert (kept.client_id, kept.changes) == (client.id, client.changes)
        assert b'"drop"' in kept.line
    assert head(settings) == before, "nothing was changed of the record"
    again = run(settings.instance, "database", "rebuild")
    assert "course was kept: 0, " in again.output


def test_an_upgrade_ends_with_it_where_anything_is_not_kept(tmp_path: Path) -> None:
    settings = copy_of(prepared, tmp_path)
    answer = run(settings.instance, "database", "upgrade")
    assert answer.exit_code == 0, answer.output
    assert "course was kept: 1, " in answer.output
    again = run(settings.instance, "database", "upgrade")
    assert "The database is at version" in again.output
    assert "course was kept" not in again.output
