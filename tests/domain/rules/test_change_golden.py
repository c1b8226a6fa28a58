"""Against values calculated in R from the papers' formulas (tests/golden/change.R, boundaries.R)."""

import csv
from collections import defaultdict
from fractions import Fraction as F
from pathlib import Path

from tests.domain.courses import trajectory
from tracker.domain.measures.measure import Better
from tracker.domain.measures.numbers import show
from tracker.domain.rules.change import (
    Category,
    Cutoff,
    Group,
    category,
    cutoff,
    difference_variance,
    rci,
    reliable,
    since_first,
)
from tracker.domain.rules.gains import sudden
from tracker.reference.loader import measures

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


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


def test_every_limit_of_a_change_is_on_its_side_whichever_way_the_scale_runs() -> None:
    found = rows("boundaries_change.csv")
    assert len(found) == 2 * len({row["name"] for row in found}) == 70
    for row in found:
        before, after, better = F(row["pre"]), F(row["post"]), Better(row["better"])
        groups = [Group(F(row[f"mean_{g}"]), F(row[f"sd_{g}"])) for g in ("clinical", "functional")]
        limit = cutoff(Cutoff(row["kind"]), *groups, better)
        assert limit == F(row["cutoff"]), row
        variance = difference_variance(F(row["sd"]), F(row["reliability"]))
        assert abs(rci(after - before, variance) - F(row["rci"])) <= F(1, 10**6), row
        sure = reliable(after - before, variance)
        assert sure is (row["reliable"] == "1"), row
        said = category(before, after, reliable=sure, cutoff=limit, better=better)
        assert said == row["category"], row


def test_every_limit_of_a_sudden_gain_is_on_its_side_whichever_way_the_scale_runs() -> None:
    courses: dict[tuple[str, str], dict[int, F]] = defaultdict(dict)
    for row in rows("boundaries_courses.csv"):
        courses[row["better"], row["client"]][int(row["session"])] = F(row["score"])
    words = {True: "1", False: "0", None: ""}
    found = [
        [better, client, str(i.before), str(i.after)]
        + [words[c] for d in (i.gain, i.loss) for c in (d.step, d.share, d.means, d.all)]
        for (better, client), scores in courses.items()
        for i in sudden(scores, 8, cutoff=F(7), better=Better(better))
    ]
    assert found == [list(row.values()) for row in rows("boundaries_gains.csv")]


def test_every_published_change_and_cutoff_is_on_its_side() -> None:
    """Written by hand from the measures' sources: at the published change, a step short of it, at and beside the cut-off."""
    found = rows("published.csv")
    judged_by = {key: m.reliable_change for key, m in measures().items() if m.reliable_change}
    published = {key for key, change in judged_by.items() if change.published}
    assert {row["measure"] for row in found} == published
    for row in found:
        course = trajectory(measures()[row["measure"]], row["first"], row["latest"])
        change = since_first(course, course.points[-1], "adult", judged_by[row["measure"]])
        assert change
        assert change.category is (Category(row["category"]) if row["category"] else None), row
        assert show(change.gain).replace("\N{MINUS SIGN}", "-") == row["gain"], row
