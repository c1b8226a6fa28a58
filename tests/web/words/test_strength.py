"""How strong a drop is, in words: what made it so strong is said, and not the choice between two reasons."""

from uuid import uuid4

import pytest

from tracker.domain.rules import drop_rules
from tracker.domain.rules.findings import Finding, FlagKind
from tracker.web.words import flags

BEYOND = "beyond the usual ups and downs"


@pytest.mark.parametrize(
    ("strength", "reason", "said"),
    [
        (1, "", "worth asking"),
        (2, "outside of what this client usually gives", BEYOND),
        (2, drop_rules.SAID_TENSION, drop_rules.SAID_TENSION),
        (3, "far outside of what this client usually gives", f"far {BEYOND}"),
        (3, drop_rules.TWICE, f"{BEYOND}, twice running"),
        (3, drop_rules.OUTCOME_WORSE, f"{BEYOND}, and the outcome is worse"),
    ],
)
def test_each_strength_is_said_with_its_reason(strength: int, reason: str, said: str) -> None:
    found = Finding(
        FlagKind.DROP, uuid4(), "srs", participant=uuid4(), strength=strength, reason=reason
    )
    assert flags.how_strong(found) == said
