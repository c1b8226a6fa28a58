"""What is open, counted and said in one way on every page: all tiers, risk first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.care.caseload import Need
from tracker.domain.rules.findings import Tier

NOTHING = "Nothing waits."


@dataclass(frozen=True)
class OpenWork:
    """How much is open: things to answer by what they ask for, those that were put off apart; repairs and their planned
    steps, scheduled sessions of which nobody has said what became of them, and actions that were agreed in
    supervision."""

    risk: int = 0
    check_ins: int = 0
    come_back: int = 0
    reviews: int = 0
    unrated: int = 0
    repairs: int = 0
    steps: int = 0
    overdue: int = 0
    actions: int = 0

    def __add__(self, other: "OpenWork") -> "OpenWork":
        pairs = zip(vars(self).values(), vars(other).values(), strict=True)
        return OpenWork(*(one + more for one, more in pairs))

    @property
    def things(self) -> int:
        """How many things are to be answered."""
        return self.risk + self.check_ins + self.come_back + self.reviews + self.unrated

    def __bool__(self) -> bool:
        return any(vars(self).values())

    def in_words(self) -> str:
        """The counts, risk first: "2 risk items, 1 check-in"; "" where nothing is open."""
        named = (
            (self.risk, "risk item", "risk items"),
            (self.check_ins, "check-in", "check-ins"),
            (self.come_back, "to come back to", "to come back to"),
            (self.reviews, "review", "reviews"),
            (self.unrated, "without a rating lately", "without a rating lately"),
            (self.repairs, "repair", "repairs"),
            (self.steps, "planned step", "planned steps"),
            (self.overdue, "past scheduled session", "past scheduled sessions"),
            (self.actions, "agreed action", "agreed actions"),
        )
        return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in named if n)

    def sentence(self) -> str:
        """The same as a sentence: "Open: 2 risk items, 1 check-in."; nothing waits only where that is so."""
        return f"Open: {self.in_words()}." if self else NOTHING


def of_needs(needs: Iterable[Need]) -> OpenWork:
    """The things to answer that ask for this: counted as the filters of the caseload show them."""
    count = Counter(needs)
    return OpenWork(
        risk=count[Need.RISK],
        check_ins=count[Need.CHECK_IN],
        come_back=count[Need.COME_BACK],
        reviews=count[Need.REVIEW],
        unrated=count[Need.NO_RATING_LATELY],
    )


def of_tiers(
    tiers: Iterable[Tier], *, steps: int = 0, overdue: int = 0, actions: int = 0
) -> OpenWork:
    """The things to answer that are led by these tiers, with what else is open. Notes ask for nothing, so they are not
    counted."""
    count = Counter(tiers)
    return OpenWork(
        risk=count[Tier.RISK],
        check_ins=count[Tier.CHECK_IN],
        reviews=count[Tier.REVIEW],
        steps=steps,
        overdue=overdue,
        actions=actions,
    )
