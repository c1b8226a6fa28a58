"""What looks like a client's is found, and what a source has is not taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.course.codes import CODES, SHORT, code_from
from tracker.domain.library.private_words import private_words, problem
from tracker.reference.library import library

REFUSED = {
    "the client code": [
        "K-014",
        "k-014",
        "see K014 here",
        "(K-014)",
        "client K‑014.",
        "K 014",
        "K_014",
        "K.014",
        "K−014",
        "K-\u200b014",
        "K/014",
        "K-014-2",
        "2020-K-014",
        "https://x.example/K-014",
        "re:K-014",
        "see;K-014",
        "Client code:K-014",
        "client: S014",
        "client, E014",
        "client e123",
        "Patients N 120",
        "k 014",
        "k014",
        "k_214",
        "k 214",
        "k - 214",
        "K - 014",
        "K--014",
        "a-200",
        "A 014",
        "'K214'",
        "'k-214'",
        "group K014",
        "group K 214",
        "section K014",
        "K014-K016",
        "client_K-014",
        "K014_notes",
        "in session 4, S014 left",
        "session 4:S014",
        "in 2019; S014 left",
        "since week 3: E014",
        "p. K014",
        "S.014-016",
        "n014",
        "KR-01452",
        "kr-01452",
        "KR - 01452",
        "KR‑01452",
        "KR01452",
        "kr01452",
        "KR 01452",
        "KR_01452",
        "KR.01452",
        "KR/01452",
        "2020-KR-01452",
        "client kr 01452",
        "patient's code: KR01452",
    ],
    "the date": [
        "12/05/1984",
        "12.5.84",
        "5-12-1984",
        "1984-05-12",
        "born in 1984",
        "12 May 1984",
        "12th of May 1984",
        "May 12, 1984",
        "born on a Monday 1984",
        "born 1984",
        "born in the spring of 1984",
        "geb. 1984",
        "DOB 1984",
        "12 May, 1984",
        "12th of May, 1984",
        "12.März 1984",
        "12/May/1984",
        "Berlin,12.5.1984",
        "12-May-1984",
        "1984/05/12",
        "1984.05.12",
        "12 May 84",
        "12. März 1984",
        "19840512",
        "doi: 12/05/1984",
        "12 05 1984",
        "27 3 2026",
        "5 27 1984",
        "1984 05 12",
        "12051984",
        "05121984",
        "05/1984",
        "section 3.5.1985",
        "section 12.5.84",
        "item 12.05.2011",
        "accessed 3 May 1985",
        "updated 1985-05-03",
        "retrieved March 14, 1998",
    ],
    "the e-mail address": [
        "anna@example.org",
        "anna (at) example.org",
        "anna @ example.org",
        "x(at)y(dot)de",
        "https://x.example/?mail=a@b.org",
        "write to a.b+c@mail.example.co.uk.",
    ],
    "the telephone number": [
        "030 1234567",
        "+49 30 123456",
        "(030) 123-4567",
        "555-123-4567",
        "0170/1234567",
        "(555) 123-4567",
        "5551234567",
        "+49.30.123456",
        "555.123.4567",
        "030\u00a01234567",
        "030 – 123456",
        "DOI: +49301234567",
        "p. 0176-1234567",
        "pp. 030-1234567",
        "ISBN 0176-1234567",
    ],
}
ALLOWED = [
    "A weaker alliance went with leaving early (d = .55, 11 studies).",
    "g ≈ 0.36 to 0.53; r = .278 [.256, .299], k = 23",
    "OQ-45.2, PHQ-9, CORE-10, WAI-SR, PCL-5, E6.1, T1",
    "Psychotherapy 2018;55(4):316–340. doi 10.1037/pst0000172",
    "Psychotherapy 2018 55(4) 316-340",
    "https://doi.org/10.1080/10503307.2023.2181114",
    "J Consult Clin Psychol 64(3), 497-504, PMC5966286",
    "In May 2019 the guideline was changed; 83,834 clients.",
    "Within 3 sessions, at 90 % over 8 weeks, 0 to 10",
    "r = 0.21-0.35; 95 % CI 0.35-0.41; d = 0.25 - 0.41; −0.67 to 0.07",
    "Accessed 3 May 2026. ISBN 0-19-515456-7, pp. 0252-0260",
    "Retrieved March 14, 2018, from https://x.example/a; accessed: 14 March 2018",
    "Published online: 14 Mar 2018. NICE NG222, section 1.2.10",
    "Br J Psychiatry 2019; 214: e123; JMIR 2020;22(3):e123; Suppl 1:S123; N 300; Group B 120",
    "ISSN 0033-3204; https://doi.org/10.1016/0005-7967(90)90135-6; https://www.jmir.org/2020/3/e123/",
    "a 120 minute session, A 100 % share",
    "ICD F431; ICD-11 B123",
    "3,750 of 12,000 in 2018-2019",
    "a 200, in 2018; the client's 120 minutes; I'd 200 of them, we don't 300",
    "Give the client a 120 minute session, or a 200-item form; patients' 300 words",
    "n 120, p 123, x 100, k = 295, p.014, d.055; 120 V, 200 m",
    "Psychotherapy 55:S-123; 2018;55:S123-S130; 22(3), e123; 55, S123-S130; 12(Suppl 2):E101",
    "Lancet 2019, 12: e014; pp. S123-S130; p. e123; Supplement 3, S101; S.123-130; pp. 10535-10540",
    "PMID: 12051984; ORCID 0000-0002-1825-0097; ISSN: 1433-366X; ISBN-13: 978-0-19-515456-6",
    "Accessed 3 May 2024; updated on 2024-05-03; table 3.2.1, item 1.14.32",
    "WAI-S 120 clients, CBT-E 200, DSM-IV 300; Group A 100, group B - 120",
    "https://www.jmir.org/2020/3/e014/, https://x.example/a-100-ways",
    "Washington, DC 20002; by 10000 of them; pp.10535-10540, pp. 10535; PMC12345; RR 95-12345, KR-014523, HE 12345.5",
    "F 120.5 and K 12, A 1, E-learning in 2018, B-1234; May 2019, 05/2019",
    "",
]


@pytest.mark.parametrize(
    ("what", "text"), [(what, text) for what, texts in REFUSED.items() for text in texts]
)
def test_it_is_found(what: str, text: str) -> None:
    found = private_words(text)
    assert found is not None
    assert found[0] == what
    assert private_words(f"Before it {text} after it") is not None


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_nobodys_is_let_through(text: str) -> None:
    assert private_words(text) is None
    assert problem(text) is None


def test_the_message_names_what_is_to_be_removed() -> None:
    assert problem("Ask K-014 about it") == "Remove the client code K-014 before sending"


def test_every_source_of_the_library_could_be_sent() -> None:
    for source in library().sources.values():
        assert private_words(f"{source.citation} {source.link or ''}") is None


def test_every_sentence_of_the_library_could_be_sent() -> None:
    for text in library().texts.values():
        assert not [said.text for said in text.sentences if private_words(said.text)]


WRITTEN = ["{}", "re:{}", "see;{}", "group {}", "({})", "session 4: {}", "code_{}", "client {}"]


OF_ANY_LENGTH = st.one_of(st.integers(0, SHORT.size - 1), st.integers(0, CODES - 1))


@given(OF_ANY_LENGTH, st.sampled_from(WRITTEN), st.booleans())
def test_every_code_that_the_product_gives_is_found(number: int, around: str, small: bool) -> None:
    code = code_from(number).lower() if small else code_from(number)
    for written in (code, code.replace("-", "\u2013"), code.replace("-", "--")):
        assert private_words(f"as with {around.format(written)}, where") is not None


@given(OF_ANY_LENGTH)
def test_a_code_in_large_letters_is_found_without_its_hyphen_too(number: int) -> None:
    assert private_words(f"as with {code_from(number).replace('-', '')}, where") is not None


@pytest.mark.parametrize("sign", ["1", "a", "+", "-", " ", "0 ", "(", "12.", "K-", "May "])
def test_a_long_text_says_what_a_short_one_does(sign: str) -> None:
    """As long as a form may be: a search that grows with the square of the length would not end."""
    assert private_words(sign * 50_000) == private_words(sign * 3_000)
