"""From where on a mark is far outside of what a client usually gives: every threshold, in one place.

All are design defaults. They were set with `tracker simulate rules` on the session check (12 sessions, ICC .58, three
kinds of noise): as many prompts in stable sessions as by the fixed strengths of rules 2026.7 or fewer, and more falls
found. docs/simulation.md says what came out, decision 0033 why it is done like this.
"""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Rarity(StrEnum):
    """How rare a mark would be, one-sided, if nothing had changed: the probability for one score."""

    SLIDE = "0.055"  # a score far below where it was counts as a slide only beyond this
    STRONG = "0.06"  # strength 2
    UNUSUAL = "0.02"  # without a fall of strength 1
    VERY_STRONG = "0.0125"  # strength 3


PRIOR_WEIGHT = 6  # ratings' worth of degrees of freedom that the prior's spread within a client has
LEAST_OWN = 3  # own ratings before a mark can be unusual, or small steps add up to a slide
ENOUGH_OWN = 6  # own ratings before a rate is given; below it is a comparison with other clients
# Of several scores one is the lowest by chance: an item or a scale must lie this much further out than the total.
ONE_OF_SEVERAL = Decimal("0.8")

# The sum of what lies below the expected mark (CUSUM): what is taken off each time, from where on it is a slide, and
# the most that one rating adds, so that a single low mark is no slide.
SLACK = Decimal("0.35")
SLIDE_FROM = Decimal("4")
MOST_AT_ONCE = Decimal("2.5")

# The standard deviation within a client is taken to be at least and at most this part of the range (0.8 and 2 points of
# 0 to 10), and less for what is made of several items in which chance evens out.
ITEM_SD = (Fraction("0.08"), Fraction("0.2"))
TOTAL_SD = (Fraction("0.055"), Fraction("0.16"))

# Guards, in parts of the range, whatever a client usually gives (4, 2, 5 and 1 points of 0 to 10).
LARGE_FALL = Fraction(2, 5)  # at least strength 2
FALL = Fraction(1, 5)  # at least strength 2 where it ends in the lower half, the middle included
LOWER_HALF = Fraction(1, 2)
ONE_STEP = Fraction(1, 10)  # no mark is unusual that is no further below the base

SAME_FALL = 3  # ratings in which what has been told is not told again unless it goes on falling
AFTER_A_FALL = 2  # ratings after a fall of strength 2 in which no slide begins: it is the same
