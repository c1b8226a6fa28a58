"""Passwords, PINs and one-time codes: what is good enough, and how a code is written and read.

ACDE-FGHJ-KMNP-QRTU     sixteen of 25 letters and digits that are not mistaken for each other: 74 bits
"""

from datetime import timedelta
from itertools import pairwise
from math import log2

PASSWORD_LENGTH = 12  # design default; long beats complicated
PASSWORD_LONGEST = 200
DIFFERENT = 5  # design default: a password of fewer different characters is a pattern
CODE_ALPHABET = (
    "ACDEFGHJKMNPQRTUVWXY34679"  # without 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B
)
CODE_LENGTH = 16
ACCOUNT_CODE_LASTS = timedelta(hours=24)  # design default
CODE_TRIES = 5  # design default
CODE_BITS = CODE_LENGTH * log2(len(CODE_ALPHABET))


def password_problem(text: str, *, email: str, practice: str) -> str | None:
    """Why this cannot be the password of the person with that address, as a sentence, or None."""
    if len(text) < PASSWORD_LENGTH:
        return f"The new password must be {PASSWORD_LENGTH} characters or longer"
    if len(text) > PASSWORD_LONGEST:
        return f"The new password must be {PASSWORD_LONGEST} characters or fewer"
    if len(set(text)) < DIFFERENT:
        return f"The new password must have {DIFFERENT} different characters or more"
    folded = text.casefold()
    for known in (email, email.split("@", maxsplit=1)[0], practice):
        # A name makes a password guessable when little else is left of it.
        if known and known.casefold() in folded and len(text) - len(known) < PASSWORD_LENGTH // 2:
            return (
                "Choose a password that is not made of your e-mail address or the practice's name"
            )
    return None


def pin_problem(text: str) -> str | None:
    """Why this cannot be a PIN, as a sentence, or None."""
    if len(text) != 6 or not (text.isascii() and text.isdigit()):
        return "The PIN must be six digits"
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(text)}
    repeated = text in (text[:2] * 3, text[:3] * 2)
    if repeated or (len(steps) == 1 and steps <= {0, 1, 9}):
        return "Choose digits that do not repeat or count, unlike 000000, 123456 or 121212"
    return None


def tidy_code(text: str) -> str:
    """A typed code as it was made: without spaces and dashes, in capitals."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def in_groups(code: str) -> str:
    """A code as it is read aloud: groups of four."""
    return "-".join(code[n : n + 4] for n in range(0, len(code), 4))
