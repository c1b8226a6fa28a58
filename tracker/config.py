"""Settings of an installation, from the environment; everything clinical is in the database instead."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tracker.keys import HEADS

COPIES_KEPT = 14  # backups; design default: two weeks of nightly copies


@dataclass(frozen=True)
class Settings:
    """Where things are and who may ask.

    instance        folder of the database, keys and backups
    database_url    PostgreSQL URL; None for the embedded database in `instance`
    trusted_hosts   names the server answers to
    secure_cookies  True when the site is reached by https
    url             where a phone reaches the site, such as "https://tracker.example"; None where that is not said
    """

    instance: Path
    database_url: str | None = None
    trusted_hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    secure_cookies: bool = False
    url: str | None = None

    @property
    def database_file(self) -> Path | None:
        """The embedded database's file, or None on PostgreSQL."""
        return None if self.database_url else self.instance / "tracker.db"

    @property
    def backups(self) -> Path:
        """Where copies of the database are."""
        return self.instance / "backups"

    @property
    def heads(self) -> Path:
        """The file of signed heads of the audit chain."""
        return self.instance / HEADS


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the TRACKER_ variables say; see docs/settings.md."""
    hosts = environment.get("TRACKER_HOSTS", "")
    named = tuple(host.strip() for host in hosts.split(",") if host.strip())
    url = environment.get("TRACKER_URL", "").strip().rstrip("/") or None
    reached = (urlsplit(url).hostname or "",) if url else ()
    return Settings(
        instance=Path(environment.get("TRACKER_INSTANCE", "instance")).resolve(),
        database_url=environment.get("TRACKER_DATABASE_URL") or None,
        trusted_hosts=(*(named or Settings.trusted_hosts), *reached),
        secure_cookies=environment.get("TRACKER_HTTPS", "") == "1",
        url=url,
    )
