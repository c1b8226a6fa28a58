"""The work on a strain: what was done, as entries that nobody edits, and where it stands.

    open ──► came back | not back      by itself: the mean of two later ratings near the base, or five without
      ├────► repaired | left           when the clinician says so, with a reason
      ├─◄──  open again                when the clinician says so, with a reason; whatever the scores did
      └────► ended                     with the therapy, while it was open; as it was when that is reopened

A strain often moves no score: such a repair has nothing that could come back by itself. An entry is corrected by a
later one that supersedes it; the old one stays readable.

A repair that an answer to a check-in opened goes with that answer when it is undone, as long as nothing was built on
it. It is then at no stage, until it is opened again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from tracker.domain.care.answers import Move, Rupture
from tracker.domain.course.markers import StrainMarker
from tracker.domain.rules.findings import Recovery, Returned
from tracker.domain.superseding import first_of, in_force

NOTE_LENGTH = 300
REASON_LENGTH = 200


class Act(StrEnum):
    """What an entry of a repair says."""

    OPENED = "opened"  # and what the clinician calls it, if anything
    TALKED = "talked"  # what was done in the conversation
    PLANNED = "planned"  # a step for the next session
    DONE = "done"  # a planned step was taken
    LET_GO = "let_go"  # a planned step is not needed any more
    REPAIRED = "repaired"
    LEFT = "left"  # it stays as it is
    REOPENED = "reopened"
    TAKEN_BACK = "taken_back"  # the answer that opened it was undone


class Undoing(StrEnum):
    """What undoing an answer does to a repair."""

    NOTHING = "nothing"  # another opened it
    TAKES_BACK = "takes_back"
    STAYS = "stays"  # something was built on it


class RepairStage(StrEnum):
    OPEN = "open"
    CAME_BACK = "came_back"
    NOT_BACK = "not_back"
    REPAIRED = "repaired"
    LEFT = "left"
    ENDED = "ended"


ON_STEPS = frozenset({Act.DONE, Act.LET_GO})
WITH_REASON = frozenset({Act.LET_GO, Act.REPAIRED, Act.LEFT, Act.REOPENED})
WITH_WORDS = frozenset({Act.OPENED, Act.TALKED, Act.PLANNED})  # these can be corrected
BY_CLINICIAN: Mapping[Act, RepairStage] = MappingProxyType(
    {
        Act.REPAIRED: RepairStage.REPAIRED,
        Act.LEFT: RepairStage.LEFT,
        Act.REOPENED: RepairStage.OPEN,
    }
)
BY_RATINGS: Mapping[Returned, RepairStage] = MappingProxyType(
    {
        Returned.NOT_YET: RepairStage.OPEN,
        Returned.BACK: RepairStage.CAME_BACK,
        Returned.NOT_BACK: RepairStage.NOT_BACK,
    }
)
BY_ANSWER = frozenset({Act.OPENED, Act.TAKEN_BACK})  # never added to a repair by hand
# What can be done at each stage; a test holds that every stage is reached and that nothing leads past this table.
POSSIBLE: Mapping[RepairStage, frozenset[Act]] = MappingProxyType(
    {
        RepairStage.OPEN: frozenset(Act) - BY_ANSWER - {Act.REOPENED},
        RepairStage.CAME_BACK: frozenset(Act) - BY_ANSWER - {Act.REPAIRED},
        RepairStage.NOT_BACK: frozenset(Act) - BY_ANSWER,
        RepairStage.REPAIRED: ON_STEPS | {Act.REOPENED},
        RepairStage.LEFT: ON_STEPS | {Act.REOPENED},
        RepairStage.ENDED: frozenset({Act.TALKED, Act.REPAIRED, Act.LEFT}),
    }
)


@dataclass(frozen=True)
class Work:
    """What one entry says. `step`: the planned step it is about. `on`: the day of a conversation, None for the session
    of the strain. `markers`: what the therapist saw of it."""

    act: Act
    rupture: Rupture | None = None
    moves: tuple[Move, ...] = ()
    note: str = ""
    on: date | None = None
    step: UUID | None = None
    reason: str = ""
    markers: tuple[StrainMarker, ...] = ()


@dataclass(frozen=True)
class RecordedRepairEntry:
    """An entry as it was recorded: its id, what it says, the entry that it supersedes, and the answer to a check-in, or
    the undoing of one, that it came with."""

    id: UUID
    work: Work
    supersedes_id: UUID | None = None
    answer_id: UUID | None = None


def open_steps(entries: Sequence[RecordedRepairEntry]) -> list[RecordedRepairEntry]:
    """The planned steps that are neither done nor let go, oldest first, as they read now."""
    settled = {first_of(entries, e.work.step) for e in entries if e.work.step}
    return [
        entry
        for entry in in_force(entries)
        if entry.work.act is Act.PLANNED and first_of(entries, entry.id) not in settled
    ]


def taken_back(entries: Sequence[RecordedRepairEntry]) -> bool:
    """True for a repair that was taken back and not opened again."""
    return bool(entries) and entries[-1].work.act is Act.TAKEN_BACK


def undoing(entries: Sequence[RecordedRepairEntry], answer_id: UUID) -> Undoing:
    """What undoing that answer does to a repair, or did: whatever was recorded of it since the answer opened it keeps
    it."""
    for place, entry in enumerate(entries, start=1):
        if entry.work.act is Act.OPENED and entry.answer_id == answer_id:
            since = entries[place:]
            alone = not since or since[0].work.act is Act.TAKEN_BACK
            return Undoing.TAKES_BACK if alone else Undoing.STAYS
    return Undoing.NOTHING


def stage(
    entries: Iterable[RecordedRepairEntry], recovery: Recovery | None, *, ended: bool = False
) -> RepairStage:
    """Where a repair stands: as the clinician last said, else as the ratings since have it. `recovery` is None where no
    score fell. `ended`: the therapy has ended, and with it what was open."""
    said = [BY_CLINICIAN[e.work.act] for e in entries if e.work.act in BY_CLINICIAN]
    by_ratings = BY_RATINGS[recovery.state] if recovery else RepairStage.OPEN
    stands = said[-1] if said else by_ratings
    return RepairStage.ENDED if ended and stands is RepairStage.OPEN else stands


def problems(work: Work, *, held_on: date, today: date, steps: Collection[UUID]) -> dict[str, str]:
    """What stands in the way of storing an entry, as sentences by field. `steps`: the planned steps that are open."""
    by_field: dict[str, str] = {}
    if len(work.note.strip()) > NOTE_LENGTH:
        by_field["note"] = f"The line must be {NOTE_LENGTH} characters or fewer"
    if work.act is Act.PLANNED and not work.note.strip():
        by_field["note"] = "Say in a few words what the step is"
    if work.act is Act.TALKED and not (work.moves or work.note.strip()):
        by_field["moves"] = "Choose what was done, or say it in one line"
    if work.on and not held_on <= work.on <= today:
        by_field["on"] = "The day must be between the session and today"
    if work.act in ON_STEPS and work.step not in steps:
        by_field["step"] = "This step is settled already. Nothing was changed"
    if work.act in WITH_REASON and not 0 < len(work.reason.strip()) <= REASON_LENGTH:
        by_field["reason"] = f"Enter the reason in a few words, {REASON_LENGTH} characters at most"
    return by_field
