"""The whole trail looked at: the chain in the database, the signed heads outside it, and whether they agree."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from tracker.services.storage import backup
from tracker.services.storage import signed_heads as anchors
from tracker.services.storage.database_files import Damaged
from tracker.services.storage.signed_heads import HeadReason, Heads, SignedHead
from tracker.services.trail import audit
from tracker.services.trail.audit import Fault, Verdict


@dataclass(frozen=True)
class TrailReport:
    """What was found. `problem` is a sentence about the files of heads, None when nothing is wrong with them."""

    verdict: Verdict
    lines: tuple[SignedHead, ...]
    torn: bool
    problem: str | None

    @property
    def bad(self) -> int | None:
        """The first entry that was altered, or that no genuine signed head vouches for; None when all is whole."""
        if self.verdict.kind or self.problem is None:
            return self.verdict.bad
        return self.lines[-1].head.seq + 1 if self.lines else 1

    @property
    def kind(self) -> Fault | None:
        """How it is wrong."""
        return self.verdict.kind or (Fault.ANCHOR if self.problem else None)

    @property
    def restores(self) -> list[SignedHead]:
        """The times that the trail went back to an earlier state, as it was recorded and signed."""
        return [line for line in self.lines if line.why is HeadReason.RESTORE]


def look(db: Session, file: Path, public: bytes, kept: Path | None = None) -> TrailReport:
    """The report on this database and its file of heads; on a copy of the file `kept` elsewhere too, where given.

    FileNotFoundError when there is no such copy.
    """
    here = anchors.read(file, public) if file.exists() else Heads(())
    problem = _problem_here(db, file, here, public)
    lines = here.lines
    if kept is not None:
        there = anchors.read(kept, public)
        problem = problem or _problem_between(here, there)
        lines = max(lines, there.lines, key=len)
    return TrailReport(audit.verify(db, anchors.standing(lines)), lines, here.torn, problem)


def _problem_here(db: Session, file: Path, here: Heads, public: bytes) -> str | None:
    if here.bad:
        return f"Line {here.bad} of {file.name} was not signed by this instance, or was altered"
    if not here.lines:
        return anchors.LOST if anchors.begun(db) else None
    return _cut_off(file.parent, here.lines, public)


def _cut_off(folder: Path, lines: Sequence[SignedHead], public: bytes) -> str | None:
    """A sentence when a backup was signed for in a line that is not there any more."""
    there = {line.hash for line in lines}
    for copy in backup.copies(folder):
        with suppress(
            Damaged
        ):  # an altered manifest says nothing about the lines; `doctor` names it
            manifest = backup.manifest_of(copy, public)
            if manifest and manifest.taken_at > lines[0].at and manifest.line not in there:
                return f"Lines of the file of heads were cut off: that of the backup {copy.name} is missing"
    return None


def _problem_between(here: Heads, there: Heads) -> str | None:
    if there.bad:
        return f"Line {there.bad} of the copy was not signed by this instance, or was altered"
    if number := anchors.same_beginning(here.lines, there.lines):
        return f"The file of heads here and the copy differ from line {number} on"
    if len(there.lines) > len(here.lines):
        return (
            f"The file of heads here ends with line {len(here.lines)}, the copy with line {len(there.lines)}: "
            "lines were cut off"
        )
    return None
