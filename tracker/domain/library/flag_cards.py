"""Which card of the library a flag leads to: exactly one, by the kind of the flag and by the score that it names."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tracker.domain.rules.findings import Finding, FlagKind, Tier


@dataclass(frozen=True)
class FlagCards:
    """The map from flags to cards, as a file has it.

    roles      what a score asks about ("bond"), by the key of the score ("relationship")
    by_role    the card for a fall of what asks about that, for the kinds that name scores
    by_kind    the card for every other kind, and for a kind whose scores ask about nothing in particular
    fallback   the card that fits every encounter
    """

    roles: Mapping[str, str]
    by_role: Mapping[str, str]
    by_kind: Mapping[FlagKind, str]
    by_component: Collection[FlagKind]
    fallback: str

    def card(self, finding: Finding) -> str:
        """The key of the card that fits the finding best."""
        if finding.kind in self.by_component:
            named = [f.key for f in finding.falls] or [c.key for c in finding.compared]
            roles = (self.roles[key] for key in named if key in self.roles)
            role = next(roles, None)
            if role is not None:
                return self.by_role[role]
        return self.by_kind[finding.kind]


@dataclass(frozen=True)
class Linked:
    """The card that a flag leads to. `ready` is False where it has a machine-written sentence that nobody checked;
    `instead_of` is the card that fits best, where it gave way to one without."""

    card: str
    ready: bool
    instead_of: str | None = None


def linked(cards: FlagCards, finding: Finding, ready: Collection[str]) -> Linked:
    """The one card for a finding. One with an unchecked machine-written sentence gives way to the card for every
    encounter, where that one is among the `ready`; where none is, it stands, and the page says so. The card for a risk
    item never gives way: no other one asks about the risk."""
    best = cards.card(finding)
    if best in ready:
        return Linked(best, ready=True)
    if cards.fallback in ready and finding.tier is not Tier.RISK:
        return Linked(cards.fallback, ready=True, instead_of=best)
    return Linked(best, ready=False)
