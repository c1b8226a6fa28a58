"""The message catalogues of the client's pages: `make catalogues` takes new texts in and compiles what is translated.

The texts of the pages are English. Each other language has tracker/translations/LANGUAGE/LC_MESSAGES/messages.po, which
a person edits, and messages.mo beside it, which the product reads.
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tracker.domain.course.handover import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tracker" / "translations"
SOURCE = "en"
NO_DATE = datetime(
    2000, 1, 1, tzinfo=UTC
)  # or the same catalogue would be another file each minute
READ = (
    (ROOT / "templates" / "handover" / "client", [("**.html", "jinja2.ext:babel_extract")]),
    (ROOT / "tracker" / "web" / "handover", [("answering.py", "python")]),
    (ROOT / "tracker" / "web" / "words", [("looking.py", "python")]),
)


def texts() -> list[str]:
    """Every text of the client's pages, in the order of the files, each once."""
    messages: dict[str, None] = {}
    for folder, methods in READ:
        for _, _, message, _, _ in extract_from_dir(folder, methods, strip_comment_tags=True):
            messages[message if isinstance(message, str) else message[0]] = None
    return sorted(messages)


def file_of(language: str) -> Path:
    """The catalogue that a person edits."""
    return FOLDER / language / "LC_MESSAGES" / "messages.po"


def read(language: str) -> Catalog:
    """The catalogue as it is; an empty one where there is none yet."""
    path = file_of(language)
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """What the product reads, of that catalogue."""
    target = io.BytesIO()
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    write_mo(target, catalogue)
    return target.getvalue()


def main() -> None:
    """Bring every catalogue up to the pages; what is not translated yet is named, and is a failure."""
    missing = 0
    for language in LANGUAGES:
        if language == SOURCE:
            continue
        before = read(language)
        now = Catalog(locale=language, fuzzy=False, charset="utf-8")
        for text in texts():
            kept = before.get(text)
            now.add(text, kept.string if kept else "", flags=_flags(text))
        now.header_comment = f"# The client's pages in {LANGUAGES[language]}."
        _write(language, now)
        for message in now:
            if message.id and not message.string:
                missing += 1
                sys.stdout.write(f"{language}: not translated: {message.id}\n")
    sys.exit(bool(missing))


def _flags(text: str) -> tuple[str, ...]:
    return ("python-format",) if "%(" in text else ()


def _write(language: str, catalogue: Catalog) -> None:
    path = file_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, omit_header=False, sort_output=True, no_location=True, width=110)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    dated = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Last-Translator", "EMAIL")
    kept = [line for line in lines if not any(word in line for word in dated)]
    path.write_text("".join(kept), encoding="utf-8")
    path.with_suffix(".mo").write_bytes(compiled(read(language)))


if __name__ == "__main__":
    main()
