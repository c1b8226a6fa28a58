"""The library in words: what a sentence rests on, what the marks mean, where a suggestion stands."""

from collections.abc import Iterable

from tracker.domain.library.learning import State
from tracker.domain.library.suggestions import About, Credit, SuggestionAct, SuggestionStage
from tracker.domain.library.texts import (
    Marker,
    Sentence,
    SentenceBasis,
    SentenceCounts,
    SourceTier,
    Text,
    TextKind,
    TextRun,
)
from tracker.reference.library import address
from tracker.web.words.writing import day

TIER = {
    SourceTier.T1: "T1, research paper or reference work",
    SourceTier.T2: "T2, professional body",
    SourceTier.T3: "T3, anything else",
}
EVIDENCE = {
    SentenceBasis.POOLED: "several studies pooled",
    SentenceBasis.STUDY: "one study",
    SentenceBasis.GUIDANCE: "guidance, expert view or a review in words",
    SentenceBasis.DEFINITION: "definition, history, or how this product works",
    SentenceBasis.MATERIAL: "the starting material, machine-written",
}
KIND = {
    TextKind.ARTICLE: "Article",
    TextKind.CARD: "Card",
    TextKind.GLOSSARY: "Glossary",
    TextKind.MISCONCEPTIONS: "Misconceptions",
    TextKind.QUESTIONS: "Questions",
    TextKind.CONCEPT: "Concept of the path",
}
UNCHECKED_MACHINE = "LLM-generated, not yet checked"
CORNER = {"bond": "Bond", "goals": "Goals", "tasks": "Tasks"}
ABOUT = {
    About.WRONG: "It is wrong",
    About.OUTDATED: "It is outdated",
    About.UNCLEAR: "It is unclear",
    About.NO_SOURCE: "Its source is missing",
    About.OTHER: "Something else, or something to add",
}
CREDIT = {
    Credit.NAMED: "With my name",
    Credit.UNNAMED: "Without my name",
}
STAGE = {
    SuggestionStage.SUBMITTED: "Waits for a draft",
    SuggestionStage.DRAFTED: "Drafted, waits for its submitter",
    SuggestionStage.RETURNED: "Sent back for another draft",
    SuggestionStage.APPROVED: "Approved, waits to be published",
    SuggestionStage.PUBLISHED: "Published",
    SuggestionStage.DECLINED: "Declined",
    SuggestionStage.WITHDRAWN: "Withdrawn",
}
ACT = {
    SuggestionAct.DRAFTED: "Draft made",
    SuggestionAct.APPROVED: "Draft approved",
    SuggestionAct.RETURNED: "Draft sent back",
    SuggestionAct.PUBLISHED: "Published",
    SuggestionAct.DECLINED: "Declined",
    SuggestionAct.WITHDRAWN: "Withdrawn",
}
STATE = {
    State.READY: "Ready",
    State.LOCKED: "Locked",
    State.PASSED: "Passed",
    State.DUE: "Due again",
}
# From the weakest to the strongest support that a sentence can have.
_SUPPORT = (
    SentenceBasis.MATERIAL,
    SentenceBasis.GUIDANCE,
    SentenceBasis.DEFINITION,
    SentenceBasis.STUDY,
    SentenceBasis.POOLED,
)


def shape(sentence: Sentence) -> str:
    """Which shape stands behind a sentence: "checked", "machine", "none" for what has no source, or "source"."""
    if sentence.check:
        return "checked"
    if sentence.unchecked_machine:
        return "machine"
    return "source" if sentence.citations else "none"


def ending(sentence: Sentence) -> tuple[tuple[TextRun, ...], str]:
    """A sentence without its last word, and that word, from which its marker is not parted at the end of a line."""
    *before, last = sentence.spans
    if last.style:
        return sentence.spans, ""
    head, space, word = last.text.rpartition(" ")
    return (*before, TextRun(head + space)), word


def as_written(sentence: Sentence) -> str:
    """A sentence as a draft of it is written: with its marker, its links and its emphasis."""
    signs = {"em": "*{}*", "strong": "**{}**", "link": "[{}]({})"}
    words = "".join(signs.get(s.style, "{}").format(s.text, s.href) for s in sentence.spans)
    cited = ", ".join(f"{c.source} {c.evidence}" for c in sentence.citations)
    written = {Marker.MACHINE: "llm", Marker.NONE: "?"}.get(sentence.marker, cited)
    return f"{words} {{{written}}}"


def marker_in_full(sentence: Sentence) -> str:
    """The same in full, as the name of the marker: "source 4, checked 3 May 2026 by J. K."."""
    sources = " and ".join(f"source {citation.source}" for citation in sentence.citations)
    sources += ", LLM-generated" if sentence.only_material else ""
    said = {Marker.MACHINE: "LLM-generated", Marker.NONE: "no source"}.get(sentence.marker, sources)
    return f"{said}, {checked(sentence)}"


def checked(sentence: Sentence) -> str:
    """Who checked a sentence, and when: "not yet checked", "checked 3 May 2026 by J. K."."""
    check = sentence.check
    return f"checked {day(check.on)} by {check.by}" if check else "not yet checked"


def key(counts: SentenceCounts) -> list[tuple[str, str, int]]:
    """What the shapes stand for, and how many sentences have each; of a shape that no sentence has, nothing is said."""
    shapes = [
        ("source", "has a source, not checked", counts.sourced),
        ("machine", "LLM-generated, not checked", counts.machine),
        ("none", "no source, not checked", counts.unsourced),
    ]
    checked_ones = ("checked", "checked by a person", counts.checked)
    return [checked_ones, *(shape for shape in shapes if shape[2])]


def key_of(sentences: Iterable[Sentence]) -> list[tuple[str, str, int]]:
    """The same for these sentences."""
    return key(SentenceCounts.of(sentences))


def weakest(text: Text) -> str:
    """The weakest support among the sentences that a card opens with."""
    opening = [s for section in text.sections[:3] for s in section.sentences]
    if any(sentence.unchecked_machine for sentence in opening):
        return UNCHECKED_MACHINE
    if any(not sentence.citations for sentence in opening):
        return "no source"
    cited = [c.evidence for sentence in opening for c in sentence.citations]
    return EVIDENCE[min(cited, key=_SUPPORT.index)]


def href(text: Text) -> str:
    """Where a text is read."""
    if text.kind is TextKind.CONCEPT:
        return f"/library/path/{text.key}"
    return f"/library/{address(text)}"
