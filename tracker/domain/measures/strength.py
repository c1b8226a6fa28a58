"""What counts as a strong alliance, where a rule speaks of one."""

from fractions import Fraction

from tracker.domain.measures.measure import Better, Measure

# Design default: "4 or more of 5", carried to other ranges linearly: (4 - 1) / (5 - 1) of the way.
STRONG = Fraction(3, 4)


def is_strong(measure: Measure, total: Fraction | None) -> bool:
    """True when a total stands three quarters of the way from the worst to the best score, or higher."""
    if total is None:
        return False
    way = (total - measure.low) / (measure.high - measure.low)
    return (way if measure.better is Better.HIGHER else 1 - way) >= STRONG
