"""What flags about falls and slides say, and how rare they are when nothing has changed, where that was simulated."""

from tracker.domain.course.trajectory import MIDDLE_RATINGS, USUAL_RATINGS
from tracker.domain.rules.findings import Compared, Fall
from tracker.domain.rules.limits import ENOUGH_OWN
from tracker.reference.simulated import one_in
from tracker.services.record.flag_views import FlagView
from tracker.web.words.estimates import own_source
from tracker.web.words.flag_numbers import fell, label, listed, shown

RARE = (
    10  # design default: sessions, on average, to one such prompt, from which on it is called rare
)


def base_of(flag: FlagView) -> str:
    """What the base of its falls is: rules by fixed points, which count no ratings of the client, took the middle."""
    if flag.finding.own_ratings is None:
        return f"the middle of up to {MIDDLE_RATINGS} ratings before"
    return f"the mean of up to {USUAL_RATINGS} usual ratings before"


def rarity(flag: FlagView) -> str:
    """What a prompt like this one says by itself: "Rare if nothing had changed: about 1 session in 90 …"; with few
    ratings of the client, that it is a comparison with others; "" where it was compared with fixed points, or with a
    rating of long ago alone."""
    own = flag.finding.own_ratings
    if not own:
        return ""
    so_far = f"{own} rating{'' if own == 1 else 's'}"
    assumed = _assumed(flag)
    if own < ENOUGH_OWN:
        where_from = assumed.removeprefix("a ")
        return (
            f"Compared with other clients: of this one there were {so_far} before ({where_from})."
        )
    number = one_in(flag.measure, flag.finding)
    if number is None:
        return (
            f"Compared with {so_far} of this client and {assumed}; how rare it is was not "
            "simulated for this measure."
        )
    rare = "Rare" if number >= RARE else "Not rare"
    return (
        f"{rare} if nothing had changed: about 1 session in {number} (from {so_far} of this client and {assumed}; "
        f"simulated{' with assumed noise' if flag.finding.own_clients else ''}, all scores of the measure together)."
    )


def _assumed(flag: FlagView) -> str:
    """What other clients give, by what is assumed or by what the practice adopted from its own ratings."""
    clients = flag.finding.own_clients
    return own_source(clients) if clients else "a design default"


def unusual(flag: FlagView) -> str:
    """What is unusually low, as a sentence without its full stop."""

    def each(fall: Fall) -> str:
        now = shown(flag, fall.now)
        base = shown(flag, fall.base)
        return f"{label(flag, fall.key)} is {now}, unusually low for this client (mean of earlier ratings {base})"

    return "; ".join(each(fall) for fall in flag.finding.falls)


def slide(flag: FlagView) -> str:
    """What slid, as a sentence without its full stop."""

    def each(c: Compared) -> str:
        return f"{label(flag, c.key)} slid to {shown(flag, c.now)}, from {shown(flag, c.reference)}"

    return listed(flag, each)


def slide_in_short(flag: FlagView) -> str:
    """What slid, for a row: "Bond 9 → 7, step by step"."""
    steps = listed(
        flag, lambda c: f"{label(flag, c.key)} {shown(flag, c.reference)} → {shown(flag, c.now)}"
    )
    return f"{steps}, step by step"


def drop(flag: FlagView) -> str:
    """The first score that fell, as a sentence without its full stop."""
    return fell(flag, flag.finding.falls[0])
