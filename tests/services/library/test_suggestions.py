"""A suggestion on its way: what is refused, who can do what, and what a published revision does to the text."""

from dataclasses import replace
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from bench.measuring import queries
from tests.conftest import Cast
from tests.services.reading import CARD, first_sentence, of_card, on_shelf
from tests.services.suggesting import WANTED, first, published, step, suggested, view
from tracker import db
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.library.suggestions import SuggestionAct, SuggestionStage
from tracker.domain.library.texts import SourceTier
from tracker.models import AuditEntry
from tracker.services.library import suggestions
from tracker.services.library.suggestions import Draft, Wanted

SHORTER = "“Thank you.” {llm}"


def refused(cast: Cast, wanted: Wanted) -> dict[str, str]:
    with pytest.raises(Incomplete) as error:
        suggested(cast.clinician, CARD, wanted)
    return error.value.problems


def test_what_is_missing_is_asked_for(app: Flask, cast: Cast) -> None:
    assert refused(cast, Wanted(None, " ", "", None)).keys() == {
        "about",
        "wish",
        "source",
        "credit",
    }
    assert refused(cast, replace(WANTED, wish="w" * 1001)).keys() == {"wish"}
    assert refused(cast, replace(WANTED, sentence="0" * 32)).keys() == {"sentence"}
    with pytest.raises(NotPermitted):
        suggested(cast.clinician, "cards/none")


@pytest.mark.parametrize(
    ("private", "named"),
    [
        ("as with K-014", "the client code K-014"),
        ("seen on 12/05/1984", "the date 12/05/1984"),
        ("ask anna@example.org", "the e-mail address anna@example.org"),
        ("call 030 1234567", "the telephone number 030 1234567"),
    ],
)
def test_what_looks_like_a_clients_is_refused_with_what_to_remove(
    app: Flask, cast: Cast, private: str, named: str
) -> None:
    message = f"Remove {named} before sending"
    assert refused(cast, replace(WANTED, wish=private)) == {"wish": message}
    assert refused(cast, replace(WANTED, source=private)) == {"source": message}


def test_it_keeps_the_sentence_in_its_words(app: Flask, cast: Cast) -> None:
    said = first_sentence()
    made = suggested(cast.clinician, CARD, replace(WANTED, sentence=said.digest))
    found = view(cast.clinician, made)
    assert (found.suggestion.said, found.stage) == (said.text, SuggestionStage.SUBMITTED)
    assert found.text == of_card()
    assert found.draft is None


def test_only_its_submitter_and_who_keeps_the_library_see_it(app: Flask, cast: Cast) -> None:
    made = suggested(cast.clinician, CARD)
    assert view(cast.supervisor, made).possible == {SuggestionAct.DRAFTED, SuggestionAct.DECLINED}
    assert view(cast.clinician, made).possible == {SuggestionAct.WITHDRAWN}
    for actor in (cast.outsider, cast.administrator):
        with pytest.raises(NotPermitted):
            view(actor, made)
    with pytest.raises(NotPermitted):
        view(cast.supervisor, uuid4())


def test_all_the_way_to_a_revision(app: Flask, cast: Cast) -> None:
    before = of_card()
    made = published(cast, CARD, SHORTER)
    after = of_card()
    assert [s.text for s in after.sentences] == [
        "“Thank you.”",
        *[s.text for s in before.sentences][1:],
    ]
    assert after.provenance.shown_version == "1.0, revision 1"
    (change,) = on_shelf().changes
    assert (change.number, change.credit, change.suggestion_id) == (1, cast.clinician.name, made)
    found = view(cast.clinician, made)
    assert (found.stage, found.published, found.possible) == (
        SuggestionStage.PUBLISHED,
        1,
        frozenset(),
    )
    with db.reading() as reading:
        steps = select(AuditEntry.detail).where(AuditEntry.event == "suggestion.step")
        acts = [detail["act"] for detail in reading.scalars(steps.order_by(AuditEntry.seq))]
    assert acts == ["drafted", "approved", "published"]


