"""Words that people search by and the library says otherwise, with the card that is meant: it comes first for them."""

# By the address of the card; each line is one thing meant. A form may be several words.
SYNONYMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cards/missed-sessions", ("no show", "no shows", "noshow", "noshows")),
    (
        "cards/missed-sessions",
        (
            *("drop out", "drops out", "dropped out", "dropping out", "dropout", "dropouts"),
            *("leave early", "leaves early", "left early", "leaving early"),
            *("quit", "quits", "quitting"),
        ),
    ),
    ("cards/confrontation", ("anger", "angry", "angrily")),
)
