"""The usual range of a client's ratings in words."""

from collections.abc import Collection, Iterable

from tracker.charts.panels import scale_of
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.numbers import show
from tracker.domain.rules.usual_range import FIXED, TRIAL, Stretch, UsualRange, has_range, stretches

FIXED_WORDS = f"This client's usual range, fixed on {FIXED} ratings"
TRIAL_WORDS = f"This client's usual range so far, on trial until {FIXED} ratings"


def ends(trajectory: Trajectory, key: str, usual: UsualRange) -> str:
    """From where to where on the scale: "6.1 to 9.9", "9 throughout"; what lies outside the scale is cut."""
    scale = scale_of(trajectory.measure, key)
    low = max(usual.low, scale.low)
    high = min(usual.high, scale.high)
    digits = max(1, scale.digits)
    if low == high:
        return f"{show(low, digits)} throughout"
    return f"{show(low, digits)} to {show(high, digits)}"


def latest(
    trajectory: Trajectory, keys: Iterable[str], begun: Collection[int]
) -> dict[str, Stretch]:
    """The stretch of each score that the next rating goes on with."""
    stretches_by_key = {key: stretches(trajectory, key, begun) for key in keys}
    return {key: some[-1] for key, some in stretches_by_key.items() if some}


def sentence(trajectory: Trajectory, keys: Iterable[str], begun: Collection[int]) -> str:
    """Where the usual range stands, for under the chart; empty for a measure that has none."""
    now = latest(trajectory, keys, begun)
    if not has_range(trajectory.measure) or not now:
        return ""
    parts = []
    for fixed, words in ((True, FIXED_WORDS), (False, TRIAL_WORDS)):
        listed = [
            f"{_label(trajectory, key)} {ends(trajectory, key, stretch.usual)}"
            for key, stretch in now.items()
            if stretch.usual and stretch.usual.fixed is fixed
        ]
        if listed:
            parts.append(f"{words}: {', '.join(listed)}.")
    few = [key for key, stretch in now.items() if stretch.usual is None]
    if parts:
        none = f" None yet: {', '.join(_label(trajectory, key) for key in few)}." if few else ""
        return f"{' '.join(parts)}{none} A reading aid; no flag rests on it."
    most = max(stretch.count for stretch in now.values())
    return f"The usual range appears after {TRIAL} ratings that can be compared; so far {most}."


def _label(trajectory: Trajectory, key: str) -> str:
    return scale_of(trajectory.measure, key).label.lower()
