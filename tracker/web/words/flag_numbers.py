"""The numbers of a flag in words: its scores by name, as they are shown, and the sessions they come from."""

from collections.abc import Callable

from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import Compared, Fall
from tracker.services.record.flag_views import FlagView


def label(flag: FlagView, key: str) -> str:
    """The name of a score of the flag's measure."""
    return flag.measure.label_of(key)


def shown(flag: FlagView, value: object) -> str:
    """A score as its measure shows it."""
    return "no answer" if value is None else show(value, flag.measure.digits)  # type: ignore[arg-type]  # a Fraction


def fell(flag: FlagView, fall: Fall) -> str:
    """One score that fell, as a sentence without its full stop."""
    since = flag.since[fall.since].number
    return (
        f"{label(flag, fall.key)} went from {shown(flag, fall.previous)} to {shown(flag, fall.now)} "
        f"since session {since}"
    )


def listed(flag: FlagView, each: Callable[[Compared], str]) -> str:
    """All compared scores, one after the other."""
    return "; ".join(each(compared) for compared in flag.finding.compared)


def session(flag: FlagView, compared: Compared) -> str:
    """The session that a score is held against."""
    return f"session {flag.since[compared.since].number}" if compared.since else ""
