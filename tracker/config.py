"""Settings of an installation, from the environment; everything clinical is in the database instead."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tracker.domain.errors import DomainError
from tracker.keys import HEADS

COPIES_KEPT = 14  # backups; design default: two weeks of nightly copies
MOST_CACHE = 65_536  # megabytes; design default: more is rather a slip of the hand


class BadSetting(DomainError):
    """A variable that says nothing that can be used. The message names it, and what it may say."""


@dataclass(frozen=True)
class Settings:
    """Where things are and who may ask.

    instance        folder of the database, keys and backups
    database_url    PostgreSQL URL; None for the embedded database in `instance`
    trusted_hosts   names the server answers to
    secure_cookies  True when the site is reached by https
    url             where a phone reaches the site, such as "https://tracker.example"; None where that is not said
    page_cache      megabytes of memory in which one process keeps pages of the embedded database
    """

    instance: Path
    database_url: str | None = None
    trusted_hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    secure_cookies: bool = False
    url: str | None = None
    page_cache: int = (
        64  # design default: with 8, a caseload of a large practice reads most pages twice
    )

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
    """The settings that the TRACKER_ variables say; see docs/settings.md. BadSetting for what cannot be used."""
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
        page_cache=_megabytes(environment, "TRACKER_PAGE_CACHE", Settings.page_cache),
    )


def _megabytes(environment: Mapping[str, str], name: str, usual: int) -> int:
    """What a variable says in whole megabytes, or what is usual where it is not set."""
    said = environment.get(name, "").strip()
    if not said:
        return usual
    if not (re.fullmatch(r"[0-9]{1,5}", said) and 1 <= int(said) <= MOST_CACHE):
        raise BadSetting(
            f"{name} is {said[:30]!r}. It takes a whole number of megabytes from 1 to {MOST_CACHE:,}, such as {usual}; "
            f"not set, it is {usual}."
        )
    return int(said)
