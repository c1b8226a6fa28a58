"""A new kind of flag has five places, as the recipe in CONTRIBUTING.md says; here it is looked that there is no sixth.

1. domain/rules/findings.py: the kind, its tier, and the new version of the rules
2. one of domain/rules/*_rules.py: the rule, and its line in the table at the end of that file
3. web/words/flag_kinds.py: what pages say of it
4. reference/library/flag_cards.toml: the card it leads to
5. tests/domain/rules: examples
"""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from tracker.domain.rules import findings
from tracker.domain.rules import flags as rules
from tracker.domain.rules.findings import TIER, FlagKind
from tracker.reference.library import library
from tracker.web.words.flag_kinds import KINDS

ROOT = Path(__file__).resolve().parents[2]
WORDS = "tracker/web/words/flag_kinds.py"
KIND_OR_TABLE = re.compile(r"tracker/domain/rules/(findings|repair|\w+_rules)\.py")

# Files beside these that name a kind: each does something with that kind alone, which other kinds do not ask for.
# A new kind needs no line in any of them. Whoever lets a new kind do such a thing adds it here, with the reason.
DOES_ITS_OWN = {
    "tracker/domain/care/answers.py": {"MISSED", "NO_RATING_LATELY"},  # other answers than a review
    "tracker/domain/care/caseload.py": {"NO_RATING_LATELY"},  # has its own place in the order
    "tracker/domain/care/flag_stage.py": {
        "DROP",
        "MISSED",
        "NO_RATING_LATELY",
        "UNUSUAL",
    },  # can settle
    "tracker/services/reports/rows.py": {"DROP"},  # reports tell drops by strength
    # asks after drops that came back, and after clients who never say anything critical
    "tracker/services/supervision/questions.py": {"CEILING", "DROP", "FLAT", "NOTHING_VOICED"},
    # stands for whatever is up for review of an outcome
    "tracker/simulation/burden.py": {"OUTCOME_WORSE"},
    # counted of made-up clients: the kinds that one client's ratings alone can raise, and how a drop went on
    "tracker/simulation/counting.py": {
        "CAME_BACK",
        "DROP",
        "LONG_SLIDE",
        "LOW_ITEM",
        "NOT_BACK",
        "SLIDE",
        "UNUSUAL",
    },
    "tracker/simulation/report.py": {
        "CAME_BACK",
        "LONG_SLIDE",
        "LOW_ITEM",
        "NOT_BACK",
        "SLIDE",
        "UNUSUAL",
    },
    "tracker/web/words/returns.py": {"CAME_BACK"},  # good news on the saved page
    # a worsening, a recovery and a gain have words of their own among flags that share a sentence
    "tracker/web/words/outcome_flags.py": {"OUTCOME_WORSE", "RECOVERED", "SUDDEN_GAIN"},
    "tools/life_cycles.py": {"DROP", "RISK_ITEM", "SLIDE"},  # one example of each tier
}
# A missed session's own page: the conversation about coming back.
IN_TEMPLATES = {("templates/care/flags/show.html", "missed")}
VALUES = {kind.value for kind in FlagKind}
MODULES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for folder in ("tracker", "tools", "bench")
    for path in sorted((ROOT / folder).rglob("*.py"))
    # What a migration made is never changed again, whatever it lists.
    if "migrations/versions" not in str(path)
}


def named(text: str) -> set[str]:
    """The kinds that a file names one by one: as members, or looked up by their text."""
    kinds = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            if ast.unparse(node.value).split(".")[-1] == "FlagKind":
                kinds.add(node.attr)
        elif isinstance(node, ast.Subscript | ast.Call):
            asked = node.slice if isinstance(node, ast.Subscript) else (node.args or [None])[0]
            of = node.value if isinstance(node, ast.Subscript) else node.func
            if ast.unparse(of).split(".")[-1] == "FlagKind" and isinstance(asked, ast.Constant):
                kinds.add(str(asked.value).upper())
    return kinds


def listed(text: str) -> set[str]:
    """The kinds that a file spells as text, where they are three or more: fewer are words of other things."""
    constants = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
    spelled = {node.value for node in constants if isinstance(node.value, str)} & VALUES
    return spelled if len(spelled) >= 3 else set()


def test_a_kind_is_named_in_its_places_and_where_it_does_something_of_its_own() -> None:
    elsewhere = {
        name: kinds
        for name, text in MODULES.items()
        if name != WORDS and not KIND_OR_TABLE.fullmatch(name)
        if (kinds := named(text))
    }
    assert elsewhere == DOES_ITS_OWN


def test_no_other_file_lists_kinds_as_text() -> None:
    assert {name for name, text in MODULES.items() if listed(text)} == {
        str(Path(findings.__file__).relative_to(ROOT))
    }


def test_templates_ask_for_no_kind() -> None:
    pages = sorted((ROOT / "templates").rglob("*.html"))
    assert len(pages) > 50
    asked = re.compile(r"\bkind (?:==|!=|in) \(?((?:\"\w+\"(?:, )?)+)")
    found = {
        (str(page.relative_to(ROOT)), value)
        for page in pages
        for several in asked.findall(page.read_text(encoding="utf-8"))
        for value in re.findall(r"\w+", several)
        if value in VALUES
    }
    assert found == IN_TEMPLATES


def test_each_kind_stands_once_in_each_of_its_places() -> None:
    tables = [
        module.RULES
        for module in vars(rules).values()
        if getattr(module, "__name__", "").startswith("tracker.domain.rules.")
        and hasattr(module, "RULES")
    ]
    assert len(tables) >= 9
    assert Counter(kind for table in tables for kind in table) == Counter(FlagKind)
    assert {**rules.RULES, **rules.BY_SESSION}.keys() == set(FlagKind)
    assert list(TIER) == [*rules.RULES, *rules.BY_SESSION]
    assert list(KINDS) == list(FlagKind)
    assert library().flag_cards.by_kind.keys() == set(FlagKind)


def test_every_file_of_rules_is_asked() -> None:
    with_table = {
        path.stem
        for path in (ROOT / "tracker" / "domain" / "rules").glob("*.py")
        if re.search(r"^RULES: dict\[FlagKind, \w+Rule\] = \{$", path.read_text("utf-8"), re.M)
    }
    asked = {name for name, found in vars(rules).items() if hasattr(found, "RULES")}
    assert with_table - {"flags"} == asked


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("COLOURS = {FlagKind.FLAT: 1}", {"FLAT"}),
        ("findings.FlagKind.FLAT", {"FLAT"}),
        ("FlagKind('flat'), FlagKind['FLAT'], FlagKind(kind)", {"FLAT"}),
        ("[kind for kind in FlagKind]", set()),
    ],
)
def test_a_sixth_place_would_be_found(text: str, kinds: set[str]) -> None:
    assert named(text) == kinds


def test_a_list_of_kinds_would_be_found() -> None:
    assert listed("KINDS = ['drop', 'slide', 'flat']") == {"drop", "slide", "flat"}
    assert listed("NAMES = ['drop', 'slide', 'steep']") == set()
