"""The measures that are known here: those of the product, with the practice's own files over them.

A practice puts files into `instance/measures/`. One with the key of a shipped measure takes its place. Stored ratings
keep the version they were entered with, and clients who have any go on being asked it: a file with other wording or
other scores carries another version, and the version before it stays beside it as `KEY.vN.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from tracker.domain.measures.measure import Measure, Wording
from tracker.reference.files import parse_measure
from tracker.reference.lines import line_of
from tracker.reference.start_mark import start_mark
from tracker.reference.tables import BadFile, words_of

__all__ = ("FOLDER", "BadFile", "Known", "known_measures", "measures", "parse_measure", "shipped")
FOLDER = Path(__file__).parent / "measures"
OWN_VERSIONS = (
    100  # versions from here on are the practice's, so that an update never meets one of them
)


@dataclass(frozen=True)
class Known:
    """Every measure in its newest version, and every version that stored ratings can be read with."""

    current: Mapping[str, Measure]
    versions: Mapping[tuple[str, int], Measure]
    own: frozenset[str] = frozenset()  # keys of the practice's files

    def as_entered(self, key: str, version: int) -> Measure | None:
        """The measure as it was when a rating of that version was entered; None when it is not defined here."""
        return self.versions.get((key, version))

    def stayed_on(self, key: str, version: int | None) -> Measure:
        """The measure in the version that a client stays on; in the newest where there is none yet, or where it is not
        defined here any more."""
        stayed = None if version is None else self.as_entered(key, version)
        return stayed or self.current[key]

    def scored_as(self, measure: Measure) -> int:
        """The first version of a measure that is scored as this one is: their numbers mean the same."""
        return self._scored_as[measure.key, measure.version]

    @cached_property
    def _scored_as(self) -> Mapping[tuple[str, int], int]:
        """Compared once: a caseload asks for thousands of ratings."""
        firsts: dict[tuple[str, object], int] = {}
        return {
            (key, version): firsts.setdefault((key, self.versions[key, version].scoring()), version)
            for key, version in sorted(self.versions)
        }

    def changes(self, before: Measure, now: Measure) -> tuple[str, ...]:
        """What changed from one version to another, by the files of those between them, the older first."""
        older, newer = sorted((before.version, now.version))
        return tuple(
            measure.changed
            for (key, version), measure in sorted(self.versions.items(), key=lambda one: one[0])
            if key == now.key and older < version <= newer and measure.changed
        )


def read_measures(folder: Path, *, shipped: bool = True) -> Known:
    """The measures of a folder: `KEY.toml` is the newest version, `KEY.vN.toml` an earlier one."""
    current = {}
    versions = {}
    for path in sorted(folder.glob("*.toml")):
        measure = parse_measure(words_of(path), path, shipped=shipped)
        earlier = f"{measure.key}.v{measure.version}"
        if path.stem not in (measure.key, earlier):
            raise _bad(
                path, "key", f"{path.stem!r} as the file is named, or {earlier!r} as its name"
            )
        if (measure.key, measure.version) in versions:
            raise _bad(path, "version", f"another one than in {measure.key}.toml")
        versions[measure.key, measure.version] = measure
        if path.stem == measure.key:
            current[measure.key] = measure
    for key, version in versions:
        if key in current and version > current[key].version:
            raise _bad(folder / f"{key}.toml", "version", f"{version} or more, the newest of all")
    return Known(current, versions)


@cache
def shipped() -> Known:
    """The measures of the product."""
    return read_measures(FOLDER)


def _with(folder: Path) -> Known:
    """The shipped measures with those of the practice over them."""
    own = read_measures(folder, shipped=False)
    from_us = shipped()
    for (key, version), measure in own.versions.items():
        name = f"{key}.toml" if own.current.get(key) is measure else f"{key}.v{version}.toml"
        _check(folder / name, measure, from_us.as_entered(key, version))
    return Known(
        MappingProxyType({**from_us.current, **own.current}),
        MappingProxyType({**from_us.versions, **own.versions}),
        frozenset(own.current),
    )


def _check(path: Path, measure: Measure, shipped: Measure | None) -> None:
    """A practice's file changes no score within a shipped version, and claims no wording of ours for its own."""
    if measure.key == start_mark().key:
        raise _bad(path, "key", "another one, as this is the mark at the start of a session")
    if shipped is None and measure.version < OWN_VERSIONS:
        raise _bad(path, "version", f"{OWN_VERSIONS} or more, as lower ones are the product's")
    if shipped is not None and not measure.scores_like(shipped):
        differ = "as items, ranges, steps or scoring differ from the product's version"
        raise _bad(path, "version", f"{OWN_VERSIONS} or more, {differ} {measure.version}")
    ours = [item.wording for item in shipped.items] if shipped else None
    if measure.wording_by is Wording.OWN and ours != [item.wording for item in measure.items]:
        raise _bad(path, "wording", "'practice' for wording that is not the product's")


def _bad(path: Path, key: str, expected: str) -> BadFile:
    line = line_of(path.read_text(encoding="utf-8"), (key,))
    return BadFile(f"{path}:{line}: {key}: expected {expected}")


def known_measures(folder: Path) -> Known:
    """The shipped measures with the files of that folder over them. BadFile when one of them cannot be used: better no
    start than a wrong score."""
    return _with(folder) if any(folder.glob("*.toml")) else shipped()


def measures() -> Mapping[str, Measure]:
    """The shipped measures by key. What a practice has defined is in its installation (services/installation)."""
    return shipped().current
