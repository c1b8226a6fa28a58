"""Templates read like pages: no line runs off the screen, and each macro and part says what it is and what it takes."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
READ = sorted(TEMPLATES.rglob("*.html"))
PARTS = [path for path in READ if path.parent.name == "_macros" or path.name.startswith("_")]
LONGEST_LINE = 160
COMMENT_BEFORE = re.compile(r"\{#((?:(?!#\}).)*)#\}\s*\Z", re.DOTALL)


def macros(text: str) -> list[nodes.Macro]:
    """The macros of a template."""
    return list(Environment(autoescape=True).parse(text).find_all(nodes.Macro))


def undeclared(text: str) -> list[str]:
    """The macros whose comment, on the line before, does not begin with their name and parameters."""
    lines = text.splitlines(keepends=True)
    heads = []
    for macro in macros(text):
        head = f"{macro.name}({', '.join(arg.name for arg in macro.args)}):"
        comment = COMMENT_BEFORE.search("".join(lines[: macro.lineno - 1]))
        said = " ".join(comment[1].split()) if comment else ""
        if not said.startswith(f"{head} "):
            heads.append(head)
    return heads


def name_of(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


def test_no_line_is_too_long() -> None:
    assert len(READ) > 90
    long = [
        f"{name_of(path)}, line {number}"
        for path in READ
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > LONGEST_LINE
    ]
    assert long == []


def test_every_macro_says_what_it_is_and_what_it_takes() -> None:
    found = {name_of(path): undeclared(path.read_text(encoding="utf-8")) for path in READ}
    assert {name: heads for name, heads in found.items() if heads} == {}
    assert sum(len(macros(path.read_text(encoding="utf-8"))) for path in READ) > 100


def test_plotly_is_loaded_where_a_chart_is_looked_into_and_nowhere_else() -> None:
    loading = [name_of(path) for path in READ if "plotly_url" in path.read_text(encoding="utf-8")]
    assert loading == ["care/clients/explore.html", "supervision/reports/explore.html"]


def test_every_part_begins_with_what_it_is() -> None:
    assert len(PARTS) > 20
    for path in PARTS:
        assert path.read_text(encoding="utf-8").startswith("{# "), name_of(path)


@pytest.mark.parametrize(
    "text",
    [
        "{% macro chip(flag) %}{% endmacro %}",
        "{# A chip. #}\n{% macro chip(flag) %}{% endmacro %}",
        "{# chip(flag): #}\n{% macro chip(flag) %}{% endmacro %}",
        '{# chip(flag): its word #}\n{% macro chip(flag, size="") %}{% endmacro %}',
        "{# chip(flag): its word #}\n<p>\n{% macro chip(flag) %}{% endmacro %}",
    ],
)
def test_a_macro_without_its_declaration_would_be_found(text: str) -> None:
    assert undeclared(text)


def test_a_macro_with_its_declaration_is_not() -> None:
    assert not undeclared(
        '{# chip(flag, size): its\n   word #}\n{% macro chip(flag, size="") -%}{% endmacro %}'
    )
