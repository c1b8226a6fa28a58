"""How a piece of code is changed: mutmut's operators, and five that it lacks.

mutmut leaves out decorated functions and whole classes, because it keeps all mutants in one file; here one mutant is
compiled at a time, so its operators are used on everything but annotations and imports. What it lacks are the faults
of a guard: a call that is left out, a condition turned round, a result that is lost, and a limit that is one too low. A
limit that is written as a text, as in `Decimal("0.35")`, is moved by one in its last place.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import libcst as cst
from mutmut.mutation.mutators import mutation_operators

Operator = Callable[[cst.CSTNode], Iterable[cst.CSTNode]]


def _call_left_out(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    if isinstance(node, cst.Expr) and isinstance(node.value, cst.Call):
        yield cst.Pass()


def _nothing_returned(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    if isinstance(node, cst.Return) and node.value is not None:
        value = node.value
        if not (isinstance(value, cst.Name) and value.value == "None"):
            yield node.with_changes(value=cst.Name("None"))


def _condition_turned(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    if not isinstance(node, cst.If | cst.While | cst.CompIf):
        return
    test = node.test
    if isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not):
        return  # mutmut takes the "not" away
    inside = test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    yield node.with_changes(test=cst.UnaryOperation(cst.Not(), inside))


def _number_lowered(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    if isinstance(node, cst.Integer | cst.Float):
        lower = repr(node.evaluated_value - 1)
        number = type(node)(lower.removeprefix("-"))
        yield cst.UnaryOperation(cst.Minus(), number) if lower.startswith("-") else number


def _decimal_moved(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    if isinstance(node, cst.SimpleString) and re.fullmatch(r'"\d+(\.\d+)?"', node.value):
        number = Decimal(node.value.strip('"'))
        last = number.as_tuple().exponent
        for moved in (
            number + Decimal((0, (1,), int(last))),
            number - Decimal((0, (1,), int(last))),
        ):
            yield node.with_changes(value=f'"{moved}"')


OWN: dict[str, Operator] = {
    "call_left_out": _call_left_out,
    "nothing_returned": _nothing_returned,
    "condition_turned": _condition_turned,
    "number_lowered": _number_lowered,
    "decimal_moved": _decimal_moved,
}


def changes_of(node: cst.CSTNode) -> Iterator[tuple[str, cst.CSTNode]]:
    """Every change of one node, with the name of its operator."""
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            for changed in operator(node):
                yield operator.__name__.removeprefix("operator_"), changed
    for name, own in OWN.items():
        for changed in own(node):
            yield name, changed
