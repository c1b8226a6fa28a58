"""Passwords, PINs, codes and devices: what is good enough, said in a sentence when it is not."""

import pytest

from tracker.domain.course.devices import device_class, device_words
from tracker.domain.people.credentials import (
    CODE_ALPHABET,
    CODE_BITS,
    in_groups,
    password_problem,
    pin_problem,
    tidy_code,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("short", "12 characters or longer"),
        ("x" * 201, "200 characters or fewer"),
        ("abcdabcdabcd", "5 different characters"),
        ("ada.brandt1234", "e-mail address"),
        ("Ada.Brandt@practice.example", "e-mail address"),
        ("harbour-house!", "practice's name"),
    ],
)
def test_a_password_that_can_be_guessed_is_refused_with_the_reason(text: str, words: str) -> None:
    problem = password_problem(text, email="ada.brandt@practice.example", practice="Harbour-House")
    assert problem
    assert words in problem


@pytest.mark.parametrize(
    "text", ["correct horse battery", "ada.brandt likes the tall ships", "пароль из слов"]
)
def test_a_long_password_is_good_whatever_it_is_made_of(text: str) -> None:
    assert password_problem(text, email="ada.brandt@b.example", practice="") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12345",
        "1234567",
        "12345a",
        "١٢٣٤٥٦",
        "000000",
        "123456",
        "890123",
        "654321",
        "121212",
        "123123",
    ],
)
def test_a_pin_is_six_digits_that_neither_repeat_nor_count(text: str) -> None:
    assert pin_problem(text)


def test_other_pins_are_good() -> None:
    assert pin_problem("402917") is None
    assert pin_problem("135790") is None


def test_a_code_has_sixty_bits_and_no_letters_that_look_alike() -> None:
    assert CODE_BITS >= 60
    assert not set(CODE_ALPHABET) & set("0O1IL2Z5S8B")
    assert len(set(CODE_ALPHABET)) == len(CODE_ALPHABET)


def test_a_code_reads_the_same_however_it_is_typed() -> None:
    code = "ACDEFGHJKMNPQRTU"
    assert in_groups(code) == "ACDE-FGHJ-KMNP-QRTU"
    for typed in (in_groups(code), " acde fghj\tkmnp – qrtu ", code.lower()):
        assert tidy_code(typed) == code


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox on Windows",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari on iPhone",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
            "Chrome on Android",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/18.0 Safari/605.1",
            "Safari on macOS",
        ),
        ("curl/8.0", "another browser"),
        ("", "another browser"),
    ],
)
def test_a_browser_is_its_family_and_system(agent: str, words: str) -> None:
    assert device_words(agent) == words


@pytest.mark.parametrize(
    ("agent", "kind"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Mobile/15E148 Safari/604.1", "phone"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Mobile Safari/537.36", "phone"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Safari/537.36", "tablet"),
        ("Mozilla/5.0 (iPad; CPU OS 17_0) Mobile/15E148 Safari/604.1", "tablet"),
        ("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", "desktop"),
        ("", "desktop"),
    ],
)
def test_a_device_is_what_its_browser_says(agent: str, kind: str) -> None:
    assert device_class(agent) == kind
