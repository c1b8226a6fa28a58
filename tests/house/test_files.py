"""Files stay short, public functions say what comes back, and nothing points to another host."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.house.faults import ROOT, expect_none, place

CODE = sorted([*(ROOT / "tracker").rglob("*.py"), *(ROOT / "requirements").glob("*.py")])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SHOWN = sorted([*(ROOT / "templates").rglob("*.html"), *(ROOT / "static").rglob("*.*")])
LONGEST_FILE = 500
LONGEST_FUNCTION = 30
LONGEST_LINE = 120
OTHER_HOST = r"(https?:)?//[\w.-]+\.\w"
INLINE = r"<style|\sstyle=|\son[a-z]+=|javascript:"
SCRIPT = r'<script(?![^>]*(src=|type="application/json"))[^>]*>'


def is_migration(path: Path) -> bool:
    return path.parent.name == "versions"


OWN = [path for path in CODE if not is_migration(path)]


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_there_is_something_to_look_at() -> None:
    assert len(OWN) > 200
    assert len(TESTS) > 150
    assert len([path for path in SHOWN if path.suffix == ".html"]) > 80


def test_files_are_short() -> None:
    lengths = {path: len(text_of(path).splitlines()) for path in [*OWN, *SHOWN, *TESTS]}
    expect_none(
        f"{place(path)}: {length} lines, at most {LONGEST_FILE}"
        for path, length in lengths.items()
        if length > LONGEST_FILE
    )


def functions(path: Path) -> list[ast.FunctionDef]:
    """The functions and methods of a file, without those inside of functions."""
    body = ast.parse(text_of(path)).body
    classes = [node for node in body if isinstance(node, ast.ClassDef)]
    inside = [node for each_class in classes for node in each_class.body]
    return [node for node in [*body, *inside] if isinstance(node, ast.FunctionDef)]


def body_lines(node: ast.FunctionDef) -> int:
    """The lines of a function without its signature and docstring."""
    body = node.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_are_short() -> None:
    found = [(path, node, body_lines(node)) for path in OWN for node in functions(path)]
    assert len(found) > 1000
    expect_none(
        f"{place(path, node.lineno)}: {node.name} is {lines} lines long, at most {LONGEST_FUNCTION}"
        for path, node, lines in found
        if lines > LONGEST_FUNCTION
    )


def test_public_functions_say_what_comes_back() -> None:
    expect_none(
        f"{place(path, node.lineno)}: {node.name} has no docstring"
        for path in OWN
        for node in functions(path)
        if not node.name.startswith("_") and not ast.get_docstring(node)
    )


def test_lines_fit_on_a_page() -> None:
    expect_none(
        f"{place(path, number)}: {len(line)} characters, at most {LONGEST_LINE}"
        for path in OWN
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if len(line) > LONGEST_LINE
    )


def matches(path: Path, pattern: str) -> list[str]:
    """Where a file says such a thing, and what."""
    text = text_of(path).replace('xmlns="http://www.w3.org/2000/svg"', "")
    return [
        f"{place(path, text.count(chr(10), 0, match.start()) + 1)}: {match[0].strip()}"
        for match in re.finditer(pattern, text)
    ]


def test_pages_load_and_link_nothing_from_other_hosts() -> None:
    expect_none(fault for path in SHOWN for fault in matches(path, OTHER_HOST))


def test_templates_have_no_inline_script_or_style() -> None:
    pages = [path for path in SHOWN if path.suffix == ".html"]
    expect_none(fault for path in pages for fault in matches(path, f"{INLINE}|{SCRIPT}"))


def test_what_pages_must_not_hold_would_be_found() -> None:
    assert re.search(OTHER_HOST, '<a href="//example.org/x">')
    assert re.search(INLINE, '<p style="color: red">')
    assert re.search(INLINE, '<p onclick="go()">')
    assert re.search(SCRIPT, "<script>go()</script>")
    assert not re.search(SCRIPT, '<script src="/static/js/x.js" defer></script>')
    assert not re.search(SCRIPT, '<script type="application/json" id="x">')


def test_the_locks_pin_and_hash_everything_and_name_no_host() -> None:
    locks = sorted((ROOT / "requirements").glob("*.lock"))
    assert len(locks) == 3
    entries = [
        (path, entry)
        for path in locks
        for entry in re.split(r"\n(?=\S)", text_of(path))
        if entry.strip()
    ]
    loose = [
        f"{place(path)}: {entry}"
        for path, entry in entries
        if not re.match(r"[a-z0-9-]+==", entry) or "--hash=sha256:" not in entry
    ]
    expect_none([*(fault for path in locks for fault in matches(path, "://")), *loose])


def test_nothing_is_left_to_be_done_later() -> None:
    words = r"(?i)todo|fixme|xxx"
    expect_none(fault for path in [*CODE, *SHOWN] for fault in matches(path, words))


def test_every_setting_of_the_environment_is_in_the_docs() -> None:
    used = set()
    for path in CODE:
        used |= set(re.findall(r"TRACKER_[A-Z_]+(?=\")", path.read_text(encoding="utf-8")))
    environment = {
        name
        for name in used
        if name
        not in {"TRACKER_AUDIT_KEY", "TRACKER_SESSION_INFO", "TRACKER_ASSETS", "TRACKER_SITE"}
    }
    documented = set(
        re.findall(r"TRACKER_[A-Z_]+", (ROOT / "docs" / "settings.md").read_text(encoding="utf-8"))
    )
    assert environment <= documented
    assert len(environment) >= 4
