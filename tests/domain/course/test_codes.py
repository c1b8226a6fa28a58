"""Client codes: each comes once, the short ones first, and two of them do not tell which is the older."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.course import codes
from tracker.domain.course.codes import CODES, LONG, SHORT, CodeShape, code_at, code_from

KEY = bytes(16)
keys = st.binary(min_size=16, max_size=16)
forms = st.sampled_from([SHORT, LONG])


def test_there_is_room_for_ten_million_clients_and_more() -> None:
    assert SHORT.size == 20_000
    assert CODES == 40_020_000
    for form in (SHORT, LONG):
        left, right = form.sides
        assert left * right == form.size


def test_codes_are_written_as_they_were_and_then_longer() -> None:
    assert [code_from(n) for n in (0, 14, 19_999)] == ["A-000", "A-014", "Z-999"]
    assert [code_from(n) for n in (20_000, 20_014, CODES - 1)] == [
        "AA-00000",
        "AA-00014",
        "ZZ-99999",
    ]
    assert len(code_from(CODES - 1)) <= 12, "as long as the column"


@given(st.integers(0, CODES - 1))
def test_a_code_is_recognised_by_its_form(number: int) -> None:
    code = code_from(number)
    assert codes.WRITTEN.fullmatch(code)
    assert bool(re.fullmatch(SHORT.pattern, code)) is (number < SHORT.size)
    assert not codes.WRITTEN.search(f"{code}0")


@given(st.integers(SHORT.size, CODES - 1), st.data())
def test_a_long_code_of_which_two_signs_are_missing_is_nobody_elses(
    number: int, data: st.DataObject
) -> None:
    signs = code_from(number).replace("-", "")
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.integers(0, len(signs) - 1))
        signs = signs[:at] + signs[at + 1 :]
    assert not any(codes.WRITTEN.fullmatch(f"{signs[:n]}-{signs[n:]}") for n in range(len(signs)))


def test_every_short_code_comes_once_before_the_first_long_one() -> None:
    given_out = [code_at(place, KEY) for place in range(SHORT.size + 1)]
    assert set(given_out[:-1]) == {code_from(number) for number in range(SHORT.size)}
    assert len(given_out[-1]) > len(given_out[0])


def _unshuffled(number: int, form: CodeShape, key: bytes) -> int:
    """The way back, turn by turn: where there is one, no two numbers become the same."""
    left, right = divmod(number, form.sides[1])
    for turn in reversed(range(codes.TURNS)):
        if turn % 2:
            right = (right - codes._mixed(turn, left, form, key)) % form.sides[1]
        else:
            left = (left - codes._mixed(turn, right, form, key)) % form.sides[0]
    return left * form.sides[1] + right


@given(forms, st.data(), keys)
def test_no_two_places_have_one_code(form: CodeShape, data: st.DataObject, key: bytes) -> None:
    number = data.draw(st.integers(0, form.size - 1))
    shuffled = codes._shuffled(number, form, key)
    assert 0 <= shuffled < form.size
    assert _unshuffled(shuffled, form, key) == number


def test_two_codes_do_not_tell_which_is_the_older() -> None:
    """Of a fair coin's 2,000 throws, 890 to 1,110 are heads in all but one of a million tries."""
    for start in (0, SHORT.size):
        given_out = [code_at(place, KEY) for place in range(start, start + 2_001)]
        assert 890 <= sum(later > before for before, later in pairwise(given_out)) <= 1_110


def test_each_key_makes_another_order() -> None:
    for start in (0, SHORT.size):
        places = range(start, start + 1_000)
        other = bytes([*KEY[:-1], 1])
        same = sum(code_at(place, KEY) == code_at(place, other) for place in places)
        assert same <= 5, "by chance one in 20,000 is the same"
