"""Markdown of the library: cut into sentences at their markers; nothing strange gets through."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.library.texts import Marker
from tracker.reference.markdown import sections
from tracker.reference.tables import BadFile


def test_sentences_are_cut_at_their_markers() -> None:
    body = "## A part\n\nOne *two*. {llm} “Three. Four?” {4 study, 1 pooled}\nfive [six](/library/glossary#bond). {?}\n"
    (part,) = sections(body, Path("x.md"))
    one, two, three = part.sentences
    assert (part.key, part.title, part.level) == ("a-part", "A part", 2)
    assert [(s.id, s.text, s.marker) for s in part.sentences] == [
        ("s1", "One two.", Marker.MACHINE),
        ("s2", "“Three. Four?”", Marker.SOURCE),
        ("s3", "five six.", Marker.NONE),
    ]
    assert [(span.text, span.style) for span in one.spans] == [
        ("One ", ""),
        ("two", "em"),
        (".", ""),
    ]
    assert [c.source for c in two.citations] == ["4", "1"]
    assert three.spans[1].href == "/library/glossary#bond"


@pytest.mark.parametrize(
    "said",
    [
        "“Thank you. Was it me?”",
        "One could say “Why now?” and wait.",
        "Smith et al. (2018) and Jones et al. found it.",
        "It helps, e.g. in groups, i.e. often (r = .29).",
        "Dr. Lee vs. Dr. Kim, pp. 3 and p. 4, No. 5.",
        "J. Smith and Jones, K. (2020) found it.",
        "The U.S. guideline, at 5 p.m. the same day.",
        "Mr. Smith of St. John's, Prof. Lee, Vol. 3, Fig. 2, cf. Kim, approx. 5.",
        "Well … he said, and waits... then speaks, etc. and so on.",
    ],
)
def test_what_looks_like_the_end_of_a_sentence_and_is_none(said: str) -> None:
    (part,) = sections(f"## A\n\n{said} {{llm}}", Path("x.md"))
    assert [s.text for s in part.sentences] == [said]


def test_lists_steps_examples_and_parts_of_parts() -> None:
    body = "## A\n\n- One. {llm}\n- Two. {llm}\n\n1. Three. {llm}\n\n> Four. {llm}\n>\n> Five. {llm}\n\n### B\n\nSix. {llm}\n"
    first, second = sections(body, Path("x.md"))
    assert [(b.kind, len(b.items)) for b in first.blocks] == [
        ("list", 2),
        ("steps", 1),
        ("example", 1),
    ]
    assert [s.text for s in first.blocks[2].items[0]] == ["Four.", "Five."]
    assert (second.key, second.level) == ("a-b", 3)


@pytest.mark.parametrize(
    ("body", "line", "expected"),
    [
        ("No heading. {llm}", 1, "a heading first"),
        ("## A\n\nNo marker.", 3, "a marker after every sentence"),
        ("## A\n\nOne. {llm} And no marker", 3, "a marker after every sentence"),
        ("## A\n\nOne. Two. {llm}", 3, "found two in"),
        ("## A\n\n“I see.” The study is small. {llm}", 3, "found two in"),
        ("## A\n\nSmith et al. The effect is large. {llm}", 3, "found two in"),
        ("## A\n\nr was .29. 11 studies showed it. {llm}", 3, "found two in"),
        ("## A\n\nIt helps… The effect is large. {llm}", 3, "found two in"),
        ("## A\n\nOne. and two. {llm}", 3, "found two in"),
        ("## A\n\nOne. Ärzte say so. {llm}", 3, "found two in"),
        ('## A\n\nOne." Two. {llm}', 3, "found two in"),
        ('## A\n\nOne. "Two." {llm}', 3, "found two in"),
        ("## A\n\nOne. ‘Two.’ {llm}", 3, "found two in"),
        ("## A\n\nOne. – Two. {llm}", 3, "found two in"),
        ("## A\n\nOne.] Two. {llm}", 3, "found two in"),
        ("## A\n\n“One.”) Two. {llm}", 3, "found two in"),
        ("## A\n\nHe said No. Then he left. {llm}", 3, "found two in"),
        ("## A\n\n… {llm}", 3, "a sentence before the marker"),
        ("## A\n\nOne. {4 study, 4 pooled}", 3, "llm, \\? or a source"),
        ("## A\n\n{llm}", 3, "a sentence before the marker"),
        ("## A\n\nOne. {}", 3, r"llm, \? or a source"),
        ("## A\n\nOne. {4}", 3, r"llm, \? or a source"),
        ("## A\n\nOne. {4 certain}", 3, r"llm, \? or a source"),
        ("## A\n\nOne. {llm checked}", 3, "checked_by and checked_on"),
        ("## A\n\n*One. {llm}*", 3, "outside of emphasis"),
        ("## A\n\n[One](http://x.example). {llm}", 3, "https://"),
        ("## A\n\n[One](//x.example). {llm}", 3, "https://"),
        ("## A\n\n[One](/flags/1). {llm}", 3, "https://"),
        ("## A\n\n![One](/x.png) {llm}", 3, "words, emphasis and links"),
        ("## A\n\n`One` {llm}", 3, "words, emphasis and links"),
        ("## A\n\nOne  \ntwo. {llm}", 3, "words, emphasis and links"),
        ("## A\n\n    One. {llm}", 3, "a heading first"),
        ("## A\n\n```\nOne\n```", 3, "a heading first"),
        ("## A\n\n- One. {llm}\n  - Two. {llm}", 4, "without a list or a quote inside"),
        ("## A\n\n---\n", 3, "a heading first"),
        ("# A\n", 1, "headings of two or three marks"),
        ("### A\n", 1, "headings of two or three marks"),
        ("## A {llm}\n", 1, "headings of two or three marks"),
        ("## *A*\n", 1, "a heading of plain words"),
        ("## A\n\n## A\n", 3, "another heading"),
        ("## …\n", 1, "another heading"),
    ],
)
def test_a_mistake_is_named_with_its_line(body: str, line: int, expected: str) -> None:
    with pytest.raises(BadFile, match=expected) as error:
        sections(body, Path("x.md"))
    assert str(error.value).startswith(f"x.md:{line}: ")


def test_raw_html_is_words_and_nothing_else() -> None:
    (part,) = sections('## A\n\nOne <b onclick="x">two</b> &lt;i&gt;. {llm}', Path("x.md"))
    (said,) = part.sentences
    assert said.text == 'One <b onclick="x">two</b> &lt;i&gt;.'
    assert {span.style for span in said.spans} == {""}


PIECES = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "<style>*{}</style>",
        "<iframe src=//x.example>",
        "![x](https://x.example/a.png)",
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "[x](https://x.example)",
        '[x](https://x.example "t")',
        "<https://x.example>",
        "[r]: javascript:x\n[r]",
        "{llm}",
        "{4 study}",
        "*",
        "**",
        "- ",
        "> ",
        "\n\n",
        "## ",
        "`",
        "word. ",
        "&#106;",
        "\\",
        "“",
        "\n",
    ]
)


BODIES = st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join)


@given(BODIES)
def test_whatever_a_file_holds_it_is_refused_or_read_as_words_and_safe_links(body: str) -> None:
    try:
        found = sections(f"## A\n\n{body} end. {{llm}}", Path("x.md"))
    except BadFile:
        return
    for span in (span for part in found for s in part.sentences for span in s.spans):
        assert span.style in {"", "em", "strong", "link"}
        assert (span.style == "link") == bool(span.href)
        if span.href:
            assert span.href.startswith(("https://", "/library", "/measures", "/help"))
