"""What pages say where one version of a measure follows another, and what both ask."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.measure import Item, Measure, Question, Rater
from tracker.domain.measures.numbers import show

NOT_HERE = "Its wording is not here"
NOT_ASKED = "Not asked"

Texts = TypeVar("Texts")


def mark(before: Measure, now: Measure) -> str:
    """What is said at that place: "wording changed", where words of it are here and differ."""
    return "wording changed" if before.words() != now.words() else "version changed"


def changed_at(trajectory: Trajectory, point: Point) -> str:
    """The same beside a rating; empty where the one before was given on the same version."""
    before = trajectory.reworded(point)
    return mark(before, point.measure) if before else ""


def since_before(before: Measure, now: Measure, changes: Sequence[str], *, compared: bool) -> str:
    """What the page of a rating says, when the one before was given on another version."""
    said = f"{mark(before, now).capitalize()}: version {now.version}, the rating before was on {before.version}."
    same = "Both are scored in the same way, so they are compared; a step may come from the words."
    return " ".join([said, *changes, same] if compared else [said, *changes])


def held_against(before: Measure, now: Measure, changes: Sequence[str]) -> str:
    """What the page of a flag says, when ratings that it rests on were given on another version."""
    changed = f"{mark(before, now).capitalize()} in between"
    said = f"{changed}: version {before.version} before, {now.version} in this session."
    return " ".join([said, *changes, "A step may come from the words."])


def reader(measure: Measure) -> Rater:
    """Who reads what a measure asks: the client, where clients rate it."""
    return Rater.CLIENT if Rater.CLIENT in measure.raters else measure.raters[0]


def side_by_side(before: Measure, now: Measure, language: str) -> list[tuple[str, str, str]]:
    """What two versions ask, question by question: its label, and its words in each."""
    old = _asked(before, language)
    new = _asked(now, language)
    labels = {**_labels(before), **_labels(now)}
    keys = dict.fromkeys([*new, *old])
    return [(labels[key], old.get(key, NOT_ASKED), new.get(key, NOT_ASKED)) for key in keys]


def _questions(measure: Measure) -> list[Question]:
    """What is asked beside the items, in its order."""
    strain = measure.strain.questions() if measure.strain else ()
    return [*strain, measure.question] if measure.question else [*strain]


def _labels(measure: Measure) -> dict[str, str]:
    labels = {item.key: item.label for item in measure.items}
    return labels | {question.key: question.label for question in _questions(measure)}


def _asked(measure: Measure, language: str) -> dict[str, str]:
    """The words of every question with its answers, by its key."""
    asked = {item.key: _words(item, reader(measure), language) for item in measure.items}
    for question in _questions(measure):
        text = (_in(question.wording, language) or {}).get(reader(measure), NOT_HERE)
        asked[question.key] = _with(text, ", ".join(_in(question.choices, language) or ()))
    return asked


def _words(item: Item, rater: Rater, language: str) -> str:
    text = (_in(item.wording, language) or {}).get(rater)
    if text is None:
        return NOT_HERE
    ends = _in(item.ends, language)
    if ends:
        return _with(text, f"{show(item.low)} {ends[0]}, {show(item.high)} {ends[1]}")
    return _with(text, ", ".join(_in(item.labels, language) or ()))


def _with(text: str, answers: str) -> str:
    return f"{text} ({answers})" if answers else text


def _in(texts: Mapping[str, Texts], language: str) -> Texts | None:
    """The texts in that language, in English where there are none."""
    return texts.get(language, texts.get("en"))


FILTERS: dict[str, Callable[..., str]] = {"changed_at": changed_at}
