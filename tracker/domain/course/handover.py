"""Handing over: the client rates by themselves, on the practice's tablet or on a phone of their own.

waiting ──► with the client ──► sent            every question was answered, or left out once it was asked about
   │               ├──────────► declined        "I do not want to do this today" is a full answer
   │               ├──────────► partial         nobody touched it for too long; what was answered is kept
   ├───────────────┼──────────► unanswered      the time was over before anything was answered
   └───────────────┴──────────► cancelled       by the clinician, before anything was sent

On the tablet of the practice it is with the client at once; where several people rate, the others' wait for their turn.
A code or a link waits until it is opened, once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from tracker.domain.course.sessions import Channel, Given
from tracker.domain.measures.entries import NOT_APPLICABLE, Entered
from tracker.domain.measures.measure import Item, Kind, Measure, Rater
from tracker.domain.measures.strain import SETTLED, STRAIN, StrainSeen, StrainSettled, answer_of

PRIVACY_AFTER = timedelta(minutes=3)  # design default
ENDS_AFTER = timedelta(minutes=10)  # after the privacy screen; design default
PHONE_CODE_LASTS = timedelta(minutes=15)  # design default
LINK_LASTS = timedelta(hours=48)  # design default
TABLET_LASTS = timedelta(hours=1)  # for those who wait while another has it; design default
PHONE_ENDS_AFTER = timedelta(hours=1)  # without use, once a code is opened; design default
TRIES = 5  # to take the tablet back; design default
LANGUAGES = {"en": "English", "de": "Deutsch"}  # of the client's pages
TWICE = "The mark at the start is asked before the session, the alliance at its end. Choose one, and hand over twice"
NOTHING_LEFT = "One of them has answered all of this in this session. Hand over to the others alone"
NO_LINK = "The mark at the start is given in the session. Hand it over on this tablet or by a code"
NO_ANSWER = "none"  # as a form and a draft say "I would rather not answer this" of an item
HELD_BACK = "held_back"


class Way(StrEnum):
    """How the client gets it."""

    TABLET = "tablet"
    CODE = "code"
    LINK = "link"


class Moment(StrEnum):
    """When in a session a measure is asked."""

    START = "start"
    END = "end"


class HandoverStage(StrEnum):
    WAITING = "waiting"
    OPEN = "open"
    SENT = "sent"
    DECLINED = "declined"
    PARTIAL = "partial"
    UNANSWERED = "unanswered"
    CANCELLED = "cancelled"


NEXT: dict[HandoverStage, frozenset[HandoverStage]] = {
    HandoverStage.WAITING: frozenset(
        {HandoverStage.OPEN, HandoverStage.UNANSWERED, HandoverStage.CANCELLED}
    ),
    HandoverStage.OPEN: frozenset(HandoverStage) - {HandoverStage.WAITING, HandoverStage.OPEN},
    **{stage: frozenset() for stage in list(HandoverStage)[2:]},
}
RUNNING = frozenset({HandoverStage.WAITING, HandoverStage.OPEN})

Draft = Mapping[
    str, Mapping[str, str]
]  # by measure and item: a number as text, NO_ANSWER or NOT_APPLICABLE


def given(way: Way) -> Given:
    """When a rating counts as given: a link is for after the session."""
    return Given.AFTER_SESSION if way is Way.LINK else Given.IN_SESSION


def channel(way: Way) -> Channel:
    """Through which kind of device the practice let it be given."""
    return Channel.TABLET if way is Way.TABLET else Channel.PHONE


def expiry(way: Way, made_at: datetime) -> datetime:
    """Until when it can be opened."""
    lasts = {Way.LINK: LINK_LASTS, Way.CODE: PHONE_CODE_LASTS, Way.TABLET: TABLET_LASTS}
    return made_at + lasts[way]


def deadline(
    way: Way, stage: HandoverStage, *, expires_at: datetime, touched_at: datetime
) -> datetime:
    """When it ends by itself. A link that was opened can be answered while it would have lasted."""
    if stage is HandoverStage.WAITING:
        return expires_at
    idle = PRIVACY_AFTER + ENDS_AFTER if way is Way.TABLET else PHONE_ENDS_AFTER
    return max(expires_at, touched_at + idle) if way is Way.LINK else touched_at + idle


def due(
    asked: Mapping[str, Moment], still_open: Iterable[str], *, at: Moment, start: bool = False
) -> frozenset[str]:
    """What is asked at this moment of a session unless the clinician chooses otherwise: what is set for it; at the end,
    where nothing that is set for it is left, what was not asked at the start. `start`: the mark at the start is asked
    now, be it alone."""
    here = {key: asked[key] for key in still_open if key in asked}
    now = frozenset(key for key, moment in here.items() if moment is at)
    return now if now or start else frozenset(here)


def languages(measure: Measure) -> frozenset[str]:
    """The languages in which a client can be asked it: every question has wording, and so has what is answered."""
    if measure.by_number or Rater.CLIENT not in measure.raters:
        return frozenset()
    shared = set(LANGUAGES)
    for item in measure.items:
        shared &= {lang for lang, texts in item.wording.items() if Rater.CLIENT in texts}
        for words in (item.ends, item.labels):
            shared &= set(words) or shared
    if measure.question:
        asked = measure.question.wording
        shared &= {lang for lang, texts in asked.items() if Rater.CLIENT in texts}
        shared &= set(measure.question.choices)
    if measure.strain:
        asked = measure.strain.wording
        shared &= {lang for lang, texts in asked.items() if Rater.CLIENT in texts}
    return frozenset(shared)


def in_common(measures: Iterable[Measure]) -> list[str]:
    """The languages in which all of these can be asked, in the order of LANGUAGES."""
    each = [languages(measure) for measure in measures]
    return [lang for lang in LANGUAGES if all(lang in spoken for spoken in each)]


def choice_problem(measures: Iterable[Measure], start: Measure | None = None) -> str | None:
    """Why these cannot be asked together, as a sentence, or None: one alliance and one outcome measure at most; with
    the question at the `start` of the session no alliance measure, which is about the session."""
    chosen = list(measures)
    kinds = [measure.kind for measure in chosen]
    if not chosen and start is None:
        return "Choose what the client is asked"
    if start and Kind.ALLIANCE in kinds:
        return TWICE
    if any(kinds.count(kind) > 1 for kind in Kind):
        return "Choose one alliance measure and one outcome measure at most"
    if not in_common([start, *chosen] if start else chosen):
        return "These measures have no wording in a common language"
    return None


@dataclass(frozen=True)
class QuestionPage:
    """One page of questions: `items` of a measure, and whether its unscored last questions stand with them.

    `first` and `of` say which questions these are: 2 of 4.
    """

    measure: Measure
    items: tuple[Item, ...]
    question: bool
    first: int
    of: int


def steps(measures: Iterable[Measure], *, one_by_one: bool) -> tuple[QuestionPage, ...]:
    """The pages: one for each measure, or one for each question, and then the unscored ones stand on the last page,
    where the answers are checked."""
    chosen = tuple(measures)
    of = sum(len(measure.items) for measure in chosen)
    first = 1
    pages = []
    for measure in chosen:
        parts = [(item,) for item in measure.items] if one_by_one else [measure.items]
        for items in parts:
            unscored = bool(unscored_names(measure)) and not one_by_one
            pages.append(QuestionPage(measure, items, unscored, first, of))
            first += len(items)
    return tuple(pages)


def unscored_names(measure: Measure) -> list[str]:
    """The names under which a page sends the answers to a measure's unscored questions, in their order."""
    strain = [STRAIN, SETTLED] if measure.strain else []
    return strain + ([HELD_BACK] if measure.question else [])


