"""The chart of one question, as a client looks at it."""

from fractions import Fraction
from xml.etree import ElementTree

from tracker.charts import own

LOW, HIGH = Fraction(0), Fraction(10)


def whole(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn)  # noqa: S314 - our own text


def parts(drawn: str, name: str) -> list[ElementTree.Element]:
    return [e for e in whole(drawn).iter() if e.tag.endswith(name)]


def test_a_mark_for_each_value_and_a_gap_for_none() -> None:
    values = [Fraction(8), Fraction(5), None, Fraction(7)]
    drawn = own.render(values, LOW, HIGH)
    (line,) = parts(drawn, "polyline")  # one mark alone is no line
    assert len(line.attrib["points"].split()) == 2
    (path,) = parts(drawn, "path")
    assert path.attrib["d"].count("h0") == 3
    assert "d-therapist" not in drawn


def test_higher_values_stand_higher_and_the_ends_are_named() -> None:
    drawn = own.render([LOW, HIGH], LOW, HIGH)
    first, last = (
        point.split(",") for point in parts(drawn, "polyline")[0].attrib["points"].split()
    )
    assert float(first[1]) > float(last[1])
    assert float(first[0]) < float(last[0])
    assert [text.text for text in parts(drawn, "text")] == ["0", "10", "1", "2"]


def test_the_therapists_marks_lie_under_the_clients() -> None:
    drawn = own.render([HIGH, HIGH], LOW, HIGH, [LOW, None], width=own.NARROW)
    assert drawn.index("d-therapist") < drawn.index("d-client")
    assert whole(drawn).attrib["viewBox"] == "0 0 290 200"


def test_many_sessions_are_numbered_as_there_is_room() -> None:
    drawn = own.render([HIGH] * 40, LOW, HIGH, width=own.NARROW)
    numbers = [int(text.text) for text in parts(drawn, "text")[2:] if text.text]
    assert numbers == [1, 10, 20, 30, 40]
