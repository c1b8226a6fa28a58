"""The databases of releases, kept with awkward data, and how they are loaded. `python -m tools.kept` made 0.1.0's."""

import json
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile, copytree
from typing import Any
from uuid import UUID

from sqlalchemy import create_engine

from tracker import keys
from tracker.config import Settings
from tracker.services.storage import database_files

FOLDER = Path(__file__).parent / "0.1.0"


@dataclass(frozen=True)
class Holds:
    """What the kept database holds: its version, ids by name, and rows and a hash of them by table."""

    version: str
    ids: dict[str, UUID]
    people: dict[str, UUID]
    tables: dict[str, dict[str, Any]]


def holds() -> Holds:
    """What was written down when it was made."""
    contents = json.loads((FOLDER / "contents.json").read_text(encoding="utf-8"))
    ids = {name: UUID(text) for name, text in contents["ids"].items()}
    people = {name: UUID(text) for name, text in contents["people"].items()}
    return Holds(contents["version"], ids, people, contents["tables"])


def load(settings: Settings) -> None:
    """Make an instance of it: the keys, the signed heads, and the database as it was written then."""
    copytree(FOLDER / "keys", settings.instance / "keys")
    settings.heads.parent.mkdir()
    copyfile(FOLDER / "audit-heads.jsonl", settings.heads)
    if settings.database_file:
        _load_embedded(settings.database_file, keys.read(settings.instance / "keys").database)
    else:
        _load_on_server(str(settings.database_url))


def _load_embedded(file: Path, key: str) -> None:
    script = (FOLDER / "sqlite.sql").read_bytes().decode()
    connection = database_files.connect(file, key, write=True)
    connection.executescript(f"BEGIN;\n{script}COMMIT;")
    connection.close()


def _load_on_server(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute((FOLDER / "postgresql.sql").read_bytes())
    engine.dispose()
