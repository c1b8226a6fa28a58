"""What was counted, as lines of text: one row for each figure, one column for each set of rules."""

from collections.abc import Iterable, Iterator, Mapping

from tracker.domain.rules.findings import FlagKind
from tracker.simulation.counting import (
    ANSWER,
    ChangeCount,
    Counted,
    Share,
    StableCount,
    drop_label,
)

WHAT = 64  # width of the first column
CELL = 22
STABLE = {
    ANSWER: "a drop of strength 2 or more, an unusual mark or a slide",
    drop_label(1): "a drop of strength 1 or more",
    drop_label(2): "a drop of strength 2 or more",
    drop_label(3): "a drop of strength 3",
    FlagKind.UNUSUAL.value: "a mark unusually low",
    FlagKind.SLIDE.value: "a slide",
    FlagKind.LONG_SLIDE.value: "a slide of two points or more",
    FlagKind.LOW_ITEM.value: "an item low twice running",
    FlagKind.CAME_BACK.value: "a score that came back",
    FlagKind.NOT_BACK.value: "a score not back after five ratings",
}
PROMPTS = (
    *(drop_label(strength) for strength in (1, 2, 3)),
    *(kind.value for kind in (FlagKind.UNUSUAL, FlagKind.SLIDE, FlagKind.LONG_SLIDE)),
)


def lines(counted: Mapping[str, Counted]) -> Iterator[str]:
    """The table of one kind of noise; `counted` by the version of the rules, which are at least one."""
    columns = [list(_rows(each)) for each in counted.values()]
    versions = "".join(f"{version:<{CELL}}" for version in counted)
    yield f"{'percent; of clients with its 95 % interval':<{WHAT}}{versions}".rstrip()
    for rows in zip(*columns, strict=True):
        what = rows[0][0]
        cells = "".join(f"{_shown(share):<{CELL}}" for _, share in rows)
        yield f"{what:<{WHAT}}{cells}".rstrip()


def rates(steady: Iterable[StableCount]) -> Iterator[str]:
    """The share of sessions in which each kind of prompt comes where nothing changes, as lines of TOML: of several
    kinds of noise the highest."""
    counted = list(steady)
    for label in PROMPTS:
        share = max(each.in_sessions[label] / each.sessions for each in counted)
        yield f'"{label}" = "{share:.4f}"'


def _rows(counted: Counted) -> Iterator[tuple[str, Share | None]]:
    steady = counted.steady
    yield "nothing changes: of sessions", None
    for label, words in STABLE.items():
        yield f"  {words}", Share(steady.in_sessions[label], steady.sessions, alone=False)
    yield "nothing changes: of clients, at any time", None
    for label, words in STABLE.items():
        yield f"  {words}", Share(steady.ever[label], steady.clients)
    yield f"seen by {STABLE[ANSWER]}: of clients", None
    for each in counted.changes:
        yield f"  {each.change.about}", None
        for window in each.windows():
            share = Share(each.seen[ANSWER, window], each.clients)
            yield f"    {_within(window, each)}", share
    yield "told that it came back: of drops raised in the first session", None
    for each in counted.changes:
        yield f"  {each.change.about}", Share(each.called_back, each.raised)
    yield "the fifth of the clients whose own marks vary most", None
    yield "  nothing changes: their part of what all are asked", counted.noise.prompts()
    yield "  one item 3 of 10 lower: seen in its first session", counted.noise.seen()


def _within(window: int, each: ChangeCount) -> str:
    if window == 1:
        return "in its first session"
    return "by the end" if window == each.windows()[-1] else f"within {window} sessions"


def _shown(share: Share | None) -> str:
    if share is None:
        return ""
    if not share.of:
        return "of none"
    if not share.alone:
        return f"{100 * share.hits / share.of:.1f}"
    low, high = share.interval()
    return f"{100 * share.hits / share.of:.1f} ({100 * low:.1f} to {100 * high:.1f})"
