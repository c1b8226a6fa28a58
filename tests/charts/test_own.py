"""The picture of what a client marked, as they look at it."""

from fractions import Fraction as F

import pytest

from tests.charts.conftest import slots
from tests.charts.drawings import of_svg, parse, texts
from tests.charts.own_words import words
from tracker.charts import own, svg
from tracker.charts.figure import Size

ENDS = (F(0), F(10))


def drawn(figure, width):
    return svg.render(figure, width=width, larger=own.LARGER[width])


@pytest.fixture
def figure():
    marks = [F(8), F(5), None, F(7)]
    return own.figure(slots(4, missed=(3,)), ENDS, marks, [F(9), None, None, None], words())


def test_a_gap_is_a_gap_and_the_therapists_marks_lie_under_the_clients(figure):
    (panel,) = figure.panels
    assert [[dot.number for dot in run] for run in panel.own.runs] == [[1, 2], [4]]
    assert [line.label for line in panel.lines] == ["Therapie", "Sie"]
    text = drawn(figure, own.WIDE)
    assert text.index("d-therapist") < text.index("d-client")


def test_nothing_stands_beside_where_nothing_is_to_be_shown():
    alone = own.figure(slots(2), ENDS, [F(8), F(5)], [None, None], words())
    assert [line.label for line in alone.panels[0].lines] == ["Sie"]
    assert alone.table.columns == ("Tag", "Sie")


@pytest.mark.parametrize("width", [own.WIDE, own.NARROW])
def test_everything_is_said_in_the_clients_language(figure, width):
    said = " ".join(texts(parse(drawn(figure, width))))
    for text in ("0 = gar nicht", "10 = voll und ganz", "Sie 7,0", "3. März"):
        assert text in said
    assert "did not come" not in said
    assert figure.title not in said, "the page says the question, above the picture"
    assert figure.table.rows[2] == ("17. März 2026", "–", "–")


def test_letters_are_larger_than_on_the_pages_of_staff(figure):
    assert figure.panels[0].size is Size.TALL
    for width in (own.WIDE, own.NARROW):
        paper = svg.laid_out(figure, width, own.LARGER[width])
        assert paper.width * own.LARGER[width] == pytest.approx(width)
        assert paper.narrow == (width == own.NARROW)


def test_long_words_at_the_ends_are_broken_into_lines():
    long = " ".join(["ganz und gar nicht"] * 4)
    figure = own.figure(slots(2), ENDS, [F(8), F(5)], [None, None], words(ends=(long, long)))
    (panel,) = of_svg(drawn(figure, own.NARROW))
    assert panel.words.count(long) == 2
    (frame,) = svg.laid_out(figure, own.NARROW, own.LARGER[own.NARROW]).frames
    assert len(frame.header.rows) > 4


def test_a_middle_that_nobody_can_mark_has_no_number():
    figure = own.figure(slots(1), (F(1), F(4)), [F(2)], [None], words())
    assert [text for _, text in figure.panels[0].ticks] == ["1", "4"]
