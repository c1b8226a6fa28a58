"""The question about the strain itself: was there tension or a misunderstanding in this session, and is it settled?

Both are asked; the therapist's answer counts as an independent view only where it was given before the client's could
be seen. What the two say is set side by side, and no more is made of it than that two views differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.measures.parts import Question, Rater

STRAIN = "strain"
SETTLED = "settled"
NOTHING_TO_SETTLE = (
    "This is asked only where there was tension. Choose 'not said', or another answer above"
)
NOT_ASKED = "This version of the measure does not ask about tension"


class StrainSeen(StrEnum):
    """Whether there was tension or a misunderstanding, in the order of the answers."""

    NONE = "none"
    A_LITTLE = "a_little"
    YES = "yes"


class StrainSettled(StrEnum):
    """How far it was settled, in the order of the answers."""

    SETTLED = "settled"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True)
class StrainAnswer:
    """What one person said. `settled` is None where it was not said, or nothing was there to settle. `blind`: a
    therapist answered before the client's answer could be seen; a client's own is always so."""

    seen: StrainSeen
    settled: StrainSettled | None = None
    blind: bool = True

    @property
    def there(self) -> bool:
        """True where any tension was noticed."""
        return self.seen is not StrainSeen.NONE

    @property
    def unsettled(self) -> bool:
        """True for tension of which nobody said that it is settled."""
        return self.seen is StrainSeen.YES and self.settled is not StrainSettled.SETTLED

    def problem(self) -> str | None:
        """Why it cannot be stored, as a sentence, or None."""
        return None if self.there or self.settled is None else NOTHING_TO_SETTLE


@dataclass(frozen=True)
class StrainQuestion:
    """The question as a measure asks it: wording by language and rater, the answers by language, and what is asked of
    whoever noticed any."""

    label: str
    wording: Mapping[str, Mapping[str, str]]
    choices: Mapping[str, tuple[str, ...]]
    settled: Mapping[str, str]
    settled_choices: Mapping[str, tuple[str, ...]]

    def questions(self) -> tuple[Question, Question]:
        """Both parts as questions of their own, for whoever reads what a measure asks."""
        settled = {
            language: dict.fromkeys(texts, self.settled[language])
            for language, texts in self.wording.items()
        }
        return (
            Question(STRAIN, self.label, self.wording, self.choices),
            Question(SETTLED, f"{self.label}: settled", settled, self.settled_choices),
        )

    def answers(self, language: str) -> list[tuple[StrainSeen, str]]:
        """The answers in order, each with its words."""
        return list(zip(StrainSeen, self.choices[language], strict=True))

    def settled_answers(self, language: str) -> list[tuple[StrainSettled, str]]:
        """The same of what is asked then."""
        return list(zip(StrainSettled, self.settled_choices[language], strict=True))


def answer_of(seen: str | None, settled: str | None) -> StrainAnswer | None:
    """What a client chose on a page of their own; None for no answer. What is said of settling where there is nothing
    to settle is what was chosen first and changed since: it is left out."""
    if not seen:
        return None
    answer = StrainAnswer(StrainSeen(seen))
    if not answer.there or not settled:
        return answer
    return StrainAnswer(answer.seen, StrainSettled(settled))


def one_side_only(client: StrainAnswer | None, therapist: StrainAnswer | None) -> Rater | None:
    """Who alone noticed tension: said only where both answered, and the therapist before seeing the client's answer."""
    if client is None or therapist is None or not therapist.blind:
        return None
    if client.there == therapist.there:
        return None
    return Rater.CLIENT if client.there else Rater.THERAPIST
