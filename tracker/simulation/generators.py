"""Marks of clients whose alliance does not change, in three kinds of noise.

The mark of client c on item j in session t, in parts of the item's range, before it is rounded to a step and cut off at
the ends of the scale:

    mark   = MEAN + SD * (steady + passing) + trend * (t - 1)
    steady = sqrt(icc)     * (sqrt(SHARED_STEADY)  * B[c]    + sqrt(1 - SHARED_STEADY)  * b[c, j])
    passing = sqrt(1 - icc) * (sqrt(SHARED_PASSING) * W[c, t] + sqrt(1 - SHARED_PASSING) * w[c, j, t]) * own[c]

B, b are standard normal. W and w have mean 0 and variance 1 and, where `lasting` is not 0, each holds that share of
its own value of the session before: x[t] = lasting * x[t - 1] + sqrt(1 - lasting ** 2) * u[t]. The u are standard
normal, or of Student's t with `tails` degrees of freedom, scaled to variance 1. own[c] = exp(uneven * n - uneven ** 2),
n standard normal, so that the mean of its square is 1: some clients are steady and some are not.

`icc` is the part of an item's variance that lies between clients. Each client has a stream of random numbers of its
own, which hangs on the seed, the generator and the client's number alone: the same client is stable, falls and slides
with the same noise.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

# All of these are design defaults: no study of marks on such a scale from session to session is known to us. They were
# set so that on 0 to 10 items the standard deviation within a client is 0.8 at an ICC of 0.58, and a drop of strength 2
# by rules 2026.7 comes in about one stable session of twenty, as the product's own measures have assumed.
MEAN = 0.82  # of an item's range: 8.2 on 0 to 10
SD = 0.13  # of an item's range, between and within clients together
SHARED_STEADY = 0.75  # of what differs between clients, what all items have in common
SHARED_PASSING = 0.6  # of what differs between sessions, likewise
ICC = 0.58


@dataclass(frozen=True)
class Generator:
    """A kind of noise (see above). `trend` is what is added to each item with each session, in parts of its range."""

    name: str
    about: str
    tails: int | None = None
    lasting: float = 0.0
    trend: float = 0.0
    uneven: float = 0.0


GENERATORS = (
    Generator("normal", "normal noise, cut off at the ends of the scale"),
    Generator(
        "heavy",
        "rare large swings (Student's t, 5 degrees of freedom) that last (autocorrelation .3)",
        tails=5,
        lasting=0.3,
    ),
    Generator(
        "uneven",
        "marks that rise by 0.5 % of the range a session, and clients who differ in how steady they are",
        trend=0.005,
        uneven=0.4,
    ),
)


@dataclass(frozen=True)
class ClientNoise:
    """What a client's marks would be without any change: `marks[t][j]`, in parts of an item's range, neither rounded
    nor cut off."""

    marks: tuple[tuple[float, ...], ...]


def client_noise(
    generator: Generator, *, seed: int, client: int, items: int, sessions: int, icc: float = ICC
) -> ClientNoise:
    """The marks of one client on so many items in so many sessions; the same for the same arguments."""
    random = Random(f"{seed}/{generator.name}/{client}")  # noqa: S311 - noise, not a secret
    own = math.exp(generator.uneven * random.gauss() - generator.uneven**2)
    both = random.gauss()
    steady = [_mixed(SHARED_STEADY, both, random.gauss()) for _ in range(items)]
    streams = [_stream(generator, random, sessions) for _ in range(items + 1)]
    rows = []
    for session in range(sessions):
        passing = [
            own * _mixed(SHARED_PASSING, streams[0][session], streams[item + 1][session])
            for item in range(items)
        ]
        level = MEAN + generator.trend * session
        rows.append(
            tuple(level + SD * _mixed(icc, *pair) for pair in zip(steady, passing, strict=True))
        )
    return ClientNoise(tuple(rows))


def _mixed(share: float, one: float, other: float) -> float:
    """Two values of variance 1 as one of variance 1, in which the first has that share."""
    return math.sqrt(share) * one + math.sqrt(1 - share) * other


def _stream(generator: Generator, random: Random, sessions: int) -> list[float]:
    draw = _drawing(generator, random)
    values = [draw()]
    for _ in range(sessions - 1):
        values.append(_mixed(generator.lasting**2, values[-1], draw()))
    return values


def _drawing(generator: Generator, random: Random) -> Callable[[], float]:
    tails = generator.tails
    if tails is None:
        return random.gauss

    def heavy() -> float:
        chi_squared = random.gammavariate(tails / 2, 2)
        student = random.gauss() / math.sqrt(chi_squared / tails)
        return student * math.sqrt((tails - 2) / tails)  # the variance of t is n / (n - 2)

    return heavy


def marked(value: float, steps: int) -> int:
    """How many steps above its low end an item is marked, for a value in parts of its range: the nearest, half up."""
    return min(max(math.floor(value * steps + 0.5), 0), steps)
