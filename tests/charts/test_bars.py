"""The chart of a report in its two drawings: the same labels, counts and order, and nothing of what is hidden."""

import json

import pytest

from tests.charts.drawings import NS, parse, texts
from tracker.charts import bars, plotly_bars
from tracker.domain.rules.change import Category
from tracker.domain.rules.findings import FlagKind
from tracker.domain.supervision.reports import ReportPart, ReportRow
from tracker.domain.supervision.small_cells import Cell
from tracker.services.reports import counts
from tracker.web.words import reports as words


def kinds(*told):
    """Flags by kind, as many of each."""
    part = ReportPart.FLAGS
    rows = [
        ReportRow(part, "kind", Cell(count), about=kind)
        for kind, count in zip(FlagKind, told, strict=False)
    ]
    return [*rows, ReportRow(part, "all", Cell(None))]


def strengths(*told):
    """Drops by strength."""
    return [
        ReportRow(ReportPart.STRENGTH, "strength", Cell(count), about=str(n))
        for n, count in enumerate(told, 1)
    ]


def outcomes(**told):
    """Outcomes by category, of each measure."""
    return [
        ReportRow(ReportPart.OUTCOMES, category.value, Cell(count), Cell(40), about=measure)
        for measure, given in told.items()
        for category, count in zip(Category, given, strict=True)
    ]


PARTS = {
    "kinds": kinds(7, 12, None, 5),
    "all hidden": kinds(None, None, None),
    "none": strengths(0, 0, 0),
    "strengths": strengths(9, 6, None),
    "outcomes": outcomes(OQ=(6, 8, None, 10, None), PHQ=(11, 5, 9, None, 7)),
}
EVERY = pytest.mark.parametrize("name", PARTS)


def drawn(figure, width):
    """Each bar of the server's picture: label, count, words."""
    tree = parse(bars.render(figure, width=width))
    read = texts(tree)
    places = [float(node.get("y")) for node in tree.iter(f"{NS}text")]
    found = {}
    for node in tree.iter(f"{NS}rect"):
        count = float(node.get("width")) / (width - bars.RIGHT) * figure.most
        row = int((float(node.get("y")) - 22) / bars.ROW)
        found[row] = round(count, 1)
    assert places == sorted(places)
    return [
        (label, found.get(row), behind)
        for row, (label, behind) in enumerate(zip(read[::2], read[1::2], strict=True))
    ]


def interactive(figure):
    """Each bar of Plotly's."""
    data = plotly_bars.spec(figure)["data"]
    found = {}
    for beside, trace in zip(data[::2], data[1::2], strict=True):
        assert beside["legendgroup"] == trace["legendgroup"] == trace["name"]
        many = len(trace["y"])
        for n, row in enumerate(trace["y"]):
            label = beside["text"][n]
            behind = beside["text"][many + n].strip(plotly_bars.SPACE)
            assert trace["customdata"][n] == f"{label}: {behind}"
            found[row] = (label, trace["x"][n], behind)
    return [found[row] for row in sorted(found)]


@EVERY
@pytest.mark.parametrize("width", [bars.WIDE, bars.NARROW])
def test_both_show_the_same(name, width):
    rows = PARTS[name]
    figure = words.figure(rows[0].part, counts.in_series(rows))
    ours = drawn(figure, width)
    theirs = interactive(figure)
    assert [(label, count or None, behind) for label, count, behind in ours] == [
        (label, count or None, behind) for label, count, behind in theirs
    ]
    assert [(label, behind) for label, _, behind in ours] == list(figure.table.rows)


@EVERY
def test_what_is_looked_into_is_what_the_report_shows(name):
    rows = PARTS[name]
    assert counts.looked_into(rows) == counts.in_series(rows)


def test_the_largest_of_a_series_come_first_and_what_is_hidden_last():
    series = counts.looked_into(PARTS["outcomes"], largest_first=True)
    assert [each.name for each in series] == ["OQ", "PHQ"]
    assert [[row.n.count for row in each.rows] for each in series] == [
        [10, 8, 6, None, None],
        [11, 9, 7, 5, None],
    ]


@EVERY
def test_a_hidden_count_is_nowhere(name):
    rows = PARTS[name]
    figure = words.figure(rows[0].part, counts.looked_into(rows))
    hidden = [row for row in rows if row.key in counts.COMPARED and row.n.hidden]
    told = json.loads(plotly_bars.to_json(figure))
    lengths = [count for trace in told["data"][1::2] for count in trace["x"]]
    assert lengths.count(None) == len(hidden)
    said = [text for trace in told["data"][1::2] for text in trace["customdata"]]
    assert sum(words.HIDDEN in text for text in said) == len(hidden)
    assert bars.render(figure).count(words.HIDDEN) == len(hidden)
    assert sum(words.HIDDEN in behind for _, behind in figure.table.rows) == len(hidden)


def test_one_count_is_not_compared_with_anything():
    assert counts.in_series(strengths(5)) == counts.looked_into(strengths(5)) == ()


def test_words_are_no_markup():
    bar = bars.Bar("<b>OQ</b> & more", 5, "5 of 9")
    figure = bars.BarFigure("Outcomes", (bars.BarSeries("<b>", (bar,)),), "")
    assert "<b>" not in bars.render(figure)
    told = plotly_bars.to_json(figure)
    assert "<" not in told
    assert "&lt;b&gt;OQ" in json.loads(told)["data"][0]["text"][0]
