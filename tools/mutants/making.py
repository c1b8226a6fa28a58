"""The mutants of a module, in the order of its text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from tools.mutants.naming import Name, name_of, numbered, parses
from tools.mutants.operators import changes_of

NEVER = (cst.Annotation, cst.Import, cst.ImportFrom, cst.ImportAlias)


@dataclass(frozen=True)
class Mutant:
    """One fault that can be put into a module."""

    name: Name
    path: Path
    lines: range  # of the statement that it is in
    inside: bool  # of a function's body: it changes nothing as the module is imported
    original: str = field(repr=False)
    _module: cst.Module = field(repr=False)
    _old: cst.CSTNode = field(repr=False)
    _new: cst.CSTNode = field(repr=False)

    def mutated(self) -> str:
        """The module's text with the fault in it."""
        changed = self._module.deep_replace(self._old, self._new)
        assert isinstance(changed, cst.Module)
        return changed.code


def file_of(root: Path, module: str) -> Path:
    """Where a module's text is, whether or not it is there."""
    path = root.joinpath(*module.split("."))
    package = path / "__init__.py"
    return package if package.exists() else path.with_suffix(".py")


def mutants_of(root: Path, module: str) -> list[Mutant]:
    """Every mutant of a module."""
    path = file_of(root, module)
    text = path.read_text(encoding="utf-8")
    wrapper = MetadataWrapper(cst.parse_module(text))
    walk = _Walk(module)
    wrapper.visit(walk)
    names = numbered(change.name for change in walk.changes)
    return [
        Mutant(
            name, path, change.lines, change.inside, text, wrapper.module, change.old, change.new
        )
        for name, change in zip(names, walk.changes, strict=True)
    ]


@dataclass(frozen=True)
class _NamedChange:
    name: Name
    lines: range
    inside: bool
    old: cst.CSTNode
    new: cst.CSTNode


class _Walk(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, module: str) -> None:
        super().__init__()
        self.module = module
        self.changes: list[_NamedChange] = []
        self.around: list[cst.CSTNode] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Collect the changes of a node, then go on to what is in it."""
        if isinstance(node, NEVER):
            return False
        self.around.append(node)
        self.changes += self._changes(node)
        return super().on_visit(node)

    def on_leave(self, original_node: cst.CSTNode) -> None:
        """Forget a node when its end is reached."""
        if not isinstance(original_node, NEVER):
            self.around.pop()
        super().on_leave(original_node)

    def _changes(self, node: cst.CSTNode) -> Iterator[_NamedChange]:
        seen: set[str] = set()
        for operator, new in changes_of(node):
            before, after = self._texts(node, new)
            name = name_of(self._function(), operator, before, after)
            if name.text not in seen:
                seen.add(name.text)
                yield _NamedChange(name, self._lines(), self._inside(), node, new)

    def _texts(self, old: cst.CSTNode, new: cst.CSTNode) -> tuple[str, str]:
        """The smallest piece of code around a node that can be read by itself, before and after its change."""
        whole = cst.Module([])
        for outer in reversed(self.around):
            before = whole.code_for_node(outer)
            after = whole.code_for_node(_replaced(outer, old, new))
            if parses(before) and parses(after):
                return before, after
        raise ValueError(f"no readable code around a change in {self._function()}")

    def _function(self) -> str:
        parts = [n.name.value for n in self.around if isinstance(n, cst.ClassDef | cst.FunctionDef)]
        return f"{self.module}:{'.'.join(parts)}"

    def _inside(self) -> bool:
        pairs = zip(self.around, self.around[1:], strict=False)
        return any(
            isinstance(outer, cst.FunctionDef) and inner is outer.body for outer, inner in pairs
        )

    def _lines(self) -> range:
        for outer in reversed(self.around):
            if isinstance(outer, cst.BaseStatement | cst.SimpleStatementLine):
                return range(self._first_line(outer), self._last_line(outer) + 1)
        return range(1, 2)

    def _first_line(self, statement: cst.CSTNode) -> int:
        """The first line of a statement, or of its decorators."""
        top = [*getattr(statement, "decorators", ()), statement]
        return min(int(self.get_metadata(PositionProvider, node).start.line) for node in top)

    def _last_line(self, statement: cst.CSTNode) -> int:
        """The last line of a statement, or of its head where it has a body."""
        body = getattr(statement, "body", None)
        if isinstance(body, cst.BaseSuite):
            return max(1, self.get_metadata(PositionProvider, body).start.line)
        return int(self.get_metadata(PositionProvider, statement).end.line)


def _replaced(outer: cst.CSTNode, old: cst.CSTNode, new: cst.CSTNode) -> cst.CSTNode:
    if outer is old:
        return new
    changed = outer.deep_replace(old, new)
    assert isinstance(changed, cst.CSTNode)
    return changed
