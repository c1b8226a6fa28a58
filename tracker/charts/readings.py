"""What a reader hears of each session while pointing at a chart, going over it with a finger or with the arrow keys."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tracker.charts.figure import Figure, Panel, Who
from tracker.charts.sheet import Sheet
from tracker.domain.course.sessions import long_date
from tracker.domain.course.trajectory import Slot


def readings(figure: Figure, papers: Mapping[str, Sheet]) -> str:
    """For each session a text, and on each paper (by its name) where it lies, as JSON for a script element."""
    panels = [_by_session(panel) for panel in figure.panels]
    told = {
        "said": [_said(slot, figure.panels, panels) for slot in figure.slots],
        "papers": {name: _places(figure, paper) for name, paper in papers.items()},
    }
    text = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@dataclass
class _Heard:
    """What a panel says of one session."""

    marks: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    rings: list[str] = field(default_factory=list)
    stories: list[str] = field(default_factory=list)


def _by_session(panel: Panel) -> dict[int, _Heard]:
    """What a panel says of each of its sessions, by their numbers."""
    told: defaultdict[int, _Heard] = defaultdict(_Heard)
    for line in reversed(panel.lines):
        whose = "" if line.who is Who.OUTCOME else f"{line.who.value} "
        for dot in line.dots:
            told[dot.number].marks.append(f"{whose}{dot.words}")
    for missing in panel.missing:
        told[missing.number].why.append(missing.text)
    for ring in panel.rings:
        told[ring.number].rings.append(ring.text)
    for story in panel.stories:
        said = f"{', '.join(story.what)}, {', '.join(story.became)}"
        told[story.number].stories.append(said)
    return told


def _said(slot: Slot, panels: Sequence[Panel], of: Sequence[Mapping[int, _Heard]]) -> str:
    """One session: its day, each mark or why there is none, and its check-ins with what became of them."""
    parts = [f"Session {slot.number}, {long_date(slot.held_on)}"]
    for panel, sessions in zip(panels, of, strict=True):
        told = sessions.get(slot.number) or _Heard()
        part = f"{panel.title.lower()}: {', '.join(told.marks or told.why)}"
        if told.rings and not panel.stories:
            part += f" ({told.rings[0]})"
        parts += [part, *told.stories]
    return f"{'. '.join(part[0].upper() + part[1:] for part in parts)}."


def _places(figure: Figure, paper: Sheet) -> dict[str, float | Sequence[float]]:
    return {
        "width": paper.width,
        "top": paper.frames[0].plot_top,
        "bottom": paper.axis,
        "x": [round(paper.x(slot.number), 1) for slot in figure.slots],
    }
