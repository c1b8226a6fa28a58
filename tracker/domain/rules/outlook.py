"""How far a mark lies below what this client was to be expected to give: a predictive interval of one's own.

    mean = (sum + k m) / (n + k)      k = within² / between²      m, within, between: the measure's prior
    s²   = (6 within² + squares) / (6 + n - 1)                    squares: from the client's own mean
    z    = (mean - mark) / sqrt(s² (1 + 1 / (n + k)))             Student's t with 6 + n - 1 degrees of freedom

n earlier ratings of the client, marks in parts of the range from its worse end. With few of them it is a comparison
with other clients, with many one with the client's own ups and downs. Everything runs in decimals of 28 digits and is
rounded to 12, so that the same marks decide the same way on every machine.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from fractions import Fraction

from tracker.domain.measures.priors import Spread
from tracker.domain.rules.limits import PRIOR_WEIGHT

DIGITS = Context(prec=28, rounding=ROUND_HALF_EVEN)
ROUNDED = Decimal("1e-12")


def decimal(value: Fraction) -> Decimal:
    """The value in decimals of 28 digits."""
    return DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


@dataclass(frozen=True)
class Assumed:
    """What is assumed of a score before a client has given any.

    weight        how many ratings of the client it is worth, and `total` what they come to
    squares       what the prior adds to the squares from the client's own mean
    least, most   between which the variance within a client is believed
    """

    weight: Decimal
    total: Decimal
    squares: Decimal
    least: Decimal
    most: Decimal

    @classmethod
    def of(cls, spread: Spread, ends: tuple[Fraction, Fraction]) -> "Assumed":
        """From a prior. `ends`: the least and the largest standard deviation within a client that is believed."""
        with localcontext(DIGITS):
            within = decimal(spread.within)
            weight = (within / decimal(spread.between)) ** 2
            least, most = (decimal(end) ** 2 for end in ends)
            total = weight * decimal(spread.mean)
            return cls(weight, total, PRIOR_WEIGHT * within * within, least, most)


@dataclass(frozen=True)
class OwnMarks:
    """The marks of one score that a client has given: how many, their sum and the sum of their squares."""

    count: int = 0
    total: Decimal = Decimal(0)
    squares: Decimal = Decimal(0)

    def plus(self, mark: Decimal) -> "OwnMarks":
        """These and one more."""
        total = DIGITS.add(self.total, mark)
        return OwnMarks(
            self.count + 1, total, DIGITS.add(self.squares, DIGITS.multiply(mark, mark))
        )

    @property
    def freedom(self) -> int:
        """Degrees of freedom of z; asked once there is a mark."""
        return PRIOR_WEIGHT + self.count - 1

    def below(self, assumed: Assumed, mark: Decimal) -> Decimal:
        """z of the next mark, above 0 where it is below the expected one. Asked once there is a mark."""
        with localcontext(DIGITS):
            count = self.count + assumed.weight
            mean = (self.total + assumed.total) / count
            squares = max(self.squares - self.total * self.total / self.count, Decimal(0))
            variance = (assumed.squares + squares) / self.freedom
            variance = min(max(variance, assumed.least), assumed.most)
            z = (mean - mark) / (variance * (1 + 1 / count)).sqrt()
            return z.quantize(ROUNDED)
