"""How often each kind of prompt comes where nothing has changed: simulated.toml, made by `tracker simulate rates`."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib import resources

from tracker.domain.measures.measure import Measure
from tracker.domain.rules.findings import Finding

MANY = 200  # from so many sessions on a number is told in hundreds: a simulation knows it no better


@cache
def rates() -> Mapping[str, Mapping[str, Decimal]]:
    """The share of sessions, by measure key and what is said; the highest of those that each kind of noise gives."""
    text = (
        resources.files("tracker.reference").joinpath("simulated.toml").read_text(encoding="utf-8")
    )
    by_key = tomllib.loads(text)["measures"]
    return {
        key: {label: Decimal(share) for label, share in shares.items()}
        for key, shares in by_key.items()
    }


def label_of(finding: Finding) -> str:
    """Under what name the share of such a finding is kept: a drop by the strength that it reaches."""
    if finding.strength is None:
        return finding.kind.value
    return f"{finding.kind.value} {finding.strength}+"


def one_in(measure: Measure, finding: Finding) -> int | None:
    """In how many sessions, on average, there is one such prompt; None where that was not simulated, or never came."""
    share = rates().get(measure.key, {}).get(label_of(finding))
    if not share:
        return None
    number = round(1 / share)
    return number if number < MANY else round(number, -2)
