"""Where in a TOML text a key stands, for messages: the parser of the standard library does not say."""

import re

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?")
_KEY = re.compile(r"^\s*([\w\-]+)\s*=")


def line_of(text: str, where: tuple[str | int, ...]) -> int:
    """The line (from 1) of the key at `where`, such as ("items", 0, "low"); of its table when the key is absent."""
    counts: dict[tuple[str, ...], int] = {}
    table: tuple[str | int, ...] = ()
    best = 1
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _path(header[2].split("."), header[1] == "[[", counts)
            here = table
        elif key := _KEY.match(line):
            here = (*table, key[1])
        else:
            continue
        shared = len(here) if here == where[: len(here)] else 0
        if shared > depth:
            best = number
            depth = shared
    return best


def _path(
    names: list[str], is_list: bool, counts: dict[tuple[str, ...], int]
) -> tuple[str | int, ...]:
    """The path of a table header, with the index of each list of tables it stands in."""
    if is_list:
        key = tuple(names)
        counts[key] = counts.get(key, -1) + 1
    path: list[str | int] = []
    for end, name in enumerate(names, start=1):
        path.append(name)
        if (index := counts.get(tuple(names[:end]))) is not None:
            path.append(index)
    return tuple(path)
