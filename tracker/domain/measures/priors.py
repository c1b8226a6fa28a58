"""What clients usually give on a measure, before anything is known of one of them: a prior.

Everything is in parts of a score's range, counted from its worse end: 0.82 is 8.2 of 0 to 10, whichever way the measure
runs.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Spread:
    """The mean of a score over clients, and the standard deviations within a client and between clients."""

    mean: Fraction
    within: Fraction
    between: Fraction


@dataclass(frozen=True)
class Prior:
    """What is assumed of single items and of scores made of several items (totals and scales), and where it is from.

    `clients`: from how many of the practice's own it was estimated; 0 for a design default.
    """

    item: Spread
    total: Spread
    source: str
    clients: int = 0


# The marks that `tracker simulate rules` makes up (its mean, spread and ICC of .58, before they are rounded and cut
# off), rounded to hundredths. Used by measures whose file has none.
DESIGN_DEFAULT = Prior(
    item=Spread(Fraction("0.82"), Fraction("0.09"), Fraction("0.10")),
    total=Spread(Fraction("0.82"), Fraction("0.07"), Fraction("0.09")),
    source=(
        "Design default: a mean of 8.2 on 0 to 10, standard deviations of 0.9 within and 1.0 between clients on an "
        "item, 0.7 and 0.9 on a total. No study of such marks from session to session is known to us."
    ),
)
