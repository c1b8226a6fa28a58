"""Ways to fill in a measure from end to end, for tests."""

from collections.abc import Iterator

from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Measure


def entries(measure: Measure, *, high: bool) -> Iterator[Entered]:
    """The highest or the lowest score, entered in every way that the measure takes: items, scales, total."""
    if measure.scored_items:
        values = {
            item.key: item.high if high != item.reverse else item.low
            for item in measure.scored_items
        }
        yield Entered(values)
    scales = {
        part.key: part.typed.high if high else part.typed.low
        for part in measure.components
        if part.typed
    }
    if scales and measure.adds_up:
        yield Entered(scales)
    if measure.typed_total:
        yield Entered(total=measure.typed_total.high if high else measure.typed_total.low)
