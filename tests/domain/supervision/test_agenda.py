"""The order of an agenda, and the sentence that explains it."""

from datetime import date, timedelta

import pytest

from tracker.domain.supervision.agenda import (
    ORDER_SENTENCE,
    SEEN_WITHIN,
    AgendaReason,
    place,
    unseen,
)

TODAY = date(2026, 5, 4)


def test_the_sentence_names_the_reasons_in_their_order() -> None:
    words = {
        AgendaReason.RISK: "risk",
        AgendaReason.UNANSWERED: "nobody has answered",
        AgendaReason.TO_DISCUSS: "planned to be discussed",
        AgendaReason.ACTION: "agreed before",
        AgendaReason.OBJECTIVE: "objectives at risk",
        AgendaReason.NOT_SEEN: "not seen in supervision",
    }
    places = [ORDER_SENTENCE.lower().index(words[why]) for why in AgendaReason]
    assert places == sorted(places)


def test_the_most_pressing_reason_counts_and_the_oldest_of_it() -> None:
    old, new = TODAY - timedelta(days=90), TODAY
    assert place([(AgendaReason.NOT_SEEN, old), (AgendaReason.UNANSWERED, new)]) == (
        AgendaReason.UNANSWERED,
        new,
    )
    assert place([(AgendaReason.UNANSWERED, new), (AgendaReason.UNANSWERED, old)]) == (
        AgendaReason.UNANSWERED,
        old,
    )


@pytest.mark.parametrize(
    ("begun", "last", "expected"),
    [
        (TODAY - SEEN_WITHIN, None, True),
        (TODAY - SEEN_WITHIN + timedelta(days=1), None, False),
        (TODAY - 3 * SEEN_WITHIN, TODAY - SEEN_WITHIN, True),
        (TODAY - 3 * SEEN_WITHIN, TODAY - SEEN_WITHIN + timedelta(days=1), False),
    ],
)
def test_who_was_not_seen_for_four_weeks(begun: date, last: date | None, expected: bool) -> None:
    assert unseen(starts_on=begun, last_reviewed=last, today=TODAY) is expected
