"""Changed wording is a new version: what a shipped version asks never changes once it is released.

`python -m tests.reference.test_wording_versions` keeps the wording of a new version, or of one that is not released yet.
"""

import hashlib
import json
import tomllib
from pathlib import Path

from tracker.reference.loader import FOLDER

KEPT = Path(__file__).resolve().parents[1] / "golden" / "wording.json"


def asked(path: Path) -> tuple[str, str] | None:
    """Key and version of a file, and a hash of all that whoever rates reads of it; None where it has no wording."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if data["wording"] == "none":
        return None
    items = [(item["key"], item["wording"]) for item in data["items"]]
    beside = {name: part for name, part in data.items() if "question" in name or name == "strain"}
    text = json.dumps([items, beside], sort_keys=True, ensure_ascii=False)
    return f"{data['key']} {data['version']}", hashlib.sha256(text.encode()).hexdigest()


def every() -> dict[str, str]:
    """What every shipped version with wording asks."""
    return dict(sorted(one for path in FOLDER.glob("*.toml") if (one := asked(path))))


def test_the_wording_of_a_version_stays_as_it_is() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert kept.keys() >= {"alliance-items 1", "session-check 1", "wellbeing-check 1"}
    assert every() == kept, (
        "Changed wording is a new version (docs/measure-files.md). Keep that of a new version, or of one that is not "
        "released yet: python -m tests.reference.test_wording_versions"
    )


if __name__ == "__main__":
    KEPT.write_text(json.dumps(every(), indent=2) + "\n", encoding="utf-8")
