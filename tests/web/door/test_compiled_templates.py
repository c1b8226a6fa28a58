"""Templates are compiled once: what was kept serves another process, and another text or another way does not."""

from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment

from tracker.web.door import compiled_templates

PAGE = "about.html"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled templates are kept; Python keeps its own, too."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / PAGE).write_text("{{ 1 }} of one", encoding="utf-8")
    return tmp_path


def compiled(folder: Path, **ways: object) -> tuple[str, bool]:
    """A page as a process that has just begun shows it, and whether it was compiled for that."""
    app = Flask("tracker", template_folder=str(folder))
    for name, value in ways.items():
        setattr(app.jinja_env, name, value)
    compiled_templates.init_app(app, folder)
    compiling = []
    whole = Environment.compile
    app.jinja_env.compile = lambda *given, **more: (  # type: ignore[method-assign]  # it counts
        compiling.append(1),
        whole(app.jinja_env, *given, **more),
    )[1]
    with app.app_context():
        return app.jinja_env.get_template(PAGE).render(), bool(compiling)


def twice(printed: object) -> str:
    return f"{printed}{printed}"


def test_what_was_compiled_serves_the_next_process(folder: Path) -> None:
    assert compiled(folder) == ("1 of one", True)
    assert compiled(folder) == ("1 of one", False)


def test_another_text_is_compiled_anew(folder: Path) -> None:
    compiled(folder)
    (folder / PAGE).write_text("{{ 2 }} of two", encoding="utf-8")
    assert compiled(folder) == ("2 of two", True)


def test_another_way_to_print_is_compiled_anew(folder: Path) -> None:
    compiled(folder)
    assert compiled(folder, finalize=twice) == ("11 of one", True)
    assert compiled(folder) == ("1 of one", True)


def test_another_version_is_compiled_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(folder)
    monkeypatch.setattr(compiled_templates, "__version__", "0.0.1")
    assert compiled(folder) == ("1 of one", True)


def test_nothing_is_kept_where_python_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    compiled(folder)
    assert [path.name for path in folder.iterdir()] == [PAGE]


def test_a_folder_that_cannot_be_written_is_done_without(folder: Path) -> None:
    app = Flask("tracker", template_folder=str(folder))
    compiled_templates.init_app(app, folder / "gone")
    assert app.jinja_env.get_template(PAGE).render() == "1 of one"
    assert not (folder / "gone").exists()
