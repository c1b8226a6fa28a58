"""When a rule finds something else than before, its version changes and the changelog says so."""

import hashlib
import json
import random
import re
from pathlib import Path

from tests.domain.courses import found, trajectory
from tracker.domain.flags import RULES_VERSION, Context
from tracker.domain.measures import Kind
from tracker.domain.numbers import show
from tracker.reference.loader import measures

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests" / "golden" / "findings.json"


def fingerprint() -> str:
    """A hash of all findings in 300 fixed courses on every alliance measure."""
    chance, lines = random.Random(1979), []  # the year of Bordin's paper
    for measure in measures().values():
        if measure.kind is not Kind.ALLIANCE:
            continue
        choices = [show(value) for value in measure.items[0].choices()]
        for number in range(100):
            course = [
                None
                if chance.random() < 0.1
                else [chance.choice(choices[-len(choices) // 2 :]) for _ in measure.items]
                for _ in range(8)
            ]
            context = Context({}, frozenset({4, 8}) if number % 2 else frozenset())
            for session, finding in sorted(found(trajectory(measure, *course), context).items()):
                falls = [(f.key, str(f.previous), str(f.base), str(f.now)) for f in finding.falls]
                lines.append(json.dumps([measure.key, number, session, finding.strength, falls]))
    assert len(lines) > 300
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_other_findings_have_another_version() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert (kept["version"], kept["sha256"]) == (RULES_VERSION, fingerprint()), (
        "The rules find something else: give them a new RULES_VERSION, say it under 'Clinical behaviour' in the "
        f"changelog, and keep {fingerprint()} in {KEPT.name}."
    )


def test_the_changelog_names_the_version_under_clinical_behaviour() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.split(r"\n## ", text)[1]
    assert first.index("### Clinical behaviour") < first.index(RULES_VERSION)
    assert re.findall(r"\n### (.+)", first)[0] == "Clinical behaviour"
