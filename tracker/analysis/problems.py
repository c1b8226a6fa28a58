"""What is said of a table that cannot be used."""


class BadTable(Exception):
    """The table cannot be analysed; the message is one line that says where and what is expected."""


class Interrupted(Exception):
    """A process of the analysis was ended from outside; the text says so to whoever began it."""
