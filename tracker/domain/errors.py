"""The few ways in which a request can be refused. Each message can be shown as it is."""

from collections.abc import Collection, Mapping


class DomainError(Exception):
    """Base of all refusals."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message)
        self.message = message


class NotPermitted(DomainError):
    """The actor may not know that this exists. The web answers as for something that is absent."""


class Incomplete(DomainError):
    """What was entered cannot be stored. `problems` maps a field's name to the sentence beside it. Those in `asked` ask
    about what was left empty: it can be stored as it is, once that is said."""

    def __init__(self, problems: Mapping[str, str], asked: Collection[str] = ()) -> None:
        super().__init__("; ".join(problems.values()))
        self.problems = dict(problems)
        self.asked = frozenset(asked)


class NotNow(DomainError):
    """Allowed to this person, but not in this state of things."""


class Stale(NotNow):
    """Somebody, or another tab, changed it since the page was shown. Nothing is stored and nothing is lost."""


class SameFormOtherContent(DomainError):
    """A form that was already sent came again with other content."""
