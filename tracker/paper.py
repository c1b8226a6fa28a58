"""Keys on paper: how they are written down for people, and read back from what people type.

database 1   3fa2 91bc 0d4e 77aa   c3d1
             four groups of the key, and a check group over name, number and groups: a slip of the pen, a line in
             the wrong place and a line left out are all noticed, and the line is named
"""

import hashlib
import re
from datetime import datetime

from tracker import signing
from tracker.keys import NAMES, Keys

LINES = 4
GROUPS = 4
LIKE_DIGITS = str.maketrans({"o": "0", "l": "1", "i": "1", "s": "5"})  # what hands and eyes mix up

SHEET = """\
KEY SHEET of {name}
Printed {day}. Version 1 of this sheet.

Whoever has this sheet and a backup can read everything in it. Without the sheet, or the files in keys/, nobody can.
Keep it sealed, in another place than the backups. Print a new one only when a key has changed.

HOW TO OPEN A BACKUP ON ANOTHER MACHINE
1. Install Alliance Tracker and choose an empty instance folder (TRACKER_INSTANCE).
2. tracker keys enter           and type the lines below; each is checked as soon as it is typed
3. tracker database restore FILE        FILE is the backup, its .json beside it
4. tracker doctor               says what is still to be done

THE KEYS (the last group of a line is its check group)

{keys}
FINGERPRINTS (no secret; the last one is what the signed heads and manifests are checked with)

{fingerprints}
"""


def lines(name: str, key: str) -> list[str]:
    """The key as it is printed, four lines."""
    printed = []
    for number in range(1, LINES + 1):
        part = key[16 * (number - 1) : 16 * number]
        groups = " ".join(part[at : at + 4] for at in range(0, 16, 4))
        printed.append(f"{name} {number}".ljust(12) + f"  {groups}   {_check(name, number, part)}")
    return printed


def _check(name: str, number: int, part: str) -> str:
    return hashlib.sha256(f"{name} {number} {part}".encode()).hexdigest()[:4]


def typed(name: str, number: int, text: str) -> str | None:
    """The sixteen digits of a typed line; None when they do not match their check group.

    Spaces, hyphens, capitals and the line's label do not matter.
    """
    text = text.strip().lower()
    text = re.sub(rf"^{name} *{number}(?=\s)", "", text)
    digits = re.sub(r"[\s-]", "", text).translate(LIKE_DIGITS)
    if not re.fullmatch(r"[0-9a-f]{20}", digits):
        return None
    return digits[:16] if digits[16:] == _check(name, number, digits[:16]) else None


def sheet(keys: Keys, name: str, now: datetime) -> str:
    """The whole sheet as plain text."""
    printed = "".join("\n".join(lines(key, getattr(keys, key))) + "\n\n" for key in NAMES)
    return SHEET.format(
        name=name, day=f"{now:%Y-%m-%d}", keys=printed, fingerprints="\n".join(fingerprints(keys))
    )


def fingerprints(keys: Keys) -> list[str]:
    """One line for each key, to compare by eye; of the signing key it is that of its public half."""
    return [f"{name}".ljust(12) + f"  {fingerprint(keys, name)}" for name in NAMES]


def fingerprint(keys: Keys, name: str) -> str:
    """What identifies a key without giving it away."""
    secret = getattr(keys, name)
    public = signing.public_key(secret) if name == "anchors" else f"{name} {secret}".encode()
    return signing.fingerprint(public)
