"""Puts a fault into functions that are loaded already, by giving them other code."""

import gc
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import CodeType, FrameType, FunctionType

Key = tuple[str, str, int]
Live = Mapping[Key, list[FunctionType]]


def _key(code: CodeType) -> Key:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def live_functions(root: Path) -> Live:
    """Every function of the files below a folder that exists in this process, by where its code is."""
    functions: dict[Key, list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename.startswith(f"{root}/"):
            functions[_key(thing.__code__)].append(thing)
    return functions


def swap(live: Live, path: Path, original: str, mutated: str) -> int:
    """Give the functions of a file the code of its mutated text; how many were changed."""
    before = compile(original, str(path), "exec", dont_inherit=True)
    after = compile(mutated, str(path), "exec", dont_inherit=True)
    changed = 0
    for old, new in _pairs(before, after):
        if old != new:
            for function in live.get(_key(old), ()):
                if function.__code__ == old:
                    function.__code__ = new
                    changed += 1
    return changed


def _pairs(before: CodeType, after: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The code of each function with the mutated one, from the outside in."""
    inner = [
        [part for part in code.co_consts if isinstance(part, CodeType)] for code in (before, after)
    ]
    if [code.co_qualname for code in inner[0]] != [code.co_qualname for code in inner[1]]:
        return  # the fault took a function away or brought one: what is around it is changed as a whole
    for old, new in zip(*inner, strict=True):
        yield old, new
        yield from _pairs(old, new)


class Ran:
    """Notes which functions of the files below a folder run from here on."""

    def __init__(self, root: Path) -> None:
        self._root = f"{root}/"
        self.functions: set[tuple[str, str]] = set()

    def start(self) -> None:
        """Begin to note."""
        sys.setprofile(self._note)

    def stop(self) -> None:
        """Note no more."""
        sys.setprofile(None)

    def _note(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(self._root):
            self.functions.add((code.co_filename, code.co_qualname.replace(".<locals>", "")))
