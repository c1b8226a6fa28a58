"""The vectorised definitions and those of the domain find the same, whatever the table."""

import csv
from fractions import Fraction as F
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from tests.analysis.running import analyse, decimal, lines, table
from tests.depth import examples
from tracker.analysis.gains import quantiles
from tracker.domain.measures.measure import Better
from tracker.domain.rules.change import (
    Cutoff,
    Group,
    category,
    cutoff,
    difference_variance,
    rci,
    reliable,
)
from tracker.domain.rules.gains import T_05, sudden

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
# Few different scores, so that equalities at every limit come up.
tenths = st.sampled_from([0, 12, 50, 75, 80, 82, 120, 150, 152, 200, 250, 282, 350, 400])
courses = st.dictionaries(
    st.sampled_from(["K-1", "K-2", 'odd, "name"', "007"]),
    st.dictionaries(st.integers(1, 8), st.none() | tenths, min_size=1),
    min_size=1,
)
WORDS = {True: "1", False: "0", None: ""}


def answer(command: str, header: str, rows: list[list[object]], *words: object) -> list[list[str]]:
    """The rows that the command finds."""
    with TemporaryDirectory() as folder:
        path = table(Path(folder), header)
        with path.open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        return list(csv.reader(lines(analyse(command, path, *words))))[1:]


@settings(max_examples=examples(24), deadline=None)
@given(courses, st.sampled_from(Better), st.sampled_from(["7", "3.05"]))
def test_gains(found, better, smallest) -> None:
    rows = [
        [client, session, *decimal([score])]
        for client, course in found.items()
        for session, score in course.items()
    ]
    got = answer("gains", "client,session,score", rows, "--cutoff", smallest, "--better", better)
    last = max(session for course in found.values() for session in course)
    expected = [
        [client, str(i.before), str(i.after)]
        + [WORDS[c] for d in (i.gain, i.loss) for c in (d.step, d.share, d.means, d.all)]
        for client, course in sorted(found.items())
        for i in sudden(
            {n: F(score, 10) for n, score in course.items() if score is not None},
            last,
            cutoff=F(smallest),
            better=better,
        )
    ]
    assert got == expected


def test_gains_of_means_over_any_number_of_items() -> None:
    """Their smallest common part of a point is so small that no float holds their sums."""
    chance = Random(1999)
    courses = {
        f"K-{client:02d}": {
            session: F(chance.randint(0, 9 * items), items)
            for session, items in enumerate(chance.sample(range(2, 999), 8), start=1)
        }
        for client in range(30)
    }
    rows = [
        [who, n, f"{float(score):.15g}"] for who, of in courses.items() for n, score in of.items()
    ]
    got = answer("gains", "client,session,score", rows, "--cutoff", "3", "--better", "lower")
    expected = [
        [who, str(i.before), str(i.after)]
        + [WORDS[c] for d in (i.gain, i.loss) for c in (d.step, d.share, d.means, d.all)]
        for who, course in courses.items()
        for i in sudden(course, 8, cutoff=F(3), better=Better.LOWER)
    ]
    assert got == expected


@settings(max_examples=examples(24), deadline=None)
@given(courses, st.sampled_from(["2", "0.2", "6.95"]))
def test_drops(found, points) -> None:
    rows = [
        [client, session, *decimal([score, None if session % 3 == 0 else 80])]
        for client, course in found.items()
        for session, score in course.items()
    ]
    got = answer("drops", "client,session,bond,goals", rows, "--points", points)
    expected = []
    for client, course in sorted(found.items()):
        before: dict[str, tuple[int, F]] = {}
        for session, score in sorted(course.items()):
            there = {"bond": score, "goals": None if session % 3 == 0 else 80}
            for component, value in there.items():
                if value is None:
                    continue
                now, earlier = F(value, 10), before.get(component)
                known = (
                    ["", "", "", ""]
                    if earlier is None
                    else [
                        str(earlier[0]),
                        earlier[1],
                        now - earlier[1],
                        WORDS[earlier[1] - now >= F(points)],
                    ]
                )
                expected.append([client, str(session), component, *known[:2], now, *known[2:]])
                before[component] = session, now
    numbers = [[F(c) if i in (4, 5, 6) and c else c for i, c in enumerate(row)] for row in got]
    assert numbers == expected


