"""Two views in words: side by side, with what may be said of their difference and no more."""

import pytest

from tests.domain.courses import slot
from tracker.domain.course.markers import StrainMarker
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.services.record.strain_views import ClientStrain, StrainView
from tracker.web.words import strains

YES = StrainAnswer(StrainSeen.YES)
LITTLE = StrainAnswer(StrainSeen.A_LITTLE, StrainSettled.PARTLY)
NONE = StrainAnswer(StrainSeen.NONE)
LATE = StrainAnswer(StrainSeen.NONE, blind=False)


def view(*clients: tuple[str, StrainAnswer], therapist: StrainAnswer | None = None) -> StrainView:
    said = tuple(ClientStrain(letter, answer) for letter, answer in clients)
    return StrainView(slot(1), said, therapist, (), followed=False)


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (view(("", YES), therapist=NONE), "Client: tension. You: none. Two views often differ."),
        (view(("", YES), therapist=YES), "Client: tension. You: tension."),
        (view(("", YES)), "Client: tension. You: not answered."),
        (view(therapist=LITTLE), "Client: not answered. You: a little tension, partly settled."),
        (
            view(("", YES), therapist=LATE),
            "Client: tension. You: none (said after the client had answered).",
        ),
        (
            view(("A", YES), ("B", NONE), therapist=YES),
            "Client: A: tension; B: none. You: tension. Two views often differ.",
        ),
    ],
)
def test_both_answers_as_sentences(of: StrainView, text: str) -> None:
    assert strains.sides(of, "You") == text


def test_who_alone_noticed_it() -> None:
    assert strains.noticed_by(view(("", NONE), therapist=YES)) == "noticed by the therapist only"
    assert strains.noticed_by(view(("", YES), therapist=LATE)) == ""
    assert strains.noticed_by(view(("A", YES), ("B", YES))) == ""


def test_what_was_seen_stands_by_family() -> None:
    seen = (StrainMarker.PRESSED, StrainMarker.QUICK_YES, StrainMarker.SELF_BLAME)
    assert strains.markers(seen) == "drew back: quick yes, self-blame; pushed back: pressed me"
    assert strains.markers(()) == ""


def test_every_sign_belongs_to_one_family_and_has_its_words() -> None:
    families = [value for _, of in strains.FAMILIES for value, _ in of]
    assert families == list(StrainMarker)
    assert strains.MARKER.keys() == set(StrainMarker)
