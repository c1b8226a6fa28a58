"""What a drawing shows, read back from it alone: from the server's SVG by its own axis labels, and from Plotly's JSON."""

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree as ET

from tracker.domain.measures.numbers import MINUS

NS = "{http://www.w3.org/2000/svg}"
WHO = {"d-client": "client", "d-therapist": "therapist", "d-outcome": "outcome"}
Runs = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True)
class Shown:
    """One panel: each rater's runs of (session, value), the rings, the labels of the value axis from low to high, where
    they lie, and the words over it."""

    lines: dict[str, Runs]
    rings: tuple[tuple[float, float], ...]
    labels: tuple[str, ...]
    upward: bool
    words: str


def parse(text: str) -> ET.Element:
    """The SVG as a tree."""
    return ET.fromstring(text)  # noqa: S314 - our own text


def texts(tree: ET.Element) -> list[str]:
    """All texts, in order."""
    return ["".join(node.itertext()) for node in tree.iter(f"{NS}text")]


def of_svg(text: str) -> list[Shown]:
    """The panels of the server's picture."""
    tree = parse(text)
    x_of = _axis_of(
        [
            (float("".join(node.itertext())), float(node.get("x", "")))
            for group in tree.findall(f"{NS}g")
            for node in group.iter(f"{NS}text")
            if not group.get("data-panel") and "".join(node.itertext()).isdigit()
        ]
    )
    panels = [group for group in tree.findall(f"{NS}g") if group.get("data-panel")]
    return [_of_group(group, x_of) for group in panels]


def _axis_of(labels):
    """From px back to what the labels say; with one label alone everything lies on it."""
    (value, place), *others = labels
    if not others:
        return lambda at: value
    last, end = others[-1]
    return lambda at: round(value + (at - place) / (end - place) * (last - value), 2)


def _numbers(group):
    """The labels of the value axis with their heights, from low to high."""
    found = []
    for node in group.iter(f"{NS}text"):
        text = "".join(node.itertext())
        if node.get("text-anchor") == "end" and re.fullmatch(rf"{MINUS}?[\d.]+", text):
            found.append((text, float(node.get("y")) - 4.5))
    return found


def _of_group(group, x_of) -> Shown:
    labels = _numbers(group)
    y_of = _axis_of([(float(text.replace(MINUS, "-")), y) for text, y in labels])

    def at(x: str, y: str) -> tuple[float, float]:
        return x_of(float(x)), y_of(float(y))

    lines = {}
    for line in group.findall(f"{NS}g"):
        marks = [node for node in line.iter(f"{NS}path") if "M" in node.get("d", "")]
        if line.get("class") not in WHO or not marks:
            continue
        dots = [at(x, y) for x, y in re.findall(r"M([\d.-]+),([\d.-]+)", marks[-1].get("d"))]
        joined = set()
        for polyline in line.iter(f"{NS}polyline"):
            run = [at(*pair.split(",")) for pair in polyline.get("points").split()]
            joined |= set(pairwise(run))
        lines[WHO[line.get("class")]] = _cut(dots, joined)
    rings = [
        at(node.get("cx"), node.get("cy"))
        for node in group.iter(f"{NS}circle")
        if node.get("class") == "ring"
    ]
    heights = [y for _, y in labels]
    return Shown(
        lines,
        tuple(sorted(rings)),
        tuple(text for text, _ in labels),
        heights == sorted(heights, reverse=True),
        " ".join(texts(group)),
    )


def _cut(dots, joined) -> Runs:
    runs = []
    for dot in dots:
        if runs and (runs[-1][-1], dot) in joined:
            runs[-1].append(dot)
        else:
            runs.append([dot])
    return tuple(tuple(run) for run in runs)


def of_plotly(spec) -> list[Shown]:
    """The panels of Plotly's JSON."""
    layout = spec["layout"]
    axes = [name for name in layout if name.startswith("yaxis")]
    return [_of_axis(spec, layout[name], name.replace("axis", "")) for name in axes]


def _of_axis(spec, axis, name) -> Shown:
    lines, rings = {}, ()
    tokens = {f"var:{token}": who for token, who in WHO.items()}
    for trace in spec["data"][1:]:
        if trace["yaxis"] != name:
            continue
        if trace["mode"] == "markers":
            rings = tuple(sorted(zip(trace["x"], trace["y"], strict=True)))
        elif runs := _runs(trace):
            lines[tokens[trace["line"]["color"]]] = runs
    low, high = axis["range"]
    top, bottom = axis["domain"][1], axis["domain"][0]
    notes = [
        note["text"]
        for note in spec["layout"]["annotations"]
        if note["yref"] == name or (note["yref"] == "paper" and bottom < note["y"] < top + 0.3)
    ]
    return Shown(lines, rings, tuple(axis["ticktext"]), low < high, " ".join(notes))


def _runs(trace) -> Runs:
    runs = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if y is None:
            runs.append([])
        else:
            runs[-1].append((x, y))
    return tuple(tuple(run) for run in runs if run)