@settings(max_examples=examples(24), deadline=None)
@given(
    st.lists(st.tuples(st.none() | tenths, st.none() | tenths), min_size=1, max_size=12),
    st.sampled_from(Better),
    st.sampled_from(Cutoff),
)
def test_change(pairs, better, kind) -> None:
    rows = [[f"K-{n}", *decimal(pair)] for n, pair in enumerate(pairs)]
    sign = 1 if better is Better.LOWER else -1
    clinical, functional = Group(F(20) * sign + 20, F(6)), Group(F(8) * sign + 20, F(4))
    got = answer(
        "change",
        "client,pre,post",
        rows,
        *("--sd-pre", "7.5", "--reliability", "0.84", "--cutoff", kind, "--better", better),
        *("--mean-clinical", clinical.mean, "--sd-clinical", "6"),
        *("--mean-functional", functional.mean, "--sd-functional", "4"),
    )
    variance = difference_variance(F("7.5"), F("0.84"))
    limit = cutoff(kind, clinical, functional, better)
    for row, (before, after) in zip(got, pairs, strict=True):
        assert [row[1] == "", row[2] == ""] == [before is None, after is None]
        if before is None or after is None:
            assert row[3:] == ["", "", ""]
            continue
        pre, post = F(before, 10), F(after, 10)
        change, index = post - pre, rci(post - pre, variance)
        assert (F(row[1]), F(row[2]), F(row[3]), F(row[4])) == (pre, post, change, index)
        sure = reliable(change, variance)
        assert row[5] == category(pre, post, reliable=sure, cutoff=limit, better=better)


def test_every_judged_interval_is_as_in_r() -> None:
    found = lines(analyse("gains", GOLDEN / "courses.csv", "--cutoff", 7))
    assert found == (GOLDEN / "gains.csv").read_text(encoding="utf-8").splitlines()
    again = lines(
        analyse("gains", GOLDEN / "courses.csv", "--cutoff", 7, "--alpha", "0.0500000001")
    )
    assert again == found


@pytest.mark.parametrize(
    ("alpha", "expected"),
    [
        (0.05, (4.302653, 3.182446, 2.776445)),
        (0.01, (9.924843, 5.840909, 4.604095)),
        (0.10, (2.919986, 2.353363, 2.131847)),
    ],
)
def test_quantiles_are_those_of_the_tables(alpha: float, expected: tuple[float, ...]) -> None:
    found = quantiles(alpha)
    assert [round(float(found[freedom]), 6) for freedom in (2, 3, 4)] == list(expected)
    if alpha == 0.05:
        assert all(abs(found[n] - T_05[n]) < F(1, 10**9) for n in T_05)


def test_what_is_left_out_comes_from_the_complete_pairs() -> None:
    rows: list[list[object]] = [["a", 10, 4], ["b", 14, 8], ["c", 18, 9], ["d", 90, ""]]
    left_out = answer("change", "client,pre,post", rows, "--reliability", "0.8")
    given_all = answer(
        "change",
        "client,pre,post",
        rows,
        *("--reliability", "0.8", "--sd-pre", 4, "--mean-clinical", 14, "--sd-clinical", 4),
    )
    assert left_out == given_all


def golden(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_limit_of_a_change_is_as_in_r() -> None:
    by_norms: dict[tuple[str, ...], list[dict[str, str]]] = {}
    shared = ("sd", "reliability", "kind", "better", "mean_clinical", "mean_functional")
    for row in golden("boundaries_change.csv"):
        by_norms.setdefault(tuple(row[name] for name in shared), []).append(row)
    for (sd, reliability, kind, better, clinical, functional), some in by_norms.items():
        got = answer(
            "change",
            "client,pre,post",
            [[row["name"], row["pre"], row["post"]] for row in some],
            *("--sd-pre", sd, "--reliability", reliability, "--cutoff", kind, "--better", better),
            *("--mean-clinical", clinical, "--sd-clinical", "6"),
            *("--mean-functional", functional, "--sd-functional", "4"),
        )
        assert [row[-1] for row in got] == [row["category"] for row in some]
        for row, expected in zip(got, some, strict=True):
            assert abs(F(row[-2]) - F(expected["rci"])) <= F(1, 10**6)


@pytest.mark.parametrize("better", Better)
def test_every_limit_of_a_sudden_gain_is_as_in_r(better: Better) -> None:
    courses = [r for r in golden("boundaries_courses.csv") if r["better"] == better]
    cells = [[row["client"], row["session"], row["score"]] for row in courses]
    got = answer("gains", "client,session,score", cells, "--cutoff", "7", "--better", better)
    expected = [r for r in golden("boundaries_gains.csv") if r["better"] == better]
    assert got == sorted((list(r.values())[1:] for r in expected), key=lambda r: (r[0], int(r[1])))
