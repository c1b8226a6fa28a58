"""The client's goals: co-written, in an order of priority, endorsed by the client. What is recorded of one is a list of
entries that nobody edits; how it stands is folded from them.

    stands ──► achieved | dropped, with a reason ──► taken up again, with a reason
      │
      ├─ endorsed by the client: of the wording it has then; a new wording is to be endorsed anew
      └─ reviewed together; reworded, with a reason; placed in another order
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from tracker.domain.superseding import in_force

WORDING_LENGTH = 200
LINE_LENGTH = 200
REASON_LENGTH = 200
HIGHEST = 10  # of the progress, in the client's view


class GoalAct(StrEnum):
    """What an entry of a goal says."""

    SET = "set"
    ENDORSED = "endorsed"  # by the client; the line says how
    REVIEWED = "reviewed"
    REWORDED = "reworded"  # the line says why
    ACHIEVED = "achieved"
    DROPPED = "dropped"  # the line says why
    TAKEN_UP = "taken_up"  # the line says why
    PLACED = "placed"
    TAKEN_BACK = "taken_back"  # a correction: the entry was wrong altogether


class GoalStage(StrEnum):
    STANDS = "stands"
    ACHIEVED = "achieved"
    DROPPED = "dropped"


WITH_WORDING = frozenset({GoalAct.SET, GoalAct.REWORDED})
WITH_LINE = frozenset({GoalAct.ENDORSED, GoalAct.REWORDED, GoalAct.DROPPED, GoalAct.TAKEN_UP})
ENDS: Mapping[GoalAct, GoalStage] = MappingProxyType(
    {
        GoalAct.ACHIEVED: GoalStage.ACHIEVED,
        GoalAct.DROPPED: GoalStage.DROPPED,
        GoalAct.TAKEN_UP: GoalStage.STANDS,
    }
)
# What can be added at each stage; a test holds that every stage is reached and that nothing leads past this table.
POSSIBLE: Mapping[GoalStage, frozenset[GoalAct]] = MappingProxyType(
    {
        GoalStage.STANDS: frozenset(GoalAct) - {GoalAct.SET, GoalAct.TAKEN_UP, GoalAct.TAKEN_BACK},
        GoalStage.ACHIEVED: frozenset({GoalAct.TAKEN_UP}),
        GoalStage.DROPPED: frozenset({GoalAct.TAKEN_UP}),
    }
)


@dataclass(frozen=True)
class GoalNote:
    """What one entry says, and of which day. `reason`: why it corrects another."""

    act: GoalAct
    on: date
    wording: str = ""
    line: str = ""
    place: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class RecordedGoalEntry:
    """An entry as it was recorded."""

    id: UUID
    note: GoalNote
    supersedes_id: UUID | None = None


@dataclass(frozen=True)
class EndorsedSpan:
    """Days on which a goal stood endorsed by the client: from the first on, before the second, if it has ended."""

    since: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """True on those days."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class GoalState:
    """How a goal stands. `endorsed`: the entry of the endorsement of the wording it has, if there is one."""

    wording: str
    set_on: date
    place: int
    stage: GoalStage
    ended: GoalNote | None
    endorsed: GoalNote | None
    reviewed_on: date | None
    spans: tuple[EndorsedSpan, ...]


def counting(entries: Sequence[RecordedGoalEntry]) -> list[RecordedGoalEntry]:
    """The entries that count, in the order of their days; what was taken back is left out."""
    kept = [entry for entry in in_force(entries) if entry.note.act is not GoalAct.TAKEN_BACK]
    return sorted(kept, key=lambda entry: (entry.note.act is not GoalAct.SET, entry.note.on))


def fold(entries: Sequence[RecordedGoalEntry]) -> GoalState | None:
    """How the goal stands; None when its setting was taken back."""
    notes = [entry.note for entry in counting(entries)]
    if not notes or notes[0].act is not GoalAct.SET:
        return None
    of_act: dict[GoalAct, list[GoalNote]] = {
        act: [n for n in notes if n.act is act] for act in GoalAct
    }
    worded = [note for note in notes if note.act in WITH_WORDING]
    ended = [note for note in notes if note.act in ENDS][-1:]
    stage = ENDS[ended[0].act] if ended else GoalStage.STANDS
    endorsed = _of_this_wording(notes)
    return GoalState(
        wording=worded[-1].wording,
        set_on=notes[0].on,
        place=[note.place for note in notes if note.place is not None][-1],
        stage=stage,
        ended=ended[0] if ended and stage is not GoalStage.STANDS else None,
        endorsed=endorsed,
        reviewed_on=max((note.on for note in of_act[GoalAct.REVIEWED]), default=None),
        spans=tuple(_spans(notes)),
    )


def _of_this_wording(notes: Sequence[GoalNote]) -> GoalNote | None:
    """The first endorsement since the last wording."""
    last = max(i for i, note in enumerate(notes) if note.act in WITH_WORDING)
    return next((note for note in notes[last:] if note.act is GoalAct.ENDORSED), None)


def _spans(notes: Sequence[GoalNote]) -> list[EndorsedSpan]:
    spans: list[EndorsedSpan] = []
    endorsed = False
    standing = True
    for note in notes:
        before = endorsed and standing
        if note.act is GoalAct.ENDORSED:
            endorsed = True
        elif note.act is GoalAct.REWORDED:
            endorsed = False
        elif note.act in ENDS:
            standing = note.act is not GoalAct.DROPPED  # what was achieved was on the list
        if endorsed and standing and not before:
            spans.append(EndorsedSpan(note.on))
        if before and not (endorsed and standing):
            spans[-1] = EndorsedSpan(spans[-1].since, note.on)
    return spans


def problems(note: GoalNote, *, since: date, today: date) -> dict[str, str]:
    """What stands in the way of storing an entry, by field. `since`: the first day it can be of."""
    by_field = {}
    if not since <= note.on <= today:
        by_field["on"] = f"The day must be between {since.day} {since:%B %Y} and today"
    if note.act in WITH_WORDING and not 0 < len(note.wording.strip()) <= WORDING_LENGTH:
        by_field["wording"] = f"Write the goal in one sentence, {WORDING_LENGTH} characters at most"
    if note.act in WITH_LINE and not note.line.strip():
        by_field["line"] = (
            "Say in a few words how the client endorsed it"
            if note.act is GoalAct.ENDORSED
            else "Enter the reason in a few words"
        )
    if len(note.line.strip()) > LINE_LENGTH:
        by_field["line"] = f"The line must be {LINE_LENGTH} characters or fewer"
    return by_field
