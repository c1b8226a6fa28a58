"""The codes by which clients are known, and the order in which they are given out.

    K-014       a letter and three digits: 20,000 of them, which are given out first
    KR-01452    two letters and five digits: 40 million more

What is left of a long code of which one or two signs were not copied is no code at all, so it leads to nobody else.

Each practice has an order of its own, made by a secret key from the numbers 0, 1, 2, ...: each code comes once in it,
and two codes do not tell which was given out first.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

# Letters and digits that are not mistaken for one another when read aloud or copied by hand.
CODE_LETTERS = "ABCDEFHKLMNPRSTVWXYZ"
TURNS = 10  # as in NIST SP 800-38G, which shuffles short numbers in the same way


@dataclass(frozen=True)
class CodeShape:
    """Codes of so many letters and digits. `sides` are two numbers near to each other whose product is how many there
    are: a number is shuffled as a pair of smaller ones."""

    letters: int
    digits: int
    sides: tuple[int, int]

    @property
    def size(self) -> int:
        """How many codes of this form there are."""
        return int(len(CODE_LETTERS) ** self.letters * 10**self.digits)

    @property
    def pattern(self) -> str:
        """A regular expression for them, in large letters."""
        return rf"[{CODE_LETTERS}]{{{self.letters}}}-\d{{{self.digits}}}"


SHORT = CodeShape(1, 3, (125, 160))
LONG = CodeShape(2, 5, (6_250, 6_400))
CODES = SHORT.size + LONG.size
WRITTEN = re.compile(rf"\b(?:{SHORT.pattern}|{LONG.pattern})\b")


def code_at(place: int, key: bytes) -> str:
    """The code at that place, from 0, in the order that the key makes."""
    if place < SHORT.size:
        return code_from(_shuffled(place, SHORT, key))
    return code_from(SHORT.size + _shuffled(place - SHORT.size, LONG, key))


def code_from(number: int) -> str:
    """One of the `CODES` by its number: the short ones first, and each form in the order of the alphabet."""
    form = SHORT
    if number >= SHORT.size:
        form = LONG
        number -= SHORT.size
    letter, digits = divmod(number, 10**form.digits)
    letters = ""
    for _ in range(form.letters):
        letter, one = divmod(letter, len(CODE_LETTERS))
        letters = CODE_LETTERS[one] + letters
    return f"{letters}-{digits:0{form.digits}d}"


def _shuffled(number: int, form: CodeShape, key: bytes) -> int:
    """Another number of the same form, for each number its own: a Feistel network, in which each turn adds to one side
    what the other side and the key say. Whoever knows the key could take it away again, so no two become one."""
    left, right = divmod(number, form.sides[1])
    for turn in range(TURNS):
        if turn % 2:
            right = (right + _mixed(turn, left, form, key)) % form.sides[1]
        else:
            left = (left + _mixed(turn, right, form, key)) % form.sides[0]
    return left * form.sides[1] + right


def _mixed(turn: int, side: int, form: CodeShape, key: bytes) -> int:
    said = f"{form.letters}.{form.digits}.{turn}.{side}".encode("ascii")
    return int.from_bytes(blake2b(said, key=key, digest_size=8).digest(), "big")
