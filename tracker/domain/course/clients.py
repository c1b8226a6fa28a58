"""What is known of a client beside the ratings. No name, no date of birth."""

from enum import StrEnum


class AgeBand(StrEnum):
    CHILD = "child"
    ADOLESCENT = "adolescent"
    YOUNG_ADULT = "young_adult"
    ADULT = "adult"
    OLDER_ADULT = "older_adult"


class Format(StrEnum):
    INDIVIDUAL = "individual"
    COUPLE = "couple"
    FAMILY = "family"
    GROUP = "group"


LETTERS = "ABCDEFGHIJKL"  # of the people of one record who rate; design default
FIRST_PARTICIPANT = "A"
