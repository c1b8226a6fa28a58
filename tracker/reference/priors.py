"""Reads what clients usually give on a measure: the prior of the rules that decide by a client's own ups and downs."""

from tracker.domain.measures.priors import DESIGN_DEFAULT, Prior, Spread
from tracker.reference.tables import FileTable


def read_prior(table: FileTable | None) -> Prior:
    """The prior of single items and of totals, in parts of their range; the design default where the file has none."""
    if table is None:
        return DESIGN_DEFAULT
    prior = Prior(
        item=_spread(table.table("item")),
        total=_spread(table.table("total")),
        source=table.text_of("source"),
    )
    table.end()
    return prior


def _spread(table: FileTable) -> Spread:
    spread = Spread(table.number("mean"), table.number("within_sd"), table.number("between_sd"))
    table.end()
    if not 0 < spread.mean < 1:
        raise table.bad("mean", "a part of the range between 0 and 1, from its worse end")
    if not (0 < spread.within < 1 and 0 < spread.between < 1):
        raise table.bad("within_sd", "standard deviations in parts of the range, between 0 and 1")
    return spread
