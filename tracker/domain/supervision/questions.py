"""The questions that supervision asks of a caseload, and the design defaults by which clients are picked for them."""

from enum import StrEnum
from fractions import Fraction

APART = 2  # design default: points between client and therapist, or between bond and goals or tasks
TENS = 3  # design default: ratings running with every mark at the top
DECLINES = 2  # design default: sessions in which the client preferred not to rate
FEW = Fraction(1, 2)  # design default: rated in fewer than half of the sessions that took place
ENOUGH = 3  # design default: sessions before "few" is said


class SupervisionQuestion(StrEnum):
    """Each is asked of one's own caseload, or of one that one supervises."""

    WHOSE_RATING = "whose-rating"
    PLEASANT = "pleasantness"
    CO_WRITTEN = "co-written"
    ADDRESSED = "addressed"
    ADAPTING = "adapting"
    SILENT = "silent"
    BOTH = "both"
