"""Exact numbers: reading them, storing them as whole units, and showing them.

Scores are never floats: 4.1 - 2.1 is not 2 in binary. What is entered is kept as a whole number of the item's steps,
and scores are fractions. Rounding, half up, is for display only.
"""

import re
from fractions import Fraction

MINUS = "\N{MINUS SIGN}"
_PLAIN = re.compile(r"[+-]?[0-9]{1,6}(?:[.,][0-9]{1,6})?", re.ASCII)


def parse(text: str) -> Fraction | None:
    """The number that a person typed ("7", "7.5", "7,5"), or None when it is not a plain decimal number."""
    text = text.strip().replace(MINUS, "-")
    return Fraction(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None


def places(step: Fraction) -> int:
    """How many decimals a step needs: 0 for 1, 1 for 0.1 and 0.5."""
    digits = 0
    while (step * 10**digits).denominator != 1:
        digits += 1
        if digits > 6:
            raise ValueError(f"{step} is not a decimal step")
    return digits


def rounded(value: Fraction, digits: int) -> Fraction:
    """The value to that many decimals, halves away from zero."""
    return Fraction(_units(value, digits), 10**digits)


def _units(value: Fraction, digits: int) -> int:
    """How many units of the last decimal the value comes to, halves away from zero; whole numbers throughout."""
    above = abs(value.numerator) * 10**digits
    below = value.denominator
    size: int = (2 * above + below) // (2 * below)
    return size if value.numerator >= 0 else -size


def show(value: Fraction, digits: int = 2) -> str:
    """The value for a reader, without trailing zeros and with a true minus sign: "7", "8.25", "−3"."""
    units = _units(value, digits)
    whole, part = divmod(abs(units), 10**digits)
    text = f"{whole}.{part:0{digits}}".rstrip("0") if part else str(whole)
    return f"{MINUS}{text}" if units < 0 else text


def show_change(value: Fraction, digits: int = 2) -> str:
    """The value as a change: "+1", "0", "−3"."""
    text = show(value, digits)
    return f"+{text}" if _units(value, digits) > 0 else text
