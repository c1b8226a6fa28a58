"""What is known of a client beside the ratings. No name, no date of birth."""

from enum import StrEnum

# Letters and digits that are not mistaken for one another when read aloud or copied by hand.
CODE_LETTERS = "ABCDEFHKLMNPRSTVWXYZ"


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


def code_from(number: int) -> str:
    """The client code for a random number: one letter and three digits, such as K-014."""
    letter, digits = divmod(number % (len(CODE_LETTERS) * 1000), 1000)
    return f"{CODE_LETTERS[letter]}-{digits:03d}"


CODES = len(CODE_LETTERS) * 1000