@pytest.mark.parametrize(
    ("draft", "field", "says"),
    [
        (Draft("", SHORTER), "draft", "Choose a sentence"),
        (Draft("?", ""), "draft", "Write the sentences"),
        (Draft("?", "No marker."), "draft", "cannot be read"),
        (Draft("?", "- A list. {llm}"), "draft", "one paragraph"),
        (Draft("?", "One. {llm}\n\n## Two"), "draft", "cannot be read"),
        (Draft("?", "One. {99 study}"), "draft", "no source 99"),
        (Draft("?", "One. {llm}", "A new one", "", SourceTier.T1), "draft", "Cite the new source"),
        (Draft("?", "One. {4 study, new study}"), "draft", "Enter the new source below, or cite"),
        (Draft("?", "One. {new study}", "A new one"), "tier", "what kind of source"),
        (Draft("?", "One. {new study}", "A", "http://x", SourceTier.T1), "link", "https://"),
        (Draft("?", "One. {new study}", "c" * 501, "", SourceTier.T1), "citation", "500"),
        (Draft("?", "One. {new study}", "A", "https://[x", SourceTier.T1), "link", "https://"),
        (
            Draft("?", "One. {new study}", "A", "https://x.example/K-014", SourceTier.T1),
            "link",
            "Remove",
        ),
        (
            Draft("?", "One. {llm}", "", "https://x.example"),
            "citation",
            "that the address leads to",
        ),
        (Draft("?", "word " * 90 + "{llm}"), "draft", "may have 90 words"),
        (Draft("?", "As with K-014. {llm}"), "draft", "Remove the client code"),
        (Draft("?", "<script>x</script> ![a](b) {llm}"), "draft", "cannot be read"),
        (Draft("?", "d" * 2001), "draft", "2000"),
    ],
)
def test_a_draft_that_cannot_be_published_is_refused(
    app: Flask, cast: Cast, draft: Draft, field: str, says: str
) -> None:
    made = suggested(cast.clinician, CARD)
    draft = replace(draft, sentence=first(CARD)) if draft.sentence else draft
    with pytest.raises(Incomplete) as error:
        step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=draft)
    assert says in error.value.problems[field]


def test_a_draft_of_the_sentence_as_it_stands_is_refused_and_any_change_is_one(
    app: Flask, cast: Cast
) -> None:
    made, said = suggested(cast.clinician, CARD), list(of_card().sentences)[2]
    same = f"{said.text} {{11 guidance}}"
    for draft in (same, f" {said.text}\n{{11  guidance}} "):
        with pytest.raises(Incomplete) as error:
            step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(said.digest, draft))
        assert error.value.problems == {
            "draft": "This is the sentence as it stands. Change it, or decline the suggestion"
        }
    for draft in (same.replace("11", "4"), f"*{said.text}* {{11 guidance}}", f"{same} Now. {{?}}"):
        step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(said.digest, draft))


def test_a_draft_that_waits_is_put_right_and_the_last_one_is_approved(
    app: Flask, cast: Cast
) -> None:
    made = suggested(cast.clinician, CARD)
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(first(CARD), "“Tanks.” {llm}"))
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(first(CARD), "“Thanks.” {llm}"))
    with pytest.raises(Stale):
        step(cast.clinician, made, SuggestionAct.APPROVED, seen=1)
    step(cast.clinician, made, SuggestionAct.APPROVED)
    step(cast.supervisor, made, SuggestionAct.PUBLISHED)
    assert first_sentence().text == "“Thanks.”"


def test_no_draft_at_all_is_asked_for(app: Flask, cast: Cast) -> None:
    made = suggested(cast.clinician, CARD)
    with pytest.raises(Incomplete):
        step(cast.supervisor, made, SuggestionAct.DRAFTED)


