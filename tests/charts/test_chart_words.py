"""The sentence under a chart."""

from fractions import Fraction

import pytest

from tracker.charts import trajectory, words


def summary(make, count, given, marks=(), key="session-check"):
    client = make.course(key, make.slots(count), given)
    return trajectory.figure("K-1", client, None, list(marks)).summary


def test_the_sentence_names_the_fall_the_range_the_difference_and_the_gap(long_course):
    assert long_course().summary == (
        "Client-rated bond fell from 8 to 5 at session 9, the biggest change between ratings. "
        "Client ratings ranged from 5 to 10. Therapist at most 3 higher (bond, session 9). "
        "No rating at session 6."
    )


def test_a_flag_at_the_newest_rating_comes_before_an_older_bigger_change(make):
    given = {1: (9, 9, 9, 9), 2: (3, 9, 9, 9), 3: (9, 9, 9, 9), 4: (9, 7, 9, 9)}
    said = summary(make, 4, given, [make.mark(2, "bond", "-6"), make.mark(4, "goals", "-2")])
    assert said.startswith("Client-rated goals fell from 9 to 7 at session 4 since the previous")


def test_no_rating_and_one_rating(make):
    assert summary(make, 0, {}) == "No ratings yet."
    assert summary(make, 2, {1: (None, None, None, None)}) == "No ratings yet."
    assert summary(make, 2, {1: (8, 7, 10, 8)}) == (
        "One rating so far, at session 1: bond 8, goals 7, tasks 10, overall 8. "
        "No rating at session 2."
    )


def test_ratings_that_never_move_or_cannot_be_compared(make):
    still = summary(make, 2, {1: (8, 8, 8, 8), 2: (8, 8, 8, 8)})
    assert still == (
        "No client rating has changed from the one before. Client ratings stayed at 8."
    )
    apart = summary(make, 2, {1: (8, None, None, None), 2: (None, 8, 8, 8)})
    assert apart.startswith("No two ratings can be compared yet.")


def test_many_missing_sessions_are_counted(make):
    said = summary(make, 9, {1: (8, 8, 8, 8), 9: (9, 8, 8, 8)})
    assert said.endswith("Seven sessions have no rating.")


@pytest.mark.parametrize(
    ("by", "said"), [("-3", "down 3"), ("0.5", "up 0.5"), ("0", "no change"), ("-1/3", "down 0.33")]
)
def test_a_change_in_words(by, said):
    assert words.change(Fraction(by)) == said


def test_a_gap_in_weeks():
    assert words.weeks(42) == "6 weeks"
    assert words.weeks(29) == "4 weeks"
