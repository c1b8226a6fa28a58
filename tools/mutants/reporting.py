"""What the results say, against what was known."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tools.mutants.known import KnownMutants, MutantVerdict
from tools.mutants.moved import Carried, How
from tools.mutants.results import Result

NONE = Result(MutantVerdict.NOT_RUN)


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
    modules: dict[str, Counter[MutantVerdict]] = {}
    for module, verdict in verdicts:
        modules.setdefault(module, Counter())[verdict] += 1
    together = sum(modules.values(), Counter())
    rows = [*sorted(modules.items()), ("together", together)]
    heads = ["module", "mutants", *(verdict.value for verdict in MutantVerdict)]
    lines = [_row(heads), _row(["---", *("--:" for _ in heads[1:])])]
    for name, counts in rows:
        lines.append(_row([name, str(counts.total()), *(str(counts[v]) for v in MutantVerdict)]))
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def listed(compared: Iterable[MutantsCompared]) -> list[str]:
    """One line for each mutant: its key, and what is changed in it."""
    return [f"{each.known.name.key}    {each.known.name.shown}" for each in compared]
