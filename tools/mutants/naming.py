"""What a mutant is called, so that it is found again after its function has moved to another module.

A mutant is named by its function, its operator and its text: the smallest piece of code around it that can be read by
itself, before and after. Lines and columns are no part of the name. Where names inside of a function were changed as
well, its *shape* still fits: the same text with every name left out.
"""

import ast
import hashlib
import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

BLANK = "_"
LONGEST_SHOWN = 40


@dataclass(frozen=True, order=True)
class Name:
    """The name of one mutant; `function` is `package.module:Class.method`, without a part after the colon outside of functions."""

    function: str
    operator: str
    text: str
    nth: int
    shape: str
    shape_nth: int
    shape_of: int  # how many of this shape the function has
    shown: str

    @property
    def key(self) -> str:
        """What tells this mutant from every other one."""
        return f"{self.function} {self.operator} {self.text} {self.nth}"

    @property
    def module(self) -> str:
        """The module that the function is in."""
        return self.function.partition(":")[0]


def name_of(function: str, operator: str, before: str, after: str) -> Name:
    """The name of a mutant, as if it were the first of its text in its function (`numbered` counts them)."""
    old = _plain(before)
    new = _plain(after)
    return Name(
        function=function,
        operator=operator,
        text=_digest(old, new),
        nth=1,
        shape=_digest(_shape(old), _shape(new)),
        shape_nth=1,
        shape_of=1,
        shown=_difference(old, new),
    )


def numbered(names: Iterable[Name]) -> list[Name]:
    """The same names in their order, those of one text or one shape in one function counted from 1."""
    texts: Counter[tuple[str, ...]] = Counter()
    shapes: Counter[tuple[str, ...]] = Counter()
    counted = []
    for name in names:
        texts[_by_text(name)] += 1
        shapes[_by_shape(name)] += 1
        counted.append(replace(name, nth=texts[_by_text(name)], shape_nth=shapes[_by_shape(name)]))
    return [replace(name, shape_of=shapes[_by_shape(name)]) for name in counted]


def _by_text(name: Name) -> tuple[str, ...]:
    return (name.function, name.operator, name.text)


def _by_shape(name: Name) -> tuple[str, ...]:
    return (name.function, name.operator, name.shape)


def parses(text: str) -> bool:
    """True when the text can be read as Python by itself."""
    try:
        return bool(_tree(text))
    except SyntaxError:
        return False


def _tree(text: str) -> ast.AST:
    """An expression where it is one, so that a lone string is not taken for a docstring; else a statement."""
    plain = textwrap.dedent(text).strip()
    try:
        return ast.parse(plain, mode="eval")
    except SyntaxError:
        tree = ast.parse(plain)
        if not tree.body:
            raise
        return tree


def _plain(text: str) -> str:
    """The text as Python would write it: without comments, line breaks and trailing commas."""
    return ast.unparse(_tree(text))


class _Nameless(ast.NodeTransformer):
    def generic_visit(self, node: ast.AST) -> ast.AST:
        """The node with every name in it left out."""
        super().generic_visit(node)
        for field in ("id", "attr", "arg", "name"):
            if isinstance(getattr(node, field, None), str):
                setattr(node, field, BLANK)
        return node


def _shape(text: str) -> str:
    return ast.unparse(_Nameless().visit(_tree(text)))


def _digest(before: str, after: str) -> str:
    return hashlib.sha256(f"{before}\0{after}".encode()).hexdigest()[:6]


def _difference(before: str, after: str) -> str:
    """The part that differs, begun and ended at whole words: "reason → None"."""
    old = before.split(" ")
    new = after.split(" ")
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    parts = (" ".join(words[start : len(words) - end]) for words in (old, new))
    return " → ".join(_short(part) for part in parts)


def _alike(one: list[str], other: list[str]) -> int:
    """How many words from the first are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"
