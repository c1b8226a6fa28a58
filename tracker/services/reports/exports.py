"""Files that leave the system: each with a reason, noted before it is handed out, and safe to open in a spreadsheet;
and the list of them, which administrators read."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from tracker import tabular
from tracker.domain.errors import Incomplete
from tracker.domain.library.private_words import private_words
from tracker.domain.people.access import Actor, Permission
from tracker.models import Export, User
from tracker.services.office.actors import allowed
from tracker.services.office.practice import practice
from tracker.services.trail import audit

REASON_LENGTH = 200
PAGE = 100  # design default: exports on a page


class FileFormat(StrEnum):
    """What a report can be taken as."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True)
class ExportView:
    """An export with the name of whoever took it, and of the clinician whose report it is; None for any other."""

    export: Export
    by: str
    of: str | None


@dataclass(frozen=True)
class ExportPage:
    """Exports, the newest first, and the id of the one after which older ones come; None when these were the last."""

    taken: list[ExportView]
    older: UUID | None
    zone: str


def as_file(columns: Sequence[str], rows: Sequence[Sequence[object]], kind: FileFormat) -> bytes:
    """The table as a file. A number is a number in it, and a text never a formula, whoever wrote it."""
    if kind is FileFormat.CSV:
        text = tabular.BOM + "".join(tabular.line(row) for row in (columns, *rows))
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
                if isinstance(value, int | Decimal):
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
    """What is wrong with a reason, as a sentence by field. Administrators read it: no client is named in it."""
    if not 0 < len(reason.strip()) <= REASON_LENGTH:
        return {"reason": f"Say what it is for, {REASON_LENGTH} characters at most"}
    if code := client_code(reason):
        return {"reason": f"Leave out {code}: administrators read the reason, and see no clients"}
    return {}


def client_code(text: str) -> str | None:
    """What looks like a client's code in a text that administrators read; None where there is none."""
    private = private_words(text)  # a code comes before anything else that it finds
    return private[1] if private and private[0] == "the client code" else None


def taken(db: Session, actor: Actor, *, after: UUID | None = None) -> ExportPage:
    """A page of what was taken out as files, the newest first, or those before the export `after`; NotPermitted for
    whoever may not read the audit log."""
    allowed(actor, Permission.READ_AUDIT)
    by = aliased(User)
    of = aliased(User)
    query = (
        select(Export, by.name, of.name)
        .join(by, by.id == Export.user_id)
        .outerjoin(of, of.id == Export.about_id)
        .order_by(Export.made_at.desc(), Export.id.desc())
        .limit(PAGE + 1)
    )
    if last := db.get(Export, after) if after else None:
        then = and_(Export.made_at == last.made_at, Export.id < last.id)
        query = query.where(or_(Export.made_at < last.made_at, then))
    exports = [ExportView(*row) for row in db.execute(query)]
    older = exports[PAGE - 1].export.id if len(exports) > PAGE else None
    return ExportPage(exports[:PAGE], older, practice(db).time_zone)