def missing(step: QuestionPage, draft: Draft) -> list[Item]:
    """The questions of a page that are neither answered nor left out on purpose."""
    given_so_far = draft.get(step.measure.key, {})
    return [item for item in step.items if item.key not in given_so_far]


def mark_of(start: Measure, draft: Draft) -> int | None:
    """The mark at the start of the session in a draft; None where it was not given."""
    (item,) = start.items
    text = draft.get(start.key, {}).get(item.key, NO_ANSWER)
    return None if text == NO_ANSWER else int(text)


def fits(measure: Measure, key: str, text: str) -> bool:
    """True for an answer that a page could have sent."""
    if key == HELD_BACK:
        question = measure.question
        choices = len(next(iter(question.choices.values()))) if question else 0
        return text in {str(number) for number in range(choices)}
    if key in (STRAIN, SETTLED):
        return measure.strain is not None and text in set(
            StrainSeen if key == STRAIN else StrainSettled
        )
    item = next((item for item in measure.items if item.key == key), None)
    if item is None or (text == NOT_APPLICABLE and key not in measure.not_applicable):
        return False
    return text in {NO_ANSWER, NOT_APPLICABLE, *(str(choice) for choice in item.choices())}


def entered(measure: Measure, draft: Draft) -> Entered:
    """The answers as what a person gave; a question without an answer is one that was left out."""
    texts = draft.get(measure.key, {})
    said = {item.key: texts.get(item.key, NO_ANSWER) for item in measure.items}
    left_out = frozenset(key for key, text in said.items() if text == NOT_APPLICABLE)
    values = {
        key: None if text == NO_ANSWER else Fraction(text)
        for key, text in said.items()
        if key not in left_out
    }
    held_back = texts.get(HELD_BACK)
    return Entered(
        values,
        held_back=None if held_back is None else int(held_back),
        not_applicable=left_out,
        strain=answer_of(texts.get(STRAIN), texts.get(SETTLED)),
    )
