"""When a rule finds something else than before, its version changes and the changelog says so.

`python -m tests.domain.rules.test_rules_version` keeps the fingerprint of a new version.
"""

import hashlib
import json
import random
import re
from fractions import Fraction
from pathlib import Path

import pytest

from tests.domain.courses import all_findings, trajectory
from tracker.domain.measures.measure import Measure
from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import RULES_VERSION, Context
from tracker.reference.loader import measures

ROOT = Path(__file__).resolve().parents[3]
KEPT = ROOT / "tests" / "golden" / "findings.json"


def fingerprint() -> str:
    """A hash of all findings in a hundred fixed courses on every measure."""
    chance, lines = random.Random(1979), []  # the year of Bordin's paper
    for measure in measures().values():
        choices = [show(value) for value in _choices(measure)]
        for number in range(100):
            course = [
                None
                if chance.random() < 0.1
                else [chance.choice(choices[-len(choices) // 2 :]) for _ in measure.items]
                if measure.scored_items
                else chance.choice(choices[-len(choices) // 2 :])
                for _ in range(8)
            ]
            context = Context({}, frozenset({4, 8}) if number % 2 else frozenset())
            for session, finding in all_findings(trajectory(measure, *course), context):
                falls = [(f.key, str(f.previous), str(f.base), str(f.now)) for f in finding.falls]
                compared = [(c.key, str(c.now), str(c.reference)) for c in finding.compared]
                what = [finding.kind, finding.strength, finding.reason, falls, compared]
                lines.append(json.dumps([measure.key, number, session, *what]))
    assert len(lines) > 300
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _choices(measure: Measure) -> list[Fraction]:
    """The answers to an item; of a measure without single items, the totals that can be typed."""
    if measure.scored_items:
        return list(measure.items[0].choices())
    whole = measure.typed_total
    assert whole
    return [
        whole.step * n for n in range(int(whole.low / whole.step), int(whole.high / whole.step) + 1)
    ]


def renewed(kept: dict[str, str], version: str, digest: str) -> dict[str, str]:
    """What is kept from now on; ValueError where the findings are other ones and the version is not."""
    if version == kept["version"] and digest != kept["sha256"]:
        raise ValueError(
            "The rules find something else: give them a new RULES_VERSION, say it under 'Clinical behaviour' in the "
            "changelog, and run python -m tests.domain.rules.test_rules_version."
        )
    return {"version": version, "sha256": digest}


@pytest.mark.no_cover  # it tells whether anything changed, not whether it is right; watched it takes four times as long
def test_other_findings_have_another_version() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert renewed(kept, RULES_VERSION, fingerprint()) == kept, (
        "There is a new version: run python -m tests.domain.rules.test_rules_version, which keeps its fingerprint."
    )


def test_a_fingerprint_is_kept_with_a_new_version_only() -> None:
    kept = {"version": "2026.7", "sha256": "a"}
    assert renewed(kept, "2026.7", "a") == kept
    assert renewed(kept, "2026.8", "b") == {"version": "2026.8", "sha256": "b"}
    with pytest.raises(ValueError, match="RULES_VERSION"):
        renewed(kept, "2026.7", "b")


def test_the_changelog_names_the_version_under_clinical_behaviour() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.split(r"\n## ", text)[1]
    assert first.index("### Clinical behaviour") < first.index(RULES_VERSION)
    assert re.findall(r"\n### (.+)", first)[0] == "Clinical behaviour"


if __name__ == "__main__":
    now = renewed(json.loads(KEPT.read_text(encoding="utf-8")), RULES_VERSION, fingerprint())
    KEPT.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
