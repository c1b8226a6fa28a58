"""The code of a new client: the next of the practice's order (`domain/course/codes`), taken from a counter.

There is no search, however many clients there are: one look, by the index of codes, tells which of the next few are
taken. None is, but for codes of before there was an order, or from before a restore.
"""

import secrets

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from tracker.domain.course.codes import CODES, SHORT, code_at
from tracker.domain.errors import NotNow
from tracker.models import Client, ClientCodes

LOOKED_AT = 32  # design default: where half of all codes are taken, all of these are in one of 4 thousand million looks
FULL = "Every client code has been given out: there are 40,020,000. Write to whoever makes this program."


def next_code(db: Session) -> str:
    """A code that no client has, and that no later client is given. NotNow when there is none left.

    The counter is written first, so that a second writer waits until the first has ended.
    """
    step = update(ClientCodes).values(given=ClientCodes.given + 1)
    given, key = db.execute(step.returning(ClientCodes.given, ClientCodes.key)).one()
    places = _places(given - 1)
    codes = {place: code_at(place, bytes.fromhex(key)) for place in places}
    taken = set(db.scalars(select(Client.code).where(Client.code.in_(codes.values()))))
    place = next((place for place in places if codes[place] not in taken), None)
    if place is None:
        raise NotNow(FULL)
    if place >= given:
        db.execute(update(ClientCodes).values(given=place + 1))
    return codes[place]


def _places(first: int) -> list[int]:
    """The next places of the order; and while they are of short codes, the first of the long ones, for when all of
    those are taken: the last few short codes of a practice that drew most of them are left out."""
    next_few = range(first, min(first + LOOKED_AT, CODES))
    first_long = range(max(next_few.stop, SHORT.size), SHORT.size + LOOKED_AT)
    return [*next_few, *first_long]


def begin_anew(db: Session) -> None:
    """Give codes out in another order from now on, because the counter went back: codes that were given out since then
    stand on paper, and are not to be those of the next clients."""
    taken = db.scalar(select(func.count()).select_from(Client)) or 0
    given = SHORT.size if taken > SHORT.size / 2 else 0
    db.execute(update(ClientCodes).values(given=given, key=secrets.token_hex(16)))