def test_sent_back_drafted_again_and_declined_with_a_reason(app: Flask, cast: Cast) -> None:
    made = suggested(cast.clinician, CARD)
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(first(CARD), SHORTER))
    with pytest.raises(Incomplete, match="reason"):
        step(cast.clinician, made, SuggestionAct.RETURNED)
    step(cast.clinician, made, SuggestionAct.RETURNED, "Shorter still")
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(first(CARD), "“Thanks.” {llm}"))
    found = view(cast.clinician, made)
    assert found.draft
    assert found.draft.draft == "“Thanks.” {llm}"
    with pytest.raises(Incomplete, match="reason"):
        step(cast.supervisor, made, SuggestionAct.DECLINED, " ")
    step(cast.supervisor, made, SuggestionAct.DECLINED, "There is no study for it")
    assert view(cast.clinician, made).stage is SuggestionStage.DECLINED
    assert view(cast.clinician, made).steps[-1].step.note == "There is no study for it"
    assert not on_shelf().changes


def test_nobody_takes_a_step_that_is_not_theirs_or_from_a_stale_page(
    app: Flask, cast: Cast
) -> None:
    made = suggested(cast.clinician, CARD)
    draft = Draft(first(CARD), SHORTER)
    with pytest.raises(NotPermitted):
        step(cast.clinician, made, SuggestionAct.DRAFTED, draft=draft)
    with pytest.raises(NotPermitted):
        step(cast.supervisor, made, SuggestionAct.PUBLISHED)
    with pytest.raises(NotPermitted):
        step(cast.outsider, made, SuggestionAct.WITHDRAWN, seen=0)
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=draft)
    with pytest.raises(NotPermitted):
        step(cast.supervisor, made, SuggestionAct.APPROVED)
    with pytest.raises(Stale):
        step(cast.clinician, made, SuggestionAct.APPROVED, seen=0)


def test_what_changed_between_draft_and_publication_is_drafted_again(
    app: Flask, cast: Cast
) -> None:
    made = suggested(cast.clinician, CARD)
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(first(CARD), SHORTER))
    step(cast.clinician, made, SuggestionAct.APPROVED)
    published(cast, CARD, "“Thanks for that.” {llm}")
    with pytest.raises(Incomplete, match="Draft it again"):
        step(cast.supervisor, made, SuggestionAct.PUBLISHED)
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(first(CARD), SHORTER))
    assert view(cast.clinician, made).stage is SuggestionStage.DRAFTED


def test_the_queue_shows_what_waits_oldest_first_and_ones_own_at_the_end(
    app: Flask, cast: Cast
) -> None:
    one = suggested(cast.clinician, CARD)
    two = suggested(cast.outsider, CARD)
    step(cast.outsider, two, SuggestionAct.WITHDRAWN)
    three = suggested(cast.outsider, CARD)

    def seen(actor: object) -> list[object]:
        with db.reading() as reading:
            return [v.suggestion.id for v in suggestions.queue(reading, actor)]

    assert seen(cast.supervisor) == [one, three]
    assert seen(cast.clinician) == [one]
    assert seen(cast.outsider) == [three, two]
    assert seen(cast.administrator) == []


def test_waiting_counts_what_can_be_done_and_not_what_could_be_withdrawn(
    app: Flask, cast: Cast
) -> None:
    def waiting(actor: object) -> int:
        with db.reading() as reading:
            return suggestions.waiting(reading, actor)

    made = suggested(cast.clinician, CARD)
    assert (waiting(cast.supervisor), waiting(cast.clinician)) == (1, 0)
    step(cast.supervisor, made, SuggestionAct.DRAFTED, draft=Draft(first(CARD), SHORTER))
    assert (waiting(cast.supervisor), waiting(cast.clinician)) == (0, 1)


def test_the_queries_of_the_queue_do_not_grow(app: Flask, cast: Cast) -> None:
    def asked() -> int:
        with db.reading() as reading, queries(app) as count:
            suggestions.queue(reading, cast.supervisor)
        return len(count)

    published(cast, CARD, SHORTER)
    before = asked()
    for _ in range(5):
        suggested(cast.clinician, CARD)
    assert asked() == before
