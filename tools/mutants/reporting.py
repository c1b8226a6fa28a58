"""What the results say, against what was known."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tools.mutants.known import KnownMutants, MutantVerdict
from tools.mutants.moved import Carried, How
from tools.mutants.results import Result

NONE = Result(MutantVerdict.NOT_RUN)
FOUND = "found"
NOT_FOUND = "not found"
NO_VERDICT = "no verdict"
GONE = "no more"
LOST = "nowhere"
OUTCOMES = (FOUND, NOT_FOUND, NO_VERDICT, GONE, LOST)


@dataclass(frozen=True)
class MutantsCompared:
    """A mutant, what it was, where it is, and what it is now."""

    known: KnownMutants
    carried: Carried
    now: Result
    reason: str  # why it is no more

    @property
    def is_worse(self) -> bool:
        """True when a test found it before and none does now."""
        ran = self.now.verdict is not MutantVerdict.NOT_RUN
        return self.known.before.is_found and ran and not self.now.verdict.is_found

    @property
    def is_missing(self) -> bool:
        """True when a test found it before, and it is nowhere, without a reason."""
        lost = self.carried.how is How.LOST and not self.reason
        return self.known.before.is_found and lost

    @property
    def outcome(self) -> str:
        """What became of it since, as the head of a column."""
        if self.carried.how is How.LOST:
            return GONE if self.reason else LOST
        if self.now.verdict is MutantVerdict.NOT_RUN:
            return NO_VERDICT
        return FOUND if self.now.verdict.is_found else NOT_FOUND


def compare(
    mutants: Iterable[tuple[KnownMutants, Carried]],
    results: Mapping[str, Result],
    gone: Mapping[str, str],
) -> list[MutantsCompared]:
    """Each mutant with its result, "not run" where it has none."""
    return [
        MutantsCompared(
            known, carried, results.get(known.name.key, NONE), gone.get(known.name.key, "")
        )
        for known, carried in mutants
    ]


def figures(verdicts: Iterable[tuple[str, MutantVerdict]]) -> str:
    """A table in Markdown: how many of each verdict a module has, and all of them together."""
    return _table("module", verdicts, tuple(MutantVerdict))


def figures_since(compared: Iterable[MutantsCompared]) -> str:
    """A table in Markdown: of each verdict that mutants had when they were drawn, what became of them since."""
    return _table("then", ((each.known.before, each.outcome) for each in compared), OUTCOMES)


def _table(first: str, pairs: Iterable[tuple[str, str]], columns: Sequence[str]) -> str:
    counts: dict[str, Counter[str]] = {}
    for row, column in pairs:
        counts.setdefault(row, Counter())[column] += 1
    heads = [first, "mutants", *columns]
    lines = [_row(heads), _row(["---", *("--:" for _ in heads[1:])])]
    for name, some in [*sorted(counts.items()), ("together", sum(counts.values(), Counter()))]:
        lines.append(_row([name, str(some.total()), *(str(some[column]) for column in columns)]))
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def listed(compared: Iterable[MutantsCompared]) -> list[str]:
    """One line for each mutant: its key, and what is changed in it."""
    return [f"{each.known.name.key}    {each.known.name.shown}" for each in compared]


TITLE = "# Mutants, when they were drawn and since"


def sections(page: str) -> dict[str, str]:
    """The text of each part of a page of figures, by its scope."""
    parts = (part.partition("\n") for part in f"\n{page}".split("\n## ")[1:])
    return {heading: text.strip() for heading, _, text in parts}


def page_of(written: Mapping[str, str], names: Iterable[str]) -> str:
    """A page of figures of those scopes that have a text, in their order."""
    parts = [f"## {name}\n\n{written[name]}" for name in names if name in written]
    return "\n\n".join([TITLE, *parts]) + "\n"
