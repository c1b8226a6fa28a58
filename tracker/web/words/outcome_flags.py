"""Flags on outcomes in words: what was found, and by which reliable change it was judged."""

from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import Compared, FlagKind
from tracker.reference.rule_figures import rule_figures
from tracker.services.record.flag_views import FlagView
from tracker.web.words import change as change_words
from tracker.web.words.flag_numbers import listed, session, shown
from tracker.web.words.measures import named
from tracker.web.words.writing import points


def judged_by(flag: FlagView) -> str:
    """What it was judged by where that is not published, in brackets: " (design default)"."""
    change = flag.finding.change
    return f" ({change_words.judged_by(change)})" if change else ""


def here(flag: FlagView) -> str:
    """The session of the flag, which may be long ago when it is read: "session 6"."""
    return f"session {flag.slot.number}"


def outcome(flag: FlagView) -> str:
    """An outcome that is worse, or no better, than at the start."""
    (c,) = flag.finding.compared
    worse = flag.finding.kind is FlagKind.OUTCOME_WORSE
    how = "is worse than at the start" if worse else "has not reliably improved"
    beside = f", {flag.finding.reason}" if flag.finding.reason else ""
    value = shown(flag, c.now)
    first = shown(flag, c.reference)
    course = f"{value} in {here(flag)}, {first} in {session(flag, c)}"
    return f"{named(flag.measure)} {how}: {course}{beside}{judged_by(flag)}"


def sudden(flag: FlagView) -> str:
    """A large step between two sessions."""

    def each(c: Compared) -> str:
        before = shown(flag, c.reference)
        after = shown(flag, c.now)
        return f"from {before} in {session(flag, c)} to {after} in the next session"

    how = "improved" if flag.finding.kind is FlagKind.SUDDEN_GAIN else "became worse"
    return f"{named(flag.measure)} {how} suddenly, {listed(flag, each)}{judged_by(flag)}"


def better(flag: FlagView) -> str:
    """An outcome that is reliably better than at the start, and past its cut-off where there is one."""
    (c,) = flag.finding.compared
    now = shown(flag, c.now)
    first = shown(flag, c.reference)
    recovered = flag.finding.kind is FlagKind.RECOVERED
    how = (
        "reliably better and past its cut-off" if recovered else "reliably better than at the start"
    )
    return f"{named(flag.measure)} is {how}: {now} in {here(flag)}, {first} in {session(flag, c)}{judged_by(flag)}"


def near_worst(flag: FlagView) -> str:
    """An outcome that starts or stays near the worst end of its scale."""
    (c,) = flag.finding.compared
    now = shown(flag, c.now)
    if c.since is None:
        return f"{named(flag.measure)} starts near the worst end of its scale, at {now}{judged_by(flag)}"
    first = shown(flag, c.reference)
    course = f"{now} in {here(flag)}, {first} in {session(flag, c)}"
    return f"{named(flag.measure)} stays near the worst end of its scale: {course}{judged_by(flag)}"


def on_real_courses(kind: FlagKind) -> str:
    """How often a rule was right on real courses, with the source."""
    known = rule_figures()[kind]
    right = show(100 * known.sensitivity, 0)
    wrong = show(100 * (1 - known.specificity), 0)
    return (
        f"How sure: in {known.courses} real courses with the {known.measure} this was found at {known.said_at} in "
        f"{right} % of those with {known.outcome}, and in {wrong} % of the others too. {known.source}."
    )


def change_source(flag: FlagView) -> str:
    """The reliable change with its source."""
    published = flag.measure.reliable_change
    change = flag.finding.change or (published if published and published.published else None)
    if change is None:
        return ""
    return f"Reliable change of {points(change.points)}: {change.source.rstrip('.')}."
