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
class OwnMarks:
    """The marks of one score that a client has given: how many, their sum and the sum of their squares."""

    count: int = 0
    total: Decimal = Decimal(0)
    squares: Decimal = Decimal(0)

    def plus(self, mark: Decimal) -> "OwnMarks":
        """These and one more."""
        with localcontext(DIGITS):
            return OwnMarks(self.count + 1, self.total + mark, self.squares + mark * mark)

    @property
    def freedom(self) -> int:
        """Degrees of freedom of z; asked once there is a mark."""
        return PRIOR_WEIGHT + self.count - 1

    def below(self, spread: Spread, ends: tuple[Fraction, Fraction], mark: Decimal) -> Decimal:
        """z of the next mark, above 0 where it is below the expected one. `ends`: the least and the largest standard
        deviation within a client that is believed. Asked once there is a mark."""
        with localcontext(DIGITS):
            within = decimal(spread.within)
            weight = (within / decimal(spread.between)) ** 2
            count = self.count + weight
            mean = (self.total + weight * decimal(spread.mean)) / count
            squares = max(self.squares - self.total * self.total / self.count, Decimal(0))
            variance = (PRIOR_WEIGHT * within * within + squares) / self.freedom
            least, most = (decimal(end) ** 2 for end in ends)
            variance = min(max(variance, least), most)
            z = (mean - mark) / (variance * (1 + 1 / count)).sqrt()
            return z.quantize(ROUNDED)
