"""The usual range of a client's ratings in words."""

from collections.abc import Collection, Iterable

from tracker.charts.trajectory import scale_of
from tracker.domain.numbers import show
from tracker.domain.trajectory import Trajectory
from tracker.domain.usual_range import FIXED, TRIAL, Stretch, UsualRange, has_range, stretches


def ends(trajectory: Trajectory, key: str, usual: UsualRange) -> str:
    """From where to where on the scale: "6.1 to 9.9", "9 throughout"; what lies outside the scale is cut."""
    scale = scale_of(trajectory.measure, key)
    low, high = max(usual.low, scale.low), min(usual.high, scale.high)
    return f"{show(low, 1)} throughout" if low == high else f"{show(low, 1)} to {show(high, 1)}"


def latest(
    trajectory: Trajectory, keys: Iterable[str], begun: Collection[int]
) -> dict[str, Stretch]:
    """The stretch of each score that the next rating goes on with."""
    found = {key: stretches(trajectory, key, begun) for key in keys}
    return {key: some[-1] for key, some in found.items() if some}


def sentence(trajectory: Trajectory, keys: Iterable[str], begun: Collection[int]) -> str:
    """Where the usual range stands, for under the chart; empty for a measure that has none."""
    now = latest(trajectory, keys, begun)
    if not has_range(trajectory.measure) or not now:
        return ""
    known = {key: stretch.usual for key, stretch in now.items() if stretch.usual}
    if not known:
        most = max(stretch.count for stretch in now.values())
        return f"The usual range appears after {TRIAL} ratings that can be compared; so far {most}."
    listed = ", ".join(
        f"{scale_of(trajectory.measure, key).label.lower()} {ends(trajectory, key, usual)}"
        for key, usual in known.items()
    )
    return f"{state(known.values())}: {listed}. A reading aid; no flag rests on it."


def state(usual: Iterable[UsualRange]) -> str:
    """Whether the ranges still move with each rating."""
    counts = [each.count for each in usual]
    if min(counts) >= FIXED:
        return f"This client's usual range, fixed on {FIXED} ratings"
    return f"This client's usual range so far, on trial until {FIXED} ratings (now {max(counts)})"
