"""What a reader hears of each session while pointing at a chart, going over it with a finger or with the arrow keys."""

import json
from collections.abc import Mapping, Sequence

from tracker.charts.figure import Figure, Who
from tracker.charts.sheet import Sheet
from tracker.domain.course.sessions import long_date


def readings(figure: Figure, papers: Mapping[str, Sheet]) -> str:
    """For each session a text, and on each paper (by its name) where it lies, as JSON for a script element."""
    told = {
        "said": [said(figure, slot.number) for slot in figure.slots],
        "papers": {name: _places(figure, paper) for name, paper in papers.items()},
    }
    text = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def said(figure: Figure, number: int) -> str:
    """One session: its day, each mark or why there is none, and its check-ins with what became of them."""
    slot = next(slot for slot in figure.slots if slot.number == number)
    parts = [f"Session {number}, {long_date(slot.held_on)}"]
    for panel in figure.panels:
        marks = [
            dot.words if line.who is Who.OUTCOME else f"{line.who.value} {dot.words}"
            for line in reversed(panel.lines)
            for dot in line.dots
            if dot.number == number
        ]
        why = [each.text for each in panel.missing if each.number == number]
        parts.append(f"{panel.title.lower()}: {', '.join(marks or why)}")
        rings = [ring.text for ring in panel.rings if ring.number == number]
        if rings and not panel.stories:
            parts[-1] += f" ({rings[0]})"
        parts += [
            f"{', '.join(story.what)}, {', '.join(story.became)}"
            for story in panel.stories
            if story.number == number
        ]
    return f"{'. '.join(part[0].upper() + part[1:] for part in parts)}."


def _places(figure: Figure, paper: Sheet) -> dict[str, float | Sequence[float]]:
    return {
        "width": paper.width,
        "top": paper.frames[0].plot_top,
        "bottom": paper.axis,
        "x": [round(paper.x(slot.number), 1) for slot in figure.slots],
    }
