"""What it costs to read clients' records and put them together, without any page."""

from collections.abc import Callable

from bench.measuring import cost
from bench.practice import BenchPractice
from tracker import clock, db
from tracker.services.record.kept_courses import READ
from tracker.services.record.records import (
    EVERYTHING,
    Record,
    RecordPart,
    clients_of,
    records_of,
)

LOOKS: dict[RecordPart, Callable[[Record], object]] = {
    RecordPart.FLAGS: lambda record: record.flags,
    RecordPart.REPAIRS: lambda record: record.repairs,
    RecordPart.GOALS: lambda record: record.goals,
    RecordPart.PROGRESS: lambda record: [view.progress for view in record.goals],
    RecordPart.ADAPTATIONS: lambda record: record.adaptations,
    RecordPart.OBJECTIVES: lambda record: [view.judgement for view in record.objectives],
    RecordPart.RANGE_STARTS: lambda record: record.anew,
    RecordPart.CLINICIAN: lambda record: record.clinician,
}


def caseload(practice: BenchPractice, say: Callable[[str, str, str], None]) -> None:
    """Say what the records behind a caseload cost."""
    _put_together("caseload, records alone", practice, READ, say)


def whole(name: str, practice: BenchPractice, say: Callable[[str, str, str], None]) -> None:
    """Say what the whole records of a practice cost."""
    _put_together(f"{name}, record alone", practice, EVERYTHING, say)


def _put_together(
    name: str,
    practice: BenchPractice,
    parts: RecordPart,
    say: Callable[[str, str, str], None],
) -> None:
    def read() -> None:
        with practice.app.app_context(), db.reading() as reading:
            clients = clients_of(reading, [practice.clinician.id])
            for record in records_of(reading, clients, parts, now=clock.now()):
                for part, look in LOOKS.items():
                    if part in parts:
                        look(record)

    act_cost = cost(practice.app, read)
    times = f"{act_cost.whole * 1000:.1f}, {act_cost.bare * 1000:.1f} ms"
    say(f"{name}: to the same SQL alone", f"{act_cost.whole / act_cost.bare:.2f}", times)
    say(f"{name}: queries", str(act_cost.queries), "")
