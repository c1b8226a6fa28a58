"""Against values calculated in R from the papers' formulas (tests/golden/change.R)."""

import csv
from collections import defaultdict
from fractions import Fraction as F
from pathlib import Path

from tracker.domain.change import (
    Cutoff,
    Group,
    category,
    cutoff,
    difference_variance,
    rci,
    reliable,
)
from tracker.domain.gains import sudden
from tracker.domain.measures import Better

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


def rows(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_index_cutoff_and_category_is_the_same() -> None:
    for row in rows("change.csv"):
        before, after = F(row["pre"]), F(row["post"])
        groups = [Group(F(row[f"mean_{g}"]), F(row[f"sd_{g}"])) for g in ("clinical", "functional")]
        limit = cutoff(Cutoff(row["kind"]), *groups, Better.LOWER)
        assert abs(limit - F(row["cutoff"])) < F(1, 10**8), row
        variance = difference_variance(F(row["sd"]), F(row["reliability"]))
        assert abs(rci(after - before, variance) - F(row["rci"])) <= F(1, 10**6), row
        found = category(
            before,
            after,
            reliable=reliable(after - before, variance),
            cutoff=limit,
            better=Better.LOWER,
        )
        assert found == row["category"], row


def test_every_judged_interval_is_the_same() -> None:
    courses: dict[str, dict[int, F]] = defaultdict(dict)
    for row in rows("courses.csv"):
        courses[row["client"]][int(row["session"])] = F(row["score"])
    last, expected = max(max(scores) for scores in courses.values()), rows("gains.csv")
    words = {True: "1", False: "0", None: ""}
    found = [
        [client, str(i.before), str(i.after)]
        + [words[c] for d in (i.gain, i.loss) for c in (d.step, d.share, d.means, d.all)]
        for client, scores in sorted(courses.items())
        for i in sudden(scores, last, cutoff=F(7), better=Better.LOWER)
    ]
    assert found == [list(row.values()) for row in expected]
    assert {row["gain_all"] for row in expected} == {"0", "1", ""}
    assert {row["loss_all"] for row in expected} == {"0", "1", ""}
