"""Tension in words: what was answered, what the therapist saw, and the two views side by side. Nobody is blamed."""

from collections.abc import Iterable

from tracker.domain.course.markers import OF_FAMILY, MarkerFamily, StrainMarker
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import (
    StrainAnswer,
    StrainSeen,
    StrainSettled,
    one_side_only,
)
from tracker.services.record.strain_views import StrainView

SEEN = {
    StrainSeen.NONE: "none",
    StrainSeen.A_LITTLE: "a little tension",
    StrainSeen.YES: "tension",
}
SETTLED = {
    StrainSettled.SETTLED: "settled",
    StrainSettled.PARTLY: "partly settled",
    StrainSettled.NOT: "not settled",
}
FAMILY = {
    MarkerFamily.DREW_BACK: "Drew back",
    MarkerFamily.PUSHED_BACK: "Pushed back",
}
MARKER = {
    StrainMarker.SHORT_ANSWERS: "short answers",
    StrainMarker.QUICK_YES: "quick yes",
    StrainMarker.CHANGED_SUBJECT: "changed the subject",
    StrainMarker.ABSTRACT_TALK: "abstract talk",
    StrainMarker.SELF_BLAME: "self-blame",
    StrainMarker.ABOUT_ME: "complaint about me",
    StrainMarker.ABOUT_METHOD: "complaint about the method",
    StrainMarker.ABOUT_PROGRESS: "complaint about progress",
    StrainMarker.DEFENDED: "defended themselves",
    StrainMarker.PRESSED: "pressed me",
}
BY_ONE = {
    Rater.CLIENT: "noticed by the client only",
    Rater.THERAPIST: "noticed by the therapist only",
}
FAMILIES = [
    (FAMILY[family], [(marker, MARKER[marker]) for marker in of])
    for family, of in OF_FAMILY.items()
]
TWO_VIEWS = "Two views often differ"
NOT_BLIND = "said after the client had answered"
NOT_ANSWERED = "not answered"


def said(answer: StrainAnswer | None) -> str:
    """An answer within a sentence: "tension, partly settled"; with what was not said where something was noticed."""
    if answer is None:
        return NOT_ANSWERED
    words = SEEN[answer.seen]
    return f"{words}, {SETTLED[answer.settled]}" if answer.settled else words


def given(answer: StrainAnswer | None) -> str:
    """The same with a word on an answer that was given when the other could be known."""
    return f"{said(answer)} ({NOT_BLIND})" if answer and not answer.blind else said(answer)


def by_clients(view: StrainView) -> str:
    """What the client said; of several people each by letter."""
    each = [
        f"{one.letter}: {said(one.answer)}" if one.letter else said(one.answer)
        for one in view.clients
    ]
    return "; ".join(each) or NOT_ANSWERED


def by_therapist(view: StrainView) -> str:
    """What the therapist said, and whether the client's answer could be known by then."""
    return given(view.therapist)


def sides(view: StrainView, you: str) -> str:
    """Both answers as sentences: "Client: tension. You: none. Two views often differ." The last is said only of two
    views that did not know each other; of an answer given later it is said that it was."""
    both = f"Client: {by_clients(view)}. {you}: {by_therapist(view)}."
    return f"{both} {TWO_VIEWS}." if view.views_differ else both


def beside(view: StrainView) -> str:
    """Both views within a sentence: "client: tension, not settled / therapist: none"; who alone noticed it, where that
    can be said, and what was seen."""
    parts = [f"client: {by_clients(view)} / therapist: {by_therapist(view)}"]
    parts += [text for text in (noticed_by(view), markers(view.markers)) if text]
    return ", ".join(parts)


def in_note(view: StrainView) -> str:
    """Both views within a line of a note, and what was seen: "client: tension, not settled; therapist: none; two views
    often differ"."""
    parts = [f"client: {by_clients(view)}", f"therapist: {by_therapist(view)}"]
    if view.views_differ:
        parts.append(f"{TWO_VIEWS[0].lower()}{TWO_VIEWS[1:]}")
    if seen := markers(view.markers):
        parts.append(f"seen by the therapist: {seen}")
    return "; ".join(parts)


def noticed_by(view: StrainView) -> str:
    """Who alone noticed it, for a cell of a table; "" where that cannot be said."""
    alone = {one_side_only(each.answer, view.therapist) for each in view.clients} - {None}
    return "; ".join(BY_ONE[side] for side in Rater if side in alone)


def markers(seen: Iterable[StrainMarker]) -> str:
    """What the therapist saw, by family: "drew back: short answers, quick yes; pushed back: pressed me"."""
    chosen = set(seen)
    parts = [
        f"{FAMILY[family].lower()}: {', '.join(MARKER[marker] for marker in of if marker in chosen)}"
        for family, of in OF_FAMILY.items()
        if chosen & set(of)
    ]
    return "; ".join(parts)
