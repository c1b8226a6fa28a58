"""Every measure can be drawn, in whatever way its ratings were entered."""

from fractions import Fraction
from uuid import UUID

import pytest

from tests.domain.entering import entries
from tracker.charts import plotly, svg, trajectory
from tracker.domain.course.trajectory import Point, Series, Slot, Trajectory
from tracker.domain.measures.entries import TOTAL, Entered
from tracker.domain.measures.measure import Measure, Rater
from tracker.reference.loader import measures

WAYS = [
    (measure, number)
    for measure in measures().values()
    for number, _ in enumerate(entries(measure, high=True))
]


def drawn(make, measure: Measure, *given: Entered) -> trajectory.Figure:
    places: tuple[Slot, ...] = make.slots(len(given))
    points = []
    for slot, entered in zip(places, given, strict=True):
        stored = measure.store(entered)
        series = Series(slot.clinician_id, 1, "", measure.mode_of(stored))
        points.append(Point(UUID(int=slot.number), slot, series, measure, stored))
    course = Trajectory(measure, Rater.CLIENT, places, tuple(points))
    cutoff = measure.level.cutoff("adult") if measure.level else None
    return trajectory.figure("K-1", course, None, [], cutoff=cutoff)


@pytest.mark.parametrize(("measure", "way"), WAYS, ids=lambda part: getattr(part, "key", part))
def test_from_the_lowest_to_the_highest_score_everything_lies_on_its_axis(make, measure, way):
    low, high = (list(entries(measure, high=end))[way] for end in (False, True))
    figure = drawn(make, measure, low, high)
    assert figure.panels
    for panel in figure.panels:
        ends = measure.ends(panel.key)
        values = [dot.value for dot in panel.own.dots]
        assert values == [] or (min(values), max(values)) == ends
    assert any(panel.own.dots for panel in figure.panels)
    assert svg.render(figure, width=320).startswith("<svg")
    assert plotly.to_json(figure)


def keys(make, key, *given):
    return [panel.key for panel in drawn(make, measures()[key], *given).panels]


def test_a_form_with_scales_shows_the_total_that_its_rule_watches_first(make):
    wai = measures()["wai-sr"]
    scales = Entered({"goal": Fraction(16), "task": Fraction(12), "bond": Fraction(17)})
    assert keys(make, "wai-sr", scales) == [TOTAL, "goal", "task", "bond"]
    assert keys(make, "wai-sr", Entered(total=Fraction(45))) == [TOTAL]
    assert wai.ends("goal") == (1, 5)


def test_a_long_form_without_scales_shows_its_total_and_a_short_one_its_items(make):
    haq, arm = measures()["haq-ii"], measures()["arm-5"]
    assert keys(make, "haq-ii", next(entries(haq, high=True))) == [TOTAL]
    assert len(keys(make, "arm-5", next(entries(arm, high=True)))) == 5
    assert keys(make, "arm-5", Entered(total=Fraction(20))) == [TOTAL]
