"""Repairs in words: the strip of three steps, where one stands, and what an entry says."""

from dataclasses import dataclass

from tracker.domain.care.answers import Stage
from tracker.domain.care.repair_work import Act, RepairStage
from tracker.domain.course.sessions import long_date
from tracker.domain.rules.findings import Returned
from tracker.services.record.repair_views import RepairView, Talk
from tracker.web.words import flags as flag_words
from tracker.web.words import general as words

STAGE = {
    RepairStage.OPEN: "Being worked on",
    RepairStage.CAME_BACK: "Came back",
    RepairStage.NOT_BACK: "Not back",
    RepairStage.REPAIRED: "Repaired",
    RepairStage.LEFT: "Left as it is",
    RepairStage.ENDED: "Ended with the therapy",
}
ACT = {
    Act.OPENED: "Opened",
    Act.TALKED: "Talked about",
    Act.PLANNED: "Step planned",
    Act.DONE: "Step done",
    Act.LET_GO: "Step not needed any more",
    Act.REPAIRED: "Repaired, as the clinician sees it",
    Act.LEFT: "Left as it is",
    Act.REOPENED: "Open again",
    Act.TAKEN_BACK: "Taken back, with the answer that opened it",
}
ENDED = {
    Act.REPAIRED: "It is repaired, whatever the scores say",
    Act.LEFT: "It is left as it is",
}


@dataclass(frozen=True)
class StripStep:
    """One of the three steps of a strip. `done` is None where it can neither be done nor be missing."""

    title: str
    text: str
    done: bool | None


def strip(view: RepairView) -> tuple[StripStep, StripStep, StripStep]:
    """Fell, talked about, came back."""
    return _noticed(view), _talked(view), _returned(view)


def _noticed(view: RepairView) -> StripStep:
    where = f"session {view.slot.number}"
    if view.flag is None:
        return StripStep("Noticed", f"{where}, no score fell", done=True)
    if view.flag.stage is Stage.WITHDRAWN:
        return StripStep("Noticed", f"{where}; the rating was corrected, nothing fell", done=True)
    title = "Fell" if view.flag.finding.falls else "Noticed"
    return StripStep(title, f"{where}: {flag_words.short(view.flag)}", done=True)


def _talked(view: RepairView) -> StripStep:
    talks = view.talks
    if not talks:
        return StripStep("Talked about", "not yet", done=False)
    last = talks[-1]
    moves = ", ".join(words.MOVE[move] for move in last.moves)
    times = "" if len(talks) == 1 else f"{len(talks)} times, last "
    return StripStep(
        "Talked about", f"{times}{when(view, last)}{': ' + moves if moves else ''}", done=True
    )


def when(view: RepairView, talk: Talk) -> str:
    """The day of a conversation."""
    if talk.on is None or talk.on == view.slot.held_on:
        return f"in session {view.slot.number}"
    return f"on {long_date(talk.on)}"


def _returned(view: RepairView) -> StripStep:
    said = [e.work for e in view.current if e.work.act in (Act.REPAIRED, Act.LEFT, Act.REOPENED)]
    if view.stage in (RepairStage.REPAIRED, RepairStage.LEFT):
        done = True if view.stage is RepairStage.REPAIRED else None
        return StripStep(STAGE[view.stage], said[-1].reason, done=done)
    again = f"open again: {said[-1].reason}" if said else ""
    recovery = view.recovery
    if recovery is None:
        return StripStep(
            "Came back", again or "no score to follow", done=None if not again else False
        )
    if recovery.state is Returned.BACK and not again:
        assert recovery.at is not None
        return StripStep(
            "Came back", f"session {recovery.at.number}, two ratings running", done=True
        )
    how = flag_words.recovered(view.flag) if view.flag else ""
    done = None if view.stage is RepairStage.ENDED else False
    so_far = how[:1].lower() + how[1:] if how else "not yet, no rating since"
    return StripStep("Came back", "; ".join(part for part in (so_far, again) if part), done=done)
