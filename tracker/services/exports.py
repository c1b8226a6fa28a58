"""Files that leave the system: each with a reason, noted before it is handed out, and safe to open in a spreadsheet."""

import hashlib
import io
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from tracker.domain.access import Actor
from tracker.domain.errors import Incomplete
from tracker.models import Export
from tracker.services import audit, tabular

REASON_LENGTH = 200
BOM = "\ufeff"  # or a spreadsheet takes it for another encoding


class FileFormat(StrEnum):
    """What a report can be taken as."""

    CSV = "csv"
    XLSX = "xlsx"


def as_file(columns: Sequence[str], rows: Sequence[Sequence[object]], kind: FileFormat) -> bytes:
    """The table as a file. A text is never a formula in it, whoever wrote it."""
    if kind is FileFormat.CSV:
        text = BOM + "".join(tabular.line(row) for row in (columns, *rows))
        return text.encode("utf-8")
    return _workbook(columns, rows)


def _workbook(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    import xlsxwriter  # loaded by those who ask for one

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Report")
        bold = book.add_format({"bold": True})
        for column, name in enumerate(columns):
            sheet.write_string(0, column, name, bold)
        for line, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(line, column, value)
                else:
                    sheet.write_string(line, column, "" if value is None else str(value))
        sheet.autofit()
    return out.getvalue()


def note_export(
    db: Session,
    actor: Actor,
    what: str,
    reason: str,
    *,
    about: UUID | None = None,
    kind: FileFormat,
    lines: int,
    file: bytes = b"",
    now: datetime,
) -> Export:
    """The entry of an export that is about to be handed out; Incomplete without a reason."""
    if problems := reason_problems(reason):
        raise Incomplete(problems)
    row = Export(
        id=uuid4(),
        user_id=actor.id,
        what=what,
        about_id=about,
        file_format=kind,
        reason=reason.strip(),
        lines=lines,
        file_hash=hashlib.sha256(file).hexdigest() if file else "",
        made_at=now,
    )
    db.add(row)
    db.flush()
    audit.record(
        db,
        "report.exported",
        actor=actor.id,
        object_id=row.id,
        now=now,
        format=kind.value,
        lines=lines,
    )
    return row


def reason_problems(reason: str) -> dict[str, str]:
    """What is wrong with a reason, as a sentence by field."""
    if 0 < len(reason.strip()) <= REASON_LENGTH:
        return {}
    return {"reason": f"Say what it is for, {REASON_LENGTH} characters at most"}
